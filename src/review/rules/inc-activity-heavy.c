/* inc-activity-heavy.c: much of the pay is for training, meetings and logins. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>
#include <math.h>

#define MAX_SHARE 25

/* Rewards that can be added up: shares of the payout, or points for each event. */
typedef struct
{
  GPtrArray *busy;      /* incentives for activity; NULL for none */
  double     activity;
  double     all;
  gboolean   idle;      /* some of them is for training, meetings or logins */
  gboolean   points;
} Tally;

static gboolean
is_busy (const TrlPay *pay)
{
  return pay->trigger != NULL && (pay->trigger->flags & TRL_ENTRY_ACTIVITY) != 0 && !trl_pay_requires_won (pay);
}

/* Funds, licences and points that lead to a tier are no payout (domain 3.5, 7 and 34). */
static gboolean
is_payout (const TrlPay *pay)
{
  if (trl_pay_is_in_points (pay))
    return trl_card_get_choice (pay->card, TRL_INCENTIVE_PAYEE) == TRL_PAYEE_PARTNER_REP;
  return pay->cash;
}

static void
count_in (Tally        *tally,
          const TrlPay *pay,
          double        value)
{
  tally->all += value;
  if (!is_busy (pay))
    return;
  tally->activity += value;
  tally->idle |= pay->trigger->ladder < 0;
  if (tally->busy == NULL)
    tally->busy = g_ptr_array_new ();
  g_ptr_array_add (tally->busy, pay->card);
}

/* What the design states of the shares; what is not stated counts as pay for outcomes. */
static void
count_shares (const TrlMotionScope *scope,
              Tally                *tally)
{
  double share;

  for (guint i = 0; i < scope->n_pays; i++)
    if (is_payout (&scope->pays[i]) && is_busy (&scope->pays[i]) &&
        trl_card_get_number (scope->pays[i].card, TRL_INCENTIVE_SHARE_OF_PAYOUT, &share) && share > 0)
      count_in (tally, &scope->pays[i], share);
  tally->all = 100;
}

/* Points of one purse can be compared without knowing how many are handed out: each event once. */
static void
count_points (const TrlMotionScope *scope,
              Tally                *tally)
{
  tally->points = TRUE;
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      double best = 0, value;

      if (!is_payout (pay) || !trl_pay_is_in_points (pay))
        continue;
      for (guint r = 0; r < pay->rates->len; r++)
        if (trl_card_get_number (g_ptr_array_index (pay->rates, r), TRL_RATE_VALUE, &value))
          best = MAX (best, value);
      count_in (tally, pay, best);
    }
}

/* Makes points of it that the company collects on its way to a tier: that is no payout. How many is for somebody to say. */
static TrlEdit *
count_toward_tier (TrlBlueprint *blueprint,
                   TrlFinding   *finding,
                   const char   *arg)
{
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);
  TrlEdit *edit = trl_edit_new (blueprint, _("Toward a tier"));

  for (const char * const *id = trl_finding_get_cards (finding); *id != NULL; id++)
    {
      const GPtrArray *rates = trl_blueprint_get_children (blueprint, *id, TRL_SLOT_RATES);
      const TrlPay pay = { .card = trl_blueprint_get (blueprint, *id), .rates = rates };
      gboolean points = trl_pay_is_in_points (&pay);

      trl_edit_set_entry (edit, *id, TRL_INCENTIVE_KIND, TRL_INCENTIVES_POINTS);
      trl_edit_set_choice (edit, *id, TRL_INCENTIVE_PAYEE, TRL_PAYEE_COMPANY);
      trl_edit_set (edit, *id, TRL_INCENTIVE_SHARE_OF_PAYOUT, NULL);
      for (guint r = 0; !points && r < rates->len; r++)
        {
          const char *rate = trl_card_get_id (g_ptr_array_index (rates, r));

          trl_edit_set_text (edit, rate, TRL_RATE_UNIT, trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_POINTS)->id);
          trl_edit_set (edit, rate, TRL_RATE_VALUE, unknown);
          trl_edit_ask_for (edit, rate, TRL_RATE_VALUE);
        }
    }
  return edit;
}

