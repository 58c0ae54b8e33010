/* test-programs.c: real programs are held without loss.
 *
 * The tables are the published facts; each number must be in the fixture with
 * its unit, come back after writing and reading, and what is unknown or does
 * not apply must say so. */

#include "config.h"

#include <string.h>

#include "reader.h"
#include "writer.h"

typedef struct
{
  const char *id;
  TrlMember   member;
  double      number;
  const char *unit;     /* of the card, or NULL where the member says it */
} Fact;

static const char * const odoo_tiers[] = { "learning", "ready", "silver", "gold" };

static const Fact odoo[] = {
  { "learning-users", TRL_CRITERION_VALUE, 0, "users" }, { "ready-users", TRL_CRITERION_VALUE, 10, "users" },
  { "silver-users", TRL_CRITERION_VALUE, 75, "users" }, { "gold-users", TRL_CRITERION_VALUE, 300, "users" },
  { "gold-users", TRL_CRITERION_WINDOW, 12, NULL }, { "learning-users", TRL_CRITERION_WINDOW, 12, NULL },
  { "learning-certified", TRL_CRITERION_VALUE, 0, "people" }, { "ready-certified", TRL_CRITERION_VALUE, 1, "people" },
  { "silver-certified", TRL_CRITERION_VALUE, 3, "people" }, { "gold-certified", TRL_CRITERION_VALUE, 6, "people" },
  { "silver-retention", TRL_CRITERION_VALUE, 70, "%" }, { "gold-retention", TRL_CRITERION_VALUE, 80, "%" },
  { "gold-retention", TRL_CRITERION_WINDOW, 36, NULL },
  { "enterprise-learning", TRL_RATE_VALUE, 10, "%" }, { "enterprise-ready", TRL_RATE_VALUE, 10, "%" },
  { "enterprise-silver", TRL_RATE_VALUE, 15, "%" }, { "enterprise-gold", TRL_RATE_VALUE, 20, "%" },
  { "sh-learning", TRL_RATE_VALUE, 10, "%" }, { "sh-ready", TRL_RATE_VALUE, 50, "%" },
  { "sh-silver", TRL_RATE_VALUE, 50, "%" }, { "sh-gold", TRL_RATE_VALUE, 50, "%" },
  { "sh-month-eur", TRL_CAP_VALUE, 150, "EUR" }, { "sh-month-usd", TRL_CAP_VALUE, 180, "USD" },
  { "sh-year-eur", TRL_CAP_VALUE, 1440, "EUR" }, { "sh-year-usd", TRL_CAP_VALUE, 1728, "USD" },
  { "maintenance-rate", TRL_RATE_VALUE, 82, "%" },
  { "enterprise", TRL_INCENTIVE_PAY_DAYS, 15, NULL },
};

