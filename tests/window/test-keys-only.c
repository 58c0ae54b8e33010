/* test-keys-only.c: everything without the pointer, and heard.
 *
 * The pointer is parked in a corner and stays there. Each verb is done with
 * the keys that a person would press, and then the saved file, or what is
 * shown, says that it was done; a screen reader was told of it, once; and the
 * keyboard is where one goes on working. */

#include "play.h"

#include <string.h>

#define CORNER_X 1679
#define CORNER_Y 1049

static void
begin (Play       *play,
       const char *template)
{
  play_begin (play, template);
  trl_stage_point (play->stage, CORNER_X, CORNER_Y);
  trl_stage_listen (play->stage);
  trl_stage_settle (play->stage);
}

static void
end (Play *play)
{
  int x, y;

  trl_stage_where (play->stage, &x, &y);
  g_assert_cmpint (x, ==, CORNER_X);
  g_assert_cmpint (y, ==, CORNER_Y);
  play_end (play);
}

/* Presses keys, one after the other; the last of them does it, and it is said. */
static void
do_and_hear (Play       *play,
             const char *keys,
             const char *words)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      if (all[i + 1] == NULL)
        trl_stage_forget (play->stage);
      trl_stage_key (play->stage, all[i]);
    }
  trl_stage_hear (play->stage, words);
}

static void
assert_focus (Play       *play,
              const char *pattern)
{
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (TrlNode) node = trl_stage_focus (play->stage);

      if (node != NULL && is_called (node, pattern))
        return;
      trl_stage_settle (play->stage);
    }
  {
    g_autoptr (TrlNode) node = trl_stage_focus (play->stage);
    g_autofree char *name = node != NULL ? atspi_accessible_get_name (node, NULL) : NULL;

    g_error ("The keyboard is on “%s” and not on “%s”", name, pattern);
  }
}

/* Saves, and looks whether the file says something so many times. */
static void
assert_saved (Play       *play,
              const char *part,
              int         times)
{
  g_autofree char *text = NULL;
  int n = 0;

  text = save (play);
  for (const char *at = text; (at = strstr (at, part)) != NULL; at += strlen (part))
    n++;
  if (n != times)
    g_error ("“%s” is %d times in the file, not %d:\n%s", part, n, times, text);
}

static void
assert_as_before (Play *play)
{
  g_autofree char *text = save (play);

  g_assert_cmpstr (text, ==, play->before);
}

/* Looks something up in the palette; Enter takes it. */
static void
take_from_palette (Play       *play,
                   const char *words,
                   const char *item,
                   const char *heard)
{
  trl_stage_key (play->stage, "ctrl+shift+f");
  trl_stage_type (play->stage, words);
  step_to (play, "Down", item);
  do_and_hear (play, "Return", heard);
  leave_palette (play);
}

static void
test_create (void)
{
  Play play = { NULL };

  begin (&play, NULL);
  take_from_palette (&play, "agency", "Agency, Partner type", "*Agency*");
  assert_focus (&play, "Motion Agency*");
  take_from_palette (&play, "margin", "Margin, Incentive", "*Margin*");
  see_card (&play, "Incentive Margin, Agency*");
  assert_focus (&play, "Incentive Margin, Agency*");
  do_and_hear (&play, "n", "Add a note*");
  trl_stage_type (play.stage, "Who pays?");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Note Who pays?*");
  assert_saved (&play, "\"Who pays?\"", 1);
  end (&play);
}

/* A ladder out of a spreadsheet: what it becomes is heard before anything is done with it, and so is what changes that. */
static void
test_table (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  trl_stage_key (play.stage, "n");
  trl_stage_type (play.stage, "Tier;Partners now");
  trl_stage_key (play.stage, "shift+Return");
  trl_stage_type (play.stage, "Bronze;120");
  trl_stage_key (play.stage, "shift+Return");
  trl_stage_type (play.stage, "Platinum;some");
  trl_stage_key (play.stage, "ctrl+a");
  trl_stage_key (play.stage, "ctrl+x");
  trl_stage_key (play.stage, "Escape");
  go_to (&play, "Agency", "Motion Agency*");
  do_and_hear (&play, "ctrl+v", "2 cards → Agency · Tiers; 1 cell cannot be read");
  do_and_hear (&play, "alt+f", "3 cards → Agency · Tiers*");
  do_and_hear (&play, "alt+f", "2 cards → Agency · Tiers; 1 cell cannot be read");
  do_and_hear (&play, "alt+p", "Paste table; * to look at");
  assert_focus (&play, "Tier Bronze*");
  assert_saved (&play, "\"Platinum\"", 1);
  end (&play);
}

