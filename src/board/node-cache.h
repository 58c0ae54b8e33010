/* node-cache.h: render nodes that are kept: one a box and look, or one a motion when it is seen from afar. */
#pragma once

#include <gtk/gtk.h>

#include "paint.h"

G_BEGIN_DECLS

typedef struct _TrlNodeCache TrlNodeCache;

TrlNodeCache  *trl_node_cache_new       (void);
void           trl_node_cache_free      (TrlNodeCache     *cache);
void           trl_node_cache_clear     (TrlNodeCache     *cache);
void           trl_node_cache_relaid    (TrlNodeCache     *cache,
                                         TrlLayout        *layout,
                                         GArray           *spoilt);
void           trl_node_cache_reviewed  (TrlNodeCache     *cache);
void           trl_node_cache_review    (TrlNodeCache     *cache,
                                         const TrlPainter *painter,
                                         const TrlRect    *seen,
                                         GArray           *spoilt);
guint          trl_node_cache_get_size  (TrlNodeCache     *cache);

GskRenderNode *trl_node_cache_get       (TrlNodeCache     *cache,
                                         const TrlPainter *painter,
                                         const TrlBox     *box,
                                         TrlLook           look);
void           trl_node_cache_far       (TrlNodeCache     *cache,
                                         const TrlPainter *painter,
                                         const TrlRect    *visible,
                                         TrlLook           look,
                                         GtkSnapshot      *snapshot);
void           trl_node_cache_end_frame (TrlNodeCache     *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlNodeCache, trl_node_cache_free)

G_END_DECLS
