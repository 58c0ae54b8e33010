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

#define TRL_MAX_EASIER 4

/* What the upper of two rungs gives that the lower does not; status never counts. */
typedef struct
{
  guint       n_benefits;    /* kinds of benefits that either has */
  guint       n_different;
  guint       n_unknown;
  const TrlItem *words_above; /* the first of those that are in words, given above and not below */
  const TrlItem *words_below;
  guint       n_words;       /* of the different ones, those that are in words */
  guint       n_raised;      /* of the different ones, those that only raise a percentage */
  double      raise;         /* the most that one of them is raised: 0.1 is a tenth more */
  gboolean    more_points;   /* the upper gives, or may give, points of margin or of a fee that the lower does not */
  guint       n_worse;       /* of the different ones, those that are plainly less than below */
  guint       n_lost;        /* given below and not named above */
  const TrlItem *worse[TRL_MAX_EASIER];   /* the first of them, and what they are in the lower rung */
  const TrlItem *below[TRL_MAX_EASIER];
  const TrlItem *lost[TRL_MAX_EASIER];
  TrlRelation pay;           /* what deals from half to twice the usual size pay */
  gboolean    idle_caps;     /* that is the same because none of them reaches the caps that differ */
  gboolean    lower_speaks;  /* says anything of what it gives */
  gboolean    upper_speaks;
} TrlGain;

/* What the upper of two rungs asks that the lower does not. */
typedef struct
{
  guint        n_harder;     /* criteria that are harder or new */
  guint        n_easier;
  guint        n_unknown;    /* criteria that cannot be compared */
  gboolean     options;      /* any of several options is enough: then nothing is harder, easier or steep by itself */
  double       steepest;     /* how many times as much the hardest step asks; 0 for none */
  const TrlItem *steep;      /* that step, and where it comes from */
  const TrlItem *steep_below;
  const TrlItem *easier[TRL_MAX_EASIER];   /* the first of them, and what they are in the lower rung */
  const TrlItem *below[TRL_MAX_EASIER];
} TrlClimb;

/* Several rules look at each step of a ladder: it is compared once. */
struct _TrlStep
{
  const TrlRung *lower;
  gboolean       has_gain;
  gboolean       has_climb;
  TrlGain        gain;
  TrlClimb       climb;
};

TrlGain     trl_compare_gain    (const TrlMotionScope *scope,
                                 const TrlRung        *lower,
                                 const TrlRung        *upper);
TrlClimb    trl_compare_climb   (const TrlRung        *lower,
                                 const TrlRung        *upper);
TrlRelation trl_compare_pay     (const TrlPay         *pay,
                                 const TrlCard        *lower,
                                 const TrlCard        *upper);
TrlRelation trl_compare_funds   (const TrlCard        *lower,
                                 const TrlCard        *upper);
gboolean    trl_same_words      (const char           *a,
                                 const char           *b);
gboolean    trl_same_member     (const TrlCard        *a,
                                 const TrlCard        *b,
                                 TrlMember             member);
gboolean    trl_either_unknown  (const TrlCard        *a,
                                 const TrlCard        *b,
                                 TrlMember             member);
gboolean    trl_rungs_are_steps (const TrlRung        *lower,
                                 const TrlRung        *upper);
gboolean    trl_rung_one_option (const TrlRung        *rung);
gboolean    trl_rung_has_kind   (const TrlMotionScope *scope,
                                 const TrlRung        *rung,
                                 const TrlEntry       *kind);

G_END_DECLS
