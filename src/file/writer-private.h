/* writer-private.h: what the journal takes from the writer. */
#pragma once

#include "card.h"
#include "json-writer.h"

G_BEGIN_DECLS

void  trl_writer_write_record (TrlJsonWriter *json,
                               TrlCard       *card);
char *trl_slot_dup_name       (TrlSlot        slot);

G_END_DECLS
