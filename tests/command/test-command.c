/* test-command.c: the verbs, as a shell sees them: with nothing in the environment, no display, no bus, no home. */

#include "config.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
} Fixture;

static void
setup (Fixture       *f,
       gconstpointer  data)
{
  f->folder = g_dir_make_tmp ("trellis-command-XXXXXX", NULL);
}

static void
teardown (Fixture       *f,
          gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
}

static char *
in_folder (Fixture    *f,
           const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

static char *
template_path (const char *name)
{
  return g_strdup_printf ("%s/%s.trellis", g_getenv ("TRL_TEMPLATES"), name);
}

/* Runs the program with @arguments (split at blanks) and @extra as the last one. */
static int
run (const char  *arguments,
     const char  *extra,
     GBytes      *input,
     GBytes     **output,
     char       **errors)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    (input != NULL ? G_SUBPROCESS_FLAGS_STDIN_PIPE : G_SUBPROCESS_FLAGS_NONE) |
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GBytes) out = NULL, err = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  static const char * const sanitizers[] = { "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS" };
  static char *nothing[] = { (char *) "LC_ALL=C.UTF-8", NULL };

  g_ptr_array_add (argv, (char *) g_getenv ("TRL_PROGRAM"));
  for (char **word = words; *word != NULL; word++)
    g_ptr_array_add (argv, *word);
  if (extra != NULL)
    g_ptr_array_add (argv, (char *) extra);
  g_ptr_array_add (argv, NULL);

  g_subprocess_launcher_set_environ (launcher, nothing);
  /* What the sanitizers are told belongs to the build, not to the person. */
  for (guint i = 0; i < G_N_ELEMENTS (sanitizers); i++)
    if (g_getenv (sanitizers[i]) != NULL)
      g_subprocess_launcher_setenv (launcher, sanitizers[i], g_getenv (sanitizers[i]), TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) argv->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  if (output != NULL)
    *output = g_steal_pointer (&out);
  if (errors != NULL)
    *errors = g_strndup (g_bytes_get_data (err, NULL), g_bytes_get_size (err));
  return g_subprocess_get_exit_status (process);
}

static char *
run_text (const char *arguments,
          const char *extra,
          int         expected)
{
  g_autoptr (GBytes) output = NULL;

  g_assert_cmpint (run (arguments, extra, NULL, &output, NULL), ==, expected);
  return g_bytes_get_size (output) > 0 ? g_strndup (g_bytes_get_data (output, NULL), g_bytes_get_size (output)) : g_strdup ("");
}

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" is not in: %s", part, text);
}

static void
test_help (Fixture       *f,
           gconstpointer  data)
{
  static const char * const verbs[] = { "check", "export", "new", "templates", "format", "schema", "rules" };
  g_autofree char *all = run_text ("--help", NULL, 0);
  g_autofree char *version = run_text ("--version", NULL, 0);

  assert_contains (version, APP_VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_autofree char *call = g_strconcat (verbs[i], " --help", NULL);
      g_autofree char *wrong = g_strconcat (verbs[i], " --no-such-option", NULL);
      g_autofree char *help = run_text (call, NULL, 0);
      g_autofree char *errors = NULL;

      assert_contains (all, verbs[i]);
      assert_contains (help, verbs[i]);
      g_assert_cmpint (run (wrong, NULL, NULL, NULL, &errors), ==, 2);
      assert_contains (errors, "--help");
    }
}

static void
test_check_before (Fixture       *f,
                   gconstpointer  data)
{
  static const char * const pitfalls[] = { "MOTION-MIXED", "TIER-COSMETIC", "INC-REG-NO-CLOSE", "PATH-NONE", "METRIC-NONE", "RECRUIT-EARLY" };
  g_autofree char *path = template_path ("founder-before");
  g_autofree char *text = run_text ("check", path, 1);
  g_autofree char *never = run_text ("check --fail-on=never", path, 0);
  g_autofree char *prefix = g_strconcat (path, ":", NULL);

  g_test_summary ("check on founder-before exits 1 with the seed's five pitfalls, each placed in the file");
  for (guint i = 0; i < G_N_ELEMENTS (pitfalls); i++)
    assert_contains (text, pitfalls[i]);
  g_assert_true (g_str_has_prefix (text, prefix));
  assert_contains (never, "METRIC-NONE");
}

static void
test_check_after (Fixture       *f,
                  gconstpointer  data)
{
  g_autofree char *path = template_path ("founder-after");
  g_autofree char *text = run_text ("check", path, 0);

  g_test_summary ("check on founder-after exits 0 without a warning");
  g_assert_null (strstr (text, ": warning:"));
  g_assert_null (strstr (text, ": error:"));
}

static void
test_check_json (Fixture       *f,
                 gconstpointer  data)
{
  g_autofree char *path = template_path ("founder-before");
  g_autofree char *text = run_text ("check --format=json", path, 1);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *file, *finding;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpint (json_object_get_int_member (root, "version"), ==, 1);
  file = json_array_get_object_element (json_object_get_array_member (root, "files"), 0);
  g_assert_cmpstr (json_object_get_string_member (file, "file"), ==, path);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (file, "findings")), >=, 6);
  finding = json_array_get_object_element (json_object_get_array_member (file, "findings"), 0);
  g_assert_true (json_object_has_member (finding, "rule"));
  g_assert_true (json_object_has_member (finding, "severity"));
  g_assert_cmpint (json_object_get_int_member (finding, "line"), >, 0);
}

