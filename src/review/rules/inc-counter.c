/* inc-counter.c: all the pay of a motion lies on the other side of its target.
 *
 * Several motions may pull against one target, and each is a finding of its
 * own, at its own pay. They look like one cause and are as many decisions: what
 * would mend one (half of its own rate at the renewal) is no mend for another,
 * somebody keeps it for affiliates and not for agencies, it counts again when
 * the pay of that one motion turns, and of those who only refer it is worth a
 * question where for others it is a pitfall. One finding that names them all
 * could be kept or mended only for all. What they have in common, a target that
 * nothing serves, is left out as long as one of them speaks: see fold.c. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>

/* The highest rate in percent that a motion pays; -1 when there is none. */
static double
highest_rate (const TrlMotionScope *scope)
{
  double best = -1, value;

  for (guint i = 0; i < scope->n_pays; i++)
    for (guint r = 0; scope->pays[i].cash && r < scope->pays[i].rates->len; r++)
      {
        const TrlCard *rate = g_ptr_array_index (scope->pays[i].rates, r);

        if (g_strcmp0 (trl_card_get_text (rate, TRL_RATE_UNIT), "%") == 0 &&
            trl_card_get_number (rate, TRL_RATE_VALUE, &value))
          best = MAX (best, value);
      }
  return best;
}

/* @arg: the rate. */
static TrlEdit *
add_renewal (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *arg)
{
  return trl_fix_add_pay (blueprint, trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_RENEWAL),
                          trl_finding_get_motion (finding), arg != NULL ? g_ascii_strtod (arg, NULL) : -1);
}

static TrlEdit *
pay_at_close (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *incentive)
{
  const GPtrArray *rates = trl_blueprint_get_children (blueprint, incentive, TRL_SLOT_RATES);
  TrlEdit *edit = trl_edit_new (blueprint, _("Pay when the deal is won"));

  trl_edit_set_entry (edit, incentive, TRL_INCENTIVE_TRIGGER, TRL_EVENTS_CLOSED_WON);
  trl_edit_set_choice (edit, incentive, TRL_INCENTIVE_BASIS, TRL_BASIS_FIRST_YEAR_VALUE);
  for (guint i = 0; i < rates->len; i++)
    trl_edit_set_choice (edit, trl_card_get_id (g_ptr_array_index (rates, i)), TRL_RATE_ON, TRL_BUSINESS_NEW);
  return edit;
}

static char *
name_targets (const TrlMotionScope *scope,
              TrlDraft             *draft)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);

      if (!trl_scope_is_for (scope, target))
        continue;
      g_ptr_array_add (cards, target->card);
      trl_draft_prove_text (draft, target->kind->id);
    }
  return trl_words_cards (cards);
}

/* Who only names a buyer cannot keep one. Paid for names alone, beside others who are there to keep them, it does what it was
 * asked to; whether the motion is for that target at all is the question, and no more than that. */
static gboolean
is_served_elsewhere (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->brief->targets->len; i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);

      if (trl_scope_is_for (scope, target) && !target->served)
        return FALSE;
    }
  return scope->routes == TRL_ROUTE_REFER;
}

static const TrlPay *
first_cash (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_pays; i++)
    if (scope->pays[i].cash)
      return &scope->pays[i];
  return NULL;
}

static void
offer_renewal (const TrlMotionScope *scope,
               TrlDraft             *draft)
{
  double rate = highest_rate (scope) / 2;
  char arg[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *percent = rate > 0 ? trl_format_percent (rate) : NULL;

  if (percent == NULL)
    trl_draft_add_fix (draft, add_renewal, NULL, _("Pay for renewals too"));
  else
    trl_draft_add_fix_take (draft, add_renewal, g_ascii_dtostr (arg, sizeof arg, rate),
                            /* Translators: %s is a rate, such as "10 %". */
                            g_strdup_printf (_("Pay %s on renewals too"), percent));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  const char *id = trl_card_get_id (scope->motion), *name = trl_words_card (scope->motion);
  g_autofree char *targets = NULL;
  TrlDraft *draft;
  gboolean late;

  if (!trl_pay_counters (scope, &late))
    return;
  draft = trl_report_open_as (report, !late && is_served_elsewhere (scope) ? TRL_SEVERITY_ADVICE : TRL_SEVERITY_WARNING, id);
  targets = name_targets (scope, draft);
  trl_draft_prove (draft, late);
  trl_draft_set_label (draft, _("pay against target"));
  if (late)
    {
      /* Translators: a motion, then one or more targets. */
      trl_draft_take_title (draft, g_strdup_printf (_("All pay in %s is for customers that stay, and the target is %s"), name,
                                                    targets));
      trl_draft_take_text (draft, g_strdup (_("Partners will look after what they have and bring nobody new. What do they "
                                              "earn for a new deal?")));
      trl_draft_add_fix (draft, pay_at_close, trl_card_get_id (first_cash (scope)->card), _("Pay when a deal is won"));
      return;
    }
  /* Translators: a motion, then one or more targets: "All pay in Agency is for new deals, and the target is Retention". */
  trl_draft_take_title (draft, g_strdup_printf (_("All pay in %s is for new deals, and the target is %s"), name, targets));
  trl_draft_take_text (draft, g_strdup (_("Partners will win customers and move on: nothing is earned when one stays. What do "
                                          "they earn at the renewal?")));
  offer_renewal (scope, draft);
}

const TrlRule trl_rule_inc_counter = {
  .id = "INC-COUNTER",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Pay that pulls against the target"),
  .looks_for = N_("Motions whose targets count customers that stay while all cash is paid for new deals; or whose targets "
                  "count pipeline and new revenue while all cash is paid at renewals. Of partners who only refer it is advice "
                  "where somebody else serves the target."),
  .source = N_("“An incentive misaligned with the goal will reliably produce the wrong behavior at scale.”"),
  /* xgettext:no-c-format */
  .fires = N_("Retention is the target, and the only pay is 20 % of the first year."),
  /* xgettext:no-c-format */
  .quiet = N_("20 % of the first year and 10 % of each renewal; a commission on every month paid; two targets of which the "
              "pay serves one."),
  .mend = N_("Move part of the pay to where the target is counted."),
  .keep = N_("Keep it when somebody else is paid for the other half."),
  .until = N_("When the target becomes another, or the pay turns from one side to the other."),
  .check_motion = check,
};
