/* tiles.h: pictures of the board that are kept, square by square. */
#pragma once

#include <gtk/gtk.h>

#include "theme.h"

G_BEGIN_DECLS

/* The side of a square, in pixels. */
#define TRL_TILE_SIZE 256

/**
 * TrlTileLook:
 * @scale: pixels a board unit
 * @look: a #TrlLook
 * @theme: the colours
 *
 * What pictures were made for: when it is another, they are of no use.
 */
typedef struct
{
  double          scale;
  int             look;
  const TrlTheme *theme;
} TrlTileLook;

/* Draws a part of the board, all of it opaque; pixels are counted from the board's origin. */
typedef void (*TrlTilePaint) (GtkSnapshot   *snapshot,
                              const TrlRect *rect,
                              gpointer       data);

typedef struct _TrlTiles TrlTiles;

TrlTiles *trl_tiles_new       (void);
void      trl_tiles_free      (TrlTiles          *tiles);
void      trl_tiles_clear     (TrlTiles          *tiles);
void      trl_tiles_spoil     (TrlTiles          *tiles,
                               const TrlRect     *rect);
void      trl_tiles_get_extent (TrlTiles         *tiles,
                               TrlRect           *extent);
guint     trl_tiles_get_size  (TrlTiles          *tiles);
void      trl_tiles_snapshot  (TrlTiles          *tiles,
                               GtkSnapshot       *snapshot,
                               const TrlTileLook *look,
                               const TrlRect     *seen,
                               TrlTilePaint       paint,
                               gpointer           data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTiles, trl_tiles_free)

G_END_DECLS
