/* tier-one.c: one tier and nothing to climb. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>

static TrlEdit *
by_design (TrlBlueprint *blueprint,
           TrlFinding   *finding,
           const char   *arg)
{
  TrlEdit *edit = trl_fix_begin (blueprint, finding);
  TrlCard *motion = trl_blueprint_get_motion (blueprint, trl_fix_card (finding));

  trl_edit_set_yes_no (edit, trl_card_get_id (motion), TRL_MOTION_ONE_TIER, TRUE);
  trl_edit_set_name (edit, _("One tier by design"));
  return edit;
}

static TrlEdit *
add_tier (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *arg)
{
  TrlCard *motion = trl_blueprint_get_motion (blueprint, trl_fix_card (finding));

  return trl_fix_add (blueprint, TRL_KIND_TIER, NULL, trl_card_get_id (motion), TRL_SLOT_TIERS);
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  g_autofree char *size = NULL;
  TrlDraft *draft;

  /* Whoever only refers needs no ladder; of whom nothing is known yet, nothing can be said. */
  if (scope->n_rungs != 1 || scope->routes == TRL_ROUTE_REFER || scope->routes == TRL_ROUTE_NONE || scope->size < 10 ||
      trl_card_get_yes (scope->motion, TRL_MOTION_ONE_TIER, FALSE) ||
      trl_card_get_state (scope->motion, TRL_MOTION_ONE_TIER) == TRL_STATE_UNKNOWN)
    return;
  size = trl_format_number (scope->size);
  draft = trl_report_open (report, trl_card_get_id (scope->rungs[0].card));
  trl_draft_prove (draft, scope->size);
  trl_draft_set_label (draft, _("nothing to climb"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s is the only tier of %s"), trl_words_card (scope->rungs[0].card),
                                                trl_words_card (scope->motion)));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("The design is for %s partner, and none has anything to climb "
                                                         "toward. What would the best of them work for?",
                                                         "The design is for %s partners, and none has anything to climb "
                                                         "toward. What would the best of them work for?",
                                                         trl_format_plural (scope->size)), size));
  /* A blank tier is welcome while tiers are worked on; in a decided ladder it would be the next finding. */
  if ((scope->ripe & 1u << TRL_DECISION_TIERS) == 0)
    trl_draft_add_fix (draft, add_tier, NULL, _("Add a second tier"));
  trl_draft_add_fix (draft, by_design, NULL, _("One tier by design"));
}

const TrlRule trl_rule_tier_one = {
  .id = "TIER-ONE",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .ripens = TRUE,
  .title = N_("Only one tier"),
  .looks_for = N_("A single tier in a motion for ten partners or more that do not only refer."),
  .source = N_("“Fewer than two gives partners nothing to climb toward.”"),
  .fires = N_("Thirty agencies in one tier."),
  .quiet = N_("A flat referral fee, fewer than ten partners, and an entry rung with a tier above it."),
  .mend = N_("Add a tier, or say that it is one tier by design."),
  .keep = N_("Keep it when the second tier is planned for later."),
  .until = N_("When the motion is to have another number of partners."),
  .check_motion = check,
};
