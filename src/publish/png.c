/* png.c: a sheet as a picture of pixels. */

#define G_LOG_DOMAIN "png"

#include "config.h"

#include "sheet.h"

#include <math.h>

/* Two pixels a unit stay sharp on dense screens. No side gets longer than this,
 * so that the picture of a huge board still fits into memory. */
#define PIXELS_PER_POINT (2 / 0.75)
#define LONGEST_SIDE 12000.0

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
paint (const TrlSheet *sheet)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double width;
  double height;
  double fit;
  double zoom;
  double x;
  double y;

  trl_sheet_get_paper (sheet, &width, &height);
  fit = trl_sheet_get_fit (sheet, &x, &y);
  zoom = MIN (PIXELS_PER_POINT, LONGEST_SIDE / MAX (1, MAX (width, height)));
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int) ceil (width * zoom)),
                                        MAX (1, (int) ceil (height * zoom)));
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, sheet->ground.red, sheet->ground.green, sheet->ground.blue);
  cairo_paint (cr);
  cairo_scale (cr, zoom, zoom);
  cairo_translate (cr, x, y);
  cairo_scale (cr, fit, fit);
  cairo_translate (cr, -sheet->area.x, -sheet->area.y);
  trl_cairo_play (sheet->marks, cr);
  cairo_destroy (cr);
  return surface;
}

/**
 * trl_sheet_to_png:
 * @sheet: what to write
 * @error: return location for an error
 *
 * Writes a sheet as PNG, two pixels a unit, fewer where the picture would get
 * too large.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on
 *   %TRL_PUBLISH_ERROR_FAILED
 */
GBytes *
trl_sheet_to_png (const TrlSheet  *sheet,
                  GError         **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (sheet != NULL, NULL);

  surface = paint (sheet);
  status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
