/* copies.c: reports motions that are the same and should not be.
 *
 * A thousand copies are one class and one finding. What is still as it was
 * duplicated is a to-do until that decision is declared decided. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "copies.h"

/* Reports one class; @ripe makes it more than a to-do in any case. */
void
trl_report_copy (TrlReport     *report,
                 TrlClass      *klass,
                 TrlSame        same,
                 gboolean       ripe,
                 TrlCopiesFunc  write)
{
  g_autoptr (GPtrArray) motions = trl_class_get_motions (klass);
  TrlDraft *draft = NULL;
  gboolean heavy;

  if (motions->len < 2)
    return;
  /* A statement that is the same is one that is not written yet; a ladder that is the same was meant so. */
  heavy = ripe || (same == TRL_SAME_STATEMENT ? trl_class_is_ripe (klass) : trl_class_is_meant (klass));
  draft = trl_report_open_as (report, heavy ? TRL_SEVERITY_WARNING : TRL_SEVERITY_TODO,
                              trl_card_get_id (g_ptr_array_index (motions, 0)));
  for (guint i = 1; i < motions->len; i++)
    trl_draft_add_card (draft, trl_card_get_id (g_ptr_array_index (motions, i)));
  trl_draft_prove (draft, motions->len);
  write (draft, motions);
}

static void
collect (TrlSums  *sums,
         TrlClass *klass,
         gpointer  user_data)
{
  g_ptr_array_add (user_data, klass);
}

typedef struct
{
  TrlClass  *klass;
  GPtrArray *motions;
} Entry;

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;

  return trl_motions_compare (g_ptr_array_index (x->motions, 0), g_ptr_array_index (y->motions, 0));
}

static void
clear_entry (gpointer data)
{
  g_ptr_array_unref (((Entry *) data)->motions);
}

/* Reports all classes, in the order of their first motions. */
void
trl_report_copies (const TrlProgramScope *scope,
                   TrlReport             *report,
                   TrlSame                same,
                   TrlCopiesFunc          write)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  trl_sums_foreach_class (scope->sums, same, collect, classes);
  g_array_set_clear_func (entries, clear_entry);
  for (guint i = 0; i < classes->len; i++)
    {
      Entry entry = { g_ptr_array_index (classes, i), trl_class_get_motions (g_ptr_array_index (classes, i)) };

      if (entry.motions->len > 1)
        g_array_append_val (entries, entry);
      else
        g_ptr_array_unref (entry.motions);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < entries->len; i++)
    trl_report_copy (report, g_array_index (entries, Entry, i).klass, same, scope->reviewed, write);
}
