/* minimap.h: the motions in a corner, and what of them is seen. */
#pragma once

#include "board.h"

G_BEGIN_DECLS

#define TRL_TYPE_MINIMAP (trl_minimap_get_type ())
G_DECLARE_FINAL_TYPE (TrlMinimap, trl_minimap, TRL, MINIMAP, GtkWidget)

GtkWidget *trl_minimap_new        (TrlBoard   *board);
void       trl_minimap_set_wanted (TrlMinimap *self,
                                   gboolean    wanted);

G_END_DECLS
