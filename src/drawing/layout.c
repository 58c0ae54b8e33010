/* layout.c: where everything of a blueprint lies on the board.
 *
 * What is measured together is a cluster: a frame, a free card, the banner.
 * A change measures anew only the clusters that it touches; where clusters lie
 * is decided for all of them, which is cheap, so that an update always ends
 * where building from scratch would. */

#define G_LOG_DOMAIN "layout"

#include "config.h"

#include "layout-private.h"

#include <math.h>
#include <string.h>

/* Nothing lies further out, whatever a file says. */
#define FARTHEST 1e6

/* In a room names have 32 units and facts 24 or more; frames grow less, so that
 * three of them fit on a wall of 1920. */
#define ROOM_NAMES 2.15
#define ROOM_FACTS 1.72
#define ROOM_SIZE 1.62

/**
 * trl_layout_scale:
 * @self: a layout
 * @units: a size at a text scale of 1
 *
 * Returns: the size as it is with this text scale and mode
 */
double
trl_layout_scale (TrlLayout *self,
                  double     units)
{
  return units * trl_text_measure_get_scale (self->measure) * (self->options.room ? ROOM_SIZE : 1);
}

/**
 * trl_layout_spec:
 * @self: a layout
 * @text: what to lay out
 * @style: its style
 * @width: the room, or 0
 * @lines: the most lines, or 0
 *
 * Returns: the spec with which layout and painters both work
 */
TrlTextSpec
trl_layout_spec (TrlLayout  *self,
                 const char *text,
                 TrlStyle    style,
                 double      width,
                 int         lines)
{
  gboolean fact = style == TRL_STYLE_BODY || style == TRL_STYLE_STRONG || style == TRL_STYLE_SMALL ||
                  style == TRL_STYLE_LABEL;
  double scale = !self->options.room ? 1 : fact ? ROOM_FACTS : ROOM_NAMES;

  return (TrlTextSpec) { .text = text, .style = style, .scale = scale, .width = width, .lines = lines };
}

/**
 * trl_layout_height_of:
 * @self: a layout
 * @text: what to measure
 * @style: its style
 * @width: the room, or 0
 * @lines: the most lines, or 0
 *
 * Returns: how tall it is
 */
double
trl_layout_height_of (TrlLayout  *self,
                      const char *text,
                      TrlStyle    style,
                      double      width,
                      int         lines)
{
  TrlTextSpec spec = trl_layout_spec (self, text, style, MAX (width, 0), lines);
  double height;

  trl_text_measure_extent (self->measure, &spec, NULL, &height);
  return height;
}

/**
 * trl_layout_width_of:
 * @self: a layout
 * @text: what to measure
 * @style: its style
 *
 * Returns: how wide it is on one line
 */
double
trl_layout_width_of (TrlLayout  *self,
                     const char *text,
                     TrlStyle    style)
{
  TrlTextSpec spec = trl_layout_spec (self, text, style, 0, 1);
  double width;

  trl_text_measure_extent (self->measure, &spec, &width, NULL);
  return width;
}

static void
item_clear (gpointer data)
{
  TrlItem *item = data;

  g_clear_pointer (&item->box.card, trl_card_unref);
  g_clear_pointer (&item->box.motion, trl_card_unref);
  for (guint i = 0; i < item->box.n_parts; i++)
    g_clear_pointer (&item->box.parts[i].card, trl_card_unref);
}

/**
 * trl_cluster_new:
 * @id: the id of its card; "" is the banner, others that are no card start with a newline
 *
 * Returns: (transfer full): a cluster without boxes
 */
TrlCluster *
trl_cluster_new (const char *id)
{
  TrlCluster *self = g_new0 (TrlCluster, 1);

  self->id = g_strdup (id);
  self->items = g_array_new (FALSE, TRUE, sizeof (TrlItem));
  g_array_set_clear_func (self->items, item_clear);
  return self;
}

/**
 * trl_cluster_free:
 * @cluster: (transfer full): a cluster
 *
 * Frees it and its boxes.
 */
void
trl_cluster_free (TrlCluster *cluster)
{
  g_array_unref (cluster->items);
  g_free (cluster->id);
  g_free (cluster);
}

/**
 * trl_box_make_key:
 * @kind: the kind of a box
 * @id: the id of its card
 * @slot: of a slot: which
 *
 * Returns: its key, the same whenever the layout is built (FNV-1a)
 */
guint64
trl_box_make_key (TrlBoxKind  kind,
                  const char *id,
                  TrlSlot     slot)
{
  guint64 key = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *at = id; *at != '\0'; at++)
    key = (key ^ (guchar) *at) * G_GUINT64_CONSTANT (0x100000001b3);
  key = (key ^ kind) * G_GUINT64_CONSTANT (0x100000001b3);
  return (key ^ (kind == TRL_BOX_SLOT ? slot : 0)) * G_GUINT64_CONSTANT (0x100000001b3);
}

