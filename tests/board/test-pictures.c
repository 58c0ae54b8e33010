/* test-pictures.c: what comes from kept pictures is what painting afresh would give. */

#include "config.h"

#include "acts.h"
#include "board.h"
#include "design.h"
#include "reviewer.h"

#include <string.h>

#define WIDTH  1100
#define HEIGHT 760

/* A curve that the edge of a square cuts is cut by cairo in 256ths of a pixel,
 * so its rim may be a shade lighter or darker; of 255 shades, this many. */
#define NOT_SEEN 16

/* cairo 1.18 puts letters on quarters of a pixel, and one that lies between two
 * may go to the other: a few pixels of its rim change by a third of a shade. A
 * letter or a badge that is another one changes from ink to paper. */
#define FEW  200
#define SEEN 128

/* Two boards show the same: one in a window, with pictures, and one that is in
 * none and so has to paint everything each time. */
typedef struct
{
  Design        design;
  TrlBlueprint *blueprint;
  TrlReviewer  *reviewer;
  TrlHistory   *history;
  TrlBoard     *board;
  TrlBoard     *plain;
  GtkWidget    *window;
  GPtrArray    *ids;
  gboolean      dragging;
} Room;

static TrlBoard *
make_board (Room *room)
{
  TrlBoard *board = g_object_ref_sink (TRL_BOARD (trl_board_new ()));

  trl_board_set_blueprint (board, room->blueprint);
  trl_board_set_history (board, room->history);
  trl_board_set_reviewer (board, room->reviewer);
  return board;
}

static void
collect (gpointer card,
         gpointer ids)
{
  g_ptr_array_add (ids, g_strdup (trl_card_get_id (card)));
}

static void
set_up (Room          *room,
        gconstpointer  data)
{
  /* Nothing takes its time: both boards are where they go to. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  room->blueprint = design_new (&room->design);
  room->history = trl_history_new (room->blueprint);
  room->reviewer = trl_reviewer_new (room->blueprint);
  room->ids = g_ptr_array_new_with_free_func (g_free);
  trl_blueprint_foreach (room->blueprint, collect, room->ids);
  room->board = make_board (room);
  room->plain = make_board (room);
  room->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (room->window), FALSE);
  gtk_widget_set_size_request (GTK_WIDGET (room->board), WIDTH, HEIGHT);
  gtk_widget_set_halign (GTK_WIDGET (room->board), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (room->board), GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (room->window), GTK_WIDGET (room->board));
  gtk_window_present (GTK_WINDOW (room->window));
  while (gtk_widget_get_width (GTK_WIDGET (room->board)) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_measure (GTK_WIDGET (room->plain), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (room->plain), WIDTH, HEIGHT, -1, NULL);
}

static void
tear_down (Room          *room,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  g_object_unref (room->board);
  g_object_unref (room->plain);
  g_object_unref (room->reviewer);
  g_object_unref (room->history);
  g_object_unref (room->blueprint);
  g_ptr_array_unref (room->ids);
  design_clear (&room->design);
}

/* How many squares of a frame come from pictures. */
static guint
count_pictures (GskRenderNode *node)
{
  graphene_rect_t bounds;
  guint n = 0;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        n += count_pictures (gsk_container_node_get_child (node, i));
      return n;
    case GSK_TRANSFORM_NODE:
      return count_pictures (gsk_transform_node_get_child (node));
    case GSK_CAIRO_NODE:
      gsk_render_node_get_bounds (node, &bounds);
      return bounds.size.width == 256 && bounds.size.height == 256 ? 1 : 0;
    default:
      return 0;
    }
}

