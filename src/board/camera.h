/* camera.h: which part of the board is seen, and how large. Pure arithmetic. */
#pragma once

#include "marks.h"

G_BEGIN_DECLS

#define TRL_CAMERA_MIN 0.05
#define TRL_CAMERA_MAX 8.0

/* A point of the board, in board units, and a point of the view, in pixels from
 * its top left corner: two types, so that mixing them does not compile. */
typedef struct
{
  double x;
  double y;
} TrlScenePoint;

typedef struct
{
  double x;
  double y;
} TrlViewPoint;

/* What panels cover of the view, in pixels. */
typedef struct
{
  double left;
  double top;
  double right;
  double bottom;
} TrlInsets;

/**
 * TrlCamera:
 * @x: the board's point at the left edge of the view, in board units
 * @y: the board's point at the top edge of the view, in board units
 * @scale: pixels a board unit, from %TRL_CAMERA_MIN to %TRL_CAMERA_MAX
 * @width: of the view, in pixels
 * @height: of the view, in pixels
 * @insets: what panels cover of it
 *
 * Plain data; copied by assignment.
 */
typedef struct
{
  double    x;
  double    y;
  double    scale;
  double    width;
  double    height;
  TrlInsets insets;
} TrlCamera;

void          trl_camera_init      (TrlCamera           *camera);
TrlScenePoint trl_camera_to_scene  (const TrlCamera     *camera,
                                    TrlViewPoint         point);
TrlViewPoint  trl_camera_to_view   (const TrlCamera     *camera,
                                    TrlScenePoint        point);
TrlRect       trl_camera_rect_to_view (const TrlCamera  *camera,
                                    const TrlRect       *rect);
TrlRect       trl_camera_get_seen  (const TrlCamera     *camera);
TrlRect       trl_camera_get_free  (const TrlCamera     *camera);
TrlScenePoint trl_camera_get_centre (const TrlCamera    *camera);

void          trl_camera_pan       (TrlCamera           *camera,
                                    double               dx,
                                    double               dy);
void          trl_camera_zoom_at   (TrlCamera           *camera,
                                    double               scale,
                                    TrlViewPoint         point);
void          trl_camera_zoom      (TrlCamera           *camera,
                                    double               scale);
double        trl_camera_next_stop (const TrlCamera     *camera,
                                    int                  direction);
void          trl_camera_fit       (TrlCamera           *camera,
                                    const TrlRect       *rect,
                                    double               padding,
                                    double               most);
gboolean      trl_camera_reveal    (TrlCamera           *camera,
                                    const TrlRect       *rect,
                                    double               margin);
TrlCamera     trl_camera_blend     (const TrlCamera     *from,
                                    const TrlCamera     *to,
                                    double               progress);
gboolean      trl_camera_equal     (const TrlCamera     *a,
                                    const TrlCamera     *b);

G_END_DECLS
