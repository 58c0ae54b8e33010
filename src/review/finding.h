/* finding.h: what a rule found: which cards, what is the matter, what could be done. */
#pragma once

#include "edit.h"

G_BEGIN_DECLS

/**
 * TrlSeverity:
 * @TRL_SEVERITY_ERROR: a contradiction
 * @TRL_SEVERITY_WARNING: a pitfall
 * @TRL_SEVERITY_ADVICE: worth a thought
 * @TRL_SEVERITY_TODO: not there yet
 *
 * How much a finding weighs, the heaviest first.
 */
typedef enum
{
  TRL_SEVERITY_ERROR,
  TRL_SEVERITY_WARNING,
  TRL_SEVERITY_ADVICE,
  TRL_SEVERITY_TODO,
  TRL_N_SEVERITIES
} TrlSeverity;

const char *trl_severity_get_id    (TrlSeverity severity);
const char *trl_severity_get_label (TrlSeverity severity);

/* A rule, see rule.h. */
typedef struct _TrlRule TrlRule;

/**
 * TrlFinding:
 *
 * An immutable finding. What stays the same is the same one, so that nothing
 * flickers in a list.
 */
typedef struct _TrlFinding TrlFinding;

TrlFinding         *trl_finding_ref             (TrlFinding    *finding);
void                trl_finding_unref           (TrlFinding    *finding);
const TrlRule      *trl_finding_get_rule        (TrlFinding    *finding);
TrlSeverity         trl_finding_get_severity    (TrlFinding    *finding);
int                 trl_finding_get_decision    (TrlFinding    *finding);
const char * const *trl_finding_get_cards       (TrlFinding    *finding);
gboolean            trl_finding_has_card        (TrlFinding    *finding,
                                                 const char    *id);
const char         *trl_finding_get_motion      (TrlFinding    *finding);
const char         *trl_finding_get_title       (TrlFinding    *finding);
const char         *trl_finding_get_text        (TrlFinding    *finding);
const char         *trl_finding_get_label       (TrlFinding    *finding);
const char         *trl_finding_get_kept        (TrlFinding    *finding);
const char         *trl_finding_get_kept_by     (TrlFinding    *finding);
const char         *trl_finding_get_kept_on     (TrlFinding    *finding);
char               *trl_finding_describe_keeper (TrlFinding    *finding);
const char         *trl_finding_get_lapsed      (TrlFinding    *finding);
TrlEdit            *trl_finding_keep            (TrlFinding    *finding,
                                                 TrlBlueprint  *blueprint,
                                                 const char    *reason,
                                                 const char    *by,
                                                 const char    *on);
const char         *trl_finding_get_fingerprint (TrlFinding    *finding);

guint               trl_finding_get_n_fixes     (TrlFinding    *finding);
const char         *trl_finding_get_fix_label   (TrlFinding    *finding,
                                                 guint          index);
gboolean            trl_finding_is_fix_safe     (TrlFinding    *finding,
                                                 guint          index);
TrlEdit            *trl_finding_make_fix        (TrlFinding    *finding,
                                                 guint          index,
                                                 TrlBlueprint  *blueprint);

gboolean            trl_finding_equal           (TrlFinding    *a,
                                                 TrlFinding    *b);
guint               trl_finding_hash            (TrlFinding    *finding);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlFinding, trl_finding_unref)

G_END_DECLS
