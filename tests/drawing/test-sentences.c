/* test-sentences.c: cards say what they are, with ? for unknown and – for not applicable. */

#include "config.h"

#include "amounts.h"
#include "format.h"
#include "design.h"
#include "questions.h"
#include "sentences.h"

static void
take (char       *words,
      const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_amounts (void)
{
  take (trl_format_money_short (250000, "USD"), "$250k");
  take (trl_format_money_short (1300000, "USD"), "$1.3M");
  take (trl_format_money_short (1330400, "USD"), "$1,330,400");
  take (trl_format_money_short (12500, "EUR"), "€12.5k");
  take (trl_format_money_short (12345, "EUR"), "€12,345");
  take (trl_format_money_short (4000, "USD"), "$4,000");
  take (trl_format_money_short (0, "USD"), "$0");
  take (trl_format_money_short (2e9, "CHF"), "CHF\u00a02B");
  take (trl_format_money_short (-500, NULL), "−500");
  take (trl_format_number (1234567.891), "1,234,567.89");
  take (trl_format_number (0.1), "0.1");
  take (trl_format_percent (12.5), "12.5\u00a0%");
  take (trl_amount_quantity (1, "people", NULL), "1 person");
  take (trl_amount_quantity (2, "people", NULL), "2 people");
  take (trl_amount_quantity (1.5, "days", NULL), "1.5 days");
  take (trl_amount_quantity (48, "hours", NULL), "48\u00a0h");
  take (trl_amount_quantity (3, "hats", NULL), "3 hats");
  take (trl_amount_quantity (5000, "GBP", "USD"), "£5,000");
}

static void
test_cards (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  TrlSpan strong[TRL_STATEMENT_SPANS];
  guint n_strong;
  TrlCard *motion = trl_blueprint_get (blueprint, design.technology);

  take (trl_sentence_criterion (blueprint, trl_blueprint_get (blueprint, design.criterion)),
        "≥ $250k co-sell pipeline a year");
  take (trl_sentence_benefit (blueprint, trl_blueprint_get (blueprint, design.benefit)), "listed");
  take (trl_sentence_incentive (blueprint, trl_blueprint_get (blueprint, design.credit)), "Co-sell credit 8 → 12\u00a0%");
  take (trl_sentence_incentive_terms (blueprint, trl_blueprint_get (blueprint, design.credit)),
        "at closed-won · cap $4,000");
  take (trl_sentence_metric (blueprint, trl_blueprint_get (blueprint, design.metric)),
        "Sourced pipeline · $1.3M a year");
  take (trl_sentence_motion (blueprint, motion), "Build with and co-sell · 10 partners");
  take (trl_sentence_statement (motion, strong, &n_strong), "Partner finds, both sell, we sign.");
  g_assert_cmpuint (n_strong, ==, 2);
  g_assert_cmpuint (strong[1].start, ==, strlen ("Partner finds, both sell, "));
  take (trl_sentence_path (blueprint, motion), "4 steps · 86 days");
  take (trl_sentence_partners (blueprint), "30 now · 200 planned");
  take (trl_sentence_serves (blueprint, motion), "Sourced pipeline");
  g_assert_null (trl_sentence_serves (blueprint, trl_blueprint_get (blueprint, design.blank)));
  g_assert_null (trl_sentence_tiers (blueprint, trl_blueprint_get (blueprint, design.blank)));
  design_clear (&design);
}

static void
test_states (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Ask");
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);
  g_autoptr (TrlValue) not_applicable = trl_value_new_not_applicable ();

  trl_edit_set (edit, design.criterion, TRL_CRITERION_VALUE, unknown);
  trl_edit_set (edit, design.step, TRL_STEP_DAYS, not_applicable);
  trl_edit_set (edit, design.metric, TRL_METRIC_TARGET_VALUE, unknown);
  trl_edit_set (edit, TRL_ROOT_ID, TRL_PROGRAM_PARTNERS_NOW, NULL);
  g_assert_true (trl_edit_commit (edit));

  take (trl_sentence_criterion (blueprint, trl_blueprint_get (blueprint, design.criterion)),
        "≥ ? co-sell pipeline a year");
  take (trl_sentence_days (trl_blueprint_get (blueprint, design.step)), "–");
  take (trl_sentence_metric (blueprint, trl_blueprint_get (blueprint, design.metric)), "Sourced pipeline · ? a year");
  take (trl_sentence_partners (blueprint), "… now · 200 planned");
  design_clear (&design);
}

static void
test_same_as_below (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);

  take (trl_question_benefits (blueprint, trl_blueprint_get (blueprint, design.gold)), "= the same as Silver");
  take (trl_question_slot (blueprint, trl_blueprint_get (blueprint, design.blank), TRL_SLOT_INCENTIVES),
        "How do partners in Referral earn, and when?");
  g_assert_true (trl_tier_below (blueprint, trl_blueprint_get (blueprint, design.gold)) ==
                 trl_blueprint_get (blueprint, design.silver));
  g_assert_null (trl_tier_below (blueprint, trl_blueprint_get (blueprint, design.silver)));
  design_clear (&design);
}

/* Whoever has decided for one tier is not asked for a ladder. */
static void
test_one_tier (void)
{
  Design design;
  g_autoptr (TrlBlueprint) blueprint = design_new (&design);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "One tier");

  take (trl_question_slot (blueprint, trl_blueprint_get (blueprint, design.blank), TRL_SLOT_TIERS),
        "Which tiers, and what changes from one to the next?");
  trl_edit_set_yes_no (edit, design.blank, TRL_MOTION_ONE_TIER, TRUE);
  g_assert_true (trl_edit_commit (edit));
  take (trl_question_slot (blueprint, trl_blueprint_get (blueprint, design.blank), TRL_SLOT_TIERS),
        "One tier by design: nothing to climb");
  design_clear (&design);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/sentences/amounts", test_amounts);
  g_test_add_func ("/drawing/sentences/cards", test_cards);
  g_test_add_func ("/drawing/sentences/states", test_states);
  g_test_add_func ("/drawing/sentences/same-as-below", test_same_as_below);
  g_test_add_func ("/drawing/sentences/one-tier", test_one_tier);
  return g_test_run ();
}
