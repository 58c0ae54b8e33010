/* test-text-measure.c: text is as large everywhere, wraps, ends in an ellipsis and knows its side. */

#include "config.h"

#include "text-measure.h"

static void
test_extent_is_lay_out (void)
{
  static const char * const texts[] = { "", "Gold", "≥ $250k co-sell pipeline a year, ≥ 5 joint customers",
                                        "Provision für Empfehlungspartner", "شريك التقنية", "two\nparagraphs" };
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint style = 0; style < TRL_N_STYLES; style++)
      {
        TrlTextSpec spec = { .text = texts[i], .style = style, .width = 130 };
        g_autoptr (TrlText) text = trl_text_measure_lay_out (measure, &spec);
        double width;
        double height;

        trl_text_measure_extent (measure, &spec, &width, &height);
        g_assert_cmpfloat (width, ==, trl_text_get_width (text));
        g_assert_cmpfloat (height, ==, trl_text_get_height (text));
        g_assert_cmpfloat (width, <=, 130.01);
      }
}

static void
test_wrap_and_ellipsis (void)
{
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  TrlTextSpec spec = { .text = "Partner finds, both sell, we sign, partner integrates.", .style = TRL_STYLE_BODY };
  g_autoptr (TrlText) free_text = trl_text_measure_lay_out (measure, &spec);
  g_autoptr (TrlText) wrapped = NULL;
  g_autoptr (TrlText) cut = NULL;

  spec.width = 150;
  wrapped = trl_text_measure_lay_out (measure, &spec);
  spec.lines = 2;
  cut = trl_text_measure_lay_out (measure, &spec);

  g_assert_cmpint (pango_layout_get_line_count (trl_text_get_layout (free_text)), ==, 1);
  g_assert_cmpint (pango_layout_get_line_count (trl_text_get_layout (wrapped)), >=, 3);
  g_assert_cmpint (pango_layout_get_line_count (trl_text_get_layout (cut)), ==, 2);
  g_assert_false (trl_text_is_cut (wrapped));
  g_assert_true (trl_text_is_cut (cut));
}

static void
test_scale (void)
{
  g_autoptr (TrlTextMeasure) one = trl_text_measure_new (1, FALSE);
  g_autoptr (TrlTextMeasure) two = trl_text_measure_new (2, FALSE);
  TrlTextSpec spec = { .text = "Sourced pipeline", .style = TRL_STYLE_SMALL };
  double width;
  double twice;

  trl_text_measure_extent (one, &spec, &width, NULL);
  trl_text_measure_extent (two, &spec, &twice, NULL);
  g_assert_cmpfloat_with_epsilon (twice, 2 * width, 0.5);
  g_assert_cmpfloat (trl_text_measure_get_size (two, TRL_STYLE_SMALL), ==, 28);

  spec.scale = 2;
  trl_text_measure_extent (one, &spec, &twice, NULL);
  g_assert_cmpfloat_with_epsilon (twice, 2 * width, 0.5);
}

static double
left_of (TrlTextMeasure *measure,
         const char     *words,
         TrlAlign        align)
{
  TrlTextSpec spec = { .text = words, .style = TRL_STYLE_BODY, .width = 400, .align = align };
  g_autoptr (TrlText) text = trl_text_measure_lay_out (measure, &spec);

  return trl_text_get_left (text);
}

static void
test_sides (void)
{
  g_autoptr (TrlTextMeasure) ltr = trl_text_measure_new (1, FALSE);
  g_autoptr (TrlTextMeasure) rtl = trl_text_measure_new (1, TRUE);

  g_assert_cmpfloat (left_of (ltr, "Agency", TRL_ALIGN_START), ==, 0);
  g_assert_cmpfloat (left_of (ltr, "20 %", TRL_ALIGN_START), ==, 0);
  g_assert_cmpfloat (left_of (ltr, "وكالة", TRL_ALIGN_START), >, 300);
  g_assert_cmpfloat (left_of (rtl, "Agency", TRL_ALIGN_START), >, 300);
  g_assert_cmpfloat (left_of (rtl, "20 %", TRL_ALIGN_START), >, 300);
  g_assert_cmpfloat (left_of (rtl, "وكالة", TRL_ALIGN_START), >, 300);
  g_assert_cmpfloat (left_of (ltr, "Agency", TRL_ALIGN_END), >, 300);
  g_assert_cmpfloat (left_of (rtl, "وكالة", TRL_ALIGN_END), <, 1);
  g_assert_cmpfloat (left_of (rtl, "Agency", TRL_ALIGN_END), <, 1);
}

static void
test_strong (void)
{
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  TrlSpan lead = { 0, 13 };
  TrlTextSpec spec = { .text = "Partner finds, both sell", .style = TRL_STYLE_BODY };
  double plain;
  double strong;

  trl_text_measure_extent (measure, &spec, &plain, NULL);
  spec.strong = &lead;
  spec.n_strong = 1;
  trl_text_measure_extent (measure, &spec, &strong, NULL);
  g_assert_cmpfloat (strong, >, plain);
}

static void
test_no_word_is_too_long (void)
{
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  g_autofree char *word = g_strnfill (500, 'W');
  TrlTextSpec spec = { .text = word, .style = TRL_STYLE_BODY, .width = 90 };
  double width;

  trl_text_measure_extent (measure, &spec, &width, NULL);
  g_assert_cmpfloat (width, <=, 90.01);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/text-measure/extent-is-lay-out", test_extent_is_lay_out);
  g_test_add_func ("/drawing/text-measure/wrap-and-ellipsis", test_wrap_and_ellipsis);
  g_test_add_func ("/drawing/text-measure/scale", test_scale);
  g_test_add_func ("/drawing/text-measure/sides", test_sides);
  g_test_add_func ("/drawing/text-measure/strong", test_strong);
  g_test_add_func ("/drawing/text-measure/long-word", test_no_word_is_too_long);
  return g_test_run ();
}
