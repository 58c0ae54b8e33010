/* window-actions.c: what a window can be told by name. */

#define G_LOG_DOMAIN "window-actions"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "actions.h"
#include "approve-dialog.h"
#include "commands.h"
#include "history-list.h"
#include "settings.h"
#include "start-page.h"
#include "tables.h"

static void
start_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  const char *name = g_variant_get_string (parameter, NULL);

  if (trl_window_is_empty (user_data))
    trl_window_start (user_data, *name != '\0' ? name : NULL);
}

/* The list of orphans is short and may have changed: it is read again. */
static TrlOrphan *
find_orphan (GPtrArray *orphans,
             GVariant  *path)
{
  for (guint i = 0; i < orphans->len; i++)
    {
      TrlOrphan *orphan = g_ptr_array_index (orphans, i);

      if (g_strcmp0 (orphan->path, g_variant_get_string (path, NULL)) == 0)
        return orphan;
    }
  return NULL;
}

static void
recover_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (GPtrArray) orphans = trl_journal_list_orphans ();
  TrlOrphan *orphan = find_orphan (orphans, parameter);
  TrlWindow *window = user_data;

  if (orphan == NULL)
    return;
  if (!trl_window_is_empty (window))
    {
      window = trl_window_new (TRL_APPLICATION (gtk_window_get_application (user_data)));
      gtk_window_present (GTK_WINDOW (window));
    }
  trl_window_recover (window, orphan);
}

static void
discard_orphan_action (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  TrlWindow *self = user_data;
  g_autoptr (GPtrArray) orphans = trl_journal_list_orphans ();
  TrlOrphan *orphan = find_orphan (orphans, parameter);

  if (orphan != NULL)
    trl_journal_discard (orphan);
  trl_start_page_refresh (TRL_START_PAGE (adw_bin_get_child (self->start_bin)));
}

/* The keyboard goes along to what changed if it was on the board. */
static void
replay (TrlWindow *self,
        void     (*step) (TrlBoard *board))
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  GtkWidget *board = GTK_WIDGET (self->board);
  gboolean on_board = focus == NULL || focus == board || gtk_widget_is_ancestor (focus, board);

  step (self->board);
  if (on_board && !self->presenting)
    trl_board_focus_selected (self->board);
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->desk != NULL)
    replay (self, trl_board_undo);
}

static void
redo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->desk != NULL)
    replay (self, trl_board_redo);
}

static void
history_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrlWindow *self = user_data;
  GtkWidget *buttons[] = { GTK_WIDGET (self->undo_button), GTK_WIDGET (self->redo_button), self->menu_button };
  guint i = 0;

  if (self->desk == NULL || self->presenting)
    return;
  /* What hangs on a button that cannot be pressed could not be pressed either. */
  while (i + 1 < G_N_ELEMENTS (buttons) && !(gtk_widget_get_mapped (buttons[i]) && gtk_widget_is_sensitive (buttons[i])))
    i++;
  trl_history_list_show (buttons[i], self->board, trl_desk_get_history (self->desk));
}

static void
save_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  trl_window_save (user_data, FALSE);
}

static void
save_as_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  trl_window_save (user_data, TRUE);
}

static void
export_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  trl_window_export (user_data, TRL_N_TABLES);
}

static void
reload_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  trl_window_reload (user_data);
}

static void
close_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  gtk_window_close (user_data);
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->palette == NULL)
    return;
  trl_window_show_panel (self, FALSE);
  trl_palette_focus (self->palette);
}

static void
find_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->find_bar != NULL && !self->presenting)
    trl_find_bar_open (self->find_bar);
}

static void
commands_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->desk != NULL && !self->presenting)
    gtk_window_present (GTK_WINDOW (trl_commands_new (self)));
}

static void
want_panels (TrlWindow *self,
             gboolean   panels)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "panels");

  self->panels = panels;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (panels));
}

static void
set_panels (GSimpleAction *action,
            GVariant      *state,
            gpointer       user_data)
{
  TrlWindow *self = user_data;

  want_panels (self, g_variant_get_boolean (state));
  trl_window_arrange (self);
}

/* Where there is room for one panel, the side takes turns with the palette. */
static void
set_side_first (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (g_variant_get_boolean (state) || self->panels)
    trl_window_show_panel (self, g_variant_get_boolean (state));
}

/* The motion that people talk about, as large as the screen lets it be: all of the board at once could not be
 * read from the back of a room. */
