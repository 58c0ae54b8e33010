/* desk.h: what the panels of one window share: the design, its history, what is selected. */
#pragma once

#include "edit.h"
#include "history.h"
#include "reviewer.h"
#include "selection.h"

G_BEGIN_DECLS

#define TRL_TYPE_DESK (trl_desk_get_type ())
G_DECLARE_FINAL_TYPE (TrlDesk, trl_desk, TRL, DESK, GObject)

/**
 * TrlDeskGate:
 * @change: what a panel is about to do
 * @user_data: data of the gate
 *
 * Says whether a change may be made, and, when it may not, says why not.
 */
typedef gboolean (*TrlDeskGate) (const TrlChange *change,
                                 gpointer         user_data);

TrlDesk      *trl_desk_new           (TrlBlueprint *blueprint,
                                      TrlHistory   *history,
                                      TrlSelection *selection,
                                      TrlReviewer  *reviewer);
TrlBlueprint *trl_desk_get_blueprint (TrlDesk      *self);
TrlHistory   *trl_desk_get_history   (TrlDesk      *self);
TrlSelection *trl_desk_get_selection (TrlDesk      *self);
TrlReviewer  *trl_desk_get_reviewer  (TrlDesk      *self);
const char   *trl_desk_get_motion    (TrlDesk      *self);
void          trl_desk_set_gate      (TrlDesk      *self,
                                      TrlDeskGate   gate,
                                      gpointer      user_data);
gboolean      trl_desk_commit        (TrlDesk      *self,
                                      TrlEdit      *edit,
                                      const char   *select);
void          trl_desk_reveal        (TrlDesk      *self,
                                      const char   *id);
void          trl_desk_say           (TrlDesk      *self,
                                      const char   *text);
void          trl_desk_tell          (TrlDesk      *self,
                                      const char   *text);
void          trl_desk_type          (TrlDesk      *self,
                                      const char   *id,
                                      TrlMember     member);
char         *trl_desk_today         (void);

G_END_DECLS
