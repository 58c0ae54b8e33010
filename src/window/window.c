/* window.c: the window of one design.
 *
 * The board fills the middle; palette, strip and boxes lie over it and are told
 * to the board as insets, so that "fit" keeps clear of them. The side panel
 * stands beside it. Without a design the window shows the start page. */

#define G_LOG_DOMAIN "window"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "actions.h"
#include "approval.h"
#include "first-question.h"
#include "history-list.h"
#include "outline.h"
#include "reader.h"
#include "recents.h"
#include "settings.h"
#include "start-page.h"
#include "writer.h"

/* In pixels of text at its usual size; larger text needs as much more. */
#define SHORT_HEADER 860       /* below this width the header has no words for what keys and the menu do too */
#define SHORTEST_HEADER 520
#define WORDY_HEADER 1150      /* from this width on undo and redo are words */
#define BOARD_BESIDE_BOTH 620  /* with less board than this between them there is room for one panel */
#define BOARD_BESIDE_ONE 480   /* with less, for none unless it is asked for */
#define BOARD_AT_LEAST 240     /* and then there is none */
#define WIDE 1500              /* from this width on the side has room for two columns */

#define PALETTE_WIDTH 150
#define GAP 12
#define BOTTOM_MARGIN 14

G_DEFINE_FINAL_TYPE (TrlWindow, trl_window, ADW_TYPE_APPLICATION_WINDOW)

/* How much larger than usual text is. */
static double
get_text_scale (TrlWindow *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96 : 1;
}

