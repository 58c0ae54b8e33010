/* node-cache.c: render nodes that are kept.
 *
 * Near, one node a box, in board units and at its place, so that all that are
 * visible go below one transform. A box that only moved gets a translation
 * round the node that it has. A box is painted when it is first seen, and
 * again when its serial, its badge or its look is another; what has not been
 * seen for a while is dropped.
 *
 * Far, one node a motion: a thousand motions are a thousand nodes to walk, not
 * fifty thousand. Which boxes belong together is found once after each layout,
 * and a motion whose boxes are the same as before keeps its node. */

#define G_LOG_DOMAIN "node-cache"

#include "config.h"

#include "node-cache.h"

#include "marks-node.h"

/* Nodes that are kept beyond those of the last frame, and for how many frames. */
#define KEPT_NODES  800
#define KEPT_FRAMES 240

/* More boxes than this in one frame are drawn as their frames only. */
#define MOST_FAR_BOXES 40000

typedef struct
{
  guint64        key;
  guint          serial;
  guint          badge;      /* a stamp of what the review says of it */
  TrlLook        look;
  double         x;
  double         y;
  GskRenderNode *node;       /* at x, y; NULL when there is nothing to see */
  double         painted_x;
  double         painted_y;
  GskRenderNode *painted;    /* where it was painted; the same node until the box moves */
  guint          seen;       /* in which frame */
} Entry;

/* Where a box of those that lie free was. */
typedef struct
{
  TrlRect rect;
  guint   stamp;
} Spot;

typedef struct
{
  TrlRect        rect;       /* of all its boxes, with what stands out of them */
  GArray        *spots;      /* of Spot: for what lies free, all over the board; else NULL */
  guint          stamp;
  guint          badge;
  guint          review;     /* when the badges were looked at; 0: not since the boxes are these */
  TrlLook        look;
  gboolean       painted;
  GskRenderNode *node;
  GPtrArray     *boxes;      /* of TrlBox, until the next layout */
} Group;

struct _TrlNodeCache
{
  GHashTable *entries;       /* by key */
  GHashTable *groups;        /* by motion's id, "" for what lies free */
  GPtrArray  *order;         /* of Group, as they are painted */
  guint       n_boxes;
  guint       frame;
  guint       review;        /* goes up when findings change */
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->node, gsk_render_node_unref);
  g_clear_pointer (&entry->painted, gsk_render_node_unref);
  g_free (entry);
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_clear_pointer (&group->node, gsk_render_node_unref);
  g_clear_pointer (&group->spots, g_array_unref);
  g_ptr_array_unref (group->boxes);
  g_free (group);
}

/**
 * trl_node_cache_new:
 *
 * Makes an empty cache.
 *
 * Returns: (transfer full): the cache
 */
TrlNodeCache *
trl_node_cache_new (void)
{
  TrlNodeCache *cache = g_new0 (TrlNodeCache, 1);

  cache->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, entry_free);
  cache->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  cache->order = g_ptr_array_new ();
  cache->review = 1;
  return cache;
}

/**
 * trl_node_cache_free:
 * @cache: a cache
 *
 * Drops all nodes.
 */
void
trl_node_cache_free (TrlNodeCache *cache)
{
  g_return_if_fail (cache != NULL);

  g_hash_table_unref (cache->entries);
  g_hash_table_unref (cache->groups);
  g_ptr_array_unref (cache->order);
  g_free (cache);
}

/**
 * trl_node_cache_clear:
 * @cache: a cache
 *
 * Forgets all nodes: the theme is another one.
 */
void
trl_node_cache_clear (TrlNodeCache *cache)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (cache != NULL);

  g_hash_table_remove_all (cache->entries);
  g_hash_table_iter_init (&iter, cache->groups);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Group *group = value;

      group->painted = FALSE;
      g_clear_pointer (&group->node, gsk_render_node_unref);
    }
}

/**
 * trl_node_cache_get_size:
 * @cache: a cache
 *
 * Returns: how many boxes have a node of their own
 */
guint
trl_node_cache_get_size (TrlNodeCache *cache)
{
  return g_hash_table_size (cache->entries);
}

