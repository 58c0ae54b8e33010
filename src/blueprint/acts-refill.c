/* acts-refill.c: puts what is usual for a motion in the place of what it has. */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"
#include "acts-private.h"

#include <glib/gi18n.h>

/* The route that the types earn by; a duplicate may still have the statement of its origin, so the statement comes second. */
static TrlRoute
route_to_refill (TrlBlueprint *blueprint,
                 const char   *motion)
{
  static const TrlRoute order[] = { TRL_ROUTE_BUILD, TRL_ROUTE_DELIVER, TRL_ROUTE_TRANSACT, TRL_ROUTE_REFER };
  const char * const *type = trl_card_get_refs (trl_blueprint_get (blueprint, motion), TRL_MOTION_TYPES);
  guint routes = 0;

  for (; type != NULL && *type != NULL; type++)
    {
      TrlCard *card = trl_blueprint_get (blueprint, *type);
      const TrlEntry *entry = card != NULL ? trl_card_get_kind_entry (card) : NULL;

      routes |= entry != NULL ? entry->routes : 0;
    }
  if (routes == 0)
    routes = trl_acts_get_routes (blueprint, motion);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (routes & order[i])
      return order[i];
  return TRL_ROUTE_DELIVER;
}

static void
remove_children (TrlEdit    *edit,
                 const char *parent,
                 TrlSlot     slot)
{
  g_autoptr (GPtrArray) cards = trl_edit_get_children (edit, parent, slot);

  for (guint i = 0; i < cards->len; i++)
    if (trl_card_get_kind (g_ptr_array_index (cards, i)) != TRL_KIND_FOREIGN)
      trl_edit_remove (edit, trl_card_get_id (g_ptr_array_index (cards, i)));
}

/* The tiers stay, with their names and whoever refers to them; what they ask and give is new. With more than two
 * ranked ones, those in the middle are left to be filled. */
static void
refill_ladder (TrlEdit    *edit,
               const char *motion,
               TrlRoute    route)
{
  g_autoptr (GPtrArray) tiers = trl_edit_get_children (edit, motion, TRL_SLOT_TIERS);
  const char *rungs[2] = { NULL, NULL };

  for (guint i = 0; i < tiers->len; i++)
    {
      const TrlCard *tier = g_ptr_array_index (tiers, i);

      if (trl_card_get_kind (tier) != TRL_KIND_TIER || !trl_card_get_yes (tier, TRL_TIER_RANKED, TRUE))
        continue;
      remove_children (edit, trl_card_get_id (tier), TRL_SLOT_CRITERIA);
      remove_children (edit, trl_card_get_id (tier), TRL_SLOT_BENEFITS);
      rungs[rungs[0] != NULL] = trl_card_get_id (tier);
    }

#define LADDER(ROUTE, lower, upper)
#define BAR(ROUTE, rung, CRITERION, value) \
  if (route == TRL_ROUTE_##ROUTE && rungs[rung] != NULL) \
    trl_acts_insert_bar (edit, rungs[rung], TRL_CRITERIA_##CRITERION, value);
#define GIFT(ROUTE, rung, BENEFIT, level, value) \
  if (route == TRL_ROUTE_##ROUTE && rungs[rung] != NULL) \
    trl_acts_insert_gift (edit, rungs[rung], TRL_BENEFITS_##BENEFIT, level, value);
#define STEP(ROUTE, KIND, days)
#include "defaults-table.h"
#undef LADDER
#undef BAR
#undef GIFT
#undef STEP

  if (rungs[1] != NULL)
    trl_edit_set_yes_no (edit, rungs[1], TRL_TIER_INHERITS, TRUE);
}

/* How much it pays is for somebody to find out. */
static void
leave_rates_unknown (TrlEdit    *edit,
                     const char *incentive)
{
  g_autoptr (GPtrArray) rates = trl_edit_get_children (edit, incentive, TRL_SLOT_RATES);
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);

  for (guint i = 0; i < rates->len; i++)
    trl_edit_set (edit, trl_card_get_id (g_ptr_array_index (rates, i)), TRL_RATE_VALUE, unknown);
}

static void
refill_pay (TrlEdit    *edit,
            const char *motion,
            TrlRoute    route)
{
  const TrlEntry *usual = NULL;
  const char *id;

  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_TYPES) && usual == NULL; i++)
    {
      const TrlEntry *type = trl_catalogue_get (TRL_CATALOGUE_TYPES, i);

      if (type->routes == (guint) route && type->incentive >= 0)
        usual = trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, type->incentive);
    }
  if (usual == NULL)
    return;
  remove_children (edit, motion, TRL_SLOT_INCENTIVES);
  id = trl_edit_insert (edit, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
  trl_acts_init_card (edit, id, usual);
  leave_rates_unknown (edit, id);
}

static void
refill_path (TrlEdit    *edit,
             const char *motion,
             TrlRoute    route)
{
  const char *step;

  remove_children (edit, motion, TRL_SLOT_PATH);

#define LADDER(ROUTE, lower, upper)
#define BAR(ROUTE, rung, CRITERION, value)
#define GIFT(ROUTE, rung, BENEFIT, level, value)
#define STEP(ROUTE, KIND, n_days) \
  if (route == TRL_ROUTE_##ROUTE) \
    { \
      step = trl_edit_insert (edit, TRL_KIND_STEP, motion, TRL_SLOT_PATH, TRL_END); \
      trl_acts_init_card (edit, step, trl_catalogue_get (TRL_CATALOGUE_STEPS, TRL_STEPS_##KIND)); \
      trl_edit_set_number (edit, step, TRL_STEP_DAYS, n_days); \
    }
#include "defaults-table.h"
#undef LADDER
#undef BAR
#undef GIFT
#undef STEP
}

/* What was decided was something else. */
static void
reopen (TrlEdit    *edit,
        const char *motion,
        guint       decisions)
{
  g_autoptr (GPtrArray) cards = trl_edit_get_children (edit, motion, TRL_SLOT_MOTION_DECIDED);

  for (guint i = 0; i < cards->len; i++)
    {
      const TrlCard *card = g_ptr_array_index (cards, i);
      int what = trl_card_get_choice (card, TRL_DECISION_WHAT);

      if (what >= 0 && (decisions & 1u << what) != 0)
        trl_edit_set_choice (edit, trl_card_get_id (card), TRL_DECISION_STATE, TRL_DECIDED_RECHECK);
    }
}

/**
 * trl_act_refill:
 * @blueprint: a blueprint
 * @motions: (array zero-terminated=1): ids of motions
 * @decisions: what to replace, a bit for each of TRL_DECISION_TIERS, TRL_DECISION_INCENTIVES, TRL_DECISION_ENABLEMENT
 *
 * Puts what is usual for partners of its types (defaults-table.h) in the place
 * of what a motion has. Tiers stay and get other content; how much is paid is
 * left unknown. What was decided about it is to be looked at again.
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_refill (TrlBlueprint       *blueprint,
                const char * const *motions,
                guint               decisions)
{
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && motions != NULL, NULL);

  edit = trl_edit_new (blueprint, _("Start from what is usual"));
  for (; *motions != NULL; motions++)
    {
      TrlRoute route = route_to_refill (blueprint, *motions);

      if (decisions & 1u << TRL_DECISION_TIERS)
        refill_ladder (edit, *motions, route);
      if (decisions & 1u << TRL_DECISION_INCENTIVES)
        refill_pay (edit, *motions, route);
      if (decisions & 1u << TRL_DECISION_ENABLEMENT)
        refill_path (edit, *motions, route);
      reopen (edit, *motions, decisions);
    }
  return edit;
}
