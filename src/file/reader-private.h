/* reader-private.h: what the parts of the reader share. */
#pragma once

#include <json-glib/json-glib.h>

#include "reader.h"
#include "strict.h"

G_BEGIN_DECLS

/**
 * TrlReading:
 *
 * The tree and the tape of one text, walked in step: structure and texts come
 * from the tree; places, numbers and unknown values, as they are written, from
 * the tape.
 */
typedef struct
{
  TrlTape    *tape;
  GPtrArray  *cards;      /* (element-type TrlCard): parents before what lies in them */
  GArray     *tokens;     /* of guint: where each of the cards stands */
  GHashTable *by_id;      /* id → index in cards */
  GHashTable *said_ids;   /* set: every id that the text names */
  guint       counted[TRL_N_KINDS];
  GPtrArray  *repairs;    /* (element-type TrlRepair) */
  gboolean    exact;      /* records of our own: nothing is mended */
  GError     *error;
} TrlReading;

void     trl_reading_init   (TrlReading  *reading,
                             TrlTape     *tape);
void     trl_reading_clear  (TrlReading  *reading);
gboolean trl_reading_fail   (TrlReading  *reading,
                             int          code,
                             guint        token,
                             const char  *format,
                             ...) G_GNUC_PRINTF (4, 5);
void     trl_reading_repair (TrlReading  *reading,
                             guint        token,
                             const char  *format,
                             ...) G_GNUC_PRINTF (3, 4);

gboolean trl_reading_root   (TrlReading  *reading,
                             JsonObject  *object);
gboolean trl_reading_cards  (TrlReading  *reading,
                             JsonArray   *array,
                             guint        token);
void     trl_reading_mend   (TrlReading  *reading);
TrlCard *trl_reading_record (TrlReading  *reading,
                             JsonObject  *object,
                             guint        token);
gboolean trl_reading_value  (TrlReading  *reading,
                             TrlMember    member,
                             JsonNode    *node,
                             guint        token,
                             TrlValue   **value);

JsonNode *trl_reader_parse  (const char  *text,
                             gsize        length,
                             TrlTape    **tape,
                             GError     **error);
GError   *trl_reader_error_new (int         code,
                                guint       line,
                                guint       column,
                                const char *pointer,
                                const char *text);

G_END_DECLS
