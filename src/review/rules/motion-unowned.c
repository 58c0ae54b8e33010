/* motion-unowned.c: a motion that nobody answers for. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "format.h"
#include "lens.h"

#include <glib/gi18n.h>

static char *
describe (const TrlMotionScope *scope)
{
  const char *name = trl_words_card (scope->motion);
  g_autofree char *size = NULL;

  if (scope->size <= 0)
    return g_strdup_printf (_("Whoever has a question about it asks somebody else each time. Who owns %s?"), name);
  size = trl_format_number (scope->size);
  return g_strdup_printf (ngettext ("It is meant for %s partner, and whoever has a question about it asks somebody else each "
                                    "time. Who owns %s?",
                                    "It is meant for %s partners, and whoever has a question about it asks somebody else each "
                                    "time. Who owns %s?", (gulong) scope->size), size, name);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  const char *name = trl_words_card (scope->motion);
  TrlState state = trl_card_get_state (scope->motion, TRL_MOTION_OWNER);
  TrlDraft *draft;

  /* A motion that is not written down has more to say first. */
  if (state == TRL_STATE_KNOWN || state == TRL_STATE_NOT_APPLICABLE || !trl_scope_is_written (scope) ||
      !trl_scope_has_begun (scope))
    return;
  draft = state == TRL_STATE_OPEN ? trl_report_open (report, trl_card_get_id (scope->motion))
                                  : trl_report_open_as (report, TRL_SEVERITY_TODO, trl_card_get_id (scope->motion));
  trl_draft_prove (draft, state);
  trl_draft_set_label (draft, _("no owner"));
  /* Translators: %s is a motion. */
  trl_draft_take_title (draft, g_strdup_printf (_("Nobody answers for %s yet"), name));
  trl_draft_take_text (draft, describe (scope));
}

const TrlRule trl_rule_motion_unowned = {
  .id = "MOTION-UNOWNED",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .ripens = TRUE,
  .title = N_("A motion without an owner"),
  .looks_for = N_("Motions that are written down and have no owner."),
  .source = N_("“The team builds on a deliberate structure instead of improvising one partner at a time.”"),
  .fires = N_("A co-sell motion for forty partners, and nobody who answers for it."),
  .quiet = N_("A motion that is not written down yet: that is said first."),
  .mend = N_("Name the person or the role that answers for it."),
  .keep = N_("Keep it while the position is being filled."),
  .check_motion = check,
};
