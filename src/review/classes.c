/* classes.c: motions that are the same in something.
 *
 * A class that no edit touches is not looked at again: it keeps its motions in
 * order, and what was reported of it. One that an edit does touch is read from
 * one end to the other, so its motions lie side by side with the little that is
 * asked of each; their facts are left alone. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "classes.h"

#include <string.h>

struct _TrlClass
{
  guint64     key;
  TrlSame     same;
  gboolean    in_words;
  TrlPeer    *peers;                /* in the order of the document */
  guint       n_peers;
  guint       n_room;
  guint       masks;                /* a bit for each set of routes by which some motion earns */
  guint       meant;                /* the same of those that are not merely still a duplicate */
  guint       n_ripe;               /* those in which the decision is decided */
  GPtrArray  *ids;                  /* see trl_class_get_ids(); NULL until asked for */
  TrlPeer     first;                /* the first of these, by which it stands among the suspects; without an id it is none */
  TrlFinding *note;                 /* see trl_class_get_note() */
  gboolean    fresh;                /* whether the note is of the class as it is now */
};

struct _TrlClasses
{
  TrlSame     same;
  GHashTable *all;        /* key → TrlClass */
  GPtrArray  *suspects;   /* of TrlClass, in the order of their first motions */
};

/* The decision that each sameness is about; models are about two. */
static const guint decision_bits[TRL_N_SAMES] = {
  [TRL_SAME_LADDER] = 1u << TRL_DECISION_TIERS,
  [TRL_SAME_PAY] = 1u << TRL_DECISION_INCENTIVES,
  [TRL_SAME_MODEL] = 1u << TRL_DECISION_TIERS | 1u << TRL_DECISION_INCENTIVES,
  [TRL_SAME_STATEMENT] = 1u << TRL_DECISION_TYPES,
  [TRL_SAME_PATH] = 1u << TRL_DECISION_ENABLEMENT,
  [TRL_SAME_CLAIM] = 1u << TRL_DECISION_INCENTIVES,
};

static void
class_free (gpointer data)
{
  TrlClass *klass = data;

  g_free (klass->peers);
  g_clear_pointer (&klass->ids, g_ptr_array_unref);
  g_clear_pointer (&klass->note, trl_finding_unref);
  g_free (klass);
}

TrlClasses *
trl_classes_new (TrlSame same)
{
  TrlClasses *self = g_new0 (TrlClasses, 1);

  self->same = same;
  self->all = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, class_free);
  self->suspects = g_ptr_array_new ();
  return self;
}

void
trl_classes_free (TrlClasses *classes)
{
  g_ptr_array_unref (classes->suspects);
  g_hash_table_unref (classes->all);
  g_free (classes);
}

/* The sets of routes that have nothing in common with @mask, a bit for each; whoever earns in no known way is no stranger. */
guint
trl_masks_get_strangers (guint mask)
{
  static guint16 strangers[TRL_N_MASKS];
  static gsize known = 0;

  if (g_once_init_enter (&known))
    {
      for (guint a = 1; a < TRL_N_MASKS; a++)
        for (guint b = 1; b < TRL_N_MASKS; b++)
          strangers[a] |= (a & b) == 0 ? 1u << b : 0;
      g_once_init_leave (&known, 1);
    }
  return strangers[mask];
}

/* The same of several sets. */
guint
trl_masks_get_all_strangers (guint masks)
{
  guint strangers = 0;

  for (; masks != 0; masks &= masks - 1)
    strangers |= trl_masks_get_strangers (__builtin_ctz (masks));
  return strangers;
}

static gboolean
has_strangers (guint masks)
{
  return (masks & trl_masks_get_all_strangers (masks)) != 0;
}

/* The order of two motions in the document. */
int
trl_peers_compare (const TrlPeer *a,
                   const TrlPeer *b)
{
  if (a->rank != b->rank)
    return a->rank < b->rank ? -1 : 1;
  return strcmp (a->id, b->id);
}

