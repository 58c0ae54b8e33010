/* tier-thin-step.c: a tier that pays a little more and changes nothing else. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "format.h"
#include "payout.h"
#include "suggest.h"
#include "terms.h"

#include <glib/gi18n.h>

#define THIN         0.1    /* of the pay below */
#define THIN_POINTS  2.0    /* points of a percentage, when they are no more than that share */
#define ANY_DEAL     1000.0

typedef struct
{
  double raise;     /* the most that anything is raised, as a share of what it was */
  double low;       /* what a deal pays, below and above; of the incentive that is raised most */
  double high;
  const char *currency;
} Step;

/* Without a deal size only plain percentages can be compared. */
static gboolean
is_plain (const TrlPay *pay)
{
  for (guint i = 0; i < pay->rates->len; i++)
    if (trl_card_get_state (g_ptr_array_index (pay->rates, i), TRL_RATE_FROM) != TRL_STATE_OPEN ||
        trl_card_get_state (g_ptr_array_index (pay->rates, i), TRL_RATE_UP_TO) != TRL_STATE_OPEN)
      return FALSE;
  return pay->caps->len == 0;
}

/* Whether one incentive pays only a little more above for such business, on a deal of so many times the usual size; FALSE
 * when it is otherwise, or cannot be told. */
static gboolean
is_thin_for (const TrlMotionScope *scope,
             const TrlPay         *pay,
             const TrlRung        *lower,
             const TrlRung        *upper,
             int                   business,
             double                times,
             Step                 *step)
{
  double size = times * (scope->deal > 0 ? scope->deal : ANY_DEAL), raise;
  TrlPayout low = trl_payout_read (pay->card, pay->rates, pay->caps, trl_card_get_id (lower->card), size, business,
                                   scope->brief->currency);
  TrlPayout high = trl_payout_read (pay->card, pay->rates, pay->caps, trl_card_get_id (upper->card), size, business,
                                    scope->brief->currency);

  /* 10 % may be more than $50, or less, where nobody has said how large a deal is. */
  if (!low.known || !high.known || low.amount <= 0 || high.amount < low.amount ||
      g_strcmp0 (low.currency, high.currency) != 0 || (scope->deal <= 0 && g_strcmp0 (low.unit, high.unit) != 0))
    return FALSE;
  raise = high.amount / low.amount - 1;
  /* A little of rounding must not decide: two points on 20 % are a tenth. */
  if (raise > THIN + 1e-9 || (raise > THIN - 1e-9 && high.rate - low.rate > THIN_POINTS))
    return FALSE;
  if (times == 1 && raise > step->raise)
    {
      step->raise = raise;
      step->low = low.amount;
      step->high = high.amount;
      step->currency = low.currency;
    }
  return TRUE;
}

/* Whether one incentive only pays a little more above, for new deals, renewals and expansion alike. */
static gboolean
is_thin (const TrlMotionScope *scope,
         const TrlPay         *pay,
         const TrlRung        *lower,
         const TrlRung        *upper,
         Step                 *step)
{
  static const int businesses[] = { TRL_BUSINESS_NEW, TRL_BUSINESS_RENEWAL, TRL_BUSINESS_EXPANSION };

  if (trl_compare_pay (pay, lower->card, upper->card) == TRL_RELATION_EQUAL)
    return TRUE;
  if (!pay->cash || (scope->deal <= 0 && !is_plain (pay)))
    return FALSE;
  /* A cap that rises with the tier shows on large deals only. */
  for (guint i = 0; i < G_N_ELEMENTS (businesses); i++)
    if (trl_pay_is_about (pay, businesses[i]) &&
        (!is_thin_for (scope, pay, lower, upper, businesses[i], 1, step) ||
         !is_thin_for (scope, pay, lower, upper, businesses[i], 2, step)))
      return FALSE;
  return TRUE;
}

static void
write_words (const TrlMotionScope *scope,
             TrlDraft             *draft,
             const TrlRung        *lower,
             const TrlRung        *upper,
             const Step           *step)
{
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);
  g_autofree char *percent = trl_format_percent (100 * step->raise);
  g_autofree char *size = NULL, *more = NULL;

  trl_draft_set_label (draft, _("thin step"));
  /* Translators: a tier, a percentage and a tier: "Gold pays 5 % more than Silver and changes nothing else". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s gives %s more than %s and changes nothing else"), above, percent,
                                                below));
  if (scope->deal > 0 && step->high > step->low)
    {
      size = trl_format_money (scope->deal, scope->brief->currency);
      more = trl_format_with_unit (step->high - step->low, step->currency, scope->brief->currency);
      /* Translators: a deal size and an amount. */
      trl_draft_take_text (draft, g_strdup_printf (_("On a deal of %s that is %s, and few will change what they do for it. What "
                                                     "would make %s worth the climb?"), size, more, above));
    }
  else
    trl_draft_take_text (draft, g_strdup_printf (_("Few will change what they do for that. What would make %s worth the "
                                                   "climb?"), above));
}

static void
check_pair (const TrlMotionScope *scope,
            TrlReport            *report,
            const TrlRung        *lower,
            const TrlRung        *upper)
{
  TrlGain gain = trl_compare_gain (scope, lower, upper);
  Step step = { .raise = gain.raise };
  TrlDraft *draft;

  if (gain.n_unknown > 0 || gain.pay == TRL_RELATION_UNKNOWN || gain.n_different > gain.n_raised ||
      trl_compare_funds (lower->card, upper->card) != TRL_RELATION_EQUAL || gain.raise > THIN - 1e-9)
    return;
  for (guint i = 0; i < scope->n_pays; i++)
    if (!is_thin (scope, &scope->pays[i], lower, upper, &step))
      return;
  if (step.raise <= 0)
    return;
  draft = trl_report_open (report, trl_card_get_id (upper->card));
  trl_draft_add_card (draft, trl_card_get_id (lower->card));
  trl_draft_prove (draft, step.raise);
  write_words (scope, draft, lower, upper, &step);
  trl_suggest_benefit (scope, lower, upper, draft);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    check_pair (scope, report, scope->ladder[i - 1], scope->ladder[i]);
}

const TrlRule trl_rule_tier_thin_step = {
  .id = "TIER-THIN-STEP",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A step that is hardly worth the climb"),
  .looks_for = N_("Tiers that differ from the one below only in pay, by less than a tenth of it, or by two points that "
                  "are a tenth."),
  .source = N_("“… genuinely different benefits, so partners have a reason to climb.”"),
  /* xgettext:no-c-format */
  .fires = N_("Gold pays 21 % and Silver 20 %; everything else is equal."),
  /* xgettext:no-c-format */
  .quiet = N_("10 % above 8 %: that is a quarter more. A little more pay and a manager by name."),
  .mend = N_("Add something that partners would climb for, or raise the pay."),
  .keep = N_("Keep it when partners sell so much that a point is a fortune."),
  .until = N_("When the step becomes larger or smaller."),
  .check_motion = check,
};
