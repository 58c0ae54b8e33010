/* voting.h: a round of dot votes with a budget. */
#pragma once

#include <adwaita.h>

#include "board.h"
#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_VOTING (trl_voting_get_type ())
G_DECLARE_FINAL_TYPE (TrlVoting, trl_voting, TRL, VOTING, GtkBox)

GtkWidget *trl_voting_new      (TrlDesk   *desk,
                                TrlBoard  *board);
void       trl_voting_ask      (TrlVoting *self,
                                GtkWindow *parent);
void       trl_voting_start    (TrlVoting *self,
                                guint      people,
                                guint      dots);
gboolean   trl_voting_give     (TrlVoting *self,
                                const char *note,
                                int         by);
guint      trl_voting_get_left (TrlVoting *self);
char      *trl_voting_write    (TrlVoting  *self);
gboolean   trl_voting_resume   (TrlVoting  *self,
                                const char *words);
gboolean   trl_voting_is_open  (TrlVoting *self);
void       trl_voting_reveal   (TrlVoting *self);
void       trl_voting_stop     (TrlVoting *self);

G_END_DECLS
