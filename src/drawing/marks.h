/* marks.h: what a painter leaves behind: plain structs that screen and paper play. */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "text-measure.h"

G_BEGIN_DECLS

/**
 * TrlColour:
 *
 * A colour without premultiplication, each part from 0 to 1. The parts lie as
 * in GdkRGBA, so that the board can copy it whole.
 */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} TrlColour;

/**
 * TrlRect:
 *
 * A rectangle in board units; at 100 % a unit is a pixel. y grows downwards.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} TrlRect;

/**
 * TrlCorners:
 *
 * Which corners of a rounded box are round.
 */
typedef enum
{
  TRL_CORNERS_TOP    = 1 << 0,
  TRL_CORNERS_BOTTOM = 1 << 1,
  TRL_CORNERS_ALL    = TRL_CORNERS_TOP | TRL_CORNERS_BOTTOM
} TrlCorners;

/**
 * TrlPath:
 *
 * Own path data: move, line, curve and close, in the units of its maker.
 * Immutable once it is in a mark, reference-counted.
 */
typedef struct _TrlPath TrlPath;

typedef enum
{
  TRL_PATH_MOVE,    /* 1 point */
  TRL_PATH_LINE,    /* 1 point */
  TRL_PATH_CURVE,   /* 3 points: two handles and the end */
  TRL_PATH_CLOSE    /* no point */
} TrlPathVerb;

typedef struct
{
  TrlPathVerb verb;
  double      points[6];
} TrlPathStep;

TrlPath           *trl_path_new          (void);
TrlPath           *trl_path_parse        (const char    *data);
TrlPath           *trl_path_ref          (TrlPath       *path);
void               trl_path_unref        (TrlPath       *path);
void               trl_path_move         (TrlPath       *path,
                                          double         x,
                                          double         y);
void               trl_path_line         (TrlPath       *path,
                                          double         x,
                                          double         y);
void               trl_path_curve        (TrlPath       *path,
                                          double         x1,
                                          double         y1,
                                          double         x2,
                                          double         y2,
                                          double         x,
                                          double         y);
void               trl_path_close        (TrlPath       *path);
const TrlPathStep *trl_path_get_steps    (const TrlPath *path,
                                          gsize         *n_steps);
TrlRect            trl_path_get_bounds   (const TrlPath *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlPath, trl_path_unref)

/**
 * TrlMarkKind:
 * @TRL_MARK_FILL: a plain box: rect, colour
 * @TRL_MARK_ROUNDED: a box with round corners: rect, radius, corners, colour
 * @TRL_MARK_BORDER: a line round a box, inside of it: rect, radius, corners,
 *   line_width, dash, colour
 * @TRL_MARK_LINE: a straight line from the rect's corner (x, y) to
 *   (x + width, y + height), which may be negative: line_width, dash, colour
 * @TRL_MARK_PATH: a path, scaled by scale and moved to (rect.x, rect.y):
 *   path, line_width (0 is filled, else stroked; in board units), colour
 * @TRL_MARK_TEXT: a text whose layout's top left corner is (rect.x, rect.y):
 *   text, colour
 * @TRL_MARK_CLIP: until the matching unclip, nothing outside rect is seen
 * @TRL_MARK_UNCLIP: ends the last clip
 * @TRL_MARK_LINK: until the matching unlink, rect leads to uri (paper only)
 * @TRL_MARK_UNLINK: ends the last link
 *
 * What a mark is, and which fields it uses.
 */
typedef enum
{
  TRL_MARK_FILL,
  TRL_MARK_ROUNDED,
  TRL_MARK_BORDER,
  TRL_MARK_LINE,
  TRL_MARK_PATH,
  TRL_MARK_TEXT,
  TRL_MARK_CLIP,
  TRL_MARK_UNCLIP,
  TRL_MARK_LINK,
  TRL_MARK_UNLINK
} TrlMarkKind;

typedef struct
{
  TrlMarkKind kind;
  TrlCorners  corners;
  TrlRect     rect;
  TrlColour   colour;
  double      radius;
  double      line_width;
  double      dash;      /* length of a dash and of a gap; 0 is a solid line */
  double      scale;     /* of a path */
  union {
    TrlPath  *path;
    TrlText  *text;
    char     *uri;
  };
} TrlMark;

/**
 * TrlMarks:
 *
 * An append-only list of marks, reference-counted. Painters append to it; the
 * board turns it into render nodes, publish plays it to cairo and SVG.
 */
typedef struct _TrlMarks TrlMarks;

TrlMarks      *trl_marks_new        (void);
TrlMarks      *trl_marks_ref        (TrlMarks         *marks);
void           trl_marks_unref      (TrlMarks         *marks);
void           trl_marks_fill       (TrlMarks         *marks,
                                     const TrlRect    *rect,
                                     const TrlColour  *colour);
void           trl_marks_rounded    (TrlMarks         *marks,
                                     const TrlRect    *rect,
                                     double            radius,
                                     TrlCorners        corners,
                                     const TrlColour  *colour);
void           trl_marks_border     (TrlMarks         *marks,
                                     const TrlRect    *rect,
                                     double            radius,
                                     double            line_width,
                                     double            dash,
                                     const TrlColour  *colour);
void           trl_marks_line       (TrlMarks         *marks,
                                     double            x1,
                                     double            y1,
                                     double            x2,
                                     double            y2,
                                     double            line_width,
                                     double            dash,
                                     const TrlColour  *colour);
void           trl_marks_path       (TrlMarks         *marks,
                                     TrlPath          *path,
                                     double            x,
                                     double            y,
                                     double            scale,
                                     double            line_width,
                                     const TrlColour  *colour);
void           trl_marks_text       (TrlMarks         *marks,
                                     TrlText          *text,
                                     double            x,
                                     double            y,
                                     const TrlColour  *colour);
void           trl_marks_clip       (TrlMarks         *marks,
                                     const TrlRect    *rect);
void           trl_marks_unclip     (TrlMarks         *marks);
void           trl_marks_link       (TrlMarks         *marks,
                                     const TrlRect    *rect,
                                     const char       *uri);
void           trl_marks_unlink     (TrlMarks         *marks);
const TrlMark *trl_marks_get        (const TrlMarks   *marks,
                                     gsize            *n_marks);
TrlRect        trl_marks_get_bounds (const TrlMarks   *marks);

TrlRect        trl_mark_get_bounds  (const TrlMark    *mark);
void           trl_mark_trace_path  (const TrlMark    *mark,
                                     cairo_t          *cr);

gboolean       trl_rect_contains    (const TrlRect    *rect,
                                     double            x,
                                     double            y);
gboolean       trl_rect_encloses    (const TrlRect    *outer,
                                     const TrlRect    *inner);
gboolean       trl_rect_overlaps    (const TrlRect    *a,
                                     const TrlRect    *b);
void           trl_rect_union       (TrlRect          *rect,
                                     const TrlRect    *other);
TrlRect        trl_rect_inset       (const TrlRect    *rect,
                                     double            dx,
                                     double            dy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlMarks, trl_marks_unref)

G_END_DECLS
