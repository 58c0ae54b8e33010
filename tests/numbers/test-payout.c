/* test-payout.c: what one deal pays, against the worked example of the field. */

#include "edit.h"
#include "payout.h"

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
  return g_test_run ();
}
