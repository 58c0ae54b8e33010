/* verb-format.c: trellis format FILE…, and trellis schema. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "schema.h"
#include "verb.h"
#include "writer.h"

#include <glib/gi18n.h>
#include <string.h>

/* A file that is canonical already is left alone, with its time stamp. */
static gboolean
format_one (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_read_input (name, &error);
  g_autofree char *text = NULL;
  gsize length, old_length;
  const void *old;

  if (reader == NULL)
    {
      trl_say_unreadable (name, error);
      return FALSE;
    }
  trl_say_repairs (name, reader);
  text = trl_writer_write (trl_reader_get_blueprint (reader), &length);
  old = g_bytes_get_data (trl_reader_get_bytes (reader), &old_length);
  if (!g_str_equal (name, "-") && length == old_length && memcmp (text, old, length) == 0)
    return TRUE;
  return trl_write_design (name, text, length);
}

/**
 * trl_verb_format:
 * @arguments: (array zero-terminated=1): files; "-" goes from standard input to standard output
 *
 * Rewrites designs in their canonical form.
 *
 * Returns: what to tell the shell
 */
int
trl_verb_format (char **arguments)
{
  int exit_code = TRL_EXIT_CLEAN;

  if (arguments[0] == NULL)
    return trl_say_usage ("format", _("which file?"));
  for (; *arguments != NULL; arguments++)
    if (!format_one (*arguments))
      exit_code = TRL_EXIT_TROUBLE;
  return exit_code;
}

/**
 * trl_verb_schema:
 * @arguments: (array zero-terminated=1): none
 *
 * Writes the JSON Schema of a design to standard output.
 *
 * Returns: what to tell the shell
 */
int
trl_verb_schema (char **arguments)
{
  g_autofree char *schema = NULL;
  gsize length;

  if (arguments[0] != NULL)
    return trl_say_usage ("schema", _("takes no file"));
  schema = trl_schema_write (&length);
  return trl_write_output ("-", schema, length) ? TRL_EXIT_CLEAN : TRL_EXIT_TROUBLE;
}
