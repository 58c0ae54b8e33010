/* test-value-text.c: what people type is what they mean. */

#include "config.h"

#include <locale.h>

#include "value-text.h"

static void
assert_number (const char *text,
               double      expected)
{
  double number = -1;

  g_assert_true (trl_number_parse (text, &number));
  g_assert_cmpfloat (number, ==, expected);
}

static void
test_numbers (void)
{
  double number;

  assert_number ("100000", 100000);
  assert_number ("100,000", 100000);
  assert_number ("1,234,567.5", 1234567.5);
  assert_number ("1.5", 1.5);
  assert_number ("1,5", 1.5);
  assert_number ("$100k", 100000);
  assert_number ("1.3M", 1300000);
  assert_number ("20 %", 20);
  assert_number ("€ 5 000", 5000);
  assert_number ("-3", -3);
  assert_number ("−3", -3);
  g_assert_false (trl_number_parse ("", &number));
  g_assert_false (trl_number_parse ("many", &number));
  g_assert_false (trl_number_parse ("1.2.3", &number));
  g_assert_false (trl_number_parse ("-", &number));
  g_assert_false (trl_number_parse ("1e999", &number));
}

/* What is written is read again as the same number. */
static void
test_number_round_trip (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 2000; i++)
    {
      double number = g_rand_int_range (rand, -100000000, 100000000) / (double) (1 << g_rand_int_range (rand, 0, 8));
      g_autofree char *text = trl_number_format (number);

      assert_number (text, number);
    }
}

static TrlState
state_of (TrlMember   member,
          const char *text)
{
  g_autoptr (TrlValue) value = NULL;

  g_assert_true (trl_value_text_parse (trl_member_get_info (member), text, &value, NULL));
  return trl_value_get_state (value);
}

static void
test_states (void)
{
  g_autoptr (TrlValue) value = NULL;

  g_assert_cmpint (state_of (TRL_STEP_DAYS, "?"), ==, TRL_STATE_UNKNOWN);
  g_assert_cmpint (state_of (TRL_STEP_DAYS, " ? Anna "), ==, TRL_STATE_UNKNOWN);
  g_assert_cmpint (state_of (TRL_STEP_DAYS, "–"), ==, TRL_STATE_NOT_APPLICABLE);
  g_assert_cmpint (state_of (TRL_STEP_DAYS, "n/a"), ==, TRL_STATE_NOT_APPLICABLE);
  g_assert_cmpint (state_of (TRL_STEP_DAYS, "  "), ==, TRL_STATE_OPEN);
  g_assert_cmpint (state_of (TRL_STEP_DAYS, "0"), ==, TRL_STATE_KNOWN);
  g_assert_cmpint (state_of (TRL_STEP_OWNER, "?"), ==, TRL_STATE_UNKNOWN);
  /* A name is itself. */
  g_assert_cmpint (state_of (TRL_TIER_NAME, "?"), ==, TRL_STATE_KNOWN);

  g_assert_true (trl_value_text_parse (trl_member_get_info (TRL_STEP_DAYS), "? Anna", &value, NULL));
  g_assert_cmpstr (trl_value_get_owner (value), ==, "Anna");
}

/* What is read, as it stands in the file; NULL when it is refused. */
static char *
reads_as (TrlMember   member,
          const char *text)
{
  g_autoptr (TrlValue) value = NULL;
  g_autoptr (GError) error = NULL;

  if (!trl_value_text_parse (trl_member_get_info (member), text, &value, &error))
    {
      g_assert_nonnull (error);
      g_assert_null (value);
      return NULL;
    }
  return g_strdup (trl_value_get_text (value));
}

