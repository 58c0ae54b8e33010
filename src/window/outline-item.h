/* outline-item.h: a card in the outline, made for the rows that are shown. */
#pragma once

#include <gio/gio.h>

#include "blueprint.h"

G_BEGIN_DECLS

#define TRL_TYPE_OUTLINE_ITEM (trl_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (TrlOutlineItem, trl_outline_item, TRL, OUTLINE_ITEM, GObject)

TrlOutlineItem *trl_outline_item_new          (const char     *id);
const char     *trl_outline_item_get_id       (TrlOutlineItem *self);
GListModel     *trl_outline_item_get_children (TrlOutlineItem *self,
                                               TrlBlueprint   *blueprint);
void            trl_outline_item_update       (TrlOutlineItem *self,
                                               TrlBlueprint   *blueprint);
GPtrArray      *trl_outline_list_children     (TrlBlueprint   *blueprint,
                                               const char     *id);

G_END_DECLS
