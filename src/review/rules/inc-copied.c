/* inc-copied.c: motions that earn differently are paid alike. */

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
  trl_draft_set_label (draft, _("same pay"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s are paid in the same way"), names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("Kind, basis, event and rates are equal in %u motion that earns in "
                                                         "another way. What would each of them work for?",
                                                         "Kind, basis, event and rates are equal in %u motions that earn in "
                                                         "different ways. What would each of them work for?", n),
                                               n));
}

static void
write_near (TrlDraft   *draft,
            const char *names,
            double      share)
{
  g_autofree char *percent = trl_format_percent (floor (share));

  trl_draft_set_label (draft, _("nearly one pay"));
  /* Translators: %s are motions. */
  trl_draft_take_title (draft, g_strdup_printf (_("%s are paid in almost the same way"), names));
  /* Translators: %s is a share, such as "90 %". */
  trl_draft_take_text (draft, g_strdup_printf (_("%s of the rates are equal in motions that earn in different ways, as if one had been copied from "
                                                 "another. What would each of them work for?"), percent));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  /* One finding for one cause: MODEL-ONE names them all. */
  if (trl_sums_get_model (scope->sums) != NULL)
    return;
  trl_report_copies (scope, report, TRL_SAME_PAY, write_words);
  trl_report_near (scope, report, TRL_SAME_PAY, write_near);
}

const TrlRule trl_rule_inc_copied = {
  .id = "INC-COPIED",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("The same incentives for types that earn differently"),
  .looks_for = N_("Motions that share no way of earning and have the same incentives: kind, basis, event, condition "
                  "and rates. Four fifths of five rates or more are advice."),
  .source = N_("“Different partner types monetize differently.”"),
  /* xgettext:no-c-format */
  .fires = N_("Agencies and referrers both get 20 % of the first year at closed-won."),
  .quiet = N_("The same kind with another rate or event; motions that share a way of earning; rates that nobody has "
              "set yet."),
  .mend = N_("Swap one of them for what its partners usually live on."),
  .keep = N_("Keep it when the pay is fixed by law or by a platform."),
  .until = N_("When a motion more or less pays like this."),
  .reads = TRL_PART_LADDERS | TRL_PART_PAYS,
  .check_program = check,
};
