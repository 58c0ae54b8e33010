/* test-scenarios.c: what somebody who leads a workshop tries in the first
 * hour, and what must not go wrong while the room is watching.
 *
 * Each begins with a file of its own and ends with a look at the saved file,
 * at the accessible tree, or both. */

#include "play.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

static void
undo_to_saved (Play *play)
{
  trl_stage_key (play->stage, "ctrl+z");
  see (play, ATSPI_ROLE_LABEL, "* · saved");
}

/* What the command line says about the file, without the lines and columns. */
static char *
check (Play *play)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "trellis", NULL);
  char *argv[] = { program, (char *) "check", (char *) "--fail-on=warning", play->file, NULL };
  g_autoptr (GError) error = NULL;
  char *said = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, &said, NULL, &status, &error);
  g_assert_no_error (error);
  if (status != 0)
    g_test_message ("%s", said);
  g_assert_cmpint (status, ==, 0);
  return said;
}

/* 1 */
static void
test_first_question (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, NULL);
  see (&play, ATSPI_ROLE_LABEL, "Which kinds of partners*");
  push (&play, "Agency");
  see_card (&play, "Motion Agency*");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_LABEL, "Which kinds of partners*", 0);
  undo_to_saved (&play);
  see (&play, ATSPI_ROLE_LABEL, "Which kinds of partners*");
  see_cards (&play, "Motion *", 0);
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

static int
count (const char *text,
       const char *part)
{
  int n = 0;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  return n;
}

/* 2: a list out of a mail, here out of a note */
static void
test_forty_lines (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, NULL);
  trl_stage_key (play.stage, "n");
  for (int i = 1; i <= 40; i++)
    {
      g_autofree char *line = g_strdup_printf ("point %d", i);

      trl_stage_type (play.stage, line);
      if (i < 40)
        trl_stage_key (play.stage, "shift+Return");
    }
  trl_stage_key (play.stage, "ctrl+a");
  trl_stage_key (play.stage, "ctrl+x");
  trl_stage_key (play.stage, "Escape");
  trl_stage_key (play.stage, "ctrl+v");
  see (&play, TRL_STAGE_VOICE, "A note for each line*");
  after = save (&play);
  g_assert_cmpint (count (after, "\"text\": \"point "), ==, 40);
  g_clear_pointer (&after, g_free);
  trl_stage_key (play.stage, "ctrl+z");
  after = save (&play);
  g_assert_cmpint (count (after, "\"text\": \"point "), ==, 0);
  play_end (&play);
}

/* 3 */
static void
test_duplicate (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL, *said = NULL;

  play_begin (&play, NULL);
  push (&play, "Agency");
  see_card (&play, "Motion Agency*");
  after = save (&play);
  g_clear_pointer (&after, g_free);
  trl_stage_key (play.stage, "ctrl+d");
  see_cards (&play, "Motion *", 2);
  after = save (&play);
  g_assert_nonnull (strstr (after, "\"copiedFrom\""));
  said = check (&play);     /* still the same is a to-do, no warning */
  g_assert_null (strstr (said, "warning:"));
  trl_stage_key (play.stage, "ctrl+z");
  see_cards (&play, "Motion *", 1);
  play_end (&play);
}

