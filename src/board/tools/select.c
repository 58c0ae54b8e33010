/* select.c: the select tool: clicks choose, double clicks edit, and a drag goes on as band, move or carry. */

#define G_LOG_DOMAIN "tool-select"

#include "config.h"

#include "toolbox.h"

#define ADDING (TRL_HOLD_SHIFT | TRL_HOLD_CONTROL)

/* What a click on a box chooses: the card, or the frame by its head. The ground
 * of a frame chooses nothing: a band starts there, and nobody moves a frame by
 * accident. */
static const char *
chosen_id (const TrlBox *hit)
{
  if (hit == NULL || hit->card == NULL)
    return NULL;
  if (hit->kind == TRL_BOX_CARD || hit->kind == TRL_BOX_HEADER || hit->kind == TRL_BOX_BANNER)
    return trl_card_get_id (hit->card);
  return NULL;
}

/* What is below the press: a card, or else a connector. */
static const char *
pressed_id (TrlToolbox *box)
{
  const char *id = chosen_id (trl_toolbox_hit (box, box->start_scene));

  return id != NULL ? id : trl_toolbox_hit_link (box, box->start_scene);
}

static void
select_press (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  const char *id = chosen_id (trl_toolbox_hit (box, box->start_scene));

  /* An end of the selected connector lies at the edge of a card, and over it; a plus may. */
  if ((event->hold & ADDING) == 0 && (trl_connect_hit_end (box) != TRL_MEMBER_NONE || trl_toolbox_hit_plus (box, event->view) >= 0))
    return;
  /* What is selected already stays so until the release: it may be the start of a drag of all of it. */
  if (id != NULL && (event->hold & ADDING) == 0 && !trl_selection_contains (box->selection, id))
    trl_selection_set_one (box->selection, id);
}

static void
start_drag (TrlToolbox         *box,
            const TrlToolEvent *event)
{
  const TrlBox *hit = trl_toolbox_hit (box, box->start_scene);
  const char *id = chosen_id (hit);

  if (trl_connect_take_end (box) || trl_connect_take_new (box))
    return;
  if (id != NULL && !trl_selection_contains (box->selection, id))
    trl_selection_add (box->selection, id);
  if (id == NULL)
    trl_toolbox_hand_over (box, TRL_TOOL_BAND, event);
  else if (box->read_only || hit->kind == TRL_BOX_BANNER)
    trl_toolbox_hand_over (box, TRL_TOOL_HAND, event);
  else if (hit->kind == TRL_BOX_HEADER && box->locked)
    {
      trl_toolbox_hint (box, trl_toolbox_say_locked ());
      trl_toolbox_hand_over (box, TRL_TOOL_HAND, event);
    }
  else if (hit->kind == TRL_BOX_HEADER)
    trl_toolbox_hand_over (box, TRL_TOOL_MOVE, event);
  else
    trl_carry_start (box, event);
}

static void
select_motion (TrlToolbox         *box,
               const TrlToolEvent *event)
{
  start_drag (box, event);
  if (box->current != TRL_TOOL_SELECT)
    trl_toolbox_motion (box, event);
}

/* An empty place was meant: what belongs there is put there, and asks for its name. */
static gboolean
fill_place (TrlToolbox *box)
{
  const TrlBox *slot = trl_layout_hit_slot (box->layout, box->start_scene.x, box->start_scene.y);
  TrlCargo cargo = { TRL_KIND_NONE, NULL, TRL_BUNDLE_NONE, NULL };
  g_autofree char *id = NULL;
  TrlEdit *edit;
  TrlPlace place;

  if (slot == NULL || box->read_only)
    return FALSE;
  cargo.kind = trl_slot_get_info (slot->slot)->child;
  place = trl_places_ask (box->blueprint, &cargo, trl_card_get_id (slot->card), slot->slot);
  edit = place.lawful ? trl_act_drop (box->blueprint, &cargo, &place, TRL_END, 0, 0, &id) : NULL;
  if (!trl_toolbox_commit (box, edit, id) || id == NULL)
    return FALSE;
  box->host->edit (box, id, TRL_MEMBER_NONE, box->host_data);
  return TRUE;
}

/* A double click edits the part below it; on the bare board it leaves a note. */
static void
double_click (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  const TrlBox *hit = trl_toolbox_hit (box, box->start_scene);
  const TrlPart *part;

  if (chosen_id (hit) == NULL && trl_toolbox_hit_link (box, box->start_scene) != NULL)
    {
      box->host->edit (box, trl_toolbox_hit_link (box, box->start_scene), TRL_LINK_TEXT, box->host_data);
      return;
    }
  if (hit == NULL)
    {
      if (!box->read_only)
        trl_tool_note.release (box, event);
      return;
    }
  if (hit->card == NULL || (hit->kind == TRL_BOX_FRAME && fill_place (box)))
    return;
  part = trl_box_find_part (hit, box->start_scene.x, box->start_scene.y);
  if (part != NULL)
    box->host->edit (box, trl_card_get_id (part->card != NULL ? part->card : hit->card), part->member, box->host_data);
  else if (hit->kind != TRL_BOX_SLOT && hit->kind != TRL_BOX_FRAME)
    box->host->edit (box, trl_card_get_id (hit->card), TRL_MEMBER_NONE, box->host_data);
}

static void
select_release (TrlToolbox         *box,
                const TrlToolEvent *event)
{
  const char *id = pressed_id (box);
  int plus = (event->hold & ADDING) == 0 ? trl_toolbox_hit_plus (box, box->start.view) : -1;

  if (plus >= 0)
    trl_toolbox_go_beside (box, trl_selection_get_only (box->selection), trl_sides[plus].dx, trl_sides[plus].dy, TRUE);
  else if (box->start.n_press == 2 && (event->hold & ADDING) == 0)
    double_click (box, event);
  else if (id != NULL && (event->hold & ADDING) != 0)
    trl_selection_toggle (box->selection, id);
  else if ((event->hold & ADDING) == 0)
    trl_selection_set_one (box->selection, id);
}

const TrlTool trl_tool_select = {
  .name = "select",
  .cursor = "default",
  .press = select_press,
  .motion = select_motion,
  .release = select_release,
};
