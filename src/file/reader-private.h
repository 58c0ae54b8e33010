/* reader-private.h: what the parts of the reader share. */
#pragma once

#include "reader.h"
#include "strict.h"

G_BEGIN_DECLS

/**
 * TrlReading:
 *
 * A text on its way to cards, token by token.
 */
typedef struct
{
  TrlTape    *tape;
  GPtrArray  *cards;      /* (element-type TrlCard): parents before what lies in them */
  GArray     *tokens;     /* of guint: where each of the cards stands */
  GHashTable *by_id;      /* id of a card → index in cards */
  GHashTable *said_ids;   /* (nullable) set: every id that the text names */
  guint       counted[TRL_N_KINDS];
  GPtrArray  *repairs;    /* (element-type TrlRepair) */
  GString    *scratch;    /* the text that was asked for last */
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

const char *trl_reading_text (TrlReading *reading,
                              guint       token);
gboolean trl_reading_root   (TrlReading  *reading);
gboolean trl_reading_cards  (TrlReading  *reading,
                             guint        token);
void     trl_reading_mend   (TrlReading  *reading);
TrlCard *trl_reading_record (TrlReading  *reading,
                             guint        token);
gboolean trl_reading_value  (TrlReading  *reading,
                             TrlMember    member,
                             guint        token,
                             TrlValue   **value);

TrlTape  *trl_reader_scan    (const char  *text,
                              gsize        length,
                              GError     **error);
GError   *trl_reader_error_new (int         code,
                                guint       line,
                                guint       column,
                                const char *pointer,
                                const char *text);

G_END_DECLS
