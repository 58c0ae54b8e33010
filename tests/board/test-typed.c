/* test-typed.c: what people type on a card, and what it means. */

#include "config.h"

#include "typed.h"

#include <math.h>

static void
test_numbers (void)
{
  static const struct { const char *text; double number; } cases[] = {
    { "20", 20 }, { "20 %", 20 }, { "$1,500", 1500 }, { "1.500,50 €", 1500.5 }, { "1,500.50", 1500.5 },
    { "1,5", 1.5 }, { "1.5", 1.5 }, { "1.500", 1.5 }, { "10k", 10000 }, { "$1.2m a year", 1200000 }, { "250 K", 250000 },
    { "0,125", 0.125 }, { "-3", -3 }, { "1 000 000", 1000000 }, { "1'000", 1000 }, { "30 d", 30 }, { ".5", 0.5 }, { "3 months", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrlValue) value = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_true (trl_typed_read (TRL_RATE_VALUE, cases[i].text, &value));
      g_assert_cmpint (trl_value_get_state (value), ==, TRL_STATE_KNOWN);
      g_assert_cmpfloat_with_epsilon (trl_value_get_number (value), cases[i].number, 1e-9);
    }
}

static void
test_no_numbers (void)
{
  static const char *cases[] = { "a lot", "8 to 12", "8 → 12 %", "%", "--" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrlValue) value = NULL;

      g_assert_false (trl_typed_read (TRL_RATE_VALUE, cases[i], &value));
      g_assert_null (value);
    }
}

static void
test_states (void)
{
  g_autoptr (TrlValue) unknown = NULL;
  g_autoptr (TrlValue) open = NULL;
  g_autoptr (TrlValue) name = NULL;

  g_assert_true (trl_typed_read (TRL_STEP_DAYS, " ? ", &unknown));
  g_assert_cmpint (trl_value_get_state (unknown), ==, TRL_STATE_UNKNOWN);
  g_assert_true (trl_typed_read (TRL_STEP_DAYS, "  ", &open));
  g_assert_null (open);
  /* A name cannot be unknown: it is what is written. */
  g_assert_true (trl_typed_read (TRL_TIER_NAME, "?", &name));
  g_assert_cmpstr (trl_value_get_text (name), ==, "?");
}

static void
test_there_and_back (void)
{
  static const double numbers[] = { 0, 1, 20, 0.125, 1e6, 1234567.25, -4 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (TrlCard) card = trl_card_new (TRL_KIND_RATE, "rate");
      g_autoptr (TrlValue) value = trl_value_new_number (numbers[i]);
      g_autoptr (TrlValue) again = NULL;
      g_autofree char *text = NULL;

      trl_card_init_value (card, TRL_RATE_VALUE, value);
      text = trl_typed_write (card, TRL_RATE_VALUE);
      g_assert_true (trl_typed_read (TRL_RATE_VALUE, text, &again));
      g_assert_true (trl_value_equal (value, again));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/typed/numbers with what stands round them", test_numbers);
  g_test_add_func ("/board/typed/what is no number", test_no_numbers);
  g_test_add_func ("/board/typed/unknown, open, and names", test_states);
  g_test_add_func ("/board/typed/there and back", test_there_and_back);

  return g_test_run ();
}
