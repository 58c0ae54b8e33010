/* note.c: the note tool: a click leaves a note and starts typing; and notes beside notes.
 *
 * A note that is selected has a plus on each of its sides. A click on it leaves
 * a note there, of the same colour; a drag from it draws a connector. */

#define G_LOG_DOMAIN "tool-note"

#include "config.h"

#include "toolbox.h"

#include <math.h>

/* Between a note and the next, in board units. */
#define NOTE_GAP 10.0

/* From the edge of a note to the middle of a plus, in pixels. */
#define PLUS_AWAY 20.0

const TrlSide trl_sides[4] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };

static void
note_release (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  TrlScenePoint point = trl_toolbox_to_scene (box, event);
  g_autofree char *id = NULL;
  double width, height;
  TrlEdit *edit;

  if (box->read_only)
    return;
  /* Its middle comes to lie below the pointer. */
  trl_layout_measure_note (box->layout, NULL, &width, &height);
  edit = trl_act_add_note (box->blueprint, "", round (point.x - width / 2), round (point.y - height / 2), &id);
  if (trl_toolbox_commit (box, edit, id))
    box->host->edit (box, id, TRL_NOTE_TEXT, box->host_data);
  box->chosen = TRL_TOOL_SELECT;   /* one note, then back: rooms forget which tool is in hand */
}

/* Where the note beside a note lies. */
static TrlRect
rect_beside (TrlToolbox    *box,
             const TrlRect *lying,
             int            dx,
             int            dy)
{
  TrlRect rect;

  trl_layout_measure_note (box->layout, NULL, &rect.width, &rect.height);
  rect.x = round (dx < 0 ? lying->x - rect.width - NOTE_GAP : dx > 0 ? lying->x + lying->width + NOTE_GAP : lying->x);
  rect.y = round (dy < 0 ? lying->y - rect.height - NOTE_GAP : dy > 0 ? lying->y + lying->height + NOTE_GAP : lying->y);
  return rect;
}

/* The note that lies where the next one would: it need not be exactly there. */
static const char *
find_note_at (TrlToolbox    *box,
              const TrlRect *rect)
{
  TrlRect inner = trl_rect_inset (rect, rect->width / 4, rect->height / 4);
  g_autoptr (GPtrArray) boxes = trl_layout_query (box->layout, &inner);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *lying = g_ptr_array_index (boxes, i);

      if (lying->kind == TRL_BOX_CARD && trl_card_get_kind (lying->card) == TRL_KIND_NOTE)
        return trl_box_get_id (lying);
    }
  return NULL;
}

/**
 * trl_toolbox_go_beside:
 * @box: a toolbox
 * @id: a note
 * @dx: -1 to the left of it, 1 to the right, 0 neither
 * @dy: -1 above, 1 below, 0 neither
 * @make: whether one is made where there is none
 *
 * Starts typing on the note beside a note.
 *
 * Returns: whether there is one now
 */
gboolean
trl_toolbox_go_beside (TrlToolbox *box,
                       const char *id,
                       int         dx,
                       int         dy,
                       gboolean    make)
{
  const TrlBox *lying = trl_layout_find (box->layout, id);
  g_autofree char *made = NULL;
  const char *there;
  TrlRect rect;

  if (lying == NULL || box->read_only)
    return FALSE;
  rect = rect_beside (box, &lying->rect, dx, dy);
  there = find_note_at (box, &rect);
  if (there == NULL && (!make || !trl_toolbox_commit (box, trl_act_add_note_like (box->blueprint, id, rect.x, rect.y, &made), made)))
    return FALSE;
  box->host->edit (box, made != NULL ? made : there, TRL_NOTE_TEXT, box->host_data);
  return TRUE;
}

/**
 * trl_toolbox_get_plus:
 * @box: a toolbox
 * @side: 0 above, 1 to the right, 2 below, 3 to the left
 * @at: (out): the middle of the plus, in pixels of the view
 *
 * Tells where the selected note can be continued.
 *
 * Returns: whether it can: one note alone is selected, near enough to be read,
 *   and none lies on that side yet
 */
gboolean
trl_toolbox_get_plus (TrlToolbox   *box,
                      guint         side,
                      TrlViewPoint *at)
{
  const char *id = box->read_only || box->blueprint == NULL ? NULL : trl_selection_get_only (box->selection);
  const TrlBox *lying = id != NULL && box->look == TRL_LOOK_FULL ? trl_layout_find (box->layout, id) : NULL;
  TrlRect rect;

  if (lying == NULL || lying->kind != TRL_BOX_CARD || trl_card_get_kind (lying->card) != TRL_KIND_NOTE)
    return FALSE;
  rect = rect_beside (box, &lying->rect, trl_sides[side].dx, trl_sides[side].dy);
  if (find_note_at (box, &rect) != NULL)
    return FALSE;
  rect = trl_camera_rect_to_view (box->camera, &lying->rect);
  at->x = side == 3 ? rect.x - PLUS_AWAY : side == 1 ? rect.x + rect.width + PLUS_AWAY : rect.x + rect.width / 2;
  at->y = side == 0 ? rect.y - PLUS_AWAY : side == 2 ? rect.y + rect.height + PLUS_AWAY : rect.y + rect.height / 2;
  return TRUE;
}

/**
 * trl_toolbox_hit_plus:
 * @box: a toolbox
 * @at: a point of the view
 *
 * Returns: the side of the selected note whose plus is there; -1 when none is
 */
int
trl_toolbox_hit_plus (TrlToolbox   *box,
                      TrlViewPoint  at)
{
  TrlViewPoint plus;

  for (guint side = 0; side < 4; side++)
    if (trl_toolbox_get_plus (box, side, &plus) &&
        hypot (at.x - plus.x, at.y - plus.y) <= TRL_PLUS_RADIUS + (box->touch ? TRL_HIT_MARGIN_TOUCH - TRL_HIT_MARGIN : 0))
      return side;
  return -1;
}

const TrlTool trl_tool_note = {
  .name = "note",
  .cursor = "crosshair",
  .release = note_release,
};