static void
show_for_room (TrlWindow *self)
{
  const GPtrArray *motions = trl_blueprint_get_children (trl_desk_get_blueprint (self->desk), TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  const char *motion = trl_desk_get_motion (self->desk);

  if (motion == NULL && motions != NULL && motions->len > 0)
    motion = trl_card_get_id (g_ptr_array_index (motions, 0));
  if (motion != NULL)
    trl_board_fit_card (self->board, motion);
  else
    trl_board_fit (self->board);
  /* Names of 32 pixels and facts of 24 are what a room can read; a long motion is scrolled rather than shrunk. */
  if (motion != NULL && trl_board_get_zoom (self->board) < 1)
    {
      TrlCamera camera;

      trl_board_get_camera (self->board, &camera);
      trl_camera_zoom_at (&camera, 1, (TrlViewPoint) { camera.width / 2, 0 });
      trl_board_set_camera (self->board, &camera, FALSE);
    }
}

static void
set_room_mode (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->board == NULL || self->room_mode == g_variant_get_boolean (state))
    return;
  self->room_mode = g_variant_get_boolean (state);
  g_simple_action_set_state (action, state);
  if (self->room_mode)
    {
      trl_board_get_camera (self->board, &self->camera);
      self->had_panels = self->panels;
    }
  want_panels (self, !self->room_mode && self->had_panels);
  trl_window_arrange (self);
  if (self->room_mode)
    show_for_room (self);
  else
    trl_board_set_camera (self->board, &self->camera, TRUE);
}

static void
set_fullscreen (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  g_simple_action_set_state (action, state);
  if (g_variant_get_boolean (state))
    gtk_window_fullscreen (user_data);
  else
    gtk_window_unfullscreen (user_data);
}

static void
side_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->side == NULL)
    return;
  trl_window_show_panel (self, TRUE);
  trl_side_show (self->side, g_variant_get_string (parameter, NULL));
}

/* Where F6 stops: board, palette, side. */
static void
go_to_pane (TrlWindow *self,
            int        step)
{
  GtkWidget *panes[3] = { GTK_WIDGET (self->palette), GTK_WIDGET (self->board), GTK_WIDGET (self->side) };
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  int now = 1;

  if (self->board == NULL)
    return;
  for (int i = 0; i < 3; i++)
    if (focus != NULL && (focus == panes[i] || gtk_widget_is_ancestor (focus, panes[i])))
      now = i;
  for (int i = 1; i <= 3; i++)
    {
      GtkWidget *pane = panes[(now + i * step + 3 * 3) % 3];

      if (i < 3 && pane == GTK_WIDGET (self->board))
        {
          trl_board_focus_selected (self->board);
          return;
        }
      if (gtk_widget_get_mapped (pane) && (gtk_widget_grab_focus (pane) || gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD)))
        return;
    }
}

static void
next_pane_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  go_to_pane (user_data, 1);
}

static void
previous_pane_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  go_to_pane (user_data, -1);
}

static void
next_finding_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->panels)
    trl_window_show_panel (self, TRUE);
  trl_side_show (self->side, "review");
  trl_review_panel_step (self->review, 1);
}

static void
previous_finding_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (self->panels)
    trl_window_show_panel (self, TRUE);
  trl_side_show (self->side, "review");
  trl_review_panel_step (self->review, -1);
}

static void
present_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  trl_window_present (user_data);
}

static void
approve_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TrlWindow *self = user_data;

  trl_approve_dialog_show (GTK_WINDOW (self), self->desk);
}

static void
tables_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  TrlWindow *self = user_data;
  TrlTableKind kind = trl_table_kind_find (g_variant_get_string (parameter, NULL));

  if (kind < TRL_N_TABLES)
    trl_tables_show (GTK_WINDOW (self), self->desk, kind);
}

static void
export_table_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  TrlTableKind kind = trl_table_kind_find (g_variant_get_string (parameter, NULL));

  if (kind < TRL_N_TABLES)
    trl_window_export (user_data, kind);
}

static void
copy_picture_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  trl_window_copy_picture (user_data);
}

/* Made when somebody asks for it and gone when it is closed. As the window's
 * "help overlay" it would be made with each window, before anything is shown,
 * and GTK 4.8 takes such a hidden window for one that assistive tools may ask
 * about, and complains that it has no name for it. */
static void
show_help_overlay_action (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  g_autoptr (GtkWidget) overlay = trl_actions_make_overlay ();

  gtk_window_set_transient_for (GTK_WINDOW (overlay), user_data);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (overlay), TRUE);
  gtk_window_present (GTK_WINDOW (overlay));
}

