/* test-films.c: what the screen shows, frame by frame, while a hand does something.
 *
 * A real pointer moves once a frame, and after each frame the pixels of the
 * window are read back from the X server. A frame in which the thing that is
 * held is not at the pointer is a frame too late; none may be. No clock is
 * asked, so a busy machine does not matter: frames are counted, and their times
 * are only written down. With TRL_TEST_LONG the films are kept as pictures in
 * the folder "films". */

#include "config.h"

#include "acts.h"
#include "board.h"
#include "leaf.h"
#include "reviewer.h"

#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>
#include <math.h>

#define N_FRAMES 40

/* What is looked for round the pointer, in pixels. */
#define PATCH_WIDTH  40
#define PATCH_HEIGHT 16

/* How far a guide may pull what is held; less than the pointer goes in a frame. */
#define SNAP 10

typedef struct
{
  TrlBlueprint    *blueprint;
  TrlHistory      *history;
  TrlReviewer     *reviewer;
  TrlBoard        *board;
  GtkWidget       *window;
  Display         *display;     /* of the hand and the eye, not GTK's */
  Window           xid;
  int              x;           /* of the window on the screen */
  int              y;
  char            *card;
  char            *motion;
  const char      *name;        /* of the film */
  GMainLoop       *loop;
  void           (*step) (gpointer room, guint n);
  guint            n_frames;
  guint            n_late;
  double           at_x;        /* where the pointer was sent before this frame */
  double           at_y;
  double           to_x;        /* how far it goes in a frame */
  double           to_y;
  cairo_surface_t *patch;       /* what is held, as it looked in the first frame of the drag */
  cairo_surface_t *before;      /* the last frame */
  GString         *log;
} Room;

/* A hundred motions, a thousand cards. */
static TrlBlueprint *
make_design (Room *room)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Much");

  trl_blueprint_count_ids (blueprint);
  for (int i = 0; i < 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("Motion %d", i);
      g_autofree char *motion = g_strdup (trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END));

      trl_edit_set_text (edit, motion, TRL_MOTION_NAME, name);
      trl_edit_set_number (edit, motion, TRL_MOTION_X, i % 10 * 560);
      trl_edit_set_number (edit, motion, TRL_MOTION_Y, 200 + i / 10 * 760);
      for (int j = 0; j < 2; j++)
        {
          g_autofree char *tier = g_strdup (trl_edit_insert (edit, TRL_KIND_TIER, motion, TRL_SLOT_TIERS, TRL_END));
          const char *incentive;

          trl_edit_set_text (edit, tier, TRL_TIER_NAME, j == 0 ? "Silver" : "Gold");
          trl_edit_set_entry (edit, trl_edit_insert (edit, TRL_KIND_CRITERION, tier, TRL_SLOT_CRITERIA, TRL_END), TRL_CRITERION_METRIC, 0);
          incentive = trl_edit_insert (edit, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
          trl_edit_set_text (edit, incentive, TRL_INCENTIVE_NAME, "Finder's fee");
          if (room->card == NULL)
            room->card = g_strdup (incentive);
        }
      for (int j = 0; j < 3; j++)
        trl_edit_set_text (edit, trl_edit_insert (edit, TRL_KIND_STEP, motion, TRL_SLOT_PATH, TRL_END), TRL_STEP_NAME, "Step");
      if (room->motion == NULL)
        room->motion = g_strdup (motion);
    }
  trl_edit_commit (edit);
  return blueprint;
}

