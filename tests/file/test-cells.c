/* test-cells.c: a table that somebody pastes becomes the cards that they meant, and no cell gets lost. */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "acts.h"
#include "cell-plan.h"
#include "writer.h"

static void
assert_cells (const char *text,
              guint       n_rows,
              guint       n_columns)
{
  g_autoptr (TrlCells) cells = trl_cells_read (text);

  if (n_rows == 0)
    {
      g_assert_null (cells);
      return;
    }
  g_assert_nonnull (cells);
  g_assert_cmpuint (trl_cells_get_n_rows (cells), ==, n_rows);
  g_assert_cmpuint (trl_cells_get_n_columns (cells), ==, n_columns);
}

static void
test_what_is_a_table (void)
{
  assert_cells ("Tier\tPartners now\nGold\t5\n", 2, 2);
  assert_cells ("Gold\t5", 1, 2);
  assert_cells ("a\tb\r\nc\td\r\n", 2, 2);
  assert_cells ("name;days\nfirst;5", 2, 2);
  assert_cells ("name,days\n\"first, really\",5\n", 2, 2);
  assert_cells ("name, days, owner\nfirst, 5, Anna\n", 2, 3);
  assert_cells ("| a | b |\n|---|:-:|\n| c | d |\n", 2, 2);
  assert_cells ("a | b\n--|--\nc | d", 2, 2);
  assert_cells ("\xef\xbb\xbf" "a;b\nc;d\n", 2, 2);
}

/* What people write in lines stays lines. */
static void
test_what_is_none (void)
{
  assert_cells ("", 0, 0);
  assert_cells ("one line", 0, 0);
  assert_cells ("one\ntwo\nthree", 0, 0);
  assert_cells ("Hello, world\nGood night, moon", 0, 0);
  assert_cells ("one, two\nthree", 0, 0);
  assert_cells ("Agency\n\tGold\n\t\tcertified people\n\tSilver\n", 0, 0);
  assert_cells ("\tGold\n\tSilver\n", 0, 0);
  assert_cells ("a\tb\nc\n", 0, 0);
  assert_cells ("\"never closed\tx\ny\tz", 0, 0);
  assert_cells ("{\n  \"format\": \"trellis-cards\"\n}", 0, 0);
}

static void
test_quotes (void)
{
  g_autoptr (TrlCells) cells = trl_cells_read ("a\t\"two\nlines, a \"\"word\"\" and a\ttab\"\nb\tc\n");
  g_autoptr (TrlCells) bars = trl_cells_read ("| a | b |\n|---|---|\n| x \\| y | \\*z\\* |");

  g_assert_cmpstr (trl_cells_get (cells, 0, 1), ==, "two\nlines, a \"word\" and a\ttab");
  g_assert_cmpstr (trl_cells_get (cells, 1, 0), ==, "b");
  g_assert_cmpstr (trl_cells_get (bars, 1, 0), ==, "x | y");
  g_assert_cmpstr (trl_cells_get (bars, 1, 1), ==, "*z*");
}

/* A design with a motion "m", a tier "Gold" in it and a metric "Pipeline", in dollars. */
static TrlBlueprint *
make_design (void)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Make");
  g_autoptr (TrlCard) motion = trl_card_new (TRL_KIND_MOTION, "m");
  g_autoptr (TrlCard) tier = trl_card_new (TRL_KIND_TIER, "gold");
  g_autoptr (TrlCard) metric = trl_card_new (TRL_KIND_METRIC, "pipe");

  trl_edit_insert_card (edit, motion, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END);
  trl_edit_insert_card (edit, tier, "m", TRL_SLOT_TIERS, TRL_END);
  trl_edit_insert_card (edit, metric, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
  trl_edit_set_text (edit, "gold", TRL_TIER_NAME, "Gold");
  trl_edit_set_text (edit, "pipe", TRL_METRIC_NAME, "Pipeline");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_CURRENCY, "USD");
  g_assert_true (trl_edit_commit (edit));
  trl_blueprint_count_ids (blueprint);
  return blueprint;
}

static TrlCellPlan *
plan_for (TrlBlueprint *blueprint,
          const char   *text)
{
  TrlCells *cells = trl_cells_read (text);

  g_assert_nonnull (cells);
  return trl_cell_plan_new (cells, blueprint);
}

static TrlCard *
card_at (GPtrArray *cards,
         guint      n)
{
  g_assert_cmpuint (n, <, cards->len);
  return g_ptr_array_index (cards, n);
}

static void
assert_kind (const char *text,
             TrlKind     kind,
             gboolean    header)
{
  g_autoptr (TrlBlueprint) blueprint = make_design ();
  g_autoptr (TrlCellPlan) plan = plan_for (blueprint, text);

  g_assert_cmpint (trl_cell_plan_get_kind (plan), ==, kind);
  g_assert_cmpint (trl_cell_plan_get_header (plan), ==, header);
}

