/* stack.h: what all incentives together can pay on one deal. */
#pragma once

#include "payout.h"

G_BEGIN_DECLS

/* More incentives than these on one deal are not looked at. */
#define TRL_STACK_MAX 12

/**
 * TrlStackPay:
 * @incentive: an incentive
 * @rates: (element-type TrlCard): its rates
 * @caps: (element-type TrlCard): its caps
 *
 * An incentive that can pay on the deal. Plain data; nothing is owned.
 */
typedef struct
{
  const TrlCard   *incentive;
  const GPtrArray *rates;
  const GPtrArray *caps;
} TrlStackPay;

/**
 * TrlStack:
 * @members: a bit for each incentive that is part of it
 * @n_members: how many
 * @amount: what they pay together, in the program's currency; of a deal of 100 when the size is not known
 * @share: the same in percent of the deal
 *
 * The dearest set of incentives that can fire on one deal.
 */
typedef struct
{
  guint  members;
  guint  n_members;
  double amount;
  double share;
} TrlStack;

TrlStack trl_stack_read (const TrlStackPay *pays,
                         guint              n_pays,
                         const char        *tier,
                         double             size,
                         const char        *currency);

G_END_DECLS
