/* move.c: what lies free on the board moves with the pointer: frames by their head, and what is selected with them. */

#define G_LOG_DOMAIN "tool-move"

#include "config.h"

#include "toolbox.h"

#include <glib/gi18n.h>
#include <math.h>

/* What is locked stays, also when it is selected with what is moved. */
static gboolean
goes (TrlToolbox *box,
      const char *id)
{
  return trl_toolbox_is_free (box, id) &&
         (!box->locked || trl_card_get_slot (trl_blueprint_get (box->blueprint, id)) != TRL_SLOT_MOTIONS);
}

static void
move_press (TrlToolbox         *box,
            const TrlToolEvent *event)
{
  const char * const *ids = trl_selection_get_ids (box->selection);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    if (goes (box, ids[i]))
      g_strv_builder_add (builder, ids[i]);
  box->moving = g_strv_builder_end (builder);
}

/* All of what moves, where it lies now. */
static gboolean
find_bounds (TrlToolbox *box,
             TrlRect    *rect)
{
  g_autoptr (GArray) spots = trl_toolbox_list_spots (box, (const char * const *) box->moving);

  for (guint i = 0; i < spots->len; i++)
    {
      const TrlSpot *spot = &g_array_index (spots, TrlSpot, i);
      TrlRect own = { spot->x, spot->y, spot->width, spot->height };

      if (i == 0)
        *rect = own;
      else
        trl_rect_union (rect, &own);
    }
  return spots->len > 0;
}

static void
move_motion (TrlToolbox         *box,
             const TrlToolEvent *event)
{
  TrlScenePoint now = trl_toolbox_to_scene (box, event);
  TrlRect rect;
  double dx, dy;

  box->copying = (event->hold & TRL_HOLD_ALT) != 0;
  box->dx = round (now.x - box->start_scene.x);
  box->dy = round (now.y - box->start_scene.y);
  if (!find_bounds (box, &rect))
    return;
  rect.x += box->dx;
  rect.y += box->dy;
  trl_toolbox_snap (box, event, (const char * const *) box->moving, &rect, &dx, &dy);
  box->dx += dx;
  box->dy += dy;
  trl_toolbox_hint (box, box->copying ? _("Leaves a copy here") :
                         (event->hold & TRL_HOLD_CONTROL) != 0 ? _("Anywhere, without snapping") : NULL);
}

static void
move_release (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  g_autoptr (GArray) spots = trl_toolbox_list_spots (box, (const char * const *) box->moving);

  trl_toolbox_hint (box, NULL);
  trl_toolbox_move_free (box, spots, box->dx, box->dy);
}

const TrlTool trl_tool_move = {
  .name = "move",
  .cursor = "grabbing",
  .press = move_press,
  .motion = move_motion,
  .release = move_release,
};
