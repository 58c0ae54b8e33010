/* target-short.c: all motions together do not come to the target. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>
#include <math.h>

#define ENOUGH 0.8

/* @arg: a number */
static TrlEdit *
lower_target (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *arg)
{
  const char *id = trl_finding_get_cards (finding)[0];
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 0));

  trl_fix_propose (edit, id, TRL_METRIC_TARGET_VALUE, g_ascii_strtod (arg, NULL));
  return edit;
}

/* How often a year the target comes round; 0 when that cannot be told. */
static double
times_a_year (const TrlCard *metric)
{
  switch (trl_card_get_choice (metric, TRL_METRIC_TARGET_PER))
    {
    case TRL_PERIOD_MONTH:
      return 12;
    case TRL_PERIOD_QUARTER:
      return 4;
    case TRL_PERIOD_HALF_YEAR:
      return 2;
    case TRL_PERIOD_YEAR:
      return 1;
    default:
      return trl_card_get_state (metric, TRL_METRIC_TARGET_PER) == TRL_STATE_OPEN ? 1 : 0;
    }
}

static gboolean
is_ours (const TrlCard *metric,
         const char    *currency)
{
  const char *unit = trl_card_get_text (metric, TRL_METRIC_TARGET_UNIT);

  if (trl_card_get_state (metric, TRL_METRIC_TARGET_UNIT) == TRL_STATE_UNKNOWN)
    return FALSE;
  return unit == NULL || g_str_equal (unit, "money") || g_strcmp0 (unit, currency) == 0;
}

static gboolean
add_up (const TrlProgramScope *scope,
        const TrlEntry        *kind,
        double                *sum)
{
  if (kind != NULL && kind->number == TRL_METRICS_SOURCED_PIPELINE)
    return trl_sums_get_pipeline (scope->sums, sum);
  if (kind != NULL && kind->number == TRL_METRICS_SOURCED_REVENUE)
    return trl_sums_get_revenue (scope->sums, sum);
  return FALSE;
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  const char *currency = scope->brief->currency;

  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);
      double times = times_a_year (target->card), sum, value, within;
      g_autofree char *reached = NULL, *wanted = NULL, *percent = NULL;
      char arg[G_ASCII_DTOSTR_BUF_SIZE];
      TrlDraft *draft;

      if (times == 0 || !trl_card_get_number (target->card, TRL_METRIC_TARGET_VALUE, &value) || value <= 0 ||
          !is_ours (target->card, currency) || !add_up (scope, target->kind, &sum) || sum >= ENOUGH * value * times)
        continue;
      reached = trl_format_money (sum, currency);
      wanted = trl_format_money (value * times, currency);
      percent = trl_format_percent (floor (sum * 100 / (value * times)));
      draft = trl_report_open (report, trl_card_get_id (target->card));
      trl_draft_prove (draft, sum);
      trl_draft_prove (draft, value * times);
      trl_draft_set_label (draft, _("does not add up"));
      /* Translators: two amounts: "The motions add up to $800,000 a year, and the target is $1.3M". */
      trl_draft_take_title (draft, g_strdup_printf (_("The motions add up to %s a year, and the target is %s"), reached, wanted));
      /* Translators: a share and a target. */
      trl_draft_take_text (draft, g_strdup_printf (_("By its own figures the design reaches %s of %s. Is it the target that is "
                                                     "too high, or what the motions expect that is too low?"), percent,
                                                   trl_words_card (target->card)));
      within = floor (sum / times);   /* nobody aims at two thirds of a cent */
      if (within > 0)
        {
          g_autofree char *lower = trl_format_money (within, currency);

          /* Translators: %s is an amount. */
          trl_draft_add_fix_take (draft, lower_target, g_ascii_dtostr (arg, sizeof arg, within),
                                  g_strdup_printf (_("Aim at %s"), lower));
        }
    }
}

const TrlRule trl_rule_target_short = {
  .id = "TARGET-SHORT",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_METRICS,
  .title = N_("Motions that do not add up to the target"),
  /* xgettext:no-c-format */
  .looks_for = N_("What the funnels of all motions bring in a year, accepted deals for pipeline and won deals for revenue, "
                  "against 80 % of the target. It speaks only when every motion states its figures; where the sourced share "
                  "is open, all of it counts."),
  .source = N_("“State its goal and build backward from it.”"),
  .fires = N_("A target of $1.3M, and funnels that come to $800,000."),
  .quiet = N_("Funnels that come to $1.1M; a motion that does not say what it brings."),
  .mend = N_("Lower the target, or say what more the motions bring."),
  .keep = N_("Keep it when the rest comes from a motion that is not designed yet."),
  .until = N_("When the target changes, or what the motions add up to."),
  .reads = TRL_PART_PROGRAM | TRL_PART_FUNNELS,
  .check_program = check,
};
