/* play.h: what somebody does with a file of their own on the stage. */
#pragma once

#include "stage.h"

typedef struct
{
  TrlStage *stage;
  char     *file;
  char     *before;     /* what the file held before anybody touched it */
} Play;

static inline char *
read_file (const char *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static inline void
open_play (Play *play)
{
  const char *arguments[] = { play->file, NULL };
  g_autoptr (TrlNode) board = NULL;

  play->stage = trl_stage_open (NULL, arguments);
  board = trl_stage_find (play->stage, ATSPI_ROLE_INVALID, "Board*");
  trl_stage_settle (play->stage);
}

/* Opens a new file: blank, or a copy of a template. */
static inline void
play_begin (Play       *play,
            const char *template)
{
  static int n;
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "..", "src", "trellis", NULL);
  g_autofree char *name = g_strdup_printf ("scenario-%d.trellis", ++n);
  g_autofree char *output = NULL;
  g_autofree char *from = template != NULL ? g_strconcat ("--template=", template, NULL) : NULL;
  char *argv[] = { program, (char *) "new", NULL, from, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  play->file = g_build_filename (g_get_user_data_dir (), name, NULL);
  output = g_strconcat ("--output=", play->file, NULL);
  argv[2] = output;
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  play->before = read_file (play->file);
  open_play (play);
}

static inline void
play_end (Play *play)
{
  trl_stage_close (play->stage);
  g_free (play->file);
  g_free (play->before);
}

static inline void
see (Play       *play,
     AtspiRole   role,
     const char *pattern)
{
  g_autoptr (TrlNode) node = trl_stage_find (play->stage, role, pattern);
}

static inline void
see_card (Play       *play,
          const char *pattern)
{
  see (play, ATSPI_ROLE_LIST_ITEM, pattern);
}

static inline void
see_cards (Play       *play,
           const char *pattern,
           guint       count)
{
  trl_stage_wait_count (play->stage, ATSPI_ROLE_LIST_ITEM, pattern, count);
}

static inline void
pick (Play       *play,
      const char *pattern)
{
  g_autoptr (TrlNode) card = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, pattern);

  trl_stage_click (play->stage, card);
}

static inline void
push (Play       *play,
      const char *pattern)
{
  g_autoptr (TrlNode) button = trl_stage_find (play->stage, ATSPI_ROLE_PUSH_BUTTON, pattern);

  trl_stage_click (play->stage, button);
}

/* A motion is picked by its header; in its middle lie its cards. */
static inline void
pick_motion (Play       *play,
             const char *pattern)
{
  g_autoptr (TrlNode) motion = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, pattern);
  TrlBox box;

  trl_stage_box (play->stage, motion, &box);
  trl_stage_point (play->stage, box.x + box.width / 2, box.y + 16);
  trl_stage_press (play->stage, 1);
  trl_stage_release (play->stage, 1);
  trl_stage_settle (play->stage);
}

/* Takes a card with the pointer and holds it over the middle of another. */
static inline void
hold_over (Play       *play,
           const char *what,
           const char *over)
{
  g_autoptr (TrlNode) from = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, what);
  g_autoptr (TrlNode) to = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, over);
  TrlBox box, target;

  trl_stage_box (play->stage, from, &box);
  trl_stage_box (play->stage, to, &target);
  trl_stage_point (play->stage, box.x + box.width / 2, box.y + box.height / 2);
  trl_stage_press (play->stage, 1);
  trl_stage_drag_to (play->stage, target.x + target.width / 2, target.y + target.height / 2);
}

/* Presses a key until something has the keyboard. */
static inline void
walk_to (Play       *play,
         const char *key,
         const char *pattern)
{
  gboolean there = FALSE;

  for (int i = 0; i < 30 && !there; i++)
    {
      g_autoptr (TrlNode) focus = trl_stage_focus (play->stage);
      g_autofree char *name = focus != NULL ? atspi_accessible_get_name (focus, NULL) : NULL;

      there = name != NULL && g_pattern_match_simple (pattern, name);
      if (!there)
        trl_stage_key (play->stage, key);
    }
  g_assert_true (there);
}

static inline gboolean
has_focus (TrlNode *node)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (node);
  gboolean focused = states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);

  g_clear_object (&states);
  return focused;
}

static inline gboolean
is_called (TrlNode    *node,
           const char *pattern)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);

  return name != NULL && g_pattern_match_simple (pattern, name);
}

/* Presses a key until a card, or an entry of the palette, has the keyboard. It
 * looks only at that one, which is much quicker than asking all of them. */
static inline void
step_to (Play       *play,
         const char *key,
         const char *item)
{
  g_autoptr (TrlNode) node = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, item);

  for (int i = 0; i < 60; i++)
    {
      if (!is_called (node, item))     /* the board lends its nodes to the cards in view */
        {
          g_object_unref (node);
          node = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, item);
        }
      if (has_focus (node))
        return;
      trl_stage_key (play->stage, key);
    }
  g_error ("%s does not lead to \"%s\"", key, item);
}

static inline void
leave_palette (Play *play)
{
  trl_stage_key (play->stage, "ctrl+shift+f");
  trl_stage_key (play->stage, "Escape");
}

/* Brings the keyboard to a card by a word of it, and sees to it that it is there. */
static inline void
go_to (Play       *play,
       const char *words,
       const char *card)
{
  trl_stage_key (play->stage, "ctrl+f");
  see (play, ATSPI_ROLE_INVALID, "Find on the board");
  trl_stage_key (play->stage, "ctrl+a");
  trl_stage_type (play->stage, words);
  trl_stage_key (play->stage, "Escape");
  step_to (play, "Tab", card);
}

/* Saves and waits until it is said. */
static inline char *
save (Play *play)
{
  trl_stage_key (play->stage, "ctrl+s");
  see (play, ATSPI_ROLE_LABEL, "* · saved");
  return read_file (play->file);
}

/* A picture for whoever wants to see what the test sees. */
static inline void
take_picture (const char *name)
{
  g_autofree char *command = NULL;

  if (g_getenv ("TRL_TEST_PICTURES") == NULL)
    return;
  command = g_strdup_printf ("%s %s/%s.png", g_getenv ("DISPLAY") != NULL ? "import -window root" : "grim",
                             g_getenv ("TRL_TEST_PICTURES"), name);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
}

/* Whether a button may be pressed. */
static inline gboolean
is_sensitive (Play       *play,
              const char *button)
{
  g_autoptr (TrlNode) node = trl_stage_find (play->stage, ATSPI_ROLE_PUSH_BUTTON, button);
  AtspiStateSet *states = atspi_accessible_get_state_set (node);
  gboolean sensitive = atspi_state_set_contains (states, ATSPI_STATE_SENSITIVE);

  g_object_unref (states);
  return sensitive;
}
