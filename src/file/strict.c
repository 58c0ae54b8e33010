/* strict.c: is this JSON, and where does everything stand?
 *
 * json-glib forgives too much: it takes comments and octal numbers, turns
 * 1e400 into infinity, cuts a text at U+0000, keeps the last of two members
 * with one name and falls over on deep nesting. So no byte reaches it that did
 * not pass here. What passes is RFC 8259 to the letter, in UTF-8, with unique
 * names and numbers that a double can hold; and as every byte is looked at
 * anyway, the pass leaves a tape that says where each value stands.
 *
 * The pass goes once over the text, holds no recursion and takes time in
 * proportion to the length whatever the text says. */

#define G_LOG_DOMAIN "strict"

#include "config.h"

#include "strict.h"
#include "strict-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END,
  EXPECT_KEY,
  EXPECT_KEY_OR_END,
  EXPECT_MORE,
  EXPECT_FAILED
} Expect;

typedef struct
{
  TrlTape     tape;
  const char *at;
  const char *end;
  gsize       room;      /* tokens that fit */

  guint       open[TRL_STRICT_MAX_DEPTH];
  guint       depth;

  TrlKeys    *keys;
  GError     *error;
} Scan;

/* What a byte means inside a string. */
enum { PLAIN, QUOTE, BACKSLASH, CONTROL, HIGH };
#define TEN(x) x, x, x, x, x, x, x, x, x, x
#define HUNDRED(x) TEN (x), TEN (x), TEN (x), TEN (x), TEN (x), TEN (x), TEN (x), TEN (x), TEN (x), TEN (x)
static const guint8 in_string[256] = {
  TEN (CONTROL), TEN (CONTROL), TEN (CONTROL), CONTROL, CONTROL,   /* 0 … 31 */
  PLAIN, PLAIN, QUOTE,                                             /* 32 … 34 */
  TEN (PLAIN), TEN (PLAIN), TEN (PLAIN), TEN (PLAIN), TEN (PLAIN), /* 35 … 84 */
  PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN, PLAIN,                 /* 85 … 91 */
  BACKSLASH,                                                       /* 92 */
  TEN (PLAIN), TEN (PLAIN), TEN (PLAIN), PLAIN, PLAIN, PLAIN, PLAIN, PLAIN,   /* 93 … 127 */
  HUNDRED (HIGH), TEN (HIGH), TEN (HIGH), HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH
};

/* Where an error is, while objects and arrays are still open. */
static char *
scan_pointer (Scan *self)
{
  g_autoptr (GString) pointer = g_string_new (NULL);
  const TrlToken *tokens = self->tape.tokens;

  for (guint level = 0; level < self->depth; level++)
    {
      guint inside = self->open[level];
      guint last = 0;
      guint count = 0;

      /* Open containers have no end yet; the next level's container ends the walk. */
      for (guint i = inside + 1; i < self->tape.n_tokens; i = tokens[i].next)
        {
          last = i;
          count++;
          if (level + 1 < self->depth && i == self->open[level + 1])
            break;
          if (tokens[inside].type == TRL_TOKEN_OBJECT)
            {
              if (i + 1 >= self->tape.n_tokens)
                break;
              i++;   /* from the key to its value */
              if (level + 1 < self->depth && i == self->open[level + 1])
                break;
            }
        }

      if (tokens[inside].type == TRL_TOKEN_OBJECT && last != 0)
        trl_text_append_pointer (pointer, self->tape.text + tokens[last].start + 1,
                                 (gssize) (tokens[last].end - tokens[last].start) - 2);
      else if (tokens[inside].type == TRL_TOKEN_ARRAY)
        g_string_append_printf (pointer, "/%u", level + 1 < self->depth ? count - 1 : count);
    }
  return g_string_free (g_steal_pointer (&pointer), FALSE);
}

static gboolean
scan_fail (Scan           *self,
           TrlStrictError  code,
           const char     *at,
           const char     *message)
{
  g_autofree char *pointer = scan_pointer (self);

  if (self->error == NULL)
    self->error = trl_strict_error_new (code, self->tape.text, self->tape.length,
                                        at - self->tape.text, pointer, message);
  return FALSE;
}

