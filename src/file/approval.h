/* approval.h: how far a design has moved from what was approved. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

/* The design is not as it was approved, but nobody can say by how much. */
#define TRL_APPROVAL_UNCOUNTED (-1)

char *trl_approval_describe_cards (TrlBlueprint *blueprint);
int   trl_approval_count_changes  (TrlBlueprint *blueprint);

G_END_DECLS
