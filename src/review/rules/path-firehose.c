/* path-firehose.c: more lessons before the first deal than a working day holds. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>

#define WORKING_DAY 8

/* The longest lesson that can wait, a test least of all, so that the rest fits a day; NULL for none. */
static const TrlCard *
find_later (const TrlMotionScope *scope,
            int                   business,
            double                over)
{
  const TrlCard *found = NULL;
  gboolean found_test = TRUE;
  double longest = 0, hours;

  for (int i = 0; i < business; i++)
    {
      const TrlStride *stride = &scope->strides[i];
      gboolean test = stride->kind != NULL && (stride->kind->flags & TRL_ENTRY_SKILL) != 0;

      if (!trl_stride_is_learning (stride) || !trl_card_get_number (stride->card, TRL_STEP_HOURS, &hours) || hours < over)
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
  double sum = 0, hours;
  TrlDraft *draft;

  for (int i = 0; i < business; i++)
    if (trl_stride_is_learning (&scope->strides[i]) &&
        trl_card_get_number (scope->strides[i].card, TRL_STEP_HOURS, &hours))
      sum += hours;
  if (sum <= WORKING_DAY)
    return;
  total = trl_format_number (sum);
  draft = trl_report_open (report, trl_card_get_id (scope->strides[business].card));
  trl_draft_prove (draft, sum);
  trl_draft_set_label (draft, _("much to learn first"));
  /* Translators: a motion and a number of hours. */
  trl_draft_take_title (draft, g_strdup_printf (_("In %s a partner learns for %s hours before the first deal"),
                                                trl_words_card (scope->motion), total));
  trl_draft_take_text (draft, g_strdup (_("That is more than a working day without a customer, and most of it is forgotten by "
                                          "the time that it is needed. What can be learned on the first deal?")));
  later = find_later (scope, business, sum - WORKING_DAY);
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
  .looks_for = N_("Training and certification of more than eight hours of a partner’s time before the first business."),
  .source = N_("Experience: what has to be learned before the first deal should fit a working day."),
  .fires = N_("Twelve hours of courses and an exam of four, then the first deal."),
  .quiet = N_("Six hours of courses; days of building an integration, which is no lesson."),
  .mend = N_("Move courses behind the first deal, or cut them to what the first deal needs."),
  .keep = N_("Keep it where a mistake at the first customer costs more than that."),
  .until = N_("When the hours before the first deal change."),
  .check_motion = check,
};
