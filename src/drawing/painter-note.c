/* painter-note.c: sticky notes. */

#define G_LOG_DOMAIN "painter-note"

#include "config.h"

#include "painter.h"

#include "format.h"

#include <glib/gi18n.h>

/* More dots than these are written as a number. */
#define DOTS_AT_MOST 10

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

static double
paint_dots (const TrlBrush *brush,
            double          pad,
            double          middle)
{
  double size = trl_brush_scale (brush, 9);
  double step = trl_brush_scale (brush, 15);
  double votes = 0;

  trl_card_get_number (brush->box->card, TRL_NOTE_VOTES, &votes);
  if (brush->painter->secret || votes < 1 || votes > DOTS_AT_MOST)
    return 0;
  for (guint i = 0; i < (guint) votes; i++)
    {
      TrlRect dot = trl_brush_rect (brush, pad + i * step, middle - size / 2, size, size);

      trl_marks_rounded (brush->marks, &dot, size / 2, TRL_CORNERS_ALL, trl_brush_colour (brush, TRL_ROLE_NOTE_INK));
    }
  return (guint) votes * step;
}

/* What the note is, who takes it on, and until when. */
static char *
foot_words (const TrlCard *note,
            gboolean       secret)
{
  g_autoptr (GString) out = g_string_new (NULL);
  int kind = trl_card_get_choice (note, TRL_NOTE_KIND);
  const char *facts[4] = { NULL };
  g_autofree char *votes_words = NULL;
  double votes = 0;

  trl_card_get_number (note, TRL_NOTE_VOTES, &votes);
  if (votes > DOTS_AT_MOST && !secret)
    facts[0] = votes_words = g_strdup_printf (ngettext ("%.0f dot", "%.0f dots", trl_format_plural (votes)), votes);
  if (kind >= 0 && kind != TRL_NOTE_IDEA)
    facts[1] = trl_choice_get_label (TRL_CHOICES_NOTE, kind);
  facts[2] = trl_card_get_text (note, TRL_NOTE_OWNER);
  facts[3] = trl_card_get_text (note, TRL_NOTE_DUE);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", facts[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
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
  g_autofree char *foot = NULL;
  double pad = trl_brush_scale (brush, 12);
  double line = trl_layout_height_of (brush->painter->layout, "X", TRL_STYLE_SMALL, 0, 1);
  double top = brush->rect.height - pad - line;
  double dots;
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
  dots = paint_dots (brush, pad, top + line / 2);
  foot = foot_words (brush->box->card, brush->painter->secret);
  room = trl_brush_rect (brush, pad + dots, top, brush->rect.width - 2 * pad - dots, line);
  trl_brush_text (brush, foot, TRL_STYLE_SMALL, &room, 1, TRL_ALIGN_START, TRL_ROLE_NOTE_DIM);
}