static cairo_surface_t *
draw (TrlBoard *board,
      guint    *n_pictures)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  GTK_WIDGET_GET_CLASS (board)->snapshot (GTK_WIDGET (board), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  *n_pictures = count_pictures (node);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* By how much a channel of a pixel differs at most. */
static int
differ (guint32 a,
        guint32 b)
{
  int most = 0;

  for (int shift = 0; a != b && shift < 32; shift += 8)
    most = MAX (most, ABS ((int) (a >> shift & 0xff) - (int) (b >> shift & 0xff)));
  return most;
}

static void
assert_same (Room       *room,
             const char *what,
             guint      *n_pictures)
{
  guint n_plain, n_different = 0, x = 0, y = 0;
  int most = 0;
  cairo_surface_t *kept = draw (room->board, n_pictures);
  cairo_surface_t *fresh = draw (room->plain, &n_plain);
  const guint32 *a = (const guint32 *) cairo_image_surface_get_data (kept);
  const guint32 *b = (const guint32 *) cairo_image_surface_get_data (fresh);

  g_assert_cmpuint (n_plain, ==, 0);
  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    if (differ (a[i], b[i]) > NOT_SEEN && n_different++ == 0)
      {
        x = i % WIDTH;
        y = i / WIDTH;
      }
  for (guint i = 0; n_different > 0 && i < WIDTH * HEIGHT; i++)
    most = MAX (most, differ (a[i], b[i]));
  if (n_different > FEW || most > SEEN)
    {
      if (g_getenv ("TRL_TEST_LONG") != NULL)
        {
          cairo_surface_write_to_png (kept, "pictures-kept.png");
          cairo_surface_write_to_png (fresh, "pictures-fresh.png");
        }
      g_error ("%s: %u pixels are others, the first at %u, %u, by at most %d", what, n_different, x, y, most);
    }
  cairo_surface_destroy (kept);
  cairo_surface_destroy (fresh);
}

static void
both_cameras (Room            *room,
              const TrlCamera *camera)
{
  trl_board_set_camera (room->board, camera, FALSE);
  trl_board_set_camera (room->plain, camera, FALSE);
}

static TrlCamera
camera_now (Room *room)
{
  TrlCamera camera;

  trl_board_get_camera (room->board, &camera);
  return camera;
}

static const char *
do_pan (Room *room)
{
  TrlCamera camera = camera_now (room);

  trl_camera_pan (&camera, g_test_rand_int_range (-300, 300), g_test_rand_int_range (-200, 200));
  both_cameras (room, &camera);
  return "pan";
}

static const char *
do_zoom (Room *room)
{
  TrlCamera camera = camera_now (room);

  trl_camera_zoom (&camera, g_test_rand_double_range (0.06, 1.6));
  both_cameras (room, &camera);
  return "zoom";
}

static const char *
do_home (Room *room)
{
  TrlCamera camera;

  trl_board_fit (room->plain);
  camera = camera_now (room);
  trl_board_fit (room->board);
  camera = camera_now (room);
  camera.scale = 1;
  both_cameras (room, &camera);
  return "home";
}

static const char *
do_edit (Room *room)
{
  const char *id = g_ptr_array_index (room->ids, g_test_rand_int_range (0, room->ids->len));
  TrlCard *card = trl_blueprint_get (room->blueprint, id);
  g_autofree char *name = g_strdup_printf ("Name %d", g_test_rand_int_range (0, 100));
  g_autoptr (TrlEdit) edit = NULL;

  if (room->dragging || card == NULL || trl_kind_get_name_member (trl_card_get_kind (card)) == TRL_MEMBER_NONE)
    return "nothing";
  edit = trl_edit_new (room->blueprint, "Name");
  trl_edit_set_text (edit, id, trl_kind_get_name_member (trl_card_get_kind (card)), name);
  trl_edit_commit (edit);
  return "edit";
}

static const char *
do_delete (Room *room)
{
  const char *ids[] = { g_ptr_array_index (room->ids, g_test_rand_int_range (0, room->ids->len)), NULL };
  g_autoptr (TrlEdit) edit = NULL;

  if (room->dragging || trl_blueprint_get (room->blueprint, ids[0]) == NULL || g_str_equal (ids[0], TRL_ROOT_ID))
    return "nothing";
  edit = trl_act_delete (room->blueprint, ids, TRUE);
  if (edit != NULL)
    trl_edit_commit (edit);
  return "delete";
}

static const char *
do_undo (Room *room)
{
  TrlCamera camera = camera_now (room);

  if (room->dragging || !trl_history_can_undo (room->history))
    return "nothing";
  trl_board_undo (room->board);   /* it shows what it did */
  both_cameras (room, &camera);
  trl_selection_clear (trl_board_get_selection (room->board));
  trl_selection_clear (trl_board_get_selection (room->plain));
  return "undo";
}

static const char *
do_drag (Room *room)
{
  TrlCargo cargo = { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL };
  double x = g_test_rand_int_range (0, WIDTH), y = g_test_rand_int_range (0, HEIGHT);

  if (!room->dragging)
    {
      trl_board_drag_begin (room->board, &cargo, x, y);
      trl_board_drag_begin (room->plain, &cargo, x, y);
    }
  trl_board_drag_update (room->board, x, y, 0);
  trl_board_drag_update (room->plain, x, y, 0);
  room->dragging = TRUE;
  return "drag";
}

static const char *
do_cancel (Room *room)
{
  trl_board_drag_cancel (room->board);
  trl_board_drag_cancel (room->plain);
  room->dragging = FALSE;
  return "cancel";
}

static const char *
do_theme (Room *room)
{
  TrlThemeKind theme = g_test_rand_int_range (0, TRL_N_THEMES);

  trl_board_set_theme (room->board, theme);
  trl_board_set_theme (room->plain, theme);
  return "theme";
}

static const char *
do_select (Room *room)
{
  const char *id = g_ptr_array_index (room->ids, g_test_rand_int_range (0, room->ids->len));

  if (trl_blueprint_get (room->blueprint, id) == NULL)
    return "nothing";
  trl_selection_set_one (trl_board_get_selection (room->board), id);
  trl_selection_set_one (trl_board_get_selection (room->plain), id);
  return "select";
}

static const char *
do_nothing (Room *room)
{
  return "rest";
}

/* Whatever happens, and in whatever order: a frame is the same pixel by pixel. */
static void
test_same (Room          *room,
           gconstpointer  data)
{
  static const char *(*const acts[]) (Room *room) = {
    do_pan, do_pan, do_pan, do_zoom, do_home, do_edit, do_edit, do_delete, do_undo, do_drag, do_drag, do_drag, do_cancel,
    do_theme, do_select, do_nothing, do_nothing, do_nothing,
  };
  guint n_acts = g_getenv ("TRL_TEST_LONG") != NULL ? 1500 : 120, n_pictures, n_all = 0;

  do_home (room);
  for (guint i = 0; i < n_acts; i++)
    {
      const char *what = acts[g_test_rand_int_range (0, G_N_ELEMENTS (acts))] (room);
      g_autofree char *step = g_strdup_printf ("step %u, %s", i, what);

      assert_same (room, step, &n_pictures);
      n_all += n_pictures;
    }
  g_test_message ("%u squares came from pictures", n_all);
  g_assert_cmpuint (n_all, >, n_acts);   /* else nothing was tested */
}

/* What holds still comes from pictures alone, after a few frames. */
static void
test_still (Room          *room,
            gconstpointer  data)
{
  guint n_pictures = 0, n_frames = 0;

  do_home (room);
  while (n_pictures < (WIDTH / 256 + 1) * (HEIGHT / 256 + 1))
    {
      assert_same (room, "rest", &n_pictures);
      g_assert_cmpuint (n_frames++, <, 60);
    }
  g_test_message ("after %u frames", n_frames);
}

#define ADD(path, test) g_test_add ("/board/pictures/" path, Room, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("what holds still comes from pictures", test_still);
  ADD ("a picture is what painting gives", test_same);

  return g_test_run ();
}