static int
measure (GtkWidget      *widget,
         GtkOrientation  orientation)
{
  int natural;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Which panels there are, and what is left for the board. */
typedef struct
{
  gboolean palette;
  gboolean side;
  gboolean tight;     /* one of them at most */
  gboolean either;    /* and it may be the side */
  int      palette_width;
  int      board;     /* between them */
} Plan;

static Plan
plan_panels (TrlWindow *self)
{
  gboolean wanted = self->board != NULL && self->panels && !self->presenting;
  double scale = get_text_scale (self);
  int palette = measure (GTK_WIDGET (self->palette_bin), GTK_ORIENTATION_HORIZONTAL);
  int side = measure (GTK_WIDGET (self->side_bin), GTK_ORIENTATION_HORIZONTAL);
  Plan plan = { .palette = wanted, .side = wanted, .palette_width = palette, .board = self->width };

  plan.tight = self->width - palette - side < BOARD_BESIDE_BOTH * scale;
  if (plan.tight)
    {
      plan.either = self->width - side >= BOARD_AT_LEAST;
      plan.side = wanted && self->side_first && plan.either;
      plan.palette = wanted && !plan.side && self->width - palette >= BOARD_BESIDE_ONE * scale;
    }
  plan.board -= (plan.side ? side : 0) + (plan.palette ? palette : 0);
  return plan;
}

static void
arrange_header (TrlWindow  *self,
                const Plan *plan)
{
  double width = self->width / get_text_scale (self);
  gboolean is_short = width < SHORT_HEADER;

  gtk_revealer_set_reveal_child (self->header_revealer, !self->presenting);
  adw_header_bar_set_centering_policy (self->header, width < WORDY_HEADER ? ADW_CENTERING_POLICY_LOOSE : ADW_CENTERING_POLICY_STRICT);
  if (width < WORDY_HEADER)
    {
      gtk_button_set_icon_name (self->undo_button, "edit-undo-symbolic");
      gtk_button_set_icon_name (self->redo_button, "edit-redo-symbolic");
    }
  else
    {
      gtk_button_set_label (self->undo_button, _("Undo"));
      gtk_button_set_label (self->redo_button, _("Redo"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->undo_button), width >= SHORTEST_HEADER);
  gtk_widget_set_visible (GTK_WIDGET (self->redo_button), width >= SHORTEST_HEADER);
  gtk_widget_set_visible (self->room_button, !is_short && self->board != NULL);
  gtk_widget_set_visible (self->present_button, !is_short && self->board != NULL);
  gtk_widget_set_visible (self->side_button, plan->either && self->board != NULL);
}

/* The bars at the bottom: side by side, or the zoom above the tools where both do not fit. */
static int
arrange_bottom (TrlWindow  *self,
                const Plan *plan)
{
  gboolean tools = !self->presenting && !self->room_mode && plan->board >= BOARD_BESIDE_ONE;
  gboolean above;
  int height;

  /* What is hidden measures nothing, and a measure counts the margin that was set last. */
  gtk_widget_set_visible (self->tool_box, tools);
  gtk_widget_set_visible (self->zoom_box, !self->presenting);
  height = measure (self->zoom_box, GTK_ORIENTATION_VERTICAL) - gtk_widget_get_margin_bottom (self->zoom_box);
  above = tools && (plan->board - measure (self->tool_box, GTK_ORIENTATION_HORIZONTAL)) / 2 <
                     measure (self->zoom_box, GTK_ORIENTATION_HORIZONTAL) + GAP / 2;
  gtk_widget_set_margin_bottom (self->zoom_box, above ? height + BOTTOM_MARGIN + GAP / 2 : BOTTOM_MARGIN);
  if (self->presenting)
    height = measure (trl_presenter_get_bar (self->presenter), GTK_ORIENTATION_VERTICAL);
  return height + 2 * BOTTOM_MARGIN;
}

/* What lies over the board, told to it. The palette stands where a line of text begins. */
static void
arrange_board (TrlWindow  *self,
               const Plan *plan)
{
  gboolean strip = !self->presenting && !self->room_mode && plan->board >= BOARD_AT_LEAST;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int palette = plan->palette ? plan->palette_width : 0;
  TrlInsets insets = { 0 };

  gtk_widget_set_margin_start (self->top_box, palette + GAP);
  gtk_widget_set_margin_start (self->centre_box, palette + GAP);
  gtk_widget_set_margin_start (self->lost_button, palette + GAP);
  gtk_widget_set_margin_start (self->bottom_box, palette);
  gtk_widget_set_visible (self->top_box, strip);
  gtk_widget_set_visible (self->centre_box, !self->presenting);
  if (rtl)
    insets.right = palette;
  else
    insets.left = palette;
  insets.bottom = arrange_bottom (self, plan);
  trl_strip_set_available (self->strip, plan->board - 2 * GAP);
  insets.top = strip ? measure (GTK_WIDGET (self->strip), GTK_ORIENTATION_VERTICAL) + 2 * GAP : 0;
  gtk_widget_set_margin_start (GTK_WIDGET (self->find_bar), palette + GAP);
  gtk_widget_set_margin_top (GTK_WIDGET (self->find_bar), MAX (insets.top, GAP));
  if (gtk_widget_get_visible (GTK_WIDGET (self->find_bar)))
    insets.top = MAX (insets.top, GAP) + measure (GTK_WIDGET (self->find_bar), GTK_ORIENTATION_VERTICAL) + GAP;
  trl_board_set_insets (self->board, &insets);
  trl_window_arrange_session (self, palette, insets.top);
  trl_window_arrange_minimap (self, measure (self->zoom_box, GTK_ORIENTATION_VERTICAL) + GAP);
  trl_board_set_room_mode (self->board, self->room_mode || self->presenting);
}

/**
 * trl_window_arrange:
 * @self: a window
 *
 * Shows and hides the panels for the width, the size of text, the mode and what
 * people want, and tells the board what covers it.
 */
void
trl_window_arrange (TrlWindow *self)
{
  Plan plan = plan_panels (self);
  GAction *side = g_action_map_lookup_action (G_ACTION_MAP (self), "side-first");

  gtk_revealer_set_reveal_child (self->palette_revealer, plan.palette);
  gtk_revealer_set_reveal_child (self->side_revealer, plan.side);
  gtk_widget_set_visible (GTK_WIDGET (self->palette_revealer), plan.palette);
  gtk_widget_set_visible (GTK_WIDGET (self->side_revealer), plan.side);
  g_simple_action_set_state (G_SIMPLE_ACTION (side), g_variant_new_boolean (plan.side));
  arrange_header (self, &plan);
  if (self->board == NULL)
    return;
  trl_side_set_wide (self->side, self->width >= WIDE * get_text_scale (self));
  arrange_board (self, &plan);
}

/**
 * trl_window_show_panel:
 * @self: a window
 * @side: the panel at the side, or the palette
 *
 * Shows a panel, whatever hides it.
 */
void
trl_window_show_panel (TrlWindow *self,
                       gboolean   side)
{
  self->side_first = side;
  if (!self->panels)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.panels", NULL);
  else
    trl_window_arrange (self);
}

static gboolean
arrange_later_cb (gpointer user_data)
{
  TrlWindow *self = user_data;

  self->arrange_id = 0;
  trl_window_arrange (self);
  return G_SOURCE_REMOVE;
}

static void
arrange_later (TrlWindow *self)
{
  if (self->arrange_id == 0)
    self->arrange_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_later_cb, self, NULL);
}

/* GTK 4.8 has no breakpoints. Nothing may be shown or hidden while sizes are given. */
static void
trl_window_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  TrlWindow *self = TRL_WINDOW (widget);

  GTK_WIDGET_CLASS (trl_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (width == self->width)
    return;
  self->width = width;
  arrange_later (self);
}

static const char *
get_name (TrlWindow *self)
{
  const char *name = trl_card_get_name (trl_blueprint_get_root (trl_desk_get_blueprint (self->desk)));

  return name != NULL && *name != '\0' ? name : _("Untitled Program");
}

/* "Approved · 3 changes since" */
static char *
describe_status (TrlWindow *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  TrlCard *root = trl_blueprint_get_root (blueprint);
  int status = MAX (trl_card_get_choice (root, TRL_PROGRAM_STATUS), 0);
  const char *label = trl_choice_get_label (TRL_CHOICES_STATUS, status);
  g_autofree char *since = NULL;
  int changes;

  if (status != TRL_STATUS_APPROVED || trl_card_get_text (root, TRL_PROGRAM_APPROVAL_OF) == NULL)
    return g_strdup (label);
  changes = trl_approval_count_changes (blueprint);
  if (changes == 0)
    return g_strdup (label);
  if (changes == TRL_APPROVAL_UNCOUNTED)
    since = g_strdup (_("changed since"));
  else
    since = g_strdup_printf (ngettext ("%d change since", "%d changes since", changes), changes);
  return g_strdup_printf ("%s · %s", label, since);
}

/**
 * trl_window_update_title:
 * @self: a window
 *
 * Says the name of the design and its state.
 */
void
trl_window_update_title (TrlWindow *self)
{
  g_autofree char *status = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;
  gboolean saved;

  if (self->desk == NULL)
    {
      adw_window_title_set_title (self->title, _("Trellis"));
      adw_window_title_set_subtitle (self->title, "");
      gtk_window_set_title (GTK_WINDOW (self), _("Trellis"));
      return;
    }
  status = describe_status (self);
  saved = !trl_document_is_modified (self->document);
  subtitle = g_strdup_printf ("%s · %s", status, saved && trl_document_get_file (self->document) != NULL
                                                   ? C_("state", "saved") : C_("state", "not saved"));
  adw_window_title_set_title (self->title, get_name (self));
  adw_window_title_set_subtitle (self->title, subtitle);
  title = g_strdup_printf ("%s%s", saved ? "" : "• ", get_name (self));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
changed_cb (TrlWindow *self)
{
  trl_window_update_title (self);
  trl_window_update_actions (self);
}

static void
revealed_cb (TrlWindow  *self,
             const char *id)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->find_bar)))
    trl_board_look_at (self->board, id);   /* who looks for a word wants to read it */
  else
    trl_board_reveal (self->board, id);
}

