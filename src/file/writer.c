/* writer.c: a blueprint as JSON, always in the same bytes.
 *
 * A card is an object that nests the cards which lie in it. Members stand in
 * the order of the vocabulary; a member that it does not know follows the key
 * that it followed when it was read, even where that key is open by now. */

#define G_LOG_DOMAIN "writer"

#include "config.h"

#include "writer.h"
#include "writer-private.h"

#include <string.h>

#include "json-writer.h"
#include "shape.h"
#include "strict.h"

typedef struct
{
  TrlBlueprint  *blueprint;     /* NULL: a record without what lies in it */
  TrlJsonWriter *json;
  gboolean       design_only;   /* leave out what does not change the design */
} Writing;

/* The unknown members of a card, and which of them are written already. */
typedef struct
{
  const TrlCard *card;
  guint          n;
  gboolean      *written;
} Extras;

static void write_card (Writing    *self,
                        TrlCard    *card,
                        gboolean    say_kind);

static void
write_value (TrlJsonWriter  *json,
             TrlValueType    type,
             const TrlValue *value)
{
  TrlState state = trl_value_get_state (value);
  gboolean wordy = type == TRL_VALUE_NAME || type == TRL_VALUE_TEXT;

  if (state == TRL_STATE_UNKNOWN && !wordy && trl_value_get_owner (value) == NULL)
    trl_json_writer_string (json, "unknown");
  else if (state == TRL_STATE_NOT_APPLICABLE && !wordy)
    trl_json_writer_string (json, "n/a");
  else if (state == TRL_STATE_UNKNOWN || state == TRL_STATE_NOT_APPLICABLE)
    {
      const char *owner = trl_value_get_owner (value);

      trl_json_writer_begin_object (json);
      trl_json_writer_key (json, state == TRL_STATE_UNKNOWN ? "unknown" : "n/a");
      trl_json_writer_string (json, owner != NULL ? owner : "");
      trl_json_writer_end_object (json);
    }
  else if (type == TRL_VALUE_YES_NO)
    trl_json_writer_boolean (json, trl_value_get_number (value) != 0);
  else if (trl_value_get_form (value) == TRL_FORM_NUMBER)
    trl_json_writer_number (json, trl_value_get_number (value));
  else if (trl_value_get_form (value) == TRL_FORM_LIST)
    {
      trl_json_writer_begin_array (json);
      for (const char * const *item = trl_value_get_list (value); *item != NULL; item++)
        trl_json_writer_string (json, *item);
      trl_json_writer_end_array (json);
    }
  else
    trl_json_writer_string (json, trl_value_get_text (value));
}

/* What approves a design, and where its cards lie, is not what is approved. */
static gboolean
is_left_out (Writing   *self,
             TrlMember  member)
{
  return self->design_only
         && (member == TRL_PROGRAM_STATUS || member == TRL_PROGRAM_APPROVAL_BY
             || member == TRL_PROGRAM_APPROVAL_ON || member == TRL_PROGRAM_APPROVAL_CONDITIONS
             || member == TRL_PROGRAM_APPROVAL_OF || member == TRL_PROGRAM_APPROVAL_CARDS
             || trl_member_get_info (member)->unit == TRL_UNIT_BOARD);
}

/* Writes the unknown members that follow @after in the object at @path, and those that follow them. */
static void
write_extras (Writing    *self,
              Extras     *extras,
              const char *path,
              const char *after)
{
  for (guint i = 0; i < extras->n; i++)
    {
      const TrlExtra *extra = trl_card_get_extra (extras->card, i);

      if (extras->written[i] || strcmp (extra->path, path) != 0 || g_strcmp0 (extra->after, after) != 0)
        continue;
      extras->written[i] = TRUE;
      trl_json_writer_key (self->json, extra->key);
      trl_json_writer_raw (self->json, extra->raw);
      write_extras (self, extras, path, extra->key);
    }
}