/* Says what was expected and what is there instead. */
static gboolean
scan_surprise (Scan       *self,
               const char *expected)
{
  g_autofree char *found = NULL;
  g_autofree char *message = NULL;
  gunichar c;

  if (self->at >= self->end)
    found = g_strdup (_("the end of the file"));
  else
    {
      c = g_utf8_get_char_validated (self->at, self->end - self->at);
      if (c < 0x110000 && g_unichar_isgraph (c))
        {
          char buffer[8] = { 0 };

          g_unichar_to_utf8 (c, buffer);
          found = g_strdup_printf ("“%s”", buffer);
        }
      else
        found = g_strdup_printf (_("the byte 0x%02X"), (guint8) *self->at);
    }

  /* Translators: both are parts of a sentence such as: Expected a value, found “}”. */
  message = g_strdup_printf (_("Expected %s, found %s"), expected, found);
  return scan_fail (self, TRL_STRICT_ERROR_SYNTAX, self->at, message);
}

static gboolean
scan_push (Scan         *self,
           TrlTokenType  type,
           const char   *start,
           guint         flags)
{
  TrlToken *token;
  guint index = self->tape.n_tokens;

  if (index == self->room)
    {
      gsize room = self->room * 2;
      TrlToken *more;

      if (index >= TRL_STRICT_MAX_TOKENS)
        return scan_fail (self, TRL_STRICT_ERROR_LIMIT, start, _("More values than Trellis reads (8 million)"));
      room = MIN (room, TRL_STRICT_MAX_TOKENS);
      more = g_try_realloc_n (self->tape.tokens, room, sizeof *more);
      if (more == NULL)
        return scan_fail (self, TRL_STRICT_ERROR_LIMIT, start, _("There is not enough memory for this file"));
      self->tape.tokens = more;
      self->room = room;
    }

  token = &self->tape.tokens[index];
  token->start = start - self->tape.text;
  token->end = self->at - self->tape.text;
  token->next = index + 1;
  token->type = type;
  token->flags = flags;
  self->tape.n_tokens++;
  return TRUE;
}

/* One character of two to four bytes; moves past it. */
static gboolean
scan_utf8 (Scan *self)
{
  const guint8 *p = (const guint8 *) self->at;
  gsize left = self->end - self->at;
  guint8 low = 0x80, high = 0xBF;
  guint length;

  if (p[0] >= 0xC2 && p[0] <= 0xDF)
    length = 2;
  else if (p[0] >= 0xE0 && p[0] <= 0xEF)
    {
      length = 3;
      low = p[0] == 0xE0 ? 0xA0 : 0x80;    /* no longer than needed */
      high = p[0] == 0xED ? 0x9F : 0xBF;   /* no surrogates */
    }
  else if (p[0] >= 0xF0 && p[0] <= 0xF4)
    {
      length = 4;
      low = p[0] == 0xF0 ? 0x90 : 0x80;
      high = p[0] == 0xF4 ? 0x8F : 0xBF;   /* nothing beyond U+10FFFF */
    }
  else
    return scan_fail (self, TRL_STRICT_ERROR_ENCODING, self->at, _("This is not UTF-8"));

  if (left < length || p[1] < low || p[1] > high
      || (length > 2 && (p[2] & 0xC0) != 0x80)
      || (length > 3 && (p[3] & 0xC0) != 0x80))
    return scan_fail (self, TRL_STRICT_ERROR_ENCODING, self->at, _("This is not UTF-8"));

  self->at += length;
  return TRUE;
}

/* Four hexadecimal digits; -1 when they are not there. */
static int
hex4 (const char *at,
      const char *end)
{
  int value = 0;

  if (end - at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      value = value * 16 + digit;
    }
  return value;
}

