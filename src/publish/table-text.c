/* table-text.c: tables as CSV, Markdown and HTML. What people wrote is escaped for each. */

#define G_LOG_DOMAIN "table-text"

#include "config.h"

#include "table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "sheet.h"

/* A format is one function and one line here. */
static const TrlTableFormat formats[] = {
  { "csv", "text/csv", trl_table_to_csv },
  { "md", "text/markdown", trl_table_to_markdown },
  { "html", "text/html", trl_table_to_html },
};

/**
 * trl_table_get_formats:
 * @n_formats: (out): how many
 *
 * Returns: (array length=n_formats) (transfer none): every format that can hold a table of words
 */
const TrlTableFormat *
trl_table_get_formats (guint *n_formats)
{
  g_return_val_if_fail (n_formats != NULL, NULL);

  *n_formats = G_N_ELEMENTS (formats);
  return formats;
}

/**
 * trl_table_find_format:
 * @name: a format's name, or a file name that ends in it
 *
 * Returns: (transfer none) (nullable): the format
 */
const TrlTableFormat *
trl_table_find_format (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (trl_format_is_meant (formats[i].id, name))
      return &formats[i];
  return NULL;
}

/* Quoted as in RFC 4180. A spreadsheet takes =, +, -, @ and control
 * characters at the start for a formula, so an apostrophe goes before them. */
static void
append_csv (GString    *out,
            const char *text)
{
  gboolean formula = strchr ("=+-@\t\r", *text) != NULL && *text != '\0';

  g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

/* Everything that Markdown or the HTML in it would read as more than a letter. */
static void
append_markdown (GString    *out,
                 const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        {
          g_string_append_c (out, ' ');
          continue;
        }
      if (*p == '<')
        g_string_append (out, "&lt;");
      else if (*p == '&')
        g_string_append (out, "&amp;");
      else
        {
          if (strchr ("\\`*_[]|~#!", *p) != NULL)
            g_string_append_c (out, '\\');
          g_string_append_c (out, *p);
        }
    }
}

static void
append_html (GString    *out,
             const char *element,
             const char *attributes,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (out, "<%s%s>%s</%s>", element, attributes, escaped, element);
}

/**
 * trl_table_to_csv:
 * @table: a table
 *
 * Writes a table as CSV: UTF-8, commas, every cell quoted.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trl_table_to_csv (const TrlTable *table)
{
  GString *out = g_string_new (NULL);

  append_csv (out, trl_table_kind_get_label (trl_table_get_kind (table)));
  for (guint column = 0; column < trl_table_get_n_columns (table); column++)
    {
      g_string_append_c (out, ',');
      append_csv (out, trl_table_get_column (table, column));
    }
  g_string_append (out, "\r\n");
  for (guint row = 0; row < trl_table_get_n_rows (table); row++)
    {
      append_csv (out, trl_table_get_row (table, row));
      for (guint column = 0; column < trl_table_get_n_columns (table); column++)
        {
          g_string_append_c (out, ',');
          append_csv (out, trl_table_get_cell (table, row, column)->text);
        }
      g_string_append (out, "\r\n");
    }
  return g_string_free_to_bytes (out);
}

/**
 * trl_table_to_markdown:
 * @table: a table
 *
 * Writes a table as Markdown, with its title as a heading.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trl_table_to_markdown (const TrlTable *table)
{
  GString *out = g_string_new ("# ");

  append_markdown (out, trl_table_get_title (table));
  g_string_append (out, "\n\n|");
  for (guint column = 0; column < trl_table_get_n_columns (table); column++)
    {
      g_string_append (out, " | ");
      append_markdown (out, trl_table_get_column (table, column));
    }
  g_string_append (out, " |\n|---");
  for (guint column = 0; column < trl_table_get_n_columns (table); column++)
    g_string_append (out, "|---");
  g_string_append (out, "|\n");
  for (guint row = 0; row < trl_table_get_n_rows (table); row++)
    {
      g_string_append (out, "| ");
      append_markdown (out, trl_table_get_row (table, row));
      for (guint column = 0; column < trl_table_get_n_columns (table); column++)
        {
          g_string_append (out, " | ");
          append_markdown (out, trl_table_get_cell (table, row, column)->text);
        }
      g_string_append (out, " |\n");
    }
  return g_string_free_to_bytes (out);
}

/**
 * trl_table_to_html:
 * @table: a table
 *
 * Writes a table as a page of its own: no script, nothing fetched.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trl_table_to_html (const TrlTable *table)
{
  GString *out = g_string_new ("<!DOCTYPE html>\n<html dir=\"auto\">\n<head>\n<meta charset=\"utf-8\">\n");

  append_html (out, "title", "", trl_table_get_title (table));
  g_string_append (out, "\n<style>body{font:16px sans-serif;margin:2em}table{border-collapse:collapse}"
                        "th,td{border:1px solid #99a;padding:.4em .7em;text-align:start;vertical-align:top}"
                        "thead th{background:#17315c;color:#fff}</style>\n</head>\n<body>\n");
  append_html (out, "h1", "", trl_table_get_title (table));
  g_string_append (out, "\n<table>\n<thead><tr><th></th>");
  for (guint column = 0; column < trl_table_get_n_columns (table); column++)
    append_html (out, "th", " scope=\"col\"", trl_table_get_column (table, column));
  g_string_append (out, "</tr></thead>\n<tbody>\n");
  for (guint row = 0; row < trl_table_get_n_rows (table); row++)
    {
      g_string_append (out, "<tr>");
      append_html (out, "th", " scope=\"row\"", trl_table_get_row (table, row));
      for (guint column = 0; column < trl_table_get_n_columns (table); column++)
        append_html (out, "td", "", trl_table_get_cell (table, row, column)->text);
      g_string_append (out, "</tr>\n");
    }
  g_string_append (out, "</tbody>\n</table>\n</body>\n</html>\n");
  return g_string_free_to_bytes (out);
}
