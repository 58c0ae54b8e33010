/* finding.c: what a rule found.
 *
 * A finding is made once, from a draft, and never changes. Its fingerprint is
 * made of the rule and of the figures that prove it, never of words or ids, so
 * that it is the same in every language and after a rename: a finding that was
 * kept with a reason comes back when the figures are others. */

#define G_LOG_DOMAIN "finding"

#include "config.h"

#include "finding-record.h"
#include "reviewer.h"

#include <glib/gi18n.h>
#include <string.h>

static const char * const severity_ids[TRL_N_SEVERITIES] = { "error", "warning", "advice", "todo" };

static void
free_words (Words *words)
{
  if (words == NULL)
    return;
  g_free (words->title);
  g_free (words->text);
  g_free (words);
}

static void
free_keeping (Keeping *keeping)
{
  if (keeping == NULL)
    return;
  g_free (keeping->reason);
  g_free (keeping->by);
  g_free (keeping->on);
  g_free (keeping->lapsed);
  g_free (keeping);
}

/**
 * trl_finding_ref:
 * @finding: a finding
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @finding
 */
TrlFinding *
trl_finding_ref (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  finding->ref_count++;
  return finding;
}

/**
 * trl_finding_unref:
 * @finding: (transfer full): a finding
 *
 * Drops a reference.
 */
void
trl_finding_unref (TrlFinding *finding)
{
  g_return_if_fail (finding != NULL);

  if (--finding->ref_count > 0)
    return;
  for (guint i = 0; i < finding->n_fixes; i++)
    g_free (finding->fixes[i].label);
  free_words (finding->words);
  free_keeping (finding->keeping);
  g_free (finding->fingerprint);
  trl_ids_unref (finding->ids);
  g_free (finding);
}

/* Words are made when they are first read. A finding that is gone from the review, and that nobody read, has none. */
static void
ensure_words (TrlFinding *finding)
{
  if (finding->worded)
    return;
  if (finding->source != NULL)
    finding->source->word (finding->source->data, finding);
  finding->worded = TRUE;
}

gboolean
trl_finding_is_worded (TrlFinding *finding)
{
  return finding->worded;
}

void
trl_finding_set_source (TrlFinding      *finding,
                        const TrlSource *source)
{
  finding->source = source;
}

/* Whether the finding is one of a live review of the blueprint, and so holds. */
gboolean
trl_finding_is_live (TrlFinding   *finding,
                     TrlBlueprint *blueprint)
{
  return finding->source != NULL && finding->source->blueprint == blueprint;
}

/* Takes over the words of one that says the same. */
void
trl_finding_steal_words (TrlFinding *finding,
                         TrlFinding *from)
{
  free_words (finding->words);
  finding->words = g_steal_pointer (&from->words);
  for (guint i = 0; i < finding->n_fixes; i++)
    {
      g_free (finding->fixes[i].label);
      finding->fixes[i].label = g_steal_pointer (&from->fixes[i].label);
    }
  finding->worded = TRUE;
}

/**
 * trl_severity_get_id:
 * @severity: a severity
 *
 * Returns: its name in output for machines, never translated
 */
const char *
trl_severity_get_id (TrlSeverity severity)
{
  g_return_val_if_fail (severity < TRL_N_SEVERITIES, "");

  return severity_ids[severity];
}

/**
 * trl_severity_get_label:
 * @severity: a severity
 *
 * Returns: the word for it in the reader's language
 */
const char *
trl_severity_get_label (TrlSeverity severity)
{
  switch (severity)
    {
    case TRL_SEVERITY_ERROR:
      return C_("severity", "Contradiction");
    case TRL_SEVERITY_WARNING:
      return C_("severity", "Warning");
    case TRL_SEVERITY_ADVICE:
      return C_("severity", "Advice");
    case TRL_SEVERITY_TODO:
      return C_("severity", "To do");
    case TRL_N_SEVERITIES:
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * trl_finding_get_rule:
 * @finding: a finding
 *
 * Returns: (transfer none): the rule that reported it
 */
const TrlRule *
trl_finding_get_rule (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->rule;
}

/**
 * trl_finding_get_severity:
 * @finding: a finding
 *
 * Returns: how much it weighs here and now
 */
TrlSeverity
trl_finding_get_severity (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, TRL_SEVERITY_TODO);

  return finding->severity;
}

/**
 * trl_finding_get_decision:
 * @finding: a finding
 *
 * Returns: the decision that it belongs to, TRL_DECISION_*
 */
int
trl_finding_get_decision (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);

  return finding->rule->decision;
}

