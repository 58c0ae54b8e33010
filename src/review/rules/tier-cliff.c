/* tier-cliff.c: a bar that is more than ten times the one below. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "compare.h"
#include "format.h"
#include "suggest.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_TIMES  10.0   /* the steepest of 33 steps of 15 real ladders; nine in ten are below 7 */
#define USUAL_TIMES 5.0

/* @arg: the criterion and its new bar. */
static TrlEdit *
lower_bar (TrlBlueprint *blueprint,
           TrlFinding   *finding,
           const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", 2);
  TrlEdit *edit = trl_edit_new (blueprint, _("Lower the bar"));

  trl_fix_propose (edit, words[0], TRL_CRITERION_VALUE, g_ascii_strtod (words[1], NULL));
  return edit;
}

static void
report_step (const TrlMotionScope *scope,
             TrlReport            *report,
             const TrlRung        *lower,
             const TrlRung        *upper,
             const TrlClimb       *climb)
{
  const char *unit = trl_card_get_text (climb->steep->card, TRL_CRITERION_UNIT), *currency = scope->brief->currency;
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);
  g_autofree char *high = NULL, *low = NULL, *times = trl_format_number (floor (climb->steepest)), *usual = NULL, *arg = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double a = 0, b = 0, value;
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (climb->steep->card));

  trl_card_get_number (climb->steep_below->card, TRL_CRITERION_VALUE, &a);
  trl_card_get_number (climb->steep->card, TRL_CRITERION_VALUE, &b);
  low = trl_format_with_unit (a, unit, currency);
  high = trl_format_with_unit (b, unit, currency);
  trl_draft_add_card (draft, trl_card_get_id (climb->steep_below->card));
  trl_draft_prove (draft, climb->steepest);
  trl_draft_set_label (draft, _("a cliff"));
  if (b > a)
    /* Translators: a tier, a number and a tier: "Gold asks for 20 times what Silver asks for". */
    trl_draft_take_title (draft, g_strdup_printf (_("%s asks for %s times what %s asks for"), above, times, below));
  else
    /* Translators: two tiers and a number, of a bar that falls: "From Silver to Gold it is 24 times as strict". */
    trl_draft_take_title (draft, g_strdup_printf (_("From %s to %s a bar is %s times as strict"), below, above, times));
  /* Translators: a criterion and two bars: "For “sourced revenue” it goes from $50,000 to $1,000,000, …". */
  trl_draft_take_text (draft, g_strdup_printf (_("For “%s” it goes from %s to %s, so whoever is between sees no next step and "
                                                 "earns nothing for it. What would half the way be?"),
                                               climb->steep->entry != NULL ? trl_entry_get_label (climb->steep->entry)
                                                                           : trl_kind_get_label (TRL_KIND_CRITERION),
                                               low, high));
  if (trl_propose_between (scope, upper, climb->steep, a, USUAL_TIMES, &value))
    {
      usual = trl_format_with_unit (value, unit, currency);
      arg = g_strdup_printf ("%s %s", trl_card_get_id (climb->steep->card), g_ascii_dtostr (number, sizeof number, value));
      /* Translators: %s is a bar, such as "$250,000". */
      trl_draft_add_fix_take (draft, lower_bar, arg, g_strdup_printf (_("Ask for %s"), usual));
    }
}

static void
check_pair (const TrlMotionScope *scope,
            TrlReport            *report,
            const TrlRung        *lower,
            const TrlRung        *upper)
{
  TrlClimb climb = trl_compare_climb (lower, upper);

  if (climb.steepest > MOST_TIMES)
    report_step (scope, report, lower, upper, &climb);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    check_pair (scope, report, scope->ladder[i - 1], scope->ladder[i]);
}

const TrlRule trl_rule_tier_cliff = {
  .id = "TIER-CLIFF",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A step that is too high"),
  .looks_for = N_("Bars of neighbouring tiers that measure the same thing, where the higher one is more than ten times "
                  "the lower."),
  .source = N_("Counted: of 33 steps on 15 real ladders the median is 2.8 times, nine in ten are below 7, and none is "
               "above 10."),
  .fires = N_("Gold at $1,000,000 above Silver at $50,000."),
  .quiet = N_("$250,000, $2 million and $20 million: ten times is what large programs ask for. Different measures, "
              "windows and regions."),
  .mend = N_("Lower the bar, or put a tier between: where the next tier is far above, too, that is no single edit."),
  .keep = N_("Keep it when the top is for the few giants of the market."),
  .until = N_("When the step becomes higher or lower."),
  .check_motion = check,
};