/* What follows a backslash; moves past it. */
static gboolean
scan_escape (Scan *self)
{
  const char *start = self->at;
  int unit;

  if (self->end - start < 2 || strchr ("\"\\/bfnrtu", start[1]) == NULL || start[1] == '\0')
    return scan_fail (self, TRL_STRICT_ERROR_SYNTAX, start, _("JSON does not know this escape"));
  if (start[1] != 'u')
    {
      self->at += 2;
      return TRUE;
    }

  unit = hex4 (start + 2, self->end);
  if (unit < 0)
    return scan_fail (self, TRL_STRICT_ERROR_SYNTAX, start, _("Four hexadecimal digits must follow \\u"));
  if (unit == 0)
    return scan_fail (self, TRL_STRICT_ERROR_ENCODING, start, _("A text must not hold the character U+0000"));
  self->at += 6;

  if (unit >= 0xD800 && unit <= 0xDBFF && self->end - self->at >= 6
      && self->at[0] == '\\' && self->at[1] == 'u')
    {
      int second = hex4 (self->at + 2, self->end);

      if (second >= 0xDC00 && second <= 0xDFFF)
        {
          self->at += 6;
          return TRUE;
        }
    }
  if (unit >= 0xD800 && unit <= 0xDFFF)
    return scan_fail (self, TRL_STRICT_ERROR_ENCODING, start, _("This is half a character: a surrogate without its other half"));
  return TRUE;
}

static gboolean
scan_string (Scan  *self,
             guint  flags)
{
  const char *start = self->at++;

  for (;;)
    {
      while (self->at < self->end && in_string[(guint8) *self->at] == PLAIN)
        self->at++;
      if (self->at >= self->end)
        return scan_fail (self, TRL_STRICT_ERROR_SYNTAX, start, _("This text has no end: a \" is missing"));

      switch (in_string[(guint8) *self->at])
        {
        case QUOTE:
          self->at++;
          if (self->at - start > TRL_STRICT_MAX_STRING)
            return scan_fail (self, TRL_STRICT_ERROR_LIMIT, start, _("This text is longer than Trellis reads (1 MB)"));
          return scan_push (self, TRL_TOKEN_STRING, start, flags);

        case BACKSLASH:
          flags |= TRL_TOKEN_ESCAPED;
          if (!scan_escape (self))
            return FALSE;
          break;

        case HIGH:
          if (!scan_utf8 (self))
            return FALSE;
          break;

        default:
          return scan_fail (self, TRL_STRICT_ERROR_SYNTAX, self->at,
                            _("A control character in a text must be written as an escape"));
        }
    }
}

/* Numbers that are long or have an exponent are tried in earnest. */
static gboolean
number_fits (const char *start,
             const char *end)
{
  char buffer[TRL_STRICT_MAX_NUMBER + 1];
  double number;

  memcpy (buffer, start, end - start);
  buffer[end - start] = '\0';
  number = g_ascii_strtod (buffer, NULL);
  if (number == 0)
    {
      /* A number that is not zero must not become zero. */
      gsize mantissa = strcspn (buffer, "eE");

      return strcspn (buffer, "123456789") >= mantissa;
    }
  return isfinite (number);
}

static inline void
skip_digits (Scan *self)
{
  while (self->at < self->end && *self->at >= '0' && *self->at <= '9')
    self->at++;
}

static inline gboolean
at_digit (Scan *self)
{
  return self->at < self->end && *self->at >= '0' && *self->at <= '9';
}

/* Digits, of which a double may not keep all. */
static guint
integer_flags (const char *start,
               const char *end)
{
  guint64 value = 0;

  if (*start == '-')
    start++;
  if (end - start < 16)
    return 0;
  if (end - start > 16)
    return TRL_TOKEN_INEXACT;
  for (; start < end; start++)
    value = value * 10 + (*start - '0');
  return value > G_GUINT64_CONSTANT (9007199254740991) ? TRL_TOKEN_INEXACT : 0;
}

static gboolean
scan_number (Scan *self)
{
  const char *start = self->at;
  gboolean whole = TRUE;
  gboolean exponent = FALSE;

  if (*self->at == '-')
    self->at++;
  if (!at_digit (self))
    return scan_surprise (self, _("a digit"));
  if (*self->at == '0')
    {
      self->at++;
      if (at_digit (self))
        return scan_fail (self, TRL_STRICT_ERROR_SYNTAX, start, _("A number must not begin with 0"));
    }
  else
    skip_digits (self);

  if (self->at < self->end && *self->at == '.')
    {
      whole = FALSE;
      self->at++;
      if (!at_digit (self))
        return scan_surprise (self, _("a digit"));
      skip_digits (self);
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      whole = FALSE;
      exponent = TRUE;
      self->at++;
      if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
        self->at++;
      if (!at_digit (self))
        return scan_surprise (self, _("a digit"));
      skip_digits (self);
    }

  if (self->at - start > TRL_STRICT_MAX_NUMBER)
    return scan_fail (self, TRL_STRICT_ERROR_LIMIT, start, _("This number has more than 1,000 digits"));
  if ((exponent || self->at - start > 300) && !number_fits (start, self->at))
    return scan_fail (self, TRL_STRICT_ERROR_NUMBER, start, _("This number is too large or too small to be kept"));
  return scan_push (self, TRL_TOKEN_NUMBER, start, whole ? integer_flags (start, self->at) : 0);
}

