/* check-fix.c: trellis check --fix: applies the fixes that are marked safe. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "check.h"

/* A fix that leaves its finding is not tried again; this stops even rules that call each other up. */
#define MOST_FIXES 10000

static void
fixed_free (gpointer data)
{
  TrlFixed *fixed = data;

  g_free (fixed->card);
  g_free (fixed->text);
  g_free (fixed);
}

static int
find_safe (TrlFinding *finding)
{
  for (guint i = 0; i < trl_finding_get_n_fixes (finding); i++)
    if (trl_finding_is_fix_safe (finding, i))
      return i;
  return -1;
}

/* The next finding that can be mended without asking and was not tried before. What somebody keeps is left alone. */
static TrlFinding *
find_next (TrlReviewer *reviewer,
           GHashTable  *tried)
{
  const GPtrArray *findings = trl_reviewer_get_findings (reviewer);

  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      g_autofree char *key = NULL;

      if (trl_finding_get_kept (finding) != NULL || find_safe (finding) < 0)
        continue;
      key = g_strconcat (trl_finding_get_rule (finding)->id, " ", trl_finding_get_cards (finding)[0], NULL);
      if (g_hash_table_add (tried, g_steal_pointer (&key)))
        return finding;
    }
  return NULL;
}

static TrlFixed *
apply (TrlReader    *reader,
       TrlFinding   *finding)
{
  TrlBlueprint *blueprint = trl_reader_get_blueprint (reader);
  int index = find_safe (finding);
  g_autoptr (TrlEdit) edit = trl_finding_make_fix (finding, index, blueprint);
  TrlFixed *fixed;

  if (edit == NULL)
    return NULL;
  fixed = g_new0 (TrlFixed, 1);
  fixed->rule = trl_finding_get_rule (finding);
  fixed->card = g_strdup (trl_finding_get_cards (finding)[0]);
  fixed->text = g_strdup_printf ("%s: %s", trl_finding_get_title (finding), trl_finding_get_fix_label (finding, index));
  fixed->line = fixed->column = 1;
  trl_reader_locate (reader, fixed->card, TRL_MEMBER_NONE, &fixed->line, &fixed->column, NULL);
  if (trl_edit_commit (edit))
    return fixed;
  fixed_free (fixed);
  return NULL;
}

/**
 * trl_check_mend:
 * @name: the file, as it was named
 * @reader: what was read; its blueprint is changed
 *
 * Applies every fix that is marked safe until none is left.
 *
 * Returns: (transfer full) (element-type TrlFixed): what was done, in order
 */
GPtrArray *
trl_check_mend (const char *name,
                TrlReader  *reader)
{
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (trl_reader_get_blueprint (reader));
  g_autoptr (GHashTable) tried = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func (fixed_free);

  while (all->len < MOST_FIXES)
    {
      g_autoptr (TrlFinding) finding = find_next (reviewer, tried);
      TrlFixed *fixed;

      if (finding == NULL)
        break;
      trl_finding_ref (finding);   /* it goes when it is mended */
      fixed = apply (reader, finding);
      if (fixed != NULL)
        g_ptr_array_add (all, fixed);
    }
  return all;
}
