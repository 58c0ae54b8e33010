/* test-gestures.c: gestures that are disturbed: by keys, by time, by others, by the size of the window.
 *
 * The tools get plain events here, the board round them is the real one. A
 * gesture either ends as one entry or leaves no trace: whatever happens while
 * it is under way, undoing everything gives the same bytes. */

#include "config.h"

#include "acts.h"
#include "board-private.h"
#include "design.h"
#include "scroll.h"
#include "writer.h"

#include <math.h>

typedef struct
{
  Design        design;
  TrlBlueprint *blueprint;
  TrlHistory   *history;
  TrlBoard     *board;
  GtkWidget    *window;
  char         *before;
} Room;

static void
settle (void)
{
  for (int i = 0; i < 200 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Room          *room,
        gconstpointer  data)
{
  room->blueprint = design_new (&room->design);
  room->history = trl_history_new (room->blueprint);
  room->board = g_object_ref_sink (TRL_BOARD (trl_board_new ()));
  trl_board_set_history (room->board, room->history);
  trl_board_set_blueprint (room->board, room->blueprint);
  room->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (room->window), GTK_WIDGET (room->board));
  gtk_window_present (GTK_WINDOW (room->window));
  while (gtk_widget_get_width (GTK_WIDGET (room->board)) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_object_set (gtk_widget_get_settings (room->window), "gtk-enable-animations", FALSE, NULL);
  settle ();
  trl_board_fit (room->board);
  trl_board_ensure_layout (room->board);
  room->before = trl_writer_write (room->blueprint, NULL);
}

static void
tear_down (Room          *room,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  settle ();
  g_assert_finalize_object (room->board);
  g_assert_finalize_object (room->history);
  g_assert_finalize_object (room->blueprint);
  design_clear (&room->design);
  g_free (room->before);
}

static void
assert_untouched (Room *room)
{
  g_autofree char *now = trl_writer_write (room->blueprint, NULL);

  g_assert_cmpstr (now, ==, room->before);
}

static TrlViewPoint
grip (Room       *room,
      const char *id)
{
  const TrlBox *box = trl_layout_find (room->board->layout, id);

  g_assert_nonnull (box);
  return trl_camera_to_view (&room->board->camera, (TrlScenePoint) { box->rect.x + MIN (12, box->rect.width / 4),
                                                                     box->rect.y + MIN (10, box->rect.height / 4) });
}

static TrlViewPoint
head (Room       *room,
      const char *id)
{
  const TrlBox *box = trl_layout_find_frame (room->board->layout, id, TRL_BOX_HEADER);

  g_assert_nonnull (box);
  return trl_camera_to_view (&room->board->camera, (TrlScenePoint) { box->rect.x + box->rect.width / 2, box->rect.y + box->rect.height / 2 });
}

static TrlToolEvent
event_at (TrlViewPoint at,
          guint        button,
          TrlHold      hold)
{
  return (TrlToolEvent) { at, button, 1, hold, 0 };
}

static void
press (Room         *room,
       TrlViewPoint  at,
       guint         button)
{
  TrlToolEvent event = event_at (at, button, 0);

  room->board->tools.look = trl_board_get_look (room->board);
  g_assert_true (trl_toolbox_press (&room->board->tools, &event));
  trl_board_gesture_changed (room->board);
}

static void
go (Room         *room,
    TrlViewPoint  at)
{
  TrlViewPoint from = room->board->tools.hand;

  for (int step = 1; step <= 6; step++)
    {
      TrlToolEvent event = event_at ((TrlViewPoint) { from.x + (at.x - from.x) * step / 6, from.y + (at.y - from.y) * step / 6 }, 1, 0);

      if (!room->board->tools.pressed)
        return;
      trl_toolbox_motion (&room->board->tools, &event);
      trl_board_gesture_changed (room->board);
    }
}

static void
let_go (Room         *room,
        TrlViewPoint  at)
{
  TrlToolEvent event = event_at (at, 1, 0);

  if (!room->board->tools.pressed)
    return;
  trl_toolbox_release (&room->board->tools, &event);
  trl_board_drop_ghost (room->board);
  trl_board_gesture_changed (room->board);
}

static void
draw (Room *room)
{
  GtkSnapshot *snapshot;
  GskRenderNode *node;

  if (trl_board_is_editing (room->board))   /* the field gets its place with the next frame */
    return;
  snapshot = gtk_snapshot_new ();
  GTK_WIDGET_GET_CLASS (room->board)->snapshot (GTK_WIDGET (room->board), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
}

/* Every gesture, begun and on its way. */
typedef enum
{
  CARRY_CARD,
  CARRY_NOTE,
  CARRY_BOTH,
  MOVE_FRAME,
  BAND,
  PAN,
  CONNECT,
  FROM_PALETTE,
  N_GESTURES
} Gesture;

static void
begin (Room    *room,
       Gesture  gesture)
{
  const char *both[] = { room->design.gold, room->design.credit, NULL };
  TrlCargo cargo = { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL };
  TrlViewPoint note = grip (room, room->design.note);

  switch (gesture)
    {
    case CARRY_CARD:
      press (room, grip (room, room->design.gold), 1);
      break;
    case CARRY_NOTE:
      press (room, note, 1);
      break;
    case CARRY_BOTH:
      trl_selection_set (room->board->selection, both);
      press (room, grip (room, room->design.gold), 1);
      break;
    case MOVE_FRAME:
      press (room, head (room, room->design.agency), 1);
      break;
    case BAND:
      press (room, (TrlViewPoint) { note.x - 40, note.y + 400 }, 1);
      break;
    case PAN:
      press (room, note, 2);
      break;
    case CONNECT:
      trl_toolbox_choose (&room->board->tools, TRL_TOOL_CONNECT);
      press (room, note, 1);
      break;
    case FROM_PALETTE:
    default:
      trl_board_drag_begin (room->board, &cargo, 20, 200);
      break;
    }
  go (room, grip (room, room->design.connected));
}

static void
end (Room    *room,
     Gesture  gesture)
{
  TrlViewPoint at = grip (room, room->design.technology);

  draw (room);
  go (room, at);
  draw (room);
  let_go (room, at);
  draw (room);
  settle ();
}

static void
undo_all (Room *room)
{
  trl_board_stop_edit (room->board, FALSE);
  if (room->board->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (room->board->popover));
  settle ();
  trl_toolbox_choose (&room->board->tools, TRL_TOOL_SELECT);
  trl_board_set_locked (room->board, FALSE);
  while (trl_history_can_undo (room->history))
    trl_board_undo (room->board);
  trl_board_fit (room->board);
  settle ();
}

/* Escape leaves no trace in the design, and none in what was selected. */
static void
test_escape (Room          *room,
             gconstpointer  data)
{
  for (Gesture gesture = 0; gesture < N_GESTURES; gesture++)
    {
      trl_selection_set_one (room->board->selection, room->design.metric);
      if (gesture == CARRY_BOTH)
        continue;                  /* chooses both itself */
      begin (room, gesture);
      g_assert_true (trl_board_cancel (room->board));
      g_assert_cmpstr (trl_selection_get_only (room->board->selection), ==, room->design.metric);
      end (room, gesture);
      assert_untouched (room);
      g_assert_false (trl_history_can_undo (room->history));
      g_assert_null (trl_board_get_hint (room->board));
      trl_toolbox_choose (&room->board->tools, TRL_TOOL_SELECT);
      trl_board_fit (room->board);
    }
}

/* Whatever the board can be told, in the middle of every gesture: nothing that is carried goes away below the hand. */
static void
test_commands (Room          *room,
               gconstpointer  data)
{
  g_auto (GStrv) names = g_action_group_list_actions (trl_board_get_actions (room->board));

  for (Gesture gesture = 0; gesture < N_GESTURES; gesture++)
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_test_message ("%s in gesture %d", names[i], gesture);
        trl_selection_set_one (room->board->selection, room->design.note);
        begin (room, gesture);
        g_action_group_activate_action (trl_board_get_actions (room->board), names[i], NULL);
        if (gesture != PAN)
          g_assert_false (trl_history_can_undo (room->history));
        end (room, gesture);
        g_assert_cmpuint (trl_history_get_n_undo (room->history), <=, 1);
        undo_all (room);
        assert_untouched (room);
      }
}

static void
press_key (Room  *room,
           guint  keyval,
           GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (room->board));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && !taken)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0u, state, &taken);
    }
}

