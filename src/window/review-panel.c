/* review-panel.c: what the review has found, motion by motion.
 *
 * First what is worth a talk, then what is still open, then what was kept and
 * why. A finding that stays keeps its card here: nothing flickers, and the
 * focus stays where it was. While somebody types it holds still, for half a
 * word is no design, and follows as soon as the keys rest. What it comes to
 * stands on top in one line, which screen readers speak when it changes. */

#define G_LOG_DOMAIN "review-panel"

#include "config.h"

#include "review-panel.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "finding-card.h"
#include "scroller.h"
#include "swatch.h"

/* How long the keys rest before the list follows. */
#define SETTLE_MS 500

/* More cards than anybody reads; the rest is counted. */
#define MOST_CARDS 120

struct _TrlReviewPanel
{
  GtkBox      parent_instance;

  TrlDesk    *desk;
  TrlBoard   *board;     /* weak; NULL in tests */
  GtkWidget  *sum;       /* what it comes to, in one line */
  GtkWidget  *scroller;
  GtkWidget  *list;
  GtkWidget  *calm;      /* what is said when there is nothing to say */
  GHashTable *cards;     /* TrlFinding to TrlFindingCard; both are owned */
  GPtrArray  *order;     /* of TrlFindingCard that F8 walks through, not owned */
  int         current;
  guint       shown;
  guint       update_id;
};

G_DEFINE_FINAL_TYPE (TrlReviewPanel, trl_review_panel, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trl_review_panel_dispose (GObject *object)
{
  TrlReviewPanel *self = TRL_REVIEW_PANEL (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_weak_pointer (&self->board);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_review_panel_parent_class)->dispose (object);
}

static void
trl_review_panel_finalize (GObject *object)
{
  TrlReviewPanel *self = TRL_REVIEW_PANEL (object);

  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->order);
  G_OBJECT_CLASS (trl_review_panel_parent_class)->finalize (object);
}

static void
trl_review_panel_class_init (TrlReviewPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_review_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_review_panel_finalize;

  /**
   * TrlReviewPanel::changed:
   * @self: the panel
   *
   * Emitted when it shows other findings than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRL_TYPE_REVIEW_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
trl_review_panel_init (TrlReviewPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->cards = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) trl_finding_unref, g_object_unref);
  self->order = g_ptr_array_new ();
  self->current = -1;

  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->sum, "dim-label");
  gtk_widget_add_css_class (self->sum, "review-sum");
  gtk_box_append (GTK_BOX (self), self->sum);

  self->calm = gtk_label_new (_("Nothing to warn of.\nThe review watches while you work."));
  gtk_label_set_justify (GTK_LABEL (self->calm), GTK_JUSTIFY_CENTER);
  gtk_label_set_wrap (GTK_LABEL (self->calm), TRUE);
  gtk_widget_add_css_class (self->calm, "dim-label");
  gtk_widget_set_margin_top (self->calm, 32);
  gtk_box_append (GTK_BOX (self), self->calm);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->list, "review-list");
  self->scroller = trl_scroller_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self), self->scroller);
}

static GtkWidget *
make_heading (TrlReviewPanel *self,
              TrlCard        *motion,
              const char     *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (text);

  if (motion != NULL)
    gtk_box_append (GTK_BOX (box), trl_swatch_new_dot (trl_acts_get_routes (trl_desk_get_blueprint (self->desk),
                                                                            trl_card_get_id (motion))));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "review-heading");
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
get_card (TrlReviewPanel *self,
          TrlFinding     *finding)
{
  GtkWidget *card = g_hash_table_lookup (self->cards, finding);

  if (card == NULL)
    {
      card = g_object_ref_sink (trl_finding_card_new (self->desk, self->board, finding));
      g_hash_table_insert (self->cards, trl_finding_ref (finding), card);
    }
  return card;
}

typedef enum
{
  PART_WARNINGS,
  PART_TODOS,
  PART_KEPT
} Part;

static Part
part_of (TrlFinding *finding)
{
  if (trl_finding_get_kept (finding) != NULL)
    return PART_KEPT;
  return trl_finding_get_severity (finding) == TRL_SEVERITY_TODO ? PART_TODOS : PART_WARNINGS;
}

static const char *
name_of (TrlCard *motion)
{
  const char *name = motion != NULL ? trl_card_get_name (motion) : NULL;

  if (motion == NULL)
    return _("The whole program");
  return name != NULL && *name != '\0' ? name : _("Motion without a name");
}

/* A heading, then a card each. */
static void
add_findings (TrlReviewPanel  *self,
              const GPtrArray *findings,
              GPtrArray       *widgets,
              TrlCard         *motion,
              Part             part,
              const char      *heading)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      GtkWidget *card;

      if (self->shown++ >= MOST_CARDS)
        continue;
      if (i == 0)
        g_ptr_array_add (widgets, make_heading (self, motion, heading));
      card = get_card (self, g_ptr_array_index (findings, i));
      g_ptr_array_add (widgets, card);
      if (part != PART_KEPT)
        g_ptr_array_add (self->order, card);
    }
}