/* The structural lock holds whoever asks. */
static gboolean
may_commit (const TrlChange *change,
            gpointer         user_data)
{
  return trl_board_may_commit (TRL_WINDOW (user_data)->board, change);
}

static void
open_card_cb (TrlWindow  *self,
              const char *id)
{
  trl_window_show_panel (self, TRUE);
  trl_side_show (self->side, "details");
  trl_inspector_open (self->inspector, id, TRL_MEMBER_NONE);
}

/* The inspector selects the value; it must be seen first. The panel that asks may go behind it: what is typed matters more
 * now. */
static void
type_cb (TrlWindow  *self,
         const char *id)
{
  trl_window_show_panel (self, TRUE);
  trl_side_show (self->side, "details");
  if (!g_str_equal (id, TRL_ROOT_ID))
    trl_board_reveal (self->board, id);
}

static void
reviewed_cb (TrlWindow *self)
{
  guint n = trl_review_panel_get_n_open (self->review);
  /* Translators: the tab of the review, with the number of warnings. */
  g_autofree char *label = n > 0 ? g_strdup_printf (_("Review ⚠ %u"), n) : g_strdup (_("Review"));

  trl_side_set_label (self->side, "review", label);
}

static void
make_side (TrlWindow *self)
{
  g_autofree char *page = g_settings_get_string (trl_settings_get (), "side-page");

  self->side = TRL_SIDE (trl_side_new ());
  self->inspector = TRL_INSPECTOR (trl_inspector_new (self->desk));
  trl_side_add (self->side, "details", _("Details"), GTK_WIDGET (self->inspector));
  self->review = TRL_REVIEW_PANEL (trl_review_panel_new (self->desk, self->board));
  g_signal_connect_object (self->review, "changed", G_CALLBACK (reviewed_cb), self, G_CONNECT_SWAPPED);
  trl_side_add (self->side, "review", _("Review"), GTK_WIDGET (self->review));
  trl_side_add (self->side, "outline", _("Outline"), trl_outline_new (self->desk));
  self->open = TRL_OPEN_PANEL (trl_open_panel_new (self->desk));
  trl_side_add (self->side, "open", C_("tab", "Open"), GTK_WIDGET (self->open));
  reviewed_cb (self);
  trl_side_show (self->side, page);
  adw_bin_set_child (self->side_bin, GTK_WIDGET (self->side));
}

