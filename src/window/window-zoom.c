/* window-zoom.c: how large the board is shown: the button that says it, its menu, what the wheel does, and the way back.
 *
 * Half of the world expects a mouse wheel to zoom and the other half to move
 * the board. It moves it; the first time that somebody turns it the other way
 * is offered, once, and stays in the menu. */

#define G_LOG_DOMAIN "window-zoom"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "settings.h"

static gboolean
show_zoom_cb (gpointer user_data)
{
  TrlWindow *self = user_data;
  g_autofree char *text = g_strdup_printf ("%.0f %%", 100 * trl_board_get_zoom (self->board));

  self->zoom_id = 0;
  gtk_menu_button_set_label (self->zoom_button, text);
  gtk_widget_set_visible (self->lost_button, !self->presenting && trl_board_is_lost (self->board));
  return G_SOURCE_REMOVE;
}

/**
 * trl_window_show_zoom:
 * @self: a window that has a board
 *
 * Says how large the board is, and whether nothing of it is in view, soon: it
 * fits anew while sizes are given, and then no label may change.
 */
void
trl_window_show_zoom (TrlWindow *self)
{
  if (self->zoom_id == 0)
    self->zoom_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, show_zoom_cb, self, NULL);
}

static void
offer (TrlWindow *self)
{
  AdwToast *toast = adw_toast_new (_("The wheel moves the board; with Ctrl it zooms"));

  adw_toast_set_timeout (toast, 0);   /* a question waits for its answer, or is closed */
  adw_toast_set_button_label (toast, _("Let It Zoom"));
  adw_toast_set_action_name (toast, "win.mouse-wheel");
  adw_toast_set_action_target_value (toast, g_variant_new_string ("zoom"));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Listens only: the board does what the wheel means. */
static gboolean
wheel_cb (GtkEventControllerScroll *controller,
          double                    dx,
          double                    dy,
          gpointer                  user_data)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if (gtk_event_controller_scroll_get_unit (controller) != GDK_SCROLL_UNIT_WHEEL || (state & GDK_CONTROL_MASK) != 0 ||
      g_settings_get_boolean (trl_settings_get (), "wheel-offered"))
    return GDK_EVENT_PROPAGATE;
  g_settings_set_boolean (trl_settings_get (), "wheel-offered", TRUE);
  if (g_settings_get_user_value (trl_settings_get (), "mouse-wheel") == NULL)
    offer (user_data);
  return GDK_EVENT_PROPAGATE;
}

/* The button goes with the next turn of the main loop; the keyboard does not go with it. */
static void
found_cb (TrlWindow *self)
{
  trl_board_fit (self->board);
  trl_board_focus_selected (self->board);
}

/**
 * trl_window_watch_zoom:
 * @self: a window that has a board
 *
 * Keeps saying how large the board is, shows the way back from where nothing
 * is, and offers the wheel once.
 */
void
trl_window_watch_zoom (TrlWindow *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_object (self->board, "notify::zoom", G_CALLBACK (trl_window_show_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lost_button, "clicked", G_CALLBACK (found_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (wheel_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->board), scroll);
  trl_window_show_zoom (self);
}
