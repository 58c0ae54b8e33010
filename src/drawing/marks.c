/* marks.c: what a painter leaves behind: plain structs that screen and paper play.
 *
 * Marks are the narrow waist of drawing. They know no shadow, no blur and no
 * theme icon, because paper has none of them and one hand draws both. */

#define G_LOG_DOMAIN "marks"

#include "config.h"

#include "marks.h"

#include <math.h>

struct _TrlPath
{
  guint   ref_count;
  GArray *steps;
};

struct _TrlMarks
{
  guint   ref_count;
  GArray *marks;
};

/**
 * trl_rect_contains:
 * @rect: a rectangle
 * @x: a place, in the units of @rect
 * @y: a place
 *
 * Returns: %TRUE if the place lies in @rect; its far edges are outside
 */
gboolean
trl_rect_contains (const TrlRect *rect,
                   double         x,
                   double         y)
{
  g_return_val_if_fail (rect != NULL, FALSE);

  return x >= rect->x && x < rect->x + rect->width &&
         y >= rect->y && y < rect->y + rect->height;
}

/**
 * trl_rect_encloses:
 * @outer: a rectangle
 * @inner: another
 *
 * Returns: %TRUE if nothing of @inner is outside of @outer, but for a
 *   thousandth of a unit
 */
gboolean
trl_rect_encloses (const TrlRect *outer,
                   const TrlRect *inner)
{
  g_return_val_if_fail (outer != NULL && inner != NULL, FALSE);

  return inner->x >= outer->x - 0.001 && inner->y >= outer->y - 0.001 &&
         inner->x + inner->width <= outer->x + outer->width + 0.001 &&
         inner->y + inner->height <= outer->y + outer->height + 0.001;
}

/**
 * trl_rect_overlaps:
 * @a: a rectangle
 * @b: another
 *
 * Returns: %TRUE if they share more than an edge
 */
gboolean
trl_rect_overlaps (const TrlRect *a,
                   const TrlRect *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->x + a->width > b->x + 0.001 && b->x + b->width > a->x + 0.001 &&
         a->y + a->height > b->y + 0.001 && b->y + b->height > a->y + 0.001;
}

/**
 * trl_rect_union:
 * @rect: (inout): the rectangle to grow; one without any size counts as nothing
 * @other: what it has to hold
 *
 * Grows @rect until it holds @other too.
 */
void
trl_rect_union (TrlRect       *rect,
                const TrlRect *other)
{
  double right;
  double bottom;

  g_return_if_fail (rect != NULL && other != NULL);

  if (rect->width <= 0 && rect->height <= 0)
    {
      *rect = *other;
      return;
    }
  right = MAX (rect->x + rect->width, other->x + other->width);
  bottom = MAX (rect->y + rect->height, other->y + other->height);
  rect->x = MIN (rect->x, other->x);
  rect->y = MIN (rect->y, other->y);
  rect->width = right - rect->x;
  rect->height = bottom - rect->y;
}

/**
 * trl_rect_inset:
 * @rect: a rectangle
 * @dx: how much to take away at the left and at the right; negative adds
 * @dy: how much to take away above and below
 *
 * Returns: the smaller rectangle, never smaller than nothing
 */
TrlRect
trl_rect_inset (const TrlRect *rect,
                double         dx,
                double         dy)
{
  TrlRect inset = { 0, 0, 0, 0 };

  g_return_val_if_fail (rect != NULL, inset);

  inset.x = rect->x + dx;
  inset.y = rect->y + dy;
  inset.width = MAX (0, rect->width - 2 * dx);
  inset.height = MAX (0, rect->height - 2 * dy);
  return inset;
}

/**
 * trl_path_new:
 *
 * Returns: (transfer full): a path without any step
 */
TrlPath *
trl_path_new (void)
{
  TrlPath *self = g_new0 (TrlPath, 1);

  self->ref_count = 1;
  self->steps = g_array_new (FALSE, TRUE, sizeof (TrlPathStep));
  return self;
}

/**
 * trl_path_ref:
 * @path: (nullable): a path
 *
 * Returns: (transfer full) (nullable): @path
 */
