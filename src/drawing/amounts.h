/* amounts.h: numbers, money and quantities as people write them. */
#pragma once

#include "card.h"

G_BEGIN_DECLS

char *trl_amount_number   (double         number);
char *trl_amount_money    (double         amount,
                           const char    *currency);
char *trl_amount_percent  (double         percent);
char *trl_amount_quantity (double         number,
                           const char    *unit,
                           const char    *currency);
char *trl_amount_value    (const TrlCard *card,
                           TrlMember      value,
                           TrlMember      unit,
                           const char    *usual_unit,
                           const char    *currency);

G_END_DECLS
