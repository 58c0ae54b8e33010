/* value-record.h: what a value is made of, for value.c and card.c alone: a review asks cards half a million times. */
#pragma once

#include "value.h"

G_BEGIN_DECLS

struct _TrlValue
{
  guint   ref_count;
  guint8  state;
  guint8  form;
  guint8  has_text;   /* an unknown without an owner has none */
  guint8  hint;       /* where its word was found last in a list, from 1; a guess to be checked */
  union {
    double  number;
    char  **list;
    char    text[8];  /* and on, as far as it goes: the words, or who owns an unknown */
  };
};

G_END_DECLS
