/* cells.h: a table that is text: what a spreadsheet puts on the clipboard, CSV, or a table of Markdown. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlCells:
 *
 * Rows of cells, all rows equally long. Immutable.
 */
typedef struct _TrlCells TrlCells;

TrlCells   *trl_cells_read          (const char     *text);
void        trl_cells_free          (TrlCells       *cells);
guint       trl_cells_get_n_rows    (const TrlCells *cells);
guint       trl_cells_get_n_columns (const TrlCells *cells);
const char *trl_cells_get           (const TrlCells *cells,
                                     guint           row,
                                     guint           column);
gboolean    trl_cells_has_header    (const TrlCells *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlCells, trl_cells_free)

G_END_DECLS
