/* tier-and-both.c: a tier that asks one partner for two trades. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"

#include <glib/gi18n.h>

typedef enum
{
  TRADE_NONE,
  TRADE_SELL,
  TRADE_MANAGE,
  TRADE_REFER,
  TRADE_BUILD
} Trade;

/* Whose work a volume is. */
static Trade
trade_of (const TrlItem *item)
{
  double value;

  if (item->entry == NULL || !trl_card_get_number (item->card, TRL_CRITERION_VALUE, &value) || value <= 0 ||
      trl_card_get_state (item->card, TRL_CRITERION_OF) != TRL_STATE_OPEN ||
      trl_card_get_state (item->card, TRL_CRITERION_WEIGHT) != TRL_STATE_OPEN)
    return TRADE_NONE;
  switch (item->entry->number)
    {
    case TRL_CRITERIA_RESALE_REVENUE:
    case TRL_CRITERIA_SOLD_REVENUE:
    case TRL_CRITERIA_LICENCES_SOLD:
      return TRADE_SELL;
    case TRL_CRITERIA_MANAGED_REVENUE:
    case TRL_CRITERIA_MANAGED_ACCOUNTS:
      return TRADE_MANAGE;
    case TRL_CRITERIA_WON_REFERRALS:
    case TRL_CRITERIA_ACCEPTED_LEADS:
      return TRADE_REFER;
    case TRL_CRITERIA_INSTALLS:
    case TRL_CRITERIA_JOINT_CUSTOMERS:
      return TRADE_BUILD;
    default:
      return TRADE_NONE;
    }
}

/* @arg: the two criteria. */
static TrlEdit *
either (TrlBlueprint *blueprint,
        TrlFinding   *finding,
        const char   *arg)
{
  g_auto (GStrv) ids = g_strsplit (arg, " ", 2);
  TrlEdit *edit = trl_edit_new (blueprint, _("Either is enough"));

  for (guint i = 0; ids[i] != NULL; i++)
    trl_edit_set_text (edit, ids[i], TRL_CRITERION_OPTION,
                       trl_entry_get_label (trl_card_get_entry (trl_blueprint_get (blueprint, ids[i]),
                                                                TRL_CRITERION_METRIC)));
  return edit;
}

/* Whether partners of several trades are here. */
static gboolean
is_mixed (const TrlMotionScope *scope)
{
  guint routes = scope->routes;

  for (guint i = 0; i < scope->n_types; i++)
    routes |= scope->types[i].entry != NULL ? scope->types[i].entry->routes : 0;
  return (routes & (routes - 1)) != 0;
}

static void
report_rung (TrlReport     *report,
             const TrlRung *rung,
             const TrlItem *a,
             const TrlItem *b)
{
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (rung->card));

  trl_draft_add_card (draft, trl_card_get_id (a->card));
  trl_draft_add_card (draft, trl_card_get_id (b->card));
  trl_draft_prove_text (draft, a->entry->id);
  trl_draft_prove_text (draft, b->entry->id);
  trl_draft_set_label (draft, _("two trades at once"));
  /* Translators: a tier and two criteria: "Gold asks for “sold recurring revenue” and for “managed” at once". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s asks for “%s” and for “%s” at once"), trl_words_card (rung->card),
                                                trl_entry_get_label (a->entry), trl_entry_get_label (b->entry)));
  trl_draft_take_text (draft, g_strdup (_("Partners of several trades climb here, and the best in one of them stays out for want "
                                          "of the other. Would either do, or points for both?")));
  if (rung->n_criteria == 2)
    {
      g_autofree char *arg = g_strdup_printf ("%s %s", trl_card_get_id (a->card), trl_card_get_id (b->card));

      trl_draft_add_fix (draft, either, arg, _("Either is enough"));
    }
}

static void
check_rung (TrlReport     *report,
            const TrlRung *rung)
{
  for (guint a = 0; a < rung->n_criteria; a++)
    for (guint b = a + 1; b < rung->n_criteria; b++)
      {
        Trade x = trade_of (&rung->criteria[a]), y = trade_of (&rung->criteria[b]);

        if (x != TRADE_NONE && y != TRADE_NONE && x != y)
          {
            report_rung (report, rung, &rung->criteria[a], &rung->criteria[b]);
            return;
          }
      }
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  if (!is_mixed (scope))
    return;
  for (guint i = 0; i < scope->n_rungs; i++)
    if (trl_rung_one_option (&scope->rungs[i]))
      check_rung (report, &scope->rungs[i]);
}

const TrlRule trl_rule_tier_and_both = {
  .id = "TIER-AND-BOTH",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("Two trades asked of one partner"),
  .looks_for = N_("Tiers that ask for a volume in two trades at once (selling, managing, referring, building), in a "
                  "motion with partners of several trades."),
  .source = N_("Practice: a large program asked for sold and managed revenue at once, and in 2022 gave points for both "
               "instead."),
  .fires = N_("Gold at $20,000 sold and $50,000 managed, for agencies and resellers."),
  .quiet = N_("The same for agencies alone; options of which one is enough; points with minima."),
  .mend = N_("Let either be enough, or give points for both. With a third criterion, say first to which of the two it belongs."),
  .keep = N_("Keep it when only those who do both shall reach it."),
  .check_motion = check,
};
