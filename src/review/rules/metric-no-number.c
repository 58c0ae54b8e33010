/* metric-no-number.c: a target that nobody can miss. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>

typedef enum
{
  FIGURE_BASELINE,
  FIGURE_TARGET,
  FIGURE_DATE,
  N_FIGURES
} Figure;

static const TrlMember members[N_FIGURES] = { TRL_METRIC_BASELINE, TRL_METRIC_TARGET_VALUE, TRL_METRIC_BY };

/* @arg: a number */
static TrlEdit *
set_target (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  const char *id = trl_finding_get_cards (finding)[0];
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 0));

  trl_fix_propose (edit, id, TRL_METRIC_TARGET_VALUE, g_ascii_strtod (arg, NULL));
  trl_edit_set_text (edit, id, TRL_METRIC_TARGET_UNIT, "money");
  trl_edit_set_choice (edit, id, TRL_METRIC_TARGET_PER, TRL_PERIOD_YEAR);
  return edit;
}

/* @arg: a day */
static TrlEdit *
set_date (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Set the date"));

  trl_fix_propose_text (edit, trl_finding_get_cards (finding)[0], TRL_METRIC_BY, arg);
  return edit;
}

static const char *
figure_words (Figure figure)
{
  switch (figure)
    {
    case FIGURE_BASELINE:
      /* Translators: in a list: "Retention does not say where it stands today and by when". */
      return C_("target does not say", "where it stands today");
    case FIGURE_TARGET:
      return C_("target does not say", "where it should be");
    case FIGURE_DATE:
      return C_("target does not say", "by when");
    case N_FIGURES:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
list_figures (const TrlState *states,
              TrlState        state)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (Figure figure = 0; figure < N_FIGURES; figure++)
    if (states[figure] == state)
      g_ptr_array_add (words, (gpointer) figure_words (figure));
  return trl_words_list (words);
}

/* Where only the number is missing and the motions state what they bring, that is a number to start from. */
static void
offer_sum (const TrlProgramScope *scope,
           const TrlTarget       *target,
           const TrlState        *states,
           TrlDraft              *draft)
{
  gboolean pipeline = target->kind != NULL && target->kind->number == TRL_METRICS_SOURCED_PIPELINE;
  gboolean revenue = target->kind != NULL && target->kind->number == TRL_METRICS_SOURCED_REVENUE;
  char arg[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *words = NULL;
  double sum;

  if (states[FIGURE_TARGET] != TRL_STATE_OPEN || states[FIGURE_BASELINE] != TRL_STATE_KNOWN ||
      states[FIGURE_DATE] != TRL_STATE_KNOWN || (!pipeline && !revenue) ||
      !(pipeline ? trl_sums_get_pipeline (scope->sums, &sum) : trl_sums_get_revenue (scope->sums, &sum)) || sum <= 0)
    return;
  words = trl_format_money (sum, scope->brief->currency);
  trl_draft_add_fix_take (draft, set_target, g_ascii_dtostr (arg, sizeof arg, sum),
                          /* Translators: %s is an amount: what all motions say that they bring. */
                          g_strdup_printf (_("What the motions add up to: %s"), words));
}

/* Where only the date is missing: the end of the year after the one in which the design starts. */
static void
offer_date (const TrlBrief *brief,
            const TrlState *states,
            TrlDraft       *draft)
{
  g_autofree char *day = NULL;
  GDate start;

  if (brief->start == 0 || states[FIGURE_DATE] != TRL_STATE_OPEN || states[FIGURE_BASELINE] != TRL_STATE_KNOWN ||
      states[FIGURE_TARGET] != TRL_STATE_KNOWN)
    return;
  g_date_clear (&start, 1);
  g_date_set_julian (&start, brief->start);
  day = g_strdup_printf ("%04d-12-31", g_date_get_year (&start) + 1);
  /* Translators: %s is a day. */
  trl_draft_add_fix_take (draft, set_date, day, g_strdup_printf (_("By %s"), day));
}

static void
check_target (const TrlProgramScope *scope,
              const TrlTarget       *target,
              TrlReport             *report)
{
  const char *id = trl_card_get_id (target->card), *name = trl_words_card (target->card);
  TrlState states[N_FIGURES], worst = TRL_STATE_KNOWN;
  g_autofree char *missing = NULL;
  TrlDraft *draft;

  for (Figure figure = 0; figure < N_FIGURES; figure++)
    {
      states[figure] = trl_terms_state (target->card, members[figure]);
      /* A new program has no baseline; that a target has no number is no answer. */
      if (states[figure] == TRL_STATE_NOT_APPLICABLE)
        states[figure] = figure == FIGURE_BASELINE ? TRL_STATE_KNOWN : TRL_STATE_OPEN;
      worst = trl_terms_worse (worst, states[figure]);
    }
  if (worst == TRL_STATE_KNOWN)
    return;
  missing = list_figures (states, worst);
  draft = worst == TRL_STATE_OPEN ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  for (Figure figure = 0; figure < N_FIGURES; figure++)
    trl_draft_prove (draft, states[figure]);
  trl_draft_set_label (draft, _("no number"));
  if (worst == TRL_STATE_OPEN)
    {
      /* Translators: a target, then a list: "Retention does not say where it should be and by when". */
      trl_draft_take_title (draft, g_strdup_printf (_("%s does not say %s"), name, missing));
      trl_draft_take_text (draft, g_strdup (_("A target without its numbers can neither be missed nor reached, and leadership "
                                              "will ask. From where to where, and by when?")));
      offer_sum (scope, target, states, draft);
      offer_date (scope->brief, states, draft);
    }
  else
    {
      /* Translators: a target, then a list. */
      trl_draft_take_title (draft, g_strdup_printf (_("For %s it is unknown %s"), name, missing));
      trl_draft_take_text (draft, g_strdup (_("Until somebody finds out, nobody can tell whether the design is working. Who "
                                              "does, and by when?")));
    }
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  for (guint i = 0; i < scope->brief->targets->len; i++)
    check_target (scope, &g_array_index (scope->brief->targets, TrlTarget, i), report);
}

const TrlRule trl_rule_metric_no_number = {
  .id = "METRIC-NO-NUMBER",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_METRICS,
  .ripens = TRUE,
  .title = N_("A target without numbers"),
  .looks_for = N_("Targets with no baseline, no value or no date."),
  .source = N_("“A program that cannot state its target metric has no way to know if the design is working.”"),
  .fires = N_("Sourced pipeline as the target, and nothing more."),
  .quiet = N_("From $280,000 to $1.3M a year by the end of 2027; a baseline that does not apply, in a new program."),
  .mend = N_("Say where it stands, where it should be and by when. Where more than one of them is missing, or nothing in "
             "the design adds up to a number, none is proposed: leadership would take it for yours."),
  .keep = N_("Keep it while the first quarter is still being measured."),
  .until = N_("When another of the figures is missing, or known."),
  .reads = TRL_PART_PROGRAM | TRL_PART_FUNNELS,
  .check_program = check,
};
