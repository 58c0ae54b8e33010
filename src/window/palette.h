/* palette.h: what can be put on the board, by the five decisions. */
#pragma once

#include <gtk/gtk.h>

#include "board.h"
#include "desk.h"
#include "palette-items.h"

G_BEGIN_DECLS

#define TRL_TYPE_PALETTE (trl_palette_get_type ())
G_DECLARE_FINAL_TYPE (TrlPalette, trl_palette, TRL, PALETTE, GtkBox)

GtkWidget *trl_palette_new         (TrlDesk        *desk,
                                    TrlBoard       *board);
void       trl_palette_focus       (TrlPalette     *self);
gboolean   trl_palette_cancel_drag (TrlPalette     *self);
void       trl_palette_search      (TrlPalette     *self,
                                    const char     *text);
guint      trl_palette_get_n_shown (TrlPalette     *self);
gboolean   trl_palette_add         (TrlPalette     *self,
                                    TrlPaletteItem *item);

G_END_DECLS
