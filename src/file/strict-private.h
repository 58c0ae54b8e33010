/* strict-private.h: what the parts of the strict pass share. */
#pragma once

#include "strict.h"

G_BEGIN_DECLS

typedef struct
{
  const char *bytes;
  gsize       length;
} TrlKey;

typedef struct _TrlKeys TrlKeys;

TrlKeys *trl_keys_new    (void);
void     trl_keys_free   (TrlKeys       *keys);
gboolean trl_keys_check  (TrlKeys       *keys,
                          const TrlTape *tape,
                          guint          object,
                          guint         *culprit,
                          gboolean      *too_many);

void     trl_text_append_decoded (GString    *out,
                                  const char *bytes,
                                  gsize       length);
void     trl_text_append_pointer (GString    *pointer,
                                  const char *name,
                                  gssize      length);

GError  *trl_strict_error_new    (TrlStrictError  code,
                                  const char     *text,
                                  gsize           text_length,
                                  gsize           offset,
                                  const char     *pointer,
                                  const char     *message);

G_END_DECLS
