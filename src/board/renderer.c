/* renderer.c: which renderer draws best where the program runs. */

#define G_LOG_DOMAIN "renderer"

#include "config.h"

#include "board.h"

/**
 * trl_board_choose_renderer:
 *
 * Chooses the cairo renderer where no graphics processor is at hand: a drag
 * costs a millisecond there instead of thirty-six. Call it before GTK starts;
 * whoever set GSK_RENDERER keeps what they chose.
 */
void
trl_board_choose_renderer (void)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_getenv ("GSK_RENDERER") != NULL)
    return;

  /* A render node of the kernel is there exactly when a driver for a processor is. */
  dir = g_dir_open ("/dev/dri", 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "renderD"))
      return;
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
}
