/* inc-no-hold.c: a fee that is gone before the customer can still go. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>

/* A month between the deal and the money is a hold in all but name. */
#define SHORT_HOLD 30
/* What is usual where nobody has said how long a customer can go. */
#define USUAL_HOLD 60

static TrlEdit *
set_hold (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *days)
{
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 0));

  trl_fix_propose (edit, trl_finding_get_cards (finding)[0], TRL_INCENTIVE_HOLD_DAYS, g_ascii_strtod (days, NULL));
  return edit;
}

static TrlEdit *
set_clawback (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *days)
{
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 1));

  trl_fix_propose (edit, trl_finding_get_cards (finding)[0], TRL_INCENTIVE_CLAWBACK_DAYS, g_ascii_strtod (days, NULL));
  return edit;
}

/* A fee that leaves the house at the signature; a discount never does, what recurs stops by itself, and what our own sellers
 * are paid is in their plan, and what the customer gets is a discount. */
static gboolean
leaves_at_close (const TrlPay *pay)
{
  int payee = trl_card_get_choice (pay->card, TRL_INCENTIVE_PAYEE);

  /* A small thank-you to a person is not taken back from that person. */
  if (payee == TRL_PAYEE_PARTNER_REP && trl_pay_may_have_cap (pay))
    return FALSE;
  if (!pay->cash || pay->trigger == NULL ||
      (pay->trigger->number != TRL_EVENTS_CLOSED_WON && pay->trigger->number != TRL_EVENTS_AGREEMENT_SIGNED) ||
      trl_card_get_choice (pay->card, TRL_INCENTIVE_BASIS) == TRL_BASIS_RECURRING_REVENUE ||
      payee == TRL_PAYEE_OWN_REP || payee == TRL_PAYEE_CUSTOMER)
    return FALSE;
  switch (pay->kind->number)
    {
    case TRL_INCENTIVES_REFERRAL_FEE:
    case TRL_INCENTIVES_FLAT_FEE:
    case TRL_INCENTIVES_CO_SELL_CREDIT:
    case TRL_INCENTIVES_BOUNTY:
    case TRL_INCENTIVES_ACTIVATION:
    case TRL_INCENTIVES_INFLUENCE_FEE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the money waits, or can come back, until @days are over (0: at all). */
static TrlState
hold_of (const TrlPay *pay,
         double        days)
{
  static const TrlMember waits[] = {
    TRL_INCENTIVE_HOLD_DAYS, TRL_INCENTIVE_CLAWBACK_DAYS, TRL_INCENTIVE_CLAWBACK_SHARE, TRL_INCENTIVE_PAY_DAYS
  };
  TrlState found = TRL_STATE_OPEN;

  /* It is paid only if the customer is still there. */
  if (pay->condition != NULL && !trl_event_is_before (pay->condition->number, TRL_EVENTS_INVOICE_PAID))
    return TRL_STATE_KNOWN;
  for (guint i = 0; i < G_N_ELEMENTS (waits); i++)
    {
      double value;

      if (trl_card_get_state (pay->card, waits[i]) == TRL_STATE_NOT_APPLICABLE && waits[i] != TRL_INCENTIVE_PAY_DAYS)
        return TRL_STATE_KNOWN;
      if (trl_card_get_state (pay->card, waits[i]) == TRL_STATE_UNKNOWN)
        found = TRL_STATE_UNKNOWN;
      if (!trl_card_get_number (pay->card, waits[i], &value))
        continue;
      if (waits[i] == TRL_INCENTIVE_PAY_DAYS ? value >= MAX (days, SHORT_HOLD)
                                             : value > 0 && (value >= days || waits[i] == TRL_INCENTIVE_CLAWBACK_SHARE))
        return TRL_STATE_KNOWN;
    }
  return found;
}

static void
report_pay (const TrlPay *pay,
            double        refund,
            TrlReport    *report)
{
  const char *id = trl_card_get_id (pay->card), *name = trl_words_card (pay->card);
  const char *event = trl_entry_get_label (pay->trigger);
  gulong days = refund > 0 ? trl_format_whole (refund) : USUAL_HOLD;
  g_autofree char *arg = g_strdup_printf ("%lu", days);
  TrlDraft *draft = trl_report_open (report, id);

  trl_draft_prove_text (draft, pay->trigger->id);
  trl_draft_prove (draft, refund);
  trl_draft_set_label (draft, _("no hold"));
  /* Translators: an incentive and an event: "Flat fee is paid at “closed-won”, with no hold and no clawback". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s is paid at “%s”, with no hold and no clawback"), name, event));
  if (refund > 0)
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("For %lu day the customer can still give it back, and the money would "
                                                           "be gone. Should it wait, or come back?",
                                                           "For %lu days the customer can still give it back, and the money "
                                                           "would be gone. Should it wait, or come back?", days), days));
  else
    trl_draft_take_text (draft, g_strdup (_("If the customer does not pay, or leaves in the first weeks, the money is gone. "
                                            "Should it wait, or come back?")));
  trl_draft_add_fix_take (draft, set_hold, arg, g_strdup_printf (ngettext ("Hold it for %lu day", "Hold it for %lu days", days),
                                                                days));
  trl_draft_add_fix_take (draft, set_clawback, arg,
                          g_strdup_printf (ngettext ("Take it back within %lu day", "Take it back within %lu days", days),
                                           days));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  TrlState state = trl_card_get_state (scope->motion, TRL_MOTION_DEAL_REFUND_DAYS);
  double refund = -1;

  trl_card_get_number (scope->motion, TRL_MOTION_DEAL_REFUND_DAYS, &refund);
  /* What cannot be given back needs no hold; whether it can be may be unknown. */
  if (refund == 0 || state == TRL_STATE_NOT_APPLICABLE || state == TRL_STATE_UNKNOWN)
    return;
  for (guint i = 0; i < scope->n_pays; i++)
    if (leaves_at_close (&scope->pays[i]) && hold_of (&scope->pays[i], MAX (refund, 0)) == TRL_STATE_OPEN)
      report_pay (&scope->pays[i], refund, report);
}

const TrlRule trl_rule_inc_no_hold = {
  .id = "INC-NO-HOLD",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .ripens = TRUE,
  .title = N_("A fee that nobody can take back"),
  .looks_for = N_("Fees and bonuses that are paid at the signature with no hold, no clawback and less than a month to the "
                  "money; or a shorter one than the days in which the customer can give it back."),
  .source = N_("Experience: programs pay a referral when the first invoices are paid, or after 30 to 90 days."),
  .fires = N_("$1,000 at closed-won, and the customer can leave for 60 days."),
  .quiet = N_("$1,000 paid 90 days after the purchase; a fee with a clawback; a capped thank-you to a seller of the partner; a margin, which the partner keeps itself; a "
              "product that cannot be given back."),
  .mend = N_("Hold the fee, or take it back when the customer leaves."),
  .keep = N_("Keep it where customers pay in advance and cannot go."),
  .until = N_("When it pays at another event, or customers can give it back for another number of days."),
  .check_motion = check,
};
