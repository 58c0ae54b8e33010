/* search-text.h: what people type, compared with what cards and commands say. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

char      *trl_search_fold       (const char   *text);
gboolean   trl_search_matches    (const char   *haystack,
                                  const char   *words);
gboolean   trl_search_begins     (const char   *haystack,
                                  const char   *words);
char      *trl_search_dup_text   (TrlBlueprint *blueprint,
                                  TrlCard      *card);
GPtrArray *trl_search_list_cards (TrlBlueprint *blueprint);

G_END_DECLS
