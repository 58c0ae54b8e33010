/* toolbox.c: the table of tools, and how a gesture goes from one to the next. */

#define G_LOG_DOMAIN "toolbox"

#include "config.h"

#include "toolbox.h"

#include "links.h"

#include <glib/gi18n.h>
#include <math.h>

static const TrlTool *tools[TRL_N_TOOLS] = {
  [TRL_TOOL_SELECT] = &trl_tool_select,
  [TRL_TOOL_HAND] = &trl_tool_hand,
  [TRL_TOOL_NOTE] = &trl_tool_note,
  [TRL_TOOL_CONNECT] = &trl_tool_connect,
  [TRL_TOOL_BAND] = &trl_tool_band,
  [TRL_TOOL_MOVE] = &trl_tool_move,
  [TRL_TOOL_CARRY] = &trl_tool_carry,
};

/**
 * trl_toolbox_init:
 * @box: a toolbox
 *
 * Starts with the select tool in hand.
 */
void
trl_toolbox_init (TrlToolbox *box)
{
  g_return_if_fail (box != NULL);

  *box = (TrlToolbox) { .threshold = 8, .snaps = TRUE, .chosen = TRL_TOOL_SELECT, .current = TRL_TOOL_SELECT };
}

/* Back to how it was between two gestures. */
static void
toolbox_rest (TrlToolbox *box)
{
  box->pressed = FALSE;
  box->dragged = FALSE;
  box->current = box->chosen;
  g_clear_pointer (&box->start_id, g_free);
  g_clear_pointer (&box->before, g_strfreev);
  g_clear_pointer (&box->band_before, g_strfreev);
  g_clear_pointer (&box->moving, g_strfreev);
  g_clear_pointer (&box->carry.ids, g_strfreev);
  g_clear_pointer (&box->carry.id, g_free);
  g_clear_pointer (&box->carry.foreign, g_ptr_array_unref);
  g_clear_pointer (&box->carry.places, g_array_unref);
  g_clear_pointer (&box->carry.text, g_free);
  box->carry = (TrlCarry) { 0 };
  g_clear_pointer (&box->connect_from, g_free);
  g_clear_pointer (&box->connect_to, g_free);
  g_clear_pointer (&box->connect_link, g_free);
  box->connect_end = TRL_MEMBER_NONE;
  box->dx = box->dy = 0;
  box->copying = box->quick = FALSE;
  if (box->guides != NULL)
    g_array_set_size (box->guides, 0);
}

/**
 * trl_toolbox_clear:
 * @box: a toolbox
 *
 * Frees what a gesture holds, not the box.
 */
void
trl_toolbox_clear (TrlToolbox *box)
{
  g_return_if_fail (box != NULL);

  toolbox_rest (box);
  g_clear_pointer (&box->dropped, g_free);
  g_clear_pointer (&box->guides, g_array_unref);
  g_clear_pointer (&box->copy, g_free);
}

/**
 * trl_toolbox_choose:
 * @box: a toolbox
 * @tool: select, hand, note or connector
 *
 * Takes another tool in hand; a gesture under way is cancelled.
 */
void
trl_toolbox_choose (TrlToolbox *box,
                    TrlToolId   tool)
{
  g_return_if_fail (box != NULL && tool <= TRL_TOOL_CONNECT);

  trl_toolbox_cancel (box);
  box->chosen = box->current = tool;
}

/**
 * trl_toolbox_get_cursor:
 * @box: a toolbox
 *
 * Returns: (transfer none): the CSS name of the pointer's shape
 */
const char *
trl_toolbox_get_cursor (TrlToolbox *box)
{
  if (box->current == TRL_TOOL_CARRY && box->carry.over && !box->carry.place.lawful)
    return "not-allowed";
  if (box->copying)
    return "copy";
  if (box->current == TRL_TOOL_HAND && !box->pressed)
    return "grab";
  return tools[box->current]->cursor;
}

/**
 * trl_toolbox_is_busy:
 * @box: a toolbox
 *
 * Returns: whether a gesture is under way that Escape would cancel
 */
gboolean
trl_toolbox_is_busy (TrlToolbox *box)
{
  return box->pressed && (box->dragged || box->current != box->chosen);
}

/**
 * trl_toolbox_to_scene:
 * @box: a toolbox
 * @event: an event
 *
 * Returns: where on the board it is
 */
TrlScenePoint
trl_toolbox_to_scene (TrlToolbox         *box,
                      const TrlToolEvent *event)
{
  return trl_camera_to_scene (box->camera, event->view);
}

/**
 * trl_toolbox_hit:
 * @box: a toolbox
 * @point: a point of the board
 *
 * Finds what lies there, as it is seen: from afar a motion is one thing, and
 * nobody picks up a card that is not drawn.
 *
 * Returns: (transfer none) (nullable): what lies there
 */
