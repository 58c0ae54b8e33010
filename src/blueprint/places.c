/* places.c: the one table of what may lie where.
 *
 * A row says: this kind of card, on that kind of card, in this slot (or as a
 * link in this member), becomes this. Pointer, keyboard, paste, outline and
 * fixes all ask here, so none of them can promise what another refuses. */

#define G_LOG_DOMAIN "places"

#include "config.h"

#include "places.h"

#include <glib/gi18n.h>

typedef struct
{
  TrlKind   cargo;
  TrlKind   target;
  TrlSlot   slot;
  TrlMember member;
  TrlKind   becomes;
} Row;

#define INSERT(cargo, target, slot) { TRL_KIND_##cargo, TRL_KIND_##target, TRL_SLOT_##slot, TRL_MEMBER_NONE, TRL_KIND_##cargo }
#define LINK(cargo, target, member) { TRL_KIND_##cargo, TRL_KIND_##target, TRL_SLOT_NONE, TRL_##member, TRL_KIND_##cargo }
#define BECOME(cargo, target, slot, becomes) { TRL_KIND_##cargo, TRL_KIND_##target, TRL_SLOT_##slot, TRL_MEMBER_NONE, TRL_KIND_##becomes }

static const Row rows[] = {
  INSERT (TIER, MOTION, TIERS),
  INSERT (CREDENTIAL, MOTION, CREDENTIALS),
  INSERT (INCENTIVE, MOTION, INCENTIVES),
  INSERT (STEP, MOTION, PATH),
  INSERT (CRITERION, TIER, CRITERIA),
  INSERT (CRITERION, CREDENTIAL, CREDENTIAL_CRITERIA),
  INSERT (BENEFIT, TIER, BENEFITS),
  INSERT (BENEFIT, CREDENTIAL, CREDENTIAL_BENEFITS),
  INSERT (RATE, INCENTIVE, RATES),
  INSERT (CAP, INCENTIVE, CAPS),
  INSERT (METRIC, PROGRAM, METRICS),
  INSERT (TYPE, PROGRAM, TYPES),
  INSERT (MOTION, PROGRAM, MOTIONS),
  INSERT (NOTE, PROGRAM, NOTES),
  INSERT (EXCEPTION, PROGRAM, EXCEPTIONS),
  LINK (TYPE, MOTION, MOTION_TYPES),
  LINK (METRIC, MOTION, MOTION_SERVES),
  LINK (METRIC, INCENTIVE, INCENTIVE_SERVES),
  BECOME (TYPE, PROGRAM, MOTIONS, MOTION),
  BECOME (NOTE, PROGRAM, METRICS, METRIC),
  BECOME (NOTE, PROGRAM, TYPES, TYPE),
  BECOME (NOTE, PROGRAM, MOTIONS, MOTION),
  BECOME (NOTE, PROGRAM, EXCEPTIONS, EXCEPTION),
  BECOME (NOTE, MOTION, TIERS, TIER),
  BECOME (NOTE, MOTION, CREDENTIALS, CREDENTIAL),
  BECOME (NOTE, MOTION, INCENTIVES, INCENTIVE),
  BECOME (NOTE, MOTION, PATH, STEP),
  BECOME (NOTE, TIER, CRITERIA, CRITERION),
  BECOME (NOTE, TIER, BENEFITS, BENEFIT),
  BECOME (NOTE, CREDENTIAL, CREDENTIAL_CRITERIA, CRITERION),
  BECOME (NOTE, CREDENTIAL, CREDENTIAL_BENEFITS, BENEFIT),
};

/* What may be parked: whatever a person can carry. */
static gboolean
can_park (TrlKind kind)
{
  switch (kind)
    {
    case TRL_KIND_METRIC:
    case TRL_KIND_TYPE:
    case TRL_KIND_TIER:
    case TRL_KIND_CRITERION:
    case TRL_KIND_BENEFIT:
    case TRL_KIND_CREDENTIAL:
    case TRL_KIND_INCENTIVE:
    case TRL_KIND_STEP:
    case TRL_KIND_FOREIGN:
      return TRUE;
    case TRL_KIND_NONE:
    case TRL_KIND_PROGRAM:
    case TRL_KIND_MOTION:
    case TRL_KIND_RATE:
    case TRL_KIND_CAP:
    case TRL_KIND_NOTE:
    case TRL_KIND_DECISION:
    case TRL_KIND_EXCEPTION:
    case TRL_KIND_ACCEPTED:
    case TRL_KIND_LINK:
    case TRL_N_KINDS:
    default:
      return FALSE;
    }
}

/* What dropping on the bare board means: types and motions make a frame, notes
 * stay notes, everything else is parked. */
