/* test-mid-drag.c: what may happen while a card is in the hand, with a real pointer and keyboard.
 *
 * What each key does to each gesture is in tests/board/test-gestures.c; here it
 * is what only a screen does: other buttons, the edge of the window, another
 * window, a file that somebody else writes. */

#include "play.h"

#include <glib/gstdio.h>
#include <string.h>

#define MARGIN_CARD "Incentive Margin, Agency*"
#define MARGIN_GONE "Incentive Margin, Referral*"

static void
begin (Play *play)
{
  play_begin (play, "founder-after");
  hold_over (play, "Incentive Margin*", "Incentive Flat fee*");
}

static void
let_go (Play *play)
{
  trl_stage_release (play->stage, 1);
  trl_stage_settle (play->stage);
}

static void
is_as_before (Play *play)
{
  g_autofree char *after = NULL;

  see_cards (play, MARGIN_CARD, 1);
  g_assert_false (is_sensitive (play, "Undo"));
  after = save (play);
  g_assert_cmpstr (after, ==, play->before);
}

/* After all of it a drag is a drag again, and one entry. */
static void
works (Play *play)
{
  g_autofree char *after = NULL;

  hold_over (play, "Incentive Margin*", "Incentive Flat fee*");
  let_go (play);
  see_cards (play, MARGIN_GONE, 1);
  trl_stage_key (play->stage, "ctrl+z");
  see_cards (play, MARGIN_CARD, 1);
  after = save (play);
  g_assert_cmpstr (after, ==, play->before);
}

/* Another button lets go of the card where it was, and is not heard itself. */
static void
test_second_button (void)
{
  static const guint buttons[] = { 3, 2 };
  Play play = { NULL };

  play_begin (&play, "founder-after");
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      hold_over (&play, "Incentive Margin*", "Incentive Flat fee*");
      trl_stage_press (play.stage, buttons[i]);
      trl_stage_release (play.stage, buttons[i]);
      let_go (&play);
      is_as_before (&play);
    }
  works (&play);
  play_end (&play);
}

static void
test_keys (void)
{
  static const char *keys[] = { "Delete", "ctrl+d", "ctrl+x", "Down", "F2", "n", "ctrl+a", "shift+F10" };
  Play play = { NULL };
  g_autofree char *after = NULL;

  begin (&play);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    trl_stage_key (play.stage, keys[i]);
  let_go (&play);
  see_cards (&play, MARGIN_GONE, 1);       /* one drag, and nothing else */
  trl_stage_key (play.stage, "ctrl+z");
  see_cards (&play, MARGIN_CARD, 1);
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

/* Saving writes what there is, which is the card where it was. */
static void
test_save (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  begin (&play);
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  let_go (&play);
  see_cards (&play, MARGIN_GONE, 1);
  trl_stage_key (play.stage, "ctrl+z");
  is_sensitive (&play, "Redo");
  see_cards (&play, MARGIN_CARD, 1);
  play_end (&play);
}

/* Somebody else writes the file: it is said, and asks nothing of the hand. */
static void
test_outside (void)
{
  Play play = { NULL };
  g_autoptr (GString) theirs = NULL;

  begin (&play);
  theirs = g_string_new (play.before);
  g_assert_cmpuint (g_string_replace (theirs, "Nordwind Partner Program", "Southwind", 1), ==, 1);
  g_assert_true (g_file_set_contents (play.file, theirs->str, -1, NULL));
  see (&play, ATSPI_ROLE_LABEL, "Somebody else changed the file.");
  let_go (&play);
  trl_stage_key (play.stage, "ctrl+z");
  see_cards (&play, MARGIN_CARD, 1);
  push (&play, "*Reload");
  see (&play, ATSPI_ROLE_FRAME, "Southwind");
  see_cards (&play, "Incentive Margin*", 1);
  play_end (&play);
}

static TrlBox
board_box (Play *play)
{
  g_autoptr (TrlNode) board = trl_stage_find (play->stage, ATSPI_ROLE_INVALID, "Board");
  TrlBox box;

  trl_stage_box (play->stage, board, &box);
  return box;
}

static void
put_window (Play *play,
            int   x,
            int   width,
            int   height)
{
  g_autoptr (TrlNode) board = trl_stage_find (play->stage, ATSPI_ROLE_INVALID, "Board");

  trl_stage_place (play->stage, board, &(TrlBox) { x, 40, width, height });
}

/* The window gets another size: what is carried comes down where the pointer is. */
static void
test_resize (void)
{
  Play play = { NULL };
  g_autoptr (TrlNode) fee = NULL;
  TrlBox box;

  play_begin (&play, "founder-after");
  put_window (&play, 20, 1500, 900);
  hold_over (&play, "Incentive Margin*", "Incentive Flat fee*");
  put_window (&play, 20, 1420, 860);
  fee = trl_stage_find (play.stage, ATSPI_ROLE_LIST_ITEM, "Incentive Flat fee*");
  trl_stage_box (play.stage, fee, &box);
  trl_stage_drag_to (play.stage, box.x + box.width / 2, box.y + box.height / 2);
  let_go (&play);
  see_cards (&play, MARGIN_GONE, 1);
  trl_stage_key (play.stage, "ctrl+z");
  see_cards (&play, MARGIN_CARD, 1);
  play_end (&play);
}

/* A band that leaves the window takes the board along, and ends where the button is let go. */
static void
test_band (void)
{
  Play play = { NULL };
  g_autoptr (TrlNode) motion = NULL;
  TrlBox board, before, after;

  play_begin (&play, "founder-after");
  put_window (&play, 20, 1200, 700);
  trl_stage_key (play.stage, "ctrl+1");
  trl_stage_settle (play.stage);
  board = board_box (&play);
  motion = trl_stage_find (play.stage, ATSPI_ROLE_LIST_ITEM, "Motion Technology*");
  trl_stage_box (play.stage, motion, &before);
  trl_stage_point (play.stage, before.x - 12, before.y + 60);
  g_assert_cmpint (before.x - 12, >, board.x);
  trl_stage_press (play.stage, 1);
  trl_stage_drag_to (play.stage, before.x + 100, board.y + board.height + 150);
  see (&play, ATSPI_ROLE_PUSH_BUTTON, "Show Everything");     /* until nothing is to be seen any more */
  trl_stage_release (play.stage, 1);
  trl_stage_settle (play.stage);
  take_picture ("mid-drag-lost");
  trl_stage_box (play.stage, motion, &before);
  trl_stage_settle (play.stage);
  trl_stage_box (play.stage, motion, &after);
  g_assert_cmpint (after.y, ==, before.y);      /* it is over */
  push (&play, "Show Everything");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_PUSH_BUTTON, "Show Everything", 0);
  put_window (&play, 20, 1500, 900);
  works (&play);
  play_end (&play);
}

