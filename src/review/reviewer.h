/* reviewer.h: the review of a blueprint, live: after every commit it holds what a full review would find. */
#pragma once

#include "finding.h"
#include "rule.h"

G_BEGIN_DECLS

/**
 * TrlReviewer:
 *
 * Listens to a blueprint at %TRL_STAGE_REVIEW. Emits
 * "changed" (GPtrArray of const char *ids: the cards whose badges changed) when
 * findings came, went or changed.
 */
#define TRL_TYPE_REVIEWER (trl_reviewer_get_type ())
G_DECLARE_FINAL_TYPE (TrlReviewer, trl_reviewer, TRL, REVIEWER, GObject)

TrlReviewer     *trl_reviewer_new           (TrlBlueprint *blueprint);

const GPtrArray *trl_reviewer_get_findings  (TrlReviewer  *reviewer);
const GPtrArray *trl_reviewer_get_for_card  (TrlReviewer  *reviewer,
                                             const char   *id);
GPtrArray       *trl_reviewer_get_about     (TrlReviewer  *reviewer,
                                             const char   *id);
guint            trl_reviewer_count         (TrlReviewer  *reviewer,
                                             const char   *owner,
                                             int           decision,
                                             TrlSeverity   severity);
guint            trl_reviewer_count_kept    (TrlReviewer  *reviewer);

GPtrArray       *trl_review                 (TrlBlueprint *blueprint);

G_END_DECLS
