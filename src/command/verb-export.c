/* verb-export.c: trellis export FILE --output=OUT.{pdf,svg,png}; tables also as csv, md and html. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "publish.h"
#include "reviewer.h"
#include "table.h"
#include "verb.h"

#include <glib/gi18n.h>
#include <string.h>

static char *output_name;
static char *what_name;
static char *page_name;
static char *theme_name;
static char *format_name;

const GOptionEntry trl_export_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_name,
    N_("The file to write; its ending is the format; - is standard output"), N_("FILE") },
  { "what", 0, 0, G_OPTION_ARG_STRING, &what_name,
    N_("The board, or one of its tables (default: board)"), "board|who-does-what|decisions" },
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_name,
    N_("The format, where the name does not tell"), "pdf|svg|png|csv|md|html" },
  { "page", 0, 0, G_OPTION_ARG_STRING, &page_name,
    N_("The size of the paper"), "board|a4|a3|letter" },
  { "theme", 0, 0, G_OPTION_ARG_STRING, &theme_name,
    N_("The colours (default: light)"), "light|dark" },
  G_OPTION_ENTRY_NULL
};

static const char *
pick_format (void)
{
  const char *dot = strrchr (output_name, '.');
  const char *name = format_name;

  if (name == NULL)
    name = g_str_equal (output_name, "-") ? "pdf" : dot != NULL ? dot + 1 : "";
  if (trl_sheet_find_format (name) != NULL)
    return trl_sheet_find_format (name)->id;
  return trl_table_find_format (name) != NULL ? trl_table_find_format (name)->id : NULL;
}

static gboolean
is_board (void)
{
  return what_name == NULL || g_str_equal (what_name, "board");
}

static gboolean
is_right_to_left (void)
{
  /* Translators: the direction in which your language is written: "ltr" or "rtl" */
  return g_str_equal (C_("text direction", "ltr"), "rtl");
}

static GBytes *
publish (TrlBlueprint            *blueprint,
         const TrlPublishOptions *options,
         GError                 **error)
{
  g_autoptr (TrlTable) table = NULL;

  if (is_board ())
    return trl_publish_board (blueprint, options, error);
  table = trl_table_new (trl_table_kind_find (what_name), blueprint, options->findings);
  return trl_table_publish (table, options->format, options->page, options->theme, options->right_to_left, error);
}

static int
export (const char *name,
        const char *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_read_input (name, &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TrlPublishOptions options = { .format = format, .page = page_name, .right_to_left = is_right_to_left () };

  if (reader == NULL)
    {
      trl_say_unreadable (name, error);
      return TRL_EXIT_TROUBLE;
    }
  trl_say_repairs (name, reader);
  findings = trl_review (trl_reader_get_blueprint (reader));
  options.findings = findings;
  options.theme = trl_theme_find (theme_name != NULL ? theme_name : "light");
  bytes = publish (trl_reader_get_blueprint (reader), &options, &error);
  if (bytes == NULL)
    {
      trl_say ("%s: %s: %s", name, _("error"), error->message);
      return TRL_EXIT_TROUBLE;
    }
  return trl_write_output (output_name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
       ? TRL_EXIT_CLEAN : TRL_EXIT_TROUBLE;
}

/**
 * trl_verb_export:
 * @arguments: (array zero-terminated=1): one file; "-" is standard input
 *
 * Writes the board as PDF, SVG or PNG, or one of its tables as these or as CSV, Markdown or HTML.
 *
 * Returns: what to tell the shell
 */
int
trl_verb_export (char **arguments)
{
  const char *format;

  if (arguments[0] == NULL || arguments[1] != NULL)
    return trl_say_usage ("export", _("name one design"));
  if (output_name == NULL)
    return trl_say_usage ("export", _("name the file with --output"));
  if (!is_board () && trl_table_kind_find (what_name) == TRL_N_TABLES)
    return trl_say_usage ("export", _("there is no table \"%s\""), what_name);
  format = pick_format ();
  if (format == NULL || (is_board () && trl_sheet_find_format (format) == NULL))
    return trl_say_usage ("export", is_board () ? _("%s: this is no name of a PDF, SVG or PNG")
                                                : _("%s: this is no name of a PDF, SVG, PNG, CSV, Markdown or HTML file"),
                          output_name);
  if (page_name != NULL && trl_publish_find_page (page_name, NULL) == NULL)
    return trl_say_usage ("export", _("there is no page \"%s\""), page_name);
  if (theme_name != NULL && trl_theme_find (theme_name) == NULL)
    return trl_say_usage ("export", _("there is no theme \"%s\""), theme_name);
  return export (arguments[0], format);
}
