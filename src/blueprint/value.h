/* value.h: what a member of a card holds. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlState:
 * @TRL_STATE_OPEN: nobody has said anything yet; the member is absent
 * @TRL_STATE_KNOWN: there is a value
 * @TRL_STATE_UNKNOWN: somebody has to find out; never the same as zero
 * @TRL_STATE_NOT_APPLICABLE: there is nothing to find out
 *
 * The four states of a value, none of them zero.
 */
typedef enum
{
  TRL_STATE_OPEN,
  TRL_STATE_KNOWN,
  TRL_STATE_UNKNOWN,
  TRL_STATE_NOT_APPLICABLE
} TrlState;

typedef enum
{
  TRL_FORM_NONE,    /* open, or not applicable */
  TRL_FORM_NUMBER,  /* numbers, yes and no (1 and 0) */
  TRL_FORM_TEXT,    /* words, dates, units, choices, catalogue entries, one reference */
  TRL_FORM_LIST     /* references */
} TrlForm;

/**
 * TrlValue:
 *
 * An immutable, reference-counted value. %NULL stands for an open one.
 */
typedef struct _TrlValue TrlValue;

TrlValue           *trl_value_new_number         (double              number);
TrlValue           *trl_value_new_yes_no         (gboolean            yes);
TrlValue           *trl_value_new_text           (const char         *text);
TrlValue           *trl_value_new_list           (const char * const *items);
TrlValue           *trl_value_new_unknown        (const char         *owner);
TrlValue           *trl_value_new_not_applicable (void);

TrlValue           *trl_value_ref                (TrlValue           *value);
void                trl_value_unref              (TrlValue           *value);

TrlState            trl_value_get_state          (const TrlValue     *value);
TrlForm             trl_value_get_form           (const TrlValue     *value);
double              trl_value_get_number         (const TrlValue     *value);
const char         *trl_value_get_text           (const TrlValue     *value);
const char * const *trl_value_get_list           (const TrlValue     *value);
const char         *trl_value_get_owner          (const TrlValue     *value);
gboolean            trl_value_equal              (const TrlValue     *a,
                                                  const TrlValue     *b);
gsize               trl_value_get_size           (const TrlValue     *value);
guint               trl_value_get_hint           (const TrlValue     *value);
void                trl_value_set_hint           (TrlValue           *value,
                                                  guint               hint);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlValue, trl_value_unref)

G_END_DECLS
