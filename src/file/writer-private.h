/* writer-private.h: what journal and approval take from the writer. */
#pragma once

#include "card.h"
#include "json-writer.h"

G_BEGIN_DECLS

void  trl_writer_write_record (TrlJsonWriter *json,
                               TrlCard       *card);
char *trl_writer_dup_said     (TrlCard       *card,
                               gsize         *length);
char *trl_slot_dup_name       (TrlSlot        slot);

G_END_DECLS
