/* leaf.h: a widget over a card, for focus and screen readers; it shows nothing and takes no pointer. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRL_TYPE_LEAF (trl_leaf_get_type ())
G_DECLARE_FINAL_TYPE (TrlLeaf, trl_leaf, TRL, LEAF, GtkWidget)

GtkWidget  *trl_leaf_new        (void);
const char *trl_leaf_get_id     (TrlLeaf    *self);
void        trl_leaf_set_id     (TrlLeaf    *self,
                                 const char *id);
void        trl_leaf_describe   (TrlLeaf    *self,
                                 const char *name,
                                 const char *description,
                                 gboolean    invalid,
                                 gboolean    selected);

G_END_DECLS
