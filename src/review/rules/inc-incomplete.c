/* inc-incomplete.c: an incentive that does not say when, on what or how much it pays. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>
#include <math.h>

typedef enum
{
  ASPECT_TRIGGER,
  ASPECT_BASIS,
  ASPECT_RATE,
  ASPECT_WHOM,
  N_ASPECTS
} Aspect;

/* Proposes a rate, and a quarter more for each tier above; @rate: for the first. */
static void
propose_rates (TrlEdit        *edit,
               const char     *id,
               const TrlEntry *kind,
               double          rate)
{
  g_autoptr (GPtrArray) rates = trl_edit_get_children (edit, id, TRL_SLOT_RATES);
  guint n = 0;

  if (rates->len == 0)
    {
      const char *own = trl_edit_insert (edit, TRL_KIND_RATE, id, TRL_SLOT_RATES, TRL_END);

      trl_edit_set_text (edit, own, TRL_RATE_UNIT, kind->unit);
      trl_fix_propose (edit, own, TRL_RATE_VALUE, rate);
    }
  for (guint i = 0; i < rates->len; i++)
    if (trl_card_get_state (g_ptr_array_index (rates, i), TRL_RATE_VALUE) == TRL_STATE_OPEN)
      {
        const char *own = trl_card_get_id (g_ptr_array_index (rates, i));

        trl_edit_set_text (edit, own, TRL_RATE_UNIT, kind->unit);
        trl_fix_propose (edit, own, TRL_RATE_VALUE, rate * (1 + n++ * 0.25));
      }
}

static TrlEdit *
open_to_all (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Pay in every tier"));

  trl_edit_set (edit, trl_fix_card (finding), TRL_INCENTIVE_TIERS, NULL);
  return edit;
}

/* @arg: the rate to begin with, %NULL when there is one */
static TrlEdit *
take_usual (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  const char *id = trl_fix_card (finding);
  const TrlCard *card = trl_blueprint_get (blueprint, id);
  const TrlEntry *kind = trl_card_get_entry (card, TRL_INCENTIVE_KIND);
  TrlEdit *edit = trl_edit_new (blueprint, _("Pay as is usual"));

  if (arg != NULL)
    propose_rates (edit, id, kind, g_ascii_strtod (arg, NULL));
  if (trl_card_get_state (card, TRL_INCENTIVE_TRIGGER) == TRL_STATE_OPEN)
    trl_edit_set_entry (edit, id, TRL_INCENTIVE_TRIGGER, kind->trigger);
  if (trl_card_get_state (card, TRL_INCENTIVE_BASIS) == TRL_STATE_OPEN)
    trl_edit_set_choice (edit, id, TRL_INCENTIVE_BASIS, kind->basis);
  return edit;
}

/* Credits and points are not always counted; money is. */
static gboolean
needs_rate (const TrlPay *pay)
{
  return pay->kind == NULL || g_strcmp0 (pay->kind->unit, "%") == 0 || g_strcmp0 (pay->kind->unit, "money") == 0;
}

/* Whether the tiers say how much: points of margin, a rate of the fee. */
static gboolean
tiers_say_rate (const TrlMotionScope *scope)
{
  for (guint t = 0; t < scope->n_rungs; t++)
    for (guint i = 0; i < scope->rungs[t].n_benefits; i++)
      {
        const TrlItem *item = &scope->rungs[t].benefits[i];

        if (item->entry != NULL && g_strcmp0 (item->entry->unit, "%") == 0 &&
            trl_card_get_number (item->card, TRL_BENEFIT_VALUE, NULL))
          return TRUE;
      }
  return FALSE;
}

/* Known as soon as one rate is. */
static TrlState
rate_state (const TrlMotionScope *scope,
            const TrlPay         *pay)
{
  TrlState all = TRL_STATE_OPEN;

  if (!needs_rate (pay))
    return TRL_STATE_NOT_APPLICABLE;
  for (guint i = 0; i < pay->rates->len; i++)
    {
      TrlState state = trl_card_get_state (g_ptr_array_index (pay->rates, i), TRL_RATE_VALUE);

      if (state == TRL_STATE_KNOWN || state == TRL_STATE_NOT_APPLICABLE)
        return state;
      if (state == TRL_STATE_UNKNOWN)
        all = state;
    }
  return all == TRL_STATE_OPEN && tiers_say_rate (scope) ? TRL_STATE_KNOWN : all;
}