static void
write_last_extras (Writing    *self,
                   Extras     *extras,
                   const char *path)
{
  for (guint i = 0; i < extras->n; i++)
    {
      const TrlExtra *extra = trl_card_get_extra (extras->card, i);

      if (extras->written[i] || strcmp (extra->path, path) != 0)
        continue;
      extras->written[i] = TRUE;
      trl_json_writer_key (self->json, extra->key);
      trl_json_writer_raw (self->json, extra->raw);
    }
}

static const GPtrArray *
get_children (Writing       *self,
              const TrlCard *card,
              TrlSlot        slot)
{
  const GPtrArray *children;

  if (self->blueprint == NULL)
    return NULL;
  children = trl_blueprint_get_children (self->blueprint, trl_card_get_id (card), slot);
  return children->len > 0 ? children : NULL;
}

static gboolean
has_content (Writing        *self,
             Extras         *extras,
             const TrlShape *shape)
{
  if (shape->member != TRL_MEMBER_NONE)
    return trl_card_get_value (extras->card, shape->member) != NULL && !is_left_out (self, shape->member);
  if (shape->slot != TRL_SLOT_NONE)
    return get_children (self, extras->card, shape->slot) != NULL;

  for (guint i = 0; i < extras->n; i++)
    if (strcmp (trl_card_get_extra (extras->card, i)->path, shape->path) == 0)
      return TRUE;
  for (guint i = 0; i < shape->children->len; i++)
    if (has_content (self, extras, g_ptr_array_index (shape->children, i)))
      return TRUE;
  return FALSE;
}

static void
write_slot (Writing       *self,
            const TrlCard *card,
            TrlSlot        slot)
{
  const GPtrArray *children = get_children (self, card, slot);
  gboolean any = trl_slot_get_info (slot)->child == TRL_KIND_NONE;

  trl_json_writer_begin_array (self->json);
  for (guint i = 0; i < children->len; i++)
    write_card (self, g_ptr_array_index (children, i), any);
  trl_json_writer_end_array (self->json);
}

/* Everything that an object holds, but for the brackets. */
static void
write_inside (Writing        *self,
              Extras         *extras,
              const TrlShape *object)
{
  for (guint i = 0; i < object->children->len; i++)
    {
      const TrlShape *shape = g_ptr_array_index (object->children, i);

      if (has_content (self, extras, shape))
        {
          trl_json_writer_key (self->json, shape->key);
          if (shape->member != TRL_MEMBER_NONE)
            write_value (self->json, trl_member_get_info (shape->member)->type,
                         trl_card_get_value (extras->card, shape->member));
          else if (shape->slot != TRL_SLOT_NONE)
            write_slot (self, extras->card, shape->slot);
          else
            {
              trl_json_writer_begin_object (self->json);
              write_extras (self, extras, shape->path, NULL);
              write_inside (self, extras, shape);
              trl_json_writer_end_object (self->json);
            }
        }
      write_extras (self, extras, object->path, shape->key);
    }
  write_last_extras (self, extras, object->path);
}

static void
write_text_member (Writing    *self,
                   Extras     *extras,
                   const char *key,
                   const char *text)
{
  if (text != NULL)
    {
      trl_json_writer_key (self->json, key);
      trl_json_writer_string (self->json, text);
    }
  write_extras (self, extras, "", key);
}

static void
extras_init (Extras        *extras,
             const TrlCard *card)
{
  extras->card = card;
  extras->n = trl_card_get_n_extras (card);
  extras->written = extras->n > 0 ? g_new0 (gboolean, extras->n) : NULL;
}

/* A place that was changed here goes over the one that came with the card. */
static void
write_foreign_place (Writing       *self,
                     const TrlCard *card)
{
  double x, y;

  trl_json_writer_key (self->json, "board");
  trl_json_writer_begin_object (self->json);
  if (trl_card_get_number (card, TRL_FOREIGN_X, &x))
    {
      trl_json_writer_key (self->json, "x");
      trl_json_writer_number (self->json, x);
    }
  if (trl_card_get_number (card, TRL_FOREIGN_Y, &y))
    {
      trl_json_writer_key (self->json, "y");
      trl_json_writer_number (self->json, y);
    }
  trl_json_writer_end_object (self->json);
}

