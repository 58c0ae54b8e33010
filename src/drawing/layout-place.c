/* layout-place.c: where frames, the banner and free cards come to lie.
 *
 * People's places are kept. Frames at about the same height form a line and
 * share the places of their rows. Where computed sizes would overlap, the
 * later one is shown shifted; stored places do not change. */

#define G_LOG_DOMAIN "layout-place"

#include "config.h"

#include "layout-private.h"

#include <math.h>
#include <string.h>

/* Frames whose tops differ by less stand side by side. */
#define LINE_TOLERANCE 200.0
#define CELL 512.0

/* A card that lies under a heap of others is shifted so often and no more. */
#define SHIFTS_AT_MOST 64

/* Frames in one line when nobody has placed them yet. */
#define FRAMES_A_LINE 5

typedef struct
{
  GPtrArray *frames;   /* of TrlCluster, from left to right */
  double     top;
  gboolean   follows;  /* lies below what is there already */
  TrlRect    rect;
} Line;

static void
line_free (gpointer data)
{
  Line *line = data;

  g_ptr_array_unref (line->frames);
  g_free (line);
}

static Line *
line_new (double   top,
          gboolean follows)
{
  Line *line = g_new0 (Line, 1);

  line->frames = g_ptr_array_new ();
  line->top = top;
  line->follows = follows;
  return line;
}

static int
compare_tops (gconstpointer a,
              gconstpointer b)
{
  const TrlCluster *one = *(const TrlCluster * const *) a;
  const TrlCluster *other = *(const TrlCluster * const *) b;

  if (one->y != other->y)
    return one->y < other->y ? -1 : 1;
  return (int) one->order - (int) other->order;
}

static int
compare_lefts (gconstpointer a,
               gconstpointer b)
{
  const TrlCluster *one = *(const TrlCluster * const *) a;
  const TrlCluster *other = *(const TrlCluster * const *) b;

  if (one->has_place != other->has_place)
    return one->has_place ? -1 : 1;
  if (one->has_place && one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (int) one->order - (int) other->order;
}

static void
add_unplaced (GPtrArray *lines,
              GPtrArray *unplaced)
{
  guint columns = MAX (FRAMES_A_LINE, (guint) ceil (sqrt (unplaced->len * 1.5)));
  Line *line = NULL;

  for (guint i = 0; i < unplaced->len; i++)
    {
      /* A few more go to the end of the first line; many get lines of their own. */
      if (i == 0 && lines->len > 0 && unplaced->len <= FRAMES_A_LINE)
        line = g_ptr_array_index (lines, 0);
      else if (i == 0 || (i % columns == 0 && unplaced->len > FRAMES_A_LINE))
        g_ptr_array_add (lines, line = line_new (0, lines->len > 0));
      g_ptr_array_add (line->frames, g_ptr_array_index (unplaced, i));
    }
}

static GPtrArray *
form_lines (TrlLayout *self)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();
  g_autoptr (GPtrArray) unplaced = g_ptr_array_new ();
  double tolerance = trl_layout_scale (self, LINE_TOLERANCE);
  Line *line = NULL;

  for (guint i = 0; i < self->order->len; i++)
    {
      TrlCluster *cluster = g_ptr_array_index (self->order, i);

      if (cluster->is_frame)
        g_ptr_array_add (cluster->has_place ? placed : unplaced, cluster);
    }
  g_ptr_array_sort (placed, compare_tops);
  for (guint i = 0; i < placed->len; i++)
    {
      TrlCluster *cluster = g_ptr_array_index (placed, i);

      if (line == NULL || cluster->y - line->top >= tolerance)
        g_ptr_array_add (lines, line = line_new (cluster->y, FALSE));
      g_ptr_array_add (line->frames, cluster);
    }
  add_unplaced (lines, unplaced);
  return lines;
}

/* Puts a cluster where it belongs. Boxes that only move keep their serial. */
static void
settle (TrlLayout  *self,
        TrlCluster *cluster)
{
  double pad = trl_layout_scale (self, FRAME_PADDING);

  if (memcmp (&cluster->spot, &cluster->settled, sizeof cluster->spot) == 0)
    return;
  cluster->settled = cluster->spot;
  for (guint i = 0; i < cluster->items->len; i++)
    {
      TrlItem *item = &g_array_index (cluster->items, TrlItem, i);
      TrlRow row = item->box.row;
      TrlRect rect = item->local;

      if (cluster->is_frame && row < TRL_N_ROWS)
        {
          double spare = row == TRL_ROW_TIERS ? cluster->spot.heights[row] - cluster->rows[row] : 0;

          rect.y += cluster->spot.tops[row] + (item->stretches ? 0 : spare);
          if (item->stretches)
            rect.height = cluster->spot.heights[row];
          if (item->stretches && item->box.n_parts > 0 && item->box.parts[0].rect.y != spare)
            {
              item->box.parts[0].rect.y = spare;
              item->box.serial = ++self->serial;
            }
        }
      else if (item->box.kind == TRL_BOX_FOOTER)
        rect.y = cluster->spot.rect.height - cluster->footer - pad;
      else if (item->box.kind == TRL_BOX_FRAME)
        rect.height = cluster->spot.rect.height;
      else if (item->box.kind == TRL_BOX_HEADER)
        rect.height = cluster->spot.header;
      rect.x += cluster->spot.rect.x;
      rect.y += cluster->spot.rect.y;
      if (rect.width != item->box.rect.width || rect.height != item->box.rect.height)
        item->box.serial = ++self->serial;
      item->box.rect = rect;
    }
}

