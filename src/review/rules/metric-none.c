/* metric-none.c: nobody has said what the program is for. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

/* The first metric of a kind, under whatever name; %NULL if there is none. */
static const char *
find_metric (TrlBlueprint   *blueprint,
             const TrlEntry *entry)
{
  const GPtrArray *metrics = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_METRICS);

  for (guint i = 0; metrics != NULL && i < metrics->len; i++)
    if (trl_card_get_entry (g_ptr_array_index (metrics, i), TRL_METRIC_KIND) == entry)
      return trl_card_get_id (g_ptr_array_index (metrics, i));
  return NULL;
}

/* A metric that is there already becomes the target; a second one of its kind would be counted beside it. */
static TrlEdit *
name_target (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *kind)
{
  const TrlEntry *entry = trl_catalogue_find (TRL_CATALOGUE_METRICS, kind);
  TrlEdit *edit = trl_edit_new (blueprint, _("Name a target"));
  const char *id = find_metric (blueprint, entry);

  if (id == NULL)
    {
      id = trl_edit_insert (edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
      trl_edit_set_text (edit, id, TRL_METRIC_NAME, trl_entry_get_label (entry));
      trl_edit_set_entry (edit, id, TRL_METRIC_KIND, entry->number);
    }
  trl_edit_set_choice (edit, id, TRL_METRIC_ROLE, TRL_ROLE_TARGET);
  return edit;
}

/* The usual metrics of the catalogue that are no mere activity, three at most. */
static void
offer_targets (TrlDraft *draft)
{
  guint n = 0;

  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_METRICS) && n < 3; i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_METRICS, i);

      if (entry->usual && (entry->flags & TRL_ENTRY_VANITY) == 0)
        {
          trl_draft_add_fix (draft, name_target, entry->id, trl_entry_get_label (entry));
          n++;
        }
    }
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  TrlDraft *draft;
  guint n = scope->metrics->len;

  if (scope->brief->targets->len > 0)
    return;

  draft = scope->brief->vague ? trl_report_open_as (report, TRL_SEVERITY_TODO, TRL_ROOT_ID)
                              : trl_report_open (report, TRL_ROOT_ID);
  trl_draft_prove (draft, n);
  trl_draft_set_label (draft, _("no target"));
  trl_draft_take_title (draft, g_strdup (_("The program names no target")));
  if (scope->brief->vague)
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u metric is named, and nobody has said yet whether it is the "
                                                           "target, so nobody can tell whether the design works. Which one "
                                                           "or two outcomes is it for?",
                                                           "%u metrics are named, and nobody has said yet which of them is "
                                                           "the target, so nobody can tell whether the design works. Which "
                                                           "one or two outcomes is it for?", n), n));
  else if (n == 0)
    trl_draft_take_text (draft, g_strdup (_("Without one, nobody can tell whether the design works or which half of it "
                                            "to change. Which one or two outcomes is it for?")));
  else
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u metric is named, as a guardrail, and without a target nobody "
                                                           "can tell whether the design works. Which one or two outcomes "
                                                           "is it for?",
                                                           "%u metrics are named, all as guardrails, and without a target "
                                                           "nobody can tell whether the design works. Which one or two "
                                                           "outcomes is it for?", n), n));
  offer_targets (draft);
}

const TrlRule trl_rule_metric_none = {
  .id = "METRIC-NONE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_METRICS,
  .ripens = TRUE,
  .title = N_("No target metric"),
  .looks_for = N_("Programs without a metric that has the role of a target."),
  .source = N_("“A program that cannot state its target metric has no way to know if the design is working.”"),
  .fires = N_("Satisfaction and payout ratio are named, both as guardrails."),
  .quiet = N_("One target, whatever it is; a metric without a role counts as one."),
  .mend = N_("Name one or two outcomes that the program is for."),
  .keep = N_("Keep it while leadership still has to choose."),
  .until = N_("When there is another number of metrics."),
  .reads = TRL_PART_PROGRAM,
  .check_program = check,
};
