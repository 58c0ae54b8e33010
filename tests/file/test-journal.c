/* test-journal.c: what was not saved is offered again (law E15). */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <utime.h>

#include "document.h"
#include "edit.h"
#include "reader.h"
#include "writer.h"

/* Works in another process until it says that it is ready, then kills it
 * without a warning. Gives what the design was at that moment. */
static char *
work_and_die (const char *file,
              const char *n)
{
  const char *argv[] = { JOURNAL_CHILD, file, n, NULL };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GError) error = NULL;
  char buffer[4096];
  GPid pid;
  int out;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  while (!g_str_has_suffix (said->str, "\nready\n"))
    {
      gssize got = read (out, buffer, sizeof buffer);

      g_assert_cmpint (got, >, 0);
      g_string_append_len (said, buffer, got);
    }

  orphans = trl_journal_list_orphans ();
  g_assert_cmpuint (orphans->len, ==, 0);   /* it lives */
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (out);
  g_string_truncate (said, said->len - strlen ("\nready\n"));
  return g_string_free (g_steal_pointer (&said), FALSE);
}

static TrlOrphan *
only_orphan (GPtrArray **orphans)
{
  *orphans = trl_journal_list_orphans ();
  g_assert_cmpuint ((*orphans)->len, ==, 1);
  return g_ptr_array_index (*orphans, 0);
}

static void
assert_no_orphan (void)
{
  g_autoptr (GPtrArray) orphans = trl_journal_list_orphans ();

  g_assert_cmpuint (orphans->len, ==, 0);
}

static char *
recover_text (const TrlOrphan *orphan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlBlueprint) blueprint = trl_journal_recover (orphan, &error);

  g_assert_no_error (error);
  return trl_writer_write (blueprint, NULL);
}

static void
test_killed (void)
{
  g_autofree char *expected = work_and_die ("-", "25");
  g_autoptr (GPtrArray) orphans = NULL;
  TrlOrphan *orphan = only_orphan (&orphans);
  g_autofree char *text = recover_text (orphan);
  g_autoptr (TrlDocument) document = NULL;
  g_autoptr (GPtrArray) ours = NULL;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (orphan->name, ==, "Note 0");
  g_assert_null (orphan->uri);
  g_assert_cmpint (ABS (orphan->time - now), <, 60);
  g_assert_cmpuint (orphan->n_changes, ==, 30);

  /* Opened as a copy, the work is in a journal of ours and nowhere else. */
  document = trl_document_recover (orphan, NULL);
  g_assert_nonnull (document);
  g_assert_true (trl_document_is_modified (document));
  g_assert_null (trl_document_get_file (document));
  g_assert_false (g_file_test (orphan->path, G_FILE_TEST_EXISTS));
  assert_no_orphan ();

  /* Dropped without being closed, it is offered once more. */
  g_clear_object (&document);
  ours = trl_journal_list_orphans ();
  g_assert_cmpuint (ours->len, ==, 1);
  trl_journal_discard (g_ptr_array_index (ours, 0));
  assert_no_orphan ();
}

static void
test_killed_with_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "design.trellis", NULL);
  const TrlTemplate *info = trl_templates_find ("founder-after");
  g_autoptr (GBytes) bytes = trl_templates_load (info);
  g_autoptr (GPtrArray) orphans = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrlDocument) document = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autofree char *there = NULL;
  TrlOrphan *orphan;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  expected = work_and_die (path, "7");
  orphan = only_orphan (&orphans);
  text = recover_text (orphan);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (orphan->name, ==, "design");

  document = trl_document_recover (orphan, NULL);
  g_assert_null (trl_document_get_file (document));
  g_assert_true (g_file_equal (trl_document_get_origin (document), file));
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_cmpmem (there, strlen (there), g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  trl_document_close (document);
  assert_no_orphan ();
  g_unlink (path);
  g_rmdir (folder);
}

