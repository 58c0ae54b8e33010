/* bench.h: how long things take, as ratios to a floor measured in the same run. */
#pragma once

#include "acts.h"

G_BEGIN_DECLS

/**
 * BenchRow:
 *
 * One figure: what, at which size, how much, and what is held against it.
 */
typedef struct
{
  const char *name;
  guint       cards;
  double      value;
  const char *unit;
  const char *floor_name;   /* NULL: none */
  double      floor;
  double      aim;          /* the ratio that is aimed at; 0: none. Without a floor: the value. */
} BenchRow;

typedef double (*BenchFunc) (gpointer data);   /* does it once; the value is thrown away */

void          bench_report      (const BenchRow *row);
/* Whether a scene is wanted: one alone is easier to profile. */
gboolean      bench_wants       (const char     *name);
/* The median of several runs, in milliseconds. */
double        bench_time        (BenchFunc       func,
                                 gpointer        data);
/* The medians of two things done in turn, so that both meet the same machine. */
void          bench_pair        (BenchFunc       func,
                                 gpointer        data,
                                 BenchFunc       floor_func,
                                 gpointer        floor_data,
                                 double         *ms,
                                 double         *floor_ms);
/* A plausible design with about so many cards: ten a motion. */
TrlBlueprint *bench_design      (guint           n_cards);
gsize         bench_resident    (void);          /* bytes */

void          bench_file        (guint           n_cards);
void          bench_review      (guint           n_cards);
void          bench_check       (TrlBlueprint   *blueprint,
                                 guint           n_cards);
void          bench_drawing     (guint           n_cards);
void          bench_board       (guint           n_cards);   /* only where there is a display */

/* How long the program takes to show a window; only where there is a display. */
void          bench_start       (const char     *program,
                                 const char     *design);

G_END_DECLS
