/* reader-value.c: one member of a card, out of JSON.
 *
 * A value of the wrong sort is an error: whoever wrote it meant something, and
 * guessing would lose it. A word that no list has, and a day that is none, are
 * kept as they are. */

#define G_LOG_DOMAIN "reader-value"

#include "config.h"

#include "reader-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

static gboolean
is_wordy (TrlValueType type)
{
  return type == TRL_VALUE_NAME || type == TRL_VALUE_TEXT;
}

/* {"unknown": owner} and {"n/a": ""}. */
static gboolean
read_state (TrlReading  *self,
            guint        token,
            TrlValue   **value)
{
  const TrlTape *tape = self->tape;
  guint key = token + 1;
  gboolean one = key < tape->tokens[token].next && tape->tokens[key + 1].next == tape->tokens[token].next;

  if (one && tape->tokens[key + 1].type == TRL_TOKEN_STRING)
    {
      const char *owner = trl_reading_text (self, key + 1);

      if (trl_strict_is (tape, key, "unknown"))
        *value = trl_value_new_unknown (*owner != '\0' ? owner : NULL);
      else if (trl_strict_is (tape, key, "n/a"))
        *value = trl_value_new_not_applicable ();
    }
  return *value != NULL
         || trl_reading_fail (self, TRL_READER_ERROR_INVALID, token,
                              _("Expected a value, or an object such as {\"unknown\": \"who finds out\"}"));
}

static gboolean
read_number (TrlReading  *self,
             TrlMember    member,
             guint        token,
             TrlValue   **value)
{
  const TrlToken *t = &self->tape->tokens[token];
  double number;

  if (t->flags & TRL_TOKEN_INEXACT)
    return trl_reading_fail (self, TRL_READER_ERROR_INVALID, token,
                             _("This number has more digits than Trellis can keep"));

  /* A bracket, a comma or a blank follows, so that the number ends where it should. */
  number = g_ascii_strtod (self->tape->text + t->start, NULL);
  if (!self->exact && trl_member_get_info (member)->unit == TRL_UNIT_BOARD && fabs (number) > TRL_READER_MAX_PLACE)
    {
      number = copysign (TRL_READER_MAX_PLACE, number);
      trl_reading_repair (self, token, _("A card that lay too far out was moved to the edge of the board"));
    }
  *value = trl_value_new_number (number);
  return TRUE;
}

static gboolean
read_list (TrlReading  *self,
           guint        token,
           TrlValue   **value)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint at = token + 1; at < self->tape->tokens[token].next; at = self->tape->tokens[at].next)
    {
      if (self->tape->tokens[at].type != TRL_TOKEN_STRING)
        return trl_reading_fail (self, TRL_READER_ERROR_INVALID, at, _("Expected the id of a card, in quotes"));
      g_ptr_array_add (items, trl_strict_dup_text (self->tape, at));
    }
  g_ptr_array_add (items, NULL);
  *value = trl_value_new_list ((const char * const *) items->pdata);
  return TRUE;
}

static const char *
expected_sort (TrlValueType type)
{
  switch (type)
    {
    case TRL_VALUE_NUMBER:
      return _("Expected a number, \"unknown\" or \"n/a\"");
    case TRL_VALUE_YES_NO:
      return _("Expected true, false, \"unknown\" or \"n/a\"");
    case TRL_VALUE_REFS:
      return _("Expected a list of the ids of cards");
    case TRL_VALUE_NAME:
    case TRL_VALUE_TEXT:
    case TRL_VALUE_LINE:
    case TRL_VALUE_DATE:
    case TRL_VALUE_CHOICE:
    case TRL_VALUE_ENTRY:
    case TRL_VALUE_UNIT:
    case TRL_VALUE_CURRENCY:
    case TRL_VALUE_LEVEL:
    case TRL_VALUE_REF:
    default:
      return _("Expected a text in quotes");
    }
}

static gboolean
read_scalar (TrlReading   *self,
             TrlMember     member,
             guint         token,
             TrlValue    **value)
{
  TrlValueType type = trl_member_get_info (member)->type;
  TrlTokenType sort = self->tape->tokens[token].type;
  gboolean text = sort == TRL_TOKEN_STRING;

  if (text && !is_wordy (type) && trl_strict_is (self->tape, token, "unknown"))
    *value = trl_value_new_unknown (NULL);
  else if (text && !is_wordy (type) && trl_strict_is (self->tape, token, "n/a"))
    *value = trl_value_new_not_applicable ();
  else if (type == TRL_VALUE_NUMBER && sort == TRL_TOKEN_NUMBER)
    return read_number (self, member, token, value);
  else if (type == TRL_VALUE_YES_NO && (sort == TRL_TOKEN_TRUE || sort == TRL_TOKEN_FALSE))
    *value = trl_value_new_yes_no (sort == TRL_TOKEN_TRUE);
  else if (text && type != TRL_VALUE_NUMBER && type != TRL_VALUE_YES_NO && type != TRL_VALUE_REFS)
    *value = trl_value_new_text (trl_reading_text (self, token));
  else
    return trl_reading_fail (self, TRL_READER_ERROR_INVALID, token, "%s", expected_sort (type));
  return TRUE;
}

/* The value of @member; it stays NULL, which is open, for null. */
gboolean
trl_reading_value (TrlReading  *self,
                   TrlMember    member,
                   guint        token,
                   TrlValue   **value)
{
  TrlValueType type = trl_member_get_info (member)->type;

  *value = NULL;
  switch ((TrlTokenType) self->tape->tokens[token].type)
    {
    case TRL_TOKEN_NULL:
      trl_reading_repair (self, token, _("An empty value (null) was left open"));
      return TRUE;
    case TRL_TOKEN_OBJECT:
      return read_state (self, token, value);
    case TRL_TOKEN_ARRAY:
      if (type != TRL_VALUE_REFS)
        return trl_reading_fail (self, TRL_READER_ERROR_INVALID, token, "%s", expected_sort (type));
      return read_list (self, token, value);
    case TRL_TOKEN_STRING:
    case TRL_TOKEN_NUMBER:
    case TRL_TOKEN_TRUE:
    case TRL_TOKEN_FALSE:
    default:
      return read_scalar (self, member, token, value);
    }
}
