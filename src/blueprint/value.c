/* value.c: what a member of a card holds.
 *
 * A value is one allocation, its text behind its header, so that a card with
 * twenty members costs twenty small blocks and no more. Lists are rare and
 * have theirs besides. Short words and small numbers come again and again, ids
 * of choices above all: a thousand criteria share a dozen values, which whoever
 * reads all of them has at hand. */

#define G_LOG_DOMAIN "value"

#include "config.h"

#include "value-record.h"

#include <math.h>
#include <string.h>

static TrlValue *
value_alloc (TrlState state,
             TrlForm  form)
{
  TrlValue *self = g_new0 (TrlValue, 1);

  self->ref_count = 1;
  self->state = state;
  self->form = form;
  return self;
}

static TrlValue *
value_alloc_text (TrlState    state,
                  TrlForm     form,
                  const char *text)
{
  gsize length = strlen (text) + 1;
  TrlValue *self = g_malloc (MAX (G_STRUCT_OFFSET (TrlValue, text) + length, sizeof (TrlValue)));

  self->ref_count = 1;
  self->state = state;
  self->form = form;
  self->has_text = TRUE;
  self->hint = 0;
  memcpy (self->text, text, length);
  return self;
}

/* Values that were made and may come again. Like cards, they are of one thread. */
#define N_WORDS      512   /* a power of two */
#define LONGEST_WORD 24
#define N_NUMBERS    101   /* 0 to 100 */

static TrlValue *words[N_WORDS];
static TrlValue *numbers[N_NUMBERS];

/* The value of a short word; whatever else falls into its place takes it over. */
static TrlValue *
share_word (const char *text)
{
  guint hash = 5381;
  TrlValue **place;

  for (const char *p = text; *p != '\0'; p++)
    hash = hash * 33 + (guchar) *p;
  place = &words[(hash ^ hash >> 9) % N_WORDS];
  if (*place == NULL || strcmp ((*place)->text, text) != 0)
    {
      trl_value_unref (*place);
      *place = value_alloc_text (TRL_STATE_KNOWN, TRL_FORM_TEXT, text);
    }
  return trl_value_ref (*place);
}

static TrlValue *
make_number (double number)
{
  TrlValue *self = value_alloc (TRL_STATE_KNOWN, TRL_FORM_NUMBER);

  self->number = number == 0 ? 0 : number;   /* no negative zero */
  return self;
}

/**
 * trl_value_new_number:
 * @number: a finite number
 *
 * Makes a known number. Its unit is the member's.
 *
 * Returns: (transfer full): the value
 */
TrlValue *
trl_value_new_number (double number)
{
  guint small;

  g_return_val_if_fail (isfinite (number), NULL);

  small = number >= 0 && number < N_NUMBERS ? (guint) number : N_NUMBERS;
  if (small == N_NUMBERS || small != number)
    return make_number (number);
  if (numbers[small] == NULL)
    numbers[small] = make_number (number);
  return trl_value_ref (numbers[small]);
}

/**
 * trl_value_new_yes_no:
 * @yes: the answer
 *
 * Makes a known yes or no.
 *
 * Returns: (transfer full): the value
 */
TrlValue *
trl_value_new_yes_no (gboolean yes)
{
  return trl_value_new_number (yes ? 1 : 0);
}

/**
 * trl_value_new_text:
 * @text: valid UTF-8
 *
 * Makes a known text.
 *
 * Returns: (transfer full): the value
 */
TrlValue *
trl_value_new_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return strnlen (text, LONGEST_WORD) < LONGEST_WORD ? share_word (text)
                                                     : value_alloc_text (TRL_STATE_KNOWN, TRL_FORM_TEXT, text);
}

/**
 * trl_value_new_list:
 * @items: (array zero-terminated=1): ids
 *
 * Makes a known list of references.
 *
 * Returns: (transfer full): the value
 */
TrlValue *
trl_value_new_list (const char * const *items)
{
  TrlValue *self;

  g_return_val_if_fail (items != NULL, NULL);

  self = value_alloc (TRL_STATE_KNOWN, TRL_FORM_LIST);
  self->list = g_strdupv ((char **) items);
  return self;
}

/**
 * trl_value_new_unknown:
 * @owner: (nullable): who finds out
 *
 * Makes a value that somebody still has to find out.
 *
 * Returns: (transfer full): the value
 */
TrlValue *
trl_value_new_unknown (const char *owner)
{
  if (owner == NULL)
    return value_alloc (TRL_STATE_UNKNOWN, TRL_FORM_NONE);
  return value_alloc_text (TRL_STATE_UNKNOWN, TRL_FORM_NONE, owner);
}

/**
 * trl_value_new_not_applicable:
 *
 * Makes a value that says that there is nothing to find out.
 *
 * Returns: (transfer full): the value
 */