/* Whether a partner earns something else, once this is no pay any more. */
static gboolean
earns_otherwise (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_pays; i++)
    if (is_payout (&scope->pays[i]) && !is_busy (&scope->pays[i]))
      return TRUE;
  return FALSE;
}

static void
report_tally (const TrlMotionScope *scope,
              const Tally          *tally,
              TrlReport            *report)
{
  double share = tally->activity * 100 / tally->all;
  g_autofree char *percent = trl_format_percent (share < 10 ? share : floor (share + 0.5));
  g_autofree char *names = trl_words_cards (tally->busy);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (g_ptr_array_index (tally->busy, 0)));

  for (guint i = 1; i < tally->busy->len; i++)
    trl_draft_add_card (draft, trl_card_get_id (g_ptr_array_index (tally->busy, i)));
  trl_draft_prove (draft, share);
  trl_draft_set_label (draft, _("much for activity"));
  if (tally->points)
    {
      /* Translators: a motion and a share: "In Agency, 39 % of the points are for activity". */
      trl_draft_take_title (draft, g_strdup_printf (_("In %s, %s of the points are for activity"),
                                                    trl_words_card (scope->motion), percent));
      /* Translators: a list of incentives. */
      trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s can be collected again and again without a single deal. "
                                                             "Should it count toward a tier instead?",
                                                             "%s can be collected again and again without a single deal. "
                                                             "Should they count toward a tier instead?", tally->busy->len),
                                                   names));
    }
  else
    {
      /* Translators: a motion and a share: "In Agency, 40 % of the pay is for activity". */
      trl_draft_take_title (draft, g_strdup_printf (_("In %s, %s of the pay is for activity"),
                                                    trl_words_card (scope->motion), percent));
      trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s is earned without a single deal, and what is earned is what "
                                                             "gets done. Should it count toward a tier instead?",
                                                             "%s are earned without a single deal, and what is earned is what "
                                                             "gets done. Should they count toward a tier instead?",
                                                             tally->busy->len), names));
    }
  if (earns_otherwise (scope))
    trl_draft_add_fix (draft, count_toward_tier, NULL, ngettext ("Count it toward a tier", "Count them toward a tier",
                                                                 tally->busy->len));
}

static gboolean
is_heavy (const Tally *tally)
{
  return tally->idle && tally->activity * 100 > tally->all * MAX_SHARE;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  Tally tally = { 0 };

  if (scope->n_pays == 0)
    return;
  count_shares (scope, &tally);
  if (!is_heavy (&tally))
    {
      g_clear_pointer (&tally.busy, g_ptr_array_unref);
      tally = (Tally) { 0 };
      count_points (scope, &tally);
    }
  if (is_heavy (&tally))
    report_tally (scope, &tally, report);
  g_clear_pointer (&tally.busy, g_ptr_array_unref);
}

const TrlRule trl_rule_inc_activity_heavy = {
  .id = "INC-ACTIVITY-HEAVY",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Much of the pay is for activity"),
  .looks_for = N_("More than a quarter of the payout, or of the points that people collect, for training, meetings, logins "
                  "and the like. Shares are taken as the design states them."),
  .source = N_("“Make sure the incentive rewards the behavior you actually want.”"),
  .fires = N_("Points for onboarding, courses and events that together weigh more than those for a deal."),
  .quiet = N_("Points that count toward a tier; a marketing fund; a bonus for a first deal."),
  .mend = N_("Let activity count toward a tier, and pay for outcomes. Where nothing else is paid, say first what partners "
             "earn for business."),
  .keep = N_("Keep it for a launch, while there is nothing yet to sell."),
  .until = N_("When the share that is for activity changes."),
  .check_motion = check,
};
