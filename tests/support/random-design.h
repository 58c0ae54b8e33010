/* random-design.h: seeded random designs and edits, for property tests. */
#pragma once

#include "acts.h"

G_BEGIN_DECLS

/* One random step on top of @edit: set a member, insert, remove or place a card of any kind. */
void        random_design_step   (TrlEdit      *edit,
                                  GRand        *random);
/* An edit of a few random steps; never committed. */
TrlEdit    *random_design_edit   (TrlBlueprint *blueprint,
                                  GRand        *random);
/* A design that grew by @n_edits committed edits. Ids are counted. */
TrlBlueprint *random_design_new  (GRand        *random,
                                  guint         n_edits);
/* Everything that a blueprint holds, as text: equal texts are equal designs. */
char       *random_design_dump   (TrlBlueprint *blueprint);
/* The seed of this run: TRL_TEST_SEED, a fresh one in the long run, else always the same, so that what passes here
 * passes there; printed with the test. */
GRand      *random_design_seed   (void);
/* How often a property is tried: @usual, or a hundred times as often in the long run. */
guint       random_design_rounds (guint         usual);

G_END_DECLS