static const char *
aspect_words (Aspect aspect)
{
  switch (aspect)
    {
    case ASPECT_TRIGGER:
      /* Translators: in a list: "Margin does not say when it pays and how much". */
      return C_("incentive does not say", "when it pays");
    case ASPECT_BASIS:
      return C_("incentive does not say", "what it is paid on");
    case ASPECT_RATE:
      return C_("incentive does not say", "how much it pays");
    case ASPECT_WHOM:
      return C_("incentive does not say", "for whom it is");
    case N_ASPECTS:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
list_aspects (const TrlState *states,
              TrlState        state)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (Aspect aspect = 0; aspect < N_ASPECTS; aspect++)
    if (states[aspect] == state)
      g_ptr_array_add (words, (gpointer) aspect_words (aspect));
  return trl_words_list (words);
}

static gboolean
has_aspect (const TrlState *states,
            TrlState        state)
{
  for (Aspect aspect = 0; aspect < N_ASPECTS; aspect++)
    if (states[aspect] == state)
      return TRUE;
  return FALSE;
}

/* A rate to begin with, for people to type over: a tenth, or a fifth of what the partner sells itself; of a usual deal where
 * a sum is paid. Half the margin is the most; 0 when nothing can be proposed. */
static double
propose_rate (const TrlMotionScope *scope,
              const TrlPay         *pay)
{
  double rate = pay->kind->number == TRL_INCENTIVES_MARGIN ? 20 : 10, margin;

  if (g_strcmp0 (pay->kind->unit, "%") != 0)
    return scope->deal > 0 ? MAX (floor (scope->deal / 2000), 1) * 100 : 0;
  if (trl_card_get_number (scope->motion, TRL_MOTION_DEAL_GROSS_MARGIN, &margin))
    rate = MIN (rate, floor (margin / 2));
  return rate;
}

static void
offer_rate (const TrlMotionScope *scope,
            TrlDraft             *draft,
            const TrlPay         *pay)
{
  double rate = propose_rate (scope, pay);
  char arg[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *words = NULL;

  if (rate <= 0)
    return;
  words = trl_format_with_unit (rate, pay->kind->unit, scope->brief->currency);
  /* Translators: %s is a rate, such as "20 %". */
  trl_draft_add_fix_take (draft, take_usual, g_ascii_dtostr (arg, sizeof arg, rate), g_strdup_printf (_("Begin with %s"), words));
}

static const char *
usual_event (const TrlEntry *kind)
{
  return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_EVENTS, kind->trigger));
}

static const char *
usual_basis (const TrlEntry *kind)
{
  return trl_choice_get_label (TRL_CHOICES_BASIS, kind->basis);
}

static void
offer_usual (const TrlMotionScope *scope,
             TrlDraft             *draft,
             const TrlPay         *pay,
             const TrlState       *states)
{
  for (Aspect aspect = 0; aspect < ASPECT_WHOM; aspect++)
    if (states[aspect] == TRL_STATE_UNKNOWN)
      return;
  if (states[ASPECT_WHOM] == TRL_STATE_UNKNOWN)
    {
      if (trl_card_get_state (pay->card, TRL_INCENTIVE_TIERS) == TRL_STATE_UNKNOWN &&
          !has_aspect (states, TRL_STATE_OPEN))
        trl_draft_add_fix (draft, open_to_all, NULL, _("It is for every tier"));
      return;
    }
  if (pay->kind == NULL)
    return;
  if (states[ASPECT_RATE] == TRL_STATE_OPEN)
    {
      offer_rate (scope, draft, pay);
      return;
    }
  if (states[ASPECT_BASIS] != TRL_STATE_OPEN)
    /* Translators: %s is an event, such as "closed-won". */
    trl_draft_add_fix_take (draft, take_usual, NULL, g_strdup_printf (_("Pay at %s"), usual_event (pay->kind)));
  else if (states[ASPECT_TRIGGER] != TRL_STATE_OPEN)
    /* Translators: %s is what a rate is taken of, such as "list price". */
    trl_draft_add_fix_take (draft, take_usual, NULL, g_strdup_printf (_("Pay on %s"), usual_basis (pay->kind)));
  else
    /* Translators: what a rate is taken of, then an event: "Pay on list price at closed-won". */
    trl_draft_add_fix_take (draft, take_usual, NULL, g_strdup_printf (_("Pay on %s at %s"), usual_basis (pay->kind),
                                                                       usual_event (pay->kind)));
  trl_draft_mark_safe (draft);
}

