/* check-sarif.c: findings as SARIF 2.1.0, which code review sites read.
 *
 * A result is known from run to run by its rule and the cards that it is
 * about, never by line, name or order: reformatting a file, renaming a tier
 * or moving a motion makes no new result. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "check.h"

#include <stdlib.h>
#include <string.h>

#define HOME "https://github.com/trellisdesign/trellis"
#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

/* Code review sites take no more than 25,000 results; what only asks for a thought makes room for what warns. */
#define MOST_RESULTS 24000
#define MOST_NOTES 16000
#define MOST_RELATED 20

typedef struct
{
  TrlJsonWriter *json;
  TrlJsonWriter *troubles;    /* what kept files from being read */
  GHashTable    *seen;        /* fingerprint → how often */
  gboolean       successful;
  guint          n_results;
  guint          n_left_out;
} Sarif;

static const char *
level_of (TrlSeverity severity)
{
  switch (severity)
    {
    case TRL_SEVERITY_ERROR:
      return "error";
    case TRL_SEVERITY_WARNING:
      return "warning";
    case TRL_SEVERITY_ADVICE:
    case TRL_SEVERITY_TODO:
    case TRL_N_SEVERITIES:
    default:
      return "note";
    }
}

static void
begin_member (TrlJsonWriter *json,
              const char    *key)
{
  trl_json_writer_key (json, key);
  trl_json_writer_begin_object (json);
}

static void
begin_list (TrlJsonWriter *json,
            const char    *key)
{
  trl_json_writer_key (json, key);
  trl_json_writer_begin_array (json);
}

static void
put_message (TrlJsonWriter *json,
             const char    *key,
             const char    *text)
{
  begin_member (json, key);
  trl_check_put_text (json, "text", text);
  trl_json_writer_end_object (json);
}

static void
put_help (TrlJsonWriter *json,
          const TrlRule *rule)
{
  g_autoptr (GString) plain = g_string_new (NULL), marked = g_string_new (NULL);

  for (TrlPagePart part = 0; part < TRL_N_PAGE_PARTS; part++)
    {
      if (*trl_rule_get_page (rule, part) == '\0')
        continue;
      g_string_append_printf (plain, "%s%s: %s", part > 0 ? "\n" : "", trl_page_get_label (part), trl_rule_get_page (rule, part));
      g_string_append_printf (marked, "%s**%s**\n\n%s", part > 0 ? "\n\n" : "", trl_page_get_label (part), trl_rule_get_page (rule, part));
    }
  begin_member (json, "help");
  trl_check_put_text (json, "text", plain->str);
  trl_check_put_text (json, "markdown", marked->str);
  trl_json_writer_end_object (json);
}

static void
put_rule (TrlJsonWriter *json,
          const TrlRule *rule)
{
  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "id", rule->id);
  put_message (json, "shortDescription", trl_rule_get_title (rule));
  put_message (json, "fullDescription", trl_rule_get_page (rule, TRL_PAGE_LOOKS_FOR));
  put_help (json, rule);
  trl_check_put_text (json, "helpUri", HOME "#readme");
  begin_member (json, "defaultConfiguration");
  trl_check_put_text (json, "level", level_of (rule->severity));
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
}

static void
put_tool (TrlJsonWriter *json)
{
  const TrlRule * const *rules = trl_rules_get (NULL);

  begin_member (json, "tool");
  begin_member (json, "driver");
  trl_check_put_text (json, "name", "Trellis");
  trl_check_put_text (json, "semanticVersion", APP_VERSION);
  trl_check_put_text (json, "informationUri", HOME);
  begin_list (json, "rules");
  for (; *rules != NULL; rules++)
    put_rule (json, *rules);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
}

static gpointer
begin (void)
{
  Sarif *self = g_new0 (Sarif, 1);
  TrlJsonWriter *json = trl_json_writer_new (TRL_JSON_PRETTY);

  self->json = json;
  self->troubles = trl_json_writer_new (TRL_JSON_COMPACT);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->successful = TRUE;
  trl_json_writer_begin_array (self->troubles);
  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "$schema", SCHEMA);
  trl_check_put_text (json, "version", "2.1.0");
  begin_list (json, "runs");
  trl_json_writer_begin_object (json);
  put_tool (json);
  trl_check_put_text (json, "columnKind", "unicodeCodePoints");
  begin_list (json, "results");
  return self;
}

