/* outline-item.c: a card in the outline, made for the rows that are shown.
 *
 * An item knows an id and, once somebody looked into it, the items of the
 * cards in it. What it says is read from the blueprint when a row is bound. */

#define G_LOG_DOMAIN "outline-item"

#include "config.h"

#include "outline-item.h"

struct _TrlOutlineItem
{
  GObject     parent_instance;

  char       *id;
  GListStore *children;   /* NULL until somebody looks */
};

G_DEFINE_FINAL_TYPE (TrlOutlineItem, trl_outline_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trl_outline_item_finalize (GObject *object)
{
  TrlOutlineItem *self = TRL_OUTLINE_ITEM (object);

  g_free (self->id);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (trl_outline_item_parent_class)->finalize (object);
}

static void
trl_outline_item_class_init (TrlOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trl_outline_item_finalize;

  /**
   * TrlOutlineItem::changed:
   * @self: an item
   *
   * Emitted when its card says something else than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRL_TYPE_OUTLINE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
trl_outline_item_init (TrlOutlineItem *self)
{
}

/**
 * trl_outline_item_new:
 * @id: a card
 *
 * Returns: (transfer full): its item
 */
TrlOutlineItem *
trl_outline_item_new (const char *id)
{
  TrlOutlineItem *self = g_object_new (TRL_TYPE_OUTLINE_ITEM, NULL);

  self->id = g_strdup (id);
  return self;
}

/**
 * trl_outline_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): its card
 */
const char *
trl_outline_item_get_id (TrlOutlineItem *self)
{
  g_return_val_if_fail (TRL_IS_OUTLINE_ITEM (self), NULL);

  return self->id;
}

/* What was decided and what was kept has its place elsewhere. */
static gboolean
is_listed (TrlCard *card)
{
  return trl_card_get_kind (card) != TRL_KIND_DECISION && trl_card_get_kind (card) != TRL_KIND_ACCEPTED;
}

/**
 * trl_outline_list_children:
 * @blueprint: a blueprint
 * @id: a card
 *
 * Lists the cards in a card, in the order of its slots.
 *
 * Returns: (transfer container) (element-type utf8): their ids
 */
GPtrArray *
trl_outline_list_children (TrlBlueprint *blueprint,
                           const char   *id)
{
  GPtrArray *ids = g_ptr_array_new ();
  TrlCard *card = trl_blueprint_get (blueprint, id);

  for (int slot = TRL_SLOT_NONE + 1; card != NULL && slot < TRL_N_SLOTS; slot++)
    {
      const GPtrArray *children;

      if (trl_slot_get_info (slot)->parent != trl_card_get_kind (card))
        continue;
      children = trl_blueprint_get_children (blueprint, id, slot);
      for (guint i = 0; children != NULL && i < children->len; i++)
        if (is_listed (g_ptr_array_index (children, i)))
          g_ptr_array_add (ids, (char *) trl_card_get_id (g_ptr_array_index (children, i)));
    }
  return ids;
}

static gboolean
is_item_of (GListStore *store,
            guint       position,
            const char *id)
{
  g_autoptr (TrlOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (store), position);

  return item != NULL && g_str_equal (item->id, id);
}

/* Items at both ends that stay are not touched, so that the rows between are all that changes. */
static void
sync_children (TrlOutlineItem *self,
               TrlBlueprint   *blueprint)
{
  g_autoptr (GPtrArray) ids = trl_outline_list_children (blueprint, self->id);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->children));
  guint head = 0, tail = 0;

  while (head < n && head < ids->len && is_item_of (self->children, head, g_ptr_array_index (ids, head)))
    head++;
  while (tail < n - head && tail < ids->len - head &&
         is_item_of (self->children, n - 1 - tail, g_ptr_array_index (ids, ids->len - 1 - tail)))
    tail++;
  if (head == n && head == ids->len)
    return;
  for (guint i = head; i < ids->len - tail; i++)
    g_ptr_array_add (added, trl_outline_item_new (g_ptr_array_index (ids, i)));
  g_list_store_splice (self->children, head, n - head - tail, added->pdata, added->len);
}

/**
 * trl_outline_item_get_children:
 * @self: an item
 * @blueprint: the blueprint of its card
 *
 * Gets the items of the cards in it; kept right by trl_outline_item_update().
 *
 * Returns: (transfer full): a list of #TrlOutlineItem
 */
GListModel *
trl_outline_item_get_children (TrlOutlineItem *self,
                               TrlBlueprint   *blueprint)
{
  g_return_val_if_fail (TRL_IS_OUTLINE_ITEM (self), NULL);

  if (self->children == NULL)
    self->children = g_list_store_new (TRL_TYPE_OUTLINE_ITEM);
  sync_children (self, blueprint);   /* nobody looked after it while it was folded */
  return g_object_ref (G_LIST_MODEL (self->children));
}

/**
 * trl_outline_item_update:
 * @self: an item
 * @blueprint: the blueprint of its card
 *
 * Looks at the card again after a change.
 */
void
trl_outline_item_update (TrlOutlineItem *self,
                         TrlBlueprint   *blueprint)
{
  g_return_if_fail (TRL_IS_OUTLINE_ITEM (self));

  if (self->children != NULL)
    sync_children (self, blueprint);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
