/* test-safe-save.c: the old file or the new one, whatever fails and whenever. */

#include "config.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "safe-save.h"

static GString *old_text;
static GString *new_text;

typedef struct
{
  char *folder;
  char *path;     /* the file */
  char *link;     /* a link to it */
  char *source;   /* what the child shall save, outside the folder */
} Fixture;

static GString *
make_text (const char *word,
           guint       n)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "\"%s %u\",\n", word, i);
  return g_string_append (text, "0]\n");
}

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *outside = g_dir_make_tmp ("trellis-source-XXXXXX", NULL);

  fixture->folder = g_dir_make_tmp ("trellis-save-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "design.trellis", NULL);
  fixture->link = g_build_filename (fixture->folder, "link.trellis", NULL);
  fixture->source = g_build_filename (outside, "source", NULL);
  g_assert_true (g_file_set_contents (fixture->path, old_text->str, old_text->len, NULL));
  g_assert_true (g_file_set_contents (fixture->source, new_text->str, new_text->len, NULL));
  g_assert_cmpint (symlink ("design.trellis", fixture->link), ==, 0);
}

/* Removes whatever is in the folder and says how much that was. */
static guint
sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
      n++;
    }
  return n;
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *outside = g_path_get_dirname (fixture->source);

  sweep (fixture->folder);
  g_rmdir (fixture->folder);
  g_remove (fixture->source);
  g_rmdir (outside);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->link);
  g_free (fixture->source);
}

static gboolean
holds (const char    *path,
       const GString *text)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return length == text->len && memcmp (bytes, text->str, length) == 0;
}

static void
test_plain (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  struct stat info;

  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  g_assert_true (trl_safe_save (fixture->link, new_text->str, new_text->len, &error));
  g_assert_no_error (error);
  g_assert_true (holds (fixture->path, new_text));
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  g_assert_true (g_file_test (fixture->link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (sweep (fixture->folder), ==, 2);

  /* A link that leads to nothing yet, and a new file. */
  g_assert_cmpint (symlink ("design.trellis", fixture->link), ==, 0);
  g_assert_true (trl_safe_save (fixture->link, new_text->str, new_text->len, &error));
  g_assert_true (holds (fixture->path, new_text));
  g_assert_true (g_file_test (fixture->link, G_FILE_TEST_IS_SYMLINK));
}

static void
assert_refused (const char *path,
                const char *text,
                int         code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (trl_safe_save (path, text, strlen (text), &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, G_IO_ERROR, code);
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->folder, "fifo", NULL);
  g_autofree char *inner = g_build_filename (fixture->folder, "missing", "file", NULL);
  g_autofree char *below = g_build_filename (fixture->path, "file", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);

  assert_refused (fixture->folder, "[]", G_IO_ERROR_IS_DIRECTORY);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_refused (fifo, "[]", G_IO_ERROR_NOT_REGULAR_FILE);
  assert_refused (inner, "[]", G_IO_ERROR_NOT_FOUND);
  assert_refused (below, "[]", G_IO_ERROR_NOT_DIRECTORY);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_refused (loop, "[]", G_IO_ERROR_TOO_MANY_LINKS);
  assert_refused (fixture->path, "[1e+20.0]", G_IO_ERROR_INVALID_DATA);
  assert_refused (fixture->path, "", G_IO_ERROR_INVALID_DATA);
  g_assert_true (holds (fixture->path, old_text));

  if (geteuid () != 0)
    {
      g_assert_cmpint (g_chmod (fixture->path, 0440), ==, 0);
      assert_refused (fixture->path, "[]", G_IO_ERROR_PERMISSION_DENIED);
      g_assert_cmpint (g_chmod (fixture->folder, 0550), ==, 0);
      assert_refused (fixture->link, "[]", G_IO_ERROR_PERMISSION_DENIED);
      g_assert_cmpint (g_chmod (fixture->folder, 0750), ==, 0);
      g_assert_true (holds (fixture->path, old_text));
    }
}

/* Saves in another process, under the shim. Gives the wait status. */
static int
save_under (Fixture    *fixture,
            const char *path,
            const char *op,
            guint       n,
            int         code)
{
  const char *argv[] = { SAVE_CHILD, path, fixture->source, NULL };
  g_auto (GStrv) env = g_get_environ ();
  g_autofree char *nth = g_strdup_printf ("%u", n);
  g_autofree char *errno_text = g_strdup_printf ("%d", code);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  env = g_environ_setenv (env, "LD_PRELOAD", FAULT_SHIM, TRUE);
  env = g_environ_setenv (env, "ASAN_OPTIONS", "verify_asan_link_order=0:detect_leaks=0", TRUE);
  env = g_environ_setenv (env, "FI_DIR", fixture->folder, TRUE);
  env = g_environ_setenv (env, "FI_OP", op, TRUE);
  env = g_environ_setenv (env, "FI_N", nth, TRUE);
  env = g_environ_setenv (env, "FI_ERRNO", errno_text, TRUE);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, env, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error));
  g_assert_no_error (error);
  return status;
}

