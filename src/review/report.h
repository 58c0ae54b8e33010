/* report.h: where a rule puts what it found. Private to the review. */
#pragma once

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

/* A finding while it is written; it belongs to the report. */
typedef struct _TrlDraft TrlDraft;

TrlReport  *trl_report_new            (void);
void        trl_report_free           (TrlReport     *report);
void        trl_report_set_kept       (TrlReport     *report,
                                       TrlKept       *kept);
void        trl_report_begin          (TrlReport     *report,
                                       const TrlRule *rule,
                                       const char    *motion,
                                       guint          ripe,
                                       GPtrArray     *into);
void        trl_report_end            (TrlReport     *report);

TrlDraft   *trl_report_open           (TrlReport     *report,
                                       const char    *card);
TrlDraft   *trl_report_open_as        (TrlReport     *report,
                                       TrlSeverity    severity,
                                       const char    *card);
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

gboolean    trl_finding_is_proved     (TrlFinding    *finding);
TrlEdit    *trl_finding_run_fix       (TrlFinding    *finding,
                                       guint          index,
                                       TrlBlueprint  *blueprint);
int         trl_finding_compare       (TrlFinding    *a,
                                       TrlFinding    *b);
gboolean    trl_finding_same_cause    (TrlFinding    *a,
                                       TrlFinding    *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlReport, trl_report_free)

G_END_DECLS