/* How deep a box lies in other cards: what is in a tier or an incentive is one deep, the tier itself is not. */
static guint
box_depth (TrlBoxKind kind,
           TrlSlot    slot)
{
  TrlKind parent = slot != TRL_SLOT_NONE ? trl_slot_get_info (slot)->parent : TRL_KIND_NONE;

  return (kind == TRL_BOX_CARD || kind == TRL_BOX_SLOT) &&
         parent != TRL_KIND_NONE && parent != TRL_KIND_MOTION && parent != TRL_KIND_PROGRAM;
}

/**
 * trl_cluster_add:
 * @cluster: where to append
 * @kind: what the box is
 * @card: (nullable): the card that it shows
 * @slot: its slot
 * @row: its row
 * @local: where it lies in the cluster, or in its row
 *
 * Appends a box.
 *
 * Returns: (transfer none): the box, until the next one is appended
 */
TrlItem *
trl_cluster_add (TrlCluster    *cluster,
                 TrlBoxKind     kind,
                 TrlCard       *card,
                 TrlSlot        slot,
                 TrlRow         row,
                 const TrlRect *local)
{
  TrlItem item = { .local = *local };

  item.box.kind = kind;
  item.box.card = trl_card_ref (card);
  item.box.slot = slot;
  item.box.row = row;
  item.box.index = -1;
  item.box.depth = box_depth (kind, slot);
  if (card != NULL)
    item.box.key = trl_box_make_key (kind, trl_card_get_id (card), slot);
  else
    item.box.key = trl_box_make_key (kind, cluster->id, TRL_SLOT_NONE) + row;
  g_array_append_val (cluster->items, item);
  return &g_array_index (cluster->items, TrlItem, cluster->items->len - 1);
}

/**
 * trl_item_add_part:
 * @item: a box
 * @card: (nullable): the card that is edited there, when it is another
 * @member: what is edited there
 * @x: where, from the box's left
 * @y: where, from the box's top
 * @width: how wide
 * @height: how tall
 *
 * Adds a text of a box. What is too much is left out.
 */
void
trl_item_add_part (TrlItem   *item,
                   TrlCard   *card,
                   TrlMember  member,
                   double     x,
                   double     y,
                   double     width,
                   double     height)
{
  TrlPart *part;

  if (item->box.n_parts >= TRL_BOX_N_PARTS)
    return;
  part = &item->box.parts[item->box.n_parts++];
  part->card = card != item->box.card ? trl_card_ref (card) : NULL;
  part->member = member;
  part->rect = (TrlRect) { x, y, MAX (width, 0), height };
}

static void
forget_cluster (TrlLayout  *self,
                TrlCluster *cluster)
{
  for (guint i = 0; i < cluster->items->len; i++)
    {
      TrlBox *box = &g_array_index (cluster->items, TrlItem, i).box;

      if (g_hash_table_lookup (self->by_key, &box->key) == box)
        g_hash_table_remove (self->by_key, &box->key);
    }
  self->n_boxes -= cluster->items->len;
}

/**
 * trl_layout_keep:
 * @self: a layout
 * @cluster: (transfer full): a measured cluster
 *
 * Takes a cluster in; one of the same id goes.
 */
void
trl_layout_keep (TrlLayout  *self,
                 TrlCluster *cluster)
{
  TrlCluster *old = g_hash_table_lookup (self->clusters, cluster->id);
  gboolean rtl = trl_text_measure_is_rtl (self->measure);
  TrlCard *motion = cluster->is_frame ? g_array_index (cluster->items, TrlItem, 0).box.card : NULL;

  if (old != NULL)
    forget_cluster (self, old);
  for (guint i = 0; i < cluster->items->len; i++)
    {
      TrlItem *item = &g_array_index (cluster->items, TrlItem, i);

      item->box.serial = ++self->serial;
      item->box.motion = trl_card_ref (motion);
      if (rtl)
        item->local.x = cluster->width - item->local.x - item->local.width;
      for (guint p = 0; rtl && p < item->box.n_parts; p++)
        item->box.parts[p].rect.x = item->local.width - item->box.parts[p].rect.x - item->box.parts[p].rect.width;
      g_hash_table_replace (self->by_key, &item->box.key, &item->box);
    }
  self->n_boxes += cluster->items->len;
  g_hash_table_replace (self->clusters, cluster->id, cluster);
}

/* A key has its column in the upper half, which the hash of a pointer drops. */
static guint
hash_cell (gconstpointer key)
{
  guint64 cell = GPOINTER_TO_SIZE (key);

  return (guint) (cell ^ ((cell >> 32) * 2654435761u));
}

/**
 * trl_layout_new:
 * @measure: what measures its text
 * @options: (nullable): how it is laid out
 *
 * Makes a layout of nothing.
 *
 * Returns: (transfer full): the layout
 */
