/* free.c: what the tools share for cards that lie free: where they are, where they snap, how they move and copy. */

#define G_LOG_DOMAIN "tool-free"

#include "config.h"

#include "toolbox.h"

#include <string.h>

/* More than so many in view are too many to line up with, and to look through in a frame. */
#define MOST_OTHERS 200

/**
 * trl_toolbox_list_spots:
 * @box: a toolbox
 * @ids: (array zero-terminated=1): cards
 *
 * Tells where those of the cards that lie free are shown.
 *
 * Returns: (transfer full) (element-type TrlSpot): their places; ids are those of @ids
 */
GArray *
trl_toolbox_list_spots (TrlToolbox         *box,
                        const char * const *ids)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (TrlSpot));

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const TrlBox *lying = trl_layout_find (box->layout, ids[i]);
      TrlSpot spot = { ids[i], 0, 0, 0, 0 };

      if (lying == NULL || !trl_toolbox_is_free (box, ids[i]))
        continue;
      spot.x = lying->rect.x;
      spot.y = lying->rect.y;
      spot.width = lying->rect.width;
      spot.height = lying->rect.height;
      g_array_append_val (spots, spot);
    }
  return spots;
}

/* Frames and free cards that are seen, without those that move. */
static GArray *
list_others (TrlToolbox         *box,
             const char * const *ids)
{
  GArray *others = g_array_new (FALSE, FALSE, sizeof (TrlRect));
  TrlRect seen = trl_camera_get_free (box->camera);
  g_autoptr (GPtrArray) boxes = trl_layout_query (box->layout, &seen);

  for (guint i = 0; i < boxes->len && others->len < MOST_OTHERS; i++)
    {
      const TrlBox *lying = g_ptr_array_index (boxes, i);
      gboolean is_free = lying->kind == TRL_BOX_FRAME ||
                         (lying->kind == TRL_BOX_CARD && lying->motion == NULL && lying->depth == 0);

      if (is_free && (ids == NULL || !g_strv_contains (ids, trl_box_get_id (lying))))
        g_array_append_val (others, lying->rect);
    }
  return others;
}

/**
 * trl_toolbox_snap:
 * @box: a toolbox
 * @event: where the hand is
 * @ids: (nullable) (array zero-terminated=1): what moves, and is not snapped to
 * @rect: where it would be, in board units
 * @dx: (out): how far to the right it snaps
 * @dy: (out): how far down
 *
 * Snaps what is moved, unless Ctrl is held, the hand is quick or nobody wants
 * it; the guides say why. Shift keeps the axis that does not move.
 */
void
trl_toolbox_snap (TrlToolbox         *box,
                  const TrlToolEvent *event,
                  const char * const *ids,
                  const TrlRect      *rect,
                  double             *dx,
                  double             *dy)
{
  g_autoptr (GArray) others = NULL;
  TrlViewPoint start = trl_camera_to_view (box->camera, box->start_scene);

  *dx = *dy = 0;
  if (box->guides == NULL)
    box->guides = g_array_new (FALSE, FALSE, sizeof (TrlGuide));
  g_array_set_size (box->guides, 0);
  if (!box->snaps || box->quick || (event->hold & TRL_HOLD_CONTROL) != 0 || box->look >= TRL_LOOK_BAND)
    return;

  others = list_others (box, ids);
  trl_snap (others, rect, TRL_SNAP_REACH / box->camera->scale, dx, dy, box->guides);
  if ((event->hold & TRL_HOLD_SHIFT) == 0)
    return;
  if (event->view.x == start.x)
    *dx = 0;
  else
    *dy = 0;
  for (guint i = box->guides->len; i > 0; i--)
    {
      const TrlGuide *guide = &g_array_index (box->guides, TrlGuide, i - 1);
      gboolean stands = guide->is_gap ? guide->y1 == guide->y2 : guide->x1 == guide->x2;

      if (stands != (event->view.x != start.x))
        g_array_remove_index (box->guides, i - 1);
    }
}

static gboolean
copy_free (TrlToolbox *box,
           GArray     *spots,
           double      dx,
           double      dy)
{
  TrlSpot first;
  g_autofree char *copy = NULL;
  TrlEdit *edit;

  if (spots->len == 0)
    return FALSE;
  first = g_array_index (spots, TrlSpot, 0);
  edit = trl_act_copy_free (box->blueprint, (const TrlSpot *) spots->data, spots->len, dx, dy, &copy);
  if (!trl_toolbox_commit (box, edit, copy))
    return FALSE;
  g_free (box->copy);
  box->copy = g_steal_pointer (&copy);
  box->copied_at = (TrlScenePoint) { first.x, first.y };
  return TRUE;
}

/**
 * trl_toolbox_move_free:
 * @box: a toolbox
 * @spots: (element-type TrlSpot): what lies free
 * @dx: how far to the right, in board units
 * @dy: how far down
 *
 * Moves cards, or leaves copies where they would have gone.
 *
 * Returns: whether something changed
 */
gboolean
trl_toolbox_move_free (TrlToolbox *box,
                       GArray     *spots,
                       double      dx,
                       double      dy)
{
  if (box->copying)
    return copy_free (box, spots, dx, dy);
  return trl_toolbox_commit (box, trl_act_move_free (box->blueprint, (const TrlSpot *) spots->data, spots->len, dx, dy, NULL),
                             NULL);
}

/**
 * trl_toolbox_duplicate:
 * @box: a toolbox
 *
 * Duplicates what is selected beside itself. The free copy that was made last,
 * and perhaps moved since, is duplicated as far from itself as it lies from
 * what it was made of.
 *
 * Returns: whether something changed
 */
gboolean
trl_toolbox_duplicate (TrlToolbox *box)
{
  const char * const *ids = trl_selection_get_ids (box->selection);
  g_autoptr (GArray) spots = trl_toolbox_list_spots (box, ids);
  const char *only = trl_selection_get_only (box->selection);
  g_autofree char *id = NULL;
  TrlEdit *edit;

  if (spots->len == 1 && only != NULL && g_strcmp0 (only, box->copy) == 0)
    {
      const TrlSpot *spot = &g_array_index (spots, TrlSpot, 0);

      return copy_free (box, spots, spot->x - box->copied_at.x, spot->y - box->copied_at.y);
    }
  edit = trl_act_duplicate (box->blueprint, ids, &id);
  if (!trl_toolbox_commit (box, edit, id))
    return FALSE;
  g_clear_pointer (&box->copy, g_free);
  if (spots->len == 1)
    {
      box->copy = g_steal_pointer (&id);
      box->copied_at = (TrlScenePoint) { g_array_index (spots, TrlSpot, 0).x, g_array_index (spots, TrlSpot, 0).y };
    }
  return TRUE;
}
