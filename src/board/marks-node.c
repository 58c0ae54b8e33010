/* marks-node.c: marks become a render node.
 *
 * Plain boxes, rounded boxes, straight lines and texts have nodes of their
 * own, which every renderer draws well. Paths and dashes go through small
 * cairo nodes: GSK of our baseline has no paths. */

#define G_LOG_DOMAIN "marks-node"

#include "config.h"

#include "marks-node.h"

#include <math.h>

/**
 * trl_colour_to_rgba:
 * @colour: a colour of a theme
 *
 * Returns: the same for GTK
 */
GdkRGBA
trl_colour_to_rgba (const TrlColour *colour)
{
  return (GdkRGBA) { colour->red, colour->green, colour->blue, colour->alpha };
}

/**
 * trl_rect_to_graphene:
 * @rect: a rectangle
 *
 * Returns: the same for GTK
 */
graphene_rect_t
trl_rect_to_graphene (const TrlRect *rect)
{
  return GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
}

static GskRoundedRect
rounded_rect (const TrlMark *mark)
{
  graphene_rect_t bounds = trl_rect_to_graphene (&mark->rect);
  double radius = MIN (mark->radius, MIN (mark->rect.width, mark->rect.height) / 2);
  double top = (mark->corners & TRL_CORNERS_TOP) != 0 ? radius : 0;
  double bottom = (mark->corners & TRL_CORNERS_BOTTOM) != 0 ? radius : 0;
  GskRoundedRect rounded;

  gsk_rounded_rect_init (&rounded, &bounds,
                         &GRAPHENE_SIZE_INIT (top, top), &GRAPHENE_SIZE_INIT (top, top),
                         &GRAPHENE_SIZE_INIT (bottom, bottom), &GRAPHENE_SIZE_INIT (bottom, bottom));
  return rounded;
}

static void
play_rounded (GtkSnapshot   *snapshot,
              const TrlMark *mark)
{
  GskRoundedRect rounded = rounded_rect (mark);
  GdkRGBA rgba = trl_colour_to_rgba (&mark->colour);

  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &rgba, &rounded.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
trace_rounded (cairo_t             *cr,
               const GskRoundedRect *rounded)
{
  const graphene_rect_t *b = &rounded->bounds;
  double top = rounded->corner[GSK_CORNER_TOP_LEFT].width;
  double bottom = rounded->corner[GSK_CORNER_BOTTOM_LEFT].width;
  double right = b->origin.x + b->size.width, end = b->origin.y + b->size.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, b->origin.x + top, b->origin.y + top, top, G_PI, 1.5 * G_PI);
  cairo_arc (cr, right - top, b->origin.y + top, top, 1.5 * G_PI, 2 * G_PI);
  cairo_arc (cr, right - bottom, end - bottom, bottom, 0, 0.5 * G_PI);
  cairo_arc (cr, b->origin.x + bottom, end - bottom, bottom, 0.5 * G_PI, G_PI);
  cairo_close_path (cr);
}

static cairo_t *
begin_cairo (GtkSnapshot   *snapshot,
             const TrlRect *rect,
             const TrlMark *mark)
{
  TrlRect larger = trl_rect_inset (rect, -1, -1);
  graphene_rect_t bounds = trl_rect_to_graphene (&larger);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_set_source_rgba (cr, mark->colour.red, mark->colour.green, mark->colour.blue, mark->colour.alpha);
  cairo_set_line_width (cr, mark->line_width);
  if (mark->dash > 0)
    cairo_set_dash (cr, &mark->dash, 1, 0);
  return cr;
}

