/* ghost.h: a widget that the window lays over everything, in which what is dragged is drawn. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRL_TYPE_GHOST (trl_ghost_get_type ())
G_DECLARE_FINAL_TYPE (TrlGhost, trl_ghost, TRL, GHOST, GtkWidget)

/**
 * TrlGhostDraw:
 * @ghost: the ghost
 * @snapshot: where to draw, in its coordinates
 * @data: of whoever set it
 *
 * Draws what is dragged.
 */
typedef void (*TrlGhostDraw) (GtkWidget   *ghost,
                              GtkSnapshot *snapshot,
                              gpointer     data);

GtkWidget *trl_ghost_new      (void);
void       trl_ghost_set_draw (TrlGhost     *self,
                               TrlGhostDraw  draw,
                               gpointer      data);

G_END_DECLS
