/* history-list.h: everything that was done, to go back to any of it. */
#pragma once

#include <gtk/gtk.h>

#include "board.h"
#include "history.h"

G_BEGIN_DECLS

void trl_history_list_show  (GtkWidget  *button,
                             TrlBoard   *board,
                             TrlHistory *history);
void trl_history_list_offer (GtkWidget  *button);

G_END_DECLS