const TrlBox *
trl_toolbox_hit (TrlToolbox    *box,
                 TrlScenePoint  point)
{
  const TrlBox *hit = box->layout != NULL ? trl_layout_hit (box->layout, point.x, point.y) : NULL;

  if (hit != NULL && hit->motion != NULL && box->look >= TRL_LOOK_BAND)
    return trl_layout_find_frame (box->layout, trl_card_get_id (hit->motion), TRL_BOX_HEADER);
  while (hit != NULL && hit->kind == TRL_BOX_CARD && hit->depth > 0 && box->look == TRL_LOOK_NAMES)
    hit = trl_layout_find (box->layout, trl_card_get_parent (hit->card));
  return hit;
}

/**
 * trl_toolbox_get_reach:
 * @box: a toolbox
 *
 * Returns: how far from a line still is on it, in board units
 */
double
trl_toolbox_get_reach (TrlToolbox *box)
{
  return (box->touch ? TRL_HIT_MARGIN_TOUCH : TRL_HIT_MARGIN) / box->camera->scale;
}

/**
 * trl_toolbox_hit_link:
 * @box: a toolbox
 * @point: a point of the board
 *
 * Returns: (transfer none) (nullable): the connector that runs there
 */
const char *
trl_toolbox_hit_link (TrlToolbox    *box,
                      TrlScenePoint  point)
{
  if (box->layout == NULL)
    return NULL;
  return trl_links_hit (box->blueprint, box->layout, box->look, point.x, point.y, trl_toolbox_get_reach (box));
}

/**
 * trl_toolbox_get_link:
 * @box: a toolbox
 *
 * Returns: (transfer none) (nullable): the connector that alone is selected
 */
TrlCard *
trl_toolbox_get_link (TrlToolbox *box)
{
  const char *id = trl_selection_get_only (box->selection);
  TrlCard *card = id != NULL && box->blueprint != NULL ? trl_blueprint_get (box->blueprint, id) : NULL;

  return card != NULL && trl_card_get_kind (card) == TRL_KIND_LINK ? card : NULL;
}

/**
 * trl_toolbox_say_locked:
 *
 * Returns: (transfer none): why a motion stays where it is
 */
const char *
trl_toolbox_say_locked (void)
{
  return _("The structure is locked: cards move, motions stay. Ctrl+Shift+L unlocks it.");
}

/**
 * trl_toolbox_is_free:
 * @box: a toolbox
 * @id: a card
 *
 * Returns: whether the card lies free on the board: a frame, a note, a parked card
 */
gboolean
trl_toolbox_is_free (TrlToolbox *box,
                     const char *id)
{
  TrlCard *card = trl_blueprint_get (box->blueprint, id);
  TrlSlot slot = card != NULL ? trl_card_get_slot (card) : TRL_SLOT_NONE;

  return slot == TRL_SLOT_MOTIONS || slot == TRL_SLOT_NOTES || slot == TRL_SLOT_PARKED;
}

/**
 * trl_toolbox_commit:
 * @box: a toolbox
 * @edit: (transfer full) (nullable): what the gesture does
 * @select: (nullable): what is selected afterwards
 *
 * Ends a gesture with its one edit.
 *
 * Returns: whether something changed
 */
gboolean
trl_toolbox_commit (TrlToolbox *box,
                    TrlEdit    *edit,
                    const char *select)
{
  if (edit == NULL)
    return FALSE;
  return box->host->commit (box, edit, select, box->host_data);
}

/**
 * trl_toolbox_hint:
 * @box: a toolbox
 * @hint: (nullable): what the gesture would do
 *
 * Says what the gesture would do, or why it would not.
 */
void
trl_toolbox_hint (TrlToolbox *box,
                  const char *hint)
{
  box->host->hint (box, hint, box->host_data);
}

/**
 * trl_toolbox_hand_over:
 * @box: a toolbox
 * @tool: the tool that goes on with the gesture
 * @event: the event that it starts with
 *
 * Gives the gesture to another tool, which hears it as a press.
 */
void
trl_toolbox_hand_over (TrlToolbox         *box,
                       TrlToolId           tool,
                       const TrlToolEvent *event)
{
  box->current = tool;
  if (tools[tool]->press != NULL)
    tools[tool]->press (box, event);
}

/**
 * trl_toolbox_press:
 * @box: a toolbox
 * @event: a press
 *
 * Starts a gesture. The middle button, and space with any, always pan.
 *
 * Returns: whether a tool took it
 */
gboolean
trl_toolbox_press (TrlToolbox         *box,
                   const TrlToolEvent *event)
{
  const TrlBox *hit;

  g_return_val_if_fail (box != NULL && event != NULL, FALSE);

  if (box->pressed || box->blueprint == NULL || event->button > 2)
    return FALSE;

  box->pressed = TRUE;
  box->dragged = FALSE;
  box->start = box->last = *event;
  box->hand = event->view;
  box->start_scene = trl_toolbox_to_scene (box, event);
  hit = trl_toolbox_hit (box, box->start_scene);
  box->start_id = hit != NULL ? g_strdup (trl_box_get_id (hit)) : NULL;
  box->before = g_strdupv ((char **) trl_selection_get_ids (box->selection));
  if (event->button == 2 || (event->hold & TRL_HOLD_SPACE) != 0)
    box->current = TRL_TOOL_HAND;
  if (tools[box->current]->press != NULL)
    tools[box->current]->press (box, event);
  return TRUE;
}

