/* tier-cosmetic.c: a tier that gives what the tier below it gives. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "fixes.h"
#include "format.h"
#include "suggest.h"

#include <glib/gi18n.h>

/* The rate of the first incentive that holds for the tier; NULL when there is none, or several. */
static const TrlCard *
find_rate (const TrlMotionScope *scope,
           const TrlRung        *rung)
{
  const GPtrArray *rates = scope->n_pays > 0 ? scope->pays[0].rates : NULL;
  const TrlCard *found = NULL;

  for (guint i = 0; rates != NULL && i < rates->len; i++)
    {
      const char *tier = trl_card_get_ref (g_ptr_array_index (rates, i), TRL_RATE_TIER);

      if (tier != NULL && !g_str_equal (tier, trl_card_get_id (rung->card)))
        continue;
      if (found != NULL)
        return NULL;
      found = g_ptr_array_index (rates, i);
    }
  return found;
}

/* "Margin pays 20 % on both", when one rate says it all; NULL otherwise. */
static char *
describe_pay (const TrlMotionScope *scope,
              const TrlRung        *upper,
              gboolean              idle_caps)
{
  const TrlCard *rate = find_rate (scope, upper);
  g_autofree char *amount = NULL;
  double value;

  if (rate == NULL || !trl_card_get_number (rate, TRL_RATE_VALUE, &value))
    return NULL;
  amount = trl_format_with_unit (value, trl_card_get_text (rate, TRL_RATE_UNIT), scope->brief->currency);
  if (idle_caps)
    {
      g_autofree char *size = trl_format_money (2 * scope->deal, scope->brief->currency);

      /* Translators: an incentive, its rate and the size of a deal: "Margin pays 12 % on both, since no deal up to $40,000
       * reaches a cap". */
      return g_strdup_printf (_("%s pays %s on both, since no deal up to %s reaches a cap"),
                              trl_words_card (scope->pays[0].card), amount, size);
    }
  /* Translators: an incentive and its rate: "Margin pays 20 % on both". */
  return g_strdup_printf (_("%s pays %s on both"), trl_words_card (scope->pays[0].card), amount);
}

static void
write_equal (TrlDraft             *draft,
             const TrlMotionScope *scope,
             const TrlRung        *lower,
             const TrlRung        *upper,
             const TrlGain        *gain)
{
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);
  g_autofree char *pay = describe_pay (scope, upper, gain->idle_caps);

  trl_draft_take_title (draft, g_strdup_printf (_("%s gives nothing beyond %s except the badge"), above, below));
  if (gain->n_benefits == 0 && pay != NULL)
    trl_draft_take_text (draft, g_strdup_printf (_("Neither gives anything but status, and %s: nothing to climb for. What should "
                                                   "a partner get in %s that %s does not give?"), pay, above, below));
  else if (gain->n_benefits == 0)
    trl_draft_take_text (draft, g_strdup_printf (_("Neither gives anything but status: nothing to climb for. What should a "
                                                   "partner get in %s that %s does not give?"), above, below));
  else if (pay != NULL)
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u of %u benefit differs, and %s: nothing to climb for. What should "
                                                           "a partner get in %s that %s does not give?",
                                                           "%u of %u benefits differ, and %s: nothing to climb for. What should "
                                                           "a partner get in %s that %s does not give?", gain->n_benefits),
                                                 gain->n_different, gain->n_benefits, pay, above, below));
  else
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u of %u benefit differs: nothing to climb for. What should a "
                                                           "partner get in %s that %s does not give?",
                                                           "%u of %u benefits differ: nothing to climb for. What should a "
                                                           "partner get in %s that %s does not give?", gain->n_benefits),
                                                 gain->n_different, gain->n_benefits, above, below));
}

/* Whether all that differs is in words, on both sides. */
static gboolean
differ_in_words (const TrlGain *gain)
{
  return gain->n_different > 0 && gain->n_words == gain->n_different && gain->n_unknown == 0 &&
         gain->pay == TRL_RELATION_EQUAL && gain->words_above != NULL && gain->words_below != NULL;
}

