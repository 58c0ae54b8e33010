/* order-stale.c: decisions that rest on what has changed since. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>

#define BASED (1u << TRL_DECISION_TIERS | 1u << TRL_DECISION_INCENTIVES | 1u << TRL_DECISION_ENABLEMENT)

/* Declares it decided again, on what the types and the statement are now. */
static TrlEdit *
confirm (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  const char *motion = trl_fix_card (finding);
  g_autofree char *basis = trl_acts_get_basis (blueprint, motion);
  TrlEdit *edit = trl_edit_new (blueprint, _("Confirm the decisions"));

  for (const char * const *id = trl_finding_get_cards (finding) + 1; *id != NULL; id++)
    trl_edit_set_text (edit, *id, TRL_DECISION_OF, basis);
  return edit;
}

static TrlEdit *
recheck (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Look at the decisions again"));

  for (const char * const *id = trl_finding_get_cards (finding) + 1; *id != NULL; id++)
    trl_edit_set_choice (edit, *id, TRL_DECISION_STATE, TRL_DECIDED_RECHECK);
  return edit;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *list = NULL;
  TrlDraft *draft = NULL;

  for (guint i = 0; i < scope->n_decided; i++)
    {
      const TrlCard *card = scope->decided[i];
      const char *of = trl_card_get_text (card, TRL_DECISION_OF);
      int what = trl_card_get_choice (card, TRL_DECISION_WHAT);

      if (what < 0 || (BASED & 1u << what) == 0 || of == NULL || g_strcmp0 (of, scope->basis) == 0 ||
          trl_card_get_choice (card, TRL_DECISION_STATE) == TRL_DECIDED_RECHECK)
        continue;
      if (draft == NULL)
        {
          draft = trl_report_open (report, trl_card_get_id (scope->motion));
          words = g_ptr_array_new ();
        }
      trl_draft_add_card (draft, trl_card_get_id (card));
      trl_draft_prove (draft, what);
      g_ptr_array_add (words, (gpointer) trl_words_decision (what));
    }
  if (draft == NULL)
    return;
  list = trl_words_list (words);
  trl_draft_prove_text (draft, scope->basis);
  trl_draft_set_label (draft, _("to re-check"));
  /* Translators: a motion, then decisions: "Something in Agency has changed since tiers and incentives were decided". */
  trl_draft_take_title (draft, g_strdup_printf (_("Something in %s has changed since %s were decided"),
                                                trl_words_card (scope->motion), list));
  trl_draft_take_text (draft, g_strdup (_("The types or who does what are others now, and what was decided rests on them. Does it "
                                          "still hold?")));
  trl_draft_add_fix (draft, confirm, NULL, _("It still holds"));
  trl_draft_add_fix (draft, recheck, NULL, _("Look at it again"));
}

const TrlRule trl_rule_order_stale = {
  .id = "ORDER-STALE",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .title = N_("Decisions that rest on something else"),
  .looks_for = N_("Tiers, incentives and enablement that were declared decided before the types of the motion, or who "
                  "does what in it, were changed."),
  .source = N_("“Later decisions depend on earlier ones … partner types are the load-bearing decision.”"),
  .fires = N_("Incentives were decided for agencies; since then the motion is for resellers."),
  .quiet = N_("Another name, another sentence, another market; decisions of a file that does not say what they rested "
              "on."),
  .mend = N_("Confirm that they still hold, or look at them again."),
  .keep = N_("Keep it when the change was only put into better words."),
  .until = N_("When the types or the statement change once more, or another decision rests on them."),
  .check_motion = check,
};
