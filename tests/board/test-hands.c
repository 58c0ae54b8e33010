/* test-hands.c: the board of the real program, with a real pointer and keyboard, seen through its accessible tree. */

#include "stage.h"

#include <string.h>

static TrlStage *
open_example (void)
{
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", "founder-after.trellis", NULL);
  g_autofree char *to = g_build_filename (g_get_user_data_dir (), "hands.trellis", NULL);
  g_autofree char *text = NULL;
  const char *arguments[] = { to, NULL };
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, text, length, &error);
  g_assert_no_error (error);
  return trl_stage_open (NULL, arguments);
}

static TrlNode *
find_card (TrlStage   *stage,
           const char *pattern)
{
  return trl_stage_find (stage, ATSPI_ROLE_LIST_ITEM, pattern);
}

/* Card by card: what it is, where it is, and where on the screen. */
static void
test_names (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) board = trl_stage_find (stage, ATSPI_ROLE_INVALID, "Board");
  g_autoptr (TrlNode) connected = find_card (stage, "Tier Connected, Technology*");
  g_autoptr (TrlNode) strategic = find_card (stage, "Tier Strategic, Technology*");
  g_autoptr (TrlNode) agency = find_card (stage, "Motion Agency*");
  TrlBox board_box, left, right;

  trl_stage_box (stage, board, &board_box);
  trl_stage_box (stage, connected, &left);
  trl_stage_box (stage, strategic, &right);
  g_assert_cmpint (left.width, >, 40);
  g_assert_cmpint (left.x, >, board_box.x);
  g_assert_cmpint (left.x + left.width, <=, right.x + 2);
  g_assert_cmpint (right.height, >, left.height);   /* stairs */
  g_assert_cmpint (right.y + right.height, <, board_box.y + board_box.height);
}

static void
test_drag (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) credit = find_card (stage, "Incentive *, Technology*");
  g_autoptr (TrlNode) fee = find_card (stage, "Incentive *, Referral*");
  g_autoptr (TrlNode) moved = NULL;

  trl_stage_drag (stage, credit, fee);
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Incentive *, Referral*", 2);
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Incentive *, Technology*", 0);
  trl_stage_key (stage, "ctrl+z");
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Incentive *, Technology*", 1);
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Incentive *, Referral*", 1);
}

static void
test_escape (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) credit = find_card (stage, "Incentive *, Technology*");
  g_autoptr (TrlNode) fee = find_card (stage, "Incentive *, Referral*");
  TrlBox from, to;

  trl_stage_box (stage, credit, &from);
  trl_stage_box (stage, fee, &to);
  trl_stage_point (stage, from.x + from.width / 2, from.y + from.height / 2);
  trl_stage_press (stage, 1);
  trl_stage_drag_to (stage, to.x + to.width / 2, to.y + to.height / 2);
  trl_stage_key (stage, "Escape");
  trl_stage_release (stage, 1);
  trl_stage_settle (stage);
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Incentive *, Technology*", 1);
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Incentive *, Referral*", 1);
}

static void
test_type (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) sandbox = find_card (stage, "Step Sandbox, Technology*");
  g_autoptr (TrlNode) renamed = NULL;
  g_autoptr (TrlNode) again = NULL;

  trl_stage_click (stage, sandbox);
  trl_stage_key (stage, "Return");
  trl_stage_type (stage, "Playground");
  trl_stage_key (stage, "Return");
  renamed = find_card (stage, "Step Playground, Technology*");
  trl_stage_key (stage, "ctrl+z");
  again = find_card (stage, "Step Sandbox, Technology*");
}

static void
test_notes (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) connected = find_card (stage, "Tier Connected, Technology*");
  g_autoptr (TrlNode) first = NULL;
  g_autoptr (TrlNode) second = NULL;

  trl_stage_click (stage, connected);
  trl_stage_key (stage, "n");
  trl_stage_type (stage, "who owns deals");
  trl_stage_key (stage, "Return");
  trl_stage_type (stage, "ask finance");
  trl_stage_key (stage, "Escape");
  first = find_card (stage, "Note who owns deals*");
  second = find_card (stage, "Note ask finance*");
}

/* The keyboard's twin of the drag. */
static void
test_move_to (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) credit = find_card (stage, "Incentive *, Technology*");
  g_autoptr (TrlNode) place = NULL;

  trl_stage_click (stage, credit);
  trl_stage_key (stage, "ctrl+shift+m");
  place = trl_stage_find (stage, ATSPI_ROLE_LIST_ITEM, "Move to Referral*");
  trl_stage_key (stage, "Down");
  trl_stage_type (stage, "referral");   /* what is typed in the list narrows it too */
  trl_stage_key (stage, "Return");
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Incentive *, Referral*", 2);
}

/* A menu that is closed again leaves the selection as it was: the two of it move by the keyboard. */
static void
test_menu_keeps_selection (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) first = find_card (stage, "Tier Connected, Technology*");

  trl_stage_click (stage, first);
  trl_stage_key (stage, "ctrl+a");
  trl_stage_key (stage, "shift+F10");
  trl_stage_settle (stage);
  trl_stage_key (stage, "Escape");
  trl_stage_settle (stage);
  trl_stage_key (stage, "Delete");
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Tier *, Technology*", 0);
  trl_stage_key (stage, "ctrl+z");
  trl_stage_wait_count (stage, ATSPI_ROLE_LIST_ITEM, "Tier *, Technology*", 2);
}

