/* find-bar.c: finding cards on the board.
 *
 * What is found is selected and brought into view, one card at a time, in the
 * order of the outline. The bar begins at what is selected, so that whoever
 * types one letter more stays where they are. */

#define G_LOG_DOMAIN "find-bar"

#include "config.h"

#include "find-bar.h"

#include <glib/gi18n.h>

#include "search-text.h"
#include "sentences.h"

#define SEARCH_CHARS 22

struct _TrlFindBar
{
  GtkBox      parent_instance;

  TrlDesk    *desk;
  GtkWidget  *search;
  GtkWidget  *state;      /* "2 of 7" */
  GtkWidget  *previous;
  GtkWidget  *next;
  char       *words;      /* what was looked for, folded */
  GPtrArray  *found;      /* ids */
  int         current;    /* -1 before the first look */
};

G_DEFINE_FINAL_TYPE (TrlFindBar, trl_find_bar, GTK_TYPE_BOX)

enum
{
  SIGNAL_CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trl_find_bar_dispose (GObject *object)
{
  g_clear_object (&TRL_FIND_BAR (object)->desk);
  G_OBJECT_CLASS (trl_find_bar_parent_class)->dispose (object);
}

static void
trl_find_bar_finalize (GObject *object)
{
  g_ptr_array_unref (TRL_FIND_BAR (object)->found);
  g_free (TRL_FIND_BAR (object)->words);
  G_OBJECT_CLASS (trl_find_bar_parent_class)->finalize (object);
}

static void
trl_find_bar_class_init (TrlFindBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_find_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_find_bar_finalize;

  /**
   * TrlFindBar::closed:
   * @self: the bar
   *
   * Emitted when somebody is done with finding; the keyboard should go back to the board.
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", TRL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
say_state (TrlFindBar *self)
{
  g_autofree char *text = NULL;

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) == '\0')
    text = g_strdup ("");
  else if (self->found->len == 0)
    text = g_strdup (_("Nothing like that"));
  else
    /* Translators: which of the cards that were found is shown: "2 of 7". */
    text = g_strdup_printf (_("%d of %u"), self->current + 1, self->found->len);
  gtk_label_set_text (GTK_LABEL (self->state), text);
  gtk_widget_set_sensitive (self->previous, self->found->len > 0);
  gtk_widget_set_sensitive (self->next, self->found->len > 0);
}

/* Where the selection is among what was found; the beginning when it is elsewhere. */
static int
find_selected (TrlFindBar *self)
{
  const char *selected = trl_selection_get_last (trl_desk_get_selection (self->desk));

  for (guint i = 0; selected != NULL && i < self->found->len; i++)
    if (g_str_equal (g_ptr_array_index (self->found, i), selected))
      return i;
  return 0;
}

static void
look_for (TrlFindBar *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  g_autoptr (GPtrArray) cards = NULL;

  g_free (self->words);
  self->words = trl_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_ptr_array_set_size (self->found, 0);
  if (*self->words == '\0')
    return;
  cards = trl_search_list_cards (blueprint);
  for (guint i = 0; i < cards->len; i++)
    {
      g_autofree char *text = trl_search_dup_text (blueprint, g_ptr_array_index (cards, i));

      if (trl_search_matches (text, self->words))
        g_ptr_array_add (self->found, g_strdup (trl_card_get_id (g_ptr_array_index (cards, i))));
    }
  self->current = find_selected (self);
}

/* What lies below the bar is not seen by all: which card it is, and which of how many. */
static void
tell_current (TrlFindBar *self)
{
  const char *state = gtk_label_get_text (GTK_LABEL (self->state));
  g_autoptr (GString) words = g_string_new (NULL);

  if (*state == '\0')
    return;
  if (self->found->len > 0)
    {
      TrlCard *card = trl_blueprint_get (trl_desk_get_blueprint (self->desk), g_ptr_array_index (self->found, self->current));
      g_autofree char *name = trl_sentence_name (card);

      g_string_append_printf (words, "%s, ", name);
    }
  g_string_append (words, state);
  trl_desk_tell (self->desk, words->str);
}

static void
show_current (TrlFindBar *self)
{
  if (self->found->len > 0)
    trl_desk_reveal (self->desk, g_ptr_array_index (self->found, self->current));
  say_state (self);
  tell_current (self);
}

static void
searched_cb (TrlFindBar *self)
{
  look_for (self);
  show_current (self);
}

/* Somebody changed the design, or took something back: what was found may be gone, or say something else. */
static void
changed_cb (TrlFindBar *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  look_for (self);
  say_state (self);
}

/* An entry tells of what is typed a moment later: who types and presses Enter at once means the new word. */
static void
go (TrlFindBar *self,
    int         by)
{
  g_autofree char *words = trl_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (g_strcmp0 (words, self->words) == 0)
    trl_find_bar_step (self, by);
  else
    searched_cb (self);
}

static void
next_cb (TrlFindBar *self)
{
  go (self, 1);
}

static void
previous_cb (TrlFindBar *self)
{
  go (self, -1);
}

static gboolean
shift_enter_cb (GtkWidget *search,
                GVariant  *arguments,
                gpointer   user_data)
{
  go (user_data, -1);
  return TRUE;
}

/* Escape closes from anywhere in the bar, also from its buttons. */
static gboolean
key_pressed_cb (TrlFindBar      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  trl_find_bar_close (self);
  return TRUE;
}

static void
make_search (TrlFindBar *self)
{
  GtkEventController *back = gtk_shortcut_controller_new ();
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Find on the Board"), NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), SEARCH_CHARS);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find on the board"), -1);
  /* Who types a word and Enter at once means that word. */
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "next-match", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "previous-match", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (trl_find_bar_close), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (back),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_SHIFT_MASK),
                                                            gtk_callback_action_new (shift_enter_cb, self, NULL)));
  gtk_widget_add_controller (self->search, back);
  gtk_widget_set_hexpand (self->search, TRUE);
  gtk_box_append (GTK_BOX (self), self->search);
}

