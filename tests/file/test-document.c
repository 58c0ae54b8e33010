/* test-document.c: opening, saving, and what others do to the file meanwhile. */

#include "config.h"

#include <string.h>
#include <utime.h>

#include <glib/gstdio.h>

#include "document.h"
#include "edit.h"
#include "reader.h"
#include "writer.h"

typedef struct
{
  char        *folder;
  char        *path;
  GFile       *file;
  TrlDocument *document;   /* saved in the file once */
} Fixture;

static void
name_it (TrlDocument *document,
         const char  *name)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (trl_document_get_blueprint (document), "Name");

  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, name);
  trl_edit_commit (edit);
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "Q4 design.trellis", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->document = trl_document_new_for_template (trl_templates_find ("founder-after"));
  g_assert_true (trl_document_save (fixture->document, fixture->file, TRL_SAVE_NONE, &error));
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  if (fixture->document != NULL)
    trl_document_close (fixture->document);
  g_clear_object (&fixture->document);
  g_clear_object (&fixture->file);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_in_file (Fixture    *fixture,
                const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (fixture->file, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get_root (trl_reader_get_blueprint (reader))), ==, name);
}

/* As another program would. */
static void
change_outside (Fixture    *fixture,
                const char *name)
{
  g_autoptr (TrlReader) reader = trl_reader_read_file (fixture->file, NULL);
  TrlBlueprint *blueprint = trl_reader_get_blueprint (reader);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Edit");
  g_autofree char *text = NULL;

  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, name);
  trl_edit_remove (edit, "motion-referral");
  trl_edit_insert (edit, TRL_KIND_NOTE, TRL_ROOT_ID, TRL_SLOT_NOTES, 0);
  trl_edit_commit (edit);
  text = trl_writer_write (blueprint, NULL);
  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
}

static void
test_new (void)
{
  g_autoptr (TrlDocument) document = trl_document_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *name = trl_document_dup_name (document);
  g_autofree char *named = NULL;

  g_assert_cmpstr (name, ==, "New design");
  g_assert_false (trl_document_is_modified (document));
  g_assert_false (trl_document_is_changed_outside (document));
  g_assert_null (trl_document_get_repairs (document));
  name_it (document, "Nordwind");
  named = trl_document_dup_name (document);
  g_assert_cmpstr (named, ==, "Nordwind");
  g_assert_true (trl_document_is_modified (document));
  g_assert_false (trl_document_save (document, NULL, TRL_SAVE_NONE, &error));
  g_assert_error (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_NO_FILE);
  trl_document_close (document);
}

static void
count_notify_cb (guint *count)
{
  (*count)++;
}

static void
test_modified (Fixture       *fixture,
               gconstpointer  data)
{
  guint notified = 0;
  g_autofree char *name = trl_document_dup_name (fixture->document);

  g_assert_cmpstr (name, ==, "Q4 design");
  g_signal_connect_swapped (fixture->document, "notify::modified", G_CALLBACK (count_notify_cb), &notified);
  g_assert_false (trl_document_is_modified (fixture->document));
  name_it (fixture->document, "A");
  name_it (fixture->document, "B");
  g_assert_true (trl_document_is_modified (fixture->document));
  g_assert_cmpuint (notified, ==, 1);
  trl_change_unref (trl_history_undo (trl_document_get_history (fixture->document)));
  trl_change_unref (trl_history_undo (trl_document_get_history (fixture->document)));
  g_assert_false (trl_document_is_modified (fixture->document));
  g_assert_cmpuint (notified, ==, 2);
  trl_change_unref (trl_history_redo (trl_document_get_history (fixture->document)));
  g_assert_true (trl_document_save (fixture->document, NULL, TRL_SAVE_NONE, NULL));
  g_assert_false (trl_document_is_modified (fixture->document));
  g_assert_cmpuint (notified, ==, 4);
  assert_in_file (fixture, "A");
}