/* An arrow nudges nothing out of the hand that holds it; the board moves below it, and what is held stays at the pointer. */
static void
test_arrows (Room          *room,
             gconstpointer  data)
{
  for (Gesture gesture = 0; gesture < N_GESTURES; gesture++)
    {
      begin (room, gesture);
      press_key (room, GDK_KEY_Down, 0);
      press_key (room, GDK_KEY_Right, GDK_SHIFT_MASK);
      assert_untouched (room);
      end (room, gesture);
      undo_all (room);
      assert_untouched (room);
    }
}

static double
off_hand (Room *room)
{
  const TrlToolbox *tools = &room->board->tools;
  TrlScenePoint hand = trl_camera_to_scene (&room->board->camera, tools->hand);
  TrlScenePoint held = { tools->carry.ghost.x - tools->carry.snapped.x + tools->carry.grab.x,
                         tools->carry.ghost.y - tools->carry.snapped.y + tools->carry.grab.y };

  return hypot (hand.x - held.x, hand.y - held.y);
}

/* The camera moves, by keys, by a fit, with the window: what is carried stays in the hand, and the place is the one below it. */
static void
test_camera (Room          *room,
             gconstpointer  data)
{
  static const char *moves[] = { "zoom-in", "zoom-in", "zoom-out", "fit", "zoom-100" };
  TrlCamera camera;

  begin (room, CARRY_CARD);
  g_assert_cmpfloat (off_hand (room), <, 0.01);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_action_group_activate_action (trl_board_get_actions (room->board), moves[i], NULL);
      g_assert_true (trl_toolbox_is_busy (&room->board->tools));
      g_assert_cmpfloat (off_hand (room), <, 0.01);
    }
  trl_board_get_camera (room->board, &camera);
  camera.x += 100;
  trl_board_set_camera (room->board, &camera, FALSE);
  g_assert_cmpfloat (off_hand (room), <, 0.01);

  trl_board_fit (room->board);
  trl_board_camera_sized (room->board, 900, 500);
  g_assert_cmpfloat (off_hand (room), <, 0.01);
  trl_board_camera_sized (room->board, 1400, 900);
  g_assert_cmpfloat (off_hand (room), <, 0.01);
  trl_board_cancel (room->board);
  assert_untouched (room);
}

