/* test-json-suite.c: the JSON parsing test suite, from where it lies.
 *
 * It is read from the folder named in TRL_JSON_TEST_SUITE, or from
 * ../shared/data/json-test-suite beside the source. A clone without it still
 * has a case of each kind in test-strict.c. */

#include "config.h"

#include <string.h>

#include "reader.h"
#include "strict.h"

/* Cases that may go either way: what we answer, for good. */
static const struct { const char *name; int code; } free_cases[] = {
  { "i_number_double_huge_neg_exp.json", TRL_STRICT_ERROR_NUMBER },
  { "i_number_huge_exp.json", TRL_STRICT_ERROR_NUMBER },
  { "i_number_neg_int_huge_exp.json", TRL_STRICT_ERROR_NUMBER },
  { "i_number_pos_double_huge_exp.json", TRL_STRICT_ERROR_NUMBER },
  { "i_number_real_neg_overflow.json", TRL_STRICT_ERROR_NUMBER },
  { "i_number_real_pos_overflow.json", TRL_STRICT_ERROR_NUMBER },
  { "i_number_real_underflow.json", TRL_STRICT_ERROR_NUMBER },
  { "i_number_too_big_neg_int.json", -1 },
  { "i_number_too_big_pos_int.json", -1 },
  { "i_number_very_big_negative_int.json", -1 },
  { "i_object_key_lone_2nd_surrogate.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_1st_surrogate_but_2nd_missing.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_1st_valid_surrogate_2nd_invalid.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_UTF-16LE_with_BOM.json", TRL_STRICT_ERROR_SYNTAX },
  { "i_string_UTF-8_invalid_sequence.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_UTF8_surrogate_U+D800.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_incomplete_surrogate_and_escape_valid.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_incomplete_surrogate_pair.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_incomplete_surrogates_escape_valid.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_invalid_lonely_surrogate.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_invalid_surrogate.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_invalid_utf-8.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_inverted_surrogates_U+1D11E.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_iso_latin_1.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_lone_second_surrogate.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_lone_utf8_continuation_byte.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_not_in_unicode_range.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_overlong_sequence_2_bytes.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_overlong_sequence_6_bytes.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_overlong_sequence_6_bytes_null.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_truncated-utf-8.json", TRL_STRICT_ERROR_ENCODING },
  { "i_string_utf16BE_no_BOM.json", TRL_STRICT_ERROR_SYNTAX },
  { "i_string_utf16LE_no_BOM.json", TRL_STRICT_ERROR_SYNTAX },
  { "i_structure_500_nested_arrays.json", TRL_STRICT_ERROR_LIMIT },
  { "i_structure_UTF-8_BOM_empty_object.json", -1 },
};

static char *
find_suite (void)
{
  const char *named = g_getenv ("TRL_JSON_TEST_SUITE");
  g_autofree char *beside = g_build_filename (SOURCEDIR, "..", "shared", "data", "json-test-suite",
                                              "test_parsing", NULL);
  g_autofree char *inner = NULL;

  if (named == NULL)
    return g_steal_pointer (&beside);
  inner = g_build_filename (named, "test_parsing", NULL);
  if (g_file_test (inner, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&inner);
  return g_strdup (named);
}

/* The real reader must say what the strict pass says: good JSON is no
 * blueprint, anything else is damaged in the same place. */
static void
assert_reader (const char *text,
               gsize       length,
               guint       line,
               guint       column)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  guint its_line, its_column;

  g_assert_null (trl_reader_read (bytes, &error));
  if (line == 0)
    {
      g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_NOT_A_BLUEPRINT);
      return;
    }
  g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_INVALID);
  g_assert_true (trl_reader_error_get_place (error, &its_line, &its_column, NULL));
  g_assert_cmpuint (its_line, ==, line);
  g_assert_cmpuint (its_column, ==, column);
}

/* What the strict pass says: -1 for read, or the code of its error. */
static int
outcome (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlTape) tape = NULL;
  guint line = 0, column = 0;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  tape = trl_strict_read (text, length, &error);
  if (tape != NULL)
    {
      assert_reader (text, length, 0, 0);
      return -1;
    }
  g_assert_true (trl_strict_error_get_place (error, &line, &column, NULL));
  g_assert_cmpuint (line, >, 0);
  g_assert_cmpuint (column, >, 0);
  assert_reader (text, length, line, column);
  return error->code;
}

/* Good JSON that Trellis refuses all the same, each for the reason it states. */
static int
expected_of_good (const char *name)
{
  if (strstr (name, "duplicated_key") != NULL)
    return TRL_STRICT_ERROR_DUPLICATE;
  if (strstr (name, "null_escape") != NULL || strstr (name, "escaped_null") != NULL)
    return TRL_STRICT_ERROR_ENCODING;
  return -1;
}

static int
expected_of_free (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (free_cases); i++)
    if (strcmp (free_cases[i].name, name) == 0)
      return free_cases[i].code;
  g_test_message ("%s has no frozen outcome", name);
  g_test_fail ();
  return -1;
}

static void
test_suite (void)
{
  g_autofree char *folder = find_suite ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint good = 0, bad = 0, free_ones = 0, special = 0;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      int code;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      code = outcome (folder, name);
      g_test_message ("%s: %d", name, code);
      if (name[0] == 'n')
        {
          g_assert_cmpint (code, >=, 0);
          bad++;
        }
      else if (name[0] == 'y')
        {
          g_assert_cmpint (code, ==, expected_of_good (name));
          special += code >= 0;
          good++;
        }
      else
        {
          g_assert_cmpint (code, ==, expected_of_free (name));
          free_ones++;
        }
    }

  g_print ("# JSON test suite: %u cases run: %u refused, %u read (%u of them refused as duplicate or U+0000), "
           "%u free with frozen outcomes\n", good + bad + free_ones, bad, good, special, free_ones);
  if (dir != NULL && g_getenv ("TRL_JSON_TEST_SUITE") == NULL)
    {
      g_assert_cmpuint (bad, ==, 188);
      g_assert_cmpuint (good, ==, 95);
      g_assert_cmpuint (free_ones, ==, G_N_ELEMENTS (free_cases));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strict/json-test-suite", test_suite);
  return g_test_run ();
}