static const Fact aws[] = {
  { "select-accredited", TRL_CRITERION_VALUE, 4, "people" }, { "advanced-accredited", TRL_CRITERION_VALUE, 8, "people" },
  { "premier-accredited", TRL_CRITERION_VALUE, 20, "people" },
  { "select-technical", TRL_CRITERION_VALUE, 2, "people" }, { "select-business", TRL_CRITERION_VALUE, 2, "people" },
  { "advanced-technical", TRL_CRITERION_VALUE, 4, "people" }, { "advanced-business", TRL_CRITERION_VALUE, 4, "people" },
  { "premier-technical", TRL_CRITERION_VALUE, 10, "people" }, { "premier-business", TRL_CRITERION_VALUE, 10, "people" },
  { "select-foundational", TRL_CRITERION_VALUE, 2, "people" }, { "advanced-foundational", TRL_CRITERION_VALUE, 4, "people" },
  { "premier-foundational", TRL_CRITERION_VALUE, 10, "people" },
  { "select-certified", TRL_CRITERION_VALUE, 2, "people" }, { "advanced-certified", TRL_CRITERION_VALUE, 6, "people" },
  { "premier-certified", TRL_CRITERION_VALUE, 25, "people" },
  { "advanced-professional", TRL_CRITERION_VALUE, 3, "people" }, { "premier-professional", TRL_CRITERION_VALUE, 10, "people" },
  { "select-launched", TRL_CRITERION_VALUE, 3, "count" }, { "advanced-launched", TRL_CRITERION_VALUE, 20, "count" },
  { "premier-launched", TRL_CRITERION_VALUE, 50, "count" }, { "select-launched", TRL_CRITERION_WINDOW, 12, NULL },
  { "select-mrr", TRL_CRITERION_VALUE, 1500, "USD" }, { "advanced-mrr", TRL_CRITERION_VALUE, 10000, "USD" },
  { "premier-mrr", TRL_CRITERION_VALUE, 50000, "USD" },
  { "advanced-plan", TRL_CRITERION_REFRESH, 12, NULL }, { "premier-plan", TRL_CRITERION_REFRESH, 12, NULL },
  { "premier-validations", TRL_CRITERION_VALUE, 3, "count" },
  { "public-saas", TRL_RATE_VALUE, 3, "%" }, { "public-server", TRL_RATE_VALUE, 20, "%" }, { "public-data", TRL_RATE_VALUE, 3, "%" },
  { "private-small", TRL_RATE_VALUE, 3, "%" }, { "private-small", TRL_RATE_UP_TO, 1000000, NULL },
  { "private-middle", TRL_RATE_VALUE, 2, "%" }, { "private-middle", TRL_RATE_FROM, 1000000, NULL },
  { "private-middle", TRL_RATE_UP_TO, 10000000, NULL },
  { "private-large", TRL_RATE_VALUE, 1.5, "%" }, { "private-large", TRL_RATE_FROM, 10000000, NULL },
  { "private-renewal", TRL_RATE_VALUE, 1.5, "%" }, { "channel-points", TRL_RATE_VALUE, 0.5, "%" },
  { "services-rate", TRL_RATE_VALUE, 2.5, "%" },
};

static const Fact odoo_6a[] = {
  { "ready-users", TRL_CRITERION_VALUE, 0, "users" }, { "silver-users", TRL_CRITERION_VALUE, 50, "users" },
  { "gold-users", TRL_CRITERION_VALUE, 100, "users" }, { "ready-certified", TRL_CRITERION_VALUE, 1, "people" },
  { "silver-certified", TRL_CRITERION_VALUE, 2, "people" }, { "gold-certified", TRL_CRITERION_VALUE, 4, "people" },
};

static const Fact odoo_2021[] = {
  { "learning-users", TRL_CRITERION_VALUE, 0, "users" }, { "ready-users", TRL_CRITERION_VALUE, 10, "users" },
  { "silver-users", TRL_CRITERION_VALUE, 50, "users" }, { "gold-users", TRL_CRITERION_VALUE, 150, "users" },
  { "gold-certified", TRL_CRITERION_VALUE, 3, "people" }, { "silver-retention", TRL_CRITERION_VALUE, 70, "%" },
  { "gold-retention", TRL_CRITERION_VALUE, 80, "%" }, { "gold-retention", TRL_CRITERION_WINDOW, 12, NULL },
  { "enterprise-silver", TRL_RATE_VALUE, 15, "%" }, { "sh-learning", TRL_RATE_VALUE, 10, "%" },
  { "sh-ready", TRL_RATE_VALUE, 100, "%" }, { "sh-gold", TRL_RATE_VALUE, 100, "%" },
};

static const Fact hubspot_2016[] = {
  { "silver-sold", TRL_CRITERION_VALUE, 625, "USD" }, { "gold-sold", TRL_CRITERION_VALUE, 1125, "USD" },
  { "platinum-sold", TRL_CRITERION_VALUE, 3750, "USD" }, { "diamond-sold", TRL_CRITERION_VALUE, 10000, "USD" },
  { "silver-managed", TRL_CRITERION_VALUE, 3500, "USD" }, { "gold-managed", TRL_CRITERION_VALUE, 6500, "USD" },
  { "platinum-managed", TRL_CRITERION_VALUE, 20000, "USD" }, { "diamond-managed", TRL_CRITERION_VALUE, 50000, "USD" },
  { "silver-usage", TRL_CRITERION_VALUE, 5, "count" }, { "silver-sold", TRL_CRITERION_WINDOW, 12, NULL },
};

