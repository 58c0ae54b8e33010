/* test-stack.c: what all incentives together can pay on one deal. */

#include "edit.h"
#include "stack.h"

#define N_LINES 4

/* The discounts and the rebate of a reseller: 20, 12 and 5 % of the list price, 4 % of what is left. */
static TrlBlueprint *
reseller (void)
{
  static const double rates[N_LINES] = { 20, 12, 5, 4 };
  TrlBlueprint *blueprint = trl_blueprint_new ();
  g_autoptr (TrlEdit) edit = NULL;
  const char *motion;

  trl_blueprint_count_ids (blueprint);
  edit = trl_edit_new (blueprint, "Build");
  motion = trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END);
  for (guint i = 0; i < N_LINES; i++)
    {
      const char *incentive = trl_edit_insert (edit, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
      const char *rate = trl_edit_insert (edit, TRL_KIND_RATE, incentive, TRL_SLOT_RATES, TRL_END);

      trl_edit_set_choice (edit, incentive, TRL_INCENTIVE_BASIS,
                           i < 3 ? TRL_BASIS_LIST_PRICE : TRL_BASIS_PERIOD_REVENUE);
      trl_edit_set_number (edit, rate, TRL_RATE_VALUE, rates[i]);
      trl_edit_set_text (edit, rate, TRL_RATE_UNIT, "%");
    }
  g_assert_true (trl_edit_commit (edit));
  return blueprint;
}

static TrlStack
read_stack (TrlBlueprint *blueprint,
            const char   *tier,
            double        size)
{
  TrlStackPay pays[N_LINES];

  for (guint i = 0; i < N_LINES; i++)
    {
      g_autofree char *id = g_strdup_printf ("incentive-%u", i + 1);

      pays[i].incentive = trl_blueprint_get (blueprint, id);
      pays[i].rates = trl_blueprint_get_children (blueprint, id, TRL_SLOT_RATES);
      pays[i].caps = trl_blueprint_get_children (blueprint, id, TRL_SLOT_CAPS);
    }
  return trl_stack_read (pays, N_LINES, tier, size, "USD");
}

static void
expect (TrlBlueprint *blueprint,
        double        size,
        double        share,
        guint         n_members)
{
  TrlStack stack = read_stack (blueprint, NULL, size);

  g_assert_cmpfloat_with_epsilon (stack.share, share, 1e-9);
  g_assert_cmpfloat_with_epsilon (stack.amount, (size > 0 ? size : 100) * share / 100, 1e-6);
  g_assert_cmpuint (stack.n_members, ==, n_members);
}

static void
set_choice (TrlBlueprint *blueprint,
            const char   *id,
            TrlMember     member,
            int           choice)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Set");

  trl_edit_set_choice (edit, id, member, choice);
  g_assert_true (trl_edit_commit (edit));
}

static void
set_text (TrlBlueprint *blueprint,
          const char   *id,
          TrlMember     member,
          const char   *text)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Set");

  trl_edit_set_text (edit, id, member, text);
  g_assert_true (trl_edit_commit (edit));
}

static void
add_ref (TrlBlueprint *blueprint,
         const char   *id,
         TrlMember     member,
         const char   *to)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Refer");

  trl_edit_add_ref (edit, id, member, to);
  g_assert_true (trl_edit_commit (edit));
}

static void
add_cap (TrlBlueprint *blueprint,
         const char   *incentive,
         double        value,
         const char   *unit)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Cap");
  const char *cap = trl_edit_insert (edit, TRL_KIND_CAP, incentive, TRL_SLOT_CAPS, TRL_END);

  trl_edit_set_number (edit, cap, TRL_CAP_VALUE, value);
  trl_edit_set_text (edit, cap, TRL_CAP_UNIT, unit);
  g_assert_true (trl_edit_commit (edit));
}

/* The worked example: 37 % off, 4 % of the 63 that are left. */
static void
test_rebate_on_net (void)
{
  g_autoptr (TrlBlueprint) blueprint = reseller ();

  expect (blueprint, 20000, 39.52, 4);
  expect (blueprint, 10000, 39.52, 4);
  expect (blueprint, -1, 39.52, 4);
}

