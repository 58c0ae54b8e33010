/* compare.c: what two rungs of a ladder give (domain 3.6); what they ask for is in compare-climb.c.
 *
 * Benefits are the same when kind, scope and region are; then numbers, levels,
 * presence or words decide. A rung that inherits has everything below it too.
 * Whatever somebody still has to find out proves nothing either way. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "compare.h"

#include "payout.h"
#include "terms.h"

#include <math.h>
#include <string.h>

/* Whether two texts differ in more than case, spaces and punctuation. */
gboolean
trl_same_words (const char *a,
                const char *b)
{
  g_autofree char *x = NULL, *y = NULL;
  const char *p, *q;

  if (g_strcmp0 (a, b) == 0)
    return TRUE;
  x = g_utf8_casefold (a != NULL ? a : "", -1);
  y = g_utf8_casefold (b != NULL ? b : "", -1);
  for (p = x, q = y;; p = g_utf8_next_char (p), q = g_utf8_next_char (q))
    {
      while (*p != '\0' && !g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      while (*q != '\0' && !g_unichar_isalnum (g_utf8_get_char (q)))
        q = g_utf8_next_char (q);
      if (*p == '\0' || *q == '\0')
        return *p == *q;
      if (g_utf8_get_char (p) != g_utf8_get_char (q))
        return FALSE;
    }
}

/* Whether two cards say the same there, or both nothing. */
gboolean
trl_same_member (const TrlCard *a,
                 const TrlCard *b,
                 TrlMember      member)
{
  return trl_value_equal (trl_card_get_value (a, member), trl_card_get_value (b, member));
}

static gboolean
is_unknown (const TrlCard *card,
            TrlMember      member)
{
  return trl_card_has_unknown (card) && trl_card_get_state (card, member) == TRL_STATE_UNKNOWN;
}

/* Whether somebody still has to find out one of the two. */
gboolean
trl_either_unknown (const TrlCard *a,
                    const TrlCard *b,
                    TrlMember      member)
{
  return is_unknown (a, member) || is_unknown (b, member);
}

/* Whether two neighbours are known to be steps of one ladder: what may be an entry rung or a credential is none yet. */
gboolean
trl_rungs_are_steps (const TrlRung *lower,
                     const TrlRung *upper)
{
  return !trl_either_unknown (lower->card, upper->card, TRL_TIER_RANKED);
}

static TrlCompare
how (const TrlItem *item)
{
  return item->entry != NULL ? item->entry->compare : TRL_COMPARE_TEXT;
}

/* Whether nobody has said yet what a benefit is: it is to be found out, or neither chosen nor put into words. */
static gboolean
is_unnamed (const TrlCard *benefit)
{
  return is_unknown (benefit, TRL_BENEFIT_KIND) ||
         (trl_card_get_value (benefit, TRL_BENEFIT_KIND) == NULL && trl_card_get_text (benefit, TRL_BENEFIT_TEXT) == NULL);
}

/* Whether two benefits are about the same thing. */
static gboolean
same_key (const TrlItem *a,
          const TrlItem *b)
{
  if (a->card == b->card)
    return TRUE;
  /* Two benefits that nobody knows are not the same one. */
  if (is_unnamed (a->card) || is_unknown (a->card, TRL_BENEFIT_SCOPE) ||
      is_unknown (a->card, TRL_BENEFIT_REGION))
    return FALSE;
  if (a->entry != b->entry || !trl_same_member (a->card, b->card, TRL_BENEFIT_SCOPE) ||
      !trl_same_member (a->card, b->card, TRL_BENEFIT_REGION))
    return FALSE;
  if (a->entry == NULL && !trl_same_member (a->card, b->card, TRL_BENEFIT_KIND))
    return FALSE;
  return how (a) != TRL_COMPARE_TEXT ||
         trl_same_words (trl_card_get_text (a->card, TRL_BENEFIT_TEXT), trl_card_get_text (b->card, TRL_BENEFIT_TEXT));
}

/* Whether two benefits may turn out to be about the same thing. */
static gboolean
may_be_same_key (const TrlItem *a,
                 const TrlItem *b)
{
  static const TrlMember members[] = { TRL_BENEFIT_KIND, TRL_BENEFIT_SCOPE, TRL_BENEFIT_REGION };
  gboolean unknown = is_unnamed (a->card) || is_unnamed (b->card);

  for (guint i = unknown; i < G_N_ELEMENTS (members); i++)
    {
      if (trl_either_unknown (a->card, b->card, members[i]))
        unknown = TRUE;
      else if (!trl_same_member (a->card, b->card, members[i]))
        return FALSE;
    }
  return unknown;
}

/* Whether a rung may have a benefit of that key once somebody has found out what is unknown. */
static gboolean
may_have_benefit (const TrlMotionScope *scope,
                  const TrlRung        *rung,
                  const TrlItem        *key)
{
  for (;; rung--)
    {
      for (guint i = 0; i < rung->n_benefits; i++)
        if (may_be_same_key (&rung->benefits[i], key))
          return TRUE;
      if (rung == scope->rungs)
        return FALSE;
      if (is_unknown (rung->card, TRL_TIER_INHERITS))
        return TRUE;
      if (!trl_card_get_yes (rung->card, TRL_TIER_INHERITS, FALSE))
        return FALSE;
    }
}

/* The benefit of that key that a rung gives, by itself or because it inherits. */
static const TrlItem *
find_benefit (const TrlMotionScope *scope,
              const TrlRung        *rung,
              const TrlItem        *key)
{
  for (;; rung--)
    {
      for (guint i = 0; i < rung->n_benefits; i++)
        if (same_key (&rung->benefits[i], key))
          return &rung->benefits[i];
      if (rung == scope->rungs || !trl_card_get_yes (rung->card, TRL_TIER_INHERITS, FALSE))
        return NULL;
    }
}

static TrlRelation
compare_texts (const TrlCard *a,
               const TrlCard *b)
{
  const char *x = trl_card_get_text (a, TRL_BENEFIT_TEXT), *y = trl_card_get_text (b, TRL_BENEFIT_TEXT);

  if (x == NULL && y == NULL)
    return TRL_RELATION_UNKNOWN;
  return trl_same_words (x, y) ? TRL_RELATION_EQUAL : TRL_RELATION_DIFFERENT;
}

static TrlRelation
compare_numbers (const TrlCard *a,
                 const TrlCard *b)
{
  TrlState x = trl_card_get_state (a, TRL_BENEFIT_VALUE), y = trl_card_get_state (b, TRL_BENEFIT_VALUE);

  if (trl_either_unknown (a, b, TRL_BENEFIT_VALUE) || trl_either_unknown (a, b, TRL_BENEFIT_UNIT) ||
      trl_either_unknown (a, b, TRL_BENEFIT_PER))
    return TRL_RELATION_UNKNOWN;
  if (x == TRL_STATE_OPEN || y == TRL_STATE_OPEN)
    return x == y ? compare_texts (a, b) : TRL_RELATION_UNKNOWN;
  return trl_same_member (a, b, TRL_BENEFIT_VALUE) && trl_same_member (a, b, TRL_BENEFIT_UNIT) &&
         trl_same_member (a, b, TRL_BENEFIT_PER)
       ? TRL_RELATION_EQUAL : TRL_RELATION_DIFFERENT;
}

static TrlRelation
compare_levels (const TrlCard *a,
                const TrlCard *b)
{
  TrlState x = trl_card_get_state (a, TRL_BENEFIT_LEVEL), y = trl_card_get_state (b, TRL_BENEFIT_LEVEL);

  if (x == TRL_STATE_UNKNOWN || y == TRL_STATE_UNKNOWN)
    return TRL_RELATION_UNKNOWN;
  if (x == TRL_STATE_OPEN || y == TRL_STATE_OPEN)
    return x == y ? compare_texts (a, b) : TRL_RELATION_UNKNOWN;
  return trl_same_member (a, b, TRL_BENEFIT_LEVEL) ? TRL_RELATION_EQUAL : TRL_RELATION_DIFFERENT;
}

/* A benefit beside nothing: is it nothing, too? */
static TrlRelation
compare_with_none (const TrlItem *item)
{
  TrlMember member = how (item) == TRL_COMPARE_ORDINAL ? TRL_BENEFIT_LEVEL : TRL_BENEFIT_VALUE;
  double number;

  if (trl_card_get_state (item->card, member) == TRL_STATE_UNKNOWN)
    return TRL_RELATION_UNKNOWN;
  if (trl_card_get_state (item->card, member) == TRL_STATE_NOT_APPLICABLE)
    return TRL_RELATION_EQUAL;
  if (how (item) == TRL_COMPARE_ORDINAL)
    return trl_entry_find_level (item->entry, trl_card_get_text (item->card, TRL_BENEFIT_LEVEL)) == 0
         ? TRL_RELATION_EQUAL : TRL_RELATION_DIFFERENT;
  if (how (item) == TRL_COMPARE_QUANTITY && item->entry->direction > 0 &&
      trl_card_get_number (item->card, TRL_BENEFIT_VALUE, &number) && number == 0)
    return TRL_RELATION_EQUAL;
  return TRL_RELATION_DIFFERENT;
}

static TrlRelation
compare_benefits (const TrlItem *a,
                  const TrlItem *b)
{
  TrlRelation relation = TRL_RELATION_EQUAL;

  if (a == NULL || b == NULL)
    return compare_with_none (a != NULL ? a : b);
  if (a->card == b->card)
    return TRL_RELATION_EQUAL;
  if (how (a) == TRL_COMPARE_QUANTITY)
    relation = compare_numbers (a->card, b->card);
  else if (how (a) == TRL_COMPARE_ORDINAL)
    relation = compare_levels (a->card, b->card);
  else if (how (a) == TRL_COMPARE_YES_NO && trl_either_unknown (a->card, b->card, TRL_BENEFIT_VALUE))
    relation = TRL_RELATION_UNKNOWN;
  else if (how (a) == TRL_COMPARE_YES_NO &&
           (!trl_same_member (a->card, b->card, TRL_BENEFIT_VALUE) || compare_texts (a->card, b->card) == TRL_RELATION_DIFFERENT))
    relation = TRL_RELATION_DIFFERENT;
  if (relation == TRL_RELATION_EQUAL && trl_either_unknown (a->card, b->card, TRL_BENEFIT_LIMIT))
    relation = TRL_RELATION_UNKNOWN;
  if (relation == TRL_RELATION_EQUAL &&
      !trl_same_words (trl_card_get_text (a->card, TRL_BENEFIT_LIMIT), trl_card_get_text (b->card, TRL_BENEFIT_LIMIT)))
    relation = TRL_RELATION_DIFFERENT;
  return relation;
}

/* 1 when @b is more for the partner than @a, -1 when it is less, 0 when it cannot be said. */
static int
order_benefits (const TrlItem *a,
                const TrlItem *b)
{
  double x, y;
  int low, high;

  if (trl_either_unknown (a->card, b->card, TRL_BENEFIT_LIMIT) || trl_either_unknown (a->card, b->card, TRL_BENEFIT_UNIT) ||
      trl_either_unknown (a->card, b->card, TRL_BENEFIT_PER) || trl_either_unknown (a->card, b->card, TRL_BENEFIT_BAND_FROM))
    return 0;
  if (!trl_same_words (trl_card_get_text (a->card, TRL_BENEFIT_LIMIT), trl_card_get_text (b->card, TRL_BENEFIT_LIMIT)))
    return 0;
  if (how (a) == TRL_COMPARE_ORDINAL)
    {
      low = trl_entry_find_level (a->entry, trl_card_get_text (a->card, TRL_BENEFIT_LEVEL));
      high = trl_entry_find_level (b->entry, trl_card_get_text (b->card, TRL_BENEFIT_LEVEL));
      return low < 0 || high < 0 ? 0 : (high > low) - (high < low);
    }
  if (how (a) != TRL_COMPARE_QUANTITY || !trl_same_member (a->card, b->card, TRL_BENEFIT_UNIT) ||
      !trl_same_member (a->card, b->card, TRL_BENEFIT_PER) || !trl_same_member (a->card, b->card, TRL_BENEFIT_BAND_FROM) ||
      !trl_card_get_number (a->card, TRL_BENEFIT_VALUE, &x) || !trl_card_get_number (b->card, TRL_BENEFIT_VALUE, &y))
    return 0;
  return ((y > x) - (y < x)) * a->entry->direction;
}

/* How much more a percentage is: 0.1 is a tenth; -1 when it is no percentage or not more. */
static double
raise_of (const TrlItem *a,
          const TrlItem *b)
{
  double x, y;

  if (how (a) != TRL_COMPARE_QUANTITY || g_strcmp0 (a->entry->unit, "%") != 0 ||
      !trl_card_get_number (a->card, TRL_BENEFIT_VALUE, &x) || !trl_card_get_number (b->card, TRL_BENEFIT_VALUE, &y) ||
      x <= 0 || order_benefits (a, b) <= 0)
    return -1;
  return y / x - 1;
}

static void
note_difference (TrlGain       *gain,
                 const TrlItem *a,
                 const TrlItem *b)
{
  /* A benefit for some, or for a time, was never everybody's. */
  if (b == NULL)
    {
      if (how (a) != TRL_COMPARE_TEXT && trl_card_get_state (a->card, TRL_BENEFIT_LIMIT) == TRL_STATE_OPEN)
        {
          if (gain->n_lost < TRL_MAX_EASIER)
            gain->lost[gain->n_lost] = a;
          gain->n_lost++;
        }
    }
  else if (order_benefits (a, b) < 0)
    {
      if (gain->n_worse < TRL_MAX_EASIER)
        {
          gain->worse[gain->n_worse] = b;
          gain->below[gain->n_worse] = a;
        }
      gain->n_worse++;
    }
  else if (raise_of (a, b) >= 0)
    {
      gain->n_raised++;
      gain->raise = MAX (gain->raise, raise_of (a, b));
    }
}

/* Whether a benefit is points of margin or of a fee, or may turn out to be. */
static gboolean
may_be_points (const TrlItem *item)
{
  return item != NULL && (is_unnamed (item->card) ||
                          (how (item) == TRL_COMPARE_QUANTITY && g_strcmp0 (item->entry->unit, "%") == 0));
}

/* @a is what the lower rung gives, @b what the upper does; one of them may be nothing. */
static void
count_benefit (const TrlMotionScope *scope,
               const TrlRung        *lower,
               const TrlRung        *upper,
               TrlGain              *gain,
               const TrlItem        *a,
               const TrlItem        *b)
{
  TrlRelation relation = compare_benefits (a, b);

  if ((a == NULL && may_have_benefit (scope, lower, b)) || (b == NULL && may_have_benefit (scope, upper, a)))
    relation = TRL_RELATION_UNKNOWN;

  gain->n_benefits++;
  gain->n_different += relation == TRL_RELATION_DIFFERENT;
  gain->n_unknown += relation == TRL_RELATION_UNKNOWN;
  if (relation == TRL_RELATION_UNKNOWN)
    gain->more_points |= may_be_points (a) || may_be_points (b);
  if (relation != TRL_RELATION_DIFFERENT)
    return;
  if (how (a != NULL ? a : b) == TRL_COMPARE_TEXT)
    {
      const TrlItem **words = a != NULL ? &gain->words_below : &gain->words_above;

      gain->n_words++;
      *words = *words != NULL ? *words : a != NULL ? a : b;
    }
  gain->more_points |= may_be_points (b) && (a == NULL || order_benefits (a, b) > 0);
  if (a != NULL)
    note_difference (gain, a, b);
}

/* Calls for each benefit that counts of a rung, and of those that it inherits. */
static void
compare_all_benefits (const TrlMotionScope *scope,
                      const TrlRung        *lower,
                      const TrlRung        *upper,
                      TrlGain              *gain)
{
  for (guint i = 0; i < upper->n_benefits; i++)
    if (how (&upper->benefits[i]) != TRL_COMPARE_STATUS)
      count_benefit (scope, lower, upper, gain, find_benefit (scope, lower, &upper->benefits[i]), &upper->benefits[i]);

  /* What only the lower has: it is inherited, or it is gone. */
  for (const TrlRung *rung = lower;; rung--)
    {
      for (guint i = 0; i < rung->n_benefits; i++)
        {
          const TrlItem *item = &rung->benefits[i], *above = find_benefit (scope, upper, item);
          gboolean own = above >= upper->benefits && above < upper->benefits + upper->n_benefits;

          if (how (item) != TRL_COMPARE_STATUS && !own && find_benefit (scope, lower, item) == item)
            count_benefit (scope, lower, upper, gain, item, above);
        }
      if (rung == scope->rungs || !trl_card_get_yes (rung->card, TRL_TIER_INHERITS, FALSE))
        break;
    }
}

static const TrlMember rate_members[] = {
  TRL_RATE_FROM, TRL_RATE_UP_TO, TRL_RATE_ON, TRL_RATE_UNIT, TRL_RATE_SCOPE, TRL_RATE_REGION, TRL_RATE_VALUE
};

static const TrlMember cap_members[] = { TRL_CAP_UNIT, TRL_CAP_PER, TRL_CAP_OF, TRL_CAP_VALUE };

static gboolean
is_for (const TrlCard *line,
        TrlMember      tier_member,
        const TrlCard *tier)
{
  const char *id = trl_card_get_ref (line, tier_member);

  return id == NULL || g_str_equal (id, trl_card_get_id (tier));
}

/* Whether two lines differ in nothing but what somebody still has to find out. */
static gboolean
may_be_same_line (const TrlCard   *line,
                  const TrlCard   *other,
                  const TrlMember *members,
                  guint            n_members)
{
  gboolean unknown = FALSE;

  for (guint i = 0; i < n_members; i++)
    {
      if (trl_either_unknown (line, other, members[i]))
        unknown = TRUE;
      else if (!trl_same_member (line, other, members[i]))
        return FALSE;
    }
  return unknown;
}

/* Whether somebody still has to find out something of a line. */
static gboolean
is_vague_line (const TrlCard   *line,
               const TrlMember *members,
               guint            n_members)
{
  for (guint i = 0; trl_card_has_unknown (line) && i < n_members; i++)
    if (is_unknown (line, members[i]))
      return TRUE;
  return FALSE;
}

/* Whether each line that holds for @a has its like among those that hold for @b. */
static TrlRelation
cover_lines (const GPtrArray *lines,
             TrlMember        tier_member,
             const TrlMember *members,
             guint            n_members,
             const TrlCard   *a,
             const TrlCard   *b)
{
  TrlRelation all = TRL_RELATION_EQUAL;
  TrlMember value = members[n_members - 1];

  for (guint i = 0; i < lines->len; i++)
    {
      const TrlCard *line = g_ptr_array_index (lines, i);
      TrlRelation found = TRL_RELATION_DIFFERENT;

      if (!is_for (line, tier_member, a))
        continue;
      /* Most lines hold for both, and are like themselves. */
      if (is_for (line, tier_member, b) && !is_vague_line (line, members, n_members))
        continue;
      for (guint j = 0; j < lines->len && found != TRL_RELATION_EQUAL; j++)
        {
          const TrlCard *other = g_ptr_array_index (lines, j);
          guint n_same = 0;

          if (!is_for (other, tier_member, b))
            continue;
          if (found == TRL_RELATION_DIFFERENT && may_be_same_line (line, other, members, n_members))
            found = TRL_RELATION_UNKNOWN;
          while (n_same < n_members && trl_same_member (line, other, members[n_same]))
            n_same++;
          if (n_same == n_members && !may_be_same_line (line, other, members, n_members))
            found = TRL_RELATION_EQUAL;
          else if (n_same >= n_members - 1 && (trl_card_get_state (line, value) != TRL_STATE_KNOWN ||
                                               trl_card_get_state (other, value) != TRL_STATE_KNOWN))
            found = TRL_RELATION_UNKNOWN;
        }
      if (found == TRL_RELATION_DIFFERENT)
        return TRL_RELATION_DIFFERENT;
      if (found == TRL_RELATION_UNKNOWN)
        all = TRL_RELATION_UNKNOWN;
    }
  return all;
}

static TrlRelation
worse (TrlRelation a,
       TrlRelation b)
{
  if (a == TRL_RELATION_DIFFERENT || b == TRL_RELATION_DIFFERENT)
    return TRL_RELATION_DIFFERENT;
  return a == TRL_RELATION_UNKNOWN || b == TRL_RELATION_UNKNOWN ? TRL_RELATION_UNKNOWN : TRL_RELATION_EQUAL;
}

static gboolean
can_earn (const TrlCard *incentive,
          const TrlCard *tier)
{
  const char * const *tiers = trl_card_get_refs (incentive, TRL_INCENTIVE_TIERS);

  return tiers == NULL || *tiers == NULL || g_strv_contains (tiers, trl_card_get_id (tier));
}

/* How many rates say something for a tier. */
static guint
count_rates (const TrlPay  *pay,
             const TrlCard *tier)
{
  guint n = 0;

  for (guint i = 0; i < pay->rates->len; i++)
    n += is_for (g_ptr_array_index (pay->rates, i), TRL_RATE_TIER, tier) &&
         trl_card_get_state (g_ptr_array_index (pay->rates, i), TRL_RATE_VALUE) != TRL_STATE_OPEN;
  return n;
}

/* Whether the rates of an incentive are the same in @a and in the tier above it, @b. */
static TrlRelation
compare_rates (const TrlPay  *pay,
               const TrlCard *a,
               const TrlCard *b)
{
  return worse (cover_lines (pay->rates, TRL_RATE_TIER, rate_members, G_N_ELEMENTS (rate_members), a, b),
                cover_lines (pay->rates, TRL_RATE_TIER, rate_members, G_N_ELEMENTS (rate_members), b, a));
}

/* Whether one deal tells what the caps leave of it: caps per deal, in a percentage or in the currency of the program. */
static gboolean
has_plain_caps (const TrlMotionScope *scope,
                const TrlPay         *pay)
{
  for (guint i = 0; i < pay->caps->len; i++)
    {
      const TrlCard *cap = g_ptr_array_index (pay->caps, i);
      const char *unit = trl_card_get_text (cap, TRL_CAP_UNIT);
      int per = trl_card_get_choice (cap, TRL_CAP_PER);

      if (trl_card_get_state (cap, TRL_CAP_OF) == TRL_STATE_KNOWN || (per >= 0 && per != TRL_PERIOD_DEAL) ||
          (unit != NULL && !g_str_equal (unit, "%") && !g_str_equal (unit, "money") &&
           !g_str_equal (unit, scope->brief->currency)))
        return FALSE;
    }
  return TRUE;
}

static TrlPayout
payout_of (const TrlMotionScope *scope,
           const TrlPay         *pay,
           const TrlCard        *tier,
           double                size,
           int                   business)
{
  return trl_payout_read (pay->card, pay->rates, pay->caps, trl_card_get_id (tier), size, business, scope->brief->currency);
}

/* Whether the rates are the same and only the caps differ, which no deal from half to twice the usual size reaches. */
static gboolean
caps_are_idle (const TrlMotionScope *scope,
               const TrlPay         *pay,
               const TrlCard        *a,
               const TrlCard        *b)
{
  static const double sizes[] = { 0.5, 1, 2 };
  static const int businesses[] = { TRL_BUSINESS_NEW, TRL_BUSINESS_RENEWAL, TRL_BUSINESS_EXPANSION };
  gboolean known = FALSE;

  if (scope->deal <= 0 || !pay->cash || trl_pay_is_unclear (pay) || !has_plain_caps (scope, pay) ||
      compare_rates (pay, a, b) != TRL_RELATION_EQUAL)
    return FALSE;
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (guint i = 0; i < G_N_ELEMENTS (businesses); i++)
      {
        TrlPayout low = payout_of (scope, pay, a, sizes[s] * scope->deal, businesses[i]);
        TrlPayout high = payout_of (scope, pay, b, sizes[s] * scope->deal, businesses[i]);

        if (low.known != high.known || (low.known && low.amount != high.amount))
          return FALSE;
        known |= low.known && low.amount > 0;
      }
  return known;
}

/* Whether some line is there of which nobody has written down the number yet. */
static gboolean
has_blank (const GPtrArray *lines,
           TrlMember        value)
{
  for (guint i = 0; i < lines->len; i++)
    if (trl_card_get_state (g_ptr_array_index (lines, i), value) == TRL_STATE_OPEN)
      return TRUE;
  return FALSE;
}

/* Whether an incentive pays the same in @a and in the tier above it, @b. */
TrlRelation
trl_compare_pay (const TrlPay  *pay,
                 const TrlCard *a,
                 const TrlCard *b)
{
  TrlRelation relation;

  if (!trl_pay_knows_whom (pay))
    return TRL_RELATION_UNKNOWN;
  if (can_earn (pay->card, a) != can_earn (pay->card, b))
    return TRL_RELATION_DIFFERENT;
  if (!can_earn (pay->card, a))
    return TRL_RELATION_EQUAL;
  /* A new rung that has no rate yet does not pay less: nobody has said what it pays. */
  if (count_rates (pay, b) == 0)
    return count_rates (pay, a) == 0 && !has_blank (pay->rates, TRL_RATE_VALUE) ? TRL_RELATION_EQUAL : TRL_RELATION_UNKNOWN;
  relation = compare_rates (pay, a, b);
  if (relation == TRL_RELATION_EQUAL && (has_blank (pay->rates, TRL_RATE_VALUE) || has_blank (pay->caps, TRL_CAP_VALUE)))
    return TRL_RELATION_UNKNOWN;
  relation = worse (relation, cover_lines (pay->caps, TRL_CAP_TIER, cap_members, G_N_ELEMENTS (cap_members), a, b));
  return worse (relation, cover_lines (pay->caps, TRL_CAP_TIER, cap_members, G_N_ELEMENTS (cap_members), b, a));
}

/* Whether two tiers have the same marketing fund. */
TrlRelation
trl_compare_funds (const TrlCard *a,
                   const TrlCard *b)
{
  double x = 0, y = 0;

  if (trl_card_get_state (a, TRL_TIER_MDF) == TRL_STATE_UNKNOWN ||
      trl_card_get_state (b, TRL_TIER_MDF) == TRL_STATE_UNKNOWN)
    return TRL_RELATION_UNKNOWN;
  trl_card_get_number (a, TRL_TIER_MDF, &x);
  trl_card_get_number (b, TRL_TIER_MDF, &y);
  return x == y ? TRL_RELATION_EQUAL : TRL_RELATION_DIFFERENT;
}

/* Whether a tier says of itself what it gives: a benefit, a fund, a rate of its own. */
static gboolean
speaks (const TrlMotionScope *scope,
        const TrlRung        *rung)
{
  if (rung->n_benefits > 0 || trl_card_get_state (rung->card, TRL_TIER_MDF) == TRL_STATE_KNOWN)
    return TRUE;
  for (guint p = 0; p < scope->n_pays; p++)
    for (guint i = 0; i < scope->pays[p].rates->len; i++)
      {
        const TrlCard *rate = g_ptr_array_index (scope->pays[p].rates, i);

        if (trl_card_get_ref (rate, TRL_RATE_TIER) != NULL && is_for (rate, TRL_RATE_TIER, rung->card) &&
            trl_card_get_state (rate, TRL_RATE_VALUE) == TRL_STATE_KNOWN)
          return TRUE;
      }
  return FALSE;
}

static TrlGain
compare_gain (const TrlMotionScope *scope,
              const TrlRung        *lower,
              const TrlRung        *upper)
{
  TrlGain gain = { .pay = trl_compare_funds (lower->card, upper->card) };

  if (!trl_rungs_are_steps (lower, upper))
    return (TrlGain) { .n_unknown = 1, .pay = TRL_RELATION_UNKNOWN };
  compare_all_benefits (scope, lower, upper, &gain);
  for (guint i = 0; i < scope->n_pays; i++)
    {
      TrlRelation relation = trl_compare_pay (&scope->pays[i], lower->card, upper->card);

      if (relation == TRL_RELATION_DIFFERENT && caps_are_idle (scope, &scope->pays[i], lower->card, upper->card))
        {
          gain.idle_caps = TRUE;
          continue;
        }
      gain.pay = worse (gain.pay, relation);
    }
  gain.upper_speaks = speaks (scope, upper);
  gain.lower_speaks = speaks (scope, lower);
  for (const TrlRung *rung = lower;
       !gain.lower_speaks && rung > scope->rungs && trl_card_get_yes (rung->card, TRL_TIER_INHERITS, FALSE);
       rung--)
    gain.lower_speaks = speaks (scope, rung - 1);
  return gain;
}

/* What @upper gives that @lower does not. */
TrlGain
trl_compare_gain (const TrlMotionScope *scope,
                  const TrlRung        *lower,
                  const TrlRung        *upper)
{
  TrlStep *step = upper->step;

  if (step == NULL || step->lower != lower)
    return compare_gain (scope, lower, upper);
  if (!step->has_gain)
    step->gain = compare_gain (scope, lower, upper);
  step->has_gain = TRUE;
  return step->gain;
}

/* Whether a rung gives a benefit of that kind, by itself or because it inherits. */
gboolean
trl_rung_has_kind (const TrlMotionScope *scope,
                   const TrlRung        *rung,
                   const TrlEntry       *kind)
{
  for (;; rung--)
    {
      for (guint i = 0; i < rung->n_benefits; i++)
        if (rung->benefits[i].entry == kind)
          return TRUE;
      if (rung == scope->rungs || !trl_card_get_yes (rung->card, TRL_TIER_INHERITS, FALSE))
        return FALSE;
    }
}