TrlPath *
trl_path_ref (TrlPath *path)
{
  if (path != NULL)
    path->ref_count++;
  return path;
}

/**
 * trl_path_unref:
 * @path: (nullable) (transfer full): a path
 *
 * Drops a reference.
 */
void
trl_path_unref (TrlPath *path)
{
  if (path == NULL || --path->ref_count > 0)
    return;
  g_array_unref (path->steps);
  g_free (path);
}

static void
path_add (TrlPath      *self,
          TrlPathVerb   verb,
          const double *points,
          guint         n_points)
{
  TrlPathStep step = { .verb = verb };

  for (guint i = 0; i < n_points * 2; i++)
    step.points[i] = points[i];
  g_array_append_val (self->steps, step);
}

/**
 * trl_path_move:
 * @path: a path that nobody else holds yet
 * @x: where the next line starts
 * @y: where the next line starts
 *
 * Lifts the pen.
 */
void
trl_path_move (TrlPath *path,
               double   x,
               double   y)
{
  double points[] = { x, y };

  g_return_if_fail (path != NULL && path->ref_count == 1);

  path_add (path, TRL_PATH_MOVE, points, 1);
}

/**
 * trl_path_line:
 * @path: a path that nobody else holds yet
 * @x: where the line ends
 * @y: where the line ends
 *
 * Draws a straight line.
 */
void
trl_path_line (TrlPath *path,
               double   x,
               double   y)
{
  double points[] = { x, y };

  g_return_if_fail (path != NULL && path->ref_count == 1);

  path_add (path, TRL_PATH_LINE, points, 1);
}

/**
 * trl_path_curve:
 * @path: a path that nobody else holds yet
 * @x1: the first handle
 * @y1: the first handle
 * @x2: the second handle
 * @y2: the second handle
 * @x: where the curve ends
 * @y: where the curve ends
 *
 * Draws a Bézier curve.
 */
void
trl_path_curve (TrlPath *path,
                double   x1,
                double   y1,
                double   x2,
                double   y2,
                double   x,
                double   y)
{
  double points[] = { x1, y1, x2, y2, x, y };

  g_return_if_fail (path != NULL && path->ref_count == 1);

  path_add (path, TRL_PATH_CURVE, points, 3);
}

/**
 * trl_path_close:
 * @path: a path that nobody else holds yet
 *
 * Draws a straight line to where the pen was put down.
 */
void
trl_path_close (TrlPath *path)
{
  g_return_if_fail (path != NULL && path->ref_count == 1);

  path_add (path, TRL_PATH_CLOSE, NULL, 0);
}

/**
 * trl_path_parse:
 * @data: our own icon data: `M x y`, `L x y`, `C x1 y1 x2 y2 x y` and `Z`,
 *   all absolute, parted by spaces
 *
 * Reads a path that is part of the program. Data of people never comes here.
 *
 * Returns: (transfer full): the path
 */
TrlPath *
trl_path_parse (const char *data)
{
  TrlPath *self = trl_path_new ();
  const char *at = data;

  g_return_val_if_fail (data != NULL, self);

  while (*at != '\0')
    {
      char letter = *at++;
      guint n_points = letter == 'C' ? 3 : letter == 'Z' ? 0 : 1;
      double points[6];

      if (letter == ' ')
        continue;
      for (guint i = 0; i < n_points * 2; i++)
        {
          char *end;

          points[i] = g_ascii_strtod (at, &end);
          g_assert (end != at);
          at = end;
        }
      path_add (self, letter == 'M' ? TRL_PATH_MOVE : letter == 'L' ? TRL_PATH_LINE :
                      letter == 'C' ? TRL_PATH_CURVE : TRL_PATH_CLOSE, points, n_points);
    }
  return self;
}

/**
 * trl_path_get_steps:
 * @path: a path
 * @n_steps: (out): how many
 *
 * Returns: (array length=n_steps) (transfer none): its steps
 */
const TrlPathStep *
trl_path_get_steps (const TrlPath *path,
                    gsize         *n_steps)
{
  g_return_val_if_fail (path != NULL && n_steps != NULL, NULL);

  *n_steps = path->steps->len;
  return (const TrlPathStep *) path->steps->data;
}