/* Where a motion stands in its class, or would stand. */
static guint
find_peer (const TrlClass *klass,
           const TrlPeer  *peer)
{
  guint low = 0, high = klass->n_peers;

  /* A full review brings them in order. */
  if (high > 0 && trl_peers_compare (&klass->peers[high - 1], peer) < 0)
    return high;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (trl_peers_compare (&klass->peers[middle], peer) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
note_peer (TrlClass      *klass,
           const TrlPeer *peer)
{
  klass->masks |= 1u << peer->mask;
  klass->meant |= peer->meant ? 1u << peer->mask : 0;
  klass->n_ripe += peer->ripe;
}

/* Most classes are of one motion, so that there is room for no more at first. */
static void
insert_peer (TrlClass      *klass,
             guint          at,
             const TrlPeer *peer)
{
  if (klass->n_peers == klass->n_room)
    {
      klass->n_room = MAX (1, 2 * klass->n_room);
      klass->peers = g_renew (TrlPeer, klass->peers, klass->n_room);
    }
  memmove (&klass->peers[at + 1], &klass->peers[at], (klass->n_peers - at) * sizeof *peer);
  klass->peers[at] = *peer;
  klass->n_peers++;
  note_peer (klass, peer);
}

static void
remove_peer (TrlClass *klass,
             guint     at)
{
  klass->n_peers--;
  memmove (&klass->peers[at], &klass->peers[at + 1], (klass->n_peers - at) * sizeof *klass->peers);
  klass->masks = klass->meant = klass->n_ripe = 0;
  for (guint i = 0; i < klass->n_peers; i++)
    note_peer (klass, &klass->peers[i]);
}

static TrlClass *
ensure_class (TrlClasses     *self,
              const TrlFacts *facts)
{
  TrlClass *klass = g_hash_table_lookup (self->all, &facts->same[self->same]);

  if (klass == NULL)
    {
      klass = g_new0 (TrlClass, 1);
      klass->key = facts->same[self->same];
      klass->same = self->same;
      klass->in_words = self->same == TRL_SAME_STATEMENT && facts->in_words;
      g_hash_table_insert (self->all, &klass->key, klass);
    }
  return klass;
}

/* The first motion that has a counterpart with which it should not be the same, or NULL. */
static const TrlPeer *
find_first (const TrlClass *klass)
{
  if (klass->n_peers < 2 || !(klass->in_words || klass->same == TRL_SAME_CLAIM || has_strangers (klass->masks)))
    return NULL;
  for (guint i = 0; i < klass->n_peers; i++)
    if (trl_class_should_differ (klass, klass->peers[i].mask))
      return &klass->peers[i];
  return NULL;
}

/* Where a class that begins with @first stands among the suspects, or would stand. */
static guint
find_suspect (TrlClasses    *self,
              const TrlPeer *first)
{
  guint low = 0, high = self->suspects->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (trl_peers_compare (&((const TrlClass *) g_ptr_array_index (self->suspects, middle))->first, first) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Puts a class where it belongs among the suspects, if it is one. */
static void
judge (TrlClasses *self,
       TrlClass   *klass)
{
  const TrlPeer *first = find_first (klass);

  if (first != NULL ? first->id == klass->first.id && first->rank == klass->first.rank : klass->first.id == NULL)
    return;
  if (klass->first.id != NULL)
    g_ptr_array_remove_index (self->suspects, find_suspect (self, &klass->first));
  klass->first = first != NULL ? *first : (TrlPeer) { 0 };
  if (first != NULL)
    g_ptr_array_insert (self->suspects, find_suspect (self, first), klass);
}

/* Adds a motion to its class, or takes it out; it has none when it says nothing. */
void
trl_classes_count (TrlClasses *classes,
                   TrlFacts   *facts,
                   int         by)
{
  guint bits = decision_bits[classes->same], at;
  TrlPeer peer = { facts->id, facts, trl_card_get_rank (facts->motion),
                   classes->same == TRL_SAME_STATEMENT ? facts->type_routes : facts->routes,
                   (facts->copied & bits) != bits, (facts->ripe & bits) == bits };
  TrlClass *klass;

  if (facts->same[classes->same] == 0)
    return;
  klass = ensure_class (classes, facts);
  at = find_peer (klass, &peer);
  if (by > 0)
    insert_peer (klass, at, &peer);
  else
    remove_peer (klass, at);
  g_clear_pointer (&klass->ids, g_ptr_array_unref);
  klass->fresh = FALSE;
  judge (classes, klass);
  if (klass->n_peers == 0)
    g_hash_table_remove (classes->all, &klass->key);
}

/* Whether a motion means the same to its class as before, but perhaps for its name. */
gboolean
trl_classes_mean_same (TrlClasses     *classes,
                       const TrlFacts *facts,
                       const TrlFacts *now)
{
  guint bits = decision_bits[classes->same];
  TrlSame same = classes->same;

  if (facts->same[same] == 0 || now->same[same] == 0)
    return facts->same[same] == now->same[same];
  return facts->same[same] == now->same[same] && facts->in_words == now->in_words &&
         facts->routes == now->routes && facts->type_routes == now->type_routes &&
         ((facts->copied & bits) == bits) == ((now->copied & bits) == bits) &&
         ((facts->ripe & bits) == bits) == ((now->ripe & bits) == bits) &&
         trl_card_get_rank (facts->motion) == trl_card_get_rank (now->motion);
}

/* A class in which a motion stays may have its newer name to say. */
void
trl_classes_renew (TrlClasses     *classes,
                   const TrlFacts *facts,
                   const TrlFacts *now)
{
  TrlClass *klass;

  if (facts->same[classes->same] == 0 || trl_facts_sound_apart (facts, now) == 0)
    return;
  klass = g_hash_table_lookup (classes->all, &facts->same[classes->same]);
  if (klass != NULL)
    klass->fresh = FALSE;
}

/* Makes every class be looked at again, for what is said of it rests on more than its motions. */
void
trl_classes_forget_notes (TrlClasses *classes)
{
  GHashTableIter iter;
  gpointer klass;

  g_hash_table_iter_init (&iter, classes->all);
  while (g_hash_table_iter_next (&iter, NULL, &klass))
    ((TrlClass *) klass)->fresh = FALSE;
}

/* All classes, whether their motions should differ or not, in no order; NULL when there are more than @most. */
GPtrArray *
trl_classes_list (TrlClasses *classes,
                  guint       most)
{
  GHashTableIter iter;
  GPtrArray *list;
  gpointer klass;

  if (g_hash_table_size (classes->all) > most)
    return NULL;
  list = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, classes->all);
  while (g_hash_table_iter_next (&iter, NULL, &klass))
    g_ptr_array_add (list, klass);
  return list;
}

/* Those in which motions are the same that should not be: that earn by routes with nothing in common, whose statement is
 * the same in words, or that claim the same deals. In the order of their first motions. */
const GPtrArray *
trl_classes_get_suspects (TrlClasses *classes)
{
  return classes->suspects;
}

/* What all its motions have in common, see TrlFacts. */
guint64
trl_class_get_key (const TrlClass *klass)
{
  return klass->key;
}

/* All its motions, in the order of the document. */
const TrlPeer *
trl_class_get_peers (const TrlClass *klass,
                     guint          *n)
{
  *n = klass->n_peers;
  return klass->peers;
}

/* How many of them earn by a set of routes. */
guint
trl_class_count_mask (const TrlClass *klass,
                      guint           mask)
{
  guint n = 0;

  for (guint i = 0; i < klass->n_peers; i++)
    n += klass->peers[i].mask == mask;
  return n;
}

/* The sets of routes by which some of them earn, a bit for each. */
guint
trl_class_get_masks (const TrlClass *klass)
{
  return klass->masks;
}

/* The same of those that are not merely still a duplicate. */
guint
trl_class_get_meant_masks (const TrlClass *klass)
{
  return klass->meant;
}

/* Whether the sameness is more than what duplicates begin with. */
gboolean
trl_class_is_meant (const TrlClass *klass)
{
  return has_strangers (klass->meant);
}

/* Whether their tiers are reached by a composite score; ladders that are the same are so all or none. */
gboolean
trl_class_is_scored (const TrlClass *klass)
{
  return klass->n_peers > 0 && klass->peers[0].facts->scored;
}

/* Whether at least two of them have decided it so. */
gboolean
trl_class_is_ripe (const TrlClass *klass)
{
  return klass->n_ripe >= 2;
}

/* Whether a motion that earns by @mask has a counterpart with which it should not be the same. */
gboolean
trl_class_should_differ (const TrlClass *klass,
                         guint           mask)
{
  return klass->in_words || klass->same == TRL_SAME_CLAIM ||
         (klass->masks & trl_masks_get_strangers (mask)) != 0;
}

/* The ids of the motions that have a counterpart with which they should not be the same, in order; they stay, see ids.h. */
const GPtrArray *
trl_class_get_ids (TrlClass *klass)
{
  gboolean differ[TRL_N_MASKS];
  guint n = 0;

  if (klass->ids != NULL)
    return klass->ids;
  klass->ids = g_ptr_array_new ();
  g_ptr_array_set_size (klass->ids, klass->n_peers);
  for (guint mask = 0; mask < TRL_N_MASKS; mask++)
    differ[mask] = trl_class_should_differ (klass, mask);
  for (guint i = 0; i < klass->n_peers; i++)
    if (differ[klass->peers[i].mask])
      g_ptr_array_index (klass->ids, n++) = (gpointer) klass->peers[i].id;
  g_ptr_array_set_size (klass->ids, n);
  return klass->ids;
}

/* What was reported of the class last; NULL for nothing yet. @fresh: whether it is as it was then. */
TrlFinding *
trl_class_get_note (TrlClass *klass,
                    gboolean *fresh)
{
  *fresh = klass->fresh && klass->note != NULL;
  return klass->note;
}

void
trl_class_set_note (TrlClass   *klass,
                    TrlFinding *note)
{
  trl_finding_ref (note);
  g_clear_pointer (&klass->note, trl_finding_unref);
  klass->note = note;
  klass->fresh = TRUE;
}
