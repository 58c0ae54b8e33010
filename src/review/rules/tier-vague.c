/* tier-vague.c: a bar that cannot be measured. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "suggest.h"

#include <glib/gi18n.h>

typedef enum
{
  GAP_NONE,
  GAP_TIME,      /* counts over no stated time */
  GAP_BAR,       /* does not say how much */
  GAP_WORDS      /* is in words that nobody can measure */
} Gap;

/* @arg: the criterion and its bar. */
static TrlEdit *
set_bar (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Set the bar"));

  trl_fix_propose (edit, trl_fix_card (finding), TRL_CRITERION_VALUE, g_ascii_strtod (arg, NULL));
  return edit;
}

static TrlEdit *
over_a_year (TrlBlueprint *blueprint,
             TrlFinding   *finding,
             const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Count over a year"));

  trl_edit_set_choice (edit, trl_fix_card (finding), TRL_CRITERION_PER, TRL_PERIOD_YEAR);
  return edit;
}

static TrlEdit *
by_invitation (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("By invitation"));

  trl_edit_set_entry (edit, trl_fix_card (finding), TRL_CRITERION_METRIC, TRL_CRITERIA_INVITATION);
  trl_edit_set_choice (edit, trl_fix_card (finding), TRL_CRITERION_IS, TRL_IS_YES);
  return edit;
}

static gboolean
has_digit (const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    if (g_ascii_isdigit (*text))
      return TRUE;
  return FALSE;
}

/* Numbers in words are numbers; points are collected, and a value that is not known yet is a to-do of its owner. */
static Gap
find_gap (const TrlItem *item)
{
  const TrlCard *card = item->card;
  TrlState value = trl_card_get_state (card, TRL_CRITERION_VALUE);

  if (has_digit (trl_card_get_text (card, TRL_CRITERION_TEXT)) ||
      trl_card_get_state (card, TRL_CRITERION_WEIGHT) != TRL_STATE_OPEN ||
      trl_card_get_state (card, TRL_CRITERION_METRIC) == TRL_STATE_UNKNOWN)
    return GAP_NONE;
  if (item->entry == NULL)
    return value == TRL_STATE_OPEN && trl_card_get_choice (card, TRL_CRITERION_IS) != TRL_IS_YES ? GAP_WORDS : GAP_NONE;
  if (item->entry->direction == 0 || (item->entry->flags & TRL_ENTRY_REVERSED) != 0)
    return GAP_NONE;
  /* Simply yes is one at least. */
  if (value == TRL_STATE_OPEN)
    return trl_card_get_choice (card, TRL_CRITERION_IS) == TRL_IS_YES ? GAP_NONE : GAP_BAR;
  /* What counts within another criterion is counted over its time. */
  if (value == TRL_STATE_KNOWN && trl_criterion_needs_time (item->entry) &&
      trl_card_get_state (card, TRL_CRITERION_PER) == TRL_STATE_OPEN &&
      trl_card_get_state (card, TRL_CRITERION_WINDOW) == TRL_STATE_OPEN &&
      trl_card_get_state (card, TRL_CRITERION_OF) == TRL_STATE_OPEN)
    return GAP_TIME;
  return GAP_NONE;
}

/* What the tier below asks of the same thing, doubled; else what is proposed for it. */
static gboolean
propose (const TrlMotionScope *scope,
         const TrlRung        *rung,
         const TrlItem        *item,
         double               *value)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    for (guint c = 0; scope->ladder[i] == rung && c < scope->ladder[i - 1]->n_criteria; c++)
      if (scope->ladder[i - 1]->criteria[c].entry == item->entry && item->entry->direction > 0 &&
          trl_card_get_number (scope->ladder[i - 1]->criteria[c].card, TRL_CRITERION_VALUE, value))
        {
          *value *= 2;
          return TRUE;
        }
  return item->entry->direction > 0 && trl_propose_bar (item->entry, scope->deal, value);
}

static void
write_bar (const TrlMotionScope *scope,
           TrlDraft             *draft,
           const TrlRung        *rung,
           const TrlItem        *item)
{
  char arg[G_ASCII_DTOSTR_BUF_SIZE];
  double value;

  /* Translators: a tier and a criterion. */
  trl_draft_take_title (draft, g_strdup_printf (_("%s asks for %s and does not say how much"), trl_words_card (rung->card),
                                                trl_entry_get_label (item->entry)));
  trl_draft_take_text (draft, g_strdup (_("Each partner will be told another number, and none can plan for it. How much is "
                                          "enough?")));
  if (propose (scope, rung, item, &value))
    {
      const char *unit = trl_card_get_text (item->card, TRL_CRITERION_UNIT);
      g_autofree char *bar = trl_format_with_unit (value, unit != NULL ? unit : item->entry->unit, scope->brief->currency);

      /* Translators: %s is a bar, such as "$250,000". */
      trl_draft_add_fix_take (draft, set_bar, g_ascii_dtostr (arg, sizeof arg, value), g_strdup_printf (_("Ask for %s"), bar));
    }
}

