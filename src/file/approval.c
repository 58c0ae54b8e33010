/* approval.c: how far a design has moved from what was approved.
 *
 * An approval keeps a few letters for each card: how deep it lies, which card
 * it is, what it says. Changes are counted by comparing what there is now with
 * that, not by keeping a tally. So the count is the same on every machine and
 * after every restart, undo takes a change back without being asked to, what
 * was edited by hand counts like everything else, and the lines of the approval
 * change only when somebody approves: two people who go on working on the same
 * approved design can merge what they did.
 *
 * A card that says something else, or lies in another place, is one change,
 * however often it was touched. Cards that came or went are one change with all
 * that lies in them. Of cards that changed their order, those count that would
 * have to be moved to bring it back.
 *
 * The letters begin with those of the fingerprint, so that letters and
 * fingerprint of two approvals, mixed up in a merge, are seen not to belong
 * together. What a card says is remembered for as long as the card is there:
 * records never change, and the window asks after every commit. */

#define G_LOG_DOMAIN "approval"

#include "config.h"

#include "approval.h"

#include <string.h>

#include "writer.h"
#include "writer-private.h"

/* The letters of a card: its depth as a digit, its id, what it says. As many
 * of the fingerprint stand before all of them. */
#define ID_AT     1
#define SAID_AT   5
#define N_LETTERS 9

/* What of a card does not depend on where it is found. */
typedef struct
{
  char letters[N_LETTERS - ID_AT];
} Said;

static G_DEFINE_QUARK (trl-approval-said, trl_approval_said)

/* 24 bits of a digest. That two cards share them is harmless for ids and, for
 * what a card says, seldom enough; the fingerprint of the whole tells then. */
static void
write_digest (const char *text,
              gsize       length,
              char       *letters)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *encoded = NULL;
  guint8 digest[32];
  gsize size = sizeof digest;

  g_checksum_update (sum, (const guchar *) text, length);
  g_checksum_get_digest (sum, digest, &size);
  encoded = g_base64_encode (digest, 3);
  memcpy (letters, encoded, 4);
}

static void
describe_card (TrlCard *card,
               Said    *said)
{
  gsize length;
  g_autofree char *text = trl_writer_dup_said (card, &length);

  write_digest (trl_card_get_id (card), strlen (trl_card_get_id (card)), said->letters);
  write_digest (text, length, said->letters + SAID_AT - ID_AT);
}

/* One walk over all cards: what it knows from the last one, and leaves to the next. */
typedef struct
{
  TrlBlueprint *blueprint;
  GHashTable   *before;   /* (nullable): card → Said */
  GHashTable   *now;
} Walk;

static void
walk_begin (Walk         *walk,
            TrlBlueprint *blueprint)
{
  walk->blueprint = blueprint;
  walk->before = g_object_steal_qdata (G_OBJECT (blueprint), trl_approval_said_quark ());
  walk->now = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) trl_card_unref, g_free);
}

static void
walk_end (Walk *walk)
{
  g_clear_pointer (&walk->before, g_hash_table_unref);
  g_object_set_qdata_full (G_OBJECT (walk->blueprint), trl_approval_said_quark (), walk->now, (GDestroyNotify) g_hash_table_unref);
}

static const Said *
walk_over (Walk    *walk,
           TrlCard *card)
{
  gpointer key = NULL, said = NULL;

  if (walk->before == NULL || !g_hash_table_steal_extended (walk->before, card, &key, &said))
    {
      key = trl_card_ref (card);
      said = g_new (Said, 1);
      describe_card (card, said);
    }
  g_hash_table_insert (walk->now, key, said);
  return said;
}

static void
describe_tree (Walk    *walk,
               TrlCard *card,
               guint    depth,
               GString *text)
{
  g_string_append_c (text, '0' + MIN (depth, 9));
  g_string_append_len (text, walk_over (walk, card)->letters, N_LETTERS - ID_AT);
  for (int slot = TRL_SLOT_NONE + 1; slot < TRL_N_SLOTS; slot++)
    {
      const GPtrArray *children;

      if (trl_slot_get_info (slot)->parent != trl_card_get_kind (card))
        continue;
      children = trl_blueprint_get_children (walk->blueprint, trl_card_get_id (card), slot);
      for (guint i = 0; i < children->len; i++)
        describe_tree (walk, g_ptr_array_index (children, i), depth + 1, text);
    }
}

/**
 * trl_approval_describe_cards:
 * @blueprint: a blueprint
 *
 * Says in nine letters a card what there is, in the order of the document. What
 * trl_writer_fingerprint() leaves out is left out here, too.
 *
 * Returns: (transfer full): what to keep with an approval
 */
char *
trl_approval_describe_cards (TrlBlueprint *blueprint)
{
  g_autofree char *fingerprint = NULL;
  GString *text;
  Walk walk;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  fingerprint = trl_writer_fingerprint (blueprint);
  text = g_string_sized_new (N_LETTERS * (trl_blueprint_get_n_cards (blueprint) + 1) + 1);
  g_string_append_len (text, fingerprint, N_LETTERS);
  walk_begin (&walk, blueprint);
  describe_tree (&walk, trl_blueprint_get_root (blueprint), 0, text);
  walk_end (&walk);
  return g_string_free (text, FALSE);
}

/* What was approved, and which of it was found again. */
typedef struct
{
  Walk          walk;
  const char   *letters;
  guint         n;
  GHashTable   *by_id;   /* four letters as a number → the first card with them, from 1 */
  guint        *next;    /* the next card with the same */
  gboolean     *found;
  int           changes;
} Counting;

