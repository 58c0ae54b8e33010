/* inc-rep-conflict.c: nobody has said what our own sellers earn on a partner's deal. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
set_neutral (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Pay our sellers the same"));

  trl_edit_set_choice (edit, trl_finding_get_cards (finding)[0], TRL_MOTION_DIRECT_REPS, TRL_DIRECT_REPS_NEUTRAL);
  return edit;
}

/* Where our sellers meet the partner: both sell, or the partner sells what we sell too. */
static gboolean
meets_our_sellers (const TrlCard *motion)
{
  const TrlEntry *gtm = trl_card_get_entry (motion, TRL_MOTION_GTM);
  int signs = trl_card_get_choice (motion, TRL_MOTION_SIGNS), sells = trl_card_get_choice (motion, TRL_MOTION_SELLS);

  if (gtm != NULL)
    return gtm->number == TRL_MOTIONS_CO_SELL || gtm->number == TRL_MOTIONS_RESELL ||
           gtm->number == TRL_MOTIONS_TWO_TIER || gtm->number == TRL_MOTIONS_ASSISTED;
  return sells == TRL_PARTY_BOTH || signs == TRL_PARTY_DISTRIBUTOR ||
         (signs == TRL_PARTY_PARTNER && trl_card_get_choice (motion, TRL_MOTION_DELIVERS) != TRL_PARTY_PARTNER);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  TrlState state = trl_card_get_state (scope->motion, TRL_MOTION_DIRECT_REPS);
  const char *id = trl_card_get_id (scope->motion);
  TrlDraft *draft;

  if ((state != TRL_STATE_OPEN && state != TRL_STATE_UNKNOWN) || !meets_our_sellers (scope->motion))
    return;
  draft = state == TRL_STATE_OPEN ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  trl_draft_prove (draft, state);
  trl_draft_set_label (draft, _("our sellers’ pay"));
  /* Translators: %s is a motion. */
  trl_draft_take_title (draft, g_strdup_printf (_("Nothing in %s says what our sellers earn on a partner’s deal"),
                                                trl_words_card (scope->motion)));
  trl_draft_take_text (draft, g_strdup (_("A seller who loses by sharing will not share, whatever the program promises "
                                          "partners. Are they paid the same?")));
  trl_draft_add_fix (draft, set_neutral, NULL, _("Paid the same"));
}

const TrlRule trl_rule_inc_rep_conflict = {
  .id = "INC-REP-CONFLICT",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .ripens = TRUE,
  .title = N_("Our sellers against the partner"),
  .looks_for = N_("Co-sell and resell motions that do not say how our own sellers are paid on a partner’s deal."),
  .source = N_("Experience: a co-sell program lives or dies by what it costs our own sellers."),
  .fires = N_("Both sell, partners earn a credit, and nothing is said of our sellers."),
  .quiet = N_("Sellers who are paid the same, or less, or nothing, once it is written down; referral and service-led "
              "motions."),
  .mend = N_("Say how our sellers are paid."),
  .keep = N_("Keep it where nobody of ours sells."),
  .until = N_("When what our sellers earn turns from open to unknown, or back."),
  .check_motion = check,
};