static gboolean
scan_word (Scan         *self,
           const char   *word,
           TrlTokenType  type)
{
  const char *start = self->at;
  gsize length = strlen (word);

  if ((gsize) (self->end - start) < length || memcmp (start, word, length) != 0)
    return scan_surprise (self, _("a value"));
  self->at += length;
  return scan_push (self, type, start, 0);
}

static Expect
scan_open (Scan         *self,
           TrlTokenType  type)
{
  const char *start = self->at;

  if (self->depth == TRL_STRICT_MAX_DEPTH)
    {
      scan_fail (self, TRL_STRICT_ERROR_LIMIT, start, _("Nested deeper than Trellis reads (64 levels)"));
      return EXPECT_FAILED;
    }
  self->at++;
  if (!scan_push (self, type, start, 0))
    return EXPECT_FAILED;
  self->open[self->depth++] = self->tape.n_tokens - 1;
  return type == TRL_TOKEN_OBJECT ? EXPECT_KEY_OR_END : EXPECT_VALUE_OR_END;
}

static Expect
scan_close (Scan *self)
{
  guint index = self->open[self->depth - 1];
  TrlToken *token = &self->tape.tokens[index];
  guint culprit = 0;
  gboolean too_many = FALSE;

  self->at++;
  token->end = self->at - self->tape.text;
  token->next = self->tape.n_tokens;

  if (token->type == TRL_TOKEN_OBJECT
      && !trl_keys_check (self->keys, &self->tape, index, &culprit, &too_many))
    {
      const char *start = self->tape.text + self->tape.tokens[culprit].start;

      /* The pointer shall end at the second of the two. */
      self->tape.n_tokens = culprit + 1;
      scan_fail (self,
                 too_many ? TRL_STRICT_ERROR_LIMIT : TRL_STRICT_ERROR_DUPLICATE,
                 start,
                 too_many ? _("An object with more members than Trellis reads (1,024)")
                          : _("This member is there twice"));
      return EXPECT_FAILED;
    }
  self->depth--;
  return EXPECT_MORE;
}

static Expect
scan_value (Scan *self)
{
  gboolean good;

  switch (*self->at)
    {
    case '{':
      return scan_open (self, TRL_TOKEN_OBJECT);
    case '[':
      return scan_open (self, TRL_TOKEN_ARRAY);
    case '"':
      good = scan_string (self, 0);
      break;
    case '-': case '0': case '1': case '2': case '3': case '4':
    case '5': case '6': case '7': case '8': case '9':
      good = scan_number (self);
      break;
    case 't':
      good = scan_word (self, "true", TRL_TOKEN_TRUE);
      break;
    case 'f':
      good = scan_word (self, "false", TRL_TOKEN_FALSE);
      break;
    case 'n':
      good = scan_word (self, "null", TRL_TOKEN_NULL);
      break;
    default:
      good = scan_surprise (self, _("a value"));
      break;
    }
  return good ? EXPECT_MORE : EXPECT_FAILED;
}

static inline void
skip_blanks (Scan *self)
{
  while (self->at < self->end
         && (*self->at == ' ' || *self->at == '\n' || *self->at == '\r' || *self->at == '\t'))
    self->at++;
}

static Expect
scan_key (Scan *self)
{
  if (*self->at != '"')
    {
      scan_surprise (self, _("a name in quotes"));
      return EXPECT_FAILED;
    }
  if (!scan_string (self, TRL_TOKEN_IS_KEY))
    return EXPECT_FAILED;
  skip_blanks (self);
  if (self->at >= self->end || *self->at != ':')
    {
      scan_surprise (self, _("a colon"));
      return EXPECT_FAILED;
    }
  self->at++;
  return EXPECT_VALUE;
}