static TrlSlot
board_slot (TrlKind cargo)
{
  if (cargo == TRL_KIND_TYPE || cargo == TRL_KIND_MOTION)
    return TRL_SLOT_MOTIONS;
  if (cargo == TRL_KIND_NOTE)
    return TRL_SLOT_NOTES;
  return TRL_SLOT_PARKED;
}

static const Row *
find_row (TrlKind cargo,
          TrlKind target,
          TrlSlot slot)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].cargo == cargo && rows[i].target == target && rows[i].slot == slot)
      return &rows[i];
  return NULL;
}

/* A card as a whole was meant: the link that it takes, or the one slot that is made for the cargo. */
static const Row *
find_row_for_whole (TrlKind cargo,
                    TrlKind target)
{
  const Row *row = find_row (cargo, target, TRL_SLOT_NONE);
  TrlSlot slot;

  if (row != NULL || cargo == TRL_KIND_NOTE)
    return row;
  slot = trl_slot_for_child (target, cargo);
  return slot != TRL_SLOT_NONE ? find_row (cargo, target, slot) : NULL;
}

static gboolean
lies_in (TrlBlueprint *blueprint,
         const char   *id,
         const char   *ancestor)
{
  for (TrlCard *card = trl_blueprint_get (blueprint, id); card != NULL;
       card = trl_blueprint_get (blueprint, trl_card_get_parent (card)))
    if (g_str_equal (trl_card_get_id (card), ancestor))
      return TRUE;
  return FALSE;
}

/**
 * trl_cargo_for_card:
 * @blueprint: a blueprint
 * @id: the id of a card
 *
 * Makes the cargo for carrying a card of the board.
 *
 * Returns: the cargo; its id is that of the card's record
 */
TrlCargo
trl_cargo_for_card (TrlBlueprint *blueprint,
                    const char   *id)
{
  TrlCargo cargo = { TRL_KIND_NONE, NULL, TRL_BUNDLE_NONE, NULL };
  TrlCard *card = trl_blueprint_get (blueprint, id);

  g_return_val_if_fail (card != NULL, cargo);

  cargo.kind = trl_card_get_kind (card);
  cargo.entry = trl_card_get_kind_entry (card);
  cargo.id = trl_card_get_id (card);
  return cargo;
}

static TrlPlace
ask_card (TrlBlueprint   *blueprint,
          const TrlCargo *cargo,
          TrlCard        *card,
          TrlSlot         slot)
{
  TrlPlace place = { trl_card_get_id (card), slot, TRL_MEMBER_NONE, cargo->kind, FALSE };
  const Row *row;

  if (trl_card_get_kind (card) == TRL_KIND_PROGRAM && slot == TRL_SLOT_NONE)
    place.slot = slot = board_slot (cargo->kind);

  if (slot == TRL_SLOT_PARKED)
    {
      place.lawful = can_park (cargo->kind);
      return place;
    }

  row = slot == TRL_SLOT_NONE ? find_row_for_whole (cargo->kind, trl_card_get_kind (card))
                              : find_row (cargo->kind, trl_card_get_kind (card), slot);
  if (row == NULL || (cargo->id != NULL && lies_in (blueprint, place.target, cargo->id)))
    return place;

  place.slot = row->slot;
  place.member = row->member;
  place.becomes = row->becomes;
  place.lawful = TRUE;
  return place;
}

/**
 * trl_places_ask:
 * @blueprint: a blueprint
 * @cargo: what is carried
 * @target: the id of the card under it; %TRL_ROOT_ID is the bare board
 * @slot: the slot of that card under it; %TRL_SLOT_NONE is the card as a whole
 *
 * Asks whether a cargo may lie in a place, and what it would be there.
 *
 * Returns: the place, lawful or not
 */
TrlPlace
trl_places_ask (TrlBlueprint   *blueprint,
                const TrlCargo *cargo,
                const char     *target,
                TrlSlot         slot)
{
  TrlPlace nowhere = { NULL, slot, TRL_MEMBER_NONE, cargo->kind, FALSE };
  TrlCard *card = trl_blueprint_get (blueprint, target);

  g_return_val_if_fail (card != NULL, nowhere);

  return ask_card (blueprint, cargo, card, slot);
}

/* Every motion has its places: with thousands of them, what is asked once for all is not asked of each. */
typedef struct
{
  TrlBlueprint   *blueprint;
  const TrlCargo *cargo;
  GArray         *lawful;
  GArray         *refused;
  gboolean        targets[TRL_N_KINDS];
  gboolean        leads[TRL_N_KINDS];     /* to a target: itself, or what may lie in it */
} Listing;

static void
list_place (Listing *listing,
            TrlCard *target,
            TrlSlot  slot)
{
  TrlPlace place = ask_card (listing->blueprint, listing->cargo, target, slot);

  g_array_append_val (place.lawful ? listing->lawful : listing->refused, place);
}

