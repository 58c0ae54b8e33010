/* stack.c: what all incentives together can pay on one deal.
 *
 * The dearest set counts, as far as the design rules none out: an incentive
 * that pays instead of the others, lines for different products or regions,
 * and those that name what they stack with are never added up. What cannot be
 * told (an unknown rate, a cap in another currency) is left out, so that the
 * sum is never more than what the design states. */

#define G_LOG_DOMAIN "stack"

#include "config.h"

#include "stack.h"

#include <math.h>
#include <string.h>

/* One incentive on the deal in question. */
typedef struct
{
  const TrlStackPay *pay;
  double             amount;    /* on the full price */
  double             cap;       /* the most that it can be; infinite without a cap */
  gboolean           on_net;    /* taken of what is left after discounts */
  gboolean           discount;  /* lowers the price that the others are taken of */
  gboolean           in_percent;
} Line;

static gboolean
tier_matches (const TrlCard *card,
              TrlMember      member,
              const char    *tier)
{
  const char *own = trl_card_get_ref (card, member);

  /* Whom it is for may be for somebody to decide: then it is for nobody yet. */
  return own != NULL ? g_strcmp0 (own, tier) == 0 : trl_card_get_state (card, member) != TRL_STATE_UNKNOWN;
}

/* How often the cap can be reached on one deal: twelve months of one subscription. */
static double
times (const TrlCard *cap)
{
  int per = trl_card_get_choice (cap, TRL_CAP_PER), of = trl_card_get_choice (cap, TRL_CAP_OF);

  if (of < 0)
    return 1;
  if (per == TRL_PERIOD_MONTH || of == TRL_PERIOD_MONTH)
    return 12;
  return per == TRL_PERIOD_QUARTER || of == TRL_PERIOD_QUARTER ? 4 : 1;
}

static gboolean
is_ours (const char *unit,
         const char *currency)
{
  return unit == NULL || g_str_equal (unit, "money") || g_strcmp0 (unit, currency) == 0;
}

/* A cap of the tier's own replaces those for every tier. */
static gboolean
has_own_cap (const GPtrArray *caps,
             const char      *tier)
{
  for (guint i = 0; tier != NULL && i < caps->len; i++)
    if (g_strcmp0 (trl_card_get_ref (g_ptr_array_index (caps, i), TRL_CAP_TIER), tier) == 0)
      return TRUE;
  return FALSE;
}

/* The most that the caps leave of one deal; FALSE when that cannot be told. A cap of a year bounds a deal too. */
static gboolean
read_caps (const GPtrArray *caps,
           const char      *tier,
           double           size,
           const char      *currency,
           double          *most)
{
  gboolean foreign = FALSE, ours = FALSE, own = has_own_cap (caps, tier);

  *most = INFINITY;
  for (guint i = 0; i < caps->len; i++)
    {
      const TrlCard *cap = g_ptr_array_index (caps, i);
      const char *unit = trl_card_get_text (cap, TRL_CAP_UNIT);
      double value;

      if (trl_card_get_state (cap, TRL_CAP_TIER) == TRL_STATE_UNKNOWN)
        return FALSE;
      if (!tier_matches (cap, TRL_CAP_TIER, tier) || (own && trl_card_get_ref (cap, TRL_CAP_TIER) == NULL))
        continue;
      /* A cap that is there without its sum will have one. */
      if (trl_card_get_state (cap, TRL_CAP_VALUE) == TRL_STATE_UNKNOWN || trl_card_get_state (cap, TRL_CAP_VALUE) == TRL_STATE_OPEN)
        return FALSE;
      if (!trl_card_get_number (cap, TRL_CAP_VALUE, &value))
        continue;
      if (g_strcmp0 (unit, "%") == 0)
        value *= size / 100;
      else if (!is_ours (unit, currency))
        {
          foreign = TRUE;
          continue;
        }
      else
        value *= times (cap);
      ours = TRUE;
      *most = MIN (*most, value);
    }
  return ours || !foreign;
}

