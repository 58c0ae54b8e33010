/* window.h: the window of one design. */
#pragma once

#include "application.h"
#include "document.h"

G_BEGIN_DECLS

#define TRL_TYPE_WINDOW (trl_window_get_type ())
G_DECLARE_FINAL_TYPE (TrlWindow, trl_window, TRL, WINDOW, AdwApplicationWindow)

TrlWindow *trl_window_new      (TrlApplication *application);
gboolean   trl_window_is_empty (TrlWindow      *self);
GFile     *trl_window_get_file (TrlWindow      *self);
gboolean   trl_window_open     (TrlWindow      *self,
                                GFile          *file);
void       trl_window_start    (TrlWindow      *self,
                                const char     *template_name);
void       trl_window_recover  (TrlWindow      *self,
                                const TrlOrphan *orphan);

G_END_DECLS
