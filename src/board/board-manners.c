/* board-manners.c: how a person wants the board to behave, and the lock of its structure.
 *
 * The lock belongs to the session and not to the document: undo must not open
 * it by accident, and a design that was locked in one workshop is not locked in
 * the next. It is kept where every edit of the board passes, so that pointer,
 * keyboard, menus and paste cannot differ, and the window asks it for panels. */

#define G_LOG_DOMAIN "board-manners"

#include "config.h"

#include "board-private.h"

#include <glib/gi18n.h>

/**
 * trl_board_set_manners:
 * @self: a board
 * @manners: what the person prefers
 *
 * Says how wheel, touchpad and snapping behave. The board reads no settings;
 * the window tells it.
 */
void
trl_board_set_manners (TrlBoard         *self,
                       const TrlManners *manners)
{
  g_return_if_fail (TRL_IS_BOARD (self) && manners != NULL);

  self->manners = *manners;
  self->tools.snaps = manners->snaps;
}

/**
 * trl_board_get_locked:
 * @self: a board
 *
 * Returns: whether motions stay where they are while their contents move
 */
gboolean
trl_board_get_locked (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), FALSE);

  return self->tools.locked;
}

/**
 * trl_board_set_locked:
 * @self: a board
 * @locked: whether motions stay where they are
 *
 * Locks the structure: contents move, motions and lanes do not. No entry of the
 * history.
 */
void
trl_board_set_locked (TrlBoard *self,
                      gboolean  locked)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  if (self->tools.locked == !!locked)
    return;

  trl_board_cancel (self);
  self->tools.locked = !!locked;
  trl_board_update_actions (self);
  trl_board_say (self, locked ? trl_toolbox_say_locked () : _("The structure is unlocked"));
}

/**
 * trl_board_get_hint:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): what the gesture under way would do,
 *   why it would not, or what just happened
 */
const char *
trl_board_get_hint (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  return self->hint;
}

/**
 * trl_board_set_hint:
 * @self: a board
 * @hint: (nullable): what to say
 *
 * Says something for the status line and screen readers.
 */
void
trl_board_set_hint (TrlBoard   *self,
                    const char *hint)
{
  if (g_strcmp0 (self->hint, hint) == 0)
    return;

  g_free (self->hint);
  self->hint = g_strdup (hint);
  trl_board_remember (self, hint);
  g_object_notify (G_OBJECT (self), "hint");
}

/**
 * trl_board_say:
 * @self: a board
 * @words: what just happened
 *
 * Says what happened, also when the same happened just before.
 */
void
trl_board_say (TrlBoard   *self,
               const char *words)
{
  trl_board_set_hint (self, NULL);
  trl_board_set_hint (self, words);
}

/**
 * trl_board_remember:
 * @self: a board
 * @words: (nullable): what is being said
 *
 * Keeps what was said last, for who did not catch it.
 */
void
trl_board_remember (TrlBoard   *self,
                    const char *words)
{
  char *own = g_strdup (words);

  if (own == NULL)
    return;
  g_free (self->said);
  self->said = own;
}

/**
 * trl_board_repeat:
 * @self: a board
 *
 * Says again what was said last.
 */
void
trl_board_repeat (TrlBoard *self)
{
  g_autofree char *words = g_strdup (self->said);

  trl_board_say (self, words != NULL ? words : _("Nothing has been said yet"));
}

/**
 * trl_board_may_commit:
 * @self: a board
 * @change: what somebody wants
 *
 * Asks the lock; a refusal says why.
 *
 * Returns: whether it may be done
 */
gboolean
trl_board_may_commit (TrlBoard        *self,
                      const TrlChange *change)
{
  g_return_val_if_fail (TRL_IS_BOARD (self) && change != NULL, FALSE);

  if (!self->tools.locked || !trl_acts_move_structure (change))
    return TRUE;

  trl_board_say (self, trl_toolbox_say_locked ());
  return FALSE;
}

/**
 * trl_board_set_ballot:
 * @self: a board
 * @ballot: (nullable): what takes the dots while people vote; %NULL when they go to the notes
 *
 * Begins or ends a round of voting: while it runs, notes show no dots and
 * giving one is no edit.
 */
void
trl_board_set_ballot (TrlBoard        *self,
                      const TrlBallot *ballot)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  self->ballot = ballot != NULL ? *ballot : (TrlBallot) { NULL, NULL };
  trl_node_cache_clear (self->nodes);
  trl_leaves_update (self->leaves);   /* what they call a note counts its dots */
  trl_board_look_changed (self);
}
