/* shown.c: which findings are shown at which card: those that name it first.
 *
 * Only a board asks. A review that nobody paints does without. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "shown.h"

#include "report.h"

struct _TrlShown
{
  GHashTable *cards;   /* id → GPtrArray of TrlFinding, the heaviest first */
};

TrlShown *
trl_shown_new (void)
{
  TrlShown *self = g_new0 (TrlShown, 1);

  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
trl_shown_free (TrlShown *shown)
{
  if (shown == NULL)
    return;
  g_hash_table_unref (shown->cards);
  g_free (shown);
}

void
trl_shown_add (TrlShown   *shown,
               TrlFinding *finding)
{
  const char *id = trl_finding_get_cards (finding)[0];
  GPtrArray *there = g_hash_table_lookup (shown->cards, id);

  if (there == NULL)
    {
      there = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_finding_unref);
      g_hash_table_insert (shown->cards, g_strdup (id), there);
    }
  g_ptr_array_add (there, trl_finding_ref (finding));
  trl_findings_sort (there);
}

void
trl_shown_remove (TrlShown   *shown,
                  TrlFinding *finding)
{
  const char *id = trl_finding_get_cards (finding)[0];
  GPtrArray *there = g_hash_table_lookup (shown->cards, id);

  g_ptr_array_remove (there, finding);
  if (there->len == 0)
    g_hash_table_remove (shown->cards, id);
}

/* NULL for none. */
const GPtrArray *
trl_shown_get (TrlShown   *shown,
               const char *id)
{
  return g_hash_table_lookup (shown->cards, id);
}