/* Files below the folder that we were called in are named from there, as version control names them. */
static char *
make_uri (const char *name)
{
  g_autoptr (GFile) here = g_file_new_for_path (".");
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (g_str_equal (name, "-"))
    return g_strdup ("stdin");
  file = g_file_new_for_commandline_arg (name);
  path = g_file_get_relative_path (here, file);
  return path != NULL ? g_uri_escape_string (path, "/", FALSE) : g_file_get_uri (file);
}

static void
put_place (TrlJsonWriter *json,
           const char    *uri,
           guint          line,
           guint          column)
{
  begin_member (json, "physicalLocation");
  begin_member (json, "artifactLocation");
  trl_check_put_text (json, "uri", uri);
  trl_json_writer_end_object (json);
  if (line > 0)
    {
      begin_member (json, "region");
      trl_check_put_number (json, "startLine", line);
      trl_check_put_number (json, "startColumn", column);
      trl_json_writer_end_object (json);
    }
  trl_json_writer_end_object (json);
}

/* Where a card stands, and which it is. */
static void
put_location (TrlJsonWriter    *json,
              const TrlChecked *checked,
              const char       *uri,
              const char       *id)
{
  TrlCard *card = trl_blueprint_get (trl_reader_get_blueprint (checked->reader), id);
  g_autofree char *pointer = NULL;
  guint line, column;

  trl_check_locate (checked, id, &line, &column, &pointer);
  trl_json_writer_begin_object (json);
  put_place (json, uri, line, column);
  begin_list (json, "logicalLocations");
  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "name", card != NULL && *trl_card_get_name (card) != '\0' ? trl_card_get_name (card) : id);
  if (pointer != NULL && *pointer != '\0')
    trl_check_put_text (json, "fullyQualifiedName", pointer);
  trl_check_put_text (json, "kind", "object");
  trl_json_writer_end_object (json);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
}

static int
compare_ids (const void *a,
             const void *b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The same rule may speak of the same cards twice, of their rates and of their caps: the second is "…/2". */
static char *
fingerprint (Sarif      *self,
             const char *uri,
             TrlFinding *finding)
{
  const char * const *cards = trl_finding_get_cards (finding);
  guint n = g_strv_length ((char **) cards), times;
  g_autofree const char **sorted = g_memdup2 (cards, n * sizeof (char *));
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *key = NULL;

  qsort (sorted, n, sizeof (char *), compare_ids);
  g_checksum_update (checksum, (const guchar *) trl_finding_get_rule (finding)->id, -1);
  for (guint i = 0; i < n; i++)
    {
      g_checksum_update (checksum, (const guchar *) "\n", 1);
      g_checksum_update (checksum, (const guchar *) sorted[i], -1);
    }
  key = g_strconcat (uri, "\n", g_checksum_get_string (checksum), NULL);
  times = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key)) + 1;
  g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (times));
  if (times == 1)
    return g_strdup (g_checksum_get_string (checksum));
  return g_strdup_printf ("%s/%u", g_checksum_get_string (checksum), times);
}

static guint
rule_index (const TrlRule *rule)
{
  const TrlRule * const *rules = trl_rules_get (NULL);
  guint index = 0;

  while (rules[index] != rule)
    index++;
  return index;
}

static void
put_locations (TrlJsonWriter    *json,
               const TrlChecked *checked,
               const char       *uri,
               TrlFinding       *finding)
{
  const char * const *cards = trl_finding_get_cards (finding);

  begin_list (json, "locations");
  put_location (json, checked, uri, cards[0]);
  trl_json_writer_end_array (json);
  if (cards[1] == NULL)
    return;
  begin_list (json, "relatedLocations");
  for (guint i = 1; cards[i] != NULL && i <= MOST_RELATED; i++)
    put_location (json, checked, uri, cards[i]);
  trl_json_writer_end_array (json);
}

/* What is kept stands in the design itself, with its reason. */
static void
put_suppression (TrlJsonWriter *json,
                 TrlFinding    *finding)
{
  const char *by = trl_finding_get_kept_by (finding), *on = trl_finding_get_kept_on (finding);

  begin_list (json, "suppressions");
  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "kind", "inSource");
  trl_check_put_text (json, "status", "accepted");
  trl_check_put_text (json, "justification", trl_finding_get_kept (finding));
  if (by != NULL || on != NULL)
    {
      begin_member (json, "properties");
      trl_check_put_text (json, "by", by);
      trl_check_put_text (json, "on", on);
      trl_json_writer_end_object (json);
    }
  trl_json_writer_end_object (json);
  trl_json_writer_end_array (json);
}

