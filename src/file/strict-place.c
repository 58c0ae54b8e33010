/* strict-place.c: where something stands, in words that a person can follow.
 *
 * Lines and columns count from 1, columns in characters. A mark every 1024
 * bytes keeps the lookup short in a file that is one long line. */

#define G_LOG_DOMAIN "strict-place"

#include "config.h"

#include "strict.h"
#include "strict-private.h"

#include <string.h>

#include <glib/gi18n.h>

#define STRIDE 1024

typedef struct
{
  guint  line;
  guint  column;
  char  *pointer;
  char  *text;
} TrlStrictErrorPrivate;

static void
trl_strict_error_private_init (TrlStrictErrorPrivate *priv)
{
}

static void
trl_strict_error_private_copy (const TrlStrictErrorPrivate *from,
                               TrlStrictErrorPrivate       *to)
{
  to->line = from->line;
  to->column = from->column;
  to->pointer = g_strdup (from->pointer);
  to->text = g_strdup (from->text);
}

static void
trl_strict_error_private_clear (TrlStrictErrorPrivate *priv)
{
  g_free (priv->pointer);
  g_free (priv->text);
}

G_DEFINE_EXTENDED_ERROR (TrlStrictError, trl_strict_error)

static void
advance (const char *text,
         gsize       from,
         gsize       to,
         guint      *line,
         guint      *column)
{
  for (gsize i = from; i < to; i++)
    if (text[i] == '\n')
      {
        (*line)++;
        *column = 1;
      }
    else if ((text[i] & 0xC0) != 0x80)   /* not inside a character */
      (*column)++;
}

GError *
trl_strict_error_new (TrlStrictError  code,
                      const char     *text,
                      gsize           text_length,
                      gsize           offset,
                      const char     *pointer,
                      const char     *message)
{
  TrlStrictErrorPrivate *priv;
  GError *error;
  guint line = 1;
  guint column = 1;

  advance (text, 0, MIN (offset, text_length), &line, &column);
  /* Translators: a place in a file, then what is wrong there. */
  error = g_error_new (TRL_STRICT_ERROR, code, _("Line %u, column %u: %s"), line, column, message);
  priv = trl_strict_error_get_private (error);
  priv->line = line;
  priv->column = column;
  priv->pointer = g_strdup (pointer);
  priv->text = g_strdup (message);
  return error;
}

/**
 * trl_strict_error_get_place:
 * @error: an error
 * @line: (out) (optional): the line, from 1
 * @column: (out) (optional): the column in characters, from 1
 * @pointer: (out) (optional) (transfer none): the JSON pointer
 *
 * Says where the strict pass stumbled.
 *
 * Returns: %FALSE if @error is none of the strict pass
 */
gboolean
trl_strict_error_get_place (const GError  *error,
                            guint         *line,
                            guint         *column,
                            const char   **pointer)
{
  const TrlStrictErrorPrivate *priv;

  g_return_val_if_fail (error != NULL, FALSE);

  if (error->domain != TRL_STRICT_ERROR)
    return FALSE;
  priv = trl_strict_error_get_private (error);
  if (line != NULL)
    *line = priv->line;
  if (column != NULL)
    *column = priv->column;
  if (pointer != NULL)
    *pointer = priv->pointer;
  return TRUE;
}

/**
 * trl_strict_error_get_text:
 * @error: an error
 *
 * Returns: (transfer none): what is wrong, without the place
 */
const char *
trl_strict_error_get_text (const GError *error)
{
  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != TRL_STRICT_ERROR)
    return error->message;
  return trl_strict_error_get_private (error)->text;
}

static void
make_marks (TrlTape *tape)
{
  gsize n = tape->length / STRIDE + 1;
  guint line = 1;
  guint column = 1;

  tape->marks = g_new (guint32, 2 * n);
  for (gsize i = 0; i < n; i++)
    {
      tape->marks[2 * i] = line;
      tape->marks[2 * i + 1] = column;
      if (i + 1 < n)
        advance (tape->text, i * STRIDE, (i + 1) * STRIDE, &line, &column);
    }
}

/**
 * trl_strict_locate:
 * @tape: a tape
 * @offset: a place in its text, in bytes
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 *
 * Turns an offset into line and column, in constant time after the first call.
 */
void
trl_strict_locate (TrlTape *tape,
                   gsize    offset,
                   guint   *line,
                   guint   *column)
{
  gsize mark;

  g_return_if_fail (tape != NULL && line != NULL && column != NULL);

  if (tape->marks == NULL)
    make_marks (tape);
  offset = MIN (offset, tape->length);
  mark = offset / STRIDE;
  *line = tape->marks[2 * mark];
  *column = tape->marks[2 * mark + 1];
  advance (tape->text, mark * STRIDE, offset, line, column);
}

static gunichar
read_hex4 (const char *at)
{
  gunichar c = 0;

  for (guint i = 0; i < 4; i++)
    c = c * 16 + g_ascii_xdigit_value (at[i]);
  return c;
}

/* Appends what stands between two quotes as it reads. The strict pass has
 * seen it, so every escape is whole. */
