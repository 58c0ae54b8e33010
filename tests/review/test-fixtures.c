/* test-fixtures.c: each rule against its folder of designs: some fire, some stay quiet, some sit on the boundary.
 *
 * fixtures/<rule in small letters>/<name>.trellis; the name says what is expected:
 *   fires…, boundary-fires…: the rule reports, as heavy as it says itself, or
 *     as "-error", "-warning", "-advice" or "-todo" in the name says
 *   quiet…, boundary-quiet…: it does not
 * Every fix of what fires is tried: the finding goes, and nothing heavier comes.
 *
 * With --show FILE… it prints what a review finds, for whoever writes fixtures. */

#include "reader.h"
#include "reviewer.h"
#include "templates.h"
#include "writer.h"

#include <locale.h>
#include <string.h>

static TrlBlueprint *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < trl_reader_get_repairs (reader)->len; i++)
    g_error ("%s: %s", path, ((TrlRepair *) g_ptr_array_index (trl_reader_get_repairs (reader), i))->text);
  return g_object_ref (trl_reader_get_blueprint (reader));
}

static TrlFinding *
find (const GPtrArray *findings,
      const TrlRule   *rule,
      const char      *card)
{
  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      if (trl_finding_get_rule (finding) == rule &&
          (card == NULL || g_str_equal (trl_finding_get_cards (finding)[0], card)))
        return finding;
    }
  return NULL;
}

/* What weighs at cards that were there before: a motion that a fix brings is blank and may say so. */
static guint
count_heavy (const GPtrArray *findings,
             GHashTable      *old)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += trl_finding_get_severity (g_ptr_array_index (findings, i)) <= TRL_SEVERITY_WARNING &&
         g_hash_table_contains (old, trl_finding_get_cards (g_ptr_array_index (findings, i))[0]);
  return n;
}

static void
add_id (gpointer card,
        gpointer ids)
{
  g_hash_table_add (ids, g_strdup (trl_card_get_id (card)));
}

static TrlSeverity
expected_severity (const TrlRule *rule,
                   const char    *name)
{
  for (TrlSeverity severity = 0; severity < TRL_N_SEVERITIES; severity++)
    {
      g_autofree char *word = g_strdup_printf ("-%s", trl_severity_get_id (severity));

      if (strstr (name, word) != NULL)
        return severity;
    }
  return rule->severity;
}

/* Sentences of a text: what ends with a full stop or a question mark, and does not go on in small letters. */
static guint
count_sentences (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    if ((*text == '.' || *text == '?') && (text[1] == '\0' || (text[1] == ' ' && !g_ascii_islower (text[2]))))
      n++;
  return n;
}

static void
check_words (TrlFinding *finding)
{
  const char *words[] = { trl_finding_get_title (finding), trl_finding_get_text (finding), trl_finding_get_label (finding) };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_assert_nonnull (words[i]);
      g_assert_cmpuint (strlen (words[i]), >, 0);
      g_assert_null (strstr (words[i], trl_finding_get_rule (finding)->id));
    }
  g_assert_true (g_str_has_suffix (trl_finding_get_text (finding), "?"));
  g_assert_cmpuint (count_sentences (trl_finding_get_text (finding)), <=, 2);
  g_assert_cmpuint (g_utf8_strlen (trl_finding_get_label (finding), -1), <=, 24);
  g_assert_cmpuint (strlen (trl_finding_get_fingerprint (finding)), ==, 16);
}

/* A fix mends its finding, brings no warning and can be taken back. */
static void
try_fix (const char *path,
         TrlFinding *finding,
         guint       index)
{
  g_autoptr (TrlBlueprint) blueprint = read_file (path);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autofree char *before = trl_writer_write (blueprint, NULL), *after = NULL;
  g_autoptr (GHashTable) old = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TrlEdit) edit = trl_finding_make_fix (finding, index, blueprint);
  g_autoptr (TrlChange) change = NULL;
  g_autoptr (TrlChange) back = NULL;
  TrlFinding *left;
  guint heavy;

  trl_blueprint_foreach (blueprint, add_id, old);
  heavy = count_heavy (trl_reviewer_get_findings (reviewer), old);
  if (edit == NULL)
    g_error ("%s: \"%s\" cannot be made", path, trl_finding_get_fix_label (finding, index));
  change = trl_edit_end (edit);
  g_assert_nonnull (change);
  g_assert_cmpint (trl_change_get_origin (change), ==, TRL_ORIGIN_FIX);
  trl_blueprint_commit (blueprint, change);
  left = find (trl_reviewer_get_findings (reviewer), trl_finding_get_rule (finding), trl_finding_get_cards (finding)[0]);
  if (left != NULL)
    g_error ("%s: \"%s\" leaves \"%s\"", path, trl_finding_get_fix_label (finding, index), trl_finding_get_title (left));
  if (count_heavy (trl_reviewer_get_findings (reviewer), old) > heavy)
    g_error ("%s: \"%s\" brings something as heavy", path, trl_finding_get_fix_label (finding, index));
  back = trl_change_reverse (change, TRL_ORIGIN_UNDO);
  trl_blueprint_commit (blueprint, back);
  after = trl_writer_write (blueprint, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *id = g_path_get_basename (folder);
  const TrlRule *rule = trl_rule_find (id);
  g_autoptr (TrlBlueprint) blueprint = read_file (path);
  g_autoptr (GPtrArray) findings = trl_review (blueprint);
  TrlFinding *finding;
  gboolean fires = g_str_has_prefix (name, "fires") || g_str_has_prefix (name, "boundary-fires");

  g_assert_nonnull (rule);
  g_assert_true (fires || g_str_has_prefix (name, "quiet") || g_str_has_prefix (name, "boundary-quiet"));
  finding = find (findings, rule, NULL);
  if (fires != (finding != NULL))
    g_error ("%s: %s", path, fires ? "is quiet" : trl_finding_get_title (finding));
  if (!fires)
    return;
  if (trl_finding_get_severity (finding) != expected_severity (rule, name))
    g_error ("%s: is %s", path, trl_severity_get_id (trl_finding_get_severity (finding)));
  check_words (finding);
  for (guint i = 0; i < trl_finding_get_n_fixes (finding); i++)
    try_fix (path, finding, i);
}

