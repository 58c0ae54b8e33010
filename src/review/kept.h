/* kept.h: findings that somebody keeps with a reason, and for how long. Private to the review. */
#pragma once

#include "finding.h"

G_BEGIN_DECLS

/* What is kept in a blueprint. */
typedef struct _TrlKept TrlKept;

TrlKept  *trl_kept_new      (TrlBlueprint   *blueprint);
void      trl_kept_free     (TrlKept        *kept);
void      trl_kept_read     (TrlKept        *kept);
gboolean  trl_kept_knows    (TrlKept        *kept,
                             const TrlRule  *rule);
TrlCard  *trl_kept_judge    (TrlKept        *kept,
                             TrlFinding     *finding,
                             char          **lapsed);
char     *trl_kept_format_day (const char   *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlKept, trl_kept_free)

G_END_DECLS
