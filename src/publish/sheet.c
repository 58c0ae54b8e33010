/* sheet.c: marks on a sheet of paper, and the formats that can write one. */

#define G_LOG_DOMAIN "sheet"

#include "config.h"

#include "sheet.h"

#include <string.h>

/* An export format is one file and one line here. */
static const TrlSheetFormat formats[] = {
  { "pdf", "application/pdf", trl_sheet_to_pdf },
  { "svg", "image/svg+xml", trl_sheet_to_svg },
  { "png", "image/png", trl_sheet_to_png },
};

G_DEFINE_QUARK (trl-publish-error-quark, trl_publish_error)

/**
 * trl_sheet_get_formats:
 * @n_formats: (out): how many
 *
 * Returns: (array length=n_formats) (transfer none): every format that can
 *   hold a sheet
 */
const TrlSheetFormat *
trl_sheet_get_formats (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * trl_format_is_meant:
 * @id: a format of sheets or of tables
 * @name: a format's name, or a file name that ends in it
 *
 * Returns: whether @name means that format; case does not matter
 */
gboolean
trl_format_is_meant (const char *id,
                     const char *name)
{
  const char *dot;

  g_return_val_if_fail (id != NULL && name != NULL, FALSE);

  dot = strrchr (name, '.');
  return g_ascii_strcasecmp (dot != NULL ? dot + 1 : name, id) == 0;
}

/**
 * trl_sheet_find_format:
 * @name: a format's name, or a file name that ends in it
 *
 * Returns: (transfer none) (nullable): the format
 */
const TrlSheetFormat *
trl_sheet_find_format (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (trl_format_is_meant (formats[i].id, name))
      return &formats[i];
  return NULL;
}

/**
 * trl_sheet_get_paper:
 * @sheet: a sheet
 * @width: (out): how wide its paper is, in points
 * @height: (out): how tall
 *
 * Says how large the paper is. Without a size of its own it holds the area at
 * 96 units an inch.
 */
void
trl_sheet_get_paper (const TrlSheet *sheet,
                     double         *width,
                     double         *height)
{
  g_return_if_fail (sheet != NULL && width != NULL && height != NULL);

  *width = sheet->width > 0 ? sheet->width : sheet->area.width * 0.75 + 2 * sheet->margin;
  *height = sheet->height > 0 ? sheet->height : sheet->area.height * 0.75 + 2 * sheet->margin;
}

/**
 * trl_sheet_get_fit:
 * @sheet: a sheet
 * @x: (out): where the area's left edge comes to lie, in points
 * @y: (out): where its top edge comes to lie
 *
 * Fits the area into the paper. A small board is not blown up.
 *
 * Returns: how many points a unit is
 */
double
trl_sheet_get_fit (const TrlSheet *sheet,
                   double         *x,
                   double         *y)
{
  double width;
  double height;
  double scale;

  g_return_val_if_fail (sheet != NULL && x != NULL && y != NULL, 1);

  trl_sheet_get_paper (sheet, &width, &height);
  scale = MIN ((width - 2 * sheet->margin) / MAX (sheet->area.width, 1),
               (height - 2 * sheet->margin) / MAX (sheet->area.height, 1));
  scale = CLAMP (scale, 0.001, 0.75);
  *x = (width - sheet->area.width * scale) / 2;
  *y = sheet->height > 0 ? sheet->margin : (height - sheet->area.height * scale) / 2;
  return scale;
}
