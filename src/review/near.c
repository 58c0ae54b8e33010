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

#define N_MASKS 16   /* sets of the four routes */

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
  guint asks = count_equal ((Keys) { a->keys, a->n_asks }, (Keys) { b->keys, b->n_asks });
  guint gives = count_equal ((Keys) { a->keys + a->n_asks, a->n_gives }, (Keys) { b->keys + b->n_asks, b->n_gives });
  guint all_a = a->n_asks + a->n_gives, all_b = b->n_asks + b->n_gives;

  if (MAX (all_a, all_b) < FEW || share_of (asks, a->n_asks, b->n_asks) == 0)
    return 0;
  return share_of (asks + gives, all_a, all_b);
}

static double
compare_pays (const TrlFacts *a,
              const TrlFacts *b)
{
  guint equal = count_equal ((Keys) { a->keys + a->n_asks + a->n_gives, a->n_rates },
                             (Keys) { b->keys + b->n_asks + b->n_gives, b->n_rates });

  return MAX (a->n_rates, b->n_rates) >= FEW ? share_of (equal, a->n_rates, b->n_rates) : 0;
}

/* Motions with the same lines. Which of them count depends only on how they earn, so that a thousand are looked at once. */
typedef struct
{
  const GPtrArray *members;   /* of TrlFacts */
  guint            masks;     /* a bit for each set of routes by which some member earns */
  guint            meant;     /* those by which one earns that is not merely still a duplicate */
  guint            near;      /* those by which members share no route with members of a class that is almost the same */
  guint            group;     /* the first class that it hangs together with */
  double           share;
  gboolean         is_meant;
} Class;

static void
read_class (Class           *klass,
            const GPtrArray *members,
            guint            at,
            guint            decision)
{
  *klass = (Class) { .members = members, .group = at, .share = 1 };
  for (guint i = 0; i < members->len; i++)
    {
      const TrlFacts *facts = g_ptr_array_index (members, i);

      if (facts->routes == 0)
        continue;
      klass->masks |= 1u << facts->routes;
      if ((facts->copied & 1u << decision) == 0)
        klass->meant |= 1u << facts->routes;
    }
}

/* Of @masks, those that share no route with some of @others. */
static guint
find_strangers (guint masks,
                guint others)
{
  guint strangers = 0;

  for (guint a = 1; a < N_MASKS; a++)
    for (guint b = 1; b < N_MASKS; b++)
      if ((a & b) == 0 && (masks >> a & 1) != 0 && (others >> b & 1) != 0)
        strangers |= 1u << a;
  return strangers;
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

/* Notes that two classes are almost the same, where strangers are among them. */
static void
note_pair (Class  *classes,
           guint   n,
           guint   a,
           guint   b,
           double  share)
{
  guint here = find_strangers (classes[a].masks, classes[b].masks);
  guint there = find_strangers (classes[b].masks, classes[a].masks);

  if (here == 0)
    return;
  classes[a].near |= here;
  classes[b].near |= there;
  classes[a].share = MIN (classes[a].share, share);
  classes[a].is_meant |= find_strangers (classes[a].meant, classes[b].meant) != 0;
  join (classes, n, a, b);
}

/* What hangs together with the class at @first. */
static TrlNear
collect_group (const Class *classes,
               guint        n,
               guint        first)
{
  TrlNear group = { g_ptr_array_new (), 100, FALSE };

  for (guint c = first; c < n; c++)
    {
      if (classes[c].group != first)
        continue;
      for (guint i = 0; i < classes[c].members->len; i++)
        {
          TrlFacts *facts = g_ptr_array_index (classes[c].members, i);

          if ((classes[c].near >> facts->routes & 1) != 0)
            g_ptr_array_add (group.motions, facts);
        }
      group.share = MIN (group.share, 100 * classes[c].share);
      group.meant |= classes[c].is_meant;
    }
  return group;
}

static void
clear_near (gpointer data)
{
  g_ptr_array_unref (((TrlNear *) data)->motions);
}

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  return trl_motions_compare ((*(TrlFacts * const *) a)->motion, (*(TrlFacts * const *) b)->motion);
}

static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const TrlNear *x = a, *y = b;

  return compare_facts (&g_ptr_array_index (x->motions, 0), &g_ptr_array_index (y->motions, 0));
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
  g_autoptr (GPtrArray) list = trl_sums_list_classes (sums, same, MOST);
  guint decision = same == TRL_SAME_LADDER ? TRL_DECISION_TIERS : TRL_DECISION_INCENTIVES;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (TrlNear));
  guint n = list != NULL ? list->len : 0;
  Class classes[MOST];

  g_array_set_clear_func (groups, clear_near);
  for (guint a = 0; a < n; a++)
    read_class (&classes[a], g_ptr_array_index (list, a), a, decision);
  for (guint a = 0; a < n; a++)
    for (guint b = a + 1; b < n; b++)
      {
        const TrlFacts *one = g_ptr_array_index (classes[a].members, 0), *other = g_ptr_array_index (classes[b].members, 0);
        double share = same == TRL_SAME_LADDER ? compare_ladders (one, other) : compare_pays (one, other);

        if (share > 0)
          note_pair (classes, n, a, b, share);
      }
  for (guint a = 0; a < n; a++)
    if (classes[a].group == a && classes[a].near != 0)
      {
        TrlNear group = collect_group (classes, n, a);

        g_array_append_val (groups, group);
      }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort (g_array_index (groups, TrlNear, i).motions, compare_facts);
  g_array_sort (groups, compare_groups);
  return groups;
}
