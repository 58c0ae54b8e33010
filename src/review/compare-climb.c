/* compare-climb.c: what two rungs of a ladder ask for (domain 3.6).
 *
 * Criteria are compared within one option only: with several options a step
 * can go up in one and down in another. Then all that can be said is whether
 * whoever is in the lower rung is in the upper one as well. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "compare.h"

#include <math.h>

/* What two criteria must have in common to measure the same. */
static const TrlMember measure_members[] = {
  TRL_CRITERION_METRIC, TRL_CRITERION_UNIT, TRL_CRITERION_PER, TRL_CRITERION_WINDOW, TRL_CRITERION_SCOPE,
  TRL_CRITERION_REGION, TRL_CRITERION_LEVEL
};

/* Whether somebody still has to find out what a criterion measures. */
static gboolean
is_vague (const TrlItem *item)
{
  for (guint i = 0; trl_card_has_unknown (item->card) && i < G_N_ELEMENTS (measure_members); i++)
    if (trl_card_get_state (item->card, measure_members[i]) == TRL_STATE_UNKNOWN)
      return TRUE;
  return FALSE;
}

static const TrlItem *
find_in (const TrlRung *rung,
         const char    *id)
{
  for (guint i = 0; id != NULL && i < rung->n_criteria; i++)
    if (g_str_equal (trl_card_get_id (rung->criteria[i].card), id))
      return &rung->criteria[i];
  return NULL;
}

/* Whether two criteria measure the same thing over the same time in the same way. What the catalogue does not know is
 * told apart by its words. */
static gboolean
same_measure (const TrlRung *rung_a,
              const TrlItem *a,
              const TrlRung *rung_b,
              const TrlItem *b)
{
  const TrlItem *of_a, *of_b;

  /* Two bars of which nobody has said what they measure are not the same for that. */
  if (a != b && trl_card_get_value (a->card, TRL_CRITERION_METRIC) == NULL &&
      trl_card_get_text (a->card, TRL_CRITERION_TEXT) == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (measure_members); i++)
    if (!trl_same_member (a->card, b->card, measure_members[i]))
      return FALSE;
  if (a->entry == NULL && !trl_same_words (trl_card_get_text (a->card, TRL_CRITERION_TEXT),
                                           trl_card_get_text (b->card, TRL_CRITERION_TEXT)))
    return FALSE;
  of_a = find_in (rung_a, trl_card_get_ref (a->card, TRL_CRITERION_OF));
  of_b = find_in (rung_b, trl_card_get_ref (b->card, TRL_CRITERION_OF));
  return (of_a == NULL) == (of_b == NULL) && (of_a == NULL || of_a->entry == of_b->entry);
}

/* The one criterion of @rung that measures the same; NULL for none, @n says how many there are. */
static const TrlItem *
find_measure (const TrlRung *rung,
              const TrlRung *of,
              const TrlItem *item,
              guint         *n)
{
  const TrlItem *found = NULL;

  *n = 0;
  for (guint i = 0; i < rung->n_criteria; i++)
    if (same_measure (rung, &rung->criteria[i], of, item))
      {
        found = &rung->criteria[i];
        (*n)++;
      }
  return found;
}

/* Whether all criteria of a rung have to be met. */
gboolean
trl_rung_one_option (const TrlRung *rung)
{
  for (guint i = 1; i < rung->n_criteria; i++)
    if (trl_either_unknown (rung->criteria[i].card, rung->criteria[0].card, TRL_CRITERION_OPTION) ||
        !trl_same_member (rung->criteria[i].card, rung->criteria[0].card, TRL_CRITERION_OPTION))
      return FALSE;
  return TRUE;
}

/* 1 when more of it is harder, -1 when less is, 0 when it cannot be said. */
static int
direction_of (const TrlItem *item)
{
  int is = trl_card_get_choice (item->card, TRL_CRITERION_IS);

  /* A fee is the price of entry: a lower one does not make a tier easier to reach. */
  if (item->entry != NULL && (item->entry->flags & TRL_ENTRY_REVERSED) != 0)
    return 0;
  if (is == TRL_IS_AT_LEAST)
    return 1;
  if (is == TRL_IS_AT_MOST)
    return -1;
  return item->entry != NULL ? item->entry->direction : 0;
}