/* 4 */
static void
test_escape_in_drag (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  hold_over (&play, "Incentive Margin*", "Incentive Flat fee*");
  trl_stage_key (play.stage, "Escape");
  trl_stage_release (play.stage, 1);
  trl_stage_settle (play.stage);
  see_card (&play, "Incentive Margin, Agency*");
  g_assert_false (is_sensitive (&play, "Undo"));
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

/* 5 */
static void
test_disaster (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  pick (&play, "Incentive Margin*");
  trl_stage_key (play.stage, "Delete");
  see_cards (&play, "Incentive Margin*", 0);
  trl_stage_signal (play.stage, SIGKILL);
  trl_stage_close (play.stage);

  open_play (&play);
  see_card (&play, "Incentive Margin*");
  push (&play, "Open*Copy*");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_FRAME, "*Nordwind*", 2);
  see_cards (&play, "Incentive Flat fee*", 2);
  see_cards (&play, "Incentive Margin*", 1);    /* in the file, not in the copy */
  after = read_file (play.file);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

/* 6 */
static void
test_delete_motion (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  pick_motion (&play, "Motion Agency*");
  trl_stage_key (play.stage, "Delete");
  see_cards (&play, "Motion Agency*", 0);
  see_card (&play, "Incentive Margin*");
  after = save (&play);
  g_assert_nonnull (strstr (after, "\"parked\""));
  g_clear_pointer (&after, g_free);
  trl_stage_key (play.stage, "ctrl+z");
  see_card (&play, "Motion Agency*");
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

/* 7 */
static void
test_notes (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  trl_stage_key (play.stage, "n");
  trl_stage_type (play.stage, "Thank you fee\n");
  trl_stage_type (play.stage, "Second thought");
  trl_stage_key (play.stage, "Escape");
  see_card (&play, "Note Second thought*");
  trl_stage_key (play.stage, "ctrl+1");
  hold_over (&play, "Note Thank you fee*", "Incentive Flat fee*");
  see (&play, TRL_STAGE_VOICE, "Make it: Incentive*Referral");
  trl_stage_release (play.stage, 1);
  see_card (&play, "Incentive Thank you fee, Referral*");
  see_cards (&play, "Note Thank you fee*", 0);
  after = save (&play);
  g_assert_nonnull (strstr (after, "Thank you fee"));
  play_end (&play);
}

/* 8 */
static void
test_first_fix (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-before");
  walk_to (&play, "F8", "Recruiting is open*");
  walk_to (&play, "Tab", "Hold recruiting");
  trl_stage_key (play.stage, "Return");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_PUSH_BUTTON, "Recruiting is open*", 0);
  after = save (&play);
  g_assert_nonnull (strstr (after, "\"recruiting\": \"on-hold\""));
  g_clear_pointer (&after, g_free);
  trl_stage_key (play.stage, "ctrl+z");
  see (&play, ATSPI_ROLE_PUSH_BUTTON, "Recruiting is open*");
  see (&play, ATSPI_ROLE_PUSH_BUTTON, "Keep, because*");
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

/* 9 */
static void
test_move_to (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  pick (&play, "Incentive Margin*");
  trl_stage_key (play.stage, "alt+1");
  see (&play, ATSPI_ROLE_TEXT, "Name");           /* and not said twice */
  see (&play, ATSPI_ROLE_COMBO_BOX, "Kind");
  pick (&play, "Incentive Margin*");
  trl_stage_key (play.stage, "ctrl+shift+m");
  walk_to (&play, "Down", "Move to Referral · Incentives*");
  trl_stage_key (play.stage, "Return");
  see_card (&play, "Incentive Margin, Referral*");
  undo_to_saved (&play);
  see_card (&play, "Incentive Margin, Agency*");
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

/* What the zoom is, by the button that says it. */
static char *
zoom (Play *play)
{
  g_autoptr (TrlNode) button = trl_stage_find (play->stage, ATSPI_ROLE_PUSH_BUTTON, "*%");

  return atspi_accessible_get_name (button, NULL);
}

/* 10 */
static void
test_show (void)
{
  Play play = { NULL };
  g_autofree char *before = NULL, *after = NULL;

  play_begin (&play, "founder-after");
  trl_stage_key (play.stage, "ctrl+plus");
  trl_stage_settle (play.stage);
  before = zoom (&play);
  trl_stage_key (play.stage, "F5");
  see (&play, TRL_STAGE_VOICE, "*, 1 / 6");
  trl_stage_key (play.stage, "Right");
  trl_stage_key (play.stage, "Right");
  see (&play, TRL_STAGE_VOICE, "*, 3 / 6");
  trl_stage_key (play.stage, "Escape");
  trl_stage_wait_count (play.stage, TRL_STAGE_VOICE, "*, 3 / 6", 0);
  after = zoom (&play);
  g_assert_cmpstr (before, ==, after);

  trl_stage_key (play.stage, "F9");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_ENTRY, "Search*", 0);
  trl_stage_key (play.stage, "F9");
  see (&play, ATSPI_ROLE_ENTRY, "Search*");
  trl_stage_key (play.stage, "F11");
  trl_stage_key (play.stage, "shift+F11");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_ENTRY, "Search*", 0);
  trl_stage_key (play.stage, "shift+F11");
  see (&play, ATSPI_ROLE_ENTRY, "Search*");
  trl_stage_key (play.stage, "F11");
  play_end (&play);
}

/* 11: the file changes under an open design, or goes away */
static void
test_outside (void)
{
  Play play = { NULL };
  g_autoptr (GString) theirs = NULL;
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  theirs = g_string_new (play.before);
  g_assert_cmpuint (g_string_replace (theirs, "Nordwind Partner Program", "Southwind", 1), ==, 1);
  g_assert_true (g_file_set_contents (play.file, theirs->str, -1, NULL));
  see (&play, ATSPI_ROLE_LABEL, "Somebody else changed the file.");
  take_picture ("outside-changed");
  push (&play, "*Reload");
  see (&play, ATSPI_ROLE_FRAME, "Southwind");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_LABEL, "Somebody else changed the file.", 0);

  g_assert_true (g_file_set_contents (play.file, play.before, -1, NULL));
  see (&play, ATSPI_ROLE_LABEL, "Somebody else changed the file.");
  push (&play, "*Keep Mine");
  see (&play, ATSPI_ROLE_LABEL, "* · not saved");
  after = save (&play);
  g_assert_cmpstr (after, ==, theirs->str);

  g_unlink (play.file);
  see (&play, ATSPI_ROLE_LABEL, "The file is not there any more*");
  take_picture ("outside-gone");
  push (&play, "*Save");
  see (&play, ATSPI_ROLE_LABEL, "* · saved");
  g_clear_pointer (&after, g_free);
  after = read_file (play.file);
  g_assert_cmpstr (after, ==, theirs->str);
  play_end (&play);
}

