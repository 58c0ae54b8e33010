/* inc-no-metric.c: pay for something that no target counts. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
link_to (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *metric)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Say what it serves"));

  trl_edit_add_ref (edit, trl_fix_card (finding), TRL_INCENTIVE_SERVES, metric);
  return edit;
}

static TrlEdit *
pay_at (TrlBlueprint *blueprint,
        TrlFinding   *finding,
        const char   *event)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Pay at another event"));

  trl_edit_set_entry (edit, trl_fix_card (finding), TRL_INCENTIVE_TRIGGER,
                      trl_catalogue_find (TRL_CATALOGUE_EVENTS, event)->number);
  return edit;
}

static gboolean
has_bit (guint64         bits,
         const TrlEntry *event)
{
  return event != NULL && (bits >> event->number & 1) != 0;
}

/* Whether what is paid for leads to what the target counts (domain 3.6). */
static gboolean
leads_to (const TrlPay   *pay,
          const TrlEntry *metric)
{
  const TrlEntry *won = trl_catalogue_get (TRL_CATALOGUE_EVENTS, TRL_EVENTS_CLOSED_WON);
  const TrlEntry *renewed = trl_catalogue_get (TRL_CATALOGUE_EVENTS, TRL_EVENTS_RENEWED);

  if (has_bit (metric->served_by, pay->trigger) || has_bit (metric->served_by, pay->condition))
    return TRUE;
  /* A share of every month ends when the customer goes. */
  if (trl_pay_is_for_staying (pay) && has_bit (metric->served_by, renewed))
    return TRUE;
  /* The end of a period is when it is paid, not for what: for what was won in it. */
  if (pay->trigger->number == TRL_EVENTS_PERIOD_CLOSED && has_bit (metric->served_by, won))
    return TRUE;
  return has_bit (metric->served_if_closed, pay->trigger) && pay->condition != NULL &&
         !trl_event_is_before (pay->condition->number, TRL_EVENTS_OPPORTUNITY_ACCEPTED);
}

/* Pay before an accepted opportunity is another finding, whatever the target. */
static gboolean
is_early (const TrlPay *pay)
{
  const TrlEntry *accepted = trl_catalogue_get (TRL_CATALOGUE_EVENTS, TRL_EVENTS_OPPORTUNITY_ACCEPTED);

  return pay->trigger->ladder >= 0 && pay->trigger->ladder < accepted->ladder;
}

/* Where the target counts mere activity, it is not pay for an outcome that is wrong. */
static gboolean
is_beyond (const TrlPay   *pay,
           const TrlEntry *metric)
{
  return (metric->flags & TRL_ENTRY_VANITY) != 0 && pay->trigger->ladder >= 0 &&
         !trl_event_is_before (pay->trigger->number, TRL_EVENTS_CLOSED_WON);
}

