/* lens.h: makes out of a blueprint what rules may look at. Private to the review. */
#pragma once

#include "scope.h"

G_BEGIN_DECLS

/* A lens is used for one motion after the other and keeps its memory. */
typedef struct _TrlLens TrlLens;

TrlLens              *trl_lens_new         (TrlBlueprint         *blueprint);
void                  trl_lens_free        (TrlLens              *lens);
const TrlMotionScope *trl_lens_look        (TrlLens              *lens,
                                            TrlCard              *motion,
                                            const TrlBrief       *brief);
void                  trl_facts_read       (TrlFacts             *facts,
                                            const TrlMotionScope *scope);

void                  trl_brief_read       (TrlBrief             *brief,
                                            TrlBlueprint         *blueprint);
gboolean              trl_brief_equal      (const TrlBrief       *a,
                                            const TrlBrief       *b);
gboolean              trl_brief_serve      (TrlBrief             *brief,
                                            TrlSums              *sums);
void                  trl_brief_served_as  (TrlBrief             *brief,
                                            const TrlBrief       *before);
void                  trl_brief_clear      (TrlBrief             *brief);
TrlProgramScope       trl_program_scope    (TrlBlueprint         *blueprint,
                                            const TrlBrief       *brief,
                                            TrlSums              *sums);

/* Small questions that facts and several rules ask. */
gboolean              trl_scope_earns      (const TrlMotionScope *scope);
gboolean              trl_scope_has_path   (const TrlMotionScope *scope);
gboolean              trl_scope_is_written (const TrlMotionScope *scope);
gboolean              trl_scope_has_begun  (const TrlMotionScope *scope);
double                trl_scope_registrations (const TrlMotionScope *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLens, trl_lens_free)

G_END_DECLS