/**
 * trl_path_get_bounds:
 * @path: a path
 *
 * Returns: a rectangle that holds its points and handles, and so its lines
 */
TrlRect
trl_path_get_bounds (const TrlPath *path)
{
  double left = INFINITY;
  double top = INFINITY;
  double right = -INFINITY;
  double bottom = -INFINITY;
  TrlRect bounds = { 0, 0, 0, 0 };

  g_return_val_if_fail (path != NULL, bounds);

  for (guint i = 0; i < path->steps->len; i++)
    {
      const TrlPathStep *step = &g_array_index (path->steps, TrlPathStep, i);
      guint n_points = step->verb == TRL_PATH_CURVE ? 3 : step->verb == TRL_PATH_CLOSE ? 0 : 1;

      for (guint p = 0; p < n_points; p++)
        {
          left = MIN (left, step->points[p * 2]);
          right = MAX (right, step->points[p * 2]);
          top = MIN (top, step->points[p * 2 + 1]);
          bottom = MAX (bottom, step->points[p * 2 + 1]);
        }
    }
  if (left <= right)
    bounds = (TrlRect) { left, top, right - left, bottom - top };
  return bounds;
}

static void
mark_clear (gpointer data)
{
  TrlMark *mark = data;

  if (mark->kind == TRL_MARK_PATH)
    trl_path_unref (mark->path);
  else if (mark->kind == TRL_MARK_TEXT)
    trl_text_unref (mark->text);
  else if (mark->kind == TRL_MARK_LINK)
    g_free (mark->uri);
}

/**
 * trl_marks_new:
 *
 * Returns: (transfer full): a list without any mark
 */
TrlMarks *
trl_marks_new (void)
{
  TrlMarks *self = g_new0 (TrlMarks, 1);

  self->ref_count = 1;
  self->marks = g_array_new (FALSE, FALSE, sizeof (TrlMark));
  g_array_set_clear_func (self->marks, mark_clear);
  return self;
}

/**
 * trl_marks_ref:
 * @marks: (nullable): a list
 *
 * Returns: (transfer full) (nullable): @marks
 */
TrlMarks *
trl_marks_ref (TrlMarks *marks)
{
  if (marks != NULL)
    marks->ref_count++;
  return marks;
}

/**
 * trl_marks_unref:
 * @marks: (nullable) (transfer full): a list
 *
 * Drops a reference.
 */
void
trl_marks_unref (TrlMarks *marks)
{
  if (marks == NULL || --marks->ref_count > 0)
    return;
  g_array_unref (marks->marks);
  g_free (marks);
}

/**
 * trl_marks_fill:
 * @marks: the list
 * @rect: where
 * @colour: its colour
 *
 * Appends a plain box.
 */
