/* check-live.h: whether a review that follows a blueprint holds what a full one finds. Private to the review. */
#pragma once

#include "reviewer.h"

G_BEGIN_DECLS

gboolean trl_wants_check_live (void);
void     trl_check_live       (TrlReviewer  *reviewer,
                               TrlBlueprint *blueprint);

G_END_DECLS
