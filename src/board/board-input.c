/* board-input.c: pointer, wheel and touch become plain events for the tools.
 *
 * Every press is one GtkGestureDrag; whether it is a click, a double click or
 * a drag is for the tools to say. */

#define G_LOG_DOMAIN "board-input"

#include "config.h"

#include "board-private.h"
#include "scroll.h"

#include <math.h>

/* A press of the second button that moves so far pans; else it opens the menu. */
#define MENU_THRESHOLD 15.0

/**
 * trl_board_to_hold:
 * @self: a board
 * @state: which keys GTK says are held
 *
 * Returns: which of those that a tool cares for are held
 */
TrlHold
trl_board_to_hold (TrlBoard        *self,
                   GdkModifierType  state)
{
  return ((state & GDK_SHIFT_MASK) != 0 ? TRL_HOLD_SHIFT : 0) |
         ((state & GDK_CONTROL_MASK) != 0 ? TRL_HOLD_CONTROL : 0) |
         ((state & GDK_ALT_MASK) != 0 ? TRL_HOLD_ALT : 0) |
         (self->space ? TRL_HOLD_SPACE : 0);
}

static TrlHold
holds (TrlBoard           *self,
       GtkEventController *controller)
{
  return trl_board_to_hold (self, gtk_event_controller_get_current_event_state (controller));
}