static void
play_border (GtkSnapshot   *snapshot,
             const TrlMark *mark)
{
  GskRoundedRect rounded = rounded_rect (mark);
  float width = mark->line_width;
  GdkRGBA rgba = trl_colour_to_rgba (&mark->colour);

  if (mark->dash > 0)
    {
      cairo_t *cr = begin_cairo (snapshot, &mark->rect, mark);

      gsk_rounded_rect_shrink (&rounded, width / 2, width / 2, width / 2, width / 2);
      trace_rounded (cr, &rounded);
      cairo_stroke (cr);
      cairo_destroy (cr);
      return;
    }
  gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

static void
play_line (GtkSnapshot   *snapshot,
           const TrlMark *mark)
{
  TrlRect bounds = trl_mark_get_bounds (mark);
  cairo_t *cr;

  if (mark->dash <= 0 && (mark->rect.width == 0 || mark->rect.height == 0))
    {
      GdkRGBA rgba = trl_colour_to_rgba (&mark->colour);
      graphene_rect_t rect = trl_rect_to_graphene (&bounds);

      gtk_snapshot_append_color (snapshot, &rgba, &rect);
      return;
    }
  cr = begin_cairo (snapshot, &bounds, mark);
  cairo_move_to (cr, mark->rect.x, mark->rect.y);
  cairo_line_to (cr, mark->rect.x + mark->rect.width, mark->rect.y + mark->rect.height);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
play_path (GtkSnapshot   *snapshot,
           const TrlMark *mark)
{
  TrlRect bounds = trl_mark_get_bounds (mark);
  cairo_t *cr = begin_cairo (snapshot, &bounds, mark);

  trl_mark_trace_path (mark, cr);
  if (mark->line_width > 0)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
  cairo_destroy (cr);
}

static void
play_text (GtkSnapshot   *snapshot,
           const TrlMark *mark)
{
  GdkRGBA rgba = trl_colour_to_rgba (&mark->colour);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (mark->rect.x, mark->rect.y));
  gtk_snapshot_append_layout (snapshot, trl_text_get_layout (mark->text), &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
play_fill (GtkSnapshot   *snapshot,
           const TrlMark *mark)
{
  GdkRGBA rgba = trl_colour_to_rgba (&mark->colour);
  graphene_rect_t rect = trl_rect_to_graphene (&mark->rect);

  gtk_snapshot_append_color (snapshot, &rgba, &rect);
}

/**
 * trl_marks_snapshot:
 * @marks: marks
 * @snapshot: where to play them
 *
 * Plays marks on the screen. Links are for paper.
 */
void
trl_marks_snapshot (const TrlMarks *marks,
                    GtkSnapshot    *snapshot)
{
  const TrlMark *list;
  gsize n_marks;

  g_return_if_fail (marks != NULL && snapshot != NULL);

  list = trl_marks_get (marks, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    {
      const TrlMark *mark = &list[i];
      graphene_rect_t rect = trl_rect_to_graphene (&mark->rect);

      switch (mark->kind)
        {
        case TRL_MARK_FILL:
          play_fill (snapshot, mark);
          break;
        case TRL_MARK_ROUNDED:
          play_rounded (snapshot, mark);
          break;
        case TRL_MARK_BORDER:
          play_border (snapshot, mark);
          break;
        case TRL_MARK_LINE:
          play_line (snapshot, mark);
          break;
        case TRL_MARK_PATH:
          play_path (snapshot, mark);
          break;
        case TRL_MARK_TEXT:
          play_text (snapshot, mark);
          break;
        case TRL_MARK_CLIP:
          gtk_snapshot_push_clip (snapshot, &rect);
          break;
        case TRL_MARK_UNCLIP:
          gtk_snapshot_pop (snapshot);
          break;
        case TRL_MARK_LINK:
        case TRL_MARK_UNLINK:
        default:
          break;
        }
    }
}

/**
 * trl_marks_to_node:
 * @marks: marks
 *
 * Makes a node that can be kept and drawn again and again.
 *
 * Returns: (transfer full) (nullable): the node; %NULL when there is nothing to see
 */
GskRenderNode *
trl_marks_to_node (const TrlMarks *marks)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  trl_marks_snapshot (marks, snapshot);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/**
 * trl_node_to_picture:
 * @node: a node
 *
 * Paints a node once, for a renderer that would paint it anew for each frame.
 * The picture lies on whole pixels, so it has to be shown without a scale and
 * at a whole place.
 *
 * Returns: (transfer full): a node that copies the picture
 */
GskRenderNode *
trl_node_to_picture (GskRenderNode *node)
{
  graphene_rect_t bounds;
  cairo_surface_t *surface;
  GskRenderNode *picture;
  cairo_t *cr;

  g_return_val_if_fail (node != NULL, NULL);

  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, bounds.size.width, bounds.size.height);
  cr = cairo_create (surface);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  picture = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (picture);
  cairo_set_source_surface (cr, surface, bounds.origin.x, bounds.origin.y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return picture;
}

/**
 * trl_node_count:
 * @node: (nullable): a node
 *
 * Counts a node and everything in it: GTK 4.8 aborts when a frame brings tens
 * of thousands, so tests keep this number bounded at every zoom.
 *
 * Returns: how many nodes it takes
 */
guint
trl_node_count (GskRenderNode *node)
{
  guint n = 1;

  if (node == NULL)
    return 0;
  switch (gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += trl_node_count (gsk_container_node_get_child (node, i));
      return n;
    case GSK_TRANSFORM_NODE:
      return n + trl_node_count (gsk_transform_node_get_child (node));
    case GSK_CLIP_NODE:
      return n + trl_node_count (gsk_clip_node_get_child (node));
    case GSK_ROUNDED_CLIP_NODE:
      return n + trl_node_count (gsk_rounded_clip_node_get_child (node));
    case GSK_OPACITY_NODE:
      return n + trl_node_count (gsk_opacity_node_get_child (node));
    case GSK_REPEAT_NODE:
      return n + trl_node_count (gsk_repeat_node_get_child (node));
    case GSK_DEBUG_NODE:
      return n + trl_node_count (gsk_debug_node_get_child (node));
    default:
      return n;
    }
}