static void
test_words (void)
{
  static const struct { TrlMember member; const char *text; const char *expected; } cases[] = {
    { TRL_METRIC_BY, "2026-11-23", "2026-11-23" },
    { TRL_METRIC_BY, " 2026-1-2 ", "2026-01-02" },
    { TRL_METRIC_BY, "26-11-23", NULL },        /* nobody means the days of Tiberius */
    { TRL_METRIC_BY, "-026-11-23", NULL },
    { TRL_METRIC_BY, "2026-11-23, noon", NULL },
    { TRL_METRIC_BY, "2026-13-01", NULL },
    { TRL_METRIC_BY, "2026-11", NULL },
    { TRL_PROGRAM_CURRENCY, "eur", "EUR" },
    { TRL_PROGRAM_CURRENCY, "EU", NULL },
    { TRL_PROGRAM_CURRENCY, "EURO", NULL },
    { TRL_PROGRAM_CURRENCY, "E1R", NULL },
    { TRL_STEP_OWNER, "  Anna ", "Anna" },
    { TRL_NOTE_TEXT, " as it\nstands ", " as it\nstands " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = reads_as (cases[i].member, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (read, ==, cases[i].expected);
    }
}

static void
test_wrong (void)
{
  g_autoptr (GError) number = NULL, day = NULL, currency = NULL;
  TrlValue *value = NULL;

  g_assert_false (trl_value_text_parse (trl_member_get_info (TRL_STEP_DAYS), "soon", &value, &number));
  g_assert_null (value);
  g_assert_nonnull (number);
  g_assert_false (trl_value_text_parse (trl_member_get_info (TRL_METRIC_BY), "2026-02-30", &value, &day));
  g_assert_nonnull (day);
  g_assert_false (trl_value_text_parse (trl_member_get_info (TRL_PROGRAM_CURRENCY), "dollars", &value, &currency));
  g_assert_nonnull (currency);
}

static void
test_format (void)
{
  g_autoptr (TrlValue) unknown = trl_value_new_unknown ("Anna");
  g_autoptr (TrlValue) none = trl_value_new_not_applicable ();
  g_autoptr (TrlValue) half = trl_value_new_number (0.5);
  const TrlMemberInfo *days = trl_member_get_info (TRL_STEP_DAYS);
  g_autofree char *unknown_text = trl_value_text_format (days, unknown);
  g_autofree char *none_text = trl_value_text_format (days, none);
  g_autofree char *half_text = trl_value_text_format (days, half);
  g_autofree char *open_text = trl_value_text_format (days, NULL);

  g_assert_cmpstr (unknown_text, ==, "? Anna");
  g_assert_cmpstr (none_text, ==, "–");
  g_assert_cmpstr (half_text, ==, "0.5");
  g_assert_cmpstr (open_text, ==, "");
}

static void
assert_written (TrlMember   member,
                TrlValue   *known,
                const char *expected)
{
  g_autoptr (TrlValue) value = known;
  g_autofree char *text = trl_value_text_format (trl_member_get_info (member), value);

  g_assert_cmpstr (text, ==, expected);
}

/* Words of the program for its own, and what somebody else wrote as it is. */
static void
test_format_known (void)
{
  assert_written (TRL_MOTION_CATCH_ALL, trl_value_new_yes_no (TRUE), "Yes");
  assert_written (TRL_MOTION_CATCH_ALL, trl_value_new_yes_no (FALSE), "No");
  assert_written (TRL_METRIC_ROLE, trl_value_new_text ("guardrail"), trl_choice_get_label (TRL_CHOICES_ROLE, TRL_ROLE_GUARDRAIL));
  assert_written (TRL_METRIC_ROLE, trl_value_new_text ("mascot"), "mascot");
  assert_written (TRL_STEP_KIND, trl_value_new_text ("first-deal"), "First deal");
  assert_written (TRL_STEP_KIND, trl_value_new_text ("blitz-week"), "blitz-week");
  assert_written (TRL_CRITERION_UNIT, trl_value_new_text ("people"),
                  trl_entry_get_label (trl_catalogue_find (TRL_CATALOGUE_UNITS, "people")));
  assert_written (TRL_METRIC_BY, trl_value_new_text ("2026-11-23"), "2026-11-23");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/value-text/numbers are read as people write them", test_numbers);
  g_test_add_func ("/file/value-text/a number that is written is read again", test_number_round_trip);
  g_test_add_func ("/file/value-text/a question mark is unknown", test_states);
  g_test_add_func ("/file/value-text/days, currencies and words are read", test_words);
  g_test_add_func ("/file/value-text/what is wrong is said", test_wrong);
  g_test_add_func ("/file/value-text/states are written as they are read", test_format);
  g_test_add_func ("/file/value-text/what is known is written in words", test_format_known);
  return g_test_run ();
}
