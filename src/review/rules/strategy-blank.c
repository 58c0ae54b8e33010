/* strategy-blank.c: decisions are taken, and the strategy is not written down. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"

#include <glib/gi18n.h>

static gboolean
is_open (const TrlCard *root,
         TrlMember      member)
{
  return trl_card_get_state (root, member) == TRL_STATE_OPEN;
}

/* A sentence for each that is missing, to be typed over; one half of the strategy is enough to begin with. */
static TrlEdit *
write_sentences (TrlBlueprint *blueprint,
                 TrlFinding   *finding,
                 const char   *arg)
{
  const TrlCard *root = trl_blueprint_get_root (blueprint);
  TrlEdit *edit = trl_edit_new (blueprint, _("Begin with a sentence each"));

  if (is_open (root, TRL_PROGRAM_GOAL))
    trl_fix_propose_text (edit, TRL_ROOT_ID, TRL_PROGRAM_GOAL, _("Partners bring customers that we would not win alone"));
  if (is_open (root, TRL_PROGRAM_STRATEGY_WHERE) && is_open (root, TRL_PROGRAM_STRATEGY_BET))
    trl_fix_propose_text (edit, TRL_ROOT_ID, TRL_PROGRAM_STRATEGY_BET,
                          _("Partners have the trust of these customers already"));
  return edit;
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint n_decided = trl_sums_get_n_decided (scope->sums);
  TrlDraft *draft;

  if (scope->ripe == 0 && n_decided == 0)
    return;
  if (is_open (scope->root, TRL_PROGRAM_GOAL))
    g_ptr_array_add (words, (gpointer) C_("what is missing", "the goal"));
  /* Where and why are two halves of one strategy: whoever wrote one of them has one. */
  if (is_open (scope->root, TRL_PROGRAM_STRATEGY_WHERE) && is_open (scope->root, TRL_PROGRAM_STRATEGY_BET))
    {
      g_ptr_array_add (words, (gpointer) C_("what is missing", "where we compete"));
      g_ptr_array_add (words, (gpointer) C_("what is missing", "the bet"));
    }
  if (words->len == 0)
    return;
  list = trl_words_list (words);
  draft = trl_report_open (report, TRL_ROOT_ID);
  trl_draft_prove (draft, words->len);
  trl_draft_set_label (draft, _("no strategy"));
  trl_draft_take_title (draft, g_strdup (_("Decisions are taken before the strategy is written down")));
  /* Translators: %s lists what is missing: "the goal, where we compete and the bet". */
  trl_draft_take_text (draft, g_strdup_printf (_("Still blank: %s; so each decision rests on what its author had in mind. What "
                                                 "would leadership sign in a sentence each?"), list));
  trl_draft_add_fix (draft, write_sentences, NULL, _("Begin with a sentence each"));
}

const TrlRule trl_rule_strategy_blank = {
  .id = "STRATEGY-BLANK",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .title = N_("Decisions without a strategy"),
  .looks_for = N_("Programs in which something is declared decided, and neither the goal nor where to compete and the "
                  "bet are written down."),
  .source = N_("“Strategy is the goal and the bet, design is the structure that executes it, and the two are usually "
               "built in that order.”"),
  .fires = N_("Tiers are decided; the goal of the program is blank."),
  .quiet = N_("A program that nobody has decided anything of; a goal and one half of the strategy."),
  .mend = N_("Write one sentence each: the goal, where you compete, why partners win there."),
  .keep = N_("Keep it when the strategy is written down somewhere else."),
  .until = N_("When another number of sentences is missing."),
  .reads = TRL_PART_PROGRAM | TRL_PART_STATEMENTS,
  .check_program = check,
};
