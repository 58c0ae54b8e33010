/* schema.h: the format of the document, for other programs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRL_SCHEMA_ID "https://trellisdesign.github.io/schema/blueprint-1.json"

char *trl_schema_write (gsize *length);

G_END_DECLS
