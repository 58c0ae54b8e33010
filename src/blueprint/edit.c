/* edit.c: how changes are made: four steps on top of a blueprint that stays untouched.
 *
 * The edit holds the records that differ (id → record, or nothing for a card
 * that is gone) and, for every slot that it has touched, the list of children
 * as it would be; everything else is read from the blueprint. So an edit costs
 * what it touches, and inserting five thousand cards in one slot is linear. */

#define G_LOG_DOMAIN "edit"

#include "config.h"

#include "edit.h"

#include <math.h>
#include <string.h>

struct _TrlEdit
{
  TrlBlueprint *blueprint;
  char         *name;
  char         *key;
  TrlOrigin     origin;
  char         *asked;     /* whose number is only proposed, NULL */
  TrlMember     asked_member;
  GHashTable   *records;   /* id → TrlCard, NULL for a card that is gone */
  GHashTable   *lists;     /* "parent/slot" → GPtrArray of TrlCard, in order */
  GPtrArray    *order;     /* ids in the order in which they were touched */
  GPtrArray    *replaced;  /* records of the edit that gave way to later ones: whoever holds their ids may go on */
};

static void
unref_card (gpointer card)
{
  trl_card_unref (card);
}

/**
 * trl_edit_new:
 * @blueprint: a blueprint
 * @name: what a person calls it, in the reader's language: "Move Gold"
 *
 * Begins an edit. Nothing happens to the blueprint before trl_edit_commit().
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_edit_new (TrlBlueprint *blueprint,
              const char   *name)
{
  TrlEdit *self;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && name != NULL, NULL);

  self = g_new0 (TrlEdit, 1);
  self->blueprint = g_object_ref (blueprint);
  self->name = g_strdup (name);
  self->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_card);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->order = g_ptr_array_new_with_free_func (g_free);
  self->replaced = g_ptr_array_new_with_free_func (unref_card);
  return self;
}

/**
 * trl_edit_free:
 * @edit: (nullable) (transfer full): an edit
 *
 * Drops an edit and everything that it has not committed.
 */
void
trl_edit_free (TrlEdit *edit)
{
  if (edit == NULL)
    return;

  g_hash_table_unref (edit->lists);
  g_hash_table_unref (edit->records);
  g_ptr_array_unref (edit->order);
  g_ptr_array_unref (edit->replaced);
  g_object_unref (edit->blueprint);
  g_free (edit->name);
  g_free (edit->key);
  g_free (edit->asked);
  g_free (edit);
}

/**
 * trl_edit_get_blueprint:
 * @edit: an edit
 *
 * Returns: (transfer none): the blueprint that it is for
 */
TrlBlueprint *
trl_edit_get_blueprint (TrlEdit *edit)
{
  g_return_val_if_fail (edit != NULL, NULL);

  return edit->blueprint;
}

/**
 * trl_edit_set_name:
 * @edit: an edit
 * @name: what a person calls it
 *
 * Names the edit once it is known what it does.
 */
void
trl_edit_set_name (TrlEdit    *edit,
                   const char *name)
{
  g_return_if_fail (edit != NULL && name != NULL);

  g_free (edit->name);
  edit->name = g_strdup (name);
}

/**
 * trl_edit_set_key:
 * @edit: an edit
 * @key: (nullable): a key
 *
 * Lets the edit join the one before it when both have the same key (law E11).
 */
void
trl_edit_set_key (TrlEdit    *edit,
                  const char *key)
{
  g_return_if_fail (edit != NULL);

  g_free (edit->key);
  edit->key = g_strdup (key);
}

/**
 * trl_edit_set_origin:
 * @edit: an edit
 * @origin: where it comes from
 *
 * Says that an edit is not the user's own.
 */
void
trl_edit_set_origin (TrlEdit   *edit,
                     TrlOrigin  origin)
{
  g_return_if_fail (edit != NULL);

  edit->origin = origin;
}

/**
 * trl_edit_ask_for:
 * @edit: an edit
 * @id: a card of the edit
 * @member: one of its members
 *
 * Says that what the edit puts there is only a proposal, for somebody to type
 * over once it is committed. The first that is asked for counts.
 */