/* Where a card that says something lies, as its file has it. */
static void
read_place (Play       *play,
            const char *words,
            double     *x,
            double     *y)
{
  g_autofree char *text = save (play);
  g_autofree char *pattern = g_strdup_printf ("%s[^}]*\"board\": \\{ \"x\": ([-0-9.]+), \"y\": ([-0-9.]+)", words);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *across = NULL, *down = NULL;

  g_assert_true (g_regex_match (regex, text, 0, &match));
  across = g_match_info_fetch (match, 1);
  down = g_match_info_fetch (match, 2);
  *x = g_ascii_strtod (across, NULL);
  *y = g_ascii_strtod (down, NULL);
}

static void
test_move (void)
{
  Play play = { NULL };
  double x, y, new_x, new_y;

  begin (&play, "founder-after");
  go_to (&play, "MDF claims", "Note Who owns*");
  read_place (&play, "Who owns MDF", &x, &y);
  do_and_hear (&play, "Right", "Move *");
  do_and_hear (&play, "shift+Down", "Move *");
  read_place (&play, "Who owns MDF", &new_x, &new_y);
  g_assert_cmpfloat (new_x, ==, x + 8);
  g_assert_cmpfloat (new_y, ==, y + 40);
  assert_focus (&play, "Note Who owns*");
  do_and_hear (&play, "ctrl+z", "Undone: Move*");
  do_and_hear (&play, "ctrl+z", "Undone: Move*");
  assert_focus (&play, "Note Who owns*");
  assert_as_before (&play);
  end (&play);
}

/* Into another place, and among its neighbours. */
static void
test_place (void)
{
  Play play = { NULL };
  g_autofree char *text = NULL;

  begin (&play, "founder-after");
  go_to (&play, "margin", "Incentive Margin, Agency*");
  trl_stage_key (play.stage, "ctrl+shift+m");
  see (&play, ATSPI_ROLE_INVALID, "Search the places");
  trl_stage_type (play.stage, "referral");
  do_and_hear (&play, "Return", "Move *");
  assert_focus (&play, "Incentive Margin, Referral*");
  do_and_hear (&play, "Up", "Change the order*");
  text = save (&play);
  g_assert_true (g_regex_match_simple ("\"Referral\".*\"margin\".*\"flat-fee\"", text, G_REGEX_DOTALL, 0));
  do_and_hear (&play, "ctrl+z", "Undone: *");
  do_and_hear (&play, "ctrl+z", "Undone: *");
  assert_focus (&play, "Incentive Margin, Agency*");
  assert_as_before (&play);
  end (&play);
}

/* Nothing on the board has a size of its own: a motion is as large as what it holds. */
static void
test_size (void)
{
  Play play = { NULL };
  g_autoptr (TrlNode) before = NULL, after = NULL;
  TrlBox small, large;

  begin (&play, "founder-after");
  go_to (&play, "premier", "Tier Premier, Agency*");
  before = trl_stage_find (play.stage, ATSPI_ROLE_LIST_ITEM, "Motion Agency*");
  trl_stage_box (play.stage, before, &small);
  do_and_hear (&play, "ctrl+Return", "Add *");
  trl_stage_type (play.stage, "Summit");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Tier Summit, Agency*");
  after = trl_stage_find (play.stage, ATSPI_ROLE_LIST_ITEM, "Motion Agency*");
  trl_stage_box (play.stage, after, &large);
  g_assert_cmpint (large.width, >, small.width);
  do_and_hear (&play, "ctrl+z", "Undone: *");
  end (&play);
}

