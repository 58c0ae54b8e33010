/* card.c: a card, the record that every design is made of.
 *
 * Values stand in one array, sorted by member, because a card has few of the
 * three hundred members: a tier about six. Whoever reviews asks mostly for what
 * is open, so a bit for each member that is there answers first. Records are shared between the
 * blueprint, the changes of the history and whatever looks at them, and are
 * never written to once a second holder exists; trl_card_init_* say so. */

#define G_LOG_DOMAIN "card"

#include "config.h"

#include "card.h"

#include "value-record.h"

#include <string.h>

typedef struct
{
  TrlMember  member;
  TrlValue  *value;
} Cell;

struct _TrlCard
{
  guint       ref_count;
  guint8      kind;
  guint8      slot;
  guint16     n_cells;
  guint16     n_room;    /* cells that there is room for */
  guint16     n_unknown; /* cells that somebody still has to find out */
  char       *parent;
  double      rank;
  guint64     there;     /* see bit_of() */
  Cell       *cells;
  char       *raw;       /* foreign cards: the whole object, as JSON */
  GPtrArray  *extras;    /* of TrlExtra; shared between records, NULL when there are none */
  char        id[];
};

static void
extra_free (gpointer data)
{
  TrlExtra *extra = data;

  g_free (extra->path);
  g_free (extra->after);
  g_free (extra->key);
  g_free (extra->raw);
  g_free (extra);
}

/* Members of a kind are neighbours, so that two of a card hardly ever share a bit. One that is not set says that the member
 * is open; one that is set says nothing yet, and is never taken back. */
static guint64
bit_of (TrlMember member)
{
  return G_GUINT64_CONSTANT (1) << (member & 63);
}

/* Where @member stands, or would stand. */
static guint
find_cell (const TrlCard *self,
           TrlMember      member)
{
  guint low = 0, high = self->n_cells;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->cells[middle].member < member)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * trl_card_new:
 * @kind: the kind
 * @id: the id, unique in its blueprint
 *
 * Makes a card without values and without a place.
 *
 * Returns: (transfer full): the card
 */
TrlCard *
trl_card_new (TrlKind     kind,
              const char *id)
{
  TrlCard *self;
  gsize length;

  g_return_val_if_fail (kind > TRL_KIND_NONE && kind < TRL_N_KINDS, NULL);
  g_return_val_if_fail (id != NULL && *id != '\0', NULL);

  length = strlen (id) + 1;
  self = g_malloc0 (G_STRUCT_OFFSET (TrlCard, id) + length);
  self->ref_count = 1;
  self->kind = kind;
  memcpy (self->id, id, length);
  return self;
}

/**
 * trl_card_new_foreign:
 * @id: an id for it in this session
 * @raw: the whole object, as JSON
 *
 * Makes a card of a kind that this version does not know; it is shown as a
 * placeholder and written back as it came.
 *
 * Returns: (transfer full): the card
 */
TrlCard *
trl_card_new_foreign (const char *id,
                      const char *raw)
{
  TrlCard *self;

  g_return_val_if_fail (raw != NULL, NULL);

  self = trl_card_new (TRL_KIND_FOREIGN, id);
  self->raw = g_strdup (raw);
  return self;
}

/**
 * trl_card_ref:
 * @card: (nullable): a card
 *
 * Takes a reference.
 *
 * Returns: (transfer full) (nullable): @card
 */
TrlCard *
trl_card_ref (TrlCard *card)
{
  if (card != NULL)
    card->ref_count++;
  return card;
}

/**
 * trl_card_unref:
 * @card: (nullable) (transfer full): a card
 *
 * Drops a reference.
 */
void
trl_card_unref (TrlCard *card)
{
  if (card == NULL || --card->ref_count > 0)
    return;

  for (guint i = 0; i < card->n_cells; i++)
    trl_value_unref (card->cells[i].value);
  g_free (card->cells);
  g_clear_pointer (&card->extras, g_ptr_array_unref);
  g_free (card->raw);
  g_free (card->parent);
  g_free (card);
}

static TrlCard *
card_copy (const TrlCard *card,
           const char    *id)
{
  TrlCard *self = trl_card_new (card->kind, id);

  self->slot = card->slot;
  self->rank = card->rank;
  self->parent = g_strdup (card->parent);
  self->raw = g_strdup (card->raw);
  self->extras = card->extras != NULL ? g_ptr_array_ref (card->extras) : NULL;
  self->n_cells = self->n_room = card->n_cells;
  self->there = card->there;
  self->n_unknown = card->n_unknown;
  self->cells = g_memdup2 (card->cells, card->n_cells * sizeof (Cell));
  for (guint i = 0; i < self->n_cells; i++)
    trl_value_ref (self->cells[i].value);
  return self;
}