void
trl_edit_ask_for (TrlEdit    *edit,
                  const char *id,
                  TrlMember   member)
{
  g_return_if_fail (edit != NULL && id != NULL);

  if (edit->asked != NULL)
    return;
  edit->asked = g_strdup (id);
  edit->asked_member = member;
}

/**
 * trl_edit_get_asked:
 * @edit: an edit
 * @member: (out): the member whose value is proposed
 *
 * Returns: (nullable): the id of the card whose value is only proposed; %NULL when nothing is
 */
const char *
trl_edit_get_asked (TrlEdit   *edit,
                    TrlMember *member)
{
  g_return_val_if_fail (edit != NULL && member != NULL, NULL);

  *member = edit->asked != NULL ? edit->asked_member : TRL_MEMBER_NONE;
  return edit->asked;
}

/**
 * trl_edit_get:
 * @edit: an edit
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the card as the edit leaves it
 */
TrlCard *
trl_edit_get (TrlEdit    *edit,
              const char *id)
{
  gpointer card;

  g_return_val_if_fail (edit != NULL, NULL);

  if (id != NULL && g_hash_table_lookup_extended (edit->records, id, NULL, &card))
    return card;
  return trl_blueprint_get (edit->blueprint, id);
}

static GPtrArray *
ensure_list (TrlEdit    *self,
             const char *parent,
             TrlSlot     slot)
{
  g_autofree char *key = g_strdup_printf ("%s/%d", parent, slot);
  GPtrArray *list = g_hash_table_lookup (self->lists, key);

  if (list == NULL)
    {
      const GPtrArray *children = trl_blueprint_get_children (self->blueprint, parent, slot);

      list = g_ptr_array_new ();
      for (guint i = 0; i < children->len; i++)
        g_ptr_array_add (list, trl_edit_get (self, trl_card_get_id (g_ptr_array_index (children, i))));
      g_hash_table_insert (self->lists, g_steal_pointer (&key), list);
    }
  return list;
}

static GPtrArray *
find_list (TrlEdit       *self,
           const TrlCard *card)
{
  const char *parent = trl_card_get_parent (card);

  return parent != NULL ? ensure_list (self, parent, trl_card_get_slot (card)) : NULL;
}

/**
 * trl_edit_get_children:
 * @edit: an edit
 * @parent: the id of a card
 * @slot: one of its slots
 *
 * Returns: (transfer container) (element-type TrlCard): the cards in the slot
 *   as the edit leaves them, in order
 */
GPtrArray *
trl_edit_get_children (TrlEdit    *edit,
                       const char *parent,
                       TrlSlot     slot)
{
  g_return_val_if_fail (edit != NULL && parent != NULL, NULL);

  return g_ptr_array_copy (ensure_list (edit, parent, slot), NULL, NULL);
}

/* Puts a record in the place of the one before it; lists keep their order. */
static void
put (TrlEdit    *self,
     const char *id,
     TrlCard    *card)
{
  TrlCard *before = trl_edit_get (self, id);
  gpointer key = NULL;

  if (before != NULL && card != NULL)
    {
      GPtrArray *list = find_list (self, before);
      guint at;

      if (list != NULL && g_ptr_array_find (list, before, &at))
        g_ptr_array_index (list, at) = card;
    }
  if (g_hash_table_lookup_extended (self->records, id, &key, NULL))
    g_ptr_array_add (self->replaced, trl_card_ref (g_hash_table_lookup (self->records, id)));
  else
    {
      key = g_strdup (id);
      g_ptr_array_add (self->order, key);
    }
  g_hash_table_insert (self->records, key, card);
}

/**
 * trl_edit_set:
 * @edit: an edit
 * @id: a card
 * @member: a member of its kind
 * @value: (nullable): the value; %NULL leaves the member open
 *
 * Sets a member.
 */
void
trl_edit_set (TrlEdit    *edit,
              const char *id,
              TrlMember   member,
              TrlValue   *value)
{
  TrlCard *card;

  g_return_if_fail (edit != NULL);
  card = trl_edit_get (edit, id);
  g_return_if_fail (card != NULL);

  if (!trl_value_equal (trl_card_get_value (card, member), value))
    put (edit, id, trl_card_with_value (card, member, value));
}

