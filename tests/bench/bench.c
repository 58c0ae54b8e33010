/* bench.c: how long things take, as ratios to a floor measured in the same run.
 *
 *   bench [--json FILE] [--only PART]
 *
 * PART is file, review, drawing, board or start.
 *
 * Single figures move with the machine; the ratio beside them holds. */

#include "config.h"

#include "bench.h"

#include "json-writer.h"

#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define MAX_RUNS 15
#define MAX_SECONDS 1.5

static GArray *rows;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, times->len / 2);
}

static double
time_once (BenchFunc func,
           gpointer  data)
{
  gint64 start = g_get_monotonic_time ();

  func (data);
  return (g_get_monotonic_time () - start) / 1000.0;
}

double
bench_time (BenchFunc func,
            gpointer  data)
{
  double ms, floor_ms;

  bench_pair (func, data, NULL, NULL, &ms, &floor_ms);
  return ms;
}

void
bench_pair (BenchFunc func,
            gpointer  data,
            BenchFunc floor_func,
            gpointer  floor_data,
            double   *ms,
            double   *floor_ms)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) floors = g_array_new (FALSE, FALSE, sizeof (double));
  gint64 begin = g_get_monotonic_time ();

  func (data);   /* warm */
  for (int i = 0; i < MAX_RUNS && (i < 3 || g_get_monotonic_time () - begin < MAX_SECONDS * 1e6); i++)
    {
      double t = time_once (func, data);

      g_array_append_val (times, t);
      if (floor_func != NULL)
        {
          t = time_once (floor_func, floor_data);
          g_array_append_val (floors, t);
        }
    }
  *ms = median (times);
  *floor_ms = floors->len > 0 ? median (floors) : 0;
}

void
bench_report (const BenchRow *row)
{
  g_print ("%-34s %7u cards %10.3f %-3s", row->name, row->cards, row->value, row->unit);
  if (row->floor_name != NULL)
    g_print ("  %10.3f %s  ratio %.2f", row->floor, row->floor_name, row->value / row->floor);
  if (row->aim > 0)
    g_print ("  (aim %s%.2f)", row->floor_name != NULL ? "" : "≤ ", row->aim);
  g_print ("\n");
  g_array_append_val (rows, *row);
}

static const char *
insert_of (TrlBlueprint *blueprint,
           TrlEdit      *edit,
           TrlKind       kind,
           const char   *parent,
           TrlSlot       slot,
           int           entry)
{
  const char *id = trl_edit_insert (edit, kind, parent, slot, TRL_END);

  if (entry >= 0)
    trl_edit_set_entry (edit, id, trl_kind_get_entry_member (kind), entry);
  return id;
}

static void
add_motion (TrlBlueprint *blueprint,
            TrlEdit      *edit,
            guint         number,
            const char   *metric)
{
  g_autofree char *name = g_strdup_printf ("Motion %u", number);
  const char *motion = insert_of (blueprint, edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, number % 4);
  const char *incentive, *rate, *step;

  trl_edit_set_text (edit, motion, TRL_MOTION_NAME, name);
  trl_edit_add_ref (edit, motion, TRL_MOTION_SERVES, metric);
  trl_edit_set_number (edit, motion, TRL_MOTION_X, (number % 40) * 560);
  trl_edit_set_number (edit, motion, TRL_MOTION_Y, (number / 40) * 760);
  trl_edit_set_number (edit, motion, TRL_MOTION_DEAL_SIZE, 20000 + number);
  for (int i = 0; i < 2; i++)
    {
      const char *tier = trl_edit_insert (edit, TRL_KIND_TIER, motion, TRL_SLOT_TIERS, TRL_END);
      const char *bar = insert_of (blueprint, edit, TRL_KIND_CRITERION, tier, TRL_SLOT_CRITERIA, TRL_CRITERIA_SOURCED_REVENUE);
      const char *gift = insert_of (blueprint, edit, TRL_KIND_BENEFIT, tier, TRL_SLOT_BENEFITS, TRL_BENEFITS_MDF);

      trl_edit_set_text (edit, tier, TRL_TIER_NAME, i == 0 ? "Silver" : "Gold");
      trl_edit_set_choice (edit, bar, TRL_CRITERION_IS, TRL_IS_AT_LEAST);
      trl_edit_set_number (edit, bar, TRL_CRITERION_VALUE, 10000 * (i + 1) + number);
      trl_edit_set_number (edit, gift, TRL_BENEFIT_VALUE, 1000 * (i + 1));
    }
  incentive = insert_of (blueprint, edit, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_INCENTIVES_MARGIN);
  trl_edit_set_text (edit, incentive, TRL_INCENTIVE_NAME, "Margin");
  trl_edit_set_entry (edit, incentive, TRL_INCENTIVE_TRIGGER, TRL_EVENTS_CLOSED_WON);
  trl_edit_set_choice (edit, incentive, TRL_INCENTIVE_BASIS, TRL_BASIS_LIST_PRICE);
  rate = trl_edit_insert (edit, TRL_KIND_RATE, incentive, TRL_SLOT_RATES, TRL_END);
  trl_edit_set_number (edit, rate, TRL_RATE_VALUE, 10 + number % 20);
  trl_edit_set_text (edit, rate, TRL_RATE_UNIT, "%");
  step = insert_of (blueprint, edit, TRL_KIND_STEP, motion, TRL_SLOT_PATH, TRL_STEPS_FIRST_DEAL);
  trl_edit_set_text (edit, step, TRL_STEP_NAME, "First deal");
  trl_edit_set_number (edit, step, TRL_STEP_DAYS, 30);
}

