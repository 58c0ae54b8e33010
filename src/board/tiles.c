/* tiles.c: pictures of the board that are kept, square by square.
 *
 * Without a graphics processor every glyph of every frame is put together by
 * the processor. A board that is only panned, or over which one card is
 * dragged, looks as it did: squares of it are painted once and copied from then
 * on. What has changed since the frame before is drawn as it is, for what
 * changes again in the next frame is not worth a picture: so a zoom, a moving
 * frame and a card that gives way cost what they always did.
 *
 * The squares are cairo nodes, not textures: GTK copies a whole texture for
 * every frame, of a cairo node only what is seen of it anew. */

#define G_LOG_DOMAIN "tiles"

#include "config.h"

#include "tiles.h"

#include "marks-node.h"

#include <math.h>

/* For how long pictures are made in one frame, and how many at one go. */
#define MAKE_US  (4 * G_TIME_SPAN_MILLISECOND)
#define MOST_RUN 8

/* Pictures that are kept beyond those that are seen. */
#define MOST_SPARE 24

typedef struct
{
  gint64         key;
  GskRenderNode *node;     /* NULL: not painted yet */
  guint          spoilt;   /* in which frame its content became another one */
  guint          seen;     /* in which frame */
} Tile;

/* Squares, from the first to the one behind the last. */
typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Range;

struct _TrlTiles
{
  GHashTable *tiles;       /* by key */
  TrlTileLook look;
  guint       since;       /* the frame since which the look is this one */
  guint       frame;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->node, gsk_render_node_unref);
  g_free (tile);
}

/**
 * trl_tiles_new:
 *
 * Makes a set of pictures with nothing in it.
 *
 * Returns: (transfer full): the set
 */
TrlTiles *
trl_tiles_new (void)
{
  TrlTiles *tiles = g_new0 (TrlTiles, 1);

  tiles->tiles = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, tile_free);
  return tiles;
}

/**
 * trl_tiles_free:
 * @tiles: a set of pictures
 *
 * Drops all pictures.
 */
void
trl_tiles_free (TrlTiles *tiles)
{
  g_return_if_fail (tiles != NULL);

  g_hash_table_unref (tiles->tiles);
  g_free (tiles);
}

/**
 * trl_tiles_clear:
 * @tiles: a set of pictures
 *
 * Forgets all pictures: everything may look otherwise in the next frame.
 */
void
trl_tiles_clear (TrlTiles *tiles)
{
  g_return_if_fail (tiles != NULL);

  g_hash_table_remove_all (tiles->tiles);
  tiles->since = tiles->frame + 1;
}

/**
 * trl_tiles_get_size:
 * @tiles: a set of pictures
 *
 * Returns: how many pictures are kept
 */
guint
trl_tiles_get_size (TrlTiles *tiles)
{
  GHashTableIter iter;
  gpointer tile;
  guint n = 0;

  g_return_val_if_fail (tiles != NULL, 0);

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    if (((Tile *) tile)->node != NULL)
      n++;
  return n;
}

static TrlRect
tile_rect (const Tile *tile)
{
  return (TrlRect) { (gint32) (tile->key >> 32) * (double) TRL_TILE_SIZE, (gint32) tile->key * (double) TRL_TILE_SIZE,
                     TRL_TILE_SIZE, TRL_TILE_SIZE };
}

/**
 * trl_tiles_spoil:
 * @tiles: a set of pictures
 * @rect: where something looks otherwise from the next frame on, in board units
 *
 * Forgets the pictures of a part of the board.
 */
void
trl_tiles_spoil (TrlTiles      *tiles,
                 const TrlRect *rect)
{
  double scale = tiles->look.scale;
  TrlRect pixels = { rect->x * scale - 1, rect->y * scale - 1, rect->width * scale + 2, rect->height * scale + 2 };
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Tile *tile = value;
      TrlRect own = tile_rect (tile);

      if (!trl_rect_overlaps (&own, &pixels))
        continue;
      g_clear_pointer (&tile->node, gsk_render_node_unref);
      tile->spoilt = tiles->frame + 1;
    }
}

/**
 * trl_tiles_get_extent:
 * @tiles: a set of pictures
 * @extent: (inout): in board units; grows until it holds everything that there is a picture of
 *
 * Tells what part of the board pictures show.
 */
void
trl_tiles_get_extent (TrlTiles *tiles,
                      TrlRect  *extent)
{
  double scale = tiles->look.scale;
  GHashTableIter iter;
  gpointer tile;

  g_hash_table_iter_init (&iter, tiles->tiles);
  while (g_hash_table_iter_next (&iter, NULL, &tile))
    {
      TrlRect rect = tile_rect (tile);

      trl_rect_union (extent, &(TrlRect) { rect.x / scale, rect.y / scale, rect.width / scale, rect.height / scale });
    }
}

static Tile *
find_tile (TrlTiles *tiles,
           int       column,
           int       row)
{
  gint64 key = (gint64) ((guint64) (guint32) column << 32 | (guint32) row);
  Tile *tile = g_hash_table_lookup (tiles->tiles, &key);

  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      tile->key = key;
      g_hash_table_insert (tiles->tiles, &tile->key, tile);
    }
  return tile;
}

/* Paints squares that lie side by side at one go, for a card seldom lies in
 * one alone. GSK's own hand draws them, the same that draws the window. */
