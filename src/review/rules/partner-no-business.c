/* partner-no-business.c: a tier costs a partner more than it earns there. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "payout.h"
#include "stack.h"
#include "terms.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct
{
  double         deals;     /* won in a year */
  double         earning;   /* in a year */
  double         cost;      /* in a year, fee included */
  double         fee;
  const TrlCard *fee_card;
} Account;

/* @arg: a rate and its new value */
static TrlEdit *
raise_rate (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", 2);
  TrlEdit *edit = trl_edit_new (blueprint, _("Raise the pay"));

  trl_fix_propose (edit, words[0], TRL_RATE_VALUE, g_ascii_strtod (words[1], NULL));
  return edit;
}

static TrlEdit *
drop_fee (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *criterion)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Drop the program fee"));

  trl_edit_remove (edit, criterion);
  return edit;
}

/* Of the deals that are registered, those that are won; -1 when the design does not say. */
static double
won_share (const TrlMotionScope *scope)
{
  TrlFunnel funnel = trl_funnel_read (scope->motion, -1);
  double accept, win;

  if (trl_card_get_number (scope->motion, TRL_MOTION_ACCEPT_RATE, &accept) &&
      trl_card_get_number (scope->motion, TRL_MOTION_WIN_RATE, &win))
    return accept * win / 1e4;
  return funnel.registered > 0 && funnel.won >= 0 ? funnel.won / funnel.registered : -1;
}

/* All that a won deal pays in that tier; FALSE unless every incentive tells. */
static gboolean
read_pay (const TrlMotionScope *scope,
          const TrlRung        *rung,
          double               *amount)
{
  guint n = 0;

  *amount = 0;
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      TrlPayout payout;

      if (pay->kind == NULL)
        return FALSE;
      if (!pay->cash)
        continue;
      payout = trl_payout_read (pay->card, pay->rates, pay->caps, trl_card_get_id (rung->card), scope->deal,
                                TRL_BUSINESS_NEW, scope->brief->currency);
      if (!payout.known || g_strcmp0 (payout.currency, *scope->brief->currency != '\0' ? scope->brief->currency : "money") != 0)
        return FALSE;
      *amount += payout.amount;
      n++;
    }
  return n > 0;
}

static void
read_fee (const TrlRung *rung,
          Account       *account)
{
  for (guint i = 0; i < rung->n_criteria; i++)
    {
      const TrlItem *item = &rung->criteria[i];
      int per = trl_card_get_choice (item->card, TRL_CRITERION_PER);

      if (item->entry != NULL && item->entry->number == TRL_CRITERIA_PROGRAM_FEE && (per < 0 || per == TRL_PERIOD_YEAR) &&
          trl_card_get_number (item->card, TRL_CRITERION_VALUE, &account->fee))
        account->fee_card = item->card;
    }
}

/* FALSE when something that it takes is not stated. */
static gboolean
read_account (const TrlMotionScope *scope,
              const TrlRung        *rung,
              Account              *account)
{
  double share = won_share (scope), registered, pay, cost = 0;
  gboolean costs = trl_card_get_number (rung->card, TRL_TIER_PARTNER_COST, &cost);

  *account = (Account) { 0 };
  read_fee (rung, account);
  if ((!costs && account->fee_card == NULL) || share < 0 || !read_pay (scope, rung, &pay) ||
      !trl_card_get_number (rung->card, TRL_TIER_REGISTRATIONS, &registered))
    return FALSE;
  account->deals = registered * share;
  account->earning = account->deals * pay;
  account->cost = cost + account->fee;
  return TRUE;
}

/* The one rate that the tier is paid by; NULL when raising it would not be enough, or would raise others. */
static const TrlCard *
find_own_rate (const TrlMotionScope *scope,
               const TrlRung        *rung)
{
  const TrlCard *found = NULL;
  guint n = 0;

  for (guint i = 0; i < scope->n_pays; i++)
    {
      if (!scope->pays[i].cash)
        continue;
      n++;
      for (guint r = 0; scope->pays[i].caps->len == 0 && r < scope->pays[i].rates->len; r++)
        {
          const TrlCard *rate = g_ptr_array_index (scope->pays[i].rates, r);
          int on = trl_card_get_choice (rate, TRL_RATE_ON);

          if (g_strcmp0 (trl_card_get_ref (rate, TRL_RATE_TIER), trl_card_get_id (rung->card)) == 0 &&
              (on < 0 || on == TRL_BUSINESS_NEW))
            found = rate;
        }
    }
  return n == 1 ? found : NULL;
}