static void
test_guesses (void)
{
  assert_kind ("Tier\tPartners now\nGold\t5\n", TRL_KIND_TIER, TRUE);
  assert_kind ("Name\tsourced revenue\tmargin\nGold\t5\t10%\n", TRL_KIND_TIER, TRUE);
  assert_kind ("Incentive\tRate\nRegistration fee\t10 %\n", TRL_KIND_INCENTIVE, TRUE);
  assert_kind ("Name\tPaid at\tPaid on\nFee\tclosed won\t\n", TRL_KIND_INCENTIVE, TRUE);
  assert_kind ("step,days,owner\nKick-off,5,Anna\n", TRL_KIND_STEP, TRUE);
  assert_kind ("Partner type\tRouting\nAgency\tto the agency desk\n", TRL_KIND_TYPE, TRUE);
  assert_kind ("Metric\tBaseline\tTarget\nPipeline\t1\t2\n", TRL_KIND_METRIC, TRUE);
  assert_kind ("Text\tDots\nMore leads\t3\n", TRL_KIND_NOTE, TRUE);
  assert_kind ("Idea\tSeen\nMore leads\t3\nFewer tiers\t4\n", TRL_KIND_NOTE, TRUE);
  assert_kind ("More leads\tAnna\nFewer tiers\tBen\n", TRL_KIND_NOTE, FALSE);
  assert_kind ("| anything | at all |\n|---|---|\n| a | b |", TRL_KIND_NOTE, TRUE);
}

/* A ladder from a spreadsheet: members, bars and benefits, in one edit. */
static void
test_tiers (void)
{
  g_autoptr (TrlBlueprint) blueprint = make_design ();
  g_autoptr (TrlCellPlan) plan = plan_for (blueprint,
    "Tier\tPartners now\tSourced revenue\tMargin\tManager\tInvitation\tColour\n"
    "Silver\t1,200\t$100k\t10%\tno\tyes\tgrey\n"
    "Gold\t?\t250000\t20 %\tnamed\tno\t\n");
  g_autoptr (GPtrArray) cards = trl_cell_plan_make_cards (plan, G_MAXUINT);
  g_autoptr (TrlEdit) edit = NULL;
  g_autofree char *first = NULL;
  TrlCard *silver = card_at (cards, 0);
  double number;
  const GPtrArray *tiers, *bars, *benefits;

  g_assert_cmpint (trl_card_get_kind (silver), ==, TRL_KIND_TIER);
  g_assert_cmpstr (trl_card_get_name (silver), ==, "Silver");
  g_assert_true (trl_card_get_number (silver, TRL_TIER_PARTNERS_NOW, &number));
  g_assert_cmpfloat (number, ==, 1200);
  g_assert_cmpstr (trl_card_get_text (silver, TRL_TIER_SOURCE), ==, "Colour: grey");

  edit = trl_act_paste_cards (blueprint, cards, "m", 0, 0, &first);
  g_assert_true (trl_edit_commit (edit));
  tiers = trl_blueprint_get_children (blueprint, "m", TRL_SLOT_TIERS);
  g_assert_cmpuint (tiers->len, ==, 3);
  g_assert_cmpstr (trl_card_get_name (card_at ((GPtrArray *) tiers, 2)), ==, "Gold");
  g_assert_cmpint (trl_card_get_state (card_at ((GPtrArray *) tiers, 2), TRL_TIER_PARTNERS_NOW), ==, TRL_STATE_UNKNOWN);
  bars = trl_blueprint_get_children (blueprint, first, TRL_SLOT_CRITERIA);
  g_assert_cmpuint (bars->len, ==, 2);
  g_assert_true (trl_card_get_number (card_at ((GPtrArray *) bars, 0), TRL_CRITERION_VALUE, &number));
  g_assert_cmpfloat (number, ==, 100000);
  g_assert_cmpstr (trl_card_get_text (card_at ((GPtrArray *) bars, 0), TRL_CRITERION_UNIT), ==, "USD");
  g_assert_cmpint (trl_card_get_choice (card_at ((GPtrArray *) bars, 1), TRL_CRITERION_IS), ==, TRL_IS_YES);
  benefits = trl_blueprint_get_children (blueprint, trl_card_get_id (card_at ((GPtrArray *) tiers, 2)), TRL_SLOT_BENEFITS);
  g_assert_cmpuint (benefits->len, ==, 2);
  g_assert_cmpstr (trl_card_get_text (card_at ((GPtrArray *) benefits, 0), TRL_BENEFIT_UNIT), ==, "%");
  g_assert_cmpstr (trl_card_get_text (card_at ((GPtrArray *) benefits, 1), TRL_BENEFIT_LEVEL), ==, "named");
}