static void
find_targets (Listing *listing)
{
  gboolean found = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].cargo == listing->cargo->kind)
      listing->targets[rows[i].target] = listing->leads[rows[i].target] = TRUE;
  listing->leads[TRL_KIND_NONE] = TRUE;   /* a slot for any kind */
  while (found)
    {
      found = FALSE;
      for (int slot = 1; slot < TRL_N_SLOTS; slot++)
        if (listing->leads[trl_slot_get_info (slot)->child] && !listing->leads[trl_slot_get_info (slot)->parent])
          found = listing->leads[trl_slot_get_info (slot)->parent] = TRUE;
    }
}

/* In the order of the document; what leads to no target is not walked. */
static void
list_card (Listing *listing,
           TrlCard *card)
{
  TrlKind kind = trl_card_get_kind (card);
  gboolean is_target = kind != TRL_KIND_PROGRAM && listing->targets[kind];

  if (is_target && find_row (listing->cargo->kind, kind, TRL_SLOT_NONE) != NULL)
    list_place (listing, card, TRL_SLOT_NONE);
  for (int slot = 1; is_target && slot < TRL_N_SLOTS; slot++)
    if (trl_slot_get_info (slot)->parent == kind && slot != TRL_SLOT_MOTION_DECIDED)
      list_place (listing, card, slot);
  for (int slot = 1; slot < TRL_N_SLOTS; slot++)
    if (trl_slot_get_info (slot)->parent == kind && listing->leads[trl_slot_get_info (slot)->child])
      {
        const GPtrArray *children = trl_blueprint_get_children (listing->blueprint, trl_card_get_id (card), slot);

        for (guint i = 0; i < children->len; i++)
          list_card (listing, g_ptr_array_index (children, i));
      }
}

/**
 * trl_places_list:
 * @blueprint: a blueprint
 * @cargo: what is carried
 *
 * Lists every place that could be meant for a cargo, as "Move to…" shows them:
 * the lawful ones first, each half in the order of the document.
 *
 * Returns: (transfer full) (element-type TrlPlace): the places
 */
GArray *
trl_places_list (TrlBlueprint   *blueprint,
                 const TrlCargo *cargo)
{
  Listing listing = { blueprint, cargo, NULL, NULL, { FALSE }, { FALSE } };
  TrlCard *root;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && cargo != NULL, NULL);

  root = trl_blueprint_get (blueprint, TRL_ROOT_ID);
  listing.lawful = g_array_new (FALSE, FALSE, sizeof (TrlPlace));
  listing.refused = g_array_new (FALSE, FALSE, sizeof (TrlPlace));
  find_targets (&listing);
  if (cargo->kind == TRL_KIND_METRIC)
    list_place (&listing, root, TRL_SLOT_METRICS);
  list_card (&listing, root);
  list_place (&listing, root, TRL_SLOT_NONE);
  g_array_append_vals (listing.lawful, listing.refused->data, listing.refused->len);
  g_array_unref (listing.refused);
  return listing.lawful;
}

static const char *
display_name (TrlCard *card)
{
  const char *name = trl_card_get_name (card);
  const TrlEntry *entry;

  if (*name != '\0')
    return name;
  entry = trl_card_get_kind_entry (card);
  return entry != NULL ? trl_entry_get_label (entry) : trl_kind_get_label (trl_card_get_kind (card));
}

static const char *
cargo_name (TrlBlueprint   *blueprint,
            const TrlCargo *cargo)
{
  if (cargo->id != NULL)
    return display_name (trl_blueprint_get (blueprint, cargo->id));
  if (cargo->bundle == TRL_BUNDLE_LADDER)
    return _("Two-tier ladder");
  if (cargo->bundle == TRL_BUNDLE_PATH)
    return _("Default path");
  return cargo->entry != NULL ? trl_entry_get_label (cargo->entry) : trl_kind_get_label (cargo->kind);
}

static char *
describe_on_board (TrlBlueprint   *blueprint,
                   const TrlCargo *cargo,
                   const TrlPlace *place)
{
  if (place->slot == TRL_SLOT_PARKED)
    return g_strdup (_("Park it on the board"));
  if (place->slot == TRL_SLOT_METRICS)
    return g_strdup (_("Add to the goal of the program"));
  if (place->slot == TRL_SLOT_MOTIONS && cargo->kind == TRL_KIND_TYPE)
    /* Translators: %s is a partner type, for instance "Reseller" */
    return g_strdup_printf (_("New motion for %s"), cargo_name (blueprint, cargo));
  return g_strdup (_("Put it here"));
}

/**
 * trl_place_describe:
 * @blueprint: a blueprint
 * @cargo: what is carried
 * @place: a place
 *
 * Says what dropping the cargo there would do: "Add to Referral · Incentives".
 *
 * Returns: (transfer full): one line in the reader's language
 */
