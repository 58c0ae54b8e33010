/* questions.c: what an empty place asks, and what a tier adds to the one below. */

#define G_LOG_DOMAIN "questions"

#include "config.h"

#include "questions.h"

#include <glib/gi18n.h>

#include "sentences.h"

/**
 * trl_question_row_name:
 * @row: a row of a frame
 *
 * Returns: its number and name
 */
const char *
trl_question_row_name (TrlRow row)
{
  static const char * const names[TRL_N_ROWS] = {
    [TRL_ROW_MOTION] = NC_("row", "1 Motion"),
    [TRL_ROW_TIERS] = NC_("row", "2 Tiers"),
    [TRL_ROW_INCENTIVES] = NC_("row", "3 Incentives"),
    [TRL_ROW_ENABLEMENT] = NC_("row", "4 Enablement"),
  };

  g_return_val_if_fail (row < TRL_N_ROWS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "row", names[row]);
}

/**
 * trl_question_row:
 * @row: a row of a frame
 *
 * Returns: the question that the row answers
 */
const char *
trl_question_row (TrlRow row)
{
  static const char * const questions[TRL_N_ROWS] = {
    [TRL_ROW_MOTION] = NC_("row", "Who finds, sells, signs, delivers?"),
    [TRL_ROW_TIERS] = NC_("row", "What must they do, what do they get?"),
    [TRL_ROW_INCENTIVES] = NC_("row", "How do they earn, and when?"),
    [TRL_ROW_ENABLEMENT] = NC_("row", "From signed to productive?"),
  };

  g_return_val_if_fail (row < TRL_N_ROWS, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "row", questions[row]);
}

/**
 * trl_question_slot:
 * @blueprint: a blueprint
 * @owner: the card that has the place
 * @slot: a place with nothing in it
 *
 * Returns: (transfer full): the question that the place asks
 */
char *
trl_question_slot (TrlBlueprint *blueprint,
                   TrlCard      *owner,
                   TrlSlot       slot)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && owner != NULL, NULL);

  switch (slot)
    {
    case TRL_SLOT_MOTIONS:
      return g_strdup (_("Which kinds of partners will you run?"));
    case TRL_SLOT_METRICS:
      return g_strdup (_("Which one or two outcomes is it for?"));
    case TRL_SLOT_TIERS:
      /* Whoever has decided for one tier is not asked again. */
      if (trl_card_get_kind (owner) == TRL_KIND_MOTION && trl_card_get_yes (owner, TRL_MOTION_ONE_TIER, FALSE))
        return g_strdup (_("One tier by design: nothing to climb"));
      return g_strdup (_("Which tiers, and what changes from one to the next?"));
    case TRL_SLOT_INCENTIVES:
      name = trl_sentence_name (owner);
      /* Translators: %s is the name of a motion */
      return g_strdup_printf (_("How do partners in %s earn, and when?"), name);
    case TRL_SLOT_PATH:
      return g_strdup (_("What happens in a partner’s first 30 days?"));
    case TRL_SLOT_CRITERIA:
    case TRL_SLOT_CREDENTIAL_CRITERIA:
      return g_strdup (_("What must they do?"));
    case TRL_SLOT_BENEFITS:
    case TRL_SLOT_CREDENTIAL_BENEFITS:
      return trl_question_benefits (blueprint, owner);
    default:
      return g_strdup (trl_slot_get_label (slot));
    }
}

/**
 * trl_tier_below:
 * @blueprint: a blueprint
 * @tier: a tier
 *
 * Returns: (nullable) (transfer none): the tier that partners climb from
 */
TrlCard *
trl_tier_below (TrlBlueprint *blueprint,
                TrlCard      *tier)
{
  const GPtrArray *tiers;
  int index;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && tier != NULL, NULL);

  if (trl_card_get_slot (tier) != TRL_SLOT_TIERS || trl_card_get_parent (tier) == NULL)
    return NULL;
  tiers = trl_blueprint_get_children (blueprint, trl_card_get_parent (tier), TRL_SLOT_TIERS);
  index = trl_blueprint_get_index (blueprint, trl_card_get_id (tier));
  return tiers != NULL && index > 0 ? g_ptr_array_index (tiers, index - 1) : NULL;
}