/* A line from card to card, and a name for it. */
static void
test_connect (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "premier", "Tier Premier, Agency*");
  trl_stage_key (play.stage, "ctrl+k");
  see (&play, ATSPI_ROLE_INVALID, "Search the commands");
  trl_stage_type (play.stage, "connect to");
  trl_stage_key (play.stage, "Return");
  see (&play, ATSPI_ROLE_INVALID, "Search the places");
  trl_stage_type (play.stage, "advocate");
  do_and_hear (&play, "Return", "Connected*");
  trl_stage_key (play.stage, "Return");
  trl_stage_type (play.stage, "grows into");
  trl_stage_key (play.stage, "Escape");
  assert_saved (&play, "\"grows into\"", 1);
  assert_focus (&play, "Connector grows into*");
  /* It is found again from far away. */
  go_to (&play, "MDF claims", "Note Who owns*");
  for (int i = 0; i < 6; i++)
    trl_stage_key (play.stage, "ctrl+plus");
  trl_stage_key (play.stage, "ctrl+f");
  trl_stage_type (play.stage, "grows int");
  do_and_hear (&play, "o", "grows into, 1 of 1");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Connector grows into*");
  do_and_hear (&play, "Delete", "Deleted a card*");
  do_and_hear (&play, "ctrl+z", "Undone: Delete*");
  assert_focus (&play, "Connector grows into*");
  do_and_hear (&play, "ctrl+z", "Undone: *");
  do_and_hear (&play, "ctrl+z", "Undone: *");
  assert_as_before (&play);
  end (&play);
}

static void
test_label (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "premier", "Tier Premier, Agency*");
  trl_stage_key (play.stage, "F2");
  trl_stage_type (play.stage, "Summit\n");
  assert_focus (&play, "Tier Summit, Agency*");
  assert_saved (&play, "\"Summit\"", 1);
  do_and_hear (&play, "ctrl+z", "Undone: *");
  assert_focus (&play, "Tier Premier, Agency*");
  assert_as_before (&play);
  end (&play);
}

static void
test_delete (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "margin", "Incentive Margin, Agency*");
  do_and_hear (&play, "Delete", "Deleted a card*");
  see_cards (&play, "Incentive Margin*", 0);
  assert_focus (&play, "Motion Agency*");
  do_and_hear (&play, "ctrl+z", "Undone: Delete*");
  assert_focus (&play, "Incentive Margin, Agency*");
  do_and_hear (&play, "ctrl+shift+z", "Done again: Delete*");
  see_cards (&play, "Incentive Margin*", 0);
  do_and_hear (&play, "ctrl+z", "Undone: Delete*");
  assert_as_before (&play);

  go_to (&play, "MDF claims", "Note Who owns*");
  do_and_hear (&play, "Delete", "Deleted a card*");
  assert_focus (&play, "Note *");
  do_and_hear (&play, "ctrl+z", "Undone: Delete*");
  assert_focus (&play, "Note Who owns*");
  end (&play);
}

static void
find_card_box (Play       *play,
               const char *card,
               TrlBox     *box)
{
  g_autoptr (TrlNode) node = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, card);

  trl_stage_settle (play->stage);
  trl_stage_box (play->stage, node, box);
}

/* Arrows move the board when nothing is selected, and it is still: a picture moves, nothing else. */
static void
test_pan_and_zoom (void)
{
  Play play = { NULL };
  TrlBox before, after;

  begin (&play, "founder-after");
  go_to (&play, "premier", "Tier Premier, Agency*");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Board*");
  find_card_box (&play, "Tier Premier, Agency*", &before);
  trl_stage_key (play.stage, "Right");
  trl_stage_key (play.stage, "Down");
  find_card_box (&play, "Tier Premier, Agency*", &after);
  g_assert_cmpint (before.x - after.x, ==, 60);
  g_assert_cmpint (before.y - after.y, ==, 60);
  do_and_hear (&play, "ctrl+0", "100 %");
  do_and_hear (&play, "ctrl+equal", "1?? %");
  do_and_hear (&play, "ctrl+1", "* %");
  do_and_hear (&play, "shift+1", "* %");
  assert_focus (&play, "Board*");
  assert_as_before (&play);
  end (&play);
}

/* The next warning, and the first way out of it. */
static void
test_warning (void)
{
  Play play = { NULL };

  begin (&play, "founder-before");
  walk_to (&play, "F8", "Recruiting is open*");
  walk_to (&play, "Tab", "Hold recruiting");
  do_and_hear (&play, "Return", "Hold recruiting*");
  assert_saved (&play, "\"recruiting\": \"on-hold\"", 2);    /* of the program, and of its motion */
  trl_stage_key (play.stage, "Escape");
  do_and_hear (&play, "ctrl+z", "Undone: *");
  assert_as_before (&play);
  end (&play);
}

