/* board-keys.c: the keyboard: where it goes, and what it moves.
 *
 * What has a name is an action and stands in board-actions.c with its keys.
 * Here is what needs to know for how long a key is held: arrows, whose run is
 * one entry of the history (law E4), and space. */

#define G_LOG_DOMAIN "board-keys"

#include "config.h"

#include "board-private.h"

#include <math.h>

#define NUDGE       8.0
#define NUDGE_LARGE 5.0     /* times as far with Shift */
#define ARROW_PAN   60.0    /* pixels */
#define NOTE_SIDE   200.0   /* board units */
#define CONNECT_GAP 80.0    /* between a card and what is connected with it */

#define MODIFIERS (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK)

/* The keys "1" and "2" of the upper row by place: Shift makes other letters of them in every country. */
#define KEYCODE_1 10
#define KEYCODE_2 11

/**
 * trl_board_select_only:
 * @self: a board
 * @id: (nullable): a card
 *
 * Selects one card; a run of nudges ends.
 */
void
trl_board_select_only (TrlBoard   *self,
                       const char *id)
{
  self->nudges++;
  trl_selection_set_one (self->selection, id);
}

/* Where the keyboard is: the focused card, else the one that was selected last. */
static const char *
current_id (TrlBoard *self)
{
  const char *id = trl_leaves_get_focused (self->leaves);

  return id != NULL ? id : trl_selection_get_last (self->selection);
}

static gboolean
go_to (TrlBoard   *self,
       const char *id)
{
  g_autofree char *own = g_strdup (id);

  if (own == NULL)
    return FALSE;
  trl_board_select_only (self, own);
  trl_leaves_focus (self->leaves, own);
  trl_board_reveal (self, own);
  return TRUE;
}

static int
find_stop (GPtrArray  *stops,
           const char *id)
{
  for (guint i = 0; id != NULL && i < stops->len; i++)
    if (g_strcmp0 (trl_box_get_id (g_ptr_array_index (stops, i)), id) == 0)
      return i;
  return -1;
}

/**
 * trl_board_focus:
 * @widget: a board
 * @direction: where Tab goes
 *
 * Walks over all cards in reading order, also those that have no widget yet,
 * and leaves the board after the last.
 *
 * Returns: whether the keyboard stays on the board
 */
gboolean
trl_board_focus (GtkWidget        *widget,
                 GtkDirectionType  direction)
{
  TrlBoard *self = TRL_BOARD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  g_autoptr (GPtrArray) stops = NULL;
  gboolean inside = focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
  int step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int at;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return inside ? FALSE : gtk_widget_grab_focus (widget);

  stops = trl_board_list_cards (self, NULL);
  if (stops->len == 0)
    return inside ? FALSE : gtk_widget_grab_focus (widget);
  at = find_stop (stops, current_id (self));
  if (!inside && at < 0)
    return gtk_widget_grab_focus (widget);   /* coming in selects nothing yet */
  /* Back from elsewhere, a menu say: what was selected still is. */
  if (!inside && trl_selection_contains (self->selection, current_id (self)) && trl_leaves_focus (self->leaves, current_id (self)))
    return TRUE;
  if (inside)
    at = at >= 0 ? at + step : step > 0 ? 0 : -1;
  if (at < 0 || at >= (int) stops->len)
    return FALSE;
  return go_to (self, trl_box_get_id (g_ptr_array_index (stops, at)));
}

/* How far a box is in a direction; what lies aside counts double. Less than 0 is not there at all. */
static double
distance (const TrlRect *from,
          const TrlRect *to,
          int            dx,
          int            dy)
{
  double x = to->x + to->width / 2 - from->x - from->width / 2;
  double y = to->y + to->height / 2 - from->y - from->height / 2;
  double along = x * dx + y * dy;
  double aside = fabs (x * dy) + fabs (y * dx);

  return along <= 1 ? -1 : along + 2 * aside;
}

/* Ctrl and an arrow: the nearest card there. */
static gboolean
go_nearest (TrlBoard *self,
            int       dx,
            int       dy)
{
  g_autoptr (GPtrArray) stops = trl_board_list_cards (self, NULL);
  int at = find_stop (stops, current_id (self));
  const TrlBox *from, *best = NULL;
  double least = G_MAXDOUBLE;

  if (stops->len == 0)
    return FALSE;
  if (at < 0)
    return go_to (self, trl_box_get_id (g_ptr_array_index (stops, 0)));
  from = g_ptr_array_index (stops, at);
  for (guint i = 0; i < stops->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (stops, i);
      double far = box == from ? -1 : distance (&from->rect, &box->rect, dx, dy);

      /* What lies in the card that one is on is reached by Alt and Down. */
      if (far < 0 || far >= least || trl_rect_encloses (&from->rect, &box->rect) || trl_rect_encloses (&box->rect, &from->rect))
        continue;
      least = far;
      best = box;
    }
  return best != NULL && go_to (self, trl_box_get_id (best));
}

