/* camera.c: which part of the board is seen, and how large.
 *
 * The camera is the point of the board at the view's top left corner and a
 * scale; everything else follows from the two. Zooming at a point solves for
 * the corner, from the point itself and not from the step before, so that no
 * error adds up. */

#define G_LOG_DOMAIN "camera"

#include "config.h"

#include "camera.h"

#include <math.h>

/* Where the zoom keys stop. */
static const double stops[] = { 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 4, 8 };

/**
 * trl_camera_init:
 * @camera: a camera
 *
 * Looks at the board's origin at 100 %, in a view without a size.
 */
void
trl_camera_init (TrlCamera *camera)
{
  g_return_if_fail (camera != NULL);

  *camera = (TrlCamera) { .scale = 1 };
}

/**
 * trl_camera_to_scene:
 * @camera: a camera
 * @point: in pixels of the view
 *
 * Returns: what of the board is there
 */
TrlScenePoint
trl_camera_to_scene (const TrlCamera *camera,
                     TrlViewPoint     point)
{
  return (TrlScenePoint) { camera->x + point.x / camera->scale, camera->y + point.y / camera->scale };
}

/**
 * trl_camera_to_view:
 * @camera: a camera
 * @point: in board units
 *
 * Returns: where it is in the view, in pixels
 */
TrlViewPoint
trl_camera_to_view (const TrlCamera *camera,
                    TrlScenePoint    point)
{
  return (TrlViewPoint) { (point.x - camera->x) * camera->scale, (point.y - camera->y) * camera->scale };
}

/**
 * trl_camera_rect_to_view:
 * @camera: a camera
 * @rect: in board units
 *
 * Returns: the same rectangle in pixels of the view
 */
TrlRect
trl_camera_rect_to_view (const TrlCamera *camera,
                         const TrlRect   *rect)
{
  TrlViewPoint corner = trl_camera_to_view (camera, (TrlScenePoint) { rect->x, rect->y });

  return (TrlRect) { corner.x, corner.y, rect->width * camera->scale, rect->height * camera->scale };
}

/**
 * trl_camera_get_seen:
 * @camera: a camera
 *
 * Returns: what the view shows, in board units, below panels too
 */
TrlRect
trl_camera_get_seen (const TrlCamera *camera)
{
  return (TrlRect) { camera->x, camera->y, camera->width / camera->scale, camera->height / camera->scale };
}

/* The part of the view, in pixels, that no panel covers. A view that is all panel counts as free. */
static TrlRect
free_view (const TrlCamera *camera)
{
  const TrlInsets *insets = &camera->insets;
  double width = camera->width - insets->left - insets->right;
  double height = camera->height - insets->top - insets->bottom;

  if (width < 64 || height < 64)
    return (TrlRect) { 0, 0, camera->width, camera->height };
  return (TrlRect) { insets->left, insets->top, width, height };
}

/**
 * trl_camera_get_free:
 * @camera: a camera
 *
 * Returns: what the view shows beside the panels, in board units
 */
TrlRect
trl_camera_get_free (const TrlCamera *camera)
{
  TrlRect view = free_view (camera);
  TrlScenePoint corner = trl_camera_to_scene (camera, (TrlViewPoint) { view.x, view.y });

  return (TrlRect) { corner.x, corner.y, view.width / camera->scale, view.height / camera->scale };
}

/**
 * trl_camera_get_centre:
 * @camera: a camera
 *
 * Returns: the board's point in the middle of what no panel covers
 */
TrlScenePoint
trl_camera_get_centre (const TrlCamera *camera)
{
  TrlRect free = trl_camera_get_free (camera);

  return (TrlScenePoint) { free.x + free.width / 2, free.y + free.height / 2 };
}

/**
 * trl_camera_pan:
 * @camera: a camera
 * @dx: pixels that the board moves to the right
 * @dy: pixels that the board moves down
 *
 * Moves the board below the view.
 */
void
trl_camera_pan (TrlCamera *camera,
                double     dx,
                double     dy)
{
  g_return_if_fail (camera != NULL);

  camera->x -= dx / camera->scale;
  camera->y -= dy / camera->scale;
}

/**
 * trl_camera_zoom_at:
 * @camera: a camera
 * @scale: the new scale; kept in the range of a camera
 * @point: in pixels of the view
 *
 * Zooms so that what is at @point stays there.
 */
void
trl_camera_zoom_at (TrlCamera    *camera,
                    double        scale,
                    TrlViewPoint  point)
{
  TrlScenePoint fixed;

  g_return_if_fail (camera != NULL);

  fixed = trl_camera_to_scene (camera, point);
  camera->scale = CLAMP (scale, TRL_CAMERA_MIN, TRL_CAMERA_MAX);
  camera->x = fixed.x - point.x / camera->scale;
  camera->y = fixed.y - point.y / camera->scale;
}

/**
 * trl_camera_zoom:
 * @camera: a camera
 * @scale: the new scale
 *
 * Zooms at the middle of what no panel covers: what keys and buttons do.
 */
