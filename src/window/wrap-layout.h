/* wrap-layout.h: children in lines, like words in a text. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRL_TYPE_WRAP_LAYOUT (trl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (TrlWrapLayout, trl_wrap_layout, TRL, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *trl_wrap_layout_new (int spacing);
GtkWidget        *trl_wrap_new        (int spacing);

G_END_DECLS
