/* terms.c: small questions about pay and paths that several rules ask. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "terms.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

TrlState
trl_terms_state (const TrlCard *card,
                 TrlMember      member)
{
  TrlState state = trl_card_get_state (card, member);
  const char *text;

  if (state != TRL_STATE_KNOWN || trl_card_get_number (card, member, NULL))
    return state;
  text = trl_card_get_text (card, member);
  return text != NULL && strspn (text, " \t\n") == strlen (text) ? TRL_STATE_OPEN : state;
}

TrlState
trl_terms_worse (TrlState a,
                 TrlState b)
{
  if (a == TRL_STATE_OPEN || b == TRL_STATE_OPEN)
    return TRL_STATE_OPEN;
  return a == TRL_STATE_UNKNOWN || b == TRL_STATE_UNKNOWN ? TRL_STATE_UNKNOWN : TRL_STATE_KNOWN;
}

guint
trl_terms_day (const TrlCard *card,
               TrlMember      member)
{
  const char *text = trl_card_get_text (card, member);
  int year, month, day;
  GDate date;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d", &year, &month, &day) != 3 || year < 1 ||
      !g_date_valid_dmy (MAX (day, 0), MAX (month, 0), year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return g_date_get_julian (&date);
}

/* The metric that a criterion measures, by the id that both catalogues share; -1 for none. What customers say in a survey is
 * a metric of another name: the short one is what partners say. */
int
trl_criterion_get_metric (const TrlEntry *criterion)
{
  static int metrics[TRL_N_CRITERIA];
  static gsize known = 0;

  if (g_once_init_enter (&known))
    {
      for (int i = 0; i < TRL_N_CRITERIA; i++)
        {
          const TrlEntry *metric = trl_catalogue_find (TRL_CATALOGUE_METRICS,
                                                       trl_catalogue_get (TRL_CATALOGUE_CRITERIA, i)->id);

          metrics[i] = metric != NULL ? metric->number : -1;
        }
      metrics[TRL_CRITERIA_SATISFACTION] = TRL_METRICS_CUSTOMER_SATISFACTION;
      g_once_init_leave (&known, 1);
    }
  return metrics[criterion->number];
}

/* Whether what is asked for has to do with what the metric counts; TRUE when that cannot be told. A skill or a live
 * integration is the way in; it may serve anything and proves nothing. */
gboolean
trl_criterion_may_serve (const TrlEntry *criterion,
                         const TrlEntry *metric)
{
  if (criterion == NULL || criterion->number == TRL_CRITERIA_POINTS || !trl_metric_is_told (metric) ||
      trl_criterion_get_metric (criterion) == metric->number)
    return TRUE;
  /* What is there and live is there because it stayed, or because it came. */
  if ((criterion->flags & TRL_ENTRY_STANDING) != 0 &&
      ((metric->served_by >> TRL_EVENTS_RENEWED | metric->served_by >> TRL_EVENTS_ACTIVATED) & 1) != 0)
    return TRUE;
  return criterion->trigger > 0 && ((metric->served_by | metric->served_if_closed) >> criterion->trigger & 1) != 0;
}

/* Whether a certificate of somebody counts for it; TRUE when nobody has said what is asked for. */
gboolean
trl_criterion_asks_skill (const TrlEntry *criterion)
{
  return criterion == NULL || criterion->trigger == TRL_EVENTS_CERTIFIED || criterion->number == TRL_CRITERIA_SPECIALISATION ||
         criterion->number == TRL_CRITERIA_VALIDATIONS || criterion->number == TRL_CRITERIA_TRAINERS;
}

/* Whether some event tells that the metric moves. Of what partners feel, no event does. */
gboolean
trl_metric_is_told (const TrlEntry *metric)
{
  return (metric->served_by | metric->served_if_closed) != 0;
}

