/* check-text.c: findings for people, a line each, as compilers write them. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "check.h"

#include <glib/gi18n.h>
#include <unistd.h>

static const char * const colours[TRL_N_SEVERITIES] = { "\033[1;31m", "\033[1;33m", "\033[1;34m", "\033[2m" };

static gpointer
begin (void)
{
  return g_string_new (NULL);
}

static void
append_kept (GString    *out,
             TrlFinding *finding)
{
  g_autofree char *who = trl_finding_describe_keeper (finding);

  if (who != NULL)
    /* Translators: who keeps a finding and since when ("Ana, 3 May 2026"), and why */
    g_string_append_printf (out, _(" Kept (%s), because: %s"), who, trl_finding_get_kept (finding));
  else
    /* Translators: %s is the reason for which a finding is kept */
    g_string_append_printf (out, _(" Kept, because: %s"), trl_finding_get_kept (finding));
}

static void
append_finding (GString          *out,
                const TrlChecked *checked,
                TrlFinding       *finding,
                gboolean          paints)
{
  TrlSeverity severity = trl_finding_get_severity (finding);
  const char *kept = trl_finding_get_kept (finding);
  g_autoptr (GString) words = g_string_new (trl_finding_get_title (finding));
  guint line, column;

  if (*trl_finding_get_text (finding) != '\0')
    g_string_append_printf (words, ". %s", trl_finding_get_text (finding));
  if (kept != NULL)
    append_kept (words, finding);
  if (trl_finding_get_lapsed (finding) != NULL)
    g_string_append_printf (words, " %s", trl_finding_get_lapsed (finding));

  trl_check_locate (checked, trl_finding_get_cards (finding)[0], &line, &column, NULL);
  trl_append_line (out, checked->name);
  g_string_append_printf (out, ":%u:%u: %s%s:%s ", line, column, paints ? colours[severity] : "",
                          kept != NULL ? "kept" : trl_severity_get_id (severity), paints ? "\033[0m" : "");
  trl_append_line (out, words->str);
  g_string_append_printf (out, " [%s]\n", trl_finding_get_rule (finding)->id);
}

static void
append_take (GString *line,
             char    *words)
{
  if (line->len > 0)
    g_string_append (line, ", ");
  g_string_append (line, words);
  g_free (words);
}

static void
say_summary (const TrlChecked *checked)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n[TRL_N_SEVERITIES] = { 0 }, n_kept = 0;

  for (guint i = 0; i < checked->findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (checked->findings, i);

      if (trl_finding_get_kept (finding) != NULL)
        n_kept++;
      else
        n[trl_finding_get_severity (finding)]++;
    }
  append_take (line, g_strdup_printf (ngettext ("%u error", "%u errors", n[TRL_SEVERITY_ERROR]), n[TRL_SEVERITY_ERROR]));
  append_take (line, g_strdup_printf (ngettext ("%u warning", "%u warnings", n[TRL_SEVERITY_WARNING]), n[TRL_SEVERITY_WARNING]));
  append_take (line, g_strdup_printf (ngettext ("%u piece of advice", "%u pieces of advice", n[TRL_SEVERITY_ADVICE]), n[TRL_SEVERITY_ADVICE]));
  append_take (line, g_strdup_printf (ngettext ("%u to-do", "%u to-dos", n[TRL_SEVERITY_TODO]), n[TRL_SEVERITY_TODO]));
  if (n_kept > 0)
    append_take (line, g_strdup_printf (ngettext ("%u kept", "%u kept", n_kept), n_kept));
  trl_say ("%s: %s", checked->name, line->str);
}

static void
add (gpointer          state,
     const TrlChecked *checked)
{
  GString *out = state;
  gboolean paints = trl_paints (STDOUT_FILENO);

  for (guint i = 0; i < checked->findings->len; i++)
    append_finding (out, checked, g_ptr_array_index (checked->findings, i), paints);
  /* What is said of a file on standard error comes after what is found in it. */
  g_print ("%s", out->str);
  g_string_truncate (out, 0);
  trl_say_repairs (checked->name, checked->reader);
  say_summary (checked);
}

static void
add_unreadable (gpointer      state,
                const char   *name,
                const GError *error)
{
}

static char *
end (gpointer  state,
     gsize    *length)
{
  *length = ((GString *) state)->len;
  return g_string_free (state, FALSE);
}

const TrlCheckFormat trl_check_text = { "text", begin, add, add_unreadable, end };
