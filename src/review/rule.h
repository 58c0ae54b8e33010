/* rule.h: the register of pitfalls. One file a rule in rules/, one line in rules-table.h. */
#pragma once

#include "finding.h"

G_BEGIN_DECLS

/* What a rule may look at, see scope.h, and where it reports, see report.h. */
typedef struct _TrlMotionScope TrlMotionScope;
typedef struct _TrlProgramScope TrlProgramScope;
typedef struct _TrlReport TrlReport;

/* The parts of a rule's page, in the order in which they are read. */
typedef enum
{
  TRL_PAGE_LOOKS_FOR,
  TRL_PAGE_SOURCE,
  TRL_PAGE_FIRES,
  TRL_PAGE_QUIET,
  TRL_PAGE_MEND,
  TRL_PAGE_KEEP,
  TRL_PAGE_UNTIL,
  TRL_PAGE_FOLDS,
  TRL_N_PAGE_PARTS
} TrlPagePart;

/**
 * TrlRule:
 * @id: its name in files and on the command line, never translated
 * @severity: what a finding weighs when nothing softens it
 * @decision: the decision that it belongs to, TRL_DECISION_*
 * @ripens: whether findings are to-dos until the decision is declared decided
 * @title: what it is about, untranslated
 * @looks_for: its page, all of it untranslated: what it looks for
 * @source: the sentence of the seed that it comes from, in “”, or whose experience it is
 * @fires: an example of which it speaks
 * @quiet: what it is quiet about
 * @mend: how to mend it
 * @keep: when to keep a finding
 * @until: (nullable): what makes a kept finding count again; %NULL: the figures
 *   that the rule proves with, or what its cards state
 * @reads: of the sums over all motions, those that @check_program reads, see #TrlPart
 * @check_motion: (nullable): looks at one motion
 * @check_program: (nullable): looks at the program's own cards and the sums over all motions
 */
struct _TrlRule
{
  const char  *id;
  TrlSeverity  severity;
  int          decision;
  gboolean     ripens;
  const char  *title;
  const char  *looks_for;
  const char  *source;
  const char  *fires;
  const char  *quiet;
  const char  *mend;
  const char  *keep;
  const char  *until;
  guint        reads;
  void       (*check_motion)  (const TrlMotionScope  *scope,
                               TrlReport             *report);
  void       (*check_program) (const TrlProgramScope *scope,
                               TrlReport             *report);
};

const TrlRule * const *trl_rules_get      (guint         *n_rules);
const TrlRule         *trl_rule_find      (const char    *id);
const char            *trl_rule_get_title (const TrlRule *rule);
const char            *trl_rule_get_page  (const TrlRule *rule,
                                           TrlPagePart    part);
const char            *trl_page_get_label (TrlPagePart    part);

G_END_DECLS