/* Findings of one part by the id of their motion; "" is the program, and what is parked. */
static GHashTable *
sort_findings (TrlReviewPanel  *self,
               const GPtrArray *findings,
               Part             part)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  GHashTable *sorted = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      const char *motion = part != PART_KEPT ? trl_finding_get_motion (finding) : NULL;
      TrlCard *frame = motion != NULL ? trl_blueprint_get (blueprint, motion) : NULL;
      const char *key = frame != NULL && trl_card_get_slot (frame) == TRL_SLOT_MOTIONS ? motion : "";
      GPtrArray *group = g_hash_table_lookup (sorted, key);

      if (part_of (finding) != part)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (sorted, (char *) key, group);
        }
      g_ptr_array_add (group, finding);
    }
  return sorted;
}

static void
add_part (TrlReviewPanel  *self,
          const GPtrArray *findings,
          GPtrArray       *widgets,
          Part             part)
{
  const GPtrArray *motions = trl_blueprint_get_children (trl_desk_get_blueprint (self->desk), TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_autoptr (GHashTable) sorted = sort_findings (self, findings, part);

  if (part == PART_KEPT)
    {
      add_findings (self, g_hash_table_lookup (sorted, ""), widgets, NULL, part, _("Kept, with a reason"));
      return;
    }
  for (int i = -1; i < (int) (motions != NULL ? motions->len : 0); i++)
    {
      TrlCard *motion = i >= 0 ? g_ptr_array_index (motions, i) : NULL;
      GPtrArray *group = g_hash_table_lookup (sorted, motion != NULL ? trl_card_get_id (motion) : "");
      g_autofree char *heading = NULL;

      if (group == NULL)
        continue;
      /* Translators: %s is a motion: "Referral · still open". */
      heading = part == PART_TODOS ? g_strdup_printf (_("%s · still open"), name_of (motion)) : g_strdup (name_of (motion));
      add_findings (self, group, widgets, motion, part, heading);
    }
}

static void
forget_gone (TrlReviewPanel  *self,
             const GPtrArray *findings)
{
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer finding;

  for (guint i = 0; i < findings->len; i++)
    g_hash_table_add (there, g_ptr_array_index (findings, i));
  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &finding, NULL))
    if (!g_hash_table_contains (there, finding))
      g_hash_table_iter_remove (&iter);
}

/* Puts the widgets into the list; those that are there already only move when they must. */
static void
set_widgets (TrlReviewPanel *self,
             GPtrArray      *widgets)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  GtkWidget *child = gtk_widget_get_first_child (self->list);
  GtkWidget *before = NULL;

  for (guint i = 0; i < widgets->len; i++)
    g_hash_table_add (wanted, g_ptr_array_index (widgets, i));
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!g_hash_table_contains (wanted, child))
        gtk_box_remove (GTK_BOX (self->list), child);
      child = next;
    }
  for (guint i = 0; i < widgets->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (widgets, i);

      if (gtk_widget_get_parent (widget) == NULL)
        gtk_box_insert_child_after (GTK_BOX (self->list), widget, before);
      else if (gtk_widget_get_prev_sibling (widget) != before)
        gtk_box_reorder_child_after (GTK_BOX (self->list), widget, before);
      before = widget;
    }
}

static guint
count_of (TrlReviewPanel *self,
          TrlSeverity     severity)
{
  return trl_reviewer_count (trl_desk_get_reviewer (self->desk), NULL, -1, severity);
}

static void
append_take (GString *line,
             char    *words)
{
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, words);
  g_free (words);
}

