/* inc-unbounded.c: a commission that recurs without an end. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "terms.h"

#include <glib/gi18n.h>

/* What many programs pay for; a proposal, to be typed over. */
#define USUAL_MONTHS 36

static TrlEdit *
set_months (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Say how long it recurs"));

  trl_fix_propose (edit, trl_finding_get_cards (finding)[0], TRL_INCENTIVE_MONTHS, USUAL_MONTHS);
  return edit;
}

static TrlEdit *
set_condition (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Say what keeps it going"));

  trl_edit_set_text (edit, trl_finding_get_cards (finding)[0], TRL_INCENTIVE_AS_LONG_AS,
                     _("The partner looks after the customer"));
  return edit;
}

static gboolean
recurs (const TrlPay *pay)
{
  /* What our own sellers are paid is in their plan, and ends with it. */
  if (!pay->cash || trl_card_get_choice (pay->card, TRL_INCENTIVE_PAYEE) == TRL_PAYEE_OWN_REP || (pay->kind->number != TRL_INCENTIVES_RECURRING &&
                     trl_card_get_choice (pay->card, TRL_INCENTIVE_BASIS) != TRL_BASIS_RECURRING_REVENUE))
    return FALSE;
  for (guint i = 0; i < pay->rates->len; i++)
    if (g_strcmp0 (trl_card_get_text (g_ptr_array_index (pay->rates, i), TRL_RATE_UNIT), "%") == 0 &&
        trl_card_get_number (g_ptr_array_index (pay->rates, i), TRL_RATE_VALUE, NULL))
      return TRUE;
  return FALSE;
}

/* Months, a condition, a last day or a cap: any of them is an end. */
static TrlState
bound_of (const TrlPay *pay)
{
  static const TrlMember bounds[] = { TRL_INCENTIVE_MONTHS, TRL_INCENTIVE_AS_LONG_AS, TRL_INCENTIVE_WINDOW_UNTIL };
  TrlState found = TRL_STATE_OPEN;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      TrlState state = trl_terms_state (pay->card, bounds[i]);

      if (state == TRL_STATE_KNOWN)
        return state;
      if (state == TRL_STATE_UNKNOWN)
        found = state;
    }
  for (guint i = 0; i < pay->caps->len; i++)
    if (trl_card_get_state (g_ptr_array_index (pay->caps, i), TRL_CAP_VALUE) != TRL_STATE_OPEN)
      return TRL_STATE_KNOWN;
  /* What must have happened before each payment is a condition too. */
  return pay->condition != NULL && !trl_event_is_before (pay->condition->number, TRL_EVENTS_ADOPTED) ? TRL_STATE_KNOWN
                                                                                                   : found;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      TrlState bound = recurs (pay) ? bound_of (pay) : TRL_STATE_KNOWN;
      const char *id = trl_card_get_id (pay->card);
      TrlDraft *draft;

      if (bound == TRL_STATE_KNOWN)
        continue;
      draft = bound == TRL_STATE_UNKNOWN ? trl_report_open_as (report, TRL_SEVERITY_TODO, id) : trl_report_open (report, id);
      trl_draft_prove (draft, bound);
      trl_draft_set_label (draft, _("no end"));
      if (bound == TRL_STATE_UNKNOWN)
        {
          trl_draft_take_title (draft, g_strdup_printf (_("How long %s recurs is unknown"), trl_words_card (pay->card)));
          trl_draft_take_text (draft, g_strdup (_("Until then nobody can tell what a customer costs in all. Who finds out, "
                                                  "and by when?")));
          continue;
        }
      trl_draft_take_title (draft, g_strdup_printf (_("%s recurs without an end"), trl_words_card (pay->card)));
      trl_draft_take_text (draft, g_strdup (_("Nothing limits it: no months, no cap, nothing that the partner has to keep "
                                              "doing, so old customers are paid for as long as they stay. Until when, or as "
                                              "long as what?")));
      trl_draft_add_fix_take (draft, set_months, NULL,
                              g_strdup_printf (ngettext ("For %d month", "For %d months", USUAL_MONTHS), USUAL_MONTHS));
      trl_draft_add_fix (draft, set_condition, NULL, _("As long as the partner is there"));
    }
}

const TrlRule trl_rule_inc_unbounded = {
  .id = "INC-UNBOUNDED",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .ripens = TRUE,
  .title = N_("A commission without an end"),
  .looks_for = N_("A recurring percentage with no months, no cap, no last day and nothing that the partner has to keep "
                  "doing."),
  .source = N_("Experience: programs that paid for life have had to take it back from partners who had long gone."),
  /* xgettext:no-c-format */
  .fires = N_("20 % of every month, and no word on how long."),
  /* xgettext:no-c-format */
  .quiet = N_("20 % for 36 months; 20 % as long as the partner looks after the customer; a cap of $180 a month."),
  .mend = N_("Say for how many months, or as long as what."),
  .keep = N_("Keep it when the margin carries it for life."),
  .until = N_("When the end turns from open to unknown, or back."),
  .check_motion = check,
};
