/* history.c: undo and redo.
 *
 * The history listens to the blueprint and keeps the changes of people and of
 * fixes; what undo and redo do themselves it recognises by their origin (law
 * E10). Changes in a row with one key become one entry until the entry is
 * closed (law E11). Selection and camera are no part of it (law E6).
 *
 * Entries are forgotten from the far end when they hold more than 64 MB, but
 * never the last hundred. */

#define G_LOG_DOMAIN "history"

#include "config.h"

#include "history.h"

#define MAX_BYTES (64 * 1024 * 1024)
#define MIN_ENTRIES 100

struct _TrlHistory
{
  GObject       parent_instance;

  TrlBlueprint *blueprint;
  guint         listener;
  GPtrArray    *undo;       /* of TrlChange, the newest last */
  GPtrArray    *redo;       /* of TrlChange, the next last */
  gsize         bytes;      /* of undo */
  gboolean      open;       /* the last entry still takes changes with its key */
  gboolean      replaying;
  int           saved_at;   /* length of undo when saved; -1 when that is out of reach */
};

G_DEFINE_FINAL_TYPE (TrlHistory, trl_history, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unref_change (gpointer change)
{
  trl_change_unref (change);
}

static void
forget_old (TrlHistory *self)
{
  while (self->bytes > MAX_BYTES && self->undo->len > MIN_ENTRIES)
    {
      self->bytes -= trl_change_get_size (g_ptr_array_index (self->undo, 0));
      g_ptr_array_remove_index (self->undo, 0);
      self->saved_at = self->saved_at > 0 ? self->saved_at - 1 : -1;
    }
}

static gboolean
joins_last (TrlHistory      *self,
            const TrlChange *change)
{
  const char *key = trl_change_get_key (change);

  return self->open && key != NULL && self->undo->len > 0 &&
         self->saved_at != (int) self->undo->len &&
         g_strcmp0 (key, trl_change_get_key (g_ptr_array_index (self->undo, self->undo->len - 1))) == 0;
}

static void
push (TrlHistory *self,
      TrlChange  *change)
{
  self->bytes += trl_change_get_size (change);
  g_ptr_array_add (self->undo, change);
}

static TrlChange *
pop (TrlHistory *self)
{
  TrlChange *change = g_ptr_array_steal_index (self->undo, self->undo->len - 1);

  self->bytes -= trl_change_get_size (change);
  return change;
}

static void
committed_cb (TrlBlueprint    *blueprint,
              const TrlChange *change,
              gpointer         user_data)
{
  TrlHistory *self = user_data;

  if (self->replaying)
    return;

  if (self->saved_at > (int) self->undo->len)
    self->saved_at = -1;
  g_ptr_array_set_size (self->redo, 0);

  if (joins_last (self, change))
    {
      g_autoptr (TrlChange) last = pop (self);
      TrlChange *joined = trl_change_squash (last, (TrlChange *) change);

      if (joined != NULL)
        push (self, joined);
    }
  else
    push (self, trl_change_ref ((TrlChange *) change));

  self->open = TRUE;
  forget_old (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
trl_history_dispose (GObject *object)
{
  TrlHistory *self = TRL_HISTORY (object);

  if (self->blueprint != NULL)
    trl_blueprint_unlisten (self->blueprint, self->listener);
  g_clear_object (&self->blueprint);
  G_OBJECT_CLASS (trl_history_parent_class)->dispose (object);
}

static void
trl_history_finalize (GObject *object)
{
  TrlHistory *self = TRL_HISTORY (object);

  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  G_OBJECT_CLASS (trl_history_parent_class)->finalize (object);
}

static void
trl_history_class_init (TrlHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_history_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_history_finalize;

  /**
   * TrlHistory::changed:
   * @history: the history
   *
   * Emitted when what can be undone, redone or saved may have changed.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRL_TYPE_HISTORY, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
trl_history_init (TrlHistory *self)
{
  self->undo = g_ptr_array_new_with_free_func (unref_change);
  self->redo = g_ptr_array_new_with_free_func (unref_change);
}

/**
 * trl_history_new:
 * @blueprint: a blueprint
 *
 * Begins to remember what happens to a blueprint.
 *
 * Returns: (transfer full): the history
 */
TrlHistory *
trl_history_new (TrlBlueprint *blueprint)
{
  TrlHistory *self;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  self = g_object_new (TRL_TYPE_HISTORY, NULL);
  self->blueprint = g_object_ref (blueprint);
  self->listener = trl_blueprint_listen (blueprint, TRL_STAGE_HISTORY, committed_cb, self);
  return self;
}

/**
 * trl_history_can_undo:
 * @history: a history
 *
 * Returns: %TRUE if there is something to undo
 */
gboolean
trl_history_can_undo (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), FALSE);

  return history->undo->len > 0;
}

/**
 * trl_history_can_redo:
 * @history: a history
 *
 * Returns: %TRUE if there is something to redo
 */
gboolean
trl_history_can_redo (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), FALSE);

  return history->redo->len > 0;
}

