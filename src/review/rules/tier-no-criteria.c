/* tier-no-criteria.c: a tier above the first that asks for nothing. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "suggest.h"
#include "terms.h"

#include <glib/gi18n.h>

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    {
      const TrlRung *lower = scope->ladder[i - 1], *upper = scope->ladder[i];
      TrlDraft *draft;

      /* What may be an entry rung or a credential needs no bar, and what a step of the path opens has one. */
      if (upper->n_criteria > 0 || trl_scope_may_gate (scope, upper) || !trl_rungs_are_steps (lower, upper))
        continue;
      draft = trl_report_open (report, trl_card_get_id (upper->card));
      trl_draft_set_label (draft, _("no entry criteria"));
      trl_draft_take_title (draft, g_strdup_printf (_("%s asks for nothing yet"), trl_words_card (upper->card)));
      trl_draft_take_text (draft, g_strdup_printf (_("Without a bar, who gets in is argued partner by partner. What does a "
                                                     "partner have to reach to leave %s?"), trl_words_card (lower->card)));
      trl_suggest_criterion (scope, lower, upper, draft);
    }
}

const TrlRule trl_rule_tier_no_criteria = {
  .id = "TIER-NO-CRITERIA",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .ripens = TRUE,
  .title = N_("Tier without entry criteria"),
  .looks_for = N_("Tiers above the lowest ranked one that have no criterion."),
  .source = N_("“Build a small number of tiers with clear entry criteria.”"),
  .fires = N_("Gold, and nobody says how to enter it."),
  .quiet = N_("A lowest tier that is open to all, a bar that is marked as unknown, a tier that a step of the path opens, "
              "and an entry rung beside the ladder."),
  .mend = N_("Add a criterion."),
  .keep = N_("Keep it for a tier by invitation, or better: say so as a criterion."),
  .until = N_("When anything that the tier gives changes."),
  .check_motion = check,
};