/* Partners who speak for us without money: nobody in such a motion sells, and nobody is paid to. */
gboolean
trl_scope_is_unpaid (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_types; i++)
    if (scope->types[i].entry == NULL || scope->types[i].entry->incentive != TRL_INCENTIVES_NON_CASH)
      return FALSE;
  for (guint i = 0; i < scope->n_pays; i++)
    if (scope->pays[i].kind == NULL || (scope->pays[i].kind->flags & TRL_ENTRY_CASH) != 0)
      return FALSE;
  return scope->n_types > 0;
}

/* Whether nothing is paid unless the deal is won; a condition that is not known may be that one. */
gboolean
trl_pay_requires_won (const TrlPay *pay)
{
  if (trl_card_get_state (pay->card, TRL_INCENTIVE_CONDITION) == TRL_STATE_UNKNOWN)
    return TRUE;
  return pay->condition != NULL && !trl_event_is_before (pay->condition->number, TRL_EVENTS_CLOSED_WON);
}

static gboolean
any_unknown (const TrlCard   *card,
             const TrlMember *members)
{
  for (; trl_card_has_unknown (card) && *members != TRL_MEMBER_NONE; members++)
    if (trl_card_get_state (card, *members) == TRL_STATE_UNKNOWN)
      return TRUE;
  return FALSE;
}

static gboolean
any_tier_unknown (const GPtrArray *lines,
                  TrlMember        member)
{
  for (guint i = 0; i < lines->len; i++)
    if (trl_card_get_state (g_ptr_array_index (lines, i), member) == TRL_STATE_UNKNOWN)
      return TRUE;
  return FALSE;
}

/* Whether nobody still has to decide for which partners it is, in all or in part. */
gboolean
trl_pay_knows_whom (const TrlPay *pay)
{
  return trl_card_get_state (pay->card, TRL_INCENTIVE_TIERS) != TRL_STATE_UNKNOWN &&
         trl_card_get_state (pay->card, TRL_INCENTIVE_TYPES) != TRL_STATE_UNKNOWN &&
         !any_tier_unknown (pay->rates, TRL_RATE_TIER) && !any_tier_unknown (pay->caps, TRL_CAP_TIER);
}

/* Whether somebody still has to find out what it pays, for what or on which deals. */
gboolean
trl_pay_is_unclear (const TrlPay *pay)
{
  static const TrlMember terms[] = {
    TRL_INCENTIVE_KIND, TRL_INCENTIVE_MONEY, TRL_INCENTIVE_PAYEE, TRL_INCENTIVE_BASIS, TRL_INCENTIVE_TRIGGER,
    TRL_INCENTIVE_CONDITION, TRL_INCENTIVE_MONTHS, TRL_INCENTIVE_STACKING, TRL_INCENTIVE_SCOPE, TRL_INCENTIVE_REGION,
    TRL_MEMBER_NONE
  };
  static const TrlMember rates[] = {
    TRL_RATE_VALUE, TRL_RATE_UNIT, TRL_RATE_ON, TRL_RATE_FROM, TRL_RATE_UP_TO, TRL_RATE_SCOPE, TRL_RATE_REGION,
    TRL_MEMBER_NONE
  };
  static const TrlMember caps[] = { TRL_CAP_VALUE, TRL_CAP_UNIT, TRL_CAP_PER, TRL_CAP_OF, TRL_MEMBER_NONE };

  if (any_unknown (pay->card, terms) || !trl_pay_knows_whom (pay))
    return TRUE;
  for (guint i = 0; i < pay->rates->len; i++)
    if (any_unknown (g_ptr_array_index (pay->rates, i), rates))
      return TRUE;
  for (guint i = 0; i < pay->caps->len; i++)
    if (any_unknown (g_ptr_array_index (pay->caps, i), caps))
      return TRUE;
  return FALSE;
}

