/* test-fold.c: one finding for one cause: what another finding explains is not said twice. */

#include "reader.h"
#include "reviewer.h"

#include <string.h>

/* A motion for resellers and technology partners with pay that fits only one of them, and two tiers that are one. */
#define DESIGN \
  "{ \"format\": \"trellis-blueprint\", \"version\": 1," \
  "  \"program\": { \"name\": \"Program\", \"status\": \"in-review\", \"currency\": \"USD\" }," \
  "  \"types\": [ { \"id\": \"type-r\", \"name\": \"Referral\", \"kind\": \"referral\" }," \
  "               { \"id\": \"type-t\", \"name\": \"Technology\", \"kind\": \"technology\" } ]," \
  "  \"motions\": [ { \"id\": \"m\", \"name\": \"Partners\", \"types\": [\"type-r\", \"type-t\"]," \
  "    \"tiers\": [" \
  "      { \"id\": \"low\", \"name\": \"Silver\"," \
  "        \"criteria\": [ { \"id\": \"c1\", \"metric\": \"certified-people\", \"is\": \"at-least\", \"value\": 2, \"unit\": \"people\" } ]," \
  "        \"benefits\": [ { \"id\": \"b1\", \"kind\": \"directory\", \"level\": \"listed\" } ] }," \
  "      { \"id\": \"high\", \"name\": \"Gold\"," \
  "        \"criteria\": [ { \"id\": \"c2\", \"metric\": \"certified-people\", \"is\": \"at-least\", \"value\": 2, \"unit\": \"people\" } ]," \
  "        \"benefits\": [ { \"id\": \"b2\", \"kind\": \"directory\", \"level\": \"listed\" } ] } ]," \
  "    \"incentives\": [ { \"id\": \"i\", \"name\": \"Margin\", \"kind\": \"margin\" } ] } ] }"

static TrlBlueprint *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read (bytes, &error);

  g_assert_no_error (error);
  return g_object_ref (trl_reader_get_blueprint (reader));
}

/* How often a rule speaks, live; a full review says the same. */
static guint
count (TrlReviewer  *reviewer,
       TrlBlueprint *blueprint,
       const char   *rule)
{
  const GPtrArray *live = trl_reviewer_get_findings (reviewer);
  g_autoptr (GPtrArray) full = trl_review (blueprint);
  guint n = 0;

  g_assert_cmpuint (live->len, ==, full->len);
  for (guint i = 0; i < live->len; i++)
    {
      g_assert_true (trl_finding_equal (g_ptr_array_index (live, i), g_ptr_array_index (full, i)));
      n += g_str_equal (trl_finding_get_rule (g_ptr_array_index (live, i))->id, rule);
    }
  return n;
}

/* Pay that does not fit is no news where types are mixed, and news again where they are not. */
static void
test_mixed (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_text (DESIGN);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "One type");

  g_assert_cmpuint (count (reviewer, blueprint, "MOTION-MIXED"), ==, 1);
  g_assert_cmpuint (count (reviewer, blueprint, "KIND-MISFIT"), ==, 0);
  g_assert_cmpuint (count (reviewer, blueprint, "TIER-MISFIT"), ==, 0);

  trl_edit_remove_ref (edit, "m", TRL_MOTION_TYPES, "type-t");
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpuint (count (reviewer, blueprint, "MOTION-MIXED"), ==, 0);
  g_assert_cmpuint (count (reviewer, blueprint, "KIND-MISFIT"), ==, 1);
  g_assert_cmpuint (count (reviewer, blueprint, "TIER-MISFIT"), ==, 1);
}

/* A tier that is the one below once more is one finding; when it gives more, what it asks for is the next. */
static void
test_twin_tiers (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_text (DESIGN);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Featured");

  g_assert_cmpuint (count (reviewer, blueprint, "TIER-COSMETIC"), ==, 1);
  g_assert_cmpuint (count (reviewer, blueprint, "TIER-NO-STEP"), ==, 0);
  trl_edit_set_text (edit, "b2", TRL_BENEFIT_LEVEL, "featured");
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpuint (count (reviewer, blueprint, "TIER-COSMETIC"), ==, 0);
  g_assert_cmpuint (count (reviewer, blueprint, "TIER-NO-STEP"), ==, 1);
}

/* Without a type one finding says so. */
static void
test_no_type (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_text (DESIGN);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "No type");

  trl_edit_set (edit, "m", TRL_MOTION_TYPES, NULL);
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpuint (count (reviewer, blueprint, "MOTION-NO-TYPE") + count (reviewer, blueprint, "ORDER-INC-FIRST"), ==, 1);
  g_assert_cmpuint (count (reviewer, blueprint, "ORDER-TIER-FIRST"), ==, 0);
}

/* All pay is for new deals, and customers should stay. */
#define AGAINST \
  "{ \"format\": \"trellis-blueprint\", \"version\": 1," \
  "  \"program\": { \"name\": \"Program\", \"status\": \"in-review\", \"currency\": \"USD\" }," \
  "  \"metrics\": [ { \"id\": \"stay\", \"name\": \"Retention\", \"kind\": \"retention\", \"role\": \"target\" } ]," \
  "  \"types\": [ { \"id\": \"type-a\", \"name\": \"Agency\", \"kind\": \"agency\" } ]," \
  "  \"motions\": [ { \"id\": \"m\", \"name\": \"Agency\", \"types\": [\"type-a\"]," \
  "    \"incentives\": [ { \"id\": \"i\", \"name\": \"Margin\", \"kind\": \"margin\", \"basis\": \"list-price\"," \
  "      \"trigger\": \"closed-won\", \"rates\": [ { \"id\": \"r\", \"value\": 20, \"unit\": \"%\" } ] } ] } ] }"

/* That nothing serves a target is no news where all pay pulls against it; without that pay it is. */
static void
test_against (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_text (AGAINST);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "No pay");

  g_assert_cmpuint (count (reviewer, blueprint, "INC-COUNTER"), ==, 1);
  g_assert_cmpuint (count (reviewer, blueprint, "METRIC-UNSERVED"), ==, 0);
  g_assert_cmpuint (count (reviewer, blueprint, "INC-NO-METRIC"), ==, 0);

  trl_edit_remove (edit, "i");
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpuint (count (reviewer, blueprint, "INC-COUNTER"), ==, 0);
  g_assert_cmpuint (count (reviewer, blueprint, "METRIC-UNSERVED"), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/fold/mixed-types-explain-what-does-not-fit", test_mixed);
  g_test_add_func ("/review/fold/a-tier-twice-is-one-finding", test_twin_tiers);
  g_test_add_func ("/review/fold/no-type-is-one-finding", test_no_type);
  g_test_add_func ("/review/fold/against", test_against);
  return g_test_run ();
}