static void
put (TrlLayout     *self,
     TrlCluster    *cluster,
     const TrlRect *rect)
{
  cluster->spot.rect = *rect;
  settle (self, cluster);
}

static void
measure_line (TrlLayout *self,
              Line      *line,
              double    *heights,
              double    *header)
{
  double gap = trl_layout_scale (self, FRAME_GAP);
  double right = -INFINITY;

  *header = 0;
  memset (heights, 0, TRL_N_ROWS * sizeof *heights);
  g_ptr_array_sort (line->frames, compare_lefts);
  for (guint i = 0; i < line->frames->len; i++)
    {
      TrlCluster *frame = g_ptr_array_index (line->frames, i);

      frame->spot.rect.width = frame->width;
      if (!frame->has_place)
        frame->spot.rect.x = i > 0 ? right : trl_layout_scale (self, ROW_NAME_WIDTH + 12);
      else
        frame->spot.rect.x = MAX (frame->x, right);
      right = frame->spot.rect.x + frame->width + gap;
      *header = MAX (*header, (frame->has_place ? frame->y - line->top : 0) + frame->header);
      for (TrlRow row = 0; row < TRL_N_ROWS; row++)
        heights[row] = MAX (heights[row], frame->rows[row]);
    }
  for (TrlRow row = 0; row < TRL_N_ROWS && !self->options.room; row++)
    heights[row] = MAX (heights[row], trl_layout_row_name_height (self, row) - trl_layout_scale (self, ROW_GAP - 8));
  line->rect.x = ((TrlCluster *) g_ptr_array_index (line->frames, 0))->spot.rect.x;
  line->rect.width = right - gap - line->rect.x;
}

static double
find_room (TrlLayout *self,
           GPtrArray *lines,
           guint      index,
           double     top)
{
  Line *line = g_ptr_array_index (lines, index);
  double gap = trl_layout_scale (self, 2 * FRAME_GAP);

  for (guint i = 0; i < index; i++)
    {
      const Line *above = g_ptr_array_index (lines, i);
      gboolean beside = line->rect.x + line->rect.width <= above->rect.x ||
                        above->rect.x + above->rect.width <= line->rect.x;

      if (!beside || line->follows)
        top = MAX (top, above->rect.y + above->rect.height + gap);
    }
  return top;
}

static void
place_line (TrlLayout *self,
            GPtrArray *lines,
            guint      index)
{
  Line *line = g_ptr_array_index (lines, index);
  double heights[TRL_N_ROWS];
  double tops[TRL_N_ROWS];
  double header;
  double at;
  double bottom;
  double footer = 0;

  measure_line (self, line, heights, &header);
  line->rect.y = find_room (self, lines, index, line->top);
  at = line->rect.y + header + trl_layout_scale (self, 16);
  for (TrlRow row = 0; row < TRL_N_ROWS; row++)
    {
      tops[row] = at;
      at += heights[row] + trl_layout_scale (self, ROW_GAP);
    }
  for (guint i = 0; i < line->frames->len; i++)
    footer = MAX (footer, ((TrlCluster *) g_ptr_array_index (line->frames, i))->footer);
  bottom = at + footer + trl_layout_scale (self, FRAME_PADDING);
  line->rect.height = bottom - line->rect.y;

  for (guint i = 0; i < line->frames->len; i++)
    {
      TrlCluster *frame = g_ptr_array_index (line->frames, i);
      double top = line->rect.y + (frame->has_place ? frame->y - line->top : 0);

      frame->spot.rect.y = top;
      frame->spot.rect.height = bottom - top;
      frame->spot.header = line->rect.y + header - top;   /* heads end at the same height too */
      for (TrlRow row = 0; row < TRL_N_ROWS; row++)
        {
          frame->spot.tops[row] = tops[row] - top;
          frame->spot.heights[row] = heights[row];
        }
      settle (self, frame);
    }
}

static gpointer
cell_key (int column,
          int row)
{
  return GSIZE_TO_POINTER (((gsize) (guint32) column << 32) | (guint32) row);
}

