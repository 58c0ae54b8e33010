/* finding-record.h: what a finding is made of, for finding.c, report.c and fold.c alone.
 *
 * A design of a thousand motions has some ten thousand findings, so one costs
 * little: the object, and one block with all ids and fixes, measured while the
 * finding is a draft. */
#pragma once

#include "report.h"

G_BEGIN_DECLS

typedef struct
{
  TrlFixFunc  make;
  const char *arg;      /* in the block of the finding */
  char       *label;
  gboolean    safe;
} Fix;

struct _TrlFinding
{
  GObject        parent_instance;

  const TrlRule *rule;
  guint          rule_index;
  TrlSeverity    severity;
  guint          n_fixes;
  const char   **cards;        /* the block: cards, NULL, fixes, and the letters of all of them */
  Fix           *fixes;
  const char    *motion;
  char          *title;
  char          *text;
  const char    *label;
  char          *kept;
  char          *kept_by;
  char          *kept_on;
  char          *lapsed;
  gboolean       proved;       /* whether the rule gave figures */
  gboolean       worded;       /* whether title, text, label and labels of fixes are there */
  const TrlSource *source;     /* who finds the words; NULL when nobody can any more */
  guint64        proof;
  char           fingerprint[17];   /* the same in letters; "" until somebody asks */
};

void trl_finding_blank (TrlFinding *finding);

G_END_DECLS