static void
update_theme (TrlWindow *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  TrlThemeKind theme = adw_style_manager_get_high_contrast (style) ? TRL_THEME_CONTRAST
                       : adw_style_manager_get_dark (style)        ? TRL_THEME_DARK
                                                                   : TRL_THEME_LIGHT;

  trl_board_set_theme (self->board, theme);
}

static void
make_board (TrlWindow    *self,
            TrlBlueprint *blueprint,
            TrlHistory   *history)
{
  self->board = TRL_BOARD (trl_board_new ());
  trl_board_set_blueprint (self->board, blueprint);
  trl_board_set_history (self->board, history);
  trl_window_watch_zoom (self);
  g_signal_connect_object (self->board, "open-card", G_CALLBACK (open_card_cb), self, G_CONNECT_SWAPPED);
  trl_window_init_clipboard (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (update_theme), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (update_theme), self,
                           G_CONNECT_SWAPPED);
  update_theme (self);
  trl_window_update_manners (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", trl_board_get_actions (self->board));
  adw_bin_set_child (self->board_bin, GTK_WIDGET (self->board));
  gtk_overlay_add_overlay (self->stage, trl_board_get_ghost (self->board));
}

/* The question is answered: look at the answer. */
static void
answered_cb (TrlWindow  *self,
             GParamSpec *pspec,
             GtkWidget  *question)
{
  if (gtk_widget_get_visible (question))
    return;
  trl_board_fit (self->board);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
make_first_question (TrlWindow *self)
{
  GtkWidget *question = trl_first_question_new (self->desk);

  gtk_box_append (GTK_BOX (self->centre_box), question);
  g_signal_connect_object (question, "notify::visible", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
}

static void
find_closed_cb (TrlWindow *self)
{
  trl_board_focus_selected (self->board);
}

static void
make_find_bar (TrlWindow *self)
{
  GtkWidget *bar = trl_find_bar_new (self->desk);

  self->find_bar = TRL_FIND_BAR (bar);
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (bar, GTK_ALIGN_START);
  gtk_widget_set_margin_end (bar, GAP);
  gtk_overlay_add_overlay (self->overlay, bar);
  g_signal_connect_object (bar, "notify::visible", G_CALLBACK (trl_window_arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bar, "closed", G_CALLBACK (find_closed_cb), self, G_CONNECT_SWAPPED);
}

static void
presented_cb (TrlWindow *self)
{
  self->presenting = FALSE;
  trl_window_arrange (self);
  if (!self->was_fullscreen)
    gtk_window_unfullscreen (GTK_WINDOW (self));
}

static void
make_presenter (TrlWindow *self)
{
  self->presenter = TRL_PRESENTER (trl_presenter_new (self->desk, self->board));
  g_signal_connect_object (self->presenter, "ended", G_CALLBACK (presented_cb), self, G_CONNECT_SWAPPED);
  gtk_overlay_add_overlay (self->overlay, GTK_WIDGET (self->presenter));
  gtk_overlay_add_overlay (self->overlay, trl_presenter_get_bar (self->presenter));
}

/**
 * trl_window_present:
 * @self: a window with a design
 *
 * Shows the design to people, on the whole screen.
 */
void
trl_window_present (TrlWindow *self)
{
  if (self->presenter == NULL || self->presenting)
    return;
  self->was_fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  trl_find_bar_close (self->find_bar);
  if (trl_timer_get_left (self->timer) == 0 && !trl_timer_is_over (self->timer))
    trl_timer_stop (self->timer);   /* nobody chose a time yet; what runs goes on over the slides */
  self->presenting = TRUE;
  trl_presenter_start (self->presenter);
  trl_window_arrange (self);
  gtk_window_fullscreen (GTK_WINDOW (self));
}

/**
 * trl_window_take:
 * @self: an empty window
 * @document: the design
 *
 * Shows a design.
 */
void
trl_window_take (TrlWindow   *self,
                 TrlDocument *document)
{
  TrlBlueprint *blueprint = trl_document_get_blueprint (document);
  TrlHistory *history = trl_document_get_history (document);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);

  g_set_object (&self->document, document);
  make_board (self, blueprint, history);
  trl_board_set_reviewer (self->board, reviewer);
  self->desk = trl_desk_new (blueprint, history, trl_board_get_selection (self->board), reviewer);
  trl_desk_set_gate (self->desk, may_commit, self);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "reveal", G_CALLBACK (revealed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "type", G_CALLBACK (type_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (trl_window_update_title), self, G_CONNECT_SWAPPED);

  trl_window_watch_outside (self);

  self->palette = TRL_PALETTE (trl_palette_new (self->desk, self->board));
  gtk_widget_set_size_request (GTK_WIDGET (self->palette), PALETTE_WIDTH, -1);
  adw_bin_set_child (self->palette_bin, GTK_WIDGET (self->palette));
  make_side (self);
  self->strip = TRL_STRIP (trl_strip_new (self->desk));
  gtk_box_append (GTK_BOX (self->top_box), GTK_WIDGET (self->strip));
  make_find_bar (self);
  make_first_question (self);
  make_presenter (self);
  trl_window_make_session (self);
  trl_window_make_minimap (self);
  trl_window_start_voice (self);
  trl_voting_resume (self->voting, trl_document_get_aside (document));

  gtk_stack_set_visible_child_name (self->pages, "board");
  trl_window_arrange (self);
  changed_cb (self);
  trl_window_show_zoom (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->board));
}

static void
make_open_menu_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  g_autoptr (GMenuModel) menu = trl_recents_make_menu ();

  gtk_menu_button_set_menu_model (button, menu);
}

/* Escape ends a drag from the palette wherever the focus is; a talk has keys of its own. */
static gboolean
key_pressed_cb (TrlWindow      *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape && self->palette != NULL && trl_palette_cancel_drag (self->palette))
    return TRUE;
  return self->presenter != NULL && trl_presenter_handle_key (self->presenter, keyval, state);
}

/* Escape that nothing else wanted leaves Room mode. */
static gboolean
key_left_cb (TrlWindow      *self,
             guint           keyval,
             guint           keycode,
             GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || !self->room_mode)
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.room-mode", NULL);
  return TRUE;
}

