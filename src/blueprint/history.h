/* history.h: undo and redo. */
#pragma once

#include "blueprint.h"

G_BEGIN_DECLS

#define TRL_TYPE_HISTORY (trl_history_get_type ())
G_DECLARE_FINAL_TYPE (TrlHistory, trl_history, TRL, HISTORY, GObject)

TrlHistory *trl_history_new           (TrlBlueprint *blueprint);
gboolean    trl_history_can_undo      (TrlHistory   *history);
gboolean    trl_history_can_redo      (TrlHistory   *history);
const char *trl_history_get_undo_name (TrlHistory   *history);
const char *trl_history_get_redo_name (TrlHistory   *history);
const TrlChange *trl_history_peek_undo (TrlHistory *history);
const TrlChange *trl_history_peek_redo (TrlHistory *history);
TrlChange  *trl_history_undo          (TrlHistory   *history) G_GNUC_WARN_UNUSED_RESULT;
TrlChange  *trl_history_redo          (TrlHistory   *history) G_GNUC_WARN_UNUSED_RESULT;
void        trl_history_close_entry   (TrlHistory   *history);
guint       trl_history_get_n_undo    (TrlHistory   *history);
char      **trl_history_list_names    (TrlHistory   *history,
                                       guint        *n_done) G_GNUC_WARN_UNUSED_RESULT;
void        trl_history_mark_saved    (TrlHistory   *history);
gboolean    trl_history_is_saved      (TrlHistory   *history);

G_END_DECLS
