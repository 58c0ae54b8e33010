/* metric-blend.c: sourced and influenced in one figure. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

/* One word straight after the other, with nothing but "and" between; never where the text keeps them apart. */
#define BLENDS "\\b(sourced|influenced)(\\s+\\w+)?\\s*(\\+|&|/|,?\\s+and\\s|\\s+or\\s|\\s+plus\\s|\\s+und\\s|\\s+oder\\s)" \
               "\\s*(\\w+[\\s-]+)?(sourced|influenced)\\b"
#define APART "\\b(never|not|no|apart|separate\\w*|exclud\\w*|without|nicht|getrennt|nie)\\b"

static gboolean
matches (const char *pattern,
         const char *text)
{
  return g_regex_match_simple (pattern, text, G_REGEX_CASELESS, 0);
}

static gboolean
blends (const char *text)
{
  return text != NULL && matches ("sourced", text) && matches ("influenced", text) && matches (BLENDS, text) &&
         !matches (APART, text);
}

/* The sourced one stays the target, the influenced one becomes a guardrail of its own. */
static TrlEdit *
split (TrlBlueprint *blueprint,
       TrlFinding   *finding,
       const char   *arg)
{
  gboolean revenue = arg != NULL;
  const TrlEntry *sourced = trl_catalogue_get (TRL_CATALOGUE_METRICS, revenue ? TRL_METRICS_SOURCED_REVENUE
                                                                              : TRL_METRICS_SOURCED_PIPELINE);
  const TrlEntry *influenced = trl_catalogue_get (TRL_CATALOGUE_METRICS, revenue ? TRL_METRICS_INFLUENCED_REVENUE
                                                                                 : TRL_METRICS_INFLUENCED_PIPELINE);
  const char *id = trl_finding_get_cards (finding)[0], *other;
  TrlEdit *edit = trl_edit_new (blueprint, _("Count them apart"));

  trl_edit_set_entry (edit, id, TRL_METRIC_KIND, sourced->number);
  trl_edit_set_text (edit, id, TRL_METRIC_NAME, trl_entry_get_label (sourced));
  trl_edit_set_text (edit, id, TRL_METRIC_DEFINITION, trl_entry_get_help (sourced));
  other = trl_edit_insert (edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
  trl_edit_set_text (edit, other, TRL_METRIC_NAME, trl_entry_get_label (influenced));
  trl_edit_set_entry (edit, other, TRL_METRIC_KIND, influenced->number);
  trl_edit_set_choice (edit, other, TRL_METRIC_ROLE, TRL_ROLE_GUARDRAIL);
  return edit;
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);
      gboolean revenue = target->kind != NULL && (target->kind->number == TRL_METRICS_SOURCED_REVENUE ||
                                                  target->kind->number == TRL_METRICS_INFLUENCED_REVENUE);
      TrlDraft *draft;

      if (!blends (trl_card_get_name (target->card)) && !blends (trl_card_get_text (target->card, TRL_METRIC_DEFINITION)))
        continue;
      draft = trl_report_open (report, trl_card_get_id (target->card));
      trl_draft_prove_text (draft, target->kind != NULL ? target->kind->id : "");
      trl_draft_set_label (draft, _("two figures in one"));
      /* Translators: %s is a target. */
      trl_draft_take_title (draft, g_strdup_printf (_("%s adds sourced and influenced deals"), trl_words_card (target->card)));
      trl_draft_take_text (draft, g_strdup (_("Influenced deals are the larger and the softer half, so the sum grows without "
                                              "one deal that partners brought. Can finance sign both figures apart?")));
      trl_draft_add_fix (draft, split, revenue ? "revenue" : NULL, _("Count them apart"));
    }
}

const TrlRule trl_rule_metric_blend = {
  .id = "METRIC-BLEND",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_METRICS,
  .title = N_("Sourced and influenced in one figure"),
  .looks_for = N_("Targets whose name or definition adds what partners sourced to what they influenced."),
  .source = N_("Experience: a finance team discounts a sum that it cannot take apart."),
  .fires = N_("“Sourced and influenced pipeline” as the target."),
  .quiet = N_("Sourced pipeline as the target and influenced pipeline as a guardrail; a definition that says that "
              "influenced deals are never added."),
  .mend = N_("Count them apart, and aim at one of them."),
  .keep = N_("Keep it when leadership asks for the sum and sees both halves."),
  .until = N_("When the metric becomes one of another kind."),
  .reads = TRL_PART_PROGRAM,
  .check_program = check,
};
