/* payout.h: what one deal pays a partner, and what it costs. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

/**
 * TrlPayout:
 * @known: whether the design states enough to tell; otherwise nothing else counts
 * @amount: what is paid, in @currency, after caps
 * @uncapped: what would be paid without caps
 * @rate: the rate that applies
 * @unit: its unit: "%" or a currency, as in the file
 * @currency: the currency of both amounts; "money" when the program names none
 *
 * What one deal pays. Plain data; the texts belong to the records.
 */
typedef struct
{
  gboolean    known;
  double      amount;
  double      uncapped;
  double      rate;
  const char *unit;
  const char *currency;
} TrlPayout;

TrlPayout trl_payout_read       (const TrlCard   *incentive,
                                 const GPtrArray *rates,
                                 const GPtrArray *caps,
                                 const char      *tier,
                                 double           size,
                                 int              business,
                                 const char      *currency);
TrlPayout trl_payout_for_deal   (TrlBlueprint    *blueprint,
                                 const char      *incentive,
                                 const char      *tier,
                                 double           size,
                                 int              business);

/**
 * TrlFunnel:
 * @registered: deals registered; -1 unknown
 * @accepted: of these accepted; -1 unknown
 * @won: of these won; -1 unknown
 * @per: what they are counted over, TRL_PERIOD_*, -1 when it is not said
 *
 * How many deals a motion sees.
 */
typedef struct
{
  double registered;
  double accepted;
  double won;
  int    per;
} TrlFunnel;

TrlFunnel trl_funnel_read       (const TrlCard   *motion,
                                 double           registered);
double    trl_cost_per_won_deal (const TrlFunnel *funnel,
                                 double           payment,
                                 double           times);

G_END_DECLS