/* The highest rate of a rebate: it is paid on the revenue of a period, which one deal does not tell. */
static gboolean
read_rebate (const TrlStackPay *pay,
             const char        *tier,
             double             size,
             double            *amount)
{
  double best = -1, rate;

  for (guint i = 0; i < pay->rates->len; i++)
    {
      const TrlCard *card = g_ptr_array_index (pay->rates, i);
      int on = trl_card_get_choice (card, TRL_RATE_ON);

      if (tier_matches (card, TRL_RATE_TIER, tier) && (on < 0 || on == TRL_BUSINESS_NEW) &&
          g_strcmp0 (trl_card_get_text (card, TRL_RATE_UNIT), "%") == 0 &&
          trl_card_get_number (card, TRL_RATE_VALUE, &rate))
        best = MAX (best, rate);
    }
  *amount = size * best / 100;
  return best >= 0;
}

static gboolean
tier_can_earn (const TrlCard *incentive,
               const char    *tier)
{
  const char * const *tiers = trl_card_get_refs (incentive, TRL_INCENTIVE_TIERS);

  if (trl_card_get_state (incentive, TRL_INCENTIVE_TIERS) == TRL_STATE_UNKNOWN)
    return FALSE;
  return tiers == NULL || *tiers == NULL || (tier != NULL && g_strv_contains (tiers, tier));
}

static gboolean
has_brackets (const GPtrArray *rates)
{
  for (guint i = 0; i < rates->len; i++)
    if (trl_card_get_state (g_ptr_array_index (rates, i), TRL_RATE_FROM) != TRL_STATE_OPEN ||
        trl_card_get_state (g_ptr_array_index (rates, i), TRL_RATE_UP_TO) != TRL_STATE_OPEN)
      return TRUE;
  return FALSE;
}

/* What one incentive pays on the deal by itself; FALSE when the design does not tell. */
static gboolean
read_line (const TrlStackPay *pay,
           const char        *tier,
           double             size,
           gboolean           sized,
           const char        *currency,
           Line              *line)
{
  const TrlCard *card = pay->incentive;
  int basis = trl_card_get_choice (card, TRL_INCENTIVE_BASIS);
  gboolean period = basis == TRL_BASIS_PERIOD_REVENUE;
  TrlPayout payout;

  memset (line, 0, sizeof *line);
  line->pay = pay;
  if (!tier_can_earn (card, tier) || (!sized && (pay->caps->len > 0 || has_brackets (pay->rates))) ||
      !read_caps (pay->caps, tier, size, currency, &line->cap))
    return FALSE;
  line->on_net = period || basis == TRL_BASIS_NET_PRICE ||
                 trl_card_get_choice (card, TRL_INCENTIVE_STACKING) == TRL_STACKING_ON_NET;
  line->discount = basis == TRL_BASIS_LIST_PRICE;
  if (period)
    {
      line->in_percent = TRUE;
      return read_rebate (pay, tier, size, &line->amount);
    }
  payout = trl_payout_read (card, pay->rates, pay->caps, tier, size, TRL_BUSINESS_NEW, currency);
  if (!payout.known)
    return FALSE;
  line->in_percent = g_strcmp0 (payout.unit, "%") == 0;
  if (!line->in_percent && (!sized || !is_ours (payout.unit, currency)))
    return FALSE;
  line->amount = payout.uncapped;
  if (payout.amount < payout.uncapped)
    line->cap = MIN (line->cap, payout.amount);
  return payout.amount > 0;
}

/* Known words that differ: lines for different products, or different regions. */
static gboolean
apart (const TrlCard *a,
       const TrlCard *b,
       TrlMember      member)
{
  const char *x = trl_card_get_text (a, member), *y = trl_card_get_text (b, member);

  return x != NULL && y != NULL && *x != '\0' && *y != '\0' && g_ascii_strcasecmp (x, y) != 0;
}

static gboolean
lets (const TrlCard *one,
      const TrlCard *other)
{
  const char * const *names = trl_card_get_refs (one, TRL_INCENTIVE_STACKS_WITH);

  if (names != NULL && *names != NULL)
    return g_strv_contains (names, trl_card_get_id (other));
  return trl_card_get_choice (one, TRL_INCENTIVE_STACKING) != TRL_STACKING_INSTEAD;
}

/* Whether both can pay on the same value. */
static gboolean
add_up (const TrlCard *a,
        const TrlCard *b)
{
  if (apart (a, b, TRL_INCENTIVE_SCOPE) || apart (a, b, TRL_INCENTIVE_REGION))
    return FALSE;
  return trl_card_has_ref (a, TRL_INCENTIVE_STACKS_WITH, trl_card_get_id (b)) ||
         trl_card_has_ref (b, TRL_INCENTIVE_STACKS_WITH, trl_card_get_id (a)) || (lets (a, b) && lets (b, a));
}

