/* bench-file.c: opening and saving, against json-glib doing the least that any program must. */

#include "config.h"

#include "bench.h"

#include "reader.h"
#include "safe-save.h"
#include "strict.h"
#include "writer.h"

#include <fcntl.h>
#include <json-glib/json-glib.h>
#include <unistd.h>

typedef struct
{
  TrlBlueprint *blueprint;
  GBytes       *bytes;
  GFile        *file;
  JsonNode     *root;
} Data;

static double
open_design (gpointer user_data)
{
  Data *data = user_data;
  g_autoptr (TrlReader) reader = trl_reader_read (data->bytes, NULL);

  g_assert (reader != NULL);
  return 0;
}

static double
parse_only (gpointer user_data)
{
  Data *data = user_data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (data->bytes, &length);

  g_assert (json_parser_load_from_data (parser, text, length, NULL));
  return 0;
}

static double
save_design (gpointer user_data)
{
  Data *data = user_data;
  gsize length;
  g_autofree char *text = trl_writer_write (data->blueprint, &length);

  g_assert (trl_safe_save_file (data->file, text, length, NULL));
  return 0;
}

static double
generate_and_sync (gpointer user_data)
{
  Data *data = user_data;
  g_autofree char *name = g_file_get_path (data->file);
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autofree char *text = NULL;
  gsize length;

  json_generator_set_pretty (generator, TRUE);
  json_generator_set_root (generator, data->root);
  text = json_generator_to_data (generator, &length);
  g_assert (g_file_set_contents_full (name, text, length, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, NULL));
  return 0;
}

static void
bench_memory (guint n_cards)
{
  gsize before = bench_resident ();
  g_autoptr (TrlBlueprint) blueprint = bench_design (n_cards);
  gsize after = bench_resident ();

  bench_report (&(BenchRow) { "memory a card, blueprint alone", n_cards,
                              (after > before ? after - before : 0) / 1024.0 / n_cards, "KB", NULL, 0, 3 });
}

void
bench_file (guint n_cards)
{
  g_autoptr (TrlBlueprint) blueprint = NULL;
  g_autofree char *name = g_build_filename (g_get_tmp_dir (), "trellis-bench.trellis", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  double ms, floor_ms;
  Data data;
  gsize length;
  char *text;

  bench_memory (n_cards);
  blueprint = bench_design (n_cards);
  text = trl_writer_write (blueprint, &length);
  data.blueprint = blueprint;
  data.bytes = g_bytes_new_take (text, length);
  data.file = g_file_new_for_path (name);
  g_assert (json_parser_load_from_data (parser, text, length, NULL));
  data.root = json_parser_get_root (parser);

  bench_pair (open_design, &data, parse_only, &data, &ms, &floor_ms);
  bench_report (&(BenchRow) { "open", n_cards, ms, "ms", "json-glib parsing it", floor_ms, 1.5 });
  bench_pair (save_design, &data, generate_and_sync, &data, &ms, &floor_ms);
  bench_report (&(BenchRow) { "save", n_cards, ms, "ms", "json-glib, synced", floor_ms, 1.5 });

  unlink (name);
  g_bytes_unref (data.bytes);
  g_object_unref (data.file);
}
