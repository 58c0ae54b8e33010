/* payout.c: what one deal pays a partner, and what it costs.
 *
 * No input, no number: where the design does not say enough, or says it in a
 * way that one deal cannot settle (a rate on units, two rates for one case, a
 * cap that is not known), the answer is that it is not known. Holds are left
 * out: they move money in time only. */

#define G_LOG_DOMAIN "payout"

#include "config.h"

#include "payout.h"

#include <math.h>
#include <string.h>

#define MONEY "money"

/* What part of the first-year value the rate is taken of; 0 when one deal does not tell. */
static double
basis_share (const TrlCard *incentive)
{
  double months = 12;

  switch (trl_card_get_choice (incentive, TRL_INCENTIVE_BASIS))
    {
    case TRL_BASIS_FIRST_YEAR_VALUE:
    case TRL_BASIS_LIST_PRICE:
    case TRL_BASIS_NET_PRICE:
    case TRL_BASIS_DEAL:
    case TRL_BASIS_RENEWED_VALUE:
      return 1;
    case TRL_BASIS_RECURRING_REVENUE:
      /* What the first year pays: more months come later than one deal is looked at. */
      trl_card_get_number (incentive, TRL_INCENTIVE_MONTHS, &months);
      return MIN (months, 12) / 12;
    default:
      /* Of our gross profit (what card and insurance business splits) a deal pays less than its size says. */
      return 0;
    }
}

/* How well a rate fits the case; -1 when it does not. */
static int
fit (const TrlCard *rate,
     const char    *tier,
     double         size,
     int            business)
{
  const char *rate_tier = trl_card_get_ref (rate, TRL_RATE_TIER);
  int on = trl_card_get_choice (rate, TRL_RATE_ON), score = 0;
  double bound;

  /* Whom it is for, somebody still has to decide. */
  if (trl_card_get_state (rate, TRL_RATE_TIER) == TRL_STATE_UNKNOWN)
    return -1;
  if (rate_tier != NULL && g_strcmp0 (rate_tier, tier) != 0)
    return -1;
  if (on >= 0 && on != business)
    return -1;
  if (trl_card_get_number (rate, TRL_RATE_FROM, &bound) && size < bound)
    return -1;
  if (trl_card_get_number (rate, TRL_RATE_UP_TO, &bound) && size >= bound)
    return -1;
  /* A line for one product or one region says nothing about a usual deal. */
  if (trl_card_get_state (rate, TRL_RATE_SCOPE) == TRL_STATE_KNOWN ||
      trl_card_get_state (rate, TRL_RATE_REGION) == TRL_STATE_KNOWN)
    return -1;
  score += rate_tier != NULL ? 2 : 0;
  score += on >= 0 ? 1 : 0;
  return score;
}

/* The rate that fits best; NULL when none does or two do. */
static const TrlCard *
find_rate (const GPtrArray *rates,
           const char      *tier,
           double           size,
           int              business)
{
  const TrlCard *best = NULL;
  int best_score = -1;
  gboolean tied = FALSE;

  for (guint i = 0; i < rates->len; i++)
    {
      const TrlCard *rate = g_ptr_array_index (rates, i);
      int score = fit (rate, tier, size, business);

      if (score < 0 || score < best_score)
        continue;
      tied = score == best_score;
      best = rate;
      best_score = score;
    }
  return tied ? NULL : best;
}

static gboolean
is_per_deal (const TrlCard *cap)
{
  int per = trl_card_get_choice (cap, TRL_CAP_PER);

  if (trl_card_get_state (cap, TRL_CAP_OF) == TRL_STATE_KNOWN)
    return FALSE;
  return per == TRL_PERIOD_DEAL || per == TRL_PERIOD_SUBSCRIPTION ||
         trl_card_get_state (cap, TRL_CAP_PER) == TRL_STATE_OPEN;
}

static const char *
currency_of (const char *unit,
             const char *currency)
{
  if (unit != NULL && !g_str_equal (unit, MONEY))
    return unit;
  return currency != NULL && *currency != '\0' ? currency : MONEY;
}

