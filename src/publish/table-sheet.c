/* table-sheet.c: a table drawn on a sheet, for the formats that hold pictures and paper. */

#define G_LOG_DOMAIN "table-sheet"

#include "config.h"

#include "table.h"

#include <glib/gi18n.h>

#include "publish.h"
#include "sheet.h"
#include "text-measure.h"

#define HEAD_WIDTH 190.0
#define CELL_WIDTH 220.0
#define PADDING 10.0
#define MARGIN 28.0

typedef struct
{
  TrlTextMeasure *measure;
  const TrlTheme *theme;
  TrlMarks       *marks;
  double          width;      /* of the whole table */
} Drawing;

/* From the end of the line where words run from the right. */
static double
column_x (const Drawing *drawing,
          guint          column)
{
  double x = column == 0 ? 0 : HEAD_WIDTH + (column - 1) * CELL_WIDTH;
  double width = column == 0 ? HEAD_WIDTH : CELL_WIDTH;

  return trl_text_measure_is_rtl (drawing->measure) ? drawing->width - x - width : x;
}

static TrlTextSpec
spec_for (guint       column,
          const char *text,
          TrlStyle    style)
{
  return (TrlTextSpec) { .text = text, .style = style,
                         .width = (column == 0 ? HEAD_WIDTH : CELL_WIDTH) - 2 * PADDING, .align = TRL_ALIGN_START };
}

static const char *
words_at (const TrlTable *table,
          guint           row,
          guint           column)
{
  if (row == 0)
    return column == 0 ? "" : trl_table_get_column (table, column - 1);
  return column == 0 ? trl_table_get_row (table, row - 1) : trl_table_get_cell (table, row - 1, column - 1)->text;
}

static TrlRole
ink_at (const TrlTable *table,
        guint           row,
        guint           column)
{
  if (row == 0)
    return TRL_ROLE_BANNER_INK;
  if (column == 0)
    return TRL_ROLE_ACCENT;
  return trl_table_get_cell (table, row - 1, column - 1)->said ? TRL_ROLE_INK : TRL_ROLE_DIM;
}

static double
draw_row (const Drawing  *drawing,
          const TrlTable *table,
          guint           row,
          double          y)
{
  guint n = trl_table_get_n_columns (table) + 1;
  TrlStyle style = row == 0 ? TRL_STYLE_NAME : TRL_STYLE_BODY;
  double height = 0;

  for (guint column = 0; column < n; column++)
    {
      TrlTextSpec spec = spec_for (column, words_at (table, row, column), column == 0 ? TRL_STYLE_NAME : style);
      double text_height;

      trl_text_measure_extent (drawing->measure, &spec, NULL, &text_height);
      height = MAX (height, text_height + 2 * PADDING);
    }
  if (row == 0)
    trl_marks_fill (drawing->marks, &(TrlRect) { 0, y, drawing->width, height }, trl_theme_colour (drawing->theme, TRL_ROLE_BANNER));
  for (guint column = 0; column < n; column++)
    {
      TrlTextSpec spec = spec_for (column, words_at (table, row, column), column == 0 ? TRL_STYLE_NAME : style);
      g_autoptr (TrlText) text = trl_text_measure_lay_out (drawing->measure, &spec);

      trl_marks_text (drawing->marks, text, column_x (drawing, column) + PADDING, y + PADDING,
                      trl_theme_colour (drawing->theme, ink_at (table, row, column)));
    }
  trl_marks_line (drawing->marks, 0, y + height, drawing->width, y + height, 1, 0,
                  trl_theme_colour (drawing->theme, TRL_ROLE_OUTLINE));
  return height;
}

static double
draw (const Drawing  *drawing,
      const TrlTable *table)
{
  TrlTextSpec title = { .text = trl_table_get_title (table), .style = TRL_STYLE_TITLE, .width = drawing->width };
  g_autoptr (TrlText) text = trl_text_measure_lay_out (drawing->measure, &title);
  double y = trl_text_get_height (text) + PADDING;

  trl_marks_text (drawing->marks, text, 0, 0, trl_theme_colour (drawing->theme, TRL_ROLE_INK));
  for (guint row = 0; row <= trl_table_get_n_rows (table); row++)
    y += draw_row (drawing, table, row, y);
  return y;
}

static GBytes *
write_sheet (const TrlTable        *table,
             const TrlSheetFormat  *format,
             const TrlPage         *page,
             const TrlTheme        *theme,
             gboolean               right_to_left,
             GError               **error)
{
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, right_to_left);
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  Drawing drawing = { measure, theme, marks, HEAD_WIDTH + trl_table_get_n_columns (table) * CELL_WIDTH };
  TrlSheet sheet = { .marks = marks, .width = page->width, .height = page->height,
                     .margin = page->width > 0 ? MARGIN / 2 : 0,
                     .ground = *trl_theme_colour (theme, TRL_ROLE_BOARD), .title = trl_table_get_title (table) };

  sheet.area = (TrlRect) { -MARGIN, -MARGIN, drawing.width + 2 * MARGIN, draw (&drawing, table) + 2 * MARGIN };
  return format->write (&sheet, error);
}

/**
 * trl_table_publish:
 * @table: a table
 * @format: a name of trl_table_get_formats() or of trl_sheet_get_formats()
 * @page: (nullable): a name of trl_publish_get_pages(), for what is drawn
 * @theme: (nullable): the colours of what is drawn; %NULL is light
 * @right_to_left: whether the words of the program are written from the right
 * @error: return location for an error
 *
 * Writes a table: as words where the format holds words, else drawn on a sheet.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL on an error of #TrlPublishError
 */
GBytes *
trl_table_publish (const TrlTable  *table,
                   const char      *format,
                   const char      *page,
                   const TrlTheme  *theme,
                   gboolean         right_to_left,
                   GError         **error)
{
  const TrlTableFormat *words;
  const TrlSheetFormat *drawn;
  const TrlPage *paper;

  g_return_val_if_fail (table != NULL && format != NULL, NULL);

  words = trl_table_find_format (format);
  if (words != NULL)
    return words->write (table);
  drawn = trl_sheet_find_format (format);
  if (drawn == NULL)
    {
      g_set_error (error, TRL_PUBLISH_ERROR, TRL_PUBLISH_ERROR_FORMAT, _("There is no format “%s”"), format);
      return NULL;
    }
  if (page == NULL)
    page = g_str_equal (drawn->id, "pdf") ? "a4" : "board";
  paper = trl_publish_find_page (page, error);
  if (paper == NULL)
    return NULL;
  return write_sheet (table, drawn, paper, theme != NULL ? theme : trl_theme_get (TRL_THEME_LIGHT), right_to_left, error);
}
