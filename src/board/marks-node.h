/* marks-node.h: marks become a render node. */
#pragma once

#include <gtk/gtk.h>

#include "marks.h"

G_BEGIN_DECLS

GskRenderNode *trl_marks_to_node    (const TrlMarks      *marks);
void           trl_marks_snapshot   (const TrlMarks      *marks,
                                     GtkSnapshot         *snapshot);
guint          trl_node_count       (GskRenderNode       *node);
GdkRGBA        trl_colour_to_rgba   (const TrlColour     *colour);
GskRenderNode *trl_node_to_picture  (GskRenderNode       *node);
graphene_rect_t trl_rect_to_graphene (const TrlRect      *rect);

G_END_DECLS
