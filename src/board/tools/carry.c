/* carry.c: a card on its way to a place, from the board, the palette or another window.
 *
 * Which place is meant: the innermost one below the pointer that takes the
 * card; what is carried, and what lies in it, is looked through. When none
 * takes it, the innermost says why. The bare board takes everything. */

#define G_LOG_DOMAIN "tool-carry"

#include "config.h"

#include "toolbox.h"

#include <glib/gi18n.h>

/**
 * trl_carry_has:
 * @carry: a carry
 * @id: a card
 *
 * Returns: whether that card is being carried
 */
gboolean
trl_carry_has (const TrlCarry *carry,
               const char     *id)
{
  return carry->ids != NULL && id != NULL && g_strv_contains ((const char * const *) carry->ids, id);
}

/* Whether a card is carried, or lies in one that is. */
static gboolean
goes_along (TrlToolbox *box,
            TrlCard    *card)
{
  for (; card != NULL; card = trl_blueprint_get (box->blueprint, trl_card_get_parent (card)))
    {
      if (trl_carry_has (&box->carry, trl_card_get_id (card)))
        return TRUE;
      if (trl_card_get_kind (card) == TRL_KIND_PROGRAM)
        break;
    }
  return FALSE;
}

/* Asks for everything that is carried: the first refusal counts. */
static TrlPlace
ask_all (TrlToolbox *box,
         const char *target,
         TrlSlot     slot)
{
  TrlCarry *carry = &box->carry;
  TrlPlace place;

  if (carry->foreign != NULL)
    return trl_acts_ask_foreign (box->blueprint, carry->foreign, target, slot, NULL);
  place = trl_places_ask (box->blueprint, &carry->cargo, target, slot);
  for (guint i = 0; carry->ids != NULL && carry->ids[i] != NULL && place.lawful; i++)
    {
      TrlCargo cargo = trl_cargo_for_card (box->blueprint, carry->ids[i]);
      TrlPlace own = trl_places_ask (box->blueprint, &cargo, target, slot);

      if (!own.lawful)
        place = own;
    }
  return place;
}

static TrlPlace
ask_board (TrlToolbox *box)
{
  return ask_all (box, TRL_ROOT_ID, TRL_SLOT_NONE);
}

/* From a card outwards: on the card as a whole, among its siblings, and so on up to the frame. */
static TrlPlace
ask_outwards (TrlToolbox *box,
              TrlCard    *card,
              TrlPlace    refusal)
{
  while (card != NULL && trl_card_get_kind (card) != TRL_KIND_PROGRAM)
    {
      TrlCard *parent = trl_blueprint_get (box->blueprint, trl_card_get_parent (card));
      TrlPlace place = refusal;

      if (!goes_along (box, card))
        place = ask_all (box, trl_card_get_id (card), TRL_SLOT_NONE);
      if (!place.lawful && parent != NULL && trl_card_get_kind (parent) != TRL_KIND_PROGRAM)
        place = ask_all (box, trl_card_get_id (parent), trl_card_get_slot (card));
      if (place.lawful)
        return place;
      card = parent;
    }
  return refusal;
}

/* Whether a box is the bare board to what is carried: nothing, a row's name, something free that takes nothing. */
static gboolean
is_bare (const TrlBox *hit)
{
  return hit == NULL || hit->card == NULL || (hit->motion == NULL && hit->kind == TRL_BOX_CARD);
}

static TrlPlace
find_place (TrlToolbox    *box,
            TrlScenePoint  point,
            const TrlBox  *hit)
{
  const TrlBox *slot = trl_layout_hit_slot (box->layout, point.x, point.y);
  TrlPlace place = { NULL, TRL_SLOT_NONE, TRL_MEMBER_NONE, box->carry.cargo.kind, FALSE };

  if (hit != NULL && hit->kind == TRL_BOX_BANNER)
    return ask_all (box, TRL_ROOT_ID, TRL_SLOT_METRICS);
  if (slot != NULL && !goes_along (box, slot->card))
    place = ask_all (box, trl_card_get_id (slot->card), slot->slot);
  if (!place.lawful && hit != NULL && hit->card != NULL)
    place = ask_outwards (box, hit->card, place);
  if (place.lawful)
    return place;

  if (is_bare (hit) && slot == NULL)
    return ask_board (box);
  if (place.target == NULL)
    place = ask_all (box, trl_card_get_id (hit->motion != NULL ? hit->motion : hit->card), TRL_SLOT_NONE);
  return place;
}

