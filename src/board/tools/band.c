/* band.c: the rubber band: cards that it touches, frames only when it holds them whole. */

#define G_LOG_DOMAIN "tool-band"

#include "config.h"

#include "toolbox.h"

static void
band_press (TrlToolbox         *box,
            const TrlToolEvent *event)
{
  gboolean keep = (box->start.hold & (TRL_HOLD_SHIFT | TRL_HOLD_CONTROL)) != 0;
  const char *none[] = { NULL };

  box->band_before = g_strdupv ((char **) (keep ? trl_selection_get_ids (box->selection) : none));
}

/* Whether the band takes what lies there. What lies in a frame that it holds whole goes with the frame. */
static gboolean
band_takes (TrlToolbox    *box,
            const TrlBox  *lying,
            GHashTable    *frames)
{
  if (lying->kind == TRL_BOX_FRAME)
    return trl_rect_encloses (&box->band, &lying->rect);
  if (lying->kind != TRL_BOX_CARD || !trl_rect_overlaps (&box->band, &lying->rect))
    return FALSE;
  if (lying->motion != NULL && g_hash_table_contains (frames, lying->motion))
    return FALSE;
  /* A tier whose criteria are banded is what was meant, unless the band lies within it. */
  return lying->depth == 0 || trl_rect_encloses (&box->band, &lying->rect);
}

static void
band_motion (TrlToolbox         *box,
             const TrlToolEvent *event)
{
  TrlScenePoint now = trl_toolbox_to_scene (box, event);
  g_autoptr (GPtrArray) boxes = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GHashTable) frames = g_hash_table_new (NULL, NULL);

  box->band = (TrlRect) { MIN (now.x, box->start_scene.x), MIN (now.y, box->start_scene.y),
                          ABS (now.x - box->start_scene.x), ABS (now.y - box->start_scene.y) };
  boxes = trl_layout_query (box->layout, &box->band);
  for (guint i = 0; box->band_before[i] != NULL; i++)
    g_ptr_array_add (ids, box->band_before[i]);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *lying = g_ptr_array_index (boxes, i);
      const char *id = trl_box_get_id (lying);

      if (id == NULL || !band_takes (box, lying, frames))
        continue;
      if (lying->kind == TRL_BOX_FRAME)
        g_hash_table_add (frames, lying->card);
      if (!g_strv_contains ((const char * const *) box->band_before, id))
        g_ptr_array_add (ids, (gpointer) id);
    }
  g_ptr_array_add (ids, NULL);
  trl_selection_set (box->selection, (const char * const *) ids->pdata);
}

const TrlTool trl_tool_band = {
  .name = "band",
  .cursor = "default",
  .press = band_press,
  .motion = band_motion,
};