/* 12: approved, gone on working, saved, and opened again another day */
static void
test_approved (void)
{
  Play play = { NULL };

  play_begin (&play, "founder-after");
  trl_stage_key (play.stage, "ctrl+k");
  see (&play, ATSPI_ROLE_INVALID, "Search the commands");
  trl_stage_type (play.stage, "approve");
  see (&play, ATSPI_ROLE_LIST_ITEM, "Approve");
  trl_stage_key (play.stage, "Return");
  see (&play, ATSPI_ROLE_INVALID, "Approved by");
  push (&play, "*Approve");
  see (&play, ATSPI_ROLE_LABEL, "Approved · not saved");
  pick (&play, "Note Who owns*");
  trl_stage_key (play.stage, "Delete");
  see (&play, ATSPI_ROLE_LABEL, "Approved · 1 change since · not saved");
  trl_stage_key (play.stage, "ctrl+z");
  see (&play, ATSPI_ROLE_LABEL, "Approved · not saved");
  trl_stage_key (play.stage, "ctrl+shift+z");
  g_free (save (&play));
  trl_stage_close (play.stage);
  open_play (&play);
  see (&play, ATSPI_ROLE_LABEL, "Approved · 1 change since · saved");
  play_end (&play);
}

/* 13: a ladder out of a spreadsheet, onto a motion */
static void
test_table (void)
{
  static const char *lines[] = {
    "Tier;Partners now;Sourced revenue;Margin;Manager;Colour", "Bronze;120;$50k;5%;no;brown", "Platinum;some;$2M;25%;named;grey",
  };
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  trl_stage_key (play.stage, "n");
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      trl_stage_type (play.stage, lines[i]);
      if (i + 1 < G_N_ELEMENTS (lines))
        trl_stage_key (play.stage, "shift+Return");
    }
  trl_stage_key (play.stage, "ctrl+a");
  trl_stage_key (play.stage, "ctrl+x");
  trl_stage_key (play.stage, "Escape");
  pick_motion (&play, "Motion Agency*");
  trl_stage_key (play.stage, "ctrl+v");
  see (&play, ATSPI_ROLE_LABEL, "2 cards → Agency · Tiers");
  see (&play, ATSPI_ROLE_LABEL, "1 cell cannot be read");
  take_picture ("paste-table");
  see_card (&play, "Tier Platinum*");
  trl_stage_key (play.stage, "Escape");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_LABEL, "2 cards *", 0);
  see_cards (&play, "Tier Platinum*", 0);

  trl_stage_key (play.stage, "ctrl+v");
  see (&play, ATSPI_ROLE_LABEL, "2 cards → Agency · Tiers");
  push (&play, "*Paste");
  trl_stage_wait_count (play.stage, ATSPI_ROLE_LABEL, "2 cards *", 0);
  see_card (&play, "Tier Platinum*");
  take_picture ("pasted-table");
  after = save (&play);
  g_assert_cmpint (count (after, "\"Platinum\""), ==, 1);
  g_assert_cmpint (count (after, "Partners now: some"), ==, 1);
  g_clear_pointer (&after, g_free);
  trl_stage_key (play.stage, "ctrl+z");
  after = save (&play);
  g_assert_cmpint (count (after, "\"Platinum\""), ==, 0);
  g_assert_cmpint (count (after, "\"Bronze\""), ==, 0);
  play_end (&play);
}

