/* connect.c: the connector tool: from a card to another, and the line stays with both.
 *
 * An end of a connector that is selected can be taken in hand and put on
 * another card: the same gesture, begun at the end that stays. */

#define G_LOG_DOMAIN "tool-connect"

#include "config.h"

#include "toolbox.h"

#include "links.h"

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

  TrlCard *link;

  g_clear_pointer (&box->connect_to, g_free);
  if (box->connect_from == NULL || id == NULL || g_str_equal (id, box->connect_from))
    {
      trl_toolbox_hint (box, box->connect_from != NULL ? _("Drag to the card to connect with") : NULL);
      return;
    }
  link = trl_acts_find_link (box->blueprint, box->connect_from, id);
  if (link != NULL && g_strcmp0 (trl_card_get_id (link), box->connect_link) != 0)
    {
      trl_toolbox_hint (box, _("These two are connected already"));
      return;
    }
  box->connect_to = g_strdup (id);
  trl_toolbox_hint (box, box->connect_link == NULL ? _("Connect") : link == NULL ? _("Connect elsewhere") : NULL);
}

/**
 * trl_connect_take_new:
 * @box: a toolbox with a press
 *
 * Begins a connector at the selected note, by one of its plus signs.
 *
 * Returns: whether one was pressed on
 */
gboolean
trl_connect_take_new (TrlToolbox *box)
{
  if (trl_toolbox_hit_plus (box, box->start.view) < 0)
    return FALSE;
  box->connect_from = g_strdup (trl_selection_get_only (box->selection));
  box->current = TRL_TOOL_CONNECT;
  return TRUE;
}

/**
 * trl_connect_hit_end:
 * @box: a toolbox with a press
 *
 * Returns: which end of the selected connector was pressed on; %TRL_MEMBER_NONE when none was
 */
TrlMember
trl_connect_hit_end (TrlToolbox *box)
{
  TrlCard *link = box->read_only ? NULL : trl_toolbox_get_link (box);

  if (link == NULL)
    return TRL_MEMBER_NONE;
  return trl_link_hit_end (box->blueprint, box->layout, box->look, link, box->start_scene.x, box->start_scene.y,
                           trl_toolbox_get_reach (box));
}

/**
 * trl_connect_take_end:
 * @box: a toolbox with a press
 *
 * Takes the end of the selected connector in hand that was pressed on.
 *
 * Returns: whether one was
 */
gboolean
trl_connect_take_end (TrlToolbox *box)
{
  TrlMember end = trl_connect_hit_end (box);
  TrlCard *link = trl_toolbox_get_link (box);

  if (end == TRL_MEMBER_NONE)
    return FALSE;
  box->connect_link = g_strdup (trl_card_get_id (link));
  box->connect_end = end;
  box->connect_from = g_strdup (trl_card_get_ref (link, end == TRL_LINK_FROM ? TRL_LINK_TO : TRL_LINK_FROM));
  box->current = TRL_TOOL_CONNECT;
  return TRUE;
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
  if (box->connect_link != NULL)
    {
      trl_toolbox_commit (box, trl_act_reconnect (box->blueprint, box->connect_link, box->connect_end, box->connect_to), NULL);
      return;
    }
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