/* Whether nobody still has to find out who does what, as far as the way of earning goes by it. */
gboolean
trl_scope_knows_routes (const TrlMotionScope *scope)
{
  static const TrlMember roles[] = {
    TRL_MOTION_GTM, TRL_MOTION_FINDS, TRL_MOTION_SIGNS, TRL_MOTION_DELIVERS, TRL_MEMBER_NONE
  };

  for (guint i = 0; i < scope->n_types; i++)
    if (trl_card_get_state (scope->types[i].card, TRL_TYPE_KIND) == TRL_STATE_UNKNOWN)
      return FALSE;
  return !any_unknown (scope->motion, roles);
}

/* Points that somebody collects, whatever the reward is called. */
gboolean
trl_pay_is_in_points (const TrlPay *pay)
{
  const char *points = trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_POINTS)->id;

  for (guint i = 0; i < pay->rates->len; i++)
    if (g_strcmp0 (trl_card_get_text (g_ptr_array_index (pay->rates, i), TRL_RATE_UNIT), points) == 0)
      return TRUE;
  return pay->kind != NULL && pay->kind->number == TRL_INCENTIVES_POINTS;
}

gboolean
trl_pay_has_cap (const TrlPay *pay)
{
  for (guint i = 0; i < pay->caps->len; i++)
    if (trl_card_get_number (g_ptr_array_index (pay->caps, i), TRL_CAP_VALUE, NULL))
      return TRUE;
  return FALSE;
}

/* The same, or there is one of which nobody has said the sum yet. */
gboolean
trl_pay_may_have_cap (const TrlPay *pay)
{
  for (guint i = 0; i < pay->caps->len; i++)
    if (trl_card_get_state (g_ptr_array_index (pay->caps, i), TRL_CAP_VALUE) != TRL_STATE_NOT_APPLICABLE)
      return TRUE;
  return FALSE;
}

/* Whether a step of the path opens the tier: that is a criterion, written elsewhere. What a step opens may be unknown. */
gboolean
trl_scope_may_gate (const TrlMotionScope *scope,
                    const TrlRung        *rung)
{
  for (guint i = 0; i < scope->n_strides; i++)
    if (trl_card_has_ref (scope->strides[i].card, TRL_STEP_GATES, trl_card_get_id (rung->card)) ||
        trl_card_get_state (scope->strides[i].card, TRL_STEP_GATES) == TRL_STATE_UNKNOWN)
      return TRUE;
  return FALSE;
}

/* Tiers of the ladder; those that may turn out to be entry rungs or credentials make nothing worse. */
guint
trl_scope_count_ranked (const TrlMotionScope *scope)
{
  guint n = 0;

  for (guint i = 0; i < scope->n_ladder; i++)
    n += trl_card_get_state (scope->ladder[i]->card, TRL_TIER_RANKED) != TRL_STATE_UNKNOWN;
  return n;
}

/* Whether any of its rates is for such business. */
gboolean
trl_pay_is_about (const TrlPay *pay,
                  int           business)
{
  for (guint i = 0; i < pay->rates->len; i++)
    {
      int on = trl_card_get_choice (g_ptr_array_index (pay->rates, i), TRL_RATE_ON);

      if (on < 0 || on == business)
        return TRUE;
    }
  return FALSE;
}

/* A motion that names targets is for those, one that names none is for all. */
gboolean
trl_scope_is_for (const TrlMotionScope *scope,
                  const TrlTarget      *target)
{
  gboolean names_any = FALSE;

  for (guint i = 0; i < scope->brief->targets->len; i++)
    names_any |= trl_card_has_ref (scope->motion, TRL_MOTION_SERVES,
                                   trl_card_get_id (g_array_index (scope->brief->targets, TrlTarget, i).card));
  return !names_any || trl_card_has_ref (scope->motion, TRL_MOTION_SERVES, trl_card_get_id (target->card));
}

static gboolean
counts (const TrlEntry *metric,
        int             event)
{
  return (metric->served_by >> event & 1) != 0;
}

static gboolean
pays_on (const TrlPay *pay,
         int           business)
{
  for (guint i = 0; i < pay->rates->len; i++)
    if (trl_card_get_choice (g_ptr_array_index (pay->rates, i), TRL_RATE_ON) == business)
      return TRUE;
  return FALSE;
}

