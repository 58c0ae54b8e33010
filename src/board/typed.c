/* typed.c: members as a person types them on a card, and back.
 *
 * A card on the board is edited in one short line: "20 %", "$1,500", "10k",
 * "?" for what somebody has to find out, nothing for what is open. Units and
 * choices are the inspector's; here they are read over. */

#define G_LOG_DOMAIN "typed"

#include "config.h"

#include "typed.h"

#include <math.h>
#include <string.h>

/**
 * trl_typed_can_edit:
 * @member: a member
 *
 * Returns: whether it can be typed
 */
gboolean
trl_typed_can_edit (TrlMember member)
{
  switch (trl_member_get_info (member)->type)
    {
    case TRL_VALUE_NAME:
    case TRL_VALUE_TEXT:
    case TRL_VALUE_LINE:
    case TRL_VALUE_NUMBER:
      return TRUE;
    case TRL_VALUE_YES_NO:
    case TRL_VALUE_DATE:
    case TRL_VALUE_CHOICE:
    case TRL_VALUE_ENTRY:
    case TRL_VALUE_UNIT:
    case TRL_VALUE_CURRENCY:
    case TRL_VALUE_LEVEL:
    case TRL_VALUE_REF:
    case TRL_VALUE_REFS:
    default:
      return FALSE;
    }
}

/**
 * trl_typed_write:
 * @card: a card
 * @member: a member of it
 *
 * Returns: (transfer full): what a field starts with
 */
char *
trl_typed_write (TrlCard   *card,
                 TrlMember  member)
{
  TrlValue *value = trl_card_get_value (card, member);

  switch (trl_value_get_state (value))
    {
    case TRL_STATE_KNOWN:
      if (trl_value_get_form (value) == TRL_FORM_NUMBER)
        return g_strdup_printf ("%.15g", trl_value_get_number (value));
      if (trl_value_get_form (value) == TRL_FORM_TEXT)
        return g_strdup (trl_value_get_text (value));
      return g_strdup ("");
    case TRL_STATE_UNKNOWN:
      return g_strdup ("?");
    case TRL_STATE_OPEN:
    case TRL_STATE_NOT_APPLICABLE:
    default:
      return g_strdup ("");
    }
}

/* Keeps the digits of a number with one point. With both marks the later one
 * is the point; a lone mark before exactly three digits parts thousands, unless
 * the number starts with a zero. */
static char *
plain_digits (const char *text)
{
  const char *comma = strrchr (text, ','), *point = strrchr (text, '.');
  const char *mark = comma > point ? comma : point;
  gboolean both = comma != NULL && point != NULL;
  GString *digits = g_string_new (NULL);

  if (mark != NULL && !both)
    {
      gboolean several = strchr (text, *mark) != mark;

      if (several || (strspn (mark + 1, "0123456789") == 3 && *text != '0' && *mark == ','))
        mark = NULL;
    }
  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c) || (*c == '-' && digits->len == 0))
        g_string_append_c (digits, *c);
      else if (c == mark)
        g_string_append_c (digits, '.');
    }
  return g_string_free (digits, FALSE);
}

/* "$1.5k", "20 %", "1,500 EUR": one number, with whatever stands round it. */
static gboolean
read_number (const char *text,
             double     *number)
{
  const char *start = strpbrk (text, "0123456789");
  g_autofree char *digits = NULL;
  g_autofree char *stretch = NULL;
  const char *end, *rest;
  double factor = 1;

  if (start == NULL)
    return FALSE;
  while (start > text && (start[-1] == '.' || start[-1] == ',' || start[-1] == '-'))
    start--;
  end = start + strspn (start, "0123456789.,'- ");
  stretch = g_strndup (start, end - start);
  digits = plain_digits (g_strstrip (stretch));
  if (strpbrk (end, "0123456789") != NULL)
    return FALSE;   /* two numbers are not one */
  for (rest = end; *rest == ' '; rest++)
    ;
  if ((*rest == 'k' || *rest == 'K') && !g_ascii_isalpha (rest[1]))
    factor = 1e3;
  else if ((*rest == 'm' || *rest == 'M') && !g_ascii_isalpha (rest[1]))
    factor = 1e6;
  *number = g_ascii_strtod (digits, NULL) * factor;
  return isfinite (*number);
}

/**
 * trl_typed_read:
 * @member: a member
 * @text: what was typed
 * @value: (out) (transfer full) (nullable): the value; %NULL for an open one
 *
 * Reads what was typed. "?" is unknown, wherever a member can be unknown.
 *
 * Returns: whether it can be read
 */
gboolean
trl_typed_read (TrlMember    member,
                const char  *text,
                TrlValue   **value)
{
  TrlValueType type = trl_member_get_info (member)->type;
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  double number;

  *value = NULL;
  if (*stripped == '\0')
    return TRUE;
  if (type == TRL_VALUE_NAME || type == TRL_VALUE_TEXT)
    {
      *value = trl_value_new_text (type == TRL_VALUE_TEXT ? text : stripped);
      return TRUE;
    }
  if (g_str_equal (stripped, "?"))
    {
      *value = trl_value_new_unknown (NULL);
      return TRUE;
    }
  if (type == TRL_VALUE_LINE)
    {
      *value = trl_value_new_text (stripped);
      return TRUE;
    }
  if (type != TRL_VALUE_NUMBER || !read_number (stripped, &number))
    return FALSE;
  *value = trl_value_new_number (number);
  return TRUE;
}

/* A benefit is a number if it has one, or if its kind is counted in something. */
static gboolean
takes_number (TrlCard *benefit)
{
  const TrlEntry *entry = trl_card_get_kind_entry (benefit);

  return trl_card_get_state (benefit, TRL_BENEFIT_VALUE) != TRL_STATE_OPEN || (entry != NULL && entry->unit != NULL);
}

/**
 * trl_typed_first:
 * @card: a card
 *
 * Returns: what of a card is typed first: its name, the text of a note, the
 *   number of a criterion or of a benefit that has one; %TRL_MEMBER_NONE when there is nothing
 */
TrlMember
trl_typed_first (TrlCard *card)
{
  switch (trl_card_get_kind (card))
    {
    case TRL_KIND_NOTE:
      return TRL_NOTE_TEXT;
    case TRL_KIND_CRITERION:
      return TRL_CRITERION_VALUE;
    case TRL_KIND_BENEFIT:
      return takes_number (card) ? TRL_BENEFIT_VALUE : TRL_BENEFIT_TEXT;
    case TRL_KIND_RATE:
      return TRL_RATE_VALUE;
    case TRL_KIND_CAP:
      return TRL_CAP_VALUE;
    case TRL_KIND_PROGRAM:
      return TRL_PROGRAM_GOAL;
    default:
      return trl_kind_get_name_member (trl_card_get_kind (card));
    }
}