static void
occupy (TrlLayout  *self,
        TrlCluster *cluster)
{
  double reach = trl_layout_scale (self, TRL_BOX_OVERHANG);
  TrlRect rect = trl_rect_inset (&cluster->spot.rect, -reach, -reach);
  int left = (int) floor (rect.x / CELL);
  int top = (int) floor (rect.y / CELL);
  int right = (int) floor ((rect.x + rect.width) / CELL);
  int bottom = (int) floor ((rect.y + rect.height) / CELL);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        GPtrArray *cell = g_hash_table_lookup (self->grid, cell_key (column, row));

        if (cell == NULL)
          {
            cell = g_ptr_array_new ();
            g_hash_table_insert (self->grid, cell_key (column, row), cell);
          }
        g_ptr_array_add (cell, cluster);
      }
  trl_rect_union (&self->bounds, &cluster->spot.rect);
}

/* What reaches lowest of all that @rect would lie on. */
static const TrlCluster *
find_obstacle (TrlLayout     *self,
               const TrlRect *rect)
{
  const TrlCluster *obstacle = NULL;
  double lowest = -INFINITY;

  for (int row = (int) floor (rect->y / CELL); row <= (int) floor ((rect->y + rect->height) / CELL); row++)
    for (int column = (int) floor (rect->x / CELL); column <= (int) floor ((rect->x + rect->width) / CELL); column++)
      {
        GPtrArray *cell = g_hash_table_lookup (self->grid, cell_key (column, row));

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            const TrlCluster *other = g_ptr_array_index (cell, i);

            if (!trl_rect_overlaps (&other->spot.rect, rect) || other->spot.rect.y + other->spot.rect.height <= lowest)
              continue;
            lowest = other->spot.rect.y + other->spot.rect.height;
            obstacle = other;
          }
      }
  return obstacle;
}

/* Places are kept in units of usual text. Where larger text lets a card grow
 * over what was put beside it, that one goes on lying beside it; only what
 * would overlap at any size goes below. Otherwise a row of notes becomes a
 * staircase. */
static gboolean
was_put_beside (TrlLayout        *self,
                const TrlCluster *cluster,
                const TrlCluster *obstacle)
{
  return cluster->has_place && obstacle->has_place &&
         cluster->x >= obstacle->x + obstacle->width / trl_layout_scale (self, 1);
}

static void
give_way (TrlLayout        *self,
          const TrlCluster *cluster,
          TrlRect          *rect)
{
  const TrlCluster *obstacle;
  double gap = trl_layout_scale (self, 12);

  for (guint tries = 0; tries < SHIFTS_AT_MOST && (obstacle = find_obstacle (self, rect)) != NULL; tries++)
    if (was_put_beside (self, cluster, obstacle))
      rect->x = obstacle->spot.rect.x + obstacle->spot.rect.width + gap;
    else
      rect->y = obstacle->spot.rect.y + obstacle->spot.rect.height + gap;
}

/* As compare_lefts (), and from above where lefts are equal. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TrlCluster *one = *(const TrlCluster * const *) a;
  const TrlCluster *other = *(const TrlCluster * const *) b;

  if (one->has_place && other->has_place && one->x == other->x)
    return compare_tops (a, b);
  return compare_lefts (a, b);
}

/* With text of the usual size the later one gives way; with other text whatever lies further right does. */
static GPtrArray *
list_free (TrlLayout *self)
{
  GPtrArray *free_ones = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      TrlCluster *cluster = g_ptr_array_index (self->order, i);

      if (!cluster->is_frame && cluster->id[0] != '\0' && cluster->id[0] != '\n')
        g_ptr_array_add (free_ones, cluster);
    }
  if (trl_layout_scale (self, 1) != 1)
    g_ptr_array_sort (free_ones, compare_places);
  return free_ones;
}

/* Frames that grow with their text reach what lies below them. All of that
 * sinks by as much as the first card has to, so that rows of notes stay rows.
 * Only frames and their like are in the grid yet. */
static double
find_sinking (TrlLayout *self,
              GPtrArray *free_ones,
              double    *from)
{
  double most = 0;

  *from = INFINITY;
  for (guint i = 0; i < free_ones->len && trl_layout_scale (self, 1) != 1; i++)
    {
      const TrlCluster *cluster = g_ptr_array_index (free_ones, i);
      TrlRect rect = { cluster->x, cluster->y, cluster->width, cluster->height };

      if (!cluster->has_place)
        continue;
      give_way (self, cluster, &rect);
      if (rect.y == cluster->y)
        continue;
      most = MAX (most, rect.y - cluster->y);
      *from = MIN (*from, cluster->y);
    }
  return most;
}

