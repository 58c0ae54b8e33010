/* bench-check.c: trellis check, against json-glib parsing the same bytes and against ajv with fifteen rules. */

#include "config.h"

#include "bench.h"

#include "reader.h"
#include "reviewer.h"
#include "writer.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

#define PROGRAM BUILDDIR "/src/trellis"
#define AJV SOURCEDIR "/tests/bench/lint-ajv.js"

static double
check_bytes (gpointer bytes)
{
  g_autoptr (TrlReader) reader = trl_reader_read (bytes, NULL);
  g_autoptr (GPtrArray) findings = trl_review (trl_reader_get_blueprint (reader));

  return findings->len;
}

static double
parse_bytes (gpointer bytes)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  return json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
}

/* A whole process; what it prints is thrown away. */
static double
run (gpointer command)
{
  int status = -1;

  g_assert_true (g_spawn_sync (NULL, command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                               NULL, NULL, NULL, NULL, &status, NULL));
  return status;
}

/* Debian's modules lie where only Debian's node looks. */
static gboolean
has_ajv (void)
{
  const char *command[] = { "node", "-e", "require('ajv')", NULL };
  int status = -1;

  g_setenv ("NODE_PATH", "/usr/share/nodejs", FALSE);
  return g_spawn_sync (NULL, (char **) command, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL) && status == 0;
}

/* From the command to the last line of its output, the start of the program with it. */
static void
bench_processes (GBytes *bytes,
                 guint   n_cards)
{
  g_autofree char *name = g_build_filename (g_get_tmp_dir (), "trellis-bench-check.trellis", NULL);
  const char *check[] = { PROGRAM, "check", name, NULL }, *ajv[] = { "node", AJV, name, NULL };
  double ms, floor_ms;

  if (!g_file_test (PROGRAM, G_FILE_TEST_IS_EXECUTABLE) ||
      !g_file_set_contents (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL))
    return;
  bench_pair (run, check, parse_bytes, bytes, &ms, &floor_ms);
  bench_report (&(BenchRow) { "trellis check, whole process", n_cards, ms, "ms", "json-glib, parsing alone", floor_ms,
                              n_cards > 10000 ? 1.5 : 0 });
  /* The aim is set at a thousand motions. */
  if (n_cards <= 10000 && has_ajv ())
    {
      bench_pair (run, check, run, ajv, &ms, &floor_ms);
      bench_report (&(BenchRow) { "trellis check, whole process", n_cards, ms, "ms", "ajv, 15 rules of shape", floor_ms, 1 });
    }
  else if (n_cards <= 10000)
    {
      g_print ("trellis check beside ajv: ajv is not installed (node-ajv in Debian)\n");
    }
  unlink (name);
}

/* What trellis check does with a file: all rules, all words; beside it, parsing alone. */
void
bench_check (TrlBlueprint *blueprint,
             guint         n_cards)
{
  gsize length;
  char *text = trl_writer_write (blueprint, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  double ms, floor_ms;

  bench_pair (check_bytes, bytes, parse_bytes, bytes, &ms, &floor_ms);
  bench_report (&(BenchRow) { "read and review, all rules", n_cards, ms, "ms", "json-glib, parsing alone", floor_ms, 1.5 });
  if (n_cards >= 10000)
    bench_processes (bytes, n_cards);
}
