/* motion-unowned.c: a motion that nobody answers for. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "lens.h"

#include <glib/gi18n.h>

/* @owner: who could be it, to be typed over */
static TrlEdit *
name_owner (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *owner)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Name an owner"));

  trl_fix_propose_text (edit, trl_fix_card (finding), TRL_MOTION_OWNER, owner);
  return edit;
}

/* Who answers for a step of the path already; NULL for nobody. */
static const char *
find_owner (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_strides; i++)
    {
      const char *owner = trl_card_get_text (scope->strides[i].card, TRL_STEP_OWNER);

      if (owner != NULL && *owner != '\0')
        return owner;
    }
  return NULL;
}

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
                                    "time. Who owns %s?", trl_format_plural (scope->size)), size, name);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  TrlState state = trl_card_get_state (scope->motion, TRL_MOTION_OWNER);
  const char *owner;
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
  trl_draft_take_title (draft, g_strdup_printf (_("Nobody answers for %s yet"), trl_words_card (scope->motion)));
  trl_draft_take_text (draft, describe (scope));
  owner = find_owner (scope);
  if (state == TRL_STATE_OPEN && owner != NULL)
    /* Translators: a person, then a motion. */
    trl_draft_add_fix_take (draft, name_owner, owner, g_strdup_printf (_("%s owns %s"), owner,
                                                                            trl_words_card (scope->motion)));
  else if (state == TRL_STATE_OPEN)
    trl_draft_add_fix (draft, name_owner, _("Partner manager"), _("Name an owner"));
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
  .until = N_("When the owner turns from open to unknown, or back."),
  .check_motion = check,
};
