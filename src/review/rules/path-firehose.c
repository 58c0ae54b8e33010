/* path-firehose.c: more lessons before the first deal than a working day holds. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>

#define WORKING_DAY  8
#define WORKING_WEEK 40

/* Courses should fit a day, whoever sits in them. A test is another thing where the partner delivers, runs or builds: that
 * skill is what its customers pay for, every program with certified people asks for days of it, and an administrator or an
 * installer who learns for two days is not flooded. A week of it is too much there as well. */
static gboolean
lives_on_skill (const TrlMotionScope *scope)
{
  return (scope->routes & (TRL_ROUTE_DELIVER | TRL_ROUTE_BUILD)) != 0;
}

static gboolean
is_test (const TrlStride *stride)
{
  return stride->kind != NULL && (stride->kind->flags & TRL_ENTRY_SKILL) != 0;
}

/* Hours of lessons before the first business, those of tests (@tests) or of courses. */
static double
sum_hours (const TrlMotionScope *scope,
           int                   business,
           gboolean              tests)
{
  double sum = 0, hours;

  for (int i = 0; i < business; i++)
    if (trl_stride_is_learning (&scope->strides[i]) && is_test (&scope->strides[i]) == tests &&
        trl_card_get_number (scope->strides[i].card, TRL_STEP_HOURS, &hours))
      sum += hours;
  return sum;
}

/* The longest lesson that can wait, a test least of all (@tests) or not at all, so that the rest fits; NULL for none. */
static const TrlCard *
find_later (const TrlMotionScope *scope,
            int                   business,
            double                over,
            gboolean              tests)
{
  const TrlCard *found = NULL;
  gboolean found_test = TRUE;
  double longest = 0, hours;

  for (int i = 0; i < business; i++)
    {
      const TrlStride *stride = &scope->strides[i];
      gboolean test = is_test (stride);

      if (!trl_stride_is_learning (stride) || !trl_card_get_number (stride->card, TRL_STEP_HOURS, &hours) || hours < over ||
          (test && !tests))
        continue;
      if (found != NULL && (test > found_test || (test == found_test && hours <= longest)))
        continue;
      found = stride->card;
      found_test = test;
      longest = hours;
    }
  return found;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  int business = trl_scope_first_business (scope);
  g_autofree char *total = NULL;
  const TrlCard *later;
  double courses = sum_hours (scope, business, FALSE), sum = courses + sum_hours (scope, business, TRUE), most = WORKING_DAY;
  TrlDraft *draft;
  double over;

  if (lives_on_skill (scope) && sum > WORKING_WEEK)
    most = WORKING_WEEK;
  else if (lives_on_skill (scope))
    sum = courses;
  if (sum <= most)
    return;
  total = trl_format_number (sum);
  draft = trl_report_open (report, trl_card_get_id (scope->strides[business].card));
  trl_draft_prove (draft, sum);
  trl_draft_set_label (draft, _("much to learn first"));
  /* Translators: a motion and a number of hours. */
  trl_draft_take_title (draft, g_strdup_printf (_("In %s a partner learns for %s hours before the first deal"),
                                                trl_words_card (scope->motion), total));
  trl_draft_take_text (draft, g_strdup (most > WORKING_DAY
                                        ? _("That is more than a working week without a customer, and most of it is forgotten "
                                            "by the time that it is needed. What can be learned on the first deal?")
                                        : _("That is more than a working day without a customer, and most of it is forgotten "
                                            "by the time that it is needed. What can be learned on the first deal?")));
  over = sum - most;
  if (lives_on_skill (scope) && courses > WORKING_DAY)
    over = MAX (over, courses - WORKING_DAY);
  later = find_later (scope, business, over, !lives_on_skill (scope) || courses <= WORKING_DAY);
  if (later != NULL)
    /* Translators: %s is a step. */
    trl_draft_add_fix_take (draft, trl_fix_after_first_deal, trl_card_get_id (later),
                            g_strdup_printf (_("%s after the first deal"), trl_words_card (later)));
}

const TrlRule trl_rule_path_firehose = {
  .id = "PATH-FIREHOSE",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_ENABLEMENT,
  .title = N_("Much to learn before the first deal"),
  .looks_for = N_("Training and certification of more than eight hours of a partner’s time before the first business. Where the "
                  "partner delivers or builds, courses of more than eight hours, or of more than forty with the tests."),
  .source = N_("Experience: what has to be learned before the first deal should fit a working day, and a week where the skill "
               "is what the customer pays for."),
  .fires = N_("Twelve hours of courses and an exam of four, then the first deal."),
  .quiet = N_("Six hours of courses; a test of two days for those who install it; days of building an integration, which is "
              "no lesson."),
  .mend = N_("Move courses behind the first deal, or cut them to what the first deal needs."),
  .keep = N_("Keep it where a mistake at the first customer costs more than that."),
  .until = N_("When the hours before the first deal change."),
  .check_motion = check,
};