static void
write_foreign (Writing *self,
               TrlCard *card)
{
  const char *raw = trl_card_get_raw (card);
  gboolean placed = trl_card_get_value (card, TRL_FOREIGN_X) != NULL && !self->design_only;
  g_autoptr (TrlTape) tape = placed || self->design_only ? trl_strict_read (raw, strlen (raw), NULL) : NULL;

  if (tape == NULL)
    {
      trl_json_writer_raw (self->json, raw);
      return;
    }

  trl_json_writer_begin_object (self->json);
  for (guint i = 1; i < tape->n_tokens; i = tape->tokens[i + 1].next)
    {
      g_autofree char *key = trl_strict_dup_text (tape, i);
      g_autofree char *value = NULL;

      if (strcmp (key, "board") == 0 && (placed || self->design_only))
        {
          if (placed)
            write_foreign_place (self, card);
          placed = FALSE;
          continue;
        }
      value = trl_strict_dup_raw (tape, i + 1);
      trl_json_writer_key (self->json, key);
      trl_json_writer_raw (self->json, value);
    }
  if (placed)
    write_foreign_place (self, card);
  trl_json_writer_end_object (self->json);
}

static void
write_card (Writing  *self,
            TrlCard  *card,
            gboolean  say_kind)
{
  TrlKind kind = trl_card_get_kind (card);
  Extras extras;

  if (kind == TRL_KIND_FOREIGN)
    {
      write_foreign (self, card);
      return;
    }

  extras_init (&extras, card);
  trl_json_writer_begin_object (self->json);
  write_extras (self, &extras, "", NULL);
  if (kind != TRL_KIND_PROGRAM)
    {
      write_text_member (self, &extras, "card", say_kind ? trl_kind_get_info (kind)->name : NULL);
      write_text_member (self, &extras, "id", trl_card_get_id (card));
    }
  write_inside (self, &extras, trl_shape_get (kind));
  trl_json_writer_end_object (self->json);
  g_free (extras.written);
}

static void
write_version (Writing *self)
{
  trl_json_writer_key (self->json, "version");
  trl_json_writer_number (self->json, TRL_FORMAT_VERSION);
}

static void
write_document (Writing *self)
{
  Extras extras;

  extras_init (&extras, trl_blueprint_get_root (self->blueprint));
  trl_json_writer_begin_object (self->json);
  write_extras (self, &extras, "", NULL);
  write_text_member (self, &extras, "format", TRL_FORMAT);
  write_version (self);
  write_extras (self, &extras, "", "version");
  write_inside (self, &extras, trl_shape_get (TRL_KIND_PROGRAM));
  trl_json_writer_end_object (self->json);
  g_free (extras.written);
}

/**
 * trl_writer_write:
 * @blueprint: a blueprint
 * @length: (out) (optional): the length in bytes
 *
 * Writes a blueprint as the file of a document: UTF-8 JSON in canonical form.
 *
 * Returns: (transfer full): the text
 */
char *
trl_writer_write (TrlBlueprint *blueprint,
                  gsize        *length)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_PRETTY);
  Writing self = { blueprint, json, FALSE };

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  write_document (&self);
  return trl_json_writer_end (json, length);
}

/* Whether a card is written already, inside of another one. */
static gboolean
lies_in_any (TrlBlueprint *blueprint,
             TrlCard      *card,
             GHashTable   *ids)
{
  while ((card = trl_blueprint_get (blueprint, trl_card_get_parent (card))) != NULL)
    if (g_hash_table_contains (ids, trl_card_get_id (card)))
      return TRUE;
  return FALSE;
}

static void
write_fragment (Writing            *self,
                const char * const *ids)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; ids[i] != NULL; i++)
    g_hash_table_add (set, (gpointer) ids[i]);
  trl_json_writer_begin_object (self->json);
  trl_json_writer_key (self->json, "format");
  trl_json_writer_string (self->json, TRL_FORMAT_CARDS);
  write_version (self);
  trl_json_writer_key (self->json, "cards");
  trl_json_writer_begin_array (self->json);
  for (; *ids != NULL; ids++)
    {
      TrlCard *card = trl_blueprint_get (self->blueprint, *ids);

      if (card != NULL && trl_card_get_kind (card) != TRL_KIND_PROGRAM && !lies_in_any (self->blueprint, card, set))
        write_card (self, card, TRUE);
    }
  trl_json_writer_end_array (self->json);
  trl_json_writer_end_object (self->json);
}

