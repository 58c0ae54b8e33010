/* inc-stack.c: what all incentives pay on one deal, against what is left of it. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "stack.h"
#include "terms.h"

#include <glib/gi18n.h>
#include <math.h>

/* The share of the gross margin above which little is left for everything else. */
#define MUCH 0.6

typedef struct
{
  TrlStackPay  pays[TRL_STACK_MAX];
  guint        n_pays;
  TrlStack     stack;
  const char  *tier;      /* its id */
  const char  *name;      /* of the tier, or of the motion */
  double       size;      /* -1 unknown */
  double       margin;    /* percent of the deal */
} Deal;

/* Pay that new business can set off; a bonus for a partner's first deal comes once. */
static gboolean
fires_on_a_deal (const TrlPay *pay)
{
  if (!pay->cash || pay->kind->number == TRL_INCENTIVES_ACTIVATION || pay->kind->number == TRL_INCENTIVES_RENEWAL ||
      trl_card_get_choice (pay->card, TRL_INCENTIVE_PAYEE) == TRL_PAYEE_OWN_REP)
    return FALSE;
  /* What is unknown or not said proves nothing: it may be paid at another time, or instead of the others. */
  if (trl_pay_is_unclear (pay) || pay->trigger == NULL)
    return FALSE;
  if (pay->trigger->number == TRL_EVENTS_RENEWED || pay->trigger->number == TRL_EVENTS_EXPANDED)
    return FALSE;
  return pay->trigger->ladder >= 0 || (pay->trigger->flags & TRL_ENTRY_COMMERCIAL) != 0;
}

/* @arg: incentives that give way. */
static TrlEdit *
give_way (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *arg)
{
  g_auto (GStrv) ids = g_strsplit (arg, " ", -1);
  TrlEdit *edit = trl_edit_new (blueprint, _("One pays instead of the others"));

  for (guint i = 0; ids[i] != NULL; i++)
    trl_edit_set_choice (edit, ids[i], TRL_INCENTIVE_STACKING, TRL_STACKING_INSTEAD);
  return edit;
}

/* @arg: percent of the deal, then the incentives that share the cap, the one that gets it first. */
static TrlEdit *
cap_together (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", -1);
  TrlEdit *edit = trl_edit_new (blueprint, _("Cap them together"));
  const char *cap = trl_edit_insert (edit, TRL_KIND_CAP, words[1], TRL_SLOT_CAPS, TRL_END);

  trl_fix_propose (edit, cap, TRL_CAP_VALUE, g_ascii_strtod (words[0], NULL));
  trl_edit_set_text (edit, cap, TRL_CAP_UNIT, "%");
  trl_edit_set_choice (edit, cap, TRL_CAP_PER, TRL_PERIOD_DEAL);
  for (guint i = 2; words[i] != NULL; i++)
    trl_edit_add_ref (edit, words[1], TRL_INCENTIVE_CAPPED_WITH, words[i]);
  return edit;
}

static void
look (const TrlMotionScope *scope,
      Deal                 *deal,
      const TrlCard        *tier,
      double                size)
{
  TrlStack stack = trl_stack_read (deal->pays, deal->n_pays, tier != NULL ? trl_card_get_id (tier) : NULL, size,
                                   scope->brief->currency);

  if (stack.share <= deal->stack.share)
    return;
  deal->stack = stack;
  deal->tier = tier != NULL ? trl_card_get_id (tier) : NULL;
  deal->name = trl_words_card (tier != NULL ? tier : scope->motion);
  deal->size = size;
}

/* The tier in which a deal of that size costs most. */
static Deal
dearest (const TrlMotionScope *scope,
         const Deal           *all,
         double                size)
{
  Deal deal = *all;

  for (guint i = 0; i < scope->n_rungs; i++)
    look (scope, &deal, scope->rungs[i].card, size);
  if (scope->n_rungs == 0)
    look (scope, &deal, NULL, size);
  return deal;
}