char *
trl_place_describe (TrlBlueprint   *blueprint,
                    const TrlCargo *cargo,
                    const TrlPlace *place)
{
  TrlCard *target = trl_blueprint_get (blueprint, place->target);
  const char *name;

  g_return_val_if_fail (target != NULL, NULL);

  if (trl_card_get_kind (target) == TRL_KIND_PROGRAM)
    return describe_on_board (blueprint, cargo, place);

  name = display_name (target);
  if (place->member == TRL_MOTION_TYPES)
    /* Translators: first a partner type, then a motion: "Run Reseller in Agency" */
    return g_strdup_printf (_("Run %s in %s"), cargo_name (blueprint, cargo), name);
  if (place->member != TRL_MEMBER_NONE)
    /* Translators: first a motion or an incentive, then a metric: "Agency serves Sourced pipeline" */
    return g_strdup_printf (_("%s serves %s"), name, cargo_name (blueprint, cargo));
  if (place->slot == TRL_SLOT_NONE)
    return g_strdup (name);
  if (cargo->kind == TRL_KIND_NOTE)
    /* Translators: first a kind of card ("Incentive"), then where it goes: "Make it: Incentive · Referral" */
    return g_strdup_printf (_("Make it: %s · %s"), trl_kind_get_label (place->becomes), name);
  if (cargo->id != NULL)
    /* Translators: first a motion or a tier, then a part of it: "Move to Referral · Incentives" */
    return g_strdup_printf (_("Move to %s · %s"), name, trl_slot_get_label (place->slot));
  /* Translators: first a motion or a tier, then a part of it: "Add to Referral · Incentives" */
  return g_strdup_printf (_("Add to %s · %s"), name, trl_slot_get_label (place->slot));
}

/* Where a kind of card belongs, as a sentence. */
static const char *
home_of (TrlKind kind)
{
  switch (kind)
    {
    case TRL_KIND_TIER:
      return _("A tier stands on the ladder of a motion: drop it on Tiers.");
    case TRL_KIND_CREDENTIAL:
      return _("A credential stands beside the ladder of a motion: drop it on a motion.");
    case TRL_KIND_INCENTIVE:
      return _("An incentive pays partners of one motion: drop it on Incentives.");
    case TRL_KIND_STEP:
      return _("A step is part of a path: drop it on Enablement.");
    case TRL_KIND_CRITERION:
      return _("A criterion is the way into a tier: drop it on a tier.");
    case TRL_KIND_BENEFIT:
      return _("A benefit is what a tier gives: drop it on a tier.");
    case TRL_KIND_RATE:
    case TRL_KIND_CAP:
      return _("Rates and caps belong to an incentive: drop it on an incentive.");
    case TRL_KIND_METRIC:
      return _("A metric is for the whole program, or for what serves it: drop it on the goal, a motion or an incentive.");
    case TRL_KIND_TYPE:
      return _("A partner type has a motion: drop it on the board for a new one, or on a motion to join it.");
    case TRL_KIND_MOTION:
      return _("Motions stand side by side on the board.");
    case TRL_KIND_NOTE:
      return _("Drop the note on a row of a motion or on a tier, and it becomes the card that belongs there.");
    case TRL_KIND_FOREIGN:
      return _("This version does not know the card. It stays where it is, as it is.");
    case TRL_KIND_NONE:
    case TRL_KIND_PROGRAM:
    case TRL_KIND_DECISION:
    case TRL_KIND_EXCEPTION:
    case TRL_KIND_ACCEPTED:
    case TRL_KIND_LINK:
    case TRL_N_KINDS:
    default:
      return _("This cannot be moved.");
    }
}

/**
 * trl_place_explain:
 * @blueprint: a blueprint
 * @cargo: what is carried
 * @place: a place
 *
 * Says why a place refuses, and what would be lawful.
 *
 * Returns: (transfer full) (nullable): a sentence in the reader's language;
 *   %NULL when the place is lawful
 */
char *
trl_place_explain (TrlBlueprint   *blueprint,
                   const TrlCargo *cargo,
                   const TrlPlace *place)
{
  if (place->lawful)
    return NULL;
  if (cargo->id != NULL && place->target != NULL && lies_in (blueprint, place->target, cargo->id))
    return g_strdup (_("A card cannot lie in itself."));
  return g_strdup (home_of (cargo->kind));
}

/**
 * trl_place_equal:
 * @a: a place
 * @b: another place
 *
 * Returns: %TRUE if both are the same place
 */
gboolean
trl_place_equal (const TrlPlace *a,
                 const TrlPlace *b)
{
  return a->slot == b->slot && a->member == b->member && a->lawful == b->lawful &&
         g_strcmp0 (a->target, b->target) == 0;
}
