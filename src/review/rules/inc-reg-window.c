/* inc-reg-window.c: the protection of a registered deal ends before deals do. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "terms.h"

#include <glib/gi18n.h>
#include <math.h>

#define ENOUGH 0.75

/* @arg: the card that says how long; days */
static TrlEdit *
extend (TrlBlueprint *blueprint,
        TrlFinding   *finding,
        const char   *arg)
{
  const char *id = trl_finding_get_cards (finding)[0];
  gboolean motion = trl_card_get_kind (trl_blueprint_get (blueprint, id)) == TRL_KIND_MOTION;
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 0));

  trl_fix_propose (edit, id, motion ? TRL_MOTION_REGISTRATION_DAYS : TRL_BENEFIT_VALUE, g_ascii_strtod (arg, NULL));
  return edit;
}

static void
report_days (const TrlMotionScope *scope,
             const TrlCard        *card,
             const char           *name,
             double                days,
             double                cycle,
             TrlReport            *report)
{
  /* Whole tens: nobody protects for 113 days. */
  gulong protects = trl_format_whole (days), lasts = trl_format_whole (cycle);
  gulong proposal = trl_format_whole (ceil (cycle / 10)) * 10;
  g_autofree char *arg = g_strdup_printf ("%lu", proposal);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (card));

  trl_draft_prove (draft, days);
  trl_draft_prove (draft, cycle);
  trl_draft_set_label (draft, _("protected too briefly"));
  /* Translators: a motion or a tier: "In Reseller a registered deal is protected for 60 days". */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s a registered deal is protected for %lu day",
                                                          "In %s a registered deal is protected for %lu days", protects), name,
                                                protects));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("A sale takes %lu day, so the protection is over before the deal is "
                                                         "won. Should it last as long as the sale?",
                                                         "A sale takes %lu days, so the protection is over before the deal "
                                                         "is won. Should it last as long as the sale?", lasts), lasts));
  trl_draft_add_fix_take (draft, extend, arg, g_strdup_printf (ngettext ("Protect it for %lu day", "Protect it for %lu days",
                                                                         proposal), proposal));
}

static gboolean
protection_in_days (const TrlItem *benefit,
                    double        *days)
{
  const char *unit = trl_card_get_text (benefit->card, TRL_BENEFIT_UNIT);

  return benefit->entry != NULL && benefit->entry->number == TRL_BENEFITS_DEAL_PROTECTION &&
         (unit == NULL || g_str_equal (unit, "days")) && trl_card_get_number (benefit->card, TRL_BENEFIT_VALUE, days);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  TrlState extension = trl_terms_state (scope->motion, TRL_MOTION_REGISTRATION_EXTENSION);
  double cycle, days, usual = -1;

  /* How much an extension adds is in words. */
  if (!trl_card_get_number (scope->motion, TRL_MOTION_DEAL_CYCLE_DAYS, &cycle) || cycle <= 0 ||
      extension == TRL_STATE_KNOWN || extension == TRL_STATE_UNKNOWN)
    return;
  if (trl_card_get_number (scope->motion, TRL_MOTION_REGISTRATION_DAYS, &usual) && usual < ENOUGH * cycle)
    report_days (scope, scope->motion, trl_words_card (scope->motion), usual, cycle, report);
  for (guint t = 0; t < scope->n_rungs; t++)
    for (guint i = 0; i < scope->rungs[t].n_benefits; i++)
      /* A tier that gives what all get has no cause of its own. */
      if (protection_in_days (&scope->rungs[t].benefits[i], &days) && days < ENOUGH * cycle && days != usual)
        report_days (scope, scope->rungs[t].benefits[i].card, trl_words_card (scope->rungs[t].card), days, cycle, report);
}

const TrlRule trl_rule_inc_reg_window = {
  .id = "INC-REG-WINDOW",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Protection shorter than the sale"),
  .looks_for = N_("Deals that are protected for less than three quarters of the sales cycle, with no extension."),
  .source = N_("Experience: a partner who loses a deal that it registered registers no second one."),
  .fires = N_("60 days of protection where a sale takes 120."),
  .quiet = N_("90 days where a sale takes 120; 60 days that can be extended."),
  .mend = N_("Protect for as long as a sale takes, or say when the protection is extended."),
  .keep = N_("Keep it when old registrations block live ones."),
  .until = N_("When the days of protection or of the sale change."),
  .check_motion = check,
};