/**
 * trl_card_with_value:
 * @card: a card
 * @member: a member of its kind
 * @value: (nullable): the value; %NULL leaves the member open
 *
 * Makes the record of the same card with one value changed.
 *
 * Returns: (transfer full): the record
 */
TrlCard *
trl_card_with_value (TrlCard   *card,
                     TrlMember  member,
                     TrlValue  *value)
{
  TrlCard *self;

  g_return_val_if_fail (card != NULL, NULL);

  self = card_copy (card, card->id);
  trl_card_init_value (self, member, value);
  return self;
}

/**
 * trl_card_with_place:
 * @card: a card
 * @parent: (nullable): the id of the card that holds it
 * @slot: the slot of the parent
 * @rank: its order key there
 *
 * Makes the record of the same card in another place.
 *
 * Returns: (transfer full): the record
 */
TrlCard *
trl_card_with_place (TrlCard    *card,
                     const char *parent,
                     TrlSlot     slot,
                     double      rank)
{
  TrlCard *self;

  g_return_val_if_fail (card != NULL, NULL);

  self = card_copy (card, card->id);
  trl_card_init_place (self, parent, slot, rank);
  return self;
}

/**
 * trl_card_with_id:
 * @card: a card
 * @id: another id
 *
 * Makes a record that is like @card but is another card: a copy.
 *
 * Returns: (transfer full): the record
 */
TrlCard *
trl_card_with_id (TrlCard    *card,
                  const char *id)
{
  g_return_val_if_fail (card != NULL && id != NULL, NULL);

  return card_copy (card, id);
}

/**
 * trl_card_init_value:
 * @card: a card that nobody else holds
 * @member: a member of its kind
 * @value: (nullable): the value; %NULL leaves the member open
 *
 * Sets a value while a record is being made.
 */
void
trl_card_init_value (TrlCard   *card,
                     TrlMember  member,
                     TrlValue  *value)
{
  guint at;
  gboolean there;

  g_return_if_fail (card != NULL && card->ref_count == 1);
  g_return_if_fail (trl_member_get_info (member)->kind == (TrlKind) card->kind);

  at = find_cell (card, member);
  there = at < card->n_cells && card->cells[at].member == member;
  card->n_unknown -= there && card->cells[at].value->state == TRL_STATE_UNKNOWN;
  card->n_unknown += value != NULL && value->state == TRL_STATE_UNKNOWN;

  if (there && value != NULL)
    {
      trl_value_ref (value);
      trl_value_unref (card->cells[at].value);
      card->cells[at].value = value;
    }
  else if (there)
    {
      trl_value_unref (card->cells[at].value);
      card->n_cells--;
      memmove (&card->cells[at], &card->cells[at + 1], (card->n_cells - at) * sizeof (Cell));
    }
  else if (value != NULL)
    {
      if (card->n_cells == card->n_room)
        {
          card->n_room = card->n_room == 0 ? 6 : card->n_room * 2;
          card->cells = g_renew (Cell, card->cells, card->n_room);
        }
      memmove (&card->cells[at + 1], &card->cells[at], (card->n_cells - at) * sizeof (Cell));
      card->cells[at].member = member;
      card->cells[at].value = trl_value_ref (value);
      card->there |= bit_of (member);
      card->n_cells++;
    }
}

/**
 * trl_card_init_place:
 * @card: a card that nobody else holds
 * @parent: (nullable): the id of the card that holds it
 * @slot: the slot of the parent
 * @rank: its order key there
 *
 * Sets the place while a record is being made.
 */
void
trl_card_init_place (TrlCard    *card,
                     const char *parent,
                     TrlSlot     slot,
                     double      rank)
{
  g_return_if_fail (card != NULL && card->ref_count == 1);

  if (parent != card->parent)
    {
      g_free (card->parent);
      card->parent = g_strdup (parent);
    }
  card->slot = slot;
  card->rank = rank;
}

/**
 * trl_card_init_extra:
 * @card: a card that nobody else holds
 * @path: the path of the object that it stands in
 * @after: (nullable): the key that it follows
 * @key: its key
 * @raw: its value, as JSON
 *
 * Keeps a member that the vocabulary does not know.
 */
