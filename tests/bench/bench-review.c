/* bench-review.c: the review, whole and after one edit. */

#include "config.h"

#include "bench.h"

#include "reader.h"
#include "reviewer.h"
#include "writer.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>

typedef struct
{
  TrlBlueprint *blueprint;
  GPtrArray    *rates;
  GPtrArray    *held;      /* taking a review down is no part of it */
  guint         next;
} Data;

/* As the program reviews a file that it opens: words are made for whoever reads them. */
static double
review_all (gpointer user_data)
{
  Data *data = user_data;
  TrlReviewer *reviewer = trl_reviewer_new (data->blueprint);

  g_ptr_array_add (data->held, reviewer);
  return trl_reviewer_get_findings (reviewer)->len;
}

/* With every word of every finding. */
static double
review_words (gpointer user_data)
{
  Data *data = user_data;
  g_autoptr (GPtrArray) findings = trl_review (data->blueprint);

  return findings->len;
}

static double
edit_one (gpointer user_data)
{
  Data *data = user_data;
  const char *id = g_ptr_array_index (data->rates, data->next++ % data->rates->len);
  g_autoptr (TrlEdit) edit = trl_edit_new (data->blueprint, "Bench");

  trl_edit_set_number (edit, id, TRL_RATE_VALUE, 5 + data->next % 30);
  trl_edit_commit (edit);
  return 0;
}

static void
collect_rate (gpointer card,
              gpointer rates)
{
  if (trl_card_get_kind (card) == TRL_KIND_RATE)
    g_ptr_array_add (rates, g_strdup (trl_card_get_id (card)));
}

static double
edit_fifty (gpointer user_data)
{
  for (int i = 0; i < 50; i++)
    edit_one (user_data);
  return 0;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* The 99th percentile of single edits, commit and all. */
static double
time_slowest (Data *data)
{
  double times[1000];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = g_get_monotonic_time ();

      edit_one (data);
      times[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof *times, compare_times);
  return times[G_N_ELEMENTS (times) * 99 / 100];
}

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

/* What trellis check does with a file: all rules, all words; beside it, parsing alone. */
static void
bench_check (TrlBlueprint *blueprint,
             guint         n_cards)
{
  gsize length;
  char *text = trl_writer_write (blueprint, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  double ms, floor_ms;

  bench_pair (check_bytes, bytes, parse_bytes, bytes, &ms, &floor_ms);
  bench_report (&(BenchRow) { "check a file, all rules", n_cards, ms, "ms", "json-glib", floor_ms, 1.5 });
}

void
bench_review (guint n_cards)
{
  g_autoptr (TrlBlueprint) blueprint = bench_design (n_cards);
  g_autoptr (GPtrArray) rates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  Data data = { blueprint, rates, held, 0 };
  TrlReviewer *reviewer;
  double bare_ms, ms;

  trl_blueprint_foreach (blueprint, collect_rate, rates);
  bench_report (&(BenchRow) { "full review", n_cards, bench_time (review_all, &data), "ms", NULL, 0, n_cards == 10000 ? 10 : 0 });

  g_ptr_array_set_size (held, 0);
  bench_report (&(BenchRow) { "full review with all words", n_cards, bench_time (review_words, &data), "ms", NULL, 0, 0 });

  bare_ms = bench_time (edit_fifty, &data) / 50;
  reviewer = trl_reviewer_new (blueprint);
  ms = bench_time (edit_fifty, &data) / 50;
  bench_report (&(BenchRow) { "review after one edit", n_cards, MAX (ms - bare_ms, 0), "ms", NULL, 0, 0.2 });
  bench_report (&(BenchRow) { "one edit and its review, 99 of 100", n_cards, time_slowest (&data), "ms", NULL, 0, 1 });
  g_object_unref (reviewer);
  bench_check (blueprint, n_cards);
}
