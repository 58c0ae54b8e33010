/* verb-rules.c: trellis rules [ID]. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "rule.h"
#include "verb.h"

#include <glib/gi18n.h>

static int
explain_rule (const char *id)
{
  g_autofree char *name = g_ascii_strup (id, -1);
  const TrlRule *rule = trl_rule_find (name);

  if (rule == NULL)
    return trl_say_usage ("rules", _("there is no rule \"%s\""), id);

  g_print ("%s  %s\n%s\n", rule->id, trl_severity_get_id (rule->severity), trl_rule_get_title (rule));
  for (TrlPagePart part = 0; part < TRL_N_PAGE_PARTS; part++)
    if (*trl_rule_get_page (rule, part) != '\0')
      g_print ("\n%s\n  %s\n", trl_page_get_label (part), trl_rule_get_page (rule, part));
  return TRL_EXIT_CLEAN;
}

/**
 * trl_verb_rules:
 * @arguments: (array zero-terminated=1): none, or the id of a rule
 *
 * Lists the rules of the review, or explains one.
 *
 * Returns: what to tell the shell
 */
int
trl_verb_rules (char **arguments)
{
  guint n_rules;
  const TrlRule * const *rules = trl_rules_get (&n_rules);

  if (arguments[0] != NULL && arguments[1] != NULL)
    return trl_say_usage ("rules", _("one rule at a time"));
  if (arguments[0] != NULL)
    return explain_rule (arguments[0]);

  for (guint i = 0; i < n_rules; i++)
    g_print ("%-20s %-8s %s\n", rules[i]->id, trl_severity_get_id (rules[i]->severity), trl_rule_get_title (rules[i]));
  return TRL_EXIT_CLEAN;
}
