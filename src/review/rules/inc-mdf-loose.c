/* inc-mdf-loose.c: a marketing fund that nobody approves, plans or proves. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "terms.h"

#include <glib/gi18n.h>

/* What many programs use; proposals, to be typed over. */
#define USUAL_CLAIM_DAYS 60

typedef enum
{
  RULE_OWNER,
  RULE_PLAN,
  RULE_PROOF,
  N_RULES
} FundRule;

static void
read_states (const TrlPay *pay,
             TrlState     *states)
{
  gboolean planned = trl_card_get_choice (pay->card, TRL_INCENTIVE_BASIS) == TRL_BASIS_PLAN ||
                     trl_terms_state (pay->card, TRL_INCENTIVE_BEHAVIOUR) == TRL_STATE_KNOWN ||
                     trl_terms_state (pay->card, TRL_INCENTIVE_ELIGIBILITY) == TRL_STATE_KNOWN;

  states[RULE_OWNER] = trl_terms_state (pay->card, TRL_INCENTIVE_OWNER);
  states[RULE_PROOF] = trl_terms_state (pay->card, TRL_INCENTIVE_CLAIM_PROOF);
  states[RULE_PLAN] = planned ? TRL_STATE_KNOWN
                              : trl_card_get_state (pay->card, TRL_INCENTIVE_BASIS) == TRL_STATE_UNKNOWN
                                  ? TRL_STATE_UNKNOWN : TRL_STATE_OPEN;
}

/* @owner: who approves, NULL when that is known */
static TrlEdit *
add_claim_rule (TrlBlueprint *blueprint,
                TrlFinding   *finding,
                const char   *owner)
{
  const char *id = trl_finding_get_cards (finding)[0];
  const TrlCard *card = trl_blueprint_get (blueprint, id);
  const TrlPay pay = { .card = (TrlCard *) card };
  TrlState states[N_RULES];
  TrlEdit *edit = trl_edit_new (blueprint, _("Add a claim rule"));

  read_states (&pay, states);
  if (states[RULE_OWNER] == TRL_STATE_OPEN)
    trl_fix_propose_text (edit, id, TRL_INCENTIVE_OWNER, owner);
  if (states[RULE_PLAN] == TRL_STATE_OPEN)
    trl_edit_set_choice (edit, id, TRL_INCENTIVE_BASIS, TRL_BASIS_PLAN);
  if (states[RULE_PROOF] == TRL_STATE_OPEN)
    trl_edit_set_text (edit, id, TRL_INCENTIVE_CLAIM_PROOF, _("The invoice, and what came of it"));
  if (trl_card_get_state (card, TRL_INCENTIVE_CLAIM_DAYS) == TRL_STATE_OPEN)
    trl_fix_propose (edit, id, TRL_INCENTIVE_CLAIM_DAYS, USUAL_CLAIM_DAYS);
  return edit;
}

static const char *
rule_words (FundRule rule)
{
  switch (rule)
    {
    case RULE_OWNER:
      /* Translators: in a list: "Marketing fund does not say who approves it and what proves it". */
      return C_("fund does not say", "who approves it");
    case RULE_PLAN:
      return C_("fund does not say", "what plan it is for");
    case RULE_PROOF:
      return C_("fund does not say", "what proves it");
    case N_RULES:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
list_rules (const TrlState *states)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (FundRule rule = 0; rule < N_RULES; rule++)
    if (states[rule] == TRL_STATE_OPEN || states[rule] == TRL_STATE_UNKNOWN)
      g_ptr_array_add (words, (gpointer) rule_words (rule));
  return trl_words_list (words);
}

static void
check_fund (const TrlMotionScope *scope,
            const TrlPay         *pay,
            TrlReport            *report)
{
  const char *id = trl_card_get_id (pay->card), *owner = trl_card_get_text (scope->motion, TRL_MOTION_OWNER);
  TrlState states[N_RULES], worst = TRL_STATE_KNOWN;
  g_autofree char *missing = NULL;
  gboolean unknown = FALSE;
  TrlDraft *draft;

  read_states (pay, states);
  for (FundRule rule = 0; rule < N_RULES; rule++)
    {
      worst = trl_terms_worse (worst, states[rule]);
      unknown |= states[rule] == TRL_STATE_UNKNOWN;
    }
  if (worst == TRL_STATE_KNOWN)
    return;
  draft = worst == TRL_STATE_OPEN ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  for (FundRule rule = 0; rule < N_RULES; rule++)
    trl_draft_prove (draft, states[rule]);
  missing = list_rules (states);
  trl_draft_set_label (draft, _("loose fund"));
  /* Translators: a fund, then a list. */
  trl_draft_take_title (draft, g_strdup_printf (_("%s does not say %s"), trl_words_card (pay->card), missing));
  trl_draft_take_text (draft, g_strdup (_("Such funds are either not claimed at all, or claimed for what would have been done "
                                          "anyway. Who approves a plan, and what has to be shown afterwards?")));
  if (!unknown)
    trl_draft_add_fix (draft, add_claim_rule, owner != NULL && *owner != '\0' ? owner : _("Partner manager"),
                       _("Add a claim rule"));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_pays; i++)
    if (scope->pays[i].kind != NULL && scope->pays[i].kind->number == TRL_INCENTIVES_MDF &&
        trl_card_get_choice (scope->pays[i].card, TRL_INCENTIVE_MONEY) != TRL_MONEY_PARTNER_PAYS)
      check_fund (scope, &scope->pays[i], report);
}

const TrlRule trl_rule_inc_mdf_loose = {
  .id = "INC-MDF-LOOSE",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .ripens = TRUE,
  .title = N_("A marketing fund without rules"),
  .looks_for = N_("Marketing funds with no owner, no plan that they are for, or no proof that a claim must show."),
  .source = N_("Experience: half of all marketing funds are never claimed, and few of the rest can be traced to a deal."),
  /* xgettext:no-c-format */
  .fires = N_("3 % of the revenue as a marketing fund, and nothing else."),
  .quiet = N_("A fund for an agreed plan, approved by the partner manager, claimed within 60 days with the invoice."),
  .mend = N_("Say who approves, for what plan, and what a claim must show; or drop the fund."),
  .keep = N_("Keep it while the first plans are still handmade."),
  .until = N_("When something else of owner, plan and proof is missing than was."),
  .check_motion = check,
};
