/* bench-board.c: what a frame costs, against a window that is painted in one flat colour.
 *
 * Both are the same size in the same run, driven from the frame clock. Counted
 * is the processor time of this program a frame (the X server's is not ours to
 * count) and the time from frame to frame. */

#include "config.h"

#include "bench.h"

#include "board.h"
#include "places.h"
#include "reviewer.h"

#include <math.h>
#include <time.h>

#define N_FRAMES 60
#define N_WARM   10
#define N_ROUNDS 3

/* From one frame to the next, in milliseconds, when one was left out at 60 a second. */
#define LATE 25.0

typedef struct _Scene Scene;

struct _Scene
{
  GtkWidget    *widget;
  GMainLoop    *loop;
  void        (*step) (Scene *scene);
  TrlBlueprint *blueprint;
  TrlCamera     camera;
  guint         n_frames;
  double        begin_cpu;
  gint64        last;
  GArray       *intervals;
};

/* The floor: a widget that fills its window with one colour, another one each
 * frame, or moves a card over it whose node it kept. */
#define BENCH_TYPE_FLAT (bench_flat_get_type ())
G_DECLARE_FINAL_TYPE (BenchFlat, bench_flat, BENCH, FLAT, GtkWidget)

struct _BenchFlat
{
  GtkWidget parent_instance;
  guint          frame;
  gboolean       moves;
  GskRenderNode *card;   /* kept: a box with an edge and two lines of text */
};

G_DEFINE_FINAL_TYPE (BenchFlat, bench_flat, GTK_TYPE_WIDGET)

/* A card as plain as it can be, made once; as large as the incentive that is dragged over the board. */
static GskRenderNode *
bench_card (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "Margin\n20 % of list price");
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GdkRGBA white = { 1, 1, 1, 1 }, ink = { 0.1, 0.1, 0.2, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, 300, 90), 9);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &white, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { ink, ink, ink, ink });
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (14, 12));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
bench_flat_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  BenchFlat *self = BENCH_FLAT (widget);
  GdkRGBA ground = { 0.98, 0.97, self->moves ? 0.95 : 0.95 + (self->frame % 2) * 0.01, 1 };

  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  if (!self->moves)
    return;
  if (self->card == NULL)
    self->card = bench_card (widget);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (400 + self->frame % 100 * 5, 300 + self->frame % 100 * 2));
  gtk_snapshot_append_node (snapshot, self->card);
}

static void
bench_flat_finalize (GObject *object)
{
  g_clear_pointer (&BENCH_FLAT (object)->card, gsk_render_node_unref);
  G_OBJECT_CLASS (bench_flat_parent_class)->finalize (object);
}

static void
bench_flat_class_init (BenchFlatClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bench_flat_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_flat_snapshot;
}

static void
bench_flat_init (BenchFlat *self)
{
}

static double
cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

/* What a frame is made of: the step that the hand takes, making the nodes; GTK has the rest. */
static double step_ms, nodes_ms;
static void (*board_snapshot) (GtkWidget   *widget,
                               GtkSnapshot *snapshot);

static void
timed_snapshot (GtkWidget   *widget,
                GtkSnapshot *snapshot)
{
  double begin = cpu_ms ();

  board_snapshot (widget, snapshot);
  nodes_ms += cpu_ms () - begin;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Scene *scene = user_data;
  gint64 now = g_get_monotonic_time ();
  double begin;

  if (scene->n_frames == N_WARM)
    {
      step_ms = nodes_ms = 0;
      scene->begin_cpu = cpu_ms ();
    }
  else if (scene->n_frames > N_WARM)
    {
      double interval = (now - scene->last) / 1000.0;

      g_array_append_val (scene->intervals, interval);
    }
  scene->last = now;
  if (scene->n_frames++ == N_WARM + N_FRAMES)
    {
      g_main_loop_quit (scene->loop);
      return G_SOURCE_REMOVE;
    }
  begin = cpu_ms ();
  scene->step (scene);
  step_ms += cpu_ms () - begin;
  return G_SOURCE_CONTINUE;
}

static void
step_flat (Scene *scene)
{
  BENCH_FLAT (scene->widget)->frame++;
  gtk_widget_queue_draw (scene->widget);
}

static void
step_pan (Scene *scene)
{
  TrlCamera camera;

  trl_board_get_camera (TRL_BOARD (scene->widget), &camera);
  camera.x += scene->n_frames % 2 ? 24 : -8;
  trl_board_set_camera (TRL_BOARD (scene->widget), &camera, FALSE);
}