static void
let_pass (guint ms)
{
  gint64 until = g_get_monotonic_time () + ms * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Room          *room,
        gconstpointer  data)
{
  Window child;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  room->name = data;
  room->blueprint = make_design (room);
  g_assert_cmpuint (trl_blueprint_get_n_cards (room->blueprint), >=, 1000);
  room->history = trl_history_new (room->blueprint);
  room->reviewer = trl_reviewer_new (room->blueprint);
  room->board = TRL_BOARD (trl_board_new ());
  trl_board_set_blueprint (room->board, room->blueprint);
  trl_board_set_history (room->board, room->history);
  trl_board_set_reviewer (room->board, room->reviewer);
  room->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (room->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1200, 800);
  gtk_window_set_child (GTK_WINDOW (room->window), GTK_WIDGET (room->board));
  gtk_window_present (GTK_WINDOW (room->window));
  while (gtk_widget_get_width (GTK_WIDGET (room->board)) == 0)
    g_main_context_iteration (NULL, TRUE);
  let_pass (200);   /* the window manager puts it somewhere */

  room->display = XOpenDisplay (NULL);
  room->xid = gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (room->window)));
  XTranslateCoordinates (room->display, room->xid, DefaultRootWindow (room->display), 0, 0, &room->x, &room->y, &child);
  room->loop = g_main_loop_new (NULL, FALSE);
  room->log = g_string_new ("frame\tmicroseconds\tpointer\tlate\n");
  trl_board_set_zoom (room->board, 1);
}

static void
tear_down (Room          *room,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  let_pass (10);
  g_object_unref (room->reviewer);
  g_object_unref (room->history);
  g_object_unref (room->blueprint);
  g_clear_pointer (&room->patch, cairo_surface_destroy);
  g_clear_pointer (&room->before, cairo_surface_destroy);
  g_main_loop_unref (room->loop);
  g_string_free (room->log, TRUE);
  g_free (room->card);
  g_free (room->motion);
  XCloseDisplay (room->display);
}

/* What is on the screen now. */
static cairo_surface_t *
look (Room *room)
{
  int width = gtk_widget_get_width (room->window), height = gtk_widget_get_height (room->window);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  XImage *image;

  gdk_display_sync (gtk_widget_get_display (room->window));
  image = XGetImage (room->display, room->xid, 0, 0, width, height, AllPlanes, ZPixmap);
  g_assert_nonnull (image);
  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  for (int y = 0; y < height; y++)
    memcpy (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface),
            image->data + y * image->bytes_per_line, 4 * width);
  cairo_surface_mark_dirty (surface);
  XDestroyImage (image);
  return surface;
}

static cairo_surface_t *
cut_patch (cairo_surface_t *frame,
           double           x,
           double           y)
{
  cairo_surface_t *patch = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PATCH_WIDTH, PATCH_HEIGHT);
  cairo_t *cr = cairo_create (patch);

  cairo_set_source_surface (cr, frame, PATCH_WIDTH / 2 - x, PATCH_HEIGHT / 2 - y);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_flush (patch);
  return patch;
}

/* How many pixels of two pictures differ so that one sees it. */
static guint
count_different (cairo_surface_t *one,
                 cairo_surface_t *other)
{
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    {
      const guint8 *a = cairo_image_surface_get_data (one) + y * cairo_image_surface_get_stride (one);
      const guint8 *b = cairo_image_surface_get_data (other) + y * cairo_image_surface_get_stride (other);

      for (int x = 0; x < cairo_image_surface_get_width (one) * 4; x++)
        if (x % 4 != 3 && ABS (a[x] - b[x]) > 40)
          n++;
    }
  return n;
}

static guint
differs_at (Room            *room,
            cairo_surface_t *frame,
            double           x,
            double           y)
{
  cairo_surface_t *patch = cut_patch (frame, x, y);
  guint n = count_different (patch, room->patch);

  cairo_surface_destroy (patch);
  return n;
}

static void
keep_frame (Room            *room,
            cairo_surface_t *frame)
{
  g_autofree char *name = g_strdup_printf ("%s-%02u.png", room->name, room->n_frames);
  g_autofree char *file = g_build_filename ("films", name, NULL);

  if (g_getenv ("TRL_TEST_LONG") == NULL)
    return;
  g_mkdir_with_parents ("films", 0755);
  cairo_surface_write_to_png (frame, file);
}

