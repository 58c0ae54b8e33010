/* strip.h: the five decisions above the board. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_STRIP (trl_strip_get_type ())
G_DECLARE_FINAL_TYPE (TrlStrip, trl_strip, TRL, STRIP, GtkBox)

GtkWidget *trl_strip_new           (TrlDesk  *desk);
void       trl_strip_update        (TrlStrip *self);
void       trl_strip_set_available (TrlStrip *self,
                                    int       available);

G_END_DECLS
