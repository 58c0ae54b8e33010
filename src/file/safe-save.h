/* safe-save.h: the old file or the new one, never neither. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean trl_safe_save      (const char  *path,
                             const char  *bytes,
                             gsize        length,
                             GError     **error);
gboolean trl_safe_save_file (GFile       *file,
                             const char  *bytes,
                             gsize        length,
                             GError     **error);

G_END_DECLS
