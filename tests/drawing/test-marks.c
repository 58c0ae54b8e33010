/* test-marks.c: marks keep what painters leave and know how far it reaches. */

#include "config.h"

#include "marks.h"

static const TrlColour ink = { 0, 0, 0, 1 };

static void
test_order (void)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  TrlRect rect = { 0, 0, 100, 20 };
  const TrlMark *all;
  gsize n_marks;

  trl_marks_clip (marks, &rect);
  trl_marks_fill (marks, &rect, &ink);
  trl_marks_rounded (marks, &rect, 400, TRL_CORNERS_TOP, &ink);
  trl_marks_unclip (marks);

  all = trl_marks_get (marks, &n_marks);
  g_assert_cmpuint (n_marks, ==, 4);
  g_assert_cmpint (all[0].kind, ==, TRL_MARK_CLIP);
  g_assert_cmpint (all[1].kind, ==, TRL_MARK_FILL);
  g_assert_cmpfloat (all[2].radius, ==, 10);
  g_assert_cmpint (all[3].kind, ==, TRL_MARK_UNCLIP);
}

static void
test_bounds (void)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  g_autoptr (TrlPath) path = trl_path_parse ("M 0 0 L 10 0 C 12 0 12 5 10 5 Z");
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  g_autoptr (TrlText) text = NULL;
  TrlRect rect = { 10, 10, 30, 30 };
  TrlRect bounds = trl_marks_get_bounds (marks);
  gsize n_steps;

  g_assert_cmpfloat (bounds.width, ==, 0);
  trl_marks_fill (marks, &rect, &ink);
  trl_marks_line (marks, 60, 40, 20, 40, 2, 0, &ink);
  bounds = trl_marks_get_bounds (marks);
  g_assert_cmpfloat (bounds.x, ==, 10);
  g_assert_cmpfloat (bounds.width, ==, 51);
  g_assert_cmpfloat (bounds.height, ==, 31);

  trl_path_get_steps (path, &n_steps);
  g_assert_cmpuint (n_steps, ==, 4);
  trl_marks_path (marks, path, 100, 0, 2, 0, &ink);
  bounds = trl_marks_get_bounds (marks);
  g_assert_cmpfloat (bounds.x + bounds.width, ==, 124);

  text = trl_text_measure_lay_out (measure, &(TrlTextSpec) { .text = "Gold", .style = TRL_STYLE_NAME });
  trl_marks_text (marks, text, 0, 200, &ink);
  bounds = trl_marks_get_bounds (marks);
  g_assert_cmpfloat (bounds.x, ==, 0);
  g_assert_cmpfloat (bounds.y + bounds.height, >, 215);
}

static void
test_rects (void)
{
  TrlRect a = { 0, 0, 10, 10 };
  TrlRect beside = { 10, 0, 10, 10 };
  TrlRect inside = trl_rect_inset (&a, 2, 3);

  g_assert_false (trl_rect_overlaps (&a, &beside));
  g_assert_true (trl_rect_overlaps (&a, &inside));
  g_assert_true (trl_rect_encloses (&a, &inside));
  g_assert_false (trl_rect_encloses (&inside, &a));
  g_assert_true (trl_rect_contains (&a, 0, 9.9));
  g_assert_false (trl_rect_contains (&a, 10, 5));
  g_assert_cmpfloat (trl_rect_inset (&a, 20, 0).width, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/marks/order", test_order);
  g_test_add_func ("/drawing/marks/bounds", test_bounds);
  g_test_add_func ("/drawing/marks/rectangles", test_rects);
  return g_test_run ();
}
