/* publish.c: a whole board on paper. */

#define G_LOG_DOMAIN "publish"

#include "config.h"

#include "publish.h"

#include <glib/gi18n.h>

#include "paint.h"
#include "paper.h"
#include "sentences.h"

#define MARGIN_POINTS 28.0
#define MARGIN_UNITS 24.0

static const TrlPage pages[] = {
  { "board", 0, 0 },
  { "a4", 841.89, 595.28 },
  { "a3", 1190.55, 841.89 },
  { "letter", 792, 612 },
};

/**
 * trl_publish_get_pages:
 * @n_pages: (out): how many
 *
 * Returns: (array length=n_pages) (transfer none): the sizes of paper
 */
const TrlPage *
trl_publish_get_pages (guint *n_pages)
{
  g_return_val_if_fail (n_pages != NULL, NULL);

  *n_pages = G_N_ELEMENTS (pages);
  return pages;
}

/**
 * trl_publish_find_page:
 * @name: a name of trl_publish_get_pages(); case does not matter
 * @error: (nullable): return location for an error
 *
 * Returns: (transfer none) (nullable): the size of paper, or %NULL with
 *   %TRL_PUBLISH_ERROR_PAGE
 */
const TrlPage *
trl_publish_find_page (const char  *name,
                       GError     **error)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_ascii_strcasecmp (name, pages[i].id) == 0)
      return &pages[i];
  g_set_error (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_PAGE, _("There is no page “%s”"), name);
  return NULL;
}

static const TrlPage *
find_page (const TrlPublishOptions *options,
           const TrlSheetFormat    *format,
           GError                 **error)
{
  if (options->page != NULL)
    return trl_publish_find_page (options->page, error);
  return trl_publish_find_page (g_strcmp0 (format->id, "pdf") == 0 ? "a3" : "board", error);
}

static const TrlSheetFormat *
find_format (const TrlPublishOptions *options,
             GError                 **error)
{
  const TrlSheetFormat *format = trl_sheet_find_format (options->format != NULL ? options->format : "pdf");

  if (format == NULL)
    g_set_error (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_FORMAT, _("There is no format “%s”"), options->format);
  return format;
}

/**
 * trl_publish_board:
 * @blueprint: a blueprint
 * @options: how it is published
 * @error: return location for an error
 *
 * Draws the whole board onto one sheet and writes it.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on an error of
 *   #TrlPublishError
 */
GBytes *
trl_publish_board (TrlBlueprint             *blueprint,
                   const TrlPublishOptions  *options,
                   GError                  **error)
{
  const TrlSheetFormat *format;
  const TrlPage *page;
  const TrlTheme *theme;
  g_autoptr (TrlTextMeasure) measure = NULL;
  g_autoptr (TrlLayout) layout = NULL;
  g_autoptr (TrlMarks) marks = NULL;
  g_autoptr (TrlBadges) own_badges = NULL;
  g_autofree char *title = NULL;
  TrlSheet sheet = { 0 };
  TrlPainter painter;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && options != NULL, NULL);

  format = find_format (options, error);
  page = format != NULL ? find_page (options, format, error) : NULL;
  if (page == NULL)
    return NULL;
  theme = options->theme != NULL ? options->theme : trl_theme_get (TRL_THEME_LIGHT);
  measure = trl_text_measure_new (options->text_scale > 0 ? options->text_scale : 1, options->right_to_left);
  layout = trl_layout_new (measure, NULL);
  trl_layout_rebuild (layout, blueprint);
  marks = trl_marks_new ();
  if (options->findings != NULL)
    own_badges = trl_badges_new_for_findings (options->findings, blueprint);
  painter = (TrlPainter) { blueprint, layout, theme, options->badges != NULL ? options->badges : own_badges };
  trl_paint_all (&painter, NULL, TRL_LOOK_FULL, marks);

  title = trl_sentence_name (trl_blueprint_get_root (blueprint));
  sheet.marks = marks;
  sheet.area = trl_layout_get_bounds (layout);
  trl_paper_add (&painter, options->findings, marks, &sheet.area);
  sheet.area = trl_rect_inset (&sheet.area, -MARGIN_UNITS, -MARGIN_UNITS);
  sheet.width = page->width;
  sheet.height = page->height;
  sheet.margin = page->width > 0 ? MARGIN_POINTS - MARGIN_UNITS * 0.5 : 0;
  sheet.ground = *trl_theme_colour (theme, TRL_ROLE_BOARD);
  sheet.title = title;
  return format->write (&sheet, error);
}

/**
 * trl_publish_write:
 * @blueprint: a blueprint
 * @options: how it is published
 * @out: where the file is written
 * @error: return location for an error
 *
 * Draws the whole board onto one sheet and writes it into a stream.
 *
 * Returns: %TRUE on success; else an error of #TrlPublishError or of @out
 */
gboolean
trl_publish_write (TrlBlueprint             *blueprint,
                   const TrlPublishOptions  *options,
                   GOutputStream            *out,
                   GError                  **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (out), FALSE);

  bytes = trl_publish_board (blueprint, options, error);
  return bytes != NULL &&
         g_output_stream_write_all (out, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error);
}
