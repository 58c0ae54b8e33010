/* swatch.c: the small coloured sign of a card in the panels.
 *
 * Decoration: what it says is always said in words beside it. */

#define G_LOG_DOMAIN "swatch"

#include "config.h"

#include "swatch.h"

#include "palette-items.h"

#define HUE "trl-hue"

static void
set_hue (GtkWidget  *swatch,
         const char *hue)
{
  const char *old = g_object_get_data (G_OBJECT (swatch), HUE);

  if (old != NULL)
    gtk_widget_remove_css_class (swatch, old);
  gtk_widget_add_css_class (swatch, hue);
  g_object_set_data (G_OBJECT (swatch), HUE, (char *) g_intern_string (hue));
}

/**
 * trl_swatch_new:
 * @cargo: (nullable): what it is the sign of
 *
 * Returns: (transfer floating): a rounded square with a sign
 */
GtkWidget *
trl_swatch_new (const TrlCargo *cargo)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (swatch, "swatch");
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  if (cargo != NULL)
    trl_swatch_set (swatch, cargo);
  return swatch;
}

/**
 * trl_swatch_set:
 * @swatch: a swatch
 * @cargo: what it is the sign of
 *
 * Shows the sign of another card.
 */
void
trl_swatch_set (GtkWidget      *swatch,
                const TrlCargo *cargo)
{
  g_return_if_fail (GTK_IS_LABEL (swatch));
  g_return_if_fail (cargo != NULL);

  gtk_label_set_text (GTK_LABEL (swatch), trl_cargo_get_glyph (cargo));
  set_hue (swatch, trl_cargo_get_hue (cargo));
}

/**
 * trl_swatch_new_dot:
 * @routes: money routes
 *
 * Returns: (transfer floating): a dot in the hue of the first route
 */
GtkWidget *
trl_swatch_new_dot (guint routes)
{
  GtkWidget *dot = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  TrlEntry entry = { .routes = routes };
  TrlCargo cargo = { .kind = TRL_KIND_TYPE, .entry = &entry };

  gtk_widget_add_css_class (dot, "dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  set_hue (dot, trl_cargo_get_hue (&cargo));
  return dot;
}
