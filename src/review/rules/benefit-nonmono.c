/* benefit-nonmono.c: a tier that gives less than the tier below it. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>

/* Gives the upper tier what the lower one gives. @arg: pairs of benefits, with spaces between. */
static TrlEdit *
level_up (TrlBlueprint *blueprint,
          TrlFinding   *finding,
          const char   *arg)
{
  static const TrlMember members[] = { TRL_BENEFIT_VALUE, TRL_BENEFIT_LEVEL };
  g_auto (GStrv) ids = g_strsplit (arg, " ", -1);
  TrlEdit *edit = trl_edit_new (blueprint, _("Give no less"));

  for (guint i = 0; ids[i] != NULL && ids[i + 1] != NULL; i += 2)
    for (guint m = 0; m < G_N_ELEMENTS (members); m++)
      trl_edit_set (edit, ids[i], members[m], trl_card_get_value (trl_blueprint_get (blueprint, ids[i + 1]), members[m]));
  return edit;
}

static TrlEdit *
inherit (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Everything below, plus"));

  trl_edit_set_yes_no (edit, trl_fix_card (finding), TRL_TIER_INHERITS, TRUE);
  return edit;
}

static char *
describe (const TrlMotionScope *scope,
          const TrlItem        *item)
{
  double value;

  if (trl_card_get_number (item->card, TRL_BENEFIT_VALUE, &value))
    return trl_format_with_unit (value, trl_card_get_text (item->card, TRL_BENEFIT_UNIT), scope->brief->currency);
  return g_strdup (trl_card_get_text (item->card, TRL_BENEFIT_LEVEL));
}

static void
report_worse (const TrlMotionScope *scope,
              TrlReport            *report,
              const TrlRung        *lower,
              const TrlRung        *upper,
              const TrlGain        *gain)
{
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);
  const char *what = trl_entry_get_label (gain->worse[0]->entry);
  g_autofree char *here = describe (scope, gain->worse[0]), *there = describe (scope, gain->below[0]);
  g_autoptr (GString) arg = g_string_new (NULL);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (upper->card));

  trl_draft_add_card (draft, trl_card_get_id (lower->card));
  for (guint i = 0; i < MIN (gain->n_worse, TRL_MAX_EASIER); i++)
    {
      trl_draft_prove_text (draft, gain->worse[i]->entry->id);
      g_string_append_printf (arg, "%s%s %s", i > 0 ? " " : "", trl_card_get_id (gain->worse[i]->card),
                              trl_card_get_id (gain->below[i]->card));
    }
  trl_draft_set_label (draft, _("less than below"));
  /* Translators: a tier, a benefit and a tier: "Gold gives less marketing fund than Silver". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s gives less than %s: %s"), above, below, what));
  /* Translators: a benefit, then a tier and what it gives, twice. */
  trl_draft_take_text (draft, g_strdup_printf (_("For “%s”, %s has %s and %s has %s: whoever climbs loses it. Which of the two "
                                                 "is meant?"), what, above, here, below, there));
  if (gain->n_worse <= TRL_MAX_EASIER)
    /* Translators: two tiers: "Give Gold no less than Silver". */
    trl_draft_add_fix_take (draft, level_up, arg->str, g_strdup_printf (_("Give %s no less than %s"), above, below));
}

/* A benefit that the upper tier does not name is most often forgotten, not taken away: that is worth a question only. */
static void
report_lost (TrlReport     *report,
             const TrlRung *lower,
             const TrlRung *upper,
             const TrlGain *gain)
{
  const char *above = trl_words_card (upper->card), *below = trl_words_card (lower->card);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *names = NULL;
  TrlDraft *draft = trl_report_open_as (report, TRL_SEVERITY_ADVICE, trl_card_get_id (upper->card));

  trl_draft_add_card (draft, trl_card_get_id (lower->card));
  for (guint i = 0; i < MIN (gain->n_lost, TRL_MAX_EASIER); i++)
    {
      g_ptr_array_add (cards, gain->lost[i]->card);
      trl_draft_prove_text (draft, gain->lost[i]->entry != NULL ? gain->lost[i]->entry->id : NULL);
    }
  names = trl_words_cards (cards);
  trl_draft_prove (draft, gain->n_lost);
  trl_draft_set_label (draft, _("lost on the way up"));
  /* Translators: a tier, and a list of benefits: "Gold is silent about directory and support answers". */
  trl_draft_take_title (draft, g_strdup_printf (_("%s is silent about %s"), above, names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s gives it, so as it is written a partner loses it on the way up. Does "
                                                         "%s have everything below, plus what it adds?",
                                                         "%s gives them, so as it is written a partner loses them on the way "
                                                         "up. Does %s have everything below, plus what it adds?", gain->n_lost),
                                               below, above));
  trl_draft_add_fix (draft, inherit, NULL, _("Everything below, plus"));
}

static void
check_pair (const TrlMotionScope *scope,
            TrlReport            *report,
            const TrlRung        *lower,
            const TrlRung        *upper)
{
  TrlGain gain = trl_compare_gain (scope, lower, upper);

  /* Both sides must speak (domain 0.4). */
  if (lower->n_benefits == 0 || upper->n_benefits == 0)
    return;
  if (gain.n_worse > 0)
    report_worse (scope, report, lower, upper, &gain);
  else if (gain.n_lost > 0 && !trl_card_get_yes (upper->card, TRL_TIER_INHERITS, FALSE))
    report_lost (report, lower, upper, &gain);
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 1; i < scope->n_ladder; i++)
    check_pair (scope, report, scope->ladder[i - 1], scope->ladder[i]);
}

const TrlRule trl_rule_benefit_nonmono = {
  .id = "BENEFIT-NONMONO",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A higher tier that gives less"),
  .looks_for = N_("Benefits of neighbouring tiers that are of one kind and plainly less in the higher one; with a "
                  "question about those that the higher tier does not name."),
  .source = N_("“Genuinely different benefits, so partners have a reason to climb.”"),
  .fires = N_("Silver has a manager by name, and Gold a pooled one."),
  .quiet = N_("An answer within 24 hours above one within 48; everything in Silver, plus what Gold adds; offers for a limited time; "
              "free words that differ."),
  .mend = N_("Correct one of the two, or say that the tier has everything below, plus what it adds."),
  .keep = N_("Keep it when something better takes its place."),
  .until = N_("When another benefit is less above, or another number of them is not named."),
  .check_motion = check,
};