/* The rate is a card in the incentive; a name that the catalogue knows says what it is. */
static void
test_incentives (void)
{
  g_autoptr (TrlBlueprint) blueprint = make_design ();
  g_autoptr (TrlCellPlan) plan = plan_for (blueprint, "Incentive\tRate (%)\tAt most\tServes\tOnly for\n"
                                                      "Margin\t12.5\t€5k\tPipeline\tGold\n");
  g_autoptr (GPtrArray) cards = trl_cell_plan_make_cards (plan, G_MAXUINT);
  TrlCard *incentive = card_at (cards, 0), *rate = card_at (cards, 1), *cap = card_at (cards, 2);
  double number;

  g_assert_nonnull (trl_card_get_kind_entry (incentive));
  g_assert_true (trl_card_has_ref (incentive, TRL_INCENTIVE_SERVES, "pipe"));
  g_assert_true (trl_card_has_ref (incentive, TRL_INCENTIVE_TIERS, "gold"));
  g_assert_true (trl_card_get_number (rate, TRL_RATE_VALUE, &number));
  g_assert_cmpfloat (number, ==, 12.5);
  g_assert_cmpstr (trl_card_get_text (rate, TRL_RATE_UNIT), ==, "%");
  g_assert_true (trl_card_get_number (cap, TRL_CAP_VALUE, &number));
  g_assert_cmpfloat (number, ==, 5000);
  g_assert_cmpstr (trl_card_get_text (cap, TRL_CAP_UNIT), ==, "EUR");
}

/* Words are found in any case, as they are shown or as they are filed. */
static void
test_steps (void)
{
  g_autoptr (TrlBlueprint) blueprint = make_design ();
  g_autoptr (TrlCellPlan) plan = plan_for (blueprint, "Step\tDays\tSide\tDone when\n"
                                                      "Kick-off\t5 days\tBOTH\tplan agreed\n"
                                                      "Exam\t-\tpartner\t\n");
  g_autoptr (GPtrArray) cards = trl_cell_plan_make_cards (plan, G_MAXUINT);
  double number;

  g_assert_cmpuint (cards->len, ==, 2);
  g_assert_true (trl_card_get_number (card_at (cards, 0), TRL_STEP_DAYS, &number));
  g_assert_cmpfloat (number, ==, 5);
  g_assert_cmpint (trl_card_get_choice (card_at (cards, 0), TRL_STEP_SIDE), ==, TRL_PARTY_BOTH);
  g_assert_cmpstr (trl_card_get_text (card_at (cards, 0), TRL_STEP_EXIT), ==, "plan agreed");
  g_assert_cmpint (trl_card_get_choice (card_at (cards, 1), TRL_STEP_SIDE), ==, TRL_PARTY_PARTNER);
  g_assert_cmpint (trl_card_get_state (card_at (cards, 1), TRL_STEP_DAYS), ==, TRL_STATE_NOT_APPLICABLE);
}

/* What cannot be read is said, and is kept under its heading unless somebody lets it go. */
static void
test_unreadable (void)
{
  g_autoptr (TrlBlueprint) blueprint = make_design ();
  g_autoptr (TrlCellPlan) plan = plan_for (blueprint, "Metric\tTarget\tBy\tRole\tServed by\n"
                                                      "Reach\tlots\tsoon\ttarget\tAnna\n");
  g_autofree char *target = trl_cell_plan_check (plan, 1, 1);
  g_autofree char *by = trl_cell_plan_check (plan, 1, 2);
  g_autofree char *role = trl_cell_plan_check (plan, 1, 3);
  g_autofree char *left_out = trl_cell_plan_check (plan, 1, 4);
  g_autoptr (GPtrArray) kept = trl_cell_plan_make_cards (plan, G_MAXUINT);
  g_autoptr (GPtrArray) lost = NULL;

  g_assert_nonnull (target);
  g_assert_nonnull (by);
  g_assert_null (role);
  g_assert_null (left_out);
  g_assert_cmpstr (trl_card_get_text (card_at (kept, 0), TRL_METRIC_SOURCE), ==,
                   "Target: lots By: soon Served by: Anna");
  trl_cell_plan_set_keeps_rest (plan, FALSE);
  lost = trl_cell_plan_make_cards (plan, G_MAXUINT);
  g_assert_null (trl_card_get_text (card_at (lost, 0), TRL_METRIC_SOURCE));
  g_assert_cmpint (trl_card_get_state (card_at (lost, 0), TRL_METRIC_TARGET_VALUE), ==, TRL_STATE_OPEN);
}

