/* test-payout.c: what one deal pays, against the worked example of the field. */

#include "edit.h"
#include "payout.h"
#include "reader.h"
#include "templates.h"

/* Technology: co-sell credit of 8 and 12 %, 4,000 at most a deal. */
static TrlBlueprint *
technology (void)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();
  g_autoptr (TrlEdit) edit = NULL;
  const char *motion, *incentive, *cap;
  const double rates[] = { 8, 12 };

  trl_blueprint_count_ids (blueprint);
  edit = trl_edit_new (blueprint, "Build");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_CURRENCY, "USD");
  motion = trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END);
  incentive = trl_edit_insert (edit, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
  trl_edit_set_choice (edit, incentive, TRL_INCENTIVE_BASIS, TRL_BASIS_FIRST_YEAR_VALUE);
  for (guint i = 0; i < 2; i++)
    {
      const char *tier = trl_edit_insert (edit, TRL_KIND_TIER, motion, TRL_SLOT_TIERS, TRL_END);
      const char *rate = trl_edit_insert (edit, TRL_KIND_RATE, incentive, TRL_SLOT_RATES, TRL_END);

      trl_edit_set_text (edit, rate, TRL_RATE_TIER, tier);
      trl_edit_set_number (edit, rate, TRL_RATE_VALUE, rates[i]);
      trl_edit_set_text (edit, rate, TRL_RATE_UNIT, "%");
      trl_edit_set_choice (edit, rate, TRL_RATE_ON, TRL_BUSINESS_NEW);
    }
  cap = trl_edit_insert (edit, TRL_KIND_CAP, incentive, TRL_SLOT_CAPS, TRL_END);
  trl_edit_set_number (edit, cap, TRL_CAP_VALUE, 4000);
  trl_edit_set_text (edit, cap, TRL_CAP_UNIT, "money");
  trl_edit_set_choice (edit, cap, TRL_CAP_PER, TRL_PERIOD_DEAL);
  g_assert_true (trl_edit_commit (edit));
  return blueprint;
}

static void
expect (TrlBlueprint *blueprint,
        const char   *tier,
        double        size,
        double        amount)
{
  TrlPayout payout = trl_payout_for_deal (blueprint, "incentive-1", tier, size, TRL_BUSINESS_NEW);

  g_assert_true (payout.known);
  g_assert_cmpfloat_with_epsilon (payout.amount, amount, 1e-9);
  g_assert_cmpstr (payout.currency, ==, "USD");
}

static void
test_caps (void)
{
  g_autoptr (TrlBlueprint) blueprint = technology ();

  expect (blueprint, "tier-1", 30000, 2400);
  expect (blueprint, "tier-2", 30000, 3600);
  expect (blueprint, "tier-1", 40000, 3200);
  expect (blueprint, "tier-2", 40000, 4000);
  expect (blueprint, "tier-1", 50000, 4000);
  expect (blueprint, "tier-2", 50000, 4000);
  expect (blueprint, "tier-2", 80000, 4000);
}

static void
set (TrlBlueprint *blueprint,
     const char   *id,
     TrlMember     member,
     TrlValue     *value)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Set");

  trl_edit_set (edit, id, member, value);
  trl_value_unref (value);
  g_assert_true (trl_edit_commit (edit));
}

static void
test_own_cap (void)
{
  g_autoptr (TrlBlueprint) blueprint = technology ();
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Cap");
  const char *cap = trl_edit_insert (edit, TRL_KIND_CAP, "incentive-1", TRL_SLOT_CAPS, TRL_END);

  trl_edit_set_number (edit, cap, TRL_CAP_VALUE, 6000);
  trl_edit_set_text (edit, cap, TRL_CAP_TIER, "tier-2");
  g_assert_true (trl_edit_commit (edit));
  expect (blueprint, "tier-1", 80000, 4000);
  expect (blueprint, "tier-2", 80000, 6000);
}

static void
test_unknown (void)
{
  g_autoptr (TrlBlueprint) blueprint = technology ();

  g_assert_false (trl_payout_for_deal (blueprint, "incentive-1", NULL, 40000, TRL_BUSINESS_NEW).known);
  g_assert_false (trl_payout_for_deal (blueprint, "incentive-1", "tier-1", 40000, TRL_BUSINESS_RENEWAL).known);
  g_assert_false (trl_payout_for_deal (blueprint, "tier-1", "tier-1", 40000, TRL_BUSINESS_NEW).known);
  set (blueprint, "cap-1", TRL_CAP_VALUE, trl_value_new_unknown (NULL));
  g_assert_false (trl_payout_for_deal (blueprint, "incentive-1", "tier-1", 40000, TRL_BUSINESS_NEW).known);
  set (blueprint, "cap-1", TRL_CAP_VALUE, NULL);
  expect (blueprint, "tier-1", 80000, 6400);
  set (blueprint, "rate-1", TRL_RATE_VALUE, trl_value_new_unknown (NULL));
  g_assert_false (trl_payout_for_deal (blueprint, "incentive-1", "tier-1", 40000, TRL_BUSINESS_NEW).known);
}

