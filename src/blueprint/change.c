/* change.c: what an edit does, as a value: for each id, the record before and after. */

#define G_LOG_DOMAIN "change"

#include "config.h"

#include "change.h"

struct _TrlChange
{
  guint      ref_count;
  TrlOrigin  origin;
  char      *name;
  char      *key;
  GArray    *deltas;   /* of TrlDelta, in the order of their ids */
};

static void
delta_clear (gpointer data)
{
  TrlDelta *delta = data;

  trl_card_unref (delta->before);
  trl_card_unref (delta->after);
}

static int
compare_deltas (gconstpointer a,
                gconstpointer b)
{
  return g_strcmp0 (((const TrlDelta *) a)->id, ((const TrlDelta *) b)->id);
}

/* Adds what happened to one card, unless nothing did. */
static void
add_delta (TrlChange *self,
           TrlCard   *before,
           TrlCard   *after)
{
  TrlDelta delta;

  if (trl_card_equal (before, after))
    return;

  delta.id = trl_card_get_id (after != NULL ? after : before);
  delta.before = trl_card_ref (before);
  delta.after = trl_card_ref (after);
  g_array_append_val (self->deltas, delta);
}

static TrlChange *
change_alloc (const char *name,
              const char *key,
              TrlOrigin   origin)
{
  TrlChange *self = g_new0 (TrlChange, 1);

  self->ref_count = 1;
  self->name = g_strdup (name);
  self->key = g_strdup (key);
  self->origin = origin;
  self->deltas = g_array_new (FALSE, FALSE, sizeof (TrlDelta));
  g_array_set_clear_func (self->deltas, delta_clear);
  return self;
}

/* A change that changes nothing is no change (law E3). */
static TrlChange *
change_finish (TrlChange *self)
{
  if (self->deltas->len == 0)
    {
      trl_change_unref (self);
      return NULL;
    }
  g_array_sort (self->deltas, compare_deltas);
  return self;
}

/**
 * trl_change_new:
 * @name: what a person calls it: "Move Gold"
 * @key: (nullable): changes with the same key in a row become one entry of the history
 * @origin: where it comes from
 * @before: (element-type TrlCard): records before; %NULL where there was none
 * @after: (element-type TrlCard): records after, in the same order; %NULL where there is none
 *
 * Makes a change of pairs of records.
 *
 * Returns: (transfer full) (nullable): the change, %NULL when nothing changes
 */
TrlChange *
trl_change_new (const char *name,
                const char *key,
                TrlOrigin   origin,
                GPtrArray  *before,
                GPtrArray  *after)
{
  TrlChange *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (before->len == after->len, NULL);

  self = change_alloc (name, key, origin);
  for (guint i = 0; i < before->len; i++)
    add_delta (self, g_ptr_array_index (before, i), g_ptr_array_index (after, i));
  return change_finish (self);
}

/**
 * trl_change_ref:
 * @change: (nullable): a change
 *
 * Takes a reference.
 *
 * Returns: (transfer full) (nullable): @change
 */
TrlChange *
trl_change_ref (TrlChange *change)
{
  if (change != NULL)
    change->ref_count++;
  return change;
}

/**
 * trl_change_unref:
 * @change: (nullable) (transfer full): a change
 *
 * Drops a reference.
 */
void
trl_change_unref (TrlChange *change)
{
  if (change == NULL || --change->ref_count > 0)
    return;

  g_array_unref (change->deltas);
  g_free (change->name);
  g_free (change->key);
  g_free (change);
}

/**
 * trl_change_get_name:
 * @change: a change
 *
 * Returns: what a person calls it, in the reader's language
 */
const char *
trl_change_get_name (const TrlChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->name;
}

/**
 * trl_change_get_key:
 * @change: a change
 *
 * Returns: (nullable): the key by which it joins the change before it
 */
const char *
trl_change_get_key (const TrlChange *change)
{
  g_return_val_if_fail (change != NULL, NULL);

  return change->key;
}

