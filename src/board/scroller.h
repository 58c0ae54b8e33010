/* scroller.h: what is longer than its place. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A scrolled window that is no stop of its own for the keyboard: all that lie in
 * ours hold something that is, and a screen reader would have no name for it. */
static inline GtkWidget *
trl_scroller_new (void)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scroller, FALSE);
  return scroller;
}

G_END_DECLS