static void
set_target (TrlToolbox   *box,
            const TrlBox *target)
{
  if (target != NULL)
    box->carry.target = target->rect;
}

/* How many of the carried cards lie before a gap among its siblings: the index is counted without them. */
static int
carried_before (TrlToolbox     *box,
                const TrlPlace *place,
                int             gap)
{
  const GPtrArray *siblings = trl_blueprint_get_children (box->blueprint, place->target, place->slot);
  int n = 0;

  for (int i = 0; siblings != NULL && i < gap && i < (int) siblings->len; i++)
    if (trl_carry_has (&box->carry, trl_card_get_id (g_ptr_array_index (siblings, i))))
      n++;
  return n;
}

/* Where in the slot: below the pointer, or at its end when the pointer is elsewhere in the frame. */
static void
find_index (TrlToolbox    *box,
            TrlScenePoint  point)
{
  TrlCarry *carry = &box->carry;
  const TrlBox *slot = trl_layout_find_slot (box->layout, carry->place.target, carry->place.slot);

  carry->index = carry->gap = TRL_END;
  if (slot == NULL)
    return;
  set_target (box, slot);
  if (!trl_rect_contains (&slot->rect, point.x, point.y) || carry->place.becomes == TRL_KIND_NONE)
    return;
  carry->gap = trl_layout_find_gap (box->layout, slot, point.x, point.y, &carry->bar);
  if (carry->gap < 0)
    return;
  carry->has_bar = TRUE;
  carry->index = carry->gap - carried_before (box, &carry->place, carry->gap);
}

/* While the structure is locked, nothing becomes a motion, and none goes. */
static void
keep_lock (TrlToolbox *box)
{
  TrlPlace *place = &box->carry.place;

  box->carry.locked_out = box->locked && place->lawful && place->slot == TRL_SLOT_MOTIONS;
  if (box->carry.locked_out)
    place->lawful = FALSE;
}

/* What a lawful place, or one that refuses, looks and reads like. */
static void
describe_place (TrlToolbox    *box,
                TrlScenePoint  point,
                const TrlBox  *hit)
{
  TrlCarry *carry = &box->carry;
  TrlPlace *place = &carry->place;
  gboolean on_board = place->target != NULL && g_str_equal (place->target, TRL_ROOT_ID);

  g_clear_pointer (&carry->text, g_free);
  carry->has_bar = FALSE;
  carry->index = carry->gap = TRL_END;
  carry->target = (TrlRect) { 0, 0, 0, 0 };
  if (carry->locked_out)
    {
      carry->text = g_strdup (trl_toolbox_say_locked ());
      return;
    }
  if (!place->lawful)
    {
      TrlCargo cargo = carry->cargo;

      if (carry->foreign != NULL)
        trl_acts_ask_foreign (box->blueprint, carry->foreign, place->target, place->slot, &cargo);
      /* The one that is refused says why, which need not be the one at the pointer. */
      for (guint i = 0; carry->ids != NULL && carry->ids[i] != NULL; i++)
        {
          TrlCargo own = trl_cargo_for_card (box->blueprint, carry->ids[i]);

          if (!trl_places_ask (box->blueprint, &own, place->target, place->slot).lawful)
            {
              cargo = own;
              break;
            }
        }
      carry->text = trl_place_explain (box->blueprint, &cargo, place);
      set_target (box, hit);
      return;
    }

  if (!on_board && place->member == TRL_MEMBER_NONE)
    find_index (box, point);
  if (carry->target.width <= 0 && !on_board)
    set_target (box, trl_layout_find (box->layout, place->target));
  if (carry->target.width <= 0 && on_board && place->slot == TRL_SLOT_METRICS && hit != NULL && hit->kind == TRL_BOX_BANNER)
    set_target (box, hit);
  carry->text = trl_place_describe (box->blueprint, &carry->cargo, place);
  if (box->copying)
    {
      g_autofree char *words = g_steal_pointer (&carry->text);

      /* Translators: %s is what a drop would do: "Add to Referral · Incentives" */
      carry->text = g_strdup_printf (_("%s, as a copy"), words);
    }
}

