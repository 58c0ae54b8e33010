/* migrations.h: how files of earlier versions become files of this one. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * TrlMigrationFunc:
 * @root: the whole document, of the version before
 * @error: return location for an error
 *
 * Changes a document in place into one of the next version. A step that has
 * been released is never touched again.
 *
 * Returns: %FALSE if the document cannot be brought over
 */
typedef gboolean (*TrlMigrationFunc) (JsonObject  *root,
                                      GError     **error);

gboolean trl_migrations_run   (const TrlMigrationFunc *steps,
                               guint                   n_steps,
                               JsonObject             *root,
                               guint                   from,
                               GError                **error);
gboolean trl_migrations_apply (JsonObject             *root,
                               guint                   from,
                               GError                **error);
char    *trl_migrations_write (JsonObject             *root,
                               gsize                  *length);

G_END_DECLS
