/* tier-goal-blind.c: a ladder that leads past the target. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "suggest.h"
#include "terms.h"

#include <glib/gi18n.h>

static guint64
bit (int number)
{
  return G_GUINT64_CONSTANT (1) << number;
}

static gboolean
ladder_relates (const TrlMotionScope *scope)
{
  for (guint t = 0; t < scope->brief->targets->len; t++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, t);

      if (!trl_scope_is_for (scope, target))
        continue;
      if (target->kind == NULL)
        return TRUE;
      for (guint i = 0; i < scope->n_ladder; i++)
        for (guint c = 0; c < scope->ladder[i]->n_criteria; c++)
          if (trl_criterion_may_serve (scope->ladder[i]->criteria[c].entry, target->kind))
            return TRUE;
    }
  return FALSE;
}

/* A target that nothing at all serves is one finding of its own, once metrics are decided; before, that is only a to-do. */
static gboolean
any_served (const TrlBrief *brief)
{
  if ((brief->ripe & 1u << TRL_DECISION_METRICS) == 0)
    return brief->targets->len > 0;
  for (guint i = 0; i < brief->targets->len; i++)
    if (g_array_index (brief->targets, TrlTarget, i).served)
      return TRUE;
  return FALSE;
}

/* What these partners can earn and the target counts: the measure itself, else one that it is served by. */
static const TrlEntry *
find_criterion (const TrlMotionScope *scope,
                const TrlEntry       *target)
{
  const TrlEntry *found = NULL;

  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_CRITERIA); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_CRITERIA, i);

      if (entry->direction <= 0 || (entry->routes & scope->routes) != 0)
        continue;
      if (trl_criterion_get_metric (entry) == target->number)
        return entry;
      if (found == NULL && entry->usual && entry->trigger > 0 && (target->served_by & bit (entry->trigger)) != 0)
        found = entry;
    }
  return found;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *names = NULL;
  const TrlTarget *first = NULL;
  const TrlRung *top;
  const TrlEntry *entry;
  TrlDraft *draft;

  /* A metric whose role nobody knows may be the target that the tiers are for. */
  if (scope->n_ladder < 2 || scope->brief->vague || !any_served (scope->brief))
    return;
  /* Every step must say what it asks for: unknown proves nothing. */
  for (guint i = 1; i < scope->n_ladder; i++)
    if (scope->ladder[i]->n_criteria == 0)
      return;
  if (ladder_relates (scope))
    return;
  cards = g_ptr_array_new ();
  top = scope->ladder[scope->n_ladder - 1];
  draft = trl_report_open (report, trl_card_get_id (top->card));
  trl_draft_prove (draft, scope->n_ladder);
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);

      if (!trl_scope_is_for (scope, target))
        continue;
      first = first != NULL ? first : target;
      g_ptr_array_add (cards, target->card);
      trl_draft_prove_text (draft, target->kind->id);
    }
  names = trl_words_cards (cards);
  trl_draft_set_label (draft, _("past the target"));
  /* Translators: a motion and its targets: "The tiers of Agency ask for nothing that brings Sourced pipeline". */
  trl_draft_take_title (draft, g_strdup_printf (_("The tiers of %s ask for nothing that brings %s"),
                                                trl_words_card (scope->motion), names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("Partners can reach %s without it, and most will do what the tiers "
                                                         "count. What should they show on the way up?",
                                                         "Partners can reach %s without any of it, and most will do what the "
                                                         "tiers count. What should they show on the way up?", cards->len),
                                               trl_words_card (top->card)));
  entry = find_criterion (scope, first->kind);
  if (entry != NULL)
    trl_draft_add_fix_take (draft, trl_suggest_add_criterion, entry->id,
                            /* Translators: a tier and a criterion: "Ask Gold for sourced pipeline". */
                            g_strdup_printf (_("Ask %s for %s"), trl_words_card (top->card), trl_entry_get_label (entry)));
}

const TrlRule trl_rule_tier_goal_blind = {
  .id = "TIER-GOAL-BLIND",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("Tiers that lead past the target"),
  .looks_for = N_("Ladders of which no criterion counts what a target counts, or an event that brings it about."),
  .source = N_("“Name the one or two outcomes the program exists to produce … and design every other component to "
               "serve them.”"),
  .fires = N_("Tiers by certified people and case studies, with sourced pipeline as the target."),
  .quiet = N_("One bar of sourced revenue at the top; points; criteria in your own words; a target that nothing serves "
              "is said once, elsewhere."),
  .mend = N_("Ask the top tier for something that the target counts."),
  .keep = N_("Keep it when tiers are for skill and the pay brings the target."),
  .until = N_("When the ladder has a tier more or less, or another target."),
  .check_motion = check,
};
