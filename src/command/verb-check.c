/* verb-check.c: trellis check FILE…: the review, for people and for machines. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "json-writer.h"
#include "reviewer.h"
#include "verb.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char *format_name;
static char *fail_on_name;

const GOptionEntry trl_check_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name,
    N_("text (the default) for people, json for machines"), "text|json" },
  { "fail-on", 0, 0, G_OPTION_ARG_STRING, &fail_on_name,
    N_("The level that makes the exit status 1 (default: warning)"), "error|warning|advice|never" },
  G_OPTION_ENTRY_NULL
};

/* What a file came to. */
typedef struct
{
  guint    counts[TRL_N_SEVERITIES];
  guint    n_kept;
  gboolean trouble;
} Tally;

static const char * const colours[TRL_N_SEVERITIES] = { "\033[1;31m", "\033[1;33m", "\033[1;34m", "\033[2m" };

static void
locate (TrlReader  *reader,
        TrlFinding *finding,
        guint      *line,
        guint      *column,
        char      **pointer)
{
  const char * const *cards = trl_finding_get_cards (finding);

  *line = *column = 1;
  *pointer = NULL;
  trl_reader_locate (reader, cards[0] != NULL ? cards[0] : TRL_ROOT_ID, TRL_MEMBER_NONE, line, column, pointer);
}

static void
print_finding (const char *name,
               TrlReader  *reader,
               TrlFinding *finding)
{
  TrlSeverity severity = trl_finding_get_severity (finding);
  const char *kept = trl_finding_get_kept (finding);
  g_autofree char *pointer = NULL;
  gboolean paints = trl_paints (STDOUT_FILENO);
  guint line, column;

  locate (reader, finding, &line, &column, &pointer);
  g_print ("%s:%u:%u: %s%s:%s %s", name, line, column, paints ? colours[severity] : "",
           kept != NULL ? "kept" : trl_severity_get_id (severity), paints ? "\033[0m" : "",
           trl_finding_get_title (finding));
  if (*trl_finding_get_text (finding) != '\0')
    g_print (". %s", trl_finding_get_text (finding));
  if (kept != NULL)
    /* Translators: %s is the reason for which a finding is kept */
    g_print (_(" Kept, because: %s"), kept);
  g_print (" [%s]\n", trl_finding_get_rule (finding)->id);
}

static void
print_summary (const char  *name,
               const Tally *tally)
{
  g_autoptr (GString) line = g_string_new (NULL);
  const guint *n = tally->counts;

  g_string_append_printf (line, ngettext ("%u error", "%u errors", n[TRL_SEVERITY_ERROR]), n[TRL_SEVERITY_ERROR]);
  g_string_append (line, ", ");
  g_string_append_printf (line, ngettext ("%u warning", "%u warnings", n[TRL_SEVERITY_WARNING]), n[TRL_SEVERITY_WARNING]);
  g_string_append (line, ", ");
  g_string_append_printf (line, ngettext ("%u piece of advice", "%u pieces of advice", n[TRL_SEVERITY_ADVICE]), n[TRL_SEVERITY_ADVICE]);
  g_string_append (line, ", ");
  g_string_append_printf (line, ngettext ("%u to-do", "%u to-dos", n[TRL_SEVERITY_TODO]), n[TRL_SEVERITY_TODO]);
  if (tally->n_kept > 0)
    {
      g_string_append (line, ", ");
      g_string_append_printf (line, ngettext ("%u kept", "%u kept", tally->n_kept), tally->n_kept);
    }
  trl_say ("%s: %s", name, line->str);
}

static void
write_text_member (TrlJsonWriter *json,
                   const char    *key,
                   const char    *text)
{
  if (text == NULL)
    return;
  trl_json_writer_key (json, key);
  trl_json_writer_string (json, text);
}

static void
write_number_member (TrlJsonWriter *json,
                     const char    *key,
                     guint          number)
{
  trl_json_writer_key (json, key);
  trl_json_writer_number (json, number);
}

static const char *
decision_id (TrlFinding *finding)
{
  guint n;
  const TrlChoiceInfo *choices = trl_choices_get (TRL_CHOICES_DECISION, &n);
  int decision = trl_finding_get_decision (finding);

  return decision >= 0 && (guint) decision < n ? choices[decision].id : NULL;
}

static void
write_finding (TrlJsonWriter *json,
               TrlReader     *reader,
               TrlFinding    *finding)
{
  g_autofree char *pointer = NULL;
  guint line, column;

  locate (reader, finding, &line, &column, &pointer);
  trl_json_writer_begin_object (json);
  write_text_member (json, "rule", trl_finding_get_rule (finding)->id);
  write_text_member (json, "severity", trl_severity_get_id (trl_finding_get_severity (finding)));
  write_text_member (json, "decision", decision_id (finding));
  write_text_member (json, "motion", trl_finding_get_motion (finding));
  trl_json_writer_key (json, "cards");
  trl_json_writer_begin_array (json);
  for (const char * const *card = trl_finding_get_cards (finding); *card != NULL; card++)
    trl_json_writer_string (json, *card);
  trl_json_writer_end_array (json);
  write_number_member (json, "line", line);
  write_number_member (json, "column", column);
  write_text_member (json, "pointer", pointer);
  write_text_member (json, "title", trl_finding_get_title (finding));
  write_text_member (json, "text", trl_finding_get_text (finding));
  write_text_member (json, "kept", trl_finding_get_kept (finding));
  write_text_member (json, "keptBy", trl_finding_get_kept_by (finding));
  trl_json_writer_end_object (json);
}

