/* paint.c: boxes become marks: which painter, how much, and what all of them share. */

#define G_LOG_DOMAIN "paint"

#include "config.h"

#include "paint.h"

#include <math.h>

#include "links.h"
#include "painter.h"
#include "questions.h"

/* Down to which size of a unit, in pixels, a look can be read: its smallest
 * text times that is TRL_SMALLEST_TEXT. */
#define FULL_TEXT 14.0
#define NAMES_NAME 20.0
#define BAND_FACT 33.0
#define BAND_NAME 54.0
#define FAR_NAME 72.0

/**
 * trl_paint_level:
 * @layout: what is painted
 * @zoom: how many pixels a unit is
 *
 * Decides how much is shown, by the size that text would have on the screen.
 *
 * Returns: the look
 */
TrlLook
trl_paint_level (TrlLayout *layout,
                 double     zoom)
{
  double size;

  g_return_val_if_fail (layout != NULL, TRL_LOOK_PLAIN);

  size = zoom * trl_text_measure_get_scale (layout->measure);
  if (size * FULL_TEXT * (layout->options.room ? 1.72 : 1) >= TRL_SMALLEST_TEXT)
    return TRL_LOOK_FULL;
  if (size * NAMES_NAME >= TRL_SMALLEST_TEXT)
    return TRL_LOOK_NAMES;
  if (size * BAND_FACT >= TRL_SMALLEST_TEXT)
    return TRL_LOOK_BAND;
  if (size * FAR_NAME >= TRL_SMALLEST_TEXT)
    return TRL_LOOK_FAR;
  return TRL_LOOK_PLAIN;
}

/**
 * trl_look_get_name_size:
 * @look: a look
 *
 * Returns: how large names are in it, in units at a text scale of 1; 0 when they have their own size
 */
double
trl_look_get_name_size (TrlLook look)
{
  return look == TRL_LOOK_NAMES ? NAMES_NAME : look == TRL_LOOK_BAND ? BAND_NAME :
         look == TRL_LOOK_FAR ? FAR_NAME : 0;
}

/**
 * trl_look_get_fact_size:
 * @look: a look
 *
 * Returns: how large facts are in it, in units at a text scale of 1; 0 when there are none
 */
double
trl_look_get_fact_size (TrlLook look)
{
  return look == TRL_LOOK_NAMES ? NAMES_NAME : look == TRL_LOOK_BAND ? BAND_FACT : 0;
}

/**
 * trl_brush_scale:
 * @brush: a brush
 * @units: a size at a text scale of 1
 *
 * Returns: the real size
 */
double
trl_brush_scale (const TrlBrush *brush,
                 double          units)
{
  return trl_layout_scale (brush->painter->layout, units);
}

/**
 * trl_brush_colour:
 * @brush: a brush
 * @role: what the colour is for
 *
 * Returns: (transfer none): the colour
 */
const TrlColour *
trl_brush_colour (const TrlBrush *brush,
                  TrlRole         role)
{
  return trl_theme_colour (brush->painter->theme, role);
}

/**
 * trl_brush_rect:
 * @brush: a brush
 * @start: from the edge where lines start, in real units
 * @top: from the top
 * @width: how wide
 * @height: how tall
 *
 * Returns: the rectangle on the board, turned over where lines start at the right
 */
TrlRect
trl_brush_rect (const TrlBrush *brush,
                double          start,
                double          top,
                double          width,
                double          height)
{
  gboolean rtl = trl_text_measure_is_rtl (brush->painter->layout->measure);
  double left = rtl ? brush->rect.width - start - width : start;

  return (TrlRect) { brush->rect.x + left, brush->rect.y + top, width, height };
}

/**
 * trl_brush_part:
 * @brush: a brush
 * @part: the number of a part of its box
 *
 * Returns: where the part is on the board
 */
TrlRect
trl_brush_part (const TrlBrush *brush,
                guint           part)
{
  TrlRect rect = { brush->rect.x, brush->rect.y, 0, 0 };

  if (part < brush->box->n_parts)
    {
      rect = brush->box->parts[part].rect;
      rect.x += brush->rect.x;
      rect.y += brush->rect.y;
    }
  return rect;
}

/**
 * trl_brush_has_text:
 * @brush: a brush
 *
 * Returns: %TRUE if its look shows the texts of cards
 */
gboolean
trl_brush_has_text (const TrlBrush *brush)
{
  return brush->look == TRL_LOOK_FULL;
}

