/* table-grid.h: one table as a grid of cells that can be edited. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"
#include "table.h"

G_BEGIN_DECLS

#define TRL_TYPE_TABLE_GRID (trl_table_grid_get_type ())
G_DECLARE_FINAL_TYPE (TrlTableGrid, trl_table_grid, TRL, TABLE_GRID, GtkWidget)

GtkWidget *trl_table_grid_new (TrlDesk      *desk,
                               TrlTableKind  kind);

G_END_DECLS