/* What the review says of a box, as a number: another one means another picture. */
static guint
badge_stamp (const TrlPainter *painter,
             const TrlBox     *box)
{
  const TrlBadge *badge;
  guint stamp = 1;

  if (painter->badges == NULL || box->card == NULL)
    return 0;
  badge = trl_badges_get (painter->badges, trl_card_get_id (box->card));
  if (badge != NULL)
    stamp = g_str_hash (badge->label != NULL ? badge->label : "") * 8 + badge->level * 2 + (badge->shown ? 1 : 0);
  if (box->kind == TRL_BOX_FRAME || box->kind == TRL_BOX_HEADER || box->kind == TRL_BOX_FOOTER)
    for (int level = TRL_BADGE_TODO; level <= TRL_BADGE_ERROR; level++)
      stamp = stamp * 31 + trl_badges_get_count (painter->badges, trl_card_get_id (box->card), level);
  return stamp;
}

static GskRenderNode *
paint (const TrlPainter *painter,
       const TrlBox     *box,
       TrlLook           look)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  trl_paint_box (painter, box, box->rect.x, box->rect.y, look, marks);
  return trl_marks_to_node (marks);
}

/* Moves a node without painting it again. */
static void
shift_node (Entry        *entry,
            const TrlBox *box)
{
  if (entry->painted != NULL)
    {
      GskTransform *shift = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (box->rect.x - entry->painted_x,
                                                                                 box->rect.y - entry->painted_y));

      /* No shift at all is no transform: it went back to where it was painted. */
      gsk_render_node_unref (entry->node);
      entry->node = shift != NULL ? gsk_transform_node_new (entry->painted, shift) : gsk_render_node_ref (entry->painted);
      gsk_transform_unref (shift);
    }
  entry->x = box->rect.x;
  entry->y = box->rect.y;
}

/**
 * trl_node_cache_get:
 * @cache: a cache
 * @painter: what painting needs
 * @box: a box
 * @look: how much of it
 *
 * Gives the node of a box, at its place on the board.
 *
 * Returns: (transfer none) (nullable): the node; %NULL when there is nothing to see
 */
GskRenderNode *
trl_node_cache_get (TrlNodeCache     *cache,
                    const TrlPainter *painter,
                    const TrlBox     *box,
                    TrlLook           look)
{
  Entry *entry = g_hash_table_lookup (cache->entries, &box->key);
  guint badge = badge_stamp (painter, box);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->key = box->key;
      entry->serial = ~box->serial;
      g_hash_table_insert (cache->entries, &entry->key, entry);
    }
  entry->seen = cache->frame;
  if (entry->serial == box->serial && entry->look == look && entry->badge == badge)
    {
      if (entry->x != box->rect.x || entry->y != box->rect.y)
        shift_node (entry, box);
      return entry->node;
    }

  g_clear_pointer (&entry->node, gsk_render_node_unref);
  g_clear_pointer (&entry->painted, gsk_render_node_unref);
  entry->painted = paint (painter, box, look);
  entry->node = entry->painted != NULL ? gsk_render_node_ref (entry->painted) : NULL;
  entry->serial = box->serial;
  entry->badge = badge;
  entry->look = look;
  entry->x = entry->painted_x = box->rect.x;
  entry->y = entry->painted_y = box->rect.y;
  return entry->node;
}

static Group *
find_group (TrlNodeCache *cache,
            GHashTable   *before,
            const TrlBox *box)
{
  const char *id = box->motion != NULL ? trl_card_get_id (box->motion) : "";
  Group *group = g_hash_table_lookup (cache->groups, id);
  gpointer key = NULL, value = NULL;

  if (group != NULL)
    return group;
  if (before != NULL && g_hash_table_steal_extended (before, id, &key, &value))
    {
      group = value;
      g_ptr_array_set_size (group->boxes, 0);
    }
  else
    {
      key = g_strdup (id);
      group = g_new0 (Group, 1);
      group->boxes = g_ptr_array_new ();
      if (box->motion == NULL)
        group->spots = g_array_new (FALSE, FALSE, sizeof (Spot));
    }
  g_hash_table_insert (cache->groups, key, group);
  g_ptr_array_add (cache->order, group);
  return group;
}

