/* reader.c: the one way from bytes to a blueprint.
 *
 * Files, the clipboard and drops come through here. The bytes pass the strict
 * pass, and its tape is walked. Nothing is believed: what a person should know
 * is an error with its place, or a repair that is listed.
 *
 * A tree of json-glib is made only for a document of an earlier version, which
 * is changed before it is read, and only from bytes that passed. Making one
 * for every file was tried: it took twice as long as all the rest, thirteen
 * bytes of memory for each of the file, and said nothing that the tape does
 * not say. */

#define G_LOG_DOMAIN "reader"

#include "config.h"

#include "reader.h"
#include "reader-private.h"

#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n.h>

#include "migrations.h"
#include "shape.h"
#include "writer.h"

struct _TrlReader
{
  GBytes       *bytes;       /* as they came */
  GBytes       *migrated;    /* (nullable): what the tape is of, when it is not those */
  TrlReading    reading;
  TrlBlueprint *blueprint;
};

typedef struct
{
  guint  line;
  guint  column;
  char  *pointer;
  char  *text;
} TrlReaderErrorPrivate;

static void
trl_reader_error_private_init (TrlReaderErrorPrivate *priv)
{
}

static void
trl_reader_error_private_copy (const TrlReaderErrorPrivate *from,
                               TrlReaderErrorPrivate       *to)
{
  to->line = from->line;
  to->column = from->column;
  to->pointer = g_strdup (from->pointer);
  to->text = g_strdup (from->text);
}

static void
trl_reader_error_private_clear (TrlReaderErrorPrivate *priv)
{
  g_free (priv->pointer);
  g_free (priv->text);
}

G_DEFINE_EXTENDED_ERROR (TrlReaderError, trl_reader_error)

GError *
trl_reader_error_new (int         code,
                      guint       line,
                      guint       column,
                      const char *pointer,
                      const char *text)
{
  TrlReaderErrorPrivate *priv;
  GError *error;

  if (*pointer != '\0')
    /* Translators: a place in a file, what is wrong there, and the place once more as a JSON pointer. */
    error = g_error_new (TRL_READER_ERROR, code, _("Line %u, column %u: %s (at %s)"), line, column, text, pointer);
  else
    error = g_error_new (TRL_READER_ERROR, code, _("Line %u, column %u: %s"), line, column, text);
  priv = trl_reader_error_get_private (error);
  priv->line = line;
  priv->column = column;
  priv->pointer = g_strdup (pointer);
  priv->text = g_strdup (text);
  return error;
}

/**
 * trl_reader_error_get_place:
 * @error: an error
 * @line: (out) (optional): the line, from 1
 * @column: (out) (optional): the column in characters, from 1
 * @pointer: (out) (optional) (transfer none): the JSON pointer
 *
 * Says where reading stumbled.
 *
 * Returns: %FALSE if @error is none of the reader, such as a file that is not there
 */
gboolean
trl_reader_error_get_place (const GError  *error,
                            guint         *line,
                            guint         *column,
                            const char   **pointer)
{
  const TrlReaderErrorPrivate *priv;

  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain != TRL_READER_ERROR)
    return FALSE;
  priv = trl_reader_error_get_private (error);
  if (line != NULL)
    *line = priv->line;
  if (column != NULL)
    *column = priv->column;
  if (pointer != NULL)
    *pointer = priv->pointer;
  return TRUE;
}

/**
 * trl_reader_error_get_text:
 * @error: an error
 *
 * Returns: (transfer none): what is wrong, without the place
 */
const char *
trl_reader_error_get_text (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != TRL_READER_ERROR)
    return error->message;
  return trl_reader_error_get_private (error)->text;
}

