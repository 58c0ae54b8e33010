/* preferences.h: the few things that people may want otherwise. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void trl_preferences_show (GtkWindow *parent);

G_END_DECLS