static void
test_open (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = trl_document_open (fixture->file, &error);
  g_autofree char *once = trl_writer_write (trl_document_get_blueprint (document), NULL);
  g_autofree char *there = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (trl_document_get_repairs (document)->len, ==, 0);
  g_assert_true (g_file_get_contents (fixture->path, &there, NULL, NULL));
  g_assert_cmpstr (once, ==, there);
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  g_assert_null (trl_document_open (fixture->file, &error));
  g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_INVALID);
}

static void
test_changed_outside (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  name_it (fixture->document, "Ours");
  change_outside (fixture, "Theirs");
  g_assert_true (trl_document_is_changed_outside (fixture->document));
  g_assert_false (trl_document_save (fixture->document, NULL, TRL_SAVE_NONE, &error));
  g_assert_error (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_CHANGED);
  assert_in_file (fixture, "Theirs");
  g_assert_true (trl_document_is_modified (fixture->document));

  g_assert_true (trl_document_save (fixture->document, NULL, TRL_SAVE_OVERWRITE, NULL));
  assert_in_file (fixture, "Ours");
  g_assert_false (trl_document_is_changed_outside (fixture->document));

  /* Touched, or gone, is not changed. */
  g_assert_cmpint (g_utime (fixture->path, NULL), ==, 0);
  g_assert_false (trl_document_is_changed_outside (fixture->document));
  g_unlink (fixture->path);
  g_assert_false (trl_document_is_changed_outside (fixture->document));
  g_assert_true (trl_document_save (fixture->document, NULL, TRL_SAVE_NONE, NULL));
  assert_in_file (fixture, "Ours");
}

static void
test_reload (Fixture       *fixture,
             gconstpointer  data)
{
  TrlBlueprint *blueprint = trl_document_get_blueprint (fixture->document);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *loaded = NULL;
  g_autofree char *undone = NULL;

  name_it (fixture->document, "Ours");
  ours = trl_writer_write (blueprint, NULL);
  change_outside (fixture, "Theirs");
  g_assert_true (trl_document_reload (fixture->document, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &theirs, NULL, NULL));
  loaded = trl_writer_write (blueprint, NULL);
  g_assert_cmpstr (loaded, ==, theirs);
  g_assert_false (trl_document_is_modified (fixture->document));

  trl_change_unref (trl_history_undo (trl_document_get_history (fixture->document)));
  undone = trl_writer_write (blueprint, NULL);
  g_assert_cmpstr (undone, ==, ours);
  g_assert_true (trl_document_is_modified (fixture->document));
}

static void
test_failed_save (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "missing", "x.trellis", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);

  name_it (fixture->document, "Ours");
  g_assert_false (trl_document_save (fixture->document, nowhere, TRL_SAVE_NONE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_true (trl_document_is_modified (fixture->document));
  g_assert_true (g_file_equal (trl_document_get_file (fixture->document), fixture->file));
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get_root (trl_document_get_blueprint (fixture->document))), ==, "Ours");
}

typedef struct
{
  guint  done;
  guint  saved;
  GError *last;
} Result;

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Result *r = user_data;

  g_clear_error (&r->last);
  r->saved += trl_document_save_finish (TRL_DOCUMENT (source), result, &r->last);
  r->done++;
}

