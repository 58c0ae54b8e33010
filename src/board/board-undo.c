/* board-undo.c: undo and redo as the board does them: they show what they changed. */

#define G_LOG_DOMAIN "board-undo"

#include "config.h"

#include "board-private.h"

#include <glib/gi18n.h>

/* The cards that a change put there. What lies in one of them came with it. */
static GHashTable *
list_new (const TrlChange *change)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      if (delta->before == NULL && delta->after != NULL)
        g_hash_table_add (ids, (gpointer) delta->id);
    }
  return ids;
}

static gboolean
came_with (GHashTable *new_ids,
           TrlCard    *card)
{
  const char *parent = trl_card_get_parent (card);

  return parent != NULL && g_hash_table_contains (new_ids, parent);
}

/* A card can be shown by what it lies in, as a cap is by its incentive. A connector has no box. */
static gboolean
is_on_board (TrlBoard *self,
             TrlCard  *card)
{
  const TrlBox *box;

  if (trl_card_get_kind (card) == TRL_KIND_LINK)
    return TRUE;
  if (trl_card_get_kind (card) == TRL_KIND_PROGRAM)
    return FALSE;
  box = trl_layout_find_shown (self->layout, self->blueprint, trl_card_get_id (card));
  return box != NULL && box->card != NULL && box->kind != TRL_BOX_BANNER;
}

/* Selects what a change touched and is shown, and brings the first of it into view (law E6). */
static void
show_change (TrlBoard        *self,
             const TrlChange *change)
{
  g_autoptr (GHashTable) new_ids = list_new (change);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  trl_board_ensure_layout (self);
  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      if (delta->after != NULL && is_on_board (self, delta->after) && !came_with (new_ids, delta->after))
        g_ptr_array_add (ids, (gpointer) delta->id);
    }
  if (ids->len == 0)
    return;
  g_ptr_array_add (ids, NULL);
  trl_selection_set (self->selection, (const char * const *) ids->pdata);
  trl_board_reveal (self, trl_selection_get_first (self->selection));
}

/* What the lock of the structure does not let happen is not taken back either; it says why. */
static gboolean
may_replay (TrlBoard        *self,
            const TrlChange *change)
{
  return change == NULL || trl_board_may_commit (self, change);
}

static TrlChange *
replay (TrlBoard         *self,
        const TrlChange *(*peek) (TrlHistory *history),
        TrlChange       *(*step) (TrlHistory *history))
{
  TrlChange *change;

  trl_board_cancel (self);   /* law E10 */
  trl_board_stop_edit (self, TRUE);
  if (self->history == NULL || !trl_board_can_edit (self))
    return NULL;
  if (!may_replay (self, peek (self->history)))
    return NULL;
  change = step (self->history);
  if (change != NULL)
    show_change (self, change);
  return change;
}

/**
 * trl_board_undo:
 * @self: a board
 *
 * Takes back the last entry and shows what that changed; a gesture under way
 * is cancelled first. The structural lock holds for it, too.
 */
void
trl_board_undo (TrlBoard *self)
{
  g_autoptr (TrlChange) change = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (TRL_IS_BOARD (self));

  change = replay (self, trl_history_peek_undo, trl_history_undo);
  if (change == NULL)
    return;
  /* Translators: %s is what was done, for example "Move Gold". */
  words = g_strdup_printf (_("Undone: %s"), trl_change_get_name (change));
  trl_board_emit_notice (self, words, FALSE);
}

/**
 * trl_board_redo:
 * @self: a board
 *
 * Does again what was undone last, and shows what that changed.
 */
void
trl_board_redo (TrlBoard *self)
{
  g_autoptr (TrlChange) change = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (TRL_IS_BOARD (self));

  change = replay (self, trl_history_peek_redo, trl_history_redo);
  if (change == NULL)
    return;
  /* Translators: %s is what was done, for example "Move Gold". */
  words = g_strdup_printf (_("Done again: %s"), trl_change_get_name (change));
  trl_board_emit_notice (self, words, FALSE);
}