/**
 * trl_finding_get_cards:
 * @finding: a finding
 *
 * Returns: (array zero-terminated=1): the ids of the cards that it is about;
 *   it is shown at the first; never empty
 */
const char * const *
trl_finding_get_cards (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->cards;
}

/**
 * trl_finding_has_card:
 * @finding: a finding
 * @id: an id
 *
 * Returns: %TRUE if it is about that card
 */
gboolean
trl_finding_has_card (TrlFinding *finding,
                      const char *id)
{
  g_return_val_if_fail (finding != NULL && id != NULL, FALSE);

  return g_strv_contains (finding->cards, id);
}

/**
 * trl_finding_get_motion:
 * @finding: a finding
 *
 * Returns: (nullable): the id of the motion that it belongs to; %NULL for the program as a whole
 */
const char *
trl_finding_get_motion (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->motion;
}

/**
 * trl_finding_get_title:
 * @finding: a finding
 *
 * Returns: the fact, one short sentence of plain text in the reader's language
 */
const char *
trl_finding_get_title (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, "");

  ensure_words (finding);
  return finding->words != NULL && finding->words->title != NULL ? finding->words->title : "";
}

/**
 * trl_finding_get_text:
 * @finding: a finding
 *
 * Returns: the consequence, with the numbers, and the question; plain text
 */
const char *
trl_finding_get_text (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, "");

  ensure_words (finding);
  return finding->words != NULL && finding->words->text != NULL ? finding->words->text : "";
}

/**
 * trl_finding_get_label:
 * @finding: a finding
 *
 * Returns: two or three words for a badge
 */
const char *
trl_finding_get_label (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, "");

  ensure_words (finding);
  return finding->words != NULL && finding->words->label != NULL ? finding->words->label : "";
}

/**
 * trl_finding_get_kept:
 * @finding: a finding
 *
 * Returns: (nullable): the reason for which it is kept, %NULL when it is not
 */
const char *
trl_finding_get_kept (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->keeping != NULL ? finding->keeping->reason : NULL;
}

/**
 * trl_finding_get_kept_by:
 * @finding: a finding
 *
 * Returns: (nullable): who keeps it
 */
const char *
trl_finding_get_kept_by (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->keeping != NULL ? finding->keeping->by : NULL;
}

/**
 * trl_finding_get_kept_on:
 * @finding: a finding
 *
 * Returns: (nullable): the day since which it is kept, as in ISO 8601
 */
const char *
trl_finding_get_kept_on (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->keeping != NULL ? finding->keeping->on : NULL;
}

/**
 * trl_finding_describe_keeper:
 * @finding: a finding
 *
 * Returns: (transfer full) (nullable): who keeps it and since when, "Ana, 3
 *   May 2026", as far as that is known
 */
char *
trl_finding_describe_keeper (TrlFinding *finding)
{
  g_autofree char *day = NULL;
  const char *by;

  g_return_val_if_fail (finding != NULL, NULL);

  by = trl_finding_get_kept_by (finding);
  day = trl_kept_format_day (trl_finding_get_kept_on (finding));
  if (by == NULL || *by == '\0')
    return g_steal_pointer (&day);
  if (day == NULL)
    return g_strdup (by);
  /* Translators: who keeps a finding, and since when: "Ana, 3 May 2026". */
  return g_strdup_printf (_("%s, %s"), by, day);
}

/**
 * trl_finding_get_lapsed:
 * @finding: a finding
 *
 * Returns: (nullable): a sentence, when it was kept until the design changed:
 *   by whom, why, and what has changed since
 */
const char *
trl_finding_get_lapsed (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, NULL);

  return finding->keeping != NULL ? finding->keeping->lapsed : NULL;
}

