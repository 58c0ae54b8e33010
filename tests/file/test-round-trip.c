/* test-round-trip.c: random designs come back as they went out. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "document.h"
#include "random-design.h"
#include "reader.h"
#include "strict.h"
#include "writer.h"

static TrlReader *
read_text (const char *text,
           gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  TrlReader *reader = trl_reader_read (bytes, &error);

  g_assert_no_error (error);
  return reader;
}

/* Write, read, write: the same bytes. A card that lay off the board is moved
 * to its edge once, and said to be. */
static void
test_bytes (void)
{
  g_autoptr (GRand) random = random_design_seed ();
  guint mended = 0;

  for (guint round = 0; round < random_design_rounds (300); round++)
    {
      g_autoptr (TrlBlueprint) blueprint = random_design_new (random, g_rand_int_range (random, 1, 120));
      gsize length, again_length, last_length;
      g_autofree char *once = trl_writer_write (blueprint, &length);
      g_autoptr (TrlReader) reader = read_text (once, length);
      g_autofree char *again = trl_writer_write (trl_reader_get_blueprint (reader), &again_length);
      g_autoptr (TrlReader) reread = read_text (again, again_length);
      g_autofree char *last = trl_writer_write (trl_reader_get_blueprint (reread), &last_length);

      if (trl_reader_get_repairs (reader)->len == 0)
        g_assert_cmpstr (once, ==, again);
      else
        mended++;
      g_assert_cmpuint (trl_reader_get_repairs (reread)->len, ==, 0);
      g_assert_cmpmem (again, again_length, last, last_length);
      g_assert_cmpuint (trl_blueprint_get_n_cards (blueprint), ==,
                        trl_blueprint_get_n_cards (trl_reader_get_blueprint (reader)));
    }
  g_test_message ("%u had cards off the board", mended);
}

/* A later version adds members everywhere, and cards to every list. */
static GString *
add_unknown (const char *text,
             gsize       length,
             GRand      *random)
{
  static const char * const values[] = { "1.50", "null", "[]", "{\"id\":\"m\"}", "\"ä\"", "[{\"card\":\"tier\"},2]", "1E5" };
  g_autoptr (TrlTape) tape = trl_strict_read (text, length, NULL);
  GString *out = g_string_new (NULL);
  gsize from = 0;
  guint n = 0;

  g_assert_nonnull (tape);
  for (guint i = 1; i < tape->n_tokens; i++)
    {
      const TrlToken *t = &tape->tokens[i];
      const char *value = values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))];

      if (!(t->flags & TRL_TOKEN_IS_KEY) && t->type != TRL_TOKEN_OBJECT)
        continue;
      if (trl_strict_is (tape, i, "unknown") || trl_strict_is (tape, i, "n/a") || g_rand_int_range (random, 0, 6) > 0)
        continue;
      if (t->type == TRL_TOKEN_OBJECT && tape->tokens[i - 1].flags & TRL_TOKEN_IS_KEY)
        continue;   /* not in a list */
      g_string_append_len (out, text + from, t->start - from);
      if (t->flags & TRL_TOKEN_IS_KEY)
        g_string_append_printf (out, "\"later%u\":%s,", n++, value);
      else
        g_string_append_printf (out, "{\"card\":\"later\",\"n\":%u,\"x\":%s},", n++, value);
      from = t->start;
    }
  g_string_append (out, text + from);
  return out;
}

/* Without blanks between values. */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (; *text != '\0'; text++)
    {
      if (inside && *text == '\\')
        g_string_append_c (out, *text++);
      else
        inside ^= *text == '"';
      if (inside || !g_ascii_isspace (*text))
        g_string_append_c (out, *text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_unknown (void)
{
  g_autoptr (GRand) random = random_design_seed ();

  for (guint round = 0; round < random_design_rounds (300); round++)
    {
      g_autoptr (TrlBlueprint) blueprint = random_design_new (random, g_rand_int_range (random, 1, 60));
      gsize length;
      g_autofree char *raw = trl_writer_write (blueprint, &length);
      g_autoptr (TrlReader) settled = read_text (raw, length);
      g_autofree char *text = trl_writer_write (trl_reader_get_blueprint (settled), &length);
      g_autoptr (GString) later = add_unknown (text, length, random);
      g_autoptr (TrlReader) reader = read_text (later->str, later->len);
      g_autofree char *written = trl_writer_write (trl_reader_get_blueprint (reader), NULL);
      g_autofree char *expected = squeeze (later->str);
      g_autofree char *got = squeeze (written);

      g_assert_cmpstr (got, ==, expected);
    }
}

/* What the journal kept is what the design was, after any edits (law E15). */
static void
test_journal (void)
{
  g_autoptr (GRand) random = random_design_seed ();

  for (guint round = 0; round < random_design_rounds (60); round++)
    {
      g_autoptr (TrlDocument) document = trl_document_new ();
      TrlBlueprint *blueprint = trl_document_get_blueprint (document);
      TrlHistory *history = trl_document_get_history (document);
      g_autoptr (TrlBlueprint) recovered = NULL;
      g_autoptr (GPtrArray) orphans = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < 60; i++)
        {
          g_autoptr (TrlEdit) edit = random_design_edit (blueprint, random);

          trl_edit_commit (edit);
          if (g_rand_int_range (random, 0, 5) == 0)
            trl_change_unref (trl_history_undo (history));
        }
      before = random_design_dump (blueprint);
      g_clear_object (&document);

      orphans = trl_journal_list_orphans ();
      g_assert_cmpuint (orphans->len, ==, 1);
      recovered = trl_journal_recover (g_ptr_array_index (orphans, 0), &error);
      g_assert_no_error (error);
      after = random_design_dump (recovered);
      g_assert_cmpstr (after, ==, before);
      trl_journal_discard (g_ptr_array_index (orphans, 0));
    }
}

/* Takes away the folders that journals were kept in; they are empty by now. */
static void
drop_state (const char *state)
{
  g_autofree char *folder = trl_journal_get_folder ();
  g_autofree char *above = g_path_get_dirname (folder);

  g_rmdir (folder);
  g_rmdir (above);
  g_rmdir (state);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("trellis-state-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/round-trip/bytes", test_bytes);
  g_test_add_func ("/round-trip/unknown", test_unknown);
  g_test_add_func ("/round-trip/E15-journal", test_journal);
  result = g_test_run ();
  drop_state (state);
  return result;
}