static void
send_pointer (Room  *room,
              double x,
              double y)
{
  room->at_x = x;
  room->at_y = y;
  XTestFakeMotionEvent (room->display, -1, room->x + (int) x, room->y + (int) y, CurrentTime);
  XSync (room->display, False);
}

/* What is held has to be where the pointer is, or has snapped to nearby: a
 * patch of it looks as in the first frame. Where it was one frame earlier is
 * further away. */
static gboolean
is_late (Room            *room,
         cairo_surface_t *frame)
{
  if (room->patch == NULL)
    {
      cairo_surface_t *empty = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PATCH_WIDTH, PATCH_HEIGHT);

      room->patch = cut_patch (frame, room->at_x, room->at_y);
      g_assert_cmpuint (count_different (room->patch, empty), >, 0);
      cairo_surface_destroy (empty);
      return FALSE;
    }
  for (int dy = -SNAP; dy <= SNAP; dy++)
    for (int dx = -SNAP; dx <= SNAP; dx++)
      if (differs_at (room, frame, room->at_x + dx, room->at_y + dy) <= PATCH_WIDTH * PATCH_HEIGHT / 20)
        return FALSE;
  return TRUE;
}

static void
painted (GdkFrameClock *clock,
         Room          *room)
{
  cairo_surface_t *frame = look (room);
  gboolean late = room->to_x != 0 ? is_late (room, frame)
                                  : room->before != NULL && count_different (frame, room->before) == 0;

  keep_frame (room, frame);
  g_string_append_printf (room->log, "%u\t%" G_GINT64_FORMAT "\t%.0f, %.0f\t%s\n", room->n_frames,
                          gdk_frame_clock_get_frame_time (clock), room->at_x, room->at_y, late ? "late" : "");
  room->n_late += late ? 1 : 0;
  g_clear_pointer (&room->before, cairo_surface_destroy);
  room->before = frame;
  if (++room->n_frames > N_FRAMES)
    g_main_loop_quit (room->loop);
  else
    room->step (room, room->n_frames);
}

/* One step of the hand after each frame, until the film is full. */
static void
shoot (Room *room,
       void (*step) (gpointer room,
                     guint    n))
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (room->window);
  gulong handler;

  room->step = step;
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted), room);
  step (room, 0);
  g_main_loop_run (room->loop);
  g_signal_handler_disconnect (clock, handler);
  g_test_message ("%s: %u frames, %u late\n%s", room->name, room->n_frames, room->n_late, room->log->str);
  g_assert_cmpuint (room->n_late, ==, 0);
}

static void
step_pointer (gpointer user_data,
              guint    n)
{
  Room *room = user_data;

  send_pointer (room, room->at_x + room->to_x, room->at_y + room->to_y);
}

/* A card of the palette, as the window drives it. */
static void
step_palette (gpointer user_data,
              guint    n)
{
  Room *room = user_data;

  room->at_x += room->to_x;
  room->at_y += room->to_y;
  trl_board_drag_update (room->board, room->at_x, room->at_y, 0);
}

static void
step_zoom (gpointer user_data,
           guint    n)
{
  Room *room = user_data;

  XTestFakeButtonEvent (room->display, n < N_FRAMES / 2 ? 5 : 4, True, CurrentTime);
  XTestFakeButtonEvent (room->display, n < N_FRAMES / 2 ? 5 : 4, False, CurrentTime);
  XSync (room->display, False);
}

static void
centre_of (Room       *room,
           const char *id,
           double      above,
           double     *x,
           double     *y)
{
  GtkWidget *leaf = gtk_widget_get_first_child (GTK_WIDGET (room->board));
  graphene_rect_t bounds;

  while (leaf != NULL && (!TRL_IS_LEAF (leaf) || g_strcmp0 (trl_leaf_get_id (TRL_LEAF (leaf)), id) != 0))
    leaf = gtk_widget_get_next_sibling (leaf);
  g_assert_nonnull (leaf);
  g_assert_true (gtk_widget_compute_bounds (leaf, GTK_WIDGET (room->board), &bounds));
  *x = round (bounds.origin.x + bounds.size.width / 2);
  *y = round (bounds.origin.y + (above > 0 ? above : bounds.size.height / 2));
}