/* To-dos stand apart: they are no warnings. Said anew only when it reads otherwise. */
static void
update_sum (TrlReviewPanel *self)
{
  guint n_warnings = count_of (self, TRL_SEVERITY_ERROR) + count_of (self, TRL_SEVERITY_WARNING);
  guint n_advice = count_of (self, TRL_SEVERITY_ADVICE), n_todos = count_of (self, TRL_SEVERITY_TODO);
  guint n_kept = trl_reviewer_count_kept (trl_desk_get_reviewer (self->desk));
  g_autoptr (GString) line = g_string_new (NULL);

  if (n_warnings > 0)
    append_take (line, g_strdup_printf (ngettext ("%u warning", "%u warnings", n_warnings), n_warnings));
  if (n_advice > 0)
    append_take (line, g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice", n_advice), n_advice));
  if (n_todos > 0)
    append_take (line, g_strdup_printf (ngettext ("%u still open", "%u still open", n_todos), n_todos));
  if (n_kept > 0)
    append_take (line, g_strdup_printf (ngettext ("%u kept", "%u kept", n_kept), n_kept));
  if (!g_str_equal (line->str, gtk_label_get_text (GTK_LABEL (self->sum))))
    gtk_label_set_text (GTK_LABEL (self->sum), line->str);
  gtk_widget_set_visible (self->sum, line->len > 0);
}

/**
 * trl_review_panel_update:
 * @self: a panel
 *
 * Shows what the review holds now. Happens by itself before the next frame.
 */
void
trl_review_panel_update (TrlReviewPanel *self)
{
  TrlReviewer *reviewer;
  const GPtrArray *findings;
  g_autoptr (GPtrArray) widgets = g_ptr_array_new ();

  g_return_if_fail (TRL_IS_REVIEW_PANEL (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  reviewer = trl_desk_get_reviewer (self->desk);
  if (reviewer == NULL)
    return;
  findings = trl_reviewer_get_findings (reviewer);
  self->shown = 0;
  self->current = -1;
  g_ptr_array_set_size (self->order, 0);
  for (int part = PART_WARNINGS; part <= PART_KEPT; part++)
    add_part (self, findings, widgets, part);
  if (self->shown > MOST_CARDS)
    {
      guint more = self->shown - MOST_CARDS;
      g_autofree char *text = g_strdup_printf (ngettext ("%u more", "%u more", more), more);

      g_ptr_array_add (widgets, make_heading (self, NULL, text));
    }
  update_sum (self);
  set_widgets (self, widgets);
  forget_gone (self, findings);
  gtk_widget_set_visible (self->calm, widgets->len == 0);
  gtk_widget_set_visible (self->scroller, widgets->len > 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
update_cb (gpointer user_data)
{
  TrlReviewPanel *self = user_data;

  self->update_id = 0;
  trl_review_panel_update (self);
  return G_SOURCE_REMOVE;
}

/* Whether the keyboard is in a field, of the inspector or on a card. */
static gboolean
is_typing (TrlReviewPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus));
}

static void
changed_cb (TrlReviewPanel *self)
{
  if (is_typing (self))
    {
      g_clear_handle_id (&self->update_id, g_source_remove);
      self->update_id = g_timeout_add (SETTLE_MS, update_cb, self);
    }
  else if (self->update_id == 0)
    {
      self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
    }
}

/**
 * trl_review_panel_new:
 * @desk: the desk
 * @board: (nullable): where fixes are shown before they are done
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
trl_review_panel_new (TrlDesk  *desk,
                      TrlBoard *board)
{
  TrlReviewPanel *self;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_REVIEW_PANEL, NULL);
  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->board, board);
  if (trl_desk_get_reviewer (desk) != NULL)
    g_signal_connect_object (trl_desk_get_reviewer (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  trl_review_panel_update (self);
  return GTK_WIDGET (self);
}

/**
 * trl_review_panel_step:
 * @self: a panel
 * @by: 1 for the next finding, -1 for the one before
 *
 * Goes to a finding, round and round: selects and reveals what it is about.
 */
void
trl_review_panel_step (TrlReviewPanel *self,
                       int             by)
{
  int n;

  g_return_if_fail (TRL_IS_REVIEW_PANEL (self));

  if (self->update_id != 0)
    trl_review_panel_update (self);
  n = self->order->len;
  if (n == 0)
    {
      trl_desk_say (self->desk, _("Nothing to warn of"));
      return;
    }
  if (self->current >= 0)
    trl_finding_card_set_current (g_ptr_array_index (self->order, self->current), FALSE);
  self->current = self->current < 0 ? (by > 0 ? 0 : n - 1) : (self->current + by + n) % n;
  trl_finding_card_show (g_ptr_array_index (self->order, self->current));
  trl_finding_card_set_current (g_ptr_array_index (self->order, self->current), TRUE);
}

/**
 * trl_review_panel_get_n_open:
 * @self: a panel
 *
 * Returns: how many findings are neither to-dos nor kept
 */
guint
trl_review_panel_get_n_open (TrlReviewPanel *self)
{
  TrlReviewer *reviewer;

  g_return_val_if_fail (TRL_IS_REVIEW_PANEL (self), 0);

  reviewer = trl_desk_get_reviewer (self->desk);
  if (reviewer == NULL)
    return 0;
  return trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_ERROR) +
         trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_WARNING) +
         trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_ADVICE);
}
