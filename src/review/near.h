/* near.h: motions that are almost the same and earn in different ways. Private to the review. */
#pragma once

#include "sums.h"

G_BEGIN_DECLS

/**
 * TrlNear:
 * @motions: (element-type TrlFacts): the motions, in the order of the document
 * @share: how much of their lines is equal, in percent, of the two that differ most
 * @meant: whether that is more than what duplicates begin with
 *
 * Motions that are almost the same, one way or another.
 */
typedef struct
{
  GPtrArray *motions;
  double     share;
  gboolean   meant;
} TrlNear;

GArray *trl_sums_find_near (TrlSums *sums,
                            TrlSame  same);

G_END_DECLS
