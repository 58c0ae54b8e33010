/* tier-nonmono.c: a higher tier that is easier to reach. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "fixes.h"
#include "format.h"
#include "suggest.h"

#include <glib/gi18n.h>

/* @arg: pairs of criteria, with spaces between. */
static TrlEdit *
swap (TrlBlueprint *blueprint,
      TrlFinding   *finding,
      const char   *arg)
{
  g_auto (GStrv) ids = g_strsplit (arg, " ", -1);
  TrlEdit *edit = trl_fix_begin (blueprint, finding);

  for (guint i = 0; ids[i] != NULL && ids[i + 1] != NULL; i += 2)
    {
      TrlValue *a = trl_card_get_value (trl_blueprint_get (blueprint, ids[i]), TRL_CRITERION_VALUE);
      TrlValue *b = trl_card_get_value (trl_blueprint_get (blueprint, ids[i + 1]), TRL_CRITERION_VALUE);

      trl_edit_set (edit, ids[i], TRL_CRITERION_VALUE, b);
      trl_edit_set (edit, ids[i + 1], TRL_CRITERION_VALUE, a);
    }
  trl_edit_set_name (edit, _("Swap the bars"));
  return edit;
}

/* @arg: the criterion and its new bar. */
static TrlEdit *
raise_bar (TrlBlueprint *blueprint,
           TrlFinding   *finding,
           const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", 2);
  TrlEdit *edit = trl_edit_new (blueprint, _("Raise the bar"));

  trl_fix_propose (edit, words[0], TRL_CRITERION_VALUE, g_ascii_strtod (words[1], NULL));
  return edit;
}

static char *
describe_bar (const TrlMotionScope *scope,
              const TrlItem        *item)
{
  double value = 0;

  trl_card_get_number (item->card, TRL_CRITERION_VALUE, &value);
  return trl_format_with_unit (value, trl_card_get_text (item->card, TRL_CRITERION_UNIT), scope->brief->currency);
}

/* In a longer ladder the bar moves between its neighbours. */
static void
offer_bar (const TrlMotionScope *scope,
           const TrlRung        *upper,
           const TrlClimb       *climb,
           TrlDraft             *draft)
{
  const TrlItem *item = climb->easier[0];
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *bar = NULL, *arg = NULL;
  double below = 0, value;

  trl_card_get_number (climb->below[0]->card, TRL_CRITERION_VALUE, &below);
  if (climb->n_easier > 1 || !trl_propose_between (scope, upper, item, below, 2, &value))
    return;
  bar = trl_format_with_unit (value, trl_card_get_text (item->card, TRL_CRITERION_UNIT), scope->brief->currency);
  arg = g_strdup_printf ("%s %s", trl_card_get_id (item->card), g_ascii_dtostr (number, sizeof number, value));
  /* Translators: a tier and a bar: "Ask Gold for $100,000". */
  trl_draft_add_fix_take (draft, raise_bar, arg, g_strdup_printf (_("Ask %s for %s"), trl_words_card (upper->card), bar));
}

static void
report_pair (const TrlMotionScope *scope,
             TrlReport             *report,
             const TrlRung         *lower,
             const TrlRung         *upper,
             const TrlClimb        *climb)
{
  g_autofree char *here = describe_bar (scope, climb->easier[0]), *below = describe_bar (scope, climb->below[0]);
  g_autoptr (GString) arg = g_string_new (NULL);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (upper->card));

  trl_draft_add_card (draft, trl_card_get_id (lower->card));
  for (guint i = 0; i < MIN (climb->n_easier, TRL_MAX_EASIER); i++)
    {
      double value = 0;

      trl_draft_add_card (draft, trl_card_get_id (climb->easier[i]->card));
      trl_card_get_number (climb->easier[i]->card, TRL_CRITERION_VALUE, &value);
      trl_draft_prove (draft, value);
      g_string_append_printf (arg, "%s%s %s", i > 0 ? " " : "", trl_card_get_id (climb->easier[i]->card),
                              trl_card_get_id (climb->below[i]->card));
    }
  trl_draft_set_label (draft, _("easier than below"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s is easier to reach than %s"), trl_words_card (upper->card),
                                                trl_words_card (lower->card)));
  /* Translators: a criterion, then a tier and its bar, twice: "For “managed”, Gold asks for $50,000 and Silver for …". */
  trl_draft_take_text (draft, g_strdup_printf (_("For “%s”, %s asks for %s and %s for %s, so a partner could skip the lower "
                                                 "tier. Which of the two is meant?"),
                                               climb->easier[0]->entry != NULL
                                               ? trl_entry_get_label (climb->easier[0]->entry)
                                               : trl_kind_get_label (TRL_KIND_CRITERION),
                                               trl_words_card (upper->card), here, trl_words_card (lower->card), below));
  /* In a longer ladder a swap could only move the matter one step up. */
  if (scope->n_ladder == 2 && climb->n_easier <= TRL_MAX_EASIER)
    trl_draft_add_fix (draft, swap, arg->str, _("Swap the two"));
  offer_bar (scope, upper, climb, draft);
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    {
      TrlClimb climb = trl_compare_climb (scope->ladder[i - 1], scope->ladder[i]);

      if (climb.n_easier > 0)
        report_pair (scope, report, scope->ladder[i - 1], scope->ladder[i], &climb);
    }
}

const TrlRule trl_rule_tier_nonmono = {
  .id = "TIER-NONMONO",
  .severity = TRL_SEVERITY_ERROR,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A higher tier that is easier to reach"),
  .looks_for = N_("Criteria of neighbouring tiers that measure the same thing over the same time, and are easier in "
                  "the higher tier."),
  .source = N_("“Clear entry criteria … so partners have a reason to climb.”"),
  .fires = N_("Gold at $50,000 a year above Silver at $80,000."),
  .quiet = N_("Other windows, regions and currencies, a lower program fee, an answer within 24 hours above one within "
              "48, and any-of options."),
  .mend = N_("Correct one of the two, or swap them. Several bars of a longer ladder are for people to put in order."),
  .keep = N_("Keep it when the higher tier asks for something else instead."),
  .until = N_("When a bar that is easier above changes."),
  .check_motion = check,
};