TrlValue *
trl_value_new_not_applicable (void)
{
  return value_alloc (TRL_STATE_NOT_APPLICABLE, TRL_FORM_NONE);
}

/**
 * trl_value_ref:
 * @value: (nullable): a value
 *
 * Takes a reference.
 *
 * Returns: (transfer full) (nullable): @value
 */
TrlValue *
trl_value_ref (TrlValue *value)
{
  if (value != NULL)
    value->ref_count++;
  return value;
}

/**
 * trl_value_unref:
 * @value: (nullable) (transfer full): a value
 *
 * Drops a reference.
 */
void
trl_value_unref (TrlValue *value)
{
  if (value == NULL || --value->ref_count > 0)
    return;

  if (value->form == TRL_FORM_LIST)
    g_strfreev (value->list);
  g_free (value);
}

/**
 * trl_value_get_state:
 * @value: (nullable): a value
 *
 * Returns: the state; %NULL is open
 */
TrlState
trl_value_get_state (const TrlValue *value)
{
  return value != NULL ? value->state : TRL_STATE_OPEN;
}

/**
 * trl_value_get_form:
 * @value: (nullable): a value
 *
 * Returns: how a known value is stored
 */
TrlForm
trl_value_get_form (const TrlValue *value)
{
  return value != NULL ? value->form : TRL_FORM_NONE;
}

/**
 * trl_value_get_number:
 * @value: (nullable): a value
 *
 * Returns: the number, 0 when there is none
 */
double
trl_value_get_number (const TrlValue *value)
{
  return trl_value_get_form (value) == TRL_FORM_NUMBER ? value->number : 0;
}

/**
 * trl_value_get_text:
 * @value: (nullable): a value
 *
 * Returns: (nullable): the text of a known text
 */
const char *
trl_value_get_text (const TrlValue *value)
{
  return trl_value_get_form (value) == TRL_FORM_TEXT ? value->text : NULL;
}

/**
 * trl_value_get_list:
 * @value: (nullable): a value
 *
 * Returns: (array zero-terminated=1): the items; an empty list when there are none
 */
const char * const *
trl_value_get_list (const TrlValue *value)
{
  static const char * const nothing[] = { NULL };

  if (trl_value_get_form (value) != TRL_FORM_LIST)
    return nothing;
  return (const char * const *) value->list;
}

/**
 * trl_value_get_owner:
 * @value: (nullable): a value
 *
 * Returns: (nullable): who finds out an unknown value
 */
const char *
trl_value_get_owner (const TrlValue *value)
{
  return trl_value_get_state (value) == TRL_STATE_UNKNOWN && value->has_text ? value->text : NULL;
}

/**
 * trl_value_equal:
 * @a: (nullable): a value
 * @b: (nullable): another value
 *
 * Returns: %TRUE if both say the same
 */
gboolean
trl_value_equal (const TrlValue *a,
                 const TrlValue *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || a->state != b->state || a->form != b->form)
    return FALSE;

  switch ((TrlForm) a->form)
    {
    case TRL_FORM_NUMBER:
      return a->number == b->number;
    case TRL_FORM_LIST:
      return g_strv_equal ((const char * const *) a->list, (const char * const *) b->list);
    case TRL_FORM_TEXT:
    case TRL_FORM_NONE:
    default:
      return a->has_text == b->has_text && (!a->has_text || strcmp (a->text, b->text) == 0);
    }
}

/**
 * trl_value_get_size:
 * @value: (nullable): a value
 *
 * Returns: roughly how much memory it takes, in bytes
 */
gsize
trl_value_get_size (const TrlValue *value)
{
  gsize size = value != NULL ? sizeof *value : 0;

  if (trl_value_get_form (value) == TRL_FORM_LIST)
    for (char **item = value->list; *item != NULL; item++)
      size += strlen (*item) + 1 + sizeof *item;
  else if (trl_value_get_form (value) == TRL_FORM_TEXT)
    size += strlen (value->text) + 1;
  return size;
}

/**
 * trl_value_get_hint:
 * @value: a value
 *
 * Returns: what trl_value_set_hint() noted, 0 for nothing
 */
guint
trl_value_get_hint (const TrlValue *value)
{
  return value->hint;
}

/**
 * trl_value_set_hint:
 * @value: a value
 * @hint: where its word stands in the list that it was looked up in, from 1
 *
 * Notes where a word was found, so that the next look needs one comparison
 * instead of sixty. It says nothing about the value: whoever uses the hint
 * compares the word.
 */
void
trl_value_set_hint (TrlValue *value,
                    guint     hint)
{
  value->hint = hint <= G_MAXUINT8 ? hint : 0;
}
