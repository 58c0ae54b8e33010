/* test-json-writer.c: numbers, texts and the layout of what Trellis writes. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "json-writer.h"
#include "strict.h"

static void
assert_number (double      number,
               const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  trl_json_writer_append_number (out, number);
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (0, "0");
  assert_number (-0.0, "0");
  assert_number (1, "1");
  assert_number (-42, "-42");
  assert_number (12.5, "12.5");
  assert_number (0.1, "0.1");
  assert_number (0.1 + 0.2, "0.30000000000000004");
  assert_number (-0.000001, "-0.000001");
  assert_number (1e-7, "1e-7");
  assert_number (1.5e-8, "1.5e-8");
  assert_number (1e17, "1e+17");
  assert_number (1e20, "1e+20");
  assert_number (1e21, "1e+21");
  assert_number (1.25e300, "1.25e+300");
  assert_number (9007199254740991, "9007199254740991");
  assert_number (9007199254740992.0, "9.007199254740992e+15");
  assert_number (-9007199254740991, "-9007199254740991");
  assert_number (5e-324, "5e-324");
  assert_number (1.7976931348623157e308, "1.7976931348623157e+308");
  assert_number (2251799813685248.5, "2251799813685248.5");
}

/* Any double comes back as it went in, and what is written is JSON. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      guint64 bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int ();
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (TrlTape) tape = NULL;
      double number;

      memcpy (&number, &bits, sizeof number);
      if (!isfinite (number))
        continue;
      trl_json_writer_append_number (out, number);
      g_assert_true (g_ascii_strtod (out->str, NULL) == number);
      tape = trl_strict_read (out->str, out->len, NULL);
      g_assert_nonnull (tape);
    }
}

static void
assert_text (const char *text,
             const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (TrlTape) tape = NULL;
  g_autofree char *read = NULL;

  trl_json_writer_append_string (out, text);
  g_assert_cmpstr (out->str, ==, expected);
  tape = trl_strict_read (out->str, out->len, NULL);
  g_assert_nonnull (tape);
  read = trl_strict_dup_text (tape, 0);
  if (g_utf8_validate (text, -1, NULL))
    g_assert_cmpstr (read, ==, text);
}

static void
test_texts (void)
{
  assert_text ("", "\"\"");
  assert_text ("plain", "\"plain\"");
  assert_text ("a\"b\\c/d", "\"a\\\"b\\\\c/d\"");
  assert_text ("\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"");
  assert_text ("\x01\x1f\x7f", "\"\\u0001\\u001f\x7f\"");
  assert_text ("≥ → × ä 𝄞 مرحبا", "\"≥ → × ä 𝄞 مرحبا\"");
  assert_text ("bad \xE4 byte", "\"bad \xEF\xBF\xBD byte\"");
}

/* Lays @raw out and holds it against @expected. */
static void
assert_layout (const char *raw,
               const char *expected)
{
  g_autoptr (TrlJsonWriter) writer = trl_json_writer_new (TRL_JSON_PRETTY);
  g_autoptr (TrlJsonWriter) again = trl_json_writer_new (TRL_JSON_PRETTY);
  g_autofree char *text = NULL;
  g_autofree char *twice = NULL;
  gsize length;

  trl_json_writer_raw (writer, raw);
  text = trl_json_writer_end (writer, &length);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (length, ==, strlen (text));

  trl_json_writer_raw (again, text);
  twice = trl_json_writer_end (again, NULL);
  g_assert_cmpstr (twice, ==, text);
}

static void
test_layout (void)
{
  assert_layout ("{}", "{}\n");
  assert_layout ("[ ]", "[]\n");
  assert_layout ("1E5", "1E5\n");
  assert_layout ("[1,2,3]", "[1, 2, 3]\n");
  assert_layout ("{\"a\":1,\"b\":[true,null]}", "{\n  \"a\": 1,\n  \"b\": [true, null]\n}\n");
  assert_layout ("[{\"a\":\"x\\u0041\\n\"},{},[[]]]",
                 "[\n  { \"a\": \"xA\\n\" },\n  {},\n  [\n    []\n  ]\n]\n");
  assert_layout ("{\"a\":{\"b\":1},\"c\":2}", "{\n  \"a\": { \"b\": 1 },\n  \"c\": 2\n}\n");
  /* 110 columns fit, 111 do not. */
  assert_layout ("{\"a\":{\"b\":\"98765432100123456789012345678901234567890123456789012345678901234567890123456789012345678901\"}}",
                 "{\n  \"a\": { \"b\": \"98765432100123456789012345678901234567890123456789012345678901234567890123456789012345678901\" }\n}\n");
  assert_layout ("{\"a\":{\"b\":\"987654321001234567890123456789012345678901234567890123456789012345678901234567890123456789012\"}}",
                 "{\n  \"a\": {\n    \"b\": \"987654321001234567890123456789012345678901234567890123456789012345678901234567890123456789012\"\n  }\n}\n");
}

static void
test_compact (void)
{
  g_autoptr (TrlJsonWriter) writer = trl_json_writer_new (TRL_JSON_COMPACT);
  g_autofree char *text = NULL;

  trl_json_writer_begin_object (writer);
  trl_json_writer_key (writer, "a");
  trl_json_writer_begin_array (writer);
  trl_json_writer_number (writer, 1.5);
  trl_json_writer_string (writer, "x");
  trl_json_writer_boolean (writer, FALSE);
  trl_json_writer_null (writer);
  trl_json_writer_end_array (writer);
  trl_json_writer_key (writer, "b");
  trl_json_writer_raw (writer, "{ \"c\": [ 1.0 ] }");
  trl_json_writer_end_object (writer);
  text = trl_json_writer_end (writer, NULL);
  g_assert_cmpstr (text, ==, "{\"a\":[1.5,\"x\",false,null],\"b\":{\"c\":[1.0]}}");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/numbers", test_numbers);
  g_test_add_func ("/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/json-writer/texts", test_texts);
  g_test_add_func ("/json-writer/layout", test_layout);
  g_test_add_func ("/json-writer/compact", test_compact);
  return g_test_run ();
}
