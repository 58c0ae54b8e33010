/* snap.h: where something free comes to lie beside what lies there already. Pure arithmetic. */
#pragma once

#include "marks.h"

G_BEGIN_DECLS

/* So near it takes to snap, in pixels of the view, and so slow, in pixels a millisecond. */
#define TRL_SNAP_REACH 8.0
#define TRL_SNAP_SPEED 0.5

/**
 * TrlGuide:
 * @x1: one end, in board units
 * @y1: the same
 * @x2: the other end
 * @y2: the same
 * @is_gap: whether it measures a gap that is equal to another, and is no line that edges share
 *
 * What a snap shows of its reason.
 */
typedef struct
{
  double   x1;
  double   y1;
  double   x2;
  double   y2;
  gboolean is_gap;
} TrlGuide;

void trl_snap (const GArray  *others,
               const TrlRect *moving,
               double         reach,
               double        *dx,
               double        *dy,
               GArray        *guides);

G_END_DECLS
