/* test-programs.c: two real programs are held without loss.
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/programs/odoo-v11", test_odoo);
  g_test_add_func ("/programs/aws-services", test_aws);
  return g_test_run ();
}
