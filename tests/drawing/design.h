/* design.h: a small design, built by edits, for the tests of this room. */
#pragma once

#include "edit.h"

G_BEGIN_DECLS

typedef struct
{
  char *technology;   /* a motion with two tiers, two incentives and four steps */
  char *agency;       /* a motion whose second tier gives nothing new */
  char *blank;        /* a motion without anything */
  char *connected;
  char *strategic;
  char *silver;
  char *gold;
  char *credit;       /* an incentive */
  char *criterion;    /* of strategic */
  char *benefit;      /* of connected */
  char *metric;
  char *step;
  char *note;
} Design;

TrlBlueprint *design_new   (Design *design);
void          design_clear (Design *design);

G_END_DECLS