static GtkWidget *
add_button (TrlFindBar *self,
            const char *icon,
            const char *label,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
  return button;
}

static void
trl_find_bar_init (TrlFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->found = g_ptr_array_new_with_free_func (g_free);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  make_search (self);
  self->state = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->state, "dim-label");
  gtk_widget_add_css_class (self->state, "numeric");
  gtk_widget_add_css_class (self->state, "find-state");
  gtk_box_append (GTK_BOX (self), self->state);
  self->previous = add_button (self, "go-up-symbolic", _("Previous"), G_CALLBACK (previous_cb));
  self->next = add_button (self, "go-down-symbolic", _("Next"), G_CALLBACK (next_cb));
  add_button (self, "window-close-symbolic", _("Close"), G_CALLBACK (trl_find_bar_close));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * trl_find_bar_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): a bar, hidden until it is opened
 */
GtkWidget *
trl_find_bar_new (TrlDesk *desk)
{
  TrlFindBar *self;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_FIND_BAR, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  say_state (self);
  return GTK_WIDGET (self);
}

/**
 * trl_find_bar_open:
 * @self: a bar
 *
 * Shows the bar with what was looked for last, ready to be typed over.
 */
void
trl_find_bar_open (TrlFindBar *self)
{
  g_return_if_fail (TRL_IS_FIND_BAR (self));

  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  look_for (self);
  say_state (self);
  gtk_widget_grab_focus (self->search);
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}

/**
 * trl_find_bar_close:
 * @self: a bar
 *
 * Hides the bar. What was found stays selected.
 */
void
trl_find_bar_close (TrlFindBar *self)
{
  g_return_if_fail (TRL_IS_FIND_BAR (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

/**
 * trl_find_bar_search:
 * @self: a bar
 * @text: what is looked for; words in any order
 *
 * Finds cards, and goes to the first of them unless one is selected already.
 */
void
trl_find_bar_search (TrlFindBar *self,
                     const char *text)
{
  g_return_if_fail (TRL_IS_FIND_BAR (self) && text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  searched_cb (self);
}

/**
 * trl_find_bar_step:
 * @self: a bar
 * @by: how many cards further; less than 0 goes back
 *
 * Goes on to another card that was found; after the last comes the first.
 */
void
trl_find_bar_step (TrlFindBar *self,
                   int         by)
{
  int n;

  g_return_if_fail (TRL_IS_FIND_BAR (self));

  n = self->found->len;
  if (n == 0)
    return;
  self->current = ((self->current + by) % n + n) % n;
  show_current (self);
}

/**
 * trl_find_bar_get_n_found:
 * @self: a bar
 *
 * Returns: how many cards were found
 */
guint
trl_find_bar_get_n_found (TrlFindBar *self)
{
  g_return_val_if_fail (TRL_IS_FIND_BAR (self), 0);

  return self->found->len;
}