/* No rule can read them: people are asked once, and a kept finding remembers the answer (domain 3.6). */
static void
ask_for_words (TrlReport     *report,
               const TrlRung *lower,
               const TrlRung *upper,
               const TrlGain *gain)
{
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);
  const char *here = trl_card_get_text (gain->words_above->card, TRL_BENEFIT_TEXT);
  const char *there = trl_card_get_text (gain->words_below->card, TRL_BENEFIT_TEXT);
  TrlDraft *draft;

  if (here == NULL || there == NULL || *here == '\0' || *there == '\0')
    return;
  draft = trl_report_open_as (report, TRL_SEVERITY_TODO, trl_card_get_id (upper->card));
  trl_draft_add_card (draft, trl_card_get_id (lower->card));
  trl_draft_prove_text (draft, here);
  trl_draft_prove_text (draft, there);
  trl_draft_set_label (draft, _("really different?"));
  /* Translators: two tiers. */
  trl_draft_take_title (draft, g_strdup_printf (_("Only words tell %s from %s"), above, below));
  /* Translators: what a tier gives, in somebody's words, and the tier; twice. */
  trl_draft_take_text (draft, g_strdup_printf (_("“%s” in %s and “%s” in %s, and all else is equal. Is that a difference that a "
                                                 "partner would climb for?"), here, above, there, below));
}

static void
offer_merge (const TrlMotionScope *scope,
             guint                 step,
             TrlDraft             *draft)
{
  const TrlCard *lower = scope->ladder[step - 1]->card, *upper = scope->ladder[step]->card;
  const char *above = step + 1 < scope->n_ladder ? trl_card_get_id (scope->ladder[step + 1]->card) : "-";
  g_autofree char *arg = g_strdup_printf ("%s %s %s", trl_card_get_id (upper), trl_card_get_id (lower), above);

  /* Translators: two tiers: "Merge Gold into Silver". */
  trl_draft_add_fix_take (draft, trl_fix_merge_tiers, arg,
                          g_strdup_printf (_("Merge %s into %s"), trl_words_card (upper), trl_words_card (lower)));
}

static void
compare_pair (const TrlMotionScope *scope,
              TrlReport             *report,
              guint                  step)
{
  const TrlRung *lower = scope->ladder[step - 1], *upper = scope->ladder[step];
  TrlGain gain = trl_compare_gain (scope, lower, upper);
  gboolean ripe = (scope->ripe & 1u << TRL_DECISION_TIERS) != 0, known, spoken;
  TrlDraft *draft;

  if (differ_in_words (&gain))
    ask_for_words (report, lower, upper, &gain);
  if (gain.n_different > 0 || gain.pay == TRL_RELATION_DIFFERENT)
    return;
  known = gain.n_unknown == 0 && gain.pay == TRL_RELATION_EQUAL;
  spoken = gain.lower_speaks && gain.upper_speaks;
  draft = trl_report_open_as (report, known && (spoken || ripe) ? TRL_SEVERITY_WARNING : TRL_SEVERITY_TODO,
                              trl_card_get_id (upper->card));
  trl_draft_add_card (draft, trl_card_get_id (lower->card));
  trl_draft_prove (draft, gain.n_benefits);
  trl_draft_prove (draft, gain.n_unknown);
  trl_draft_prove_text (draft, spoken ? "equal" : "blank");
  trl_draft_set_label (draft, _("no reason to climb"));
  if (known && spoken)
    write_equal (draft, scope, lower, upper, &gain);
  else
    {
      trl_draft_take_title (draft, g_strdup_printf (_("%s does not say yet what it gives beyond %s"),
                                                    trl_words_card (upper->card), trl_words_card (lower->card)));
      trl_draft_take_text (draft, g_strdup_printf (_("A partner climbs for what changes. What does %s bring?"),
                                                   trl_words_card (upper->card)));
    }
  trl_suggest_benefit (scope, lower, upper, draft);
  /* Two tiers that are one, in a ladder that stays one without it. */
  if (known && spoken && scope->n_ladder > 2)
    offer_merge (scope, step, draft);
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    compare_pair (scope, report, i);
}

const TrlRule trl_rule_tier_cosmetic = {
  .id = "TIER-COSMETIC",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("Tiers that change nothing"),
  .looks_for = N_("Tiers that give what the tier below them gives: benefits that are no mere status, rates, funds, and "
                  "caps that a deal of up to twice the usual size would reach."),
  .source = N_("“A tier that changes a partner’s status but not what they receive is decoration, not design.”"),
  /* xgettext:no-c-format */
  .fires = N_("Gold gives a gold badge, and the same support and 20 % as Silver."),
  .quiet = N_("Equal pay with another manager; everything in Silver, plus leads. Benefits in words that differ are only asked "
              "about, and a tier of which nobody has said yet what it gives is a to-do."),
  .mend = N_("Add what partners would climb for, or merge the two."),
  .keep = N_("Keep it when the difference is real and cannot be written down here."),
  .until = N_("When either tier gets another number of benefits, or other words; a benefit or a pay that differs ends it."),
  .check_motion = check,
};
