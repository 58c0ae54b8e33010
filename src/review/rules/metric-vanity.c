/* metric-vanity.c: a target that counts activity. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

/* What each of them is meant to lead to. */
static int
outcome_of (const TrlEntry *kind)
{
  switch (kind->number)
    {
    case TRL_METRICS_PARTNERS_SIGNED:
      return TRL_METRICS_ACTIVATION_RATE;
    case TRL_METRICS_PORTAL_USE:
      return TRL_METRICS_ACTIVE_RATIO;
    default:
      return TRL_METRICS_SOURCED_PIPELINE;
    }
}

/* Another thing is counted, so nobody knows yet where it stands. */
static TrlEdit *
swap (TrlBlueprint *blueprint,
      TrlFinding   *finding,
      const char   *kind)
{
  static const TrlMember figures[] = { TRL_METRIC_BASELINE, TRL_METRIC_TARGET_VALUE };
  const TrlEntry *entry = trl_catalogue_find (TRL_CATALOGUE_METRICS, kind);
  const char *id = trl_finding_get_cards (finding)[0];
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);
  TrlEdit *edit = trl_edit_new (blueprint, _("Count the outcome"));

  trl_edit_set_entry (edit, id, TRL_METRIC_KIND, entry->number);
  trl_edit_set_text (edit, id, TRL_METRIC_NAME, trl_entry_get_label (entry));
  trl_edit_set_text (edit, id, TRL_METRIC_DEFINITION, trl_entry_get_help (entry));
  trl_edit_set_text (edit, id, TRL_METRIC_TARGET_UNIT, entry->unit);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    if (trl_card_get_state (trl_blueprint_get (blueprint, id), figures[i]) == TRL_STATE_KNOWN)
      trl_edit_set (edit, id, figures[i], unknown);
  return edit;
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);
      const TrlEntry *outcome;
      TrlDraft *draft;

      if (target->kind == NULL || (target->kind->flags & TRL_ENTRY_VANITY) == 0)
        continue;
      outcome = trl_catalogue_get (TRL_CATALOGUE_METRICS, outcome_of (target->kind));
      draft = trl_report_open (report, trl_card_get_id (target->card));
      trl_draft_prove_text (draft, target->kind->id);
      trl_draft_set_label (draft, _("counts activity"));
      /* Translators: %s is a target. */
      trl_draft_take_title (draft, g_strdup_printf (_("%s counts what is done, not what comes of it"),
                                                    trl_words_card (target->card)));
      trl_draft_take_text (draft, g_strdup (_("It can be reached without a single deal, and then it will be. Which outcome "
                                              "should it lead to?")));
      /* Translators: %s is a metric. */
      trl_draft_add_fix_take (draft, swap, outcome->id, g_strdup_printf (_("Aim at %s"), trl_entry_get_label (outcome)));
    }
}

const TrlRule trl_rule_metric_vanity = {
  .id = "METRIC-VANITY",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_METRICS,
  .title = N_("A target that counts activity"),
  .looks_for = N_("Targets that count partners signed, deals registered or use of the portal."),
  .source = N_("“Name the one or two outcomes the program exists to produce.”"),
  .fires = N_("Fifty partners signed by summer, as the target."),
  .quiet = N_("The same number as a guardrail; partners with a first deal, as the target."),
  .mend = N_("Aim at what the activity should lead to."),
  .keep = N_("Keep it for a first quarter in which there is nothing else to count."),
  .until = N_("When the target becomes a metric of another kind."),
  .reads = TRL_PART_PROGRAM,
  .check_program = check,
};