static void
check_pay (const TrlMotionScope *scope,
           const TrlPay         *pay,
           TrlReport            *report)
{
  const TrlState states[N_ASPECTS] = {
    [ASPECT_TRIGGER] = trl_card_get_state (pay->card, TRL_INCENTIVE_TRIGGER),
    [ASPECT_BASIS] = trl_card_get_state (pay->card, TRL_INCENTIVE_BASIS),
    [ASPECT_RATE] = rate_state (scope, pay),
    /* Nothing said is for everybody; what was for a tier that is gone is for somebody to decide. */
    [ASPECT_WHOM] = trl_pay_knows_whom (pay) ? TRL_STATE_KNOWN : TRL_STATE_UNKNOWN,
  };
  const char *id = trl_card_get_id (pay->card);
  gboolean open = has_aspect (states, TRL_STATE_OPEN);
  g_autofree char *list = NULL;
  TrlDraft *draft;

  if (!open && !has_aspect (states, TRL_STATE_UNKNOWN))
    return;
  /* What somebody has to find out is never a contradiction. */
  draft = open ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  for (Aspect aspect = 0; aspect < N_ASPECTS; aspect++)
    if (aspect != ASPECT_WHOM || states[aspect] == TRL_STATE_UNKNOWN)
      trl_draft_prove (draft, states[aspect]);
  trl_draft_set_label (draft, _("not complete"));
  if (trl_draft_wants_words (draft))
    list = list_aspects (states, open ? TRL_STATE_OPEN : TRL_STATE_UNKNOWN);
  if (open)
    {
      /* Translators: an incentive, then a list: "Margin does not say when it pays and how much it pays". */
      trl_draft_take_title (draft, g_strdup_printf (_("%s does not say %s"), trl_words_card (pay->card), list));
      trl_draft_take_text (draft, g_strdup (_("Nobody can work out what a deal pays, a partner least of all. What does a "
                                              "partner get, of what, and when?")));
    }
  else
    {
      /* Translators: an incentive, then a list: "For Margin it is unknown how much it pays". */
      trl_draft_take_title (draft, g_strdup_printf (_("For %s it is unknown %s"), trl_words_card (pay->card), list));
      trl_draft_take_text (draft, g_strdup (_("Until then no figure of this incentive can be checked. Who finds out, and "
                                              "by when?")));
    }
  offer_usual (scope, draft, pay, states);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_pays; i++)
    check_pay (scope, &scope->pays[i], report);
}

const TrlRule trl_rule_inc_incomplete = {
  .id = "INC-INCOMPLETE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .ripens = TRUE,
  .title = N_("An incentive that does not say what it pays"),
  .looks_for = N_("In each incentive the event that pays, what the rate is taken of, and a rate or an amount; a rate "
                  "that the tiers state counts. And for whom it is, where the tier that it was for is gone."),
  .source = N_("“Decide how partners make money with you, margin, referral fees, co-sell credit.”"),
  .fires = N_("A margin without a percentage."),
  /* xgettext:no-c-format */
  .quiet = N_("20 % of the list price at closed-won, and credits that nobody counts."),
  .mend = N_("Fill in what is missing, or mark it as unknown: then it stays a to-do. An incentive of a kind of your own is "
             "for you to fill in: nothing is usual for it."),
  .keep = N_("Keep it when the contract says it and this design need not."),
  .until = N_("When something else is missing than was."),
  .check_motion = check,
};
