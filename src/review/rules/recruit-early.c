/* recruit-early.c: recruiting is open while decisions are. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>

static TrlEdit *
hold (TrlBlueprint *blueprint,
      TrlFinding   *finding,
      const char   *arg)
{
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  TrlEdit *edit = trl_fix_begin (blueprint, finding);

  trl_edit_set_choice (edit, TRL_ROOT_ID, TRL_PROGRAM_RECRUITING, TRL_RECRUITING_ON_HOLD);
  for (guint i = 0; i < motions->len; i++)
    if (trl_card_get_choice (g_ptr_array_index (motions, i), TRL_MOTION_RECRUITING) == TRL_RECRUITING_OPEN)
      trl_edit_set_choice (edit, trl_card_get_id (g_ptr_array_index (motions, i)), TRL_MOTION_RECRUITING,
                           TRL_RECRUITING_ON_HOLD);
  trl_edit_set_name (edit, _("Hold recruiting"));
  return edit;
}

/* A metric whose role somebody still has to find out may be the target. */
static gboolean
has_target (const TrlBrief *brief)
{
  return brief->targets->len > 0 || brief->vague;
}

/* "tiers in 2 motions" */
static char *
describe_open (int   decision,
               guint n_open,
               guint n_motions)
{
  const char *what = trl_words_decision (decision);

  if (n_motions <= 1)
    return g_strdup (what);
  /* Translators: a decision and in how many motions it is open: "tiers in 2 of 3 motions". */
  return g_strdup_printf (ngettext ("%s in %u of %u motion", "%s in %u of %u motions", n_motions), what, n_open, n_motions);
}

static GPtrArray *
list_open (const TrlProgramScope *scope,
           TrlDraft              *draft)
{
  gboolean open = scope->brief->recruiting == TRL_RECRUITING_OPEN;
  guint n_recruiting = trl_sums_get_n_recruiting (scope->sums, open);
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  for (int d = 0; d < TRL_N_DECISION_CHOICES; d++)
    {
      guint n = trl_sums_get_n_open (scope->sums, open, d);

      if (d == TRL_DECISION_METRICS ? has_target (scope->brief) : n == 0 && n_recruiting > 0)
        continue;
      trl_draft_prove (draft, d);
      trl_draft_prove (draft, n);
      g_ptr_array_add (words, d == TRL_DECISION_METRICS ? g_strdup (_("the target"))
                                                        : describe_open (d, n, n_recruiting));
    }
  return words;
}

static gboolean
is_early (const TrlProgramScope *scope)
{
  gboolean open = scope->brief->recruiting == TRL_RECRUITING_OPEN;
  guint n_recruiting = trl_sums_get_n_recruiting (scope->sums, open);

  if (n_recruiting == 0)
    return open && trl_sums_get_n_motions (scope->sums) == 0;
  for (int d = 0; d < TRL_N_DECISION_CHOICES; d++)
    if (trl_sums_get_n_open (scope->sums, open, d) > 0)
      return TRUE;
  return !has_target (scope->brief);
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *list = NULL, *number = NULL;
  TrlDraft *draft;
  double now = 0;

  if (!is_early (scope))
    return;
  draft = trl_report_open (report, TRL_ROOT_ID);
  words = list_open (scope, draft);
  list = trl_words_list (words);
  trl_draft_set_label (draft, _("recruiting too early"));
  trl_draft_take_title (draft, g_strdup (_("Recruiting is open before the design can take new partners")));
  trl_card_get_number (scope->root, TRL_PROGRAM_PARTNERS_NOW, &now);
  number = trl_format_number (now);
  if (now > 0)
    /* Translators: a number, then what is open: "tiers and the target". */
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s partner has signed already, and every new one asks for "
                                                           "decisions of its own while this is open: %s. Hold recruiting "
                                                           "until it is answered?",
                                                           "%s partners have signed already, and every new one asks for "
                                                           "decisions of its own while this is open: %s. Hold recruiting "
                                                           "until it is answered?", trl_format_plural (now)), number, list));
  else
    /* Translators: %s is what is open: "tiers and the target". */
    trl_draft_take_text (draft, g_strdup_printf (_("Every new partner asks for decisions of its own while this is open: %s. Hold "
                                                   "recruiting until it is answered?"), list));
  trl_draft_add_fix (draft, hold, NULL, _("Hold recruiting"));
}

const TrlRule trl_rule_recruit_early = {
  .id = "RECRUIT-EARLY",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TYPES,
  .title = N_("Recruiting before designing"),
  .looks_for = N_("Open recruiting in a motion without types, tiers, incentive or path, or in a program without a "
                  "target."),
  .source = N_("“The mistake almost every program makes is recruiting before designing.”"),
  .fires = N_("Recruiting is open while two of three motions have no path."),
  .quiet = N_("Recruiting on hold, or open only in the motion that is complete."),
  .mend = N_("Hold recruiting until the decisions that are named have been taken."),
  .keep = N_("Keep it for partners who know that they come into a pilot."),
  .until = N_("When other decisions are open, or in another number of motions."),
  .reads = TRL_PART_OPEN | TRL_PART_PROGRAM,
  .check_program = check,
};
