/* test-export.c: what people take out of the program by hand: files for those
 * who do not have Trellis, and pictures for what they write. */

#include "play.h"

#include <string.h>

/* The file once it is whole. (That it is said goes by in four seconds, which a
 * busy machine may need for one look.) */
static char *
wait_for_file (const char *file,
               const char *last,
               gsize      *length)
{
  gint64 end = g_get_monotonic_time () + TRL_STAGE_PATIENCE;

  for (;;)
    {
      char *text = NULL;

      if (g_file_get_contents (file, &text, length, NULL) && *length > strlen (last) &&
          memcmp (text + *length - strlen (last), last, strlen (last)) == 0)
        return text;
      g_free (text);
      if (g_get_monotonic_time () > end)
        g_error ("%s is not written", file);
      g_usleep (G_USEC_PER_SEC / 50);
    }
}

/* Exports the board to a file of this name, which ends in these words. */
static char *
export_board (Play       *play,
              const char *name,
              const char *last,
              gsize      *length)
{
  g_autofree char *file = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (TrlNode) chooser = NULL;
  g_autoptr (TrlNode) entry = NULL;

  trl_stage_key (play->stage, "ctrl+e");
  chooser = trl_stage_find (play->stage, ATSPI_ROLE_INVALID, "Export Board");
  entry = trl_stage_find_in (play->stage, chooser, ATSPI_ROLE_TEXT, "*Name*");
  trl_stage_click (play->stage, entry);
  trl_stage_key (play->stage, "ctrl+a");
  trl_stage_type (play->stage, file);
  take_picture (name);
  trl_stage_key (play->stage, "Return");
  return wait_for_file (file, last, length);
}

static void
test_pdf (void)
{
  Play play = { NULL };
  g_autofree char *pdf = NULL;
  gsize length;

  play_begin (&play, "founder-after");
  pdf = export_board (&play, "board.pdf", "%%EOF\n", &length);
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
  g_assert_cmpuint (length, >, 1000);
  play_end (&play);
}

/* What was changed by hand just before is in it. */
static void
test_svg (void)
{
  Play play = { NULL };
  g_autofree char *svg = NULL;
  gsize length;

  play_begin (&play, "founder-after");
  pick (&play, "Step Sandbox, Technology*");
  trl_stage_key (play.stage, "F2");
  trl_stage_type (play.stage, "Playroom\n");
  see_card (&play, "Step Playroom, Technology*");
  svg = export_board (&play, "board.svg", "</svg>\n", &length);
  g_assert_nonnull (strstr (svg, "Playroom"));
  g_assert_null (strstr (svg, "Sandbox"));
  play_end (&play);
}

/* Another program gets the picture from the clipboard. */
static void
test_picture (void)
{
  Play play = { NULL };
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "support", "props", NULL);
  g_autoptr (TrlStage) stranger = NULL;
  g_autoptr (TrlNode) paste = NULL;

  play_begin (&play, "founder-after");
  pick (&play, "Incentive Margin, Agency*");
  trl_stage_key (play.stage, "ctrl+shift+c");
  take_picture ("copied");
  stranger = trl_stage_open (program, NULL);
  paste = trl_stage_find (stranger, ATSPI_ROLE_PUSH_BUTTON, "Paste");
  trl_stage_click (stranger, paste);
  trl_stage_wait_count (stranger, ATSPI_ROLE_LABEL, "pasted *", 1);
  take_picture ("pasted");
  play_end (&play);
}

/* Carries a card out of the window and onto something of another program. */
static void
carry_out (Play       *play,
           const char *card,
           TrlStage   *stranger,
           AtspiRole   role,
           const char *onto)
{
  g_autoptr (TrlNode) from = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, card);
  g_autoptr (TrlNode) to = trl_stage_find (stranger, role, onto);
  TrlBox box, target;

  trl_stage_box (play->stage, from, &box);
  trl_stage_box (stranger, to, &target);
  trl_stage_point (play->stage, box.x + box.width / 2, box.y + MIN (10, box.height / 2));     /* near its top a card is itself */
  trl_stage_press (play->stage, 1);
  trl_stage_drag_to (play->stage, target.x - 30, target.y + target.height / 2);
  trl_stage_drag_to (play->stage, target.x + target.width / 2, target.y + target.height / 2);
  trl_stage_settle (stranger);
  trl_stage_release (play->stage, 1);
  trl_stage_settle (play->stage);
}

/* A card that is dragged out of the window is a text for what takes texts, and a picture for what takes pictures; it stays
 * where it was. */
static void
test_drag (void)
{
  Play play = { NULL };
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "support", "props", NULL);
  g_autoptr (TrlStage) stranger = NULL;
  g_autoptr (TrlNode) board = NULL, props = NULL;
  g_autofree char *after = NULL;

  play_begin (&play, "founder-after");
  board = trl_stage_find (play.stage, ATSPI_ROLE_INVALID, "Board*");
  trl_stage_place (play.stage, board, &(TrlBox) { 0, 0, 900, 1000 });
  trl_stage_key (play.stage, "F9");
  go_to (&play, "premier", "Tier Premier, Agency*");      /* near enough for a card of its own in what room is left */
  stranger = trl_stage_open (program, NULL);
  props = trl_stage_find (stranger, ATSPI_ROLE_INVALID, "Area");
  trl_stage_place (stranger, props, &(TrlBox) { 980, 100, 600, 500 });

  carry_out (&play, "Tier Premier, Agency*", stranger, ATSPI_ROLE_INVALID, "Entry");
  trl_stage_wait_count (stranger, ATSPI_ROLE_LABEL, "typed *Premier*", 1);
  take_picture ("dragged-text");
  carry_out (&play, "Tier Premier, Agency*", stranger, ATSPI_ROLE_INVALID, "Area");
  trl_stage_wait_count (stranger, ATSPI_ROLE_LABEL, "dropped *", 1);
  take_picture ("dragged-picture");
  after = save (&play);
  g_assert_cmpstr (after, ==, play.before);
  play_end (&play);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/export/pdf", test_pdf);
  g_test_add_func ("/window/export/svg", test_svg);
  g_test_add_func ("/window/export/picture", test_picture);
  g_test_add_func ("/window/export/drag", test_drag);
  return g_test_run ();
}
