/* cells.c: a table that is text: what a spreadsheet puts on the clipboard, CSV, or a table of Markdown.
 *
 * Lines that people wrote are no table because there is a comma in each. So a
 * table has equally many cells in every row; commas followed by spaces, as in
 * sentences, have to part three cells at least; and what begins with a tab is
 * an outline. */

#define G_LOG_DOMAIN "cells"

#include "config.h"

#include "cells.h"

#include <string.h>

/* More than these is no table that somebody looks through before it becomes cards. */
#define MOST_ROWS    20000
#define MOST_COLUMNS 200

struct _TrlCells
{
  GPtrArray *texts;      /* of char *, row after row */
  guint      n_columns;
  gboolean   header;     /* the text itself says that the first row is one */
};

/* What is known of a text while it is read. */
typedef struct
{
  TrlCells *cells;
  GString  *cell;
  guint     column;      /* of the row that is read */
  gboolean  quoted;      /* a cell was in quotes */
  gboolean  ragged;      /* rows are not equally long */
} Reading;

static TrlCells *
cells_new (void)
{
  TrlCells *cells = g_new0 (TrlCells, 1);

  cells->texts = g_ptr_array_new_with_free_func (g_free);
  return cells;
}

/**
 * trl_cells_free:
 * @cells: (transfer full) (nullable): cells
 *
 * Frees a table.
 */
void
trl_cells_free (TrlCells *cells)
{
  if (cells == NULL)
    return;
  g_ptr_array_unref (cells->texts);
  g_free (cells);
}

static void
end_cell (Reading *reading)
{
  g_ptr_array_add (reading->cells->texts, g_strstrip (g_strdup (reading->cell->str)));
  g_string_truncate (reading->cell, 0);
  reading->column++;
}

static void
end_row (Reading *reading)
{
  TrlCells *cells = reading->cells;

  end_cell (reading);
  if (reading->column == 1 && *(char *) g_ptr_array_index (cells->texts, cells->texts->len - 1) == '\0')
    g_ptr_array_set_size (cells->texts, cells->texts->len - 1);   /* an empty line is no row */
  else if (cells->n_columns == 0)
    cells->n_columns = reading->column;
  else if (cells->n_columns != reading->column)
    reading->ragged = TRUE;
  reading->column = 0;
}

/* Takes a cell in quotes, two of them in it being one; returns what comes after, or NULL if it never ends. */
static const char *
take_quoted (Reading    *reading,
             const char *c)
{
  for (c++; *c != '\0'; c++)
    {
      if (*c == '"' && c[1] != '"')
        return c + 1;
      if (*c == '"')
        c++;
      g_string_append_c (reading->cell, *c);
    }
  return NULL;
}

static TrlCells *
read_delimited (const char *text,
                char        delimiter)
{
  g_autoptr (TrlCells) cells = cells_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  Reading reading = { cells, cell, 0, FALSE, FALSE };
  const char *c = text;

  while (*c != '\0' && !reading.ragged)
    {
      if (*c == '"' && cell->len == 0)
        {
          c = take_quoted (&reading, c);
          if (c == NULL)
            return NULL;
          reading.quoted = TRUE;
        }
      else if (*c == delimiter)
        {
          end_cell (&reading);
          c++;
        }
      else if (*c == '\n' || *c == '\r')
        {
          end_row (&reading);
          c += c[0] == '\r' && c[1] == '\n' ? 2 : 1;
        }
      else
        g_string_append_c (cell, *c++);
    }
  if (reading.column > 0 || cell->len > 0)
    end_row (&reading);
  return reading.ragged ? NULL : g_steal_pointer (&cells);
}

/* "|---|:--:|", what a table of Markdown has below its header. */
static gboolean
is_rule (const char *line)
{
  return strchr (line, '|') != NULL && strchr (line, '-') != NULL && line[strspn (line, "|-: \t\r")] == '\0';
}

