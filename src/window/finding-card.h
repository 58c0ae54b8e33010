/* finding-card.h: one finding in the review panel. */
#pragma once

#include <gtk/gtk.h>

#include "board.h"
#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_FINDING_CARD (trl_finding_card_get_type ())
G_DECLARE_FINAL_TYPE (TrlFindingCard, trl_finding_card, TRL, FINDING_CARD, GtkBox)

GtkWidget  *trl_finding_card_new         (TrlDesk        *desk,
                                          TrlBoard       *board,
                                          TrlFinding     *finding);
TrlFinding *trl_finding_card_get_finding (TrlFindingCard *self);
void        trl_finding_card_show        (TrlFindingCard *self);
void        trl_finding_card_set_current (TrlFindingCard *self,
                                          gboolean        current);

G_END_DECLS
