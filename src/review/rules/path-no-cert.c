/* path-no-cert.c: nobody finds out whether a partner can do what it sells. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "lens.h"
#include "terms.h"

#include <glib/gi18n.h>

/* A certification, before the first business when there is some. */
static TrlEdit *
add_certification (TrlBlueprint *blueprint,
                   TrlFinding   *finding,
                   const char   *before)
{
  const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_STEPS, TRL_STEPS_CERTIFICATION);
  TrlCargo cargo = { .kind = TRL_KIND_STEP, .entry = entry };
  TrlPlace place = trl_places_ask (blueprint, &cargo, trl_finding_get_motion (finding), TRL_SLOT_PATH);
  int index = before != NULL ? trl_blueprint_get_index (blueprint, before) : TRL_END;

  return place.lawful ? trl_act_drop (blueprint, &cargo, &place, index, 0, 0, NULL) : NULL;
}

static gboolean
proves_skill (const TrlStride *stride)
{
  return (stride->kind != NULL && ((stride->kind->flags & TRL_ENTRY_SKILL) != 0 || stride->kind->number == TRL_STEPS_GATE)) ||
         (stride->event != NULL && stride->event->number == TRL_EVENTS_CERTIFIED);
}

/* The tiers, or credentials beside them, ask for it: people with a certificate, a validation, a specialisation. */
static gboolean
tiers_prove_skill (const TrlMotionScope *scope)
{
  for (guint t = 0; t < scope->n_rungs; t++)
    for (guint i = 0; i < scope->rungs[t].n_criteria; i++)
      if (trl_criterion_asks_skill (scope->rungs[t].criteria[i].entry))
        return TRUE;
  for (guint i = 0; i < scope->n_proofs; i++)
    if (trl_criterion_asks_skill (scope->proofs[i].entry))
      return TRUE;
  return FALSE;
}

/* Who sells its own product in our store, or ours inside its own, knows what it sells; distributors serve resellers, who face
 * the customer. */
static gboolean
sells_its_own (const TrlMotionScope *scope)
{
  const TrlEntry *gtm = trl_card_get_entry (scope->motion, TRL_MOTION_GTM);

  return gtm != NULL && (gtm->number == TRL_MOTIONS_TWO_TIER || gtm->number == TRL_MOTIONS_MARKETPLACE ||
                         gtm->number == TRL_MOTIONS_OEM);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  int business = trl_scope_first_business (scope);
  gboolean certain = TRUE;
  TrlDraft *draft;
  const char *id;

  if ((scope->routes & (TRL_ROUTE_TRANSACT | TRL_ROUTE_DELIVER)) == 0 || !trl_scope_has_path (scope) ||
      tiers_prove_skill (scope) || sells_its_own (scope))
    return;
  for (guint i = 0; i < scope->n_strides; i++)
    {
      if (proves_skill (&scope->strides[i]))
        return;
      /* What kind of step it is, nobody has said in a word that we know. */
      certain = certain && scope->strides[i].kind != NULL;
    }
  id = trl_card_get_id (scope->motion);
  draft = certain ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  trl_draft_prove (draft, scope->n_strides);
  trl_draft_set_label (draft, _("no proof of skill"));
  /* Translators: %s is a motion. */
  trl_draft_take_title (draft, g_strdup_printf (_("The path of %s proves no skill"), trl_words_card (scope->motion)));
  trl_draft_take_text (draft, g_strdup ((scope->routes & TRL_ROUTE_DELIVER) != 0
                                        ? _("The first customer is where it turns out whether a partner can deliver. What "
                                            "should it have shown before?")
                                        : _("The first customer is where it turns out whether a partner can explain what it "
                                            "sells. What should it have shown before?")));
  trl_draft_add_fix (draft, add_certification, business >= 0 ? trl_card_get_id (scope->strides[business].card) : NULL,
                     _("Add a certification"));
}

const TrlRule trl_rule_path_no_cert = {
  .id = "PATH-NO-CERT",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_ENABLEMENT,
  .ripens = TRUE,
  .title = N_("A path that proves no skill"),
  .looks_for = N_("Paths of partners who sell or deliver with no certification, no gate and no tier that asks for certified "
                  "people."),
  .source = N_("“Map how a partner goes from signed to productive, the training, the assets, the certification.”"),
  .fires = N_("Resellers who are onboarded, get the price list and sell."),
  .quiet = N_("Partners who only name a buyer; distributors, whose resellers face the customer; who sells its own product in "
              "our store; a tier that asks for two certified people; an integration that is live."),
  .mend = N_("Add a certification or a gate before the first deal."),
  .keep = N_("Keep it where there is nothing to get wrong."),
  .until = N_("When a step is added to the path or taken away."),
  .check_motion = check,
};
