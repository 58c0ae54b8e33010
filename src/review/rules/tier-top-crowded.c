/* tier-top-crowded.c: too many at the top. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>
#include <math.h>

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

/* What the top asks for that can be asked for more of; NULL when nothing is. */
static const TrlItem *
find_bar (const TrlRung *rung,
          double        *value)
{
  for (guint i = 0; i < rung->n_criteria; i++)
    {
      const TrlItem *item = &rung->criteria[i];

      /* What is a percentage has its end at a hundred. */
      if (item->entry != NULL && item->entry->direction > 0 && g_strcmp0 (item->entry->unit, "%") != 0 &&
          trl_card_get_number (item->card, TRL_CRITERION_VALUE, value) && *value > 0)
        return item;
    }
  return NULL;
}

/* @arg: the criterion and its new bar. How many will reach it then is for somebody to find out. */
static TrlEdit *
raise_bar (TrlBlueprint *blueprint,
           TrlFinding   *finding,
           const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", 2);
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);
  TrlEdit *edit = trl_edit_new (blueprint, _("Raise the bar"));

  trl_fix_propose (edit, words[0], TRL_CRITERION_VALUE, g_ascii_strtod (words[1], NULL));
  trl_edit_set (edit, trl_fix_card (finding), TRL_TIER_PARTNERS_EXPECTED, unknown);
  return edit;
}

/* Half as much again: twice could be a cliff. */
static void
offer_bar (const TrlMotionScope *scope,
           const TrlRung        *rung,
           TrlDraft             *draft)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *bar = NULL, *arg = NULL;
  const TrlItem *item;
  const char *unit;
  double value;

  item = find_bar (rung, &value);
  if (item == NULL)
    return;
  value = ceil (value * 1.5);
  unit = trl_card_get_text (item->card, TRL_CRITERION_UNIT);
  bar = trl_format_with_unit (value, unit != NULL ? unit : item->entry->unit, scope->brief->currency);
  arg = g_strdup_printf ("%s %s", trl_card_get_id (item->card), g_ascii_dtostr (number, sizeof number, value));
  /* Translators: a bar and a criterion: "Ask for $150,000 of “sourced revenue”". */
  trl_draft_add_fix_take (draft, raise_bar, arg, g_strdup_printf (_("Ask for %s of “%s”"), bar,
                                                                  trl_entry_get_label (item->entry)));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  double top, all;
  g_autofree char *here = NULL, *everybody = NULL, *percent = NULL;
  const TrlRung *rung;
  TrlDraft *draft;

  /* Whoever still has to find out how many will reach it, will. */
  if (scope->n_ladder < 2 ||
      trl_card_get_state (scope->ladder[scope->n_ladder - 1]->card, TRL_TIER_PARTNERS_EXPECTED) == TRL_STATE_UNKNOWN ||
      (!count (scope, TRL_TIER_PARTNERS_EXPECTED, &top, &all) && !count (scope, TRL_TIER_PARTNERS_NOW, &top, &all)) ||
      all < FEW || top <= MOST_SHARE * all)
    return;
  rung = scope->ladder[scope->n_ladder - 1];
  here = trl_format_number (top);
  everybody = trl_format_number (all);
  percent = trl_format_percent (round (100 * top / all));
  draft = trl_report_open (report, trl_card_get_id (rung->card));
  trl_draft_prove (draft, top);
  trl_draft_prove (draft, all);
  trl_draft_set_label (draft, _("crowded at the top"));
  /* Translators: a tier and two numbers: "Gold holds 30 of 60 partners". */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s holds %s of %s partner", "%s holds %s of %s partners",
                                                          trl_format_plural (all)), trl_words_card (rung->card), here, everybody));
  trl_draft_take_text (draft, g_strdup_printf (_("When %s are at the top, it costs the most and sets nobody apart. How high "
                                                 "would its bar have to be for the best to be seen?"), percent));
  offer_bar (scope, rung, draft);
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
  .quiet = N_("24 of 60, fewer than ten in all, tiers that do not say how many, and a top of which that is still to be found out."),
  .mend = N_("Raise the bar of the top tier, and find out how many will reach it then. A tier without a number to raise "
             "needs one first."),
  .keep = N_("Keep it when the motion is by invitation and for the best only."),
  .until = N_("When the number at the top, or in all, changes."),
  .check_motion = check,
};