static const Fact hubspot_2022[] = {
  { "elite-sold", TRL_CRITERION_VALUE, 65000, "USD" }, { "elite-managed", TRL_CRITERION_VALUE, 170000, "USD" },
  { "elite-retention", TRL_CRITERION_VALUE, 85, "%" }, { "elite-dollar-retention", TRL_CRITERION_VALUE, 85, "%" },
  { "elite-certifications", TRL_CRITERION_VALUE, 100, "people" },
};

static const Fact hubspot_2025[] = {
  { "gold-points", TRL_CRITERION_VALUE, 325, "points" }, { "platinum-points", TRL_CRITERION_VALUE, 925, "points" },
  { "diamond-points", TRL_CRITERION_VALUE, 3100, "points" }, { "elite-points", TRL_CRITERION_VALUE, 9000, "points" },
  { "gold-sourced", TRL_CRITERION_WEIGHT, 5, NULL }, { "gold-sourced", TRL_CRITERION_WEIGHT_PER, 100, "USD" },
  { "gold-sourced-growth", TRL_CRITERION_WEIGHT, 10, NULL }, { "gold-assisted", TRL_CRITERION_WEIGHT, 3, NULL },
  { "gold-assisted-growth", TRL_CRITERION_WEIGHT, 6, NULL }, { "gold-managed", TRL_CRITERION_WEIGHT, 1, NULL },
  { "gold-managed-growth", TRL_CRITERION_WEIGHT, 2, NULL }, { "elite-managed-growth", TRL_CRITERION_WEIGHT, 2, NULL },
  { "revenue-share-rate", TRL_RATE_VALUE, 20, "%" }, { "revenue-share", TRL_INCENTIVE_MONTHS, 36, NULL },
};

static const Fact klaviyo[] = {
  { "bounty-rate", TRL_RATE_VALUE, 150, "USD" }, { "bounty-cap", TRL_CAP_VALUE, 5, "count" },
};

static const Fact datto[] = {
  { "reward-rate", TRL_RATE_VALUE, 1000, "USD" }, { "reward", TRL_INCENTIVE_HOLD_DAYS, 60, NULL },
  { "reward", TRL_INCENTIVE_PAY_DAYS, 90, NULL }, { "reward", TRL_INCENTIVE_WINDOW_DAYS, 90, NULL },
};

static const Fact nitro[] = {
  { "onboarding-rate", TRL_RATE_VALUE, 2, "points" }, { "enablement-rate", TRL_RATE_VALUE, 4, "points" },
  { "level-up-rate", TRL_RATE_VALUE, 12, "points" }, { "events-rate", TRL_RATE_VALUE, 6, "points" },
  { "events-rate-2", TRL_RATE_VALUE, 10, "points" }, { "registration-rate", TRL_RATE_VALUE, 15, "points" },
  { "progression-rate", TRL_RATE_VALUE, 18, "points" }, { "progression", TRL_INCENTIVE_WINDOW_DAYS, 84, NULL },
  { "logo-rate", TRL_RATE_VALUE, 25, "points" }, { "booked-rate", TRL_RATE_VALUE, 25, "points" },
  { "booked-rate", TRL_RATE_FROM, 250000, NULL },
};

