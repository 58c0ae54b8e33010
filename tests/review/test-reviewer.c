/* test-reviewer.c: the machine of the review: live, in order, equal to a full review. */

#include "acts.h"
#include "reviewer.h"

static void
count_signal (TrlReviewer *reviewer,
              GPtrArray   *ids,
              gpointer     user_data)
{
  (*(guint *) user_data)++;
}

static void
test_blank (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);

  g_assert_cmpuint (trl_reviewer_get_findings (reviewer)->len, ==, 1);
  g_assert_cmpuint (trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_WARNING), ==, 0);
  g_assert_cmpuint (trl_reviewer_count (reviewer, NULL, TRL_DECISION_METRICS, TRL_SEVERITY_TODO), ==, 1);
  g_assert_cmpuint (trl_reviewer_get_for_card (reviewer, TRL_ROOT_ID)->len, ==, 1);
}

static void
test_live (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlFinding) finding = g_object_ref (g_ptr_array_index (trl_reviewer_get_findings (reviewer), 0));
  g_autoptr (TrlValue) goal = trl_value_new_text ("Grow");
  g_autoptr (TrlEdit) set = NULL;
  g_autoptr (TrlEdit) fix = NULL;
  guint changes = 0;

  g_signal_connect (reviewer, "changed", G_CALLBACK (count_signal), &changes);
  set = trl_act_set (blueprint, TRL_ROOT_ID, TRL_PROGRAM_GOAL, goal, NULL);
  trl_edit_commit (set);
  g_assert_cmpuint (changes, ==, 0);
  g_assert_true (g_ptr_array_index (trl_reviewer_get_findings (reviewer), 0) == finding);

  fix = trl_finding_make_fix (finding, 0, blueprint);
  g_assert_nonnull (fix);
  g_assert_true (trl_edit_commit (fix));
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpuint (trl_reviewer_get_findings (reviewer)->len, ==, 0);
  g_assert_null (trl_reviewer_get_for_card (reviewer, TRL_ROOT_ID));
  g_assert_null (trl_finding_make_fix (finding, 0, blueprint));
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRELLIS_CHECK_REVIEW", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/reviewer/blank", test_blank);
  g_test_add_func ("/review/reviewer/live", test_live);
  return g_test_run ();
}