static gpointer
key_of (const char *letters)
{
  guint32 key;

  memcpy (&key, letters, sizeof key);
  return GUINT_TO_POINTER (key);
}

static void
counting_init (Counting     *self,
               TrlBlueprint *blueprint,
               const char   *letters)
{
  *self = (Counting) { { 0 }, letters, strlen (letters) / N_LETTERS, g_hash_table_new (NULL, NULL) };
  walk_begin (&self->walk, blueprint);
  self->next = g_new0 (guint, self->n);
  self->found = g_new0 (gboolean, self->n);
  for (guint i = self->n; i-- > 0;)
    {
      gpointer key = key_of (letters + i * N_LETTERS + ID_AT);

      self->next[i] = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, key));
      g_hash_table_insert (self->by_id, key, GUINT_TO_POINTER (i + 1));
    }
}

static void
counting_clear (Counting *self)
{
  walk_end (&self->walk);
  g_hash_table_unref (self->by_id);
  g_free (self->next);
  g_free (self->found);
}

/* Finds a card among those that were approved; -1 for one that is new. */
static int
find_card (Counting *self,
           TrlCard  *card,
           gboolean *same)
{
  const char *letters = walk_over (&self->walk, card)->letters;
  int at = -1;

  *same = FALSE;
  for (guint i = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_id, key_of (letters))); i > 0; i = self->next[i - 1])
    {
      if (self->found[i - 1])
        continue;
      *same = memcmp (self->letters + (i - 1) * N_LETTERS + ID_AT, letters, N_LETTERS - ID_AT) == 0;
      if (at < 0 || *same)
        at = i - 1;
      if (*same)
        break;
    }
  if (at >= 0)
    self->found[at] = TRUE;
  return at;
}

/* How many of @places would have to move until all of them rise: all but the
 * longest row that rises already. ends[n] is the least place at which a rising
 * row of n + 1 ends. */
static guint
count_moved (GArray *places)
{
  g_autofree guint *ends = g_new (guint, places->len + 1);
  guint n = 0;

  for (guint i = 0; i < places->len; i++)
    {
      guint place = g_array_index (places, guint, i);
      guint low = 0, high = n;

      while (low < high)
        if (ends[(low + high) / 2] < place)
          low = (low + high) / 2 + 1;
        else
          high = (low + high) / 2;
      ends[low] = place;
      n = MAX (n, low + 1);
    }
  return places->len - n;
}

/* Counts a card and all that lies in it. Gives where it was approved. */
static int
count_tree (Counting *self,
            TrlCard  *card,
            gboolean  in_new,
            gboolean *same)
{
  int at = find_card (self, card, same);

  if (at < 0 ? !in_new : !*same)
    self->changes++;
  for (int slot = TRL_SLOT_NONE + 1; slot < TRL_N_SLOTS; slot++)
    {
      g_autoptr (GArray) places = NULL;
      const GPtrArray *children;

      if (trl_slot_get_info (slot)->parent != trl_card_get_kind (card))
        continue;
      places = g_array_new (FALSE, FALSE, sizeof (guint));
      children = trl_blueprint_get_children (self->walk.blueprint, trl_card_get_id (card), slot);
      for (guint i = 0; i < children->len; i++)
        {
          gboolean its_same;
          int its_at = count_tree (self, g_ptr_array_index (children, i), at < 0, &its_same);

          if (its_same)
            g_array_append_val (places, its_at);
        }
      self->changes += count_moved (places);
    }
  return at;
}

/* What went, without what lay in something else that went. */
static void
count_gone (Counting *self)
{
  gboolean gone[10] = { FALSE };   /* at each depth, the card that is open */

  for (guint i = 0; i < self->n; i++)
    {
      guint depth = CLAMP (self->letters[i * N_LETTERS] - '0', 0, 9);

      gone[depth] = !self->found[i];
      if (gone[depth] && (depth == 0 || !gone[depth - 1]))
        self->changes++;
    }
}

/**
 * trl_approval_count_changes:
 * @blueprint: a blueprint that was approved
 *
 * Counts what changed since the design was approved: cards that say something
 * else, came, went, or lie elsewhere.
 *
 * Returns: how many changes there were; %TRL_APPROVAL_UNCOUNTED if there were
 *   some, but the approval does not say what exactly was approved
 */
int
trl_approval_count_changes (TrlBlueprint *blueprint)
{
  TrlCard *root;
  const char *of, *cards;
  g_autofree char *fingerprint = NULL;
  Counting counting = { .changes = 0 };
  gboolean same;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), TRL_APPROVAL_UNCOUNTED);

  root = trl_blueprint_get_root (blueprint);
  of = trl_card_get_text (root, TRL_PROGRAM_APPROVAL_OF);
  cards = trl_card_get_text (root, TRL_PROGRAM_APPROVAL_CARDS);
  if (of != NULL && cards != NULL && strlen (cards) % N_LETTERS == 0 && strncmp (of, cards, N_LETTERS) == 0)
    {
      counting_init (&counting, blueprint, cards + N_LETTERS);
      count_tree (&counting, root, FALSE, &same);
      count_gone (&counting);
      counting_clear (&counting);
    }
  if (counting.changes > 0)
    return counting.changes;
  fingerprint = trl_writer_fingerprint (blueprint);
  return g_strcmp0 (fingerprint, of) == 0 ? 0 : TRL_APPROVAL_UNCOUNTED;
}