/* Drags near the edge take the board along. */
static gboolean
edge_tick (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TrlBoard *self = TRL_BOARD (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double frame = (double) (now - self->scroll_time) / G_TIME_SPAN_SECOND;
  TrlViewPoint at = self->tools.hand;
  double x, y;

  if (!trl_toolbox_is_busy (&self->tools) || self->tools.current == TRL_TOOL_HAND)
    {
      self->scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }
  self->scroll_time = now;
  if (self->scroll_start == 0)
    self->scroll_start = now;
  /* A card that is carried beyond the edge is meant for a panel or another window; a band is meant for more. */
  if (self->tools.current == TRL_TOOL_BAND || self->tools.current == TRL_TOOL_CONNECT)
    at = trl_edge_clamp (&self->camera, at);
  if (!trl_edge_speed (&self->camera, at, (double) (now - self->scroll_start) / G_TIME_SPAN_MILLISECOND, &x, &y))
    self->scroll_start = 0;
  else if (x != 0 || y != 0)
    {
      self->fitted = FALSE;
      trl_camera_pan (&self->camera, x * MIN (frame, 0.1), y * MIN (frame, 0.1));
      trl_board_camera_moved (self);
    }
  return G_SOURCE_CONTINUE;
}

static void
set_cursor (TrlBoard *self)
{
  const char *name = self->space && !self->tools.pressed ? "grab" : trl_toolbox_get_cursor (&self->tools);

  if (g_strcmp0 (name, self->cursor) != 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
  self->cursor = name;   /* names are literals */
}

/**
 * trl_board_gesture_changed:
 * @self: a board
 *
 * A gesture went on: the overlay, the ghost and the cards that give way are
 * other ones now.
 */
void
trl_board_gesture_changed (TrlBoard *self)
{
  gboolean busy = trl_toolbox_is_busy (&self->tools);

  self->tools.look = trl_board_get_look (self);
  if (self->tools.current == TRL_TOOL_CARRY && self->ghost_node == NULL && self->tools.carry.places != NULL &&
      !self->hovering)   /* the desktop draws what comes from elsewhere */
    trl_board_make_ghost (self);
  if (self->layout != NULL)
    trl_board_aim_slides (self);
  if (busy && self->scroll_tick == 0 && self->tools.current != TRL_TOOL_HAND)
    {
      self->scroll_start = 0;
      self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), edge_tick, NULL, NULL);
    }
  trl_board_update_tool (self);
  set_cursor (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_draw (self->ghost);
}

/* Second press of a double click: soon, near, and by the same button. */
static guint
count_presses (TrlBoard           *self,
               GtkEventController *controller,
               const TrlToolEvent *event)
{
  guint time = 400, distance = 5;
  guint32 now = gtk_event_controller_get_current_event_time (controller);
  gboolean again;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-double-click-time", &time, "gtk-double-click-distance", &distance, NULL);
  again = self->n_presses % 2 == 1 && self->tools.start.button == event->button && now - self->press_time <= time &&
          hypot (event->view.x - self->tools.start.view.x, event->view.y - self->tools.start.view.y) <= distance;
  self->press_time = now;
  self->n_presses = again ? 2 : 1;
  return self->n_presses;
}

static void
drag_begin (GtkGestureDrag *gesture,
            double          x,
            double          y,
            gpointer        user_data)
{
  TrlBoard *self = user_data;
  TrlToolEvent event = { { x, y }, gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)), 1, 0 };
  int threshold = 8;

  if (self->blueprint == NULL)
    return;
  self->menu_pending = event.button == GDK_BUTTON_SECONDARY;
  if (self->menu_pending)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }
  if (event.button == GDK_BUTTON_MIDDLE)
    event.button = 2;
  if (event.button > 2 || event.button == 0)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  trl_board_stop_edit (self, TRUE);
  trl_board_stop_move (self);
  trl_board_ensure_layout (self);
  self->tools.look = trl_board_get_look (self);
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-dnd-drag-threshold", &threshold, NULL);
  self->tools.touch = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL;
  self->tools.threshold = event.button == 2 ? 1 : trl_drag_threshold (threshold, self->tools.touch, FALSE);
  event.hold = holds (self, GTK_EVENT_CONTROLLER (gesture));
  event.time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  event.n_press = count_presses (self, GTK_EVENT_CONTROLLER (gesture), &event);
  if (!trl_toolbox_press (&self->tools, &event))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (trl_selection_get_only (self->selection) == NULL || !trl_leaves_focus (self->leaves, trl_selection_get_only (self->selection)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  trl_board_gesture_changed (self);
}

static gboolean
drag_event (TrlBoard       *self,
            GtkGestureDrag *gesture,
            double          offset_x,
            double          offset_y,
            TrlToolEvent   *event)
{
  double x, y;

  if (!self->tools.pressed || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return FALSE;
  *event = self->tools.start;
  event->view = (TrlViewPoint) { x + offset_x, y + offset_y };
  event->hold = holds (self, GTK_EVENT_CONTROLLER (gesture));
  event->time = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (gesture));
  return TRUE;
}

/* The second button has gone far enough to mean the board, and no menu. */
static void
start_pan (TrlBoard       *self,
           GtkGestureDrag *gesture)
{
  TrlToolEvent event = { { 0, 0 }, 2, 1, 0 };

  self->menu_pending = FALSE;
  if (!gtk_gesture_drag_get_start_point (gesture, &event.view.x, &event.view.y))
    return;
  trl_board_stop_move (self);
  trl_board_ensure_layout (self);
  self->tools.threshold = 1;
  trl_toolbox_press (&self->tools, &event);
}

static void
drag_update (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             gpointer        user_data)
{
  TrlBoard *self = user_data;
  TrlToolEvent event;

  if (self->menu_pending && hypot (offset_x, offset_y) >= MENU_THRESHOLD)
    start_pan (self, gesture);
  if (!drag_event (self, gesture, offset_x, offset_y, &event))
    return;
  trl_toolbox_motion (&self->tools, &event);
  if (!trl_board_hand_over (self, GTK_GESTURE (gesture), event.view))
    trl_board_gesture_changed (self);
}

static void
drag_end (GtkGestureDrag *gesture,
          double          offset_x,
          double          offset_y,
          gpointer        user_data)
{
  TrlBoard *self = user_data;
  TrlViewPoint at;
  TrlToolEvent event;

  if (self->menu_pending && gtk_gesture_drag_get_start_point (gesture, &at.x, &at.y))
    {
      self->menu_pending = FALSE;
      trl_board_show_menu (self, &at);
      return;
    }
  if (!drag_event (self, gesture, offset_x, offset_y, &event))
    return;
  trl_toolbox_release (&self->tools, &event);
  trl_board_drop_ghost (self);
  trl_board_gesture_changed (self);
}

static void
drag_cancel (GtkGesture       *gesture,
             GdkEventSequence *sequence,
             gpointer          user_data)
{
  TRL_BOARD (user_data)->menu_pending = FALSE;
  trl_board_cancel (user_data);
}

static gboolean
wheel (GtkEventControllerScroll *controller,
       double                    dx,
       double                    dy,
       gpointer                  user_data)
{
  TrlBoard *self = user_data;
  gboolean detents = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  TrlScroll scroll = { dx, dy, detents, (state & GDK_CONTROL_MASK) != 0, (state & GDK_SHIFT_MASK) != 0,
                       detents ? self->manners.wheel_zooms : self->manners.touchpad_zooms };

  if (self->pinching)
    return GDK_EVENT_STOP;
  trl_board_stop_move (self);
  self->fitted = FALSE;
  trl_scroll_apply (&scroll, &self->camera, self->pointer);
  trl_board_camera_moved (self);
  return GDK_EVENT_STOP;
}

/* What a touchpad gave a push rolls on and comes to rest. */
static gboolean
glide_tick (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  TrlBoard *self = TRL_BOARD (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds = MIN ((double) (now - self->glide_time) / G_TIME_SPAN_SECOND, 0.1);
  double dx, dy;

  self->glide_time = now;
  self->fitted = FALSE;
  if (trl_glide_step (&self->glide_x, &self->glide_y, seconds, &dx, &dy))
    {
      trl_camera_pan (&self->camera, -dx, -dy);
      trl_board_camera_moved (self);
      return G_SOURCE_CONTINUE;
    }
  self->move_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
wheel_let_go (GtkEventControllerScroll *controller,
              double                    speed_x,
              double                    speed_y,
              gpointer                  user_data)
{
  TrlBoard *self = user_data;

  if (!trl_board_wants_motion (self) || self->pinching || self->manners.touchpad_zooms || gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    return;
  trl_board_stop_move (self);
  self->glide_x = speed_x;
  self->glide_y = speed_y;
  self->glide_time = gdk_frame_clock_get_frame_time (gtk_widget_get_frame_clock (GTK_WIDGET (self)));
  self->move_to = self->camera;
  self->move_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_tick, NULL, NULL);
}

/**
 * trl_board_pinch_begin:
 * @self: a board
 * @at: the middle between the fingers, in pixels of the view
 *
 * Two fingers lie on the board: what the first of them has begun is given up,
 * and nothing scrolls until they are gone.
 */
void
trl_board_pinch_begin (TrlBoard     *self,
                       TrlViewPoint  at)
{
  trl_board_cancel (self);
  trl_board_stop_move (self);
  self->pinching = TRUE;
  self->pinch_scale = self->camera.scale;
  self->pinch_at = at;
}

/**
 * trl_board_pinch:
 * @self: a board on which two fingers lie
 * @scale: how far apart they are, where 1 is as far as at first
 * @at: the middle between them, in pixels of the view
 *
 * Follows the fingers.
 */
void
trl_board_pinch (TrlBoard     *self,
                 double        scale,
                 TrlViewPoint  at)
{
  self->fitted = FALSE;
  trl_pinch_apply (&self->camera, self->pinch_scale * scale, self->pinch_at, at);
  self->pinch_at = at;
  trl_board_camera_moved (self);
}

static void
pinch_begin (GtkGesture       *gesture,
             GdkEventSequence *sequence,
             gpointer          user_data)
{
  TrlBoard *self = user_data;
  TrlViewPoint at = self->pointer;

  gtk_gesture_get_bounding_box_center (gesture, &at.x, &at.y);
  trl_board_pinch_begin (self, at);
}

static void
pinch_end (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           gpointer          user_data)
{
  TRL_BOARD (user_data)->pinching = FALSE;
}

static void
pinch_changed (GtkGestureZoom *gesture,
               double          scale,
               gpointer        user_data)
{
  TrlBoard *self = user_data;
  TrlViewPoint centre = self->pinch_at;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &centre.x, &centre.y);
  trl_board_pinch (self, scale, centre);
}

static void
pointer_moved (GtkEventControllerMotion *controller,
               double                    x,
               double                    y,
               gpointer                  user_data)
{
  TrlBoard *self = user_data;

  self->pointer = (TrlViewPoint) { x, y };
  self->pointer_in = TRUE;
}

static void
pointer_left (GtkEventControllerMotion *controller,
              gpointer                  user_data)
{
  TRL_BOARD (user_data)->pointer_in = FALSE;
}

/* A finger has no second button: it rests. */
static void
long_pressed (GtkGestureLongPress *gesture,
              double               x,
              double               y,
              gpointer             user_data)
{
  TrlBoard *self = user_data;
  TrlViewPoint at = { x, y };

  if (self->blueprint == NULL || trl_toolbox_is_busy (&self->tools))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  trl_board_cancel (self);
  trl_board_show_menu (self, &at);
}

static void
add_pointer (TrlBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *rest = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  self->drag = drag;

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (rest), TRUE);
  g_signal_connect (rest, "pressed", G_CALLBACK (long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (rest));
  gtk_gesture_group (rest, drag);   /* a press that is taken may still come to rest */

  g_signal_connect (motion, "enter", G_CALLBACK (pointer_moved), self);
  g_signal_connect (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect (motion, "leave", G_CALLBACK (pointer_left), self);
  gtk_widget_add_controller (widget, motion);
}

/**
 * trl_board_init_input:
 * @self: a board
 *
 * Lets the board hear pointer, wheel and touch.
 */
void
trl_board_init_input (TrlBoard *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES |
                                                                GTK_EVENT_CONTROLLER_SCROLL_KINETIC);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  add_pointer (self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (wheel), self);
  g_signal_connect (scroll, "decelerate", G_CALLBACK (wheel_let_go), self);
  gtk_widget_add_controller (widget, scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin), self);
  g_signal_connect (pinch, "end", G_CALLBACK (pinch_end), self);
  g_signal_connect (pinch, "cancel", G_CALLBACK (pinch_end), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_changed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_gesture_group (pinch, self->drag);   /* a finger that has been taken as a press may become the first of two */
}
