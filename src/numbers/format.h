/* format.h: numbers as people read them: "$4,000", "€150", "$250k", "20 %". */
#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

gulong trl_format_plural     (double      number);
gulong trl_format_whole      (double      number);

char *trl_format_number      (double      number);
char *trl_format_percent     (double      percent);
char *trl_format_money       (double      amount,
                              const char *currency);
char *trl_format_money_short (double      amount,
                              const char *currency);
char *trl_format_with_unit   (double      number,
                              const char *unit,
                              const char *currency);

G_END_DECLS
