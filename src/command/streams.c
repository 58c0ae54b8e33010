/* streams.c: what goes in and out of a verb. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "safe-save.h"
#include "verb.h"

#include <errno.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

#define MAX_BYTES (64 * 1024 * 1024)

static GBytes *
read_standard_input (GError **error)
{
  g_autoptr (GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n;

  /* One byte more than a design may have is enough to be refused for it. */
  while (bytes->len <= MAX_BYTES && (n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, error)) != 0)
    {
      if (n < 0)
        return NULL;
      g_byte_array_append (bytes, buffer, n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * trl_read_input:
 * @name: a file, or "-" for standard input
 * @error: return location for an error
 *
 * Reads a design.
 *
 * Returns: (transfer full) (nullable): what was read; %NULL with @error set
 *   when it is none
 */
TrlReader *
trl_read_input (const char  *name,
                GError     **error)
{
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    {
      g_autoptr (GBytes) bytes = read_standard_input (error);

      return bytes != NULL ? trl_reader_read (bytes, error) : NULL;
    }
  file = g_file_new_for_commandline_arg (name);
  return trl_reader_read_file (file, error);
}

/**
 * trl_say_unreadable:
 * @name: the file, as it was named
 * @error: what trl_read_input() said
 *
 * Says why a design could not be read, and where.
 */
void
trl_say_unreadable (const char   *name,
                    const GError *error)
{
  const char *pointer;
  guint line, column;

  if (!trl_reader_error_get_place (error, &line, &column, &pointer))
    trl_say ("%s: %s: %s", name, _("error"), error->message);
  else if (pointer == NULL || *pointer == '\0')
    trl_say ("%s:%u:%u: %s: %s", name, line, column, _("error"), trl_reader_error_get_text (error));
  else
    /* Translators: file, line, column, the word "error", what is wrong, and where in the file */
    trl_say (_("%s:%u:%u: %s: %s (at %s)"), name, line, column, _("error"), trl_reader_error_get_text (error), pointer);
}

/**
 * trl_say_repairs:
 * @name: the file, as it was named
 * @reader: what was read
 *
 * Says what was mended while reading.
 */
void
trl_say_repairs (const char *name,
                 TrlReader  *reader)
{
  const GPtrArray *repairs = trl_reader_get_repairs (reader);

  for (guint i = 0; i < repairs->len; i++)
    {
      const TrlRepair *repair = g_ptr_array_index (repairs, i);

      trl_say ("%s:%u:%u: %s: %s", name, repair->line, repair->column, _("mended"), repair->text);
    }
}

static gboolean
write_standard_output (const void *data,
                       gsize       length)
{
  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  trl_say ("trellis: %s", g_strerror (errno));
  return FALSE;
}

static gboolean
tell_written (const char *name,
              gboolean    written,
              GError     *error)
{
  if (!written)
    trl_say ("%s: %s: %s", name, _("error"), error->message);
  return written;
}

/**
 * trl_write_design:
 * @name: a file, or "-" for standard output
 * @text: the design
 * @length: how long it is, in bytes
 *
 * Writes a design as saving does: the old file or the new one. Says what went
 * wrong.
 *
 * Returns: %TRUE if all of it was written
 */
gboolean
trl_write_design (const char *name,
                  const char *text,
                  gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  if (g_str_equal (name, "-"))
    return write_standard_output (text, length);
  file = g_file_new_for_commandline_arg (name);
  return tell_written (name, trl_safe_save_file (file, text, length, &error), error);
}

/**
 * trl_write_output:
 * @name: a file, or "-" for standard output
 * @data: the bytes
 * @length: how many
 *
 * Writes whatever can be made again from a design. Says what went wrong.
 *
 * Returns: %TRUE if all of it was written
 */
gboolean
trl_write_output (const char *name,
                  const void *data,
                  gsize       length)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (name, "-"))
    return write_standard_output (data, length);
  return tell_written (name, g_file_set_contents_full (name, data, length, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error), error);
}
