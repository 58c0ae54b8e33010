/* value-text.c: a value as people type it, and what they typed as a value.
 *
 * "?" in any field means that somebody has to find out, "? Anna" says who; "–"
 * or "n/a" that there is nothing to find out; an empty field that nobody has
 * said anything yet. Numbers are read as the locale writes them, with or
 * without what groups their digits, with "k" or "M" for thousands and
 * millions, and with a unit behind, which is the business of another field. */

#define G_LOG_DOMAIN "value-text"

#include "config.h"

#include "value-text.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *
decimal_point (void)
{
  return localeconv ()->decimal_point;
}

/**
 * trl_number_format:
 * @number: a finite number
 *
 * Writes a number with as few digits as say it exactly, grouped and with the
 * decimal point of the locale.
 *
 * Returns: (transfer full): the text
 */
char *
trl_number_format (double number)
{
  g_autofree char *exact = NULL;
  g_autofree char *grouped = NULL;
  const char *fraction;

  if (fabs (number) >= 1e15)
    return g_strdup_printf ("%.17g", number);

  for (int digits = 1; digits <= 17; digits++)
    {
      g_free (exact);
      exact = g_strdup_printf ("%.*f", digits - 1, number);
      if (g_strtod (exact, NULL) == number)
        break;
    }
  fraction = strstr (exact, decimal_point ());
  grouped = g_strdup_printf ("%'.0f", trunc (number));
  if (number < 0 && trunc (number) == 0)
    return g_steal_pointer (&exact);
  return g_strconcat (grouped, fraction, NULL);
}

/* Digits and at most one point, for g_ascii_strtod(); NULL when it is no number. A mark that
 * cannot be the point of this locale and has three digits behind it groups, any other is a point. */
static char *
plain_digits (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  char point = decimal_point ()[0];
  const char *last = strrchr (text, point == ',' ? ',' : '.');
  gboolean seen = FALSE;

  for (const char *c = text; *c != '\0'; c++)
    {
      gboolean groups = strspn (c + 1, "0123456789") == 3 && *c != point && plain->len > 0;

      if (g_ascii_isdigit (*c) || (*c == '-' && plain->len == 0))
        g_string_append_c (plain, *c);
      else if (*c == '+' && plain->len == 0)
        continue;
      else if ((*c == '.' || *c == ',') && groups && (last == NULL || c < last))
        continue;
      else if ((*c == '.' || *c == ',') && !seen)
        {
          g_string_append_c (plain, '.');
          seen = TRUE;
        }
      else
        return NULL;
    }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* Takes spaces, and what stands around the digits, out: "$ 100 k" is "100" and a factor of 1000. */
static char *
strip (const char *text,
       double     *factor)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  *factor = 1;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character) || character == '\'' || character == 0x2019)
        continue;
      if (g_unichar_type (character) == G_UNICODE_CURRENCY_SYMBOL || character == '%')
        continue;
      if (character == 0x2212)
        character = '-';
      if (digits->len > 0 && *factor == 1 && (character == 'k' || character == 'K' || character == 'm' || character == 'M') &&
          g_unichar_type (g_utf8_get_char (g_utf8_next_char (c))) != G_UNICODE_LOWERCASE_LETTER)
        *factor = character == 'k' || character == 'K' ? 1e3 : 1e6;
      else
        g_string_append_unichar (digits, character);
    }
  return g_string_free (g_steal_pointer (&digits), FALSE);
}

/**
 * trl_number_parse:
 * @text: what somebody typed
 * @number: (out): the number
 *
 * Reads a number as people write it: "100,000", "1.5", "$100k", "20 %".
 *
 * Returns: whether it is a finite number
 */
gboolean
trl_number_parse (const char *text,
                  double     *number)
{
  g_autofree char *digits = NULL;
  g_autofree char *plain = NULL;
  char *end = NULL;
  double factor;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (number != NULL, FALSE);

  digits = strip (text, &factor);
  plain = plain_digits (digits);
  if (plain == NULL || strpbrk (plain, "0123456789") == NULL)
    return FALSE;
  *number = g_ascii_strtod (plain, &end) * factor;
  return end != NULL && *end == '\0' && isfinite (*number);
}

static const char *
choice_label (const TrlMemberInfo *info,
              const char          *id)
{
  int choice = trl_choices_find (info->of, id);

  return choice >= 0 ? trl_choice_get_label (info->of, choice) : id;
}

static const char *
entry_label (const TrlMemberInfo *info,
             const char          *id)
{
  const TrlEntry *entry = trl_catalogue_find (info->type == TRL_VALUE_UNIT ? TRL_CATALOGUE_UNITS : info->of, id);

  return entry != NULL ? trl_entry_get_label (entry) : id;
}

