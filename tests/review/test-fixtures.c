/* test-fixtures.c: each rule against its folder of designs: some fire, some stay quiet, some sit on the boundary.
 *
 * fixtures/<rule in small letters>/<name>.trellis; the name says what is expected:
 *   fires…, boundary-fires…: the rule reports, as heavy as it says itself, or
 *     as "-error", "-warning", "-advice" or "-todo" in the name says
 *   quiet…, boundary-quiet…: it does not
 * Every fix of what fires is tried: the finding goes, and nothing heavier comes.
 *
 * fixtures/<rule in small letters>/said.txt holds what the rule says of each
 * that fires, which fixes it offers and what lines of the file each changes, so
 * that a word, a figure or a fix that becomes another is seen and read.
 *
 * With --show FILE… it prints what a review finds, for whoever writes fixtures;
 * with --write it writes every said.txt anew. */

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

/* How many lines the rest of two texts have in common, at best, for every rest: a table of (n + 1) × (m + 1). */
static guint *
count_common (char  **before,
              guint   n,
              char  **after,
              guint   m)
{
  guint *common = g_new0 (guint, (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      common[i * (m + 1) + j] = g_str_equal (before[i], after[j])
                                  ? common[(i + 1) * (m + 1) + j + 1] + 1
                                  : MAX (common[(i + 1) * (m + 1) + j], common[i * (m + 1) + j + 1]);
  return common;
}

#define MAX_LINES 16   /* of a fix; who reads about a new ladder has read enough by then */

/* The lines that go, with a minus, and those that come, with a plus. */
static void
append_changed_lines (GString    *out,
                      const char *before,
                      const char *after)
{
  g_auto (GStrv) old = g_strsplit (before, "\n", -1), new = g_strsplit (after, "\n", -1);
  guint n = g_strv_length (old), m = g_strv_length (new), i = 0, j = 0, n_changed = 0;
  g_autofree guint *common = count_common (old, n, new, m);

  while (i < n || j < m)
    {
      gboolean goes = j == m || (i < n && common[(i + 1) * (m + 1) + j] >= common[i * (m + 1) + j + 1]);

      if (i < n && j < m && g_str_equal (old[i], new[j]))
        {
          i++;
          j++;
          continue;
        }
      if (n_changed++ < MAX_LINES)
        g_string_append_printf (out, "      %c %s\n", goes ? '-' : '+', g_strstrip (goes ? old[i] : new[j]));
      i += goes;
      j += !goes;
    }
  if (n_changed > MAX_LINES)
    g_string_append_printf (out, "      … and %u more\n", n_changed - MAX_LINES);
}

static void
append_fix (GString    *out,
            const char *path,
            TrlFinding *finding,
            guint       index)
{
  g_autoptr (TrlBlueprint) blueprint = read_file (path);
  g_autofree char *before = trl_writer_write (blueprint, NULL), *after = NULL;
  g_autoptr (TrlEdit) edit = NULL;
  g_autoptr (TrlChange) change = NULL;

  trl_blueprint_count_ids (blueprint);
  edit = trl_finding_make_fix (finding, index, blueprint);
  g_assert_nonnull (edit);
  change = trl_edit_end (edit);
  trl_blueprint_commit (blueprint, change);
  after = trl_writer_write (blueprint, NULL);
  g_string_append_printf (out, "    [%s] %s\n", trl_finding_get_fix_label (finding, index), trl_change_get_name (change));
  append_changed_lines (out, before, after);
}

/* Everything that a rule says of a design, in words. */
static void
append_said (GString       *out,
             const char    *path,
             const TrlRule *rule)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (TrlBlueprint) blueprint = read_file (path);
  g_autoptr (GPtrArray) findings = trl_review (blueprint);

  g_string_append_printf (out, "%.*s\n", (int) (strlen (name) - strlen (".trellis")), name);
  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *cards = NULL;

      if (trl_finding_get_rule (finding) != rule)
        continue;
      cards = g_strjoinv (" ", (char **) trl_finding_get_cards (finding));
      g_string_append_printf (out, "  %s: %s (%s)\n    %s\n    %s\n",
                              trl_severity_get_id (trl_finding_get_severity (finding)), trl_finding_get_title (finding),
                              trl_finding_get_label (finding), trl_finding_get_text (finding), cards);
      for (guint f = 0; f < trl_finding_get_n_fixes (finding); f++)
        append_fix (out, path, finding, f);
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What a rule says of every design in its folder that fires, in the order of their names. */
static char *
describe_folder (const char *folder)
{
  g_autofree char *id = g_path_get_basename (folder);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *out = g_string_new (NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".trellis") && (g_str_has_prefix (name, "fires") || g_str_has_prefix (name, "boundary-fires")))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, g_ptr_array_index (names, i), NULL);

      append_said (out, path, trl_rule_find (id));
    }
  return g_string_free (out, FALSE);
}

static void
test_said (gconstpointer folder)
{
  g_autofree char *path = g_build_filename (folder, "said.txt", NULL);
  g_autofree char *said = describe_folder (folder), *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1), expected_lines = NULL;

  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; lines[i] != NULL && expected_lines[i] != NULL; i++)
    if (!g_str_equal (lines[i], expected_lines[i]))
      g_error ("%s:%u: is said to be \"%s\" and is \"%s\"; if that is meant, run this with --write", path, i + 1,
               expected_lines[i], lines[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (expected_lines));
}

static int
write_said (void)
{
  const TrlRule * const *rules = trl_rules_get (NULL);

  for (; *rules != NULL; rules++)
    {
      g_autofree char *id = g_ascii_strdown ((*rules)->id, -1);
      g_autofree char *folder = g_build_filename (FIXTURES, id, NULL), *path = g_build_filename (folder, "said.txt", NULL);
      g_autofree char *said = describe_folder (folder);
      g_autoptr (GError) error = NULL;

      if (!g_file_set_contents (path, said, -1, &error))
        g_error ("%s", error->message);
    }
  return 0;
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
  g_autofree char *rule = g_path_get_basename (folder), *said = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".trellis"))
      {
        g_autofree char *test = g_strdup_printf ("/review/fixtures/%s/%.*s", rule,
                                                 (int) (strlen (name) - strlen (".trellis")), name);

        g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
      }
  said = g_strdup_printf ("/review/fixtures/%s/said", rule);
  g_test_add_data_func_full (said, g_strdup (folder), test_said, g_free);
}

int
main (int   argc,
      char *argv[])
{
  const TrlRule * const *rules = trl_rules_get (NULL);

  setlocale (LC_ALL, "");
  if (argc > 1 && g_str_equal (argv[1], "--show"))
    return show (argc, argv);
  if (argc > 1 && g_str_equal (argv[1], "--write"))
    return write_said ();
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
