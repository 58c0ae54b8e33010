/* change.h: what an edit does, as a value: for each id, the record before and after. */
#pragma once

#include "card.h"

G_BEGIN_DECLS

/**
 * TrlOrigin:
 *
 * Where a change comes from (law E10). History ignores undo and redo, the
 * journal records them.
 */
typedef enum
{
  TRL_ORIGIN_USER,
  TRL_ORIGIN_UNDO,
  TRL_ORIGIN_REDO,
  TRL_ORIGIN_RECOVERY,
  TRL_ORIGIN_RELOAD,
  TRL_ORIGIN_FIX
} TrlOrigin;

/**
 * TrlDelta:
 * @id: the card
 * @before: (nullable): its record before, %NULL when it was not there
 * @after: (nullable): its record after, %NULL when it is gone
 */
typedef struct
{
  const char *id;
  TrlCard    *before;
  TrlCard    *after;
} TrlDelta;

/**
 * TrlChange:
 *
 * An immutable, reference-counted change of a blueprint.
 */
typedef struct _TrlChange TrlChange;

TrlChange      *trl_change_new          (const char      *name,
                                         const char      *key,
                                         TrlOrigin        origin,
                                         GPtrArray       *before,
                                         GPtrArray       *after);
TrlChange      *trl_change_ref          (TrlChange       *change);
void            trl_change_unref        (TrlChange       *change);

const char     *trl_change_get_name     (const TrlChange *change);
const char     *trl_change_get_key      (const TrlChange *change);
TrlOrigin       trl_change_get_origin   (const TrlChange *change);
guint           trl_change_get_n_deltas (const TrlChange *change);
const TrlDelta *trl_change_get_delta    (const TrlChange *change,
                                         guint            index);

TrlChange      *trl_change_reverse      (TrlChange       *change,
                                         TrlOrigin        origin);
TrlChange      *trl_change_with_origin  (TrlChange       *change,
                                         TrlOrigin        origin);
TrlChange      *trl_change_squash       (TrlChange       *first,
                                         TrlChange       *second);
gsize           trl_change_get_size     (const TrlChange *change);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlChange, trl_change_unref)

G_END_DECLS
