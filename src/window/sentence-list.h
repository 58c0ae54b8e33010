/* sentence-list.h: the cards in a slot of a card, each edited as a sentence. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

#define TRL_TYPE_SENTENCES (trl_sentences_get_type ())
G_DECLARE_FINAL_TYPE (TrlSentences, trl_sentences, TRL, SENTENCES, GtkBox)

GtkWidget     *trl_sentences_new       (TrlDesk      *desk,
                                        TrlSlot       slot);
void           trl_sentences_show      (TrlSentences *self,
                                        TrlCard      *parent);
const TrlSlot *trl_sentences_get_slots (TrlKind       kind);

G_END_DECLS
