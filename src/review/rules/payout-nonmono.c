/* payout-nonmono.c: a tier that is paid less than the tier below it. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "format.h"
#include "payout.h"
#include "terms.h"

#include <glib/gi18n.h>

#define ANY_DEAL 1000.0

typedef struct
{
  const TrlPay *pay;
  int           business;
  TrlPayout     low;
  TrlPayout     high;
} Drop;

/* The rate that is this tier's own. */
static const char *
find_rate (const GPtrArray *rates,
           const char      *tier,
           double           value)
{
  double other;

  for (guint i = 0; i < rates->len; i++)
    if (g_strcmp0 (trl_card_get_ref (g_ptr_array_index (rates, i), TRL_RATE_TIER), tier) == 0 &&
        trl_card_get_number (g_ptr_array_index (rates, i), TRL_RATE_VALUE, &other) && other == value)
      return trl_card_get_id (g_ptr_array_index (rates, i));
  return NULL;
}

/* @arg: two rates. */
static TrlEdit *
swap (TrlBlueprint *blueprint,
      TrlFinding   *finding,
      const char   *arg)
{
  g_auto (GStrv) ids = g_strsplit (arg, " ", -1);
  TrlEdit *edit = trl_edit_new (blueprint, _("Swap the rates"));

  for (guint i = 0; i < 2; i++)
    trl_edit_set (edit, ids[i], TRL_RATE_VALUE,
                  trl_card_get_value (trl_blueprint_get (blueprint, ids[1 - i]), TRL_RATE_VALUE));
  return edit;
}

static TrlPayout
pay_of (const TrlMotionScope *scope,
        const TrlPay         *pay,
        const TrlRung        *rung,
        int                   business)
{
  return trl_payout_read (pay->card, pay->rates, pay->caps, trl_card_get_id (rung->card),
                          scope->deal > 0 ? scope->deal : ANY_DEAL, business, scope->brief->currency);
}

static gboolean
is_percent (const TrlPayout *payout)
{
  return g_strcmp0 (payout->unit, "%") == 0;
}

/* Whether two payouts compare: always at the usual deal. Where its size is not known, only percentages with percentages and
 * sums with sums, and nothing that goes by size: 10 % may be more than $50, or less. */
static gboolean
can_compare (const TrlMotionScope *scope,
             const TrlPay         *pay,
             const TrlPayout      *low,
             const TrlPayout      *high)
{
  if (!low->known || !high->known || g_strcmp0 (low->currency, high->currency) != 0)
    return FALSE;
  if (scope->deal > 0)
    return TRUE;
  for (guint i = 0; i < pay->rates->len; i++)
    if (trl_card_get_state (g_ptr_array_index (pay->rates, i), TRL_RATE_FROM) != TRL_STATE_OPEN ||
        trl_card_get_state (g_ptr_array_index (pay->rates, i), TRL_RATE_UP_TO) != TRL_STATE_OPEN)
      return FALSE;
  return pay->caps->len == 0 && (low->rate == 0 || high->rate == 0 || is_percent (low) == is_percent (high));
}

/* -1 when all incentives together pay less above, 1 when they pay more or it cannot be told, else 0. An upper tier that
 * cannot earn an incentive at all has been given another: a start bonus is for beginners. */
static int
compare_business (const TrlMotionScope *scope,
                  const TrlRung        *lower,
                  const TrlRung        *upper,
                  int                   business,
                  Drop                 *drop)
{
  /* What all pay together, percentages [1] and sums [0] by themselves where the size of a deal is not known. */
  double low[2] = { 0 }, high[2] = { 0 };
  gboolean found = FALSE;

  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      TrlPayout a, b;
      guint sort;

      /* What nobody knows yet, or has not chosen, may make up for the rest. */
      if (pay->kind == NULL || trl_pay_is_unclear (pay))
        return 1;
      if (pay->alike || !pay->cash || !trl_pay_is_about (pay, business))
        continue;
      a = pay_of (scope, pay, lower, business);
      b = pay_of (scope, pay, upper, business);
      if (!can_compare (scope, pay, &a, &b))
        {
          /* So may what one deal does not tell, such as a rebate on the year, unless it is the same in both tiers. */
          if (trl_compare_pay (pay, lower->card, upper->card) != TRL_RELATION_EQUAL)
            return 1;
          continue;
        }
      sort = scope->deal <= 0 && (is_percent (&a) || is_percent (&b));
      low[sort] += a.amount;
      high[sort] += b.amount;
      if (b.rate > 0 && b.amount < a.amount)
        {
          found = TRUE;
          if (drop->pay == NULL)
            *drop = (Drop) { pay, business, a, b };
        }
    }
  /* What is taken from one incentive may be given by another. */
  if (high[0] > low[0] || high[1] > low[1])
    return 1;
  return found && high[0] + high[1] < low[0] + low[1] ? -1 : 0;
}

