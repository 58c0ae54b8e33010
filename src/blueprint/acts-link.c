/* acts-link.c: connectors: lines between cards that stay with them.
 *
 * A connector means nothing to the review: it says what people see between
 * two cards and what no slot and no member has a word for. It goes with either
 * of its cards in the same edit (edit.c). */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"
#include "acts-private.h"

#include <glib/gi18n.h>

static gboolean
can_connect (TrlBlueprint *blueprint,
             const char   *id)
{
  TrlCard *card = id != NULL ? trl_blueprint_get (blueprint, id) : NULL;

  return card != NULL && trl_card_get_kind (card) != TRL_KIND_PROGRAM && trl_card_get_kind (card) != TRL_KIND_LINK;
}

static gboolean
joins (TrlCard    *link,
       const char *a,
       const char *b)
{
  const char *from = trl_card_get_ref (link, TRL_LINK_FROM), *to = trl_card_get_ref (link, TRL_LINK_TO);

  return (g_strcmp0 (from, a) == 0 && g_strcmp0 (to, b) == 0) || (g_strcmp0 (from, b) == 0 && g_strcmp0 (to, a) == 0);
}

/**
 * trl_acts_find_link:
 * @blueprint: a blueprint
 * @a: a card
 * @b: another
 *
 * Returns: (transfer none) (nullable): the connector between them, whichever way it points
 */
TrlCard *
trl_acts_find_link (TrlBlueprint *blueprint,
                    const char   *a,
                    const char   *b)
{
  const GPtrArray *links;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && a != NULL && b != NULL, NULL);

  links = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS);
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (joins (g_ptr_array_index (links, i), a, b))
      return g_ptr_array_index (links, i);
  return NULL;
}

const char *
trl_acts_insert_link (TrlEdit    *edit,
                      const char *from,
                      const char *to)
{
  const char *link = trl_edit_insert (edit, TRL_KIND_LINK, TRL_ROOT_ID, TRL_SLOT_LINKS, TRL_END);

  trl_edit_set_text (edit, link, TRL_LINK_FROM, from);
  trl_edit_set_text (edit, link, TRL_LINK_TO, to);
  return link;
}

/**
 * trl_act_connect:
 * @blueprint: a blueprint
 * @from: a card
 * @to: another; the arrow points there
 * @id_out: (out) (optional) (transfer full): the connector
 *
 * Connects two cards.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when they are connected, or the same
 */
TrlEdit *
trl_act_connect (TrlBlueprint  *blueprint,
                 const char    *from,
                 const char    *to,
                 char         **id_out)
{
  TrlEdit *edit;
  const char *link;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  if (!can_connect (blueprint, from) || !can_connect (blueprint, to) || g_str_equal (from, to) ||
      trl_acts_find_link (blueprint, from, to) != NULL)
    return NULL;
  edit = trl_edit_new (blueprint, _("Connect"));
  link = trl_acts_insert_link (edit, from, to);
  if (id_out != NULL)
    *id_out = g_strdup (link);
  return edit;
}

/**
 * trl_act_reconnect:
 * @blueprint: a blueprint
 * @link: a connector
 * @end: %TRL_LINK_FROM or %TRL_LINK_TO
 * @id: the card on which that end is put
 *
 * Puts one end of a connector on another card; what it says stays.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when it ends there
 *   already, or the two cards are connected or the same
 */
TrlEdit *
trl_act_reconnect (TrlBlueprint *blueprint,
                   const char   *link,
                   TrlMember     end,
                   const char   *id)
{
  TrlCard *card;
  const char *other;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && link != NULL, NULL);
  g_return_val_if_fail (end == TRL_LINK_FROM || end == TRL_LINK_TO, NULL);

  card = trl_blueprint_get (blueprint, link);
  if (card == NULL || trl_card_get_kind (card) != TRL_KIND_LINK || !can_connect (blueprint, id))
    return NULL;
  other = trl_card_get_ref (card, end == TRL_LINK_FROM ? TRL_LINK_TO : TRL_LINK_FROM);
  if (g_strcmp0 (other, id) == 0 || (other != NULL && trl_acts_find_link (blueprint, other, id) != NULL))
    return NULL;
  edit = trl_edit_new (blueprint, _("Connect elsewhere"));
  trl_edit_set_text (edit, link, end, id);
  return edit;
}

/**
 * trl_act_turn_link:
 * @blueprint: a blueprint
 * @link: a connector
 *
 * Lets the arrow point the other way.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_turn_link (TrlBlueprint *blueprint,
                   const char   *link)
{
  TrlCard *card;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && link != NULL, NULL);

  card = trl_blueprint_get (blueprint, link);
  if (card == NULL || trl_card_get_kind (card) != TRL_KIND_LINK)
    return NULL;
  edit = trl_edit_new (blueprint, _("Turn a connector round"));
  trl_edit_set_text (edit, link, TRL_LINK_FROM, trl_card_get_ref (card, TRL_LINK_TO));
  trl_edit_set_text (edit, link, TRL_LINK_TO, trl_card_get_ref (card, TRL_LINK_FROM));
  return edit;
}

/**
 * trl_act_add_connected:
 * @blueprint: a blueprint
 * @from: a card
 * @x: where the note lies, in board units
 * @y: the same, downwards
 * @id_out: (out) (optional) (transfer full): the note
 *
 * Adds a note that is connected with a card.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_add_connected (TrlBlueprint  *blueprint,
                       const char    *from,
                       double         x,
                       double         y,
                       char         **id_out)
{
  g_autofree char *note = NULL;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  if (!can_connect (blueprint, from))
    return NULL;
  edit = trl_act_add_note (blueprint, "", x, y, &note);
  trl_edit_set_name (edit, _("Add a connected note"));
  trl_acts_insert_link (edit, from, note);
  if (id_out != NULL)
    *id_out = g_steal_pointer (&note);
  return edit;
}

/* What was connected with a note stays connected with what the note becomes. */
void
trl_acts_move_links (TrlEdit    *edit,
                     const char *from,
                     const char *to)
{
  g_autoptr (GPtrArray) links = trl_edit_get_children (edit, TRL_ROOT_ID, TRL_SLOT_LINKS);

  for (guint i = 0; i < links->len; i++)
    {
      g_autoptr (TrlCard) link = trl_card_ref (g_ptr_array_index (links, i));

      if (g_strcmp0 (trl_card_get_ref (link, TRL_LINK_FROM), from) == 0)
        trl_edit_set_text (edit, trl_card_get_id (link), TRL_LINK_FROM, to);
      if (g_strcmp0 (trl_card_get_ref (link, TRL_LINK_TO), from) == 0)
        trl_edit_set_text (edit, trl_card_get_id (link), TRL_LINK_TO, to);
    }
}
