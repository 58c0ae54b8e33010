/* check-json.c: findings for scripts. docs/check.md says what each member means; members are only ever added. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "check.h"

static gpointer
begin (void)
{
  TrlJsonWriter *json = trl_json_writer_new (TRL_JSON_PRETTY);

  trl_json_writer_begin_object (json);
  trl_check_put_number (json, "version", 1);
  trl_json_writer_key (json, "files");
  trl_json_writer_begin_array (json);
  return json;
}

static const char *
decision_id (int decision)
{
  guint n;
  const TrlChoiceInfo *choices = trl_choices_get (TRL_CHOICES_DECISION, &n);

  return decision >= 0 && (guint) decision < n ? choices[decision].id : NULL;
}

static void
put_fixes (TrlJsonWriter *json,
           TrlFinding    *finding)
{
  trl_json_writer_key (json, "fixes");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < trl_finding_get_n_fixes (finding); i++)
    {
      trl_json_writer_begin_object (json);
      trl_check_put_text (json, "text", trl_finding_get_fix_label (finding, i));
      trl_json_writer_key (json, "safe");
      trl_json_writer_boolean (json, trl_finding_is_fix_safe (finding, i));
      trl_json_writer_end_object (json);
    }
  trl_json_writer_end_array (json);
}

static void
put_finding (TrlJsonWriter    *json,
             const TrlChecked *checked,
             TrlFinding       *finding)
{
  g_autofree char *pointer = NULL;
  guint line, column;

  trl_check_locate (checked, trl_finding_get_cards (finding)[0], &line, &column, &pointer);
  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "rule", trl_finding_get_rule (finding)->id);
  trl_check_put_text (json, "severity", trl_severity_get_id (trl_finding_get_severity (finding)));
  trl_check_put_text (json, "decision", decision_id (trl_finding_get_decision (finding)));
  trl_check_put_text (json, "motion", trl_finding_get_motion (finding));
  trl_json_writer_key (json, "cards");
  trl_json_writer_begin_array (json);
  for (const char * const *card = trl_finding_get_cards (finding); *card != NULL; card++)
    trl_json_writer_string (json, *card);
  trl_json_writer_end_array (json);
  trl_check_put_number (json, "line", line);
  trl_check_put_number (json, "column", column);
  trl_check_put_text (json, "pointer", pointer);
  trl_check_put_text (json, "title", trl_finding_get_title (finding));
  trl_check_put_text (json, "text", trl_finding_get_text (finding));
  put_fixes (json, finding);
  trl_check_put_text (json, "kept", trl_finding_get_kept (finding));
  trl_check_put_text (json, "keptBy", trl_finding_get_kept_by (finding));
  trl_check_put_text (json, "keptOn", trl_finding_get_kept_on (finding));
  trl_check_put_text (json, "lapsed", trl_finding_get_lapsed (finding));
  trl_json_writer_end_object (json);
}

static void
put_repair (TrlJsonWriter   *json,
            const TrlRepair *repair)
{
  trl_json_writer_begin_object (json);
  trl_check_put_number (json, "line", repair->line);
  trl_check_put_number (json, "column", repair->column);
  trl_check_put_text (json, "pointer", repair->pointer);
  trl_check_put_text (json, "text", repair->text);
  trl_json_writer_end_object (json);
}

static void
put_fixed (TrlJsonWriter  *json,
           const TrlFixed *fixed)
{
  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "rule", fixed->rule->id);
  trl_check_put_text (json, "card", fixed->card);
  trl_check_put_text (json, "text", fixed->text);
  trl_json_writer_end_object (json);
}

static void
add (gpointer          state,
     const TrlChecked *checked)
{
  TrlJsonWriter *json = state;
  const GPtrArray *repairs = trl_reader_get_repairs (checked->reader);

  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "file", checked->name);
  trl_json_writer_key (json, "mended");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < repairs->len; i++)
    put_repair (json, g_ptr_array_index (repairs, i));
  trl_json_writer_end_array (json);
  trl_json_writer_key (json, "fixed");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < checked->fixed->len; i++)
    put_fixed (json, g_ptr_array_index (checked->fixed, i));
  trl_json_writer_end_array (json);
  trl_json_writer_key (json, "findings");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < checked->findings->len; i++)
    put_finding (json, checked, g_ptr_array_index (checked->findings, i));
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
}

static void
add_unreadable (gpointer      state,
                const char   *name,
                const GError *error)
{
  TrlJsonWriter *json = state;
  const char *pointer = NULL;
  guint line = 0, column = 0;

  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "file", name);
  trl_json_writer_key (json, "error");
  trl_json_writer_begin_object (json);
  if (trl_reader_error_get_place (error, &line, &column, &pointer))
    {
      trl_check_put_number (json, "line", line);
      trl_check_put_number (json, "column", column);
      trl_check_put_text (json, "pointer", pointer);
      trl_check_put_text (json, "text", trl_reader_error_get_text (error));
    }
  else
    trl_check_put_text (json, "text", error->message);
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
}

static char *
end (gpointer  state,
     gsize    *length)
{
  g_autoptr (TrlJsonWriter) json = state;

  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
  return trl_json_writer_end (json, length);
}

const TrlCheckFormat trl_check_json = { "json", begin, add, add_unreadable, end };