static void
report_drop (const TrlMotionScope *scope,
             TrlReport            *report,
             const TrlRung        *lower,
             const TrlRung        *upper,
             const Drop           *drop)
{
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);
  const char *currency = scope->brief->currency;
  gboolean rates = scope->deal <= 0;
  g_autofree char *high = rates ? trl_format_with_unit (drop->high.rate, drop->high.unit, currency)
                                : trl_format_with_unit (drop->high.amount, drop->high.currency, currency);
  g_autofree char *low = rates ? trl_format_with_unit (drop->low.rate, drop->low.unit, currency)
                               : trl_format_with_unit (drop->low.amount, drop->low.currency, currency);
  const char *high_id = find_rate (drop->pay->rates, trl_card_get_id (upper->card), drop->high.rate);
  const char *low_id = find_rate (drop->pay->rates, trl_card_get_id (lower->card), drop->low.rate);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (drop->pay->card));

  trl_draft_add_card (draft, trl_card_get_id (upper->card));
  trl_draft_add_card (draft, trl_card_get_id (lower->card));
  trl_draft_prove (draft, drop->high.amount);
  trl_draft_prove (draft, drop->low.amount);
  trl_draft_set_label (draft, _("paid less above"));
  /* Translators: an incentive and two tiers: "Margin pays less in Gold than in Silver". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s pays less in %s than in %s"), trl_words_card (drop->pay->card), above,
                                                below));
  if (rates)
    trl_draft_take_text (draft, g_strdup_printf (_("It is %s against %s, and nothing else pays more: whoever climbs earns "
                                                   "less. Which of the two is meant?"), high, low));
  else
    {
      g_autofree char *size = trl_format_money (scope->deal, currency);

      /* Translators: a deal size, then two amounts. */
      trl_draft_take_text (draft, g_strdup_printf (_("A usual deal of %s pays %s against %s, and nothing else pays more: "
                                                     "whoever climbs earns less. Which of the two is meant?"), size, high,
                                                   low));
    }
  /* In a longer ladder a swap could only move the matter one step up. */
  if (scope->n_ladder == 2 && high_id != NULL && low_id != NULL && drop->high.rate < drop->low.rate)
    {
      g_autofree char *arg = g_strdup_printf ("%s %s", high_id, low_id);

      trl_draft_add_fix (draft, swap, arg, _("Swap the two"));
    }
}

static void
check_pair (const TrlMotionScope *scope,
            TrlReport            *report,
            const TrlRung        *lower,
            const TrlRung        *upper)
{
  static const int businesses[] = { TRL_BUSINESS_NEW, TRL_BUSINESS_RENEWAL, TRL_BUSINESS_EXPANSION };
  TrlGain gain = trl_compare_gain (scope, lower, upper);
  Drop drop = { 0 };
  gboolean less = FALSE;

  /* Points of margin that the tiers give may make up for it. */
  if (gain.more_points)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (businesses); i++)
    {
      int sign = compare_business (scope, lower, upper, businesses[i], &drop);

      /* So may what is paid for other business: less for renewals and more for new deals is a choice. */
      if (sign > 0)
        return;
      less |= sign < 0;
    }
  if (less)
    report_drop (scope, report, lower, upper, &drop);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    if (trl_rungs_are_steps (scope->ladder[i - 1], scope->ladder[i]))
      check_pair (scope, report, scope->ladder[i - 1], scope->ladder[i]);
}

const TrlRule trl_rule_payout_nonmono = {
  .id = "PAYOUT-NONMONO",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A higher tier that pays less"),
  .looks_for = N_("What a usual deal, a renewal and an expansion pay in neighbouring tiers, after caps, where all our "
                  "incentives together pay less in the higher one."),
  .source = N_("“Make sure every tier changes what the partner actually receives.”"),
  /* xgettext:no-c-format */
  .fires = N_("A margin of 20 % in Silver and of 15 % in Gold."),
  .quiet = N_("Fees that the partner pays, money that passes through, a start bonus for beginners, less margin with a "
              "rebate that makes up for it, more for new deals and less for renewals, and a percentage above a sum where "
              "nobody has said how large a deal is."),
  .mend = N_("Correct one of the rates, or swap the two. In a longer ladder, or where a cap or a lasting share is behind it, which "
             "of them is meant is for people to say."),
  .keep = N_("Keep it when the higher tier earns in a way that is not written here."),
  .until = N_("When what one of the two tiers is paid changes."),
  .check_motion = check,
};
