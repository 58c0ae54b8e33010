/* tier-unfunded.c: a tier that costs more than it brings. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "format.h"
#include "payout.h"

#include <glib/gi18n.h>

typedef struct
{
  double cost;      /* what its benefits cost in a year */
  double profit;    /* gross profit less what is paid to partners, in a year */
  double partners;
  const TrlItem *dearest;
  double dearest_cost;
} Account;

/* What a benefit costs for one partner and year; 0 when nobody has said. */
static double
cost_of (const TrlItem *item)
{
  double cost = 0;

  if (trl_card_get_number (item->card, TRL_BENEFIT_COST, &cost))
    return cost;
  /* A fund costs what it is, when it is in our currency and for a year. */
  if (item->entry != NULL && item->entry->number == TRL_BENEFITS_MDF &&
      trl_card_get_choice (item->card, TRL_BENEFIT_PER) == TRL_PERIOD_YEAR &&
      g_strcmp0 (trl_card_get_text (item->card, TRL_BENEFIT_UNIT), "money") == 0)
    trl_card_get_number (item->card, TRL_BENEFIT_VALUE, &cost);
  return cost;
}

static void
add_costs (const TrlMotionScope *scope,
           const TrlRung        *rung,
           Account              *account)
{
  double fund = 0, benefits_fund = 0;

  for (const TrlRung *from = rung;; from--)
    {
      for (guint i = 0; i < from->n_benefits; i++)
        {
          double cost = cost_of (&from->benefits[i]);

          /* Of one kind the tier's own replaces what it would inherit. */
          for (guint o = 0; from != rung && o < rung->n_benefits; o++)
            if (rung->benefits[o].entry == from->benefits[i].entry && rung->benefits[o].entry != NULL)
              cost = 0;
          account->cost += cost;
          if (from->benefits[i].entry != NULL && from->benefits[i].entry->number == TRL_BENEFITS_MDF)
            benefits_fund += cost;
          if (from == rung && cost > account->dearest_cost)
            {
              account->dearest = &from->benefits[i];
              account->dearest_cost = cost;
            }
        }
      if (from == scope->rungs || !trl_card_get_yes (from->card, TRL_TIER_INHERITS, FALSE))
        break;
    }
  /* The fund may be written at the tier and among its benefits: it is one fund. */
  if (trl_card_get_number (rung->card, TRL_TIER_MDF, &fund) && fund > benefits_fund)
    account->cost += fund - benefits_fund;
}

/* What all incentives pay on one usual deal; FALSE when one of them cannot be told. */
static gboolean
paid_per_deal (const TrlMotionScope *scope,
               const TrlRung        *rung,
               double               *sum)
{
  *sum = 0;
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      TrlPayout payout;

      if (!pay->cash)
        continue;
      payout = trl_payout_read (pay->card, pay->rates, pay->caps, trl_card_get_id (rung->card), scope->deal,
                                TRL_BUSINESS_NEW, scope->brief->currency);
      if (!payout.known)
        return FALSE;
      *sum += payout.amount;
    }
  return TRUE;
}

/* FALSE when the design does not state enough: no input, no number. */
static gboolean
read_account (const TrlMotionScope *scope,
              const TrlRung        *rung,
              Account              *account)
{
  double active, registrations, accepted, won, margin, paid;

  *account = (Account) { 0 };
  if (scope->deal <= 0 || !trl_card_get_number (rung->card, TRL_TIER_PARTNERS_EXPECTED, &account->partners) ||
      !trl_card_get_number (rung->card, TRL_TIER_REGISTRATIONS, &registrations) ||
      !trl_card_get_number (scope->motion, TRL_MOTION_ACCEPT_RATE, &accepted) ||
      !trl_card_get_number (scope->motion, TRL_MOTION_WIN_RATE, &won) ||
      !trl_card_get_number (scope->motion, TRL_MOTION_DEAL_GROSS_MARGIN, &margin) ||
      !paid_per_deal (scope, rung, &paid))
    return FALSE;
  if (!trl_card_get_number (rung->card, TRL_TIER_ACTIVE, &active))
    active = account->partners;
  add_costs (scope, rung, account);
  account->cost *= account->partners;
  account->profit = active * registrations * accepted / 100 * won / 100 * (scope->deal * margin / 100 - paid);
  return account->cost > 0;
}

static TrlEdit *
drop_benefit (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *benefit)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Trim the tier"));

  trl_edit_remove (edit, benefit);
  return edit;
}

static void
report_rung (const TrlMotionScope *scope,
             TrlReport            *report,
             const TrlRung        *rung,
             const Account        *account)
{
  const char *name = trl_words_card (rung->card), *currency = scope->brief->currency;
  g_autofree char *partners = trl_format_number (account->partners);
  g_autofree char *cost = trl_format_money (account->cost, currency);
  g_autofree char *profit = trl_format_money (account->profit, currency);
  g_autofree char *each = trl_format_money (account->cost / account->partners, currency);
  double fund = 0;
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (rung->card));

  trl_draft_prove (draft, account->cost);
  trl_draft_prove (draft, account->profit);
  trl_draft_set_label (draft, _("costs too much"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s costs more than it brings"), name));
  /* Translators: partners, what one costs, what all cost, what they bring. */
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s partner at %s a year costs %s, and its deals leave %s after its "
                                                         "pay. What should the tier give less of, or ask more for?",
                                                         "%s partners at %s a year cost %s, and their deals leave %s after "
                                                         "their pay. What should the tier give less of, or ask more for?",
                                                         trl_format_plural (account->partners)),
                                               partners, each, cost, profit));
  trl_card_get_number (rung->card, TRL_TIER_MDF, &fund);
  if (account->dearest != NULL && fund == 0 &&
      account->cost - account->dearest_cost * account->partners <= account->profit)
    trl_draft_add_fix_take (draft, drop_benefit, trl_card_get_id (account->dearest->card),
                            /* Translators: a tier and a benefit: "Take “coaching” out of Gold". */
                            g_strdup_printf (_("Take “%s” out of %s"), trl_words_card (account->dearest->card), name));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_rungs; i++)
    {
      Account account;

      if (read_account (scope, &scope->rungs[i], &account) && account.cost > account.profit)
        report_rung (scope, report, &scope->rungs[i], &account);
    }
}

const TrlRule trl_rule_tier_unfunded = {
  .id = "TIER-UNFUNDED",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A tier that costs more than it brings"),
  .looks_for = N_("Tiers whose benefits cost more in a year than the gross profit of their deals less what is paid on "
                  "them; where expected partners, costs, deals and margin are all stated."),
  .source = N_("“A defensible return on the program’s cost” is what finance asks for."),
  .fires = N_("Ten partners in Gold with a fund of $20,000 each, whose deals leave $120,000."),
  .quiet = N_("Designs that do not state what a benefit costs or how many deals a partner brings."),
  .mend = N_("Trim what it gives, or raise its bar."),
  .keep = N_("Keep it when the tier pays back later than in a year."),
  .until = N_("When what the tier costs or brings changes."),
  .check_motion = check,
};
