/* design.c: a small design, built by edits, for the tests of this room. */

#include "config.h"

#include "design.h"

static char *
add_named (TrlEdit    *edit,
           TrlKind     kind,
           const char *parent,
           TrlSlot     slot,
           const char *name)
{
  char *id = g_strdup (trl_edit_insert (edit, kind, parent, slot, TRL_END));

  if (name != NULL)
    trl_edit_set_text (edit, id, trl_kind_get_name_member (kind), name);
  return id;
}

static char *
add_criterion (TrlEdit    *edit,
               const char *tier,
               int         metric,
               double      value,
               int         period)
{
  char *id = g_strdup (trl_edit_insert (edit, TRL_KIND_CRITERION, tier, TRL_SLOT_CRITERIA, TRL_END));

  trl_edit_set_entry (edit, id, TRL_CRITERION_METRIC, metric);
  if (value > 0)
    trl_edit_set_number (edit, id, TRL_CRITERION_VALUE, value);
  if (period >= 0)
    trl_edit_set_choice (edit, id, TRL_CRITERION_PER, period);
  return id;
}

static char *
add_benefit (TrlEdit    *edit,
             const char *tier,
             int         kind,
             const char *level)
{
  char *id = g_strdup (trl_edit_insert (edit, TRL_KIND_BENEFIT, tier, TRL_SLOT_BENEFITS, TRL_END));

  trl_edit_set_entry (edit, id, TRL_BENEFIT_KIND, kind);
  if (level != NULL)
    trl_edit_set_text (edit, id, TRL_BENEFIT_LEVEL, level);
  return id;
}

static void
add_rate (TrlEdit    *edit,
          const char *incentive,
          const char *tier,
          double      value)
{
  const char *rate = trl_edit_insert (edit, TRL_KIND_RATE, incentive, TRL_SLOT_RATES, TRL_END);

  trl_edit_set (edit, rate, TRL_RATE_TIER, NULL);
  if (tier != NULL)
    {
      g_autoptr (TrlValue) value_tier = trl_value_new_text (tier);

      trl_edit_set (edit, rate, TRL_RATE_TIER, value_tier);
    }
  trl_edit_set_number (edit, rate, TRL_RATE_VALUE, value);
}

static void
add_technology (TrlEdit *edit,
                Design  *design)
{
  static const char * const steps[] = { "Sandbox", "Certified", "Listed", "First deal" };
  const char *type;
  const char *cap;

  design->technology = add_named (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, "Technology");
  type = trl_edit_insert (edit, TRL_KIND_TYPE, TRL_ROOT_ID, TRL_SLOT_TYPES, TRL_END);
  trl_edit_set_entry (edit, type, TRL_TYPE_KIND, TRL_TYPES_TECHNOLOGY);
  trl_edit_add_ref (edit, design->technology, TRL_MOTION_TYPES, type);
  trl_edit_add_ref (edit, design->technology, TRL_MOTION_SERVES, design->metric);
  trl_edit_set_entry (edit, design->technology, TRL_MOTION_GTM, TRL_MOTIONS_CO_SELL);
  trl_edit_set_number (edit, design->technology, TRL_MOTION_PARTNERS_NOW, 10);
  trl_edit_set_choice (edit, design->technology, TRL_MOTION_FINDS, TRL_PARTY_PARTNER);
  trl_edit_set_choice (edit, design->technology, TRL_MOTION_SELLS, TRL_PARTY_BOTH);
  trl_edit_set_choice (edit, design->technology, TRL_MOTION_SIGNS, TRL_PARTY_US);

  design->connected = add_named (edit, TRL_KIND_TIER, design->technology, TRL_SLOT_TIERS, "Connected");
  design->strategic = add_named (edit, TRL_KIND_TIER, design->technology, TRL_SLOT_TIERS, "Strategic");
  g_free (add_criterion (edit, design->connected, TRL_CRITERIA_LIVE_INTEGRATION, 0, -1));
  design->criterion = add_criterion (edit, design->strategic, TRL_CRITERIA_CO_SELL_PIPELINE, 250000, TRL_PERIOD_YEAR);
  design->benefit = add_benefit (edit, design->connected, TRL_BENEFITS_DIRECTORY, "listed");
  g_free (add_benefit (edit, design->strategic, TRL_BENEFITS_MANAGER, "named"));

  design->credit = add_named (edit, TRL_KIND_INCENTIVE, design->technology, TRL_SLOT_INCENTIVES, NULL);
  trl_edit_set_entry (edit, design->credit, TRL_INCENTIVE_KIND, TRL_INCENTIVES_CO_SELL_CREDIT);
  trl_edit_set_entry (edit, design->credit, TRL_INCENTIVE_TRIGGER, TRL_EVENTS_CLOSED_WON);
  add_rate (edit, design->credit, design->connected, 8);
  add_rate (edit, design->credit, design->strategic, 12);
  cap = trl_edit_insert (edit, TRL_KIND_CAP, design->credit, TRL_SLOT_CAPS, TRL_END);
  trl_edit_set_number (edit, cap, TRL_CAP_VALUE, 4000);
  g_free (add_named (edit, TRL_KIND_INCENTIVE, design->technology, TRL_SLOT_INCENTIVES, "Activation bonus"));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_free (design->step);
      design->step = add_named (edit, TRL_KIND_STEP, design->technology, TRL_SLOT_PATH, steps[i]);
      trl_edit_set_number (edit, design->step, TRL_STEP_DAYS, 20 + i);
    }
}

