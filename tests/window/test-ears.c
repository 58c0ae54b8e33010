/* test-ears.c: what a screen reader finds, wherever the keyboard can go.
 *
 * The pointer is parked: everything here is reached by keys. In each place
 * every object that can have the focus must have a name. */

#include "play.h"

#include <string.h>

#define TRIES 5

typedef struct
{
  const char *keys;     /* that lead there, one after the other */
  AtspiRole   role;     /* of something that is only there */
  const char *pattern;
  const char *back;     /* the keys that lead back, or NULL */
} Spot;

static void
press_all (Play       *play,
           const char *keys)
{
  g_auto (GStrv) all = g_strsplit (keys, " ", -1);

  for (guint i = 0; all[i] != NULL; i++)
    {
      trl_stage_key (play->stage, all[i]);
      trl_stage_settle (play->stage);
    }
}

/* What GTK makes by itself. The desktop asks for a file; where it has no portal, GTK does, in a dialog of its own. Not all
 * in it has a name: on 4.8 neither the rows of its places nor what it scrolls in, on 4.18 neither its lists nor what they
 * scroll in. No entry of any menu has one on 4.18, nor have the lists that libadwaita tells of a program with. */
static gboolean
is_of_toolkit (const char *path)
{
  return strstr (path, "\"GtkFileChooserWidget\"") != NULL || strstr (path, "dialog \"Export Board\"") != NULL ||
         strstr (path, "menu item \"\"") != NULL || strstr (path, "frame \"About\"") != NULL;
}

static gboolean
is_named (const char *unnamed)
{
  g_auto (GStrv) lines = g_strsplit (unnamed, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !is_of_toolkit (lines[i]))
      return FALSE;
  return TRUE;
}

/* What is going just then may have lost its name already; what stays has one, at the latest when it is asked again. */
static void
assert_named (Play       *play,
              const char *where)
{
  guint n_focusable = 0;

  for (int i = 0; i < TRIES; i++)
    {
      g_autofree char *unnamed = trl_stage_list_unnamed (play->stage, &n_focusable);

      if (n_focusable > 0 && is_named (unnamed))
        break;
      if (i == TRIES - 1)
        g_error ("%s: without a name, of %u\n%s", where, n_focusable, unnamed);
      trl_stage_settle (play->stage);
    }
  g_test_message ("%s: %u can have the focus", where, n_focusable);
}

static void
walk (Play       *play,
      const Spot *spots,
      guint       n_spots)
{
  trl_stage_point (play->stage, 2, 2);
  for (guint i = 0; i < n_spots; i++)
    {
      press_all (play, spots[i].keys);
      see (play, spots[i].role, spots[i].pattern);
      assert_named (play, spots[i].keys);
      if (spots[i].back != NULL)
        press_all (play, spots[i].back);
    }
}

static void
test_design (void)
{
  static const Spot spots[] = {
    { "F6",                 ATSPI_ROLE_INVALID, "Board*",              NULL },
    { "alt+2",              ATSPI_ROLE_INVALID, "Recruiting is open*", NULL },
    { "alt+3",              ATSPI_ROLE_INVALID, "Outline*",            NULL },
    { "alt+4",              ATSPI_ROLE_INVALID, "Where are the deals*", NULL },
    { "alt+1",              ATSPI_ROLE_INVALID, "Details*",            NULL },
    { "ctrl+f",             ATSPI_ROLE_INVALID, "Find*",               "Escape" },
    { "ctrl+shift+f",       ATSPI_ROLE_INVALID, "Search*",             "Escape" },
    { "ctrl+k",             ATSPI_ROLE_INVALID, "Search the commands", "Escape" },
    { "ctrl+shift+t",       ATSPI_ROLE_INVALID, "*imer*",              "Escape" },
    { "F8",                 ATSPI_ROLE_INVALID, "*",                   NULL },
    { "ctrl+f s i l v e r Return Escape ctrl+shift+m",
                                 ATSPI_ROLE_INVALID, "Search the places",   "Escape" },
    { "alt+5",              ATSPI_ROLE_INVALID, "Tables",              "Escape" },
    { "alt+6",              ATSPI_ROLE_INVALID, "Tables",              "Escape" },
    { "F5",                 ATSPI_ROLE_INVALID, "*",                   "Escape" },
    { "ctrl+comma",         ATSPI_ROLE_INVALID, "Preferences",         "Escape" },
    { "F1",                 ATSPI_ROLE_INVALID, "Do anything, by a word of it*", "Escape" },
    { "ctrl+e",             ATSPI_ROLE_INVALID, "Export Board",        "Escape" },
    { "ctrl+shift+d",       ATSPI_ROLE_INVALID, "Dots a person",       "Escape" },
    { "ctrl+k a p p r o v e Return", ATSPI_ROLE_INVALID, "Approved by", "Escape" },
    { "F10",                ATSPI_ROLE_MENU_ITEM, "*",                 "Escape" },
    { "F10 Up Return",      ATSPI_ROLE_INVALID, "About",               "Escape" },
  };
  Play play = { NULL };

  play_begin (&play, "founder-before");
  walk (&play, spots, G_N_ELEMENTS (spots));
  play_end (&play);
}

static void
test_start (void)
{
  g_autoptr (TrlStage) stage = trl_stage_open (NULL, NULL);
  Play play = { stage };

  see (&play, ATSPI_ROLE_PUSH_BUTTON, "Blank*");
  assert_named (&play, "the start page");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/ears/design", test_design);
  g_test_add_func ("/window/ears/start", test_start);
  return g_test_run ();
}
