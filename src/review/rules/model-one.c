/* model-one.c: one model for every kind of partner. */

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
  trl_draft_set_label (draft, _("one model"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s share one ladder and one incentive"), names));
  trl_draft_take_text (draft, g_strdup (_("They earn in different ways, and criteria, benefits and rates are equal in all of "
                                          "them: what fits one cannot fit the others. Where should they part?")));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  TrlClass *klass = trl_sums_get_model (scope->sums);
  guint bits = 1u << TRL_DECISION_TIERS | 1u << TRL_DECISION_INCENTIVES;

  if (klass != NULL)
    trl_report_copy (report, klass, TRL_SAME_MODEL, (scope->ripe & bits) != 0, write_words);
}

const TrlRule trl_rule_model_one = {
  .id = "MODEL-ONE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TYPES,
  .title = N_("One model for every partner type"),
  .looks_for = N_("Motions that earn in different ways and all have the same ladder and the same incentives."),
  .source = N_("“One model forced across every type is the most common design failure.”"),
  /* xgettext:no-c-format */
  .fires = N_("Technology, agency and referral partners all climb Silver and Gold for the same bars and are all paid "
              "10 % at closed-won."),
  .quiet = N_("A reseller and a VAR motion that share a ladder: both sell. A duplicate that is still worked on is only "
              "a to-do."),
  .mend = N_("Give each motion a ladder and an incentive that its partners can reach and live on."),
  .keep = N_("Keep it when one badge for all is the point and each motion earns by its own business."),
  .until = N_("When a motion more or less is the same."),
  .reads = TRL_PART_LADDERS | TRL_PART_PAYS,
  .check_program = check,
};