static const Fact details[] = {
  { "reseller-rate-small", TRL_RATE_VALUE, 20, "%" }, { "reseller-rate-small", TRL_RATE_UP_TO, 100000, NULL },
  { "reseller-rate-large", TRL_RATE_VALUE, 15, "%" }, { "reseller-rate-large", TRL_RATE_FROM, 100000, NULL },
  { "commission-new", TRL_RATE_VALUE, 20, "%" }, { "commission-renewal", TRL_RATE_VALUE, 10, "%" },
  { "expert-certified", TRL_CRITERION_VALUE, 10, "people" }, { "expert-professional", TRL_CRITERION_VALUE, 3, "people" },
  { "expert-points", TRL_CRITERION_VALUE, 500, "points" }, { "expert-sourced", TRL_CRITERION_VALUE, 100, "points" },
  { "expert-pipeline-europe", TRL_CRITERION_VALUE, 250000, "USD" }, { "expert-pipeline-asia", TRL_CRITERION_VALUE, 100000, "USD" },
  { "commission-cap-eur", TRL_CAP_VALUE, 150, "EUR" }, { "commission-cap-usd", TRL_CAP_VALUE, 180, "USD" },
  { "referrer-rate", TRL_RATE_VALUE, 10, "%" }, { "implementer-rate", TRL_RATE_VALUE, 15, "%" },
  { "joint-cap", TRL_CAP_VALUE, 20, "%" }, { "distributor-rate", TRL_RATE_VALUE, 8, "%" },
  { "rep-rate", TRL_RATE_VALUE, 250, "USD" }, { "fund-rate", TRL_RATE_VALUE, 3, "%" },
  { "fund", TRL_INCENTIVE_MATCH, 50, NULL }, { "fund", TRL_INCENTIVE_CLAIM_DAYS, 60, NULL },
  { "joint", TRL_MOTION_REGISTRATION_DAYS, 90, NULL }, { "joint", TRL_MOTION_PARTNERS_PLANNED, 5, NULL },
};

typedef struct
{
  const char *id;
  TrlMember   member;
  const char *text;
} Word;

static const Word words[] = {
  { "program", TRL_PROGRAM_CURRENCY, "EUR" }, { "program", TRL_PROGRAM_EFFECTIVE, "2023-05-19" },
  { "official", TRL_MOTION_FINDS, "partner" }, { "official", TRL_MOTION_SIGNS, "us" },
  { "silver", TRL_TIER_REVIEW, "quarter" }, { "gold-certified", TRL_CRITERION_VALIDITY, "One of the last 3 versions" },
  { "sh", TRL_INCENTIVE_SCOPE, "Odoo.sh" }, { "maintenance", TRL_INCENTIVE_MONEY, "pass-through" },
  { "sh-month-eur", TRL_CAP_PER, "month" }, { "sh-year-usd", TRL_CAP_PER, "year" },
  { "sh-month-eur", TRL_CAP_OF, "subscription" }, { "sh-year-usd", TRL_CAP_OF, "subscription" },
  { "enterprise", TRL_INCENTIVE_TRIGGER, "invoice-paid" }, { "learning-directory", TRL_BENEFIT_LEVEL, "none" },
  { "ready-directory", TRL_BENEFIT_LEVEL, "listed" }, { "gold-directory", TRL_BENEFIT_TEXT, "Listed as Gold" },
};

static const Word aws_words[] = {
  { "select-technical", TRL_CRITERION_OF, "select-accredited" }, { "premier-business", TRL_CRITERION_LEVEL, "business" },
  { "premier-professional", TRL_CRITERION_OF, "premier-certified" }, { "advanced-mrr", TRL_CRITERION_OF, "advanced-launched" },
  { "advanced-mrr", TRL_CRITERION_PER, "month" }, { "premier-sustained", TRL_CRITERION_IS, "yes" },
  { "premier-review", TRL_CRITERION_METRIC, "executive-review" }, { "fee-public", TRL_INCENTIVE_MONEY, "partner-pays" },
  { "private-renewal", TRL_RATE_ON, "renewal" }, { "fee-private", TRL_INCENTIVE_WINDOW_FROM, "2024-01-05" },
  { "advanced-technical", TRL_CRITERION_SOURCE, "The 2023 PDF prints 2+2" },
};

static const Word more_words[] = {
  { "commission-new", TRL_RATE_ON, "new" }, { "commission-renewal", TRL_RATE_ON, "renewal" },
  { "expert-professional", TRL_CRITERION_OF, "expert-certified" }, { "expert-sourced", TRL_CRITERION_OF, "expert-points" },
  { "expert-pipeline-asia", TRL_CRITERION_REGION, "Asia" }, { "expert", TRL_TIER_KEPT_UNTIL, "The end of next year" },
  { "security", TRL_CREDENTIAL_SCOPE, "Security" }, { "rep", TRL_INCENTIVE_PAYEE, "partner-rep" },
  { "joint", TRL_MOTION_EXCLUSIONS, "House accounts" }, { "joint", TRL_MOTION_EXCLUSIVE, "One implementer for the Nordics" },
  { "joint", TRL_MOTION_EXCLUSIVE_UNTIL, "2027-12-31" }, { "joint", TRL_MOTION_STAGE, "pilot" },
  { "joint", TRL_MOTION_STAGE_UNTIL, "2027-06-30" }, { "fund", TRL_INCENTIVE_BASIS, "period-revenue" },
};