/* Something else changes the design: a fix, a paste that arrives late, another view. The gesture gives way. */
static void
test_change (Room          *room,
             gconstpointer  data)
{
  for (Gesture gesture = 0; gesture < N_GESTURES; gesture++)
    for (int own = 0; own < 2; own++)
      {
        const char *ids[] = { room->design.gold, room->design.note, room->design.agency, NULL };
        TrlEdit *edit = trl_act_delete (room->blueprint, ids, TRUE);

        begin (room, gesture);
        if (own)
          g_assert_true (trl_board_commit (room->board, edit, NULL));
        else
          {
            g_assert_true (trl_edit_commit (edit));
            g_clear_pointer (&edit, trl_edit_free);
          }
        g_assert_false (trl_toolbox_is_busy (&room->board->tools));
        for (guint i = 0; ids[i] != NULL; i++)
          g_assert_false (trl_selection_contains (room->board->selection, ids[i]));
        draw (room);
        let_go (room, (TrlViewPoint) { 300, 300 });
        g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
        undo_all (room);
        assert_untouched (room);
      }
}

/* Undo, a lock, read only, another theme, room mode, no design at all. */
static void
test_states (Room          *room,
             gconstpointer  data)
{
  for (Gesture gesture = 0; gesture < N_GESTURES; gesture++)
    for (int what = 0; what < 6; what++)
      {
        begin (room, gesture);
        if (what == 0)
          trl_board_undo (room->board);
        else if (what == 1)
          trl_board_set_locked (room->board, TRUE);
        else if (what == 2)
          trl_board_set_read_only (room->board, TRUE);
        else if (what == 3)
          trl_board_set_theme (room->board, TRL_THEME_DARK);
        else if (what == 4)
          trl_board_set_room_mode (room->board, TRUE);
        else
          trl_board_set_blueprint (room->board, NULL);
        if (what < 5)
          draw (room);
        let_go (room, (TrlViewPoint) { 300, 300 });
        trl_board_set_blueprint (room->board, room->blueprint);
        trl_board_set_read_only (room->board, FALSE);
        trl_board_set_theme (room->board, TRL_THEME_LIGHT);
        trl_board_set_room_mode (room->board, FALSE);
        trl_board_ensure_layout (room->board);
        undo_all (room);
        trl_board_ensure_layout (room->board);
        assert_untouched (room);
      }
}