static void
pick_row (Play       *play,
          const char *name)
{
  g_autoptr (TrlNode) outline = trl_stage_find (play->stage, ATSPI_ROLE_LIST, "Outline");
  g_autoptr (TrlNode) row = trl_stage_find_in (play->stage, outline, ATSPI_ROLE_LIST_ITEM, name);

  trl_stage_click (play->stage, row);
}

/* 14: the structure is locked, and somebody works on in the outline */
static void
test_locked (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  pick_motion (&play, "Motion Technology*");
  trl_stage_key (play.stage, "ctrl+l");
  see (&play, TRL_STAGE_VOICE, "The structure is locked*");
  trl_stage_key (play.stage, "alt+3");
  pick_row (&play, "Motion Technology");
  trl_stage_key (play.stage, "Delete");
  trl_stage_key (play.stage, "alt+Down");
  see (&play, TRL_STAGE_VOICE, "The structure is locked*");
  see_card (&play, "Motion Technology*");
  see (&play, ATSPI_ROLE_LABEL, "* · saved");        /* nothing happened */
  pick_row (&play, "Tier Connected");
  trl_stage_key (play.stage, "Delete");
  see_cards (&play, "Tier Connected, Technology*", 0);     /* contents move */
  after = save (&play);
  g_assert_nonnull (strstr (after, "\"Technology\""));
  play_end (&play);
}

/* Thoughts follow each other: Enter goes down, Tab goes on beside, Shift and Tab back. */
static void
test_notes_in_a_row (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  trl_stage_key (play.stage, "n");
  trl_stage_type (play.stage, "Thought one");
  trl_stage_key (play.stage, "Tab");
  trl_stage_type (play.stage, "Second");
  trl_stage_key (play.stage, "shift+Tab");
  trl_stage_type (play.stage, "Once more");
  trl_stage_key (play.stage, "Escape");
  see_card (&play, "Note Second*");
  see_card (&play, "Note Once more*");
  see_cards (&play, "Note Thought one*", 0);
  take_picture ("notes");
  after = save (&play);
  g_assert_cmpint (count (after, "\"text\": \"Second\""), ==, 1);
  play_end (&play);
}

/* The first turn of a wheel moves the board and offers to zoom instead, once. */
static void
test_wheel (void)
{
  Play play = { NULL };
  g_autofree char *before = NULL, *moved = NULL, *zoomed = NULL;
  g_autoptr (TrlNode) board = NULL;
  TrlBox box;

  play_begin (&play, "founder-after");
  board = trl_stage_find (play.stage, ATSPI_ROLE_INVALID, "Board*");
  trl_stage_box (play.stage, board, &box);
  trl_stage_point (play.stage, box.x + box.width / 2, box.y + box.height / 2);
  before = zoom (&play);
  trl_stage_scroll (play.stage, 1);
  see (&play, ATSPI_ROLE_LABEL, "The wheel moves the board*");
  moved = zoom (&play);
  g_assert_cmpstr (moved, ==, before);
  push (&play, "Let It Zoom*");
  trl_stage_point (play.stage, box.x + box.width / 2, box.y + box.height / 2);
  trl_stage_scroll (play.stage, 1);
  trl_stage_settle (play.stage);
  zoomed = zoom (&play);
  g_assert_cmpstr (zoomed, !=, before);
  trl_stage_wait_count (play.stage, ATSPI_ROLE_LABEL, "The wheel moves the board*", 0);   /* asked, and answered */
  play_end (&play);
}

/* Back to where it began in one step, and forward again. */
static void
test_history (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL, *again = NULL, *undone = NULL;

  play_begin (&play, NULL);
  push (&play, "Agency");
  see_card (&play, "Motion Agency*");
  trl_stage_key (play.stage, "n");
  trl_stage_type (play.stage, "Who pays?");
  trl_stage_key (play.stage, "Escape");
  see_card (&play, "Note Who pays?*");
  after = save (&play);

  trl_stage_key (play.stage, "ctrl+shift+h");
  see (&play, ATSPI_ROLE_LABEL, "* · now");
  take_picture ("history");
  trl_stage_key (play.stage, "End");
  trl_stage_key (play.stage, "Return");
  see_cards (&play, "Motion *", 0);
  see_cards (&play, "Note *", 0);
  undone = save (&play);
  g_assert_cmpstr (undone, ==, play.before);

  trl_stage_key (play.stage, "ctrl+shift+h");
  see (&play, ATSPI_ROLE_LABEL, "* · undone");
  trl_stage_key (play.stage, "Home");
  trl_stage_key (play.stage, "Return");
  see_card (&play, "Note Who pays?*");
  again = save (&play);
  g_assert_cmpstr (again, ==, after);
  play_end (&play);
}

