/* selection.c: which cards are selected, shared by the board and the panels beside it.
 *
 * A list of ids in the order in which they were chosen; the last one is the one
 * that the keyboard stands on. It knows no blueprint: whoever removes cards
 * takes them out here too. Selecting is no edit (law E6). */

#define G_LOG_DOMAIN "selection"

#include "config.h"

#include "selection.h"

struct _TrlSelection
{
  GObject    parent_instance;

  GPtrArray *ids;   /* of char, ended by NULL */
};

G_DEFINE_FINAL_TYPE (TrlSelection, trl_selection, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trl_selection_finalize (GObject *object)
{
  TrlSelection *self = TRL_SELECTION (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  G_OBJECT_CLASS (trl_selection_parent_class)->finalize (object);
}

static void
trl_selection_class_init (TrlSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trl_selection_finalize;

  /**
   * TrlSelection::changed:
   * @self: the selection
   *
   * Emitted when other cards are selected than before.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
trl_selection_init (TrlSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
}

static guint
count (TrlSelection *self)
{
  return self->ids->len - 1;
}

/* The array ends with NULL, which is no string to compare with. */
static gboolean
find_id (TrlSelection *self,
         const char   *id,
         guint        *index)
{
  gboolean found;

  self->ids->len--;
  found = g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, index);
  self->ids->len++;
  return found;
}

static void
append (TrlSelection *self,
        const char   *id)
{
  g_ptr_array_insert (self->ids, count (self), g_strdup (id));
}

static gboolean
is_same (TrlSelection       *self,
         const char * const *ids)
{
  guint i;

  for (i = 0; ids != NULL && ids[i] != NULL; i++)
    if (i >= count (self) || !g_str_equal (ids[i], g_ptr_array_index (self->ids, i)))
      return FALSE;
  return i == count (self);
}

/**
 * trl_selection_new:
 *
 * Makes an empty selection.
 *
 * Returns: (transfer full): the selection
 */
TrlSelection *
trl_selection_new (void)
{
  return g_object_new (TRL_TYPE_SELECTION, NULL);
}

/**
 * trl_selection_get_ids:
 * @self: the selection
 *
 * Gets the ids in the order in which they were selected.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, until the selection changes
 */
const char * const *
trl_selection_get_ids (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), NULL);

  return (const char * const *) self->ids->pdata;
}

/**
 * trl_selection_get_n:
 * @self: the selection
 *
 * Counts the selected cards.
 *
 * Returns: how many there are
 */
guint
trl_selection_get_n (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), 0);

  return count (self);
}

/**
 * trl_selection_get_only:
 * @self: the selection
 *
 * Gets the selected card when it is the only one.
 *
 * Returns: (nullable) (transfer none): its id
 */
const char *
trl_selection_get_only (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), NULL);

  return count (self) == 1 ? g_ptr_array_index (self->ids, 0) : NULL;
}

/**
 * trl_selection_contains:
 * @self: the selection
 * @id: a card
 *
 * Returns: whether the card is selected
 */
gboolean
trl_selection_contains (TrlSelection *self,
                        const char   *id)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return find_id (self, id, NULL);
}

/**
 * trl_selection_set:
 * @self: the selection
 * @ids: (nullable) (array zero-terminated=1): ids
 *
 * Selects these cards and no others.
 */
void
trl_selection_set (TrlSelection       *self,
                   const char * const *ids)
{
  g_autoptr (GPtrArray) old = NULL;

  g_return_if_fail (TRL_IS_SELECTION (self));

  if (is_same (self, ids))
    return;

  /* @ids may be our own: keep them until the end. */
  old = g_steal_pointer (&self->ids);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    if (!find_id (self, ids[i], NULL))
      append (self, ids[i]);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_selection_set_one:
 * @self: the selection
 * @id: (nullable): a card, %NULL for none
 *
 * Selects this card and no other.
 */
void
trl_selection_set_one (TrlSelection *self,
                       const char   *id)
{
  const char *ids[] = { id, NULL };

  trl_selection_set (self, ids);
}

/**
 * trl_selection_add:
 * @self: the selection
 * @id: a card
 *
 * Selects this card too.
 */
void
trl_selection_add (TrlSelection *self,
                   const char   *id)
{
  g_return_if_fail (TRL_IS_SELECTION (self));
  g_return_if_fail (id != NULL);

  if (find_id (self, id, NULL))
    return;
  append (self, id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_selection_toggle:
 * @self: the selection
 * @id: a card
 *
 * Selects this card too, or no longer.
 */
void
trl_selection_toggle (TrlSelection *self,
                      const char   *id)
{
  guint index;

  g_return_if_fail (TRL_IS_SELECTION (self));
  g_return_if_fail (id != NULL);

  if (find_id (self, id, &index))
    g_ptr_array_remove_index (self->ids, index);
  else
    append (self, id);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_selection_clear:
 * @self: the selection
 *
 * Selects nothing.
 */
void
trl_selection_clear (TrlSelection *self)
{
  trl_selection_set (self, NULL);
}
