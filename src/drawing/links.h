/* links.h: connectors between cards, as marks. */
#pragma once

#include "paint.h"

G_BEGIN_DECLS

/**
 * TrlLinkShift:
 * @box: the box at an end of a connector
 * @dx: (inout): how far to the right it is shown
 * @dy: (inout): how far down
 * @user_data: data of the caller
 *
 * Tells where a card is on its way to, so that a connector follows the hand.
 */
typedef void (*TrlLinkShift) (const TrlBox *box,
                              double       *dx,
                              double       *dy,
                              gpointer      user_data);

typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} TrlLine;

gboolean    trl_link_get_line (const TrlPainter *painter,
                               TrlLook           look,
                               TrlCard          *link,
                               TrlLinkShift      shift,
                               gpointer          user_data,
                               TrlLine          *line);
gboolean    trl_link_get_label_rect
                              (TrlBlueprint     *blueprint,
                               TrlLayout        *layout,
                               TrlCard          *link,
                               TrlRect          *rect);
void        trl_paint_links   (const TrlPainter *painter,
                               TrlLook           look,
                               TrlLinkShift      shift,
                               gpointer          user_data,
                               TrlMarks         *marks);
void        trl_paint_link_label
                              (const TrlPainter *painter,
                               TrlCard          *link,
                               const TrlLine    *line,
                               TrlMarks         *marks);
void        trl_paint_arrow   (const TrlLine    *line,
                               double            width,
                               double            head,
                               const TrlColour  *colour,
                               TrlMarks         *marks);
TrlLine     trl_line_between  (const TrlRect    *from,
                               const TrlRect    *to);
TrlMember   trl_link_hit_end  (TrlBlueprint     *blueprint,
                               TrlLayout        *layout,
                               TrlLook           look,
                               TrlCard          *link,
                               double            x,
                               double            y,
                               double            reach);
const char *trl_links_hit     (TrlBlueprint     *blueprint,
                               TrlLayout        *layout,
                               TrlLook           look,
                               double            x,
                               double            y,
                               double            reach);

G_END_DECLS