/**
 * trl_edit_set_text:
 * @edit: an edit
 * @id: a card
 * @member: a member that holds a text
 * @text: (nullable): the text; %NULL or "" leaves the member open
 *
 * Sets a member to a text.
 */
void
trl_edit_set_text (TrlEdit    *edit,
                   const char *id,
                   TrlMember   member,
                   const char *text)
{
  g_autoptr (TrlValue) value = NULL;

  if (text != NULL && *text != '\0')
    value = trl_value_new_text (text);
  trl_edit_set (edit, id, member, value);
}

/**
 * trl_edit_set_number:
 * @edit: an edit
 * @id: a card
 * @member: a member that holds a number
 * @number: the number, in the member's unit
 *
 * Sets a member to a number. Where a card lies is kept in whole units of the
 * board.
 */
void
trl_edit_set_number (TrlEdit    *edit,
                     const char *id,
                     TrlMember   member,
                     double      number)
{
  /* A hand is no finer than a pixel, and a file is read by people. */
  gboolean is_place = trl_member_get_info (member)->unit == TRL_UNIT_BOARD;
  g_autoptr (TrlValue) value = trl_value_new_number (is_place ? round (number) : number);

  trl_edit_set (edit, id, member, value);
}

/**
 * trl_edit_set_yes_no:
 * @edit: an edit
 * @id: a card
 * @member: a member that holds yes or no
 * @yes: the answer
 *
 * Sets a member to yes or no.
 */
void
trl_edit_set_yes_no (TrlEdit    *edit,
                     const char *id,
                     TrlMember   member,
                     gboolean    yes)
{
  g_autoptr (TrlValue) value = trl_value_new_yes_no (yes);

  trl_edit_set (edit, id, member, value);
}

/**
 * trl_edit_set_choice:
 * @edit: an edit
 * @id: a card
 * @member: a member that holds a choice
 * @choice: the number of the choice: TRL_STATUS_DRAFT, …
 *
 * Sets a member to one of its choices.
 */
void
trl_edit_set_choice (TrlEdit    *edit,
                     const char *id,
                     TrlMember   member,
                     int         choice)
{
  guint n_choices;
  const TrlChoiceInfo *choices = trl_choices_get (trl_member_get_info (member)->of, &n_choices);

  g_return_if_fail (choice >= 0 && (guint) choice < n_choices);

  trl_edit_set_text (edit, id, member, choices[choice].id);
}

/**
 * trl_edit_set_entry:
 * @edit: an edit
 * @id: a card
 * @member: a member that holds a catalogue entry
 * @number: the number of the entry: TRL_TYPES_RESELLER, …
 *
 * Sets a member to an entry of its catalogue.
 */
void
trl_edit_set_entry (TrlEdit    *edit,
                    const char *id,
                    TrlMember   member,
                    int         number)
{
  trl_edit_set_text (edit, id, member, trl_catalogue_get (trl_member_get_info (member)->of, number)->id);
}

/**
 * trl_edit_add_ref:
 * @edit: an edit
 * @id: a card
 * @member: a member that holds references
 * @to: the id to refer to
 *
 * Adds a reference, unless it is there.
 */
void
trl_edit_add_ref (TrlEdit    *edit,
                  const char *id,
                  TrlMember   member,
                  const char *to)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_autoptr (TrlValue) value = NULL;
  g_auto (GStrv) ids = NULL;
  TrlCard *card;

  g_return_if_fail (edit != NULL && to != NULL);
  card = trl_edit_get (edit, id);
  g_return_if_fail (card != NULL);

  if (trl_card_has_ref (card, member, to))
    return;
  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) trl_card_get_refs (card, member));
  g_strv_builder_add (builder, to);
  ids = g_strv_builder_end (builder);
  value = trl_value_new_list ((const char * const *) ids);
  trl_edit_set (edit, id, member, value);
}

/**
 * trl_edit_remove_ref:
 * @edit: an edit
 * @id: a card
 * @member: a member that holds a reference or references
 * @to: the id that is referred to
 *
 * Takes a reference out; the member is open when it was the last.
 */
