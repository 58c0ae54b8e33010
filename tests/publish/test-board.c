/* test-board.c: whole boards on paper: the templates, and what nobody would write. */

#include "config.h"

#include "acts.h"
#include "publish.h"
#include "random-design.h"
#include "reader.h"
#include "reviewer.h"

#include <string.h>

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

static TrlBlueprint *
read_template (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (SOURCEDIR, "data", "templates", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  TrlReader *reader = trl_reader_read_file (file, &error);
  TrlBlueprint *blueprint;

  g_assert_no_error (error);
  blueprint = g_object_ref (trl_reader_get_blueprint (reader));
  trl_reader_free (reader);
  return blueprint;
}

static GBytes *
publish (TrlBlueprint            *blueprint,
         const TrlPublishOptions *options)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = trl_publish_board (blueprint, options, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return bytes;
}

static void
test_founder_after (void)
{
  static const char * const command[] = { "pdftotext", "-raw", "-", "-", NULL };
  static const char * const said[] = { "Technology", "Strategic", "≥ $250k co-sell", "Co-sell credit 8 → 12",
                                       "Flat fee $1,000 → $1,500", "1 Motion", "4 Enablement", "ready to recruit",
                                       "30 now · 200 planned", "Sourced pipeline · $1.3M a year" };
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-after.trellis");
  TrlPublishOptions options = { .format = "pdf" };
  g_autoptr (GBytes) pdf = publish (blueprint, &options);
  g_autofree char *text = run_tool (command, pdf);

  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    {
      if (strstr (text, said[i]) == NULL)
        g_test_message ("“%s” is not in\n%s", said[i], text);
      g_assert_nonnull (strstr (text, said[i]));
    }
}

static void
test_formats_and_pages (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-before.trellis");
  g_autoptr (GPtrArray) findings = trl_review (blueprint);
  guint n_pages;
  const TrlPage *pages = trl_publish_get_pages (&n_pages);
  guint n_formats;
  const TrlSheetFormat *formats = trl_sheet_get_formats (&n_formats);

  for (guint p = 0; p < n_pages; p++)
    for (guint f = 0; f < n_formats; f++)
      for (guint theme = 0; theme < (p == 1 ? TRL_N_THEMES : 1); theme++)
        {
          TrlPublishOptions options = { .format = formats[f].id, .page = pages[p].id, .findings = findings,
                                        .theme = trl_theme_get (theme), .right_to_left = theme == TRL_THEME_DARK };
          g_autoptr (GBytes) one = publish (blueprint, &options);
          g_autoptr (GBytes) two = theme == 0 && p == 1 ? publish (blueprint, &options) : NULL;

          g_assert_cmpuint (g_bytes_get_size (one), >, 1000);
          g_assert_true (two == NULL || g_bytes_equal (one, two));
        }
}

/* The first finding of a template is kept for "Pilot until June"; what paper says of it. */
static char *
print_kept (const char *fingerprint)
{
  static const char * const command[] = { "pdftotext", "-raw", "-", "-", NULL };
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-before.trellis");
  g_autoptr (GPtrArray) findings = trl_review (blueprint);
  TrlFinding *finding = g_ptr_array_index (findings, 0);
  g_autoptr (TrlEdit) keep = trl_act_keep (blueprint, trl_finding_get_rule (finding)->id, trl_finding_get_cards (finding),
                                           "Pilot until June", "Ada", "2026-11-23",
                                           fingerprint != NULL ? fingerprint : trl_finding_get_fingerprint (finding));
  g_autoptr (GPtrArray) after = NULL;
  TrlPublishOptions options = { .format = "pdf" };
  g_autoptr (GBytes) pdf = NULL;

  g_assert_true (trl_edit_commit (keep));
  after = trl_review (blueprint);
  options.findings = after;
  pdf = publish (blueprint, &options);
  return run_tool (command, pdf);
}

static void
test_kept_is_printed (void)
{
  g_autofree char *text = print_kept (NULL);

  g_assert_nonnull (strstr (text, "Kept, with a reason"));
  g_assert_nonnull (strstr (text, "Pilot until June"));
}

/* What was kept and does not hold any more is said, too, with what it was kept for. */
static void
test_lapsed_is_printed (void)
{
  g_autofree char *text = print_kept ("0123456789abcdef -");

  g_assert_null (strstr (text, "Kept, with a reason"));
  g_assert_nonnull (strstr (text, "Kept once, and open again"));
  g_assert_nonnull (strstr (text, "Pilot until June"));
}

static void
test_wrong_names (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  TrlPublishOptions format = { .format = "doc" };
  TrlPublishOptions page = { .page = "a0" };
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_publish_board (blueprint, &format, &error));
  g_assert_error (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (trl_publish_board (blueprint, &page, &error));
  g_assert_error (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_PAGE);
}

static void
test_stream (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  TrlPublishOptions options = { .format = "svg" };
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) expected = publish (blueprint, &options);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (trl_publish_write (blueprint, &options, out, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (out, NULL, &error));
  written = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  g_assert_true (g_bytes_equal (written, expected));
}

/* Whatever people and files say, every format ends well and SVG stays XML. */
static void
test_random (void)
{
  static const char * const command[] = { "xmllint", "--huge", "--noout", "-", NULL };
  g_autoptr (GRand) random = random_design_seed ();

  for (guint round = 0; round < random_design_rounds (6); round++)
    {
      g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 40);
      TrlPublishOptions options = { .format = "svg", .right_to_left = g_rand_boolean (random) };
      g_autoptr (GBytes) svg = publish (blueprint, &options);
      g_autofree char *nothing = run_tool (command, svg);
      g_autoptr (GBytes) pdf = NULL;

      options.format = "pdf";
      pdf = publish (blueprint, &options);
      g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
      g_assert_true (nothing == NULL || *nothing == '\0');
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/board/founder-after", test_founder_after);
  g_test_add_func ("/publish/board/formats-and-pages", test_formats_and_pages);
  g_test_add_func ("/publish/board/kept-is-printed", test_kept_is_printed);
  g_test_add_func ("/publish/board/lapsed-is-printed", test_lapsed_is_printed);
  g_test_add_func ("/publish/board/wrong-names", test_wrong_names);
  g_test_add_func ("/publish/board/stream", test_stream);
  g_test_add_func ("/publish/board/random", test_random);
  return g_test_run ();
}
