/* metric-too-soon.c: a target that is due before a new partner can have won a deal. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include <glib/gi18n.h>

#define LONGEST 36525.0   /* days: a path of a hundred years is a slip of the hand, and has no date */

typedef struct
{
  double path;      /* days from the start to the first business */
  double cycle;     /* of the sale after it, 0 when it is not stated */
} Wait;

/* @arg: a metric and a day */
static TrlEdit *
move_date (TrlBlueprint *blueprint,
           TrlFinding   *finding,
           const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", 2);
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 0));

  trl_edit_set_text (edit, words[0], TRL_METRIC_BY, words[1]);
  return edit;
}

/* A motion that runs has partners who are past all of it. */
static gboolean
runs_already (const TrlCard *motion)
{
  int stage = trl_card_get_choice (motion, TRL_MOTION_STAGE);
  double now;

  /* Where somebody still has to find that out, it may. */
  if (stage == TRL_STAGE_LIVE || stage == TRL_STAGE_RETIRING ||
      trl_card_get_state (motion, TRL_MOTION_STAGE) == TRL_STATE_UNKNOWN)
    return TRUE;
  if (stage < 0 && trl_card_get_state (motion, TRL_MOTION_PARTNERS_NOW) == TRL_STATE_UNKNOWN)
    return TRUE;
  return stage < 0 && trl_card_get_number (motion, TRL_MOTION_PARTNERS_NOW, &now) && now > 0;
}

static char *
write_day (guint julian)
{
  GDate date;
  char text[32];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

/* The last day of the month: what people put into a plan. */
static char *
write_month_end (guint julian)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_set_day (&date, g_date_get_days_in_month (g_date_get_month (&date), g_date_get_year (&date)));
  return write_day (g_date_get_julian (&date));
}

/* Pipeline is there before the deal is won: then only the path has to fit. */
static gboolean
counts_before_the_close (const TrlEntry *kind)
{
  return (kind->served_by >> TRL_EVENTS_OPPORTUNITY_ACCEPTED & 1) != 0;
}

static void
report_target (const TrlMotionScope *scope,
               const TrlTarget      *target,
               const Wait           *wait,
               guint                 due,
               TrlReport            *report)
{
  guint earliest = scope->brief->start + (guint) (wait->path + wait->cycle);
  gboolean hard = scope->brief->start + wait->path > due || !counts_before_the_close (target->kind);
  g_autofree char *first = write_day (earliest), *by = write_day (due), *month = write_month_end (earliest);
  g_autofree char *arg = g_strdup_printf ("%s %s", trl_card_get_id (target->card), month);
  TrlDraft *draft = trl_report_open_as (report, hard ? TRL_SEVERITY_WARNING : TRL_SEVERITY_ADVICE,
                                        trl_card_get_id (scope->motion));

  trl_draft_add_card (draft, trl_card_get_id (target->card));
  trl_draft_prove (draft, earliest);
  trl_draft_prove (draft, due);
  trl_draft_set_label (draft, _("due too soon"));
  /* Translators: a motion and a day. */
  trl_draft_take_title (draft, g_strdup_printf (_("A new partner of %s wins its first deal on %s at the earliest"),
                                                trl_words_card (scope->motion), first));
  if (wait->cycle > 0)
    /* Translators: a target, a day, days, days. */
    trl_draft_take_text (draft, g_strdup_printf (_("%s is due on %s; the path takes %.0f days and the sale %.0f after it. Is it "
                                                   "the date that should move, or the path?"),
                                                 trl_words_card (target->card), by, wait->path, wait->cycle));
  else
    /* Translators: a target, a day, days. */
    trl_draft_take_text (draft, g_strdup_printf (_("%s is due on %s, and the path takes %.0f days. Is it the date that should "
                                                   "move, or the path?"), trl_words_card (target->card), by, wait->path));
  /* Translators: a target and a day. */
  trl_draft_add_fix_take (draft, move_date, arg, g_strdup_printf (_("%s by %s"), trl_words_card (target->card), month));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  int business = trl_scope_first_business (scope);
  Wait wait = { 0 };

  if (scope->brief->start == 0 || business < 0 || runs_already (scope->motion))
    return;
  wait.path = trl_scope_days_until (scope, business);
  trl_card_get_number (scope->motion, TRL_MOTION_DEAL_CYCLE_DAYS, &wait.cycle);
  if (wait.path + wait.cycle > LONGEST)
    return;
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);
      guint due = trl_terms_day (target->card, TRL_METRIC_BY);

      if (due == 0 || target->kind == NULL || !trl_scope_is_for (scope, target) ||
          scope->brief->start + wait.path + wait.cycle <= due)
        continue;
      report_target (scope, target, &wait, due, report);
      return;
    }
}

const TrlRule trl_rule_metric_too_soon = {
  .id = "METRIC-TOO-SOON",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_METRICS,
  .title = N_("A target that is due too soon"),
  .looks_for = N_("The days of the path through the first business and the sales cycle after it, counted from the day on "
                  "which the design comes into force, was approved or was last decided, against the date of the target. "
                  "Motions that run already are left out; for pipeline only the path has to fit."),
  .source = N_("“Designing first is slower at the start and far faster after.”"),
  .fires = N_("A path of 120 days and a sale of 180, and the target is due in 200 days."),
  .quiet = N_("The same with a year to go; a motion that is live."),
  .mend = N_("Move the date, shorten the path, or say which motion brings it in time."),
  .keep = N_("Keep it when partners who are signed already bring the first year."),
  .until = N_("When the first deal or the target gets another date."),
  .check_motion = check,
};
