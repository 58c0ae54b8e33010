/* acts-take.c: cards that come from another design, by drag: only what the place promised. */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"
#include "acts-private.h"

#include <glib/gi18n.h>
#include <string.h>

static GHashTable *
list_ids (GPtrArray *cards)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cards->len; i++)
    g_hash_table_add (ids, (char *) trl_card_get_id (g_ptr_array_index (cards, i)));
  return ids;
}

/* Whether nothing else of those with @ids holds it, and a place has to be found for it: connectors have theirs. */
static gboolean
is_root (GHashTable *ids,
         TrlCard    *card)
{
  const char *parent = trl_card_get_parent (card);

  return trl_card_get_kind (card) != TRL_KIND_LINK && (parent == NULL || !g_hash_table_contains (ids, parent));
}

/* As places see it: a card that does not lie here yet. */
static TrlCargo
cargo_for (TrlCard *card)
{
  return (TrlCargo) { trl_card_get_kind (card), trl_card_get_kind_entry (card), TRL_BUNDLE_NONE, NULL };
}

/**
 * trl_acts_ask_foreign:
 * @blueprint: a blueprint
 * @cards: (element-type TrlCard): cards of another design, parents before children
 * @target: the card that might take them
 * @slot: its slot, or %TRL_SLOT_NONE for the card as a whole
 * @refused: (out) (optional): the cargo that @place was asked for: the first that is refused, else the first
 *
 * Asks whether cards that are not here yet may lie in a place, all of them.
 *
 * Returns: the place; the first refusal counts
 */
TrlPlace
trl_acts_ask_foreign (TrlBlueprint *blueprint,
                      GPtrArray    *cards,
                      const char   *target,
                      TrlSlot       slot,
                      TrlCargo     *refused)
{
  TrlPlace place = { target, slot, TRL_MEMBER_NONE, TRL_KIND_NONE, FALSE };
  g_autoptr (GHashTable) ids = NULL;
  gboolean any = FALSE;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && cards != NULL, place);

  ids = list_ids (cards);
  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      TrlCargo cargo = cargo_for (card);
      TrlPlace own;

      if (!is_root (ids, card))
        continue;
      own = trl_places_ask (blueprint, &cargo, target, slot);
      if (any && own.lawful)
        continue;
      place = own;
      if (refused != NULL)
        *refused = cargo;
      any = TRUE;
      if (!own.lawful)
        break;
    }
  return place;
}

static char *
name_take (GPtrArray *cards)
{
  TrlCard *first = g_ptr_array_index (cards, 0);
  const char *name = trl_card_get_name (first);
  g_autoptr (GHashTable) ids = list_ids (cards);
  guint n = 0;

  for (guint i = 0; i < cards->len; i++)
    n += is_root (ids, g_ptr_array_index (cards, i));
  if (n > 1)
    return g_strdup (_("Add cards"));
  /* Translators: names of entries in the undo menu; %s is the name of a card */
  return g_strdup_printf (_("Add %s"), *name != '\0' ? name : trl_kind_get_label (trl_card_get_kind (first)));
}

/**
 * trl_act_take_cards:
 * @blueprint: a blueprint
 * @cards: (element-type TrlCard): cards of another design, parents before children
 * @place: a lawful place, as asked for the first of them
 * @index: the place among the siblings, or %TRL_END
 * @x: where the first lies if they lie free on the board, in board units
 * @y: the same, downwards
 * @id_out: (out) (optional) (transfer full): the first card that came
 *
 * Takes copies of cards of another design into one place; all or none (law
 * E14). References to cards that are in neither design are dropped, see
 * trl_acts_name_dropped().
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when the place refuses one of them
 */
TrlEdit *
trl_act_take_cards (TrlBlueprint    *blueprint,
                    GPtrArray       *cards,
                    const TrlPlace  *place,
                    int              index,
                    double           x,
                    double           y,
                    char           **id_out)
{
  g_autoptr (TrlEdit) edit = NULL;
  g_autoptr (GHashTable) renamed = NULL;
  g_autofree char *name = NULL;
  const char *first = NULL;
  guint n = 0;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && place != NULL, NULL);
  g_return_val_if_fail (cards != NULL && cards->len > 0, NULL);

  name = name_take (cards);
  edit = trl_edit_new (blueprint, name);
  renamed = trl_acts_insert_copies (edit, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      TrlCargo cargo = cargo_for (card);
      TrlPlace own;
      const char *id;

      if (!is_root (renamed, card))
        continue;
      own = trl_places_ask (blueprint, &cargo, place->target, place->member != TRL_MEMBER_NONE ? TRL_SLOT_NONE : place->slot);
      if (!own.lawful)
        return NULL;
      cargo.id = g_hash_table_lookup (renamed, trl_card_get_id (card));
      id = trl_acts_drop_one (edit, &cargo, &own, index < 0 ? TRL_END : index + (int) n, x + n * 24, y + n * 24);
      first = first == NULL ? id : first;
      n++;
    }
  if (id_out != NULL)
    *id_out = g_strdup (first);
  return g_steal_pointer (&edit);
}

typedef struct
{
  TrlBlueprint *blueprint;
  GPtrArray    *cards;
  GPtrArray    *names;
} Dropped;

static void
note_dropped (TrlMember   member,
              const char *id,
              gpointer    user_data)
{
  Dropped *dropped = user_data;
  const char *name = trl_member_get_label (member);

  if (trl_blueprint_get (dropped->blueprint, id) != NULL)
    return;
  for (guint i = 0; i < dropped->cards->len; i++)
    if (g_str_equal (trl_card_get_id (g_ptr_array_index (dropped->cards, i)), id))
      return;
  if (!g_ptr_array_find_with_equal_func (dropped->names, name, g_str_equal, NULL))
    g_ptr_array_add (dropped->names, (char *) name);
}

/**
 * trl_acts_name_dropped:
 * @blueprint: a blueprint
 * @cards: (element-type TrlCard): cards of another design
 *
 * Names what cards refer to that will not come along: all that is known of it
 * here is what it was for ("Serves").
 *
 * Returns: (transfer full) (nullable): the names, as people read them; %NULL if everything comes along
 */
char *
trl_acts_name_dropped (TrlBlueprint *blueprint,
                       GPtrArray    *cards)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  Dropped dropped = { blueprint, cards, names };

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && cards != NULL, NULL);

  for (guint i = 0; i < cards->len; i++)
    trl_card_foreach_ref (g_ptr_array_index (cards, i), note_dropped, &dropped);
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}