/* Presses on a card and takes it up: the threshold is behind it when the film begins. */
static void
take_up (Room       *room,
         const char *id,
         double      above)
{
  double x, y;

  trl_board_reveal (room->board, id);
  let_pass (150);
  centre_of (room, id, above, &x, &y);
  send_pointer (room, x, y);
  let_pass (80);
  XTestFakeButtonEvent (room->display, 1, True, CurrentTime);
  XSync (room->display, False);
  let_pass (80);
  for (int i = 1; i <= 4; i++)
    {
      send_pointer (room, x + 5 * i, y + 2 * i);
      let_pass (40);
    }
}

static void
let_go (Room *room)
{
  XTestFakeButtonEvent (room->display, 1, False, CurrentTime);
  XSync (room->display, False);
  let_pass (60);
}

static void
test_palette (Room          *room,
              gconstpointer  data)
{
  TrlCargo cargo = { TRL_KIND_INCENTIVE, trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, 0), TRL_BUNDLE_NONE, NULL };

  let_pass (200);
  room->at_x = 80;
  room->at_y = 160;
  room->to_x = 17;
  room->to_y = 9;
  trl_board_drag_begin (room->board, &cargo, room->at_x, room->at_y);
  shoot (room, step_palette);
  trl_board_drag_cancel (room->board);
}

static void
test_card (Room          *room,
           gconstpointer  data)
{
  take_up (room, room->card, 0);
  room->to_x = 13;
  room->to_y = 3;
  shoot (room, step_pointer);
  trl_board_cancel (room->board);
  let_go (room);
}

static void
test_frame (Room          *room,
            gconstpointer  data)
{
  take_up (room, room->motion, 18);
  room->to_x = 11;
  room->to_y = 5;
  shoot (room, step_pointer);
  trl_board_cancel (room->board);
  let_go (room);
}

static void
test_zoom (Room          *room,
           gconstpointer  data)
{
  KeyCode control = XKeysymToKeycode (room->display, XK_Control_L);

  trl_board_reveal (room->board, room->motion);
  let_pass (200);
  send_pointer (room, 500, 400);
  let_pass (80);
  XTestFakeKeyEvent (room->display, control, True, CurrentTime);
  XSync (room->display, False);
  let_pass (80);
  shoot (room, step_zoom);
  XTestFakeKeyEvent (room->display, control, False, CurrentTime);
  XSync (room->display, False);
  let_pass (40);
}

/* Name by name there and back: each frame shows the step that was taken before it. */
static void
step_undo (gpointer user_data,
           guint    n)
{
  Room *room = user_data;

  if (n < N_FRAMES / 2 || !trl_history_can_undo (room->history))
    {
      g_autofree char *name = g_strdup_printf ("Name %u of many", n);
      g_autoptr (TrlEdit) edit = trl_edit_new (room->blueprint, "Name");

      trl_edit_set_text (edit, room->motion, TRL_MOTION_NAME, name);
      trl_edit_commit (edit);
      trl_history_close_entry (room->history);
    }
  else
    {
      trl_board_undo (room->board);
    }
}

static void
test_undo (Room          *room,
           gconstpointer  data)
{
  trl_board_reveal (room->board, room->motion);
  let_pass (200);
  shoot (room, step_undo);
}

#define FILM(name, test) g_test_add ("/board/films/" name, Room, name, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  FILM ("palette", test_palette);
  FILM ("card", test_card);
  FILM ("frame", test_frame);
  FILM ("zoom", test_zoom);
  FILM ("undo", test_undo);

  return g_test_run ();
}
