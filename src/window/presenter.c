/* presenter.c: the design, shown to people.
 *
 * The slides follow the structure: the goal, the whole board, each motion, the
 * review. The board's slides are the board itself, so that a number can be
 * changed while people talk; the others lie over it. Leaving brings camera and
 * selection back as they were. */

#define G_LOG_DOMAIN "presenter"

#include "config.h"

#include "presenter.h"

#include <glib/gi18n.h>

#include "sentences.h"

#define MOST_LINES 7

struct _TrlPresenter
{
  GtkBox      parent_instance;

  TrlDesk    *desk;
  TrlBoard   *board;       /* weak; NULL in tests */
  GtkWidget  *cover;       /* the slides that lie over the board */
  GtkWidget  *bar;
  GtkWidget  *count;
  gboolean    active;
  int         slide;
  TrlCamera   camera;      /* as it was before */
  GStrv       selected;
  gboolean    keyboard;   /* whether the ring of the keyboard was shown */
};

G_DEFINE_FINAL_TYPE (TrlPresenter, trl_presenter, GTK_TYPE_BOX)

enum
{
  SIGNAL_ENDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trl_presenter_dispose (GObject *object)
{
  TrlPresenter *self = TRL_PRESENTER (object);

  g_clear_weak_pointer (&self->board);
  g_clear_object (&self->desk);
  g_clear_object (&self->bar);
  g_clear_pointer (&self->selected, g_strfreev);
  G_OBJECT_CLASS (trl_presenter_parent_class)->dispose (object);
}

static void
trl_presenter_class_init (TrlPresenterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_presenter_dispose;

  /**
   * TrlPresenter::ended:
   * @self: the presenter
   *
   * Emitted when somebody goes back to the board.
   */
  signals[SIGNAL_ENDED] = g_signal_new ("ended", TRL_TYPE_PRESENTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
}

static void
back_cb (TrlPresenter *self)
{
  trl_presenter_go (self, self->slide - 1);
}

static void
next_cb (TrlPresenter *self)
{
  trl_presenter_go (self, self->slide + 1);
}

static void
add_button (TrlPresenter *self,
            const char   *icon,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), button);
}

static void
trl_presenter_init (TrlPresenter *self)
{
  self->cover = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_set_valign (self->cover, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->cover, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (self->cover, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "slide");
  gtk_box_append (GTK_BOX (self), self->cover);

  self->bar = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (self->bar, "presenter");
  gtk_widget_set_halign (self->bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->bar, GTK_ALIGN_END);
  gtk_widget_set_margin_bottom (self->bar, 16);
  add_button (self, "go-previous-symbolic", _("Previous Slide"), G_CALLBACK (back_cb));
  self->count = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (self->bar), self->count);
  add_button (self, "go-next-symbolic", _("Next Slide"), G_CALLBACK (next_cb));
  add_button (self, "window-close-symbolic", _("Back to the Board"), G_CALLBACK (trl_presenter_stop));
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static const GPtrArray *
get_motions (TrlPresenter *self)
{
  return trl_blueprint_get_children (trl_desk_get_blueprint (self->desk), TRL_ROOT_ID, TRL_SLOT_MOTIONS);
}

static void
add_line (TrlPresenter *self,
          const char   *text,
          const char   *css_class)
{
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->cover), label);
}

static void
show_goal (TrlPresenter *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  TrlCard *root = trl_blueprint_get_root (blueprint);
  const GPtrArray *metrics = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_METRICS);
  g_autofree char *goal = trl_sentence_goal (blueprint);
  g_autofree char *partners = trl_sentence_partners (blueprint);

  add_line (self, trl_card_get_name (root), "slide-fact");
  add_line (self, goal != NULL && *goal != '\0' ? goal : _("The goal is not written yet"), "slide-goal");
  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    {
      g_autofree char *metric = trl_sentence_metric (blueprint, g_ptr_array_index (metrics, i));

      if (trl_card_get_choice (g_ptr_array_index (metrics, i), TRL_METRIC_ROLE) != TRL_ROLE_GUARDRAIL)
        add_line (self, metric, "slide-fact");
    }
  add_line (self, partners, "slide-fact");
  add_line (self, trl_card_get_text (root, TRL_PROGRAM_ASK), "slide-fact");
}

