/* voting.c: a round of dot votes with a budget.
 *
 * While a round runs the dots are kept here and not in the design, so that
 * nobody sees how others voted, and giving one is no edit: undo takes nothing
 * back that somebody else gave. Revealing puts all of them on the notes as one
 * entry. Dots of a note that is deleted meanwhile go back to the budget.
 *
 * A round can be written down and gone on with: fifteen people who have voted
 * do not want to vote again because a program crashed. */

#define G_LOG_DOMAIN "voting"

#include "config.h"

#include "voting.h"

#include <glib/gi18n.h>

#define PEOPLE "trl-people"
#define DOTS "trl-dots"

struct _TrlVoting
{
  GtkBox      parent_instance;

  TrlDesk    *desk;
  TrlBoard   *board;     /* weak; NULL in tests */
  GtkWidget  *left;
  GHashTable *votes;     /* id → guint; NULL while there is no round */
  guint       budget;
};

G_DEFINE_FINAL_TYPE (TrlVoting, trl_voting, GTK_TYPE_BOX)

#define WRITTEN "(ua{su})"    /* the budget, and what the notes have */
#define MOST_DOTS (99 * 99)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
count_given (TrlVoting *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  GHashTableIter iter;
  gpointer id, given;
  guint n = 0;

  if (self->votes == NULL)
    return 0;
  g_hash_table_iter_init (&iter, self->votes);
  while (g_hash_table_iter_next (&iter, &id, &given))
    if (trl_blueprint_get (blueprint, id) != NULL)
      n += GPOINTER_TO_UINT (given);
  return n;
}

static void
update (TrlVoting *self)
{
  guint left = trl_voting_get_left (self);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), self->votes != NULL);
  if (self->votes == NULL)
    return;
  /* Translators: how many dots people may still give in this round. */
  text = g_strdup_printf (ngettext ("Voting: %u of %u dots left", "Voting: %u of %u dots left", self->budget), left, self->budget);
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->left)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->left), text);
}

/* Each dot is told, and not what it was given to: others may be listening. */
static void
tell_left (TrlVoting *self)
{
  trl_desk_tell (self->desk, gtk_label_get_text (GTK_LABEL (self->left)));
}

static void
give_cb (const char *note,
         int         by,
         gpointer    user_data)
{
  trl_voting_give (user_data, note, by);
}

static void
trl_voting_dispose (GObject *object)
{
  TrlVoting *self = TRL_VOTING (object);

  if (self->board != NULL && self->votes != NULL)
    trl_board_set_ballot (self->board, NULL);
  g_clear_weak_pointer (&self->board);
  g_clear_pointer (&self->votes, g_hash_table_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_voting_parent_class)->dispose (object);
}