/* Alt and Up: what the card lies in. */
static gboolean
go_out (TrlBoard *self)
{
  const char *id = current_id (self);
  TrlCard *card = id != NULL ? trl_blueprint_get (self->blueprint, id) : NULL;
  const char *parent = card != NULL ? trl_card_get_parent (card) : NULL;

  return parent != NULL && !g_str_equal (parent, TRL_ROOT_ID) && go_to (self, parent);
}

/* Alt and Down: the first card in it, in reading order. */
static gboolean
go_in (TrlBoard *self)
{
  g_autoptr (GPtrArray) stops = trl_board_list_cards (self, NULL);
  const char *id = current_id (self);

  for (guint i = 0; id != NULL && i < stops->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (stops, i);

      if (box->kind == TRL_BOX_CARD && g_strcmp0 (trl_card_get_parent (box->card), id) == 0)
        return go_to (self, trl_box_get_id (box));
    }
  return FALSE;
}

/* Cards in a row change places with their neighbours; what lies free moves. One run of a key is one entry. */
static gboolean
nudge (TrlBoard *self,
       int       dx,
       int       dy,
       gboolean  large)
{
  const char * const *ids = trl_selection_get_ids (self->selection);
  double step = large ? NUDGE * NUDGE_LARGE : NUDGE;
  g_autofree char *key = g_strdup_printf ("nudge-%u", self->nudges);

  if (ids[0] == NULL || !trl_board_can_edit (self))
    return FALSE;
  if (trl_toolbox_is_free (&self->tools, ids[0]))
    {
      g_autoptr (GArray) spots = NULL;

      trl_board_ensure_layout (self);
      spots = trl_toolbox_list_spots (&self->tools, ids);
      trl_board_commit (self, trl_act_move_free (self->blueprint, (const TrlSpot *) spots->data, spots->len,
                                                 dx * step, dy * step, key), NULL);
    }
  else if (ids[1] == NULL)
    trl_board_commit (self, trl_act_shift (self->blueprint, ids[0], dx + dy), NULL);
  if (trl_selection_get_first (self->selection) != NULL)
    trl_board_reveal (self, trl_selection_get_first (self->selection));
  return TRUE;
}

static void
pan_by (TrlBoard *self,
        double    dx,
        double    dy,
        gboolean  animate)
{
  TrlCamera camera = self->camera;

  trl_camera_pan (&camera, dx, dy);
  trl_board_move_camera (self, &camera, animate);
}

/* Alt, Shift and an arrow: a note on that side, connected with the card. */
static gboolean
add_connected (TrlBoard *self,
               int       dx,
               int       dy)
{
  g_autofree char *from = g_strdup (trl_selection_get_last (self->selection));
  g_autofree char *note = NULL;
  TrlEdit *edit;
  TrlRect rect;

  if (from == NULL || !trl_board_can_edit (self) || !trl_board_get_card_rect (self, from, &rect))
    return FALSE;
  edit = trl_act_add_connected (self->blueprint, from,
                                rect.x + rect.width / 2 - NOTE_SIDE / 2 + dx * (rect.width / 2 + NOTE_SIDE / 2 + CONNECT_GAP),
                                rect.y + rect.height / 2 - NOTE_SIDE / 2 + dy * (rect.height / 2 + NOTE_SIDE / 2 + CONNECT_GAP), &note);
  if (!trl_board_commit (self, edit, note))
    return FALSE;
  trl_board_reveal (self, note);
  trl_board_start_edit (self, note, TRL_NOTE_TEXT);
  return TRUE;
}