static char *
format_known (const TrlMemberInfo *info,
              const TrlValue      *value)
{
  switch (info->type)
    {
    case TRL_VALUE_NUMBER:
      return trl_number_format (trl_value_get_number (value));
    case TRL_VALUE_YES_NO:
      return g_strdup (trl_value_get_number (value) != 0 ? C_("choice", "Yes") : C_("choice", "No"));
    case TRL_VALUE_CHOICE:
      return g_strdup (choice_label (info, trl_value_get_text (value)));
    case TRL_VALUE_ENTRY:
    case TRL_VALUE_UNIT:
      return g_strdup (entry_label (info, trl_value_get_text (value)));
    case TRL_VALUE_REFS:
      return g_strjoinv (" ", (char **) trl_value_get_list (value));
    default:
      return g_strdup (trl_value_get_text (value));
    }
}

/**
 * trl_value_text_format:
 * @info: the member
 * @value: (nullable): what it holds
 *
 * Writes a value as it stands in a field.
 *
 * Returns: (transfer full): the text, "" for an open one
 */
char *
trl_value_text_format (const TrlMemberInfo *info,
                       const TrlValue      *value)
{
  const char *owner;

  g_return_val_if_fail (info != NULL, NULL);

  switch (trl_value_get_state (value))
    {
    case TRL_STATE_KNOWN:
      return format_known (info, value);
    case TRL_STATE_UNKNOWN:
      owner = trl_value_get_owner (value);
      return owner != NULL ? g_strconcat (TRL_TEXT_UNKNOWN " ", owner, NULL) : g_strdup (TRL_TEXT_UNKNOWN);
    case TRL_STATE_NOT_APPLICABLE:
      return g_strdup (TRL_TEXT_NOT_APPLICABLE);
    case TRL_STATE_OPEN:
    default:
      return g_strdup ("");
    }
}

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, message);
  return FALSE;
}

static gboolean
parse_date (const char  *text,
            TrlValue   **value,
            GError     **error)
{
  int year = 0, month = 0, day = 0, end = 0;
  char iso[16];

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || text[end] != '\0' ||
      year < 1000 || month < 1 || day < 1 || !g_date_valid_dmy (day, month, year))
    return fail (error, _("A day is written like 2026-11-23"));
  g_snprintf (iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
  *value = trl_value_new_text (iso);
  return TRUE;
}

static gboolean
parse_number (const char  *text,
              TrlValue   **value,
              GError     **error)
{
  double number;

  if (!trl_number_parse (text, &number))
    return fail (error, _("Not a number. Write ? when somebody has to find out."));
  *value = trl_value_new_number (number);
  return TRUE;
}

static gboolean
parse_currency (const char  *text,
                TrlValue   **value,
                GError     **error)
{
  g_autofree char *capital = g_ascii_strup (text, -1);

  if (strlen (capital) != 3 || strspn (capital, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") != 3)
    return fail (error, _("A currency has three letters, like USD or EUR"));
  *value = trl_value_new_text (capital);
  return TRUE;
}

/* The states that any field but a name and a text can say. */
static gboolean
parse_state (const char  *text,
             TrlValue   **value)
{
  if (text[0] == '?')
    {
      const char *owner = text + 1;

      while (g_ascii_isspace (*owner))
        owner++;
      *value = trl_value_new_unknown (*owner != '\0' ? owner : NULL);
    }
  else if (g_str_equal (text, TRL_TEXT_NOT_APPLICABLE) || g_str_equal (text, "-") || g_str_equal (text, "—") ||
           g_ascii_strcasecmp (text, "n/a") == 0)
    *value = trl_value_new_not_applicable ();
  else
    return FALSE;
  return TRUE;
}

/**
 * trl_value_text_parse:
 * @info: the member
 * @text: what somebody typed
 * @value: (out) (nullable) (transfer full): the value, %NULL for an open one
 * @error: (nullable): where to say what is wrong
 *
 * Reads what somebody typed into the field of a member. Choices, entries,
 * units, levels and references are read as their ids.
 *
 * Returns: whether it can be read
 */
gboolean
trl_value_text_parse (const TrlMemberInfo  *info,
                      const char           *text,
                      TrlValue            **value,
                      GError              **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (info != NULL, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  *value = NULL;
  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    return TRUE;
  if (info->type == TRL_VALUE_NAME || info->type == TRL_VALUE_TEXT)
    {
      *value = trl_value_new_text (info->type == TRL_VALUE_TEXT ? text : stripped);
      return TRUE;
    }
  if (parse_state (stripped, value))
    return TRUE;

  switch (info->type)
    {
    case TRL_VALUE_NUMBER:
      return parse_number (stripped, value, error);
    case TRL_VALUE_DATE:
      return parse_date (stripped, value, error);
    case TRL_VALUE_CURRENCY:
      return parse_currency (stripped, value, error);
    default:
      *value = trl_value_new_text (stripped);
      return TRUE;
    }
}