static void
step_zoom (Scene *scene)
{
  TrlCamera camera;

  trl_board_get_camera (TRL_BOARD (scene->widget), &camera);
  trl_camera_zoom (&camera, 0.05 * pow (20, (scene->n_frames % 50) / 50.0));
  trl_board_set_camera (TRL_BOARD (scene->widget), &camera, FALSE);
}

static void
step_drag (Scene *scene)
{
  trl_board_drag_update (TRL_BOARD (scene->widget), 400 + scene->n_frames * 5, 300 + scene->n_frames * 2, 0);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* Processor time a frame, in milliseconds; *p50 is the time from frame to frame,
 * *n_late grows by the frames that came when one more was due. */
static double
run_scene (GtkWidget *widget,
           void     (*step) (Scene *scene),
           double    *p50,
           guint     *n_late)
{
  Scene scene = { .widget = widget, .step = step };
  double cpu;

  scene.loop = g_main_loop_new (NULL, FALSE);
  scene.intervals = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_add_tick_callback (widget, tick_cb, &scene, NULL);
  g_main_loop_run (scene.loop);
  cpu = (cpu_ms () - scene.begin_cpu) / N_FRAMES;
  g_array_sort (scene.intervals, compare_doubles);
  *p50 = g_array_index (scene.intervals, double, scene.intervals->len / 2);
  for (guint i = 0; i < scene.intervals->len; i++)
    if (g_array_index (scene.intervals, double, i) > LATE)
      *n_late += 1;
  g_array_unref (scene.intervals);
  g_main_loop_unref (scene.loop);
  return cpu;
}

static GtkWidget *
open_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 1600, 900);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static double
middle_of (double *figures)
{
  g_qsort_with_data (figures, N_ROUNDS, sizeof *figures, (GCompareDataFunc) (GCallback) compare_doubles, NULL);
  return figures[N_ROUNDS / 2];
}

/* A window that paints as little as one can, measured in turn with what is
 * held against it, so that both meet the same machine. */
typedef struct
{
  GtkWidget *flat;
  GtkWidget *flat_window;
  GtkWidget *board;
  GtkWidget *window;
} Stage;

static double
compare (Stage       *stage,
         const char  *name,
         guint        n_cards,
         void       (*step) (Scene *scene),
         gboolean     card,
         double       aim)
{
  g_autofree char *interval = g_strdup_printf ("%s, frame to frame", name);
  double cpu[N_ROUNDS], floor[N_ROUNDS], p50[N_ROUNDS], floor_p50[N_ROUNDS];

  guint late = 0, floor_late = 0;

  if (!bench_wants (name))
    return 0;
  BENCH_FLAT (stage->flat)->moves = card;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      floor[i] = run_scene (stage->flat, step_flat, &floor_p50[i], &floor_late);
      cpu[i] = run_scene (stage->board, step, &p50[i], &late);
    }
  bench_report (&(BenchRow) { name, n_cards, middle_of (cpu), "ms", card ? "a kept card" : "a flat window", middle_of (floor), aim });
  bench_report (&(BenchRow) { g_intern_string (interval), n_cards, middle_of (p50), "ms",
                              card ? "a kept card" : "a flat window", middle_of (floor_p50), 0 });
  g_print ("%-34s %.3f ms is the step, %.3f making nodes; GTK compares, draws and sends in the rest\n", "  of it",
           step_ms / N_FRAMES, nodes_ms / N_FRAMES);
  g_print ("%-34s %u of %u frames were late, and %u of the floor's\n", "", late, N_ROUNDS * (N_FRAMES - 1), floor_late);
  return middle_of (cpu);
}

/* Asked once: GTK does not like to be started again after it found no display. */
static gboolean
has_display (void)
{
  static int answer = -1;

  if (answer < 0)
    {
      trl_board_choose_renderer ();   /* as the program does */
      answer = gtk_init_check ();
    }
  return answer;
}

static GtkWidget *
show_board (Stage        *stage,
            TrlBlueprint *blueprint,
            TrlReviewer  *reviewer)
{
  stage->board = trl_board_new ();
  trl_board_set_blueprint (TRL_BOARD (stage->board), blueprint);
  trl_board_set_reviewer (TRL_BOARD (stage->board), reviewer);
  stage->window = open_window (stage->board);
  if (board_snapshot == NULL)
    {
      board_snapshot = GTK_WIDGET_GET_CLASS (stage->board)->snapshot;
      GTK_WIDGET_GET_CLASS (stage->board)->snapshot = timed_snapshot;
    }
  return stage->board;
}