/* The program dies in the middle of a vote: nobody has to vote again. */
static void
test_votes (void)
{
  Play play = { NULL };

  play_begin (&play, "founder-after");
  pick (&play, "Note Who owns*");
  trl_stage_key (play.stage, "ctrl+shift+d");
  see (&play, ATSPI_ROLE_INVALID, "Dots a person");
  trl_stage_key (play.stage, "Return");
  see (&play, ATSPI_ROLE_LABEL, "Voting: 15 of 15 dots left");
  trl_stage_key (play.stage, "plus");
  trl_stage_key (play.stage, "plus");
  see (&play, ATSPI_ROLE_LABEL, "Voting: 13 of 15 dots left");
  trl_stage_signal (play.stage, SIGKILL);
  trl_stage_close (play.stage);

  open_play (&play);
  push (&play, "Open*Copy*");
  see (&play, ATSPI_ROLE_LABEL, "Voting: 13 of 15 dots left");
  take_picture ("votes-again");
  push (&play, "Reveal");
  see_card (&play, "Note Who owns*, 5 dots");
  play_end (&play);
}

/* Dots are in no file: nobody closes a window over an open vote unasked. */
static void
test_close_in_vote (void)
{
  Play play = { NULL };
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  pick (&play, "Note Who owns*");
  trl_stage_key (play.stage, "ctrl+shift+d");
  see (&play, ATSPI_ROLE_INVALID, "Dots a person");
  trl_stage_key (play.stage, "Return");
  see (&play, ATSPI_ROLE_LABEL, "Voting: 15 of 15 dots left");
  trl_stage_key (play.stage, "plus");
  see (&play, ATSPI_ROLE_LABEL, "Voting: 14 of 15 dots left");
  trl_stage_key (play.stage, "ctrl+w");
  see (&play, ATSPI_ROLE_INVALID, "End the Vote?");
  take_picture ("close-in-vote");
  trl_stage_key (play.stage, "Escape");
  see (&play, ATSPI_ROLE_LABEL, "Voting: 14 of 15 dots left");
  pick (&play, "Note Who owns*");
  trl_stage_key (play.stage, "Right");      /* and something to save */
  trl_stage_key (play.stage, "ctrl+w");
  see (&play, ATSPI_ROLE_INVALID, "*The dots given so far are lost*");
  push (&play, "*Save");
  g_assert_cmpint (trl_stage_wait_end (play.stage), ==, 0);
  after = read_file (play.file);
  g_assert_cmpstr (after, !=, play.before);
  play_end (&play);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/scenarios/first-question", test_first_question);
  g_test_add_func ("/window/scenarios/forty-lines", test_forty_lines);
  g_test_add_func ("/window/scenarios/duplicate", test_duplicate);
  g_test_add_func ("/window/scenarios/escape-in-drag", test_escape_in_drag);
  g_test_add_func ("/window/scenarios/disaster", test_disaster);
  g_test_add_func ("/window/scenarios/delete-motion", test_delete_motion);
  g_test_add_func ("/window/scenarios/notes", test_notes);
  g_test_add_func ("/window/scenarios/first-fix", test_first_fix);
  g_test_add_func ("/window/scenarios/move-to", test_move_to);
  g_test_add_func ("/window/scenarios/show", test_show);
  g_test_add_func ("/window/scenarios/outside", test_outside);
  g_test_add_func ("/window/scenarios/approved", test_approved);
  g_test_add_func ("/window/scenarios/table", test_table);
  g_test_add_func ("/window/scenarios/locked", test_locked);
  g_test_add_func ("/window/scenarios/notes-in-a-row", test_notes_in_a_row);
  g_test_add_func ("/window/scenarios/wheel", test_wheel);
  g_test_add_func ("/window/scenarios/history", test_history);
  g_test_add_func ("/window/scenarios/votes", test_votes);
  g_test_add_func ("/window/scenarios/close-in-vote", test_close_in_vote);
  return g_test_run ();
}
