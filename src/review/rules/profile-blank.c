/* profile-blank.c: whom a motion wants is not said. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"

#include "lens.h"

#include <glib/gi18n.h>

/* @profile: a line to be typed over */
static TrlEdit *
write_profile (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *profile)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Say whom we want"));

  trl_fix_propose_text (edit, trl_fix_card (finding), TRL_MOTION_PROFILE, profile);
  return edit;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  TrlState state = trl_card_get_state (scope->motion, TRL_MOTION_PROFILE);
  TrlDraft *draft;

  /* Whoever takes everyone else turns nobody away. */
  if (state == TRL_STATE_KNOWN || state == TRL_STATE_NOT_APPLICABLE || !trl_scope_is_written (scope) ||
      !trl_scope_has_begun (scope) ||
      trl_card_get_yes (scope->motion, TRL_MOTION_CATCH_ALL, FALSE))
    return;
  draft = state == TRL_STATE_OPEN && trl_card_get_state (scope->motion, TRL_MOTION_CATCH_ALL) != TRL_STATE_UNKNOWN
        ? trl_report_open (report, trl_card_get_id (scope->motion))
        : trl_report_open_as (report, TRL_SEVERITY_TODO, trl_card_get_id (scope->motion));
  trl_draft_prove (draft, state);
  trl_draft_set_label (draft, _("no profile"));
  /* Translators: %s is a motion. */
  trl_draft_take_title (draft, g_strdup_printf (_("Nothing in %s says which partners we want"),
                                                trl_words_card (scope->motion)));
  trl_draft_take_text (draft, g_strdup (_("Without that, whoever asks gets in, and each one has to be judged anew. Who is "
                                          "right for it, and whom do we turn away?")));
  if (state == TRL_STATE_OPEN)
    trl_draft_add_fix (draft, write_profile, _("We want those who serve our customers already; we turn away those who do not"),
                       _("Start from a line"));
}

const TrlRule trl_rule_profile_blank = {
  .id = "PROFILE-BLANK",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .ripens = TRUE,
  .title = N_("A motion without a profile of its partners"),
  .looks_for = N_("Motions that are written down, do not take everyone else, and do not say which partners they want."),
  .source = N_("“A program with no design cannot scale, because every new partner requires a fresh decision.”"),
  .fires = N_("An agency motion that any freelancer could join."),
  .quiet = N_("“Agencies that implement for manufacturers; at least five people in delivery”, and the track for "
              "everyone else."),
  .mend = N_("Say in a line whom you want and whom you turn away."),
  .keep = N_("Keep it when a contract or a law says who may take part."),
  .until = N_("When the profile turns from open to unknown, or back."),
  .check_motion = check,
};
