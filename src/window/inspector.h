/* inspector.h: the details of the selected card. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_INSPECTOR (trl_inspector_get_type ())
G_DECLARE_FINAL_TYPE (TrlInspector, trl_inspector, TRL, INSPECTOR, GtkBox)

GtkWidget *trl_inspector_new        (TrlDesk      *desk);
void       trl_inspector_open       (TrlInspector *self,
                                     const char   *id,
                                     TrlMember     member);
GtkWidget *trl_inspector_get_field  (TrlInspector *self,
                                     TrlMember     member);

G_END_DECLS
