/* tier-no-review.c: nobody has said how a partner leaves a tier. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

static TrlEdit *
review_them (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Review the tiers every year"));

  for (const char * const *id = trl_finding_get_cards (finding); *id != NULL; id++)
    {
      const TrlCard *tier = trl_blueprint_get (blueprint, *id);

      if (trl_card_get_state (tier, TRL_TIER_REVIEW) == TRL_STATE_OPEN)
        trl_edit_set_choice (edit, *id, TRL_TIER_REVIEW, TRL_PERIOD_YEAR);
      if (trl_card_get_state (tier, TRL_TIER_GRACE) == TRL_STATE_OPEN)
        trl_edit_set_text (edit, *id, TRL_TIER_GRACE, _("One review"));
    }
  return edit;
}

/* Whether any rung says it: one word for the ladder is enough. How long a tier is kept says both. */
static gboolean
is_said (const TrlMotionScope *scope,
         TrlMember             member)
{
  for (guint i = 0; i < scope->n_rungs; i++)
    if (trl_card_get_state (scope->rungs[i].card, member) != TRL_STATE_OPEN ||
        trl_card_get_state (scope->rungs[i].card, TRL_TIER_KEPT_UNTIL) != TRL_STATE_OPEN)
      return TRUE;
  return FALSE;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  gboolean review = is_said (scope, TRL_TIER_REVIEW), grace = is_said (scope, TRL_TIER_GRACE);
  const char *name = trl_words_card (scope->motion), *top;
  TrlDraft *draft;

  /* A ladder that asks for nothing yet has more to say first. */
  if (scope->n_ladder < 2 || (review && grace) || scope->ladder[scope->n_ladder - 1]->n_criteria == 0)
    return;
  top = trl_words_card (scope->ladder[scope->n_ladder - 1]->card);
  draft = trl_report_open (report, trl_card_get_id (scope->ladder[scope->n_ladder - 1]->card));
  for (guint i = scope->n_ladder - 1; i-- > 0;)
    trl_draft_add_card (draft, trl_card_get_id (scope->ladder[i]->card));
  trl_draft_prove (draft, review + 2 * grace);
  trl_draft_set_label (draft, _("no review"));
  if (!review)
    /* Translators: %s is a motion. */
    trl_draft_take_title (draft, g_strdup_printf (_("Nothing in %s says when tiers are reviewed"), name));
  else
    trl_draft_take_title (draft, g_strdup_printf (_("Nothing in %s says what happens below the bar"), name));
  trl_draft_take_text (draft, g_strdup_printf (_("Whoever reached %s once stays for ever, or falls overnight, as somebody sees "
                                                 "fit. How often is it looked at, and how long is the grace?"), top));
  trl_draft_add_fix (draft, review_them, NULL, _("Every year, with one review of grace"));
}

const TrlRule trl_rule_tier_no_review = {
  .id = "TIER-NO-REVIEW",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .ripens = TRUE,
  .title = N_("Tiers that are never reviewed"),
  .looks_for = N_("Ladders of two tiers or more that do not say how often a tier is checked, or how long a partner "
                  "keeps it below its bar."),
  .source = N_("Practice: a tier is a contract; without a review and a grace it is a gift, or a trap."),
  .fires = N_("Gold at $500,000 a year, and no word on the year after."),
  .quiet = N_("A review every quarter with a quarter of grace, said at one tier; a tier that is kept to the end of the "
              "next year."),
  .mend = N_("Say how often tiers are reviewed and how long the grace is."),
  .keep = N_("Keep it while the first year runs."),
  .until = N_("When the review is said and the grace is not, or the other way round."),
  .check_motion = check,
};