void
trl_card_init_extra (TrlCard    *card,
                     const char *path,
                     const char *after,
                     const char *key,
                     const char *raw)
{
  TrlExtra *extra;

  g_return_if_fail (card != NULL && card->ref_count == 1);
  g_return_if_fail (path != NULL && key != NULL && raw != NULL);

  if (card->extras == NULL)
    card->extras = g_ptr_array_new_with_free_func (extra_free);

  extra = g_new0 (TrlExtra, 1);
  extra->path = g_strdup (path);
  extra->after = g_strdup (after);
  extra->key = g_strdup (key);
  extra->raw = g_strdup (raw);
  g_ptr_array_add (card->extras, extra);
}

/**
 * trl_card_get_kind:
 * @card: a card
 *
 * Returns: its kind
 */
TrlKind
trl_card_get_kind (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, TRL_KIND_NONE);

  return card->kind;
}

/**
 * trl_card_get_id:
 * @card: a card
 *
 * Returns: its id
 */
const char *
trl_card_get_id (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, NULL);

  return card->id;
}

/**
 * trl_card_get_parent:
 * @card: a card
 *
 * Returns: (nullable): the id of the card that holds it
 */
const char *
trl_card_get_parent (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, NULL);

  return card->parent;
}

/**
 * trl_card_get_slot:
 * @card: a card
 *
 * Returns: the slot of its parent that it lies in
 */
TrlSlot
trl_card_get_slot (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, TRL_SLOT_NONE);

  return card->slot;
}

/**
 * trl_card_get_rank:
 * @card: a card
 *
 * Returns: its order key among its siblings
 */
double
trl_card_get_rank (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, 0);

  return card->rank;
}

/**
 * trl_card_get_raw:
 * @card: a card
 *
 * Returns: (nullable): the JSON of a foreign card
 */
const char *
trl_card_get_raw (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, NULL);

  return card->raw;
}

/**
 * trl_card_get_n_extras:
 * @card: a card
 *
 * Returns: how many members it has that the vocabulary does not know
 */
guint
trl_card_get_n_extras (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, 0);

  return card->extras != NULL ? card->extras->len : 0;
}

/**
 * trl_card_get_extra:
 * @card: a card
 * @index: which of them, from 0
 *
 * Returns: (transfer none): a member that the vocabulary does not know
 */
const TrlExtra *
trl_card_get_extra (const TrlCard *card,
                    guint          index)
{
  g_return_val_if_fail (index < trl_card_get_n_extras (card), NULL);

  return g_ptr_array_index (card->extras, index);
}

static inline TrlValue *
look_up (const TrlCard *card,
         TrlMember      member)
{
  guint at;

  g_return_val_if_fail (card != NULL, NULL);

  if ((card->there & bit_of (member)) == 0)
    return NULL;
  at = find_cell (card, member);
  return at < card->n_cells && card->cells[at].member == member ? card->cells[at].value : NULL;
}

static inline const char *
text_of (const TrlValue *value)
{
  return value != NULL && value->form == TRL_FORM_TEXT ? value->text : NULL;
}

/**
 * trl_card_has_unknown:
 * @card: a card
 *
 * Returns: %TRUE if somebody still has to find out one of its values
 */
gboolean
trl_card_has_unknown (const TrlCard *card)
{
  g_return_val_if_fail (card != NULL, FALSE);

  return card->n_unknown > 0;
}

/**
 * trl_card_get_value:
 * @card: a card
 * @member: a member
 *
 * Returns: (transfer none) (nullable): the value, %NULL when it is open
 */
TrlValue *
trl_card_get_value (const TrlCard *card,
                    TrlMember      member)
{
  return look_up (card, member);
}

/**
 * trl_card_next_value:
 * @card: a card
 * @at: (inout): where to go on, 0 to begin with
 * @member: (out): whose value it is
 *
 * Walks through what a card holds, in the order of the vocabulary.
 *
 * Returns: (transfer none) (nullable): the next value, %NULL when there are no more
 */
TrlValue *
trl_card_next_value (const TrlCard *card,
                     guint         *at,
                     TrlMember     *member)
{
  const Cell *cell;

  g_return_val_if_fail (card != NULL && at != NULL && member != NULL, NULL);

  if (*at >= card->n_cells)
    return NULL;
  cell = &card->cells[(*at)++];
  *member = cell->member;
  return cell->value;
}

