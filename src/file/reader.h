/* reader.h: the one way from bytes to a blueprint. */
#pragma once

#include <gio/gio.h>

#include "blueprint.h"

G_BEGIN_DECLS

#define TRL_READER_MAX_CARDS 200000
#define TRL_READER_MAX_PLACE 1e7     /* how far from the middle of the board a card may lie */

/**
 * TrlReaderError:
 * @TRL_READER_ERROR_NOT_A_BLUEPRINT: good JSON, but of something else
 * @TRL_READER_ERROR_TOO_NEW: written by a later Trellis
 * @TRL_READER_ERROR_MIGRATION_FAILED: of an earlier version, and could not be brought over
 * @TRL_READER_ERROR_INVALID: damaged: no JSON, or a member that cannot be what it says
 */
typedef enum
{
  TRL_READER_ERROR_NOT_A_BLUEPRINT,
  TRL_READER_ERROR_TOO_NEW,
  TRL_READER_ERROR_MIGRATION_FAILED,
  TRL_READER_ERROR_INVALID
} TrlReaderError;

#define TRL_READER_ERROR (trl_reader_error_quark ())
GQuark      trl_reader_error_quark     (void);
gboolean    trl_reader_error_get_place (const GError  *error,
                                        guint         *line,
                                        guint         *column,
                                        const char   **pointer);
const char *trl_reader_error_get_text  (const GError  *error);

/**
 * TrlRepair:
 * @line: where, from 1
 * @column: where, in characters from 1
 * @pointer: where, as a JSON pointer
 * @text: what was done, in the reader's language
 *
 * Something that was mended while reading. The file is as it was.
 */
typedef struct
{
  guint  line;
  guint  column;
  char  *pointer;
  char  *text;
} TrlRepair;

/**
 * TrlReader:
 *
 * A file that was read: its blueprint, what was mended, and where everything stands.
 */
typedef struct _TrlReader TrlReader;

GBytes          *trl_reader_load          (GFile            *file,
                                           GError          **error);
TrlReader       *trl_reader_read          (GBytes           *bytes,
                                           GError          **error);
TrlReader       *trl_reader_read_file     (GFile            *file,
                                           GError          **error);
void             trl_reader_free          (TrlReader        *reader);

TrlBlueprint    *trl_reader_get_blueprint (TrlReader        *reader);
GBytes          *trl_reader_get_bytes     (TrlReader        *reader);
const GPtrArray *trl_reader_get_repairs   (TrlReader        *reader);
gboolean         trl_reader_locate        (TrlReader        *reader,
                                           const char       *id,
                                           TrlMember         member,
                                           guint            *line,
                                           guint            *column,
                                           char            **pointer);

GPtrArray       *trl_reader_read_cards    (const char       *text,
                                           gsize             length,
                                           GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlReader, trl_reader_free)

G_END_DECLS
