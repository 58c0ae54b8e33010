/* scope.h: what a rule may look at, and nothing else. Private to the review.
 *
 * A motion rule gets one motion's cards, its types and the brief; a program
 * rule gets the program's own cards and the sums over all motions. Neither
 * gets the blueprint: that is what keeps an incremental review equal to a full
 * one. */
#pragma once

#include "rule.h"
#include "sums.h"

G_BEGIN_DECLS

/* A card and the catalogue entry that it is of, NULL when that is not known. */
typedef struct
{
  TrlCard        *card;
  const TrlEntry *entry;
} TrlItem;

/* What is known of the step up to a tier, once some rule has asked; see compare.h. */
typedef struct _TrlStep TrlStep;

/* A tier with what it asks for and gives. */
typedef struct
{
  TrlCard       *card;
  const TrlItem *criteria;
  guint          n_criteria;
  const TrlItem *benefits;
  guint          n_benefits;
  TrlStep       *step;       /* from the ranked tier below it; NULL for the lowest and for those beside the ladder */
} TrlRung;

/* An incentive; @cash: our money, to the partner, for business; @alike: nothing in it speaks of a tier. */
typedef struct
{
  TrlCard         *card;
  const TrlEntry  *kind;
  const TrlEntry  *trigger;
  const TrlEntry  *condition;
  const GPtrArray *rates;
  const GPtrArray *caps;
  gboolean         cash;
  gboolean         alike;
} TrlPay;

/* A step of the path and the event that it reaches. */
typedef struct
{
  TrlCard        *card;
  const TrlEntry *kind;
  const TrlEntry *event;
} TrlStride;

/* A target and whether anything in any motion serves it. */
typedef struct
{
  TrlCard        *card;
  const TrlEntry *kind;
  gboolean        served;
} TrlTarget;

/* What a motion rule may know of the program. */
typedef struct
{
  GArray     *targets;      /* of TrlTarget */
  gboolean    vague;        /* whether some metric may yet turn out to be a target */
  const char *currency;     /* three letters, "" when it is not known */
  double      size;         /* partners planned, or else now; -1 unknown */
  double      now;          /* partners now; -1 unknown */
  int         recruiting;   /* TRL_RECRUITING_*, -1 open */
  guint       ripe;         /* a bit for each decision that is decided for the whole program */
  gboolean    reviewed;   /* whether it went to review, or through it */
  guint       start;        /* the day from which the design counts, as a Julian day; 0 unknown */
} TrlBrief;

struct _TrlMotionScope
{
  TrlCard         *motion;
  const TrlBrief  *brief;
  guint            ripe;        /* a bit for each decision that is decided here */
  guint            routes;
  const TrlItem   *types;
  guint            n_types;
  const TrlRung   *rungs;       /* all tiers, low to high */
  guint            n_rungs;
  const TrlRung  **ladder;      /* the ranked ones among them */
  guint            n_ladder;
  const TrlItem   *proofs;      /* what the credentials beside them ask for */
  guint            n_proofs;
  const TrlPay    *pays;
  guint            n_pays;
  const TrlStride *strides;
  guint            n_strides;
  TrlCard * const *decided;     /* what was declared about it */
  guint            n_decided;
  const char      *basis;       /* what that rests on, see trl_acts_get_basis(); NULL where nothing asks for it */
  double           size;        /* partners of the motion, else of the program; -1 unknown */
  double           deal;        /* deal size; -1 unknown */
};

struct _TrlProgramScope
{
  TrlCard         *root;
  const TrlBrief  *brief;
  guint            ripe;
  gboolean         reviewed;   /* whether it went to review, or through it */
  const GPtrArray *types;
  const GPtrArray *metrics;
  const GPtrArray *parked;
  const GPtrArray *notes;
  const GPtrArray *exceptions;
  TrlSums         *sums;
};

G_END_DECLS
