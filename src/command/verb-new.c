/* verb-new.c: trellis new, and trellis templates. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "templates.h"
#include "verb.h"
#include "writer.h"

#include <glib/gi18n.h>

static char *template_name;
static char *output_name;

const GOptionEntry trl_new_options[] = {
  { "template", 0, 0, G_OPTION_ARG_STRING, &template_name,
    N_("Begin with a template instead of a blank design"), N_("NAME") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_name,
    N_("The file to write; - is standard output"), N_("FILE") },
  G_OPTION_ENTRY_NULL
};

static gboolean
write_blank (const char *output)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autofree char *text = NULL;
  gsize length;

  text = trl_writer_write (blueprint, &length);
  return trl_write_design (output, text, length);
}

/**
 * trl_verb_new:
 * @arguments: (array zero-terminated=1): none
 *
 * Begins a design in a file, which must not be there yet.
 *
 * Returns: what to tell the shell
 */
int
trl_verb_new (char **arguments)
{
  const TrlTemplate *template = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  const void *data;

  if (arguments[0] != NULL || output_name == NULL)
    return trl_say_usage ("new", _("name the file with --output"));
  if (!g_str_equal (output_name, "-") && g_file_test (output_name, G_FILE_TEST_EXISTS))
    {
      trl_say (_("%s is there already; nothing was written."), output_name);
      return TRL_EXIT_TROUBLE;
    }
  if (template_name == NULL || g_str_equal (template_name, "blank"))
    return write_blank (output_name) ? TRL_EXIT_CLEAN : TRL_EXIT_TROUBLE;

  template = trl_templates_find (template_name);
  if (template == NULL)
    return trl_say_usage ("new", _("there is no template \"%s\""), template_name);
  bytes = trl_templates_load (template);
  data = g_bytes_get_data (bytes, &length);
  return trl_write_design (output_name, data, length) ? TRL_EXIT_CLEAN : TRL_EXIT_TROUBLE;
}

/**
 * trl_verb_templates:
 * @arguments: (array zero-terminated=1): none
 *
 * Lists the templates, a line each, the name first.
 *
 * Returns: what to tell the shell
 */
int
trl_verb_templates (char **arguments)
{
  guint n_templates;
  const TrlTemplate *templates = trl_templates_get_all (&n_templates);

  if (arguments[0] != NULL)
    return trl_say_usage ("templates", _("takes no file"));
  for (guint i = 0; i < n_templates; i++)
    g_print ("%-16s %s\n", templates[i].name, trl_templates_get_description (&templates[i]));
  return TRL_EXIT_CLEAN;
}
