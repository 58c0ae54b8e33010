/* schema.c: the format of the document, for other programs.
 *
 * A JSON Schema (2020-12), made from the vocabulary and the catalogues, so that
 * it cannot say anything else than the reader. It is a little stricter: every
 * card has an id, and words come from the lists; what the reader would mend or
 * keep, whoever writes a file should know of. Members that it does not name are
 * allowed, as later versions bring more. */

#define G_LOG_DOMAIN "schema"

#include "config.h"

#include "schema.h"

#include "catalogue.h"
#include "json-writer.h"
#include "shape.h"
#include "writer.h"

static void
say (TrlJsonWriter *json,
     const char    *key,
     const char    *text)
{
  trl_json_writer_key (json, key);
  trl_json_writer_string (json, text);
}

static void
begin (TrlJsonWriter *json,
       const char    *key)
{
  trl_json_writer_key (json, key);
  trl_json_writer_begin_object (json);
}

static void
refer (TrlJsonWriter *json,
       const char    *name)
{
  g_autofree char *path = g_strconcat ("#/$defs/", name, NULL);

  say (json, "$ref", path);
}

static void
write_reference (TrlJsonWriter *json,
                 const char    *name)
{
  trl_json_writer_begin_object (json);
  refer (json, name);
  trl_json_writer_end_object (json);
}

static void
write_choices (TrlJsonWriter *json,
               TrlChoices     list)
{
  guint n;
  const TrlChoiceInfo *choices = trl_choices_get (list, &n);

  trl_json_writer_begin_object (json);
  trl_json_writer_key (json, "enum");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < n; i++)
    trl_json_writer_string (json, choices[i].id);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
}

/* A catalogue proposes; other words are allowed. */
static void
write_entries (TrlJsonWriter *json,
               TrlCatalogue   catalogue)
{
  trl_json_writer_begin_object (json);
  say (json, "type", "string");
  trl_json_writer_key (json, "examples");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < trl_catalogue_get_size (catalogue); i++)
    trl_json_writer_string (json, trl_catalogue_get (catalogue, i)->id);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
}

/* The name of the definition that a type has, NULL for those that differ by member. */
static const char *
definition_of (TrlValueType type)
{
  switch (type)
    {
    case TRL_VALUE_NAME:
    case TRL_VALUE_TEXT:
      return "text";
    case TRL_VALUE_LINE:
    case TRL_VALUE_LEVEL:
    case TRL_VALUE_REF:
      return "line";
    case TRL_VALUE_UNIT:
      return "unit";
    case TRL_VALUE_NUMBER:
      return "number";
    case TRL_VALUE_YES_NO:
      return "yesNo";
    case TRL_VALUE_DATE:
      return "date";
    case TRL_VALUE_CURRENCY:
      return "currency";
    case TRL_VALUE_REFS:
      return "references";
    case TRL_VALUE_CHOICE:
    case TRL_VALUE_ENTRY:
    default:
      return NULL;
    }
}

static void
write_member (TrlJsonWriter *json,
              TrlMember      member)
{
  const TrlMemberInfo *info = trl_member_get_info (member);
  const char *definition = definition_of (info->type);

  trl_json_writer_begin_object (json);
  say (json, "title", info->label);
  say (json, "description", info->help);
  if (definition != NULL)
    refer (json, definition);
  else
    {
      trl_json_writer_key (json, "anyOf");
      trl_json_writer_begin_array (json);
      if (info->type == TRL_VALUE_CHOICE)
        write_choices (json, info->of);
      else
        write_entries (json, info->of);
      write_reference (json, "open");
      trl_json_writer_end_array (json);
    }
  trl_json_writer_end_object (json);
}

/* An object that is a card of @kind, unless it says that it is something else. */
static void
write_card_of (TrlJsonWriter *json,
               TrlKind        kind)
{
  const char *name = trl_kind_get_info (kind)->name;

  begin (json, "if");
  begin (json, "properties");
  begin (json, "card");
  say (json, "const", name);
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
  begin (json, "then");
  refer (json, name);
  trl_json_writer_end_object (json);
}

static void
write_slot (TrlJsonWriter *json,
            TrlSlot        slot)
{
  const TrlSlotInfo *info = trl_slot_get_info (slot);

  trl_json_writer_begin_object (json);
  say (json, "title", info->label);
  say (json, "type", "array");
  begin (json, "items");
  if (info->child == TRL_KIND_NONE)
    refer (json, "card");
  else
    {
      say (json, "type", "object");
      write_card_of (json, info->child);
    }
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
}

static void
write_properties (TrlJsonWriter  *json,
                  const TrlShape *object)
{
  for (guint i = 0; i < object->children->len; i++)
    {
      const TrlShape *shape = g_ptr_array_index (object->children, i);

      trl_json_writer_key (json, shape->key);
      if (shape->member != TRL_MEMBER_NONE)
        write_member (json, shape->member);
      else if (shape->slot != TRL_SLOT_NONE)
        write_slot (json, shape->slot);
      else
        {
          trl_json_writer_begin_object (json);
          say (json, "type", "object");
          begin (json, "properties");
          write_properties (json, shape);
          trl_json_writer_end_object (json);
          trl_json_writer_end_object (json);
        }
    }
}

