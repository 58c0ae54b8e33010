/* json-writer.c: JSON as Trellis writes it, always in the same way.
 *
 * json-glib 1.6 writes 1e20 as "1e+20.0", which nobody can read again, and
 * control characters as they are; so numbers and texts are written here.
 * Numbers take the form of RFC 8785, the shortest digits that read back to the
 * same double, but for one thing: from 2^53 on they have an exponent, since a
 * reader may trust no integer of that size to be exact.
 *
 * Whether a leaf fits on one line is known only at its end. It is written over
 * several lines and drawn together there: the places of its breaks are kept,
 * and a text in JSON holds no break of its own. */

#define G_LOG_DOMAIN "json-writer"

#include "config.h"

#include "json-writer.h"

#include <math.h>
#include <string.h>

#include "strict.h"

typedef struct
{
  gsize    start;      /* of its opening bracket */
  gsize    column;     /* where that stands */
  guint    n_items;
  gboolean object;
  gboolean leaf;       /* holds no object and no array so far */
} Frame;

struct _TrlJsonWriter
{
  GString      *out;
  GArray       *frames;     /* of Frame */
  GArray       *breaks;     /* of gsize: where the innermost leaf breaks its line */
  TrlJsonStyle  style;
  gboolean      after_key;
  gsize         line;       /* where the line of this moment begins */
};

/**
 * trl_json_writer_new:
 * @style: for people or for machines
 *
 * Returns: (transfer full): a writer that has written nothing yet
 */
TrlJsonWriter *
trl_json_writer_new (TrlJsonStyle style)
{
  TrlJsonWriter *self = g_new0 (TrlJsonWriter, 1);

  self->out = g_string_sized_new (4096);
  self->frames = g_array_new (FALSE, FALSE, sizeof (Frame));
  self->breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->style = style;
  return self;
}

/**
 * trl_json_writer_free:
 * @writer: (nullable) (transfer full): a writer
 *
 * Frees the writer and what it has written.
 */
void
trl_json_writer_free (TrlJsonWriter *writer)
{
  if (writer == NULL)
    return;

  if (writer->out != NULL)
    g_string_free (writer->out, TRUE);
  g_array_unref (writer->frames);
  g_array_unref (writer->breaks);
  g_free (writer);
}

static Frame *
innermost (TrlJsonWriter *self)
{
  return self->frames->len > 0 ? &g_array_index (self->frames, Frame, self->frames->len - 1) : NULL;
}

static void
break_line (TrlJsonWriter *self,
            guint          level)
{
  g_string_append_c (self->out, '\n');
  self->line = self->out->len;
  for (guint i = 0; i < level; i++)
    g_string_append (self->out, "  ");
}

/* Before a key, or a value that has none. */
static void
begin_item (TrlJsonWriter *self)
{
  Frame *frame = innermost (self);

  if (self->after_key || frame == NULL)
    {
      self->after_key = FALSE;
      return;
    }
  if (frame->n_items++ > 0)
    g_string_append_c (self->out, ',');
  if (self->style == TRL_JSON_COMPACT)
    return;
  if (frame->leaf)
    g_array_append_val (self->breaks, self->out->len);
  break_line (self, self->frames->len);
}

static void
begin_container (TrlJsonWriter *self,
                 gboolean       object)
{
  Frame frame = { 0 };
  Frame *outer = innermost (self);

  begin_item (self);
  if (outer != NULL)
    outer->leaf = FALSE;
  frame.start = self->out->len;
  frame.column = self->out->len - self->line;
  frame.object = object;
  frame.leaf = TRUE;
  g_array_append_val (self->frames, frame);
  g_array_set_size (self->breaks, 0);
  g_string_append_c (self->out, object ? '{' : '[');
}

/* Takes the breaks out of a leaf that is short enough. */
static gboolean
draw_together (TrlJsonWriter *self,
               const Frame   *frame)
{
  gsize indent = 2 * self->frames->len;
  gsize one_line = self->out->len - frame->start - self->breaks->len * indent + 2;
  char *text = self->out->str;
  gsize to;

  if (frame->column + one_line > TRL_JSON_WRITER_COLUMNS)
    return FALSE;

  to = frame->start + 1;
  for (guint i = 0; i < self->breaks->len; i++)
    {
      gsize from = g_array_index (self->breaks, gsize, i) + 1 + indent;
      gsize end = i + 1 < self->breaks->len ? g_array_index (self->breaks, gsize, i + 1) : self->out->len;

      if (i > 0 || frame->object)
        text[to++] = ' ';
      memmove (text + to, text + from, end - from);
      to += end - from;
    }
  g_string_truncate (self->out, to);
  if (frame->object)
    g_string_append_c (self->out, ' ');
  self->line = frame->start - frame->column;
  return TRUE;
}

