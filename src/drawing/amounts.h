/* amounts.h: members of cards and quantities, as narrow places need them. */
#pragma once

#include "card.h"

G_BEGIN_DECLS

char *trl_amount_quantity (double         number,
                           const char    *unit,
                           const char    *currency);
char *trl_amount_value    (const TrlCard *card,
                           TrlMember      value,
                           TrlMember      unit,
                           const char    *usual_unit,
                           const char    *currency);

G_END_DECLS