TrlLayout *
trl_layout_new (TrlTextMeasure         *measure,
                const TrlLayoutOptions *options)
{
  TrlLayout *self;

  g_return_val_if_fail (measure != NULL, NULL);

  self = g_new0 (TrlLayout, 1);
  self->measure = trl_text_measure_ref (measure);
  if (options != NULL)
    self->options = *options;
  self->clusters = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) trl_cluster_free);
  self->order = g_ptr_array_new ();
  self->by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->grid = g_hash_table_new_full (hash_cell, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  return self;
}

/**
 * trl_layout_free:
 * @layout: (nullable) (transfer full): a layout
 *
 * Frees it.
 */
void
trl_layout_free (TrlLayout *layout)
{
  if (layout == NULL)
    return;
  g_ptr_array_unref (layout->order);
  g_hash_table_unref (layout->by_key);
  g_hash_table_unref (layout->grid);
  g_hash_table_unref (layout->clusters);
  trl_text_measure_unref (layout->measure);
  g_free (layout);
}

static void
meet_card (TrlLayout *self,
           TrlCard   *card,
           guint      index)
{
  TrlCluster *cluster = g_hash_table_lookup (self->clusters, trl_card_get_id (card));
  TrlKind kind = trl_card_get_kind (card);
  gboolean is_frame = kind == TRL_KIND_MOTION && trl_card_get_slot (card) == TRL_SLOT_MOTIONS;

  if (cluster == NULL)
    {
      cluster = is_frame ? trl_layout_make_frame (self, card) : trl_layout_make_free (self, card);
      cluster->has_place = trl_card_get_number (card, trl_kind_get_x_member (kind), &cluster->x) &&
                           trl_card_get_number (card, trl_kind_get_y_member (kind), &cluster->y);
      cluster->x = CLAMP (cluster->x, -FARTHEST, FARTHEST);
      cluster->y = CLAMP (cluster->y, -FARTHEST, FARTHEST);
      trl_layout_keep (self, cluster);
    }
  if (!is_frame)
    g_array_index (cluster->items, TrlItem, 0).box.index = index;
  cluster->seen = self->pass;
  cluster->order = self->order->len;
  g_ptr_array_add (self->order, cluster);
}

static void
meet_slot (TrlLayout *self,
           TrlSlot    slot)
{
  const GPtrArray *cards = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, slot);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    meet_card (self, g_ptr_array_index (cards, i), i);
}

/* A type is seen in the head of its motion; one that no motion has lies free. */
static void
meet_free_types (TrlLayout *self)
{
  const GPtrArray *types = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_TYPES);
  const GPtrArray *motions = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; motions != NULL && i < motions->len; i++)
    {
      const char * const *refs = trl_card_get_refs (g_ptr_array_index (motions, i), TRL_MOTION_TYPES);

      for (guint r = 0; refs != NULL && refs[r] != NULL; r++)
        g_hash_table_add (used, (gpointer) refs[r]);
    }
  for (guint i = 0; types != NULL && i < types->len; i++)
    if (!g_hash_table_contains (used, trl_card_get_id (g_ptr_array_index (types, i))))
      meet_card (self, g_ptr_array_index (types, i), i);
}

static void
meet_blank (TrlLayout *self)
{
  const GPtrArray *motions = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  TrlCluster *cluster = g_hash_table_lookup (self->clusters, "\tblank");
  TrlItem *item;

  if (motions != NULL && motions->len > 0)
    return;
  if (cluster == NULL)
    {
      cluster = trl_cluster_new ("\tblank");
      cluster->width = trl_layout_scale (self, BANNER_WIDTH);
      cluster->height = trl_layout_scale (self, 180);
      cluster->has_place = TRUE;
      item = trl_cluster_add (cluster, TRL_BOX_SLOT, trl_blueprint_get_root (self->blueprint), TRL_SLOT_MOTIONS,
                              TRL_ROW_NONE, &(TrlRect) { 0, 0, cluster->width, cluster->height });
      trl_item_add_part (item, NULL, TRL_MEMBER_NONE, 0, 0, cluster->width, cluster->height);
      trl_layout_keep (self, cluster);
    }
  cluster->seen = self->pass;
  g_ptr_array_add (self->order, cluster);
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer user_data)
{
  TrlLayout *self = user_data;
  TrlCluster *cluster = value;

  if (cluster->seen == self->pass)
    return FALSE;
  forget_cluster (self, cluster);
  return TRUE;
}

/* Meets every cluster in painting order, measures those that are not there,
 * and decides where they lie. */
