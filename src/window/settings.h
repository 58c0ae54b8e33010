/* settings.h: what a person prefers. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean   trl_runs_from_build_folder (void);
GSettings *trl_settings_get           (void);

G_END_DECLS
