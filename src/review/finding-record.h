/* finding-record.h: what a finding is made of, for finding.c, report.c and fold.c alone.
 *
 * A design of a thousand motions has some ten thousand findings, so one costs
 * little: a single block with all ids and fixes in it, measured while the
 * finding is a draft; only ids of motions may lie in ids.h. What few findings have, and what nobody has read yet,
 * lies elsewhere and is not there at first. */
#pragma once

#include "ids.h"
#include "report.h"

G_BEGIN_DECLS

typedef struct
{
  TrlFixFunc  make;
  const char *arg;      /* in the block of the finding */
  char       *label;
  gboolean    safe;
} Fix;

/* What a finding says, once somebody has read it. */
typedef struct
{
  char       *title;
  char       *text;
  const char *label;
} Words;

/* Who keeps it and why, or that it was kept. */
typedef struct
{
  char *reason;   /* NULL when it is not kept any more */
  char *by;
  char *on;
  char *lapsed;
} Keeping;

struct _TrlFinding
{
  guint            ref_count;
  guint8           severity;
  guint            proved : 1;    /* whether the rule gave figures */
  guint            worded : 1;    /* whether words and labels of fixes are there */
  guint            rule_index;
  guint            n_fixes;
  const TrlRule   *rule;
  guint64          proof;
  const TrlSource *source;        /* who finds the words; NULL when nobody can any more */
  TrlIds          *ids;           /* where ids of motions lie */
  const char      *motion;
  Fix             *fixes;         /* behind the cards, and behind them all letters */
  Words           *words;         /* NULL for none */
  Keeping         *keeping;       /* NULL for none */
  char            *fingerprint;   /* the proof in letters; NULL until somebody asks */
  const char      *cards[];       /* NULL ends them */
};

G_END_DECLS