static void
arrange (TrlLayout    *self,
         TrlBlueprint *blueprint)
{
  self->blueprint = blueprint;
  self->pass++;
  g_ptr_array_set_size (self->order, 0);
  meet_blank (self);
  meet_slot (self, TRL_SLOT_MOTIONS);
  meet_slot (self, TRL_SLOT_PARKED);
  meet_free_types (self);
  meet_slot (self, TRL_SLOT_NOTES);
  trl_layout_place (self);
  g_hash_table_foreach_remove (self->clusters, is_stale, self);
  for (guint i = 0; i < self->order->len; i++)
    ((TrlCluster *) g_ptr_array_index (self->order, i))->order = i;
  self->blueprint = NULL;
}

/**
 * trl_layout_rebuild:
 * @layout: a layout
 * @blueprint: what to lay out
 *
 * Lays everything out from scratch.
 */
void
trl_layout_rebuild (TrlLayout    *layout,
                    TrlBlueprint *blueprint)
{
  g_return_if_fail (layout != NULL && TRL_IS_BLUEPRINT (blueprint));

  g_ptr_array_set_size (layout->order, 0);
  g_hash_table_remove_all (layout->by_key);
  g_hash_table_remove_all (layout->clusters);
  layout->n_boxes = 0;
  arrange (layout, blueprint);
}

static void
forget (TrlLayout  *self,
        const char *id)
{
  TrlCluster *cluster = g_hash_table_lookup (self->clusters, id);

  if (cluster == NULL)
    return;
  forget_cluster (self, cluster);
  g_hash_table_remove (self->clusters, id);
}

/* Forgets the cluster that a record lies in, as far as its parents are known. */
static void
forget_around (TrlLayout    *self,
               TrlBlueprint *blueprint,
               TrlCard      *card)
{
  guint depth = 0;

  while (card != NULL && depth++ < 64)
    {
      const char *parent = trl_card_get_parent (card);

      forget (self, trl_card_get_id (card));
      if (trl_card_get_kind (card) == TRL_KIND_METRIC || parent == NULL || strcmp (parent, TRL_ROOT_ID) == 0)
        break;
      forget (self, parent);
      card = trl_blueprint_get (blueprint, parent);
    }
}

/* Frames name the metrics that they serve and show the types that they are for. */
static void
forget_referrers (TrlLayout    *self,
                  TrlBlueprint *blueprint,
                  const char   *id)
{
  g_autoptr (GPtrArray) referrers = trl_blueprint_get_referrers (blueprint, id);

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    forget_around (self, blueprint, g_ptr_array_index (referrers, i));
}

static gboolean
changes_currency (const TrlDelta *delta)
{
  return delta->before == NULL || delta->after == NULL ||
         g_strcmp0 (trl_card_get_text (delta->before, TRL_PROGRAM_CURRENCY),
                    trl_card_get_text (delta->after, TRL_PROGRAM_CURRENCY)) != 0;
}

static gboolean
forget_delta (TrlLayout      *self,
              TrlBlueprint   *blueprint,
              const TrlDelta *delta)
{
  TrlCard *either = delta->after != NULL ? delta->after : delta->before;
  TrlKind kind = trl_card_get_kind (either);

  if (kind == TRL_KIND_PROGRAM && changes_currency (delta))
    return FALSE;
  if (kind == TRL_KIND_PROGRAM || kind == TRL_KIND_METRIC || kind == TRL_KIND_MOTION)
    {
      forget (self, "");
      forget (self, "\tblank");
    }
  if (kind == TRL_KIND_METRIC || kind == TRL_KIND_TYPE)
    forget_referrers (self, blueprint, delta->id);
  forget_around (self, blueprint, delta->before);
  forget_around (self, blueprint, delta->after);
  return TRUE;
}

/**
 * trl_layout_update:
 * @layout: a layout
 * @blueprint: its blueprint, already changed
 * @change: what was committed
 *
 * Brings the layout up to date. The boxes end where trl_layout_rebuild() would
 * put them; those of clusters that are not touched stay what they are.
 */
void
trl_layout_update (TrlLayout       *layout,
                   TrlBlueprint    *blueprint,
                   const TrlChange *change)
{
  g_return_if_fail (layout != NULL && TRL_IS_BLUEPRINT (blueprint) && change != NULL);

  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    if (!forget_delta (layout, blueprint, trl_change_get_delta (change, i)))
      {
        trl_layout_rebuild (layout, blueprint);
        return;
      }
  arrange (layout, blueprint);
}

/**
 * trl_layout_get_measure:
 * @layout: a layout
 *
 * Returns: (transfer none): what measures its text
 */
TrlTextMeasure *
trl_layout_get_measure (TrlLayout *layout)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return layout->measure;
}

/**
 * trl_layout_is_room:
 * @layout: a layout
 *
 * Returns: %TRUE if it is made for a room
 */
gboolean
trl_layout_is_room (TrlLayout *layout)
{
  g_return_val_if_fail (layout != NULL, FALSE);

  return layout->options.room;
}
