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

static gboolean
are_strangers (const TrlFacts *a,
               const TrlFacts *b)
{
  return a->routes != 0 && b->routes != 0 && (a->routes & b->routes) == 0;
}

static void
add_once (GPtrArray *motions,
          TrlFacts  *facts)
{
  if (!g_ptr_array_find (motions, facts, NULL))
    g_ptr_array_add (motions, facts);
}

/* The first group that a motion of @motions is in; others that they are in too become part of it. */
static TrlNear *
find_group (GArray          *groups,
            const GPtrArray *motions)
{
  TrlNear *found = NULL;

  for (guint g = 0; g < groups->len; g++)
    {
      TrlNear *group = &g_array_index (groups, TrlNear, g);
      gboolean is_in = FALSE;

      for (guint i = 0; i < motions->len && !is_in; i++)
        is_in = g_ptr_array_find (group->motions, g_ptr_array_index (motions, i), NULL);
      if (!is_in || found == group)
        continue;
      if (found == NULL)
        {
          found = group;
          continue;
        }
      for (guint i = 0; i < group->motions->len; i++)
        add_once (found->motions, g_ptr_array_index (group->motions, i));
      found->share = MIN (found->share, group->share);
      found->meant |= group->meant;
      g_array_remove_index (groups, g--);
    }
  return found;
}

/* Puts the strangers among two classes that are almost the same into one group. */
static void
note_pair (GArray          *groups,
           const GPtrArray *a,
           const GPtrArray *b,
           guint            decision,
           double           share)
{
  g_autoptr (GPtrArray) motions = g_ptr_array_new ();
  gboolean meant = FALSE;
  TrlNear *group;

  for (guint i = 0; i < a->len; i++)
    for (guint j = 0; j < b->len; j++)
      {
        TrlFacts *x = g_ptr_array_index (a, i), *y = g_ptr_array_index (b, j);

        if (!are_strangers (x, y))
          continue;
        add_once (motions, x);
        add_once (motions, y);
        meant |= ((x->copied | y->copied) & 1u << decision) == 0;
      }
  if (motions->len == 0)
    return;
  group = find_group (groups, motions);
  if (group == NULL)
    {
      TrlNear fresh = { g_ptr_array_new (), 100 * share, FALSE };

      g_array_append_val (groups, fresh);
      group = &g_array_index (groups, TrlNear, groups->len - 1);
    }
  for (guint i = 0; i < motions->len; i++)
    add_once (group->motions, g_ptr_array_index (motions, i));
  group->share = MIN (group->share, 100 * share);
  group->meant |= meant;
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
  g_autoptr (GPtrArray) classes = trl_sums_list_classes (sums, same, MOST);
  guint decision = same == TRL_SAME_LADDER ? TRL_DECISION_TIERS : TRL_DECISION_INCENTIVES;
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (TrlNear));

  g_array_set_clear_func (groups, clear_near);
  for (guint a = 0; classes != NULL && a < classes->len; a++)
    for (guint b = a + 1; b < classes->len; b++)
      {
        const GPtrArray *x = g_ptr_array_index (classes, a), *y = g_ptr_array_index (classes, b);
        const TrlFacts *one = g_ptr_array_index (x, 0), *other = g_ptr_array_index (y, 0);
        double share = same == TRL_SAME_LADDER ? compare_ladders (one, other) : compare_pays (one, other);

        if (share > 0)
          note_pair (groups, x, y, decision, share);
      }
  for (guint i = 0; i < groups->len; i++)
    g_ptr_array_sort (g_array_index (groups, TrlNear, i).motions, compare_facts);
  g_array_sort (groups, compare_groups);
  return groups;
}
