/* candidates.h: what a member may be set to, as ids and labels. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

/* What stands for the states in a list of candidates; no id is like them. */
#define TRL_CANDIDATE_OPEN ""
#define TRL_CANDIDATE_UNKNOWN "?"
#define TRL_CANDIDATE_NOT_APPLICABLE "n/a"

/**
 * TrlCandidates:
 * @ids: what is stored, of char
 * @labels: what people read, of char
 */
typedef struct
{
  GPtrArray *ids;
  GPtrArray *labels;
} TrlCandidates;

TrlCandidates *trl_candidates_new   (TrlBlueprint        *blueprint,
                                     TrlCard             *card,
                                     TrlMember            member,
                                     gboolean             with_states);
void           trl_candidates_free  (TrlCandidates       *self);
gboolean       trl_candidates_equal (const TrlCandidates *a,
                                     const TrlCandidates *b);
int            trl_candidates_find  (const TrlCandidates *self,
                                     const char          *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlCandidates, trl_candidates_free)

G_END_DECLS
