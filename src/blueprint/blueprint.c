/* blueprint.c: a design: cards by id, by place and by who refers to them.
 *
 * A node a card: its record, its children by slot in the order of their ranks,
 * and the ids of the cards that refer to it. Nodes of ids that nobody holds
 * any more stay while somebody refers to them, so that an undo finds its
 * referrers again. Everything that changes goes through apply(), which sees
 * one delta at a time and keeps the three indexes; a commit is apply() and
 * then the listeners, stage by stage. */

#define G_LOG_DOMAIN "blueprint"

#include "config.h"

#include "blueprint.h"

#include <string.h>

typedef struct
{
  const char *id;          /* the key that it has among the nodes */
  TrlCard    *card;        /* NULL while only referred to */
  GPtrArray **children;    /* by slot, from first_slot; each NULL until needed */
  GHashTable *referrers;   /* set of ids; NULL until needed */
} Node;

typedef struct
{
  guint       id;
  TrlStage    stage;
  TrlListener func;
  gpointer    user_data;
} Listening;

struct _TrlBlueprint
{
  GObject     parent_instance;

  GHashTable *nodes;       /* id → Node; none is ever taken out */
  Node       *last;        /* the one that was found last: whoever asks for one slot of a card asks for the next */
  guint       n_cards;
  GArray     *listeners;   /* of Listening, in the order of stages */
  guint       last_listener;
  guint       telling;     /* > 0 while listeners are called */
  guint       counted[TRL_N_KINDS];
  gboolean    count_ids;
};

G_DEFINE_FINAL_TYPE (TrlBlueprint, trl_blueprint, G_TYPE_OBJECT)

static void
node_free (gpointer data)
{
  Node *node = data;

  trl_card_unref (node->card);
  for (int slot = 0; node->children != NULL && slot < TRL_N_SLOTS; slot++)
    g_clear_pointer (&node->children[slot], g_ptr_array_unref);
  g_free (node->children);
  g_clear_pointer (&node->referrers, g_hash_table_unref);
  g_free (node);
}

static inline Node *
find_node (TrlBlueprint *self,
           const char   *id)
{
  Node *node = self->last;

  if (node != NULL && strcmp (node->id, id) == 0)
    return node;
  node = g_hash_table_lookup (self->nodes, id);
  if (node != NULL)
    self->last = node;
  return node;
}

static Node *
ensure_node (TrlBlueprint *self,
             const char   *id)
{
  Node *node = find_node (self, id);

  if (node == NULL)
    {
      char *key = g_strdup (id);

      node = g_new0 (Node, 1);
      node->id = key;
      g_hash_table_insert (self->nodes, key, node);
    }
  return node;
}

static GPtrArray *
ensure_children (Node    *node,
                 TrlSlot  slot)
{
  if (node->children == NULL)
    node->children = g_new0 (GPtrArray *, TRL_N_SLOTS);
  if (node->children[slot] == NULL)
    node->children[slot] = g_ptr_array_new ();
  return node->children[slot];
}

/* By rank; the id decides between equals, so that the order is one for all. */
static int
compare_cards (const TrlCard *a,
               const TrlCard *b)
{
  double x = trl_card_get_rank (a), y = trl_card_get_rank (b);

  if (x != y)
    return x < y ? -1 : 1;
  return strcmp (trl_card_get_id (a), trl_card_get_id (b));
}

static guint
find_child (GPtrArray     *children,
            const TrlCard *card)
{
  guint low = 0, high = children->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_cards (g_ptr_array_index (children, middle), card) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

typedef struct
{
  TrlBlueprint *self;
  const char   *from;
  gboolean      add;
} RefWalk;

static void
note_ref (TrlMember   member,
          const char *id,
          gpointer    user_data)
{
  RefWalk *walk = user_data;
  Node *node = ensure_node (walk->self, id);

  if (node->referrers == NULL)
    node->referrers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (walk->add)
    g_hash_table_add (node->referrers, g_strdup (walk->from));
  else
    g_hash_table_remove (node->referrers, walk->from);
}

static void
index_refs (TrlBlueprint  *self,
            const TrlCard *card,
            gboolean       add)
{
  RefWalk walk = { self, trl_card_get_id (card), add };

  trl_card_foreach_ref (card, note_ref, &walk);
}

static void
take_out (TrlBlueprint *self,
          TrlCard      *card)
{
  const char *parent = trl_card_get_parent (card);

  index_refs (self, card, FALSE);
  if (parent != NULL)
    {
      GPtrArray *children = ensure_children (ensure_node (self, parent), trl_card_get_slot (card));
      guint at = find_child (children, card);

      if (at < children->len && g_ptr_array_index (children, at) == card)
        g_ptr_array_remove_index (children, at);
    }
  self->n_cards--;
}

static void
put_in (TrlBlueprint *self,
        TrlCard      *card)
{
  const char *parent = trl_card_get_parent (card);

  index_refs (self, card, TRUE);
  if (parent != NULL)
    {
      GPtrArray *children = ensure_children (ensure_node (self, parent), trl_card_get_slot (card));

      g_ptr_array_insert (children, find_child (children, card), card);
    }
  self->n_cards++;
}

static void
replace_record (TrlBlueprint *self,
                const char   *id,
                TrlCard      *card)
{
  Node *node = ensure_node (self, id);
  TrlCard *before = node->card;

  if (before != NULL)
    take_out (self, before);
  node->card = trl_card_ref (card);
  if (card != NULL)
    put_in (self, card);
  trl_card_unref (before);
}

static void
apply (TrlBlueprint *self,
       TrlChange    *change)
{
  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      replace_record (self, delta->id, delta->after);
    }
}