static void
add_agency (TrlEdit *edit,
            Design  *design)
{
  design->agency = add_named (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, "Agency");
  trl_edit_set_entry (edit, design->agency, TRL_MOTION_GTM, TRL_MOTIONS_SERVICE_LED);
  design->silver = add_named (edit, TRL_KIND_TIER, design->agency, TRL_SLOT_TIERS, "Silver");
  design->gold = add_named (edit, TRL_KIND_TIER, design->agency, TRL_SLOT_TIERS, "Gold");
  g_free (add_criterion (edit, design->silver, TRL_CRITERIA_CERTIFIED_PEOPLE, 2, -1));
  g_free (add_criterion (edit, design->gold, TRL_CRITERIA_MANAGED_REVENUE, 100000, TRL_PERIOD_YEAR));
  g_free (add_benefit (edit, design->silver, TRL_BENEFITS_DIRECTORY, "listed"));
  g_free (add_benefit (edit, design->gold, TRL_BENEFITS_DIRECTORY, "listed"));
}

/**
 * design_new:
 * @design: (out caller-allocates): the ids of its cards
 *
 * Builds the design.
 *
 * Returns: (transfer full): its blueprint
 */
TrlBlueprint *
design_new (Design *design)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();
  g_autoptr (TrlEdit) edit = NULL;

  *design = (Design) { NULL };
  trl_blueprint_count_ids (blueprint);
  edit = trl_edit_new (blueprint, "Build");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, "Nordwind Partner Program");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_GOAL, "Partners bring deals our sellers would not find");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_CURRENCY, "USD");
  trl_edit_set_number (edit, TRL_ROOT_ID, TRL_PROGRAM_PARTNERS_NOW, 30);
  trl_edit_set_number (edit, TRL_ROOT_ID, TRL_PROGRAM_PARTNERS_PLANNED, 200);
  design->metric = g_strdup (trl_edit_insert (edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END));
  trl_edit_set_entry (edit, design->metric, TRL_METRIC_KIND, TRL_METRICS_SOURCED_PIPELINE);
  trl_edit_set_number (edit, design->metric, TRL_METRIC_TARGET_VALUE, 1300000);
  trl_edit_set_choice (edit, design->metric, TRL_METRIC_TARGET_PER, TRL_PERIOD_YEAR);
  add_technology (edit, design);
  add_agency (edit, design);
  design->blank = add_named (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, "Referral");
  design->note = g_strdup (trl_edit_insert (edit, TRL_KIND_NOTE, TRL_ROOT_ID, TRL_SLOT_NOTES, TRL_END));
  trl_edit_set_text (edit, design->note, TRL_NOTE_TEXT, "Who owns MDF claims after Q2?");
  g_assert_true (trl_edit_commit (edit));
  return blueprint;
}

/**
 * design_clear:
 * @design: ids
 *
 * Frees the ids.
 */
void
design_clear (Design *design)
{
  char **ids = (char **) design;

  for (guint i = 0; i < sizeof *design / sizeof *ids; i++)
    g_clear_pointer (&ids[i], g_free);
}
