/* places.h: what may lie where, why not, and what would make it lawful. The one table that pointer, keyboard,
 * paste, outline and fixes ask. */
#pragma once

#include "edit.h"

G_BEGIN_DECLS

/**
 * TrlBundle:
 * @TRL_BUNDLE_NONE: one card
 * @TRL_BUNDLE_LADDER: two tiers with what is usual for the motion's route
 * @TRL_BUNDLE_PATH: the usual path of the motion's route
 *
 * What one entry of the palette brings.
 */
typedef enum
{
  TRL_BUNDLE_NONE,
  TRL_BUNDLE_LADDER,
  TRL_BUNDLE_PATH
} TrlBundle;

/**
 * TrlCargo:
 * @kind: the kind of the card
 * @entry: (nullable): the catalogue entry of a new card
 * @bundle: whether more than one card is brought
 * @id: (nullable): the card that is carried; %NULL for a new one from the palette
 *
 * What is being carried: a new card from the palette, or one of the board.
 */
typedef struct
{
  TrlKind         kind;
  const TrlEntry *entry;
  TrlBundle       bundle;
  const char     *id;
} TrlCargo;

/**
 * TrlPlace:
 * @target: (nullable): the id of the card that takes it; %TRL_ROOT_ID is the board
 * @slot: the slot that it is inserted in; %TRL_SLOT_NONE when it is linked
 * @member: the member that takes a link ("serves"); %TRL_MEMBER_NONE when it is inserted
 * @becomes: what the card is once it lies there; a note becomes what belongs there
 * @lawful: whether it may lie there
 *
 * A place, asked for one cargo. Plain data: @target is the id string of the card's record.
 */
typedef struct
{
  const char *target;
  TrlSlot     slot;
  TrlMember   member;
  TrlKind     becomes;
  gboolean    lawful;
} TrlPlace;

TrlCargo   trl_cargo_for_card      (TrlBlueprint   *blueprint,
                                    const char     *id);

/* Slot @slot of card @target; or, with TRL_SLOT_NONE, the card as a whole
 * (a metric or a type dropped on a motion, a note dropped on nothing: TRL_ROOT_ID). */
TrlPlace   trl_places_ask          (TrlBlueprint   *blueprint,
                                    const TrlCargo *cargo,
                                    const char     *target,
                                    TrlSlot         slot);
/* Every place that could be meant, lawful ones first, in the order of the document; of TrlPlace. */
GArray    *trl_places_list         (TrlBlueprint   *blueprint,
                                    const TrlCargo *cargo);
/* "Add to Referral · Incentives" */
char      *trl_place_describe      (TrlBlueprint   *blueprint,
                                    const TrlCargo *cargo,
                                    const TrlPlace *place);
/* Why it refuses and what would make it lawful; NULL when it is lawful. */
char      *trl_place_explain       (TrlBlueprint   *blueprint,
                                    const TrlCargo *cargo,
                                    const TrlPlace *place);
/* Whether two places are the same one. */
gboolean   trl_place_equal         (const TrlPlace *a,
                                    const TrlPlace *b);

G_END_DECLS
