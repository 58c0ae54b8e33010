/* test-story.c: the technology motion of the founder's story, laid out on a
 * blank board by hand, and again without touching the pointer. */

#include "stage.h"

#include <string.h>

typedef struct
{
  TrlStage *stage;
  char     *file;
  char     *blank;      /* what the file held before anybody touched it */
} Play;

static char *
read_file (const char *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
play_begin (Play       *play,
            const char *name)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "trellis", NULL);
  g_autofree char *output = NULL;
  char *argv[] = { program, (char *) "new", NULL, NULL };
  const char *arguments[] = { NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlNode) board = NULL;
  int status;

  play->file = g_build_filename (g_get_user_data_dir (), name, NULL);
  output = g_strconcat ("--output=", play->file, NULL);
  argv[2] = output;
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  play->blank = read_file (play->file);

  arguments[0] = play->file;
  play->stage = trl_stage_open (NULL, arguments);
  board = trl_stage_find (play->stage, ATSPI_ROLE_INVALID, "Board*");
}

static void
play_end (Play *play)
{
  trl_stage_close (play->stage);
  g_free (play->file);
  g_free (play->blank);
}

/* Saves and waits until it is said. */
static char *
save (Play *play)
{
  g_autoptr (TrlNode) said = NULL;

  trl_stage_key (play->stage, "ctrl+s");
  said = trl_stage_find (play->stage, ATSPI_ROLE_LABEL, "* · saved");
  return read_file (play->file);
}

/* The words for the card under the pointer, while something is carried. */
static void
assert_hint (Play       *play,
             const char *hint)
{
  g_autoptr (TrlNode) status = trl_stage_find (play->stage, ATSPI_ROLE_STATUS_BAR, hint);
}

/* Carries something from the palette to the middle of a card, and drops it
 * there if the board says what it would do. */
static void
carry (Play       *play,
       const char *item,
       const char *onto,
       const char *hint)
{
  g_autoptr (TrlNode) from = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, item);
  g_autoptr (TrlNode) to = trl_stage_find (play->stage, ATSPI_ROLE_INVALID, onto);
  TrlBox box, target;

  trl_stage_box (play->stage, from, &box);
  trl_stage_box (play->stage, to, &target);
  trl_stage_point (play->stage, box.x + box.width / 2, box.y + box.height / 2);
  trl_stage_press (play->stage, 1);
  trl_stage_drag_to (play->stage, target.x + target.width / 2, target.y + target.height / 2);
  assert_hint (play, hint);
  trl_stage_release (play->stage, 1);
  trl_stage_settle (play->stage);
}

static void
lay_by_hand (Play *play)
{
  carry (play, "Technology, Partner type", "Board*", "New motion for Technology");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Motion Technology*"));
  trl_stage_key (play->stage, "Return");
  carry (play, "Two-tier ladder*", "Motion Technology*", "Add to Technology · Tiers");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Tier Connected, Technology*"));
  trl_stage_key (play->stage, "F2");
  trl_stage_type (play->stage, "Listed\n");
  carry (play, "Co-sell credit, Incentive", "Motion Technology*", "Add to Technology · Incentives");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Incentive Co-sell credit, Technology*"));
  trl_stage_key (play->stage, "Return");
  carry (play, "Default path*", "Motion Technology*", "Add to Technology · Enablement");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Step First deal, Technology*"));
  trl_stage_key (play->stage, "Return");
  carry (play, "Sourced pipeline, Metric", "Program*", "Add to the goal*");
  trl_stage_key (play->stage, "Return");
}

/* Looks something up in the palette and adds it to what is selected. */
static void
look_up (Play       *play,
         const char *words,
         const char *item)
{
  g_autoptr (TrlNode) focus = NULL;

  trl_stage_key (play->stage, "ctrl+f");
  trl_stage_type (play->stage, words);
  for (int i = 0; i < 10; i++)
    {
      g_autofree char *name = NULL;

      trl_stage_key (play->stage, "Down");
      focus = trl_stage_focus (play->stage);
      name = atspi_accessible_get_name (focus, NULL);
      if (g_pattern_match_simple (item, name))
        break;
      g_clear_object (&focus);
    }
  g_assert_nonnull (focus);
  trl_stage_key (play->stage, "Return");
  trl_stage_key (play->stage, "ctrl+f");
  trl_stage_key (play->stage, "Escape");
}

static void
lay_by_keys (Play *play)
{
  look_up (play, "technology", "Technology, Partner type");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Motion Technology*"));
  look_up (play, "ladder", "Two-tier ladder*");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Tier Connected, Technology*"));
  trl_stage_key (play->stage, "F2");
  trl_stage_type (play->stage, "Listed\n");
  look_up (play, "co-sell", "Co-sell credit, Incentive");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Incentive Co-sell credit, Technology*"));
  look_up (play, "default", "Default path*");
  g_object_unref (trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, "Step First deal, Technology*"));
  look_up (play, "sourced", "Sourced pipeline, Metric");
}

/* A hand drops where it likes, and ids are random: both are left out of the
 * comparison, ids by their order. */
static char *
compared (const char *text)
{
  g_autoptr (GRegex) place = g_regex_new ("\\n *\"board\": \\{[^}]*\\},?", 0, 0, NULL);
  g_autoptr (GRegex) id = g_regex_new ("\"id\": \"([^\"]*)\"", 0, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (place, text, -1, 0, "", 0, NULL);
  g_autoptr (GString) all = g_string_new (rest);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (id, rest, 0, &match);
  for (guint i = 1; g_match_info_matches (match); i++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *old = g_strdup_printf ("\"%s\"", name);
      g_autofree char *new = g_strdup_printf ("\"%u\"", i);

      g_string_replace (all, old, new, 0);
      g_match_info_next (match, NULL);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

static void
undo_all (Play *play)
{
  for (int i = 0; i < 40; i++)
    trl_stage_key (play->stage, "ctrl+z");
}

static void
test_hand_and_keys (void)
{
  Play hand = { NULL }, keys = { NULL };
  g_autofree char *by_hand = NULL, *by_keys = NULL;
  g_autofree char *one = NULL, *other = NULL;
  g_autofree char *after = NULL;

  play_begin (&hand, "by-hand.trellis");
  lay_by_hand (&hand);
  by_hand = save (&hand);
  one = compared (by_hand);
  g_assert_nonnull (strstr (by_hand, "\"Listed\""));
  g_assert_nonnull (strstr (by_hand, "\"sourced-pipeline\""));

  undo_all (&hand);
  after = save (&hand);
  g_assert_cmpstr (after, ==, hand.blank);
  play_end (&hand);

  play_begin (&keys, "by-keys.trellis");
  lay_by_keys (&keys);
  by_keys = save (&keys);
  other = compared (by_keys);
  g_assert_cmpstr (one, ==, other);
  play_end (&keys);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/story/hand-and-keys", test_hand_and_keys);
  return g_test_run ();
}
