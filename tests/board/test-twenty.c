/* test-twenty.c: those of the twenty bugs of other boards that take a board on a screen; tests/README.md has all of them. */

#include "config.h"

#include "acts.h"
#include "board-private.h"
#include "design.h"
#include "reviewer.h"
#include "writer.h"

typedef struct
{
  Design        design;
  TrlBlueprint *blueprint;
  TrlHistory   *history;
  TrlReviewer  *reviewer;
  TrlBoard     *board;
  GtkWidget    *window;
  guint         n_said;
} Room;

/* Two frames: what waits for one has happened. */
static void
settle (Room *room)
{
  gint64 until = g_get_monotonic_time () + 60 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
hinted (Room *room)
{
  const char *hint = trl_board_get_hint (room->board);

  room->n_said += hint != NULL && *hint != '\0';
}

static void
noticed (Room *room)
{
  room->n_said++;
}

static void
set_up (Room          *room,
        gconstpointer  data)
{
  room->blueprint = design_new (&room->design);
  room->history = trl_history_new (room->blueprint);
  room->reviewer = trl_reviewer_new (room->blueprint);
  room->board = g_object_ref_sink (TRL_BOARD (trl_board_new ()));
  trl_board_set_history (room->board, room->history);
  trl_board_set_blueprint (room->board, room->blueprint);
  trl_board_set_reviewer (room->board, room->reviewer);
  g_signal_connect_swapped (room->board, "notify::hint", G_CALLBACK (hinted), room);
  g_signal_connect_swapped (room->board, "notice", G_CALLBACK (noticed), room);
  room->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (room->window), GTK_WIDGET (room->board));
  gtk_window_present (GTK_WINDOW (room->window));
  while (gtk_widget_get_width (GTK_WIDGET (room->board)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (room);
}

static void
tear_down (Room          *room,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  settle (room);
  g_assert_finalize_object (room->board);
  g_assert_finalize_object (room->reviewer);
  g_assert_finalize_object (room->history);
  g_assert_finalize_object (room->blueprint);
  design_clear (&room->design);
}

static void
act (Room       *room,
     const char *name)
{
  g_assert_true (g_action_group_get_action_enabled (trl_board_get_actions (room->board), name));
  g_action_group_activate_action (trl_board_get_actions (room->board), name, NULL);
}

static void
select_cards (Room       *room,
              const char *first,
              const char *second)
{
  const char *ids[] = { first, second, NULL };

  trl_selection_set (trl_board_get_selection (room->board), ids);
}

static GtkEditable *
find_input (Room *room)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (room->board)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TEXT (gtk_widget_get_first_child (child)))
      return GTK_EDITABLE (gtk_widget_get_first_child (child));
  g_assert_not_reached ();
}

