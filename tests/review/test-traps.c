/* test-traps.c: designs that look like a pitfall and are none (domain 3.5): traps/<number>-<slug>.trellis.
 *
 * An expert would shake the head at a warning here, so there must be none, and
 * no contradiction: at most advice, and of the rules that the trap is laid for
 * nothing at all. What is merely not there yet may be a to-do. */

#include "reader.h"
#include "reviewer.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *silent;   /* rules that must not say anything, with " " between; others may advise */
} Trap;

static const Trap traps[] = {
  { "01-catch-all-pools-routes", "MODEL-ONE MOTION-MIXED TIER-COPIED INC-COPIED TIER-ONE" },
  { "02-same-tier-names", "MODEL-ONE TIER-COPIED INC-COPIED" },
  { "03-flat-referral", "TIER-ONE TIER-COSMETIC TIER-NO-CRITERIA" },
  { "04-unranked-entry-rung", "TIER-MANY TIER-COSMETIC TIER-NO-CRITERIA TIER-NO-STEP TIER-ONE" },
  { "05-lateral-credentials", "TIER-MANY TIER-COSMETIC TIER-NO-STEP" },
  { "06-registration-that-pays-only-if-won", "INC-REG-NO-CLOSE INC-LEAD-PAY INC-DOUBLE" },
  { "07-points-that-count-toward-a-tier", "INC-REG-NO-CLOSE INC-ACTIVITY-HEAVY INC-NO-METRIC" },
  { "08-bounty-for-dormant-partners", "INC-DOUBLE INC-ACTIVITY-HEAVY INC-LEAD-PAY" },
  { "09-equal-pay-other-benefits", "TIER-COSMETIC TIER-THIN-STEP PAYOUT-NONMONO" },
  { "10-equal-on-one-line", "TIER-COSMETIC TIER-CAP-FLAT PAYOUT-NONMONO" },
  { "11-pass-through-and-reversed-money", "INC-STACK INC-NONE INC-UNBOUNDED" },
  { "12-fee-that-falls-with-size", "PAYOUT-NONMONO BENEFIT-NONMONO TIER-CAP-FLAT INC-STACK" },
  { "13-any-of-paths", "TIER-NONMONO TIER-NO-STEP TIER-AND-BOTH" },
  { "14-lower-is-better", "TIER-NONMONO BENEFIT-NONMONO TIER-NO-STEP TIER-COSMETIC" },
  { "15-na-below-a-value-above", "TIER-NONMONO TIER-NO-STEP TIER-VAGUE" },
  { "16-one-equal-another-rises", "TIER-NO-STEP TIER-NONMONO TIER-COSMETIC BENEFIT-NONMONO" },
  { "17-points-with-minima", "TIER-NONMONO TIER-NO-STEP TIER-VAGUE TIER-AND-BOTH" },
  { "18-regional-thresholds", "TIER-NONMONO TIER-NO-STEP TIER-CLIFF" },
  { "19-steps-of-ten", "TIER-CLIFF TIER-NONMONO" },
  { "20-guardrails-beyond-two-targets", "METRIC-MANY METRIC-VANITY METRIC-NO-NUMBER METRIC-UNDEFINED METRIC-UNSERVED" },
  { "21-metric-first", "ORDER-INC-FIRST ORDER-TIER-FIRST ORDER-PATH-FIRST METRIC-UNSERVED TARGET-SHORT METRIC-TOO-SOON" },
  { "22-no-certification-for-referrers", "PATH-NO-CERT TIER-ONE" },
  { "23-one-company-two-motions", "TYPE-TWO-MOTIONS MODEL-ONE" },
  { "24-same-route-one-ladder", "MODEL-ONE TIER-COPIED INC-COPIED PATH-COPIED INC-DOUBLE" },
  { "25-invitation-with-floors", "TIER-NO-STEP TIER-VAGUE TIER-NO-CRITERIA TIER-NONMONO" },
  { "26-program-fee-as-a-requirement", "PARTNER-NO-BUSINESS INC-STACK TIER-NO-STEP" },
  { "27-technology-with-its-own-revenue", "INC-NONE PARTNER-NO-BUSINESS" },
  { "28-few-partners-no-tiers", "TIER-ONE TIER-MANY RECRUIT-EARLY" },
  { "29-stack-of-veeam-platinum", "INC-STACK INC-DOUBLE" },
  { "30-tier-kept-to-the-end-of-next-year", "TIER-NO-REVIEW TIER-COSMETIC" },
  { "31-work-in-progress", "RECRUIT-EARLY TIER-COPIED MODEL-ONE" },
  { "32-fee-at-an-accepted-opportunity", "INC-REG-NO-CLOSE INC-NO-METRIC INC-COUNTER" },
  { "32-pay-per-qualified-lead", "INC-NO-METRIC INC-COUNTER" },
  { "33-everything-in-silver-plus", "BENEFIT-NONMONO TIER-COSMETIC TIER-THIN-STEP" },
  { "34-budget-lines", "INC-ACTIVITY-HEAVY INC-REG-NO-CLOSE INC-NO-METRIC INC-STACK INC-NONE" },
  { "35-a-first-year-at-a-loss", "INC-STACK TARGET-SHORT PARTNER-NO-BUSINESS" },
};

static gboolean
names (const char *list,
       const char *rule)
{
  g_auto (GStrv) rules = g_strsplit (list, " ", -1);

  return g_strv_contains ((const char * const *) rules, rule);
}

static TrlBlueprint *
read_trap (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.trellis", TRAPS, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (trl_reader_get_repairs (reader)->len, ==, 0);
  return g_object_ref (trl_reader_get_blueprint (reader));
}

static void
test_trap (gconstpointer data)
{
  const Trap *trap = data;
  g_autoptr (TrlBlueprint) blueprint = read_trap (trap->name);
  g_autoptr (GPtrArray) findings = trl_review (blueprint);

  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      TrlSeverity severity = trl_finding_get_severity (finding);
      const char *rule = trl_finding_get_rule (finding)->id;

      if (severity < TRL_SEVERITY_ADVICE)
        g_error ("%s: %s %s: %s", trap->name, trl_severity_get_id (severity), rule, trl_finding_get_title (finding));
      if (names (trap->silent, rule))
        g_error ("%s: %s speaks: %s", trap->name, rule, trl_finding_get_title (finding));
    }
}

/* Every design of the folder is in the table. */
static void
test_complete (void)
{
  g_autoptr (GDir) dir = g_dir_open (TRAPS, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (traps) && !known; i++)
        known = g_str_has_prefix (name, traps[i].name) && strlen (name) == strlen (traps[i].name) + strlen (".trellis");
      if (!known)
        g_error ("%s is not in the table", name);
      n++;
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (traps));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/traps/complete", test_complete);
  for (guint i = 0; i < G_N_ELEMENTS (traps); i++)
    {
      g_autofree char *path = g_strconcat ("/review/traps/", traps[i].name, NULL);

      g_test_add_data_func (path, &traps[i], test_trap);
    }
  return g_test_run ();
}
