/* terms.h: small questions about pay and paths that several rules ask. Private to the review. */
#pragma once

#include "report.h"
#include "scope.h"

G_BEGIN_DECLS

/* Words that are blank say as little as none. */
TrlState         trl_terms_state          (const TrlCard        *card,
                                           TrlMember             member);
/* The heavier of two: what is open is open, what is unknown is for somebody to find out. */
TrlState         trl_terms_worse          (TrlState              a,
                                           TrlState              b);
/* A date as a Julian day; 0 when there is none. */
guint            trl_terms_day            (const TrlCard        *card,
                                           TrlMember             member);
int              trl_criterion_get_metric (const TrlEntry       *criterion);
gboolean         trl_criterion_may_serve  (const TrlEntry       *criterion,
                                           const TrlEntry       *metric);
gboolean         trl_criterion_asks_skill (const TrlEntry       *criterion);
gboolean         trl_metric_is_told       (const TrlEntry       *metric);
gboolean         trl_scope_is_unpaid      (const TrlMotionScope *scope);
gboolean         trl_pay_requires_won     (const TrlPay         *pay);
gboolean         trl_pay_is_in_points     (const TrlPay         *pay);
gboolean         trl_pay_is_about       (const TrlPay         *pay,
                                         int                   business);
gboolean         trl_pay_is_for_staying (const TrlPay         *pay);
gboolean         trl_pay_has_cap          (const TrlPay         *pay);
gboolean         trl_pay_may_have_cap     (const TrlPay         *pay);
gboolean         trl_pay_counters         (const TrlMotionScope *scope,
                                           gboolean             *late);
guint            trl_scope_count_ranked (const TrlMotionScope *scope);
gboolean         trl_scope_may_gate     (const TrlMotionScope *scope,
                                         const TrlRung        *rung);
gboolean         trl_scope_is_for         (const TrlMotionScope *scope,
                                           const TrlTarget      *target);
int              trl_scope_first_business (const TrlMotionScope *scope);
double           trl_scope_days_until     (const TrlMotionScope *scope,
                                           int                   step);
gboolean         trl_stride_is_learning   (const TrlStride      *stride);
gboolean         trl_pay_knows_whom       (const TrlPay         *pay);
gboolean         trl_pay_is_unclear       (const TrlPay         *pay);
gboolean         trl_scope_knows_routes   (const TrlMotionScope *scope);
TrlEdit         *trl_fix_after_first_deal (TrlBlueprint         *blueprint,
                                           TrlFinding           *finding,
                                           const char           *step);
TrlEdit         *trl_fix_add_pay          (TrlBlueprint         *blueprint,
                                           const TrlEntry       *kind,
                                           const char           *target,
                                           double                rate);

G_END_DECLS