/* The strict pass. NULL with an error of the reader. */
TrlTape *
trl_reader_scan (const char  *text,
                 gsize        length,
                 GError     **error)
{
  g_autoptr (GError) problem = NULL;
  TrlTape *tape = trl_strict_read (text, length, &problem);
  const char *pointer = "";
  guint line = 1, column = 1;

  if (tape != NULL)
    return tape;
  trl_strict_error_get_place (problem, &line, &column, &pointer);
  g_propagate_error (error, trl_reader_error_new (TRL_READER_ERROR_INVALID, line, column, pointer,
                                                  trl_strict_error_get_text (problem)));
  return NULL;
}

/* Opens nothing that could keep us waiting. */
static GBytes *
load_path (const char  *path,
           GError     **error)
{
  g_autofree char *text = NULL;
  struct stat info;
  gsize room, got = 0;
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0 || fstat (fd, &info) < 0)
    {
      int code = errno;

      if (fd >= 0)
        close (fd);
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return NULL;
    }
  if (!S_ISREG (info.st_mode) || info.st_size > TRL_STRICT_MAX_SIZE)
    {
      close (fd);
      if (S_ISDIR (info.st_mode))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY, _("This is a folder, not a file"));
      else if (!S_ISREG (info.st_mode))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("This is no ordinary file"));
      else
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Larger than Trellis reads (64 MB)"));
      return NULL;
    }

  room = info.st_size + 1;   /* one more, to see that it ends */
  text = g_try_malloc (room);
  while (text != NULL && got < room)
    {
      gssize n = read (fd, text + got, room - got);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          room = n < 0 ? 0 : room;
          break;
        }
      got += n;
    }
  close (fd);
  if (text == NULL || room == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The file could not be read to its end"));
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&text), got);
}

/**
 * trl_reader_load:
 * @file: a file
 * @error: return location for a #GIOErrorEnum
 *
 * Reads the bytes of a file, without looking at them. Folders, pipes and
 * devices are refused at once.
 *
 * Returns: (transfer full) (nullable): the bytes
 */
GBytes *
trl_reader_load (GFile   *file,
                 GError **error)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  path = g_file_peek_path (file);
  if (path != NULL)
    return load_path (path, error);
  return g_file_load_bytes (file, NULL, NULL, error);
}

/* FALSE with an error if the text is no document of @wanted that can be read. */
static gboolean
check_header (TrlTape     *tape,
              const char  *wanted,
              guint       *version,
              GError     **error)
{
  guint format = trl_strict_find (tape, 0, "format");
  guint number = trl_strict_find (tape, 0, "version");
  TrlReading reading = { .tape = tape };
  double said = 0;

  if (format == 0 || !trl_strict_is (tape, format, wanted))
    trl_reading_fail (&reading, TRL_READER_ERROR_NOT_A_BLUEPRINT, format,
                      strcmp (wanted, TRL_FORMAT) == 0 ? _("This is not a Trellis blueprint")
                                                       : _("These are no cards of Trellis"));
  else if (number == 0 || tape->tokens[number].type != TRL_TOKEN_NUMBER)
    trl_reading_fail (&reading, TRL_READER_ERROR_INVALID, number,
                      _("It does not say of which version its format is"));
  else
    {
      said = g_ascii_strtod (tape->text + tape->tokens[number].start, NULL);
      if (said < 1 || said != floor (said))
        trl_reading_fail (&reading, TRL_READER_ERROR_INVALID, number, _("There is no such version of the format"));
      else if (said > TRL_FORMAT_VERSION)
        trl_reading_fail (&reading, TRL_READER_ERROR_TOO_NEW, number,
                          _("Written by a newer Trellis: format version %g, while this one reads up to %d"),
                          said, TRL_FORMAT_VERSION);
    }

  if (reading.error == NULL)
    {
      *version = (guint) said;
      return TRUE;
    }
  g_propagate_error (error, reading.error);
  return FALSE;
}