/* What is in the folder beside the file and the link, and whether it is whole. */
static gboolean
neighbour_holds (Fixture       *fixture,
                 const GString *text)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, ".trellis-"))
      {
        g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

        return holds (path, text);
      }
  return FALSE;
}

static void
put_back (Fixture *fixture)
{
  sweep (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->path, old_text->str, old_text->len, NULL));
  g_assert_cmpint (symlink ("design.trellis", fixture->link), ==, 0);
}

/* One cell: the file is old or new, it says which, and the link is a link.
 * Gives whether the fault struck. */
static gboolean
try_cell (Fixture    *fixture,
          gboolean    through_link,
          const char *op,
          guint       n,
          int         code)
{
  int status = save_under (fixture, through_link ? fixture->link : fixture->path, op, n, code);
  gboolean killed = WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL;
  gboolean is_old = holds (fixture->path, old_text);
  gboolean is_new = holds (fixture->path, new_text);
  int result = WIFEXITED (status) ? WEXITSTATUS (status) : -1;

  g_test_message ("%s %u %d%s: %s", op, n, code, through_link ? " (link)" : "",
                  is_old ? "old" : is_new ? "new" : "LOST");
  g_assert_true (is_old || is_new);
  g_assert_true (g_file_test (fixture->link, G_FILE_TEST_IS_SYMLINK));
  if (killed)
    return TRUE;
  g_assert_cmpint (result % 10, <=, 1);
  g_assert_true (is_new == (result % 10 == 0));
  return result >= 10;
}

static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *op; int code; } faults[] = {
    { "write", ENOSPC }, { "write", EIO }, { "write", EDQUOT }, { "write", EINTR }, { "write", -1 },
    { "short", EINTR },
    { "fsync", EIO }, { "fsync", -1 }, { "close", EIO }, { "close", EINTR }, { "close", -1 },
    { "rename", EACCES }, { "rename", EROFS }, { "rename", -1 },
    { "create", EACCES }, { "create", EMFILE }, { "create", -1 },
    { "open", EACCES }, { "open", -1 }, { "fchmod", EPERM }, { "fchmod", -1 },
    { "ftruncate", EIO }, { "unlink", EIO }, { "unlink", -1 },
  };
  guint cells = 0;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    for (int through_link = FALSE; through_link <= TRUE; through_link++)
      for (guint n = 1; ; n++)
        {
          g_assert_cmpuint (n, <, 50);
          put_back (fixture);
          if (!try_cell (fixture, through_link, faults[i].op, n, faults[i].code))
            break;
          cells++;
        }
  g_print ("# %u faults struck; each time there was the old file or the new one\n", cells);
  g_assert_cmpuint (cells, >, 40);
}

/* Where renaming is refused, the new bytes are in the file or beside it. */
static void
test_in_place (Fixture       *fixture,
               gconstpointer  data)
{
  static const int codes[] = { EBUSY, EXDEV };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      put_back (fixture);
      g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
      g_assert_cmpint (WEXITSTATUS (save_under (fixture, fixture->link, "rename", 1, codes[i])), ==, 10);
      g_assert_true (holds (fixture->path, new_text));
      g_assert_false (neighbour_holds (fixture, new_text));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  old_text = make_text ("old", 5000);
  new_text = make_text ("new", 9000);
  g_test_add ("/safe-save/plain", Fixture, NULL, fixture_set_up, test_plain, fixture_tear_down);
  g_test_add ("/safe-save/refused", Fixture, NULL, fixture_set_up, test_refused, fixture_tear_down);
  g_test_add ("/safe-save/faults", Fixture, NULL, fixture_set_up, test_faults, fixture_tear_down);
  g_test_add ("/safe-save/in-place", Fixture, NULL, fixture_set_up, test_in_place, fixture_tear_down);
  return g_test_run ();
}
