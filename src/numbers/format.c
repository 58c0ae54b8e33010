/* format.c: numbers as people read them.
 *
 * The separators are the locale's; where it has none (C), those of English
 * are used, so that a design reads the same in a terminal and in a window. */

#define G_LOG_DOMAIN "format"

#include "config.h"

#include "format.h"

#include <glib/gi18n.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#define NBSP "\302\240"

static const struct
{
  const char *code;
  const char *sign;
} signs[] = {
  { "USD", "$" }, { "EUR", "€" }, { "GBP", "£" }, { "JPY", "¥" }, { "INR", "₹" },
  { "KRW", "₩" }, { "ILS", "₪" }, { "BRL", "R$" }, { "CAD", "CA$" }, { "AUD", "A$" },
  { "NZD", "NZ$" }, { "MXN", "MX$" },
};

static const char *
separator (void)
{
  const char *found = localeconv ()->thousands_sep;

  return found != NULL && *found != '\0' ? found : ",";
}

/* The digits of a number that is not negative, grouped by three. */
static char *
group (double number,
       int    decimals)
{
  char plain[400];
  const char *point = localeconv ()->decimal_point;
  GString *text = g_string_new (NULL);
  const char *dot;
  gsize whole;

  g_ascii_formatd (plain, sizeof plain, decimals == 0 ? "%.0f" : decimals == 1 ? "%.1f" : "%.2f", number);
  dot = strchr (plain, '.');
  whole = dot != NULL ? (gsize) (dot - plain) : strlen (plain);
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append (text, separator ());
      g_string_append_c (text, plain[i]);
    }
  if (dot != NULL)
    g_string_append_printf (text, "%s%s", point != NULL && *point != '\0' ? point : ".", dot + 1);
  return g_string_free (text, FALSE);
}

/* As many decimals as the number has, two at most. */
static int
decimals_of (double number)
{
  if (fabs (number - round (number)) < 0.005)
    return 0;
  return fabs (number * 10 - round (number * 10)) < 0.05 ? 1 : 2;
}

/* More than anybody counts, and still a number that every plural form was made for. */
#define MANY 1e9

/**
 * trl_format_plural:
 * @number: what is counted
 *
 * Says by which number ngettext() has to choose its words: a fraction is
 * always many, and a figure that is out of all reason, too.
 *
 * Returns: @number, or 2
 */
gulong
trl_format_plural (double number)
{
  return number == floor (number) && number >= 0 && number < MANY ? (gulong) number : 2;
}

/**
 * trl_format_whole:
 * @number: what is counted
 *
 * Cuts a figure of a design down to what can be counted: files may hold any
 * double, and C does not say what becomes of one that no integer can hold.
 *
 * Returns: the whole part of @number, from 0 to a billion
 */
gulong
trl_format_whole (double number)
{
  return (gulong) CLAMP (number, 0, MANY);
}

/**
 * trl_format_number:
 * @number: a number
 *
 * Writes a number with the separators of the locale and two decimals at most.
 *
 * Returns: (transfer full): "1,250", "17.6"
 */
char *
trl_format_number (double number)
{
  g_autofree char *digits = group (fabs (number), decimals_of (number));

  return g_strconcat (number < 0 && !g_str_equal (digits, "0") ? "−" : "", digits, NULL);
}

/**
 * trl_format_percent:
 * @percent: a share in percent: 20 is 20 %
 *
 * Returns: (transfer full): "20 %", with a no-break space
 */
char *
trl_format_percent (double percent)
{
  g_autofree char *number = trl_format_number (percent);

  /* Translators: a number with a percent sign after it; the space is a no-break space. */
  return g_strdup_printf (C_("percent", "%s\302\240%%"), number);
}

static const char *
sign_of (const char *currency)
{
  for (guint i = 0; currency != NULL && i < G_N_ELEMENTS (signs); i++)
    if (g_str_equal (signs[i].code, currency))
      return signs[i].sign;
  return currency != NULL ? currency : "";
}

/* Digits and sign in the order of the locale; before the digits where it does not say. */
static char *
with_currency (double      amount,
               const char *digits,
               const char *currency)
{
  const struct lconv *conv = localeconv ();
  const char *sign = sign_of (currency), *minus = amount < 0 ? "−" : "";

  if (*sign == '\0')
    return g_strconcat (minus, digits, NULL);
  if (conv->p_cs_precedes == 0)
    return g_strconcat (minus, digits, NBSP, sign, NULL);
  return g_strconcat (minus, sign, strlen (sign) > 2 && g_ascii_isalpha (sign[2]) ? NBSP : "", digits, NULL);
}

/**
 * trl_format_money:
 * @amount: an amount
 * @currency: (nullable): three letters; %NULL or "" when it is not known
 *
 * Writes money in full.
 *
 * Returns: (transfer full): "$4,000", "€150", "CHF 1,250.50"
 */
char *
trl_format_money (double      amount,
                  const char *currency)
{
  g_autofree char *digits = group (fabs (amount), decimals_of (amount) == 0 ? 0 : 2);

  return with_currency (amount, digits, currency);
}

/* Three digits say all of it. */
static gboolean
is_short (double number)
{
  double scaled = number * 100, step = number < 10 ? 1 : number < 100 ? 10 : 100;

  return number < 1000 && fabs (scaled / step - round (scaled / step)) < 1e-6;
}

/**
 * trl_format_money_short:
 * @amount: an amount
 * @currency: (nullable): three letters; %NULL or "" when it is not known
 *
 * Writes money for narrow places: thousands and millions are cut short where
 * three digits say it exactly, other amounts are written in full.
 *
 * Returns: (transfer full): "$250k", "€1.5M", "$4,000"
 */
char *
trl_format_money_short (double      amount,
                        const char *currency)
{
  static const struct { double step; const char *letter; } steps[] = {
    { 1e9, NC_("thousands", "B") }, { 1e6, NC_("thousands", "M") }, { 1e3, NC_("thousands", "k") }
  };
  double size = fabs (amount);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      double cut = size / steps[i].step;

      if (size >= (i == 2 ? 1e4 : steps[i].step) && is_short (cut))
        {
          g_autofree char *digits = group (cut, decimals_of (cut));
          g_autofree char *all = g_strconcat (digits, g_dpgettext2 (GETTEXT_PACKAGE, "thousands", steps[i].letter), NULL);

          return with_currency (amount, all, currency);
        }
    }
  return trl_format_money (amount, currency);
}

/**
 * trl_format_with_unit:
 * @number: a number
 * @unit: (nullable): a unit as in a file: "%", a currency, "money", "days", …
 * @currency: (nullable): the currency that "money" stands for
 *
 * Writes a number with its unit.
 *
 * Returns: (transfer full): "20 %", "$1,000", "30 days"
 */
char *
trl_format_with_unit (double      number,
                      const char *unit,
                      const char *currency)
{
  g_autofree char *digits = NULL;
  const TrlEntry *entry;

  if (unit != NULL && g_str_equal (unit, "%"))
    return trl_format_percent (number);
  if (trl_unit_is_currency (unit))
    return trl_format_money (number, g_str_equal (unit, "money") ? currency : unit);
  digits = trl_format_number (number);
  entry = trl_catalogue_find (TRL_CATALOGUE_UNITS, unit);
  if (unit == NULL || *unit == '\0' || (entry != NULL && entry->number == TRL_UNITS_COUNT))
    return g_steal_pointer (&digits);
  return g_strconcat (digits, NBSP, entry != NULL ? trl_entry_get_label (entry) : unit, NULL);
}
