/* journal.h: every commit on the disk, until the design is saved or closed. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

/**
 * TrlJournal:
 *
 * Writes down each commit of a blueprint (law E15).
 */
typedef struct _TrlJournal TrlJournal;

/**
 * TrlOrphan:
 * @path: the journal
 * @name: what the design was called
 * @uri: (nullable): the file that it came from; %NULL when it was never saved
 * @time: when it was last changed, in seconds since 1970
 * @n_changes: how many changes it holds
 * @aside: (nullable): what was under way beside the design, see trl_journal_set_aside()
 *
 * A journal whose program is gone: work that was not saved.
 */
typedef struct
{
  char   *path;
  char   *name;
  char   *uri;
  gint64  time;
  guint   n_changes;
  char   *aside;
} TrlOrphan;

TrlJournal   *trl_journal_new          (TrlBlueprint     *blueprint);
void          trl_journal_free         (TrlJournal       *journal);
void          trl_journal_set_origin   (TrlJournal       *journal,
                                        const char       *name,
                                        const char       *uri);
void          trl_journal_set_aside    (TrlJournal       *journal,
                                        const char       *words);
void          trl_journal_clear        (TrlJournal       *journal);
void          trl_journal_begin        (TrlJournal       *journal);
void          trl_journal_sync         (TrlJournal       *journal);
const GError *trl_journal_get_problem  (TrlJournal       *journal);

char         *trl_journal_get_folder   (void);
GPtrArray    *trl_journal_list_orphans (void);
TrlBlueprint *trl_journal_recover      (const TrlOrphan  *orphan,
                                        GError          **error);
void          trl_journal_discard      (const TrlOrphan  *orphan);
void          trl_orphan_free          (TrlOrphan        *orphan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlJournal, trl_journal_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlOrphan, trl_orphan_free)

G_END_DECLS
