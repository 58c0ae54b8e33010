/* near.c: motions that are almost the same and earn in different ways.
 *
 * Whoever copies a ladder and changes one bar has copied it. Each line counts
 * once: a criterion, a benefit or a rate, at its rung. Benefits may well be the
 * same for all, so that the criteria have to be almost the same as well.
 *
 * Every ladder is held against every other one, which is nothing for a thousand
 * of them: a program with more than MOST different ones has no single model. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "near.h"

#define ENOUGH 0.8   /* of the lines of the longer one */
#define FEW    5     /* lines, of which one that differs is too much */
#define MOST   32    /* different ladders */

typedef struct
{
  const guint64 *keys;
  guint          n;
} Keys;

/* How many keys of @a have their like in @b. */
static guint
count_equal (Keys a,
             Keys b)
{
  gboolean *used = b.n > 0 ? g_newa0 (gboolean, b.n) : NULL;
  guint n = 0;

  for (guint i = 0; i < a.n; i++)
    for (guint j = 0; j < b.n; j++)
      if (!used[j] && a.keys[i] == b.keys[j])
        {
          used[j] = TRUE;
          n++;
          break;
        }
  return n;
}

/* What is equal of the longer one; 0 when that is not enough. */
static double
share_of (guint equal,
          guint a,
          guint b)
{
  double share = MAX (a, b) > 0 ? (double) equal / MAX (a, b) : 0;

  return share >= ENOUGH ? share : 0;
}

static double
compare_ladders (const TrlFacts *a,
                 const TrlFacts *b)
{
  guint all_a = a->n_asks + a->n_gives, all_b = b->n_asks + b->n_gives, asks, gives;

  /* No more can be equal than the shorter one has. */
  if (MAX (all_a, all_b) < FEW || share_of (MIN (all_a, all_b), all_a, all_b) == 0)
    return 0;
  asks = count_equal ((Keys) { a->keys, a->n_asks }, (Keys) { b->keys, b->n_asks });
  if (share_of (asks, a->n_asks, b->n_asks) == 0)
    return 0;
  gives = count_equal ((Keys) { a->keys + a->n_asks, a->n_gives }, (Keys) { b->keys + b->n_asks, b->n_gives });
  return share_of (asks + gives, all_a, all_b);
}

static double
compare_pays (const TrlFacts *a,
              const TrlFacts *b)
{
  guint equal;

  if (MAX (a->n_rates, b->n_rates) < FEW || share_of (MIN (a->n_rates, b->n_rates), a->n_rates, b->n_rates) == 0)
    return 0;
  equal = count_equal ((Keys) { a->keys + a->n_asks + a->n_gives, a->n_rates },
                       (Keys) { b->keys + b->n_asks + b->n_gives, b->n_rates });
  return share_of (equal, a->n_rates, b->n_rates);
}

/* Motions with the same lines. Which of them count depends only on how they earn, so that a thousand are looked at once. */
typedef struct
{
  const TrlPeer *peers;
  guint          n_peers;
  guint          masks;       /* a bit for each set of routes by which some motion earns */
  guint          meant;       /* those by which one earns that is not merely still a duplicate */
  guint          strangers;   /* those that have nothing in common with some of the masks */
  guint          strangers_meant;
  guint          near;        /* those by which motions share no route with motions of a class that is almost the same */
  guint          group;       /* the first class that it hangs together with */
  double         share;
  gboolean       is_meant;
} Class;

static void
read_class (Class          *klass,
            const TrlClass *from,
            guint           at)
{
  *klass = (Class) {
    .masks = trl_class_get_masks (from) & ~1u,   /* those that earn in no known way are alike to all */
    .meant = trl_class_get_meant_masks (from) & ~1u,
    .strangers = trl_masks_get_all_strangers (trl_class_get_masks (from)),
    .strangers_meant = trl_masks_get_all_strangers (trl_class_get_meant_masks (from)),
    .group = at,
    .share = 1,
  };
  klass->peers = trl_class_get_peers (from, &klass->n_peers);
}

