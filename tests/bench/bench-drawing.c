/* bench-drawing.c: where everything lies: from nothing, and after one edit. */

#include "config.h"

#include "bench.h"

#include "layout.h"

typedef struct
{
  TrlBlueprint   *blueprint;
  TrlTextMeasure *measure;
  TrlLayout      *layout;
  GPtrArray      *tiers;
  guint           next;
} Data;

static const TrlLayoutOptions options = { FALSE };

static double
lay_out (gpointer user_data)
{
  Data *data = user_data;
  g_autoptr (TrlLayout) layout = trl_layout_new (data->measure, &options);

  trl_layout_rebuild (layout, data->blueprint);
  return trl_layout_get_n_boxes (layout);
}

static void
committed_cb (TrlBlueprint    *blueprint,
              const TrlChange *change,
              gpointer         user_data)
{
  trl_layout_update (((Data *) user_data)->layout, blueprint, change);
}

static double
edit_one (gpointer user_data)
{
  Data *data = user_data;
  const char *id = g_ptr_array_index (data->tiers, data->next++ % data->tiers->len);
  g_autoptr (TrlEdit) edit = trl_edit_new (data->blueprint, "Bench");

  trl_edit_set_text (edit, id, TRL_TIER_NAME, data->next % 2 ? "Platinum" : "Bronze");
  trl_edit_commit (edit);
  return 0;
}

static double
query (gpointer user_data)
{
  Data *data = user_data;
  TrlRect visible = { 1000, 500, 1920, 1080 };
  g_autoptr (GPtrArray) boxes = trl_layout_query (data->layout, &visible);

  return boxes->len;
}

static void
collect_tier (gpointer card,
              gpointer tiers)
{
  if (trl_card_get_kind (card) == TRL_KIND_TIER)
    g_ptr_array_add (tiers, g_strdup (trl_card_get_id (card)));
}

void
bench_drawing (guint n_cards)
{
  g_autoptr (TrlBlueprint) blueprint = bench_design (n_cards);
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, FALSE);
  g_autoptr (TrlLayout) layout = trl_layout_new (measure, &options);
  g_autoptr (GPtrArray) tiers = g_ptr_array_new_with_free_func (g_free);
  Data data = { blueprint, measure, layout, tiers, 0 };
  guint listener;

  trl_layout_rebuild (layout, blueprint);
  trl_blueprint_foreach (blueprint, collect_tier, tiers);
  bench_report (&(BenchRow) { "layout", n_cards, bench_time (lay_out, &data), "ms", NULL, 0, 0 });
  listener = trl_blueprint_listen (blueprint, TRL_STAGE_BOARD, committed_cb, &data);
  bench_report (&(BenchRow) { "layout after one edit", n_cards, bench_time (edit_one, &data), "ms", NULL, 0, 0 });
  bench_report (&(BenchRow) { "what is in view", n_cards, bench_time (query, &data), "ms", NULL, 0, 0 });
  trl_blueprint_unlisten (blueprint, listener);
}