/* Who earns on one sale, and what is capped together, are references. */
static const struct { const char *id; TrlMember member; const char *to; } refs[] = {
  { "referrer-share", TRL_INCENTIVE_TYPES, "referrer" }, { "implementer-share", TRL_INCENTIVE_TYPES, "implementer" },
  { "referrer-share", TRL_INCENTIVE_CAPPED_WITH, "implementer-share" }, { "distributor-margin", TRL_INCENTIVE_TYPES, "distributor" },
  { "reseller-margin", TRL_INCENTIVE_TYPES, "reseller" }, { "reseller-margin", TRL_INCENTIVE_STACKS_WITH, "distributor-margin" },
  { "security", TRL_CREDENTIAL_REQUIRES, "expert" },
};

/* What comes back after writing and reading once more. */
static TrlReader *
open_twice (const char *name)
{
  g_autofree char *path = g_build_filename (SOURCEDIR, "tests", "fixtures", "programs", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);
  g_autoptr (GBytes) bytes = NULL;
  TrlReader *again;
  char *text;
  gsize length;

  g_assert_no_error (error);
  g_assert_cmpuint (trl_reader_get_repairs (reader)->len, ==, 0);
  text = trl_writer_write (trl_reader_get_blueprint (reader), &length);
  bytes = g_bytes_new_take (text, length);
  g_assert_true (g_bytes_equal (bytes, trl_reader_get_bytes (reader)));
  again = trl_reader_read (bytes, &error);
  g_assert_no_error (error);
  return again;
}

static TrlCard *
card_of (TrlReader  *reader,
         const char *id)
{
  TrlCard *card = trl_blueprint_get (trl_reader_get_blueprint (reader), id);

  if (card == NULL)
    g_error ("There is no %s", id);
  return card;
}

static void
assert_facts (TrlReader  *reader,
              const Fact *facts,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      TrlCard *card = card_of (reader, facts[i].id);
      TrlMember unit = trl_member_find (trl_card_get_kind (card), "unit");
      double number;

      g_test_message ("%s %g %s", facts[i].id, facts[i].number, facts[i].unit != NULL ? facts[i].unit : "");
      g_assert_true (trl_card_get_number (card, facts[i].member, &number));
      g_assert_cmpfloat (number, ==, facts[i].number);
      if (facts[i].unit != NULL)
        g_assert_cmpstr (trl_card_get_text (card, unit), ==, facts[i].unit);
      else
        g_assert_cmpint (trl_member_get_info (facts[i].member)->unit, !=, TRL_UNIT_BY_CARD);
    }
}

static void
assert_words (TrlReader  *reader,
              const Word *list,
              guint       n)
{
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (trl_card_get_text (card_of (reader, list[i].id), list[i].member), ==, list[i].text);
}

static void
count_values (gpointer data,
              gpointer user_data)
{
  TrlCard *card = data;
  guint *counts = user_data;
  TrlMember first, end;

  trl_kind_get_members (trl_card_get_kind (card), &first, &end);
  for (TrlMember member = first; member < end; member++)
    {
      const TrlMemberInfo *info = trl_member_get_info (member);

      if (trl_card_get_value (card, member) == NULL || info->group == TRL_GROUP_HIDDEN)
        continue;
      counts[0]++;
      counts[1] += g_str_has_suffix (info->path, "text") || g_str_has_suffix (info->path, "terms");
    }
}

/* Free text is the last resort: more than a tenth would be a failure of the model. */
static void
assert_little_text (TrlReader *reader)
{
  guint counts[2] = { 0 };

  trl_blueprint_foreach (trl_reader_get_blueprint (reader), count_values, counts);
  g_test_message ("%u of %u facts are free text", counts[1], counts[0]);
  g_assert_cmpuint (counts[1] * 10, <=, counts[0]);
}

