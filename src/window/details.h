/* details.h: the fields of one kind of card. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

/* So many members of a card stand above the fine print, at most. */
#define TRL_DETAILS_ESSENTIAL 8

#define TRL_TYPE_DETAILS (trl_details_get_type ())
G_DECLARE_FINAL_TYPE (TrlDetails, trl_details, TRL, DETAILS, GtkBox)

GtkWidget *trl_details_new       (TrlDesk   *desk,
                               TrlKind    kind);
TrlKind    trl_details_get_kind  (TrlDetails   *self);
void       trl_details_show      (TrlDetails   *self,
                               TrlCard   *card);
GtkWidget *trl_details_get_field (TrlDetails   *self,
                               TrlMember  member);

G_END_DECLS