/* Beside the board no place is meant: over the palette, a panel, another window. */
static gboolean
is_beside (TrlToolbox         *box,
           const TrlToolEvent *event)
{
  return event->view.x < 0 || event->view.y < 0 || event->view.x >= box->camera->width || event->view.y >= box->camera->height;
}

/* Several cards that lie free and stay so keep their distances. */
static gboolean
stay_free (TrlToolbox *box)
{
  TrlCarry *carry = &box->carry;

  if (carry->ids == NULL || !g_str_equal (carry->place.target, TRL_ROOT_ID) || carry->place.slot == TRL_SLOT_METRICS)
    return FALSE;
  for (guint i = 0; carry->ids[i] != NULL; i++)
    if (!trl_toolbox_is_free (box, carry->ids[i]))
      return FALSE;
  return TRUE;
}

/* What comes to lie free snaps, all of it together. */
static void
snap_carried (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  TrlCarry *carry = &box->carry;
  TrlRect rect = carry->ghost;

  carry->snapped = (TrlScenePoint) { 0, 0 };
  if (box->guides != NULL)
    g_array_set_size (box->guides, 0);
  if (!carry->over || !carry->place.lawful || !g_str_equal (carry->place.target, TRL_ROOT_ID) ||
      carry->place.slot == TRL_SLOT_METRICS || carry->place.slot == TRL_SLOT_MOTIONS)
    return;
  if (stay_free (box))
    {
      g_autoptr (GArray) spots = trl_toolbox_list_spots (box, (const char * const *) carry->ids);

      for (guint i = 0; i < spots->len; i++)
        {
          const TrlSpot *spot = &g_array_index (spots, TrlSpot, i);
          TrlRect own = { spot->x + carry->ghost.x - carry->home.x, spot->y + carry->ghost.y - carry->home.y,
                          spot->width, spot->height };

          trl_rect_union (&rect, &own);
        }
    }
  trl_toolbox_snap (box, event, (const char * const *) carry->ids, &rect, &carry->snapped.x, &carry->snapped.y);
  carry->ghost.x += carry->snapped.x;
  carry->ghost.y += carry->snapped.y;
}

static void
carry_motion (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  TrlCarry *carry = &box->carry;
  TrlScenePoint point = trl_toolbox_to_scene (box, event);
  const TrlBox *hit = trl_toolbox_hit (box, point);

  box->copying = carry->ids != NULL && (event->hold & TRL_HOLD_ALT) != 0;
  carry->ghost.x = point.x - carry->grab.x;
  carry->ghost.y = point.y - carry->grab.y;
  carry->over = !is_beside (box, event);
  if (!carry->over)
    {
      carry->has_bar = FALSE;
      carry->snapped = (TrlScenePoint) { 0, 0 };
      trl_toolbox_hint (box, NULL);
      return;
    }
  /* Ctrl lets a card lie free, whatever is below it. */
  carry->place = (event->hold & TRL_HOLD_CONTROL) != 0 ? ask_board (box) : find_place (box, point, hit);
  keep_lock (box);
  describe_place (box, point, hit);
  snap_carried (box, event);
  trl_toolbox_hint (box, carry->text);
}

/* With Alt a copy is left where the card would have gone. */
static TrlEdit *
drop_copy (TrlToolbox  *box,
           char       **id)
{
  TrlCarry *carry = &box->carry;
  g_autoptr (GPtrArray) cards = trl_acts_collect (box->blueprint, (const char * const *) carry->ids);
  TrlEdit *edit = trl_act_take_cards (box->blueprint, cards, &carry->place, carry->index, carry->ghost.x, carry->ghost.y, id);

  if (edit != NULL)
    trl_edit_set_name (edit, _("Duplicate"));
  return edit;
}