/* Titles of what is open, or of what was kept with its reason. */
static void
add_findings (TrlPresenter *self,
              gboolean      kept,
              const char   *heading)
{
  TrlReviewer *reviewer = trl_desk_get_reviewer (self->desk);
  const GPtrArray *findings = reviewer != NULL ? trl_reviewer_get_findings (reviewer) : NULL;
  guint n = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      const char *reason = trl_finding_get_kept (finding);
      g_autofree char *line = NULL;

      if ((reason != NULL) != kept)
        continue;
      if (n == 0)
        add_line (self, heading, "slide-fact");
      if (n++ >= MOST_LINES)
        continue;
      line = kept ? g_strdup_printf (_("%s – “%s”"), trl_finding_get_title (finding), reason)
                  : g_strdup (trl_finding_get_title (finding));
      add_line (self, line, "slide-list");
    }
  if (n > MOST_LINES)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - MOST_LINES), n - MOST_LINES);

      add_line (self, more, "slide-list");
    }
}

static void
show_review (TrlPresenter *self)
{
  add_findings (self, FALSE, C_("slide", "Open"));
  add_findings (self, TRUE, _("Kept, with a reason"));
  if (gtk_widget_get_first_child (self->cover) == NULL)
    add_line (self, _("Nothing is open"), "slide-goal");
}

static void
show_on_board (TrlPresenter *self,
               int           motion)
{
  const GPtrArray *motions = get_motions (self);

  if (self->board == NULL)
    return;
  if (motion < 0)
    trl_board_fit (self->board);
  else
    trl_board_fit_card (self->board, trl_card_get_id (g_ptr_array_index (motions, motion)));
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

/* What the slide shows, in the words that stand on top of it. */
static void
tell_slide (TrlPresenter *self,
            const char   *count)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  const GPtrArray *motions = get_motions (self);
  TrlCard *shown = self->slide >= 2 && motions != NULL && self->slide - 2 < (int) motions->len
                     ? g_ptr_array_index (motions, self->slide - 2) : trl_blueprint_get_root (blueprint);
  g_autofree char *name = trl_sentence_name (shown);
  g_autofree char *words = NULL;

  if (self->slide == trl_presenter_get_n_slides (self) - 1)
    words = g_strdup_printf ("%s, %s", C_("slide", "Review"), count);
  else if (self->slide == 1)
    words = g_strdup_printf ("%s, %s", C_("slide", "The whole board"), count);
  else
    words = g_strdup_printf ("%s, %s", name, count);
  trl_desk_tell (self->desk, words);
}

static void
show_slide (TrlPresenter *self)
{
  int last = trl_presenter_get_n_slides (self) - 1;
  g_autofree char *count = g_strdup_printf ("%d / %d", self->slide + 1, last + 1);
  gboolean covers = self->slide == 0 || self->slide == last;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cover)) != NULL)
    gtk_box_remove (GTK_BOX (self->cover), child);
  if (self->slide == 0)
    show_goal (self);
  else if (self->slide == last)
    show_review (self);
  else
    show_on_board (self, self->slide - 2);
  gtk_widget_set_visible (GTK_WIDGET (self), covers);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  tell_slide (self, count);
}

/**
 * trl_presenter_new:
 * @desk: the desk
 * @board: (nullable): the board
 *
 * Makes a presenter that shows nothing yet. It covers the board with the
 * slides that are not the board; its bar, see trl_presenter_get_bar(), lies
 * over both.
 *
 * Returns: (transfer floating): the presenter
 */
GtkWidget *
trl_presenter_new (TrlDesk  *desk,
                   TrlBoard *board)
{
  TrlPresenter *self;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_PRESENTER, NULL);
  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->board, board);
  return GTK_WIDGET (self);
}

/**
 * trl_presenter_get_bar:
 * @self: a presenter
 *
 * Returns: (transfer none): the buttons, to be laid over the board
 */
GtkWidget *
trl_presenter_get_bar (TrlPresenter *self)
{
  g_return_val_if_fail (TRL_IS_PRESENTER (self), NULL);

  return self->bar;
}

/**
 * trl_presenter_get_n_slides:
 * @self: a presenter
 *
 * Returns: goal, board, each motion, review
 */
int
trl_presenter_get_n_slides (TrlPresenter *self)
{
  const GPtrArray *motions;

  g_return_val_if_fail (TRL_IS_PRESENTER (self), 0);

  motions = get_motions (self);
  return 3 + (motions != NULL ? (int) motions->len : 0);
}

/**
 * trl_presenter_get_slide:
 * @self: a presenter
 *
 * Returns: the slide that is shown, from 0
 */
