/* reader-cards.c: cards out of JSON.
 *
 * What the vocabulary does not know is kept as it is written: members with the
 * key that they follow, cards of an unknown kind whole. */

#define G_LOG_DOMAIN "reader-cards"

#include "config.h"

#include "reader-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "shape.h"
#include "strict-private.h"
#include "writer-private.h"

#define MAX_PLACED_REPAIRS 1000

static gboolean read_card (TrlReading *self,
                           guint       token,
                           TrlKind     kind,
                           const char *parent,
                           TrlSlot     slot,
                           double      rank);

static void
repair_free (gpointer data)
{
  TrlRepair *repair = data;

  g_free (repair->pointer);
  g_free (repair->text);
  g_free (repair);
}

/* All texts that stand as "id" somewhere: a new id must be none of them.
 * Few files need one. */
static void
ensure_said_ids (TrlReading *self)
{
  const TrlTape *tape = self->tape;

  if (self->said_ids != NULL)
    return;
  self->said_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i + 1 < tape->n_tokens; i++)
    if (tape->tokens[i].flags & TRL_TOKEN_IS_KEY && tape->tokens[i + 1].type == TRL_TOKEN_STRING
        && trl_strict_is (tape, i, "id"))
      g_hash_table_add (self->said_ids, trl_strict_dup_text (tape, i + 1));
}

void
trl_reading_init (TrlReading *self,
                  TrlTape    *tape)
{
  memset (self, 0, sizeof *self);
  self->tape = tape;
  self->cards = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (guint));
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->repairs = g_ptr_array_new_with_free_func (repair_free);
  self->scratch = g_string_new (NULL);
}

void
trl_reading_clear (TrlReading *self)
{
  g_clear_pointer (&self->tape, trl_strict_free);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->said_ids, g_hash_table_unref);
  g_clear_pointer (&self->repairs, g_ptr_array_unref);
  if (self->scratch != NULL)
    g_string_free (g_steal_pointer (&self->scratch), TRUE);
  g_clear_error (&self->error);
}

/* A string as it reads; it holds until the next one is asked for. */
const char *
trl_reading_text (TrlReading *self,
                  guint       token)
{
  const TrlToken *t = &self->tape->tokens[token];

  g_string_truncate (self->scratch, 0);
  if (t->flags & TRL_TOKEN_ESCAPED)
    trl_text_append_decoded (self->scratch, self->tape->text + t->start + 1, t->end - t->start - 2);
  else
    g_string_append_len (self->scratch, self->tape->text + t->start + 1, t->end - t->start - 2);
  return self->scratch->str;
}

gboolean
trl_reading_fail (TrlReading *self,
                  int         code,
                  guint       token,
                  const char *format,
                  ...)
{
  g_autofree char *pointer = trl_strict_pointer (self->tape, token);
  g_autofree char *text = NULL;
  guint line, column;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  trl_strict_locate (self->tape, self->tape->tokens[token].start, &line, &column);
  if (self->error == NULL)
    self->error = trl_reader_error_new (code, line, column, pointer, text);
  return FALSE;
}

void
trl_reading_repair (TrlReading *self,
                    guint       token,
                    const char *format,
                    ...)
{
  TrlRepair *repair = g_new0 (TrlRepair, 1);
  va_list args;

  va_start (args, format);
  repair->text = g_strdup_vprintf (format, args);
  va_end (args);

  /* Finding a place reads all that stands before it. In a file of which
   * thousands of cards are repaired that would take minutes, so the later
   * ones point to where such repairs go on. */
  if (self->repairs->len < MAX_PLACED_REPAIRS)
    {
      repair->pointer = trl_strict_pointer (self->tape, token);
      trl_strict_locate (self->tape, self->tape->tokens[token].start, &repair->line, &repair->column);
    }
  else
    {
      const TrlRepair *last = g_ptr_array_index (self->repairs, MAX_PLACED_REPAIRS - 1);

      repair->pointer = g_strdup (last->pointer);
      repair->line = last->line;
      repair->column = last->column;
    }
  g_ptr_array_add (self->repairs, repair);
}

/* An id that nothing in the text has. Counted, so that reading twice gives the same. */
static char *
make_id (TrlReading *self,
         TrlKind     kind)
{
  char *id = NULL;

  ensure_said_ids (self);
  do
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", trl_kind_get_info (kind)->name, ++self->counted[kind]);
    }
  while (g_hash_table_contains (self->said_ids, id) || g_hash_table_contains (self->by_id, id));
  return id;
}

