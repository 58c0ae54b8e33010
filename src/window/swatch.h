/* swatch.h: the small coloured sign of a card in the panels. */
#pragma once

#include <gtk/gtk.h>

#include "places.h"

G_BEGIN_DECLS

GtkWidget *trl_swatch_new      (const TrlCargo *cargo);
void       trl_swatch_set      (GtkWidget      *swatch,
                                const TrlCargo *cargo);
GtkWidget *trl_swatch_new_dot  (guint           routes);

G_END_DECLS