/* Back from another program: the file may have changed there. */
static void
activated_cb (TrlWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    trl_window_check_outside (self);
}

/* Escape in a panel, when nothing in it wants the key, goes back to the board; what was typed stays. */
static gboolean
panel_key_cb (TrlWindow      *self,
              guint           keyval,
              guint           keycode,
              GdkModifierType state)
{
  if (keyval != GDK_KEY_Escape || self->board == NULL)
    return FALSE;
  trl_board_focus_selected (self->board);
  return TRUE;
}

static void
add_panel_keys (TrlWindow *self,
                GtkWidget *panel)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (panel_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (panel, keys);
}

static void
add_key_controller (TrlWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
restore_size (TrlWindow *self)
{
  GSettings *settings = trl_settings_get ();

  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (TrlWindow *self)
{
  GSettings *settings = trl_settings_get ();
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && !gtk_window_is_fullscreen (GTK_WINDOW (self)) && width > 0)
    {
      g_settings_set_int (settings, "window-width", MAX (width, 360));
      g_settings_set_int (settings, "window-height", MAX (height, 320));
    }
  if (self->side != NULL)
    g_settings_set_string (settings, "side-page", trl_side_get_shown (self->side));
}

static gboolean
trl_window_close_request (GtkWindow *window)
{
  TrlWindow *self = TRL_WINDOW (window);

  if (!trl_window_may_close (self))
    return TRUE;
  remember_size (self);
  if (self->document != NULL)
    trl_document_close (self->document);
  return GTK_WINDOW_CLASS (trl_window_parent_class)->close_request (window);
}

static void
trl_window_dispose (GObject *object)
{
  TrlWindow *self = TRL_WINDOW (object);

  g_clear_handle_id (&self->arrange_id, g_source_remove);
  g_clear_handle_id (&self->zoom_id, g_source_remove);
  if (self->desk != NULL)
    trl_desk_set_gate (self->desk, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TRL_TYPE_WINDOW);
  g_clear_object (&self->desk);
  g_clear_object (&self->document);
  g_clear_object (&self->chooser);
  g_clear_object (&self->toast);
  g_clear_pointer (&self->spoken_key, g_free);
  self->board = NULL;
  self->palette = NULL;
  self->find_bar = NULL;
  G_OBJECT_CLASS (trl_window_parent_class)->dispose (object);
}

static void
trl_window_class_init (TrlWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trl_window_dispose;
  widget_class->size_allocate = trl_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = trl_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, stage);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, header_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, room_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, side_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, start_bin);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, board_bin);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, palette_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, palette_bin);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, top_box);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, centre_box);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, bottom_box);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, tool_box);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, lost_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, zoom_box);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, side_revealer);
  gtk_widget_class_bind_template_child (widget_class, TrlWindow, side_bin);
}

