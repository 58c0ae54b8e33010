/* shown.h: which findings are shown at which card. Private to the review. */
#pragma once

#include "finding.h"

G_BEGIN_DECLS

typedef struct _TrlShown TrlShown;

TrlShown        *trl_shown_new    (void);
void             trl_shown_free   (TrlShown   *shown);
void             trl_shown_add    (TrlShown   *shown,
                                   TrlFinding *finding);
void             trl_shown_remove (TrlShown   *shown,
                                   TrlFinding *finding);
const GPtrArray *trl_shown_get    (TrlShown   *shown,
                                   const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlShown, trl_shown_free)

G_END_DECLS