/**
 * trl_change_get_origin:
 * @change: a change
 *
 * Returns: where it comes from
 */
TrlOrigin
trl_change_get_origin (const TrlChange *change)
{
  g_return_val_if_fail (change != NULL, TRL_ORIGIN_USER);

  return change->origin;
}

/**
 * trl_change_get_n_deltas:
 * @change: a change
 *
 * Returns: how many cards it touches
 */
guint
trl_change_get_n_deltas (const TrlChange *change)
{
  g_return_val_if_fail (change != NULL, 0);

  return change->deltas->len;
}

/**
 * trl_change_get_delta:
 * @change: a change
 * @index: which card, from 0, in the order of ids
 *
 * Returns: (transfer none): the card before and after
 */
const TrlDelta *
trl_change_get_delta (const TrlChange *change,
                      guint            index)
{
  g_return_val_if_fail (change != NULL && index < change->deltas->len, NULL);

  return &g_array_index (change->deltas, TrlDelta, index);
}

/**
 * trl_change_reverse:
 * @change: a change
 * @origin: where the reverse comes from
 *
 * Makes the change that takes @change back (law E1).
 *
 * Returns: (transfer full): the reverse
 */
TrlChange *
trl_change_reverse (TrlChange *change,
                    TrlOrigin  origin)
{
  TrlChange *self;

  g_return_val_if_fail (change != NULL, NULL);

  self = change_alloc (change->name, NULL, origin);
  for (guint i = 0; i < change->deltas->len; i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      add_delta (self, delta->after, delta->before);
    }
  return self;
}

/**
 * trl_change_with_origin:
 * @change: a change
 * @origin: another origin
 *
 * Makes the same change from elsewhere: redo, recovery.
 *
 * Returns: (transfer full): the change
 */
TrlChange *
trl_change_with_origin (TrlChange *change,
                        TrlOrigin  origin)
{
  TrlChange *self;

  g_return_val_if_fail (change != NULL, NULL);

  self = change_alloc (change->name, NULL, origin);
  for (guint i = 0; i < change->deltas->len; i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      add_delta (self, delta->before, delta->after);
    }
  return self;
}

/**
 * trl_change_squash:
 * @first: a change
 * @second: the change that came right after it
 *
 * Makes one change of two (law E2). Name, key and origin are those of @first.
 *
 * Returns: (transfer full) (nullable): the change, %NULL when the two cancel out
 */
TrlChange *
trl_change_squash (TrlChange *first,
                   TrlChange *second)
{
  TrlChange *self;
  guint i = 0, j = 0;

  g_return_val_if_fail (first != NULL && second != NULL, NULL);

  self = change_alloc (first->name, first->key, first->origin);
  while (i < first->deltas->len || j < second->deltas->len)
    {
      const TrlDelta *a = i < first->deltas->len ? trl_change_get_delta (first, i) : NULL;
      const TrlDelta *b = j < second->deltas->len ? trl_change_get_delta (second, j) : NULL;
      int order = a == NULL ? 1 : b == NULL ? -1 : g_strcmp0 (a->id, b->id);

      if (order < 0)
        add_delta (self, a->before, a->after);
      else if (order > 0)
        add_delta (self, b->before, b->after);
      else
        add_delta (self, a->before, b->after);
      i += order <= 0;
      j += order >= 0;
    }
  return change_finish (self);
}

/**
 * trl_change_get_size:
 * @change: a change
 *
 * Returns: roughly how much memory it holds, in bytes
 */
gsize
trl_change_get_size (const TrlChange *change)
{
  gsize size = sizeof *change;

  g_return_val_if_fail (change != NULL, 0);

  for (guint i = 0; i < change->deltas->len; i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      size += sizeof *delta;
      size += delta->before != NULL ? trl_card_get_size (delta->before) : 0;
      size += delta->after != NULL ? trl_card_get_size (delta->after) : 0;
    }
  return size;
}
