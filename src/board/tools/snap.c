/* snap.c: edges, centres and equal gaps.
 *
 * Both axes are the same arithmetic: a rectangle is two spans, one along the
 * axis that is looked at and one across it. Edges and centres win over gaps
 * that are as near. */

#define G_LOG_DOMAIN "snap"

#include "config.h"

#include "snap.h"

#include <math.h>

/* What is nearer than this is the same, in board units. */
#define SAME 0.5

typedef struct
{
  double start;
  double end;
  double from;    /* across */
  double to;
} Span;

static Span
span_of (const TrlRect *rect,
         gboolean       down)
{
  return down ? (Span) { rect->y, rect->y + rect->height, rect->x, rect->x + rect->width }
              : (Span) { rect->x, rect->x + rect->width, rect->y, rect->y + rect->height };
}

static Span
span_moved (const Span *span,
            double      by)
{
  return (Span) { span->start + by, span->end + by, span->from, span->to };
}

/* Start, centre and end. */
static double
line_of (const Span *span,
         guint       which)
{
  return span->start + (span->end - span->start) * which / 2;
}

static void
consider (double  by,
          double *best)
{
  if (fabs (by) < fabs (*best) - 1e-6)
    *best = by;
}

static gboolean
share_row (const Span *a,
           const Span *b)
{
  return a->from < b->to && b->from < a->to;
}

/* Whether nothing of the row lies between two of its members. */
static gboolean
are_neighbours (const GArray *row,
                const Span   *left,
                const Span   *right)
{
  if (left->end > right->start)
    return FALSE;
  for (guint i = 0; i < row->len; i++)
    {
      const Span *other = &g_array_index (row, Span, i);

      if (other != left && other != right && other->start < right->start && other->end > left->end)
        return FALSE;
    }
  return TRUE;
}

/* Looks at a gap: to be repeated on either side, or to be halved. */
static void
consider_gap (const Span *left,
              const Span *right,
              const Span *moving,
              double     *best)
{
  double gap = right->start - left->end;
  double length = moving->end - moving->start;

  consider (right->end + gap - moving->start, best);
  consider (left->start - gap - moving->end, best);
  if (length < gap)
    consider (left->end + (gap - length) / 2 - moving->start, best);
}

static void
add_guide (GArray  *guides,
           gboolean down,
           gboolean is_gap,
           double   along1,
           double   across1,
           double   along2,
           double   across2)
{
  TrlGuide guide = down ? (TrlGuide) { across1, along1, across2, along2, is_gap }
                        : (TrlGuide) { along1, across1, along2, across2, is_gap };

  g_array_append_val (guides, guide);
}

/* A line through everything that shares an edge or a centre now. */
static gboolean
show_lines (const GArray *spans,
            const Span   *moved,
            gboolean      down,
            GArray       *guides)
{
  gboolean any = FALSE;

  for (guint which = 0; which < 3; which++)
    {
      double at = line_of (moved, which), from = moved->from, to = moved->to;
      gboolean found = FALSE;

      for (guint i = 0; i < spans->len; i++)
        {
          const Span *other = &g_array_index (spans, Span, i);

          for (guint own = 0; own < 3; own++)
            if (fabs (line_of (other, own) - at) < SAME)
              {
                from = MIN (from, other->from);
                to = MAX (to, other->to);
                found = TRUE;
              }
        }
      if (found)
        add_guide (guides, down, FALSE, at, from, at, to);
      any |= found;
    }
  return any;
}

/* The two gaps that are equal now, each as a line in the middle of what both have in common. */
static void
show_gap (const Span *left,
          const Span *right,
          gboolean    down,
          GArray     *guides)
{
  double across = (MAX (left->from, right->from) + MIN (left->to, right->to)) / 2;

  add_guide (guides, down, TRUE, left->end, across, right->start, across);
}

static void
show_gaps (const GArray *row,
           const Span   *moved,
           gboolean      down,
           GArray       *guides)
{
  for (guint i = 0; i < row->len; i++)
    for (guint j = 0; j < row->len; j++)
      {
        const Span *left = &g_array_index (row, Span, i), *right = &g_array_index (row, Span, j);
        double gap = right->start - left->end;

        if (i == j || !are_neighbours (row, left, right))
          continue;
        if (fabs (moved->start - right->end - gap) < SAME)
          {
            show_gap (left, right, down, guides);
            show_gap (right, moved, down, guides);
            return;
          }
        if (fabs (left->start - moved->end - gap) < SAME)
          {
            show_gap (moved, left, down, guides);
            show_gap (left, right, down, guides);
            return;
          }
        if (moved->start > left->end && fabs (moved->start - left->end - (right->start - moved->end)) < SAME)
          {
            show_gap (left, moved, down, guides);
            show_gap (moved, right, down, guides);
            return;
          }
      }
}

static double
snap_axis (const GArray  *others,
           const TrlRect *rect,
           double         reach,
           gboolean       down,
           GArray        *guides)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GArray) row = g_array_new (FALSE, FALSE, sizeof (Span));
  Span moving = span_of (rect, down), moved;
  double best = reach + 1e-3;

  for (guint i = 0; i < others->len; i++)
    {
      Span span = span_of (&g_array_index (others, TrlRect, i), down);

      g_array_append_val (spans, span);
      if (share_row (&span, &moving))
        g_array_append_val (row, span);
      for (guint own = 0; own < 3; own++)
        for (guint other = 0; other < 3; other++)
          consider (line_of (&span, other) - line_of (&moving, own), &best);
    }
  for (guint i = 0; i < row->len; i++)
    for (guint j = 0; j < row->len; j++)
      if (i != j && are_neighbours (row, &g_array_index (row, Span, i), &g_array_index (row, Span, j)))
        consider_gap (&g_array_index (row, Span, i), &g_array_index (row, Span, j), &moving, &best);
  if (fabs (best) > reach)
    return 0;

  moved = span_moved (&moving, best);
  if (!show_lines (spans, &moved, down, guides))
    show_gaps (row, &moved, down, guides);
  return best;
}

/**
 * trl_snap:
 * @others: (element-type TrlRect): what lies there, in board units
 * @moving: what is moved
 * @reach: so far it is drawn, in board units
 * @dx: (out): how far to the right to move it; 0 without a reason
 * @dy: (out): how far down
 * @guides: (element-type TrlGuide): gets the reasons; emptied first
 *
 * Finds the nearest place at which an edge or a centre is in line with another,
 * or a gap is as wide as the one beside it.
 */
void
trl_snap (const GArray  *others,
          const TrlRect *moving,
          double         reach,
          double        *dx,
          double        *dy,
          GArray        *guides)
{
  TrlRect rect = *moving;

  g_return_if_fail (others != NULL && moving != NULL && dx != NULL && dy != NULL && guides != NULL);

  g_array_set_size (guides, 0);
  *dx = snap_axis (others, &rect, reach, FALSE, guides);
  /* The lines of the second axis start from where the first has put it, and the other way round. */
  rect.x += *dx;
  *dy = snap_axis (others, &rect, reach, TRUE, guides);
  if (*dx == 0 || *dy == 0)
    return;
  rect.y += *dy;
  g_array_set_size (guides, 0);
  snap_axis (others, &rect, 0, FALSE, guides);
  snap_axis (others, &rect, 0, TRUE, guides);
}