static void
trl_blueprint_finalize (GObject *object)
{
  TrlBlueprint *self = TRL_BLUEPRINT (object);

  self->last = NULL;
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->listeners, g_array_unref);
  G_OBJECT_CLASS (trl_blueprint_parent_class)->finalize (object);
}

static void
trl_blueprint_class_init (TrlBlueprintClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trl_blueprint_finalize;
}

static void
trl_blueprint_init (TrlBlueprint *self)
{
  g_autoptr (TrlCard) root = trl_card_new (TRL_KIND_PROGRAM, TRL_ROOT_ID);

  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  self->listeners = g_array_new (FALSE, FALSE, sizeof (Listening));
  replace_record (self, TRL_ROOT_ID, root);
}

/**
 * trl_blueprint_new:
 *
 * Makes a blank design: the program and nothing else.
 *
 * Returns: (transfer full): the blueprint
 */
TrlBlueprint *
trl_blueprint_new (void)
{
  return g_object_new (TRL_TYPE_BLUEPRINT, NULL);
}

/**
 * trl_blueprint_get:
 * @blueprint: a blueprint
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the card
 */
TrlCard *
trl_blueprint_get (TrlBlueprint *blueprint,
                   const char   *id)
{
  Node *node;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  node = id != NULL ? find_node (blueprint, id) : NULL;
  return node != NULL ? node->card : NULL;
}

/**
 * trl_blueprint_get_root:
 * @blueprint: a blueprint
 *
 * Returns: (transfer none): the program
 */
TrlCard *
trl_blueprint_get_root (TrlBlueprint *blueprint)
{
  return trl_blueprint_get (blueprint, TRL_ROOT_ID);
}

/**
 * trl_blueprint_get_children:
 * @blueprint: a blueprint
 * @parent: the id of a card
 * @slot: one of its slots
 *
 * Returns: (transfer none) (element-type TrlCard): the cards in the slot, in
 *   order; never %NULL; valid until the next commit
 */
const GPtrArray *
trl_blueprint_get_children (TrlBlueprint *blueprint,
                            const char   *parent,
                            TrlSlot       slot)
{
  static GPtrArray *nothing = NULL;
  Node *node;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);
  g_return_val_if_fail (slot > TRL_SLOT_NONE && slot < TRL_N_SLOTS, NULL);

  node = parent != NULL ? find_node (blueprint, parent) : NULL;
  if (node != NULL && node->children != NULL && node->children[slot] != NULL)
    return node->children[slot];

  if (g_once_init_enter (&nothing))
    g_once_init_leave (&nothing, g_ptr_array_new ());
  return nothing;
}

/**
 * trl_blueprint_get_index:
 * @blueprint: a blueprint
 * @id: the id of a card
 *
 * Returns: its place among its siblings, from 0; -1 for none
 */
int
trl_blueprint_get_index (TrlBlueprint *blueprint,
                         const char   *id)
{
  TrlCard *card = trl_blueprint_get (blueprint, id);
  guint index;

  if (card == NULL || trl_card_get_parent (card) == NULL)
    return -1;
  if (!g_ptr_array_find ((GPtrArray *) trl_blueprint_get_children (blueprint, trl_card_get_parent (card),
                                                                  trl_card_get_slot (card)),
                         card, &index))
    return -1;
  return index;
}

/**
 * trl_blueprint_get_referrers:
 * @blueprint: a blueprint
 * @id: an id
 *
 * Returns: (transfer full) (element-type TrlCard): the cards that refer to it,
 *   in the order of their ids
 */
