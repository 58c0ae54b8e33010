/* metric-undefined.c: a target that two people count differently. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
define (TrlBlueprint *blueprint,
        TrlFinding   *finding,
        const char   *kind)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Define the target"));

  trl_edit_set_text (edit, trl_finding_get_cards (finding)[0], TRL_METRIC_DEFINITION,
                     trl_entry_get_help (trl_catalogue_find (TRL_CATALOGUE_METRICS, kind)));
  return edit;
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);
      const char *id = trl_card_get_id (target->card), *name = trl_words_card (target->card);
      TrlState state = trl_terms_state (target->card, TRL_METRIC_DEFINITION);
      TrlDraft *draft;

      if (state != TRL_STATE_OPEN && state != TRL_STATE_UNKNOWN)
        continue;
      draft = state == TRL_STATE_OPEN ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
      trl_draft_prove (draft, state);
      trl_draft_set_label (draft, _("not defined"));
      /* Translators: %s is a target. */
      trl_draft_take_title (draft, g_strdup_printf (_("Nobody has said what counts as %s"), name));
      trl_draft_take_text (draft, g_strdup (_("Sales and finance will each report their own figure, and the first meeting is "
                                              "about whose is right. What exactly counts, and when?")));
      if (target->kind != NULL)
        trl_draft_add_fix (draft, define, target->kind->id, _("Start from the usual definition"));
    }
}

const TrlRule trl_rule_metric_undefined = {
  .id = "METRIC-UNDEFINED",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_METRICS,
  .ripens = TRUE,
  .title = N_("A target that nobody defined"),
  .looks_for = N_("Targets without a definition."),
  .source = N_("“As partnerships becomes a tracked revenue channel, the structure has to support measurement.”"),
  .fires = N_("Sourced pipeline, with no word on what makes an opportunity sourced."),
  .quiet = N_("The value of opportunities that a partner originated and we accepted, counted when they are accepted."),
  .mend = N_("Write a definition that sales and finance both sign; a metric of your own has no usual one to start from."),
  .keep = N_("Keep it when the definition stands in another paper, and say which."),
  .until = N_("When the definition turns from open to unknown, or back."),
  .reads = TRL_PART_PROGRAM,
  .check_program = check,
};
