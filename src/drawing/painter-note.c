/* painter-note.c: sticky notes. */

#define G_LOG_DOMAIN "painter-note"

#include "config.h"

#include "painter.h"

#include <glib/gi18n.h>

#include "format.h"
#include "sentences.h"

/* More dots than these are written as a number. */
#define DOTS_AT_MOST 10
#define DOT_STEP 15.0

static TrlRole
find_ground (const TrlCard *note)
{
  switch (trl_card_get_choice (note, TRL_NOTE_COLOUR))
    {
    case TRL_COLOUR_PINK:
      return TRL_ROLE_NOTE_PINK;
    case TRL_COLOUR_BLUE:
      return TRL_ROLE_NOTE_BLUE;
    case TRL_COLOUR_GREEN:
      return TRL_ROLE_NOTE_GREEN;
    default:
      return TRL_ROLE_NOTE_YELLOW;
    }
}

static void
paint_dots (const TrlBrush *brush,
            guint           n_dots,
            double          pad,
            double          middle)
{
  double size = trl_brush_scale (brush, 9);
  double step = trl_brush_scale (brush, DOT_STEP);

  for (guint i = 0; i < n_dots; i++)
    {
      TrlRect dot = trl_brush_rect (brush, pad + i * step, middle - size / 2, size, size);

      trl_marks_rounded (brush->marks, &dot, size / 2, TRL_CORNERS_ALL, trl_brush_colour (brush, TRL_ROLE_NOTE_INK));
    }
}

/* "12 dots", where they are too many to be counted by eye or leave the words no room; %NULL for painted ones. */
static char *
number_dots (double votes,
             double room,
             double step)
{
  if (votes <= DOTS_AT_MOST && votes * step <= room)
    return NULL;
  return g_strdup_printf (ngettext ("%.0f dot", "%.0f dots", trl_format_plural (votes)), votes);
}

/* Dots and words in one line, or the dots above as many lines as the words need. */
static void
paint_foot (const TrlBrush *brush)
{
  TrlLayout *layout = brush->painter->layout;
  g_autofree char *words = trl_sentence_note_foot (brush->box->card);
  g_autofree char *number = NULL;
  double pad = trl_brush_scale (brush, 12);
  double step = trl_brush_scale (brush, DOT_STEP);
  double width = brush->rect.width - 2 * pad;
  double line = trl_layout_height_of (layout, "X", TRL_STYLE_SMALL, 0, 1);
  gboolean stacks = trl_layout_stacks_foot (layout, words, width);
  double height = stacks ? trl_layout_height_of (layout, words, TRL_STYLE_SMALL, width, 0) : line;
  double top = brush->rect.height - pad - height;
  double first = stacks ? top - line : top;
  double beside = stacks ? 0 : trl_layout_width_of (layout, words, TRL_STYLE_SMALL) + 1;
  double votes = 0;
  double start = 0;
  TrlRect room;

  trl_card_get_number (brush->box->card, TRL_NOTE_VOTES, &votes);
  if (votes >= 1 && !brush->painter->secret)
    {
      number = number_dots (votes, width - beside, step);
      start = number != NULL ? trl_layout_width_of (layout, number, TRL_STYLE_SMALL) + step / 2 : (guint) votes * step;
      room = trl_brush_rect (brush, pad, first, MIN (start, width), line);
      if (number != NULL)
        trl_brush_text (brush, number, TRL_STYLE_SMALL, &room, 1, TRL_ALIGN_START, TRL_ROLE_NOTE_DIM);
      else
        paint_dots (brush, (guint) votes, pad, first + line / 2);
    }
  if (stacks)
    start = 0;
  room = trl_brush_rect (brush, pad + start, top, MAX (width - start, 0), height);
  trl_brush_text (brush, words, TRL_STYLE_SMALL, &room, stacks ? 0 : 1, TRL_ALIGN_START, TRL_ROLE_NOTE_DIM);
}

/**
 * trl_paint_note:
 * @brush: a brush
 *
 * Paints a sticky note with its dots. A resolved one is pale.
 */
void
trl_paint_note (const TrlBrush *brush)
{
  const char *text = trl_card_get_text (brush->box->card, TRL_NOTE_TEXT);
  gboolean resolved = trl_card_get_yes (brush->box->card, TRL_NOTE_RESOLVED, FALSE);
  TrlColour ground = trl_colour_fade (trl_brush_colour (brush, find_ground (brush->box->card)), resolved ? 0.45 : 1);
  TrlRect room = trl_brush_part (brush, 0);

  trl_marks_rounded (brush->marks, &brush->rect, brush->look == TRL_LOOK_FULL ? trl_brush_scale (brush, 3) : 0,
                     TRL_CORNERS_ALL, &ground);
  if (brush->painter->theme->kind == TRL_THEME_CONTRAST)
    trl_marks_border (brush->marks, &brush->rect, trl_brush_scale (brush, 3), trl_brush_scale (brush, 1), 0,
                      trl_brush_colour (brush, TRL_ROLE_INK));
  if (brush->look == TRL_LOOK_NAMES && text != NULL)
    trl_brush_large (brush, text, FALSE, trl_look_get_name_size (brush->look), &room, 2, TRL_ALIGN_START,
                     TRL_ROLE_NOTE_INK);
  if (!trl_brush_has_text (brush))
    return;
  if (text != NULL)
    trl_brush_text (brush, text, TRL_STYLE_NOTE, &room, 0, TRL_ALIGN_START,
                    resolved ? TRL_ROLE_NOTE_DIM : TRL_ROLE_NOTE_INK);
  paint_foot (brush);
}
