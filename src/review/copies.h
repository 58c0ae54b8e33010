/* copies.h: reports motions that are the same and should not be. Private to the review. */
#pragma once

#include "classes.h"
#include "rules.h"

G_BEGIN_DECLS

/* Writes what is said of @n motions, two at least; @names: what they are called, the first few, NULL as long as nobody
 * wants words. */
typedef void (*TrlCopiesFunc) (TrlDraft   *draft,
                               const char *names,
                               guint       n);

/* The same about motions that are almost the same; @share: of their lines, in percent. */
typedef void (*TrlNearFunc) (TrlDraft   *draft,
                             const char *names,
                             double      share);

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