/* Brings an earlier document over and reads it again, now of this version. */
static TrlTape *
migrate (TrlReader      *self,
         const TrlTape  *tape,
         guint           version,
         GError        **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) problem = NULL;
  gsize skip = tape->tokens[0].start;   /* blanks, and the mark that some editors put first */
  JsonObject *root = NULL;
  char *text;
  gsize length;

  if (json_parser_load_from_data (parser, tape->text + skip, tape->length - skip, &problem))
    root = json_node_get_object (json_parser_get_root (parser));
  if (root == NULL || !trl_migrations_apply (root, version, &problem))
    {
      g_propagate_error (error, trl_reader_error_new (TRL_READER_ERROR_MIGRATION_FAILED, 1, 1, "",
                                                      problem->message));
      return NULL;
    }
  text = trl_migrations_write (root, &length);
  self->migrated = g_bytes_new_take (text, length);
  return trl_reader_scan (text, length, error);
}

static gboolean
reader_fill (TrlReader  *self,
             GError    **error)
{
  gsize length;
  const char *text = g_bytes_get_data (self->bytes, &length);
  g_autoptr (TrlTape) tape = trl_reader_scan (text, length, error);
  guint version;

  if (tape == NULL || !check_header (tape, TRL_FORMAT, &version, error))
    return FALSE;
  if (version < TRL_FORMAT_VERSION)
    {
      TrlTape *brought = migrate (self, tape, version, error);

      trl_strict_free (tape);
      tape = brought;
      if (tape == NULL)
        return FALSE;
    }

  trl_reading_init (&self->reading, g_steal_pointer (&tape));
  if (trl_reading_root (&self->reading))
    {
      trl_reading_mend (&self->reading);
      self->blueprint = trl_blueprint_new ();
      if (trl_blueprint_load (self->blueprint, self->reading.cards))
        return TRUE;
      trl_reading_fail (&self->reading, TRL_READER_ERROR_INVALID, 0, _("The cards do not fit together"));
    }
  g_propagate_error (error, g_steal_pointer (&self->reading.error));
  return FALSE;
}

/**
 * trl_reader_read:
 * @bytes: what a file, the clipboard or a drop holds
 * @error: return location for a #TrlReaderError
 *
 * Reads a blueprint.
 *
 * Returns: (transfer full) (nullable): what was read
 */
