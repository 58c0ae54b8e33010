/* rule.c: the register of pitfalls. */

#define G_LOG_DOMAIN "rule"

#include "config.h"

#include "rules.h"

#include "report.h"

#include <glib/gi18n.h>

/* What kept.c does for every rule. */
#define USUAL_UNTIL N_("When a number, a choice or a unit that it rests on changes, or a card more or less is concerned; not for " \
                       "another name, order or place.")

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
 * trl_rule_get_page:
 * @rule: a rule
 * @part: a part of its page
 *
 * Returns: that part, one or two sentences in the reader's language; "" for
 *   %TRL_PAGE_FOLDS of a rule that shares its cause with none
 */
const char *
trl_rule_get_page (const TrlRule *rule,
                   TrlPagePart    part)
{
  const char *parts[TRL_N_PAGE_PARTS] = { NULL };

  g_return_val_if_fail (rule != NULL && part < TRL_N_PAGE_PARTS, "");

  if (part == TRL_PAGE_FOLDS)
    {
      g_autofree char *folds = trl_fold_describe (rule);

      return folds != NULL ? g_intern_string (folds) : "";
    }
  parts[TRL_PAGE_LOOKS_FOR] = rule->looks_for;
  parts[TRL_PAGE_SOURCE] = rule->source;
  parts[TRL_PAGE_FIRES] = rule->fires;
  parts[TRL_PAGE_QUIET] = rule->quiet;
  parts[TRL_PAGE_MEND] = rule->mend;
  parts[TRL_PAGE_KEEP] = rule->keep;
  parts[TRL_PAGE_UNTIL] = rule->until != NULL ? rule->until : USUAL_UNTIL;
  return parts[part] != NULL ? g_dgettext (GETTEXT_PACKAGE, parts[part]) : "";
}

/**
 * trl_page_get_label:
 * @part: a part of a rule's page
 *
 * Returns: its heading in the reader's language
 */
const char *
trl_page_get_label (TrlPagePart part)
{
  switch (part)
    {
    case TRL_PAGE_LOOKS_FOR:
      return C_("page of a rule", "Looks for");
    case TRL_PAGE_SOURCE:
      return C_("page of a rule", "Because");
    case TRL_PAGE_FIRES:
      return C_("page of a rule", "Speaks of");
    case TRL_PAGE_QUIET:
      return C_("page of a rule", "Is quiet about");
    case TRL_PAGE_MEND:
      return C_("page of a rule", "How to mend it");
    case TRL_PAGE_KEEP:
      return C_("page of a rule", "When to keep it");
    case TRL_PAGE_UNTIL:
      return C_("page of a rule", "A kept one counts again");
    case TRL_PAGE_FOLDS:
      return C_("page of a rule", "One cause, one finding");
    case TRL_N_PAGE_PARTS:
    default:
      g_return_val_if_reached ("");
    }
}
