/* tables.h: who does what, and how far each decision has come, as grids that can be edited. */
#pragma once

#include <adwaita.h>

#include "desk.h"
#include "table.h"

G_BEGIN_DECLS

#define TRL_TYPE_TABLES (trl_tables_get_type ())
G_DECLARE_FINAL_TYPE (TrlTables, trl_tables, TRL, TABLES, AdwWindow)

void trl_tables_show (GtkWindow    *parent,
                      TrlDesk      *desk,
                      TrlTableKind  kind);

G_END_DECLS
