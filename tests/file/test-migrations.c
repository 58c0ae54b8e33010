/* test-migrations.c: the machinery of version steps, with steps of its own. */

#include "config.h"

#include "migrations.h"
#include "writer.h"

static gboolean
rename_goal (JsonObject  *root,
             GError     **error)
{
  JsonObject *program = json_object_get_object_member (root, "program");

  if (!json_object_has_member (program, "aim"))
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "no aim");
      return FALSE;
    }
  json_object_set_string_member (program, "goal", json_object_get_string_member (program, "aim"));
  json_object_remove_member (program, "aim");
  return TRUE;
}

static gboolean
add_currency (JsonObject  *root,
              GError     **error)
{
  json_object_set_string_member (json_object_get_object_member (root, "program"), "currency", "EUR");
  return TRUE;
}

static const TrlMigrationFunc steps[] = { rename_goal, add_currency };

static char *
migrate (const char  *text,
         guint        from,
         GError     **error)
{
  g_autoptr (JsonNode) root = json_from_string (text, NULL);
  JsonObject *object = json_node_get_object (root);

  if (!trl_migrations_run (steps, G_N_ELEMENTS (steps), object, from, error))
    return NULL;
  return trl_migrations_write (object, NULL);
}

static void
assert_migrated (const char *text,
                 guint       from,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *migrated = migrate (text, from, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (migrated, ==, expected);
}

static void
test_steps (void)
{
  assert_migrated ("{\"version\":1,\"program\":{\"aim\":\"up\"},\"x\":[1,-2.5,null,true]}", 1,
                   "{\n  \"version\": 3,\n  \"program\": { \"goal\": \"up\", \"currency\": \"EUR\" },\n"
                   "  \"x\": [1, -2.5, null, true]\n}\n");
  assert_migrated ("{\"version\":2,\"program\":{\"aim\":\"up\"}}", 2,
                   "{\n  \"version\": 3,\n  \"program\": { \"aim\": \"up\", \"currency\": \"EUR\" }\n}\n");
  assert_migrated ("{\"version\":3,\"program\":{}}", 3, "{\n  \"version\": 3,\n  \"program\": {}\n}\n");
}

static void
test_failure (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (migrate ("{\"version\":1,\"program\":{}}", 1, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL);
}

/* What is of this version already stays as it is. */
static void
test_today (void)
{
  g_autoptr (JsonObject) root = json_object_new ();
  g_autofree char *text = NULL;

  json_object_set_int_member (root, "version", TRL_FORMAT_VERSION);
  g_assert_true (trl_migrations_apply (root, TRL_FORMAT_VERSION, NULL));
  text = trl_migrations_write (root, NULL);
  g_assert_cmpstr (text, ==, "{ \"version\": 1 }\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrations/steps", test_steps);
  g_test_add_func ("/migrations/failure", test_failure);
  g_test_add_func ("/migrations/today", test_today);
  return g_test_run ();
}