/**
 * trl_card_get_state:
 * @card: a card
 * @member: a member
 *
 * Returns: what is known about the member
 */
TrlState
trl_card_get_state (const TrlCard *card,
                    TrlMember      member)
{
  const TrlValue *value = look_up (card, member);

  return value != NULL ? value->state : TRL_STATE_OPEN;
}

/**
 * trl_card_get_number:
 * @card: a card
 * @member: a member that holds a number
 * @number: (out) (optional): the number, in the member's unit; untouched when it is not known
 *
 * Returns: %TRUE if the number is known
 */
gboolean
trl_card_get_number (const TrlCard *card,
                     TrlMember      member,
                     double        *number)
{
  const TrlValue *value = look_up (card, member);

  if (value == NULL || value->form != TRL_FORM_NUMBER)
    return FALSE;
  if (number != NULL)
    *number = value->number;
  return TRUE;
}

/**
 * trl_card_get_text:
 * @card: a card
 * @member: a member that holds a text
 *
 * Returns: (nullable): the text, %NULL when it is not known
 */
const char *
trl_card_get_text (const TrlCard *card,
                   TrlMember      member)
{
  return text_of (look_up (card, member));
}

/**
 * trl_card_get_choice:
 * @card: a card
 * @member: a member that holds a choice
 *
 * Returns: the number of the choice, -1 when it is not known
 */
int
trl_card_get_choice (const TrlCard *card,
                     TrlMember      member)
{
  TrlValue *value = look_up (card, member);
  const char *text = text_of (value);
  const TrlChoiceInfo *choices;
  guint n_choices, hint;
  int choice;

  if (text == NULL)
    return -1;
  choices = trl_choices_get (trl_member_get_info (member)->of, &n_choices);
  hint = value->hint;
  if (hint > 0 && hint <= n_choices && strcmp (choices[hint - 1].id, text) == 0)
    return hint - 1;
  choice = trl_choices_find (trl_member_get_info (member)->of, text);
  trl_value_set_hint (value, choice + 1);
  return choice;
}

/**
 * trl_card_get_entry:
 * @card: a card
 * @member: a member that holds a catalogue entry
 *
 * Returns: (transfer none) (nullable): the entry, %NULL when it is not known
 */
const TrlEntry *
trl_card_get_entry (const TrlCard *card,
                    TrlMember      member)
{
  TrlValue *value = look_up (card, member);
  const char *text = text_of (value);
  TrlCatalogue catalogue = trl_member_get_info (member)->of;
  const TrlEntry *entry;
  guint hint;

  if (text == NULL)
    return NULL;
  hint = value->hint;
  if (hint > 0 && hint <= trl_catalogue_get_size (catalogue))
    {
      entry = trl_catalogue_get (catalogue, hint - 1);
      if (strcmp (entry->id, text) == 0)
        return entry;
    }
  entry = trl_catalogue_find (catalogue, text);
  trl_value_set_hint (value, entry != NULL ? entry->number + 1 : 0);
  return entry;
}

/**
 * trl_card_get_yes:
 * @card: a card
 * @member: a member that holds yes or no
 * @otherwise: what counts when it is not known
 *
 * Returns: %TRUE for yes
 */
gboolean
trl_card_get_yes (const TrlCard *card,
                  TrlMember      member,
                  gboolean       otherwise)
{
  double number;

  return trl_card_get_number (card, member, &number) ? number != 0 : otherwise;
}

/**
 * trl_card_get_ref:
 * @card: a card
 * @member: a member that holds one reference
 *
 * Returns: (nullable): the id that is referred to
 */
const char *
trl_card_get_ref (const TrlCard *card,
                  TrlMember      member)
{
  return trl_card_get_text (card, member);
}

/**
 * trl_card_get_refs:
 * @card: a card
 * @member: a member that holds references
 *
 * Returns: (array zero-terminated=1): the ids; empty when there are none
 */
const char * const *
trl_card_get_refs (const TrlCard *card,
                   TrlMember      member)
{
  return trl_value_get_list (trl_card_get_value (card, member));
}

/**
 * trl_card_has_ref:
 * @card: a card
 * @member: a member that holds references
 * @id: an id
 *
 * Returns: %TRUE if @id is among them
 */
gboolean
trl_card_has_ref (const TrlCard *card,
                  TrlMember      member,
                  const char    *id)
{
  return g_strv_contains (trl_card_get_refs (card, member), id);
}