static void
test_odoo (void)
{
  g_autoptr (TrlReader) reader = open_twice ("odoo-v11.trellis");

  assert_facts (reader, odoo, G_N_ELEMENTS (odoo));
  assert_words (reader, words, G_N_ELEMENTS (words));
  assert_little_text (reader);

  g_assert_false (trl_card_get_yes (card_of (reader, "learning"), TRL_TIER_RANKED, TRUE));
  g_assert_true (trl_card_get_yes (card_of (reader, "ready"), TRL_TIER_RANKED, TRUE));
  g_assert_cmpint (trl_card_get_state (card_of (reader, "learning-retention"), TRL_CRITERION_VALUE), ==, TRL_STATE_NOT_APPLICABLE);
  g_assert_cmpint (trl_card_get_state (card_of (reader, "ready-retention"), TRL_CRITERION_VALUE), ==, TRL_STATE_NOT_APPLICABLE);
  for (guint i = 0; i < G_N_ELEMENTS (odoo_tiers); i++)
    {
      g_autofree char *id = g_strconcat (odoo_tiers[i], "-fee", NULL);

      g_assert_cmpint (trl_card_get_state (card_of (reader, id), TRL_CRITERION_VALUE), ==, TRL_STATE_UNKNOWN);
    }
  g_assert_null (trl_card_get_ref (card_of (reader, "maintenance-rate"), TRL_RATE_TIER));   /* every tier */
}

static void
test_aws (void)
{
  g_autoptr (TrlReader) reader = open_twice ("aws-services.trellis");

  assert_facts (reader, aws, G_N_ELEMENTS (aws));
  assert_words (reader, aws_words, G_N_ELEMENTS (aws_words));
  assert_little_text (reader);
}

typedef struct
{
  const char *name;
  const Fact *facts;
  guint       n_facts;
} Program;

static const Program programs[] = {
  { "odoo-v6a", odoo_6a, G_N_ELEMENTS (odoo_6a) },
  { "odoo-2021", odoo_2021, G_N_ELEMENTS (odoo_2021) },
  { "hubspot-2016", hubspot_2016, G_N_ELEMENTS (hubspot_2016) },
  { "hubspot-2022", hubspot_2022, G_N_ELEMENTS (hubspot_2022) },
  { "hubspot-2025", hubspot_2025, G_N_ELEMENTS (hubspot_2025) },
  { "klaviyo-before", NULL, 0 },
  { "klaviyo-after", klaviyo, G_N_ELEMENTS (klaviyo) },
  { "datto-referral", datto, G_N_ELEMENTS (datto) },
  { "nutanix-elevate", NULL, 0 },
  { "nutanix-nitro", nitro, G_N_ELEMENTS (nitro) },
  { "details", details, G_N_ELEMENTS (details) },
};

static void
test_program (gconstpointer data)
{
  const Program *program = data;
  g_autofree char *name = g_strconcat (program->name, ".trellis", NULL);
  g_autoptr (TrlReader) reader = open_twice (name);

  assert_facts (reader, program->facts, program->n_facts);
  assert_little_text (reader);
}

static void
test_details (void)
{
  g_autoptr (TrlReader) reader = open_twice ("details.trellis");

  assert_words (reader, more_words, G_N_ELEMENTS (more_words));
  for (guint i = 0; i < G_N_ELEMENTS (refs); i++)
    {
      const char * const *list = trl_card_get_refs (card_of (reader, refs[i].id), refs[i].member);

      g_assert_nonnull (list);
      g_assert_cmpstr (list[0], ==, refs[i].to);
      g_assert_null (list[1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programs/odoo-v11", test_odoo);
  g_test_add_func ("/programs/aws-services", test_aws);
  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_strconcat ("/programs/", programs[i].name, NULL);

      g_test_add_data_func (path, &programs[i], test_program);
    }
  g_test_add_func ("/programs/details/words", test_details);
  return g_test_run ();
}
