/* template-picture.c: a small picture of a template's board, drawn by the hand that draws the board. */

#define G_LOG_DOMAIN "template-picture"

#include "config.h"

#include "template-picture.h"

#include "layout.h"
#include "paint.h"
#include "reader.h"
#include "sheet.h"
#include "templates.h"

#define MARGIN 24.0

static void
draw (cairo_t        *cr,
      TrlBlueprint   *blueprint,
      const TrlTheme *theme,
      int             width,
      int             height)
{
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  g_autoptr (TrlLayout) layout = trl_layout_new (measure, &(TrlLayoutOptions) { FALSE });
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  TrlPainter painter = { .blueprint = blueprint, .layout = layout, .theme = theme };
  const TrlColour *ground = trl_theme_colour (theme, TRL_ROLE_BOARD);
  TrlRect bounds;
  double scale;

  trl_layout_rebuild (layout, blueprint);
  bounds = trl_layout_get_bounds (layout);
  cairo_set_source_rgb (cr, ground->red, ground->green, ground->blue);
  cairo_paint (cr);
  if (bounds.width <= 0 || bounds.height <= 0)
    return;
  scale = MIN ((width - 2 * MARGIN) / bounds.width, (height - 2 * MARGIN) / bounds.height);
  trl_paint_all (&painter, NULL, trl_paint_level (layout, scale), marks);
  cairo_translate (cr, (width - bounds.width * scale) / 2, (height - bounds.height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  trl_cairo_play (marks, cr);
}

static GdkPaintable *
surface_to_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) height * stride);
  return GDK_PAINTABLE (gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                                GDK_MEMORY_DEFAULT, bytes, stride));
}

/**
 * trl_template_picture_new:
 * @name: a template
 * @theme: the colours
 * @width: in pixels
 * @height: in pixels
 *
 * Draws the board of a template.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL when there is no such template
 */
GdkPaintable *
trl_template_picture_new (const char   *name,
                          TrlThemeKind  theme,
                          int           width,
                          int           height)
{
  const TrlTemplate *info = trl_templates_find (name);
  g_autoptr (GBytes) bytes = info != NULL ? trl_templates_load (info) : NULL;
  TrlReader *reader = bytes != NULL ? trl_reader_read (bytes, NULL) : NULL;
  GdkPaintable *picture;
  cairo_surface_t *surface;
  cairo_t *cr;

  if (reader == NULL)
    return NULL;
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cr = cairo_create (surface);
  draw (cr, trl_reader_get_blueprint (reader), trl_theme_get (theme), width, height);
  picture = surface_to_texture (surface);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  trl_reader_free (reader);
  return picture;
}