/* The cap in the payout's currency; FALSE when it cannot be told. */
static gboolean
cap_amount (const TrlCard *cap,
            TrlPayout     *payout,
            double         size,
            double        *amount)
{
  const char *unit = trl_card_get_text (cap, TRL_CAP_UNIT);
  double value;

  if (!trl_card_get_number (cap, TRL_CAP_VALUE, &value))
    return FALSE;
  if (unit != NULL && g_str_equal (unit, "%"))
    *amount = size * value / 100;
  else if (unit == NULL || g_str_equal (unit, MONEY) || g_str_equal (unit, payout->currency))
    *amount = value;
  else
    return FALSE;
  return TRUE;
}

/* A cap of the tier's own replaces those for every tier. */
static void
apply_caps (TrlPayout       *payout,
            const GPtrArray *caps,
            const char      *tier,
            double           size)
{
  gboolean own = FALSE;

  for (guint i = 0; i < caps->len; i++)
    {
      const char *cap_tier = trl_card_get_ref (g_ptr_array_index (caps, i), TRL_CAP_TIER);

      own |= cap_tier != NULL && g_strcmp0 (cap_tier, tier) == 0 && is_per_deal (g_ptr_array_index (caps, i));
    }
  for (guint i = 0; i < caps->len; i++)
    {
      const TrlCard *cap = g_ptr_array_index (caps, i);
      const char *cap_tier = trl_card_get_ref (cap, TRL_CAP_TIER);
      double amount;

      if (trl_card_get_state (cap, TRL_CAP_TIER) == TRL_STATE_UNKNOWN)
        {
          payout->known = FALSE;
          continue;
        }
      if (!is_per_deal (cap) || (own ? g_strcmp0 (cap_tier, tier) != 0 : cap_tier != NULL))
        continue;
      if (trl_card_get_state (cap, TRL_CAP_VALUE) == TRL_STATE_OPEN ||
          trl_card_get_state (cap, TRL_CAP_VALUE) == TRL_STATE_NOT_APPLICABLE)
        continue;
      if (!cap_amount (cap, payout, size, &amount))
        {
          /* A cap in another currency stands beside one in ours; an unknown cap leaves the payment unknown. */
          if (trl_card_get_state (cap, TRL_CAP_VALUE) == TRL_STATE_UNKNOWN)
            payout->known = FALSE;
          continue;
        }
      payout->amount = MIN (payout->amount, amount);
    }
}

static gboolean
tier_can_earn (const TrlCard *incentive,
               const char    *tier)
{
  const char * const *tiers = trl_card_get_refs (incentive, TRL_INCENTIVE_TIERS);

  return tiers == NULL || *tiers == NULL || (tier != NULL && g_strv_contains (tiers, tier));
}

/**
 * trl_payout_read:
 * @incentive: an incentive
 * @rates: (element-type TrlCard): its rates
 * @caps: (element-type TrlCard): its caps
 * @tier: (nullable): the id of the tier of the partner
 * @size: first-year value of the deal, in the program's currency
 * @business: TRL_BUSINESS_NEW, …
 * @currency: (nullable): the program's currency
 *
 * Reads what one deal pays.
 *
 * Returns: the payout; 0 for a tier that cannot earn it
 */
TrlPayout
trl_payout_read (const TrlCard   *incentive,
                 const GPtrArray *rates,
                 const GPtrArray *caps,
                 const char      *tier,
                 double           size,
                 int              business,
                 const char      *currency)
{
  TrlPayout payout = { .currency = currency_of (NULL, currency) };
  const TrlCard *rate;

  g_return_val_if_fail (incentive != NULL && rates != NULL && caps != NULL, payout);

  if (trl_card_get_state (incentive, TRL_INCENTIVE_TIERS) == TRL_STATE_UNKNOWN)
    return payout;
  if (!tier_can_earn (incentive, tier))
    {
      payout.known = TRUE;
      return payout;
    }
  rate = find_rate (rates, tier, size, business);
  if (rate == NULL || !trl_card_get_number (rate, TRL_RATE_VALUE, &payout.rate))
    return payout;
  payout.unit = trl_card_get_text (rate, TRL_RATE_UNIT);
  if (payout.unit != NULL && g_str_equal (payout.unit, "%"))
    {
      double share = basis_share (incentive);

      if (share == 0 || size < 0)
        return payout;
      payout.amount = size * share * payout.rate / 100;
    }
  else if (trl_unit_is_currency (payout.unit))
    {
      payout.currency = currency_of (payout.unit, currency);
      payout.amount = payout.rate;
    }
  else
    {
      return payout;
    }
  payout.known = TRUE;
  payout.uncapped = payout.amount;
  apply_caps (&payout, caps, tier, size);
  return payout;
}