/* After a value: a comma, or the end of what it stands in. */
static Expect
scan_more (Scan *self)
{
  gboolean in_object = self->tape.tokens[self->open[self->depth - 1]].type == TRL_TOKEN_OBJECT;

  if (*self->at == ',')
    {
      self->at++;
      return in_object ? EXPECT_KEY : EXPECT_VALUE;
    }
  if (*self->at == (in_object ? '}' : ']'))
    return scan_close (self);
  scan_surprise (self, in_object ? _("a comma or }") : _("a comma or ]"));
  return EXPECT_FAILED;
}

static Expect
scan_next (Scan   *self,
           Expect  expect)
{
  switch (expect)
    {
    case EXPECT_VALUE_OR_END:
      return *self->at == ']' ? scan_close (self) : scan_value (self);
    case EXPECT_KEY_OR_END:
      return *self->at == '}' ? scan_close (self) : scan_key (self);
    case EXPECT_KEY:
      return scan_key (self);
    case EXPECT_MORE:
      return scan_more (self);
    case EXPECT_VALUE:
    case EXPECT_FAILED:
    default:
      return scan_value (self);
    }
}

static gboolean
scan_document (Scan *self)
{
  Expect expect = EXPECT_VALUE;

  if (self->tape.length > TRL_STRICT_MAX_SIZE)
    return scan_fail (self, TRL_STRICT_ERROR_LIMIT, self->at, _("Larger than Trellis reads (64 MB)"));

  /* A mark that some editors put first; it says nothing in UTF-8. */
  if (self->tape.length >= 3 && memcmp (self->at, "\xEF\xBB\xBF", 3) == 0)
    self->at += 3;
  skip_blanks (self);
  if (self->at == self->end)
    return scan_fail (self, TRL_STRICT_ERROR_EMPTY, self->at, _("There is nothing in it"));

  while (expect != EXPECT_FAILED && (expect != EXPECT_MORE || self->depth > 0))
    {
      skip_blanks (self);
      if (self->at == self->end)
        return scan_surprise (self, expect == EXPECT_MORE ? _("a comma or a closing bracket") : _("a value"));
      expect = scan_next (self, expect);
    }
  if (expect == EXPECT_FAILED)
    return FALSE;

  skip_blanks (self);
  if (self->at < self->end)
    return scan_surprise (self, _("the end of the file"));
  return TRUE;
}

/**
 * trl_strict_read:
 * @text: (array length=length): the bytes, which must outlive the tape
 * @length: their number
 * @error: return location for a #TrlStrictError
 *
 * Reads JSON to the letter of RFC 8259, in UTF-8, and notes where each value
 * stands. Names must be unique within their object, numbers must fit a double.
 * Takes time in proportion to @length, whatever the text says.
 *
 * Returns: (transfer full) (nullable): the tape
 */
TrlTape *
trl_strict_read (const char  *text,
                 gsize        length,
                 GError     **error)
{
  Scan scan = { 0 };

  g_return_val_if_fail (text != NULL || length == 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  scan.tape.text = text != NULL ? text : "";
  scan.tape.length = length;
  scan.at = scan.tape.text;
  scan.end = scan.tape.text + length;
  scan.room = CLAMP (length / 16, 64, TRL_STRICT_MAX_TOKENS / 4);
  scan.tape.tokens = g_new (TrlToken, scan.room);
  scan.keys = trl_keys_new ();

  scan_document (&scan);
  trl_keys_free (scan.keys);
  if (scan.error != NULL)
    {
      g_free (scan.tape.tokens);
      g_propagate_error (error, scan.error);
      return NULL;
    }
  return g_memdup2 (&scan.tape, sizeof scan.tape);
}

/**
 * trl_strict_free:
 * @tape: (nullable) (transfer full): a tape
 *
 * Frees the tape, not the text.
 */
void
trl_strict_free (TrlTape *tape)
{
  if (tape == NULL)
    return;

  g_free (tape->tokens);
  g_free (tape->marks);
  g_free (tape);
}
