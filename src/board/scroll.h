/* scroll.h: what wheel, touchpad, fingers and the edge of the view do to the camera. Pure arithmetic. */
#pragma once

#include "camera.h"

G_BEGIN_DECLS

/* Near the edge of the view a drag takes the board along, after a moment. */
#define TRL_EDGE_ZONE     32.0    /* pixels */
#define TRL_EDGE_DELAY_MS 200.0
#define TRL_EDGE_EASE_MS  200.0
#define TRL_EDGE_SPEED    900.0   /* pixels a second at the very edge */

/**
 * TrlScroll:
 * @dx: to the right: detents of a wheel, or pixels of a touchpad
 * @dy: down
 * @detents: whether it is a wheel
 * @control: whether Ctrl is held
 * @shift: whether Shift is held
 * @zooms: whether it zooms without Ctrl, and moves the board with it
 *
 * A turn of a wheel or a stroke on a touchpad.
 */
typedef struct
{
  double   dx;
  double   dy;
  gboolean detents;
  gboolean control;
  gboolean shift;
  gboolean zooms;
} TrlScroll;

/* How far a press moves before it is a drag, in pixels. A finger is never still, and in a list it scrolls first. */
#define TRL_DRAG_LEAST       4.0
#define TRL_DRAG_TOUCH       6.0
#define TRL_DRAG_TOUCH_LIST 25.0

/* A push keeps a third of its speed after so many seconds, and rests below so many pixels a second. */
#define TRL_GLIDE_TIME   0.23
#define TRL_GLIDE_LEAST 20.0

double   trl_drag_threshold (double         desktop,
                           gboolean         touch,
                           gboolean         from_list);
void     trl_scroll_apply (const TrlScroll *scroll,
                           TrlCamera       *camera,
                           TrlViewPoint     pointer);
void     trl_pinch_apply  (TrlCamera       *camera,
                           double           scale,
                           TrlViewPoint     from,
                           TrlViewPoint     to);
gboolean trl_glide_step   (double          *speed_x,
                           double          *speed_y,
                           double           seconds,
                           double          *dx,
                           double          *dy);
TrlViewPoint trl_edge_clamp (const TrlCamera *camera,
                           TrlViewPoint     at);
gboolean trl_edge_speed   (const TrlCamera *camera,
                           TrlViewPoint     at,
                           double           since_ms,
                           double          *x,
                           double          *y);

G_END_DECLS