/**
 * trl_writer_write_cards:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards of it, in the order that they shall have
 * @length: (out) (optional): the length in bytes
 *
 * Writes some cards with all that lies in them, as they go to the clipboard;
 * one that lies in another of them is written there only.
 *
 * Returns: (transfer full): the text
 */
char *
trl_writer_write_cards (TrlBlueprint       *blueprint,
                        const char * const *ids,
                        gsize              *length)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_PRETTY);
  Writing self = { blueprint, json, FALSE };

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  write_fragment (&self, ids);
  return trl_json_writer_end (json, length);
}

static char *
fingerprint (TrlJsonWriter *json)
{
  gsize length;
  g_autofree char *text = trl_json_writer_end (json, &length);

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}

/**
 * trl_writer_fingerprint:
 * @blueprint: a blueprint
 *
 * Says in a few letters what exactly is designed. Status, approval and places
 * on the board do not count: approving a design or moving a card leaves it as
 * it is.
 *
 * Returns: (transfer full): a SHA-256 in hexadecimal
 */
char *
trl_writer_fingerprint (TrlBlueprint *blueprint)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_COMPACT);
  Writing self = { blueprint, json, TRUE };

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  write_document (&self);
  return fingerprint (json);
}

/**
 * trl_writer_fingerprint_cards:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards of it; ids that it does not have count for nothing
 *
 * Says in a few letters what some cards and all that lies in them say; places
 * on the board do not count.
 *
 * Returns: (transfer full): a SHA-256 in hexadecimal
 */
char *
trl_writer_fingerprint_cards (TrlBlueprint       *blueprint,
                              const char * const *ids)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_COMPACT);
  Writing self = { blueprint, json, TRUE };

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  write_fragment (&self, ids);
  return fingerprint (json);
}

/* A name that no other slot has: "motion/tiers". */
char *
trl_slot_dup_name (TrlSlot slot)
{
  const TrlSlotInfo *info = trl_slot_get_info (slot);

  return g_strconcat (trl_kind_get_info (info->parent)->name, "/", info->path, NULL);
}

static void
write_record (Writing *self,
              TrlCard *card)
{
  TrlJsonWriter *json = self->json;

  trl_json_writer_begin_object (json);
  trl_json_writer_key (json, "id");
  trl_json_writer_string (json, trl_card_get_id (card));
  if (trl_card_get_parent (card) != NULL)
    {
      g_autofree char *slot = trl_slot_dup_name (trl_card_get_slot (card));

      trl_json_writer_key (json, "parent");
      trl_json_writer_string (json, trl_card_get_parent (card));
      trl_json_writer_key (json, "slot");
      trl_json_writer_string (json, slot);
    }
  if (!self->design_only)
    {
      trl_json_writer_key (json, "rank");
      trl_json_writer_number (json, trl_card_get_rank (card));
    }
  trl_json_writer_key (json, "kind");
  trl_json_writer_string (json, trl_kind_get_info (trl_card_get_kind (card))->name);
  trl_json_writer_key (json, "card");
  write_card (self, card, TRUE);
  trl_json_writer_end_object (json);
}

/* One record by itself, with its place: a line of the journal. */
void
trl_writer_write_record (TrlJsonWriter *json,
                         TrlCard       *card)
{
  Writing self = { NULL, json, FALSE };

  write_record (&self, card);
}

/* What one record says about the design, and in which slot of which card; not
 * where it lies on the board or among its siblings. */
char *
trl_writer_dup_said (TrlCard *card,
                     gsize   *length)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_COMPACT);
  Writing self = { NULL, json, TRUE };

  write_record (&self, card);
  return trl_json_writer_end (json, length);
}