/* One step towards a place in the history; %NULL once one is there, or when it goes no further. */
static TrlChange *
step_towards (TrlBoard *self,
              guint     n_done)
{
  TrlHistory *history = self->history;
  guint now = trl_history_get_n_undo (history);

  if (now == n_done || !may_replay (self, now > n_done ? trl_history_peek_undo (history) : trl_history_peek_redo (history)))
    return NULL;
  return now > n_done ? trl_history_undo (history) : trl_history_redo (history);
}

/**
 * trl_board_travel:
 * @self: a board
 * @n_done: how many entries of the history are done afterwards
 *
 * Undoes or does again as often as it takes, and shows the last step.
 */
void
trl_board_travel (TrlBoard *self,
                  guint     n_done)
{
  g_autoptr (TrlChange) last = NULL;
  g_autofree char *words = NULL;
  gboolean back;
  guint n = 0;

  g_return_if_fail (TRL_IS_BOARD (self));

  trl_board_cancel (self);
  trl_board_stop_edit (self, TRUE);
  if (self->history == NULL || !trl_board_can_edit (self))
    return;
  back = trl_history_get_n_undo (self->history) > n_done;
  for (TrlChange *change; (change = step_towards (self, n_done)) != NULL; n++)
    {
      g_clear_pointer (&last, trl_change_unref);
      last = change;
    }
  if (last == NULL)
    return;
  show_change (self, last);
  words = back ? g_strdup_printf (ngettext ("%u step undone", "%u steps undone", n), n)
               : g_strdup_printf (ngettext ("%u step done again", "%u steps done again", n), n);
  trl_board_emit_notice (self, words, FALSE);
}

/**
 * trl_board_focus_selected:
 * @self: a board
 *
 * Brings the keyboard to what is selected, or to the board when nothing is, so
 * that it is never on a card that is gone.
 */
void
trl_board_focus_selected (TrlBoard *self)
{
  const char *last;
  const TrlBox *box = NULL;
  g_autofree char *id = NULL;
  g_auto (GStrv) ids = NULL;

  g_return_if_fail (TRL_IS_BOARD (self));

  last = trl_selection_get_last (self->selection);
  if (self->blueprint != NULL)
    trl_board_ensure_layout (self);
  if (last != NULL && self->layout != NULL)
    box = trl_layout_find_shown (self->layout, self->blueprint, last);
  /* A connector has no box but the banner's, and can have the keyboard all the same. */
  id = g_strdup (box != NULL && box->card != NULL && box->kind != TRL_BOX_BANNER ? trl_box_get_id (box) : last);
  ids = g_strdupv ((char **) trl_selection_get_ids (self->selection));
  if (id == NULL || !trl_leaves_focus (self->leaves, id))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  /* A cap has no box of its own: the keyboard is on its incentive, and what is typed is still meant for the cap. */
  trl_selection_set (self->selection, (const char * const *) ids);
}

/**
 * trl_board_add:
 * @self: a board
 * @cargo: what to add
 *
 * Adds a card where it belongs for what is selected: what Enter in the palette
 * does, the keyboard's twin of a palette drag.
 *
 * Returns: (transfer none) (nullable): the new card's id; %NULL when it is added nowhere
 */
const char *
trl_board_add (TrlBoard       *self,
               const TrlCargo *cargo)
{
  TrlScenePoint at;
  g_autofree char *id = NULL;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BOARD (self) && cargo != NULL, NULL);

  if (!trl_board_can_edit (self))
    return NULL;
  trl_board_stop_edit (self, TRUE);
  trl_board_cancel (self);
  at = trl_camera_get_centre (&self->camera);
  edit = trl_act_add (self->blueprint, cargo, trl_selection_get_last (self->selection), at.x, at.y, &id);
  if (!trl_board_commit (self, edit, id) || id == NULL)
    return NULL;
  trl_board_reveal (self, id);
  return trl_card_get_id (trl_blueprint_get (self->blueprint, id));
}
