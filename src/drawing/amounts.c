/* amounts.c: numbers, money and quantities as people write them.
 *
 * A short form ("$250k") is used only where it says exactly the same. */

#define G_LOG_DOMAIN "amounts"

#include "config.h"

#include "amounts.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* Signs that are understood wherever the currency is; others are named by
 * their three letters. */
static const struct
{
  const char *currency;
  const char *sign;
} signs[] = {
  { "USD", "$" }, { "EUR", "€" }, { "GBP", "£" }, { "JPY", "¥" }, { "INR", "₹" },
};

static void
add_grouped (GString    *out,
             const char *digits,
             const char *separator)
{
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (out, separator);
      g_string_append_c (out, digits[i]);
    }
}

/**
 * trl_amount_number:
 * @number: a finite number
 *
 * Writes a number with the locale's signs, with at most two decimals.
 *
 * Returns: (transfer full): the words
 */
char *
trl_amount_number (double number)
{
  const struct lconv *locale = localeconv ();
  const char *separator = locale->thousands_sep;
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
  g_autoptr (GString) out = g_string_new (number < 0 ? "−" : NULL);
  char *point;
  char *end;

  /* The C locale groups nothing; a board without a locale is read in English. */
  if (*separator == '\0' && strcmp (locale->decimal_point, ".") == 0)
    separator = ",";

  g_ascii_formatd (digits, sizeof digits, "%.2f", fabs (number));
  point = strchr (digits, '.');
  *point = '\0';
  add_grouped (out, digits, separator);

  end = point + strlen (point + 1);
  while (end > point && *end == '0')
    *end-- = '\0';
  if (end > point)
    {
      g_string_append (out, locale->decimal_point);
      g_string_append (out, point + 1);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* Three digits say all of it. */
static gboolean
is_short (double number)
{
  double scaled = fabs (number) * 100;

  return scaled < 100000 && fabs (scaled - round (scaled)) < 1e-6 &&
         (fabs (number) < 10 || fabs (scaled / 10 - round (scaled / 10)) < 1e-6) &&
         (fabs (number) < 100 || fabs (scaled / 100 - round (scaled / 100)) < 1e-6);
}

static char *
shorten (double amount)
{
  g_autofree char *number = NULL;

  if (fabs (amount) >= 1e9 && is_short (amount / 1e9))
    {
      number = trl_amount_number (amount / 1e9);
      /* Translators: a thousand millions, after a number: $1.5bn */
      return g_strdup_printf (C_("amount", "%sbn"), number);
    }
  if (fabs (amount) >= 1e6 && is_short (amount / 1e6))
    {
      number = trl_amount_number (amount / 1e6);
      /* Translators: a million, after a number: $1.3M */
      return g_strdup_printf (C_("amount", "%sM"), number);
    }
  if (fabs (amount) >= 1e4 && is_short (amount / 1e3))
    {
      number = trl_amount_number (amount / 1e3);
      /* Translators: a thousand, after a number: $250k */
      return g_strdup_printf (C_("amount", "%sk"), number);
    }
  return trl_amount_number (amount);
}

/**
 * trl_amount_money:
 * @amount: a finite number
 * @currency: (nullable): three letters; %NULL when nobody has said which
 *
 * Writes money, shortened where that says the same: "$250k", "$4,000".
 *
 * Returns: (transfer full): the words
 */
char *
trl_amount_money (double      amount,
                  const char *currency)
{
  g_autofree char *number = shorten (amount);

  if (currency == NULL)
    return g_steal_pointer (&number);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (currency, signs[i].currency) == 0)
      /* Translators: 1 is the currency sign, 2 the amount: "$250k", "250k €" */
      return g_strdup_printf (C_("amount", "%1$s%2$s"), signs[i].sign, number);
  /* Translators: 1 is the currency in three letters, 2 the amount: "CHF 250k" */
  return g_strdup_printf (C_("amount", "%1$s %2$s"), currency, number);
}

/**
 * trl_amount_percent:
 * @percent: 20 is 20 %
 *
 * Returns: (transfer full): the words
 */
char *
trl_amount_percent (double percent)
{
  g_autofree char *number = trl_amount_number (percent);

  return g_strdup_printf (C_("amount", "%s %%"), number);
}

/* One of these is chosen by the number; a fraction is always many. */
static char *
count (double      number,
       const char *one_and_many)
{
  g_autofree char *words = trl_amount_number (number);
  gulong n = number == floor (number) && number >= 0 && number < 1e9 ? (gulong) number : 2;

  switch (one_and_many[0])
    {
    case 'p':
      return g_strdup_printf (ngettext ("%s person", "%s people", n), words);
    case 'P':
      return g_strdup_printf (ngettext ("%s partner", "%s partners", n), words);
    case 'd':
      return g_strdup_printf (ngettext ("%s deal", "%s deals", n), words);
    case 'c':
      return g_strdup_printf (ngettext ("%s customer", "%s customers", n), words);
    case 'u':
      return g_strdup_printf (ngettext ("%s user", "%s users", n), words);
    case 's':
      return g_strdup_printf (ngettext ("%s point", "%s points", n), words);
    case 'D':
      return g_strdup_printf (ngettext ("%s day", "%s days", n), words);
    case 'm':
      return g_strdup_printf (ngettext ("%s month", "%s months", n), words);
    case 'y':
    default:
      return g_strdup_printf (ngettext ("%s year", "%s years", n), words);
    }
}

/**
 * trl_amount_quantity:
 * @number: a finite number
 * @unit: (nullable): the id of a unit, a currency, or any word
 * @currency: (nullable): the currency of the program, for money
 *
 * Writes a number with its unit: "20 %", "48 h", "3 people", "$5,000".
 *
 * Returns: (transfer full): the words
 */
char *
trl_amount_quantity (double      number,
                     const char *unit,
                     const char *currency)
{
  static const struct { int unit; const char *form; } counted[] = {
    { TRL_UNITS_PEOPLE, "p" }, { TRL_UNITS_PARTNERS, "P" }, { TRL_UNITS_DEALS, "d" },
    { TRL_UNITS_CUSTOMERS, "c" }, { TRL_UNITS_USERS, "u" }, { TRL_UNITS_POINTS, "s" },
    { TRL_UNITS_DAYS, "D" }, { TRL_UNITS_MONTHS, "m" }, { TRL_UNITS_YEARS, "y" },
  };
  const TrlEntry *entry = unit != NULL ? trl_catalogue_find (TRL_CATALOGUE_UNITS, unit) : NULL;
  g_autofree char *words = NULL;

  if (entry == NULL && unit != NULL && trl_unit_is_currency (unit))
    return trl_amount_money (number, unit);
  words = trl_amount_number (number);
  if (entry == NULL)
    return unit != NULL ? g_strdup_printf (C_("amount", "%1$s %2$s"), words, unit) : g_steal_pointer (&words);
  if (entry->number == TRL_UNITS_MONEY)
    return trl_amount_money (number, currency);
  if (entry->number == TRL_UNITS_PERCENT)
    return trl_amount_percent (number);
  if (entry->number == TRL_UNITS_HOURS)
    /* Translators: hours, shortened; the space does not break */
    return g_strdup_printf (C_("amount", "%s h"), words);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    if (entry->number == counted[i].unit)
      return count (number, counted[i].form);
  return g_steal_pointer (&words);
}

/**
 * trl_amount_value:
 * @card: a card
 * @value: the member that holds the number
 * @unit: the member that holds its unit, or %TRL_MEMBER_NONE
 * @usual_unit: (nullable): the unit when the card does not say
 * @currency: (nullable): the currency of the program
 *
 * Writes a member that is a number: "?" when somebody has to find it out, "–"
 * when there is nothing to find out, "…" while it is open.
 *
 * Returns: (transfer full): the words
 */
char *
trl_amount_value (const TrlCard *card,
                  TrlMember      value,
                  TrlMember      unit,
                  const char    *usual_unit,
                  const char    *currency)
{
  const char *own_unit = unit != TRL_MEMBER_NONE ? trl_card_get_text (card, unit) : NULL;
  double number;

  switch (trl_card_get_state (card, value))
    {
    case TRL_STATE_UNKNOWN:
      return g_strdup ("?");
    case TRL_STATE_NOT_APPLICABLE:
      return g_strdup ("–");
    case TRL_STATE_KNOWN:
      if (trl_card_get_number (card, value, &number))
        return trl_amount_quantity (number, own_unit != NULL ? own_unit : usual_unit, currency);
      return g_strdup ("…");
    case TRL_STATE_OPEN:
    default:
      return g_strdup ("…");
    }
}