/* Motions that are locked stay while what is selected with them goes. */
static void
test_locked_selection (Room          *room,
                       gconstpointer  data)
{
  const char *ids[] = { room->design.agency, room->design.note, NULL };
  TrlViewPoint from = grip (room, room->design.note);
  double x = 0, now = 0;

  trl_card_get_number (trl_blueprint_get (room->blueprint, room->design.agency), TRL_MOTION_X, &x);
  trl_board_set_locked (room->board, TRUE);
  trl_selection_set (room->board->selection, ids);
  press (room, from, 1);
  go (room, (TrlViewPoint) { from.x + 60, from.y + 60 });
  let_go (room, (TrlViewPoint) { from.x + 60, from.y + 60 });
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
  trl_card_get_number (trl_blueprint_get (room->blueprint, room->design.agency), TRL_MOTION_X, &now);
  g_assert_cmpfloat (now, ==, x);
}

/* Two fingers are a pinch although the first of them has been a press: gestures
 * that are not of a group take their fingers from each other. */
static void
test_fingers (Room          *room,
              gconstpointer  data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (room->board));
  GtkGesture *gestures[3] = { NULL, NULL, NULL };
  TrlViewPoint first = { 400, 300 }, then = { 460, 330 };
  TrlScenePoint held, now;
  TrlCamera before;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_ZOOM (controller))
        gestures[0] = GTK_GESTURE (controller);
      else if (GTK_IS_GESTURE_DRAG (controller))
        gestures[1] = GTK_GESTURE (controller);
      else if (GTK_IS_GESTURE_LONG_PRESS (controller))
        gestures[2] = GTK_GESTURE (controller);
    }
  g_assert_true (gtk_gesture_is_grouped_with (gestures[0], gestures[1]));
  g_assert_true (gtk_gesture_is_grouped_with (gestures[2], gestures[1]));

  /* The first finger has taken a card; the second makes it a pinch, and what follows moves no card. */
  trl_selection_set_one (room->board->selection, room->design.metric);
  begin (room, CARRY_NOTE);
  trl_board_get_camera (room->board, &before);
  held = trl_camera_to_scene (&before, first);
  trl_board_pinch_begin (room->board, first);
  g_assert_false (trl_toolbox_is_busy (&room->board->tools));
  g_assert_cmpstr (trl_selection_get_only (room->board->selection), ==, room->design.metric);
  for (int step = 1; step <= 10; step++)
    trl_board_pinch (room->board, 1 + step / 20.0, (TrlViewPoint) { first.x + step * 6, first.y + step * 3 });
  g_assert_cmpfloat_with_epsilon (room->board->camera.scale, before.scale * 1.5, 1e-6);
  now = trl_camera_to_scene (&room->board->camera, then);
  g_assert_cmpfloat_with_epsilon (now.x, held.x, 0.5 / before.scale);   /* what lay between the fingers still does */
  g_assert_cmpfloat_with_epsilon (now.y, held.y, 0.5 / before.scale);
  trl_board_pinch (room->board, 1000, then);
  g_assert_cmpfloat (room->board->camera.scale, <=, TRL_CAMERA_MAX);
  let_go (room, then);
  g_signal_emit_by_name (gestures[0], "end", NULL);
  g_assert_false (room->board->pinching);
  assert_untouched (room);
}

