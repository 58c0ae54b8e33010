/* presenter.h: the design, shown to people. */
#pragma once

#include <gtk/gtk.h>

#include "board.h"
#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_PRESENTER (trl_presenter_get_type ())
G_DECLARE_FINAL_TYPE (TrlPresenter, trl_presenter, TRL, PRESENTER, GtkBox)

GtkWidget *trl_presenter_new          (TrlDesk      *desk,
                                       TrlBoard     *board);
GtkWidget *trl_presenter_get_bar      (TrlPresenter *self);
void       trl_presenter_start        (TrlPresenter *self);
void       trl_presenter_stop         (TrlPresenter *self);
gboolean   trl_presenter_is_active    (TrlPresenter *self);
void       trl_presenter_go           (TrlPresenter *self,
                                       int           slide);
int        trl_presenter_get_slide    (TrlPresenter *self);
int        trl_presenter_get_n_slides (TrlPresenter *self);
gboolean   trl_presenter_handle_key   (TrlPresenter    *self,
                                       guint            keyval,
                                       GdkModifierType  state);

G_END_DECLS
