/* tier-empty.c: a tier that nobody is in. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "terms.h"

#include <glib/gi18n.h>

static gboolean
says_nobody (const TrlRung *rung,
             gboolean       started)
{
  double n;

  if (trl_card_get_number (rung->card, TRL_TIER_PARTNERS_EXPECTED, &n))
    return n == 0;
  return started && trl_card_get_number (rung->card, TRL_TIER_PARTNERS_NOW, &n) && n == 0;
}

/* Where no tier has anybody, the program has not begun. */
static gboolean
has_started (const TrlMotionScope *scope)
{
  double n;

  for (guint i = 0; i < scope->n_rungs; i++)
    if (trl_card_get_number (scope->rungs[i].card, TRL_TIER_PARTNERS_NOW, &n) && n > 0)
      return TRUE;
  return FALSE;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  gboolean started = has_started (scope);

  /* With more than three tiers that is said together with their number. */
  if (trl_scope_count_ranked (scope) > 3)
    return;
  for (guint i = 0; i < scope->n_ladder; i++)
    {
      gboolean expected = trl_card_get_state (scope->ladder[i]->card, TRL_TIER_PARTNERS_EXPECTED) == TRL_STATE_KNOWN;
      TrlDraft *draft;

      if (!says_nobody (scope->ladder[i], started))
        continue;
      draft = trl_report_open (report, trl_card_get_id (scope->ladder[i]->card));
      trl_draft_prove (draft, expected);
      trl_draft_set_label (draft, _("nobody in it"));
      trl_draft_take_title (draft, g_strdup_printf (expected ? _("Nobody is expected in %s") : _("Nobody is in %s"),
                                                    trl_words_card (scope->ladder[i]->card)));
      trl_draft_take_text (draft, g_strdup (_("A tier that stays empty is a promise that nobody can see kept, and it makes the "
                                              "others mean less. Should it go, or should its bar move?")));
      trl_draft_add_fix (draft, trl_fix_park, NULL, ngettext ("Park it", "Park them", 1));
    }
}

const TrlRule trl_rule_tier_empty = {
  .id = "TIER-EMPTY",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("An empty tier"),
  .looks_for = N_("Tiers in which nobody is expected; where no expectation is stated, in which nobody is today "
                  "although others are filled."),
  .source = N_("“The number matters less than making sure every tier changes what the partner actually receives.”"),
  .fires = N_("Gold with 0 of 60 partners."),
  .quiet = N_("A new tier that four partners are expected in, and a program that has not begun."),
  .mend = N_("Merge it with its neighbour, lower its bar, or park it."),
  .keep = N_("Keep it when it is meant as a goal and its first partner is in sight."),
  .until = N_("When it is no longer an expectation, but a fact, or the other way round."),
  .check_motion = check,
};
