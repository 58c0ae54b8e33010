/* test-programs.c: the review of real programs says what an expert would say, and nothing else.
 *
 * fixtures/programs holds public programs as facts, and some that are made up
 * after the pattern of others: a store, a cloud, a maker of machines, a company
 * around free software, a security vendor, and a start-up that did everything
 * wrong. Where a public program keeps its figures to itself, or a sort of
 * program has many makers, the figures are illustrative and the source says
 * so. A public page rarely names the target, the path or what a tier gives, so
 * to-dos are always right there; contradictions, pitfalls and advice must be
 * exactly those of the table. */

#include "reader.h"
#include "reviewer.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  const char *name;
  const char *expect;   /* "RULE severity" of everything that is not a to-do, each once, in the alphabet's order */
  const char *why;
} Program;

static const Program programs[] = {
  { "accountants", "TIER-MANY advice", "practices climb by points for each client, and keep their own fees" },
  { "atlassian", "TIER-CLIFF advice, TIER-GOAL-BLIND advice",
    "any of two ways up, answers in hours, and a store beside it" },
  { "attainment-rebates", "", "rebates by how much of the target of a quarter is reached" },
  { "aws-services", "", "the services path must stay clean" },
  { "champions", "", "nobody sells, nobody is paid; what members feel is shown by no event" },
  { "cisco", "INC-NO-HOLD advice, INC-STACK advice, PATH-SLOW advice, TIER-GOAL-BLIND advice",
    "five roles, a rebate each half year, and a discount that leaves little" },
  { "cloud-co-sell", "PATH-NO-CERT advice", "the partner is a cloud, and others resell through its store" },
  { "customer-referrals", "PATH-SLOW advice", "customers are paid in credit, and so is the friend" },
  { "datto-referral", "", "flat by design, one tier, with a hold" },
  { "details", "", "terms of real agreements, none of them a pitfall by itself" },
  { "hubspot-2016", "TIER-AND-BOTH advice, TIER-MANY advice", "sellers fail the managed bar, managers the sold bar" },
  { "hubspot-2022", "TIER-MANY advice", "" },
  { "hubspot-2025", "TIER-MANY advice", "" },
  { "installers", "", "electricians whose test of two days is their trade" },
  { "klaviyo-after", "", "each track has its own ladder, and the bounty is bounded" },
  { "klaviyo-before", "MOTION-MIXED warning, TIER-MANY advice", "one bucket for affiliates, referrers and agencies" },
  { "made-up-cloud",
    "TIER-CAP-FLAT advice, TIER-GOAL-BLIND advice",
    "tracks with designations beside them, and a fee that partners pay" },
  { "made-up-dealers", "INC-STACK advice", "areas by contract, a bonus by volume and a grant for advertising" },
  { "made-up-open-source", "PATH-CERT-IDLE advice", "partners who live on projects, and a community that wants no money" },
  { "made-up-security",
    "BENEFIT-UNSTAFFED warning, ENGAGEMENT-OPEN warning, INC-NO-HOLD advice, INC-REG-WINDOW advice, "
    "INC-STACK advice, TIER-CLIFF advice, TIER-NO-REVIEW advice",
    "two tiers of distribution, and more promised than there are people" },
  { "made-up-startup",
    "INC-NO-METRIC warning, INC-REG-NO-CLOSE warning, INC-UNBOUNDED advice, METRIC-NO-NUMBER warning, "
    "METRIC-UNDEFINED warning, METRIC-VANITY advice, MOTION-MIXED warning, MOTION-UNWRITTEN warning, "
    "PATH-NONE warning, RECRUIT-EARLY warning, STRATEGY-BLANK advice, TIER-COSMETIC warning, "
    "TIER-MANY warning, TIER-NO-CRITERIA warning, TIER-VAGUE advice, TIER-VAGUE warning",
    "one bucket, five levels, and pay for registering and watching" },
  { "made-up-storefront", "", "agencies, apps and affiliates, each with terms of its own" },
  { "microsoft-cloud", "INC-NO-METRIC advice", "designations instead of tiers, and workshops that the maker pays for" },
  { "nutanix-elevate", "", "one badge over motions of their own is no copy" },
  { "nutanix-nitro", "INC-ACTIVITY-HEAVY advice, INC-REG-NO-CLOSE warning",
    "an approved registration pays, won or not, and so do courses and events" },
  { "odoo-2021", "", "" },
  { "odoo-v11", "", "" },
  { "odoo-v6a", "", "" },
  { "oem-embed", "", "committed volume, and a price for each user that falls with it" },
  { "paid-leads", "", "the partner pays for leads" },
  { "payments-iso", "", "a split of the maker's gross profit, which is not a share of the price" },
  { "payroll-advisers", "PATH-CERT-IDLE advice, PATH-FIREHOSE advice", "a share for the adviser, or a discount for the client" },
  { "red-hat", "", "three trades, teaming instead of registration, and usage by the month" },
  { "salesforce-consulting", "PATH-FIREHOSE advice, TIER-MANY advice",
    "points, fees and satisfaction; credentials beside the tiers" },
  { "sap-partneredge", "TIER-COPIED advice", "one score for four trades is worth a question, not a warning" },
  { "shopify", "BENEFIT-NONMONO advice, INC-COUNTER advice, TIER-GOAL-BLIND advice, TIER-MANY advice",
    "a benefit that is forgotten at the top, and affiliates who cannot keep a shop" },
  { "snowflake", "PATH-FIREHOSE advice", "what customers use is the target, and pay at use serves it" },
  { "startup-program", "", "what is given goes to the start-up, not to the investor" },
  { "stripe", "", "certified developers without pay, and platforms that live on their own mark-up" },
  { "telecom-agents", "INC-STACK advice", "a share for as long as the customer is billed, on top of three months at once" },
  { "territories", "", "one partner a region, with a fee and a volume that it commits to" },
  { "training-partners", "", "the school pays for courseware, and the results of its learners are the target" },
  { "webflow-affiliates", "INC-STACK advice, PATH-SLOW advice", "half of the first year, out of a margin of 80 %" },
  { "white-label", "PATH-NO-CERT advice", "sold under the name of the agency, at a wholesale price" },
  { "zendesk", "PATH-CERT-IDLE advice", "resellers, referrers and outsourcers; a renewal price is no pitfall" },
};

