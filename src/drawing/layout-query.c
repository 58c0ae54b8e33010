/* layout-query.c: what lies where: for drawing, for the pointer, for drops. */

#define G_LOG_DOMAIN "layout-query"

#include "config.h"

#include "layout-private.h"

#include <math.h>
#include <string.h>

#define CELL 512.0

/* Looking at more cells than this costs more than looking at every cluster. */
#define CELLS_AT_MOST 256.0

static void
append_boxes (GPtrArray        *boxes,
              const TrlCluster *cluster)
{
  for (guint i = 0; i < cluster->items->len; i++)
    g_ptr_array_add (boxes, &g_array_index (cluster->items, TrlItem, i).box);
}

/**
 * trl_layout_get_bounds:
 * @layout: a layout
 *
 * Returns: a rectangle that holds everything, in units
 */
TrlRect
trl_layout_get_bounds (TrlLayout *layout)
{
  TrlRect nothing = { 0, 0, 0, 0 };

  g_return_val_if_fail (layout != NULL, nothing);

  return layout->bounds;
}

/**
 * trl_layout_get_n_boxes:
 * @layout: a layout
 *
 * Returns: how many boxes there are
 */
guint
trl_layout_get_n_boxes (TrlLayout *layout)
{
  g_return_val_if_fail (layout != NULL, 0);

  return layout->n_boxes;
}

/**
 * trl_layout_get_boxes:
 * @layout: a layout
 *
 * Returns: (transfer container) (element-type TrlBox): all boxes, in painting order
 */
GPtrArray *
trl_layout_get_boxes (TrlLayout *layout)
{
  GPtrArray *boxes;

  g_return_val_if_fail (layout != NULL, NULL);

  boxes = g_ptr_array_sized_new (layout->n_boxes);
  for (guint i = 0; i < layout->order->len; i++)
    append_boxes (boxes, g_ptr_array_index (layout->order, i));
  return boxes;
}

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  const TrlCluster *one = *(const TrlCluster * const *) a;
  const TrlCluster *other = *(const TrlCluster * const *) b;

  return one->order < other->order ? -1 : one->order > other->order;
}

static gboolean
reaches_into (TrlLayout        *self,
              const TrlCluster *cluster,
              const TrlRect    *visible)
{
  double reach = trl_layout_scale (self, TRL_BOX_OVERHANG);
  TrlRect rect = trl_rect_inset (&cluster->spot.rect, -reach, -reach);

  return trl_rect_overlaps (&rect, visible);
}

static GPtrArray *
clusters_in (TrlLayout     *self,
             const TrlRect *visible)
{
  GPtrArray *found = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  int left = (int) floor (visible->x / CELL);
  int top = (int) floor (visible->y / CELL);
  int right = (int) floor ((visible->x + visible->width) / CELL);
  int bottom = (int) floor ((visible->y + visible->height) / CELL);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        gpointer key = GSIZE_TO_POINTER (((gsize) (guint32) column << 32) | (guint32) row);
        GPtrArray *cell = g_hash_table_lookup (self->grid, key);

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          if (reaches_into (self, g_ptr_array_index (cell, i), visible) &&
              g_hash_table_add (seen, g_ptr_array_index (cell, i)))
            g_ptr_array_add (found, g_ptr_array_index (cell, i));
      }
  g_ptr_array_sort (found, compare_order);
  return found;
}

static GPtrArray *
find_clusters (TrlLayout     *self,
               const TrlRect *visible)
{
  GPtrArray *found;

  if (visible->width / CELL * (visible->height / CELL) <= CELLS_AT_MOST &&
      fabs (visible->x) < 1e8 && fabs (visible->y) < 1e8)
    return clusters_in (self, visible);
  found = g_ptr_array_new ();
  for (guint i = 0; i < self->order->len; i++)
    if (reaches_into (self, g_ptr_array_index (self->order, i), visible))
      g_ptr_array_add (found, g_ptr_array_index (self->order, i));
  return found;
}

/**
 * trl_layout_query:
 * @layout: a layout
 * @visible: what can be seen, in units
 *
 * Finds what has to be drawn. Costs grow with what is visible, not with what
 * there is.
 *
 * Returns: (transfer container) (element-type TrlBox): the boxes, in painting order
 */
GPtrArray *
trl_layout_query (TrlLayout     *layout,
                  const TrlRect *visible)
{
  g_autoptr (GPtrArray) clusters = NULL;
  GPtrArray *boxes;

  g_return_val_if_fail (layout != NULL && visible != NULL, NULL);

  boxes = g_ptr_array_new ();
  clusters = find_clusters (layout, visible);
  for (guint c = 0; c < clusters->len; c++)
    {
      const TrlCluster *cluster = g_ptr_array_index (clusters, c);
      double reach = trl_layout_scale (layout, TRL_BOX_OVERHANG);

      for (guint i = 0; i < cluster->items->len; i++)
        {
          TrlBox *box = &g_array_index (cluster->items, TrlItem, i).box;
          TrlRect rect = trl_rect_inset (&box->rect, -reach, -reach);

          if (trl_rect_overlaps (&rect, visible))
            g_ptr_array_add (boxes, box);
        }
    }
  return boxes;
}

