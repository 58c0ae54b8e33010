/* review-panel.h: what the review has found, motion by motion. */
#pragma once

#include <gtk/gtk.h>

#include "board.h"
#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_REVIEW_PANEL (trl_review_panel_get_type ())
G_DECLARE_FINAL_TYPE (TrlReviewPanel, trl_review_panel, TRL, REVIEW_PANEL, GtkBox)

GtkWidget *trl_review_panel_new        (TrlDesk        *desk,
                                        TrlBoard       *board);
void       trl_review_panel_step       (TrlReviewPanel *self,
                                        int             by);
void       trl_review_panel_update     (TrlReviewPanel *self);
guint      trl_review_panel_get_n_open (TrlReviewPanel *self);

G_END_DECLS
