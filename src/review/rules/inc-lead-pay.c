/* inc-lead-pay.c: pay for an accepted opportunity, and nobody has said what makes it count. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
write_test (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Say what makes it count"));

  trl_edit_set_text (edit, trl_finding_get_cards (finding)[0], TRL_INCENTIVE_ACCEPTANCE,
                     _("A need, a budget, and a buyer who expects our call"));
  return edit;
}

static TrlEdit *
pay_at_close (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Pay when the deal is won"));

  trl_edit_set_entry (edit, trl_finding_get_cards (finding)[0], TRL_INCENTIVE_TRIGGER, TRL_EVENTS_CLOSED_WON);
  return edit;
}

/* Counts as pipeline because somebody says so. What comes before is another finding, a price on the table needs no test. */
static gboolean
pays_for_pipeline (const TrlPay *pay)
{
  return pay->cash && !trl_pay_is_in_points (pay) && pay->trigger != NULL &&
         pay->trigger->number == TRL_EVENTS_OPPORTUNITY_ACCEPTED && !trl_pay_requires_won (pay);
}

/* Those who only refer are done when the lead is; so is everybody when pipeline is the target. */
static gboolean
is_their_outcome (const TrlMotionScope *scope,
                  const TrlPay         *pay)
{
  if (scope->routes == 0 || (scope->routes & TRL_ROUTE_REFER) != 0)
    return TRUE;
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);

      if (target->kind == NULL || (target->kind->served_by >> pay->trigger->number & 1) != 0 ||
          trl_card_has_ref (pay->card, TRL_INCENTIVE_SERVES, trl_card_get_id (target->card)))
        return TRUE;
    }
  return FALSE;
}

static void
report_pay (const TrlPay *pay,
            TrlState      test,
            TrlReport    *report)
{
  const char *id = trl_card_get_id (pay->card), *name = trl_words_card (pay->card);
  const char *event = trl_entry_get_label (pay->trigger);
  gboolean tested = test == TRL_STATE_KNOWN || test == TRL_STATE_NOT_APPLICABLE;
  TrlDraft *draft = test == TRL_STATE_UNKNOWN ? trl_report_open_as (report, TRL_SEVERITY_TODO, id)
                                              : trl_report_open (report, id);

  trl_draft_prove_text (draft, pay->trigger->id);
  trl_draft_prove (draft, test);
  trl_draft_set_label (draft, _("paid before the close"));
  if (tested)
    {
      /* Translators: an incentive and an event: "Bounty pays at “opportunity accepted”, before anything is won". */
      trl_draft_take_title (draft, g_strdup_printf (_("%s pays at “%s”, before anything is won"), name, event));
      trl_draft_take_text (draft, g_strdup (_("These partners can do more for a deal than open the door, and nothing here "
                                              "pays them for it. Is the open door the outcome that is wanted?")));
      trl_draft_add_fix (draft, pay_at_close, NULL, _("Pay when it is won"));
      return;
    }
  /* Translators: an incentive and an event: "Bounty pays at “opportunity accepted”, and no test says what is accepted". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s pays at “%s”, and no test says what is accepted"), name, event));
  if (trl_pay_has_cap (pay))
    trl_draft_take_text (draft, g_strdup (_("Whoever accepts decides alone what a partner earns. What must be true of a lead "
                                            "before it counts?")));
  else
    trl_draft_take_text (draft, g_strdup (_("Whoever accepts decides alone what a partner earns, and there is no cap on it. "
                                            "What must be true of a lead before it counts?")));
  trl_draft_add_fix (draft, write_test, NULL, _("Write an acceptance test"));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      TrlState test = trl_terms_state (pay->card, TRL_INCENTIVE_ACCEPTANCE);

      if (pays_for_pipeline (pay) &&
          (test == TRL_STATE_OPEN || test == TRL_STATE_UNKNOWN || !is_their_outcome (scope, pay)))
        report_pay (pay, test, report);
    }
}

const TrlRule trl_rule_inc_lead_pay = {
  .id = "INC-LEAD-PAY",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Pay for a lead that nobody defined"),
  .looks_for = N_("Cash that is due when an opportunity is accepted, with no test of what is accepted; or where partners "
                  "take part in the sale and no target counts pipeline."),
  .source = N_("“The incentive has to be tied to the outcome the program is designed to produce.”"),
  .fires = N_("$300 for every accepted opportunity, and no word on what is accepted."),
  .quiet = N_("The same with a written test, where sourced pipeline is the target; a fee that is paid only if the deal is "
              "won."),
  .mend = N_("Write the acceptance test, set a cap, or pay when the deal is won."),
  .keep = N_("Keep it when the same people accept and answer for the pipeline."),
  .until = N_("When it pays at another event, or somebody writes an acceptance test."),
  .check_motion = check,
};