static const TrlBox *
lookup (TrlLayout  *self,
        TrlBoxKind  kind,
        const char *id,
        TrlSlot     slot)
{
  guint64 key = trl_box_make_key (kind, id, slot);

  return g_hash_table_lookup (self->by_key, &key);
}

/**
 * trl_layout_find:
 * @layout: a layout
 * @id: a card
 *
 * Returns: (transfer none) (nullable): its box: a card's own, a motion's
 *   frame, the program's banner
 */
const TrlBox *
trl_layout_find (TrlLayout  *layout,
                 const char *id)
{
  const TrlBox *box;

  g_return_val_if_fail (layout != NULL && id != NULL, NULL);

  box = lookup (layout, TRL_BOX_CARD, id, TRL_SLOT_NONE);
  if (box == NULL)
    box = lookup (layout, TRL_BOX_FRAME, id, TRL_SLOT_NONE);
  if (box == NULL)
    box = lookup (layout, TRL_BOX_BANNER, id, TRL_SLOT_NONE);
  return box;
}

/**
 * trl_layout_find_shown:
 * @layout: a layout
 * @blueprint: what it shows
 * @id: a card
 *
 * Returns: (transfer none) (nullable): its box, or that of the nearest card
 *   around it that has one: a rate has none, a benefit that the tier below
 *   gives too has none
 */
const TrlBox *
trl_layout_find_shown (TrlLayout    *layout,
                       TrlBlueprint *blueprint,
                       const char   *id)
{
  g_return_val_if_fail (layout != NULL && TRL_IS_BLUEPRINT (blueprint) && id != NULL, NULL);

  for (guint depth = 0; id != NULL && depth < 64; depth++)
    {
      const TrlBox *box = trl_layout_find (layout, id);
      TrlCard *card;

      if (box != NULL)
        return box;
      card = trl_blueprint_get (blueprint, id);
      id = card != NULL ? trl_card_get_parent (card) : NULL;
    }
  return NULL;
}

/**
 * trl_layout_find_slot:
 * @layout: a layout
 * @target: the card that has the slot; %TRL_ROOT_ID is the board
 * @slot: a slot
 *
 * Returns: (transfer none) (nullable): the box of the place
 */
const TrlBox *
trl_layout_find_slot (TrlLayout  *layout,
                      const char *target,
                      TrlSlot     slot)
{
  g_return_val_if_fail (layout != NULL && target != NULL, NULL);

  return lookup (layout, TRL_BOX_SLOT, target, slot);
}

/**
 * trl_layout_find_frame:
 * @layout: a layout
 * @motion: a motion
 * @kind: %TRL_BOX_FRAME, %TRL_BOX_HEADER, %TRL_BOX_STATEMENT or %TRL_BOX_FOOTER
 *
 * Returns: (transfer none) (nullable): that box of the motion
 */
const TrlBox *
trl_layout_find_frame (TrlLayout  *layout,
                       const char *motion,
                       TrlBoxKind  kind)
{
  g_return_val_if_fail (layout != NULL && motion != NULL, NULL);

  return lookup (layout, kind, motion, TRL_SLOT_NONE);
}

static const TrlBox *
hit (TrlLayout *self,
     double     x,
     double     y,
     gboolean   slots)
{
  TrlRect point = { x - 0.5, y - 0.5, 1, 1 };
  g_autoptr (GPtrArray) boxes = trl_layout_query (self, &point);

  for (guint i = boxes->len; i > 0; i--)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i - 1);
      gboolean wanted = slots ? box->kind == TRL_BOX_SLOT
                              : box->kind != TRL_BOX_SLOT && box->kind != TRL_BOX_ROW_NAME;

      if (wanted && trl_rect_contains (&box->rect, x, y))
        return box;
    }
  return NULL;
}

/**
 * trl_layout_hit:
 * @layout: a layout
 * @x: a place on the board, in units
 * @y: a place
 *
 * Returns: (transfer none) (nullable): the topmost box there; places and the
 *   names of rows do not count
 */
const TrlBox *
trl_layout_hit (TrlLayout *layout,
                double     x,
                double     y)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return hit (layout, x, y, FALSE);
}

/**
 * trl_layout_hit_slot:
 * @layout: a layout
 * @x: a place on the board, in units
 * @y: a place
 *
 * Returns: (transfer none) (nullable): the innermost place for cards there
 */
const TrlBox *
trl_layout_hit_slot (TrlLayout *layout,
                     double     x,
                     double     y)
{
  g_return_val_if_fail (layout != NULL, NULL);

  return hit (layout, x, y, TRUE);
}