static double
write_text (const TrlBrush    *brush,
            const TrlTextSpec *spec,
            const TrlRect     *room,
            TrlRole            role)
{
  g_autoptr (TrlText) text = NULL;

  if (spec->text == NULL || *spec->text == '\0' || spec->width <= 0)
    return 0;
  text = trl_text_measure_lay_out (brush->painter->layout->measure, spec);
  trl_marks_text (brush->marks, text, room->x, room->y, trl_brush_colour (brush, role));
  return trl_text_get_height (text);
}

/**
 * trl_brush_text:
 * @brush: a brush
 * @words: what to write
 * @style: how
 * @room: where; its height does not matter
 * @lines: the most lines, or 0
 * @align: where in the room
 * @role: in which colour
 *
 * Writes a text in its own size.
 *
 * Returns: how tall it is
 */
double
trl_brush_text (const TrlBrush *brush,
                const char     *words,
                TrlStyle        style,
                const TrlRect  *room,
                int             lines,
                TrlAlign        align,
                TrlRole         role)
{
  TrlTextSpec spec = trl_layout_spec (brush->painter->layout, words, style, room->width, lines);

  spec.align = align;
  return write_text (brush, &spec, room, role);
}

/**
 * trl_brush_large:
 * @brush: a brush
 * @words: what to write
 * @strong: whether it has weight
 * @size: how large, in units at a text scale of 1
 * @room: where; its height does not matter
 * @lines: the most lines, or 0
 * @align: where in the room
 * @role: in which colour
 *
 * Writes a text in a size that can be read from afar.
 *
 * Returns: how tall it is
 */
double
trl_brush_large (const TrlBrush *brush,
                 const char     *words,
                 gboolean        strong,
                 double          size,
                 const TrlRect  *room,
                 int             lines,
                 TrlAlign        align,
                 TrlRole         role)
{
  TrlTextMeasure *measure = brush->painter->layout->measure;
  TrlStyle style = strong ? TRL_STYLE_NAME : TRL_STYLE_BODY;
  TrlTextSpec spec = { .text = words, .style = style, .width = room->width, .lines = lines, .align = align };

  spec.scale = size * trl_text_measure_get_scale (measure) / trl_text_measure_get_size (measure, style);
  return write_text (brush, &spec, room, role);
}

/**
 * trl_brush_sheet:
 * @brush: a brush
 * @ground: the colour of the box
 * @edge: the colour of its edge
 * @radius: of its corners, at a text scale of 1
 *
 * Paints the ground of a card; plain where cards are plain.
 */
void
trl_brush_sheet (const TrlBrush *brush,
                 TrlRole         ground,
                 TrlRole         edge,
                 double          radius)
{
  if (brush->look != TRL_LOOK_FULL && brush->look != TRL_LOOK_NAMES)
    {
      trl_marks_fill (brush->marks, &brush->rect, trl_brush_colour (brush, ground));
      return;
    }
  radius = trl_brush_scale (brush, radius);
  trl_marks_rounded (brush->marks, &brush->rect, radius, TRL_CORNERS_ALL, trl_brush_colour (brush, ground));
  trl_marks_border (brush->marks, &brush->rect, radius, trl_brush_scale (brush, 1), 0, trl_brush_colour (brush, edge));
}

static TrlRole
badge_ground (TrlBadgeLevel level)
{
  return level == TRL_BADGE_ERROR ? TRL_ROLE_ERROR : level == TRL_BADGE_WARNING ? TRL_ROLE_FINDING : TRL_ROLE_ADVICE;
}

/* Pale advice has no edge that could be seen, so it takes the finding's. */
static TrlRole
badge_edge (TrlBadgeLevel level)
{
  return level == TRL_BADGE_ERROR ? TRL_ROLE_ERROR : TRL_ROLE_FINDING;
}

static TrlRole
badge_ink (TrlBadgeLevel level)
{
  return level == TRL_BADGE_ERROR ? TRL_ROLE_ERROR_INK : level == TRL_BADGE_WARNING ? TRL_ROLE_FINDING_INK
                                                                                   : TRL_ROLE_ADVICE_INK;
}

static TrlIcon
badge_icon (TrlBadgeLevel level)
{
  return level == TRL_BADGE_ERROR ? TRL_ICON_ERROR : level == TRL_BADGE_WARNING ? TRL_ICON_WARNING : TRL_ICON_ADVICE;
}

/* How much wider than its card the pill may be: large names in a room leave tiers less room than three words need. */
#define MOST_PILL 1.3

