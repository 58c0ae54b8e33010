/* bench-review.c: the review, whole and after one edit. */

#include "config.h"

#include "bench.h"

#include "reviewer.h"

typedef struct
{
  TrlBlueprint *blueprint;
  GPtrArray    *rates;
  guint         next;
} Data;

/* As the program reviews a file that it opens: words are made for whoever reads them. */
static double
review_all (gpointer user_data)
{
  Data *data = user_data;
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (data->blueprint);

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

void
bench_review (guint n_cards)
{
  g_autoptr (TrlBlueprint) blueprint = bench_design (n_cards);
  g_autoptr (GPtrArray) rates = g_ptr_array_new_with_free_func (g_free);
  Data data = { blueprint, rates, 0 };
  TrlReviewer *reviewer;
  double bare_ms, ms;

  trl_blueprint_foreach (blueprint, collect_rate, rates);
  bench_report (&(BenchRow) { "full review", n_cards, bench_time (review_all, &data), "ms", NULL, 0, n_cards == 10000 ? 10 : 0 });

  bench_report (&(BenchRow) { "full review with all words", n_cards, bench_time (review_words, &data), "ms", NULL, 0, 0 });

  bare_ms = bench_time (edit_fifty, &data) / 50;
  reviewer = trl_reviewer_new (blueprint);
  ms = bench_time (edit_fifty, &data) / 50;
  bench_report (&(BenchRow) { "review after one edit", n_cards, MAX (ms - bare_ms, 0), "ms", NULL, 0, 0.2 });
  g_object_unref (reviewer);
}
