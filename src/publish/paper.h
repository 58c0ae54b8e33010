/* paper.h: what paper has beyond the board. */
#pragma once

#include "finding.h"
#include "paint.h"

G_BEGIN_DECLS

void trl_paper_add (const TrlPainter *painter,
                    const GPtrArray  *findings,
                    TrlMarks         *marks,
                    TrlRect          *bounds);

G_END_DECLS