/* The pill that says what was found sits on the upper edge, at the end. */
static void
paint_pill (const TrlBrush *brush)
{
  TrlLayout *layout = brush->painter->layout;
  const TrlBadge *badge = brush->badge;
  double icon = trl_brush_scale (brush, 14);
  double pad = trl_brush_scale (brush, 8);
  double gap = trl_brush_scale (brush, 5);
  double line = trl_layout_height_of (layout, badge->label, TRL_STYLE_LABEL, 0, 1);
  double height = line + trl_brush_scale (brush, 5);
  double reach = trl_brush_scale (brush, 7);
  double words = MIN (trl_layout_width_of (layout, badge->label, TRL_STYLE_LABEL) + 1,
                      MOST_PILL * brush->rect.width + 2 * reach - 2 * pad - icon - gap);
  double width = words + 2 * pad + icon + gap;
  double start = brush->rect.width + reach - width;
  double top = -height * 0.62;
  TrlRect pill = trl_brush_rect (brush, start, top, width, height);
  TrlRect picture = trl_brush_rect (brush, start + pad, top + (height - icon) / 2, icon, icon);
  TrlRect room = trl_brush_rect (brush, start + pad + icon + gap, top + (height - line) / 2, words, line);

  trl_marks_rounded (brush->marks, &pill, height / 2, TRL_CORNERS_ALL,
                     trl_brush_colour (brush, badge_ground (badge->level)));
  if (badge->level == TRL_BADGE_ADVICE)
    trl_marks_border (brush->marks, &pill, height / 2, trl_brush_scale (brush, 1), 0,
                      trl_brush_colour (brush, badge_edge (badge->level)));
  trl_icon_paint (brush->marks, badge_icon (badge->level), picture.x, picture.y, icon,
                  trl_brush_colour (brush, badge_ink (badge->level)));
  trl_brush_text (brush, badge->label, TRL_STYLE_LABEL, &room, 1, TRL_ALIGN_START, badge_ink (badge->level));
}

/**
 * trl_brush_badge:
 * @brush: a brush
 * @radius: of the corners of its box, at a text scale of 1; 0 leaves its edge alone
 *
 * Paints what was found about the box over it: an edge, and the label where
 * there is room for one.
 */
void
trl_brush_badge (const TrlBrush *brush,
                 double          radius)
{
  if (brush->badge == NULL || (brush->look != TRL_LOOK_FULL && brush->look != TRL_LOOK_NAMES))
    return;
  if (radius > 0)
    trl_marks_border (brush->marks, &brush->rect, trl_brush_scale (brush, radius),
                      trl_brush_scale (brush, brush->badge->level == TRL_BADGE_ADVICE ? 1 : 2), 0,
                      trl_brush_colour (brush, badge_edge (brush->badge->level)));
  if (brush->badge->shown && brush->look == TRL_LOOK_FULL)
    paint_pill (brush);
}

/**
 * trl_brush_question:
 * @brush: a brush
 * @words: a question
 * @rect: where, on the board
 *
 * Paints an empty place that asks its question.
 */
void
trl_brush_question (const TrlBrush *brush,
                    const char     *words,
                    const TrlRect  *rect)
{
  double pad = trl_brush_scale (brush, 12);
  TrlRect room = trl_rect_inset (rect, pad, 0);
  double height;

  trl_marks_border (brush->marks, rect, trl_brush_scale (brush, 9), trl_brush_scale (brush, 1.2),
                    trl_brush_scale (brush, 4), trl_brush_colour (brush, TRL_ROLE_EMPTY_EDGE));
  height = trl_layout_height_of (brush->painter->layout, words, TRL_STYLE_BODY, room.width, 3);
  room.y += (rect->height - height) / 2;
  trl_brush_text (brush, words, TRL_STYLE_BODY, &room, 3, TRL_ALIGN_CENTRE, TRL_ROLE_DIM);
}

/**
 * trl_motion_get_route:
 * @blueprint: a blueprint
 * @motion: a motion
 *
 * Finds the route that colours a motion: the one that all its types share, else
 * that of its way to market. Of several it is the first of build, transact,
 * deliver, refer, since that is what the partner has to be able to do. Types
 * that share none leave it without a hue: no one route is true.
 *
 * Returns: one route, or %TRL_ROUTE_NONE
 */
TrlRoute
trl_motion_get_route (TrlBlueprint *blueprint,
                      TrlCard      *motion)
{
  static const TrlRoute order[] = { TRL_ROUTE_BUILD, TRL_ROUTE_TRANSACT, TRL_ROUTE_DELIVER, TRL_ROUTE_REFER };
  const char * const *types = trl_card_get_refs (motion, TRL_MOTION_TYPES);
  const TrlEntry *entry = trl_card_get_entry (motion, TRL_MOTION_GTM);
  guint shared = ~0u;
  gboolean has_type = FALSE;

  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    {
      TrlCard *type = trl_blueprint_get (blueprint, types[i]);
      const TrlEntry *kind = type != NULL ? trl_card_get_kind_entry (type) : NULL;

      shared &= kind != NULL ? kind->routes : ~0u;
      has_type = has_type || kind != NULL;
    }
  if (!has_type)
    shared = entry != NULL ? entry->routes : 0;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (shared & order[i])
      return order[i];
  return TRL_ROUTE_NONE;
}

