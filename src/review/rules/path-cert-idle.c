/* path-cert-idle.c: a certification that opens nothing. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include <glib/gi18n.h>

/* @arg: a tier or an incentive */
static TrlEdit *
open_with_it (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Say what it opens"));

  trl_edit_add_ref (edit, trl_finding_get_cards (finding)[0], TRL_STEP_GATES, arg);
  return edit;
}

static gboolean
is_certification (const TrlStride *stride)
{
  return (stride->kind != NULL && stride->kind->number == TRL_STEPS_CERTIFICATION) ||
         (stride->event != NULL && stride->event->number == TRL_EVENTS_CERTIFIED);
}

/* A composite score may count the certificate: what it is made of is rarely written down. */
static gboolean
may_count (const TrlEntry *criterion)
{
  return trl_criterion_asks_skill (criterion) || criterion->number == TRL_CRITERIA_POINTS;
}

/* A criterion or pay that counts certificates needs it, whether it is linked or not. So does a credential beside the tiers. */
static gboolean
counts_certificates (const TrlMotionScope *scope)
{
  for (guint t = 0; t < scope->n_rungs; t++)
    for (guint i = 0; i < scope->rungs[t].n_criteria; i++)
      if (may_count (scope->rungs[t].criteria[i].entry))
        return TRUE;
  for (guint i = 0; i < scope->n_proofs; i++)
    if (may_count (scope->proofs[i].entry))
      return TRUE;
  for (guint i = 0; i < scope->n_pays; i++)
    if ((scope->pays[i].trigger != NULL && scope->pays[i].trigger->number == TRL_EVENTS_CERTIFIED) ||
        (scope->pays[i].condition != NULL && scope->pays[i].condition->number == TRL_EVENTS_CERTIFIED))
      return TRUE;
  return FALSE;
}

static void
report_step (const TrlMotionScope *scope,
             const TrlCard        *step,
             TrlReport            *report)
{
  const TrlCard *first = scope->n_ladder > 0 ? scope->ladder[0]->card
                                             : scope->n_pays > 0 ? scope->pays[0].card : NULL;
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (step));

  trl_draft_prove (draft, scope->n_ladder);
  trl_draft_set_label (draft, _("opens nothing"));
  /* Translators: %s is a step of a path. */
  trl_draft_take_title (draft, g_strdup_printf (_("%s opens nothing"), trl_words_card (step)));
  trl_draft_take_text (draft, g_strdup (_("No tier, benefit or incentive needs it, so busy partners will leave it out. What "
                                          "should it open?")));
  if (first != NULL)
    /* Translators: %s is a tier or an incentive. */
    trl_draft_add_fix_take (draft, open_with_it, trl_card_get_id (first),
                            g_strdup_printf (_("It opens %s"), trl_words_card (first)));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  /* Before there is anything to open, it cannot open anything. */
  if (scope->n_rungs + scope->n_pays == 0 || counts_certificates (scope))
    return;
  for (guint i = 0; i < scope->n_strides; i++)
    {
      const char * const *gates = trl_card_get_refs (scope->strides[i].card, TRL_STEP_GATES);

      if (is_certification (&scope->strides[i]) && (gates == NULL || *gates == NULL) &&
          trl_card_get_state (scope->strides[i].card, TRL_STEP_GATES) != TRL_STATE_UNKNOWN)
        report_step (scope, scope->strides[i].card, report);
    }
}

const TrlRule trl_rule_path_cert_idle = {
  .id = "PATH-CERT-IDLE",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_ENABLEMENT,
  .ripens = TRUE,
  .title = N_("A certification that opens nothing"),
  .looks_for = N_("Certifications on the path that open no tier, no benefit and no incentive, in a motion where no criterion "
                  "of a tier or a credential counts certified people, and no score may."),
  .source = N_("Experience: what opens nothing is done by those who have time."),
  .fires = N_("Two weeks of certification, and every tier is reached without it."),
  .quiet = N_("A certification that opens the first tier; tiers that ask for certified people."),
  .mend = N_("Say what it opens, or let it go."),
  .keep = N_("Keep it when customers ask for it."),
  .until = N_("When the ladder has a tier more or less that it could open."),
  .check_motion = check,
};
