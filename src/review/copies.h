/* copies.h: reports motions that are the same and should not be. Private to the review. */
#pragma once

#include "rules.h"

G_BEGIN_DECLS

/* Writes the words of a finding about @motions (TrlCard, in order, two at least). */
typedef void (*TrlCopiesFunc) (TrlDraft        *draft,
                               const GPtrArray *motions);

/* The same about motions that are almost the same; @share: of their lines, in percent. */
typedef void (*TrlNearFunc) (TrlDraft        *draft,
                             const GPtrArray *motions,
                             double           share);

void trl_report_near   (const TrlProgramScope *scope,
                        TrlReport             *report,
                        TrlSame                same,
                        TrlNearFunc            write);
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