/* Wherever the last line is torn, what came before it is there. */
static void
test_torn (void)
{
  g_autofree char *expected = work_and_die ("-", "6");
  g_autoptr (GPtrArray) orphans = NULL;
  TrlOrphan *orphan = only_orphan (&orphans);
  g_autofree char *whole = NULL;
  g_autofree char *before = NULL;
  gsize length, last, first;

  g_assert_true (g_file_get_contents (orphan->path, &whole, &length, NULL));
  for (last = length - 1; whole[last - 1] != '\n'; last--)
    ;
  first = strchr (whole, '\n') - whole + 1;
  g_assert_true (g_file_set_contents (orphan->path, whole, last, NULL));
  before = recover_text (orphan);
  g_assert_cmpstr (before, !=, expected);

  for (gsize cut = last; cut <= length; cut += 1 + (length - last) / 40)
    {
      g_autofree char *text = NULL;

      g_assert_true (g_file_set_contents (orphan->path, whole, MIN (cut, length), NULL));
      text = recover_text (orphan);
      g_assert_cmpstr (text, ==, before);
    }

  /* A byte that changed ends it there; the first line must be whole. */
  whole[last + 30] ^= 1;
  g_assert_true (g_file_set_contents (orphan->path, whole, length, NULL));
  g_free (before);
  before = recover_text (orphan);
  g_assert_cmpstr (before, !=, expected);
  g_assert_true (g_file_set_contents (orphan->path, whole, first - 2, NULL));
  g_assert_null (trl_journal_recover (orphan, NULL));
  assert_no_orphan ();
  g_unlink (orphan->path);
}

static void
add_note (TrlDocument *document,
          const char  *text)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (trl_document_get_blueprint (document), "Add");
  const char *id = trl_edit_insert (edit, TRL_KIND_NOTE, TRL_ROOT_ID, TRL_SLOT_NOTES, TRL_END);

  trl_edit_set_text (edit, id, TRL_NOTE_TEXT, text);
  g_assert_true (trl_edit_commit (edit));
}

static guint
count_files (void)
{
  g_autofree char *folder = trl_journal_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* One file from the first commit on, none before, none after saving or closing. */
static void
test_life (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "design.trellis", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TrlDocument) document = trl_document_new ();
  guint at_first = count_files ();

  add_note (document, "one");
  g_assert_cmpuint (count_files (), ==, at_first + 1);
  add_note (document, "two");
  g_assert_cmpuint (count_files (), ==, at_first + 1);
  assert_no_orphan ();
  g_assert_true (trl_document_save (document, file, TRL_SAVE_NONE, NULL));
  g_assert_cmpuint (count_files (), ==, at_first);
  add_note (document, "three");
  g_assert_cmpuint (count_files (), ==, at_first + 1);
  trl_document_close (document);
  g_assert_cmpuint (count_files (), ==, at_first);
  g_unlink (path);
  g_rmdir (folder);
}

/* Where nothing can be written, work goes on and the problem is told. */
static void
test_no_room (void)
{
  g_autofree char *folder = trl_journal_get_folder ();
  g_autofree char *aside = g_strconcat (folder, ".aside", NULL);
  g_autoptr (TrlDocument) document = trl_document_new ();

  g_assert_cmpint (g_rename (folder, aside), ==, 0);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  add_note (document, "one");
  g_assert_nonnull (trl_document_get_journal_problem (document));
  g_unlink (folder);
  g_assert_cmpint (g_rename (aside, folder), ==, 0);
  add_note (document, "two");
  g_assert_null (trl_document_get_journal_problem (document));
  trl_document_close (document);
}

/* A long session begins anew now and then; nothing of it is lost. */
static void
test_long (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autofree char *words = g_strnfill (200000, 'x');
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) orphans = NULL;

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *text_of_note = g_strdup_printf ("%u %s", i, words);

      add_note (document, text_of_note);
      if (i % 2 == 0)
        trl_change_unref (trl_history_undo (trl_document_get_history (document)));
    }
  expected = trl_writer_write (trl_document_get_blueprint (document), NULL);
  g_clear_object (&document);
  text = recover_text (only_orphan (&orphans));
  g_assert_cmpstr (text, ==, expected);
  trl_journal_discard (g_ptr_array_index (orphans, 0));
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