static void
test_open (void)
{
  Play play = { NULL };

  begin (&play, "founder-before");
  do_and_hear (&play, "F7", "*, 1 of *");
  do_and_hear (&play, "F7", "*, 2 of *");
  do_and_hear (&play, "shift+F7", "*, 1 of *");
  assert_as_before (&play);
  end (&play);
}

static void
test_vote (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "MDF claims", "Note Who owns*");
  trl_stage_key (play.stage, "ctrl+shift+d");
  see (&play, ATSPI_ROLE_INVALID, "Dots a person");
  do_and_hear (&play, "Return", "Voting: 15 of 15 dots left");
  assert_focus (&play, "Note Who owns*");
  do_and_hear (&play, "plus", "Voting: 14 of 15 dots left");
  do_and_hear (&play, "plus", "Voting: 13 of 15 dots left");
  do_and_hear (&play, "minus", "Voting: 14 of 15 dots left");
  assert_as_before (&play);
  do_and_hear (&play, "ctrl+shift+d", "Count the dots*");
  assert_saved (&play, "\"votes\": 4", 1);
  assert_focus (&play, "Note Who owns*");
  end (&play);
}

static void
test_lock (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "motion technology", "Motion Technology*");
  do_and_hear (&play, "Right", "Move*");
  do_and_hear (&play, "ctrl+l", "The structure is locked*");
  do_and_hear (&play, "Delete", "The structure is locked*");
  see_card (&play, "Motion Technology*");
  do_and_hear (&play, "ctrl+z", "The structure is locked*");    /* it would move a motion */
  assert_focus (&play, "Motion Technology*");
  do_and_hear (&play, "ctrl+shift+l", "The structure is unlocked");
  do_and_hear (&play, "ctrl+z", "Undone: *");
  do_and_hear (&play, "ctrl+l", "The structure is locked*");
  do_and_hear (&play, "ctrl+shift+z", "The structure is locked*");
  assert_as_before (&play);
  end (&play);
}

static void
test_find (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  trl_stage_key (play.stage, "ctrl+f");
  assert_focus (&play, "Find on the board");
  trl_stage_type (play.stage, "marketin");
  do_and_hear (&play, "g", "*, 1 of *");
  do_and_hear (&play, "Return", "*, 2 of *");
  do_and_hear (&play, "shift+Return", "*, 1 of *");
  do_and_hear (&play, "z", "Nothing like that");
  trl_stage_key (play.stage, "BackSpace");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Benefit marketing fund*");
  assert_as_before (&play);
  end (&play);
}

static void
test_commands (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "margin", "Incentive Margin, Agency*");
  trl_stage_key (play.stage, "ctrl+k");
  see (&play, ATSPI_ROLE_INVALID, "Search the commands");
  trl_stage_type (play.stage, "park below");
  do_and_hear (&play, "Return", "Parked below the motions*");
  assert_focus (&play, "Incentive Margin*");
  assert_saved (&play, "\"parked\"", 1);
  do_and_hear (&play, "ctrl+z", "Undone: *");
  assert_focus (&play, "Incentive Margin, Agency*");
  assert_as_before (&play);
  end (&play);
}

static void
test_present (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "margin", "Incentive Margin, Agency*");
  do_and_hear (&play, "F5", "*, 1 / 6");
  do_and_hear (&play, "Right", "*, 2 / 6");
  do_and_hear (&play, "Right", "Technology, 3 / 6");
  do_and_hear (&play, "End", "Review, 6 / 6");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Incentive Margin, Agency*");
  assert_as_before (&play);
  end (&play);
}

static void
test_timer (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  trl_stage_key (play.stage, "ctrl+shift+t");
  assert_focus (&play, "1 min");
  trl_stage_key (play.stage, "Tab");
  trl_stage_key (play.stage, "Tab");
  do_and_hear (&play, "Return", "5 minutes left");
  assert_focus (&play, "Pause");
  do_and_hear (&play, "space", "Paused");
  do_and_hear (&play, "shift+Up", "*left");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Board*");
  trl_stage_key (play.stage, "ctrl+shift+t");
  assert_focus (&play, "Board*");
  end (&play);
}

