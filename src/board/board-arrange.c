/* board-arrange.c: what is done to what is selected: arrange, park, copy its look, select what is like it. */

#define G_LOG_DOMAIN "board-arrange"

#include "config.h"

#include "board-private.h"

#include <glib/gi18n.h>

/**
 * trl_board_count_free:
 * @self: a board
 *
 * Returns: how many of the selected cards lie free, and so can be arranged
 */
guint
trl_board_count_free (TrlBoard *self)
{
  const char * const *ids = trl_selection_get_ids (self->selection);
  guint n = 0;

  for (guint i = 0; self->blueprint != NULL && ids[i] != NULL; i++)
    if (trl_toolbox_is_free (&self->tools, ids[i]))
      n++;
  return n;
}

/* Where cards lie is seen, but not heard: what was done is said as undo calls it. */
static void
commit_and_say (TrlBoard *self,
                TrlEdit  *edit)
{
  if (trl_board_commit (self, edit, NULL))
    trl_board_say (self, self->history != NULL ? trl_history_get_undo_name (self->history) : NULL);
  else if (!self->tools.locked)   /* the lock says itself why not */
    trl_board_say (self, _("Nothing had to change"));
}

/**
 * trl_board_arrange:
 * @self: a board
 * @how: how they shall lie
 *
 * Arranges what is selected and lies free, as one entry.
 */
void
trl_board_arrange (TrlBoard   *self,
                   TrlArrange  how)
{
  g_autoptr (GArray) spots = NULL;

  trl_board_ensure_layout (self);
  spots = trl_toolbox_list_spots (&self->tools, trl_selection_get_ids (self->selection));
  commit_and_say (self, trl_act_arrange (self->blueprint, (const TrlSpot *) spots->data, spots->len, how));
}

/**
 * trl_board_park:
 * @self: a board
 *
 * Puts what is selected into the strip of parked cards and shows it there.
 */
void
trl_board_park (TrlBoard *self)
{
  g_autofree char *id = g_strdup (trl_selection_get_last (self->selection));

  if (!trl_board_commit (self, trl_act_park (self->blueprint, trl_selection_get_ids (self->selection)), NULL))
    return;
  trl_board_emit_notice (self, _("Parked below the motions"), TRUE);
  trl_board_reveal (self, id);
}

/**
 * trl_board_gather:
 * @self: a board
 *
 * Brings all parked cards together in their strip, wherever they lie.
 */
void
trl_board_gather (TrlBoard *self)
{
  const GPtrArray *parked = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_PARKED);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  TrlEdit *edit;

  for (guint i = 0; i < parked->len; i++)
    g_ptr_array_add (ids, (gpointer) trl_card_get_id (g_ptr_array_index (parked, i)));
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  edit = trl_act_park (self->blueprint, (const char * const *) ids->pdata);
  if (edit != NULL)
    trl_edit_set_name (edit, _("Gather parked cards"));
  commit_and_say (self, edit);
}

/**
 * trl_board_tell_selected:
 * @self: a board
 *
 * Tells how many cards are selected.
 */
void
trl_board_tell_selected (TrlBoard *self)
{
  guint n = trl_selection_get_n (self->selection);
  g_autofree char *words = g_strdup_printf (ngettext ("%u card selected", "%u cards selected", n), n);

  trl_board_tell (self, words);
}

