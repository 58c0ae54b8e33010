/* near.h: motions that are almost the same and earn in different ways. Private to the review. */
#pragma once

#include "classes.h"

G_BEGIN_DECLS

/**
 * TrlNear:
 * @peers: (element-type TrlPeer): the motions; those with the same lines stand
 *   together, in the order of the document as their first ones do
 * @share: how much of their lines is equal, in percent, of the two that differ most
 * @meant: whether that is more than what duplicates begin with
 *
 * Motions that are almost the same, one way or another.
 */
typedef struct
{
  GArray   *peers;
  double    share;
  gboolean  meant;
} TrlNear;

GArray *trl_sums_find_near (TrlSums *sums,
                            TrlSame  same);

G_END_DECLS
