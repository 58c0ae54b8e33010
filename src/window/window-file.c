/* window-file.c: opening, saving and closing a design. */

#define G_LOG_DOMAIN "window-file"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "reader.h"
#include "recents.h"
#include "templates.h"

/**
 * trl_window_open:
 * @self: an empty window
 * @file: a design
 *
 * Opens a file; says what is wrong with one that cannot be read.
 */
void
trl_window_open (TrlWindow *self,
                 GFile     *file)
{
  g_autoptr (GError) error = NULL;
  TrlReader *reader;

  g_return_if_fail (trl_window_is_empty (self));

  reader = trl_reader_read_file (file, &error);
  if (reader == NULL)
    {
      trl_window_say_wrong (self, _("This Design Cannot Be Opened"), error->message);
      return;
    }
  trl_window_take (self, trl_reader_get_blueprint (reader), file);
  trl_recents_add (file);
  trl_reader_free (reader);
}

/**
 * trl_window_start:
 * @self: an empty window
 * @template_name: (nullable): a template, %NULL for a blank board
 *
 * Starts a design that lies nowhere yet.
 */
void
trl_window_start (TrlWindow  *self,
                  const char *template_name)
{
  const TrlTemplate *info = template_name != NULL ? trl_templates_find (template_name) : NULL;
  g_autoptr (TrlBlueprint) blueprint = NULL;

  g_return_if_fail (trl_window_is_empty (self));

  if (info != NULL)
    {
      g_autoptr (GBytes) bytes = trl_templates_load (info);
      TrlReader *reader = trl_reader_read (bytes, NULL);

      blueprint = g_object_ref (trl_reader_get_blueprint (reader));
      trl_reader_free (reader);
    }
  else
    blueprint = trl_blueprint_new ();
  trl_window_take (self, blueprint, NULL);
}