/* Whether the rule gave the figures that the finding rests on. */
gboolean
trl_finding_is_proved (TrlFinding *finding)
{
  return finding->proved;
}

/**
 * trl_finding_get_fingerprint:
 * @finding: a finding
 *
 * Returns: what the figures of the finding come to
 */
const char *
trl_finding_get_fingerprint (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, "");

  if (finding->fingerprint == NULL)
    finding->fingerprint = g_strdup_printf ("%016" G_GINT64_MODIFIER "x", finding->proof);
  return finding->fingerprint;
}

/**
 * trl_finding_get_n_fixes:
 * @finding: a finding
 *
 * Returns: how many edits could mend it
 */
guint
trl_finding_get_n_fixes (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);

  return finding->n_fixes;
}

/**
 * trl_finding_get_fix_label:
 * @finding: a finding
 * @index: which fix
 *
 * Returns: what its button says
 */
const char *
trl_finding_get_fix_label (TrlFinding *finding,
                           guint       index)
{
  g_return_val_if_fail (index < trl_finding_get_n_fixes (finding), "");

  ensure_words (finding);
  return finding->fixes[index].label != NULL ? finding->fixes[index].label : "";
}

/**
 * trl_finding_is_fix_safe:
 * @finding: a finding
 * @index: which fix
 *
 * A safe fix only fills what is open, from what the design itself says and
 * what is usual for it: it changes, moves and removes nothing, brings no
 * number, and there is one answer. `trellis check --fix` applies these.
 *
 * Returns: %TRUE if nobody has to be asked
 */
gboolean
trl_finding_is_fix_safe (TrlFinding *finding,
                         guint       index)
{
  g_return_val_if_fail (index < trl_finding_get_n_fixes (finding), FALSE);

  return finding->fixes[index].safe;
}

/* Runs a fix of a finding that is known to hold. */
TrlEdit *
trl_finding_run_fix (TrlFinding   *finding,
                     guint         index,
                     TrlBlueprint *blueprint)
{
  const Fix *fix;
  TrlEdit *edit;

  if (index >= trl_finding_get_n_fixes (finding))
    return NULL;
  fix = &finding->fixes[index];
  edit = fix->make (blueprint, finding, fix->arg);
  if (edit != NULL)
    trl_edit_set_origin (edit, TRL_ORIGIN_FIX);
  return edit;
}

/* Ids of motions are most often the very same letters. */
static gboolean
same_letters (const char *a,
              const char *b)
{
  return a == b || g_strcmp0 (a, b) == 0;
}

static gboolean
same_cards (const char * const *a,
            const char * const *b)
{
  guint i = 0;

  for (; a[i] != NULL && b[i] != NULL; i++)
    if (!same_letters (a[i], b[i]))
      return FALSE;
  return a[i] == b[i];
}

static gboolean
same_fixes (const TrlFinding *a,
            const TrlFinding *b)
{
  if (a->n_fixes != b->n_fixes)
    return FALSE;
  for (guint i = 0; i < a->n_fixes; i++)
    {
      const Fix *x = &a->fixes[i], *y = &b->fixes[i];

      if (x->make != y->make || x->safe != y->safe || g_strcmp0 (x->arg, y->arg) != 0)
        return FALSE;
    }
  return TRUE;
}

static gboolean
same_keeping (const Keeping *a,
              const Keeping *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strcmp0 (a->reason, b->reason) == 0 && g_strcmp0 (a->by, b->by) == 0 &&
         g_strcmp0 (a->on, b->on) == 0 && g_strcmp0 (a->lapsed, b->lapsed) == 0;
}

/* Whether both are the same but for their words. */
gboolean
trl_finding_same_facts (TrlFinding *a,
                        TrlFinding *b)
{
  return a->rule == b->rule && a->severity == b->severity && a->proof == b->proof &&
         same_letters (a->motion, b->motion) && same_keeping (a->keeping, b->keeping) &&
         same_cards (a->cards, b->cards) && same_fixes (a, b);
}

/* Whether a finding can stay where a fresh one came. Of those that nobody has read only the facts are compared; the words
 * are read then as they are now. */