/* Whether the fine print of two criteria that measure the same is the same, too: words that say what fields cannot, how
 * long it is valid, how often it has to be shown again, what gives a point. Where it differs, that may be the step. */
static gboolean
same_print (const TrlCard *a,
            const TrlCard *b)
{
  static const TrlMember words[] = { TRL_CRITERION_TEXT, TRL_CRITERION_VALIDITY };
  static const TrlMember values[] = { TRL_CRITERION_REFRESH, TRL_CRITERION_WEIGHT_PER, TRL_CRITERION_WEIGHT_CAP };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (!trl_same_words (trl_card_get_text (a, words[i]), trl_card_get_text (b, words[i])))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (!trl_same_member (a, b, values[i]) || trl_card_get_state (a, values[i]) == TRL_STATE_UNKNOWN)
      return FALSE;
  return TRUE;
}

/* How many times as much a step asks for, where both bars are something. */
static void
note_step (const TrlItem *below,
           const TrlItem *item,
           double         low,
           double         high,
           TrlClimb      *climb)
{
  double times = low > 0 && high > 0 ? high / low : 0;

  /* Further apart than a number can say is a slip of the hand, not a step. */
  if (times <= climb->steepest || !isfinite (times))
    return;
  climb->steepest = times;
  climb->steep = item;
  climb->steep_below = below;
}

static void
compare_bars (const TrlItem *below,
              const TrlItem *item,
              TrlClimb      *climb)
{
  TrlState state_a = trl_card_get_state (below->card, TRL_CRITERION_VALUE);
  TrlState state_b = trl_card_get_state (item->card, TRL_CRITERION_VALUE);
  int direction = direction_of (item);
  double a = 0, b = 0;

  if (state_a == TRL_STATE_UNKNOWN || state_b == TRL_STATE_UNKNOWN || direction_of (below) != direction ||
      trl_either_unknown (below->card, item->card, TRL_CRITERION_IS) ||
      trl_either_unknown (below->card, item->card, TRL_CRITERION_WEIGHT) ||
      !trl_same_member (below->card, item->card, TRL_CRITERION_WEIGHT))
    {
      climb->n_unknown++;
      return;
    }
  if (state_a == TRL_STATE_NOT_APPLICABLE || state_b == TRL_STATE_NOT_APPLICABLE)
    {
      climb->n_harder += state_b == TRL_STATE_KNOWN;
      climb->n_unknown += state_b == TRL_STATE_OPEN;   /* a bar that nobody has written down yet */
      return;
    }
  if (!trl_card_get_number (below->card, TRL_CRITERION_VALUE, &a) ||
      !trl_card_get_number (item->card, TRL_CRITERION_VALUE, &b))
    {
      /* Simply yes in both is the same; one number beside none cannot be compared. */
      climb->n_unknown += state_a != state_b || direction != 0 || !same_print (below->card, item->card) ||
                          (item->entry == NULL && trl_card_get_state (item->card, TRL_CRITERION_IS) != TRL_STATE_KNOWN);
      return;
    }
  if (direction == 0 || a == b)
    {
      climb->n_unknown += a != b || !same_print (below->card, item->card);
      return;
    }
  if ((b - a) * direction > 0)
    {
      climb->n_harder++;
      note_step (below, item, direction > 0 ? a : b, direction > 0 ? b : a, climb);
      return;
    }
  /* A lower number of something stricter is not easier. */
  if (!same_print (below->card, item->card))
    {
      climb->n_unknown++;
      return;
    }
  if (climb->n_easier < TRL_MAX_EASIER)
    {
      climb->easier[climb->n_easier] = item;
      climb->below[climb->n_easier] = below;
    }
  climb->n_easier++;
}

