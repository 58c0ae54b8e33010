/* value-text.h: a value as people type it, and what they typed as a value. */
#pragma once

#include <gio/gio.h>

#include "card.h"

G_BEGIN_DECLS

/* What stands in a field for "somebody has to find out" and for "not applicable". */
#define TRL_TEXT_UNKNOWN "?"
#define TRL_TEXT_NOT_APPLICABLE "–"

char     *trl_value_text_format (const TrlMemberInfo  *info,
                                 const TrlValue       *value);
gboolean  trl_value_text_parse  (const TrlMemberInfo  *info,
                                 const char           *text,
                                 TrlValue            **value,
                                 GError              **error);
char     *trl_number_format     (double                number);
gboolean  trl_number_parse      (const char           *text,
                                 double               *number);

G_END_DECLS