/* The id that a card says, or another when it says none or one that is taken. */
static char *
read_id (TrlReading *self,
         guint       token,
         TrlKind     kind)
{
  guint at = trl_strict_find (self->tape, token, "id");
  g_autofree char *said = NULL;
  char *id;

  if (at != 0 && self->tape->tokens[at].type == TRL_TOKEN_STRING)
    said = trl_strict_dup_text (self->tape, at);
  else if (at != 0 && self->tape->tokens[at].type != TRL_TOKEN_NULL && kind != TRL_KIND_FOREIGN)
    {
      trl_reading_fail (self, TRL_READER_ERROR_INVALID, at, _("Expected an id: a text in quotes"));
      return NULL;
    }

  if (said != NULL && *said != '\0' && strcmp (said, TRL_ROOT_ID) != 0
      && !g_hash_table_contains (self->by_id, said))
    return g_steal_pointer (&said);

  id = make_id (self, kind);
  if (kind == TRL_KIND_FOREIGN)
    return id;   /* it is written back as it came; the id is ours alone */
  if (said != NULL && *said != '\0')
    trl_reading_repair (self, at, _("The id “%s” was there already; this card is called “%s” now"), said, id);
  else
    trl_reading_repair (self, token, _("A card without an id is called “%s” now"), id);
  return id;
}

static gboolean
add_card (TrlReading *self,
          TrlCard    *card,
          guint       token)
{
  if (self->cards->len >= TRL_READER_MAX_CARDS)
    {
      trl_card_unref (card);
      return trl_reading_fail (self, TRL_READER_ERROR_INVALID, token,
                               _("There are more cards than Trellis reads (200,000)"));
    }
  g_hash_table_insert (self->by_id, (char *) trl_card_get_id (card), GUINT_TO_POINTER (self->cards->len));
  g_ptr_array_add (self->cards, card);
  g_array_append_val (self->tokens, token);
  return TRUE;
}

/* Where an unknown card lies is ours to move; the rest of it is not ours. */
static void
read_foreign_place (TrlReading *self,
                    TrlCard    *card,
                    guint       token)
{
  guint board = trl_strict_find (self->tape, token, "board");
  const TrlMember members[] = { TRL_FOREIGN_X, TRL_FOREIGN_Y };
  const char * const keys[] = { "x", "y" };

  for (guint i = 0; board != 0 && i < G_N_ELEMENTS (keys); i++)
    {
      guint at = trl_strict_find (self->tape, board, keys[i]);

      if (at != 0 && self->tape->tokens[at].type == TRL_TOKEN_NUMBER)
        {
          double number = g_ascii_strtod (self->tape->text + self->tape->tokens[at].start, NULL);
          double kept = self->exact ? number : CLAMP (number, -TRL_READER_MAX_PLACE, TRL_READER_MAX_PLACE);
          g_autoptr (TrlValue) value = trl_value_new_number (kept);

          trl_card_init_value (card, members[i], value);
        }
    }
}

static gboolean
read_foreign (TrlReading *self,
              guint       token,
              const char *parent,
              TrlSlot     slot,
              double      rank)
{
  g_autofree char *raw = trl_strict_dup_raw (self->tape, token);
  g_autofree char *id = read_id (self, token, TRL_KIND_FOREIGN);
  TrlCard *card = trl_card_new_foreign (id, raw);

  read_foreign_place (self, card, token);
  trl_card_init_place (card, parent, slot, rank);
  return add_card (self, card, token);
}

/* What kind of card an object in @slot is. */
static TrlKind
find_kind (TrlReading *self,
           guint       token,
           TrlSlot     slot)
{
  TrlKind child = slot != TRL_SLOT_NONE ? trl_slot_get_info (slot)->child : TRL_KIND_NONE;
  guint at = trl_strict_find (self->tape, token, "card");
  g_autofree char *name = NULL;
  TrlKind kind;

  if (at == 0)
    return child != TRL_KIND_NONE ? child : TRL_KIND_FOREIGN;
  if (self->tape->tokens[at].type != TRL_TOKEN_STRING)
    return TRL_KIND_FOREIGN;

  name = trl_strict_dup_text (self->tape, at);
  kind = trl_kind_from_name (name);
  if (kind == TRL_KIND_NONE || kind == TRL_KIND_PROGRAM || (child != TRL_KIND_NONE && kind != child))
    return TRL_KIND_FOREIGN;
  return kind;
}