/* What the dearest one alone would come to, once the others give way. */
static double
alone (const TrlMotionScope *scope,
       const Deal           *deal,
       guint                *which)
{
  double best = 0;

  for (guint i = 0; i < deal->n_pays; i++)
    for (guint t = 0; t < MAX (scope->n_rungs, 1); t++)
      {
        TrlStack one = trl_stack_read (&deal->pays[i], 1, scope->n_rungs > 0 ? trl_card_get_id (scope->rungs[t].card) : NULL,
                                       deal->size, scope->brief->currency);

        if (one.share > best)
          {
            best = one.share;
            *which = i;
          }
      }
  return best;
}

static char *
list_ids (const Deal *deal,
          const char *first)
{
  GString *ids = g_string_new (first);

  for (guint i = 0; i < deal->n_pays; i++)
    if ((deal->stack.members & 1u << i) != 0)
      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", trl_card_get_id (deal->pays[i].incentive));
  return g_string_free (ids, FALSE);
}

static gboolean
shares_caps_already (const Deal *deal)
{
  for (guint i = 0; i < deal->n_pays; i++)
    if (deal->pays[i].caps->len > 0 ||
        trl_card_get_state (deal->pays[i].incentive, TRL_INCENTIVE_CAPPED_WITH) != TRL_STATE_OPEN)
      return TRUE;
  return FALSE;
}

static void
offer_fixes (const TrlMotionScope *scope,
             const Deal           *deal,
             TrlDraft             *draft)
{
  double most = floor (deal->margin * MUCH);
  guint which = 0;
  g_autofree char *ids = list_ids (deal, "");
  g_autofree char *percent = trl_format_percent (most);
  g_autofree char *cap = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (deal->stack.n_members > 1 && alone (scope, deal, &which) <= deal->margin * MUCH)
    trl_draft_add_fix (draft, give_way, ids, _("Only the best one pays"));
  /* Only what is known to hold is offered: a percentage of a deal whose size is known, with no other cap in the way. */
  if (most <= 0 || deal->size < 0 || deal->stack.n_members < deal->n_pays || shares_caps_already (deal))
    return;
  g_ascii_dtostr (number, sizeof number, most);
  cap = list_ids (deal, number);
  /* Translators: %s is a share of the deal. */
  trl_draft_add_fix_take (draft, cap_together, cap,
                          deal->stack.n_members > 1 ? g_strdup_printf (_("Cap them together at %s"), percent)
                                                    : g_strdup_printf (_("Cap it at %s"), percent));
}

static char *
describe (const TrlMotionScope *scope,
          const Deal           *deal,
          gboolean              too_much)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *names = NULL, *amount = NULL, *size = NULL, *left = NULL;
  double rest = deal->size * deal->margin / 100 - deal->stack.amount;

  for (guint i = 0; i < deal->n_pays; i++)
    if ((deal->stack.members & 1u << i) != 0)
      g_ptr_array_add (cards, (gpointer) deal->pays[i].incentive);
  names = trl_words_cards (cards);
  if (deal->size < 0)
    /* Translators: %s are incentives. */
    return g_strdup_printf (too_much ? _("%s together take more than a deal leaves, so each one is sold at a loss. Which of "
                                         "them gives way?")
                                     : _("%s together leave little for everything else. Is that meant, or does one of them "
                                         "give way?"), names);
  amount = trl_format_money (deal->stack.amount, scope->brief->currency);
  size = trl_format_money (deal->size, scope->brief->currency);
  left = trl_format_money (ABS (rest), scope->brief->currency);
  if (too_much)
    /* Translators: incentives, an amount, the size of a deal, an amount. */
    return g_strdup_printf (ngettext ("%s comes to %s of a deal of %s, %s more than it leaves. Should it be capped?",
                                      "%s come to %s of a deal of %s, %s more than it leaves. Which of them gives way?",
                                      cards->len), names, amount, size, left);
  /* Translators: incentives, an amount, the size of a deal, an amount. */
  return g_strdup_printf (ngettext ("%s comes to %s of a deal of %s, which leaves %s for everything else. Is that meant?",
                                    "%s come to %s of a deal of %s, which leaves %s for everything else. Is that meant?",
                                    cards->len), names, amount, size, left);
}