static gboolean
is_late (const TrlEntry *event)
{
  return event != NULL && !trl_event_is_before (event->number, TRL_EVENTS_ACTIVATED) && event->ladder >= 0;
}

/* Pay for staying: at a renewal, at use, or each month that the customer is there. */
gboolean
trl_pay_is_for_staying (const TrlPay *pay)
{
  return is_late (pay->trigger) || is_late (pay->condition) || pays_on (pay, TRL_BUSINESS_RENEWAL) ||
         pays_on (pay, TRL_BUSINESS_EXPANSION) || (pay->kind != NULL && pay->kind->number == TRL_INCENTIVES_RECURRING) ||
         trl_card_get_choice (pay->card, TRL_INCENTIVE_BASIS) == TRL_BASIS_RECURRING_REVENUE;
}

/* Pay for new business, for all that is said. */
static gboolean
pays_for_new (const TrlPay *pay)
{
  gboolean all_later = pay->rates->len > 0;

  for (guint i = 0; i < pay->rates->len; i++)
    {
      int on = trl_card_get_choice (g_ptr_array_index (pay->rates, i), TRL_RATE_ON);

      all_later = all_later && (on == TRL_BUSINESS_RENEWAL || on == TRL_BUSINESS_EXPANSION);
    }
  return !all_later && pay->trigger->number != TRL_EVENTS_RENEWED && pay->trigger->number != TRL_EVENTS_EXPANDED;
}

/* Whether some of its rates say for which business they are and others do not: those may be for the other side. */
static gboolean
is_half_said (const TrlPay *pay)
{
  guint n_said = 0;

  for (guint i = 0; i < pay->rates->len; i++)
    n_said += trl_card_get_choice (g_ptr_array_index (pay->rates, i), TRL_RATE_ON) >= 0;
  return n_said > 0 && n_said < pay->rates->len;
}

static gboolean
names_target (const TrlMotionScope *scope,
              const TrlPay         *pay)
{
  for (guint i = 0; i < scope->brief->targets->len; i++)
    if (trl_card_has_ref (pay->card, TRL_INCENTIVE_SERVES,
                          trl_card_get_id (g_array_index (scope->brief->targets, TrlTarget, i).card)))
      return TRUE;
  return FALSE;
}

/* Whether all that the motion pays for lies on the other side of what its targets count: for new deals only where
 * customers are to stay, or (@late) for staying only where pipeline or new revenue is wanted. A motion may serve one of
 * two targets, so every one of them has to be countered. */
gboolean
trl_pay_counters (const TrlMotionScope *scope,
                  gboolean             *late)
{
  gboolean to_stay = TRUE, to_grow = TRUE;
  guint n_targets = 0, n_pays = 0;

  if (scope->brief->vague)
    return FALSE;
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);

      if (!trl_scope_is_for (scope, target))
        continue;
      if (target->kind == NULL)
        return FALSE;
      n_targets++;
      to_stay = to_stay && counts (target->kind, TRL_EVENTS_RENEWED) && !counts (target->kind, TRL_EVENTS_CLOSED_WON);
      to_grow = to_grow && counts (target->kind, TRL_EVENTS_CLOSED_WON) && !counts (target->kind, TRL_EVENTS_RENEWED);
    }
  for (guint i = 0; n_targets > 0 && (to_stay || to_grow) && i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];

      if (pay->kind == NULL)
        return FALSE;
      /* Unknown proves nothing: this one may pay for the other side, too. */
      if ((pay->kind->flags & TRL_ENTRY_CASH) != 0 && trl_pay_is_unclear (pay))
        return FALSE;
      if (!pay->cash)
        continue;
      if (pay->trigger == NULL || is_half_said (pay) || names_target (scope, pay) ||
          trl_card_get_state (pay->card, TRL_INCENTIVE_SERVES) == TRL_STATE_UNKNOWN)
        return FALSE;
      n_pays++;
      to_stay = to_stay && !trl_pay_is_for_staying (pay);
      to_grow = to_grow && !pays_for_new (pay);
    }
  *late = to_grow;
  return n_targets > 0 && n_pays > 0 && (to_stay || to_grow);
}

