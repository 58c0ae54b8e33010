/* find-bar.h: finding cards on the board. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_FIND_BAR (trl_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (TrlFindBar, trl_find_bar, TRL, FIND_BAR, GtkBox)

GtkWidget *trl_find_bar_new         (TrlDesk    *desk);
void       trl_find_bar_open        (TrlFindBar *self);
void       trl_find_bar_close       (TrlFindBar *self);
void       trl_find_bar_search      (TrlFindBar *self,
                                     const char *text);
void       trl_find_bar_step        (TrlFindBar *self,
                                     int         by);
guint      trl_find_bar_get_n_found (TrlFindBar *self);

G_END_DECLS