void
trl_text_append_decoded (GString    *out,
                         const char *bytes,
                         gsize       length)
{
  static const char escapes[] = "b\bf\fn\nr\rt\t";
  const char *end = bytes + length;

  while (bytes < end)
    {
      const char *backslash = memchr (bytes, '\\', end - bytes);
      const char *escape;

      if (backslash == NULL)
        backslash = end;
      g_string_append_len (out, bytes, backslash - bytes);
      if (backslash == end)
        return;
      bytes = backslash + 2;
      if (backslash[1] == 'u')
        {
          gunichar c = read_hex4 (bytes);

          bytes += 4;
          if (c >= 0xD800 && c <= 0xDBFF)
            {
              c = 0x10000 + ((c - 0xD800) << 10) + (read_hex4 (bytes + 2) - 0xDC00);
              bytes += 6;
            }
          g_string_append_unichar (out, c);
        }
      else
        {
          escape = strchr (escapes, backslash[1]);
          g_string_append_c (out, escape != NULL && g_ascii_isalpha (*escape) ? escape[1] : backslash[1]);
        }
    }
}

/* Appends a member to a JSON pointer (RFC 6901). */
void
trl_text_append_pointer (GString    *pointer,
                         const char *name,
                         gssize      length)
{
  g_autoptr (GString) decoded = g_string_new (NULL);

  trl_text_append_decoded (decoded, name, length < 0 ? strlen (name) : (gsize) length);
  g_string_append_c (pointer, '/');
  for (gsize i = 0; i < decoded->len; i++)
    if (decoded->str[i] == '~')
      g_string_append (pointer, "~0");
    else if (decoded->str[i] == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, decoded->str[i]);
}

/**
 * trl_strict_dup_text:
 * @tape: a tape
 * @token: a string or a name
 *
 * Returns: (transfer full): the string as it reads, without quotes and escapes
 */
char *
trl_strict_dup_text (const TrlTape *tape,
                     guint          token)
{
  GString *text;
  const TrlToken *t;

  g_return_val_if_fail (tape != NULL && token < tape->n_tokens, NULL);
  g_return_val_if_fail (tape->tokens[token].type == TRL_TOKEN_STRING, NULL);

  t = &tape->tokens[token];
  if (!(t->flags & TRL_TOKEN_ESCAPED))
    return g_strndup (tape->text + t->start + 1, t->end - t->start - 2);

  text = g_string_sized_new (t->end - t->start);
  trl_text_append_decoded (text, tape->text + t->start + 1, t->end - t->start - 2);
  return g_string_free (text, FALSE);
}

/**
 * trl_strict_dup_raw:
 * @tape: a tape
 * @token: any token
 *
 * Returns: (transfer full): the value as it is written
 */
char *
trl_strict_dup_raw (const TrlTape *tape,
                    guint          token)
{
  const TrlToken *t;

  g_return_val_if_fail (tape != NULL && token < tape->n_tokens, NULL);

  t = &tape->tokens[token];
  return g_strndup (tape->text + t->start, t->end - t->start);
}

/**
 * trl_strict_is:
 * @tape: a tape
 * @token: any token
 * @text: what it may read
 *
 * Returns: %TRUE if the token is a string or name that reads @text
 */
gboolean
trl_strict_is (const TrlTape *tape,
               guint          token,
               const char    *text)
{
  const TrlToken *t;
  gsize length;

  g_return_val_if_fail (tape != NULL && token < tape->n_tokens && text != NULL, FALSE);

  t = &tape->tokens[token];
  if (t->type != TRL_TOKEN_STRING)
    return FALSE;
  if (t->flags & TRL_TOKEN_ESCAPED)
    {
      g_autofree char *read = trl_strict_dup_text (tape, token);

      return strcmp (read, text) == 0;
    }
  length = strlen (text);
  return t->end - t->start - 2 == length && memcmp (tape->text + t->start + 1, text, length) == 0;
}

/**
 * trl_strict_find:
 * @tape: a tape
 * @object: any token
 * @name: the name of a member
 *
 * Looks a member up in an object.
 *
 * Returns: the token of its value; 0, which can be no member, if there is none
 */
guint
trl_strict_find (const TrlTape *tape,
                 guint          object,
                 const char    *name)
{
  g_return_val_if_fail (tape != NULL && object < tape->n_tokens && name != NULL, 0);

  if (tape->tokens[object].type != TRL_TOKEN_OBJECT)
    return 0;
  for (guint i = object + 1; i < tape->tokens[object].next; i = tape->tokens[i + 1].next)
    if (trl_strict_is (tape, i, name))
      return i + 1;
  return 0;
}

/**
 * trl_strict_pointer:
 * @tape: a tape
 * @token: a value or a name
 *
 * Returns: (transfer full): its JSON pointer (RFC 6901); "" is the whole
 */
char *
trl_strict_pointer (const TrlTape *tape,
                    guint          token)
{
  g_autoptr (GString) pointer = g_string_new (NULL);
  guint at = 0;

  g_return_val_if_fail (tape != NULL && token < tape->n_tokens, NULL);

  while (at != token)
    {
      const TrlToken *inside = &tape->tokens[at];
      guint child = at + 1;
      guint count = 0;

      if (inside->type == TRL_TOKEN_OBJECT)
        {
          while (tape->tokens[child + 1].next <= token)
            child = tape->tokens[child + 1].next;
          trl_text_append_pointer (pointer, tape->text + tape->tokens[child].start + 1,
                                   tape->tokens[child].end - tape->tokens[child].start - 2);
          if (child == token)
            break;
          child++;
        }
      else
        {
          for (; tape->tokens[child].next <= token; child = tape->tokens[child].next)
            count++;
          g_string_append_printf (pointer, "/%u", count);
        }
      at = child;
    }
  return g_string_free (g_steal_pointer (&pointer), FALSE);
}
