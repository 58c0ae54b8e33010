/* timer.h: how much time is left, for everybody in the room. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRL_TYPE_TIMER (trl_timer_get_type ())
G_DECLARE_FINAL_TYPE (TrlTimer, trl_timer, TRL, TIMER, GtkBox)

GtkWidget  *trl_timer_new        (void);
void        trl_timer_start      (TrlTimer *self,
                                  int       seconds);
void        trl_timer_extend     (TrlTimer *self,
                                  int       seconds);
void        trl_timer_set_paused (TrlTimer *self,
                                  gboolean  paused);
void        trl_timer_stop       (TrlTimer *self);
void        trl_timer_look       (TrlTimer *self,
                                  gint64    now);
int         trl_timer_get_left   (TrlTimer *self);
gboolean    trl_timer_is_over    (TrlTimer *self);
const char *trl_timer_get_words  (TrlTimer *self);

G_END_DECLS
