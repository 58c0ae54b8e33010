/* path-none.c: nothing is planned after the signature. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>

static TrlEdit *
add_path (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *arg)
{
  TrlCargo cargo = { .kind = TRL_KIND_STEP, .bundle = TRL_BUNDLE_PATH };
  TrlPlace place = trl_places_ask (blueprint, &cargo, trl_fix_card (finding), TRL_SLOT_PATH);

  return place.lawful ? trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, NULL) : NULL;
}

static char *
describe (const TrlCard *motion)
{
  g_autofree char *number = NULL;
  double now;

  if (!trl_card_get_number (motion, TRL_MOTION_PARTNERS_NOW, &now) || now <= 0)
    return g_strdup (_("What comes after signing is left to chance, and names that never sell fill the roster. How does a "
                       "partner get from signed to a first deal?"));
  number = trl_format_number (now);
  return g_strdup_printf (ngettext ("%s partner has signed; what comes then is left to chance. How does a partner get from "
                                    "signed to a first deal?",
                                    "%s partners have signed; what comes then is left to chance. How does a partner get from "
                                    "signed to a first deal?", trl_format_plural (now)), number);
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  TrlDraft *draft;

  for (guint i = 0; i < scope->n_strides; i++)
    if (scope->strides[i].kind == NULL || (scope->strides[i].kind->flags & TRL_ENTRY_RECRUITING) == 0)
      return;

  draft = trl_report_open (report, trl_card_get_id (scope->motion));
  trl_draft_set_label (draft, _("no path"));
  trl_draft_prove (draft, scope->n_strides);
  if (scope->n_strides > 0)
    trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s %u step is planned up to the signature and none after it",
                                                            "In %s %u steps are planned up to the signature and none after it",
                                                            scope->n_strides), trl_words_card (scope->motion), scope->n_strides));
  else
    trl_draft_take_title (draft, g_strdup_printf (_("Nothing is planned in %s after the signature"), trl_words_card (scope->motion)));
  trl_draft_take_text (draft, describe (scope->motion));
  trl_draft_add_fix (draft, add_path, NULL, _("Start from the usual path"));
}

const TrlRule trl_rule_path_none = {
  .id = "PATH-NONE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_ENABLEMENT,
  .ripens = TRUE,
  .title = N_("No path from signed to productive"),
  .looks_for = N_("Motions without a step after the signature."),
  .source = N_("“Programs that design recruiting but not enablement sign partners who never sell.”"),
  .fires = N_("Three steps up to the signature and none after it."),
  .quiet = N_("A form and a first referral: two steps are a path."),
  .mend = N_("Start from the usual path of the type."),
  .keep = N_("Keep it where partners need no help to begin."),
  .until = N_("When a step is added to the path or taken away."),
  .check_motion = check,
};
