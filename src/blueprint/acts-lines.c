/* acts-lines.c: pasted lines become notes.
 *
 * A list becomes columns of notes. An outline, whose lines are indented, becomes
 * notes too, each connected with the one that it stands below. How large a note
 * is only the layout knows, so whoever asks says it. */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"
#include "acts-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define NOTES_A_COLUMN 5
#define NOTE_GAP      10.0   /* between two notes, in board units */
#define OUTLINE_GAP   80.0   /* between a note and those that stand below it: room for the line */
#define TAB_WIDTH      4     /* columns of a tab that indents */
#define MOST_DEPTH    12     /* what is indented further lies with these */

typedef struct
{
  const char *text;      /* without what stands before it */
  guint       indent;    /* in columns */
  guint       depth;
  double      width;
  double      height;
  double      x;
  double      y;
  const char *note;
} Line;

/**
 * trl_act_add_note_like:
 * @blueprint: a blueprint
 * @like: a note
 * @x: where it lies, in board units
 * @y: the same, downwards
 * @id_out: (out) (optional) (transfer full): the note
 *
 * Adds an empty note of the same colour: whoever sorts by colour goes on in it.
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_add_note_like (TrlBlueprint  *blueprint,
                       const char    *like,
                       double         x,
                       double         y,
                       char         **id_out)
{
  g_autofree char *id = NULL;
  TrlEdit *edit;
  TrlCard *card;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && like != NULL, NULL);

  edit = trl_act_add_note (blueprint, "", x, y, &id);
  card = trl_blueprint_get (blueprint, like);
  if (card != NULL && trl_card_get_kind (card) == TRL_KIND_NOTE && trl_card_get_choice (card, TRL_NOTE_COLOUR) >= 0)
    trl_edit_set_choice (edit, id, TRL_NOTE_COLOUR, trl_card_get_choice (card, TRL_NOTE_COLOUR));
  if (id_out != NULL)
    *id_out = g_steal_pointer (&id);
  return edit;
}

/* "- ", "* " and "• " are how lists are written where there are no notes. */
static const char *
skip_bullet (const char *text)
{
  static const char *bullets[] = { "- ", "* ", "+ ", "• ", "– " };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (g_str_has_prefix (text, bullets[i]))
      {
        const char *rest = text + strlen (bullets[i]);

        while (g_ascii_isspace (*rest))
          rest++;
        return *rest != '\0' ? rest : text;
      }
  return text;
}

static guint
count_indent (const char *line)
{
  guint indent = 0;

  for (; *line == ' ' || *line == '\t'; line++)
    indent += *line == '\t' ? TAB_WIDTH : 1;
  return indent;
}

/* Every line that says something, with how deep it stands: deeper than the
 * nearest one before it that begins further to the left. @texts is changed. */
static GArray *
read_lines (char **texts)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (Line));
  guint stack[MOST_DEPTH + 1];
  guint n = 0;

  for (char **text = texts; *text != NULL; text++)
    {
      Line line = { .indent = count_indent (*text) };

      if (*g_strstrip (*text) == '\0')
        continue;
      line.text = skip_bullet (*text);
      while (n > 0 && stack[n - 1] >= line.indent)
        n--;
      line.depth = n;
      if (n < MOST_DEPTH)
        stack[n++] = line.indent;
      g_array_append_val (lines, line);
    }
  return lines;
}

/**
 * trl_acts_is_outline:
 * @text: some text
 *
 * Tells an outline from a table, which has tabs too: its tabs stand before the
 * words and never between them, and it begins at the left.
 *
 * Returns: whether some lines stand below others
 */
gboolean
trl_acts_is_outline (const char *text)
{
  g_auto (GStrv) texts = NULL;
  g_autoptr (GArray) lines = NULL;
  gboolean deep = FALSE;

  g_return_val_if_fail (text != NULL, FALSE);

  texts = g_strsplit_set (text, "\r\n", -1);
  lines = read_lines (texts);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);

      if (strchr (line->text, '\t') != NULL || (i == 0 && line->indent > 0))
        return FALSE;
      deep |= line->depth > 0;
    }
  return deep;
}

/* A side of a note for whoever cannot measure: some thirty letters a line, and room for its foot. */
static void
estimate (const char *text,
          double     *width,
          double     *height,
          gpointer    user_data)
{
  *width = 180;
  *height = MAX (106, 50 + 18 * (1 + g_utf8_strlen (text, -1) / 26));
}

/* Columns of five, so that forty notes fill a screen in its own shape. */
static void
lay_columns (GArray *lines)
{
  double x = 0, y = 0, width = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      if (i > 0 && i % NOTES_A_COLUMN == 0)
        {
          x += width + NOTE_GAP;
          y = width = 0;
        }
      line->x = x;
      line->y = y;
      y += line->height + NOTE_GAP;
      width = MAX (width, line->width);
    }
}

/* A column for each depth. What stands below a note begins beside it, and the next of its depth below all of that. */
static void
lay_outline (GArray *lines)
{
  double free_from[MOST_DEPTH + 1] = { 0 };
  double widest = 0, parent = 0;
  guint depth = 0;

  for (guint i = 0; i < lines->len; i++)
    widest = MAX (widest, g_array_index (lines, Line, i).width);
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      line->y = line->depth > depth ? parent : 0;
      for (guint d = line->depth; d <= MOST_DEPTH; d++)
        line->y = MAX (line->y, free_from[d]);
      line->x = line->depth * (widest + OUTLINE_GAP);
      free_from[line->depth] = line->y + line->height + NOTE_GAP;
      depth = line->depth;
      parent = line->y;
    }
}

static void
insert_lines (TrlEdit *edit,
              GArray  *lines,
              double   x,
              double   y)
{
  const char *parents[MOST_DEPTH + 1] = { NULL };

  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      line->note = trl_acts_insert_note (edit, line->text, x + line->x, y + line->y);
      if (line->depth > 0)
        trl_acts_insert_link (edit, parents[line->depth - 1], line->note);
      parents[line->depth] = line->note;
    }
}

/**
 * trl_act_paste_lines:
 * @blueprint: a blueprint
 * @text: lines of text
 * @x: where the first note lies, in board units
 * @y: the same, downwards
 * @size: (nullable) (scope call): how large a note is; %NULL guesses
 * @user_data: for @size
 * @ids_out: (out) (optional) (transfer full): the notes
 *
 * Makes a note of each line that says something: a list in columns of five, an
 * outline as a tree of connected notes.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when no line says anything
 */
TrlEdit *
trl_act_paste_lines (TrlBlueprint   *blueprint,
                     const char     *text,
                     double          x,
                     double          y,
                     TrlNoteSize     size,
                     gpointer        user_data,
                     char         ***ids_out)
{
  g_auto (GStrv) texts = NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  gboolean deep = FALSE;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && text != NULL, NULL);

  texts = g_strsplit_set (text, "\r\n", -1);
  lines = read_lines (texts);
  if (lines->len == 0)
    return NULL;
  for (guint i = 0; i < lines->len; i++)
    {
      Line *line = &g_array_index (lines, Line, i);

      (size != NULL ? size : estimate) (line->text, &line->width, &line->height, user_data);
      deep |= line->depth > 0;
    }
  if (deep)
    lay_outline (lines);
  else
    lay_columns (lines);

  edit = trl_edit_new (blueprint, _("Paste notes"));
  insert_lines (edit, lines, x, y);
  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (ids, g_array_index (lines, Line, i).note);
  if (ids_out != NULL)
    *ids_out = g_strv_builder_end (ids);
  return edit;
}