gboolean
trl_finding_stays (TrlFinding *finding,
                   TrlFinding *fresh)
{
  if (finding == fresh)
    return TRUE;
  return trl_finding_same_facts (finding, fresh) && (!finding->worded || trl_finding_equal (finding, fresh));
}

/**
 * trl_finding_equal:
 * @a: a finding
 * @b: another
 *
 * Returns: %TRUE if both say the same of the same cards
 */
gboolean
trl_finding_equal (TrlFinding *a,
                   TrlFinding *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (!trl_finding_same_facts (a, b))
    return FALSE;
  ensure_words (a);
  ensure_words (b);
  for (guint i = 0; i < a->n_fixes; i++)
    if (g_strcmp0 (a->fixes[i].label, b->fixes[i].label) != 0)
      return FALSE;
  return g_str_equal (trl_finding_get_title (a), trl_finding_get_title (b)) &&
         g_str_equal (trl_finding_get_text (a), trl_finding_get_text (b)) &&
         g_str_equal (trl_finding_get_label (a), trl_finding_get_label (b));
}

/**
 * trl_finding_hash:
 * @finding: a finding
 *
 * Returns: a hash that equal findings share
 */
guint
trl_finding_hash (TrlFinding *finding)
{
  g_return_val_if_fail (finding != NULL, 0);

  return g_int64_hash (&finding->proof) * 31 + g_str_hash (finding->cards[0]);
}

/* The order within one motion: what weighs most first, then by decision and by rule. */
int
trl_finding_compare (TrlFinding *a,
                     TrlFinding *b)
{
  if (a->severity != b->severity)
    return a->severity < b->severity ? -1 : 1;
  if (a->rule->decision != b->rule->decision)
    return a->rule->decision < b->rule->decision ? -1 : 1;
  return a->rule_index < b->rule_index ? -1 : a->rule_index > b->rule_index;
}

/* Sorts findings of one motion: few, and hardly ever far from where they belong. Equal ones stay in their order. */
void
trl_findings_sort (GPtrArray *findings)
{
  for (guint i = 1; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      guint at = i;

      for (; at > 0 && trl_finding_compare (g_ptr_array_index (findings, at - 1), finding) > 0; at--)
        g_ptr_array_index (findings, at) = g_ptr_array_index (findings, at - 1);
      g_ptr_array_index (findings, at) = finding;
    }
}

/* Whether all findings can stay where @fresh came, one for one; @old is NULL for none. */
gboolean
trl_findings_stay (const GPtrArray *old,
                   const GPtrArray *fresh)
{
  if ((old != NULL ? old->len : 0) != fresh->len)
    return FALSE;
  for (guint i = 0; i < fresh->len; i++)
    if (!trl_finding_stays (g_ptr_array_index (old, i), g_ptr_array_index (fresh, i)))
      return FALSE;
  return TRUE;
}

/* Finds among @old what can stay where @fresh came, from @at on first, for most is where it was; NULL for nothing. */
TrlFinding *
trl_findings_steal_same (GPtrArray  *old,
                         guint      *at,
                         TrlFinding *fresh)
{
  for (guint n = 0; old != NULL && n < old->len; n++)
    {
      gpointer *finding = &g_ptr_array_index (old, (*at + n) % old->len);

      if (*finding != NULL && trl_finding_stays (*finding, fresh))
        {
          *at = (*at + n + 1) % old->len;
          return g_steal_pointer (finding);
        }
    }
  return NULL;
}

/* Gives findings, NULL for none, the words of those that are the same; @worded loses these. */
void
trl_findings_take_words (const GPtrArray *findings,
                         GPtrArray       *worded)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      guint at;

      if (!trl_finding_is_worded (finding) &&
          g_ptr_array_find_with_equal_func (worded, finding, (GEqualFunc) trl_finding_same_facts, &at))
        {
          trl_finding_steal_words (finding, g_ptr_array_index (worded, at));
          g_ptr_array_remove_index (worded, at);
        }
    }
}

/* Whether one is what became of the other. */
gboolean
trl_finding_same_cause (TrlFinding *a,
                        TrlFinding *b)
{
  return a->rule == b->rule && g_strcmp0 (a->motion, b->motion) == 0 &&
         g_str_equal (a->cards[0], b->cards[0]);
}