static void
end_container (TrlJsonWriter *self,
               gboolean       object)
{
  Frame frame;

  g_return_if_fail (self->frames->len > 0 && !self->after_key);

  frame = *innermost (self);
  g_return_if_fail (frame.object == object);

  if (self->style == TRL_JSON_PRETTY && frame.n_items > 0
      && !(frame.leaf && draw_together (self, &frame)))
    break_line (self, self->frames->len - 1);
  g_array_set_size (self->frames, self->frames->len - 1);
  g_array_set_size (self->breaks, 0);
  g_string_append_c (self->out, object ? '}' : ']');
}

/**
 * trl_json_writer_begin_object:
 * @writer: a writer
 *
 * Opens an object.
 */
void
trl_json_writer_begin_object (TrlJsonWriter *writer)
{
  g_return_if_fail (writer != NULL);

  begin_container (writer, TRUE);
}

/**
 * trl_json_writer_end_object:
 * @writer: a writer
 *
 * Closes the object that was opened last.
 */
void
trl_json_writer_end_object (TrlJsonWriter *writer)
{
  g_return_if_fail (writer != NULL);

  end_container (writer, TRUE);
}

/**
 * trl_json_writer_begin_array:
 * @writer: a writer
 *
 * Opens an array.
 */
void
trl_json_writer_begin_array (TrlJsonWriter *writer)
{
  g_return_if_fail (writer != NULL);

  begin_container (writer, FALSE);
}

/**
 * trl_json_writer_end_array:
 * @writer: a writer
 *
 * Closes the array that was opened last.
 */
void
trl_json_writer_end_array (TrlJsonWriter *writer)
{
  g_return_if_fail (writer != NULL);

  end_container (writer, FALSE);
}

/**
 * trl_json_writer_key:
 * @writer: a writer, inside an object
 * @key: the name of the member whose value comes next
 *
 * Names the next value.
 */
void
trl_json_writer_key (TrlJsonWriter *writer,
                     const char    *key)
{
  g_return_if_fail (writer != NULL && key != NULL);
  g_return_if_fail (innermost (writer) != NULL && innermost (writer)->object);

  begin_item (writer);
  trl_json_writer_append_string (writer->out, key);
  g_string_append (writer->out, writer->style == TRL_JSON_COMPACT ? ":" : ": ");
  writer->after_key = TRUE;
}

/**
 * trl_json_writer_string:
 * @writer: a writer
 * @text: UTF-8
 *
 * Writes a text.
 */
void
trl_json_writer_string (TrlJsonWriter *writer,
                        const char    *text)
{
  g_return_if_fail (writer != NULL && text != NULL);

  begin_item (writer);
  trl_json_writer_append_string (writer->out, text);
}

/**
 * trl_json_writer_number:
 * @writer: a writer
 * @number: a finite number
 *
 * Writes a number.
 */
void
trl_json_writer_number (TrlJsonWriter *writer,
                        double         number)
{
  g_return_if_fail (writer != NULL && isfinite (number));

  begin_item (writer);
  trl_json_writer_append_number (writer->out, number);
}

static void
write_word (TrlJsonWriter *self,
            const char    *word,
            gsize          length)
{
  begin_item (self);
  g_string_append_len (self->out, word, length);
}

/**
 * trl_json_writer_boolean:
 * @writer: a writer
 * @yes: true or false
 *
 * Writes true or false.
 */
void
trl_json_writer_boolean (TrlJsonWriter *writer,
                         gboolean       yes)
{
  g_return_if_fail (writer != NULL);

  write_word (writer, yes ? "true" : "false", yes ? 4 : 5);
}

/**
 * trl_json_writer_null:
 * @writer: a writer
 *
 * Writes null.
 */
void
trl_json_writer_null (TrlJsonWriter *writer)
{
  g_return_if_fail (writer != NULL);

  write_word (writer, "null", 4);
}

/* Writes what a tape holds from @token on; numbers stay as they are written. */
static guint
write_token (TrlJsonWriter *self,
             const TrlTape *tape,
             guint          token)
{
  const TrlToken *t = &tape->tokens[token];
  g_autofree char *text = NULL;

  switch ((TrlTokenType) t->type)
    {
    case TRL_TOKEN_OBJECT:
    case TRL_TOKEN_ARRAY:
      begin_container (self, t->type == TRL_TOKEN_OBJECT);
      for (guint i = token + 1; i < t->next; )
        i = write_token (self, tape, i);
      end_container (self, t->type == TRL_TOKEN_OBJECT);
      break;
    case TRL_TOKEN_STRING:
      text = trl_strict_dup_text (tape, token);
      if (t->flags & TRL_TOKEN_IS_KEY)
        trl_json_writer_key (self, text);
      else
        trl_json_writer_string (self, text);
      break;
    case TRL_TOKEN_NUMBER:
    case TRL_TOKEN_TRUE:
    case TRL_TOKEN_FALSE:
    case TRL_TOKEN_NULL:
    default:
      write_word (self, tape->text + t->start, t->end - t->start);
      break;
    }
  return t->next;
}

