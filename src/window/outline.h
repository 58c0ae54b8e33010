/* outline.h: the whole design as a tree. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_OUTLINE (trl_outline_get_type ())
G_DECLARE_FINAL_TYPE (TrlOutline, trl_outline, TRL, OUTLINE, GtkBox)

GtkWidget  *trl_outline_new      (TrlDesk    *desk);
guint       trl_outline_get_n    (TrlOutline *self);
const char *trl_outline_get_id   (TrlOutline *self,
                                  guint       position);
gboolean    trl_outline_shift    (TrlOutline *self,
                                  int         by);

G_END_DECLS
