/* recents.h: the designs that were open before. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * TrlRecent:
 * @uri: where it lies
 * @title: the file's name without its ending
 * @folder: the folder, as people write it
 */
typedef struct
{
  char *uri;
  char *title;
  char *folder;
} TrlRecent;

GPtrArray  *trl_recents_list      (guint  most);
void        trl_recents_add       (GFile *file);
GMenuModel *trl_recents_make_menu (void);

G_END_DECLS