/* Another window takes the keyboard, and gives it back. */
static void
test_other_window (void)
{
  static const char *keys[] = { "ctrl+comma", "ctrl+k" };
  Play play = { NULL };

  play_begin (&play, "founder-after");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      hold_over (&play, "Incentive Margin*", "Incentive Flat fee*");
      trl_stage_key (play.stage, keys[i]);
      trl_stage_settle (play.stage);
      let_go (&play);
      trl_stage_key (play.stage, "Escape");
      trl_stage_settle (play.stage);
      trl_stage_key (play.stage, "ctrl+z");      /* where the hand was not taken away, it was a drag */
      see_cards (&play, MARGIN_CARD, 1);
    }
  works (&play);
  play_end (&play);
}

/* The window is closed with the card in the hand. */
static void
test_close (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  begin (&play);
  trl_stage_key (play.stage, "ctrl+w");
  g_assert_cmpint (trl_stage_wait_end (play.stage), ==, 0);
  after = read_file (play.file);
  g_assert_cmpstr (after, ==, play.before);
  trl_stage_release (play.stage, 1);
  play_end (&play);
}

/* To the audience and back: nobody drags on a slide. */
static void
test_present (void)
{
  Play play = { NULL };

  begin (&play);
  trl_stage_key (play.stage, "F5");
  trl_stage_settle (play.stage);
  let_go (&play);
  trl_stage_key (play.stage, "Escape");
  trl_stage_settle (play.stage);
  is_as_before (&play);
  works (&play);
  play_end (&play);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/mid-drag/another button", test_second_button);
  g_test_add_func ("/window/mid-drag/keys", test_keys);
  g_test_add_func ("/window/mid-drag/save", test_save);
  g_test_add_func ("/window/mid-drag/the file is changed outside", test_outside);
  g_test_add_func ("/window/mid-drag/the window gets another size", test_resize);
  g_test_add_func ("/window/mid-drag/a band leaves the window", test_band);
  g_test_add_func ("/window/mid-drag/another window", test_other_window);
  g_test_add_func ("/window/mid-drag/the window is closed", test_close);
  g_test_add_func ("/window/mid-drag/to the audience", test_present);
  return g_test_run ();
}