static void
offer_fixes (const TrlMotionScope *scope,
             const TrlRung        *rung,
             const Account        *account,
             TrlDraft             *draft)
{
  const TrlCard *rate = find_own_rate (scope, rung);
  const char *unit = rate != NULL ? trl_card_get_text (rate, TRL_RATE_UNIT) : NULL;
  double value, raised;

  if (rate != NULL && account->earning > 0 && trl_card_get_number (rate, TRL_RATE_VALUE, &value))
    {
      gboolean percent = g_strcmp0 (unit, "%") == 0;
      g_autofree char *words = NULL, *arg = NULL;
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      raised = value * account->cost / account->earning;
      raised = percent ? ceil (raised) : ceil (raised / 100) * 100;
      words = trl_format_with_unit (raised, unit, scope->brief->currency);
      arg = g_strdup_printf ("%s %s", trl_card_get_id (rate), g_ascii_dtostr (number, sizeof number, raised));
      if (!percent || raised <= 100)
        /* Translators: a tier and a rate: "Pay Gold 15 %". */
        trl_draft_add_fix_take (draft, raise_rate, arg, g_strdup_printf (_("Pay %s %s"), trl_words_card (rung->card), words));
    }
  if (account->fee_card != NULL && account->earning >= account->cost - account->fee)
    trl_draft_add_fix (draft, drop_fee, trl_card_get_id (account->fee_card), _("Drop the program fee"));
}

static void
report_rung (const TrlMotionScope *scope,
             const TrlRung        *rung,
             const Account        *account,
             TrlReport            *report)
{
  const char *currency = scope->brief->currency, *name = trl_words_card (rung->card);
  g_autofree char *earning = trl_format_money (round (account->earning), currency);
  g_autofree char *cost = trl_format_money (account->cost, currency);
  g_autofree char *deals = trl_format_number (account->deals);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (rung->card));

  trl_draft_prove (draft, account->earning);
  trl_draft_prove (draft, account->cost);
  trl_draft_set_label (draft, _("no business in it"));
  /* Translators: a tier and two amounts: "Gold costs a partner $9,000 a year and earns it $4,800". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s costs a partner %s a year and earns it %s"), name, cost, earning));
  /* Translators: %s is a number of deals, such as "2.4". */
  trl_draft_take_text (draft, g_strdup_printf (_("With %s won deals a year, which is what the design expects, whoever does "
                                                 "the sums will leave. Should it pay more, or ask for less?"), deals));
  offer_fixes (scope, rung, account, draft);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  /* A partner that earns by itself is not to be judged by our pay. */
  if (scope->deal <= 0 || trl_terms_state (scope->motion, TRL_MOTION_EARNS) != TRL_STATE_OPEN)
    return;
  for (guint i = 0; i < scope->n_rungs; i++)
    {
      Account account;

      if (read_account (scope, &scope->rungs[i], &account) && account.earning < account.cost)
        report_rung (scope, &scope->rungs[i], &account, report);
    }
}

const TrlRule trl_rule_partner_no_business = {
  .id = "PARTNER-NO-BUSINESS",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("A tier that costs more than it earns"),
  .looks_for = N_("Tiers whose stated cost for the partner, program fee included, is more than what the expected deals of a "
                  "year pay there."),
  .source = N_("“Decide how partners make money with you.”"),
  .fires = N_("$9,000 for courses and people, and 2.4 deals a year that pay $2,000 each."),
  .quiet = N_("A program fee below the pay of a year; partners who live on their own services; any tier whose figures are "
              "not stated."),
  .mend = N_("Pay more, or ask for less."),
  .keep = N_("Keep it when the tier opens business that is not counted here."),
  .until = N_("When what a partner earns or spends in the tier changes."),
  .check_motion = check,
};