/* What a window with a board holds before it shows anything. */
static gsize
weigh_empty (Stage *stage)
{
  g_autoptr (TrlBlueprint) blueprint = bench_design (0);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  guint late = 0;
  double p50;
  gsize held;

  show_board (stage, blueprint, reviewer);
  run_scene (stage->board, step_pan, &p50, &late);
  held = bench_resident ();
  gtk_window_destroy (GTK_WINDOW (stage->window));
  return held;
}

static void
bench_memory (Stage *stage,
              guint  n_cards,
              gsize  empty)
{
  gsize now = bench_resident ();

  bench_report (&(BenchRow) { "memory a card, above an empty board", n_cards, (now > empty ? now - empty : 0) / 1024.0 / n_cards, "KB", NULL, 0, 3 });
}

/* Processor time, as for frames. */
static double
time_places (TrlBlueprint   *blueprint,
             const TrlCargo *cargo)
{
  double ms[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double begin = cpu_ms ();

      g_array_unref (trl_places_list (blueprint, cargo));
      ms[i] = cpu_ms () - begin;
    }
  return middle_of (ms);
}

static char **
list_motions (TrlBlueprint *blueprint)
{
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < motions->len; i++)
    g_strv_builder_add (builder, trl_card_get_id (g_ptr_array_index (motions, i)));
  return g_strv_builder_end (builder);
}

/* Half as much as is there, laid beside it, until the frame that shows it is made. */
static void
bench_paste (Stage        *stage,
             TrlBlueprint *blueprint,
             guint         n_cards)
{
  g_autoptr (TrlBlueprint) source = bench_design (n_cards / 2);
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *id = NULL;
  g_auto (GStrv) ids = list_motions (source);
  g_autoptr (TrlEdit) edit = NULL;
  guint before = trl_blueprint_get_n_cards (blueprint);
  double begin = cpu_ms ();
  GtkSnapshot *snapshot;
  GskRenderNode *node;

  cards = trl_acts_collect (source, (const char * const *) ids);
  edit = trl_act_paste_cards (blueprint, cards, NULL, 30000, 0, &id);
  trl_edit_commit (edit);
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (stage->board)->snapshot (stage->board, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  bench_report (&(BenchRow) { "paste", trl_blueprint_get_n_cards (blueprint) - before, cpu_ms () - begin, "ms", NULL, 0, 1000 });
  g_clear_pointer (&node, gsk_render_node_unref);
}

void
bench_board (guint n_cards)
{
  static double pan_at_10000;
  g_autoptr (TrlBlueprint) blueprint = NULL;
  g_autoptr (TrlReviewer) reviewer = NULL;
  TrlCargo cargo = { TRL_KIND_INCENTIVE, trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, 0), TRL_BUNDLE_NONE, NULL };
  Stage stage = { 0 };
  gsize empty;
  double pan;

  if (!has_display ())
    return;
  stage.flat = g_object_new (BENCH_TYPE_FLAT, NULL);
  stage.flat_window = open_window (stage.flat);
  empty = weigh_empty (&stage);
  blueprint = bench_design (n_cards);
  reviewer = trl_reviewer_new (blueprint);
  show_board (&stage, blueprint, reviewer);

  trl_board_set_zoom (TRL_BOARD (stage.board), 1);
  pan = compare (&stage, "pan at 100 %", n_cards, step_pan, FALSE, 1.15);
  bench_memory (&stage, n_cards, empty);
  if (n_cards == 10000)
    pan_at_10000 = pan;
  else if (n_cards > 10000 && pan_at_10000 > 0)
    bench_report (&(BenchRow) { "pan at 100 %, much more", n_cards, pan, "ms", "10,000 cards", pan_at_10000, 1.15 });

  trl_board_drag_begin (TRL_BOARD (stage.board), &cargo, 400, 300);
  compare (&stage, "drag one card", n_cards, step_drag, TRUE, 2);
  trl_board_drag_cancel (TRL_BOARD (stage.board));
  bench_report (&(BenchRow) { "places for a drag", n_cards, time_places (blueprint, &cargo), "ms", NULL, 0, 1 });

  trl_board_fit (TRL_BOARD (stage.board));
  compare (&stage, "pan with all in view", n_cards, step_pan, FALSE, 1.25);
  compare (&stage, "zoom sweep", n_cards, step_zoom, FALSE, 0);
  bench_paste (&stage, blueprint, n_cards);
  gtk_window_destroy (GTK_WINDOW (stage.window));
  gtk_window_destroy (GTK_WINDOW (stage.flat_window));
}
