/* paste-dialog.h: a table that somebody pastes, as the cards that it will become. */
#pragma once

#include <adwaita.h>

#include "cells.h"
#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_PASTE_DIALOG (trl_paste_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TrlPasteDialog, trl_paste_dialog, TRL, PASTE_DIALOG, AdwWindow)

GtkWidget *trl_paste_dialog_new (GtkWindow  *parent,
                                 TrlDesk    *desk,
                                 TrlCells   *cells,
                                 const char *text,
                                 const char *target,
                                 double      x,
                                 double      y);

G_END_DECLS