/* Whatever somebody chooses: every cell is in some card. */
static void
test_no_cell_is_lost (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint n_kinds;
  const TrlKind *kinds = trl_cell_plan_list_kinds (&n_kinds);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 300; round++)
    {
      g_autoptr (TrlBlueprint) blueprint = make_design ();
      g_autoptr (TrlCellPlan) plan = plan_for (blueprint, "uno\tdue\ttre\tquattro\nwaaa\twbbb\twccc\twddd\nweee\twfff\twggg\twhhh\n");
      g_autoptr (GPtrArray) cards = NULL;
      g_autoptr (TrlEdit) edit = NULL;
      g_autofree char *file = NULL;

      trl_cell_plan_set_kind (plan, kinds[g_rand_int_range (rand, 0, n_kinds)]);
      trl_cell_plan_set_header (plan, g_rand_boolean (rand));
      for (guint column = 0; column < 4; column++)
        trl_cell_plan_set_column (plan, column, g_rand_int_range (rand, 0, trl_cell_plan_get_n_targets (plan)));
      cards = trl_cell_plan_make_cards (plan, G_MAXUINT);
      edit = trl_act_paste_cards (blueprint, cards, g_rand_boolean (rand) ? "m" : NULL, 0, 0, NULL);
      g_assert_true (trl_edit_commit (edit));
      file = trl_writer_write (blueprint, NULL);
      for (guint row = 1; row < 3; row++)
        for (guint column = 0; column < 4; column++)
          g_assert_nonnull (strstr (file, trl_cells_get (trl_cell_plan_get_cells (plan), row, column)));
    }
}

/* Two columns of words are said one behind the other, two numbers are not. */
static void
test_twice (void)
{
  g_autoptr (TrlBlueprint) blueprint = make_design ();
  g_autoptr (TrlCellPlan) plan = plan_for (blueprint, "Step\tDays\tmore\tDone when\tor\nExam\t5\t6\tpassed\tby hand\n");
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *problem = NULL;

  trl_cell_plan_set_column (plan, 2, trl_cell_plan_get_column (plan, 1));
  trl_cell_plan_set_column (plan, 4, trl_cell_plan_get_column (plan, 3));
  problem = trl_cell_plan_check (plan, 1, 2);
  g_assert_nonnull (problem);
  cards = trl_cell_plan_make_cards (plan, G_MAXUINT);
  g_assert_cmpstr (trl_card_get_text (card_at (cards, 0), TRL_STEP_EXIT), ==, "passed; by hand");
  g_assert_cmpstr (trl_card_get_text (card_at (cards, 0), TRL_STEP_WHY), ==, "more: 6");
}

/* As much as is pasted at all takes no longer than a breath: nothing in it grows with the square. */
static void
test_many (void)
{
  g_autoptr (TrlBlueprint) blueprint = make_design ();
  g_autoptr (GString) text = g_string_new ("Tier\tPartners now\tsourced revenue\tmargin\tmanager\n");
  g_autoptr (TrlCellPlan) plan = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (TrlEdit) edit = NULL;
  gint64 begin;
  double seconds;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (text, "Tier %d\t%d\t$%dk\t%d %%\tnamed\n", i, i, i, i % 40);
  begin = g_get_monotonic_time ();
  plan = plan_for (blueprint, text->str);
  for (guint row = 1; row <= 5000; row++)
    for (guint column = 0; column < 5; column++)
      g_assert_null (trl_cell_plan_check (plan, row, column));
  cards = trl_cell_plan_make_cards (plan, G_MAXUINT);
  g_assert_cmpuint (cards->len, ==, 20000);
  seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  g_test_message ("read in %.2f s", seconds);
  edit = trl_act_paste_cards (blueprint, cards, "m", 0, 0, NULL);
  g_assert_true (trl_edit_commit (edit));
  seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  g_test_message ("pasted in %.2f s", seconds);
  g_assert_cmpuint (trl_blueprint_get_children (blueprint, "m", TRL_SLOT_TIERS)->len, ==, 5001);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/file/cells/tabs, CSV and Markdown are tables", test_what_is_a_table);
  g_test_add_func ("/file/cells/lines and outlines are none", test_what_is_none);
  g_test_add_func ("/file/cells/quotes hold tabs and lines", test_quotes);
  g_test_add_func ("/file/cells/kind and header are guessed", test_guesses);
  g_test_add_func ("/file/cells/tiers with bars and benefits", test_tiers);
  g_test_add_func ("/file/cells/incentives with a rate and a cap", test_incentives);
  g_test_add_func ("/file/cells/steps in words", test_steps);
  g_test_add_func ("/file/cells/what cannot be read is said and kept", test_unreadable);
  g_test_add_func ("/file/cells/no cell is lost", test_no_cell_is_lost);
  g_test_add_func ("/file/cells/two columns for one member", test_twice);

  g_test_add_func ("/file/cells/five thousand rows", test_many);

  return g_test_run ();
}
