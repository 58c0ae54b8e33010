/* test-selection.c: what is selected, and who hears of it. */

#include "config.h"

#include "selection.h"

static void
count (TrlSelection *selection,
       guint        *n)
{
  *n += 1;
}

static void
test_order (void)
{
  g_autoptr (TrlSelection) selection = trl_selection_new ();
  g_autofree char *joined = NULL;

  g_assert_null (trl_selection_get_first (selection));
  g_assert_null (trl_selection_get_last (selection));
  trl_selection_add (selection, "b");
  trl_selection_add (selection, "a");
  trl_selection_toggle (selection, "c");
  trl_selection_toggle (selection, "b");
  joined = g_strjoinv (" ", (char **) trl_selection_get_ids (selection));
  g_assert_cmpstr (joined, ==, "a c");
  g_assert_cmpstr (trl_selection_get_first (selection), ==, "a");
  g_assert_cmpstr (trl_selection_get_last (selection), ==, "c");
  g_assert_cmpuint (trl_selection_get_n (selection), ==, 2);
  g_assert_null (trl_selection_get_only (selection));
  g_assert_true (trl_selection_contains (selection, "c"));
  g_assert_false (trl_selection_contains (selection, "b"));
  g_assert_false (trl_selection_contains (selection, NULL));
}

static void
test_heard_once (void)
{
  g_autoptr (TrlSelection) selection = trl_selection_new ();
  const char *ids[] = { "a", "b", NULL };
  guint n = 0;

  g_signal_connect (selection, "changed", G_CALLBACK (count), &n);
  trl_selection_clear (selection);
  g_assert_cmpuint (n, ==, 0);
  trl_selection_set (selection, ids);
  g_assert_cmpuint (n, ==, 1);
  trl_selection_set (selection, trl_selection_get_ids (selection));
  trl_selection_add (selection, "a");
  trl_selection_remove (selection, "z");
  g_assert_cmpuint (n, ==, 1);
  trl_selection_set_one (selection, trl_selection_get_last (selection));
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (trl_selection_get_only (selection), ==, "b");
  trl_selection_clear (selection);
  g_assert_cmpuint (n, ==, 3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/selection/keeps the order of choosing", test_order);
  g_test_add_func ("/board/selection/tells once, and only what changed", test_heard_once);

  return g_test_run ();
}