static void
write_kind (TrlJsonWriter *json,
            TrlKind        kind)
{
  const TrlKindInfo *info = trl_kind_get_info (kind);

  begin (json, info->name);
  say (json, "title", info->label);
  say (json, "description", info->help);
  say (json, "type", "object");
  trl_json_writer_key (json, "required");
  trl_json_writer_begin_array (json);
  trl_json_writer_string (json, "id");
  trl_json_writer_end_array (json);
  begin (json, "properties");
  begin (json, "card");
  say (json, "const", info->name);
  trl_json_writer_end_object (json);
  begin (json, "id");
  refer (json, "id");
  trl_json_writer_end_object (json);
  write_properties (json, trl_shape_get (kind));
  trl_json_writer_end_object (json);
  trl_json_writer_end_object (json);
}

/* A card that lies somewhere on its own and so says what it is. */
static void
write_any_card (TrlJsonWriter *json)
{
  begin (json, "card");
  say (json, "type", "object");
  trl_json_writer_key (json, "required");
  trl_json_writer_begin_array (json);
  trl_json_writer_string (json, "card");
  trl_json_writer_end_array (json);
  trl_json_writer_key (json, "allOf");
  trl_json_writer_begin_array (json);
  for (int kind = TRL_KIND_NONE + 1; kind < TRL_N_KINDS; kind++)
    if (kind != TRL_KIND_PROGRAM && kind != TRL_KIND_FOREIGN)
      {
        trl_json_writer_begin_object (json);
        write_card_of (json, kind);
        trl_json_writer_end_object (json);
      }
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
}

/* Definitions that are the same whatever the vocabulary says. */
static const struct { const char *name; const char *raw; } definitions[] = {
  { "id", "{\"type\":\"string\",\"minLength\":1,\"description\":\"Unique in the document\"}" },
  { "open", "{\"description\":\"Not known: somebody has to find out; or not applicable: there is nothing to find out\","
            "\"anyOf\":[{\"enum\":[\"unknown\",\"n/a\"]},"
            "{\"type\":\"object\",\"required\":[\"unknown\"],\"maxProperties\":1,\"properties\":{\"unknown\":"
            "{\"type\":\"string\",\"description\":\"Who finds out; may be empty\"}}},"
            "{\"type\":\"object\",\"required\":[\"n/a\"],\"maxProperties\":1,\"properties\":{\"n/a\":{\"type\":\"string\"}}}]}" },
  { "text", "{\"anyOf\":[{\"type\":\"string\"},{\"$ref\":\"#/$defs/open\"}]}" },
  { "line", "{\"anyOf\":[{\"type\":\"string\"},{\"$ref\":\"#/$defs/open\"}]}" },
  { "number", "{\"anyOf\":[{\"type\":\"number\"},{\"$ref\":\"#/$defs/open\"}]}" },
  { "yesNo", "{\"anyOf\":[{\"type\":\"boolean\"},{\"$ref\":\"#/$defs/open\"}]}" },
  { "date", "{\"anyOf\":[{\"type\":\"string\",\"format\":\"date\",\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"},"
            "{\"$ref\":\"#/$defs/open\"}]}" },
  { "currency", "{\"anyOf\":[{\"type\":\"string\",\"pattern\":\"^[A-Z]{3}$\"},{\"$ref\":\"#/$defs/open\"}]}" },
  { "references", "{\"anyOf\":[{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/id\"}},{\"$ref\":\"#/$defs/open\"}]}" },
};

static void
write_definitions (TrlJsonWriter *json)
{
  begin (json, "$defs");
  for (guint i = 0; i < G_N_ELEMENTS (definitions); i++)
    {
      trl_json_writer_key (json, definitions[i].name);
      trl_json_writer_raw (json, definitions[i].raw);
    }
  begin (json, "unit");
  trl_json_writer_key (json, "anyOf");
  trl_json_writer_begin_array (json);
  write_entries (json, TRL_CATALOGUE_UNITS);
  write_reference (json, "open");
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);

  write_any_card (json);
  for (int kind = TRL_KIND_NONE + 1; kind < TRL_N_KINDS; kind++)
    if (kind != TRL_KIND_PROGRAM && kind != TRL_KIND_FOREIGN)
      write_kind (json, kind);
  trl_json_writer_end_object (json);
}

/**
 * trl_schema_write:
 * @length: (out) (optional): the length in bytes
 *
 * Writes the JSON Schema of the format. It is never translated.
 *
 * Returns: (transfer full): the text
 */
char *
trl_schema_write (gsize *length)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_PRETTY);

  trl_json_writer_begin_object (json);
  say (json, "$schema", "https://json-schema.org/draft/2020-12/schema");
  say (json, "$id", TRL_SCHEMA_ID);
  say (json, "title", "Trellis blueprint");
  say (json, "description", "The design of a partner program");
  say (json, "type", "object");
  trl_json_writer_key (json, "required");
  trl_json_writer_begin_array (json);
  trl_json_writer_string (json, "format");
  trl_json_writer_string (json, "version");
  trl_json_writer_end_array (json);

  begin (json, "properties");
  begin (json, "format");
  say (json, "const", TRL_FORMAT);
  trl_json_writer_end_object (json);
  begin (json, "version");
  trl_json_writer_key (json, "const");
  trl_json_writer_number (json, TRL_FORMAT_VERSION);
  trl_json_writer_end_object (json);
  write_properties (json, trl_shape_get (TRL_KIND_PROGRAM));
  trl_json_writer_end_object (json);

  write_definitions (json);
  trl_json_writer_end_object (json);
  return trl_json_writer_end (json, length);
}