/* One row of Markdown: a bar may stand at both ends, and one behind a backslash is a letter. */
static void
read_markdown_row (Reading    *reading,
                   const char *line)
{
  gsize length;

  line += strspn (line, " \t");
  line += *line == '|';
  length = strlen (line);
  while (length > 0 && g_ascii_isspace (line[length - 1]))
    length--;
  if (length > 0 && line[length - 1] == '|' && (length < 2 || line[length - 2] != '\\'))
    length--;
  for (gsize i = 0; i < length; i++)
    {
      if (line[i] == '\\' && i + 1 < length && g_ascii_ispunct (line[i + 1]))
        g_string_append_c (reading->cell, line[++i]);
      else if (line[i] == '|')
        end_cell (reading);
      else
        g_string_append_c (reading->cell, line[i]);
    }
  end_row (reading);
}

static TrlCells *
read_markdown (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (TrlCells) cells = NULL;
  g_autoptr (GString) cell = g_string_new (NULL);
  Reading reading = { NULL, cell, 0, FALSE, FALSE };
  guint first = 0;

  while (lines[first] != NULL && *g_strstrip (lines[first]) == '\0')
    first++;
  if (lines[first] == NULL || lines[first + 1] == NULL || !is_rule (lines[first + 1]))
    return NULL;
  cells = reading.cells = cells_new ();
  cells->header = TRUE;
  for (guint i = first; lines[i] != NULL && !reading.ragged; i++)
    if (i != first + 1 && strspn (lines[i], " \t\r") != strlen (lines[i]))
      read_markdown_row (&reading, lines[i]);
  return reading.ragged ? NULL : g_steal_pointer (&cells);
}

static gboolean
is_table (const TrlCells *cells,
          guint           least_rows,
          guint           least_columns)
{
  guint n_rows;

  if (cells == NULL)
    return FALSE;
  n_rows = trl_cells_get_n_rows (cells);
  return n_rows >= least_rows && n_rows <= MOST_ROWS && cells->n_columns >= least_columns && cells->n_columns <= MOST_COLUMNS;
}

/**
 * trl_cells_read:
 * @text: a text
 *
 * Reads a text as a table, if it is one: cells between tabs, as spreadsheets
 * copy them, CSV with semicolons or commas, or a table of Markdown.
 *
 * Returns: (transfer full) (nullable): the table; %NULL when the text is none
 */
TrlCells *
trl_cells_read (const char *text)
{
  TrlCells *cells;

  g_return_val_if_fail (text != NULL, NULL);

  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  cells = read_markdown (text);
  if (is_table (cells, 1, 2))
    return cells;
  trl_cells_free (cells);
  if (strchr (text, '\t') != NULL)
    {
      cells = *text != '\t' ? read_delimited (text, '\t') : NULL;
      if (is_table (cells, 1, 2))
        return cells;
      trl_cells_free (cells);
      return NULL;
    }
  cells = read_delimited (text, ';');
  if (is_table (cells, 2, 2))
    return cells;
  trl_cells_free (cells);
  cells = read_delimited (text, ',');
  if (is_table (cells, 2, strstr (text, ", ") != NULL && strchr (text, '"') == NULL ? 3 : 2))
    return cells;
  trl_cells_free (cells);
  return NULL;
}

/**
 * trl_cells_get_n_rows:
 * @cells: a table
 *
 * Returns: how many rows it has, with the header
 */
guint
trl_cells_get_n_rows (const TrlCells *cells)
{
  g_return_val_if_fail (cells != NULL, 0);

  return cells->n_columns > 0 ? cells->texts->len / cells->n_columns : 0;
}

/**
 * trl_cells_get_n_columns:
 * @cells: a table
 *
 * Returns: how many cells a row has
 */
guint
trl_cells_get_n_columns (const TrlCells *cells)
{
  g_return_val_if_fail (cells != NULL, 0);

  return cells->n_columns;
}

/**
 * trl_cells_get:
 * @cells: a table
 * @row: a row, from 0
 * @column: a column, from 0
 *
 * Returns: (transfer none): what stands there, without space around it
 */
const char *
trl_cells_get (const TrlCells *cells,
               guint           row,
               guint           column)
{
  g_return_val_if_fail (cells != NULL && column < cells->n_columns && row < trl_cells_get_n_rows (cells), "");

  return g_ptr_array_index (cells->texts, row * cells->n_columns + column);
}

/**
 * trl_cells_has_header:
 * @cells: a table
 *
 * Returns: whether the text itself says that the first row names the columns
 */
gboolean
trl_cells_has_header (const TrlCells *cells)
{
  g_return_val_if_fail (cells != NULL, FALSE);

  return cells->header;
}
