/* verb-check.c: trellis check FILE…: the review, for people and for machines. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "check.h"
#include "writer.h"

#include <glib/gi18n.h>
#include <string.h>

static char *format_name;
static char *fail_on_name;
static gboolean wants_fix;
static gboolean dry_run;

const GOptionEntry trl_check_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name,
    N_("text (the default) for people, json for scripts, sarif for code review"), "text|json|sarif" },
  { "fail-on", 0, 0, G_OPTION_ARG_STRING, &fail_on_name,
    N_("The level that makes the exit status 1 (default: warning)"), "error|warning|advice|never" },
  { "fix", 0, 0, G_OPTION_ARG_NONE, &wants_fix,
    N_("First fill in what is open and has one usual answer; nothing is changed or removed"), NULL },
  { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run,
    N_("With --fix: say what would be filled in, write nothing"), NULL },
  G_OPTION_ENTRY_NULL
};

static const TrlCheckFormat * const formats[] = { &trl_check_text, &trl_check_json, &trl_check_sarif };

/**
 * trl_check_locate:
 * @checked: a file
 * @card: the id of a card
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 * @pointer: (out) (optional) (nullable) (transfer full): the JSON pointer
 *
 * Says where a card stands in the file; what does not stand there is at its beginning.
 */
void
trl_check_locate (const TrlChecked  *checked,
                  const char        *card,
                  guint             *line,
                  guint             *column,
                  char             **pointer)
{
  *line = *column = 1;
  if (pointer != NULL)
    *pointer = NULL;
  trl_reader_locate (checked->reader, card, TRL_MEMBER_NONE, line, column, pointer);
}

/* Members without a text are left out. */
void
trl_check_put_text (TrlJsonWriter *json,
                    const char    *key,
                    const char    *text)
{
  if (text == NULL)
    return;
  trl_json_writer_key (json, key);
  trl_json_writer_string (json, text);
}

void
trl_check_put_number (TrlJsonWriter *json,
                      const char    *key,
                      guint          number)
{
  trl_json_writer_key (json, key);
  trl_json_writer_number (json, number);
}

static void
say_fixed (const char      *name,
           const GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const TrlFixed *fixed = g_ptr_array_index (all, i);

      trl_say ("%s:%u:%u: %s: %s [%s]", name, fixed->line, fixed->column, dry_run ? _("would fix") : _("fixed"), fixed->text,
               fixed->rule->id);
    }
}

/* Mends the design in the file. The review that follows is of what is written there now. */
static gboolean
mend (TrlChecked *checked,
      GError    **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TrlReader *again;
  gsize length;

  g_ptr_array_unref (checked->fixed);
  checked->fixed = trl_check_mend (checked->name, checked->reader);
  say_fixed (checked->name, checked->fixed);
  if (checked->fixed->len == 0)
    return TRUE;
  if (dry_run)
    {
      /* What was tried is not in the file. */
      again = trl_reader_read (trl_reader_get_bytes (checked->reader), error);
    }
  else
    {
      text = trl_writer_write (trl_reader_get_blueprint (checked->reader), &length);
      if (!trl_write_design (checked->name, text, length))
        return FALSE;
      bytes = g_bytes_new_take (g_steal_pointer (&text), length);
      again = trl_reader_read (bytes, error);
    }
  if (again == NULL)
    return FALSE;
  trl_reader_free (checked->reader);
  checked->reader = again;
  return TRUE;
}

static gboolean
fails (const GPtrArray *findings,
       int              n_failing)
{
  for (guint i = 0; i < findings->len; i++)
    if (trl_finding_get_kept (g_ptr_array_index (findings, i)) == NULL &&
        (int) trl_finding_get_severity (g_ptr_array_index (findings, i)) < n_failing)
      return TRUE;
  return FALSE;
}

static TrlExit
check_one (const char           *name,
           const TrlCheckFormat *format,
           gpointer              state,
           int                   n_failing)
{
  g_autoptr (GError) error = NULL;
  TrlChecked checked = { .name = name, .reader = trl_read_input (name, &error),
                         .fixed = g_ptr_array_new () };
  TrlExit code = TRL_EXIT_TROUBLE;

  if (checked.reader == NULL || (wants_fix && !mend (&checked, &error)))
    {
      /* A file that cannot be written has been spoken of. */
      if (error != NULL)
        {
          trl_say_unreadable (name, error);
          format->add_unreadable (state, name, error);
        }
    }
  else
    {
      checked.findings = trl_review (trl_reader_get_blueprint (checked.reader));
      format->add (state, &checked);
      code = fails (checked.findings, n_failing) ? TRL_EXIT_FINDINGS : TRL_EXIT_CLEAN;
      g_ptr_array_unref (checked.findings);
    }
  g_ptr_array_unref (checked.fixed);
  g_clear_pointer (&checked.reader, trl_reader_free);
  return code;
}

/* How many severities from the heaviest on make the check fail; -1 for a word that is none. */
static int
parse_fail_on (const char *word)
{
  static const char * const words[] = { "never", "error", "warning", "advice", NULL };

  if (word == NULL)
    return TRL_SEVERITY_WARNING + 1;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  return -1;
}

static const TrlCheckFormat *
parse_format (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (word != NULL ? word : "text", formats[i]->name))
      return formats[i];
  return NULL;
}

/**
 * trl_verb_check:
 * @arguments: (array zero-terminated=1): files; "-" is standard input
 *
 * Reviews designs. A file that cannot be read does not keep the others from
 * being reviewed.
 *
 * Returns: what to tell the shell
 */
int
trl_verb_check (char **arguments)
{
  const TrlCheckFormat *format = parse_format (format_name);
  int n_failing = parse_fail_on (fail_on_name);
  TrlExit exit_code = TRL_EXIT_CLEAN;
  g_autofree char *text = NULL;
  gpointer state;
  gsize length;

  if (arguments[0] == NULL)
    return trl_say_usage ("check", _("which file?"));
  if (format == NULL)
    return trl_say_usage ("check", _("there is no format \"%s\""), format_name);
  if (n_failing < 0)
    return trl_say_usage ("check", _("there is no level \"%s\""), fail_on_name);
  if (dry_run && !wants_fix)
    return trl_say_usage ("check", _("--dry-run goes with --fix"));
  if (wants_fix && g_strv_contains ((const char * const *) arguments, "-"))
    return trl_say_usage ("check", _("--fix needs a file that it can write"));

  state = format->begin ();
  for (char **name = arguments; *name != NULL; name++)
    {
      TrlExit code = check_one (*name, format, state, n_failing);

      exit_code = MAX (exit_code, code);
    }
  text = format->end (state, &length);
  return length == 0 || trl_write_output ("-", text, length) ? exit_code : TRL_EXIT_TROUBLE;
}
