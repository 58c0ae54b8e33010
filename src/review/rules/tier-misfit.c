/* tier-misfit.c: a bar that these partners cannot reach by what they do. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "terms.h"

#include <glib/gi18n.h>

/* @arg: the metric that takes its place. */
static TrlEdit *
replace (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *metric)
{
  const TrlEntry *entry = trl_catalogue_find (TRL_CATALOGUE_CRITERIA, metric);
  TrlEdit *edit = trl_edit_new (blueprint, _("Ask for what they can reach"));
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);

  for (const char * const *id = trl_finding_get_cards (finding); *id != NULL; id++)
    {
      const TrlCard *card = trl_blueprint_get (blueprint, *id);
      const TrlEntry *before = trl_card_get_entry (card, TRL_CRITERION_METRIC);

      trl_edit_set_entry (edit, *id, TRL_CRITERION_METRIC, entry->number);
      if (before == NULL || g_strcmp0 (before->unit, entry->unit) == 0)
        continue;
      trl_edit_set_text (edit, *id, TRL_CRITERION_UNIT, entry->unit);
      trl_edit_set (edit, *id, TRL_CRITERION_VALUE, unknown);
    }
  return edit;
}

/* What a referrer can earn by naming buyers, anybody can: only what asks for more is out of reach for some. Points are
 * collected where they can be, and an option is no must. */
static gboolean
is_misfit (const TrlMotionScope *scope,
           const TrlRung        *rung,
           const TrlItem        *item)
{
  const TrlEntry *entry = item->entry;
  guint routes = scope->routes;

  if (entry == NULL || entry->routes == 0 || (entry->routes & TRL_ROUTE_REFER) == 0 || routes == 0 ||
      (routes & ~entry->routes) != 0 || trl_card_get_state (item->card, TRL_CRITERION_WEIGHT) != TRL_STATE_OPEN ||
      trl_card_get_state (item->card, TRL_CRITERION_VALUE) == TRL_STATE_NOT_APPLICABLE || !trl_rung_one_option (rung))
    return FALSE;
  /* A type of your own kind may do anything; one that can earn it proves that some do. */
  for (guint i = 0; i < scope->n_types; i++)
    if (scope->types[i].entry == NULL || (scope->types[i].entry->routes & ~entry->routes) != 0)
      return FALSE;
  return scope->n_types > 0;
}

static const TrlEntry *
find_fit (const TrlMotionScope *scope)
{
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_CRITERIA); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_CRITERIA, i);
      gboolean asked = FALSE;

      if (!entry->usual || entry->direction <= 0 || (entry->routes & scope->routes) != 0)
        continue;
      for (guint t = 0; t < scope->n_rungs && !asked; t++)
        for (guint c = 0; c < scope->rungs[t].n_criteria && !asked; c++)
          asked = scope->rungs[t].criteria[c].entry == entry;
      if (!asked)
        return entry;
    }
  return NULL;
}

/* "refers", "builds and sells": what partners of the motion do. */
static char *
describe_routes (guint routes)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint bits = routes; bits != 0; bits &= bits - 1)
    g_ptr_array_add (words, g_utf8_strdown (trl_route_get_label (bits & -bits), -1));
  return trl_words_list (words);
}

static void
report_metric (const TrlMotionScope *scope,
               TrlReport            *report,
               const TrlRung        *rung,
               const TrlItem        *item)
{
  const char *motion = trl_words_card (scope->motion), *what = trl_entry_get_label (item->entry);
  g_autofree char *routes = describe_routes (scope->routes);
  const TrlEntry *fit = find_fit (scope);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (item->card));

  trl_draft_prove_text (draft, item->entry->id);
  trl_draft_prove (draft, scope->routes);
  for (guint t = 0; t < scope->n_rungs; t++)
    for (guint c = 0; c < scope->rungs[t].n_criteria; c++)
      if (scope->rungs[t].criteria[c].entry == item->entry && &scope->rungs[t].criteria[c] != item &&
          is_misfit (scope, &scope->rungs[t], &scope->rungs[t].criteria[c]))
        trl_draft_add_card (draft, trl_card_get_id (scope->rungs[t].criteria[c].card));
  trl_draft_set_label (draft, _("out of reach"));
  /* Translators: a tier, a criterion and a motion: "Gold asks for resale revenue, and nobody in Technology can earn it". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s asks for %s, and nobody in %s can earn it"),
                                                trl_words_card (rung->card), what, motion));
  /* Translators: what a partner does, such as "builds" or "refers". */
  trl_draft_take_text (draft, g_strdup_printf (_("A partner here %s, so the best of them stays below the bar. What shows that "
                                                 "one of them is good?"), routes));
  if (fit != NULL)
    /* Translators: %s is a criterion, such as "joint customers". */
    trl_draft_add_fix_take (draft, replace, fit->id, g_strdup_printf (_("Ask for %s"), trl_entry_get_label (fit)));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  gboolean told[TRL_N_CRITERIA] = { FALSE };

  /* In a track for everyone else somebody may do anything. */
  if (trl_card_get_yes (scope->motion, TRL_MOTION_CATCH_ALL, FALSE) ||
      trl_card_get_state (scope->motion, TRL_MOTION_CATCH_ALL) == TRL_STATE_UNKNOWN || !trl_scope_knows_routes (scope))
    return;
  for (guint t = 0; t < scope->n_rungs; t++)
    for (guint c = 0; c < scope->rungs[t].n_criteria; c++)
      {
        const TrlItem *item = &scope->rungs[t].criteria[c];

        if (is_misfit (scope, &scope->rungs[t], item) && !told[item->entry->number])
          {
            told[item->entry->number] = TRUE;
            report_metric (scope, report, &scope->rungs[t], item);
          }
      }
}

const TrlRule trl_rule_tier_misfit = {
  .id = "TIER-MISFIT",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A bar out of reach"),
  .looks_for = N_("Criteria that partners of the motion cannot earn by what they do, by its statement and by their "
                  "type."),
  .source = N_("“The structure they were dropped into finally fit what they could do.”"),
  .fires = N_("Resale revenue asked of technology partners; certified people asked of referrers."),
  .quiet = N_("Won referrals asked of an agency, since anybody can name a buyer; one of several options; points; the "
              "track for everyone else."),
  .mend = N_("Ask for something that these partners can earn."),
  .keep = N_("Keep it when only those who change what they do shall climb."),
  .until = N_("When something else is asked for, or partners earn in another way."),
  .check_motion = check,
};