void
trl_edit_remove_ref (TrlEdit    *edit,
                     const char *id,
                     TrlMember   member,
                     const char *to)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (TrlValue) value = NULL;
  g_auto (GStrv) ids = NULL;
  TrlCard *card;

  g_return_if_fail (edit != NULL && to != NULL);
  card = trl_edit_get (edit, id);
  g_return_if_fail (card != NULL);

  if (trl_member_get_info (member)->type == TRL_VALUE_REFS)
    {
      for (const char * const *ref = trl_card_get_refs (card, member); *ref != NULL; ref++)
        if (!g_str_equal (*ref, to))
          g_strv_builder_add (builder, *ref);
      ids = g_strv_builder_end (builder);
      if (ids[0] != NULL)
        value = trl_value_new_list ((const char * const *) ids);
    }
  trl_edit_set (edit, id, member, value);
}

/* Members of which nothing means "for all": whoever forgets the last of these pays everybody. */
static gboolean
narrows (TrlMember member)
{
  return member == TRL_INCENTIVE_TIERS || member == TRL_INCENTIVE_TYPES || member == TRL_RATE_TIER || member == TRL_CAP_TIER;
}

/**
 * trl_edit_forget_ref:
 * @edit: an edit
 * @id: a card
 * @member: a member that refers to a card, or to a list of cards
 * @to: the id of a card that is not there any more
 *
 * Removes a card from a list of references for good. What was paid to one tier
 * only is not paid to all when that tier goes: with the last of them, for whom
 * it is becomes unknown, for somebody to decide.
 */
void
trl_edit_forget_ref (TrlEdit    *edit,
                     const char *id,
                     TrlMember   member,
                     const char *to)
{
  g_autoptr (TrlValue) unknown = NULL;

  trl_edit_remove_ref (edit, id, member, to);
  if (!narrows (member) || trl_card_get_value (trl_edit_get (edit, id), member) != NULL)
    return;
  unknown = trl_value_new_unknown (NULL);
  trl_edit_set (edit, id, member, unknown);
}

/* Gives the siblings new, even ranks: when two of them have come too close to
 * put anything between. */
static void
spread_ranks (TrlEdit   *self,
              GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      TrlCard *card = g_ptr_array_index (list, i);

      put (self, trl_card_get_id (card),
           trl_card_with_place (card, trl_card_get_parent (card), trl_card_get_slot (card), i + 1));
    }
}

/* A rank that brings a card to @index of @list, which does not hold it. */
static double
find_rank (TrlEdit   *self,
           GPtrArray *list,
           guint      index)
{
  double low, high, middle;

  if (list->len == 0)
    return 1;
  if (index >= list->len)
    return floor (trl_card_get_rank (g_ptr_array_index (list, list->len - 1))) + 1;
  if (index == 0)
    return ceil (trl_card_get_rank (g_ptr_array_index (list, 0))) - 1;

  low = trl_card_get_rank (g_ptr_array_index (list, index - 1));
  high = trl_card_get_rank (g_ptr_array_index (list, index));
  middle = low + (high - low) / 2;
  if (middle > low && middle < high)
    return middle;

  spread_ranks (self, list);
  return index + 0.5;
}

/**
 * trl_edit_insert_card:
 * @edit: an edit
 * @card: a card whose id is free; where it lay before does not matter
 * @parent: the id of the card that shall hold it
 * @slot: a slot of the parent
 * @index: the place among its siblings, or %TRL_END
 *
 * Inserts a card as it is.
 *
 * Returns: its id
 */
const char *
trl_edit_insert_card (TrlEdit    *edit,
                      TrlCard    *card,
                      const char *parent,
                      TrlSlot     slot,
                      int         index)
{
  GPtrArray *list;
  TrlCard *placed;
  guint at;

  g_return_val_if_fail (edit != NULL && card != NULL, NULL);
  g_return_val_if_fail (trl_edit_get (edit, trl_card_get_id (card)) == NULL, NULL);
  g_return_val_if_fail (trl_edit_get (edit, parent) != NULL, NULL);
  g_return_val_if_fail (trl_slot_get_info (slot)->parent == trl_card_get_kind (trl_edit_get (edit, parent)), NULL);

  list = ensure_list (edit, parent, slot);
  at = index < 0 ? list->len : MIN ((guint) index, list->len);
  placed = trl_card_with_place (card, parent, slot, find_rank (edit, list, at));
  put (edit, trl_card_get_id (placed), placed);
  g_ptr_array_insert (list, at, placed);
  return trl_card_get_id (placed);
}

