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

/* @arg: the criteria, of which any is enough in its tier. */
static TrlEdit *
either (TrlBlueprint *blueprint,
        TrlFinding   *finding,
        const char   *arg)
{
  g_auto (GStrv) ids = g_strsplit (arg, " ", -1);
  TrlEdit *edit = trl_edit_new (blueprint, _("Either is enough"));

  for (guint i = 0; ids[i] != NULL; i++)
    trl_edit_set_text (edit, ids[i], TRL_CRITERION_OPTION,
                       trl_entry_get_label (trl_card_get_entry (trl_blueprint_get (blueprint, ids[i]),
                                                                TRL_CRITERION_METRIC)));
  return edit;
}

/* Whether the motion says that a partner both sells and looks after customers: hardly anybody is best at both, whatever
 * they are called. That is how a large program came to give points for either. */
static gboolean
sells_and_manages (const TrlCard *motion)
{
  static const TrlMember care[] = { TRL_MOTION_DELIVERS, TRL_MOTION_SUPPORTS, TRL_MOTION_RENEWS };
  int sells = trl_card_get_choice (motion, TRL_MOTION_SELLS);

  for (guint i = 0; (sells == TRL_PARTY_PARTNER || sells == TRL_PARTY_BOTH) && i < G_N_ELEMENTS (care); i++)
    if (trl_card_get_choice (motion, care[i]) == TRL_PARTY_PARTNER)
      return TRUE;
  return FALSE;
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

/* The first two criteria of a rung that are of different trades; FALSE when there are none. */
static gboolean
find_pair (const TrlMotionScope *scope,
           const TrlRung        *rung,
           const TrlItem       **one,
           const TrlItem       **other)
{
  if (!trl_rung_one_option (rung))
    return FALSE;
  for (guint a = 0; a < rung->n_criteria; a++)
    for (guint b = a + 1; b < rung->n_criteria; b++)
      {
        Trade x = trade_of (&rung->criteria[a]), y = trade_of (&rung->criteria[b]);

        if (x == TRADE_NONE || y == TRADE_NONE || x == y ||
            (!is_mixed (scope) && (MIN (x, y) != TRADE_SELL || MAX (x, y) != TRADE_MANAGE ||
                                   !sells_and_manages (scope->motion))))
          continue;
        *one = &rung->criteria[a];
        *other = &rung->criteria[b];
        return TRUE;
      }
  return FALSE;
}

static void
write_words (const TrlMotionScope *scope,
             TrlDraft             *draft,
             const TrlRung        *rung,
             guint                 n_rungs,
             const TrlItem        *one,
             const TrlItem        *other)
{
  trl_draft_set_label (draft, _("two trades at once"));
  if (n_rungs == 1)
    /* Translators: a tier and two criteria: "Gold asks for “sold recurring revenue” and for “managed” at once". */
    trl_draft_take_title (draft, g_strdup_printf (_("%s asks for “%s” and for “%s” at once"), trl_words_card (rung->card),
                                                  trl_entry_get_label (one->entry), trl_entry_get_label (other->entry)));
  else
    /* Translators: a motion, a number of tiers and two criteria. */
    trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s, %u tier asks for “%s” and for “%s” at once",
                                                            "In %s, %u tiers ask for “%s” and for “%s” at once", n_rungs),
                                                  trl_words_card (scope->motion), n_rungs,
                                                  trl_entry_get_label (one->entry), trl_entry_get_label (other->entry)));
  if (is_mixed (scope))
    trl_draft_take_text (draft, g_strdup (_("Partners of several trades climb here, and the best in one of them stays out for want "
                                            "of the other. Would either do, or points for both?")));
  else
    trl_draft_take_text (draft, g_strdup (_("Some partners are strong in selling and others in looking after customers, and the "
                                            "best in one stays out for want of the other. Would either do, or points for both?")));
}

/* One finding for the ladder: all its rungs are asked in the same way. */
static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  g_autoptr (GString) arg = NULL;
  const TrlItem *one = NULL, *other = NULL, *a, *b;
  const TrlRung *first = NULL;
  TrlDraft *draft = NULL;
  gboolean plain = TRUE;
  guint n = 0;

  for (guint i = 0; i < scope->n_rungs; i++)
    {
      if (!find_pair (scope, &scope->rungs[i], &a, &b))
        continue;
      if (draft == NULL)
        {
          draft = trl_report_open (report, trl_card_get_id (scope->rungs[i].card));
          arg = g_string_new (NULL);
          first = &scope->rungs[i];
          one = a;
          other = b;
        }
      else
        trl_draft_add_card (draft, trl_card_get_id (scope->rungs[i].card));
      trl_draft_add_card (draft, trl_card_get_id (a->card));
      trl_draft_add_card (draft, trl_card_get_id (b->card));
      trl_draft_prove_text (draft, a->entry->id);
      trl_draft_prove_text (draft, b->entry->id);
      g_string_append_printf (arg, "%s%s %s", n > 0 ? " " : "", trl_card_get_id (a->card), trl_card_get_id (b->card));
      plain = plain && scope->rungs[i].n_criteria == 2;
      n++;
    }
  if (draft == NULL)
    return;
  write_words (scope, draft, first, n, one, other);
  if (plain)
    trl_draft_add_fix (draft, either, arg->str, _("Either is enough"));
}

const TrlRule trl_rule_tier_and_both = {
  .id = "TIER-AND-BOTH",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("Two trades asked of one partner"),
  .looks_for = N_("Tiers that ask for a volume in two trades at once (selling, managing, referring, building), in a "
                  "motion with partners of several trades, or in which a partner both sells and looks after customers."),
  .source = N_("Practice: a large program asked for sold and managed revenue at once, and in 2022 gave points for both "
               "instead."),
  .fires = N_("Gold at $20,000 sold and $50,000 managed, for agencies and resellers."),
  .quiet = N_("The same for agencies that deliver what we sell; options of which one is enough; points with minima."),
  .mend = N_("Let either be enough, or give points for both. With a third criterion, say first to which of the two it belongs."),
  .keep = N_("Keep it when only those who do both shall reach it."),
  .until = N_("When another criterion is asked for, or in another number of tiers."),
  .check_motion = check,
};
