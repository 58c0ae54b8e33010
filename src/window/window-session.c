/* window-session.c: what a meeting needs beside the design: time, dots, and the walk through what is open.
 *
 * It floats at the top of the board, over slides too, and is no part of any file. */

#define G_LOG_DOMAIN "window-session"

#include "config.h"

#include "window-private.h"

#define GAP 12

static void
timer_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (gtk_widget_get_visible (GTK_WIDGET (self->timer)))
    {
      trl_timer_stop (self->timer);
      return;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->timer), TRUE);
  if (!self->presenting)
    gtk_widget_child_focus (GTK_WIDGET (self->timer), GTK_DIR_TAB_FORWARD);
}

/* What has the keyboard goes away, and the keyboard goes back to work. */
static void
timer_hidden_cb (TrlWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self->timer)) &&
      (focus == NULL || focus == GTK_WIDGET (self->timer) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->timer))))
    trl_board_focus_selected (self->board);
}

/* Escape leaves the timer as it is. */
static gboolean
key_pressed_cb (TrlWindow       *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return FALSE;
  trl_board_focus_selected (self->board);
  return TRUE;
}

static void
vote_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TrlWindow *self = user_data;

  if (trl_voting_is_open (self->voting))
    trl_voting_reveal (self->voting);
  else
    trl_voting_ask (self->voting, GTK_WINDOW (self));
}

static void
walk (TrlWindow *self,
      int        by)
{
  if (self->panels)
    trl_window_show_panel (self, TRUE);
  trl_side_show (self->side, "open");
  trl_open_panel_step (self->open, by);
}

static void
next_open_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  walk (user_data, 1);
}

static void
previous_open_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  walk (user_data, -1);
}

/* Votes are in no file; the journal keeps them for as long as the round runs. */
static void
voted_cb (TrlWindow *self)
{
  g_autofree char *words = trl_voting_write (self->voting);

  trl_document_set_aside (self->document, words);
}

static const GActionEntry entries[] = {
  { "timer", timer_action },
  { "vote", vote_action },
  { "next-open", next_open_action },
  { "previous-open", previous_open_action },
};

/**
 * trl_window_init_session_actions:
 * @self: a window
 *
 * Gives a window the actions of a meeting.
 */
void
trl_window_init_session_actions (TrlWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * trl_window_make_session:
 * @self: a window with a design and its presenter
 *
 * Makes what floats at the top of the board. It comes after the presenter, whose slides would cover it.
 */
void
trl_window_make_session (TrlWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->session_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_set_halign (self->session_box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->session_box, GTK_ALIGN_START);
  self->timer = TRL_TIMER (trl_timer_new ());
  g_signal_connect_object (self->timer, "notify::visible", G_CALLBACK (timer_hidden_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (GTK_WIDGET (self->timer), GTK_ALIGN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->timer), FALSE);
  gtk_box_append (GTK_BOX (self->session_box), GTK_WIDGET (self->timer));
  self->voting = TRL_VOTING (trl_voting_new (self->desk, self->board));
  g_signal_connect_object (self->voting, "changed", G_CALLBACK (voted_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_halign (GTK_WIDGET (self->voting), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->session_box), GTK_WIDGET (self->voting));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->session_box, keys);
  gtk_overlay_add_overlay (self->overlay, self->session_box);
}

/**
 * trl_window_arrange_session:
 * @self: a window
 * @start: what covers the board where a line of text begins, in pixels
 * @top: what covers it at the top
 *
 * Keeps what floats clear of the panels, and large enough for a room.
 */
void
trl_window_arrange_session (TrlWindow *self,
                            int        start,
                            int        top)
{
  gtk_widget_set_margin_start (self->session_box, start + GAP);
  gtk_widget_set_margin_end (self->session_box, GAP);
  gtk_widget_set_margin_top (self->session_box, MAX (top, GAP));
  if (self->room_mode || self->presenting)
    gtk_widget_add_css_class (self->session_box, "room");
  else
    gtk_widget_remove_css_class (self->session_box, "room");
}