static TrlBlueprint *
read_program (const char *name)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.trellis", PROGRAMS, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (trl_reader_get_repairs (reader)->len, ==, 0);
  return g_object_ref (trl_reader_get_blueprint (reader));
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Each rule with its severity, once, whatever it was said of. */
static char *
said_of (TrlBlueprint *blueprint)
{
  g_autoptr (GPtrArray) findings = trl_review (blueprint);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *word = g_strdup_printf ("%s %s", trl_finding_get_rule (finding)->id, trl_severity_get_id (trl_finding_get_severity (finding)));

      if (trl_finding_get_severity (finding) == TRL_SEVERITY_TODO)
        continue;
      g_test_message ("%s: %s", word, trl_finding_get_title (finding));
      if (!g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL))
        g_ptr_array_add (words, g_steal_pointer (&word));
    }
  g_ptr_array_sort (words, compare_words);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (", ", (char **) words->pdata);
}

static void
test_program (gconstpointer data)
{
  const Program *program = data;
  g_autoptr (TrlBlueprint) blueprint = read_program (program->name);
  g_autofree char *said = said_of (blueprint);

  g_test_message ("%s", program->why);
  g_assert_cmpstr (said, ==, program->expect);
}

/* Every program of the folder is in the table. */
static void
test_complete (void)
{
  g_autoptr (GDir) dir = g_dir_open (PROGRAMS, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, ".trellis");
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (programs));
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/programs/complete", test_complete);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_strconcat ("/review/programs/", programs[i].name, NULL);

      g_test_add_data_func (path, &programs[i], test_program);
    }
  return g_test_run ();
}
