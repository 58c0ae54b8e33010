/* copies.h: reports motions that are the same and should not be. Private to the review. */
#pragma once

#include "rules.h"

G_BEGIN_DECLS

/* Writes the words of a finding about @motions (TrlCard, in order, two at least). */
typedef void (*TrlCopiesFunc) (TrlDraft        *draft,
                               const GPtrArray *motions);

void trl_report_copies (const TrlProgramScope *scope,
                        TrlReport             *report,
                        TrlSame                same,
                        TrlCopiesFunc          write);
void trl_report_copy   (TrlReport             *report,
                        TrlClass              *klass,
                        TrlSame                same,
                        gboolean               ripe,
                        TrlCopiesFunc          write);

G_END_DECLS
