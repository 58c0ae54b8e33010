/* tier-copied.c: motions that earn differently climb one ladder. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "copies.h"
#include "format.h"

#include <glib/gi18n.h>
#include <math.h>

static void
write_words (TrlDraft   *draft,
             const char *names,
             guint       n)
{
  trl_draft_set_label (draft, _("same ladder"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s have the same ladder"), names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("Criteria and benefits are equal in %u motion that earns in another "
                                                         "way, so somebody is asked for what it cannot reach. What can each "
                                                         "of them be measured by?",
                                                         "Criteria and benefits are equal in %u motions that earn in "
                                                         "different ways, so somebody is asked for what it cannot reach. "
                                                         "What can each of them be measured by?", n),
                                               n));
}

static void
write_near (TrlDraft   *draft,
            const char *names,
            double      share)
{
  g_autofree char *percent = trl_format_percent (floor (share));

  trl_draft_set_label (draft, _("nearly one ladder"));
  /* Translators: %s are motions. */
  trl_draft_take_title (draft, g_strdup_printf (_("%s have almost the same ladder"), names));
  /* Translators: %s is a share, such as "90 %". */
  trl_draft_take_text (draft, g_strdup_printf (_("%s of the criteria and benefits are equal in motions that earn in different ways, as if one had been "
                                                 "copied from another. What can each of them be measured by?"), percent));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  /* One finding for one cause: MODEL-ONE names them all. */
  if (trl_sums_get_model (scope->sums) != NULL)
    return;
  trl_report_copies (scope, report, TRL_SAME_LADDER, write_words);
  trl_report_near (scope, report, TRL_SAME_LADDER, write_near);
}

const TrlRule trl_rule_tier_copied = {
  .id = "TIER-COPIED",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("The same ladder for types that earn differently"),
  .looks_for = N_("Motions that share no way of earning and have the same ladder: the same criteria and benefits, "
                  "whatever they are called. Four fifths of the criteria, and of all lines, are advice, in programs with up to "
                  "32 different ladders."),
  .source = N_("“Forcing resellers, technology partners, and agencies through the same tiers produces a structure that "
               "serves none of them.”"),
  .fires = N_("Agencies and technology partners both need $100,000 of sourced revenue for Gold."),
  .quiet = N_("One score for all, which is only asked about; the same tier names with other bars; the same benefits for other criteria; two blank ladders; motions that "
              "share a way of earning; short ladders of which one line differs."),
  .mend = N_("Ask each kind for what it can reach."),
  .keep = N_("Keep it when both really do the same for the customer."),
  .until = N_("When a motion more or less has this ladder."),
  .reads = TRL_PART_LADDERS | TRL_PART_PAYS,
  .check_program = check,
};
