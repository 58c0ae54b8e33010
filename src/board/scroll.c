/* scroll.c: what wheel, touchpad, fingers and the edge of the view do to the camera. */

#define G_LOG_DOMAIN "scroll"

#include "config.h"

#include "scroll.h"

#include <math.h>

#define WHEEL_STEP   60.0    /* pixels a detent */
#define WHEEL_ZOOM   1.15    /* a detent */
#define SURFACE_ZOOM 0.008   /* a pixel of a touchpad */

/**
 * trl_drag_threshold:
 * @desktop: what the desktop says, in pixels
 * @touch: whether it is a finger
 * @from_list: whether it is something out of a list, which a finger also scrolls
 *
 * Returns: how far a press moves before it is a drag, in pixels
 */
double
trl_drag_threshold (double   desktop,
                    gboolean touch,
                    gboolean from_list)
{
  return MAX (desktop, !touch ? TRL_DRAG_LEAST : from_list ? TRL_DRAG_TOUCH_LIST : TRL_DRAG_TOUCH);
}

/**
 * trl_scroll_apply:
 * @scroll: a turn of a wheel or a stroke on a touchpad
 * @camera: the camera
 * @pointer: where the pointer is
 *
 * Moves the board below the view, or zooms at the pointer.
 */
void
trl_scroll_apply (const TrlScroll *scroll,
                  TrlCamera       *camera,
                  TrlViewPoint     pointer)
{
  double step = scroll->detents ? WHEEL_STEP : 1;
  double dx = scroll->dx, dy = scroll->dy;

  g_return_if_fail (scroll != NULL && camera != NULL);

  if (scroll->control != scroll->zooms)
    {
      double factor = scroll->detents ? pow (WHEEL_ZOOM, -CLAMP (dy, -3, 3)) : exp (-CLAMP (dy, -60, 60) * SURFACE_ZOOM);

      trl_camera_zoom_at (camera, camera->scale * factor, pointer);
      return;
    }
  /* A wheel has one axis; Shift gives it the other. */
  if (scroll->detents && scroll->shift && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  trl_camera_pan (camera, -dx * step, -dy * step);
}

/**
 * trl_pinch_apply:
 * @camera: the camera
 * @scale: pixels a board unit, as the fingers want it
 * @from: the middle between the fingers before
 * @to: the middle now
 *
 * Zooms at the middle of two fingers and moves along with it: what is below
 * the fingers stays below them.
 */
void
trl_pinch_apply (TrlCamera    *camera,
                 double        scale,
                 TrlViewPoint  from,
                 TrlViewPoint  to)
{
  g_return_if_fail (camera != NULL);

  trl_camera_pan (camera, to.x - from.x, to.y - from.y);
  trl_camera_zoom_at (camera, scale, to);
}

/**
 * trl_glide_step:
 * @speed_x: (inout): how fast a push goes to the right, in pixels a second
 * @speed_y: (inout): how fast down
 * @seconds: since the step before
 * @dx: (out): how far it goes in this step, in pixels
 * @dy: (out): how far down
 *
 * Lets a push roll on. It loses the same part of its speed in the same time,
 * however many frames the screen shows in it.
 *
 * Returns: whether it still rolls
 */
gboolean
trl_glide_step (double *speed_x,
                double *speed_y,
                double  seconds,
                double *dx,
                double *dy)
{
  double left = exp (-seconds / TRL_GLIDE_TIME), way = TRL_GLIDE_TIME * (1 - left);

  g_return_val_if_fail (speed_x != NULL && speed_y != NULL && dx != NULL && dy != NULL, FALSE);

  *dx = *speed_x * way;
  *dy = *speed_y * way;
  *speed_x *= left;
  *speed_y *= left;
  return hypot (*speed_x, *speed_y) > TRL_GLIDE_LEAST;
}

/* From 1 at the near edge to -1 at the far one; nothing beyond: there are panels, and other windows. */
static double
push (double at,
      double near,
      double far)
{
  if (at < near || at > far)
    return 0;
  if (at < near + TRL_EDGE_ZONE)
    return (near + TRL_EDGE_ZONE - at) / TRL_EDGE_ZONE;
  if (at > far - TRL_EDGE_ZONE)
    return (far - TRL_EDGE_ZONE - at) / TRL_EDGE_ZONE;
  return 0;
}

/**
 * trl_edge_clamp:
 * @camera: the camera
 * @at: where the pointer is
 *
 * Finds the place of the view that is nearest to a pointer which may have left
 * it: for what can mean nothing else out there, as a band.
 *
 * Returns: the place
 */
TrlViewPoint
trl_edge_clamp (const TrlCamera *camera,
                TrlViewPoint     at)
{
  g_return_val_if_fail (camera != NULL, at);

  at.x = CLAMP (at.x, camera->insets.left, MAX (camera->insets.left, camera->width - camera->insets.right));
  at.y = CLAMP (at.y, camera->insets.top, MAX (camera->insets.top, camera->height - camera->insets.bottom));
  return at;
}

/**
 * trl_edge_speed:
 * @camera: the camera
 * @at: where the pointer is
 * @since_ms: for how long it has been near the edge
 * @x: (out): how fast the board moves to the right, in pixels a second
 * @y: (out): how fast down
 *
 * Says how a drag near the edge takes the board along: after a moment, gently
 * at first, and faster further out.
 *
 * Returns: whether the pointer is near an edge
 */
gboolean
trl_edge_speed (const TrlCamera *camera,
                TrlViewPoint     at,
                double           since_ms,
                double          *x,
                double          *y)
{
  double ease = CLAMP ((since_ms - TRL_EDGE_DELAY_MS) / TRL_EDGE_EASE_MS, 0, 1);
  double px, py;

  g_return_val_if_fail (camera != NULL && x != NULL && y != NULL, FALSE);

  px = push (at.x, camera->insets.left, camera->width - camera->insets.right);
  py = push (at.y, camera->insets.top, camera->height - camera->insets.bottom);
  *x = px * ease * TRL_EDGE_SPEED;
  *y = py * ease * TRL_EDGE_SPEED;
  return px != 0 || py != 0;
}
