/* desk.c: what the panels of one window share: the design, its history, what is selected.
 *
 * Panels commit through the desk and hear of every commit from it, once, when
 * the board has heard (law E8). */

#define G_LOG_DOMAIN "desk"

#include "config.h"

#include "desk.h"

#include <glib/gi18n.h>

struct _TrlDesk
{
  GObject       parent_instance;

  TrlBlueprint *blueprint;
  TrlHistory   *history;
  TrlSelection *selection;
  TrlReviewer  *reviewer;
  guint         listener;
  TrlDeskGate   gate;
  gpointer      gate_data;
};

G_DEFINE_FINAL_TYPE (TrlDesk, trl_desk, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  SIGNAL_REVEAL,
  SIGNAL_SAID,
  SIGNAL_TOLD,
  SIGNAL_TYPE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Cards that are gone can no longer be selected. */
static void
forget_gone (TrlDesk *self)
{
  const char * const *ids = trl_selection_get_ids (self->selection);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    if (trl_blueprint_get (self->blueprint, ids[i]) != NULL)
      g_ptr_array_add (kept, g_strdup (ids[i]));
  g_ptr_array_add (kept, NULL);
  trl_selection_set (self->selection, (const char * const *) kept->pdata);
}

static void
committed_cb (TrlBlueprint    *blueprint,
              const TrlChange *change,
              gpointer         user_data)
{
  TrlDesk *self = user_data;

  forget_gone (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, change);
}

static void
trl_desk_dispose (GObject *object)
{
  TrlDesk *self = TRL_DESK (object);

  if (self->blueprint != NULL)
    trl_blueprint_unlisten (self->blueprint, self->listener);
  g_clear_object (&self->blueprint);
  g_clear_object (&self->history);
  g_clear_object (&self->selection);
  g_clear_object (&self->reviewer);
  G_OBJECT_CLASS (trl_desk_parent_class)->dispose (object);
}

static void
trl_desk_class_init (TrlDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_desk_dispose;

  /**
   * TrlDesk::changed:
   * @self: the desk
   * @change: the #TrlChange that was committed
   *
   * Emitted after every commit, when reviewer and board have heard of it.
   * Committing from here is a programming error (law E8).
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", TRL_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  /**
   * TrlDesk::reveal:
   * @self: the desk
   * @id: a card
   *
   * Emitted when a card should be brought into view.
   */
  signals[SIGNAL_REVEAL] = g_signal_new ("reveal", TRL_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TrlDesk::said:
   * @self: the desk
   * @text: one short line, as people read it
   *
   * Emitted when something happened that people should hear of.
   */
  signals[SIGNAL_SAID] = g_signal_new ("said", TRL_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TrlDesk::told:
   * @self: the desk
   * @text: one short line, as people read it
   *
   * Emitted when something happened that can be seen, and that a screen reader should say.
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", TRL_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TrlDesk::type:
   * @self: the desk
   * @id: a card, or %TRL_ROOT_ID
   * @member: a #TrlMember of it
   *
   * Emitted when a value waits to be typed over.
   */
  signals[SIGNAL_TYPE] = g_signal_new ("type", TRL_TYPE_DESK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
}

static void
trl_desk_init (TrlDesk *self)
{
}

/**
 * trl_desk_new:
 * @blueprint: the design
 * @history: its history
 * @selection: what is selected, shared with the board
 * @reviewer: (nullable): its review
 *
 * Makes a desk.
 *
 * Returns: (transfer full): the desk
 */
TrlDesk *
trl_desk_new (TrlBlueprint *blueprint,
              TrlHistory   *history,
              TrlSelection *selection,
              TrlReviewer  *reviewer)
{
  TrlDesk *self;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);
  g_return_val_if_fail (TRL_IS_HISTORY (history), NULL);
  g_return_val_if_fail (TRL_IS_SELECTION (selection), NULL);

  self = g_object_new (TRL_TYPE_DESK, NULL);
  self->blueprint = g_object_ref (blueprint);
  self->history = g_object_ref (history);
  self->selection = g_object_ref (selection);
  g_set_object (&self->reviewer, reviewer);
  self->listener = trl_blueprint_listen (blueprint, TRL_STAGE_PANELS, committed_cb, self);
  return self;
}

/**
 * trl_desk_get_blueprint:
 * @self: the desk
 *
 * Returns: (transfer none): the design
 */
TrlBlueprint *
trl_desk_get_blueprint (TrlDesk *self)
{
  g_return_val_if_fail (TRL_IS_DESK (self), NULL);

  return self->blueprint;
}

/**
 * trl_desk_get_history:
 * @self: the desk
 *
 * Returns: (transfer none): what can be undone
 */
TrlHistory *
trl_desk_get_history (TrlDesk *self)
{
  g_return_val_if_fail (TRL_IS_DESK (self), NULL);

  return self->history;
}

/**
 * trl_desk_get_selection:
 * @self: the desk
 *
 * Returns: (transfer none): what is selected
 */
TrlSelection *
trl_desk_get_selection (TrlDesk *self)
{
  g_return_val_if_fail (TRL_IS_DESK (self), NULL);

  return self->selection;
}

/**
 * trl_desk_get_reviewer:
 * @self: the desk
 *
 * Returns: (nullable) (transfer none): its review
 */
TrlReviewer *
trl_desk_get_reviewer (TrlDesk *self)
{
  g_return_val_if_fail (TRL_IS_DESK (self), NULL);

  return self->reviewer;
}

/**
 * trl_desk_get_motion:
 * @self: the desk
 *
 * Gets the motion that the selection is in, or that it is.
 *
 * Returns: (nullable) (transfer none): its id
 */
const char *
trl_desk_get_motion (TrlDesk *self)
{
  const char * const *ids;
  TrlCard *motion;

  g_return_val_if_fail (TRL_IS_DESK (self), NULL);

  ids = trl_selection_get_ids (self->selection);
  if (ids[0] == NULL)
    return NULL;
  motion = trl_blueprint_get_motion (self->blueprint, ids[0]);
  return motion != NULL ? trl_card_get_id (motion) : NULL;
}

/**
 * trl_desk_set_gate:
 * @self: the desk
 * @gate: (nullable): asked before anything is committed
 * @user_data: data of the gate
 *
 * Lets the board's structural lock hold for panels, too: what may not be moved
 * by hand may not be moved from the outline either.
 */
void
trl_desk_set_gate (TrlDesk     *self,
                   TrlDeskGate  gate,
                   gpointer     user_data)
{
  g_return_if_fail (TRL_IS_DESK (self));

  self->gate = gate;
  self->gate_data = user_data;
}

/**
 * trl_desk_commit:
 * @self: the desk
 * @edit: (nullable) (transfer full): an edit
 * @select: (nullable): the card to select and reveal afterwards
 *
 * Commits an edit, unless the gate refuses it. One that changes nothing leaves no entry.
 *
 * Returns: whether something changed
 */
gboolean
trl_desk_commit (TrlDesk    *self,
                 TrlEdit    *edit,
                 const char *select)
{
  g_autofree char *id = g_strdup (select);
  g_autoptr (TrlEdit) owned = edit;
  g_autoptr (TrlChange) change = NULL;

  g_return_val_if_fail (TRL_IS_DESK (self), FALSE);

  change = owned != NULL ? trl_edit_end (owned) : NULL;
  if (change == NULL || (self->gate != NULL && !self->gate (change, self->gate_data)))
    return FALSE;
  trl_blueprint_commit (self->blueprint, change);
  if (id != NULL && trl_blueprint_get (self->blueprint, id) != NULL)
    trl_desk_reveal (self, id);
  return TRUE;
}

/**
 * trl_desk_reveal:
 * @self: the desk
 * @id: a card
 *
 * Selects a card and brings it into view.
 */
void
trl_desk_reveal (TrlDesk    *self,
                 const char *id)
{
  g_autofree char *kept = g_strdup (id);

  g_return_if_fail (TRL_IS_DESK (self));
  g_return_if_fail (id != NULL);

  trl_selection_set_one (self->selection, kept);
  g_signal_emit (self, signals[SIGNAL_REVEAL], 0, kept);
}

/**
 * trl_desk_say:
 * @self: the desk
 * @text: one short line, as people read it
 *
 * Tells people, and screen readers, what happened.
 */
void
trl_desk_say (TrlDesk    *self,
              const char *text)
{
  g_return_if_fail (TRL_IS_DESK (self));
  g_return_if_fail (text != NULL);

  g_signal_emit (self, signals[SIGNAL_SAID], 0, text);
}

/**
 * trl_desk_tell:
 * @self: the desk
 * @text: one short line, as people read it
 *
 * Tells what everybody sees anyhow to those who do not see it.
 */
void
trl_desk_tell (TrlDesk    *self,
               const char *text)
{
  g_return_if_fail (TRL_IS_DESK (self));
  g_return_if_fail (text != NULL);

  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

/**
 * trl_desk_type:
 * @self: the desk
 * @id: a card, or %TRL_ROOT_ID
 * @member: one of its members
 *
 * Shows a value where it is edited, all of it selected: what is typed next takes its place.
 */
void
trl_desk_type (TrlDesk    *self,
               const char *id,
               TrlMember   member)
{
  g_autofree char *kept = g_strdup (id);

  g_return_if_fail (TRL_IS_DESK (self));
  g_return_if_fail (id != NULL);

  g_signal_emit (self, signals[SIGNAL_TYPE], 0, kept, member);
}

/**
 * trl_desk_today:
 *
 * Says what day it is in the room, for what is decided, kept or approved today.
 *
 * Returns: (transfer full): the day as YYYY-MM-DD, in the local time zone
 */
char *
trl_desk_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}
