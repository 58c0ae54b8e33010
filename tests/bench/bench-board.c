/* bench-board.c: what a frame costs, against a window that is painted in one flat colour.
 *
 * Both are the same size in the same run, driven from the frame clock. Counted
 * is the processor time of this program a frame (the X server's is not ours to
 * count) and the time from frame to frame. */

#include "config.h"

#include "bench.h"

#include "board.h"
#include "reviewer.h"

#include <math.h>
#include <sys/resource.h>

#define N_FRAMES 60
#define N_WARM 10

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
 * frame, and, when it has a card, moves that over it. */
#define BENCH_TYPE_FLAT (bench_flat_get_type ())
G_DECLARE_FINAL_TYPE (BenchFlat, bench_flat, BENCH, FLAT, GtkWidget)

struct _BenchFlat
{
  GtkWidget parent_instance;
  guint     frame;
  gboolean  card;
};

G_DEFINE_FINAL_TYPE (BenchFlat, bench_flat, GTK_TYPE_WIDGET)

static void
bench_flat_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  BenchFlat *self = BENCH_FLAT (widget);
  GdkRGBA ground = { 0.98, 0.97, self->card ? 0.95 : 0.95 + (self->frame % 2) * 0.01, 1 };
  GdkRGBA card = { 1, 1, 1, 1 };

  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  if (self->card)
    gtk_snapshot_append_color (snapshot, &card, &GRAPHENE_RECT_INIT (100 + self->frame % 300, 200, 200, 60));
}

static void
bench_flat_class_init (BenchFlatClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = bench_flat_snapshot;
}

static void
bench_flat_init (BenchFlat *self)
{
}

static double
cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000.0 +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000.0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  Scene *scene = user_data;
  gint64 now = g_get_monotonic_time ();

  if (scene->n_frames == N_WARM)
    scene->begin_cpu = cpu_ms ();
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
  scene->step (scene);
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
  trl_board_set_zoom (TRL_BOARD (scene->widget), 0.05 * pow (20, (scene->n_frames % 50) / 50.0));
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

/* Processor time a frame, in milliseconds; *p50 is the time from frame to frame. */
static double
run_scene (GtkWidget *window,
           GtkWidget *widget,
           void     (*step) (Scene *scene),
           double    *p50)
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
run_floor (gboolean card)
{
  GtkWidget *flat = g_object_new (BENCH_TYPE_FLAT, NULL);
  GtkWidget *window = open_window (flat);
  double p50, cpu;

  BENCH_FLAT (flat)->card = card;
  cpu = run_scene (window, flat, step_flat, &p50);
  gtk_window_destroy (GTK_WINDOW (window));
  return cpu;
}

static void
report (const char *name,
        guint       n_cards,
        double      cpu,
        double      p50,
        const char *floor_name,
        double      floor,
        double      aim)
{
  g_autofree char *interval = g_strdup_printf ("%s, frame to frame", name);

  bench_report (&(BenchRow) { name, n_cards, cpu, "ms", floor_name, floor, aim });
  bench_report (&(BenchRow) { g_intern_string (interval), n_cards, p50, "ms", NULL, 0, 0 });
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

void
bench_board (guint n_cards)
{
  g_autoptr (TrlBlueprint) blueprint = NULL;
  g_autoptr (TrlReviewer) reviewer = NULL;
  TrlCargo cargo = { TRL_KIND_INCENTIVE, trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, 0), TRL_BUNDLE_NONE, NULL };
  GtkWidget *board, *window;
  double flat, moved, cpu, p50;
  gsize held, now;

  if (!has_display ())
    return;
  flat = run_floor (FALSE);
  moved = run_floor (TRUE);
  held = bench_resident ();
  blueprint = bench_design (n_cards);
  reviewer = trl_reviewer_new (blueprint);

  board = trl_board_new ();
  trl_board_set_blueprint (TRL_BOARD (board), blueprint);
  trl_board_set_reviewer (TRL_BOARD (board), reviewer);
  window = open_window (board);

  trl_board_set_zoom (TRL_BOARD (board), 1);
  cpu = run_scene (window, board, step_pan, &p50);
  now = bench_resident ();
  bench_report (&(BenchRow) { "memory a card, on the board", n_cards, (now > held ? now - held : 0) / 1024.0 / n_cards, "KB", NULL, 0, 3 });
  report ("pan at 100 %", n_cards, cpu, p50, "a flat window", flat, 1.15);

  trl_board_drag_begin (TRL_BOARD (board), &cargo, 400, 300);
  cpu = run_scene (window, board, step_drag, &p50);
  trl_board_drag_cancel (TRL_BOARD (board));
  report ("drag one card", n_cards, cpu, p50, "moving a box", moved, 2);

  trl_board_fit (TRL_BOARD (board));
  cpu = run_scene (window, board, step_pan, &p50);
  report ("pan with all in view", n_cards, cpu, p50, "a flat window", flat, 1.25);

  cpu = run_scene (window, board, step_zoom, &p50);
  report ("zoom sweep", n_cards, cpu, p50, "a flat window", flat, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}