/* Types a name into the desktop's dialog; its ending says what is written. */
static void
test_export (void)
{
  Play play = { NULL };
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;

  begin (&play, "founder-after");
  go_to (&play, "margin", "Incentive Margin, Agency*");
  file = g_build_filename (g_get_user_data_dir (), "keys-only.svg", NULL);
  trl_stage_key (play.stage, "ctrl+e");
  see (&play, ATSPI_ROLE_INVALID, "Export Board");
  trl_stage_key (play.stage, "ctrl+a");
  trl_stage_type (play.stage, file);
  do_and_hear (&play, "Return", "Exported");
  text = read_file (file);
  g_assert_nonnull (strstr (text, "Margin"));
  assert_focus (&play, "Incentive Margin, Agency*");
  end (&play);
}

/* Whatever changes something, or is asked for, is said, and said once, one after the other in one session. */
static void
test_said_once (void)
{
  static const struct { const char *keys; const char *words; } all[] = {
    { "note" }, { "ctrl+d", "Duplicate*" }, { "ctrl+z", "Undone: *" }, { "ctrl+shift+z", "Done again: *" }, { "ctrl+z", "Undone: *" },
    { "note" }, { "ctrl+c", "Copied" }, { "ctrl+v", "Paste*" }, { "ctrl+x", "Cut" }, { "ctrl+v", "Paste*" },
    { "ctrl+shift+r", "Paste*" }, { "ctrl+z", "Undone: *" },
    { "note" }, { "ctrl+shift+c", "Copied as a picture" }, { "ctrl+a", "* selected" }, { "ctrl+shift+Left", "?*" },
    { "ctrl+z", "Undone: *" }, { "ctrl+l", "The structure is locked*" }, { "ctrl+shift+l", "The structure is unlocked" },
    { "note" }, { "ctrl+equal", "* %" }, { "ctrl+minus", "* %" }, { "ctrl+0", "100 %" }, { "ctrl+2", "* %" }, { "ctrl+s", "Saved" },
  };
  Play play = { NULL };

  begin (&play, "founder-after");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_test_message ("%s", all[i].keys);
      if (all[i].words != NULL)
        do_and_hear (&play, all[i].keys, all[i].words);
      else
        go_to (&play, "MDF claims", "Note Who owns*");
    }
  end (&play);
}

/* Round through the panes and back. */
static void
test_panes (void)
{
  Play play = { NULL };

  begin (&play, "founder-after");
  go_to (&play, "margin", "Incentive Margin, Agency*");
  trl_stage_key (play.stage, "F6");
  assert_focus (&play, "Details*");
  trl_stage_key (play.stage, "F6");
  assert_focus (&play, "Search the palette");
  trl_stage_key (play.stage, "F6");
  assert_focus (&play, "Incentive Margin, Agency*");
  trl_stage_key (play.stage, "shift+F6");
  assert_focus (&play, "Search the palette");
  trl_stage_key (play.stage, "Escape");
  assert_focus (&play, "Incentive Margin, Agency*");
  end (&play);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/keys-only/create", test_create);
  g_test_add_func ("/window/keys-only/table", test_table);
  g_test_add_func ("/window/keys-only/move", test_move);
  g_test_add_func ("/window/keys-only/place", test_place);
  g_test_add_func ("/window/keys-only/size", test_size);
  g_test_add_func ("/window/keys-only/connect", test_connect);
  g_test_add_func ("/window/keys-only/label", test_label);
  g_test_add_func ("/window/keys-only/delete-undo-redo", test_delete);
  g_test_add_func ("/window/keys-only/pan-zoom", test_pan_and_zoom);
  g_test_add_func ("/window/keys-only/warning", test_warning);
  g_test_add_func ("/window/keys-only/open", test_open);
  g_test_add_func ("/window/keys-only/vote", test_vote);
  g_test_add_func ("/window/keys-only/lock", test_lock);
  g_test_add_func ("/window/keys-only/find", test_find);
  g_test_add_func ("/window/keys-only/commands", test_commands);
  g_test_add_func ("/window/keys-only/present", test_present);
  g_test_add_func ("/window/keys-only/timer", test_timer);
  g_test_add_func ("/window/keys-only/export", test_export);
  g_test_add_func ("/window/keys-only/panes", test_panes);
  g_test_add_func ("/window/keys-only/said-once", test_said_once);
  return g_test_run ();
}
