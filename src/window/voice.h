/* voice.h: what happens, in words, for who does not see it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TRL_TYPE_VOICE (trl_voice_get_type ())
G_DECLARE_FINAL_TYPE (TrlVoice, trl_voice, TRL, VOICE, GtkWidget)

GtkWidget  *trl_voice_new       (void);
void        trl_voice_say       (TrlVoice   *self,
                                 const char *words);
void        trl_voice_hint      (TrlVoice   *self,
                                 const char *words);
void        trl_voice_tell      (TrlVoice   *self,
                                 const char *words);
void        trl_voice_say_else  (TrlVoice   *self,
                                 const char *words);
void        trl_voice_add       (TrlVoice   *self,
                                 const char *words);
void        trl_voice_keep      (TrlVoice   *self,
                                 const char *words);
void        trl_voice_hush      (TrlVoice   *self);
const char *trl_voice_get_words (TrlVoice   *self);

G_END_DECLS
