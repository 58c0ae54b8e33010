/* links.c: connectors: straight lines from the edge of a card to the edge of another. */

#define G_LOG_DOMAIN "links"

#include "config.h"

#include "links.h"

#include <math.h>

#define LINE_WIDTH  1.75
#define HEAD        9.0
#define LABEL_PAD   6.0
#define LABEL_WIDTH 160.0

/* A picture with more lines than this says nothing, and too many fresh nodes abort GTK 4.8. */
#define MOST_LINKS 2000

/* From the middle of a rectangle towards a point: where the edge is crossed. */
static void
leave (const TrlRect *rect,
       double         x,
       double         y,
       double        *out_x,
       double        *out_y)
{
  double middle_x = rect->x + rect->width / 2, middle_y = rect->y + rect->height / 2;
  double dx = x - middle_x, dy = y - middle_y;
  double across = dx != 0 ? rect->width / 2 / fabs (dx) : INFINITY;
  double down = dy != 0 ? rect->height / 2 / fabs (dy) : INFINITY;
  double part = MIN (MIN (across, down), 1);

  *out_x = middle_x + dx * part;
  *out_y = middle_y + dy * part;
}

/**
 * trl_line_between:
 * @from: where it begins
 * @to: where it ends
 *
 * Returns: the line from edge to edge along the line between the middles
 */
TrlLine
trl_line_between (const TrlRect *from,
                  const TrlRect *to)
{
  TrlLine line;

  leave (from, to->x + to->width / 2, to->y + to->height / 2, &line.x1, &line.y1);
  leave (to, from->x + from->width / 2, from->y + from->height / 2, &line.x2, &line.y2);
  return line;
}

/* From afar a motion is one thing, and what lies in it is not drawn. */
static gboolean
find_end (const TrlPainter *painter,
          TrlLook           look,
          const char       *id,
          TrlLinkShift      shift,
          gpointer          user_data,
          TrlRect          *rect)
{
  const TrlBox *box = id != NULL ? trl_layout_find_shown (painter->layout, painter->blueprint, id) : NULL;
  double dx = 0, dy = 0;

  if (box != NULL && box->motion != NULL && look >= TRL_LOOK_BAND)
    box = trl_layout_find (painter->layout, trl_card_get_id (box->motion));
  if (box == NULL)
    return FALSE;
  if (shift != NULL)
    shift (box, &dx, &dy, user_data);
  *rect = box->rect;
  rect->x += dx;
  rect->y += dy;
  return TRUE;
}

/**
 * trl_link_get_line:
 * @painter: what painting needs
 * @look: how much is shown
 * @link: a connector
 * @shift: (nullable): where cards are on their way to
 * @user_data: data of @shift
 * @line: (out): where it runs, in board units
 *
 * Returns: whether both of its cards are shown, and not as one
 */
gboolean
trl_link_get_line (const TrlPainter *painter,
                   TrlLook           look,
                   TrlCard          *link,
                   TrlLinkShift      shift,
                   gpointer          user_data,
                   TrlLine          *line)
{
  TrlRect from, to;

  g_return_val_if_fail (painter != NULL && link != NULL && line != NULL, FALSE);

  if (!find_end (painter, look, trl_card_get_ref (link, TRL_LINK_FROM), shift, user_data, &from) ||
      !find_end (painter, look, trl_card_get_ref (link, TRL_LINK_TO), shift, user_data, &to))
    return FALSE;
  *line = trl_line_between (&from, &to);
  return hypot (line->x2 - line->x1, line->y2 - line->y1) > 1;
}

/**
 * trl_paint_arrow:
 * @line: where it runs
 * @width: how thick it is
 * @head: how long its head is
 * @colour: its colour
 * @marks: where the marks are appended
 *
 * Paints a line with a head at its end.
 */
