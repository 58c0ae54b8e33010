/* move.c: what lies free on the board moves with the pointer: frames by their head, and what is selected with them. */

#define G_LOG_DOMAIN "tool-move"

#include "config.h"

#include "toolbox.h"

#include <math.h>

static void
move_press (TrlToolbox         *box,
            const TrlToolEvent *event)
{
  const char * const *ids = trl_selection_get_ids (box->selection);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (trl_toolbox_is_free (box, ids[i]))
      g_strv_builder_add (builder, ids[i]);
  box->moving = g_strv_builder_end (builder);
}

static void
move_motion (TrlToolbox         *box,
             const TrlToolEvent *event)
{
  TrlScenePoint now = trl_toolbox_to_scene (box, event);

  box->dx = round (now.x - box->start_scene.x);
  box->dy = round (now.y - box->start_scene.y);
  if ((event->hold & TRL_HOLD_SHIFT) == 0)
    return;
  /* Shift keeps to the axis that it goes along. */
  if (fabs (box->dx) > fabs (box->dy))
    box->dy = 0;
  else
    box->dx = 0;
}

static void
move_release (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  trl_toolbox_commit (box, trl_act_move_free (box->blueprint, (const char * const *) box->moving, box->dx, box->dy, NULL), NULL);
}

const TrlTool trl_tool_move = {
  .name = "move",
  .cursor = "grabbing",
  .press = move_press,
  .motion = move_motion,
  .release = move_release,
};