/* What the motions of a class come to: as far as their lines go, one is as good as another. */
static const TrlFacts *
lines_of (const Class *klass)
{
  return klass->peers[0].facts;
}

static void
join (Class *classes,
      guint  n,
      guint  a,
      guint  b)
{
  guint to = MIN (classes[a].group, classes[b].group), from = MAX (classes[a].group, classes[b].group);

  for (guint i = 0; i < n; i++)
    if (classes[i].group == from)
      classes[i].group = to;
}

/* Notes that two classes with strangers among them are almost the same. */
static void
note_pair (Class  *classes,
           guint   n,
           guint   a,
           guint   b,
           double  share)
{
  classes[a].near |= classes[a].masks & classes[b].strangers;
  classes[b].near |= classes[b].masks & classes[a].strangers;
  classes[a].share = MIN (classes[a].share, share);
  classes[a].is_meant |= (classes[a].meant & classes[b].strangers_meant) != 0;
  join (classes, n, a, b);
}

static const TrlPeer *
find_first (const Class *klass)
{
  guint i = 0;

  while ((klass->near >> klass->peers[i].mask & 1) == 0)
    i++;
  return &klass->peers[i];
}

static int
compare_classes (gconstpointer a,
                 gconstpointer b)
{
  return trl_peers_compare (find_first (*(const Class * const *) a), find_first (*(const Class * const *) b));
}

/* What hangs together with the class at @first. */
static TrlNear
collect_group (const Class *classes,
               guint        n,
               guint        first)
{
  TrlNear group = { g_array_new (FALSE, FALSE, sizeof (TrlPeer)), 100, FALSE };
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (guint c = first; c < n; c++)
    if (classes[c].group == first && classes[c].near != 0)
      {
        g_ptr_array_add (parts, (gpointer) &classes[c]);
        group.share = MIN (group.share, 100 * classes[c].share);
        group.meant |= classes[c].is_meant;
      }
  g_ptr_array_sort (parts, compare_classes);
  for (guint p = 0; p < parts->len; p++)
    {
      const Class *part = g_ptr_array_index (parts, p);

      for (guint i = 0; i < part->n_peers; i++)
        if ((part->near >> part->peers[i].mask & 1) != 0)
          g_array_append_val (group.peers, part->peers[i]);
    }
  return group;
}

static void
clear_near (gpointer data)
{
  g_array_unref (((TrlNear *) data)->peers);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TrlNear *x = a, *y = b;

  return trl_peers_compare (&g_array_index (x->peers, TrlPeer, 0), &g_array_index (y->peers, TrlPeer, 0));
}

/**
 * trl_sums_find_near:
 * @sums: sums
 * @same: %TRL_SAME_LADDER or %TRL_SAME_PAY
 *
 * Finds motions that share no way of earning and are almost, but not wholly,
 * the same; one group for what hangs together.
 *
 * Returns: (transfer full) (element-type TrlNear): the groups, in the order of
 *   their first motions
 */
GArray *
trl_sums_find_near (TrlSums *sums,
                    TrlSame  same)
{
  g_autoptr (GPtrArray) list = trl_classes_list (trl_sums_get_classes (sums, same), MOST);
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (TrlNear));
  guint n = list != NULL ? list->len : 0;
  Class classes[MOST];

  g_array_set_clear_func (groups, clear_near);
  for (guint a = 0; a < n; a++)
    read_class (&classes[a], g_ptr_array_index (list, a), a);
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        double share;

        if ((classes[a].masks & classes[b].strangers) == 0)
          continue;
        share = same == TRL_SAME_LADDER ? compare_ladders (lines_of (&classes[a]), lines_of (&classes[b]))
                                        : compare_pays (lines_of (&classes[a]), lines_of (&classes[b]));
        if (share > 0)
          note_pair (classes, n, a, b, share);
      }
  for (guint a = 0; a < n; a++)
    if (classes[a].group == a && classes[a].near != 0)
      {
        TrlNear group = collect_group (classes, n, a);

        g_array_append_val (groups, group);
      }
  g_array_sort (groups, compare_groups);
  return groups;
}