TrlBlueprint *
bench_design (guint n_cards)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Bench");
  const char *metric;

  trl_blueprint_count_ids (blueprint);
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, "Bench");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_CURRENCY, "USD");
  metric = insert_of (blueprint, edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_METRICS_SOURCED_PIPELINE);
  trl_edit_set_choice (edit, metric, TRL_METRIC_ROLE, TRL_ROLE_TARGET);
  for (guint i = 0; i < n_cards / 10; i++)
    add_motion (blueprint, edit, i, metric);
  trl_edit_commit (edit);
  return blueprint;
}

gsize
bench_resident (void)
{
  g_autofree char *text = NULL;
  gulong size = 0, resident = 0;

  malloc_trim (0);   /* what is only kept for later is not held */
  if (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    sscanf (text, "%lu %lu", &size, &resident);
  return resident * (gsize) sysconf (_SC_PAGESIZE);
}

static gboolean
write_json (const char *name)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_PRETTY);
  g_autofree char *text = NULL;
  gsize length;

  trl_json_writer_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    {
      const BenchRow *row = &g_array_index (rows, BenchRow, i);

      trl_json_writer_begin_object (json);
      trl_json_writer_key (json, "name");
      trl_json_writer_string (json, row->name);
      trl_json_writer_key (json, "cards");
      trl_json_writer_number (json, row->cards);
      trl_json_writer_key (json, "value");
      trl_json_writer_number (json, row->value);
      trl_json_writer_key (json, "unit");
      trl_json_writer_string (json, row->unit);
      trl_json_writer_key (json, "floor");
      if (row->floor_name != NULL)
        trl_json_writer_number (json, row->floor);
      else
        trl_json_writer_null (json);
      trl_json_writer_key (json, "ratio");
      if (row->floor_name != NULL)
        trl_json_writer_number (json, row->value / row->floor);
      else
        trl_json_writer_null (json);
      trl_json_writer_end_object (json);
    }
  trl_json_writer_end_array (json);
  text = trl_json_writer_end (json, &length);
  return g_file_set_contents (name, text, length, NULL);
}

static const char *only_scene;

gboolean
bench_wants (const char *name)
{
  return only_scene == NULL || strcmp (only_scene, name) == 0;
}

/* What is measured at each size, by the name that --only takes. */
static const struct
{
  const char *name;
  void      (*run) (guint n_cards);
} rooms[] = {
  { "file", bench_file },
  { "review", bench_review },
  { "drawing", bench_drawing },
  { "board", bench_board },
};

int
main (int   argc,
      char *argv[])
{
  static const guint usual[] = { 20, 100, 1000, 10000 };
  const char *json_name = NULL, *only = NULL;
  guint cards = 0;

  setlocale (LC_ALL, "");
  rows = g_array_new (FALSE, FALSE, sizeof (BenchRow));
  for (int i = 1; i + 1 < argc; i++)
    if (strcmp (argv[i], "--json") == 0)
      json_name = argv[i + 1];
    else if (strcmp (argv[i], "--only") == 0)
      only = argv[i + 1];
    else if (strcmp (argv[i], "--scene") == 0)
      only_scene = argv[i + 1];
    else if (strcmp (argv[i], "--cards") == 0)
      cards = atoi (argv[i + 1]);

  for (guint i = 0; i < (cards > 0 ? 1 : G_N_ELEMENTS (usual)); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rooms); j++)
      if (only == NULL || strcmp (only, rooms[j].name) == 0)
        rooms[j].run (cards > 0 ? cards : usual[i]);
  if (cards == 0 && (only == NULL || strcmp (only, "review") == 0))
    bench_review (100000);   /* an edit is not to cost more than at 10,000 */
  if (cards == 0 && (only == NULL || strcmp (only, "board") == 0))
    bench_board (50000);   /* is not to pan otherwise than 10,000 */
#ifdef BENCH_HAS_X11
  if (only == NULL || strcmp (only, "start") == 0)
    bench_start (BUILDDIR "/src/trellis", SOURCEDIR "/data/templates/founder-after.trellis");
#endif
  return json_name == NULL || write_json (json_name) ? 0 : 1;
}