/* A finger that rests gets the menu of what lies below it. */
static void
test_rest (Room          *room,
           gconstpointer  data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (room->board));
  TrlViewPoint at = grip (room, room->design.note);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_LONG_PRESS (controller))
        {
          g_assert_true (gtk_gesture_single_get_touch_only (GTK_GESTURE_SINGLE (controller)));
          press (room, at, 1);
          g_signal_emit_by_name (controller, "pressed", at.x, at.y);
        }
    }
  g_assert_cmpstr (trl_selection_get_only (room->board->selection), ==, room->design.note);
  g_assert_true (GTK_IS_POPOVER_MENU (room->board->popover));
  g_assert_false (room->board->tools.pressed);
  settle ();
}

/* Keys zoom, and a menu at once after that is of what is seen now. */
static void
test_look (Room          *room,
           gconstpointer  data)
{
  const TrlBox *gold;
  TrlViewPoint at;
  TrlCamera camera;

  trl_board_set_zoom (room->board, 1);
  trl_board_get_camera (room->board, &camera);
  camera.scale = TRL_CAMERA_MIN;
  trl_board_set_camera (room->board, &camera, FALSE);
  gold = trl_layout_find (room->board->layout, room->design.gold);
  at = trl_camera_to_view (&room->board->camera, (TrlScenePoint) { gold->rect.x + 4, gold->rect.y + 4 });
  trl_board_show_menu (room->board, &at);
  g_assert_cmpstr (trl_selection_get_only (room->board->selection), ==, room->design.agency);
  settle ();
}

/* A band and a connector go on beyond the edge; a card that is carried there is on its way out. */
static void
test_beyond (Room          *room,
             gconstpointer  data)
{
  TrlCamera *camera = &room->board->camera;
  TrlViewPoint beyond = { camera->width + 40, camera->height / 2 };
  double x, y;

  g_assert_false (trl_edge_speed (camera, beyond, 1000, &x, &y));
  beyond = trl_edge_clamp (camera, beyond);
  g_assert_true (trl_edge_speed (camera, beyond, 1000, &x, &y));
  g_assert_cmpfloat (x, <, -800);
  g_assert_cmpfloat (y, ==, 0);
}

#define ADD(name, function) g_test_add ("/board/gestures/" name, Room, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("Escape leaves no trace, whatever it was", test_escape);
  ADD ("no command takes anything out of the hand", test_commands);
  ADD ("arrows move the board below the hand", test_arrows);
  ADD ("what is carried stays in the hand when the camera moves", test_camera);
  ADD ("a change from elsewhere ends a gesture", test_change);
  ADD ("undo, a lock and others end a gesture", test_states);
  ADD ("what is locked stays, what is selected with it goes", test_locked_selection);
  ADD ("two fingers are a pinch", test_fingers);
  ADD ("a finger that rests gets the menu", test_rest);
  ADD ("a menu is of what is seen", test_look);
  ADD ("a band goes on beyond the edge", test_beyond);

  return g_test_run ();
}