void
trl_marks_fill (TrlMarks        *marks,
                const TrlRect   *rect,
                const TrlColour *colour)
{
  TrlMark mark = { .kind = TRL_MARK_FILL, .rect = *rect, .colour = *colour };

  g_return_if_fail (marks != NULL);

  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_rounded:
 * @marks: the list
 * @rect: where
 * @radius: of its corners; is cut to half of the shorter side
 * @corners: which corners are round
 * @colour: its colour
 *
 * Appends a filled box with round corners.
 */
void
trl_marks_rounded (TrlMarks        *marks,
                   const TrlRect   *rect,
                   double           radius,
                   TrlCorners       corners,
                   const TrlColour *colour)
{
  TrlMark mark = { .kind = TRL_MARK_ROUNDED, .rect = *rect, .corners = corners, .colour = *colour };

  g_return_if_fail (marks != NULL && radius >= 0);

  mark.radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_border:
 * @marks: the list
 * @rect: its outer edge
 * @radius: of its corners, outside
 * @line_width: how thick
 * @dash: length of a dash and of a gap; 0 is a solid line
 * @colour: its colour
 *
 * Appends a line round a box. It lies inside of @rect.
 */
void
trl_marks_border (TrlMarks        *marks,
                  const TrlRect   *rect,
                  double           radius,
                  double           line_width,
                  double           dash,
                  const TrlColour *colour)
{
  TrlMark mark = { .kind = TRL_MARK_BORDER, .rect = *rect, .corners = TRL_CORNERS_ALL, .colour = *colour,
                   .line_width = line_width, .dash = dash };

  g_return_if_fail (marks != NULL && radius >= 0 && line_width > 0);

  mark.radius = MIN (radius, MIN (rect->width, rect->height) / 2);
  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_line:
 * @marks: the list
 * @x1: where it starts
 * @y1: where it starts
 * @x2: where it ends
 * @y2: where it ends
 * @line_width: how thick
 * @dash: length of a dash and of a gap; 0 is a solid line
 * @colour: its colour
 *
 * Appends a straight line.
 */
void
trl_marks_line (TrlMarks        *marks,
                double           x1,
                double           y1,
                double           x2,
                double           y2,
                double           line_width,
                double           dash,
                const TrlColour *colour)
{
  TrlMark mark = { .kind = TRL_MARK_LINE, .rect = { x1, y1, x2 - x1, y2 - y1 }, .colour = *colour,
                   .line_width = line_width, .dash = dash };

  g_return_if_fail (marks != NULL && line_width > 0);

  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_path:
 * @marks: the list
 * @path: (transfer none): what to draw; must not change any more
 * @x: where the path's origin comes to lie
 * @y: where the path's origin comes to lie
 * @scale: how large a unit of the path is
 * @line_width: how thick, in board units; 0 fills it
 * @colour: its colour
 *
 * Appends a path.
 */
void
trl_marks_path (TrlMarks        *marks,
                TrlPath         *path,
                double           x,
                double           y,
                double           scale,
                double           line_width,
                const TrlColour *colour)
{
  TrlMark mark = { .kind = TRL_MARK_PATH, .rect = { x, y, 0, 0 }, .colour = *colour,
                   .line_width = line_width, .scale = scale };

  g_return_if_fail (marks != NULL && path != NULL && scale > 0);

  mark.path = trl_path_ref (path);
  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_text:
 * @marks: the list
 * @text: (transfer none): what to write
 * @x: left edge of its room
 * @y: top edge of its first line
 * @colour: its colour
 *
 * Appends a text.
 */
void
trl_marks_text (TrlMarks        *marks,
                TrlText         *text,
                double           x,
                double           y,
                const TrlColour *colour)
{
  TrlMark mark = { .kind = TRL_MARK_TEXT, .rect = { x, y, 0, 0 }, .colour = *colour };

  g_return_if_fail (marks != NULL && text != NULL);

  mark.text = trl_text_ref (text);
  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_clip:
 * @marks: the list
 * @rect: what stays to be seen
 *
 * Hides what lies outside of @rect until trl_marks_unclip().
 */
void
trl_marks_clip (TrlMarks      *marks,
                const TrlRect *rect)
{
  TrlMark mark = { .kind = TRL_MARK_CLIP, .rect = *rect };

  g_return_if_fail (marks != NULL);

  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_unclip:
 * @marks: the list
 *
 * Ends the last clip.
 */
void
trl_marks_unclip (TrlMarks *marks)
{
  TrlMark mark = { .kind = TRL_MARK_UNCLIP };

  g_return_if_fail (marks != NULL);

  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_link:
 * @marks: the list
 * @rect: what leads there
 * @uri: where it leads
 *
 * Makes what follows a link, on paper, until trl_marks_unlink().
 */
void
trl_marks_link (TrlMarks      *marks,
                const TrlRect *rect,
                const char    *uri)
{
  TrlMark mark = { .kind = TRL_MARK_LINK, .rect = *rect };

  g_return_if_fail (marks != NULL && uri != NULL);

  mark.uri = g_strdup (uri);
  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_unlink:
 * @marks: the list
 *
 * Ends the last link.
 */
void
trl_marks_unlink (TrlMarks *marks)
{
  TrlMark mark = { .kind = TRL_MARK_UNLINK };

  g_return_if_fail (marks != NULL);

  g_array_append_val (marks->marks, mark);
}

/**
 * trl_marks_get:
 * @marks: the list
 * @n_marks: (out): how many
 *
 * Returns: (array length=n_marks) (transfer none): the marks, first the one at
 *   the bottom
 */
const TrlMark *
trl_marks_get (const TrlMarks *marks,
               gsize          *n_marks)
{
  g_return_val_if_fail (marks != NULL && n_marks != NULL, NULL);

  *n_marks = marks->marks->len;
  return (const TrlMark *) marks->marks->data;
}

/**
 * trl_mark_get_bounds:
 * @mark: a mark
 *
 * Returns: what it may paint on; nothing for clips and links
 */
TrlRect
trl_mark_get_bounds (const TrlMark *mark)
{
  TrlRect bounds = { 0, 0, 0, 0 };

  g_return_val_if_fail (mark != NULL, bounds);

  switch (mark->kind)
    {
    case TRL_MARK_FILL:
    case TRL_MARK_ROUNDED:
    case TRL_MARK_BORDER:
      return mark->rect;
    case TRL_MARK_LINE:
      bounds.x = MIN (mark->rect.x, mark->rect.x + mark->rect.width);
      bounds.y = MIN (mark->rect.y, mark->rect.y + mark->rect.height);
      bounds.width = fabs (mark->rect.width);
      bounds.height = fabs (mark->rect.height);
      return trl_rect_inset (&bounds, -mark->line_width / 2, -mark->line_width / 2);
    case TRL_MARK_PATH:
      bounds = trl_path_get_bounds (mark->path);
      bounds = (TrlRect) { mark->rect.x + bounds.x * mark->scale, mark->rect.y + bounds.y * mark->scale,
                           bounds.width * mark->scale, bounds.height * mark->scale };
      return trl_rect_inset (&bounds, -mark->line_width / 2, -mark->line_width / 2);
    case TRL_MARK_TEXT:
      return (TrlRect) { mark->rect.x + trl_text_get_left (mark->text), mark->rect.y,
                         trl_text_get_width (mark->text), trl_text_get_height (mark->text) };
    case TRL_MARK_CLIP:
    case TRL_MARK_UNCLIP:
    case TRL_MARK_LINK:
    case TRL_MARK_UNLINK:
    default:
      return bounds;
    }
}

/**
 * trl_marks_get_bounds:
 * @marks: the list
 *
 * Returns: a rectangle that holds what all marks may paint on; clips are not
 *   looked at
 */
TrlRect
trl_marks_get_bounds (const TrlMarks *marks)
{
  TrlRect bounds = { 0, 0, 0, 0 };

  g_return_val_if_fail (marks != NULL, bounds);

  for (guint i = 0; i < marks->marks->len; i++)
    {
      TrlRect rect = trl_mark_get_bounds (&g_array_index (marks->marks, TrlMark, i));

      if (rect.width > 0 || rect.height > 0)
        trl_rect_union (&bounds, &rect);
    }
  return bounds;
}

/**
 * trl_mark_trace_path:
 * @mark: a mark of a path
 * @cr: where to trace it
 *
 * Adds the path to @cr as it lies on the board, without filling or stroking
 * it. Paper and screen share this, since GSK of our baseline has no paths.
 */
void
trl_mark_trace_path (const TrlMark *mark,
                     cairo_t       *cr)
{
  g_return_if_fail (mark != NULL && mark->kind == TRL_MARK_PATH && cr != NULL);

  cairo_new_path (cr);
  cairo_save (cr);
  cairo_translate (cr, mark->rect.x, mark->rect.y);
  cairo_scale (cr, mark->scale, mark->scale);
  for (guint i = 0; i < mark->path->steps->len; i++)
    {
      const TrlPathStep *step = &g_array_index (mark->path->steps, TrlPathStep, i);
      const double *p = step->points;

      if (step->verb == TRL_PATH_MOVE)
        cairo_move_to (cr, p[0], p[1]);
      else if (step->verb == TRL_PATH_LINE)
        cairo_line_to (cr, p[0], p[1]);
      else if (step->verb == TRL_PATH_CURVE)
        cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
      else
        cairo_close_path (cr);
    }
  cairo_restore (cr);
}