/**
 * trl_route_get_role:
 * @route: one route
 *
 * Returns: its hue
 */
TrlRole
trl_route_get_role (TrlRoute route)
{
  return route == TRL_ROUTE_BUILD ? TRL_ROLE_BUILD : route == TRL_ROUTE_TRANSACT ? TRL_ROLE_TRANSACT :
         route == TRL_ROUTE_DELIVER ? TRL_ROLE_DELIVER : route == TRL_ROUTE_REFER ? TRL_ROLE_REFER : TRL_ROLE_NO_ROUTE;
}

/**
 * trl_route_get_icon:
 * @route: one route
 *
 * Returns: its picture
 */
TrlIcon
trl_route_get_icon (TrlRoute route)
{
  return route == TRL_ROUTE_BUILD ? TRL_ICON_BUILD : route == TRL_ROUTE_TRANSACT ? TRL_ICON_TRANSACT :
         route == TRL_ROUTE_DELIVER ? TRL_ICON_DELIVER : route == TRL_ROUTE_REFER ? TRL_ICON_REFER : TRL_ICON_NO_ROUTE;
}

typedef void (*Paint) (const TrlBrush *brush);

/* One painter a kind of card; a kind without one says what it is in a line. */
static const Paint card_painters[TRL_N_KINDS] = {
  [TRL_KIND_TIER] = trl_paint_tier,
  [TRL_KIND_CRITERION] = trl_paint_criterion,
  [TRL_KIND_BENEFIT] = trl_paint_benefit,
  [TRL_KIND_INCENTIVE] = trl_paint_incentive,
  [TRL_KIND_STEP] = trl_paint_step,
  [TRL_KIND_METRIC] = trl_paint_metric,
  [TRL_KIND_NOTE] = trl_paint_note,
};

static const Paint box_painters[] = {
  [TRL_BOX_BANNER] = trl_paint_banner,
  [TRL_BOX_ROW_NAME] = trl_paint_row_name,
  [TRL_BOX_FRAME] = trl_paint_frame,
  [TRL_BOX_HEADER] = trl_paint_header,
  [TRL_BOX_STATEMENT] = trl_paint_statement,
  [TRL_BOX_SLOT] = trl_paint_slot,
  [TRL_BOX_FOOTER] = trl_paint_footer,
};

static Paint
find_painter (const TrlBox *box)
{
  Paint paint;

  if (box->kind != TRL_BOX_CARD)
    return box_painters[box->kind];
  paint = card_painters[trl_card_get_kind (box->card)];
  return paint != NULL ? paint : trl_paint_line;
}

/**
 * trl_paint_box:
 * @painter: what painting needs
 * @box: a box of its layout
 * @x: where the box's left edge comes to lie
 * @y: where its top edge comes to lie
 * @look: how much of it is shown
 * @marks: where the marks are appended
 *
 * Paints one box; boxes in it are painted by themselves. Looks that show less
 * may leave nothing of a box.
 */
void
trl_paint_box (const TrlPainter *painter,
               const TrlBox     *box,
               double            x,
               double            y,
               TrlLook           look,
               TrlMarks         *marks)
{
  TrlBrush brush = { painter, box, { x, y, 0, 0 }, look, marks, NULL };

  g_return_if_fail (painter != NULL && box != NULL && marks != NULL);

  brush.rect.width = box->rect.width;
  brush.rect.height = box->rect.height;
  if (box->kind == TRL_BOX_CARD || box->kind == TRL_BOX_HEADER || box->kind == TRL_BOX_BANNER)
    brush.badge = trl_badges_get (painter->badges, trl_card_get_id (box->card));
  find_painter (box) (&brush);
}

/**
 * trl_paint_all:
 * @painter: what painting needs
 * @visible: (nullable): what can be seen, %NULL for everything
 * @look: how much is shown
 * @marks: where the marks are appended
 *
 * Paints a board in its own units.
 */
void
trl_paint_all (const TrlPainter *painter,
               const TrlRect    *visible,
               TrlLook           look,
               TrlMarks         *marks)
{
  g_autoptr (GPtrArray) boxes = NULL;

  g_return_if_fail (painter != NULL && marks != NULL);

  boxes = visible != NULL ? trl_layout_query (painter->layout, visible) : trl_layout_get_boxes (painter->layout);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);

      trl_paint_box (painter, box, box->rect.x, box->rect.y, look, marks);
    }
  trl_paint_links (painter, look, NULL, NULL, marks);
}
