/* start-page.h: recent designs, templates, and a blank board. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRL_TYPE_START_PAGE (trl_start_page_get_type ())
G_DECLARE_FINAL_TYPE (TrlStartPage, trl_start_page, TRL, START_PAGE, GtkBox)

GtkWidget *trl_start_page_new     (void);
void       trl_start_page_refresh (TrlStartPage *self);

G_END_DECLS
