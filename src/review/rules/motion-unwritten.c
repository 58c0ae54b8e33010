/* motion-unwritten.c: a motion that nobody has written down, or that is written as another one. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "copies.h"
#include "fixes.h"
#include "lens.h"

#include <glib/gi18n.h>

static const TrlMember roles[] = {
  TRL_MOTION_FINDS, TRL_MOTION_SELLS, TRL_MOTION_SIGNS, TRL_MOTION_DELIVERS, TRL_MOTION_SUPPORTS, TRL_MOTION_RENEWS
};

static TrlEdit *
write_usual (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *gtm)
{
  const TrlEntry *entry = trl_catalogue_find (TRL_CATALOGUE_MOTIONS, gtm);
  const char *id = trl_fix_card (finding);
  TrlEdit *edit = trl_fix_begin (blueprint, finding);

  trl_edit_set_entry (edit, id, TRL_MOTION_GTM, entry->number);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (entry->roles[i] >= 0 && trl_card_get_state (trl_edit_get (edit, id), roles[i]) == TRL_STATE_OPEN)
      trl_edit_set_choice (edit, id, roles[i], entry->roles[i]);
  trl_edit_set_name (edit, _("Write the usual statement"));
  return edit;
}

/* What is usual for its one type; for several, the way to market that the motion names. */
static const TrlEntry *
find_usual (const TrlMotionScope *scope)
{
  const TrlEntry *gtm = trl_card_get_entry (scope->motion, TRL_MOTION_GTM);

  if (scope->n_types == 1 && scope->types[0].entry != NULL)
    return trl_catalogue_get (TRL_CATALOGUE_MOTIONS, scope->types[0].entry->motion);
  return gtm != NULL && gtm->roles[0] >= 0 ? gtm : NULL;
}

static void
check_empty (const TrlMotionScope *scope,
             TrlReport             *report)
{
  const TrlEntry *gtm;
  TrlDraft *draft;

  if (trl_scope_is_written (scope))
    return;
  draft = trl_report_open (report, trl_card_get_id (scope->motion));
  trl_draft_prove (draft, 0);
  trl_draft_set_label (draft, _("not written yet"));
  trl_draft_take_title (draft, g_strdup_printf (_("Who does what in %s is not written down yet"), trl_words_card (scope->motion)));
  trl_draft_take_text (draft, g_strdup (_("Everybody in the room may mean another thing by it. Who finds the customer, sells, "
                                          "signs and delivers?")));
  gtm = find_usual (scope);
  if (gtm == NULL)
    return;
  trl_draft_add_fix_take (draft, write_usual, gtm->id,
                          /* Translators: a way to go to market: "Start from “Service-led”". */
                          g_strdup_printf (_("Start from “%s”"), trl_entry_get_label (gtm)));
  /* Another way to market that somebody chose is not overwritten unasked. */
  if (scope->n_types == 1 && (trl_card_get_state (scope->motion, TRL_MOTION_GTM) == TRL_STATE_OPEN ||
                              trl_card_get_entry (scope->motion, TRL_MOTION_GTM) == gtm))
    trl_draft_mark_safe (draft);
}

static void
write_same (TrlDraft   *draft,
            const char *names,
            guint       n)
{
  trl_draft_set_label (draft, _("same statement"));
  trl_draft_take_title (draft, g_strdup_printf (_("%s are written in the same way"), names));
  trl_draft_take_text (draft, g_strdup (_("If they really are one motion, one of them is enough; if not, it does not show. Who "
                                          "does what in each of them?")));
}

static void
check_same (const TrlProgramScope *scope,
            TrlReport             *report)
{
  trl_report_copies (scope, report, TRL_SAME_STATEMENT, write_same);
}

const TrlRule trl_rule_motion_unwritten = {
  .id = "MOTION-UNWRITTEN",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TYPES,
  .ripens = TRUE,
  .title = N_("Motion without a statement of its own"),
  .looks_for = N_("Motions that do not say who finds, sells, signs and delivers, and statements that are the same word "
                  "for word."),
  .source = N_("“Write the distinct go-to-market motion for each.”"),
  .fires = N_("Two motions that both say “Partners sell with us”."),
  .quiet = N_("A motion that says who signs the customer; two regions whose roles are alike and whose words are not."),
  .mend = N_("Say who does what, or begin with what is usual for the type. Where two are the same, or several types share "
             "a motion, only people know in what they differ."),
  .keep = N_("Keep it for the same motion in two regions."),
  .until = N_("When a motion more or less is written in the same way; a blank one stays kept."),
  .reads = TRL_PART_STATEMENTS,
  .check_motion = check_empty,
  .check_program = check_same,
};