int
trl_presenter_get_slide (TrlPresenter *self)
{
  g_return_val_if_fail (TRL_IS_PRESENTER (self), 0);

  return self->slide;
}

/**
 * trl_presenter_is_active:
 * @self: a presenter
 *
 * Returns: whether slides are shown
 */
gboolean
trl_presenter_is_active (TrlPresenter *self)
{
  g_return_val_if_fail (TRL_IS_PRESENTER (self), FALSE);

  return self->active;
}

/**
 * trl_presenter_go:
 * @self: a presenter
 * @slide: a slide, from 0; one that is not there is the nearest one
 *
 * Shows a slide.
 */
void
trl_presenter_go (TrlPresenter *self,
                  int           slide)
{
  g_return_if_fail (TRL_IS_PRESENTER (self));

  self->slide = CLAMP (slide, 0, trl_presenter_get_n_slides (self) - 1);
  if (self->active)
    show_slide (self);
}

/* A ring round a card would be asked about; the next Tab shows it again. */
static void
show_keyboard (TrlPresenter *self,
               gboolean      shown)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!GTK_IS_WINDOW (root))
    return;
  if (!shown)
    self->keyboard = gtk_window_get_focus_visible (GTK_WINDOW (root));
  gtk_window_set_focus_visible (GTK_WINDOW (root), shown && self->keyboard);
}

/**
 * trl_presenter_start:
 * @self: a presenter
 *
 * Begins with the first slide, and remembers how everything was.
 */
void
trl_presenter_start (TrlPresenter *self)
{
  TrlSelection *selection;

  g_return_if_fail (TRL_IS_PRESENTER (self));

  if (self->active)
    return;
  selection = trl_desk_get_selection (self->desk);
  if (self->board != NULL)
    trl_board_get_camera (self->board, &self->camera);
  g_strfreev (self->selected);
  self->selected = g_strdupv ((GStrv) trl_selection_get_ids (selection));
  trl_selection_clear (selection);
  show_keyboard (self, FALSE);
  self->active = TRUE;
  trl_presenter_go (self, 0);
}

/**
 * trl_presenter_stop:
 * @self: a presenter
 *
 * Goes back to the board: same camera, same selection.
 */
void
trl_presenter_stop (TrlPresenter *self)
{
  g_return_if_fail (TRL_IS_PRESENTER (self));

  if (!self->active)
    return;
  self->active = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (self->bar, FALSE);
  g_signal_emit (self, signals[SIGNAL_ENDED], 0);
  trl_selection_set (trl_desk_get_selection (self->desk), (const char * const *) self->selected);
  if (self->board != NULL)
    {
      trl_board_set_camera (self->board, &self->camera, FALSE);
      trl_board_focus_selected (self->board);
    }
  show_keyboard (self, TRUE);
}

static gboolean
go_by_key (TrlPresenter *self,
           guint         keyval)
{
  int onward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Right:
      trl_presenter_go (self, self->slide + onward);
      return TRUE;
    case GDK_KEY_Left:
      trl_presenter_go (self, self->slide - onward);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_space:
      trl_presenter_go (self, self->slide + 1);
      return TRUE;
    case GDK_KEY_Page_Up:
      trl_presenter_go (self, self->slide - 1);
      return TRUE;
    case GDK_KEY_Home:
      trl_presenter_go (self, 0);
      return TRUE;
    case GDK_KEY_End:
      trl_presenter_go (self, trl_presenter_get_n_slides (self) - 1);
      return TRUE;
    case GDK_KEY_Escape:
      trl_presenter_stop (self);
      return TRUE;
    default:
      break;
    }
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    trl_presenter_go (self, keyval - GDK_KEY_1);
  else if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    trl_presenter_go (self, keyval - GDK_KEY_KP_1);
  else
    return FALSE;
  return TRUE;
}

/**
 * trl_presenter_handle_key:
 * @self: a presenter
 * @keyval: a key
 * @state: what is held down with it
 *
 * Takes the keys of a talk; not while a value is edited on the board.
 *
 * Returns: whether it took the key
 */
gboolean
trl_presenter_handle_key (TrlPresenter    *self,
                          guint            keyval,
                          GdkModifierType  state)
{
  g_return_val_if_fail (TRL_IS_PRESENTER (self), FALSE);

  if (!self->active || (self->board != NULL && trl_board_is_editing (self->board)))
    return FALSE;
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK))
    return FALSE;
  return go_by_key (self, keyval);
}