/**
 * trl_payout_for_deal:
 * @blueprint: a blueprint
 * @incentive: the id of an incentive
 * @tier: (nullable): the id of the tier of the partner
 * @size: first-year value of the deal, in the program's currency
 * @business: TRL_BUSINESS_NEW, …
 *
 * Returns: what one deal pays
 */
TrlPayout
trl_payout_for_deal (TrlBlueprint *blueprint,
                     const char   *incentive,
                     const char   *tier,
                     double        size,
                     int           business)
{
  TrlPayout nothing = { 0 };
  TrlCard *card;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), nothing);

  card = trl_blueprint_get (blueprint, incentive);
  if (card == NULL || trl_card_get_kind (card) != TRL_KIND_INCENTIVE)
    return nothing;
  return trl_payout_read (card,
                          trl_blueprint_get_children (blueprint, incentive, TRL_SLOT_RATES),
                          trl_blueprint_get_children (blueprint, incentive, TRL_SLOT_CAPS),
                          tier, size, business,
                          trl_card_get_text (trl_blueprint_get_root (blueprint), TRL_PROGRAM_CURRENCY));
}

static double
times_percent (double         number,
               const TrlCard *motion,
               TrlMember      share)
{
  double percent;

  if (number < 0 || !trl_card_get_number (motion, share, &percent))
    return -1;
  return number * percent / 100;
}

/**
 * trl_funnel_read:
 * @motion: a motion
 * @registered: what its tiers register in a year, -1 when they do not say
 *
 * Reads how many deals a motion sees: what it states, else what follows from
 * the tiers and the shares that it assumes.
 *
 * Returns: the funnel
 */
TrlFunnel
trl_funnel_read (const TrlCard *motion,
                 double         registered)
{
  TrlFunnel funnel = { -1, -1, -1, -1 };

  g_return_val_if_fail (motion != NULL, funnel);

  funnel.per = trl_card_get_choice (motion, TRL_MOTION_FUNNEL_PER);
  if (!trl_card_get_number (motion, TRL_MOTION_FUNNEL_REGISTERED, &funnel.registered) && registered >= 0)
    {
      funnel.registered = registered;
      funnel.per = TRL_PERIOD_YEAR;
    }
  if (!trl_card_get_number (motion, TRL_MOTION_FUNNEL_ACCEPTED, &funnel.accepted))
    funnel.accepted = times_percent (funnel.registered, motion, TRL_MOTION_ACCEPT_RATE);
  if (!trl_card_get_number (motion, TRL_MOTION_FUNNEL_WON, &funnel.won))
    funnel.won = times_percent (funnel.accepted, motion, TRL_MOTION_WIN_RATE);
  return funnel;
}

/**
 * trl_cost_per_won_deal:
 * @funnel: a funnel
 * @payment: what is paid for each registered deal
 * @times: how many times as many are registered, while as many are won
 *
 * Returns: what a won deal costs in payments for registrations; -1 when that cannot be told
 */
double
trl_cost_per_won_deal (const TrlFunnel *funnel,
                       double           payment,
                       double           times)
{
  double cost;

  g_return_val_if_fail (funnel != NULL, -1);

  if (funnel->registered < 0 || funnel->won <= 0)
    return -1;
  cost = funnel->registered * times * payment / funnel->won;
  return isfinite (cost) ? cost : -1;
}