static void
wait_for (Result *result,
          guint   n)
{
  while (result->done < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_async (Fixture       *fixture,
            gconstpointer  data)
{
  Result result = { 0 };

  name_it (fixture->document, "First");
  trl_document_save_async (fixture->document, NULL, TRL_SAVE_NONE, saved_cb, &result);
  g_assert_true (trl_document_is_saving (fixture->document));
  name_it (fixture->document, "Second");
  trl_document_save_async (fixture->document, NULL, TRL_SAVE_NONE, saved_cb, &result);
  wait_for (&result, 2);
  g_assert_cmpuint (result.saved, ==, 1);   /* the other was told that it is busy */
  g_clear_error (&result.last);
  g_assert_false (trl_document_is_saving (fixture->document));
  assert_in_file (fixture, "First");
  g_assert_true (trl_document_is_modified (fixture->document));

  trl_document_save_async (fixture->document, NULL, TRL_SAVE_NONE, saved_cb, &result);
  wait_for (&result, 3);
  g_assert_no_error (result.last);
  assert_in_file (fixture, "Second");
  g_assert_false (trl_document_is_modified (fixture->document));
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

/* Until it is seen; the monitor says when. */
static void
wait_outside (TrlDocument *document,
              TrlOutside   outside)
{
  while (trl_document_get_outside (document) != outside)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_watched (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint n_said = 0;

  g_signal_connect_swapped (fixture->document, "notify::outside", G_CALLBACK (count_notify_cb), &n_said);

  /* Our own saving is no news. */
  name_it (fixture->document, "Ours");
  g_assert_true (trl_document_save (fixture->document, NULL, TRL_SAVE_NONE, &error));
  trl_document_look_outside (fixture->document);

  change_outside (fixture, "Theirs");
  wait_outside (fixture->document, TRL_OUTSIDE_CHANGED);
  g_assert_cmpuint (n_said, ==, 1);
  g_assert_false (trl_document_is_modified (fixture->document));

  /* Kept as it is here: in no file any more, and free to be saved. */
  trl_document_keep_mine (fixture->document);
  g_assert_cmpint (trl_document_get_outside (fixture->document), ==, TRL_OUTSIDE_SAME);
  g_assert_true (trl_document_is_modified (fixture->document));
  g_assert_true (trl_document_save (fixture->document, NULL, TRL_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_false (trl_document_is_modified (fixture->document));
  assert_in_file (fixture, "Ours");
}

/* What they write after it was said to be kept is asked about once more. */
static void
test_kept_once (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  change_outside (fixture, "Theirs");
  wait_outside (fixture->document, TRL_OUTSIDE_CHANGED);
  trl_document_keep_mine (fixture->document);
  g_assert_true (g_file_set_contents (fixture->path, "{}", -1, NULL));
  g_assert_false (trl_document_save (fixture->document, NULL, TRL_SAVE_NONE, &error));
  g_assert_error (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_CHANGED);
}

static void
test_deleted (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *elsewhere = g_strconcat (fixture->path, ".moved", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_rename (fixture->path, elsewhere), ==, 0);
  wait_outside (fixture->document, TRL_OUTSIDE_GONE);
  g_assert_true (trl_document_is_modified (fixture->document));
  g_assert_cmpint (g_rename (elsewhere, fixture->path), ==, 0);
  wait_outside (fixture->document, TRL_OUTSIDE_SAME);
  g_assert_false (trl_document_is_modified (fixture->document));

  g_unlink (fixture->path);
  wait_outside (fixture->document, TRL_OUTSIDE_GONE);
  name_it (fixture->document, "Still here");
  g_assert_true (trl_document_save (fixture->document, NULL, TRL_SAVE_NONE, &error));
  g_assert_no_error (error);
  g_assert_cmpint (trl_document_get_outside (fixture->document), ==, TRL_OUTSIDE_SAME);
  g_assert_false (trl_document_is_modified (fixture->document));
  assert_in_file (fixture, "Still here");
}

/* A place that is no path of this machine and takes nothing says so, and the design is where it was. */
static void
test_no_path (void)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///none/of/this.trellis");
  g_autoptr (TrlDocument) document = trl_document_new_for_template (trl_templates_find ("founder-after"));
  g_autoptr (GError) error = NULL;

  g_assert_null (trl_document_open (file, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (trl_document_save (document, file, TRL_SAVE_NONE, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_null (trl_document_get_file (document));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("trellis-state-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/new", test_new);
#define ADD(name, func) g_test_add (name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/document/modified", test_modified);
  ADD ("/document/open", test_open);
  ADD ("/document/changed-outside", test_changed_outside);
  ADD ("/document/reload", test_reload);
  ADD ("/document/failed-save", test_failed_save);
  ADD ("/document/async", test_async);
  ADD ("/document/watched", test_watched);
  ADD ("/document/kept-once", test_kept_once);
  ADD ("/document/deleted", test_deleted);
  g_test_add_func ("/document/no-path", test_no_path);
  result = g_test_run ();
  drop_state (state);
  return result;
}
