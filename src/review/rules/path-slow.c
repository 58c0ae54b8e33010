/* path-slow.c: the first deal comes so late that partners have lost interest. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>

#define SLOW 1.5

/* The most that is usual for the types of the motion; 0 when none is known. */
static int
usual_days (const TrlMotionScope *scope)
{
  int days = 0;

  for (guint i = 0; i < scope->n_types; i++)
    {
      if (scope->types[i].entry == NULL)
        return 0;
      /* Whoever does it without money is not driven away by waiting for some. */
      if (scope->types[i].entry->incentive == TRL_INCENTIVES_NON_CASH)
        return 0;
      days = MAX (days, scope->types[i].entry->days);
    }
  return days;
}

/* Where the first business is a deal won, the sale itself takes its time too. */
static double
limit_for (const TrlMotionScope *scope,
           const TrlStride      *business)
{
  double limit = SLOW * usual_days (scope), cycle;

  if (business->event != NULL && !trl_event_is_before (business->event->number, TRL_EVENTS_CLOSED_WON) &&
      trl_card_get_number (scope->motion, TRL_MOTION_DEAL_CYCLE_DAYS, &cycle))
    limit += cycle;
  return limit;
}

/* The longest step that can wait until after the first deal and brings the path in time; NULL for none. */
static const TrlCard *
find_later (const TrlMotionScope *scope,
            int                   business,
            double                over)
{
  const TrlCard *found = NULL;
  double longest = 0, days;

  for (int i = 0; i < business; i++)
    {
      const TrlStride *stride = &scope->strides[i];

      if (stride->kind == NULL || (stride->kind->flags & (TRL_ENTRY_SKILL | TRL_ENTRY_RECRUITING)) != 0 ||
          stride->kind->number == TRL_STEPS_ONBOARDING || stride->kind->number == TRL_STEPS_ACCESS ||
          !trl_card_get_number (stride->card, TRL_STEP_DAYS, &days) || days < over || days <= longest)
        continue;
      longest = days;
      found = stride->card;
    }
  return found;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  int business = trl_scope_first_business (scope), usual = usual_days (scope);
  const TrlCard *later;
  double days, limit;
  TrlDraft *draft;

  if (business < 0 || usual == 0)
    return;
  days = trl_scope_days_until (scope, business);
  limit = limit_for (scope, &scope->strides[business]);
  if (days <= limit)
    return;
  draft = trl_report_open (report, trl_card_get_id (scope->strides[business].card));
  trl_draft_prove (draft, days);
  trl_draft_prove (draft, limit);
  trl_draft_set_label (draft, _("late first deal"));
  /* Translators: a motion, a step, days: "In Agency, First deal comes 240 days after the signature". */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s, %s comes %.0f day after the signature",
                                                          "In %s, %s comes %.0f days after the signature", trl_format_plural (days)),
                                                trl_words_card (scope->motion),
                                                trl_words_card (scope->strides[business].card), days));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("%d day is usual for such partners, and one who earns nothing for "
                                                         "longer turns elsewhere. What can wait until after the first deal?",
                                                         "%d days are usual for such partners, and one who earns nothing for "
                                                         "longer turns elsewhere. What can wait until after the first deal?",
                                                         usual), usual));
  later = find_later (scope, business, days - limit);
  if (later != NULL)
    /* Translators: %s is a step. */
    trl_draft_add_fix_take (draft, trl_fix_after_first_deal, trl_card_get_id (later),
                            g_strdup_printf (_("%s after the first deal"), trl_words_card (later)));
}

const TrlRule trl_rule_path_slow = {
  .id = "PATH-SLOW",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_ENABLEMENT,
  .title = N_("A first deal that comes late"),
  .looks_for = N_("The days from the signature through the first business, against one and a half times what is usual: 30 "
                  "for referrals, 90 for resellers and agencies, 180 for technology partners and integrators. Where the "
                  "first business is a deal won, the sales cycle is added."),
  .source = N_("Experience: a partner that has not sold anything after a few months rarely sells later."),
  .fires = N_("Referrers whose first referral is planned for day 60."),
  .quiet = N_("A technology partner whose integration is live after 120 days."),
  .mend = N_("Move what can wait behind the first deal, or shorten it. Where no single step is long enough, what becomes shorter is "
             "for people to say."),
  .keep = N_("Keep it where a customer’s year has only one season."),
  .until = N_("When the days to the first deal, or the usual ones, change."),
  .check_motion = check,
};
