/* fold.c: one finding for one cause (domain 0.3).
 *
 * Two rules may see the same cause from two sides. Then the one that explains
 * it speaks and the other is left out, until the first is mended. It is never
 * left out for something lighter: a to-do hides no warning.
 *
 * Only findings of one motion meet here, so that a live review folds as a full
 * one does. Where the cause lies beyond the motion, or in a rule that has not
 * run yet, the rule itself is quiet; the table says so all the same, for the
 * pages of the rules are made from it. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "finding-record.h"
#include "rules.h"

#include <glib/gi18n.h>
#include <string.h>

typedef enum
{
  FOLD_MOTION,   /* anywhere in the motion */
  FOLD_CARD,     /* where the explained one is shown at a card of the other */
  FOLD_RULE      /* the explained rule sees to it */
} Where;

static const struct
{
  const TrlRule *explains;
  const TrlRule *explained;
  Where          where;
} folds[] = {
  /* With types that earn apart something fits one and not the other. */
  { &trl_rule_motion_mixed, &trl_rule_kind_misfit, FOLD_MOTION },
  { &trl_rule_motion_mixed, &trl_rule_tier_misfit, FOLD_MOTION },
  { &trl_rule_motion_mixed, &trl_rule_tier_and_both, FOLD_MOTION },
  /* Without a type everything in the motion came too early. */
  { &trl_rule_motion_no_type, &trl_rule_order_inc_first, FOLD_MOTION },
  { &trl_rule_motion_no_type, &trl_rule_order_tier_first, FOLD_MOTION },
  { &trl_rule_motion_no_type, &trl_rule_order_path_first, FOLD_MOTION },
  { &trl_rule_order_inc_first, &trl_rule_order_tier_first, FOLD_MOTION },
  { &trl_rule_order_inc_first, &trl_rule_order_path_first, FOLD_MOTION },
  { &trl_rule_order_tier_first, &trl_rule_order_path_first, FOLD_MOTION },
  /* A tier that is the one below once more, in what it gives and in what it asks for. */
  { &trl_rule_tier_cosmetic, &trl_rule_tier_no_step, FOLD_CARD },
  /* A cap that levels the rates is why the step is thin. */
  { &trl_rule_tier_cap_flat, &trl_rule_tier_thin_step, FOLD_CARD },
  /* One model for all is more than its halves. */
  { &trl_rule_model_one, &trl_rule_tier_copied, FOLD_RULE },
  { &trl_rule_model_one, &trl_rule_inc_copied, FOLD_RULE },
  { &trl_rule_model_one, &trl_rule_path_copied, FOLD_RULE },
  /* That a ladder is too long is why a rung of it stands empty. */
  { &trl_rule_tier_many, &trl_rule_tier_empty, FOLD_RULE },
  /* Pay that pulls the other way brings no target, in all or in part. */
  { &trl_rule_inc_counter, &trl_rule_inc_no_metric, FOLD_RULE },
  { &trl_rule_inc_counter, &trl_rule_metric_unserved, FOLD_RULE },
  /* Where nothing at all serves a target, that is said of the target. */
  { &trl_rule_metric_unserved, &trl_rule_inc_no_metric, FOLD_RULE },
  { &trl_rule_metric_unserved, &trl_rule_tier_goal_blind, FOLD_RULE },
};

#define MOST_RULES 128
#define SILENT     G_MAXUINT8   /* lighter than any severity */

/* For each rule, by its number in the register, the weight of the heaviest of its findings. */
typedef struct
{
  guint8 heaviest[MOST_RULES];
} Voices;

/* The numbers of the rules that explain, and whether some other rule may explain a rule. */
typedef struct
{
  guint    explains[G_N_ELEMENTS (folds)];
  gboolean explained[MOST_RULES];
} Numbers;

static guint
find_number (const TrlRule *rule)
{
  guint n_rules, number = 0;
  const TrlRule * const *rules = trl_rules_get (&n_rules);

  g_assert (n_rules <= MOST_RULES);
  while (rules[number] != rule)
    number++;
  return number;
}