static void
trl_voting_class_init (TrlVotingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_voting_dispose;

  /**
   * TrlVoting::changed:
   * @self: the voting
   *
   * A round began or ended, or a dot was given: what trl_voting_write() gives is another.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRL_TYPE_VOTING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
add_button (TrlVoting  *self,
            const char *label,
            const char *css_class,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

static void
trl_voting_init (TrlVoting *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  gtk_widget_add_css_class (GTK_WIDGET (self), "voting");
  gtk_box_set_spacing (GTK_BOX (self), 8);
  self->left = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->left, "voting-left");
  gtk_widget_set_tooltip_text (self->left, _("Select a note and press + to give a dot, − to take it back"));
  gtk_box_append (GTK_BOX (self), self->left);
  add_button (self, _("Reveal"), "suggested-action", G_CALLBACK (trl_voting_reveal));
  add_button (self, _("Call Off"), "flat", G_CALLBACK (trl_voting_stop));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * trl_voting_new:
 * @desk: the desk
 * @board: (nullable): the board whose dots it takes
 *
 * Makes what runs a round of voting; it is not seen until one starts.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
trl_voting_new (TrlDesk  *desk,
                TrlBoard *board)
{
  TrlVoting *self = g_object_new (TRL_TYPE_VOTING, NULL);

  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->board, board);
  g_signal_connect_object (desk, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static GtkWidget *
add_number (GtkWidget  *box,
            const char *label,
            double      value)
{
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *spin = gtk_spin_button_new_with_range (1, 99, 1);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "field-label");
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (spin))), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), spin);
  return spin;
}

static void
response_cb (TrlVoting        *self,
             const char       *response,
             AdwMessageDialog *dialog)
{
  GtkSpinButton *people = g_object_get_data (G_OBJECT (dialog), PEOPLE);
  GtkSpinButton *dots = g_object_get_data (G_OBJECT (dialog), DOTS);

  if (g_str_equal (response, "start"))
    trl_voting_start (self, gtk_spin_button_get_value_as_int (people), gtk_spin_button_get_value_as_int (dots));
}

/**
 * trl_voting_ask:
 * @self: the voting
 * @parent: the window
 *
 * Asks how many people vote and how many dots each has, then starts a round.
 */
void
trl_voting_ask (TrlVoting *self,
                GtkWindow *parent)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Start Voting?"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_if_fail (TRL_IS_VOTING (self));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), _("Dots stay hidden until you reveal them. Select a note and press + to give one."));
  g_object_set_data (G_OBJECT (dialog), PEOPLE, add_number (box, _("People"), 5));
  g_object_set_data (G_OBJECT (dialog), DOTS, add_number (box, _("Dots a person"), 3));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "start", _("_Start"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "start", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "start");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
begin (TrlVoting *self,
       guint      budget)
{
  TrlBallot ballot = { give_cb, self };

  self->votes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->budget = budget;
  if (self->board != NULL)
    trl_board_set_ballot (self->board, &ballot);
  update (self);
}

/**
 * trl_voting_write:
 * @self: the voting
 *
 * Puts a round into words, for a journal.
 *
 * Returns: (transfer full) (nullable): the words; %NULL when no round runs
 */
char *
trl_voting_write (TrlVoting *self)
{
  GVariantBuilder builder;
  GHashTableIter iter;
  gpointer id, given;
  g_autoptr (GVariant) round = NULL;

  g_return_val_if_fail (TRL_IS_VOTING (self), NULL);

  if (self->votes == NULL)
    return NULL;
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  g_hash_table_iter_init (&iter, self->votes);
  while (g_hash_table_iter_next (&iter, &id, &given))
    g_variant_builder_add (&builder, "{su}", id, GPOINTER_TO_UINT (given));
  round = g_variant_ref_sink (g_variant_new (WRITTEN, self->budget, &builder));
  return g_variant_print (round, TRUE);
}

/**
 * trl_voting_resume:
 * @self: the voting
 * @words: (nullable): what trl_voting_write() gave
 *
 * Goes on with a round as it was, and says so. Words that make no sense are
 * passed over.
 *
 * Returns: whether a round runs now
 */
gboolean
trl_voting_resume (TrlVoting  *self,
                   const char *words)
{
  g_autoptr (GVariant) round = NULL;
  g_autoptr (GVariantIter) votes = NULL;
  const char *id;
  guint budget, given;

  g_return_val_if_fail (TRL_IS_VOTING (self), FALSE);

  if (words == NULL || self->votes != NULL)
    return self->votes != NULL;
  round = g_variant_parse (G_VARIANT_TYPE (WRITTEN), words, NULL, NULL, NULL);
  if (round == NULL)
    return FALSE;
  g_variant_get (round, WRITTEN, &budget, &votes);
  if (budget == 0 || budget > MOST_DOTS)
    return FALSE;
  begin (self, budget);
  while (g_variant_iter_next (votes, "{&su}", &id, &given))
    if (given <= trl_voting_get_left (self))
      g_hash_table_insert (self->votes, g_strdup (id), GUINT_TO_POINTER (given));
  update (self);
  trl_desk_say (self->desk, _("The round of votes goes on where it was"));
  return TRUE;
}

/**
 * trl_voting_start:
 * @self: the voting
 * @people: how many vote
 * @dots: how many dots each may give
 *
 * Starts a round. One that runs already goes on.
 */
void
trl_voting_start (TrlVoting *self,
                  guint      people,
                  guint      dots)
{
  g_return_if_fail (TRL_IS_VOTING (self));

  if (self->votes != NULL)
    return;
  begin (self, people * dots);
  tell_left (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_voting_give:
 * @self: the voting
 * @note: a note
 * @by: how many dots; less than none takes back what was given in this round
 *
 * Gives dots to a note.
 *
 * Returns: whether they could be given, or taken back
 */
gboolean
trl_voting_give (TrlVoting  *self,
                 const char *note,
                 int         by)
{
  guint given;

  g_return_val_if_fail (TRL_IS_VOTING (self) && note != NULL, FALSE);

  if (self->votes == NULL)
    return FALSE;
  given = GPOINTER_TO_UINT (g_hash_table_lookup (self->votes, note));
  if (by > 0 && (guint) by > trl_voting_get_left (self))
    {
      trl_desk_say (self->desk, _("All dots are given"));
      return FALSE;
    }
  if (by < 0 && given < (guint) -by)
    return FALSE;
  g_hash_table_insert (self->votes, g_strdup (note), GUINT_TO_POINTER (given + by));
  update (self);
  tell_left (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/**
 * trl_voting_get_left:
 * @self: the voting
 *
 * Returns: how many dots may still be given
 */
guint
trl_voting_get_left (TrlVoting *self)
{
  guint given;

  g_return_val_if_fail (TRL_IS_VOTING (self), 0);

  given = count_given (self);
  return self->votes != NULL && given < self->budget ? self->budget - given : 0;
}

/**
 * trl_voting_is_open:
 * @self: the voting
 *
 * Returns: whether a round runs
 */
gboolean
trl_voting_is_open (TrlVoting *self)
{
  g_return_val_if_fail (TRL_IS_VOTING (self), FALSE);

  return self->votes != NULL;
}

/* Beside the dots that were there before; notes that are gone are passed over. */
static TrlEdit *
count_votes (TrlVoting  *self,
             GHashTable *votes)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  TrlEdit *edit = trl_edit_new (blueprint, _("Count the dots"));
  GHashTableIter iter;
  gpointer id, given;

  g_hash_table_iter_init (&iter, votes);
  while (g_hash_table_iter_next (&iter, &id, &given))
    {
      TrlCard *card = trl_blueprint_get (blueprint, id);
      double before = 0;

      if (card == NULL || given == NULL)
        continue;
      trl_card_get_number (card, TRL_NOTE_VOTES, &before);
      trl_edit_set_number (edit, id, TRL_NOTE_VOTES, before + GPOINTER_TO_UINT (given));
    }
  return edit;
}

/**
 * trl_voting_reveal:
 * @self: the voting
 *
 * Ends the round and puts its dots on the notes, as one entry of the history.
 */
void
trl_voting_reveal (TrlVoting *self)
{
  g_autoptr (GHashTable) votes = NULL;

  g_return_if_fail (TRL_IS_VOTING (self));

  if (self->votes == NULL)
    return;
  votes = g_hash_table_ref (self->votes);
  trl_voting_stop (self);
  trl_desk_commit (self->desk, count_votes (self, votes), NULL);
}

/**
 * trl_voting_stop:
 * @self: the voting
 *
 * Ends the round without counting.
 */
void
trl_voting_stop (TrlVoting *self)
{
  g_return_if_fail (TRL_IS_VOTING (self));

  g_clear_pointer (&self->votes, g_hash_table_unref);
  if (self->board != NULL)
    trl_board_set_ballot (self->board, NULL);
  update (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
