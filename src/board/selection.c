/* selection.c: which cards are selected.
 *
 * Ids in the order in which they were chosen, so that the first is the one
 * that an inspector shows and the last the one that keys move on from. It is
 * shared by board, outline and inspector and makes no history (law E6). */

#define G_LOG_DOMAIN "selection"

#include "config.h"

#include "selection.h"

struct _TrlSelection
{
  GObject    parent_instance;

  GPtrArray *ids;      /* of char *, ends in NULL */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrlSelection, trl_selection, G_TYPE_OBJECT)

static void
trl_selection_finalize (GObject *object)
{
  TrlSelection *self = TRL_SELECTION (object);

  g_ptr_array_unref (self->ids);

  G_OBJECT_CLASS (trl_selection_parent_class)->finalize (object);
}

static void
trl_selection_class_init (TrlSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trl_selection_finalize;

  /**
   * TrlSelection::changed:
   * @self: the selection
   *
   * Emitted once after each change, never when nothing changed.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TRL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trl_selection_init (TrlSelection *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->ids, NULL);
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

/* The ids without the NULL at the end. */
static guint
selection_n (TrlSelection *self)
{
  return self->ids->len - 1;
}

static int
selection_find (TrlSelection *self,
                const char   *id)
{
  for (guint i = 0; i < selection_n (self); i++)
    if (g_str_equal (g_ptr_array_index (self->ids, i), id))
      return i;
  return -1;
}

/**
 * trl_selection_get_ids:
 * @self: a selection
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids in the order in
 *   which they were chosen; good until the next change
 */
const char * const *
trl_selection_get_ids (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), NULL);

  return (const char * const *) self->ids->pdata;
}

/**
 * trl_selection_get_n:
 * @self: a selection
 *
 * Returns: how many cards are selected
 */
guint
trl_selection_get_n (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), 0);

  return selection_n (self);
}

/**
 * trl_selection_get_only:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the id when exactly one card is selected
 */
const char *
trl_selection_get_only (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), NULL);

  return selection_n (self) == 1 ? g_ptr_array_index (self->ids, 0) : NULL;
}

/**
 * trl_selection_get_first:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the id that was chosen first
 */
const char *
trl_selection_get_first (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), NULL);

  return g_ptr_array_index (self->ids, 0);
}

/**
 * trl_selection_get_last:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the id that was chosen last
 */
const char *
trl_selection_get_last (TrlSelection *self)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), NULL);

  return selection_n (self) > 0 ? g_ptr_array_index (self->ids, selection_n (self) - 1) : NULL;
}

/**
 * trl_selection_contains:
 * @self: a selection
 * @id: (nullable): an id
 *
 * Returns: whether the card is selected
 */
gboolean
trl_selection_contains (TrlSelection *self,
                        const char   *id)
{
  g_return_val_if_fail (TRL_IS_SELECTION (self), FALSE);

  return id != NULL && selection_find (self, id) >= 0;
}

/**
 * trl_selection_set_one:
 * @self: a selection
 * @id: (nullable): an id
 *
 * Selects one card and nothing else, or nothing.
 */
void
trl_selection_set_one (TrlSelection *self,
                   const char   *id)
{
  const char *ids[] = { id, NULL };

  trl_selection_set (self, ids);
}

/**
 * trl_selection_set:
 * @self: a selection
 * @ids: (array zero-terminated=1): ids without doubles
 *
 * Selects these cards and nothing else.
 */
void
trl_selection_set (TrlSelection       *self,
                       const char * const *ids)
{
  g_auto (GStrv) copy = NULL;

  g_return_if_fail (TRL_IS_SELECTION (self) && ids != NULL);

  if (g_strv_equal (ids, (const char * const *) self->ids->pdata))
    return;

  copy = g_strdupv ((char **) ids);   /* they may be ours */
  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; copy[i] != NULL; i++)
    g_ptr_array_add (self->ids, g_steal_pointer (&copy[i]));
  g_ptr_array_add (self->ids, NULL);
  g_clear_pointer (&copy, g_free);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_selection_add:
 * @self: a selection
 * @id: an id
 *
 * Selects one more card.
 */
void
trl_selection_add (TrlSelection *self,
                   const char   *id)
{
  g_return_if_fail (TRL_IS_SELECTION (self) && id != NULL);

  if (selection_find (self, id) >= 0)
    return;

  g_ptr_array_insert (self->ids, selection_n (self), g_strdup (id));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_selection_remove:
 * @self: a selection
 * @id: an id
 *
 * Lets a card go. What leaves the blueprint leaves the selection so.
 */
void
trl_selection_remove (TrlSelection *self,
                      const char   *id)
{
  int index;

  g_return_if_fail (TRL_IS_SELECTION (self) && id != NULL);

  index = selection_find (self, id);
  if (index < 0)
    return;

  g_ptr_array_remove_index (self->ids, index);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_selection_toggle:
 * @self: a selection
 * @id: an id
 *
 * Adds a card, or lets it go when it is selected: what Shift and a click do.
 */
void
trl_selection_toggle (TrlSelection *self,
                      const char   *id)
{
  g_return_if_fail (TRL_IS_SELECTION (self) && id != NULL);

  if (selection_find (self, id) >= 0)
    trl_selection_remove (self, id);
  else
    trl_selection_add (self, id);
}

/**
 * trl_selection_clear:
 * @self: a selection
 *
 * Selects nothing.
 */
void
trl_selection_clear (TrlSelection *self)
{
  trl_selection_set_one (self, NULL);
}