/* Number 16 of the twenty: Ctrl and the wheel zoom with Caps Lock on, too; and letters are still keys. */
static void
test_caps_lock (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) connected = find_card (stage, "Tier Connected, Technology*");
  g_autoptr (TrlNode) note = NULL;
  TrlBox before, after;

  trl_stage_box (stage, connected, &before);
  trl_stage_key (stage, "Caps_Lock");
  trl_stage_point (stage, before.x, before.y);
  trl_stage_hold (stage, "Control_L", TRUE);
  trl_stage_scroll (stage, -2);
  trl_stage_hold (stage, "Control_L", FALSE);
  trl_stage_settle (stage);
  trl_stage_box (stage, connected, &after);
  g_assert_cmpint (after.width, >, before.width);
  g_assert_cmpint (ABS (after.x - before.x), <=, 2);   /* it zooms at the pointer */
  g_assert_cmpint (ABS (after.y - before.y), <=, 2);
  trl_stage_point (stage, before.x + before.width, before.y + before.height + 30);
  trl_stage_key (stage, "n");
  trl_stage_key (stage, "Caps_Lock");
  trl_stage_type (stage, "shouted");
  trl_stage_key (stage, "Escape");
  note = find_card (stage, "Note shouted*");
}

/* Number 16 of the twenty: a wheel over a field moves the board, not what stands in the field. */
static void
test_wheel_over_field (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) step = find_card (stage, "Step Sandbox, Technology*");
  g_autoptr (TrlNode) again = NULL;
  TrlBox before, after;

  trl_stage_click (stage, step);
  trl_stage_key (stage, "F2");
  trl_stage_key (stage, "Tab");   /* its days */
  trl_stage_box (stage, step, &before);
  trl_stage_point (stage, before.x + before.width / 2, before.y + before.height * 3 / 4);
  trl_stage_scroll (stage, 2);
  trl_stage_box (stage, step, &after);
  g_assert_cmpint (after.y, <, before.y);
  trl_stage_key (stage, "Escape");
  again = find_card (stage, "Step Sandbox, Technology*");
}

static gboolean
is_chosen (TrlStage   *stage,
           const char *tool)
{
  g_autoptr (TrlNode) button = trl_stage_find (stage, ATSPI_ROLE_INVALID, tool);   /* newer GTK says toggle button */
  AtspiStateSet *states = atspi_accessible_get_state_set (button);
  gboolean chosen = atspi_state_set_contains (states, ATSPI_STATE_PRESSED) || atspi_state_set_contains (states, ATSPI_STATE_CHECKED);

  g_object_unref (states);
  return chosen;
}

/* Letters choose tools; one drag of the connector later the pointer selects again. */
static void
test_letters (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) connected = find_card (stage, "Tier Connected, Technology*");
  g_autoptr (TrlNode) note = find_card (stage, "Note Who owns*");

  trl_stage_click (stage, connected);
  g_assert_true (is_chosen (stage, "Select"));
  trl_stage_key (stage, "h");
  g_assert_true (is_chosen (stage, "Hand"));
  trl_stage_key (stage, "v");
  g_assert_true (is_chosen (stage, "Select"));
  trl_stage_key (stage, "c");
  g_assert_true (is_chosen (stage, "Connect"));
  trl_stage_drag (stage, note, connected);
  g_assert_true (is_chosen (stage, "Select"));
  trl_stage_key (stage, "ctrl+z");
  trl_stage_key (stage, "c");
  trl_stage_key (stage, "Escape");
  g_assert_true (is_chosen (stage, "Select"));
}

/* A double click on a line names it there. */
static void
test_connector_label (void)
{
  g_autoptr (TrlStage) stage = open_example ();
  g_autoptr (TrlNode) note = find_card (stage, "Note Who owns*");
  g_autoptr (TrlNode) other = find_card (stage, "Note Old one-off*");
  g_autoptr (TrlNode) saved = NULL;
  g_autofree char *file = g_build_filename (g_get_user_data_dir (), "hands.trellis", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  TrlBox from, to;

  trl_stage_key (stage, "c");
  trl_stage_drag (stage, note, other);
  trl_stage_box (stage, note, &from);
  trl_stage_box (stage, other, &to);
  trl_stage_point (stage, (from.x + from.width + to.x) / 2, (2 * from.y + from.height + 2 * to.y + to.height) / 4);
  for (int i = 0; i < 2; i++)
    {
      trl_stage_press (stage, 1);
      trl_stage_release (stage, 1);
    }
  trl_stage_settle (stage);
  trl_stage_type (stage, "asks");
  trl_stage_key (stage, "Return");
  trl_stage_key (stage, "ctrl+s");
  saved = trl_stage_find (stage, ATSPI_ROLE_LABEL, "* · saved");
  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "\"text\": \"asks\""));
  g_assert_nonnull (strstr (text, "\"links\""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/hands/cards have names and places", test_names);
  g_test_add_func ("/board/hands/a card is dragged to another motion and back", test_drag);
  g_test_add_func ("/board/hands/Escape in mid-drag", test_escape);
  g_test_add_func ("/board/hands/a name is typed on the card", test_type);
  g_test_add_func ("/board/hands/Enter in a note starts the next", test_notes);
  g_test_add_func ("/board/hands/a card is moved without the pointer", test_move_to);
  g_test_add_func ("/board/hands/letters choose tools", test_letters);
  g_test_add_func ("/board/hands/a connector is named on its line", test_connector_label);
  g_test_add_func ("/board/hands/16 Caps Lock changes nothing", test_caps_lock);
  g_test_add_func ("/board/hands/16 a wheel over a field moves the board", test_wheel_over_field);
  g_test_add_func ("/board/hands/a menu leaves the selection as it was", test_menu_keeps_selection);

  return g_test_run ();
}
