/* report.h: where a rule puts what it found. Private to the review. */
#pragma once

#include "ids.h"
#include "kept.h"
#include "rule.h"

G_BEGIN_DECLS

/**
 * TrlFixFunc:
 * @blueprint: the blueprint as it is now
 * @finding: the finding, as it is now
 * @arg: (nullable): what the rule wrote down for this fix
 *
 * Builds the edit that mends a finding.
 *
 * Returns: (transfer full) (nullable): the edit, %NULL when there is nothing to do
 */
typedef TrlEdit *(*TrlFixFunc) (TrlBlueprint *blueprint,
                                TrlFinding   *finding,
                                const char   *arg);

/* Who can still find the words of a finding that was reported without: a live review. */
typedef struct
{
  TrlBlueprint *blueprint;
  void        (*word)     (gpointer    data,
                           TrlFinding *finding);
  gpointer      data;
} TrlSource;

/**
 * TrlTurn:
 * @motion: the id of the motion that rules speak of now; it stays, see ids.h; %NULL for the program
 * @card: the same id as the card has it
 * @ripe: a bit for each decision that is decided
 * @words: whether findings are written with their words, or get them when they are read
 * @into: (element-type TrlFinding): where findings go
 *
 * Of what a report is.
 */
typedef struct
{
  const char *motion;
  const char *card;
  guint       ripe;
  gboolean    words;
  GPtrArray  *into;
} TrlTurn;

/* A finding while it is written; it belongs to the report. */
typedef struct _TrlDraft TrlDraft;

TrlReport  *trl_report_new            (TrlIds        *ids);
void        trl_report_free           (TrlReport     *report);
void        trl_report_set_kept       (TrlReport     *report,
                                       TrlKept       *kept);
void        trl_report_begin          (TrlReport     *report,
                                       const TrlRule *rule,
                                       guint          rule_index);
void        trl_report_turn_to        (TrlReport     *report,
                                       const TrlTurn *turn);
void        trl_report_end            (TrlReport     *report);
void        trl_report_set_live       (TrlReport     *report,
                                       gboolean       live);
gboolean    trl_report_again          (TrlReport     *report,
                                       TrlFinding    *finding);
TrlFinding *trl_report_end_as         (TrlReport     *report,
                                       TrlFinding    *before);

TrlDraft   *trl_report_open           (TrlReport     *report,
                                       const char    *card);
TrlDraft   *trl_report_open_as        (TrlReport     *report,
                                       TrlSeverity    severity,
                                       const char    *card);
TrlDraft   *trl_report_open_about     (TrlReport     *report,
                                       TrlSeverity    severity,
                                       const GPtrArray *ids);
void        trl_draft_add_card        (TrlDraft      *draft,
                                       const char    *card);
void        trl_draft_set_label       (TrlDraft      *draft,
                                       const char    *label);
void        trl_draft_take_title      (TrlDraft      *draft,
                                       char          *title);
void        trl_draft_take_text       (TrlDraft      *draft,
                                       char          *text);
void        trl_draft_prove           (TrlDraft      *draft,
                                       double         number);
void        trl_draft_prove_text      (TrlDraft      *draft,
                                       const char    *text);
void        trl_draft_add_fix         (TrlDraft      *draft,
                                       TrlFixFunc     make,
                                       const char    *arg,
                                       const char    *label);
void        trl_draft_add_fix_take    (TrlDraft      *draft,
                                       TrlFixFunc     make,
                                       const char    *arg,
                                       char          *label);
void        trl_draft_mark_safe       (TrlDraft      *draft);

/* Words cost more than finding out. A review of a thousand motions makes those that somebody reads: these evaluate the
 * text that they are given only when the report wants words. */
gboolean    trl_draft_wants_words     (TrlDraft      *draft);
#define trl_draft_set_label(draft, label) \
  (trl_draft_wants_words (draft) ? (trl_draft_set_label) ((draft), (label)) : (void) 0)
#define trl_draft_take_title(draft, title) \
  (trl_draft_wants_words (draft) ? (trl_draft_take_title) ((draft), (title)) : (void) 0)
#define trl_draft_take_text(draft, text) \
  (trl_draft_wants_words (draft) ? (trl_draft_take_text) ((draft), (text)) : (void) 0)
#define trl_draft_add_fix(draft, make, arg, label) \
  ((trl_draft_add_fix) ((draft), (make), (arg), trl_draft_wants_words (draft) ? (label) : NULL))
#define trl_draft_add_fix_take(draft, make, arg, label) \
  ((trl_draft_add_fix_take) ((draft), (make), (arg), trl_draft_wants_words (draft) ? (label) : NULL))

gboolean    trl_finding_is_worded     (TrlFinding    *finding);
void        trl_finding_set_source    (TrlFinding    *finding,
                                       const TrlSource *source);
gboolean    trl_finding_stays         (TrlFinding    *finding,
                                       TrlFinding    *fresh);
gboolean    trl_finding_same_facts    (TrlFinding    *a,
                                       TrlFinding    *b);
void        trl_finding_steal_words   (TrlFinding    *finding,
                                       TrlFinding    *from);
gboolean    trl_finding_is_live       (TrlFinding    *finding,
                                       TrlBlueprint  *blueprint);
gboolean    trl_finding_is_proved     (TrlFinding    *finding);
TrlEdit    *trl_finding_run_fix       (TrlFinding    *finding,
                                       guint          index,
                                       TrlBlueprint  *blueprint);
guint       trl_fold                  (GPtrArray     *findings);
char       *trl_fold_describe         (const TrlRule *rule);
void        trl_findings_sort         (GPtrArray     *findings);
gboolean    trl_findings_stay         (const GPtrArray *old,
                                       const GPtrArray *fresh);
TrlFinding *trl_findings_steal_same   (GPtrArray     *old,
                                       guint         *at,
                                       TrlFinding    *fresh);
void        trl_findings_take_words   (const GPtrArray *findings,
                                       GPtrArray     *worded);
int         trl_finding_compare       (TrlFinding    *a,
                                       TrlFinding    *b);
gboolean    trl_finding_same_cause    (TrlFinding    *a,
                                       TrlFinding    *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlReport, trl_report_free)

G_END_DECLS
