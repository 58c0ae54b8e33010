/* sums.h: what each motion comes to, and the sums over all motions. Private to the review.
 *
 * Facts are added and taken out one motion at a time, so that an edit costs
 * what it touches. Motions that are the same in something form a class: a
 * thousand copies are one class and one finding, never pairs. */
#pragma once

#include "rule.h"

G_BEGIN_DECLS

/**
 * TrlPart:
 *
 * What a program rule reads; it runs again only when that changed.
 */
typedef enum
{
  TRL_PART_PROGRAM    = 1 << 0,   /* the program's own cards and the brief */
  TRL_PART_LADDERS    = 1 << 1,
  TRL_PART_PAYS       = 1 << 2,
  TRL_PART_STATEMENTS = 1 << 3,
  TRL_PART_TYPES      = 1 << 4,
  TRL_PART_OPEN       = 1 << 5,
  TRL_PART_SERVES     = 1 << 6,
  TRL_PART_PATHS      = 1 << 7,
  TRL_PART_STAFF      = 1 << 8,
  TRL_PART_CLAIMS     = 1 << 9,
  TRL_PART_FUNNELS    = 1 << 10,
  TRL_PART_ALL        = (1 << 16) - 1
} TrlPart;

/* In what two motions can be the same. */
typedef enum
{
  TRL_SAME_LADDER,
  TRL_SAME_PAY,
  TRL_SAME_MODEL,       /* both */
  TRL_SAME_STATEMENT,
  TRL_SAME_PATH,
  TRL_SAME_CLAIM,       /* nothing says who gets a deal of that market */
  TRL_N_SAMES
} TrlSame;

/* People that a motion promises, in thousandths, so that they add up and take out again without a rest. */
typedef struct
{
  gint64 dedicated;   /* partners that are promised a manager of their own */
  gint64 named;       /* partners that are promised a manager by name, or of their own */
  gint64 hours;       /* what these take in a year, as far as it is stated */
} TrlStaff;

/* What a motion comes to. A signature of 0 says nothing: empty is never equal. */
typedef struct
{
  TrlCard *motion;
  const char *id;           /* of the motion; stays, see ids.h */
  guint    routes;          /* by its statement, else by its types */
  guint    type_routes;     /* by its types alone */
  guint64  same[TRL_N_SAMES];
  gboolean scored;          /* every tier is reached by a composite score */
  gboolean in_words;        /* the statement has a sentence */
  guint    ripe;            /* a bit for each decision that is decided */
  guint    copied;          /* a bit for each decision that may still be as in the motion it was duplicated from */
  guint    open;            /* a bit for each decision about which nothing is said */
  int      recruiting;      /* TRL_RECRUITING_*, -1 as the program */
  guint    n_incentives;
  guint    n_tiers;
  guint    n_steps;
  TrlStaff staff;
  guint64  events;          /* bits of TRL_EVENTS_* that incentives, criteria and steps are tied to */
  guint64  measures;        /* bits of TRL_METRICS_* that criteria measure */
  guint64  counters;        /* bits of TRL_METRICS_* of targets that all pay of the motion pulls against */
  gint64   pipeline;        /* what it brings in a year at best, in hundredths; -1 when it does not say */
  gint64   revenue;
  char   **serves;          /* metrics that incentives name; NULL for none */
  guint64 *keys;            /* what the ladder asks for, what it gives, and what is paid: a number for each line */
  guint    n_asks;          /* how many of the keys are criteria; those come first */
  guint    n_gives;         /* how many benefits; those come next */
  guint    n_rates;         /* how many rates; those come last */
} TrlFacts;

/* Motions that are the same in something, see classes.h. */
typedef struct _TrlClass TrlClass;
typedef struct _TrlClasses TrlClasses;
typedef struct _TrlSums TrlSums;

void       trl_facts_clear          (TrlFacts       *facts);
guint      trl_facts_differ         (const TrlFacts *a,
                                     const TrlFacts *b);

guint      trl_facts_sound_apart    (const TrlFacts *a,
                                     const TrlFacts *b);

TrlSums   *trl_sums_new             (void);
void       trl_sums_free            (TrlSums        *sums);
void       trl_sums_add             (TrlSums        *sums,
                                     TrlFacts       *facts);
void       trl_sums_remove          (TrlSums        *sums,
                                     TrlFacts       *facts);
void       trl_sums_replace         (TrlSums        *sums,
                                     TrlFacts       *facts,
                                     TrlFacts       *now);
void       trl_sums_forget_notes    (TrlSums        *sums);
guint      trl_sums_steal_touched   (TrlSums        *sums);
void       trl_sums_touch           (TrlSums        *sums,
                                     guint           parts);

guint      trl_sums_get_n_motions   (TrlSums        *sums);
guint      trl_sums_get_n_tiers     (TrlSums        *sums);
guint      trl_sums_get_n_incentives(TrlSums        *sums);
guint      trl_sums_get_n_steps     (TrlSums        *sums);
gboolean   trl_sums_uses_type       (TrlSums        *sums,
                                     const char     *type);
guint      trl_sums_count_type      (TrlSums        *sums,
                                     const char     *type);
guint      trl_sums_get_n_decided   (TrlSums        *sums);
TrlStaff   trl_sums_get_staff       (TrlSums        *sums);
guint      trl_sums_get_n_open      (TrlSums        *sums,
                                     gboolean        recruiting,
                                     int             decision);
guint      trl_sums_get_n_recruiting(TrlSums        *sums,
                                     gboolean        recruiting);
gboolean   trl_sums_serves          (TrlSums        *sums,
                                     const char     *metric,
                                     const TrlEntry *kind);
gboolean   trl_sums_counters        (TrlSums        *sums,
                                     const TrlEntry *kind);
gboolean   trl_sums_get_pipeline    (TrlSums        *sums,
                                     double         *pipeline);
gboolean   trl_sums_get_revenue     (TrlSums        *sums,
                                     double         *revenue);

TrlClasses *trl_sums_get_classes   (TrlSums        *sums,
                                     TrlSame         same);
TrlClass  *trl_sums_get_model       (TrlSums        *sums);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlSums, trl_sums_free)

G_END_DECLS