/* Whether the incentive works for one of the targets, as far as anybody can tell. */
static gboolean
may_serve (const TrlPay   *pay,
           const TrlBrief *brief)
{
  for (guint i = 0; i < brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (brief->targets, TrlTarget, i);

      if (target->kind == NULL || !trl_metric_is_told (target->kind) || leads_to (pay, target->kind) || is_beyond (pay, target->kind) ||
          trl_card_has_ref (pay->card, TRL_INCENTIVE_SERVES, trl_card_get_id (target->card)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
any_served (const TrlBrief *brief)
{
  for (guint i = 0; i < brief->targets->len; i++)
    if (g_array_index (brief->targets, TrlTarget, i).served)
      return TRUE;
  return FALSE;
}

/* The event on the ladder that a target counts: won, when that is one of them. */
static const TrlEntry *
natural_event (const TrlEntry *metric)
{
  const TrlEntry *won = trl_catalogue_get (TRL_CATALOGUE_EVENTS, TRL_EVENTS_CLOSED_WON);

  if (has_bit (metric->served_by, won))
    return won;
  for (int i = TRL_N_EVENTS - 1; i >= 0; i--)
    {
      const TrlEntry *event = trl_catalogue_get (TRL_CATALOGUE_EVENTS, i);

      if (event->ladder >= 0 && has_bit (metric->served_by, event) && i != TRL_EVENTS_EXPANDED)
        return event;
    }
  return NULL;
}

static void
offer_fixes (TrlDraft       *draft,
             const TrlBrief *brief)
{
  const TrlTarget *first = &g_array_index (brief->targets, TrlTarget, 0);
  const TrlEntry *event = natural_event (first->kind);

  for (guint i = 0; i < brief->targets->len && i < 2; i++)
    {
      const TrlCard *target = g_array_index (brief->targets, TrlTarget, i).card;

      trl_draft_add_fix_take (draft, link_to, trl_card_get_id (target),
                              /* Translators: %s is a target. */
                              g_strdup_printf (_("Say that it serves %s"), trl_words_card (target)));
    }
  if (event != NULL)
    /* Translators: %s is an event, such as "closed-won". */
    trl_draft_add_fix_take (draft, pay_at, event->id, g_strdup_printf (_("Pay at %s"), trl_entry_get_label (event)));
}

/* A push with a last day and a cap, as workshops that a maker pays for: worth a thought, and nobody's whole income. */
static gboolean
is_a_push (const TrlPay *pay)
{
  TrlState until = trl_card_get_state (pay->card, TRL_INCENTIVE_WINDOW_UNTIL);

  return trl_pay_may_have_cap (pay) && (until == TRL_STATE_KNOWN || until == TRL_STATE_UNKNOWN);
}

static void
report_pay (const TrlPay   *pay,
            const TrlBrief *brief,
            TrlReport      *report)
{
  const char * const *serves = trl_card_get_refs (pay->card, TRL_INCENTIVE_SERVES);
  gboolean linked = serves != NULL && *serves != NULL;
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  g_autofree char *names = NULL;
  TrlDraft *draft;

  for (guint i = 0; i < brief->targets->len; i++)
    g_ptr_array_add (targets, g_array_index (brief->targets, TrlTarget, i).card);
  names = trl_words_cards (targets);

  /* What is meant for a guardrail has a purpose: worth a thought, no more. */
  draft = trl_report_open_as (report, linked || is_a_push (pay) ? TRL_SEVERITY_ADVICE : TRL_SEVERITY_WARNING, trl_card_get_id (pay->card));
  trl_draft_prove_text (draft, pay->trigger->id);
  trl_draft_prove_text (draft, pay->condition != NULL ? pay->condition->id : NULL);
  for (guint i = 0; i < brief->targets->len; i++)
    trl_draft_prove_text (draft, g_array_index (brief->targets, TrlTarget, i).kind->id);
  trl_draft_set_label (draft, _("serves no target"));
  /* Translators: an incentive, an event, one or more targets: "Go-live bonus pays at “activated”, which does not bring
   * Sourced pipeline". The number is that of the targets. */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s pays at “%s”, which does not bring %s",
                                                          "%s pays at “%s”, which brings none of %s", targets->len),
                                                trl_words_card (pay->card), trl_entry_get_label (pay->trigger), names));
  if (linked)
    trl_draft_take_text (draft, g_strdup (_("It is meant for a guardrail, and partners put their effort where the pay is. "
                                            "Is it worth that?")));
  else
    trl_draft_take_text (draft, g_strdup (_("Partners do what pays, and the design does not say what this brings. Which "
                                            "target is it for?")));
  offer_fixes (draft, brief);
}

/* What is earned at a renewal keeps a partner with the customer that it won. Every reseller has a renewal price beside the one
 * for new business; as long as that serves a target, the motion has not lost sight of it, and the share of a renewal is no
 * pitfall. Alone it is: see INC-COUNTER. */
static gboolean
is_renewal_beside (const TrlMotionScope *scope,
                   const TrlPay         *pay)
{
  if (pay->trigger->number != TRL_EVENTS_RENEWED)
    return FALSE;
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *other = &scope->pays[i];

      /* What somebody still has to find out may be pay for new business. */
      if (other != pay && (other->kind == NULL || trl_pay_is_unclear (other) || (other->cash && other->trigger != NULL &&
                                                          may_serve (other, scope->brief))))
        return TRUE;
    }
  return FALSE;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  gboolean late;

  /* Without a target, or with one that nothing at all serves, there is one finding about that; and one when all pay of
   * the motion pulls the other way. */
  if (!any_served (scope->brief) || scope->brief->vague || trl_pay_counters (scope, &late))
    return;
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];

      if (pay->cash && pay->trigger != NULL && !is_early (pay) && !may_serve (pay, scope->brief) &&
          !is_renewal_beside (scope, pay) &&
          trl_card_get_state (pay->card, TRL_INCENTIVE_CONDITION) != TRL_STATE_UNKNOWN &&
          trl_card_get_state (pay->card, TRL_INCENTIVE_SERVES) != TRL_STATE_UNKNOWN)
        report_pay (pay, scope->brief, report);
    }
}

const TrlRule trl_rule_inc_no_metric = {
  .id = "INC-NO-METRIC",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Pay that serves no target"),
  .looks_for = N_("Pay for an event that does not lead to what a target counts."),
  .source = N_("“An incentive misaligned with the goal will reliably produce the wrong behavior at scale.”"),
  .fires = N_("A bonus for a joint meeting, with sourced pipeline as the target."),
  .quiet = N_("A fee for a deal won; a share of the renewal beside one for new deals; a share of every month where customers "
              "are to stay; funds, credits and points, which are no pay for business; pay for won deals where the target "
              "counts registrations: then it is the target that is to be looked at."),
  .mend = N_("Pay for another event, say which target it serves, or let it go."),
  .keep = N_("Keep it when it serves a target by a way that is not written here."),
  .until = N_("When the incentive pays at another event, or another metric becomes a target."),
  .check_motion = check,
};