static gboolean
read_slot (TrlReading *self,
           guint       token,
           const char *parent,
           TrlSlot     slot)
{
  double rank = 0;

  for (guint at = token + 1; at < self->tape->tokens[token].next; at = self->tape->tokens[at].next)
    {
      if (self->tape->tokens[at].type != TRL_TOKEN_OBJECT)
        return trl_reading_fail (self, TRL_READER_ERROR_INVALID, at, _("Expected a card: an object in braces"));
      if (!read_card (self, at, find_kind (self, at, slot), parent, slot, ++rank))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_header (TrlReading     *self,
           const TrlCard  *card,
           const TrlShape *object,
           guint           key)
{
  if (*object->path != '\0')
    return FALSE;
  if (trl_card_get_kind (card) == TRL_KIND_PROGRAM)
    return trl_strict_is (self->tape, key, "format") || trl_strict_is (self->tape, key, "version");
  return trl_strict_is (self->tape, key, "id") || trl_strict_is (self->tape, key, "card");
}

static gboolean read_object (TrlReading     *self,
                             TrlCard        *card,
                             const TrlShape *shape,
                             guint           token);

static gboolean
read_known (TrlReading     *self,
            TrlCard        *card,
            const TrlShape *shape,
            guint           token)
{
  TrlTokenType sort = self->tape->tokens[token].type;
  g_autoptr (TrlValue) value = NULL;

  if (shape->children != NULL)
    {
      if (sort != TRL_TOKEN_OBJECT)
        return trl_reading_fail (self, TRL_READER_ERROR_INVALID, token, _("Expected an object in braces"));
      return read_object (self, card, shape, token);
    }
  if (shape->slot != TRL_SLOT_NONE)
    {
      if (sort != TRL_TOKEN_ARRAY)
        return trl_reading_fail (self, TRL_READER_ERROR_INVALID, token, _("Expected a list of cards"));
      return read_slot (self, token, trl_card_get_id (card), shape->slot);
    }

  if (!trl_reading_value (self, shape->member, token, &value))
    return FALSE;
  if (value != NULL)
    trl_card_init_value (card, shape->member, value);
  return TRUE;
}

static void
keep_extra (TrlReading     *self,
            TrlCard        *card,
            const TrlShape *object,
            guint           before,
            guint           token)
{
  g_autofree char *after = before != 0 ? trl_strict_dup_text (self->tape, before) : NULL;
  g_autofree char *key = trl_strict_dup_text (self->tape, token);
  g_autofree char *raw = trl_strict_dup_raw (self->tape, token + 1);

  trl_card_init_extra (card, object->path, after, key, raw);
}

static gboolean
read_object (TrlReading     *self,
             TrlCard        *card,
             const TrlShape *shape,
             guint           token)
{
  const TrlToken *tokens = self->tape->tokens;
  guint before = 0;
  guint hint = 0;

  for (guint key = token + 1; key < tokens[token].next; key = tokens[key + 1].next)
    {
      const TrlShape *known = NULL;

      if (!is_header (self, card, shape, key))
        {
          known = trl_shape_find (shape, trl_reading_text (self, key), &hint);
          if (known == NULL)
            keep_extra (self, card, shape, before, key);
          else if (!read_known (self, card, known, key + 1))
            return FALSE;
        }
      before = key;
    }
  return TRUE;
}

static gboolean
read_card (TrlReading *self,
           guint       token,
           TrlKind     kind,
           const char *parent,
           TrlSlot     slot,
           double      rank)
{
  g_autofree char *id = NULL;
  TrlCard *card;

  if (kind == TRL_KIND_FOREIGN)
    return read_foreign (self, token, parent, slot, rank);

  id = read_id (self, token, kind);
  if (id == NULL)
    return FALSE;
  card = trl_card_new (kind, id);
  trl_card_init_place (card, parent, slot, rank);
  return add_card (self, card, token)
         && read_object (self, card, trl_shape_get (kind), token);
}

/* The whole document. */
gboolean
trl_reading_root (TrlReading *self)
{
  TrlCard *root = trl_card_new (TRL_KIND_PROGRAM, TRL_ROOT_ID);

  return add_card (self, root, 0)
         && read_object (self, root, trl_shape_get (TRL_KIND_PROGRAM), 0);
}

/* Cards that lie nowhere yet: each of the list has no parent. */
gboolean
trl_reading_cards (TrlReading *self,
                   guint       token)
{
  return read_slot (self, token, NULL, TRL_SLOT_NONE);
}

static gboolean
refers_well (TrlReading *self,
             TrlMember   member,
             const char *id)
{
  int of = trl_member_get_info (member)->of;
  gpointer index;
  TrlKind kind;

  if (!g_hash_table_lookup_extended (self->by_id, id, NULL, &index))
    return FALSE;
  kind = trl_card_get_kind (g_ptr_array_index (self->cards, GPOINTER_TO_UINT (index)));
  return of == TRL_KIND_NONE || of == (int) kind || kind == TRL_KIND_FOREIGN;
}

static void
mend_value (TrlReading *self,
            TrlCard    *card,
            guint       token,
            TrlMember   member)
{
  TrlValue *value = trl_card_get_value (card, member);
  const char *text = trl_value_get_text (value);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (TrlValue) mended = NULL;
  guint lost = 0;

  if (text != NULL && !refers_well (self, member, text))
    {
      trl_reading_repair (self, token, _("A reference to “%s”, which is not there, was left out"), text);
      trl_card_init_value (card, member, NULL);
      return;
    }
  for (const char * const *id = trl_value_get_list (value); *id != NULL; id++)
    if (refers_well (self, member, *id))
      g_ptr_array_add (kept, (char *) *id);
    else
      {
        lost++;
        trl_reading_repair (self, token, _("A reference to “%s”, which is not there, was left out"), *id);
      }
  if (lost == 0)
    return;
  g_ptr_array_add (kept, NULL);
  mended = trl_value_new_list ((const char * const *) kept->pdata);
  trl_card_init_value (card, member, mended);
}

/* Leaves out references that lead nowhere. The cards must be nobody else's yet. */
void
trl_reading_mend (TrlReading *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (self->cards, i);
      TrlMember first, end;

      trl_kind_get_members (trl_card_get_kind (card), &first, &end);
      for (TrlMember member = first; member < end; member++)
        {
          TrlValueType type = trl_member_get_info (member)->type;

          if (type == TRL_VALUE_REF || type == TRL_VALUE_REFS)
            mend_value (self, card, g_array_index (self->tokens, guint, i), member);
        }
    }
}

static TrlSlot
find_slot (const char *name)
{
  for (int slot = TRL_SLOT_NONE + 1; slot < TRL_N_SLOTS; slot++)
    {
      g_autofree char *its_name = trl_slot_dup_name (slot);

      if (strcmp (its_name, name) == 0)
        return slot;
    }
  return TRL_SLOT_NONE;
}

static char *
dup_member (TrlReading *self,
            guint       object,
            const char *name)
{
  guint at = trl_strict_find (self->tape, object, name);

  if (at == 0 || self->tape->tokens[at].type != TRL_TOKEN_STRING)
    return NULL;
  return trl_strict_dup_text (self->tape, at);
}

/* A record as trl_writer_write_record() wrote it; NULL if it is none. */
TrlCard *
trl_reading_record (TrlReading *self,
                    guint       token)
{
  g_autofree char *id = dup_member (self, token, "id");
  g_autofree char *parent = dup_member (self, token, "parent");
  g_autofree char *slot_name = dup_member (self, token, "slot");
  g_autofree char *kind_name = dup_member (self, token, "kind");
  guint at = trl_strict_find (self->tape, token, "card");
  guint rank_at = trl_strict_find (self->tape, token, "rank");
  double rank = rank_at != 0 ? g_ascii_strtod (self->tape->text + self->tape->tokens[rank_at].start, NULL) : 0;
  g_autoptr (TrlCard) card = NULL;
  TrlKind kind;

  if (id == NULL || *id == '\0' || kind_name == NULL || at == 0
      || self->tape->tokens[at].type != TRL_TOKEN_OBJECT)
    return NULL;
  kind = trl_kind_from_name (kind_name);
  if (kind == TRL_KIND_NONE)
    return NULL;

  if (kind == TRL_KIND_FOREIGN)
    {
      g_autofree char *raw = trl_strict_dup_raw (self->tape, at);

      card = trl_card_new_foreign (id, raw);
      read_foreign_place (self, card, at);
    }
  else
    {
      card = trl_card_new (kind, id);
      if (!read_object (self, card, trl_shape_get (kind), at))
        return NULL;
    }
  trl_card_init_place (card, parent, slot_name != NULL ? find_slot (slot_name) : TRL_SLOT_NONE, rank);
  return g_steal_pointer (&card);
}