/* The first step that shows business; -1 when there is none. */
int
trl_scope_first_business (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_strides; i++)
    {
      const TrlStride *stride = &scope->strides[i];

      if ((stride->kind != NULL && (stride->kind->flags & TRL_ENTRY_COMMERCIAL) != 0) ||
          (stride->event != NULL && ((stride->event->flags & TRL_ENTRY_COMMERCIAL) != 0 || stride->event->ladder > 0)))
        return i;
    }
  return -1;
}

/* Days from the signature through the step; steps that state none add nothing, so that the sum is the least it takes. */
double
trl_scope_days_until (const TrlMotionScope *scope,
                      int                   step)
{
  double sum = 0, days;

  for (int i = 0; i <= step; i++)
    if ((scope->strides[i].kind == NULL || (scope->strides[i].kind->flags & TRL_ENTRY_RECRUITING) == 0) &&
        trl_card_get_number (scope->strides[i].card, TRL_STEP_DAYS, &days))
      sum += days;
  return sum;
}

/* Courses and tests; building and first business are no lessons. */
gboolean
trl_stride_is_learning (const TrlStride *stride)
{
  if (stride->kind != NULL && (stride->kind->flags & TRL_ENTRY_COMMERCIAL) != 0)
    return FALSE;
  return (stride->kind != NULL && (stride->kind->number == TRL_STEPS_TRAINING ||
                                   stride->kind->number == TRL_STEPS_CERTIFICATION)) ||
         (stride->event != NULL && (stride->event->number == TRL_EVENTS_TRAINED ||
                                    stride->event->number == TRL_EVENTS_CERTIFIED));
}

/* Puts a step behind the one at which the finding is shown, the first business. */
TrlEdit *
trl_fix_after_first_deal (TrlBlueprint *blueprint,
                          TrlFinding   *finding,
                          const char   *step)
{
  const char *motion = trl_finding_get_motion (finding), *business = trl_finding_get_cards (finding)[0];
  TrlEdit *edit = trl_edit_new (blueprint, _("After the first deal"));

  /* Taken out, it leaves the first business one place lower. */
  trl_edit_place (edit, step, motion, TRL_SLOT_PATH, trl_blueprint_get_index (blueprint, business));
  return edit;
}

/* Adds an incentive with its usual terms and a rate; without one (-1) somebody has to find it out. */
TrlEdit *
trl_fix_add_pay (TrlBlueprint   *blueprint,
                 const TrlEntry *kind,
                 const char     *target,
                 double          value)
{
  TrlCargo cargo = { .kind = TRL_KIND_INCENTIVE, .entry = kind };
  TrlPlace place = trl_places_ask (blueprint, &cargo, target, TRL_SLOT_INCENTIVES);
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);
  g_autoptr (GPtrArray) rates = NULL;
  g_autofree char *id = NULL;
  const char *rate;
  TrlEdit *edit = place.lawful ? trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, &id) : NULL;

  if (edit == NULL)
    return NULL;
  rates = trl_edit_get_children (edit, id, TRL_SLOT_RATES);
  rate = rates->len > 0 ? trl_card_get_id (g_ptr_array_index (rates, 0))
                        : trl_edit_insert (edit, TRL_KIND_RATE, id, TRL_SLOT_RATES, TRL_END);
  if (value >= 0)
    {
      trl_edit_set_number (edit, rate, TRL_RATE_VALUE, value);
      trl_edit_set_text (edit, rate, TRL_RATE_UNIT, kind->unit);
    }
  else if (trl_card_get_state (trl_edit_get (edit, rate), TRL_RATE_VALUE) == TRL_STATE_OPEN)
    {
      trl_edit_set (edit, rate, TRL_RATE_VALUE, unknown);
    }
  return edit;
}