static void
test_brackets (void)
{
  g_autoptr (TrlBlueprint) blueprint = technology ();

  set (blueprint, "cap-1", TRL_CAP_VALUE, NULL);
  set (blueprint, "rate-1", TRL_RATE_UP_TO, trl_value_new_number (50000));
  expect (blueprint, "tier-1", 49999, 3999.92);
  g_assert_false (trl_payout_for_deal (blueprint, "incentive-1", "tier-1", 50000, TRL_BUSINESS_NEW).known);
  set (blueprint, "rate-1", TRL_RATE_UNIT, trl_value_new_text ("money"));
  expect (blueprint, "tier-1", 10000, 8);
}

/* 44 registrations, 17.6 won: 500 for each registration is 1,250 a won deal, and 5,000 with four times as many. */
static void
test_registrations (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  TrlEdit *edit = trl_edit_new (blueprint, "Build");
  const char *motion = trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END);
  TrlFunnel funnel;

  trl_edit_set_number (edit, motion, TRL_MOTION_ACCEPT_RATE, 80);
  trl_edit_set_number (edit, motion, TRL_MOTION_WIN_RATE, 50);
  funnel = trl_funnel_read (trl_edit_get (edit, motion), 44);
  g_assert_cmpfloat_with_epsilon (funnel.accepted, 35.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (funnel.won, 17.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (trl_cost_per_won_deal (&funnel, 500, 1), 1250, 1e-9);
  g_assert_cmpfloat_with_epsilon (trl_cost_per_won_deal (&funnel, 500, 4), 5000, 1e-9);

  trl_edit_set_number (edit, motion, TRL_MOTION_FUNNEL_WON, 20);
  funnel = trl_funnel_read (trl_edit_get (edit, motion), -1);
  g_assert_cmpfloat (funnel.registered, ==, -1);
  g_assert_cmpfloat (funnel.won, ==, 20);
  g_assert_cmpfloat (trl_cost_per_won_deal (&funnel, 500, 1), ==, -1);
  trl_edit_free (edit);
}

static double
number (TrlBlueprint *blueprint,
        const char   *id,
        TrlMember     member)
{
  double value = 0;

  g_assert_true (trl_card_get_number (trl_blueprint_get (blueprint, id), member, &value));
  return value;
}

/* What the partners of a tier are paid in the first year: won deals that they brought, at what one of them pays. */
static double
first_year (TrlBlueprint *blueprint,
            const char   *motion,
            const char   *incentive,
            const char   *tier)
{
  double registered = number (blueprint, tier, TRL_TIER_ACTIVE) * number (blueprint, tier, TRL_TIER_REGISTRATIONS);
  double won = registered * number (blueprint, motion, TRL_MOTION_ACCEPT_RATE) *
               number (blueprint, motion, TRL_MOTION_WIN_RATE) / 1e4;
  TrlPayout payout = trl_payout_for_deal (blueprint, incentive, tier, number (blueprint, motion, TRL_MOTION_DEAL_SIZE),
                                          TRL_BUSINESS_NEW);

  g_assert_true (payout.known);
  return won * number (blueprint, motion, TRL_MOTION_SOURCED_SHARE) / 100 * payout.amount;
}

/* The worked example holds the figures of the field: payouts of the first year, by tier. */
static void
test_example (void)
{
  g_autoptr (GBytes) bytes = trl_templates_load (trl_templates_find ("founder-after"));
  g_autoptr (TrlReader) reader = trl_reader_read (bytes, NULL);
  TrlBlueprint *blueprint = trl_reader_get_blueprint (reader);
  static const struct { const char *motion, *incentive, *tier; double paid; } rows[] = {
    { "motion-technology", "incentive-co-sell", "tier-connected", 7680 },
    { "motion-technology", "incentive-co-sell", "tier-strategic", 12000 },
    { "motion-agency", "incentive-margin", "tier-partner", 32000 },
    { "motion-agency", "incentive-margin", "tier-premier", 48000 },
    { "motion-referral", "incentive-fee", "tier-referrer", 900 },    /* 810 after 10 % are taken back */
    { "motion-referral", "incentive-fee", "tier-advocate", 1350 },   /* 1,215 */
  };
  TrlPayout renewal = trl_payout_for_deal (blueprint, "incentive-margin", "tier-premier", 20000, TRL_BUSINESS_RENEWAL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpfloat_with_epsilon (first_year (blueprint, rows[i].motion, rows[i].incentive, rows[i].tier), rows[i].paid,
                                    1e-6);
  g_assert_true (renewal.known);
  g_assert_cmpfloat_with_epsilon (renewal.amount, 2000, 1e-9);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/payout/caps", test_caps);
  g_test_add_func ("/numbers/payout/own-cap", test_own_cap);
  g_test_add_func ("/numbers/payout/unknown", test_unknown);
  g_test_add_func ("/numbers/payout/brackets", test_brackets);
  g_test_add_func ("/numbers/payout/registrations", test_registrations);
  g_test_add_func ("/numbers/payout/example", test_example);
  return g_test_run ();
}
