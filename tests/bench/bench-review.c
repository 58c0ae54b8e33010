/* bench-review.c: the review, whole and after one edit. */

#include "config.h"

#include "bench.h"

#include "reviewer.h"

#include <stdlib.h>
#include <time.h>

typedef struct
{
  TrlBlueprint *blueprint;
  GPtrArray    *rates;
  GPtrArray    *held;      /* taking a review down is no part of it */
  guint         next;
} Data;

/* The processor time of this thread, in milliseconds. A review is one thread's work, and short enough that whoever
 * else runs on the machine would be most of it. */
static double
read_clock (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* As the program reviews a file that it opens: words are made for whoever reads them. */
static double
review_all (Data *data)
{
  double start = read_clock ();
  TrlReviewer *reviewer = trl_reviewer_new (data->blueprint);

  trl_reviewer_get_findings (reviewer);
  g_ptr_array_add (data->held, reviewer);
  return read_clock () - start;
}

/* With every word of every finding. */
static double
review_words (gpointer user_data)
{
  Data *data = user_data;
  g_autoptr (GPtrArray) findings = trl_review (data->blueprint);

  return findings->len;
}

static void
edit_one (Data *data)
{
  const char *id = g_ptr_array_index (data->rates, data->next++ % data->rates->len);
  g_autoptr (TrlEdit) edit = trl_edit_new (data->blueprint, "Bench");

  trl_edit_set_number (edit, id, TRL_RATE_VALUE, 5 + data->next % 30);
  trl_edit_commit (edit);
}

static void
collect_rate (gpointer card,
              gpointer rates)
{
  if (trl_card_get_kind (card) == TRL_KIND_RATE)
    g_ptr_array_add (rates, g_strdup (trl_card_get_id (card)));
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Hears of a commit just before the review does, and just after. */
static void
note_time (TrlBlueprint    *blueprint,
           const TrlChange *change,
           gpointer         time)
{
  *(double *) time = read_clock ();
}

static double
percentile (double *times,
            guint   n,
            guint   percent)
{
  qsort (times, n, sizeof *times, compare_times);
  return times[n * percent / 100];
}

/* A rate of another motion each time: what the review takes of the commit, and the whole edit beside it. */
static void
bench_edits (Data  *data,
             guint  n_cards)
{
  double reviews[1000], edits[G_N_ELEMENTS (reviews)];
  const guint n = G_N_ELEMENTS (reviews);
  double before = 0, after = 0;
  guint listeners[2];
  g_autoptr (TrlReviewer) reviewer = NULL;

  listeners[0] = trl_blueprint_listen (data->blueprint, TRL_STAGE_JOURNAL, note_time, &before);
  listeners[1] = trl_blueprint_listen (data->blueprint, TRL_STAGE_BOARD, note_time, &after);
  reviewer = trl_reviewer_new (data->blueprint);
  for (guint i = 0; i < n; i++)
    {
      double start = read_clock ();

      edit_one (data);
      edits[i] = read_clock () - start;
      reviews[i] = after - before;
    }
  for (guint i = 0; i < G_N_ELEMENTS (listeners); i++)
    trl_blueprint_unlisten (data->blueprint, listeners[i]);
  bench_report (&(BenchRow) { "review after one edit", n_cards, percentile (reviews, n, 50), "ms", NULL, 0, 0.2 });
  bench_report (&(BenchRow) { "the same, 99 of 100 within", n_cards, percentile (reviews, n, 99), "ms", NULL, 0, 1 });
  bench_report (&(BenchRow) { "one edit with its review", n_cards, percentile (edits, n, 50), "ms", NULL, 0, 0 });
  bench_report (&(BenchRow) { "the same, 99 of 100 within", n_cards, percentile (edits, n, 99), "ms", NULL, 0, 0 });
}

void
bench_review (guint n_cards)
{
  g_autoptr (TrlBlueprint) blueprint = bench_design (n_cards);
  g_autoptr (GPtrArray) rates = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  Data data = { blueprint, rates, held, 0 };
  double times[11];

  trl_blueprint_foreach (blueprint, collect_rate, rates);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = review_all (&data);
  bench_report (&(BenchRow) { "full review", n_cards, percentile (times, G_N_ELEMENTS (times), 50), "ms", NULL, 0,
                              n_cards == 10000 ? 10 : 0 });
  g_ptr_array_set_size (held, 0);
  bench_report (&(BenchRow) { "full review with all words", n_cards, bench_time (review_words, &data), "ms", NULL, 0, 0 });
  bench_edits (&data, n_cards);
  bench_check (blueprint, n_cards);
}
