/* side.h: the panel at the right: details, review, outline. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRL_TYPE_SIDE (trl_side_get_type ())
G_DECLARE_FINAL_TYPE (TrlSide, trl_side, TRL, SIDE, GtkBox)

GtkWidget  *trl_side_new       (void);
void        trl_side_add       (TrlSide    *self,
                                const char *name,
                                const char *label,
                                GtkWidget  *page);
void        trl_side_set_label (TrlSide    *self,
                                const char *name,
                                const char *label);
void        trl_side_show      (TrlSide    *self,
                                const char *name);
const char *trl_side_get_shown (TrlSide    *self);
void        trl_side_set_wide  (TrlSide    *self,
                                gboolean    wide);
gboolean    trl_side_is_split  (TrlSide    *self);

G_END_DECLS