static void
test_instead (void)
{
  g_autoptr (TrlBlueprint) blueprint = reseller ();

  set_choice (blueprint, "incentive-2", TRL_INCENTIVE_STACKING, TRL_STACKING_INSTEAD);
  expect (blueprint, 20000, 25 + 0.04 * 75, 3);
  add_ref (blueprint, "incentive-2", TRL_INCENTIVE_STACKS_WITH, "incentive-1");
  expect (blueprint, 20000, 32, 2);
  set_choice (blueprint, "incentive-3", TRL_INCENTIVE_STACKING, TRL_STACKING_INSTEAD);
  set_choice (blueprint, "incentive-4", TRL_INCENTIVE_STACKING, TRL_STACKING_INSTEAD);
  expect (blueprint, 20000, 32, 2);
}

static void
test_products (void)
{
  g_autoptr (TrlBlueprint) blueprint = reseller ();

  set_text (blueprint, "incentive-1", TRL_INCENTIVE_SCOPE, "Suite");
  set_text (blueprint, "incentive-2", TRL_INCENTIVE_SCOPE, "Add-on");
  expect (blueprint, 20000, 25 + 0.04 * 75, 3);
  set_text (blueprint, "incentive-2", TRL_INCENTIVE_SCOPE, "suite");
  expect (blueprint, 20000, 39.52, 4);
}

static void
test_caps (void)
{
  g_autoptr (TrlBlueprint) blueprint = reseller ();

  add_cap (blueprint, "incentive-1", 2000, "money");
  expect (blueprint, 20000, 10 + 17 + 0.04 * 73, 4);
  expect (blueprint, 10000, 39.52, 4);
  add_ref (blueprint, "incentive-1", TRL_INCENTIVE_CAPPED_WITH, "incentive-2");
  /* Dearest without the second one: what it adds, the cap takes, and it leaves less to the rebate. */
  expect (blueprint, 20000, 10 + 5 + 0.04 * 85, 3);
  /* Without a size a sum of money says nothing. */
  expect (blueprint, -1, 17 + 0.04 * 83, 3);
}

/* What cannot be told is left out, never guessed. */
static void
test_unknown (void)
{
  g_autoptr (TrlBlueprint) blueprint = reseller ();
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Set");
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);

  trl_edit_set (edit, "rate-1", TRL_RATE_VALUE, unknown);
  g_assert_true (trl_edit_commit (edit));
  expect (blueprint, 20000, 17 + 0.04 * 83, 3);
  add_cap (blueprint, "incentive-2", 150, "EUR");
  expect (blueprint, 20000, 5 + 0.04 * 95, 2);
}

static void
test_tiers (void)
{
  g_autoptr (TrlBlueprint) blueprint = reseller ();
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Tier");
  g_autofree char *tier = g_strdup (trl_edit_insert (edit, TRL_KIND_TIER, "motion-1", TRL_SLOT_TIERS, TRL_END));

  trl_edit_set_text (edit, "rate-1", TRL_RATE_TIER, tier);
  trl_edit_add_ref (edit, "incentive-2", TRL_INCENTIVE_TIERS, tier);
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpfloat_with_epsilon (read_stack (blueprint, tier, 20000).share, 39.52, 1e-9);
  g_assert_cmpfloat_with_epsilon (read_stack (blueprint, NULL, 20000).share, 5 + 0.04 * 95, 1e-9);
}

static void
test_empty (void)
{
  TrlStack stack = trl_stack_read (NULL, 0, NULL, 20000, "USD");

  g_assert_cmpuint (stack.n_members, ==, 0);
  g_assert_cmpfloat (stack.amount, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/stack/rebate-on-net", test_rebate_on_net);
  g_test_add_func ("/numbers/stack/instead", test_instead);
  g_test_add_func ("/numbers/stack/products", test_products);
  g_test_add_func ("/numbers/stack/caps", test_caps);
  g_test_add_func ("/numbers/stack/unknown", test_unknown);
  g_test_add_func ("/numbers/stack/tiers", test_tiers);
  g_test_add_func ("/numbers/stack/empty", test_empty);
  return g_test_run ();
}
