/* pay-too-late.c: the money comes long after the work. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>

#define LATE 120
#define USUAL 90

static TrlEdit *
pay_sooner (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  static const TrlMember members[] = { TRL_INCENTIVE_HOLD_DAYS, TRL_INCENTIVE_PAY_DAYS };
  const char *id = trl_finding_get_cards (finding)[0];
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 0));
  double days;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (trl_card_get_number (trl_blueprint_get (blueprint, id), members[i], &days) && days > USUAL)
      trl_fix_propose (edit, id, members[i], USUAL);
  return edit;
}

/* Both are counted from the event, so the longer one tells. */
static double
days_to_money (const TrlPay *pay)
{
  double hold = -1, paid = -1;

  trl_card_get_number (pay->card, TRL_INCENTIVE_HOLD_DAYS, &hold);
  trl_card_get_number (pay->card, TRL_INCENTIVE_PAY_DAYS, &paid);
  return MAX (hold, paid);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      double days = pay->cash ? days_to_money (pay) : -1;
      TrlDraft *draft;

      if (days <= LATE)
        continue;
      draft = trl_report_open (report, trl_card_get_id (pay->card));
      trl_draft_prove (draft, days);
      trl_draft_set_label (draft, _("paid late"));
      /* Translators: an incentive: "Flat fee is paid 180 days after the event". */
      trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s is paid %.0f day after the event",
                                                              "%s is paid %.0f days after the event", trl_format_plural (days)),
                                                    trl_words_card (pay->card), days));
      trl_draft_take_text (draft, g_strdup (_("By then a partner has forgotten what it was for, and the next deal goes to "
                                              "whoever pays sooner. What is the wait for?")));
      trl_draft_add_fix_take (draft, pay_sooner, NULL,
                              g_strdup_printf (ngettext ("Pay within %d day", "Pay within %d days", USUAL), USUAL));
    }
}

const TrlRule trl_rule_pay_too_late = {
  .id = "PAY-TOO-LATE",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Money that comes too late"),
  .looks_for = N_("More than 120 days from the event to the money, by the hold or by the time that paying takes."),
  .source = N_("Experience: pay that follows the work is what makes partners come back."),
  .fires = N_("A fee that is held for 180 days."),
  .quiet = N_("A fee that is paid 90 days after the purchase; days that are not known yet."),
  .mend = N_("Pay sooner, and take back what did not last."),
  .keep = N_("Keep it when customers have that long to leave."),
  .until = N_("When the days to the money change."),
  .check_motion = check,
};
