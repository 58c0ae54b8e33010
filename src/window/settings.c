/* settings.c: what a person prefers.
 *
 * The schema is found where the desktop keeps them, where the program was
 * installed (any prefix), or in the build folder that it runs from. */

#define G_LOG_DOMAIN "settings"

#include "config.h"

#include "settings.h"

/**
 * trl_runs_from_build_folder:
 *
 * Returns: whether the program is the one in the build folder, and not an installed one
 */
gboolean
trl_runs_from_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, BUILDDIR G_DIR_SEPARATOR_S);
}

static GSettingsSchema *
look_in (const char *folder)
{
  g_autoptr (GSettingsSchemaSource) source =
    g_settings_schema_source_new_from_directory (folder, g_settings_schema_source_get_default (), FALSE, NULL);

  return source != NULL ? g_settings_schema_source_lookup (source, APP_ID, FALSE) : NULL;
}

static GSettingsSchema *
find_schema (void)
{
  GSettingsSchema *schema = NULL;

  if (trl_runs_from_build_folder ())
    schema = look_in (BUILDDIR "/data");
  if (schema == NULL && g_settings_schema_source_get_default () != NULL)
    schema = g_settings_schema_source_lookup (g_settings_schema_source_get_default (), APP_ID, TRUE);
  if (schema == NULL)
    schema = look_in (PKGDATADIR "/../glib-2.0/schemas");
  return schema;
}

/**
 * trl_settings_get:
 *
 * Gets the settings of the program. A program without its schema was not
 * installed whole and ends here.
 *
 * Returns: (transfer none): the settings, the same at every call
 */
GSettings *
trl_settings_get (void)
{
  static GSettings *settings;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (settings != NULL)
    return settings;
  schema = find_schema ();
  if (schema == NULL)
    g_error ("The settings schema " APP_ID " is not installed");
  settings = g_settings_new_full (schema, NULL, NULL);
  return settings;
}
