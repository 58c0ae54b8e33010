/* window-minimap.c: the map of the board in the corner where a line of text ends. */

#define G_LOG_DOMAIN "window-minimap"

#include "config.h"

#include "window-private.h"

#include "settings.h"

#define GAP 12

static void
wanted_cb (TrlWindow *self)
{
  trl_minimap_set_wanted (self->minimap, !self->presenting && g_settings_get_boolean (trl_settings_get (), "minimap"));
}

/**
 * trl_window_make_minimap:
 * @self: a window that has a board
 *
 * Makes the map; whether it is shown is remembered for all windows.
 */
void
trl_window_make_minimap (TrlWindow *self)
{
  GtkWidget *map = trl_minimap_new (self->board);

  self->minimap = TRL_MINIMAP (map);
  gtk_widget_set_halign (map, GTK_ALIGN_END);
  gtk_widget_set_valign (map, GTK_ALIGN_END);
  gtk_widget_set_margin_end (map, GAP);
  gtk_overlay_add_overlay (self->overlay, map);
  g_signal_connect_object (trl_settings_get (), "changed::minimap", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
}

/**
 * trl_window_arrange_minimap:
 * @self: a window that has a board
 * @bottom: what covers the board below the map, in pixels
 *
 * Keeps the map clear of the bars at the bottom.
 */
void
trl_window_arrange_minimap (TrlWindow *self,
                            int        bottom)
{
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->minimap), bottom);
  wanted_cb (self);
}
