/* templates.c: designs to start from.
 *
 * Blank is made by the writer, so that it is always of this version; the
 * others are files of data/templates that are built in. Asking the resource
 * for itself keeps it from being dropped by the linker. */

#define G_LOG_DOMAIN "templates"

#include "config.h"

#include "templates.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "template-resources.h"
#include "writer.h"

static const TrlTemplate templates[] = {
  { "blank", NC_("template", "Blank"), N_("An empty board that asks the first question") },
  { "founder-after", NC_("template", "Three motions, one target"),
    N_("Technology, agencies and referrals: each with its own ladder, incentive and path") },
  { "founder-before", NC_("template", "As it grew"),
    N_("Thirty partners of three kinds in one model: a design to repair") },
};

/**
 * trl_templates_get_all:
 * @n_templates: (out): how many there are
 *
 * Returns: (array length=n_templates) (transfer none): the templates, in the
 *   order in which they are offered
 */
const TrlTemplate *
trl_templates_get_all (guint *n_templates)
{
  g_return_val_if_fail (n_templates != NULL, NULL);

  *n_templates = G_N_ELEMENTS (templates);
  return templates;
}

/**
 * trl_templates_find:
 * @name: a name
 *
 * Returns: (transfer none) (nullable): the template of this name
 */
const TrlTemplate *
trl_templates_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_str_equal (templates[i].name, name))
      return &templates[i];
  return NULL;
}

/**
 * trl_templates_get_title:
 * @info: a template
 *
 * Returns: what it is called in the reader's language
 */
const char *
trl_templates_get_title (const TrlTemplate *info)
{
  g_return_val_if_fail (info != NULL, "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "template", info->title);
}

/**
 * trl_templates_get_description:
 * @info: a template
 *
 * Returns: one line about it in the reader's language
 */
const char *
trl_templates_get_description (const TrlTemplate *info)
{
  g_return_val_if_fail (info != NULL, "");

  return g_dgettext (GETTEXT_PACKAGE, info->description);
}

/**
 * trl_templates_load:
 * @info: a template
 *
 * Returns: (transfer full): the file of the template, for trl_reader_read()
 */
GBytes *
trl_templates_load (const TrlTemplate *info)
{
  g_autofree char *path = NULL;
  GBytes *bytes;

  g_return_val_if_fail (info != NULL, NULL);

  if (info == &templates[0])
    {
      g_autoptr (TrlBlueprint) blank = trl_blueprint_new ();
      gsize length;
      char *text = trl_writer_write (blank, &length);

      return g_bytes_new_take (text, length);
    }

  path = g_strdup_printf ("/templates/%s.trellis", info->name);
  bytes = g_resource_lookup_data (trl_template_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (bytes != NULL);
  return bytes;
}
