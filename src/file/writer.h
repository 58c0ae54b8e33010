/* writer.h: a blueprint as JSON, always in the same bytes. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

#define TRL_FORMAT         "trellis-blueprint"
#define TRL_FORMAT_CARDS   "trellis-cards"      /* some cards, on the clipboard */
#define TRL_FORMAT_VERSION 1

#define TRL_MIME_TYPE       "application/vnd.trellis.blueprint+json"
#define TRL_MIME_TYPE_CARDS "application/vnd.trellis.cards+json"

char *trl_writer_write             (TrlBlueprint       *blueprint,
                                    gsize              *length);
char *trl_writer_write_cards       (TrlBlueprint       *blueprint,
                                    const char * const *ids,
                                    gsize              *length);
char *trl_writer_fingerprint       (TrlBlueprint       *blueprint);
char *trl_writer_fingerprint_cards (TrlBlueprint       *blueprint,
                                    const char * const *ids);

G_END_DECLS