static void
select_where (TrlBoard *self,
              gboolean (*is_wanted) (TrlCard *card, TrlCard *like))
{
  TrlCard *like = trl_blueprint_get (self->blueprint, trl_selection_get_last (self->selection));
  g_autoptr (GPtrArray) stops = trl_board_list_cards (self, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *words = NULL;

  if (like == NULL)
    return;
  for (guint i = 0; i < stops->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (stops, i);

      if (box->kind != TRL_BOX_BANNER && is_wanted (box->card, like))
        g_ptr_array_add (ids, (gpointer) trl_box_get_id (box));
    }
  words = g_strdup_printf (ngettext ("%u card selected", "%u cards selected", ids->len), ids->len);
  g_ptr_array_add (ids, NULL);
  trl_selection_set (self->selection, (const char * const *) ids->pdata);
  trl_board_say (self, words);
}

static gboolean
is_sibling (TrlCard *card,
            TrlCard *like)
{
  return trl_card_get_slot (card) == trl_card_get_slot (like) &&
         g_strcmp0 (trl_card_get_parent (card), trl_card_get_parent (like)) == 0;
}

static gboolean
is_same_kind (TrlCard *card,
              TrlCard *like)
{
  return trl_card_get_kind (card) == trl_card_get_kind (like);
}

/**
 * trl_board_select_siblings:
 * @self: a board
 *
 * Selects everything in the place in which the selected card lies.
 */
void
trl_board_select_siblings (TrlBoard *self)
{
  select_where (self, is_sibling);
}

/**
 * trl_board_select_same_kind:
 * @self: a board
 *
 * Selects every card of the kind that the selected one has.
 */
void
trl_board_select_same_kind (TrlBoard *self)
{
  select_where (self, is_same_kind);
}

/**
 * trl_board_copy_style:
 * @self: a board with a note selected
 *
 * Remembers how the note looks. Other cards look as what they are.
 */
void
trl_board_copy_style (TrlBoard *self)
{
  TrlCard *card = trl_blueprint_get (self->blueprint, trl_selection_get_only (self->selection));

  self->style = trl_card_get_choice (card, TRL_NOTE_COLOUR);
  self->has_style = self->style >= 0;
  trl_board_update_actions (self);
}

/**
 * trl_board_paste_style:
 * @self: a board
 *
 * Gives the selected notes the look that was copied.
 */
void
trl_board_paste_style (TrlBoard *self)
{
  commit_and_say (self, trl_act_set_style (self->blueprint, trl_selection_get_ids (self->selection), self->style));
}

/**
 * trl_board_duplicate:
 * @self: a board
 *
 * Duplicates what is selected, again as far when it is a copy, and goes there.
 */
void
trl_board_duplicate (TrlBoard *self)
{
  trl_board_ensure_layout (self);
  if (!trl_toolbox_duplicate (&self->tools))
    return;
  if (self->history != NULL)
    trl_board_say (self, trl_history_get_undo_name (self->history));
  if (trl_selection_get_only (self->selection) == NULL)
    return;
  trl_leaves_focus (self->leaves, trl_selection_get_only (self->selection));
  trl_board_reveal (self, trl_selection_get_only (self->selection));
}

/* Adds what belongs there, and asks for its name. */
static void
fill (TrlBoard   *self,
      const char *parent,
      TrlSlot     slot)
{
  TrlCargo cargo = { trl_slot_get_info (slot)->child, NULL, TRL_BUNDLE_NONE, NULL };
  TrlPlace place = trl_places_ask (self->blueprint, &cargo, parent, slot);
  g_autofree char *id = NULL;
  TrlEdit *edit = place.lawful ? trl_act_drop (self->blueprint, &cargo, &place, TRL_END, 0, 0, &id) : NULL;

  if (!trl_board_commit (self, edit, id) || id == NULL)
    return;
  trl_board_reveal (self, id);
  trl_board_start_edit (self, id, TRL_MEMBER_NONE);
}

/**
 * trl_board_fill_lane:
 * @self: a board whose menu was opened on a lane
 *
 * Adds what belongs into the lane that the menu was opened on, and asks for its name.
 */
void
trl_board_fill_lane (TrlBoard *self)
{
  if (trl_blueprint_get (self->blueprint, self->lane) != NULL)
    fill (self, self->lane, self->lane_slot);
}

/* What a card asks for next: the first of its lanes that is empty, in the order of the decisions; else the first. */
static TrlSlot
find_lane_to_fill (TrlBoard *self,
                   TrlCard  *card)
{
  static const TrlSlot lanes[] = { TRL_SLOT_TIERS, TRL_SLOT_INCENTIVES, TRL_SLOT_PATH, TRL_SLOT_CRITERIA, TRL_SLOT_BENEFITS,
                                   TRL_SLOT_CREDENTIAL_CRITERIA, TRL_SLOT_CREDENTIAL_BENEFITS };
  TrlSlot first = TRL_SLOT_NONE;

  for (guint i = 0; i < G_N_ELEMENTS (lanes); i++)
    {
      if (trl_slot_get_info (lanes[i])->parent != trl_card_get_kind (card))
        continue;
      if (trl_blueprint_get_children (self->blueprint, trl_card_get_id (card), lanes[i])->len == 0)
        return lanes[i];
      first = first == TRL_SLOT_NONE ? lanes[i] : first;
    }
  return first;
}

/**
 * trl_board_add_child:
 * @self: a board with something selected
 *
 * Adds a card in the selected one: what it lacks first, in the order in which
 * a program is decided.
 */
void
trl_board_add_child (TrlBoard *self)
{
  g_autofree char *id = g_strdup (trl_selection_get_last (self->selection));
  TrlCard *card = trl_blueprint_get (self->blueprint, id);
  TrlSlot slot = card != NULL ? find_lane_to_fill (self, card) : TRL_SLOT_NONE;

  if (slot != TRL_SLOT_NONE)
    fill (self, id, slot);
  else
    trl_board_say (self, _("Nothing lies in such a card"));
}

/**
 * trl_board_can_stack:
 * @self: a board
 *
 * Returns: whether notes or parked cards are selected, of which one may hide another
 */
gboolean
trl_board_can_stack (TrlBoard *self)
{
  const char * const *ids = trl_selection_get_ids (self->selection);

  for (guint i = 0; self->blueprint != NULL && ids[i] != NULL; i++)
    {
      TrlCard *card = trl_blueprint_get (self->blueprint, ids[i]);

      if (card != NULL && (trl_card_get_slot (card) == TRL_SLOT_NOTES || trl_card_get_slot (card) == TRL_SLOT_PARKED))
        return TRUE;
    }
  return FALSE;
}

/**
 * trl_board_stack:
 * @self: a board
 * @front: over all others; else below them
 *
 * Brings notes and parked cards to the front, or puts them behind the others.
 */
void
trl_board_stack (TrlBoard *self,
                 gboolean  front)
{
  commit_and_say (self, trl_act_stack (self->blueprint, trl_selection_get_ids (self->selection), front));
}

/**
 * trl_board_turn_link:
 * @self: a board with a connector selected
 *
 * Lets its arrow point the other way.
 */
void
trl_board_turn_link (TrlBoard *self)
{
  commit_and_say (self, trl_act_turn_link (self->blueprint, trl_selection_get_only (self->selection)));
}

/**
 * trl_board_select_lane:
 * @self: a board whose menu was opened on a lane
 *
 * Selects the cards of the lane that the menu was opened on.
 */
void
trl_board_select_lane (TrlBoard *self)
{
  const GPtrArray *cards = trl_blueprint_get_children (self->blueprint, self->lane, self->lane_slot);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    g_ptr_array_add (ids, (gpointer) trl_card_get_id (g_ptr_array_index (cards, i)));
  g_ptr_array_add (ids, NULL);
  trl_selection_set (self->selection, (const char * const *) ids->pdata);
}