GPtrArray *
trl_blueprint_get_referrers (TrlBlueprint *blueprint,
                             const char   *id)
{
  g_autoptr (GList) ids = NULL;
  GPtrArray *cards;
  Node *node;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  cards = g_ptr_array_new ();
  node = id != NULL ? find_node (blueprint, id) : NULL;
  if (node == NULL || node->referrers == NULL)
    return cards;

  ids = g_list_sort (g_hash_table_get_keys (node->referrers), (GCompareFunc) strcmp);
  for (GList *l = ids; l != NULL; l = l->next)
    g_ptr_array_add (cards, trl_blueprint_get (blueprint, l->data));
  return cards;
}

/**
 * trl_blueprint_get_motion:
 * @blueprint: a blueprint
 * @id: (nullable): the id of a card
 *
 * Returns: (transfer none) (nullable): the motion that the card is, or lies in at any depth
 */
TrlCard *
trl_blueprint_get_motion (TrlBlueprint *blueprint,
                          const char   *id)
{
  TrlCard *card = trl_blueprint_get (blueprint, id);

  while (card != NULL && trl_card_get_kind (card) != TRL_KIND_MOTION)
    card = trl_blueprint_get (blueprint, trl_card_get_parent (card));
  return card;
}

/**
 * trl_blueprint_get_n_cards:
 * @blueprint: a blueprint
 *
 * Returns: how many cards there are, the program among them
 */
guint
trl_blueprint_get_n_cards (TrlBlueprint *blueprint)
{
  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), 0);

  return blueprint->n_cards;
}

static void
walk_cards (TrlBlueprint *self,
            TrlCard      *card,
            GFunc         func,
            gpointer      user_data)
{
  Node *node = g_hash_table_lookup (self->nodes, trl_card_get_id (card));

  func (card, user_data);
  for (int slot = 1; node->children != NULL && slot < TRL_N_SLOTS; slot++)
    for (guint i = 0; node->children[slot] != NULL && i < node->children[slot]->len; i++)
      walk_cards (self, g_ptr_array_index (node->children[slot], i), func, user_data);
}

/**
 * trl_blueprint_foreach:
 * @blueprint: a blueprint
 * @func: (scope call): called with each #TrlCard
 * @user_data: data for @func
 *
 * Walks all cards in the order of the document. @func must not commit.
 */
void
trl_blueprint_foreach (TrlBlueprint *blueprint,
                       GFunc         func,
                       gpointer      user_data)
{
  g_return_if_fail (TRL_IS_BLUEPRINT (blueprint) && func != NULL);

  walk_cards (blueprint, trl_blueprint_get_root (blueprint), func, user_data);
}

static char *
random_id (TrlKind kind)
{
  static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";   /* none that looks like another */
  char word[7];

  for (guint i = 0; i < sizeof word - 1; i++)
    word[i] = letters[g_random_int_range (0, sizeof letters - 1)];
  word[sizeof word - 1] = '\0';
  return g_strdup_printf ("%s-%s", trl_kind_get_info (kind)->name, word);
}

/**
 * trl_blueprint_new_id:
 * @blueprint: a blueprint
 * @kind: the kind of the card that it is for
 *
 * Makes an id that no card has (law E13): random, or counted after
 * trl_blueprint_count_ids().
 *
 * Returns: (transfer full): the id
 */
char *
trl_blueprint_new_id (TrlBlueprint *blueprint,
                      TrlKind       kind)
{
  char *id = NULL;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  do
    {
      g_free (id);
      id = blueprint->count_ids
         ? g_strdup_printf ("%s-%u", trl_kind_get_info (kind)->name, ++blueprint->counted[kind])
         : random_id (kind);
    }
  while (g_hash_table_contains (blueprint->nodes, id));
  return id;
}

/**
 * trl_blueprint_count_ids:
 * @blueprint: a blueprint
 *
 * Gives new cards counted ids instead of random ones, for tests.
 */
void
trl_blueprint_count_ids (TrlBlueprint *blueprint)
{
  g_return_if_fail (TRL_IS_BLUEPRINT (blueprint));

  blueprint->count_ids = TRUE;
}

/**
 * trl_blueprint_load:
 * @blueprint: a blank blueprint without listeners
 * @cards: (element-type TrlCard): all cards; parents before children, the program first
 *
 * Fills a blueprint, as a reader does. Two cards with one id, or a card whose
 * parent is missing or has no such slot, are refused.
 *
 * Returns: %TRUE if the cards make a blueprint; otherwise it stays as far as it came
 */
gboolean
trl_blueprint_load (TrlBlueprint *blueprint,
                    GPtrArray    *cards)
{
  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), FALSE);
  g_return_val_if_fail (blueprint->n_cards == 1 && blueprint->listeners->len == 0, FALSE);

  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      TrlCard *parent = trl_blueprint_get (blueprint, trl_card_get_parent (card));
      gboolean root = trl_card_get_kind (card) == TRL_KIND_PROGRAM;

      if (root != g_str_equal (trl_card_get_id (card), TRL_ROOT_ID))
        return FALSE;
      if (!root && (parent == NULL || trl_blueprint_get (blueprint, trl_card_get_id (card)) != NULL ||
                    trl_slot_get_info (trl_card_get_slot (card))->parent != trl_card_get_kind (parent)))
        return FALSE;
      replace_record (blueprint, trl_card_get_id (card), card);
    }
  return TRUE;
}

