/* test-strict.c: the strict pass, on tables of its own and on the JSON parsing
 * test suite when that lies beside the source. */

#include "config.h"

#include <string.h>

#include "strict.h"
#include "patience.h"

typedef struct
{
  const char *text;
  int         code;      /* -1: it is read */
  guint       line;
  guint       column;
  const char *pointer;
} Case;

#define GOOD -1, 0, 0, NULL

static const Case cases[] = {
  { "{}", GOOD },
  { "[]", GOOD },
  { " \t\r\n[1, -0, 0.5, 1e3, 1E-2, -1.5e+2, true, false, null, \"\"]\n", GOOD },
  { "\"a\"", GOOD },
  { "1", GOOD },
  { "\xEF\xBB\xBF{}", GOOD },
  { "[\"\\u0061\\b\\f\\n\\r\\t\\/\\\\\\\"\\uD834\\uDD1E\"]", GOOD },
  { "[\"ä€𝄞\xEF\xBF\xBF\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF\"]", GOOD },
  { "[9007199254740993, 123456789012345678901234567890]", GOOD },
  { "{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}]}", GOOD },
  { "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]", GOOD },

  { "", TRL_STRICT_ERROR_EMPTY, 1, 1, "" },
  { " \n ", TRL_STRICT_ERROR_EMPTY, 2, 2, "" },
  { "\xEF\xBB\xBF", TRL_STRICT_ERROR_EMPTY, 1, 2, "" },

  { "[1,]", TRL_STRICT_ERROR_SYNTAX, 1, 4, "/1" },
  { "[1", TRL_STRICT_ERROR_SYNTAX, 1, 3, "/1" },
  { "[", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[1]]", TRL_STRICT_ERROR_SYNTAX, 1, 4, "" },
  { "[1][2]", TRL_STRICT_ERROR_SYNTAX, 1, 4, "" },
  { "[1}", TRL_STRICT_ERROR_SYNTAX, 1, 3, "/1" },
  { "{\"a\":1]", TRL_STRICT_ERROR_SYNTAX, 1, 7, "/a" },
  { "{\"a\"}", TRL_STRICT_ERROR_SYNTAX, 1, 5, "/a" },
  { "{\"a\":}", TRL_STRICT_ERROR_SYNTAX, 1, 6, "/a" },
  { "{\"a\":1,}", TRL_STRICT_ERROR_SYNTAX, 1, 8, "/a" },
  { "{a:1}", TRL_STRICT_ERROR_SYNTAX, 1, 2, "" },
  { "{'a':1}", TRL_STRICT_ERROR_SYNTAX, 1, 2, "" },
  { "{\"a\":{\"b\":[0,\n  {\"c\": tru}]}}", TRL_STRICT_ERROR_SYNTAX, 2, 9, "/a/b/1/c" },
  { "[/**/1]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[012]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[0x1F]", TRL_STRICT_ERROR_SYNTAX, 1, 3, "/1" },
  { "[+1]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[.5]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[2.]", TRL_STRICT_ERROR_SYNTAX, 1, 4, "/0" },
  { "[1e]", TRL_STRICT_ERROR_SYNTAX, 1, 4, "/0" },
  { "[- 1]", TRL_STRICT_ERROR_SYNTAX, 1, 3, "/0" },
  { "[NaN]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[nul]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[True]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[\"a\nb\"]", TRL_STRICT_ERROR_SYNTAX, 1, 4, "/0" },
  { "[\"a\x1f\"]", TRL_STRICT_ERROR_SYNTAX, 1, 4, "/0" },
  { "[\"\\x\"]", TRL_STRICT_ERROR_SYNTAX, 1, 3, "/0" },
  { "[\"\\u12G4\"]", TRL_STRICT_ERROR_SYNTAX, 1, 3, "/0" },
  { "[\"a", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },
  { "[\"\\", TRL_STRICT_ERROR_SYNTAX, 1, 3, "/0" },
  { "[\xC2\xA0""1]", TRL_STRICT_ERROR_SYNTAX, 1, 2, "/0" },

  { "[\"ä\", \"\xE4\"]", TRL_STRICT_ERROR_ENCODING, 1, 8, "/1" },
  { "[\"\xC0\xAF\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "[\"\xED\xA0\x80\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "[\"\xE2\x82\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "[\"\xF4\x90\x80\x80\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "[\"\\u0000\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "{\"a\\u0000b\":1}", TRL_STRICT_ERROR_ENCODING, 1, 4, "" },
  { "[\"\\uD800\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "[\"\\uDC00\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "[\"\\uD800\\u0061\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },
  { "[\"\\uDD1E\\uD834\"]", TRL_STRICT_ERROR_ENCODING, 1, 3, "/0" },

  { "[1e400]", TRL_STRICT_ERROR_NUMBER, 1, 2, "/0" },
  { "[-1e400]", TRL_STRICT_ERROR_NUMBER, 1, 2, "/0" },
  { "[1e-400]", TRL_STRICT_ERROR_NUMBER, 1, 2, "/0" },
  { "[0e-400, 0.0e5]", GOOD },

  { "{\"a\":1,\"a\":2}", TRL_STRICT_ERROR_DUPLICATE, 1, 8, "/a" },
  { "{\"x\":{\"a\":1,\n\"\\u0061\":2}}", TRL_STRICT_ERROR_DUPLICATE, 2, 1, "/x/a" },
  { "{\"~/\":[{\"\":1, \"\":2}]}", TRL_STRICT_ERROR_DUPLICATE, 1, 15, "/~0~1/0/" },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *c = &cases[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (TrlTape) tape = trl_strict_read (c->text, strlen (c->text), &error);
      g_autofree char *shown = NULL;
      const char *pointer = NULL;
      guint line = 0;
      guint column = 0;

      if (c->code < 0)
        {
          g_assert_no_error (error);
          g_assert_cmpuint (tape->tokens[0].next, ==, tape->n_tokens);
          continue;
        }
      shown = g_strescape (c->text, NULL);   /* TAP is UTF-8 */
      g_test_message ("%s: %s", shown, error != NULL ? error->message : "read");
      g_assert_error (error, TRL_STRICT_ERROR, c->code);
      g_assert_null (tape);
      g_assert_true (trl_strict_error_get_place (error, &line, &column, &pointer));
      g_assert_cmpuint (line, ==, c->line);
      g_assert_cmpuint (column, ==, c->column);
      g_assert_cmpstr (pointer, ==, c->pointer);
    }
}

static void
test_bytes_zero (void)
{
  const char text[] = "[\"a\0b\"]";
  const char zeros[64] = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_strict_read (text, sizeof text - 1, &error));
  g_assert_error (error, TRL_STRICT_ERROR, TRL_STRICT_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (trl_strict_read (zeros, sizeof zeros, &error));
  g_assert_error (error, TRL_STRICT_ERROR, TRL_STRICT_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (trl_strict_read (NULL, 0, &error));
  g_assert_error (error, TRL_STRICT_ERROR, TRL_STRICT_ERROR_EMPTY);
}

static void
test_tape (void)
{
  const char *text = "{\"a\": [1, {\"b\\u0041\": \"x\\ny\"}, 3],\n \"c~/d\": null}";
  g_autoptr (TrlTape) tape = trl_strict_read (text, strlen (text), NULL);
  g_autofree char *raw = NULL;
  g_autofree char *read = NULL;
  guint array, object, value, line, column;

  g_assert_nonnull (tape);
  array = trl_strict_find (tape, 0, "a");
  g_assert_cmpuint (tape->tokens[array].type, ==, TRL_TOKEN_ARRAY);
  object = tape->tokens[array + 1].next;
  g_assert_cmpuint (tape->tokens[object].type, ==, TRL_TOKEN_OBJECT);
  value = trl_strict_find (tape, object, "bA");
  read = trl_strict_dup_text (tape, value);
  g_assert_cmpstr (read, ==, "x\ny");
  raw = trl_strict_dup_raw (tape, array);
  g_assert_cmpstr (raw, ==, "[1, {\"b\\u0041\": \"x\\ny\"}, 3]");
  g_assert_cmpuint (trl_strict_find (tape, 0, "nothing"), ==, 0);
  g_assert_cmpuint (trl_strict_find (tape, array, "a"), ==, 0);

  for (guint i = 0; i < tape->n_tokens; i++)
    {
      static const char * const pointers[] = {
        "", "/a", "/a", "/a/0", "/a/1", "/a/1/bA", "/a/1/bA", "/a/2", "/c~0~1d", "/c~0~1d"
      };
      g_autofree char *pointer = trl_strict_pointer (tape, i);

      g_assert_cmpstr (pointer, ==, pointers[i]);
    }

  trl_strict_locate (tape, tape->tokens[tape->n_tokens - 1].start, &line, &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 10);
}

static void
test_exact (void)
{
  const char *text = "[9007199254740991, -9007199254740991, 9007199254740992, 12345678901234567, 1.5]";
  g_autoptr (TrlTape) tape = trl_strict_read (text, strlen (text), NULL);
  const guint8 flags[] = { 0, 0, TRL_TOKEN_INEXACT, TRL_TOKEN_INEXACT, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    g_assert_cmpuint (tape->tokens[i + 1].flags, ==, flags[i]);
}

/* A lookup must give what counting from the start gives, in long lines too. */
static void
test_locate (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (TrlTape) tape = NULL;
  guint line = 1, column = 1;

  for (guint i = 0; i < 700; i++)
    g_string_append (text, i % 50 == 49 ? "\n\"ä\"," : "\"€uro\",");
  g_string_append (text, "0]");
  tape = trl_strict_read (text->str, text->len, NULL);
  g_assert_nonnull (tape);

  for (gsize i = 0; i <= text->len; i++)
    {
      guint got_line, got_column;

      trl_strict_locate (tape, i, &got_line, &got_column);
      g_assert_cmpuint (got_line, ==, line);
      g_assert_cmpuint (got_column, ==, column);
      if (text->str[i] == '\n')
        line++, column = 1;
      else if ((text->str[i] & 0xC0) != 0x80)
        column++;
    }
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TrlTape *tape;

  for (guint depth = TRL_STRICT_MAX_DEPTH; depth <= TRL_STRICT_MAX_DEPTH + 1; depth++)
    {
      g_string_truncate (text, 0);
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, '[');
      for (guint i = 0; i < depth; i++)
        g_string_append_c (text, ']');
      tape = trl_strict_read (text->str, text->len, &error);
      g_assert_true ((tape != NULL) == (depth == TRL_STRICT_MAX_DEPTH));
      trl_strict_free (tape);
    }
  g_assert_error (error, TRL_STRICT_ERROR, TRL_STRICT_ERROR_LIMIT);
  g_clear_error (&error);

  for (guint members = TRL_STRICT_MAX_MEMBERS; members <= TRL_STRICT_MAX_MEMBERS + 1; members++)
    {
      g_string_assign (text, "{");
      for (guint i = 0; i < members; i++)
        g_string_append_printf (text, "%s\"m%u\":0", i > 0 ? "," : "", i);
      g_string_append_c (text, '}');
      tape = trl_strict_read (text->str, text->len, &error);
      g_assert_true ((tape != NULL) == (members == TRL_STRICT_MAX_MEMBERS));
      trl_strict_free (tape);
    }
  g_assert_error (error, TRL_STRICT_ERROR, TRL_STRICT_ERROR_LIMIT);
  g_clear_error (&error);

  g_string_assign (text, "\"");
  for (guint i = 0; i < TRL_STRICT_MAX_STRING; i++)
    g_string_append_c (text, 'x');
  g_string_append_c (text, '"');
  g_assert_null (trl_strict_read (text->str, text->len, &error));
  g_assert_error (error, TRL_STRICT_ERROR, TRL_STRICT_ERROR_LIMIT);
}

/* Every name but one differs, at each number of names and in each place. */
static void
test_twins (void)
{
  for (guint n = 2; n < 40; n++)
    for (guint twin = 1; twin < n; twin++)
      {
        g_autoptr (GString) text = g_string_new ("{");
        g_autoptr (GError) error = NULL;

        for (guint i = 0; i < n; i++)
          g_string_append_printf (text, "%s\"%s%u\":0", i > 0 ? "," : "",
                                  i == twin ? "\\u006D" : "m", i == twin ? twin / 2 : i);
        g_string_append_c (text, '}');
        g_assert_null (trl_strict_read (text->str, text->len, &error));
        g_assert_error (error, TRL_STRICT_ERROR, TRL_STRICT_ERROR_DUPLICATE);
      }
}

static GString *
repeat (const char *head,
        const char *part,
        guint       times,
        const char *tail)
{
  GString *text = g_string_new (head);

  for (guint i = 0; i < times; i++)
    g_string_append (text, part);
  return g_string_append (text, tail);
}

/* Names that fall together in a hash that is not seeded: Ez and FY. */
static GString *
colliding (guint bits)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < 1u << bits; i++)
    {
      g_string_append_c (text, '"');
      for (guint bit = 0; bit < bits; bit++)
        g_string_append (text, i >> bit & 1 ? "Ez" : "FY");
      g_string_append (text, "\":0,");
    }
  return g_string_append (text, "\"end\":0}");
}

static void
test_hostile (void)
{
  struct { GString *text; int code; } packs[] = {
    { repeat ("", "[", 100000, ""), TRL_STRICT_ERROR_LIMIT },
    { repeat ("", "{\"a\":", 100000, ""), TRL_STRICT_ERROR_LIMIT },
    { repeat ("{", "\"a\":0,", 850000, "\"a\":0}"), TRL_STRICT_ERROR_DUPLICATE },
    { colliding (16), TRL_STRICT_ERROR_LIMIT },
    { repeat ("[", "9", 5000000, "]"), TRL_STRICT_ERROR_LIMIT },
    { repeat ("[0.", "0", 5000000, "1]"), TRL_STRICT_ERROR_LIMIT },
    { repeat ("[", "1e300,", 850000, "1e400]"), TRL_STRICT_ERROR_NUMBER },
    { repeat ("[", "[],", 8500000, "[]]"), TRL_STRICT_ERROR_LIMIT },
    { repeat ("[\"", "\\u0041", 850000, "\"]"), TRL_STRICT_ERROR_LIMIT },
    { repeat ("", " ", 5000000, ""), TRL_STRICT_ERROR_EMPTY },
    { repeat ("[", "\n", 5000000, "\\"), TRL_STRICT_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = trl_test_clock ();

      g_assert_null (trl_strict_read (packs[i].text->str, packs[i].text->len, &error));
      g_test_message ("pack %u: %" G_GSIZE_FORMAT " bytes in %.0f ms: %s", i, packs[i].text->len,
                      (trl_test_clock () - start) / 1000.0, error->message);
      g_assert_cmpint (trl_test_clock () - start, <, trl_test_patience (G_USEC_PER_SEC));
      g_assert_error (error, TRL_STRICT_ERROR, packs[i].code);
      g_string_free (packs[i].text, TRUE);
    }
}

/* Says how fast it is; the limit is loose, since a machine may be busy. */
static void
test_speed (void)
{
  g_autoptr (GString) text = repeat ("[",
    "{\n  \"id\": \"t-4711\",\n  \"name\": \"Gold für Agenturen\",\n  \"value\": 12.5,\n  \"open\": true,\n"
    "  \"criteria\": [\n    { \"metric\": \"certified-people\", \"is\": \"at-least\", \"value\": 3 }\n  ]\n},\n",
    40000, "0]");
  gint64 start = trl_test_clock ();
  g_autoptr (TrlTape) tape = trl_strict_read (text->str, text->len, NULL);
  double seconds = (trl_test_clock () - start) / 1e6;

  g_assert_nonnull (tape);
  g_test_message ("%.1f MB, %.0f MB/s, %u tokens", text->len / 1e6, text->len / 1e6 / seconds, tape->n_tokens);
  g_assert_cmpfloat (seconds, <, 1.0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strict/cases", test_cases);
  g_test_add_func ("/strict/bytes-of-zero", test_bytes_zero);
  g_test_add_func ("/strict/tape", test_tape);
  g_test_add_func ("/strict/exact", test_exact);
  g_test_add_func ("/strict/locate", test_locate);
  g_test_add_func ("/strict/limits", test_limits);
  g_test_add_func ("/strict/twins", test_twins);
  g_test_add_func ("/strict/hostile", test_hostile);
  g_test_add_func ("/strict/speed", test_speed);
  return g_test_run ();
}
