/* board-still.c: which parts of the board look as in the last frame.
 *
 * What may look otherwise is gathered here, once a frame: edits, findings, and
 * what a gesture moves or dims without an edit. Pictures of these parts are
 * thrown away; all others are good. */

#define G_LOG_DOMAIN "board-still"

#include "config.h"

#include "board-private.h"

#include <string.h>

/* More than this at once are taken as one. */
#define MOST_AMISS 64

static void
add_amiss (GArray        *list,
           const TrlRect *rect,
           double         dx,
           double         dy,
           double         dimmed)
{
  TrlAmiss amiss = { *rect, dx, dy, dimmed };
  TrlAmiss *last = list->len >= MOST_AMISS ? &g_array_index (list, TrlAmiss, list->len - 1) : NULL;

  if (last == NULL)
    {
      g_array_append_val (list, amiss);
      return;
    }
  trl_rect_union (&last->rect, rect);
  last->dx = dx;
  last->dy = dy;
}

/* What the gesture under way moves and dims. */
static GArray *
list_amiss (TrlBoard *self)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (TrlAmiss));
  const TrlToolbox *tools = &self->tools;
  const TrlBox *box;

  for (guint i = 0; tools->current == TRL_TOOL_MOVE && tools->moving != NULL && tools->moving[i] != NULL; i++)
    if ((box = trl_layout_find (self->layout, tools->moving[i])) != NULL)
      add_amiss (list, &box->rect, tools->dx, tools->dy, 0);
  for (guint i = 0; tools->current == TRL_TOOL_CARRY && tools->carry.ids != NULL && tools->carry.ids[i] != NULL; i++)
    if ((box = trl_layout_find (self->layout, tools->carry.ids[i])) != NULL)
      add_amiss (list, &box->rect, 0, 0, 1);
  for (guint i = 0; i < self->slides->len; i++)
    {
      const TrlSlide *slide = &g_array_index (self->slides, TrlSlide, i);

      add_amiss (list, &slide->rect, slide->x, slide->y, 0);
    }
  return list;
}

static gboolean
has_amiss (const GArray   *list,
           const TrlAmiss *amiss)
{
  for (guint i = 0; i < list->len; i++)
    if (memcmp (&g_array_index (list, TrlAmiss, i), amiss, sizeof *amiss) == 0)
      return TRUE;
  return FALSE;
}

/* Where it lies, and where it is drawn. */
static void
spoil_amiss (TrlBoard     *self,
             const GArray *list,
             const GArray *others)
{
  for (guint i = 0; i < list->len; i++)
    {
      const TrlAmiss *amiss = &g_array_index (list, TrlAmiss, i);
      TrlRect rect = trl_rect_inset (&amiss->rect, -TRL_BOX_OVERHANG, -TRL_BOX_OVERHANG);

      if (has_amiss (others, amiss))
        continue;
      g_array_append_val (self->spoilt, rect);
      rect.x += amiss->dx;
      rect.y += amiss->dy;
      g_array_append_val (self->spoilt, rect);
    }
}

/**
 * trl_board_spoil:
 * @self: a board that is laid out and has its badges
 * @seen: what is seen of it, in board units
 *
 * Throws away the pictures of what looks otherwise than in the last frame.
 */
void
trl_board_spoil (TrlBoard      *self,
                 const TrlRect *seen)
{
  TrlPainter painter = trl_board_get_painter (self);
  TrlRect extent = *seen;
  GArray *amiss = list_amiss (self);

  trl_tiles_get_extent (self->tiles, &extent);
  trl_node_cache_review (self->nodes, &painter, &extent, self->spoilt);
  spoil_amiss (self, amiss, self->amiss);
  spoil_amiss (self, self->amiss, amiss);
  g_array_unref (self->amiss);
  self->amiss = amiss;
  for (guint i = 0; i < self->spoilt->len; i++)
    trl_tiles_spoil (self->tiles, &g_array_index (self->spoilt, TrlRect, i));
  g_array_set_size (self->spoilt, 0);
}
