/* about.h: what Trellis is and who made it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void trl_about_show (GtkWindow *parent);

G_END_DECLS
