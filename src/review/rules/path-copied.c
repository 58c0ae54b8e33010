/* path-copied.c: motions that earn differently walk one path. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "copies.h"

#include <glib/gi18n.h>

static void
write_words (TrlDraft   *draft,
             const char *names,
             guint       n)
{
  trl_draft_set_label (draft, _("same path"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s walk the same path"), names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("Steps and days are equal in %u motion that earns in another way, and "
                                                         "a first deal is not the same for all. What makes each of them "
                                                         "productive?",
                                                         "Steps and days are equal in %u motions that earn in different "
                                                         "ways, and a first deal is not the same for all. What makes each "
                                                         "of them productive?", n), n));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  trl_report_copies (scope, report, TRL_SAME_PATH, write_words);
}

const TrlRule trl_rule_path_copied = {
  .id = "PATH-COPIED",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_ENABLEMENT,
  .title = N_("The same path for types that earn differently"),
  .looks_for = N_("Motions that share no way of earning and have the same path: the same steps in the same order, "
                  "days, hours and tests."),
  .source = N_("“Each motion got … its own onboarding path.”"),
  .fires = N_("Agencies and technology partners: onboarding 10 days, training 15, certification 15, first deal 20."),
  .quiet = N_("One step or one number of days differs; motions that share a way of earning; a duplicate is only a "
              "to-do."),
  .mend = N_("Give each the path that leads to its own first deal."),
  .keep = N_("Keep it when the first weeks really are the same for all."),
  .until = N_("When a motion more or less walks this path."),
  .reads = TRL_PART_PATHS | TRL_PART_LADDERS | TRL_PART_PAYS,
  .check_program = check,
};