/* One that nobody can read is no trouble, and goes when it is old; one that can be read stays, however old. */
static void
test_unreadable (void)
{
  g_autofree char *folder = trl_journal_get_folder ();
  g_autofree char *young = g_build_filename (folder, "young.journal", NULL);
  g_autofree char *old = g_build_filename (folder, "old.journal", NULL);
  g_autofree char *hidden = g_build_filename (folder, ".half", NULL);
  struct utimbuf long_ago = { 1000, 1000 };
  g_autofree char *expected = work_and_die ("-", "3");
  g_autoptr (GPtrArray) orphans = NULL;
  TrlOrphan *orphan = only_orphan (&orphans);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (young, "torn", -1, NULL));
  g_assert_true (g_file_set_contents (old, "torn", -1, NULL));
  g_assert_true (g_file_set_contents (hidden, "", 0, NULL));
  g_assert_cmpint (g_utime (old, &long_ago), ==, 0);
  g_assert_cmpint (g_utime (hidden, &long_ago), ==, 0);
  g_assert_cmpint (g_utime (orphan->path, &long_ago), ==, 0);

  orphan = only_orphan (&again);
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (hidden, G_FILE_TEST_EXISTS));
  text = recover_text (orphan);
  g_assert_cmpstr (text, ==, expected);
  trl_journal_discard (orphan);
  g_unlink (young);
}

/* What is under way beside the design outlives the program, a save, and being recovered; not the closing of the document. */
static void
test_aside (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "aside.trellis", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) orphans = NULL, more = NULL;
  g_autoptr (TrlDocument) recovered = NULL;
  g_autoptr (GError) error = NULL;
  TrlEdit *edit;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_unlink (path);
  trl_document_set_aside (document, "one");
  trl_document_set_aside (document, "two \n\"");
  edit = trl_edit_new (trl_document_get_blueprint (document), "Name it");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, "Aside");
  trl_edit_commit (edit);
  trl_edit_free (edit);
  trl_document_set_aside (document, "three");
  trl_document_save (document, file, TRL_SAVE_NONE, &error);
  g_assert_no_error (error);
  g_clear_object (&document);     /* as a crash would */

  g_assert_cmpstr (only_orphan (&orphans)->aside, ==, "three");
  g_assert_cmpuint (only_orphan (&more)->n_changes, ==, 0);
  recovered = trl_document_recover (g_ptr_array_index (orphans, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (trl_document_get_aside (recovered), ==, "three");
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get_root (trl_document_get_blueprint (recovered))), ==, "Aside");
  g_clear_object (&recovered);
  g_ptr_array_unref (orphans);
  g_assert_cmpstr (only_orphan (&orphans)->aside, ==, "three");
  recovered = trl_document_recover (g_ptr_array_index (orphans, 0), &error);
  trl_document_set_aside (recovered, NULL);
  g_assert_null (trl_document_get_aside (recovered));
  trl_document_set_aside (recovered, "four");
  trl_document_close (recovered);
  assert_no_orphan ();
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("trellis-state-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/unreadable", test_unreadable);
  g_test_add_func ("/journal/E15-killed", test_killed);
  g_test_add_func ("/journal/E15-killed-with-file", test_killed_with_file);
  g_test_add_func ("/journal/E15-torn", test_torn);
  g_test_add_func ("/journal/E15-life", test_life);
  g_test_add_func ("/journal/no-room", test_no_room);
  g_test_add_func ("/journal/long", test_long);
  g_test_add_func ("/journal/aside", test_aside);
  result = g_test_run ();

  drop_state (state);
  return result;
}