/**
 * trl_card_get_name:
 * @card: a card
 *
 * Returns: what people call it; "" when it has no name of its own. Not
 *   translated: names are the user's.
 */
const char *
trl_card_get_name (const TrlCard *card)
{
  TrlMember member;
  const char *name = NULL;

  g_return_val_if_fail (card != NULL, "");

  member = trl_kind_get_name_member (card->kind);
  if (member != TRL_MEMBER_NONE)
    name = trl_card_get_text (card, member);
  return name != NULL ? name : "";
}

/**
 * trl_card_get_kind_entry:
 * @card: a card
 *
 * Returns: (transfer none) (nullable): the catalogue entry that the card is of
 */
const TrlEntry *
trl_card_get_kind_entry (const TrlCard *card)
{
  TrlMember member;

  g_return_val_if_fail (card != NULL, NULL);

  member = trl_kind_get_entry_member (card->kind);
  return member != TRL_MEMBER_NONE ? trl_card_get_entry (card, member) : NULL;
}

/**
 * trl_card_same_values:
 * @a: a card
 * @b: another card of the same kind
 *
 * Returns: %TRUE if both hold the same values, wherever they lie
 */
gboolean
trl_card_same_values (const TrlCard *a,
                      const TrlCard *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->n_cells != b->n_cells)
    return FALSE;
  for (guint i = 0; i < a->n_cells; i++)
    if (a->cells[i].member != b->cells[i].member ||
        !trl_value_equal (a->cells[i].value, b->cells[i].value))
      return FALSE;
  return TRUE;
}

static gboolean
same_extras (const TrlCard *a,
             const TrlCard *b)
{
  if (a->extras == b->extras)
    return TRUE;
  if (trl_card_get_n_extras (a) != trl_card_get_n_extras (b))
    return FALSE;
  for (guint i = 0; i < trl_card_get_n_extras (a); i++)
    {
      const TrlExtra *x = trl_card_get_extra (a, i), *y = trl_card_get_extra (b, i);

      if (!g_str_equal (x->path, y->path) || g_strcmp0 (x->after, y->after) != 0 ||
          !g_str_equal (x->key, y->key) || !g_str_equal (x->raw, y->raw))
        return FALSE;
    }
  return TRUE;
}

/**
 * trl_card_equal:
 * @a: (nullable): a record
 * @b: (nullable): another record
 *
 * Returns: %TRUE if both records say the same in the same place
 */
gboolean
trl_card_equal (const TrlCard *a,
                const TrlCard *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL)
    return FALSE;

  return a->kind == b->kind && a->slot == b->slot && a->rank == b->rank &&
         g_str_equal (a->id, b->id) && g_strcmp0 (a->parent, b->parent) == 0 &&
         g_strcmp0 (a->raw, b->raw) == 0 &&
         trl_card_same_values (a, b) && same_extras (a, b);
}

/**
 * trl_card_get_size:
 * @card: a card
 *
 * Returns: roughly how much memory the record takes, in bytes
 */
gsize
trl_card_get_size (const TrlCard *card)
{
  gsize size;

  g_return_val_if_fail (card != NULL, 0);

  size = sizeof *card + strlen (card->id) + 1 + card->n_cells * sizeof (Cell);
  size += card->parent != NULL ? strlen (card->parent) + 1 : 0;
  size += card->raw != NULL ? strlen (card->raw) + 1 : 0;
  for (guint i = 0; i < card->n_cells; i++)
    size += trl_value_get_size (card->cells[i].value);
  return size;
}

/**
 * trl_card_foreach_ref:
 * @card: a card
 * @func: (scope call): called for each reference
 * @user_data: data for @func
 *
 * Walks all references that the card holds to other cards. The parent is not
 * one of them.
 */
void
trl_card_foreach_ref (const TrlCard *card,
                      TrlRefFunc     func,
                      gpointer       user_data)
{
  g_return_if_fail (card != NULL && func != NULL);

  for (guint i = 0; i < card->n_cells; i++)
    {
      const Cell *cell = &card->cells[i];
      TrlValueType type = trl_member_get_info (cell->member)->type;

      if (type == TRL_VALUE_REF && trl_value_get_text (cell->value) != NULL)
        func (cell->member, trl_value_get_text (cell->value), user_data);
      else if (type == TRL_VALUE_REFS)
        for (const char * const *id = trl_value_get_list (cell->value); *id != NULL; id++)
          func (cell->member, *id, user_data);
    }
}