/* 8: a number that is counted up for as long as somebody likes is one entry. */
static void
test_number (Room          *room,
             gconstpointer  data)
{
  g_autofree char *before = trl_writer_write (room->blueprint, NULL);
  g_autofree char *after = NULL;
  double days;

  g_assert_true (trl_board_start_edit (room->board, room->design.step, TRL_STEP_DAYS));
  for (int i = 1; i <= 90; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      gtk_editable_set_text (find_input (room), text);
    }
  g_assert_true (trl_card_get_number (trl_blueprint_get (room->blueprint, room->design.step), TRL_STEP_DAYS, &days));
  g_assert_cmpfloat (days, ==, 90);
  trl_board_stop_edit (room->board, TRUE);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
  trl_board_undo (room->board);
  after = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
is_in_view (Room       *room,
            const char *id)
{
  TrlCamera camera;
  TrlRect rect;

  g_assert_true (trl_board_get_card_rect (room->board, id, &rect));
  trl_board_get_camera (room->board, &camera);
  rect = trl_camera_rect_to_view (&camera, &rect);
  return rect.x >= 0 && rect.y >= 0 && rect.x + rect.width <= camera.width && rect.y + rect.height <= camera.height;
}

static void
look_away (Room *room)
{
  TrlCamera camera;

  trl_board_get_camera (room->board, &camera);
  camera.x += 20000;
  camera.y -= 20000;
  trl_board_set_camera (room->board, &camera, FALSE);
  trl_selection_clear (trl_board_get_selection (room->board));
}

/* 9: undo and redo select what they changed and bring it into view; neither is an entry. */
static void
test_undo_shows (Room          *room,
                 gconstpointer  data)
{
  const char *ids[] = { room->design.gold, room->design.strategic, room->design.credit, NULL };
  TrlSelection *selection = trl_board_get_selection (room->board);

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (room->board)), "gtk-enable-animations", FALSE, NULL);
  for (const char **id = ids; *id != NULL; id++)
    {
      select_cards (room, *id, NULL);
      act (room, "park");
      look_away (room);
      g_assert_false (is_in_view (room, *id));
      trl_board_undo (room->board);
      g_assert_cmpstr (trl_selection_get_only (selection), ==, *id);
      g_assert_true (is_in_view (room, *id));
      look_away (room);
      trl_board_redo (room->board);
      g_assert_cmpstr (trl_selection_get_only (selection), ==, *id);
      g_assert_true (is_in_view (room, *id));
      trl_board_undo (room->board);
    }
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 0);
}

/* 16: keys that are locked are no keys that are held. */
static void
test_caps_lock (Room          *room,
                gconstpointer  data)
{
  g_assert_cmpint (trl_board_to_hold (room->board, GDK_LOCK_MASK), ==, 0);
  g_assert_cmpint (trl_board_to_hold (room->board, GDK_LOCK_MASK | GDK_CONTROL_MASK), ==, TRL_HOLD_CONTROL);
  g_assert_cmpint (trl_board_to_hold (room->board, GDK_BUTTON1_MASK | GDK_SHIFT_MASK | GDK_LOCK_MASK), ==, TRL_HOLD_SHIFT);
}

static GtkEventController *
find_controller (Room  *room,
                 GType  type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (room->board));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;   /* the board keeps it */
    }
  g_assert_not_reached ();
}

/* 16: fingers that pinch also scroll, as the desktop tells it; the board only zooms. */
static void
test_pinch (Room          *room,
            gconstpointer  data)
{
  GtkEventController *scroll = find_controller (room, GTK_TYPE_EVENT_CONTROLLER_SCROLL);
  TrlCamera before, during, after;
  gboolean taken = FALSE;

  trl_board_get_camera (room->board, &before);
  room->board->pinching = TRUE;   /* no server of a test has fingers */
  g_signal_emit_by_name (scroll, "scroll", 0.0, 40.0, &taken);
  trl_board_get_camera (room->board, &during);
  g_assert_true (taken);
  g_assert_cmpfloat (during.x, ==, before.x);
  g_assert_cmpfloat (during.y, ==, before.y);
  g_assert_cmpfloat (during.scale, ==, before.scale);
  room->board->pinching = FALSE;
  g_signal_emit_by_name (scroll, "scroll", 0.0, 4.0, &taken);
  trl_board_get_camera (room->board, &after);
  g_assert_cmpfloat (after.y, !=, before.y);
}

/* 20: whatever is dragged can be done without dragging; each of these can be reached by a key or in the menu. */
static void
test_keyboard (Room          *room,
               gconstpointer  data)
{
  static const struct { const char *drag; const char *verb; } pairs[] = {
    { "a card to a place", "move-to" },
    { "a card onto nothing", "park" },
    { "a copy, with Alt", "duplicate" },
    { "a line from card to card", "connect-to" },
    { "a band over cards", "select-all" },
    { "a band that adds to the selection", "toggle-selected" },
    { "a note out of the tool box", "new-note" },
    { "the board, by hand", "fit-selection" },
    { "what lies free into line", "tidy" },
  };
  GActionGroup *actions = trl_board_get_actions (room->board);

  select_cards (room, room->design.gold, room->design.note);
  act (room, "park");
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (!g_action_group_get_action_enabled (actions, pairs[i].verb))
      g_error ("Nothing does without a pointer what dragging %s does", pairs[i].drag);
}