static const GActionEntry entries[] = {
  { "start", start_action, "s" },
  { "recover", recover_action, "s" },
  { "discard-orphan", discard_orphan_action, "s" },
  { "undo", undo_action },
  { "redo", redo_action },
  { "history", history_action },
  { "save", save_action },
  { "save-as", save_as_action },
  { "export", export_action },
  { "copy-picture", copy_picture_action },
  { "export-table", export_table_action, "s" },
  { "tables", tables_action, "s" },
  { "reload", reload_action },
  { "close", close_action },
  { "search", search_action },
  { "find", find_action },
  { "commands", commands_action },
  { "side", side_action, "s" },
  { "next-pane", next_pane_action },
  { "previous-pane", previous_pane_action },
  { "next-finding", next_finding_action },
  { "previous-finding", previous_finding_action },
  { "approve", approve_action },
  { "present", present_action },
  { "show-help-overlay", show_help_overlay_action },
  { "panels", NULL, NULL, "true", set_panels },
  { "side-first", NULL, NULL, "false", set_side_first },
  { "room-mode", NULL, NULL, "false", set_room_mode },
  { "fullscreen", NULL, NULL, "false", set_fullscreen },
};

/* Full screen may also be left by the window manager. */
static void
fullscreened_cb (TrlWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "fullscreen");

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (gtk_window_is_fullscreen (GTK_WINDOW (self))));
}

/**
 * trl_window_update_manners:
 * @self: a window
 *
 * Tells the board how the person wants wheel, touchpad and snapping.
 */
void
trl_window_update_manners (TrlWindow *self)
{
  GSettings *settings = trl_settings_get ();
  g_autofree char *wheel = g_settings_get_string (settings, "mouse-wheel");
  g_autofree char *touchpad = g_settings_get_string (settings, "touchpad");
  TrlManners manners = { g_str_equal (wheel, "zoom"), g_str_equal (touchpad, "zoom"), g_settings_get_boolean (settings, "snap"),
                         g_settings_get_boolean (settings, "letters") };

  if (self->board != NULL)
    trl_board_set_manners (self->board, &manners);
}

static void
manners_cb (TrlWindow  *self,
            const char *key,
            GSettings  *settings)
{
  trl_window_update_manners (self);
}

static void
init_manners (TrlWindow *self)
{
  static const char *keys[] = { "snap", "mouse-wheel", "touchpad" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (trl_settings_get (), keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
  g_signal_connect_object (trl_settings_get (), "changed", G_CALLBACK (manners_cb), self, G_CONNECT_SWAPPED);
}

/**
 * trl_window_init_actions:
 * @self: a window
 *
 * Gives a window its actions.
 */
void
trl_window_init_actions (TrlWindow *self)
{
  g_autoptr (GAction) minimap = g_settings_create_action (trl_settings_get (), "minimap");

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_action_map_add_action (G_ACTION_MAP (self), minimap);
  trl_window_init_session_actions (self);
  init_manners (self);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  trl_window_update_actions (self);
}

static void
set_enabled (TrlWindow  *self,
             const char *name,
             gboolean    enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
describe (GtkButton  *button,
          const char *format,
          const char *what)
{
  g_autofree char *text = what != NULL ? g_strdup_printf ("%s: %s", format, what) : g_strdup (format);

  gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
}

/**
 * trl_window_update_actions:
 * @self: a window
 *
 * Says which actions make sense now.
 */
void
trl_window_update_actions (TrlWindow *self)
{
  TrlHistory *history = self->desk != NULL ? trl_desk_get_history (self->desk) : NULL;
  static const char *of_designs[] = {
    "search", "find", "commands", "side", "next-pane", "previous-pane", "panels", "side-first", "room-mode",
    "save", "save-as", "export", "copy-picture", "export-table", "tables", "approve", "present", "next-finding",
    "previous-finding", "timer", "vote", "next-open", "previous-open"
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_designs); i++)
    set_enabled (self, of_designs[i], history != NULL);
  set_enabled (self, "undo", history != NULL && trl_history_can_undo (history));
  set_enabled (self, "redo", history != NULL && trl_history_can_redo (history));
  set_enabled (self, "history", history != NULL && (trl_history_can_undo (history) || trl_history_can_redo (history)));
  if (history == NULL)
    return;
  describe (self->undo_button, _("Undo"), trl_history_get_undo_name (history));
  describe (self->redo_button, _("Redo"), trl_history_get_redo_name (history));
}
