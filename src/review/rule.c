/* rule.c: the register of pitfalls. */

#define G_LOG_DOMAIN "rule"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

#define TRL_RULE(name) &trl_rule_##name,
static const TrlRule * const rules[] = {
#include "rules-table.h"
  NULL
};
#undef TRL_RULE

/**
 * trl_rules_get:
 * @n_rules: (out) (optional): how many there are
 *
 * Returns: (transfer none): all rules, in the order of the five decisions; %NULL ends them
 */
const TrlRule * const *
trl_rules_get (guint *n_rules)
{
  if (n_rules != NULL)
    *n_rules = G_N_ELEMENTS (rules) - 1;
  return rules;
}

/**
 * trl_rule_find:
 * @id: (nullable): an id; capital and small letters are alike
 *
 * Returns: (transfer none) (nullable): the rule
 */
const TrlRule *
trl_rule_find (const char *id)
{
  for (guint i = 0; id != NULL && rules[i] != NULL; i++)
    if (g_ascii_strcasecmp (rules[i]->id, id) == 0)
      return rules[i];
  return NULL;
}

/**
 * trl_rule_get_title:
 * @rule: a rule
 *
 * Returns: what it is about, in the reader's language
 */
const char *
trl_rule_get_title (const TrlRule *rule)
{
  g_return_val_if_fail (rule != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, rule->title);
}

/**
 * trl_rule_get_help:
 * @rule: a rule
 *
 * Returns: what it looks for and when to keep a finding, in the reader's language
 */
const char *
trl_rule_get_help (const TrlRule *rule)
{
  g_return_val_if_fail (rule != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, rule->help);
}