static gboolean
arrow (TrlBoard        *self,
       int              dx,
       int              dy,
       GdkModifierType  state)
{
  if (trl_toolbox_is_busy (&self->tools))   /* below what is in the hand the board moves, and nothing else does */
    {
      pan_by (self, -dx * ARROW_PAN, -dy * ARROW_PAN, FALSE);
      return TRUE;
    }
  if (state == GDK_CONTROL_MASK)
    return go_nearest (self, dx, dy);
  if (state == GDK_ALT_MASK)
    return dy != 0 && (dy < 0 ? go_out (self) : go_in (self));
  if (state == (GDK_ALT_MASK | GDK_SHIFT_MASK))
    return add_connected (self, dx, dy);
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  if (nudge (self, dx, dy, (state & GDK_SHIFT_MASK) != 0))
    return TRUE;
  pan_by (self, -dx * ARROW_PAN, -dy * ARROW_PAN, FALSE);
  return TRUE;
}

/* Cancel the gesture, then give the tool back, then let go of everything. */
static gboolean
escape (TrlBoard *self)
{
  if (trl_board_cancel (self))
    return trl_board_focus_selected (self), TRUE;
  if (self->tools.chosen != TRL_TOOL_SELECT)
    {
      trl_toolbox_choose (&self->tools, TRL_TOOL_SELECT);
      trl_board_gesture_changed (self);
      return TRUE;
    }
  if (trl_selection_get_n (self->selection) == 0)
    return FALSE;
  trl_board_select_only (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
hold_space (TrlBoard *self)
{
  self->space = TRUE;
  trl_board_gesture_changed (self);
  return TRUE;
}

static gboolean
page (TrlBoard *self,
      int       direction,
      gboolean  across)
{
  TrlRect free = trl_camera_get_free (&self->camera);
  double by = -direction * 0.9 * (across ? free.width : free.height) * self->camera.scale;

  pan_by (self, across ? by : 0, across ? 0 : by, TRUE);
  return TRUE;
}

static GdkModifierType
modifier_of (guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Alt_L:
    case GDK_KEY_Alt_R:
    case GDK_KEY_Meta_L:   /* what Shift makes of Alt */
    case GDK_KEY_Meta_R:
      return GDK_ALT_MASK;
    case GDK_KEY_Control_L:
    case GDK_KEY_Control_R:
      return GDK_CONTROL_MASK;
    case GDK_KEY_Shift_L:
    case GDK_KEY_Shift_R:
      return GDK_SHIFT_MASK;
    default:
      return 0;
    }
}

/* These mean something in the middle of a drag, also while the pointer is still. The state that comes with a key is
 * the one from before it. */
static void
hold_changed (TrlBoard        *self,
              GdkModifierType  state)
{
  if (!trl_toolbox_is_busy (&self->tools))
    return;
  trl_toolbox_hold (&self->tools, trl_board_to_hold (self, state));
  trl_board_gesture_changed (self);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             gpointer               user_data)
{
  TrlBoard *self = user_data;

  if (modifier_of (keyval) != 0)
    hold_changed (self, state | modifier_of (keyval));
  state &= MODIFIERS;
  if (trl_board_is_editing (self) || self->blueprint == NULL)
    return FALSE;
  if (state == GDK_SHIFT_MASK && keycode == KEYCODE_1)
    return trl_board_fit (self), trl_board_tell_zoom (self), TRUE;
  if (state == GDK_SHIFT_MASK && keycode == KEYCODE_2)
    return trl_board_fit_selection (self), trl_board_tell_zoom (self), TRUE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return arrow (self, -1, 0, state);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return arrow (self, 1, 0, state);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return arrow (self, 0, -1, state);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return arrow (self, 0, 1, state);
    case GDK_KEY_Page_Up:
      return page (self, -1, (state & GDK_SHIFT_MASK) != 0);
    case GDK_KEY_Page_Down:
      return page (self, 1, (state & GDK_SHIFT_MASK) != 0);
    case GDK_KEY_Escape:
      return escape (self);
    case GDK_KEY_space:
      return state == 0 && hold_space (self);
    default:
      return FALSE;
    }
}

static void
key_released (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        state,
              gpointer               user_data)
{
  TrlBoard *self = user_data;

  if (modifier_of (keyval) != 0)
    hold_changed (self, state & ~modifier_of (keyval));
  if (keyval == GDK_KEY_space && self->space)
    {
      self->space = FALSE;
      trl_board_gesture_changed (self);
    }
  /* The run ends with the key: GTK sends no release for a repeat. */
  if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right || keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    self->nudges++;
}

static void
focus_left (GtkEventControllerFocus *controller,
            gpointer                 user_data)
{
  TrlBoard *self = user_data;

  self->space = FALSE;
  self->nudges++;
}

/**
 * trl_board_init_keys:
 * @self: a board
 *
 * Lets the board hear the keyboard.
 */
void
trl_board_init_keys (TrlBoard *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (key_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