/* 20: what a verb did is said, and said once. */
static void
test_said_once (Room          *room,
                gconstpointer  data)
{
  static const char *verbs[] = {
    "park", "align-left", "align-top", "line-up", "tidy", "gather-parked", "select-same-kind", "select-siblings", "lock",
    "unlock", "duplicate", "delete",
  };

  select_cards (room, room->design.gold, room->design.note);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i], "delete"))
        trl_board_undo (room->board);   /* the copies are not what is looked at */
      select_cards (room, room->design.gold, room->design.note);
      room->n_said = 0;
      act (room, verbs[i]);
      if (room->n_said != 1)
        g_error ("“%s” is said %u times", verbs[i], room->n_said);
    }
  room->n_said = 0;
  trl_board_undo (room->board);
  g_assert_cmpuint (room->n_said, ==, 1);
  room->n_said = 0;
  trl_board_redo (room->board);
  g_assert_cmpuint (room->n_said, ==, 1);
}

/* 20: the same verb again is said again. */
static void
test_said_again (Room          *room,
                 gconstpointer  data)
{
  for (int round = 1; round <= 3; round++)
    {
      select_cards (room, room->design.gold, NULL);
      room->n_said = 0;
      act (room, "select-siblings");
      g_assert_cmpuint (room->n_said, ==, 1);
    }
}

/* 20: who did not catch it hears it again, hint or toast. */
static void
test_repeat (Room          *room,
             gconstpointer  data)
{
  g_autofree char *words = NULL;

  act (room, "repeat");
  g_assert_nonnull (trl_board_get_hint (room->board));
  select_cards (room, room->design.gold, NULL);
  act (room, "select-siblings");
  words = g_strdup (trl_board_get_hint (room->board));
  act (room, "repeat");
  g_assert_cmpstr (trl_board_get_hint (room->board), ==, words);
  act (room, "delete");
  room->n_said = 0;
  act (room, "repeat");
  g_assert_cmpuint (room->n_said, ==, 1);
  g_assert_cmpstr (trl_board_get_hint (room->board), !=, words);
}

/* The lock holds for what is taken back, too, one step or many; it says why, and unlocked everything can be. */
static void
test_locked_undo (Room          *room,
                  gconstpointer  data)
{
  g_autofree char *before = trl_writer_write (room->blueprint, NULL);
  g_autofree char *moved = NULL, *still = NULL, *after = NULL;

  select_cards (room, room->design.blank, NULL);
  act (room, "delete");
  select_cards (room, room->design.gold, NULL);
  act (room, "park");
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 2);
  act (room, "lock");
  trl_board_undo (room->board);      /* a card, which may move */
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
  moved = trl_writer_write (room->blueprint, NULL);
  room->n_said = 0;
  trl_board_undo (room->board);
  g_assert_cmpuint (room->n_said, ==, 1);
  trl_board_travel (room->board, 0);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
  still = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (still, ==, moved);

  act (room, "unlock");
  trl_board_undo (room->board);
  after = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
  act (room, "lock");
  trl_board_redo (room->board);
  trl_board_travel (room->board, 2);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 0);
}

#define ADD(path, test) g_test_add ("/board/twenty/" path, Room, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  ADD ("8 a number typed over and over is one entry", test_number);
  ADD ("9 undo selects and shows what it changed", test_undo_shows);
  ADD ("16 Caps Lock holds nothing", test_caps_lock);
  ADD ("16 a pinch never scrolls", test_pinch);
  ADD ("20 what is dragged is done by keys", test_keyboard);
  ADD ("20 what happened is said once", test_said_once);
  ADD ("20 what was said can be heard again", test_repeat);
  ADD ("the lock holds for undo, too", test_locked_undo);
  ADD ("20 the same again is said again", test_said_again);

  return g_test_run ();
}
