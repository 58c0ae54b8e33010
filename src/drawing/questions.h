/* questions.h: what an empty place asks. */
#pragma once

#include "layout.h"

G_BEGIN_DECLS

const char *trl_question_row_name (TrlRow        row);
const char *trl_question_row      (TrlRow        row);
char       *trl_question_slot     (TrlBlueprint *blueprint,
                                   TrlCard      *owner,
                                   TrlSlot       slot);
char       *trl_question_benefits (TrlBlueprint *blueprint,
                                   TrlCard      *tier);
char       *trl_benefit_words     (TrlBlueprint *blueprint,
                                   TrlCard      *benefit);
TrlCard    *trl_tier_below        (TrlBlueprint *blueprint,
                                   TrlCard      *tier);
GPtrArray  *trl_tier_new_benefits (TrlBlueprint *blueprint,
                                   TrlCard      *tier,
                                   TrlCard      *below);

gboolean    trl_tier_is_cosmetic  (const GPtrArray *fresh);

G_END_DECLS
