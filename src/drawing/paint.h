/* paint.h: boxes become marks. */
#pragma once

#include "badges.h"
#include "layout.h"
#include "theme.h"

G_BEGIN_DECLS

/**
 * TrlLook:
 * @TRL_LOOK_FULL: everything
 * @TRL_LOOK_NAMES: names only, larger
 * @TRL_LOOK_BAND: a motion is a band: icon, name, a line for each decision, the worst state
 * @TRL_LOOK_FAR: a motion is its name and state; nothing else has text
 * @TRL_LOOK_PLAIN: boxes without text, border and round corners
 *
 * How much of a box is drawn. The size that its text would have decides, not
 * the zoom: no text below 11 pixels is ever drawn.
 */
typedef enum
{
  TRL_LOOK_FULL,
  TRL_LOOK_NAMES,
  TRL_LOOK_BAND,
  TRL_LOOK_FAR,
  TRL_LOOK_PLAIN
} TrlLook;

/* The smallest text that is ever drawn, in pixels of the screen. */
#define TRL_SMALLEST_TEXT 11.0

/**
 * TrlPainter:
 * @blueprint: what the boxes show
 * @layout: where they lie
 * @theme: the colours
 * @badges: (nullable): what the review has found
 * @secret: whether dots are hidden, while people still give them
 *
 * What painting needs. Plain data; the caller owns everything in it.
 */
typedef struct
{
  TrlBlueprint    *blueprint;
  TrlLayout       *layout;
  const TrlTheme  *theme;
  const TrlBadges *badges;
  gboolean         secret;
} TrlPainter;

TrlLook trl_paint_level (TrlLayout        *layout,
                         double            zoom);
void    trl_paint_box   (const TrlPainter *painter,
                         const TrlBox     *box,
                         double            x,
                         double            y,
                         TrlLook           look,
                         TrlMarks         *marks);
void    trl_paint_all   (const TrlPainter *painter,
                         const TrlRect    *visible,
                         TrlLook           look,
                         TrlMarks         *marks);

/* The route that colours a motion, and its hue. */
TrlRoute trl_motion_get_route (TrlBlueprint *blueprint,
                               TrlCard      *motion);
TrlRole  trl_route_get_role   (TrlRoute      route);

G_END_DECLS