void
trl_camera_zoom (TrlCamera *camera,
                 double     scale)
{
  TrlRect view;

  g_return_if_fail (camera != NULL);

  view = free_view (camera);
  trl_camera_zoom_at (camera, scale, (TrlViewPoint) { view.x + view.width / 2, view.y + view.height / 2 });
}

/**
 * trl_camera_next_stop:
 * @camera: a camera
 * @direction: 1 for in, -1 for out
 *
 * Returns: the next scale at which the zoom keys stop
 */
double
trl_camera_next_stop (const TrlCamera *camera,
                      int              direction)
{
  gsize n = G_N_ELEMENTS (stops);

  /* A scale that is a stop but for rounding counts as that stop. */
  if (direction > 0)
    {
      for (gsize i = 0; i < n; i++)
        if (stops[i] > camera->scale * 1.01)
          return stops[i];
      return TRL_CAMERA_MAX;
    }
  for (gsize i = n; i > 0; i--)
    if (stops[i - 1] < camera->scale * 0.99)
      return stops[i - 1];
  return TRL_CAMERA_MIN;
}

/**
 * trl_camera_fit:
 * @camera: a camera
 * @rect: in board units
 * @padding: the least free room on each side, in pixels
 * @most: the largest scale, usually 1
 *
 * Shows all of @rect in the middle of what no panel covers.
 */
void
trl_camera_fit (TrlCamera     *camera,
                const TrlRect *rect,
                double         padding,
                double         most)
{
  TrlRect view;
  double scale;

  g_return_if_fail (camera != NULL && rect != NULL);

  view = free_view (camera);
  padding = MIN (padding, MIN (view.width, view.height) / 8);
  scale = MIN ((view.width - 2 * padding) / MAX (rect->width, 1), (view.height - 2 * padding) / MAX (rect->height, 1));
  camera->scale = CLAMP (MIN (scale, most), TRL_CAMERA_MIN, TRL_CAMERA_MAX);
  camera->x = rect->x + rect->width / 2 - (view.x + view.width / 2) / camera->scale;
  camera->y = rect->y + rect->height / 2 - (view.y + view.height / 2) / camera->scale;
}

/* How far a stretch has to move to lie in another; its start wins when it is too long. */
static double
shift_into (double start,
            double length,
            double into,
            double room)
{
  if (start < into || length > room)
    return into - start;
  if (start + length > into + room)
    return into + room - start - length;
  return 0;
}

/**
 * trl_camera_reveal:
 * @camera: a camera
 * @rect: in board units
 * @margin: free room that should be round it, in pixels
 *
 * Moves as little as it takes to show @rect beside the panels, at the same
 * scale. What is too large is shown from its top left corner, unless some of
 * it already fills the view.
 *
 * Returns: whether it moved
 */
gboolean
trl_camera_reveal (TrlCamera     *camera,
                   const TrlRect *rect,
                   double         margin)
{
  TrlRect view;
  TrlRect there;
  double dx, dy;

  g_return_val_if_fail (camera != NULL && rect != NULL, FALSE);

  view = free_view (camera);
  view = trl_rect_inset (&view, MIN (margin, view.width / 4), MIN (margin, view.height / 4));
  there = trl_camera_rect_to_view (camera, rect);
  if (trl_rect_encloses (&view, &there) || trl_rect_encloses (&there, &view))
    return FALSE;

  dx = shift_into (there.x, there.width, view.x, view.width);
  dy = shift_into (there.y, there.height, view.y, view.height);
  if (dx == 0 && dy == 0)
    return FALSE;
  trl_camera_pan (camera, dx, dy);
  return TRUE;
}

/**
 * trl_camera_blend:
 * @from: where a move starts
 * @to: where it ends
 * @progress: from 0 to 1
 *
 * One step of an animated move: the scale grows evenly to the eye, and the
 * part that both see is held in view.
 *
 * Returns: the camera at that step
 */
TrlCamera
trl_camera_blend (const TrlCamera *from,
                  const TrlCamera *to,
                  double           progress)
{
  TrlCamera step = *to;
  double eased, share;

  if (progress >= 1)
    return step;
  if (progress <= 0)
    return *from;

  eased = 1 - pow (1 - progress, 3);
  step.scale = from->scale * pow (to->scale / from->scale, eased);
  /* The corner moves in step with 1/scale, or a zoom would swing sideways. */
  share = eased;
  if (fabs (to->scale / from->scale - 1) > 0.001)
    share = (1 / step.scale - 1 / from->scale) / (1 / to->scale - 1 / from->scale);
  step.x = from->x + (to->x - from->x) * share;
  step.y = from->y + (to->y - from->y) * share;
  return step;
}

/**
 * trl_camera_equal:
 * @a: a camera
 * @b: a camera
 *
 * Returns: whether both show the same
 */
gboolean
trl_camera_equal (const TrlCamera *a,
                  const TrlCamera *b)
{
  return a->x == b->x && a->y == b->y && a->scale == b->scale &&
         a->width == b->width && a->height == b->height;
}
