/* test-stage.c: do the hands and eyes of the tests do what they say? */

#include "stage.h"

static TrlStage *
open_props (void)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "support", "props", NULL);

  return trl_stage_open (program, NULL);
}

static void
test_click (void)
{
  g_autoptr (TrlStage) stage = open_props ();
  g_autoptr (TrlNode) button = trl_stage_find (stage, ATSPI_ROLE_INVALID, "Count");
  g_autoptr (TrlNode) label = NULL;

  trl_stage_click (stage, button);
  label = trl_stage_find (stage, ATSPI_ROLE_INVALID, "clicked 1");
  trl_stage_double_click (stage, button);
  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "clicked ?", 1);
  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "clicked 3", 1);
  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "ready", 0);
}

static void
test_type (void)
{
  g_autoptr (TrlStage) stage = open_props ();
  g_autoptr (TrlNode) entry = trl_stage_find (stage, ATSPI_ROLE_TEXT, "Entry");
  g_autoptr (TrlNode) focus = NULL;

  trl_stage_click (stage, entry);
  trl_stage_type (stage, "Gold, 20 % & Übung €5");
  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "typed Gold, 20 % & Übung €5", 1);
  trl_stage_key (stage, "ctrl+shift+u");
  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "undone", 1);
  focus = trl_stage_focus (stage);
  g_assert_nonnull (focus);
}

static void
test_drag (void)
{
  g_autoptr (TrlStage) stage = open_props ();
  g_autoptr (TrlNode) area = trl_stage_find (stage, ATSPI_ROLE_INVALID, "Area");
  TrlBox box;

  trl_stage_box (stage, area, &box);
  g_assert_cmpint (box.width, >, 300);
  g_assert_cmpint (box.height, >=, 200);
  trl_stage_point (stage, box.x + 20, box.y + 20);
  trl_stage_press (stage, 1);
  trl_stage_drag_to (stage, box.x + 120, box.y + 70);
  trl_stage_release (stage, 1);
  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "dragged 100 50", 1);
}

static void
test_menu (void)
{
  g_autoptr (TrlStage) stage = open_props ();
  g_autoptr (TrlNode) button = trl_stage_find (stage, ATSPI_ROLE_INVALID, "Menu");
  g_autoptr (TrlNode) item = NULL;

  trl_stage_click (stage, button);
  item = trl_stage_find (stage, ATSPI_ROLE_MENU_ITEM, NULL);   /* newer GTK does not say its name */
  if (g_getenv ("DISPLAY") != NULL)
    trl_stage_click (stage, item);
  else
    trl_stage_key (stage, "Return");      /* Wayland does not tell where a popover stands */
  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "undone", 1);
}

static void
test_end (void)
{
  g_autoptr (TrlStage) stage = open_props ();

  trl_stage_signal (stage, 9);
  g_assert_cmpint (trl_stage_wait_end (stage), ==, -9);
}

static void
test_look (void)
{
  g_autoptr (TrlStage) stage = open_props ();
  g_autoptr (TrlNode) window = trl_stage_find (stage, ATSPI_ROLE_FRAME, "Props");

  trl_stage_wait_count (stage, ATSPI_ROLE_INVALID, "ready", 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/support/stage/look", test_look);
  g_test_add_func ("/support/stage/click", test_click);
  g_test_add_func ("/support/stage/type", test_type);
  g_test_add_func ("/support/stage/drag", test_drag);
  g_test_add_func ("/support/stage/menu", test_menu);
  g_test_add_func ("/support/stage/end", test_end);
  return g_test_run ();
}