static void
tell (TrlBlueprint *self,
      TrlChange    *change)
{
  self->telling++;
  for (guint i = 0; i < self->listeners->len; i++)
    {
      Listening listening = g_array_index (self->listeners, Listening, i);

      listening.func (self, change, listening.user_data);
    }
  self->telling--;
}

/**
 * trl_blueprint_can_commit:
 * @blueprint: a blueprint
 * @change: a change
 *
 * Returns: %TRUE if every record that @change begins with is the present one
 */
gboolean
trl_blueprint_can_commit (TrlBlueprint *blueprint,
                          TrlChange    *change)
{
  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), FALSE);
  g_return_val_if_fail (change != NULL, FALSE);

  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      if (!trl_card_equal (trl_blueprint_get (blueprint, delta->id), delta->before))
        return FALSE;
    }
  return TRUE;
}

/**
 * trl_blueprint_commit:
 * @blueprint: a blueprint
 * @change: (nullable): a change that was made on top of its present state; %NULL changes nothing
 *
 * Makes @change come true, whole, and tells all listeners stage by stage. To
 * commit from a listener is a programming error (law E8).
 */
void
trl_blueprint_commit (TrlBlueprint *blueprint,
                      TrlChange    *change)
{
  g_autoptr (TrlChange) held = NULL;

  g_return_if_fail (TRL_IS_BLUEPRINT (blueprint));
  g_return_if_fail (blueprint->telling == 0);

  if (change == NULL)
    return;
  g_return_if_fail (trl_blueprint_can_commit (blueprint, change));

  held = trl_change_ref (change);
  apply (blueprint, change);
  g_object_ref (blueprint);
  tell (blueprint, change);
  g_object_unref (blueprint);
}

/**
 * trl_blueprint_try:
 * @blueprint: a blueprint
 * @change: (nullable): a change that was made on top of its present state
 * @trial: (scope call): looks at the blueprint as it would be
 * @user_data: data for @trial
 *
 * Applies, looks, and takes back; no listener hears of it (law E9).
 */
void
trl_blueprint_try (TrlBlueprint *blueprint,
                   TrlChange    *change,
                   TrlTrial      trial,
                   gpointer      user_data)
{
  g_autoptr (TrlChange) back = NULL;

  g_return_if_fail (TRL_IS_BLUEPRINT (blueprint) && trial != NULL);
  g_return_if_fail (blueprint->telling == 0);

  if (change == NULL)
    {
      trial (blueprint, user_data);
      return;
    }
  g_return_if_fail (trl_blueprint_can_commit (blueprint, change));

  back = trl_change_reverse (change, TRL_ORIGIN_UNDO);
  apply (blueprint, change);
  blueprint->telling++;
  trial (blueprint, user_data);
  blueprint->telling--;
  apply (blueprint, back);
}

/**
 * trl_blueprint_listen:
 * @blueprint: a blueprint
 * @stage: when to be told, among the other listeners
 * @listener: called after each commit
 * @user_data: data for @listener
 *
 * Asks to be told of commits.
 *
 * Returns: a number for trl_blueprint_unlisten()
 */
guint
trl_blueprint_listen (TrlBlueprint *blueprint,
                      TrlStage      stage,
                      TrlListener   listener,
                      gpointer      user_data)
{
  Listening listening;
  guint at = 0;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && listener != NULL, 0);

  listening.id = ++blueprint->last_listener;
  listening.stage = stage;
  listening.func = listener;
  listening.user_data = user_data;

  while (at < blueprint->listeners->len && g_array_index (blueprint->listeners, Listening, at).stage <= stage)
    at++;
  g_array_insert_val (blueprint->listeners, at, listening);
  return listening.id;
}

/**
 * trl_blueprint_unlisten:
 * @blueprint: a blueprint
 * @listener_id: what trl_blueprint_listen() gave
 *
 * Asks not to be told any more.
 */
void
trl_blueprint_unlisten (TrlBlueprint *blueprint,
                        guint         listener_id)
{
  g_return_if_fail (TRL_IS_BLUEPRINT (blueprint));

  for (guint i = 0; i < blueprint->listeners->len; i++)
    if (g_array_index (blueprint->listeners, Listening, i).id == listener_id)
      {
        g_array_remove_index (blueprint->listeners, i);
        return;
      }
}