/* Every rule has at least one design of each sort. */
static void
test_complete (gconstpointer data)
{
  const TrlRule * const *rules = trl_rules_get (NULL);

  for (; *rules != NULL; rules++)
    {
      g_autofree char *id = g_ascii_strdown ((*rules)->id, -1);
      g_autofree char *folder = g_build_filename (data, id, NULL);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      gboolean fires = FALSE, quiet = FALSE, boundary = FALSE;
      const char *name;

      if (dir == NULL)
        g_error ("%s has no fixtures", (*rules)->id);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          fires |= g_str_has_prefix (name, "fires");
          quiet |= g_str_has_prefix (name, "quiet");
          boundary |= g_str_has_prefix (name, "boundary");
        }
      if (!fires || !quiet || !boundary)
        g_error ("%s has not all three sorts of fixtures", (*rules)->id);
    }
}

static GPtrArray *
review_template (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_templates_load (trl_templates_find (name));
  g_autoptr (TrlReader) reader = NULL;

  reader = trl_reader_read (bytes, &error);
  g_assert_no_error (error);
  return trl_review (trl_reader_get_blueprint (reader));
}

/* The seed's founder before the design: every pitfall of the seed, as a warning. */
static void
test_before (void)
{
  static const char * const pitfalls[] = {
    "MOTION-MIXED", "TIER-COSMETIC", "INC-REG-NO-CLOSE", "PATH-NONE", "METRIC-NONE", "RECRUIT-EARLY"
  };
  g_autoptr (GPtrArray) findings = review_template ("founder-before");

  for (guint i = 0; i < G_N_ELEMENTS (pitfalls); i++)
    {
      TrlFinding *finding = find (findings, trl_rule_find (pitfalls[i]), NULL);

      g_assert_nonnull (finding);
      g_assert_cmpint (trl_finding_get_severity (finding), ==, TRL_SEVERITY_WARNING);
    }
  g_assert_nonnull (strstr (trl_finding_get_text (find (findings, trl_rule_find ("INC-REG-NO-CLOSE"), NULL)),
                            "44 registrations a year at $500 are $22,000, or $1,250 for each of the 17.6 deals"));
}

/* And after it: not one. */
static void
test_after (void)
{
  g_autoptr (GPtrArray) findings = review_template ("founder-after");

  for (guint i = 0; i < findings->len; i++)
    if (trl_finding_get_severity (g_ptr_array_index (findings, i)) <= TRL_SEVERITY_WARNING)
      g_error ("founder-after: %s", trl_finding_get_title (g_ptr_array_index (findings, i)));
}

static int
show (int   argc,
      char *argv[])
{
  for (int a = 2; a < argc; a++)
    {
      g_autoptr (TrlBlueprint) blueprint = read_file (argv[a]);
      g_autoptr (GPtrArray) findings = trl_review (blueprint);

      g_print ("%s\n", argv[a]);
      for (guint i = 0; i < findings->len; i++)
        {
          TrlFinding *finding = g_ptr_array_index (findings, i);
          g_autofree char *cards = g_strjoinv (" ", (char **) trl_finding_get_cards (finding));

          g_print ("  %s %s [%s]\n    %s\n    %s\n    (%s)", trl_severity_get_id (trl_finding_get_severity (finding)),
                   trl_finding_get_rule (finding)->id, cards, trl_finding_get_title (finding),
                   trl_finding_get_text (finding), trl_finding_get_label (finding));
          for (guint f = 0; f < trl_finding_get_n_fixes (finding); f++)
            g_print (" [%s]", trl_finding_get_fix_label (finding, f));
          g_print ("\n");
        }
    }
  return 0;
}

static void
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *rule = g_path_get_basename (folder);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".trellis"))
      {
        g_autofree char *test = g_strdup_printf ("/review/fixtures/%s/%.*s", rule,
                                                 (int) (strlen (name) - strlen (".trellis")), name);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
      }
}

int
main (int   argc,
      char *argv[])
{
  const TrlRule * const *rules = trl_rules_get (NULL);

  setlocale (LC_ALL, "");
  if (argc > 1 && g_str_equal (argv[1], "--show"))
    return show (argc, argv);
  g_setenv ("TRELLIS_CHECK_REVIEW", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/review/fixtures/complete", FIXTURES, test_complete);
  for (; *rules != NULL; rules++)
    {
      g_autofree char *id = g_ascii_strdown ((*rules)->id, -1);
      g_autofree char *folder = g_build_filename (FIXTURES, id, NULL);

      add_folder (folder);
    }
  g_test_add_func ("/review/fixtures/founder-before", test_before);
  g_test_add_func ("/review/fixtures/founder-after", test_after);
  return g_test_run ();
}