static guint
box_stamp (const TrlBox *box)
{
  guint stamp = g_int64_hash (&box->key);

  stamp = stamp * 31 + box->serial;
  stamp = stamp * 31 + g_double_hash (&box->rect.x);
  stamp = stamp * 31 + g_double_hash (&box->rect.y);
  stamp = stamp * 31 + g_double_hash (&box->rect.width);
  return stamp * 31 + g_double_hash (&box->rect.height);
}

static TrlRect
reach_of (const TrlBox *box)
{
  return trl_rect_inset (&box->rect, -TRL_BOX_OVERHANG, -TRL_BOX_OVERHANG);
}

/* What one of two lists has and the other has not. */
static void
compare_spots (const GArray *spots,
               const GArray *others,
               GArray       *spoilt)
{
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (known, GUINT_TO_POINTER (g_array_index (others, Spot, i).stamp));
  for (guint i = 0; i < spots->len; i++)
    {
      const Spot *spot = &g_array_index (spots, Spot, i);

      if (!g_hash_table_contains (known, GUINT_TO_POINTER (spot->stamp)))
        g_array_append_val (spoilt, spot->rect);
    }
}

/* What lies free lies all over the board, so what changed of it is told box by box. */
static void
spoil_spots (Group  *group,
             GArray *spoilt)
{
  GArray *spots = g_array_sized_new (FALSE, FALSE, sizeof (Spot), group->boxes->len);

  for (guint i = 0; i < group->boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (group->boxes, i);
      Spot spot = { reach_of (box), box_stamp (box) };

      g_array_append_val (spots, spot);
    }
  compare_spots (group->spots, spots, spoilt);
  compare_spots (spots, group->spots, spoilt);
  g_array_unref (group->spots);
  group->spots = spots;
}

/* Whether a motion looks as before; @spoilt gets where it does not. */
static void
compare_group (Group         *group,
               const TrlRect *before,
               GArray        *spoilt)
{
  guint stamp = group->boxes->len;

  for (guint i = 0; i < group->boxes->len; i++)
    stamp = stamp * 33 ^ box_stamp (g_ptr_array_index (group->boxes, i));
  if (stamp == group->stamp)
    return;
  group->painted = FALSE;
  group->review = 0;
  group->stamp = stamp;
  if (group->spots != NULL)
    {
      spoil_spots (group, spoilt);
      return;
    }
  g_array_append_val (spoilt, *before);
  g_array_append_val (spoilt, group->rect);
}

/* Lists what the layout has now, motion by motion, and what is there no more. */
static void
gather_groups (TrlNodeCache *cache,
               GHashTable   *before,
               TrlLayout    *layout)
{
  g_autoptr (GPtrArray) boxes = trl_layout_get_boxes (layout);

  cache->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, group_free);
  g_ptr_array_set_size (cache->order, 0);
  cache->n_boxes = boxes->len;
  for (guint i = 0; i < boxes->len; i++)
    {
      TrlBox *box = g_ptr_array_index (boxes, i);

      g_ptr_array_add (find_group (cache, before, box)->boxes, box);
    }
}

/**
 * trl_node_cache_relaid:
 * @cache: a cache
 * @layout: the layout, after a rebuild or an update
 * @spoilt: (element-type TrlRect): gets the parts of the board that look otherwise
 *
 * Finds out which boxes belong together, and which motions look as before.
 */
void
trl_node_cache_relaid (TrlNodeCache *cache,
                       TrlLayout    *layout,
                       GArray       *spoilt)
{
  g_autoptr (GHashTable) before = cache->groups;
  GHashTableIter iter;
  gpointer gone;

  gather_groups (cache, before, layout);
  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    g_array_append_val (spoilt, ((Group *) gone)->rect);
  for (guint i = 0; i < cache->order->len; i++)
    {
      Group *group = g_ptr_array_index (cache->order, i);
      TrlRect was = group->rect;

      for (guint j = 0; j < group->boxes->len; j++)
        {
          TrlRect rect = reach_of (g_ptr_array_index (group->boxes, j));

          if (j == 0)
            group->rect = rect;
          else
            trl_rect_union (&group->rect, &rect);
        }
      compare_group (group, &was, spoilt);
    }
}

