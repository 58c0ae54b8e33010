/* pdf.c: a sheet as PDF whose text can be selected, searched and copied. */

#define G_LOG_DOMAIN "pdf"

#include "config.h"

#include "sheet.h"

#include <cairo-pdf.h>

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The same design gives the same bytes: no time of making, unless the builder
 * of a reproducible package names one. Cairo writes the present time when it is
 * told nothing. */
static void
set_dates (cairo_surface_t *surface)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds = epoch != NULL ? g_ascii_strtoll (epoch, NULL, 10) : 0;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autofree char *text = time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (text != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, text);
}

/**
 * trl_sheet_to_pdf:
 * @sheet: what to write
 * @error: return location for an error
 *
 * Writes a sheet as PDF.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on
 *   %TRL_PUBLISH_ERROR_FAILED
 */
GBytes *
trl_sheet_to_pdf (const TrlSheet  *sheet,
                  GError         **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;
  double width;
  double height;
  double scale;
  double x;
  double y;

  g_return_val_if_fail (sheet != NULL, NULL);

  trl_sheet_get_paper (sheet, &width, &height);
  scale = trl_sheet_get_fit (sheet, &x, &y);
  surface = cairo_pdf_surface_create_for_stream (append, bytes, width, height);
  set_dates (surface);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Trellis");
  if (sheet->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, sheet->title);

  cr = cairo_create (surface);
  cairo_set_source_rgba (cr, sheet->ground.red, sheet->ground.green, sheet->ground.blue, sheet->ground.alpha);
  cairo_paint (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -sheet->area.x, -sheet->area.y);
  trl_cairo_play (sheet->marks, cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_FAILED, cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
