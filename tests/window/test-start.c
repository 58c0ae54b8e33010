/* test-start.c: the program comes up, shows what it was given, and goes. */

#include "stage.h"

#include <glib/gstdio.h>

/* A copy of a template, so that no test writes into the source. */
static char *
copy_template (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".trellis", NULL);
  g_autofree char *from = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", file, NULL);
  g_autofree char *to = g_build_filename (g_get_user_data_dir (), file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, text, length, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&to);
}

static TrlStage *
open_file (const char *file)
{
  const char *arguments[] = { file, NULL };

  return trl_stage_open (NULL, arguments);
}

static void
test_example (void)
{
  g_autofree char *file = copy_template ("founder-after");
  g_autoptr (TrlStage) stage = open_file (file);
  g_autoptr (TrlNode) window = trl_stage_find (stage, ATSPI_ROLE_FRAME, "*Nordwind Partner Program*");
  g_autoptr (TrlNode) board = trl_stage_find (stage, ATSPI_ROLE_INVALID, "Board");
  g_autoptr (TrlNode) palette = trl_stage_find (stage, ATSPI_ROLE_INVALID, "Palette");
}

static void
test_quit (void)
{
  g_autofree char *file = copy_template ("founder-after");
  g_autoptr (TrlStage) stage = NULL;
  g_autoptr (TrlNode) board = NULL;

  trl_stage_look_for_leaks (TRUE);
  stage = open_file (file);
  board = trl_stage_find (stage, ATSPI_ROLE_INVALID, "Board");
  trl_stage_key (stage, "ctrl+q");
  g_assert_cmpint (trl_stage_wait_end (stage), ==, 0);
  trl_stage_look_for_leaks (FALSE);
}

static void
test_same_file (void)
{
  g_autofree char *file = copy_template ("founder-after");
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "trellis", NULL);
  g_autoptr (TrlStage) stage = open_file (file);
  g_autoptr (TrlNode) window = trl_stage_find (stage, ATSPI_ROLE_FRAME, "*Nordwind*");
  char *argv[] = { program, file, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  trl_stage_settle (stage);
  g_assert_cmpuint (trl_stage_count (stage, ATSPI_ROLE_FRAME, NULL), ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (TrlStage) stage = trl_stage_open (NULL, NULL);
  g_autoptr (TrlNode) blank = trl_stage_find (stage, ATSPI_ROLE_PUSH_BUTTON, "Blank*");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/start/example", test_example);
  g_test_add_func ("/window/start/nothing", test_nothing);
  g_test_add_func ("/window/start/quit", test_quit);
  g_test_add_func ("/window/start/same-file", test_same_file);
  return g_test_run ();
}
