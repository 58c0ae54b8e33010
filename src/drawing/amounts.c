/* amounts.c: members of cards and quantities, as narrow places need them; numbers and money are written by numbers/format. */

#define G_LOG_DOMAIN "amounts"

#include "config.h"

#include "amounts.h"

#include "format.h"

#include <glib/gi18n.h>

/* One of these is chosen by the number. */
static char *
count (double      number,
       const char *one_and_many)
{
  g_autofree char *words = trl_format_number (number);
  gulong n = trl_format_plural (number);

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
    return trl_format_money_short (number, unit);
  words = trl_format_number (number);
  if (entry == NULL)
    return unit != NULL ? g_strdup_printf (C_("amount", "%1$s %2$s"), words, unit) : g_steal_pointer (&words);
  if (entry->number == TRL_UNITS_MONEY)
    return trl_format_money_short (number, currency);
  if (entry->number == TRL_UNITS_PERCENT)
    return trl_format_percent (number);
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