static GPtrArray *
children_of (TrlLayout    *self,
             const TrlBox *slot)
{
  GPtrArray *children = g_ptr_array_new ();
  const char *id = trl_box_get_id (slot);
  const char *owner = slot->motion != NULL ? trl_card_get_id (slot->motion) : id;
  TrlCluster *cluster = g_hash_table_lookup (self->clusters, strcmp (owner, TRL_ROOT_ID) == 0 ? "" : owner);

  for (guint i = 0; cluster != NULL && i < cluster->items->len; i++)
    {
      TrlBox *box = &g_array_index (cluster->items, TrlItem, i).box;

      if (box->kind == TRL_BOX_CARD && box->slot == slot->slot && g_strcmp0 (trl_card_get_parent (box->card), id) == 0)
        g_ptr_array_add (children, box);
    }
  return children;
}

static gboolean
is_across (TrlSlot slot)
{
  return slot == TRL_SLOT_TIERS || slot == TRL_SLOT_PATH;
}

/* Whether a card that is let go at the point goes before the child. */
static gboolean
goes_before (TrlLayout    *self,
             const TrlBox *child,
             double        x,
             double        y)
{
  gboolean rtl = trl_text_measure_is_rtl (self->measure);
  double middle = child->rect.x + child->rect.width / 2;
  gboolean earlier = rtl ? x > middle : x < middle;

  if (!is_across (child->slot))
    return y < child->rect.y + child->rect.height / 2;
  if (child->slot == TRL_SLOT_PATH)   /* may have several lines */
    return y < child->rect.y || (y < child->rect.y + child->rect.height && earlier);
  return earlier;
}

/* The bar stands in the gap beside a child, at its end or at its beginning. */
static TrlRect
bar_beside (TrlLayout    *self,
            const TrlBox *slot,
            const TrlBox *child,
            gboolean      at_end)
{
  double thick = trl_layout_scale (self, 3);
  double gap = trl_layout_scale (self, 4) + thick / 2;
  gboolean right = at_end != trl_text_measure_is_rtl (self->measure);

  if (is_across (slot->slot))
    return (TrlRect) { right ? child->rect.x + child->rect.width + gap - thick : child->rect.x - gap, child->rect.y,
                       thick, child->rect.height };
  return (TrlRect) { slot->rect.x, at_end ? child->rect.y + child->rect.height + gap - thick : child->rect.y - gap,
                     slot->rect.width, thick };
}

/**
 * trl_layout_find_gap:
 * @layout: a layout
 * @slot: the box of a place
 * @x: where the card is, in units
 * @y: where the card is
 * @bar: (out) (optional): where the insertion bar goes; the whole place when it is empty
 *
 * Finds the gap between siblings that is nearest.
 *
 * Returns: the index there, as trl_act_drop() takes it
 */
int
trl_layout_find_gap (TrlLayout    *layout,
                     const TrlBox *slot,
                     double        x,
                     double        y,
                     TrlRect      *bar)
{
  g_autoptr (GPtrArray) children = NULL;
  const TrlBox *last;

  g_return_val_if_fail (layout != NULL && slot != NULL && slot->kind == TRL_BOX_SLOT, -1);

  children = children_of (layout, slot);
  for (guint i = 0; i < children->len; i++)
    {
      const TrlBox *child = g_ptr_array_index (children, i);

      if (!goes_before (layout, child, x, y))
        continue;
      if (bar != NULL)
        *bar = bar_beside (layout, slot, child, FALSE);
      return child->index;
    }
  if (children->len == 0)
    {
      if (bar != NULL)
        *bar = slot->rect;
      return 0;
    }
  last = g_ptr_array_index (children, children->len - 1);
  if (bar != NULL)
    *bar = bar_beside (layout, slot, last, TRUE);
  return last->index + 1;
}

/**
 * trl_box_find_part:
 * @box: a box
 * @x: a place on the board, in units
 * @y: a place
 *
 * Returns: (transfer none) (nullable): the text there that can be edited
 */
const TrlPart *
trl_box_find_part (const TrlBox *box,
                   double        x,
                   double        y)
{
  g_return_val_if_fail (box != NULL, NULL);

  /* A number within a line is a later part, over the part of the line. */
  for (guint i = box->n_parts; i > 0; i--)
    if (box->parts[i - 1].member != TRL_MEMBER_NONE &&
        trl_rect_contains (&box->parts[i - 1].rect, x - box->rect.x, y - box->rect.y))
      return &box->parts[i - 1];
  return NULL;
}

/**
 * trl_box_get_id:
 * @box: a box
 *
 * Returns: (nullable): the id of the card that it shows
 */
const char *
trl_box_get_id (const TrlBox *box)
{
  g_return_val_if_fail (box != NULL, NULL);

  return box->card != NULL ? trl_card_get_id (box->card) : NULL;
}
