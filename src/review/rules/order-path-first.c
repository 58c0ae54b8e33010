/* order-path-first.c: a path was laid before anybody said for whom. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  TrlDraft *draft;

  if (scope->n_types > 0 || scope->n_strides == 0)
    return;
  draft = trl_report_open (report, trl_card_get_id (scope->strides[0].card));
  for (guint i = 1; i < scope->n_strides; i++)
    trl_draft_add_card (draft, trl_card_get_id (scope->strides[i].card));
  trl_draft_prove (draft, scope->n_strides);
  trl_draft_set_label (draft, _("path before type"));
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s there is %u step of a path and no partner type",
                                                          "In %s there are %u steps of a path and no partner type",
                                                          scope->n_strides),
                                                trl_words_card (scope->motion), scope->n_strides));
  trl_draft_take_text (draft, g_strdup (_("A referrer needs a form, a technology partner an integration: what has to be "
                                          "learned depends on the type. Who walks this path?")));
  trl_draft_add_fix (draft, trl_fix_park, NULL, ngettext ("Park it", "Park them", scope->n_strides));
}

const TrlRule trl_rule_order_path_first = {
  .id = "ORDER-PATH-FIRST",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_ENABLEMENT,
  .title = N_("Path before types"),
  .looks_for = N_("A path in a motion that has no partner type."),
  .source = N_("“Almost every other design choice, tiers, incentives, enablement, depends on what kind of partner you "
               "are designing for.”"),
  .fires = N_("Training and certification in a motion for nobody yet."),
  .quiet = N_("A motion whose type is there, or steps that lie parked."),
  .mend = N_("Attach the partner type first, or park the path."),
  .keep = N_("Keep it when all kinds start alike."),
  .until = N_("When a step is added to the path or taken away."),
  .check_motion = check,
};
