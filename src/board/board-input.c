/* board-input.c: pointer, wheel and touch become plain events for the tools.
 *
 * Every press is one GtkGestureDrag; whether it is a click, a double click or
 * a drag is for the tools to say. */

#define G_LOG_DOMAIN "board-input"

#include "config.h"

#include "board-private.h"

#include <math.h>

#define WHEEL_STEP      60.0    /* pixels a detent */
#define WHEEL_ZOOM      1.15    /* a detent */
#define SURFACE_ZOOM    0.008   /* a pixel of a touchpad with Ctrl */
#define EDGE_ZONE       32.0    /* pixels; within it the board follows a drag */
#define EDGE_DELAY_US   (200 * G_TIME_SPAN_MILLISECOND)
#define EDGE_SPEED      900.0   /* pixels a second at the very edge */

static TrlHold
holds (TrlBoard           *self,
       GtkEventController *controller)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (controller);

  return ((state & GDK_SHIFT_MASK) != 0 ? TRL_HOLD_SHIFT : 0) |
         ((state & GDK_CONTROL_MASK) != 0 ? TRL_HOLD_CONTROL : 0) |
         ((state & GDK_ALT_MASK) != 0 ? TRL_HOLD_ALT : 0) |
         (self->space ? TRL_HOLD_SPACE : 0);
}

/* From 1 at the near edge to -1 at the far one; nothing beyond: there are panels, and other windows. */
static double
edge_push (double at,
           double near,
           double far)
{
  if (at < near || at > far)
    return 0;
  if (at < near + EDGE_ZONE)
    return (near + EDGE_ZONE - at) / EDGE_ZONE;
  if (at > far - EDGE_ZONE)
    return (far - EDGE_ZONE - at) / EDGE_ZONE;
  return 0;
}

/* Drags near the edge take the board along, after a moment and faster further out. */
static gboolean
edge_tick (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TrlBoard *self = TRL_BOARD (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  TrlViewPoint at = self->tools.last.view;
  const TrlInsets *insets = &self->camera.insets;
  double px = edge_push (at.x, insets->left, self->camera.width - insets->right);
  double py = edge_push (at.y, insets->top, self->camera.height - insets->bottom);

  if (!trl_toolbox_is_busy (&self->tools) || self->tools.current == TRL_TOOL_HAND)
    {
      self->scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (px == 0 && py == 0)
    self->scroll_start = 0;
  else if (self->scroll_start == 0)
    self->scroll_start = now;
  else if (now - self->scroll_start > EDGE_DELAY_US)
    {
      self->fitted = FALSE;
      trl_camera_pan (&self->camera, px * EDGE_SPEED / 60, py * EDGE_SPEED / 60);
      trl_toolbox_again (&self->tools);
      trl_board_camera_moved (self);
      trl_board_gesture_changed (self);
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
  if (event.button == GDK_BUTTON_SECONDARY)
    event.button = 3;
  else if (event.button == GDK_BUTTON_MIDDLE)
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
  self->tools.threshold = event.button == 2 ? 1 : MAX (threshold, 4);
  event.hold = holds (self, GTK_EVENT_CONTROLLER (gesture));
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
  return TRUE;
}

static void
drag_update (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             gpointer        user_data)
{
  TrlBoard *self = user_data;
  TrlToolEvent event;

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
  TrlToolEvent event;

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

  if (self->pinching)
    return GDK_EVENT_STOP;
  trl_board_stop_move (self);
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      double factor = detents ? pow (WHEEL_ZOOM, -CLAMP (dy, -3, 3)) : exp (-CLAMP (dy, -60, 60) * SURFACE_ZOOM);

      self->fitted = FALSE;
      trl_camera_zoom_at (&self->camera, self->camera.scale * factor, self->pointer);
    }
  else
    {
      double step = detents ? WHEEL_STEP : 1;

      /* A wheel has one axis; Shift gives it the other. */
      if (detents && (state & GDK_SHIFT_MASK) != 0 && dx == 0)
        {
          dx = dy;
          dy = 0;
        }
      self->fitted = FALSE;
      trl_camera_pan (&self->camera, -dx * step, -dy * step);
    }
  trl_toolbox_again (&self->tools);
  trl_board_gesture_changed (self);
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

  self->fitted = FALSE;
  trl_camera_pan (&self->camera, -self->glide_x / 60, -self->glide_y / 60);
  self->glide_x *= 0.93;
  self->glide_y *= 0.93;
  trl_board_camera_moved (self);
  if (hypot (self->glide_x, self->glide_y) > 20)
    return G_SOURCE_CONTINUE;
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

  if (!trl_board_wants_motion (self) || gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL)
    return;
  trl_board_stop_move (self);
  self->glide_x = speed_x;
  self->glide_y = speed_y;
  self->move_to = self->camera;
  self->move_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), glide_tick, NULL, NULL);
}

static void
pinch_begin (GtkGesture       *gesture,
             GdkEventSequence *sequence,
             gpointer          user_data)
{
  TrlBoard *self = user_data;

  trl_board_cancel (self);
  trl_board_stop_move (self);
  self->pinching = TRUE;
  self->pinch_scale = self->camera.scale;
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
  TrlViewPoint centre = self->pointer;

  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &centre.x, &centre.y);
  self->fitted = FALSE;
  trl_camera_zoom_at (&self->camera, self->pinch_scale * scale, centre);
  trl_board_gesture_changed (self);
  trl_board_camera_moved (self);
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

static void
menu_pressed (GtkGestureClick *gesture,
              int              n_press,
              double           x,
              double           y,
              gpointer         user_data)
{
  TrlBoard *self = user_data;
  TrlViewPoint at = { x, y };

  if (self->blueprint == NULL || self->tools.pressed)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  trl_board_show_menu (self, &at);
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
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkGesture *rest = gtk_gesture_long_press_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  self->drag = drag;

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (rest), TRUE);
  g_signal_connect (rest, "pressed", G_CALLBACK (long_pressed), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (rest));

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
}
