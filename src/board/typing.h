/* typing.h: the field in which a part of a card is typed. */
#pragma once

#include <gtk/gtk.h>

#include "theme.h"
#include "vocabulary.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_TYPING_LEFT,       /* Escape, or the keyboard went elsewhere */
  TRL_TYPING_ENTER,
  TRL_TYPING_NEXT,
  TRL_TYPING_PREVIOUS
} TrlTypingDone;

#define TRL_TYPE_TYPING (trl_typing_get_type ())
G_DECLARE_FINAL_TYPE (TrlTyping, trl_typing, TRL, TYPING, GtkWidget)

GtkWidget  *trl_typing_new        (const char     *id,
                                  TrlMember       member,
                                  const char     *text,
                                  const char     *key,
                                  gboolean        lines);
void        trl_typing_start      (TrlTyping       *self);
const char *trl_typing_get_id     (TrlTyping       *self);
TrlMember   trl_typing_get_member (TrlTyping       *self);
const char *trl_typing_get_key    (TrlTyping       *self);
char       *trl_typing_get_text   (TrlTyping       *self);
void        trl_typing_flush      (TrlTyping      *self);
void        trl_typing_set_wrong  (TrlTyping       *self,
                                  gboolean        wrong);
void        trl_typing_set_look   (TrlTyping       *self,
                                  const TrlTheme *theme,
                                  double          pixels);

G_END_DECLS
