/* commands.h: everything that can be done now, by typing a word of it. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

#define TRL_TYPE_COMMANDS (trl_commands_get_type ())
G_DECLARE_FINAL_TYPE (TrlCommands, trl_commands, TRL, COMMANDS, AdwWindow)

GtkWidget *trl_commands_new         (TrlWindow   *window);
void       trl_commands_search      (TrlCommands *self,
                                     const char  *text);
guint      trl_commands_get_n_shown (TrlCommands *self);
gboolean   trl_commands_run         (TrlCommands *self,
                                     guint        position);

G_END_DECLS
