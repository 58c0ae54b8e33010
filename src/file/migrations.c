/* migrations.c: how files of earlier versions become files of this one.
 *
 * A version step is one function here and one golden file in the tests. Step
 * n - 1 makes version n + 1 of version n; a file passes through all from its
 * own version on. */

#define G_LOG_DOMAIN "migrations"

#include "config.h"

#include "migrations.h"

#include "json-writer.h"
#include "writer.h"

/* There is no earlier version yet. */
static const TrlMigrationFunc steps[TRL_FORMAT_VERSION] = {
  NULL,
};

/**
 * trl_migrations_run:
 * @steps: (array length=n_steps): the steps, the first from version 1
 * @n_steps: their number
 * @root: a document
 * @from: its version, from 1
 * @error: return location for an error
 *
 * Brings a document through all steps from its version on.
 *
 * Returns: %FALSE if a step failed; the document is of no use then
 */
gboolean
trl_migrations_run (const TrlMigrationFunc  *table,
                    guint                    n_steps,
                    JsonObject              *root,
                    guint                    from,
                    GError                 **error)
{
  g_return_val_if_fail (root != NULL && from > 0, FALSE);

  for (guint version = from; version <= n_steps; version++)
    {
      if (!table[version - 1] (root, error))
        return FALSE;
      json_object_set_int_member (root, "version", version + 1);
    }
  return TRUE;
}

/**
 * trl_migrations_apply:
 * @root: a document
 * @from: its version, from 1
 * @error: return location for an error
 *
 * Brings a document to the version of today.
 *
 * Returns: %FALSE if a step failed; the document is of no use then
 */
gboolean
trl_migrations_apply (JsonObject  *root,
                      guint        from,
                      GError     **error)
{
  return trl_migrations_run (steps, TRL_FORMAT_VERSION - 1, root, from, error);
}

static void write_node (TrlJsonWriter *json,
                        JsonNode      *node);

static void
write_object (TrlJsonWriter *json,
              JsonObject    *object)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  trl_json_writer_begin_object (json);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      trl_json_writer_key (json, name);
      write_node (json, node);
    }
  trl_json_writer_end_object (json);
}

static void
write_node (TrlJsonWriter *json,
            JsonNode      *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    write_object (json, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      trl_json_writer_begin_array (json);
      for (guint i = 0; i < json_array_get_length (array); i++)
        write_node (json, json_array_get_element (array, i));
      trl_json_writer_end_array (json);
    }
  else if (JSON_NODE_HOLDS_NULL (node))
    trl_json_writer_null (json);
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    trl_json_writer_string (json, json_node_get_string (node));
  else if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    trl_json_writer_boolean (json, json_node_get_boolean (node));
  else
    trl_json_writer_number (json, json_node_get_double (node));
}

/**
 * trl_migrations_write:
 * @root: a document
 * @length: (out) (optional): the length in bytes
 *
 * Writes a document that was brought over, so that it can be read like any
 * other.
 *
 * Returns: (transfer full): the text
 */
char *
trl_migrations_write (JsonObject *root,
                      gsize      *length)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_PRETTY);

  g_return_val_if_fail (root != NULL, NULL);

  write_object (json, root);
  return trl_json_writer_end (json, length);
}
