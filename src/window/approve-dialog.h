/* approve-dialog.h: approving a design. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

void trl_approve_dialog_show (GtkWindow *parent,
                              TrlDesk   *desk);

G_END_DECLS