/* Shift keeps what is moved to the axis that it goes along. */
static void
keep_to_axis (TrlToolbox   *box,
              TrlToolEvent *event)
{
  TrlViewPoint start = trl_camera_to_view (box->camera, box->start_scene);

  if ((event->hold & TRL_HOLD_SHIFT) == 0 || (box->current != TRL_TOOL_MOVE && box->current != TRL_TOOL_CARRY) ||
      box->carry.from_outside)
    return;
  if (fabs (event->view.x - start.x) > fabs (event->view.y - start.y))
    event->view.y = start.y;
  else
    event->view.x = start.x;
}

/* A hand that still is on its way does not want to snap. One that rests keeps what it has. */
static void
measure_speed (TrlToolbox         *box,
               const TrlToolEvent *event)
{
  double way = hypot (event->view.x - box->hand.x, event->view.y - box->hand.y);

  if (event->time != 0 && box->last.time != 0 && way > 0)
    box->quick = way > TRL_SNAP_SPEED * MAX (event->time - box->last.time, 1);
  box->hand = event->view;
}

/**
 * trl_toolbox_motion:
 * @box: a toolbox
 * @event: where the pointer is now
 *
 * Goes on with a gesture. What stays within the threshold is no drag.
 */
void
trl_toolbox_motion (TrlToolbox         *box,
                    const TrlToolEvent *event)
{
  TrlToolEvent own;
  TrlToolId tool;

  g_return_if_fail (box != NULL && event != NULL);

  if (!box->pressed)
    return;

  if (!box->dragged && hypot (event->view.x - box->start.view.x, event->view.y - box->start.view.y) < box->threshold)
    return;
  box->dragged = TRUE;
  own = *event;
  tool = box->current;
  measure_speed (box, event);
  keep_to_axis (box, &own);
  if (tools[tool]->motion != NULL)
    tools[tool]->motion (box, &own);
  keep_to_axis (box, &own);   /* the tool may have handed over */
  box->last = own;
}

/**
 * trl_toolbox_hold:
 * @box: a toolbox
 * @hold: which keys are held now
 *
 * A key went down or up while the pointer was still: copy or move, snap or
 * not, along an axis or anywhere may change in the middle of a gesture.
 */
void
trl_toolbox_hold (TrlToolbox *box,
                  TrlHold     hold)
{
  TrlToolEvent event;

  g_return_if_fail (box != NULL);

  event = box->last;
  event.view = box->hand;
  event.time = 0;
  if (!box->pressed || !box->dragged || event.hold == hold || box->current == TRL_TOOL_HAND)
    return;
  event.hold = hold;
  trl_toolbox_motion (box, &event);
}

/**
 * trl_toolbox_again:
 * @box: a toolbox
 *
 * The board moved below a still pointer: the gesture looks again.
 */
void
trl_toolbox_again (TrlToolbox *box)
{
  TrlToolEvent event = box->last;

  event.view = box->hand;
  event.time = 0;
  if (box->pressed && box->dragged && box->current != TRL_TOOL_HAND)
    trl_toolbox_motion (box, &event);
}

/**
 * trl_toolbox_release:
 * @box: a toolbox
 * @event: where the pointer was let go
 *
 * Ends a gesture: the only moment in which it changes the blueprint.
 */
void
trl_toolbox_release (TrlToolbox         *box,
                     const TrlToolEvent *event)
{
  TrlToolEvent own;

  g_return_if_fail (box != NULL && event != NULL);

  if (!box->pressed)
    return;

  own = *event;
  own.time = 0;   /* letting go is no step of the way: what was shown is what is done */
  g_clear_pointer (&box->dropped, g_free);
  if (box->dragged)
    trl_toolbox_motion (box, &own);
  if (tools[box->current]->release != NULL)
    tools[box->current]->release (box, &own);
  toolbox_rest (box);
}

/**
 * trl_toolbox_cancel:
 * @box: a toolbox
 *
 * Ends a gesture as if it had never begun: what was selected before the press
 * is selected again.
 *
 * Returns: whether there was one
 */
gboolean
trl_toolbox_cancel (TrlToolbox *box)
{
  gboolean busy;

  g_return_val_if_fail (box != NULL, FALSE);

  if (!box->pressed)
    return FALSE;

  busy = trl_toolbox_is_busy (box);
  if (box->before != NULL)
    trl_selection_set (box->selection, (const char * const *) box->before);
  if (busy)
    trl_toolbox_hint (box, NULL);
  toolbox_rest (box);
  return busy;
}