/**
 * trl_node_cache_reviewed:
 * @cache: a cache
 *
 * The findings are others: badges are looked at again, and what has the same
 * ones keeps its node.
 */
void
trl_node_cache_reviewed (TrlNodeCache *cache)
{
  g_return_if_fail (cache != NULL);

  cache->review++;
}

/* Whether the badges of a motion changed since it was painted. */
static gboolean
review_group (TrlNodeCache     *cache,
              Group            *group,
              const TrlPainter *painter)
{
  guint badge = 0;

  if (group->review == cache->review)
    return FALSE;
  for (guint i = 0; i < group->boxes->len; i++)
    badge = badge * 33 ^ badge_stamp (painter, g_ptr_array_index (group->boxes, i));
  group->review = cache->review;
  if (badge == group->badge)
    return FALSE;
  group->badge = badge;
  return TRUE;
}

/**
 * trl_node_cache_review:
 * @cache: a cache
 * @painter: what painting needs
 * @seen: what is seen, in board units
 * @spoilt: (element-type TrlRect): gets the parts of it whose badges are others
 *
 * Finds out what the review says otherwise than when this was asked before.
 */
void
trl_node_cache_review (TrlNodeCache     *cache,
                       const TrlPainter *painter,
                       const TrlRect    *seen,
                       GArray           *spoilt)
{
  for (guint i = 0; i < cache->order->len; i++)
    {
      Group *group = g_ptr_array_index (cache->order, i);
      gboolean fresh = group->review == 0;

      if (!trl_rect_overlaps (&group->rect, seen) || !review_group (cache, group, painter))
        continue;
      group->painted = FALSE;
      if (!fresh)
        g_array_append_val (spoilt, group->rect);
    }
}

static void
paint_group (Group            *group,
             const TrlPainter *painter,
             TrlLook           look,
             gboolean          frames_only)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  for (guint i = 0; i < group->boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (group->boxes, i);

      if (!frames_only || box->kind == TRL_BOX_FRAME || box->motion == NULL)
        trl_paint_box (painter, box, box->rect.x, box->rect.y, look, marks);
    }
  g_clear_pointer (&group->node, gsk_render_node_unref);
  group->node = trl_marks_to_node (marks);
  group->look = look;
  group->painted = TRUE;
}

/**
 * trl_node_cache_far:
 * @cache: a cache
 * @painter: what painting needs
 * @visible: what is seen, in board units
 * @look: a look for far away
 * @snapshot: where to append the nodes
 *
 * Draws whole motions, each from one node.
 */
void
trl_node_cache_far (TrlNodeCache     *cache,
                    const TrlPainter *painter,
                    const TrlRect    *visible,
                    TrlLook           look,
                    GtkSnapshot      *snapshot)
{
  gboolean frames_only = look == TRL_LOOK_PLAIN && cache->n_boxes > MOST_FAR_BOXES;

  for (guint i = 0; i < cache->order->len; i++)
    {
      Group *group = g_ptr_array_index (cache->order, i);

      if (!trl_rect_overlaps (&group->rect, visible))
        continue;
      if (review_group (cache, group, painter) || !group->painted || group->look != look)
        paint_group (group, painter, look, frames_only);
      if (group->node != NULL)
        gtk_snapshot_append_node (snapshot, group->node);
    }
}

static gboolean
is_stale (gpointer key,
          gpointer value,
          gpointer user_data)
{
  Entry *entry = value;
  TrlNodeCache *cache = user_data;

  return cache->frame - entry->seen > KEPT_FRAMES;
}

/**
 * trl_node_cache_end_frame:
 * @cache: a cache
 *
 * Drops what has not been seen for a while, once there is much of it.
 */
void
trl_node_cache_end_frame (TrlNodeCache *cache)
{
  g_return_if_fail (cache != NULL);

  cache->frame++;
  if (g_hash_table_size (cache->entries) > KEPT_NODES && cache->frame % 16 == 0)
    g_hash_table_foreach_remove (cache->entries, is_stale, cache);
}
