/* board-stub.c: what has no body yet; every function here moves to a file of its own. */

#define G_LOG_DOMAIN "board-stub"

#include "config.h"

#include "board-private.h"

gboolean trl_board_get_card_rect (TrlBoard *self, const char *id, TrlRect *rect) { return FALSE; }
gboolean trl_board_get_content (TrlBoard *self, TrlRect *rect) { return FALSE; }
gboolean trl_board_start_edit (TrlBoard *self, const char *id, TrlMember member) { return FALSE; }
void trl_board_stop_edit (TrlBoard *self, gboolean keep) { }
gboolean trl_board_is_editing (TrlBoard *self) { return FALSE; }
const char *trl_board_add (TrlBoard *self, const TrlCargo *cargo) { return NULL; }
void trl_board_undo (TrlBoard *self) { }
void trl_board_redo (TrlBoard *self) { }
gboolean trl_board_cancel (TrlBoard *self) { return FALSE; }
void trl_board_preview (TrlBoard *self, TrlChange *change) { }
void trl_board_drag_begin (TrlBoard *self, const TrlCargo *cargo, double x, double y) { }
void trl_board_drag_update (TrlBoard *self, double x, double y, GdkModifierType state) { }
const char *trl_board_drag_drop (TrlBoard *self, double x, double y) { return NULL; }
void trl_board_drag_cancel (TrlBoard *self) { }
GtkWidget *trl_board_get_ghost (TrlBoard *self) { return NULL; }
void trl_board_choose_renderer (void) { }
