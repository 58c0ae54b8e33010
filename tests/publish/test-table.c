/* test-table.c: who does what, and where each decision stands, as words and on paper. */

#include "config.h"

#include "acts.h"
#include "publish.h"
#include "random-design.h"
#include "reader.h"
#include "reviewer.h"
#include "table.h"

#include <string.h>

/* What a name may hold that would be more than a name in one of the formats. */
#define HOSTILE "=1+1,\"<b>&|`*\n\\"

static TrlBlueprint *
read_template (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (SOURCEDIR, "data", "templates", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);

  g_assert_no_error (error);
  return g_object_ref (trl_reader_get_blueprint (reader));
}

static void
set (TrlBlueprint *blueprint,
     const char   *id,
     TrlMember     member,
     TrlValue     *value)   /* taken over */
{
  g_autoptr (TrlValue) own = value;
  g_autoptr (TrlEdit) edit = trl_act_set (blueprint, id, member, own, NULL);

  g_assert_true (trl_edit_commit (edit));
}

static TrlTable *
make_table (TrlTableKind  kind,
            TrlBlueprint *blueprint)
{
  g_autoptr (GPtrArray) findings = trl_review (blueprint);

  return trl_table_new (kind, blueprint, findings);
}

static char *
write_as (TrlTable   *table,
          const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_table_publish (table, format, NULL, NULL, FALSE, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_roles (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-after.trellis");
  g_autoptr (TrlTable) table = make_table (TRL_TABLE_ROLES, blueprint);

  g_assert_cmpuint (trl_table_get_n_rows (table), ==, 7);
  g_assert_cmpuint (trl_table_get_n_columns (table), ==, 3);
  g_assert_cmpstr (trl_table_get_column (table, 0), ==, "Technology");
  g_assert_cmpstr (trl_table_get_row (table, 0), ==, "Find");
  g_assert_cmpstr (trl_table_get_row (table, 6), ==, "Earn");
  g_assert_cmpstr (trl_table_get_cell (table, 0, 0)->text, ==, "Partner");
  g_assert_cmpstr (trl_table_get_cell (table, 1, 0)->text, ==, "Both");
  g_assert_cmpstr (trl_table_get_cell (table, 2, 0)->text, ==, "We");
  g_assert_cmpstr (trl_table_get_cell (table, 6, 2)->text, ==, "Flat fee $1,000 → $1,500");
}

/* What is not said is a dash, what is unknown says so: nothing is filled in from what is usual. */
static void
test_nothing_assumed (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-after.trellis");
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_autofree char *motion = g_strdup (trl_card_get_id (g_ptr_array_index (motions, 0)));
  g_autoptr (TrlTable) table = NULL;

  set (blueprint, motion, TRL_MOTION_FINDS, NULL);
  set (blueprint, motion, TRL_MOTION_SELLS, trl_value_new_unknown (NULL));
  table = make_table (TRL_TABLE_ROLES, blueprint);
  g_assert_cmpstr (trl_table_get_cell (table, 0, 0)->text, ==, "–");
  g_assert_false (trl_table_get_cell (table, 0, 0)->said);
  g_assert_cmpstr (trl_table_get_cell (table, 1, 0)->text, ==, "unknown");
}

static void
test_decisions (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-before.trellis");
  g_autoptr (TrlTable) table = make_table (TRL_TABLE_DECISIONS, blueprint);
  guint program = trl_table_get_n_columns (table) - 1;

  g_assert_cmpuint (trl_table_get_n_rows (table), ==, 5);
  g_assert_cmpstr (trl_table_get_column (table, program), ==, "Whole program");
  g_assert_cmpint (trl_table_get_cell (table, TRL_DECISION_TIERS, 0)->state, ==, TRL_DECIDED_DECIDED);
  g_assert_cmpuint (trl_table_get_cell (table, TRL_DECISION_TIERS, 0)->n_findings, >, 0);
  g_assert_cmpint (trl_table_get_cell (table, TRL_DECISION_METRICS, program)->decision, ==, TRL_DECISION_METRICS);
  g_assert_cmpint (trl_table_get_cell (table, TRL_DECISION_TIERS, program)->decision, ==, -1);
}

/* The cells of a decision add up to what the review counts, on any design. */
static void
test_counts (void)
{
  g_autoptr (GRand) random = random_design_seed ();

  for (guint round = random_design_rounds (20); round > 0; round--)
    {
      g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 60);
      g_autoptr (GPtrArray) findings = trl_review (blueprint);
      g_autoptr (TrlTable) table = trl_table_new (TRL_TABLE_DECISIONS, blueprint, findings);
      guint in_table = 0;
      guint in_review = 0;

      for (guint row = 0; row < trl_table_get_n_rows (table); row++)
        for (guint column = 0; column < trl_table_get_n_columns (table); column++)
          in_table += trl_table_get_cell (table, row, column)->n_open + trl_table_get_cell (table, row, column)->n_findings;
      for (guint i = 0; i < findings->len; i++)
        in_review += trl_finding_get_kept (g_ptr_array_index (findings, i)) == NULL;
      g_test_message ("%u findings", in_review);
      g_assert_cmpuint (in_table, ==, in_review);
    }
}

static void
test_hostile (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-after.trellis");
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_autofree char *motion = g_strdup (trl_card_get_id (g_ptr_array_index (motions, 0)));
  g_autoptr (TrlTable) table = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *markdown = NULL;
  g_autofree char *html = NULL;

  set (blueprint, motion, TRL_MOTION_NAME, trl_value_new_text (HOSTILE));
  table = make_table (TRL_TABLE_ROLES, blueprint);
  csv = write_as (table, "csv");
  markdown = write_as (table, "md");
  html = write_as (table, "html");
  g_assert_nonnull (strstr (csv, ",\"'=1+1,\"\"<b>&|`*"));
  g_assert_nonnull (strstr (markdown, " =1+1,\"&lt;b>&amp;\\|\\`\\* \\\\ |"));
  g_assert_null (strstr (html, "<b>"));
  g_assert_nonnull (strstr (html, "&lt;b&gt;&amp;|"));
}

/* Every format of words and every drawn one takes both tables, in both directions, an empty design too. */
static void
test_formats (void)
{
  g_autoptr (TrlBlueprint) full = read_template ("founder-after.trellis");
  g_autoptr (TrlBlueprint) empty = trl_blueprint_new ();
  const char *formats[] = { "csv", "md", "html", "pdf", "svg", "png" };

  for (int kind = 0; kind < TRL_N_TABLES; kind++)
    for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
      for (int rtl = 0; rtl < 2; rtl++)
        {
          g_autoptr (TrlTable) table = make_table (kind, rtl ? empty : full);
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes = trl_table_publish (table, formats[i], NULL, NULL, rtl, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (g_bytes_get_size (bytes), >, 20);
        }
}

static void
test_unknown_format (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlTable) table = make_table (TRL_TABLE_ROLES, blueprint);
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_table_publish (table, "docx", NULL, NULL, FALSE, &error));
  g_assert_error (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_null (trl_table_publish (table, "pdf", "a0", NULL, FALSE, &error));
  g_assert_error (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_PAGE);
}

/* What was a table stays one when its motion has gone from the blueprint, and from memory. */
static void
test_outlives (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ("founder-after.trellis");
  g_autoptr (TrlTable) table = make_table (TRL_TABLE_ROLES, blueprint);
  g_autofree char *motion = g_strdup (trl_table_get_cell (table, 0, 0)->owner);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Remove");

  trl_edit_remove (edit, motion);
  g_assert_true (trl_edit_commit (edit));
  g_clear_pointer (&edit, trl_edit_free);
  g_assert_null (trl_blueprint_get (blueprint, motion));
  g_assert_cmpstr (trl_table_get_cell (table, 0, 0)->owner, ==, motion);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/publish/table/roles", test_roles);
  g_test_add_func ("/publish/table/nothing-assumed", test_nothing_assumed);
  g_test_add_func ("/publish/table/decisions", test_decisions);
  g_test_add_func ("/publish/table/counts", test_counts);
  g_test_add_func ("/publish/table/hostile", test_hostile);
  g_test_add_func ("/publish/table/outlives its motion", test_outlives);
  g_test_add_func ("/publish/table/formats", test_formats);
  g_test_add_func ("/publish/table/unknown-format", test_unknown_format);
  return g_test_run ();
}
