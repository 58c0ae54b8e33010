/* inc-reg-no-close.c: pay for registering a deal, won or not. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "lens.h"
#include "payout.h"
#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
pay_at_close (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *arg)
{
  TrlEdit *edit = trl_fix_begin (blueprint, finding);

  trl_edit_set_entry (edit, trl_fix_card (finding), TRL_INCENTIVE_TRIGGER, TRL_EVENTS_CLOSED_WON);
  trl_edit_set_name (edit, _("Pay when the deal is won"));
  return edit;
}

static TrlEdit *
require_close (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *arg)
{
  TrlEdit *edit = trl_fix_begin (blueprint, finding);

  trl_edit_set_entry (edit, trl_fix_card (finding), TRL_INCENTIVE_CONDITION, TRL_EVENTS_CLOSED_WON);
  trl_edit_set_name (edit, _("Pay only if the deal is won"));
  return edit;
}

/* Money that a person or a company can spend; points count when a person collects them, not when they lead to a tier. */
static gboolean
is_payment (const TrlPay *pay)
{
  if (pay->cash)
    return TRUE;
  return pay->kind != NULL && pay->kind->number == TRL_INCENTIVES_POINTS &&
         trl_card_get_choice (pay->card, TRL_INCENTIVE_PAYEE) == TRL_PAYEE_PARTNER_REP;
}

static gboolean
pays_nothing (const TrlPay *pay)
{
  double value;
  guint n_known = 0;

  if (trl_card_get_number (pay->card, TRL_INCENTIVE_SHARE_OF_PAYOUT, &value) && value == 0)
    return TRUE;
  for (guint i = 0; i < pay->rates->len; i++)
    if (trl_card_get_number (g_ptr_array_index (pay->rates, i), TRL_RATE_VALUE, &value))
      {
        if (value != 0)
          return FALSE;
        n_known++;
      }
  return n_known > 0 && n_known == pay->rates->len;
}

/* Whether something before an accepted opportunity pays, whatever becomes of it. */
static gboolean
pays_early (const TrlPay *pay)
{
  const TrlEntry *accepted = trl_catalogue_get (TRL_CATALOGUE_EVENTS, TRL_EVENTS_OPPORTUNITY_ACCEPTED);

  if (pay->trigger == NULL || pay->trigger->ladder < 0 || pay->trigger->ladder >= accepted->ladder)
    return FALSE;
  /* A condition that is not known yet may be the very one. */
  if (trl_card_get_state (pay->card, TRL_INCENTIVE_CONDITION) == TRL_STATE_UNKNOWN)
    return FALSE;
  return pay->condition == NULL || trl_event_is_before (pay->condition->number, accepted->number);
}

/* Whether somebody still has to find out what it pays, or how far it may go. */
static gboolean
may_be_harmless (const TrlPay *pay)
{
  guint n_unknown = 0;

  if (trl_card_get_state (pay->card, TRL_INCENTIVE_SHARE_OF_PAYOUT) == TRL_STATE_UNKNOWN ||
      trl_card_get_state (pay->card, TRL_INCENTIVE_WINDOW_UNTIL) == TRL_STATE_UNKNOWN ||
      trl_card_get_state (pay->card, TRL_INCENTIVE_ACCEPTANCE) == TRL_STATE_UNKNOWN)
    return TRUE;
  for (guint i = 0; i < pay->caps->len; i++)
    if (trl_card_get_state (g_ptr_array_index (pay->caps, i), TRL_CAP_VALUE) == TRL_STATE_UNKNOWN)
      return TRUE;
  for (guint i = 0; i < pay->rates->len; i++)
    n_unknown += trl_card_get_state (g_ptr_array_index (pay->rates, i), TRL_RATE_VALUE) == TRL_STATE_UNKNOWN;
  return n_unknown > 0 && n_unknown == pay->rates->len;
}

static gboolean
has_text (const TrlCard *card,
          TrlMember      member)
{
  const char *text = trl_card_get_text (card, member);

  return text != NULL && *text != '\0';
}

/* A short push with a limit, or a lead that has to pass a test, is worth a thought and no more (domain 0.5, 3.5). */
static gboolean
is_bounded (const TrlPay *pay)
{
  if (trl_card_get_state (pay->card, TRL_INCENTIVE_WINDOW_UNTIL) == TRL_STATE_KNOWN && trl_pay_may_have_cap (pay))
    return TRUE;
  return pay->trigger->number == TRL_EVENTS_LEAD_SUBMITTED && has_text (pay->card, TRL_INCENTIVE_ACCEPTANCE);
}