static const char *
last_name (GPtrArray *changes)
{
  return changes->len > 0 ? trl_change_get_name (g_ptr_array_index (changes, changes->len - 1)) : NULL;
}

/**
 * trl_history_get_undo_name:
 * @history: a history
 *
 * Returns: (nullable): what would be undone
 */
const char *
trl_history_get_undo_name (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);

  return last_name (history->undo);
}

/**
 * trl_history_get_redo_name:
 * @history: a history
 *
 * Returns: (nullable): what would be redone
 */
const char *
trl_history_get_redo_name (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);

  return last_name (history->redo);
}

static void
replay (TrlHistory *self,
        TrlChange  *change)
{
  self->replaying = TRUE;
  self->open = FALSE;
  trl_blueprint_commit (self->blueprint, change);
  self->replaying = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_history_peek_undo:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): the entry that would be taken back, as it was done
 */
const TrlChange *
trl_history_peek_undo (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);

  return history->undo->len > 0 ? g_ptr_array_index (history->undo, history->undo->len - 1) : NULL;
}

/**
 * trl_history_peek_redo:
 * @history: a history
 *
 * Returns: (transfer none) (nullable): the entry that would be done again
 */
const TrlChange *
trl_history_peek_redo (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);

  return history->redo->len > 0 ? g_ptr_array_index (history->redo, history->redo->len - 1) : NULL;
}

/**
 * trl_history_undo:
 * @history: a history
 *
 * Takes the last entry back.
 *
 * Returns: (transfer full) (nullable): what was committed to do so; %NULL when
 *   there was nothing to undo
 */
TrlChange *
trl_history_undo (TrlHistory *history)
{
  TrlChange *entry, *back;

  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);

  if (history->undo->len == 0)
    return NULL;
  entry = pop (history);
  back = trl_change_reverse (entry, TRL_ORIGIN_UNDO);
  g_ptr_array_add (history->redo, entry);
  replay (history, back);
  return back;
}

/**
 * trl_history_redo:
 * @history: a history
 *
 * Does the last undone entry again.
 *
 * Returns: (transfer full) (nullable): what was committed to do so; %NULL when
 *   there was nothing to redo
 */
TrlChange *
trl_history_redo (TrlHistory *history)
{
  TrlChange *entry, *again;

  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);

  if (history->redo->len == 0)
    return NULL;
  entry = g_ptr_array_steal_index (history->redo, history->redo->len - 1);
  again = trl_change_with_origin (entry, TRL_ORIGIN_REDO);
  push (history, entry);
  replay (history, again);
  return again;
}

/**
 * trl_history_close_entry:
 * @history: a history
 *
 * Ends the last entry: a field was left, a key was released. Whatever comes
 * next is another entry, even with the same key.
 */
void
trl_history_close_entry (TrlHistory *history)
{
  g_return_if_fail (TRL_IS_HISTORY (history));

  history->open = FALSE;
}

/**
 * trl_history_get_n_undo:
 * @history: a history
 *
 * Returns: how many entries can be undone
 */
guint
trl_history_get_n_undo (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), 0);

  return history->undo->len;
}

/**
 * trl_history_list_names:
 * @history: a history
 * @n_done: (out) (optional): how many of them are done; the rest are undone
 *
 * Lists all entries in the order in which they were done, also those that are
 * undone and can be done again.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 */
char **
trl_history_list_names (TrlHistory *history,
                        guint      *n_done)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);

  for (guint i = 0; i < history->undo->len; i++)
    g_strv_builder_add (names, trl_change_get_name (g_ptr_array_index (history->undo, i)));
  for (guint i = history->redo->len; i > 0; i--)
    g_strv_builder_add (names, trl_change_get_name (g_ptr_array_index (history->redo, i - 1)));
  if (n_done != NULL)
    *n_done = history->undo->len;
  return g_strv_builder_end (names);
}

/**
 * trl_history_mark_saved:
 * @history: a history
 *
 * Notes that the present state is the one in the file.
 */
void
trl_history_mark_saved (TrlHistory *history)
{
  g_return_if_fail (TRL_IS_HISTORY (history));

  history->saved_at = history->undo->len;
  history->open = FALSE;
  g_signal_emit (history, signals[SIGNAL_CHANGED], 0);
}

/**
 * trl_history_is_saved:
 * @history: a history
 *
 * Returns: %TRUE if the present state is the one in the file
 */
gboolean
trl_history_is_saved (TrlHistory *history)
{
  g_return_val_if_fail (TRL_IS_HISTORY (history), FALSE);

  return history->saved_at == (int) history->undo->len;
}
