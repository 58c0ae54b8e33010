/* typed.h: members as a person types them on a card, and back. */
#pragma once

#include "card.h"

G_BEGIN_DECLS

gboolean  trl_typed_can_edit (TrlMember    member);
char     *trl_typed_write    (TrlCard     *card,
                              TrlMember    member);
gboolean  trl_typed_read     (TrlMember    member,
                              const char  *text,
                              TrlValue   **value);
TrlMember trl_typed_first    (TrlCard     *card);

G_END_DECLS
