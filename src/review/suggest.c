/* suggest.c: what a motion's partners could be asked for. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "suggest.h"

#include "acts.h"
#include "compare.h"
#include "fixes.h"
#include "words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Whether a criterion adds up over time, so that it means nothing without a year or a quarter: deals and what they are
 * worth do; people, customers and shares are counted as they stand. */
gboolean
trl_criterion_needs_time (const TrlEntry *criterion)
{
  const TrlEntry *event = criterion->trigger > 0 ? trl_catalogue_get (TRL_CATALOGUE_EVENTS, criterion->trigger) : NULL;

  return event != NULL && event->ladder >= 0 && !trl_event_is_before (TRL_EVENTS_CLOSED_WON, event->number);
}

/* A bar to begin with, for people to type over: five usual deals, five of what is counted, two people. */
gboolean
trl_propose_bar (const TrlEntry *criterion,
                 double          deal,
                 double         *value)
{
  if (trl_unit_is_currency (criterion->unit) && deal > 0)
    *value = 5 * deal;
  else if (g_strcmp0 (criterion->unit, "count") == 0)
    *value = 5;
  else if (g_strcmp0 (criterion->unit, "people") == 0)
    *value = 2;
  else
    return FALSE;
  return TRUE;
}

/* What the tier above asks of the same thing; 0 when it does not. */
static double
bar_above (const TrlMotionScope *scope,
           const TrlRung        *rung,
           const TrlItem        *item)
{
  double bar = 0;

  for (guint i = 0; i + 1 < scope->n_ladder; i++)
    for (guint c = 0; scope->ladder[i] == rung && c < scope->ladder[i + 1]->n_criteria; c++)
      if (scope->ladder[i + 1]->criteria[c].entry == item->entry)
        trl_card_get_number (scope->ladder[i + 1]->criteria[c].card, TRL_CRITERION_VALUE, &bar);
  return bar;
}

/* A bar that is so many times as strict as the one @below it; where the tier above leaves no room for that, the middle
 * between the two. FALSE when there is no middle. */
gboolean
trl_propose_between (const TrlMotionScope *scope,
                     const TrlRung        *rung,
                     const TrlItem        *item,
                     double                below,
                     double                times,
                     double               *value)
{
  double above = bar_above (scope, rung, item);
  gboolean up = item->entry != NULL && item->entry->direction > 0;

  if (item->entry == NULL || item->entry->direction == 0 || below <= 0)
    return FALSE;
  *value = up ? below * times : below / times;
  if (above > 0 && (up ? *value >= above || above > 10 * *value : *value <= above || *value > 10 * above))
    *value = sqrt (below * above);
  /* Whole numbers, as people set bars. */
  *value = *value >= 1000 ? round (*value / 100) * 100 : up ? ceil (*value) : floor (*value);
  return up ? *value > below && (above <= 0 || *value < above) : *value > 0 && *value < below && *value > above;
}

/* Asks the tier of the finding for one thing more, with a bar to begin with; without one it is marked as unknown. */
TrlEdit *
trl_suggest_add_criterion (TrlBlueprint *blueprint,
                           TrlFinding   *finding,
                           const char   *metric)
{
  const TrlEntry *entry = trl_catalogue_find (TRL_CATALOGUE_CRITERIA, metric);
  TrlCargo cargo = { .kind = TRL_KIND_CRITERION, .entry = entry };
  TrlPlace place = trl_places_ask (blueprint, &cargo, trl_fix_card (finding), TRL_SLOT_CRITERIA);
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);
  g_autofree char *id = NULL;
  double deal = -1, value;
  TrlEdit *edit;

  if (!place.lawful)
    return NULL;
  edit = trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, &id);
  if (edit == NULL || entry->direction == 0)
    return edit;
  trl_card_get_number (trl_blueprint_get_motion (blueprint, trl_fix_card (finding)), TRL_MOTION_DEAL_SIZE, &deal);
  if (trl_propose_bar (entry, deal, &value))
    trl_fix_propose (edit, id, TRL_CRITERION_VALUE, value);
  else
    trl_edit_set (edit, id, TRL_CRITERION_VALUE, unknown);
  trl_edit_ask_for (edit, id, TRL_CRITERION_VALUE);
  if (trl_criterion_needs_time (entry))
    trl_edit_set_choice (edit, id, TRL_CRITERION_PER, TRL_PERIOD_YEAR);
  return edit;
}

static TrlEdit *
add_benefit (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *kind)
{
  return trl_fix_add (blueprint, TRL_KIND_BENEFIT, trl_catalogue_find (TRL_CATALOGUE_BENEFITS, kind),
                      trl_fix_card (finding), TRL_SLOT_BENEFITS);
}

/* Offers a usual benefit that neither rung has and that says something without a number. */
void
trl_suggest_benefit (const TrlMotionScope *scope,
                     const TrlRung        *lower,
                     const TrlRung        *upper,
                     TrlDraft             *draft)
{
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_BENEFITS); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_BENEFITS, i);

      if (!entry->usual || (entry->compare != TRL_COMPARE_ORDINAL && entry->compare != TRL_COMPARE_YES_NO) ||
          trl_rung_has_kind (scope, lower, entry) || trl_rung_has_kind (scope, upper, entry))
        continue;
      trl_draft_add_fix_take (draft, add_benefit, entry->id,
                              /* Translators: a benefit, then a tier: "Add “roadmap” to Gold". */
                              g_strdup_printf (_("Add “%s” to %s"), trl_entry_get_label (entry),
                                               trl_words_card (upper->card)));
      return;
    }
}

static gboolean
asks_for (const TrlRung  *rung,
          const TrlEntry *metric)
{
  for (guint i = 0; i < rung->n_criteria; i++)
    if (rung->criteria[i].entry == metric)
      return TRUE;
  return FALSE;
}

/* Offers a usual criterion that these partners can earn and that neither tier asks for. */
void
trl_suggest_criterion (const TrlMotionScope *scope,
                       const TrlRung        *lower,
                       const TrlRung        *upper,
                       TrlDraft             *draft)
{
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_CRITERIA); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_CRITERIA, i);

      if (!entry->usual || entry->direction <= 0 || (entry->routes & scope->routes) != 0 ||
          asks_for (lower, entry) || asks_for (upper, entry))
        continue;
      trl_draft_add_fix_take (draft, trl_suggest_add_criterion, entry->id,
                              /* Translators: a tier and a criterion: "Ask Gold for sourced pipeline". */
                              g_strdup_printf (_("Ask %s for %s"), trl_words_card (upper->card),
                                               trl_entry_get_label (entry)));
      return;
    }
}
