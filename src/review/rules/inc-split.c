/* inc-split.c: one deal, two motions that can claim it, and no word on who gets it. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "copies.h"

#include <glib/gi18n.h>

/* What many programs use; a proposal, to be typed over. */
#define USUAL_WINDOW 14

static TrlEdit *
set_window (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  const char * const *motions = trl_finding_get_cards (finding);
  TrlEdit *edit = trl_edit_new (blueprint, _("One partner a deal"));

  for (; *motions != NULL; motions++)
    trl_fix_propose (edit, *motions, TRL_MOTION_ATTRIBUTION_DAYS, USUAL_WINDOW);
  return edit;
}

static void
write_words (TrlDraft   *draft,
             const char *names,
             guint       n)
{
  trl_draft_set_label (draft, _("who gets the deal"));
  /* Translators: motions: "Technology and Agency can claim the same deal". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s can claim the same deal"), names));
  trl_draft_take_text (draft, g_strdup (_("In each of them partners find the customer and are paid, and nothing says who gets "
                                          "it when two do. First to register, last to touch, or shared?")));
  trl_draft_add_fix_take (draft, set_window, NULL,
                          g_strdup_printf (ngettext ("One partner a deal, %d day", "One partner a deal, %d days",
                                                     USUAL_WINDOW), USUAL_WINDOW));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  trl_report_copies (scope, report, TRL_SAME_CLAIM, write_words);
}

const TrlRule trl_rule_inc_split = {
  .id = "INC-SPLIT",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .ripens = TRUE,
  .title = N_("Two partners, one deal"),
  .looks_for = N_("Two or more motions for the same market in which partners find the customer and are paid for the deal, "
                  "and none says who gets it: no attribution window, no registration, no word on conflicts."),
  .source = N_("Experience: one partner a deal, within a window, or the quarter ends in disputes."),
  .fires = N_("Agencies and technology partners both earn on deals that they find, and nothing is said of deals that both "
              "found."),
  .quiet = N_("Registered deals that are protected; an attribution window of 14 days; motions for different regions."),
  .mend = N_("Set an attribution window, protect registered deals, or write down who gets it."),
  .keep = N_("Keep it when both are paid, on purpose."),
  .until = N_("When a motion more or less can claim the same deals."),
  .reads = TRL_PART_CLAIMS,
  .check_program = check,
};