static void
drop (TrlToolbox *box,
      gboolean    copy)
{
  TrlCarry *carry = &box->carry;
  g_autofree char *id = NULL;
  TrlEdit *edit;

  if (stay_free (box))
    {
      g_autoptr (GArray) spots = trl_toolbox_list_spots (box, (const char * const *) carry->ids);

      trl_toolbox_move_free (box, spots, carry->ghost.x - carry->home.x, carry->ghost.y - carry->home.y);
      return;
    }
  if (carry->foreign != NULL)
    edit = trl_act_take_cards (box->blueprint, carry->foreign, &carry->place, carry->index, carry->ghost.x, carry->ghost.y, &id);
  else if (copy && carry->ids != NULL)
    edit = drop_copy (box, &id);
  else if (carry->ids != NULL && carry->ids[1] != NULL)
    edit = trl_act_drop_cards (box->blueprint, (const char * const *) carry->ids, &carry->place, carry->index,
                               carry->ghost.x, carry->ghost.y);
  else
    edit = trl_act_drop (box->blueprint, &carry->cargo, &carry->place, carry->index, carry->ghost.x, carry->ghost.y, &id);

  if (!trl_toolbox_commit (box, edit, id) || id == NULL)
    return;
  box->dropped = g_steal_pointer (&id);
  /* A new card asks for its name at once; a link and a bundle have none to give. */
  if (carry->ids == NULL && carry->foreign == NULL && carry->place.member == TRL_MEMBER_NONE && carry->cargo.bundle == TRL_BUNDLE_NONE)
    box->host->edit (box, box->dropped, TRL_MEMBER_NONE, box->host_data);
}

static void
carry_release (TrlToolbox         *box,
               const TrlToolEvent *event)
{
  if (!box->carry.over)
    return;
  if (box->carry.place.lawful)
    {
      trl_toolbox_hint (box, NULL);
      drop (box, box->copying);
    }
  /* A refusal stays readable after the hand has let go. */
}

/* Rows first, then along them: the order in which people read what they carry. */
static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const TrlBox *first = *(const TrlBox **) a, *second = *(const TrlBox **) b;

  if (first->rect.y != second->rect.y)
    return first->rect.y < second->rect.y ? -1 : 1;
  return first->rect.x < second->rect.x ? -1 : first->rect.x > second->rect.x;
}

/* What is carried: everything that is selected, without what lies in something else that is. */
static char **
collect_ids (TrlToolbox *box)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();
  const char * const *ids = trl_selection_get_ids (box->selection);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const TrlBox *lying = trl_layout_find (box->layout, ids[i]);
      TrlCard *parent;

      if (lying == NULL || lying->kind != TRL_BOX_CARD)
        continue;
      for (parent = trl_blueprint_get (box->blueprint, trl_card_get_parent (lying->card)); parent != NULL;
           parent = trl_blueprint_get (box->blueprint, trl_card_get_parent (parent)))
        if (trl_card_get_kind (parent) != TRL_KIND_PROGRAM && trl_selection_contains (box->selection, trl_card_get_id (parent)))
          break;
      if (parent == NULL)
        g_ptr_array_add (boxes, (gpointer) lying);
    }
  g_ptr_array_sort (boxes, compare_boxes);
  for (guint i = 0; i < boxes->len; i++)
    g_strv_builder_add (builder, trl_box_get_id (g_ptr_array_index (boxes, i)));
  return g_strv_builder_end (builder);
}

/**
 * trl_carry_start:
 * @box: a toolbox with a press on a card
 * @event: where the pointer is now
 *
 * Takes up what is selected; frames among it make it a move on the board.
 */
