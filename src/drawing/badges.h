/* badges.h: what the review has found, as the board shows it. */
#pragma once

#include "blueprint.h"
#include "finding.h"

G_BEGIN_DECLS

/* More badges than this in one frame are counted, not shown. */
#define TRL_BADGES_A_FRAME 3

/**
 * TrlBadgeLevel:
 *
 * How grave a finding is, as its badge shows it; the gravest last.
 */
typedef enum
{
  TRL_BADGE_TODO,
  TRL_BADGE_ADVICE,
  TRL_BADGE_WARNING,
  TRL_BADGE_ERROR
} TrlBadgeLevel;

/**
 * TrlBadge:
 * @level: how grave
 * @label: a few words: "no reason to climb"
 * @shown: whether the card shows the label; else it has the edge only
 *
 * The gravest finding of a card.
 */
typedef struct
{
  TrlBadgeLevel level;
  const char   *label;
  gboolean      shown;
} TrlBadge;

/**
 * TrlBadges:
 *
 * Findings by card, with at most three labels a frame.
 */
typedef struct _TrlBadges TrlBadges;

TrlBadges      *trl_badges_new       (void);
TrlBadges      *trl_badges_new_for_findings
                                     (const GPtrArray    *findings,
                                      TrlBlueprint       *blueprint);
void            trl_badges_free      (TrlBadges          *badges);
void            trl_badges_add       (TrlBadges          *badges,
                                      const char * const *cards,
                                      TrlBadgeLevel       level,
                                      const char         *label);
void            trl_badges_settle    (TrlBadges          *badges,
                                      TrlBlueprint       *blueprint);
const TrlBadge *trl_badges_get       (const TrlBadges    *badges,
                                      const char         *id);
guint           trl_badges_get_count (const TrlBadges    *badges,
                                      const char         *motion,
                                      TrlBadgeLevel       level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlBadges, trl_badges_free)

G_END_DECLS