void
trl_paint_arrow (const TrlLine   *line,
                 double           width,
                 double           head,
                 const TrlColour *colour,
                 TrlMarks        *marks)
{
  double length = hypot (line->x2 - line->x1, line->y2 - line->y1);
  double ux = length > 0 ? (line->x2 - line->x1) / length : 1, uy = length > 0 ? (line->y2 - line->y1) / length : 0;
  g_autoptr (TrlPath) path = trl_path_new ();

  trl_marks_line (marks, line->x1, line->y1, line->x2 - ux * head * 0.6, line->y2 - uy * head * 0.6, width, 0, colour);
  trl_path_move (path, 0, 0);
  trl_path_line (path, -ux * head - uy * head * 0.5, -uy * head + ux * head * 0.5);
  trl_path_line (path, -ux * head + uy * head * 0.5, -uy * head - ux * head * 0.5);
  trl_path_close (path);
  trl_marks_path (marks, path, line->x2, line->y2, 1, 0, colour);
}

/* Lays a label out in the middle of its line. */
static TrlText *
lay_out_label (TrlTextMeasure *measure,
               const TrlLine  *line,
               const char     *words,
               TrlRect        *ground)
{
  TrlTextSpec spec = { .text = words, .style = TRL_STYLE_LABEL };
  TrlText *text;
  double width, height;

  trl_text_measure_extent (measure, &spec, &width, &height);
  if (width > LABEL_WIDTH)
    spec.width = LABEL_WIDTH;
  text = trl_text_measure_lay_out (measure, &spec);
  width = MIN (trl_text_get_width (text), LABEL_WIDTH);
  height = trl_text_get_height (text);
  *ground = (TrlRect) { (line->x1 + line->x2 - width) / 2 - LABEL_PAD, (line->y1 + line->y2 - height) / 2 - 2,
                        width + 2 * LABEL_PAD, height + 4 };
  return text;
}

/**
 * trl_paint_link_label:
 * @painter: what painting needs
 * @link: a connector
 * @line: where it runs
 * @marks: where the marks are appended
 *
 * Paints what a connector says, if it says anything, in the middle of its line.
 */
void
trl_paint_link_label (const TrlPainter *painter,
                      TrlCard          *link,
                      const TrlLine    *line,
                      TrlMarks         *marks)
{
  g_autoptr (TrlText) text = NULL;
  TrlRect ground;

  if (*trl_card_get_name (link) == '\0')
    return;
  text = lay_out_label (trl_layout_get_measure (painter->layout), line, trl_card_get_name (link), &ground);
  trl_marks_rounded (marks, &ground, MIN (8, ground.height / 2), TRL_CORNERS_ALL, trl_theme_colour (painter->theme, TRL_ROLE_SURFACE));
  trl_marks_text (marks, text, ground.x + LABEL_PAD - trl_text_get_left (text), ground.y + 2,
                  trl_theme_colour (painter->theme, TRL_ROLE_INK));
}

/**
 * trl_link_get_label_rect:
 * @blueprint: a blueprint
 * @layout: where everything lies
 * @link: a connector
 * @rect: (out): where its label is or would be, in board units
 *
 * Returns: whether the connector is shown
 */
gboolean
trl_link_get_label_rect (TrlBlueprint *blueprint,
                         TrlLayout    *layout,
                         TrlCard      *link,
                         TrlRect      *rect)
{
  TrlPainter painter = { blueprint, layout, NULL, NULL };
  g_autoptr (TrlText) text = NULL;
  TrlLine line;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && layout != NULL && link != NULL && rect != NULL, FALSE);

  if (!trl_link_get_line (&painter, TRL_LOOK_FULL, link, NULL, NULL, &line))
    return FALSE;
  text = lay_out_label (trl_layout_get_measure (layout), &line, *trl_card_get_name (link) != '\0' ? trl_card_get_name (link) : "…", rect);
  return TRUE;
}

/**
 * trl_paint_links:
 * @painter: what painting needs
 * @look: how much is shown; labels only in full
 * @shift: (nullable): where cards are on their way to
 * @user_data: data of @shift
 * @marks: where the marks are appended
 *
 * Paints all connectors in board units.
 */
