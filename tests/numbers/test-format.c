/* test-format.c: numbers as people read them. */

#include "format.h"

#include <locale.h>

#define NBSP "\302\240"

static void
expect (char       *text,
        const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_number (void)
{
  expect (trl_format_number (0), "0");
  expect (trl_format_number (1250), "1,250");
  expect (trl_format_number (17.6), "17.6");
  expect (trl_format_number (2.25), "2.25");
  expect (trl_format_number (0.1 + 0.2), "0.3");
  expect (trl_format_number (1234567), "1,234,567");
  expect (trl_format_number (-8), "−8");
  expect (trl_format_percent (20), "20" NBSP "%");
  expect (trl_format_percent (1.5), "1.5" NBSP "%");
}

static void
test_counted (void)
{
  g_assert_cmpuint (trl_format_plural (1), ==, 1);
  g_assert_cmpuint (trl_format_plural (17), ==, 17);
  g_assert_cmpuint (trl_format_plural (1.6), ==, 2);
  g_assert_cmpuint (trl_format_plural (-1), ==, 2);
  g_assert_cmpuint (trl_format_plural (1e300), ==, 2);
  g_assert_cmpuint (trl_format_whole (17.6), ==, 17);
  g_assert_cmpuint (trl_format_whole (-1e300), ==, 0);
  g_assert_cmpuint (trl_format_whole (1e300), ==, 1000000000);
}

static void
test_money (void)
{
  expect (trl_format_money (4000, "USD"), "$4,000");
  expect (trl_format_money (150, "EUR"), "€150");
  expect (trl_format_money (1250.5, "CHF"), "CHF" NBSP "1,250.50");
  expect (trl_format_money (-500, "USD"), "−$500");
  expect (trl_format_money (500, ""), "500");
  expect (trl_format_money (500, NULL), "500");
}

static void
test_short (void)
{
  expect (trl_format_money_short (250000, "USD"), "$250k");
  expect (trl_format_money_short (1500000, "EUR"), "€1.5M");
  expect (trl_format_money_short (4000, "USD"), "$4,000");
  expect (trl_format_money_short (12345, "USD"), "$12,345");
  expect (trl_format_money_short (1e6, "USD"), "$1M");
  expect (trl_format_money_short (1250000, "USD"), "$1.25M");
  expect (trl_format_money_short (352500, "USD"), "$352,500");
  expect (trl_format_money_short (0, "USD"), "$0");
}

static void
test_unit (void)
{
  expect (trl_format_with_unit (20, "%", "USD"), "20" NBSP "%");
  expect (trl_format_with_unit (1000, "money", "USD"), "$1,000");
  expect (trl_format_with_unit (1440, "EUR", "USD"), "€1,440");
  expect (trl_format_with_unit (30, "days", "USD"), "30" NBSP "days");
  expect (trl_format_with_unit (12, "count", "USD"), "12");
  expect (trl_format_with_unit (3, "badges", "USD"), "3" NBSP "badges");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/numbers/format/number", test_number);
  g_test_add_func ("/numbers/format/counted", test_counted);
  g_test_add_func ("/numbers/format/money", test_money);
  g_test_add_func ("/numbers/format/short", test_short);
  g_test_add_func ("/numbers/format/unit", test_unit);
  return g_test_run ();
}