/* What a cap that several share takes away. */
static double
over_shared_caps (const Line *lines,
                  guint       n_lines,
                  guint       set,
                  const double *amounts)
{
  double over = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const TrlCard *card = lines[i].pay->incentive;
      const char * const *with = trl_card_get_refs (card, TRL_INCENTIVE_CAPPED_WITH);
      double sum = amounts[i];

      /* The cap holds for the others too where its own incentive does not pay. */
      if (with == NULL || *with == NULL || !isfinite (lines[i].cap))
        continue;
      for (guint j = 0; j < n_lines; j++)
        if ((set & 1u << j) != 0 && j != i && g_strv_contains (with, trl_card_get_id (lines[j].pay->incentive)))
          sum += amounts[j];
      over += MAX (0, sum - lines[i].cap);
    }
  return over;
}

static double
add_set (const Line *lines,
         guint       n_lines,
         guint       set,
         double      size)
{
  double amounts[TRL_STACK_MAX] = { 0 };
  double net = size, sum = 0;

  for (guint i = 0; i < n_lines; i++)
    if ((set & 1u << i) != 0 && !lines[i].on_net)
      {
        amounts[i] = MIN (lines[i].amount, lines[i].cap);
        net -= lines[i].discount ? amounts[i] : 0;
      }
  for (guint i = 0; i < n_lines; i++)
    {
      if ((set & 1u << i) == 0)
        continue;
      if (lines[i].on_net)
        amounts[i] = MIN (lines[i].amount * (lines[i].in_percent ? MAX (net, 0) / size : 1), lines[i].cap);
      sum += amounts[i];
    }
  return sum - over_shared_caps (lines, n_lines, set, amounts);
}

static gboolean
is_possible (const guint *friends,
             guint        n_lines,
             guint        set)
{
  for (guint i = 0; i < n_lines; i++)
    if ((set & 1u << i) != 0 && (set & ~friends[i]) != 0)
      return FALSE;
  return TRUE;
}

/**
 * trl_stack_read:
 * @pays: (array length=n_pays): the incentives that can pay on one deal
 * @n_pays: how many; what is over %TRL_STACK_MAX is not looked at
 * @tier: (nullable): the id of the tier of the partner
 * @size: first-year value of the deal, in the program's currency; -1 when it
 *   is not known: then only plain percentages count
 * @currency: (nullable): the program's currency
 *
 * Finds the dearest set of incentives that can pay on one deal of new
 * business: rebates, and what is taken of the net price, on what discounts
 * leave of it; caps, shared ones too, applied.
 *
 * Returns: the stack; no members when nothing can be told
 */
TrlStack
trl_stack_read (const TrlStackPay *pays,
                guint              n_pays,
                const char        *tier,
                double             size,
                const char        *currency)
{
  gboolean sized = size > 0;
  double base = sized ? size : 100;
  Line lines[TRL_STACK_MAX];
  guint at[TRL_STACK_MAX], friends[TRL_STACK_MAX], n = 0, best = 0;
  TrlStack stack = { 0 };

  g_return_val_if_fail (pays != NULL || n_pays == 0, stack);

  for (guint i = 0; i < MIN (n_pays, TRL_STACK_MAX); i++)
    if (read_line (&pays[i], tier, base, sized, currency, &lines[n]))
      at[n++] = i;
  for (guint i = 0; i < n; i++)
    {
      friends[i] = 1u << i;
      for (guint j = 0; j < n; j++)
        if (j != i && add_up (lines[i].pay->incentive, lines[j].pay->incentive))
          friends[i] |= 1u << j;
    }
  for (guint set = 1; set < 1u << n; set++)
    {
      double amount = is_possible (friends, n, set) ? add_set (lines, n, set, base) : 0;

      if (amount > stack.amount)
        {
          stack.amount = amount;
          best = set;
        }
    }
  for (guint i = 0; i < n; i++)
    if ((best & 1u << i) != 0)
      {
        stack.members |= 1u << at[i];
        stack.n_members++;
      }
  stack.share = stack.amount * 100 / base;
  return stack;
}