static void
trl_window_init (TrlWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  trl_history_list_offer (GTK_WIDGET (self->undo_button));
  trl_history_list_offer (GTK_WIDGET (self->redo_button));
  trl_window_make_voice (self);
  self->panels = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self->board_bin), "board-page");
  adw_bin_set_child (self->start_bin, trl_start_page_new ());
  gtk_menu_button_set_create_popup_func (self->open_button, make_open_menu_cb, NULL, NULL);
  trl_window_init_actions (self);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (activated_cb), NULL);
  trl_actions_add_shortcuts (GTK_WIDGET (self));
  add_key_controller (self);
  add_panel_keys (self, GTK_WIDGET (self->side_bin));
  add_panel_keys (self, GTK_WIDGET (self->palette_bin));
  restore_size (self);
  self->width = g_settings_get_int (trl_settings_get (), "window-width");   /* until it is known */
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (arrange_later), self,
                           G_CONNECT_SWAPPED);
  trl_window_arrange (self);
  trl_window_update_title (self);
}

/**
 * trl_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a window with the start page
 */
TrlWindow *
trl_window_new (TrlApplication *application)
{
  return g_object_new (TRL_TYPE_WINDOW, "application", application, NULL);
}

/**
 * trl_window_is_empty:
 * @self: a window
 *
 * Returns: whether it shows the start page
 */
gboolean
trl_window_is_empty (TrlWindow *self)
{
  g_return_val_if_fail (TRL_IS_WINDOW (self), FALSE);

  return self->desk == NULL;
}

/**
 * trl_window_get_file:
 * @self: a window
 *
 * Returns: (nullable) (transfer none): where its design lies
 */
GFile *
trl_window_get_file (TrlWindow *self)
{
  g_return_val_if_fail (TRL_IS_WINDOW (self), NULL);

  return self->document != NULL ? trl_document_get_file (self->document) : NULL;
}
