/* tier-top-crowded.c: too many at the top. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

#define MOST_SHARE 0.4    /* of those that have a tier */
#define FEW        10.0   /* partners, of whom a share says nothing */

/* How many are in the top tier and in all; FALSE when one tier does not say. */
static gboolean
count (const TrlMotionScope *scope,
       TrlMember             member,
       double               *top,
       double               *all)
{
  double n;

  *all = *top = 0;
  for (guint i = 0; i < scope->n_rungs; i++)
    {
      if (!trl_card_get_number (scope->rungs[i].card, member, &n))
        return FALSE;
      *all += n;
      if (&scope->rungs[i] == scope->ladder[scope->n_ladder - 1])
        *top = n;
    }
  return TRUE;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  double top, all;
  const TrlRung *rung;
  TrlDraft *draft;

  if (scope->n_ladder < 2 ||
      (!count (scope, TRL_TIER_PARTNERS_EXPECTED, &top, &all) && !count (scope, TRL_TIER_PARTNERS_NOW, &top, &all)) ||
      all < FEW || top <= MOST_SHARE * all)
    return;
  rung = scope->ladder[scope->n_ladder - 1];
  draft = trl_report_open (report, trl_card_get_id (rung->card));
  trl_draft_prove (draft, top);
  trl_draft_prove (draft, all);
  trl_draft_set_label (draft, _("crowded at the top"));
  /* Translators: a tier and two numbers: "Gold holds 30 of 60 partners". */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s holds %.0f of %.0f partner", "%s holds %.0f of %.0f partners",
                                                          (gulong) all), trl_words_card (rung->card), top, all));
  trl_draft_take_text (draft, g_strdup_printf (_("When %.0f %% are at the top, it costs the most and sets nobody apart. How high "
                                                 "would its bar have to be for the best to be seen?"), 100 * top / all));
}

const TrlRule trl_rule_tier_top_crowded = {
  .id = "TIER-TOP-CROWDED",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A crowded top tier"),
  /* xgettext:no-c-format */
  .looks_for = N_("Ladders whose top tier holds more than 40 % of the partners that have a tier, from ten partners on; "
                  "what is expected counts before what is."),
  .source = N_("“More than three dilutes the meaning of each level”, and so does a top that nearly everybody reaches."),
  .fires = N_("30 of 60 partners in Gold."),
  .quiet = N_("24 of 60, fewer than ten in all, and tiers that do not say how many."),
  .mend = N_("Raise the bar of the top tier."),
  .keep = N_("Keep it when the motion is by invitation and for the best only."),
  .check_motion = check,
};
