/* order-tier-first.c: tiers were built before anybody said for whom. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  TrlDraft *draft;

  if (scope->n_types > 0 || scope->n_rungs == 0)
    return;
  draft = trl_report_open (report, trl_card_get_id (scope->rungs[0].card));
  for (guint i = 1; i < scope->n_rungs; i++)
    trl_draft_add_card (draft, trl_card_get_id (scope->rungs[i].card));
  trl_draft_prove (draft, scope->n_rungs);
  trl_draft_set_label (draft, _("tiers before type"));
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s there is %u tier and no partner type",
                                                          "In %s there are %u tiers and no partner type", scope->n_rungs),
                                                trl_words_card (scope->motion), scope->n_rungs));
  trl_draft_take_text (draft, g_strdup (_("What a partner can be asked for depends on how it earns: an agency cannot reach "
                                          "resale revenue. Which kind of partner climbs here?")));
  trl_draft_add_fix (draft, trl_fix_park, NULL, ngettext ("Park it", "Park them", scope->n_rungs));
}

const TrlRule trl_rule_order_tier_first = {
  .id = "ORDER-TIER-FIRST",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("Tiers before types"),
  .looks_for = N_("Tiers in a motion that has no partner type."),
  .source = N_("“Get the types right and the rest of the design has something to hang on.”"),
  .fires = N_("Silver and Gold in a motion for nobody yet."),
  .quiet = N_("A motion whose type is there, or a ladder that lies parked."),
  .mend = N_("Attach the type first, or park the tiers."),
  .keep = N_("Keep it when the ladder is given from outside."),
  .until = N_("When a tier is added to the motion or taken away."),
  .check_motion = check,
};
