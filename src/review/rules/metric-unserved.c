/* metric-unserved.c: a target that nothing in the design works towards. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
make_guardrail (TrlBlueprint *blueprint,
                TrlFinding   *finding,
                const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Make it a guardrail"));

  trl_edit_set_choice (edit, trl_finding_get_cards (finding)[0], TRL_METRIC_ROLE, TRL_ROLE_GUARDRAIL);
  return edit;
}

/* @arg: the kind of an incentive; pays it in the first motion, how much is for somebody to find out. */
static TrlEdit *
add_pay (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);

  for (guint i = 0; i < motions->len; i++)
    if (trl_card_get_kind (g_ptr_array_index (motions, i)) == TRL_KIND_MOTION)
      return trl_fix_add_pay (blueprint, trl_catalogue_find (TRL_CATALOGUE_INCENTIVES, arg),
                              trl_card_get_id (g_ptr_array_index (motions, i)), -1);
  return NULL;
}

/* For what no event tells: the first incentive is meant for it. */
static TrlEdit *
link_first (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);

  for (guint i = 0; i < motions->len; i++)
    {
      const char *motion = trl_card_get_id (g_ptr_array_index (motions, i));
      const GPtrArray *pays = trl_blueprint_get_children (blueprint, motion, TRL_SLOT_INCENTIVES);

      for (guint p = 0; p < pays->len; p++)
        if (trl_card_get_kind (g_ptr_array_index (pays, p)) == TRL_KIND_INCENTIVE)
          {
            TrlEdit *edit = trl_edit_new (blueprint, _("Say what it serves"));

            trl_edit_add_ref (edit, trl_card_get_id (g_ptr_array_index (pays, p)), TRL_INCENTIVE_SERVES,
                              trl_finding_get_cards (finding)[0]);
            return edit;
          }
    }
  return NULL;
}

/* Pay in cash whose usual event is one that the target counts. */
static const TrlEntry *
find_pay (const TrlEntry *metric)
{
  /* Whoever wants customers to stay pays for their staying, not for their arrival. */
  if ((metric->served_by >> TRL_EVENTS_RENEWED & 1) != 0)
    return trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_RENEWAL);
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_INCENTIVES); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, i);

      if ((entry->flags & TRL_ENTRY_CASH) != 0 && entry->routes == 0 && entry->trigger >= 0 &&
          (metric->served_by >> entry->trigger & 1) != 0)
        return entry;
    }
  return NULL;
}

static void
offer_pay (const TrlProgramScope *scope,
           const TrlTarget       *target,
           TrlDraft              *draft)
{
  const TrlEntry *pay = target->kind != NULL ? find_pay (target->kind) : NULL;

  if (trl_sums_get_n_motions (scope->sums) == 0)
    return;
  if (pay != NULL)
    /* Translators: %s is an incentive, such as "Renewal commission". */
    trl_draft_add_fix_take (draft, add_pay, pay->id, g_strdup_printf (_("Add %s"), trl_entry_get_label (pay)));
  else if (trl_sums_get_n_incentives (scope->sums) > 0)
    trl_draft_add_fix (draft, link_first, NULL, _("The first incentive serves it"));
}

/* "3 incentives, 5 tiers and 12 steps"; what there is none of is left out. */
static char *
count_components (TrlSums *sums)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n_incentives = trl_sums_get_n_incentives (sums);
  guint n_tiers = trl_sums_get_n_tiers (sums);
  guint n_steps = trl_sums_get_n_steps (sums);

  if (n_incentives > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("0 of %u incentive", "0 of %u incentives", n_incentives),
                                             n_incentives));
  if (n_tiers > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("0 of %u tier", "0 of %u tiers", n_tiers), n_tiers));
  if (n_steps > 0)
    g_ptr_array_add (words, g_strdup_printf (ngettext ("0 of %u step", "0 of %u steps", n_steps), n_steps));
  return words->len > 0 ? trl_words_list (words) : NULL;
}

static void
report_target (const TrlProgramScope *scope,
               const TrlTarget       *target,
               TrlReport             *report)
{
  const char *name = trl_words_card (target->card), *id = trl_card_get_id (target->card);
  g_autofree char *counted = count_components (scope->sums);
  gboolean told = target->kind != NULL && trl_metric_is_told (target->kind);
  TrlDraft *draft;

  /* Without a known kind, and for what no event tells (what partners would recommend), only links tell, and a missing link
   * proves nothing. */
  draft = told ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  trl_draft_prove_text (draft, target->kind != NULL ? target->kind->id : "");
  trl_draft_set_label (draft, _("nothing serves it"));
  if (!told)
    {
      /* Translators: %s is a target: "Nothing says yet that it serves Partner satisfaction". */
      trl_draft_take_title (draft, g_strdup_printf (_("Nothing says yet that it serves %s"), name));
      trl_draft_take_text (draft, g_strdup (_("No event shows whether it moves, so only you can say what is meant for it. Which "
                                              "incentive works for it?")));
      offer_pay (scope, target, draft);
      return;
    }
  /* Translators: %s is a target: "Nothing serves Retention yet". */
  trl_draft_take_title (draft, g_strdup_printf (_("Nothing serves %s yet"), name));
  if (counted == NULL)
    trl_draft_take_text (draft, g_strdup_printf (_("There is no incentive, tier or step so far that could bring it about. "
                                                   "What will partners do differently for %s?"), name));
  else
    /* Translators: a count such as "0 of 3 incentives and 0 of 5 tiers", then a target. */
    trl_draft_take_text (draft, g_strdup_printf (_("It is hoped for, not designed, with %s working towards it. What should "
                                                   "partners earn, reach or do for %s?"), counted, name));
  offer_pay (scope, target, draft);
  if (scope->brief->targets->len > 1)
    /* Translators: %s is a metric. */
    trl_draft_add_fix_take (draft, make_guardrail, NULL, g_strdup_printf (_("Make %s a guardrail"), name));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  gboolean ripe = (scope->ripe & 1u << TRL_DECISION_METRICS) != 0;

  /* Naming the target before anything else is no fault. */
  if (!ripe && trl_sums_get_n_incentives (scope->sums) + trl_sums_get_n_tiers (scope->sums) +
      trl_sums_get_n_steps (scope->sums) == 0)
    return;
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);

      /* One cause, one finding: where all pay of a motion pulls against it, that is why nothing serves it. */
      if (!target->served && !trl_sums_counters (scope->sums, target->kind))
        report_target (scope, target, report);
    }
}

const TrlRule trl_rule_metric_unserved = {
  .id = "METRIC-UNSERVED",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_METRICS,
  .ripens = TRUE,
  .title = N_("A target that nothing serves"),
  .looks_for = N_("Targets towards which no incentive pays, no criterion counts and no step leads."),
  .source = N_("“Name the one or two outcomes the program exists to produce … and design every other component to "
               "serve them.”"),
  .fires = N_("Attached revenue is the target, and nobody is paid, asked or trained for it."),
  .quiet = N_("One incentive pays at renewal, or says that it serves retention; a tier counts customers looked after, which fall when "
              "one leaves. What no event shows, such as what partners feel, is only asked about. Pay that pulls against the target is said where it "
              "is paid."),
  .mend = N_("Link an incentive, or make the metric a guardrail; without a motion there is nothing to link yet."),
  .keep = N_("Keep it when something outside the program brings the target about."),
  .until = N_("When the target becomes another metric."),
  .reads = TRL_PART_PROGRAM | TRL_PART_SERVES,
  .check_program = check,
};