static const Numbers *
get_numbers (void)
{
  static Numbers numbers;
  static gsize known = 0;

  if (g_once_init_enter (&known))
    {
      for (guint fold = 0; fold < G_N_ELEMENTS (folds); fold++)
        {
          numbers.explains[fold] = find_number (folds[fold].explains);
          if (folds[fold].where != FOLD_RULE)
            numbers.explained[find_number (folds[fold].explained)] = TRUE;
        }
      g_once_init_leave (&known, 1);
    }
  return &numbers;
}

static void
hear (const GPtrArray *findings,
      Voices          *voices)
{
  memset (voices, SILENT, sizeof *voices);
  for (guint i = 0; i < findings->len; i++)
    {
      const TrlFinding *finding = g_ptr_array_index (findings, i);
      guint8 *heaviest = &voices->heaviest[finding->rule_index];

      *heaviest = MIN (*heaviest, finding->severity);
    }
}

/* Whether @rule speaks of the card at which @finding is shown, as heavily at least. */
static gboolean
speaks_of_card (const TrlRule    *rule,
                const GPtrArray  *findings,
                const TrlFinding *finding)
{
  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *other = g_ptr_array_index (findings, i);

      if (other->rule == rule && other->severity <= finding->severity && trl_finding_has_card (other, finding->cards[0]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_explained (const TrlFinding *finding,
              const GPtrArray  *findings,
              const Voices     *voices)
{
  const Numbers *numbers = get_numbers ();

  for (guint fold = 0; fold < G_N_ELEMENTS (folds); fold++)
    if (folds[fold].explained == finding->rule && folds[fold].where != FOLD_RULE &&
        voices->heaviest[numbers->explains[fold]] <= finding->severity &&
        (folds[fold].where == FOLD_MOTION || speaks_of_card (folds[fold].explains, findings, finding)))
      return TRUE;
  return FALSE;
}

/* Leaves out what another finding of the same motion explains, by putting it behind the rest; returns how many are left.
 * What is left out may itself explain: the table has no rings, so that something is always left. */
guint
trl_fold (GPtrArray *findings)
{
  const gboolean *explained = get_numbers ()->explained;
  Voices voices;
  guint n = findings->len, kept = 0;
  gboolean *out = n > 0 ? g_newa (gboolean, n) : NULL;

  hear (findings, &voices);
  for (guint i = 0; i < n; i++)
    {
      const TrlFinding *finding = g_ptr_array_index (findings, i);

      out[i] = explained[finding->rule_index] && is_explained (finding, findings, &voices);
    }
  for (guint i = 0; i < n; i++)
    if (!out[i])
      {
        gpointer finding = g_ptr_array_index (findings, kept);

        g_ptr_array_index (findings, kept++) = g_ptr_array_index (findings, i);
        g_ptr_array_index (findings, i) = finding;
      }
  return kept;
}

/* The titles of the rules that explain @rule, or that it explains; NULL for none. */
static char *
list_titles (const TrlRule *rule,
             gboolean       explaining)
{
  GString *list = g_string_new (NULL);

  for (guint fold = 0; fold < G_N_ELEMENTS (folds); fold++)
    {
      const TrlRule *other = explaining ? folds[fold].explains : folds[fold].explained;

      if ((explaining ? folds[fold].explained : folds[fold].explains) != rule)
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      /* Translators: the title of a rule, in a list of them. */
      g_string_append_printf (list, C_("list", "“%s”"), trl_rule_get_title (other));
    }
  return g_string_free (list, list->len == 0);
}

/**
 * trl_fold_describe:
 * @rule: a rule
 *
 * Says with which other rules a rule has one cause, as far as they fold.
 *
 * Returns: (transfer full) (nullable): a sentence or two in the reader's language
 */
char *
trl_fold_describe (const TrlRule *rule)
{
  g_autofree char *above = list_titles (rule, TRUE), *below = list_titles (rule, FALSE);

  if (above != NULL && below != NULL)
    /* Translators: %s are titles of rules. */
    return g_strdup_printf (_("Left out where the same cause is said already by %s. It stands for %s in turn."), above, below);
  if (above != NULL)
    return g_strdup_printf (_("Left out where the same cause is said already by %s."), above);
  return below != NULL ? g_strdup_printf (_("Where it speaks, it stands for %s as well, as long as the cause is the same."), below)
                       : NULL;
}