static void
test_unreadable (Fixture       *f,
                 gconstpointer  data)
{
  static const struct { const char *bytes; const char *place; } cases[] = {
    { "", ":1:1:" },
    { "{\n  \"format\": ,\n}", ":2:13:" },
    { "[[[[", ":1:" },
    { "{ \"a\": 1, \"a\": 2 }", ":1:" },
    { "{ \"format\": \"something\" }", ":1:" },
    { "{ \"format\": \"trellis-blueprint\", \"version\": 999 }", ":1:" },
    { "{ \"format\": \"trellis-blueprint\", \"version\": 1, \"program\": { \"partners\": { \"now\": \"many\" } } }", ":1:" },
  };
  g_autofree char *path = in_folder (f, "bad.trellis");
  g_autofree char *fifo = in_folder (f, "fifo");

  g_test_summary ("What cannot be read is told with line and column, exit 2; a folder and a FIFO do not hang");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *errors = NULL;

      g_assert_true (g_file_set_contents (path, cases[i].bytes, -1, NULL));
      g_assert_cmpint (run ("check", path, NULL, NULL, &errors), ==, 2);
      assert_contains (errors, cases[i].place);
    }
  g_assert_cmpint (run ("check", f->folder, NULL, NULL, NULL), ==, 2);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (run ("check", fifo, NULL, NULL, NULL), ==, 2);
  g_assert_cmpint (run ("check", "/no/such/file", NULL, NULL, NULL), ==, 2);
  g_assert_cmpint (run ("check", NULL, NULL, NULL, NULL), ==, 2);
}

static void
test_new (Fixture       *f,
          gconstpointer  data)
{
  g_autofree char *list = run_text ("templates", NULL, 0);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (list), "\n", -1);

  g_test_summary ("Every template that is listed can be begun with; a file that is there is left alone");
  g_assert_cmpuint (g_strv_length (lines), >=, 3);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", 2);
      g_autofree char *file = g_strconcat (f->folder, "/", words[0], ".trellis", NULL);
      g_autofree char *call = g_strdup_printf ("new --template=%s --output", words[0]);
      g_autofree char *before = NULL, *after = NULL;

      g_assert_cmpint (run (call, file, NULL, NULL, NULL), ==, 0);
      g_assert_true (g_file_get_contents (file, &before, NULL, NULL));
      g_assert_cmpint (run (call, file, NULL, NULL, NULL), ==, 2);
      g_assert_cmpint (run ("format", file, NULL, NULL, NULL), ==, 0);
      g_assert_true (g_file_get_contents (file, &after, NULL, NULL));
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_streams (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *path = template_path ("founder-after");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) input = NULL, output = NULL;
  gsize length;

  g_test_summary ("- is standard input and standard output; a canonical file comes out as it went in");
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  input = g_bytes_new (text, length);
  g_assert_cmpint (run ("format -", NULL, input, &output, NULL), ==, 0);
  g_assert_true (g_bytes_equal (input, output));
  g_assert_cmpint (run ("check -", NULL, input, NULL, NULL), ==, 0);
}

static void
test_export (Fixture       *f,
             gconstpointer  data)
{
  static const struct { const char *name; const char *magic; } cases[] = {
    { "out.pdf", "%PDF" }, { "out.svg", "<?xml" }, { "out.png", "\x89PNG" }
  };
  g_autofree char *path = template_path ("founder-after");

  g_test_summary ("export writes PDF, SVG and PNG, the same bytes each time, and says what it cannot write");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = in_folder (f, cases[i].name);
      g_autofree char *call = g_strdup_printf ("export %s --output", path);
      g_autofree char *first = NULL, *second = NULL;
      gsize n_first, n_second;

      g_assert_cmpint (run (call, file, NULL, NULL, NULL), ==, 0);
      g_assert_true (g_file_get_contents (file, &first, &n_first, NULL));
      g_assert_true (g_str_has_prefix (first, cases[i].magic));
      g_assert_cmpint (run (call, file, NULL, NULL, NULL), ==, 0);
      g_assert_true (g_file_get_contents (file, &second, &n_second, NULL));
      g_assert_cmpmem (first, n_first, second, n_second);
    }
  g_assert_cmpint (run ("export --output=/tmp/x.unknown", path, NULL, NULL, NULL), ==, 2);
  g_assert_cmpint (run ("export", path, NULL, NULL, NULL), ==, 2);
}

static void
test_rules (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *list = run_text ("rules", NULL, 0);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (list), "\n", -1);

  g_test_summary ("rules lists every rule, and explains each");
  g_assert_cmpuint (g_strv_length (lines), >=, 15);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) words = g_strsplit (*line, " ", 2);
      g_autofree char *page = run_text ("rules", words[0], 0);

      g_assert_cmpuint (strlen (page), >, strlen (*line));
    }
  g_assert_cmpint (run ("rules NO-SUCH-RULE", NULL, NULL, NULL, NULL), ==, 2);
}

static void
test_schema (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *schema = run_text ("schema", NULL, 0);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_true (json_parser_load_from_data (parser, schema, -1, NULL));
  assert_contains (schema, "2020-12");
}

#define ADD(path, func) g_test_add ("/command/" path, Fixture, NULL, setup, func, teardown)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("help", test_help);
  ADD ("check-before", test_check_before);
  ADD ("check-after", test_check_after);
  ADD ("check-json", test_check_json);
  ADD ("unreadable", test_unreadable);
  ADD ("new", test_new);
  ADD ("streams", test_streams);
  ADD ("export", test_export);
  ADD ("rules", test_rules);
  ADD ("schema", test_schema);
  return g_test_run ();
}