static void
put_result (Sarif            *self,
            const TrlChecked *checked,
            const char       *uri,
            TrlFinding       *finding)
{
  TrlJsonWriter *json = self->json;
  const TrlRule *rule = trl_finding_get_rule (finding);
  TrlSeverity severity = trl_finding_get_severity (finding);
  g_autofree char *print = fingerprint (self, uri, finding);
  const char *lapsed = trl_finding_get_lapsed (finding);
  g_autofree char *text = g_strconcat (trl_finding_get_title (finding), ". ", trl_finding_get_text (finding),
                                       lapsed != NULL ? " " : NULL, lapsed, NULL);

  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "ruleId", rule->id);
  trl_check_put_number (json, "ruleIndex", rule_index (rule));
  trl_check_put_text (json, "level", level_of (severity));
  put_message (json, "message", text);
  put_locations (json, checked, uri, finding);
  begin_member (json, "partialFingerprints");
  trl_check_put_text (json, "ruleAndCards/v1", print);
  trl_json_writer_end_object (json);
  if (trl_finding_get_kept (finding) != NULL)
    put_suppression (json, finding);
  begin_member (json, "properties");
  trl_check_put_text (json, "severity", trl_severity_get_id (severity));
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
}

static void
add (gpointer          state,
     const TrlChecked *checked)
{
  Sarif *self = state;
  g_autofree char *uri = make_uri (checked->name);

  for (guint i = 0; i < checked->findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (checked->findings, i);
      guint most = trl_finding_get_severity (finding) <= TRL_SEVERITY_WARNING ? MOST_RESULTS : MOST_NOTES;

      if (self->n_results < most)
        {
          put_result (self, checked, uri, finding);
          self->n_results++;
        }
      else
        self->n_left_out++;
    }
}

static void
put_trouble (TrlJsonWriter *json,
             const char    *level,
             const char    *text,
             const char    *uri,
             guint          line,
             guint          column)
{
  trl_json_writer_begin_object (json);
  trl_check_put_text (json, "level", level);
  put_message (json, "message", text);
  if (uri != NULL)
    {
      begin_list (json, "locations");
      trl_json_writer_begin_object (json);
      put_place (json, uri, line, column);
      trl_json_writer_end_object (json);
      trl_json_writer_end_array (json);
    }
  trl_json_writer_end_object (json);
}

static void
add_unreadable (gpointer      state,
                const char   *name,
                const GError *error)
{
  Sarif *self = state;
  g_autofree char *uri = make_uri (name);
  const char *pointer, *text = error->message;
  guint line = 0, column = 0;

  if (trl_reader_error_get_place (error, &line, &column, &pointer))
    text = trl_reader_error_get_text (error);
  self->successful = FALSE;
  put_trouble (self->troubles, "error", text, uri, line, column);
}

static char *
end (gpointer  state,
     gsize    *length)
{
  Sarif *self = state;
  TrlJsonWriter *json = self->json;
  g_autofree char *troubles = NULL;
  char *text;

  trl_json_writer_end_array (json);
  if (self->n_left_out > 0)
    {
      /* For machines and their keepers, as all keys here are. */
      g_autofree char *more = g_strdup_printf ("%u more findings were left out; check fewer files at once", self->n_left_out);

      put_trouble (self->troubles, "note", more, NULL, 0, 0);
    }
  trl_json_writer_end_array (self->troubles);
  troubles = trl_json_writer_end (self->troubles, NULL);
  begin_list (json, "invocations");
  trl_json_writer_begin_object (json);
  trl_json_writer_key (json, "executionSuccessful");
  trl_json_writer_boolean (json, self->successful);
  trl_json_writer_key (json, "toolExecutionNotifications");
  trl_json_writer_raw (json, g_strchomp (troubles));
  trl_json_writer_end_object (json);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
  text = trl_json_writer_end (json, length);
  trl_json_writer_free (self->troubles);
  trl_json_writer_free (json);
  g_hash_table_unref (self->seen);
  g_free (self);
  return text;
}

const TrlCheckFormat trl_check_sarif = { "sarif", begin, add, add_unreadable, end };
