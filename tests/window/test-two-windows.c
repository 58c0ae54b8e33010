/* test-two-windows.c: two designs beside each other, and cards that go from one to the other (law E14). */

#include "play.h"

#include <glib/gstdio.h>
#include <string.h>

#define WIDTH  840
#define HEIGHT 1000

typedef struct
{
  TrlStage *stage;
  char     *files[2];
  TrlNode  *windows[2];
} Pair;

/* A design of our own with a name of its own, by which its window is found. */
static char *
make_design (const char *name)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "trellis", NULL);
  g_autofree char *base = g_strconcat (name, ".trellis", NULL);
  char *file = g_build_filename (g_get_user_data_dir (), base, NULL);
  g_autofree char *output = g_strconcat ("--output=", file, NULL);
  char *argv[] = { program, (char *) "new", output, (char *) "--template=founder-after", NULL };
  g_autoptr (GString) text = NULL;
  g_autofree char *made = NULL;
  g_autofree char *named = g_strdup_printf ("\"name\": \"%s\"", name);
  g_autoptr (GError) error = NULL;

  g_unlink (file);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  made = read_file (file);
  text = g_string_new (made);
  g_assert_cmpuint (g_string_replace (text, "\"name\": \"Nordwind Partner Program\"", named, 1), ==, 1);
  g_file_set_contents (file, text->str, -1, &error);
  g_assert_no_error (error);
  return file;
}

/* Half a screen is too little for the panels and for cards that can be read. */
static void
give_room (Pair  *pair,
           guint  window)
{
  g_autoptr (TrlNode) fit = trl_stage_find_in (pair->stage, pair->windows[window], ATSPI_ROLE_PUSH_BUTTON, "Fit");

  trl_stage_click (pair->stage, fit);
  trl_stage_key (pair->stage, "F9");
  trl_stage_settle (pair->stage);
  trl_stage_key (pair->stage, "ctrl+1");
  trl_stage_key (pair->stage, "ctrl+equal");
  trl_stage_settle (pair->stage);
}

static void
pair_begin (Pair *pair)
{
  static const char * const names[] = { "Left", "Right" };
  const char *arguments[3] = { NULL };

  for (guint i = 0; i < 2; i++)
    arguments[i] = pair->files[i] = make_design (names[i]);
  pair->stage = trl_stage_open (NULL, arguments);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrlNode) board = NULL;

      pair->windows[i] = trl_stage_find (pair->stage, ATSPI_ROLE_FRAME, names[i]);
      trl_stage_place (pair->stage, pair->windows[i], &(TrlBox) { i * WIDTH, 0, WIDTH, HEIGHT });
      board = trl_stage_find_in (pair->stage, pair->windows[i], ATSPI_ROLE_INVALID, "Board*");
    }
  trl_stage_settle (pair->stage);
  for (guint i = 0; i < 2; i++)
    give_room (pair, i);
}

static void
pair_end (Pair *pair)
{
  trl_stage_close (pair->stage);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_object (&pair->windows[i]);
      g_free (pair->files[i]);
    }
}

static void
look_at (Pair       *pair,
         guint       window,
         const char *pattern,
         TrlBox     *box)
{
  g_autoptr (TrlNode) card = trl_stage_find_in (pair->stage, pair->windows[window], ATSPI_ROLE_LIST_ITEM, pattern);

  trl_stage_box (pair->stage, card, box);
}

/* Takes a card of the left design and holds it over one of the right one. */
static void
carry_over (Pair       *pair,
            const char *what,
            const char *over)
{
  TrlBox from, to;

  look_at (pair, 0, what, &from);
  look_at (pair, 1, over, &to);
  trl_stage_point (pair->stage, from.x + from.width / 2, from.y + from.height / 2);
  trl_stage_press (pair->stage, 1);
  trl_stage_drag_to (pair->stage, to.x - 40, to.y + to.height / 2);
  trl_stage_drag_to (pair->stage, to.x + to.width - 8, to.y + to.height / 2);
}

static void
pick_in (Pair       *pair,
         guint       window,
         const char *pattern)
{
  g_autoptr (TrlNode) card = trl_stage_find_in (pair->stage, pair->windows[window], ATSPI_ROLE_LIST_ITEM, pattern);

  trl_stage_click (pair->stage, card);
}

