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

/* The same for those that a window of the toolkit brings along. */
static inline void
trl_scroller_tame (GtkWidget *root)
{
  if (GTK_IS_SCROLLED_WINDOW (root))
    gtk_widget_set_focusable (root, FALSE);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    trl_scroller_tame (child);
}

G_END_DECLS
