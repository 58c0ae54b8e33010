/* strict.h: is this JSON, and where does everything stand? */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TRL_STRICT_MAX_SIZE    (64 * 1024 * 1024)   /* bytes */
#define TRL_STRICT_MAX_TOKENS  (8 * 1000 * 1000)
#define TRL_STRICT_MAX_DEPTH   64
#define TRL_STRICT_MAX_STRING  (1024 * 1024)        /* bytes as written */
#define TRL_STRICT_MAX_MEMBERS 1024                 /* of one object */
#define TRL_STRICT_MAX_NUMBER  1000                 /* bytes as written */

/**
 * TrlStrictError:
 * @TRL_STRICT_ERROR_EMPTY: there is nothing but blanks
 * @TRL_STRICT_ERROR_SYNTAX: not JSON
 * @TRL_STRICT_ERROR_ENCODING: not UTF-8, a lone surrogate or U+0000
 * @TRL_STRICT_ERROR_NUMBER: a number that no double can hold
 * @TRL_STRICT_ERROR_DUPLICATE: a member that is named twice
 * @TRL_STRICT_ERROR_LIMIT: too large, too deep or too many
 */
typedef enum
{
  TRL_STRICT_ERROR_EMPTY,
  TRL_STRICT_ERROR_SYNTAX,
  TRL_STRICT_ERROR_ENCODING,
  TRL_STRICT_ERROR_NUMBER,
  TRL_STRICT_ERROR_DUPLICATE,
  TRL_STRICT_ERROR_LIMIT
} TrlStrictError;

#define TRL_STRICT_ERROR (trl_strict_error_quark ())
GQuark trl_strict_error_quark (void);

typedef enum
{
  TRL_TOKEN_OBJECT,
  TRL_TOKEN_ARRAY,
  TRL_TOKEN_STRING,
  TRL_TOKEN_NUMBER,
  TRL_TOKEN_TRUE,
  TRL_TOKEN_FALSE,
  TRL_TOKEN_NULL
} TrlTokenType;

typedef enum
{
  TRL_TOKEN_IS_KEY  = 1 << 0,
  TRL_TOKEN_ESCAPED = 1 << 1,   /* a string with a backslash in it */
  TRL_TOKEN_INEXACT = 1 << 2    /* an integer beyond ±(2^53 - 1) */
} TrlTokenFlags;

/**
 * TrlToken:
 * @start: where it begins, in bytes
 * @end: where it ends, one past its last byte
 * @next: the token after it and all that it holds
 *
 * A value or a key. An object is followed by key, value, key, value …, an
 * array by its values. Quotes and brackets belong to the token.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 next;
  guint8  type;
  guint8  flags;
} TrlToken;

/**
 * TrlTape:
 * @text: the bytes, which the tape does not own
 * @tokens: in the order of the text
 *
 * What the strict pass leaves behind. It must not outlive the text.
 */
typedef struct
{
  const char *text;
  gsize       length;
  TrlToken   *tokens;
  guint       n_tokens;
  guint32    *marks;    /* line and column of every 1024th byte; made when first asked for */
} TrlTape;

TrlTape  *trl_strict_read      (const char    *text,
                                gsize          length,
                                GError       **error);
void      trl_strict_free      (TrlTape       *tape);

char     *trl_strict_dup_text  (const TrlTape *tape,
                                guint          token);
char     *trl_strict_dup_raw   (const TrlTape *tape,
                                guint          token);
gboolean  trl_strict_is        (const TrlTape *tape,
                                guint          token,
                                const char    *text);
guint     trl_strict_find      (const TrlTape *tape,
                                guint          object,
                                const char    *name);
void      trl_strict_locate    (TrlTape       *tape,
                                gsize          offset,
                                guint         *line,
                                guint         *column);
char     *trl_strict_pointer   (const TrlTape *tape,
                                guint          token);

gboolean    trl_strict_error_get_place (const GError  *error,
                                        guint         *line,
                                        guint         *column,
                                        const char   **pointer);
const char *trl_strict_error_get_text  (const GError  *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTape, trl_strict_free)

G_END_DECLS