static void
see_in (Pair       *pair,
        guint       window,
        AtspiRole   role,
        const char *pattern)
{
  g_autoptr (TrlNode) node = trl_stage_find_in (pair->stage, pair->windows[window], role, pattern);
}

/* Nothing was done, so there is nothing to undo. */
static void
see_untouched (Pair  *pair,
               guint  window)
{
  see_in (pair, window, ATSPI_ROLE_LABEL, "Draft · saved");
}

/* While a card of the other window hovers, its place is named; given up, it
 * leaves no trace in either design; the drop is one entry in the target only. */
static void
test_drag (void)
{
  Pair pair = { NULL };

  pair_begin (&pair);
  carry_over (&pair, "Tier Strategic, Technology*", "Tier Partner, Agency*");
  take_picture ("two-windows-hover");
  see_in (&pair, 1, ATSPI_ROLE_INVALID, "Add to Agency*");
  /* Let go beside both windows. (Escape would do, but nobody hears it once the
   * desktop has the drag. On X, GTK 4.8 grabs the key on the root window, has no
   * surface for that, and drops the event. On Wayland the keyboard is the
   * compositor's for as long: GNOME's gives the drag up, sway does nothing.) */
  trl_stage_drag_to (pair.stage, WIDTH, HEIGHT + 40);
  trl_stage_wait_count (pair.stage, ATSPI_ROLE_INVALID, "Add to Agency*", 0);
  trl_stage_release (pair.stage, 1);
  trl_stage_settle (pair.stage);
  see_untouched (&pair, 0);
  see_untouched (&pair, 1);
  trl_stage_wait_count (pair.stage, ATSPI_ROLE_LIST_ITEM, "Tier Strategic, Agency*", 0);

  carry_over (&pair, "Tier Strategic, Technology*", "Tier Partner, Agency*");
  see_in (&pair, 1, ATSPI_ROLE_INVALID, "Add to Agency*");
  trl_stage_release (pair.stage, 1);
  see_in (&pair, 1, ATSPI_ROLE_LIST_ITEM, "Tier Strategic, Agency*");
  take_picture ("two-windows-dropped");
  trl_stage_wait_count (pair.stage, ATSPI_ROLE_LIST_ITEM, "Tier Strategic, Technology*", 2);
  see_untouched (&pair, 0);
  see_in (&pair, 1, ATSPI_ROLE_LABEL, "Draft · not saved");
  pick_in (&pair, 1, "Tier Strategic, Agency*");
  trl_stage_key (pair.stage, "ctrl+z");
  see_untouched (&pair, 1);
  trl_stage_wait_count (pair.stage, ATSPI_ROLE_LIST_ITEM, "Tier Strategic, Agency*", 0);
  pair_end (&pair);
}

/* Where no card takes it, it is parked, and the marker says so before. */
static void
test_parked (void)
{
  Pair pair = { NULL };

  pair_begin (&pair);
  carry_over (&pair, "Tier Strategic, Technology*", "Note Who owns*");
  see_in (&pair, 1, ATSPI_ROLE_INVALID, "Park it on the board");
  take_picture ("two-windows-parked");
  trl_stage_release (pair.stage, 1);
  trl_stage_wait_count (pair.stage, ATSPI_ROLE_LIST_ITEM, "Tier Strategic*", 3);
  see_untouched (&pair, 0);
  pair_end (&pair);
}

static void
test_paste (void)
{
  Pair pair = { NULL };

  pair_begin (&pair);
  pick_in (&pair, 0, "Tier Strategic, Technology*");
  trl_stage_key (pair.stage, "ctrl+c");
  pick_in (&pair, 1, "Tier Partner, Agency*");
  trl_stage_key (pair.stage, "ctrl+v");
  see_in (&pair, 1, ATSPI_ROLE_LIST_ITEM, "Tier Strategic, Agency*");
  see_untouched (&pair, 0);
  take_picture ("two-windows-pasted");
  trl_stage_key (pair.stage, "ctrl+z");
  see_untouched (&pair, 1);
  pair_end (&pair);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/two-windows/drag", test_drag);
  g_test_add_func ("/window/two-windows/parked", test_parked);
  g_test_add_func ("/window/two-windows/paste", test_paste);
  return g_test_run ();
}