void
trl_paint_links (const TrlPainter *painter,
                 TrlLook           look,
                 TrlLinkShift      shift,
                 gpointer          user_data,
                 TrlMarks         *marks)
{
  const GPtrArray *links;

  g_return_if_fail (painter != NULL && marks != NULL);

  links = trl_blueprint_get_children (painter->blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS);
  for (guint i = 0; links != NULL && i < MIN (links->len, MOST_LINKS); i++)
    {
      TrlCard *link = g_ptr_array_index (links, i);
      TrlLine line;

      if (!trl_link_get_line (painter, look, link, shift, user_data, &line))
        continue;
      trl_paint_arrow (&line, LINE_WIDTH, HEAD, trl_theme_colour (painter->theme, TRL_ROLE_DIM), marks);
      if (look == TRL_LOOK_FULL)
        trl_paint_link_label (painter, link, &line, marks);
    }
}

/* A label is a part of its line, and higher than a line is wide. */
static gboolean
is_on_label (TrlBlueprint *blueprint,
             TrlLayout    *layout,
             TrlCard      *link,
             double        x,
             double        y)
{
  TrlRect rect;

  return *trl_card_get_name (link) != '\0' && trl_link_get_label_rect (blueprint, layout, link, &rect) &&
         x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

static double
distance (const TrlLine *line,
          double         x,
          double         y)
{
  double dx = line->x2 - line->x1, dy = line->y2 - line->y1;
  double along = ((x - line->x1) * dx + (y - line->y1) * dy) / (dx * dx + dy * dy);

  along = CLAMP (along, 0, 1);
  return hypot (x - line->x1 - along * dx, y - line->y1 - along * dy);
}

/**
 * trl_link_hit_end:
 * @blueprint: a blueprint
 * @layout: where everything lies
 * @look: how much is shown
 * @link: a connector
 * @x: a point, in board units
 * @y: the same, downwards
 * @reach: how far from an end still is on it
 *
 * Returns: %TRL_LINK_FROM or %TRL_LINK_TO, whichever end is there;
 *   %TRL_MEMBER_NONE when none is
 */
TrlMember
trl_link_hit_end (TrlBlueprint *blueprint,
                  TrlLayout    *layout,
                  TrlLook       look,
                  TrlCard      *link,
                  double        x,
                  double        y,
                  double        reach)
{
  TrlPainter painter = { blueprint, layout, NULL, NULL };
  TrlLine line;
  double from, to;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && layout != NULL && link != NULL, TRL_MEMBER_NONE);

  if (!trl_link_get_line (&painter, look, link, NULL, NULL, &line))
    return TRL_MEMBER_NONE;
  from = hypot (x - line.x1, y - line.y1);
  to = hypot (x - line.x2, y - line.y2);
  if (MIN (from, to) > reach)
    return TRL_MEMBER_NONE;
  return from < to ? TRL_LINK_FROM : TRL_LINK_TO;
}

/**
 * trl_links_hit:
 * @blueprint: a blueprint
 * @layout: where everything lies
 * @look: how much is shown
 * @x: a point, in board units
 * @y: the same, downwards
 * @reach: how far from a line still is on it
 *
 * Returns: (transfer none) (nullable): the connector that runs there
 */
const char *
trl_links_hit (TrlBlueprint *blueprint,
               TrlLayout    *layout,
               TrlLook       look,
               double        x,
               double        y,
               double        reach)
{
  TrlPainter painter = { blueprint, layout, NULL, NULL };
  const GPtrArray *links;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && layout != NULL, NULL);

  links = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS);
  for (guint i = links != NULL ? MIN (links->len, MOST_LINKS) : 0; i > 0; i--)
    {
      TrlCard *link = g_ptr_array_index (links, i - 1);
      TrlLine line;

      if (!trl_link_get_line (&painter, look, link, NULL, NULL, &line))
        continue;
      if (distance (&line, x, y) <= reach || (look == TRL_LOOK_FULL && is_on_label (blueprint, layout, link, x, y)))
        return trl_card_get_id (link);
    }
  return NULL;
}
