/* words.h: how findings name cards and lists. Private to the review. */
#pragma once

#include "scope.h"

G_BEGIN_DECLS

/* More names than these are counted, not named. */
#define TRL_MAX_NAMES 4

const char *trl_words_card      (const TrlCard   *card);
char       *trl_words_cards     (const GPtrArray *cards);
char       *trl_words_first_cards (const GPtrArray *first,
                                 guint            n);
char       *trl_words_list      (const GPtrArray *words);
const char *trl_words_decision  (int              decision);

G_END_DECLS
