/* selection.h: which cards are selected, shared by the board and the panels beside it. No part of a blueprint (law E6). */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TRL_TYPE_SELECTION (trl_selection_get_type ())
G_DECLARE_FINAL_TYPE (TrlSelection, trl_selection, TRL, SELECTION, GObject)

TrlSelection       *trl_selection_new       (void);
const char * const *trl_selection_get_ids   (TrlSelection       *self);
guint               trl_selection_get_n     (TrlSelection       *self);
const char         *trl_selection_get_only  (TrlSelection       *self);
const char         *trl_selection_get_first (TrlSelection       *self);
const char         *trl_selection_get_last  (TrlSelection       *self);
gboolean            trl_selection_contains  (TrlSelection       *self,
                                             const char         *id);
void                trl_selection_set       (TrlSelection       *self,
                                             const char * const *ids);
void                trl_selection_set_one   (TrlSelection       *self,
                                             const char         *id);
void                trl_selection_add       (TrlSelection       *self,
                                             const char         *id);
void                trl_selection_remove    (TrlSelection       *self,
                                             const char         *id);
void                trl_selection_toggle    (TrlSelection       *self,
                                             const char         *id);
void                trl_selection_clear     (TrlSelection       *self);

G_END_DECLS
