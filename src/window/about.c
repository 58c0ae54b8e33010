/* about.c: what Trellis is and who made it. */

#define G_LOG_DOMAIN "about"

#include "config.h"

#include "about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "scroller.h"

/**
 * trl_about_show:
 * @parent: (nullable): the window that asks
 *
 * Shows what the program is, its version and its licence.
 */
void
trl_about_show (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_ABOUT_WINDOW,
                                    "transient-for", parent,
                                    "modal", TRUE,
                                    "application-name", _("Trellis"),
                                    "application-icon", APP_ID,
                                    "developer-name", _("The Trellis contributors"),
                                    "version", APP_VERSION,
                                    "comments", _("A whiteboard for designing a partner program"),
                                    "license-type", GTK_LICENSE_GPL_3_0,
                                    /* Translators: your names, one a line. */
                                    "translator-credits", _("translator-credits"),
                                    NULL);

  trl_scroller_tame (window);
  gtk_window_present (GTK_WINDOW (window));
}