TrlReader *
trl_reader_read (GBytes  *bytes,
                 GError **error)
{
  g_autoptr (TrlReader) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (TrlReader, 1);
  self->bytes = g_bytes_ref (bytes);
  if (!reader_fill (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * trl_reader_read_file:
 * @file: a file
 * @error: return location for a #TrlReaderError or #GIOErrorEnum
 *
 * Reads the blueprint in a file.
 *
 * Returns: (transfer full) (nullable): what was read
 */
TrlReader *
trl_reader_read_file (GFile   *file,
                      GError **error)
{
  g_autoptr (GBytes) bytes = trl_reader_load (file, error);

  return bytes != NULL ? trl_reader_read (bytes, error) : NULL;
}

/**
 * trl_reader_free:
 * @reader: (nullable) (transfer full): a reader
 *
 * Frees what was read, but for references that others took to it.
 */
void
trl_reader_free (TrlReader *reader)
{
  if (reader == NULL)
    return;

  trl_reading_clear (&reader->reading);
  g_clear_object (&reader->blueprint);
  g_clear_pointer (&reader->migrated, g_bytes_unref);
  g_clear_pointer (&reader->bytes, g_bytes_unref);
  g_free (reader);
}

/**
 * trl_reader_get_blueprint:
 * @reader: a reader
 *
 * Returns: (transfer none): the blueprint
 */
TrlBlueprint *
trl_reader_get_blueprint (TrlReader *reader)
{
  g_return_val_if_fail (reader != NULL, NULL);

  return reader->blueprint;
}

/**
 * trl_reader_get_bytes:
 * @reader: a reader
 *
 * Returns: (transfer none): the bytes that it was read from
 */
GBytes *
trl_reader_get_bytes (TrlReader *reader)
{
  g_return_val_if_fail (reader != NULL, NULL);

  return reader->bytes;
}

/**
 * trl_reader_get_repairs:
 * @reader: a reader
 *
 * Returns: (transfer none) (element-type TrlRepair): what was mended, in the
 *   order of finding it; empty when the file was whole
 */
const GPtrArray *
trl_reader_get_repairs (TrlReader *reader)
{
  g_return_val_if_fail (reader != NULL, NULL);

  return reader->reading.repairs;
}

/* The token of a member, or that of the innermost object on the way to it. */
static guint
find_member (const TrlTape *tape,
             guint          token,
             TrlMember      member)
{
  g_auto (GStrv) keys = g_strsplit (trl_shape_find_member (member)->path, ".", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      guint next = trl_strict_find (tape, token, keys[i]);

      if (next == 0)
        break;
      token = next;
    }
  return token;
}

/**
 * trl_reader_locate:
 * @reader: a reader
 * @id: a card that was read
 * @member: a member of it, or %TRL_MEMBER_NONE for the whole card
 * @line: (out) (optional): the line, from 1
 * @column: (out) (optional): the column in characters, from 1
 * @pointer: (out) (optional) (transfer full): the JSON pointer
 *
 * Says where a card or one of its members stands in the file. For a member
 * that is not there it says where it would belong.
 *
 * Returns: %FALSE if the card did not come from the file
 */
gboolean
trl_reader_locate (TrlReader   *reader,
                   const char  *id,
                   TrlMember    member,
                   guint       *line,
                   guint       *column,
                   char       **pointer)
{
  TrlReading *reading;
  guint token, its_line, its_column;
  gpointer index;

  g_return_val_if_fail (reader != NULL && id != NULL, FALSE);

  reading = &reader->reading;
  if (!g_hash_table_lookup_extended (reading->by_id, id, NULL, &index))
    return FALSE;
  token = g_array_index (reading->tokens, guint, GPOINTER_TO_UINT (index));
  if (member != TRL_MEMBER_NONE)
    token = find_member (reading->tape, token, member);

  trl_strict_locate (reading->tape, reading->tape->tokens[token].start, &its_line, &its_column);
  if (line != NULL)
    *line = its_line;
  if (column != NULL)
    *column = its_column;
  if (pointer != NULL)
    *pointer = trl_strict_pointer (reading->tape, token);
  return TRUE;
}

/**
 * trl_reader_read_cards:
 * @text: (array length=length): what the clipboard or a drop holds
 * @length: its length in bytes
 * @error: return location for a #TrlReaderError
 *
 * Reads cards as trl_writer_write_cards() writes them. Those of the list lie
 * nowhere yet; what lies in them follows them. References stay as they are,
 * wherever they lead: who pastes knows what is there.
 *
 * Returns: (transfer full) (element-type TrlCard) (nullable): the cards, parents first
 */
GPtrArray *
trl_reader_read_cards (const char  *text,
                       gsize        length,
                       GError     **error)
{
  TrlReading reading;
  g_autoptr (TrlTape) tape = NULL;
  GPtrArray *cards = NULL;
  guint list, version;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  tape = trl_reader_scan (text, length, error);
  if (tape == NULL || !check_header (tape, TRL_FORMAT_CARDS, &version, error))
    return NULL;

  list = trl_strict_find (tape, 0, "cards");
  trl_reading_init (&reading, g_steal_pointer (&tape));
  if (list == 0 || reading.tape->tokens[list].type != TRL_TOKEN_ARRAY)
    trl_reading_fail (&reading, TRL_READER_ERROR_INVALID, list, _("Expected a list of cards"));
  else if (trl_reading_cards (&reading, list))
    cards = g_ptr_array_ref (reading.cards);
  if (cards == NULL)
    g_propagate_error (error, g_steal_pointer (&reading.error));
  trl_reading_clear (&reading);
  return cards;
}
