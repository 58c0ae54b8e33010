/* board-actions.c: what the board can be told by name, and the keys for it. */

#define G_LOG_DOMAIN "board-actions"

#include "config.h"

#include "board-private.h"

static void
zoom_in (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  TrlBoard *self = user_data;

  trl_board_set_zoom (self, trl_camera_next_stop (&self->camera, 1));
}

static void
zoom_out (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TrlBoard *self = user_data;

  trl_board_set_zoom (self, trl_camera_next_stop (&self->camera, -1));
}

static void
zoom_100 (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  trl_board_set_zoom (user_data, 1);
}

static void
fit (GSimpleAction *action,
     GVariant      *parameter,
     gpointer       user_data)
{
  trl_board_fit (user_data);
}

static void
fit_selection (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  trl_board_fit_selection (user_data);
}

static const GActionEntry entries[] = {
  { "zoom-in", zoom_in },
  { "zoom-out", zoom_out },
  { "zoom-100", zoom_100 },
  { "fit", fit },
  { "fit-selection", fit_selection },
};

/**
 * trl_board_init_actions:
 * @self: a board
 *
 * Gives the board its actions.
 */
void
trl_board_init_actions (TrlBoard *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
}

/**
 * trl_board_update_actions:
 * @self: a board
 *
 * Says which actions make sense now.
 */
void
trl_board_update_actions (TrlBoard *self)
{
}

/**
 * trl_board_install_keys:
 * @widget_class: the board's class
 *
 * Binds keys to actions.
 */
void
trl_board_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "board.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "board.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "board.zoom-100", NULL);
}