static void
report_deal (const TrlMotionScope *scope,
             const Deal           *deal,
             TrlSeverity           severity,
             TrlReport            *report)
{
  g_autofree char *share = trl_format_percent (deal->stack.share), *margin = trl_format_percent (deal->margin);
  gboolean too_much = deal->stack.share > deal->margin;
  TrlDraft *draft = NULL;

  for (guint i = 0; i < deal->n_pays; i++)
    {
      const char *id = trl_card_get_id (deal->pays[i].incentive);

      if ((deal->stack.members & 1u << i) == 0)
        continue;
      if (draft == NULL)
        draft = trl_report_open_as (report, severity, id);
      else
        trl_draft_add_card (draft, id);
    }
  trl_draft_prove (draft, deal->stack.share);
  trl_draft_prove (draft, deal->margin);
  trl_draft_prove (draft, deal->size);
  trl_draft_set_label (draft, too_much ? _("more than the margin") : _("most of the margin"));
  if (too_much)
    /* Translators: a tier or a motion, then shares: "One deal of Gold can pay 41 %, more than the gross margin of 38 %". */
    trl_draft_take_title (draft, g_strdup_printf (_("One deal of %s can pay %s, more than the gross margin of %s"),
                                                  deal->name, share, margin));
  else
    trl_draft_take_title (draft, g_strdup_printf (_("One deal of %s can pay %s, out of a gross margin of %s"), deal->name,
                                                  share, margin));
  trl_draft_take_text (draft, describe (scope, deal, too_much));
  offer_fixes (scope, deal, draft);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  static const double others[] = { 0.5, 2 };
  Deal all = { .size = -1 }, deal;

  if (!trl_card_get_number (scope->motion, TRL_MOTION_DEAL_GROSS_MARGIN, &all.margin) || all.margin <= 0)
    return;
  for (guint i = 0; i < scope->n_pays && all.n_pays < TRL_STACK_MAX; i++)
    if (fires_on_a_deal (&scope->pays[i]))
      all.pays[all.n_pays++] = (TrlStackPay) { scope->pays[i].card, scope->pays[i].rates, scope->pays[i].caps };
  if (all.n_pays == 0)
    return;

  deal = dearest (scope, &all, scope->deal);
  if (deal.stack.share > all.margin)
    {
      report_deal (scope, &deal, TRL_SEVERITY_ERROR, report);
      return;
    }
  if (deal.stack.share > all.margin * MUCH)
    {
      report_deal (scope, &deal, TRL_SEVERITY_ADVICE, report);
      return;
    }
  /* A fixed sum weighs more on a small deal, a bracket on a large one. */
  for (guint i = 0; scope->deal > 0 && i < G_N_ELEMENTS (others); i++)
    {
      deal = dearest (scope, &all, scope->deal * others[i]);
      if (deal.stack.share > all.margin)
        {
          report_deal (scope, &deal, TRL_SEVERITY_ADVICE, report);
          return;
        }
    }
}

const TrlRule trl_rule_inc_stack = {
  .id = "INC-STACK",
  .severity = TRL_SEVERITY_ERROR,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Incentives that add up to the margin"),
  /* xgettext:no-c-format */
  .looks_for = N_("The most that all incentives together can pay on one deal, tier by tier, at half, one and two times the "
                  "usual size: rebates on what discounts leave, caps applied. Above the gross margin is a contradiction, "
                  "above 60 % of it advice."),
  .source = N_("“Design the incentive and economics model: decide how partners make money with you.”"),
  /* xgettext:no-c-format */
  .fires = N_("20 % margin, 12 % for registering and a $5,000 bonus on a deal of $20,000 with a gross margin of 50 %."),
  /* xgettext:no-c-format */
  .quiet = N_("20 % + 12 % + 5 % and a rebate of 4 % on the net price at a gross margin of 80 %; money that is passed "
              "through; a fee that pays instead of the others."),
  .mend = N_("Say which one pays instead of the others, or cap them together. Where the dearest alone is too much, or caps stand "
             "in the way, a rate has to change: which one is for people to say."),
  .keep = N_("Keep it when the deal is bought on purpose, for what it brings later."),
  .until = N_("When the share of the deal, the margin or the size of the deal changes."),
  .check_motion = check,
};
