/* tier-no-step.c: a tier that asks for no more than the tier below it. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "suggest.h"
#include "terms.h"

#include <glib/gi18n.h>

static char *
describe (const TrlRung  *lower,
          const TrlRung  *upper,
          const TrlClimb *climb)
{
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);

  if (climb->options)
    /* Translators: a tier and, twice, another. */
    return g_strdup_printf (_("Any one of several ways leads into %s, and whoever is in %s has gone one of them already. What "
                              "should the step be?"), above, below);
  return g_strdup_printf (ngettext ("%u criterion, none harder and none new: whoever is in %s is in %s as well. What should the "
                                    "step be?",
                                    "%u criteria, none harder and none new: whoever is in %s is in %s as well. What should the "
                                    "step be?", upper->n_criteria), upper->n_criteria, below, above);
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    {
      const TrlRung *lower = scope->ladder[i - 1], *upper = scope->ladder[i];
      TrlClimb climb;
      TrlDraft *draft;

      if (lower->n_criteria == 0 || upper->n_criteria == 0 || trl_scope_may_gate (scope, upper))
        continue;
      climb = trl_compare_climb (lower, upper);
      if (climb.n_harder > 0 || climb.n_easier > 0 || climb.n_unknown > 0)
        continue;
      draft = trl_report_open (report, trl_card_get_id (upper->card));
      trl_draft_add_card (draft, trl_card_get_id (lower->card));
      trl_draft_prove (draft, upper->n_criteria);
      trl_draft_set_label (draft, _("no step up"));
      trl_draft_take_title (draft, g_strdup_printf (_("%s asks for no more than %s"), trl_words_card (upper->card),
                                                    trl_words_card (lower->card)));
      trl_draft_take_text (draft, describe (lower, upper, &climb));
      /* One more beside several ways is one more way: people have to say to which of them it belongs. */
      if (!climb.options)
        trl_suggest_criterion (scope, lower, upper, draft);
    }
}

const TrlRule trl_rule_tier_no_step = {
  .id = "TIER-NO-STEP",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A tier without a step up"),
  .looks_for = N_("Tiers of which no criterion is harder than, or new to, the tier below. Where any of several options is "
                  "enough: tiers that everybody in the tier below is in already."),
  .source = N_("“Clear entry criteria and genuinely different benefits, so partners have a reason to climb.”"),
  .fires = N_("Silver and Gold both ask for two certified people."),
  .quiet = N_("One criterion stays and another rises; Gold is by invitation; a certification on the path opens it; “A or B” "
              "below “A”; the same number of something that is said to be stricter."),
  .mend = N_("Raise a bar or add a criterion. Where any of several options is enough, say first to which of them it belongs."),
  .keep = N_("Keep it when the step is a decision of yours, and say so as a criterion."),
  .until = N_("When a criterion is added to the upper tier or taken away."),
  .check_motion = check,
};
