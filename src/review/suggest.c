/* suggest.c: what a motion's partners could be asked for. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "suggest.h"

#include "fixes.h"
#include "words.h"

#include <glib/gi18n.h>

static TrlEdit *
add_criterion (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *metric)
{
  return trl_fix_add (blueprint, TRL_KIND_CRITERION, trl_catalogue_find (TRL_CATALOGUE_CRITERIA, metric),
                      trl_fix_card (finding), TRL_SLOT_CRITERIA);
}

static gboolean
asks_for (const TrlRung  *rung,
          const TrlEntry *metric)
{
  for (guint i = 0; i < rung->n_criteria; i++)
    if (rung->criteria[i].entry == metric)
      return TRUE;
  return FALSE;
}

/* Offers a usual criterion that these partners can earn and that neither tier asks for. */
void
trl_suggest_criterion (const TrlMotionScope *scope,
                       const TrlRung        *lower,
                       const TrlRung        *upper,
                       TrlDraft             *draft)
{
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_CRITERIA); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_CRITERIA, i);

      if (!entry->usual || entry->direction <= 0 || (entry->routes & scope->routes) != 0 ||
          asks_for (lower, entry) || asks_for (upper, entry))
        continue;
      trl_draft_add_fix_take (draft, add_criterion, entry->id,
                              /* Translators: a tier and a criterion: "Ask Gold for sourced pipeline". */
                              g_strdup_printf (_("Ask %s for %s"), trl_words_card (upper->card),
                                               trl_entry_get_label (entry)));
      return;
    }
}
