/* compare.h: how two rungs of a ladder compare (domain 3.6). Private to the review. */
#pragma once

#include "scope.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_RELATION_EQUAL,
  TRL_RELATION_DIFFERENT,
  TRL_RELATION_UNKNOWN     /* equal, as far as it is known */
} TrlRelation;

/* What the upper of two rungs gives that the lower does not; status never counts. */
typedef struct
{
  guint       n_benefits;    /* kinds of benefits that either has */
  guint       n_different;
  guint       n_unknown;
  TrlRelation pay;
  gboolean    lower_speaks;  /* says anything of what it gives */
  gboolean    upper_speaks;
} TrlGain;

#define TRL_MAX_EASIER 4

/* What the upper of two rungs asks that the lower does not. */
typedef struct
{
  guint        n_harder;     /* criteria that are harder or new */
  guint        n_easier;
  guint        n_unknown;    /* criteria that cannot be compared */
  const TrlItem *easier[TRL_MAX_EASIER];   /* the first of them, and what they are in the lower rung */
  const TrlItem *below[TRL_MAX_EASIER];
} TrlClimb;

TrlGain     trl_compare_gain    (const TrlMotionScope *scope,
                                 const TrlRung        *lower,
                                 const TrlRung        *upper);
TrlClimb    trl_compare_climb   (const TrlRung        *lower,
                                 const TrlRung        *upper);
gboolean    trl_rung_has_kind   (const TrlMotionScope *scope,
                                 const TrlRung        *rung,
                                 const TrlEntry       *kind);

G_END_DECLS
