/* json-writer.h: JSON as Trellis writes it, always in the same way. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Short objects and lists that hold no others stand on one line of at most so many columns. */
#define TRL_JSON_WRITER_COLUMNS 110

/**
 * TrlJsonWriter:
 *
 * Writes JSON into a text of its own, from the outside in.
 */
typedef struct _TrlJsonWriter TrlJsonWriter;

/**
 * TrlJsonStyle:
 * @TRL_JSON_PRETTY: for people and for diffs: one value a line, two spaces a
 *   level, short leaves on one line
 * @TRL_JSON_COMPACT: without a blank and without a line break
 */
typedef enum
{
  TRL_JSON_PRETTY,
  TRL_JSON_COMPACT
} TrlJsonStyle;

TrlJsonWriter *trl_json_writer_new           (TrlJsonStyle   style);
void           trl_json_writer_free          (TrlJsonWriter *writer);
void           trl_json_writer_begin_object  (TrlJsonWriter *writer);
void           trl_json_writer_end_object    (TrlJsonWriter *writer);
void           trl_json_writer_begin_array   (TrlJsonWriter *writer);
void           trl_json_writer_end_array     (TrlJsonWriter *writer);
void           trl_json_writer_key           (TrlJsonWriter *writer,
                                              const char    *key);
void           trl_json_writer_string        (TrlJsonWriter *writer,
                                              const char    *text);
void           trl_json_writer_number        (TrlJsonWriter *writer,
                                              double         number);
void           trl_json_writer_boolean       (TrlJsonWriter *writer,
                                              gboolean       yes);
void           trl_json_writer_null          (TrlJsonWriter *writer);
void           trl_json_writer_raw           (TrlJsonWriter *writer,
                                              const char    *raw);
char          *trl_json_writer_end           (TrlJsonWriter *writer,
                                              gsize         *length);

void           trl_json_writer_append_number (GString       *out,
                                              double         number);
void           trl_json_writer_append_string (GString       *out,
                                              const char    *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlJsonWriter, trl_json_writer_free)

G_END_DECLS
