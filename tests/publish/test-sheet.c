/* test-sheet.c: text comes out of paper as it went in, whatever people wrote. */

#include "config.h"

#include "sheet.h"
#include "theme.h"

#include <gio/gio.h>
#include <string.h>

static const TrlColour ink = { 0, 0, 0, 1 };
static const TrlColour paper = { 1, 1, 1, 1 };

static TrlMarks *
write_lines (const char * const *lines)
{
  TrlMarks *marks = trl_marks_new ();
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      TrlTextSpec spec = { .text = lines[i], .style = TRL_STYLE_BODY, .width = 500 };
      g_autoptr (TrlText) text = trl_text_measure_lay_out (measure, &spec);

      trl_marks_text (marks, text, 0, i * 40, &ink);
    }
  return marks;
}

static TrlSheet
make_sheet (TrlMarks *marks)
{
  return (TrlSheet) { .marks = marks, .area = { 0, 0, 520, 400 }, .ground = paper, .title = "A <title> & more" };
}

static char *
run_tool (const char * const *command,
          GBytes             *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) messages = NULL;

  process = g_subprocess_newv (command, G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                        G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &output, &messages, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %.*s", command[0], (int) g_bytes_get_size (messages), (const char *) g_bytes_get_data (messages, NULL));
  return g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output));
}

static void
test_pdf_text (void)
{
  static const char * const lines[] = { "The office files the final offer", "≥ $250k → 12 % × 2",
                                        "Größe über Maß: Prüfung für Händler", "شريك التقنية", NULL };
  static const char * const command[] = { "pdftotext", "-", "-", NULL };
  g_autoptr (TrlMarks) marks = write_lines (lines);
  TrlSheet sheet = make_sheet (marks);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = trl_sheet_to_pdf (&sheet, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = run_tool (command, pdf);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (strstr (text, lines[i]) == NULL)
        g_test_message ("“%s” is not in “%s”", lines[i], text);
      g_assert_nonnull (strstr (text, lines[i]));
    }
}

static void
test_svg_text (void)
{
  static const char * const lines[] = { "office ≥ → ×", "Prüfung für Händler", "شريك التقنية", NULL };
  g_autoptr (TrlMarks) marks = write_lines (lines);
  TrlSheet sheet = make_sheet (marks);
  g_autoptr (GBytes) svg = trl_sheet_to_svg (&sheet, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *element = g_strdup_printf (">%s</text>", lines[i]);

      g_assert_nonnull (strstr (text, element));
    }
}

static void
test_svg_hostile (void)
{
  static const char * const lines[] = { "</text><script>alert(1)</script>", "a & b < c > d \"e\" 'f'",
                                        "\x01\x02 \x1f \x7f bell \x07", "]]> <!-- --> <![CDATA[", "&#x0; %s %n",
                                        "\xef\xbf\xbe\xef\xbf\xbf", NULL };
  static const char * const command[] = { "xmllint", "--noout", "-", NULL };
  g_autoptr (TrlMarks) marks = write_lines (lines);
  TrlSheet sheet = make_sheet (marks);
  TrlRect rect = { 0, 0, 10, 10 };
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *text = NULL;

  trl_marks_clip (marks, &rect);
  trl_marks_link (marks, &rect, "javascript:alert(\"1\")");
  trl_marks_rounded (marks, &rect, 3, TRL_CORNERS_BOTTOM, &ink);
  trl_marks_unlink (marks);
  trl_marks_link (marks, &rect, "https://example.org/?a=1&b=\"<");
  trl_marks_border (marks, &rect, 3, 1, 2, &ink);
  trl_marks_unlink (marks);
  trl_marks_unclip (marks);
  svg = trl_sheet_to_svg (&sheet, NULL);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_null (strstr (text, "<script"));
  g_assert_null (strstr (text, "javascript"));
  nothing = run_tool (command, svg);
}

static void
test_svg_wraps_and_cuts (void)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  TrlSpan lead = { 0, 13 };
  TrlTextSpec spec = { .text = "Partner finds, both sell, we sign, partner integrates and supports", .width = 120,
                       .style = TRL_STYLE_BODY, .lines = 2, .strong = &lead, .n_strong = 1 };
  g_autoptr (TrlText) cut = trl_text_measure_lay_out (measure, &spec);
  TrlSheet sheet = make_sheet (marks);
  g_autoptr (GBytes) svg = NULL;
  g_autofree char *text = NULL;

  trl_marks_text (marks, cut, 0, 0, &ink);
  svg = trl_sheet_to_svg (&sheet, NULL);
  text = g_strndup (g_bytes_get_data (svg, NULL), g_bytes_get_size (svg));
  g_assert_nonnull (strstr (text, "<tspan font-weight=\"700\">Partner finds</tspan>"));
  g_assert_nonnull (strstr (text, "…</text>"));
  g_assert_null (strstr (text, "supports"));
}

static void
test_same_bytes (void)
{
  static const char * const lines[] = { "The same again", "→ 12 %", NULL };
  guint n_formats;
  const TrlSheetFormat *formats = trl_sheet_get_formats (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (TrlMarks) one = write_lines (lines);
      g_autoptr (TrlMarks) two = write_lines (lines);
      TrlSheet first = make_sheet (one);
      TrlSheet second = make_sheet (two);
      g_autoptr (GBytes) a = formats[i].write (&first, NULL);
      g_autoptr (GBytes) b = formats[i].write (&second, NULL);

      g_assert_true (g_bytes_equal (a, b));
      g_assert_true (trl_sheet_find_format (formats[i].id) == &formats[i]);
    }
  g_assert_null (trl_sheet_find_format ("board.doc"));
  g_assert_nonnull (trl_sheet_find_format ("my.board.PDF"));
}

static void
test_no_date (void)
{
  static const char * const lines[] = { "x", NULL };
  g_autoptr (TrlMarks) marks = write_lines (lines);
  TrlSheet sheet = make_sheet (marks);
  g_autoptr (GBytes) plain = trl_sheet_to_pdf (&sheet, NULL);
  g_autoptr (GBytes) dated = NULL;
  static const char * const command[] = { "pdfinfo", "-isodates", "-", NULL };
  g_autofree char *none = NULL;
  g_autofree char *some = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "1700000000", TRUE);
  dated = trl_sheet_to_pdf (&sheet, NULL);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  none = run_tool (command, plain);
  some = run_tool (command, dated);
  g_assert_nonnull (strstr (none, "1970-01-01"));
  g_assert_nonnull (strstr (some, "2023-11-14"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/sheet/pdf-text", test_pdf_text);
  g_test_add_func ("/publish/sheet/svg-text", test_svg_text);
  g_test_add_func ("/publish/sheet/svg-hostile", test_svg_hostile);
  g_test_add_func ("/publish/sheet/svg-wraps-and-cuts", test_svg_wraps_and_cuts);
  g_test_add_func ("/publish/sheet/same-bytes", test_same_bytes);
  g_test_add_func ("/publish/sheet/no-date", test_no_date);
  return g_test_run ();
}