/**
 * trl_json_writer_raw:
 * @writer: a writer
 * @raw: JSON that passed the strict pass once
 *
 * Writes a value that is kept as text: laid out anew, but with its numbers as
 * they were written.
 */
void
trl_json_writer_raw (TrlJsonWriter *writer,
                     const char    *raw)
{
  g_autoptr (TrlTape) tape = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (writer != NULL && raw != NULL);

  tape = trl_strict_read (raw, strlen (raw), &error);
  if (tape == NULL)
    {
      g_critical ("Not JSON: %s", error->message);
      trl_json_writer_null (writer);
      return;
    }
  write_token (writer, tape, 0);
}

/**
 * trl_json_writer_end:
 * @writer: a writer in which everything is closed
 * @length: (out) (optional): the length in bytes
 *
 * Ends the text: with a line break in the pretty style, without one in the
 * compact style. The writer is of no use afterwards but to be freed.
 *
 * Returns: (transfer full): the text
 */
char *
trl_json_writer_end (TrlJsonWriter *writer,
                     gsize         *length)
{
  g_return_val_if_fail (writer != NULL && writer->frames->len == 0, NULL);

  if (writer->style == TRL_JSON_PRETTY)
    g_string_append_c (writer->out, '\n');
  if (length != NULL)
    *length = writer->out->len;
  return g_string_free (g_steal_pointer (&writer->out), FALSE);
}

/* The shortest digits that read back to @number, without sign, point and
 * trailing zeros; @exponent is where the point stands after the first digit. */
static guint
shortest_digits (double  number,
                 char    digits[20],
                 int    *exponent)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char format[8];
  guint n = 0;
  char *e;

  for (guint precision = 0; precision <= 16; precision++)
    {
      g_snprintf (format, sizeof format, "%%.%ue", precision);
      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }

  e = strchr (buffer, 'e');
  *exponent = (int) g_ascii_strtoll (e + 1, NULL, 10);
  for (char *at = buffer; at < e; at++)
    if (g_ascii_isdigit (*at))
      digits[n++] = *at;
  while (n > 1 && digits[n - 1] == '0')
    n--;
  return n;
}

/**
 * trl_json_writer_append_number:
 * @out: a text
 * @number: a finite number
 *
 * Appends a number: the shortest digits that read back to the same double.
 * Negative zero becomes zero.
 */
void
trl_json_writer_append_number (GString *out,
                               double   number)
{
  gboolean plain = fabs (number) < 9007199254740992.0;
  char digits[20];
  int exponent;
  int n;

  g_return_if_fail (out != NULL && isfinite (number));

  if (plain && number == floor (number))
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) number);
      return;
    }

  if (number < 0)
    g_string_append_c (out, '-');
  n = shortest_digits (fabs (number), digits, &exponent);

  if (plain && exponent >= 0)
    {
      g_string_append_len (out, digits, exponent + 1);
      g_string_append_c (out, '.');
      g_string_append_len (out, digits + exponent + 1, n - exponent - 1);
    }
  else if (exponent < 0 && exponent >= -6)
    {
      g_string_append (out, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (out, '0');
      g_string_append_len (out, digits, n);
    }
  else
    {
      g_string_append_c (out, digits[0]);
      if (n > 1)
        g_string_append_c (out, '.');
      g_string_append_len (out, digits + 1, n - 1);
      g_string_append_printf (out, "e%+d", exponent);
    }
}

/**
 * trl_json_writer_append_string:
 * @out: a text
 * @text: UTF-8
 *
 * Appends a text in quotes. Quotes, backslashes and control characters are
 * escaped, everything else stays as it is.
 */
void
trl_json_writer_append_string (GString    *out,
                               const char *text)
{
  g_autofree char *valid = NULL;
  const char *from;

  g_return_if_fail (out != NULL && text != NULL);

  /* A text from outside that slipped in must not spoil the file. */
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (from = text; *text != '\0'; text++)
    {
      guint8 c = (guint8) *text;
      const char *at;

      if (c >= 0x20 && c != '"' && c != '\\')
        continue;
      g_string_append_len (out, from, text - from);
      from = text + 1;
      at = strchr ("\"\"\\\\\bb\ff\nn\rr\tt", c);
      if (at != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, at[1]);
        }
      else
        g_string_append_printf (out, "\\u%04x", c);
    }
  g_string_append_len (out, from, text - from);
  g_string_append_c (out, '"');
}