static void
make_run (TrlTiles     *tiles,
          int           column,
          int           row,
          int           n,
          TrlTilePaint  paint,
          gpointer      data)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  TrlRect rect = { column * (double) TRL_TILE_SIZE, row * (double) TRL_TILE_SIZE, n * (double) TRL_TILE_SIZE, TRL_TILE_SIZE };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, n * TRL_TILE_SIZE, TRL_TILE_SIZE);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *live;

  paint (snapshot, &rect, data);
  live = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  cairo_translate (cr, -rect.x, -rect.y);
  if (live != NULL)
    gsk_render_node_draw (live, cr);
  cairo_destroy (cr);
  g_clear_pointer (&live, gsk_render_node_unref);

  for (int i = 0; i < n; i++)
    {
      Tile *tile = find_tile (tiles, column + i, row);
      TrlRect own = tile_rect (tile);
      graphene_rect_t bounds = trl_rect_to_graphene (&own);

      tile->node = gsk_cairo_node_new (&bounds);
      cr = gsk_cairo_node_get_draw_context (tile->node);
      cairo_set_source_surface (cr, surface, rect.x, rect.y);
      cairo_paint (cr);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

static Range
find_range (const TrlRect *seen)
{
  return (Range) { floor (seen->x / TRL_TILE_SIZE), floor (seen->y / TRL_TILE_SIZE),
                   ceil ((seen->x + seen->width) / TRL_TILE_SIZE), ceil ((seen->y + seen->height) / TRL_TILE_SIZE) };
}

/* Whether a square has no picture, and has looked the same for a frame. */
static gboolean
is_due (TrlTiles *tiles,
        int       column,
        int       row)
{
  Tile *tile = find_tile (tiles, column, row);

  tile->seen = tiles->frame;
  return tile->node == NULL && tile->spoilt < tiles->frame && tiles->since < tiles->frame;
}

/* Makes pictures that are due, for a while: the first step of a pan must not stumble. */
static void
make_pictures (TrlTiles     *tiles,
               const Range  *range,
               TrlTilePaint  paint,
               gpointer      data)
{
  gint64 until = g_get_monotonic_time () + MAKE_US;

  for (int row = range->top; row < range->bottom; row++)
    for (int column = range->left, n; column < range->right; column += MAX (n, 1))
      {
        for (n = 0; column + n < range->right && n < MOST_RUN && is_due (tiles, column + n, row); n++)
          continue;
        if (n > 0 && g_get_monotonic_time () < until)
          make_run (tiles, column, row, n, paint, data);
      }
}

/* What is left without a picture lies in this range. */
static Range
find_live (TrlTiles    *tiles,
           const Range *range)
{
  Range live = { range->right, range->bottom, range->left, range->top };

  for (int row = range->top; row < range->bottom; row++)
    for (int column = range->left; column < range->right; column++)
      if (find_tile (tiles, column, row)->node == NULL)
        live = (Range) { MIN (live.left, column), MIN (live.top, row), MAX (live.right, column + 1), MAX (live.bottom, row + 1) };
  return live;
}

static void
snapshot_pictures (TrlTiles    *tiles,
                   GtkSnapshot *snapshot,
                   const Range *range,
                   const Range *live)
{
  for (int row = range->top; row < range->bottom; row++)
    for (int column = range->left; column < range->right; column++)
      if (row < live->top || row >= live->bottom || column < live->left || column >= live->right)
        gtk_snapshot_append_node (snapshot, find_tile (tiles, column, row)->node);
}

static void
snapshot_live (GtkSnapshot   *snapshot,
               const Range   *live,
               const TrlRect *seen,
               TrlTilePaint   paint,
               gpointer       data)
{
  double left = MAX (live->left * (double) TRL_TILE_SIZE, seen->x);
  double top = MAX (live->top * (double) TRL_TILE_SIZE, seen->y);
  double right = MIN (live->right * (double) TRL_TILE_SIZE, seen->x + seen->width);
  double bottom = MIN (live->bottom * (double) TRL_TILE_SIZE, seen->y + seen->height);
  TrlRect rect = { left, top, right - left, bottom - top };
  graphene_rect_t bounds = trl_rect_to_graphene (&rect);

  if (rect.width <= 0 || rect.height <= 0)
    return;
  gtk_snapshot_push_clip (snapshot, &bounds);
  paint (snapshot, &rect, data);
  gtk_snapshot_pop (snapshot);
}

static gboolean
is_spare (gpointer key,
          gpointer value,
          gpointer frame)
{
  return ((Tile *) value)->seen != GPOINTER_TO_UINT (frame);
}

/**
 * trl_tiles_snapshot:
 * @tiles: a set of pictures
 * @snapshot: where to append nodes, in pixels counted from the board's origin
 * @look: what the board looks like now
 * @seen: what is seen of it, in whole pixels counted from its origin
 * @paint: draws a part of it
 * @data: for @paint
 *
 * Draws the board from pictures, and makes those that are due. What became
 * another since the last frame is drawn without one.
 */
void
trl_tiles_snapshot (TrlTiles          *tiles,
                    GtkSnapshot       *snapshot,
                    const TrlTileLook *look,
                    const TrlRect     *seen,
                    TrlTilePaint       paint,
                    gpointer           data)
{
  Range range, live;

  g_return_if_fail (tiles != NULL && snapshot != NULL && look != NULL && seen != NULL && paint != NULL);

  if (look->scale != tiles->look.scale || look->look != tiles->look.look || look->theme != tiles->look.theme)
    trl_tiles_clear (tiles);
  tiles->look = *look;
  tiles->frame++;
  range = find_range (seen);
  make_pictures (tiles, &range, paint, data);
  live = find_live (tiles, &range);
  snapshot_pictures (tiles, snapshot, &range, &live);
  snapshot_live (snapshot, &live, seen, paint, data);
  if (g_hash_table_size (tiles->tiles) > (guint) ((range.right - range.left) * (range.bottom - range.top)) + MOST_SPARE)
    g_hash_table_foreach_remove (tiles->tiles, is_spare, GUINT_TO_POINTER (tiles->frame));
}
