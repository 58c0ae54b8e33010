/* suggest.h: what a motion's partners could be asked for. Private to the review. */
#pragma once

#include "report.h"
#include "scope.h"

G_BEGIN_DECLS

void trl_suggest_criterion (const TrlMotionScope *scope,
                            const TrlRung        *lower,
                            const TrlRung        *upper,
                            TrlDraft             *draft);

void trl_suggest_benefit   (const TrlMotionScope *scope,
                            const TrlRung        *lower,
                            const TrlRung        *upper,
                            TrlDraft             *draft);
TrlEdit *trl_suggest_add_criterion (TrlBlueprint *blueprint,
                                    TrlFinding   *finding,
                                    const char   *metric);

gboolean trl_criterion_needs_time  (const TrlEntry *criterion);
gboolean trl_propose_between       (const TrlMotionScope *scope,
                                    const TrlRung        *rung,
                                    const TrlItem        *item,
                                    double                below,
                                    double                times,
                                    double               *value);
gboolean trl_propose_bar           (const TrlEntry *criterion,
                                    double          deal,
                                    double         *value);

G_END_DECLS