void
trl_carry_start (TrlToolbox         *box,
                 const TrlToolEvent *event)
{
  TrlCarry *carry = &box->carry;
  const char * const *ids = trl_selection_get_ids (box->selection);
  const TrlBox *lying = box->start_id != NULL ? trl_layout_find (box->layout, box->start_id) : NULL;

  if (lying == NULL || lying->kind != TRL_BOX_CARD)
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TrlCard *card = trl_blueprint_get (box->blueprint, ids[i]);

      if (card != NULL && trl_card_get_kind (card) == TRL_KIND_MOTION)
        {
          trl_toolbox_hand_over (box, TRL_TOOL_MOVE, event);
          return;
        }
    }

  carry->ids = collect_ids (box);
  /* What lies in something else that is selected goes along with that. */
  while (!trl_carry_has (carry, trl_box_get_id (lying)))
    {
      lying = trl_layout_find (box->layout, trl_card_get_parent (lying->card));
      g_return_if_fail (lying != NULL && lying->kind == TRL_BOX_CARD);
    }
  carry->id = g_strdup (trl_box_get_id (lying));
  carry->cargo = trl_cargo_for_card (box->blueprint, carry->id);
  carry->cargo.id = carry->id;
  carry->grab = (TrlScenePoint) { box->start_scene.x - lying->rect.x, box->start_scene.y - lying->rect.y };
  carry->ghost = lying->rect;
  carry->home = (TrlScenePoint) { lying->rect.x, lying->rect.y };
  carry->places = trl_places_list (box->blueprint, &carry->cargo);
  trl_toolbox_hand_over (box, TRL_TOOL_CARRY, event);
}

/**
 * trl_toolbox_carry_begin:
 * @box: a toolbox
 * @cargo: what is carried
 * @width: of its ghost, in board units
 * @height: the same
 * @event: where the pointer is
 *
 * Starts a drag that comes from elsewhere: the palette, another window. Its
 * motions, its release and its cancel are those of any gesture.
 */
void
trl_toolbox_carry_begin (TrlToolbox         *box,
                         const TrlCargo     *cargo,
                         double              width,
                         double              height,
                         const TrlToolEvent *event)
{
  TrlCarry *carry = &box->carry;

  g_return_if_fail (box != NULL && cargo != NULL && event != NULL);

  trl_toolbox_cancel (box);
  box->pressed = box->dragged = TRUE;
  box->start = box->last = *event;
  box->hand = event->view;
  box->start_scene = trl_toolbox_to_scene (box, event);
  carry->cargo = *cargo;
  carry->from_outside = TRUE;
  carry->grab = (TrlScenePoint) { width / 2, height / 2 };
  carry->ghost = (TrlRect) { box->start_scene.x - width / 2, box->start_scene.y - height / 2, width, height };
  carry->places = trl_places_list (box->blueprint, &carry->cargo);
  box->current = TRL_TOOL_CARRY;
}

/**
 * trl_toolbox_take_begin:
 * @box: a toolbox
 * @cards: (element-type TrlCard): cards of another design, parents before children
 * @width: of their ghost, in board units
 * @height: the same
 * @event: where the pointer is
 *
 * Starts a drag that comes from another window. It is a carry of cards that do
 * not lie here yet: the same places, the same names, the same refusals.
 */
void
trl_toolbox_take_begin (TrlToolbox         *box,
                        GPtrArray          *cards,
                        double              width,
                        double              height,
                        const TrlToolEvent *event)
{
  TrlCard *lead;
  TrlCargo cargo;

  g_return_if_fail (box != NULL && cards != NULL && cards->len > 0 && event != NULL);

  lead = g_ptr_array_index (cards, 0);
  cargo = (TrlCargo) { trl_card_get_kind (lead), trl_card_get_kind_entry (lead), TRL_BUNDLE_NONE, NULL };
  trl_toolbox_carry_begin (box, &cargo, width, height, event);
  box->carry.foreign = g_ptr_array_ref (cards);
  trl_toolbox_motion (box, event);
}

const TrlTool trl_tool_carry = {
  .name = "carry",
  .cursor = "grabbing",
  .motion = carry_motion,
  .release = carry_release,
};
