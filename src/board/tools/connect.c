/* connect.c: the connector tool: from a card to another, and the line stays with both. */

#define G_LOG_DOMAIN "tool-connect"

#include "config.h"

#include "toolbox.h"

#include <glib/gi18n.h>

/* The card that a connector would end at. */
static const TrlBox *
find_end (TrlToolbox         *box,
          const TrlToolEvent *event)
{
  const TrlBox *hit = trl_toolbox_hit (box, trl_toolbox_to_scene (box, event));

  if (hit == NULL || hit->card == NULL || (hit->kind != TRL_BOX_CARD && hit->kind != TRL_BOX_HEADER))
    return NULL;
  return hit;
}

static void
connect_press (TrlToolbox         *box,
               const TrlToolEvent *event)
{
  const TrlBox *hit = find_end (box, event);

  g_clear_pointer (&box->connect_from, g_free);
  g_clear_pointer (&box->connect_to, g_free);
  if (hit != NULL && !box->read_only)
    box->connect_from = g_strdup (trl_card_get_id (hit->card));
}

static void
connect_motion (TrlToolbox         *box,
                const TrlToolEvent *event)
{
  const TrlBox *hit = find_end (box, event);
  const char *id = hit != NULL ? trl_card_get_id (hit->card) : NULL;

  g_clear_pointer (&box->connect_to, g_free);
  if (box->connect_from == NULL || id == NULL || g_str_equal (id, box->connect_from))
    {
      trl_toolbox_hint (box, box->connect_from != NULL ? _("Drag to the card to connect with") : NULL);
      return;
    }
  if (trl_acts_find_link (box->blueprint, box->connect_from, id) != NULL)
    {
      trl_toolbox_hint (box, _("These two are connected already"));
      return;
    }
  box->connect_to = g_strdup (id);
  trl_toolbox_hint (box, _("Connect"));
}

static void
connect_release (TrlToolbox         *box,
                 const TrlToolEvent *event)
{
  g_autofree char *id = NULL;
  TrlEdit *edit;

  trl_toolbox_hint (box, NULL);
  if (box->connect_to == NULL)
    return;
  edit = trl_act_connect (box->blueprint, box->connect_from, box->connect_to, &id);
  trl_toolbox_commit (box, edit, id);
  box->chosen = TRL_TOOL_SELECT;   /* as with notes: one, then back */
}

const TrlTool trl_tool_connect = {
  .name = "connect",
  .cursor = "crosshair",
  .press = connect_press,
  .motion = connect_motion,
  .release = connect_release,
};