static void
write_words (const TrlMotionScope *scope,
             TrlDraft             *draft,
             const TrlRung        *rung,
             const TrlItem        *item,
             Gap                   gap)
{
  const char *text = trl_card_get_text (item->card, TRL_CRITERION_TEXT);

  trl_draft_set_label (draft, _("cannot be measured"));
  if (gap == GAP_BAR)
    {
      write_bar (scope, draft, rung, item);
      return;
    }
  if (gap == GAP_TIME)
    {
      /* Translators: a tier and a criterion. */
      trl_draft_take_title (draft, g_strdup_printf (_("%s counts %s over no stated time"), trl_words_card (rung->card),
                                                    trl_entry_get_label (item->entry)));
      trl_draft_take_text (draft, g_strdup (_("Over a year it is a bar, over ten it is a matter of patience. Over what time does "
                                              "it count?")));
      trl_draft_add_fix (draft, over_a_year, NULL, _("Over a year"));
      return;
    }
  if (text == NULL || *text == '\0')
    text = trl_card_get_text (item->card, TRL_CRITERION_METRIC);
  if (text == NULL || *text == '\0')
    trl_draft_take_title (draft, g_strdup_printf (_("%s has a criterion that says nothing yet"), trl_words_card (rung->card)));
  else
    /* Translators: a tier, and a criterion in somebody's words. */
    trl_draft_take_title (draft, g_strdup_printf (_("%s asks for “%s”, which nobody can measure"),
                                                  trl_words_card (rung->card), text));
  trl_draft_take_text (draft, g_strdup (_("Who gets in will be argued partner by partner. Which number would show it?")));
  trl_draft_add_fix (draft, by_invitation, NULL, _("Say that it is by invitation"));
}

static void
check_rung (const TrlMotionScope *scope,
            TrlReport            *report,
            const TrlRung        *rung)
{
  gboolean ripe = (scope->ripe & 1u << TRL_DECISION_TIERS) != 0;
  const TrlItem *first = NULL;
  TrlDraft *draft = NULL;
  Gap worst = GAP_NONE;

  for (guint i = 0; i < rung->n_criteria; i++)
    {
      Gap gap = find_gap (&rung->criteria[i]);

      if (gap > worst)
        first = &rung->criteria[i];
      worst = MAX (worst, gap);
    }
  if (first == NULL)
    return;
  /* Without a time some count what was ever reached, and mean it: worth a question only. */
  draft = worst == GAP_TIME ? trl_report_open_as (report, ripe ? TRL_SEVERITY_ADVICE : TRL_SEVERITY_TODO,
                                                  trl_card_get_id (first->card))
                            : trl_report_open (report, trl_card_get_id (first->card));
  for (guint i = 0; i < rung->n_criteria; i++)
    {
      Gap gap = find_gap (&rung->criteria[i]);

      if (gap == GAP_NONE)
        continue;
      if (&rung->criteria[i] != first)
        trl_draft_add_card (draft, trl_card_get_id (rung->criteria[i].card));
      trl_draft_prove (draft, gap);
    }
  write_words (scope, draft, rung, first, worst);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_rungs; i++)
    check_rung (scope, report, &scope->rungs[i]);
}

const TrlRule trl_rule_tier_vague = {
  .id = "TIER-VAGUE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .ripens = TRUE,
  .title = N_("A bar that cannot be measured"),
  .looks_for = N_("Criteria in words without a number, criteria that do not say how much, and deals or money that are "
                  "counted over no stated time; the last is advice."),
  .source = N_("“Clear entry criteria.”"),
  .fires = N_("“Demonstrated commitment”; sourced pipeline without an amount."),
  .quiet = N_("A signed agreement, an invitation, numbers in words, points, and a bar that is marked as unknown."),
  .mend = N_("Give it a number and a time, or say that it is by invitation."),
  .keep = N_("Keep it when the judgement of a person is the bar."),
  .until = N_("When a criterion more or less cannot be measured, or for another reason."),
  .check_motion = check,
};
