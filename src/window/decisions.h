/* decisions.h: how far each of the five decisions has come. */
#pragma once

#include "desk.h"

G_BEGIN_DECLS

/**
 * TrlProgress:
 * @owners: how many decide: the motions; the program alone for types and metrics
 * @decided: how many of them have declared it decided
 * @recheck: how many want to look at it again
 * @open: to-dos
 * @warnings: errors, warnings and advice that nobody kept
 */
typedef struct
{
  guint owners;
  guint decided;
  guint recheck;
  guint open;
  guint warnings;
} TrlProgress;

void        trl_decisions_get_progress (TrlDesk     *desk,
                                        int          decision,
                                        TrlProgress *progress);
gboolean    trl_progress_is_decided    (const TrlProgress *progress);
char       *trl_progress_describe      (const TrlProgress *progress);
GPtrArray  *trl_decisions_get_owners   (TrlDesk     *desk,
                                        int          decision);
gboolean    trl_decisions_set          (TrlDesk     *desk,
                                        const char  *owner,
                                        int          decision,
                                        int          state);
const char *trl_decisions_find_open    (TrlDesk     *desk,
                                        int          decision);

G_END_DECLS
