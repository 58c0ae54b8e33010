/* cell-read.h: one cell of a pasted table as the value of a member. */
#pragma once

#include <gio/gio.h>

#include "blueprint.h"

G_BEGIN_DECLS

gboolean trl_cell_read       (TrlBlueprint  *blueprint,
                              TrlMember      member,
                              const char    *heading,
                              const char    *text,
                              TrlValue     **value,
                              char         **unit,
                              GError       **error);
char    *trl_cell_find_level (const TrlEntry *entry,
                              const char    *text);
int      trl_cell_read_yes   (const char    *text);
gboolean trl_cell_same_words (const char    *a,
                              const char    *b);

G_END_DECLS
