/* test-minimap.c: the map in the corner: when it is there, and where it takes the board. */

#include "config.h"

#include "acts.h"
#include "board-private.h"
#include "design.h"
#include "marks-node.h"
#include "minimap.h"
#include "reviewer.h"

typedef struct
{
  Design        design;
  TrlBlueprint *blueprint;
  TrlReviewer  *reviewer;
  TrlBoard     *board;
  TrlMinimap   *map;
  GtkWidget    *window;
} Room;

static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 60 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Room          *room,
        gconstpointer  data)
{
  GtkWidget *overlay = gtk_overlay_new ();

  room->blueprint = design_new (&room->design);
  room->reviewer = trl_reviewer_new (room->blueprint);
  room->board = TRL_BOARD (trl_board_new ());
  trl_board_set_blueprint (room->board, room->blueprint);
  trl_board_set_reviewer (room->board, room->reviewer);
  room->map = TRL_MINIMAP (trl_minimap_new (room->board));
  gtk_widget_set_halign (GTK_WIDGET (room->map), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (room->map), GTK_ALIGN_END);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (room->board));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (room->map));
  room->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (room->window), overlay);
  gtk_window_present (GTK_WINDOW (room->window));
  while (gtk_widget_get_width (GTK_WIDGET (room->board)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (gtk_widget_get_settings (overlay), "gtk-enable-animations", FALSE, NULL);
  settle ();
}

static void
tear_down (Room          *room,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  settle ();
  g_assert_finalize_object (room->reviewer);
  g_assert_finalize_object (room->blueprint);
  design_clear (&room->design);
}

static gboolean
is_there (Room *room)
{
  settle ();
  return gtk_widget_get_visible (GTK_WIDGET (room->map));
}

static void
come_near (Room *room)
{
  trl_board_set_zoom (room->board, 2);
}

static void
test_there (Room          *room,
            gconstpointer  data)
{
  come_near (room);
  g_assert_false (is_there (room));      /* nobody wants it */
  trl_minimap_set_wanted (room->map, TRUE);
  g_assert_true (is_there (room));
  trl_board_fit (room->board);
  g_assert_false (is_there (room));      /* everything is in view */
  come_near (room);
  g_assert_true (is_there (room));
  trl_minimap_set_wanted (room->map, FALSE);
  g_assert_false (is_there (room));
}

static guint
count_nodes (Room *room)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n;

  GTK_WIDGET_GET_CLASS (room->map)->snapshot (GTK_WIDGET (room->map), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  n = node != NULL ? trl_node_count (node) : 0;
  g_clear_pointer (&node, gsk_render_node_unref);
  return n;
}

/* Two boxes a motion and the view: cards cost nothing. */
static void
test_cost (Room          *room,
           gconstpointer  data)
{
  guint before, motions = trl_blueprint_get_children (room->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS)->len;

  trl_minimap_set_wanted (room->map, TRUE);
  come_near (room);
  g_assert_true (is_there (room));
  before = count_nodes (room);
  g_assert_cmpuint (before, <=, 2 * motions + 6);
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (TrlEdit) edit = trl_act_add_note (room->blueprint, "note", i * 210, 2000, NULL);

      g_assert_true (trl_edit_commit (edit));
    }
  g_assert_true (is_there (room));
  g_assert_cmpuint (count_nodes (room), ==, before);
}

/* What the map shows at a place of the board. */
static GdkRGBA
look_at (Room          *room,
         const TrlRect *rect)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (room->window));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  TrlRect content;
  double width = gtk_widget_get_width (GTK_WIDGET (room->map)), height = gtk_widget_get_height (GTK_WIDGET (room->map)), scale;
  guchar pixel[4];
  int x, y;

  GTK_WIDGET_GET_CLASS (room->map)->snapshot (GTK_WIDGET (room->map), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  trl_board_get_content (room->board, &content);
  scale = MIN ((width - 16) / content.width, (height - 16) / content.height);
  x = width / 2 + (rect->x + rect->width / 2 - content.x - content.width / 2) * scale;
  y = height / 2 + (rect->y + rect->height / 2 - content.y - content.height / 2) * scale;
  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (x, y, 1, 1));
  gdk_texture_download (texture, pixel, 4);
  return (GdkRGBA) { pixel[2] / 255.0, pixel[1] / 255.0, pixel[0] / 255.0, pixel[3] / 255.0 };
}

/* A workshop begins with notes and no motion: the map is not empty. */
static void
test_blocks (Room          *room,
             gconstpointer  data)
{
  g_autoptr (TrlEdit) edit = NULL;
  g_autofree char *note = NULL;
  TrlRect rect, bare;

  edit = trl_act_add_note (room->blueprint, "far out", 4000, 2000, &note);
  g_assert_true (trl_edit_commit (edit));
  trl_minimap_set_wanted (room->map, TRUE);
  come_near (room);
  g_assert_true (is_there (room));
  g_assert_true (trl_board_get_card_rect (room->board, note, &rect));
  bare = rect;
  bare.x -= 1200;
  g_assert_cmpfloat (look_at (room, &rect).alpha, >, 0.9);
  g_assert_cmpfloat (look_at (room, &bare).alpha, <, 0.1);
}

static GtkGesture *
find_drag (Room *room)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (room->map));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);   /* the map keeps it */
    }
  g_assert_not_reached ();
}

static void
test_takes_along (Room          *room,
                  gconstpointer  data)
{
  TrlCamera before, right, left;

  trl_minimap_set_wanted (room->map, TRUE);
  trl_board_set_zoom (room->board, 4);
  g_assert_true (is_there (room));
  trl_board_get_camera (room->board, &before);
  g_signal_emit_by_name (find_drag (room), "drag-begin", 190.0, 60.0);
  trl_board_get_camera (room->board, &right);
  g_signal_emit_by_name (find_drag (room), "drag-update", -170.0, 0.0);
  trl_board_get_camera (room->board, &left);
  g_assert_cmpfloat (right.x, >, left.x);
  g_assert_cmpfloat (ABS (right.y - left.y), <, 1);
  g_assert_cmpfloat (left.scale, ==, before.scale);
  g_assert_true (is_there (room));

  /* What is seen is held where it is taken: a press alone moves nothing. */
  trl_board_get_camera (room->board, &before);
  g_signal_emit_by_name (find_drag (room), "drag-begin", 21.0, 61.0);
  g_signal_emit_by_name (find_drag (room), "drag-update", 0.0, 0.0);
  trl_board_get_camera (room->board, &left);
  g_assert_cmpfloat (ABS (left.x - before.x), <, 0.01);
  g_assert_cmpfloat (ABS (left.y - before.y), <, 0.01);
}

static void
test_access (Room          *room,
             gconstpointer  data)
{
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (room->map)));
  g_assert_null (gtk_test_accessible_check_property (GTK_ACCESSIBLE (room->map), GTK_ACCESSIBLE_PROPERTY_LABEL, "Minimap"));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (room->map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

#define ADD(path, test) g_test_add ("/board/minimap/" path, Room, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("is there when it is wanted and of use", test_there);
  ADD ("costs frames, not cards", test_cost);
  ADD ("shows what lies free", test_blocks);
  ADD ("a press and a drag take the board along", test_takes_along);
  ADD ("says that keys do the same", test_access);

  return g_test_run ();
}
