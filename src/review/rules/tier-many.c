/* tier-many.c: more tiers than people can tell apart. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "fixes.h"
#include "terms.h"

#include <glib/gi18n.h>

#define ENOUGH 3

static gboolean
is_empty (const TrlRung *rung)
{
  double n;

  if (trl_card_get_state (rung->card, TRL_TIER_PARTNERS_EXPECTED) == TRL_STATE_UNKNOWN)
    return FALSE;
  if (trl_card_get_number (rung->card, TRL_TIER_PARTNERS_EXPECTED, &n))
    return n == 0;
  return trl_card_get_number (rung->card, TRL_TIER_PARTNERS_NOW, &n) && n == 0;
}

static guint
count_empty (const TrlMotionScope *scope)
{
  guint n = 0;

  for (guint i = 0; i < scope->n_ladder; i++)
    n += is_empty (scope->ladder[i]);
  return n;
}

/* In how much a tier differs from the one below it. */
static guint
count_differences (const TrlMotionScope *scope,
                   guint                 i)
{
  TrlGain gain = trl_compare_gain (scope, scope->ladder[i - 1], scope->ladder[i]);
  TrlClimb climb = trl_compare_climb (scope->ladder[i - 1], scope->ladder[i]);

  return gain.n_different + (gain.pay == TRL_RELATION_DIFFERENT) + climb.n_harder;
}

/* The lower of the two neighbours that differ least. */
static guint
find_closest (const TrlMotionScope *scope)
{
  guint closest = 0, least = G_MAXUINT;

  for (guint i = 1; i < scope->n_ladder; i++)
    {
      guint n = count_differences (scope, i);

      if (n < least)
        {
          least = n;
          closest = i - 1;
        }
    }
  return closest;
}

/* Whether some incentive is for that tier alone: without it, it would be for all. */
static gboolean
earns_alone (const TrlMotionScope *scope,
             const TrlRung        *rung)
{
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const char * const *tiers = trl_card_get_refs (scope->pays[i].card, TRL_INCENTIVE_TIERS);

      if (tiers != NULL && tiers[0] != NULL && tiers[1] == NULL &&
          g_str_equal (tiers[0], trl_card_get_id (rung->card)))
        return TRUE;
    }
  return FALSE;
}

/* Merges those that differ least into the tiers below them, until three are left. */
static void
offer_merge (const TrlMotionScope *scope,
             TrlDraft             *draft)
{
  g_autofree gboolean *goes = g_new0 (gboolean, scope->n_ladder);
  g_autoptr (GString) arg = g_string_new (NULL);
  guint last = 0;

  for (guint n = scope->n_ladder; n > ENOUGH; n--)
    {
      guint best = 0, least = G_MAXUINT;

      for (guint i = 1; i < scope->n_ladder; i++)
        if (!goes[i] && !earns_alone (scope, scope->ladder[i]) && count_differences (scope, i) < least)
          {
            least = count_differences (scope, i);
            best = i;
          }
      if (best == 0)
        return;
      goes[best] = TRUE;
      last = best;
    }
  for (guint i = scope->n_ladder; i-- > 1;)
    {
      guint below = i - 1, above = i + 1;

      while (goes[below])
        below--;
      while (above < scope->n_ladder && goes[above])
        above++;
      if (goes[i])
        g_string_append_printf (arg, "%s%s %s %s", arg->len > 0 ? " " : "", trl_card_get_id (scope->ladder[i]->card),
                                trl_card_get_id (scope->ladder[below]->card),
                                above < scope->n_ladder ? trl_card_get_id (scope->ladder[above]->card) : "-");
    }
  trl_draft_add_fix_take (draft, trl_fix_merge_tiers, arg->str,
                          scope->n_ladder == ENOUGH + 1
                          /* Translators: two tiers: "Merge Gold into Silver". */
                          ? g_strdup_printf (_("Merge %s into %s"), trl_words_card (scope->ladder[last]->card),
                                             trl_words_card (scope->ladder[last - 1]->card))
                          : g_strdup (_("Merge those that differ least")));
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  guint closest, n_empty, n_ranked = trl_scope_count_ranked (scope);
  gboolean heavy;
  TrlDraft *draft;

  if (n_ranked <= ENOUGH)
    return;
  n_empty = count_empty (scope);
  heavy = n_ranked >= 5 && scope->size >= 0 && (scope->size < 1000 || n_empty > 0);
  closest = find_closest (scope);
  draft = trl_report_open_as (report, heavy ? TRL_SEVERITY_WARNING : TRL_SEVERITY_ADVICE,
                              trl_card_get_id (scope->ladder[closest + 1]->card));
  trl_draft_add_card (draft, trl_card_get_id (scope->ladder[closest]->card));
  trl_draft_prove (draft, n_ranked);
  trl_draft_prove (draft, n_empty);
  trl_draft_set_label (draft, _("many tiers"));
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s there is %u tier", "In %s there are %u tiers", n_ranked),
                                                trl_words_card (scope->motion), n_ranked));
  if (n_empty > 0)
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("Each one more means less, and %u is empty. %s and %s differ least: "
                                                           "would one of them do?",
                                                           "Each one more means less, and %u are empty. %s and %s differ "
                                                           "least: would one of them do?", n_empty),
                                                 n_empty, trl_words_card (scope->ladder[closest]->card),
                                                 trl_words_card (scope->ladder[closest + 1]->card)));
  else
    trl_draft_take_text (draft, g_strdup_printf (_("Each one more means less. %s and %s differ least: would one of them do?"),
                                                 trl_words_card (scope->ladder[closest]->card),
                                                 trl_words_card (scope->ladder[closest + 1]->card)));
  if (n_ranked == scope->n_ladder)
    offer_merge (scope, draft);
}

const TrlRule trl_rule_tier_many = {
  .id = "TIER-MANY",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("More than three tiers"),
  .looks_for = N_("More than three ranked tiers: four are advised against, five warned of, unless a thousand partners "
                  "fill them or nobody knows how many there will be."),
  .source = N_("“More than three dilutes the meaning of each level.”"),
  .fires = N_("Five tiers for 200 partners."),
  .quiet = N_("Three tiers above an entry rung, and credentials beside them."),
  .mend = N_("Merge those that differ least, tier by tier into the one below, until three are left."),
  .keep = N_("Keep it when every tier is full and different."),
  .until = N_("When the ladder has a tier more or less, or another number of them stands empty."),
  .check_motion = check,
};