/* Whether whoever meets the option of @lower that @way belongs to is known to meet @item of @upper, too. */
static gboolean
meets (const TrlRung *lower,
       const TrlItem *way,
       const TrlRung *upper,
       const TrlItem *item)
{
  if (trl_card_get_state (item->card, TRL_CRITERION_VALUE) == TRL_STATE_NOT_APPLICABLE)
    return TRUE;
  if (is_vague (item))
    return FALSE;
  for (guint i = 0; i < lower->n_criteria; i++)
    {
      const TrlItem *below = &lower->criteria[i];
      TrlClimb step = { 0 };

      if (!trl_same_member (below->card, way->card, TRL_CRITERION_OPTION) || !same_measure (lower, below, upper, item))
        continue;
      compare_bars (below, item, &step);
      if (step.n_harder + step.n_unknown == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether whoever meets the option of @way meets all of the option of @into. */
static gboolean
leads_into (const TrlRung *lower,
            const TrlItem *way,
            const TrlRung *upper,
            const TrlItem *into)
{
  for (guint i = 0; i < upper->n_criteria; i++)
    if (trl_same_member (upper->criteria[i].card, into->card, TRL_CRITERION_OPTION) &&
        !meets (lower, way, upper, &upper->criteria[i]))
      return FALSE;
  return TRUE;
}

/* Whether all criteria belong to an option, or none does: what stands beside options may hold for each of them. */
static gboolean
has_clear_options (const TrlRung *rung)
{
  for (guint i = 0; i < rung->n_criteria; i++)
    {
      TrlState state = trl_card_get_state (rung->criteria[i].card, TRL_CRITERION_OPTION);

      if (state == TRL_STATE_UNKNOWN || (state == TRL_STATE_OPEN && !trl_rung_one_option (rung)))
        return FALSE;
    }
  return TRUE;
}

/* Whether whoever is in @lower, by whichever of its options, is known to be in @upper as well. "A or B" below "A" is a step
 * up, for those who came by B; "A" below "A or B" is none. */
static gboolean
lets_all_in (const TrlRung *lower,
             const TrlRung *upper)
{
  if (!has_clear_options (lower) || !has_clear_options (upper))
    return FALSE;
  for (guint w = 0; w < lower->n_criteria; w++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < upper->n_criteria && !found; i++)
        found = leads_into (lower, &lower->criteria[w], upper, &upper->criteria[i]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static TrlClimb
compare_climb (const TrlRung *lower,
               const TrlRung *upper)
{
  TrlClimb climb = { 0 };
  gboolean single = trl_rung_one_option (lower) && trl_rung_one_option (upper);

  if (!trl_rungs_are_steps (lower, upper))
    return (TrlClimb) { .n_unknown = 1 };

  for (guint i = 0; i < upper->n_criteria; i++)
    {
      const TrlItem *item = &upper->criteria[i];
      guint n_below, n_here;
      const TrlItem *below = find_measure (lower, upper, item, &n_below);

      find_measure (upper, upper, item, &n_here);
      if (is_vague (item))
        climb.n_unknown++;
      else if (below == NULL)
        climb.n_harder += trl_card_get_state (item->card, TRL_CRITERION_VALUE) != TRL_STATE_NOT_APPLICABLE;
      else if (n_below > 1 || n_here > 1)
        climb.n_unknown++;
      else
        compare_bars (below, item, &climb);
    }
  if (!single)
    {
      /* Any of several options is enough: it can go up in one and down in another. */
      climb.n_unknown = !lets_all_in (lower, upper);
      climb.n_harder = climb.n_easier = 0;
      climb.steepest = 0;
      climb.options = TRUE;
    }
  return climb;
}

/* What @upper asks that @lower does not. */
TrlClimb
trl_compare_climb (const TrlRung *lower,
                   const TrlRung *upper)
{
  TrlStep *step = upper->step;

  if (step == NULL || step->lower != lower)
    return compare_climb (lower, upper);
  if (!step->has_climb)
    step->climb = compare_climb (lower, upper);
  step->has_climb = TRUE;
  return step->climb;
}
