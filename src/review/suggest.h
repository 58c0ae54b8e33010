/* suggest.h: what a motion's partners could be asked for. Private to the review. */
#pragma once

#include "report.h"
#include "scope.h"

G_BEGIN_DECLS

void trl_suggest_criterion (const TrlMotionScope *scope,
                            const TrlRung        *lower,
                            const TrlRung        *upper,
                            TrlDraft             *draft);

G_END_DECLS