static void
write_repair (TrlJsonWriter   *json,
              const TrlRepair *repair)
{
  trl_json_writer_begin_object (json);
  write_number_member (json, "line", repair->line);
  write_number_member (json, "column", repair->column);
  write_text_member (json, "pointer", repair->pointer);
  write_text_member (json, "text", repair->text);
  trl_json_writer_end_object (json);
}

static void
write_file (TrlJsonWriter *json,
            const char    *name,
            TrlReader     *reader,
            GPtrArray     *findings)
{
  const GPtrArray *repairs = trl_reader_get_repairs (reader);

  trl_json_writer_begin_object (json);
  write_text_member (json, "file", name);
  trl_json_writer_key (json, "mended");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < repairs->len; i++)
    write_repair (json, g_ptr_array_index (repairs, i));
  trl_json_writer_end_array (json);
  trl_json_writer_key (json, "findings");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < findings->len; i++)
    write_finding (json, reader, g_ptr_array_index (findings, i));
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
}

static void
write_unreadable (TrlJsonWriter *json,
                  const char    *name,
                  const GError  *error)
{
  const char *pointer = NULL;
  guint line = 0, column = 0;

  trl_json_writer_begin_object (json);
  write_text_member (json, "file", name);
  trl_json_writer_key (json, "error");
  trl_json_writer_begin_object (json);
  if (trl_reader_error_get_place (error, &line, &column, &pointer))
    {
      write_number_member (json, "line", line);
      write_number_member (json, "column", column);
      write_text_member (json, "pointer", pointer);
      write_text_member (json, "text", trl_reader_error_get_text (error));
    }
  else
    write_text_member (json, "text", error->message);
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
}

static void
check_one (const char    *name,
           TrlJsonWriter *json,
           Tally         *tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_read_input (name, &error);
  g_autoptr (GPtrArray) findings = NULL;

  if (reader == NULL)
    {
      tally->trouble = TRUE;
      trl_say_unreadable (name, error);
      if (json != NULL)
        write_unreadable (json, name, error);
      return;
    }

  findings = trl_review (trl_reader_get_blueprint (reader));
  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      if (trl_finding_get_kept (finding) != NULL)
        tally->n_kept++;
      else
        tally->counts[trl_finding_get_severity (finding)]++;
      if (json == NULL)
        print_finding (name, reader, finding);
    }
  if (json != NULL)
    write_file (json, name, reader, findings);
  else
    {
      trl_say_repairs (name, reader);
      print_summary (name, tally);
    }
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

static gboolean
fails (const Tally *tally,
       int          n_failing)
{
  for (int severity = 0; severity < n_failing; severity++)
    if (tally->counts[severity] > 0)
      return TRUE;
  return FALSE;
}

static int
check_all (char         **names,
           TrlJsonWriter *json,
           int            n_failing)
{
  int exit_code = TRL_EXIT_CLEAN;

  for (; *names != NULL; names++)
    {
      Tally tally = { { 0 }, 0, FALSE };

      check_one (*names, json, &tally);
      if (tally.trouble)
        exit_code = TRL_EXIT_TROUBLE;
      else if (exit_code == TRL_EXIT_CLEAN && fails (&tally, n_failing))
        exit_code = TRL_EXIT_FINDINGS;
    }
  return exit_code;
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
  gboolean as_json = g_strcmp0 (format_name, "json") == 0;
  int n_failing = parse_fail_on (fail_on_name);
  g_autoptr (TrlJsonWriter) json = NULL;
  g_autofree char *text = NULL;
  int exit_code;
  gsize length;

  if (arguments[0] == NULL)
    return trl_say_usage ("check", _("which file?"));
  if (format_name != NULL && !as_json && !g_str_equal (format_name, "text"))
    return trl_say_usage ("check", _("there is no format \"%s\""), format_name);
  if (n_failing < 0)
    return trl_say_usage ("check", _("there is no level \"%s\""), fail_on_name);

  if (!as_json)
    return check_all (arguments, NULL, n_failing);

  json = trl_json_writer_new (TRL_JSON_PRETTY);
  trl_json_writer_begin_object (json);
  write_number_member (json, "version", 1);
  trl_json_writer_key (json, "files");
  trl_json_writer_begin_array (json);
  exit_code = check_all (arguments, json, n_failing);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
  text = trl_json_writer_end (json, &length);
  return trl_write_output ("-", text, length) ? exit_code : TRL_EXIT_TROUBLE;
}