static gboolean
is_given_below (const GPtrArray *below,
                TrlCard         *benefit)
{
  for (guint i = 0; below != NULL && i < below->len; i++)
    if (trl_card_get_kind (g_ptr_array_index (below, i)) == trl_card_get_kind (benefit) &&
        trl_card_same_values (g_ptr_array_index (below, i), benefit))
      return TRUE;
  return FALSE;
}

/**
 * trl_tier_new_benefits:
 * @blueprint: a blueprint
 * @tier: a tier
 * @below: (nullable): the tier below
 *
 * Returns: (transfer container) (element-type TrlCard): what the tier gives
 *   that the one below does not give in the same way
 */
GPtrArray *
trl_tier_new_benefits (TrlBlueprint *blueprint,
                       TrlCard      *tier,
                       TrlCard      *below)
{
  GPtrArray *fresh = g_ptr_array_new ();
  const GPtrArray *benefits;
  const GPtrArray *given = NULL;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && tier != NULL, fresh);

  benefits = trl_blueprint_get_children (blueprint, trl_card_get_id (tier), TRL_SLOT_BENEFITS);
  if (below != NULL)
    given = trl_blueprint_get_children (blueprint, trl_card_get_id (below), TRL_SLOT_BENEFITS);
  for (guint i = 0; benefits != NULL && i < benefits->len; i++)
    if (!is_given_below (given, g_ptr_array_index (benefits, i)))
      g_ptr_array_add (fresh, g_ptr_array_index (benefits, i));
  return fresh;
}

/**
 * trl_tier_is_cosmetic:
 * @fresh: (element-type TrlCard): what a tier gives that the one below does not
 *
 * Returns: %TRUE if none of it changes what a partner receives
 */
gboolean
trl_tier_is_cosmetic (const GPtrArray *fresh)
{
  for (guint i = 0; i < fresh->len; i++)
    {
      const TrlEntry *entry = trl_card_get_kind_entry (g_ptr_array_index (fresh, i));

      if (entry == NULL || entry->compare != TRL_COMPARE_STATUS)
        return FALSE;
    }
  return TRUE;
}

/**
 * trl_question_benefits:
 * @blueprint: a blueprint
 * @tier: a tier that gives nothing of its own
 *
 * Says what a tier gives that shows no benefit, or status only: that it is
 * otherwise the same as the tier below, or the question.
 *
 * Returns: (transfer full): the words
 */
char *
trl_question_benefits (TrlBlueprint *blueprint,
                       TrlCard      *tier)
{
  const GPtrArray *own;
  const GPtrArray *given;
  g_autoptr (GPtrArray) fresh = NULL;
  g_autofree char *name = NULL;
  TrlCard *below;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && tier != NULL, NULL);

  below = trl_tier_below (blueprint, tier);
  if (below == NULL)
    return g_strdup (_("What do they get?"));
  own = trl_blueprint_get_children (blueprint, trl_card_get_id (tier), TRL_SLOT_BENEFITS);
  given = trl_blueprint_get_children (blueprint, trl_card_get_id (below), TRL_SLOT_BENEFITS);
  if (given == NULL || given->len == 0 ||
      ((own == NULL || own->len == 0) && !trl_card_get_yes (tier, TRL_TIER_INHERITS, FALSE)))
    return g_strdup (_("What do they get?"));
  name = trl_sentence_name (below);
  fresh = trl_tier_new_benefits (blueprint, tier, below);
  if (fresh->len > 0)
    /* Translators: %s is the name of the tier below */
    return g_strdup_printf (_("= else the same as %s"), name);
  /* Translators: %s is the name of the tier below */
  return g_strdup_printf (_("= the same as %s"), name);
}

/**
 * trl_benefit_words:
 * @blueprint: a blueprint
 * @benefit: a benefit
 *
 * Says what a benefit is as a tier shows it: "listed" on the lowest, "+ named
 * manager" on those above it.
 *
 * Returns: (transfer full): the words
 */
char *
trl_benefit_words (TrlBlueprint *blueprint,
                   TrlCard      *benefit)
{
  g_autofree char *words = NULL;
  const char *parent;
  TrlCard *tier;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && benefit != NULL, NULL);

  words = trl_sentence_benefit (blueprint, benefit);
  parent = trl_card_get_parent (benefit);
  tier = parent != NULL ? trl_blueprint_get (blueprint, parent) : NULL;
  if (tier == NULL || trl_tier_below (blueprint, tier) == NULL)
    return g_steal_pointer (&words);
  return g_strdup_printf ("+ %s", words);
}