static void
place_free (TrlLayout *self,
            double     left,
            double     right,
            double     top)
{
  g_autoptr (GPtrArray) free_ones = list_free (self);
  double gap = trl_layout_scale (self, 12);
  double x = left;
  double y = top;
  double tallest = 0;
  double from;
  double sinking = find_sinking (self, free_ones, &from);

  for (guint i = 0; i < free_ones->len; i++)
    {
      TrlCluster *cluster = g_ptr_array_index (free_ones, i);
      TrlRect rect = { cluster->x, cluster->y, cluster->width, cluster->height };

      if (cluster->has_place && cluster->y >= from)
        rect.y += sinking;
      if (!cluster->has_place)
        {
          if (x > left && x + cluster->width > right)
            {
              x = left;
              y += tallest + gap;
              tallest = 0;
            }
          rect.x = x;
          rect.y = y;
          x += cluster->width + gap;
          tallest = MAX (tallest, cluster->height);
        }
      give_way (self, cluster, &rect);
      put (self, cluster, &rect);
      occupy (self, cluster);
    }
}

static void
place_rows (TrlLayout *self,
            GPtrArray *lines)
{
  gboolean rtl = trl_text_measure_is_rtl (self->measure);
  double gap = trl_layout_scale (self, 12);

  for (guint i = 0; i < lines->len && !self->options.room; i++)
    {
      const Line *line = g_ptr_array_index (lines, i);
      const TrlCluster *frame = g_ptr_array_index (line->frames, rtl ? line->frames->len - 1 : 0);
      g_autofree char *id = g_strdup_printf ("\nrows-%u", i);
      TrlCluster *old = g_hash_table_lookup (self->clusters, id);
      TrlRect rect;

      if (old == NULL || memcmp (old->spot.tops, frame->spot.tops, sizeof frame->spot.tops) != 0)
        {
          TrlCluster *rows = trl_layout_make_rows (self, id, frame);

          memcpy (rows->spot.tops, frame->spot.tops, sizeof frame->spot.tops);
          trl_layout_keep (self, rows);
          old = rows;
        }
      old->seen = self->pass;
      rect = (TrlRect) { rtl ? line->rect.x + line->rect.width + gap : line->rect.x - gap - old->width, frame->spot.rect.y,
                         old->width, old->height };
      put (self, old, &rect);
      occupy (self, old);
      g_ptr_array_add (self->order, old);
    }
}

/* The banner lies above the first line, as wide as it is, within reason. */
static void
place_banner (TrlLayout *self,
              GPtrArray *lines)
{
  TrlRect frames = { 0, 0, 0, 0 };
  double least = trl_layout_scale (self, BANNER_WIDTH);
  double names = self->options.room ? 0 : trl_layout_scale (self, ROW_NAME_WIDTH + 12);
  gboolean rtl = trl_text_measure_is_rtl (self->measure);
  TrlCluster *banner = g_hash_table_lookup (self->clusters, "");
  double width = least;
  TrlRect rect;

  if (lines->len > 0)
    {
      frames = ((Line *) g_ptr_array_index (lines, 0))->rect;
      for (guint i = 1; i < lines->len; i++)
        frames.y = MIN (frames.y, ((Line *) g_ptr_array_index (lines, i))->rect.y);
      width = CLAMP (frames.width + names, least, least * 2);
      if (!rtl)
        frames.x -= names;
    }
  if (banner == NULL || banner->width != width)
    {
      banner = trl_layout_make_banner (self, width);
      trl_layout_keep (self, banner);
    }
  banner->seen = self->pass;
  rect = (TrlRect) { frames.x, frames.y - banner->height - trl_layout_scale (self, FRAME_GAP), width, banner->height };
  put (self, banner, &rect);
  occupy (self, banner);
  g_ptr_array_insert (self->order, 0, banner);
}

/**
 * trl_layout_place:
 * @self: a layout whose clusters are measured and in order
 *
 * Decides where everything lies.
 */
void
trl_layout_place (TrlLayout *self)
{
  g_autoptr (GPtrArray) lines = form_lines (self);
  double left = 0;
  double right = trl_layout_scale (self, BANNER_WIDTH);
  double bottom = 0;

  g_hash_table_remove_all (self->grid);
  self->bounds = (TrlRect) { 0, 0, 0, 0 };
  for (guint i = 0; i < lines->len; i++)
    place_line (self, lines, i);
  for (guint i = 0; i < self->order->len; i++)
    {
      TrlCluster *cluster = g_ptr_array_index (self->order, i);

      if (cluster->is_frame)
        occupy (self, cluster);
    }
  place_rows (self, lines);
  if (self->bounds.width > 0)
    {
      left = self->bounds.x;
      right = MIN (MAX (right, self->bounds.x + self->bounds.width), left + 2 * trl_layout_scale (self, BANNER_WIDTH));
    }
  bottom = self->bounds.y + self->bounds.height + trl_layout_scale (self, 36);
  place_banner (self, lines);
  place_free (self, left, right, bottom);
}
