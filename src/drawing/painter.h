/* painter.h: what the painters share. One painter a kind of box or card. */
#pragma once

#include "icons.h"
#include "layout-private.h"
#include "paint.h"

G_BEGIN_DECLS

/**
 * TrlBrush:
 * @painter: what painting needs
 * @box: what is painted
 * @rect: where it comes to lie
 * @look: how much of it is shown
 * @marks: where marks go
 * @badge: (nullable): what was found about it
 *
 * One box being painted.
 */
typedef struct
{
  const TrlPainter *painter;
  const TrlBox     *box;
  TrlRect           rect;
  TrlLook           look;
  TrlMarks         *marks;
  const TrlBadge   *badge;
} TrlBrush;

double           trl_brush_scale  (const TrlBrush  *brush,
                                   double           units);
const TrlColour *trl_brush_colour (const TrlBrush  *brush,
                                   TrlRole          role);
TrlRect          trl_brush_rect   (const TrlBrush  *brush,
                                   double           start,
                                   double           top,
                                   double           width,
                                   double           height);
TrlRect          trl_brush_part   (const TrlBrush  *brush,
                                   guint            part);
double           trl_brush_text   (const TrlBrush  *brush,
                                   const char      *words,
                                   TrlStyle         style,
                                   const TrlRect   *room,
                                   int              lines,
                                   TrlAlign         align,
                                   TrlRole          role);
double           trl_brush_large  (const TrlBrush  *brush,
                                   const char      *words,
                                   gboolean         strong,
                                   double           size,
                                   const TrlRect   *room,
                                   int              lines,
                                   TrlAlign         align,
                                   TrlRole          role);
void             trl_brush_sheet  (const TrlBrush  *brush,
                                   TrlRole          ground,
                                   TrlRole          edge,
                                   double           radius);
void             trl_brush_badge  (const TrlBrush  *brush,
                                   double           radius);
void             trl_brush_question (const TrlBrush *brush,
                                   const char      *words,
                                   const TrlRect   *rect);
gboolean         trl_brush_has_text (const TrlBrush *brush);

/* How large names are in the looks that show less, in units. */
double           trl_look_get_name_size (TrlLook look);
double           trl_look_get_fact_size (TrlLook look);

TrlIcon          trl_route_get_icon   (TrlRoute      route);

void trl_paint_banner     (const TrlBrush *brush);
void trl_paint_row_name   (const TrlBrush *brush);
void trl_paint_frame      (const TrlBrush *brush);
void trl_paint_header     (const TrlBrush *brush);
void trl_paint_statement  (const TrlBrush *brush);
void trl_paint_slot       (const TrlBrush *brush);
void trl_paint_footer     (const TrlBrush *brush);
void trl_paint_tier       (const TrlBrush *brush);
void trl_paint_criterion  (const TrlBrush *brush);
void trl_paint_benefit    (const TrlBrush *brush);
void trl_paint_incentive  (const TrlBrush *brush);
void trl_paint_step       (const TrlBrush *brush);
void trl_paint_metric     (const TrlBrush *brush);
void trl_paint_note       (const TrlBrush *brush);
void trl_paint_line       (const TrlBrush *brush);

G_END_DECLS
