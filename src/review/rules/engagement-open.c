/* engagement-open.c: nobody has said what happens when a seller of ours is already there. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include "fixes.h"
#include "format.h"
#include "lens.h"

#include <glib/gi18n.h>

static TrlEdit *
first_leads (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Say who leads"));

  trl_edit_set_text (edit, trl_fix_card (finding), TRL_MOTION_CONFLICT,
                     _("Whoever registered first and was accepted leads; our seller joins"));
  return edit;
}

/* Whether both sides can meet at one customer: they sell together, or the partner sells what we sell, too. */
static gboolean
can_meet (const TrlCard *motion)
{
  const TrlEntry *gtm = trl_card_get_entry (motion, TRL_MOTION_GTM);
  int sells = trl_card_get_choice (motion, TRL_MOTION_SELLS);

  if (gtm != NULL)
    return gtm->number == TRL_MOTIONS_CO_SELL || gtm->number == TRL_MOTIONS_RESELL || gtm->number == TRL_MOTIONS_TWO_TIER;
  return sells == TRL_PARTY_BOTH ||
         (sells == TRL_PARTY_PARTNER && trl_card_get_choice (motion, TRL_MOTION_DELIVERS) != TRL_PARTY_PARTNER);
}

/* House accounts that are left out, or a region that is the partner's alone, are an answer, too. */
static TrlState
answer_of (const TrlCard *motion)
{
  static const TrlMember members[] = { TRL_MOTION_CONFLICT, TRL_MOTION_EXCLUSIONS, TRL_MOTION_EXCLUSIVE };
  TrlState answer = TRL_STATE_OPEN;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      TrlState state = trl_terms_state (motion, members[i]);

      if (state == TRL_STATE_KNOWN || state == TRL_STATE_NOT_APPLICABLE)
        return TRL_STATE_KNOWN;
      if (state == TRL_STATE_UNKNOWN)
        answer = state;
    }
  return answer;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  const char *id = trl_card_get_id (scope->motion);
  TrlState answer = answer_of (scope->motion);
  double days;
  TrlDraft *draft;

  if (!can_meet (scope->motion) || answer == TRL_STATE_KNOWN || !trl_scope_has_begun (scope))
    return;
  draft = answer == TRL_STATE_OPEN ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  trl_draft_prove (draft, answer);
  trl_draft_set_label (draft, _("who leads?"));
  /* Translators: %s is a motion. */
  trl_draft_take_title (draft, g_strdup_printf (_("Nothing in %s says what happens when a seller of ours is already there"),
                                                trl_words_card (scope->motion)));
  if (trl_card_get_number (scope->motion, TRL_MOTION_REGISTRATION_DAYS, &days) && days > 0)
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("A registered deal is protected for %.0f day, and the first clash "
                                                           "will be settled by whoever shouts loudest. Who leads then?",
                                                           "A registered deal is protected for %.0f days, and the first "
                                                           "clash will be settled by whoever shouts loudest. Who leads "
                                                           "then?", trl_format_plural (days)), days));
  else
    trl_draft_take_text (draft, g_strdup (_("The first clash over a customer will be settled by whoever shouts loudest, and "
                                            "partners hear of it. Who leads then?")));
  trl_draft_add_fix (draft, first_leads, NULL, _("Whoever registered first"));
}

const TrlRule trl_rule_engagement_open = {
  .id = "ENGAGEMENT-OPEN",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TYPES,
  .ripens = TRUE,
  .title = N_("No rule for a customer that both sides know"),
  .looks_for = N_("Co-sell, resell and distribution motions that do not say what happens when a seller of ours is already in the "
                  "account."),
  .source = N_("Practice: the first clash with a direct seller decides whether partners ever register a deal again."),
  .fires = N_("A co-sell motion with 90 days of protection and no word on who leads."),
  .quiet = N_("“Whoever registered first and was accepted”, house accounts that are left out, referral and service-led "
              "motions."),
  .mend = N_("Write down who leads, or which accounts are left out."),
  .keep = N_("Keep it when nobody of yours sells in this market."),
  .until = N_("When the answer turns from open to unknown, or back; nothing else in the motion matters."),
  .check_motion = check,
};