/**
 * trl_edit_insert:
 * @edit: an edit
 * @kind: the kind of the card
 * @parent: the id of the card that shall hold it
 * @slot: a slot of the parent
 * @index: the place among its siblings, or %TRL_END
 *
 * Inserts a card without values.
 *
 * Returns: its id, valid while the edit lives
 */
const char *
trl_edit_insert (TrlEdit    *edit,
                 TrlKind     kind,
                 const char *parent,
                 TrlSlot     slot,
                 int         index)
{
  g_autofree char *id = NULL;
  g_autoptr (TrlCard) card = NULL;

  g_return_val_if_fail (edit != NULL, NULL);

  do
    {
      g_free (id);
      id = trl_blueprint_new_id (edit->blueprint, kind);
    }
  while (g_hash_table_contains (edit->records, id));
  card = trl_card_new (kind, id);
  if (trl_edit_insert_card (edit, card, parent, slot, index) == NULL)
    return NULL;
  /* The id in `order` outlives every later record of the card. */
  return g_ptr_array_index (edit->order, edit->order->len - 1);
}

typedef struct
{
  TrlEdit    *edit;
  const char *from;
  const char *to;
} RefClear;

static void
clear_ref (TrlMember   member,
           const char *id,
           gpointer    user_data)
{
  RefClear *clear = user_data;

  if (g_str_equal (id, clear->to))
    trl_edit_forget_ref (clear->edit, clear->from, member, clear->to);
}

typedef struct
{
  const char *to;
  gboolean    found;
} RefFind;

static void
find_ref (TrlMember   member,
          const char *id,
          gpointer    user_data)
{
  RefFind *find = user_data;

  find->found |= g_str_equal (id, find->to);
}

static gboolean
refers_to (TrlCard    *card,
           const char *id)
{
  RefFind find = { id, FALSE };

  trl_card_foreach_ref (card, find_ref, &find);
  return find.found;
}

/* Whether a card is nothing without what it refers to: a line with one end is none, and a rate or a cap for a tier that is
 * gone would be one for every tier. */
static gboolean
falls_with (const TrlCard *card,
            const char    *id)
{
  switch (trl_card_get_kind (card))
    {
    case TRL_KIND_LINK:
      return TRUE;
    case TRL_KIND_RATE:
      return g_strcmp0 (trl_card_get_ref (card, TRL_RATE_TIER), id) == 0;
    case TRL_KIND_CAP:
      return g_strcmp0 (trl_card_get_ref (card, TRL_CAP_TIER), id) == 0;
    default:
      return FALSE;
    }
}

/* Law E12: whoever refers to a card that goes, forgets it in the same edit. */
static void
clear_refs_to (TrlEdit    *self,
               const char *id)
{
  g_autoptr (GPtrArray) referrers = trl_blueprint_get_referrers (self->blueprint, id);
  guint n_touched = self->order->len;

  for (guint i = 0; i < referrers->len + n_touched; i++)
    {
      const char *from = i < referrers->len
                       ? trl_card_get_id (g_ptr_array_index (referrers, i))
                       : g_ptr_array_index (self->order, i - referrers->len);
      g_autoptr (TrlCard) card = trl_card_ref (trl_edit_get (self, from));
      RefClear clear = { self, from, id };

      if (card == NULL || !refers_to (card, id))
        continue;
      trl_card_foreach_ref (card, clear_ref, &clear);
      if (falls_with (card, id) && !g_str_equal (from, id))
        trl_edit_remove (self, from);
    }
}

/**
 * trl_edit_remove:
 * @edit: an edit
 * @id: a card other than the program
 *
 * Removes a card, everything in it, and all references to them.
 */