/* The one sum that is paid; FALSE when there is none, or several. */
static gboolean
flat_payment (const TrlPay *pay,
              double       *amount,
              const char  **unit)
{
  gboolean found = FALSE;
  double value;

  for (guint i = 0; i < pay->rates->len; i++)
    {
      const TrlCard *rate = g_ptr_array_index (pay->rates, i);

      if (!trl_card_get_number (rate, TRL_RATE_VALUE, &value) ||
          !trl_unit_is_currency (trl_card_get_text (rate, TRL_RATE_UNIT)) || (found && value != *amount))
        return FALSE;
      *amount = value;
      *unit = trl_card_get_text (rate, TRL_RATE_UNIT);
      found = TRUE;
    }
  return found;
}

/* "44 registrations a year" */
static char *
describe_registered (const TrlFunnel *funnel)
{
  g_autofree char *number = trl_format_number (funnel->registered);

  if (funnel->per < 0)
    return g_strdup_printf (ngettext ("%s registration", "%s registrations", trl_format_plural (funnel->registered)), number);
  /* Translators: a number and what it is counted over: "44 registrations a year". */
  return g_strdup_printf (ngettext ("%s registration %s", "%s registrations %s", trl_format_plural (funnel->registered)), number,
                          trl_choice_get_label (TRL_CHOICES_PERIOD, funnel->per));
}

/* The figures, or NULL when the design does not state them. */
static char *
describe_cost (const TrlMotionScope *scope,
               const TrlPay         *pay,
               TrlDraft             *draft)
{
  TrlFunnel funnel = trl_funnel_read (scope->motion, trl_scope_registrations (scope));
  g_autofree char *each = NULL, *sum = NULL, *per_won = NULL, *registered = NULL, *won = NULL, *fourfold = NULL;
  const char *unit, *currency = scope->brief->currency;
  double amount;

  if (!flat_payment (pay, &amount, &unit) || trl_cost_per_won_deal (&funnel, amount, 1) < 0)
    return NULL;
  each = trl_format_with_unit (amount, unit, currency);
  sum = trl_format_with_unit (amount * funnel.registered, unit, currency);
  per_won = trl_format_with_unit (trl_cost_per_won_deal (&funnel, amount, 1), unit, currency);
  fourfold = trl_format_with_unit (trl_cost_per_won_deal (&funnel, amount, 4), unit, currency);
  registered = describe_registered (&funnel);
  won = trl_format_number (funnel.won);
  trl_draft_prove (draft, amount);
  trl_draft_prove (draft, funnel.registered);
  trl_draft_prove (draft, funnel.won);
  /* Translators: "44 registrations a year at $500 are $22,000, or $1,250 for each of the 17.6 deals that are won, and …" */
  return g_strdup_printf (_("%s at %s are %s, or %s for each of the %s deals that are won, and %s with four times the "
                            "registrations and the same wins. Which outcome should be paid for?"),
                          registered, each, sum, per_won, won, fourfold);
}

static void
report_pay (const TrlMotionScope *scope,
            TrlReport             *report,
            const TrlPay          *pay)
{
  const char *name = trl_words_card (pay->card), *event = trl_entry_get_label (pay->trigger);
  TrlDraft *draft = trl_report_open_as (report, is_bounded (pay) ? TRL_SEVERITY_ADVICE
                                                : may_be_harmless (pay) ? TRL_SEVERITY_TODO : TRL_SEVERITY_WARNING,
                                        trl_card_get_id (pay->card));
  g_autofree char *text = NULL;

  trl_draft_prove_text (draft, pay->trigger->id);
  trl_draft_set_label (draft, _("paid without a close"));
  /* Translators: an incentive and an event: "Bounty pays at “deal registered”, won or not". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s pays at “%s”, won or not"), name, event));
  text = describe_cost (scope, pay, draft);
  if (text == NULL)
    text = g_strdup (_("Those who register much and win little earn as much as those who win. Which outcome should be "
                       "paid for?"));
  trl_draft_take_text (draft, g_steal_pointer (&text));
  trl_draft_add_fix (draft, pay_at_close, NULL, _("Pay when it is won"));
  trl_draft_add_fix (draft, require_close, NULL, _("Only if it is won"));
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  for (guint i = 0; i < scope->n_pays; i++)
    if (is_payment (&scope->pays[i]) && pays_early (&scope->pays[i]) && !pays_nothing (&scope->pays[i]))
      report_pay (scope, report, &scope->pays[i]);
}

const TrlRule trl_rule_inc_reg_no_close = {
  .id = "INC-REG-NO-CLOSE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Pay for registering, not for winning"),
  .looks_for = N_("Money that is due before an opportunity is accepted, with no condition that the deal is won."),
  .source = N_("“An economics model that pays partners to register deals without closing them produces a pile of "
               "registrations and no revenue.”"),
  .fires = N_("$500 for every deal registered, won or not."),
  .quiet = N_("A reward for registering that is paid only if the deal is won; points that count toward a tier; a "
              "marketing fund."),
  .mend = N_("Pay when the deal is won, or only if it is."),
  .keep = N_("Keep it for a short, capped push."),
  .until = N_("When the amount changes, or how many are registered or won."),
  .check_motion = check,
};