void
trl_edit_remove (TrlEdit    *edit,
                 const char *id)
{
  g_autofree char *own_id = g_strdup (id);
  GPtrArray *list;
  TrlCard *card;

  g_return_if_fail (edit != NULL && !g_str_equal (id, TRL_ROOT_ID));
  card = trl_edit_get (edit, own_id);
  g_return_if_fail (card != NULL);

  for (int slot = 1; slot < TRL_N_SLOTS; slot++)
    if (trl_slot_get_info (slot)->parent == trl_card_get_kind (card))
      {
        g_autoptr (GPtrArray) children = trl_edit_get_children (edit, own_id, slot);

        for (guint i = 0; i < children->len; i++)
          trl_edit_remove (edit, trl_card_get_id (g_ptr_array_index (children, i)));
      }

  clear_refs_to (edit, own_id);
  card = trl_edit_get (edit, own_id);
  if (card == NULL)
    return;   /* lines may lead to each other in a strange file */
  list = find_list (edit, card);
  if (list != NULL)
    g_ptr_array_remove (list, card);
  put (edit, own_id, NULL);
}

static gboolean
lies_in (TrlEdit    *self,
         const char *id,
         const char *ancestor)
{
  for (TrlCard *card = trl_edit_get (self, id); card != NULL;
       card = trl_edit_get (self, trl_card_get_parent (card)))
    if (g_str_equal (trl_card_get_id (card), ancestor))
      return TRUE;
  return FALSE;
}

/**
 * trl_edit_place:
 * @edit: an edit
 * @id: a card other than the program
 * @parent: the id of the card that shall hold it
 * @slot: a slot of the parent
 * @index: the place among its siblings as they are without it, or %TRL_END
 *
 * Moves a card, with everything in it. It keeps its identity.
 */
void
trl_edit_place (TrlEdit    *edit,
                const char *id,
                const char *parent,
                TrlSlot     slot,
                int         index)
{
  GPtrArray *from, *to;
  TrlCard *card, *placed;
  guint at, was = 0;

  g_return_if_fail (edit != NULL);
  card = trl_edit_get (edit, id);
  g_return_if_fail (card != NULL && trl_edit_get (edit, parent) != NULL);
  g_return_if_fail (trl_slot_get_info (slot)->parent == trl_card_get_kind (trl_edit_get (edit, parent)));
  g_return_if_fail (!lies_in (edit, parent, id));

  from = find_list (edit, card);
  to = ensure_list (edit, parent, slot);
  if (from != NULL && g_ptr_array_find (from, card, &was))
    g_ptr_array_remove_index (from, was);
  at = index < 0 ? to->len : MIN ((guint) index, to->len);

  if (from == to && at == was)
    {
      g_ptr_array_insert (to, at, card);
      return;
    }
  placed = trl_card_with_place (card, parent, slot, find_rank (edit, to, at));
  put (edit, trl_card_get_id (placed), placed);
  g_ptr_array_insert (to, at, placed);
}

/**
 * trl_edit_end:
 * @edit: an edit
 *
 * Makes the change of an edit.
 *
 * Returns: (transfer full) (nullable): the change; %NULL when nothing changes (law E3)
 */
TrlChange *
trl_edit_end (TrlEdit *edit)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  g_return_val_if_fail (edit != NULL, NULL);

  for (guint i = 0; i < edit->order->len; i++)
    {
      const char *id = g_ptr_array_index (edit->order, i);

      g_ptr_array_add (before, trl_blueprint_get (edit->blueprint, id));
      g_ptr_array_add (after, g_hash_table_lookup (edit->records, id));
    }
  return trl_change_new (edit->name, edit->key, edit->origin, before, after);
}

/**
 * trl_edit_commit:
 * @edit: an edit
 *
 * Makes the change of an edit come true.
 *
 * Returns: %TRUE if anything changed
 */
gboolean
trl_edit_commit (TrlEdit *edit)
{
  g_autoptr (TrlChange) change = trl_edit_end (edit);

  if (change == NULL)
    return FALSE;
  trl_blueprint_commit (edit->blueprint, change);
  return TRUE;
}
