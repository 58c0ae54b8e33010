/* painter-banner.c: the banner with goal and partners, and the names of rows. */

#define G_LOG_DOMAIN "painter-banner"

#include "config.h"

#include "painter.h"

#include <glib/gi18n.h>

#include "questions.h"
#include "sentences.h"

/* How much smaller than a name the goal may be in the banner of a small screen:
 * there a name is 18 pixels or more, and no letter less than 11. */
#define BAND_LEAST 0.62

static void
paint_labelled (const TrlBrush *brush,
                guint           part,
                const char     *label,
                const char     *words)
{
  TrlRect room = trl_brush_part (brush, part);
  TrlRect above = room;

  above.y -= trl_layout_height_of (brush->painter->layout, "X", TRL_STYLE_SMALL, 0, 1);
  trl_brush_text (brush, label, TRL_STYLE_SMALL, &above, 1, TRL_ALIGN_START, TRL_ROLE_BANNER_DIM);
  trl_brush_text (brush, words, TRL_STYLE_BANNER, &room, 3, TRL_ALIGN_START, TRL_ROLE_BANNER_INK);
}

/**
 * trl_paint_banner:
 * @brush: a brush
 *
 * Paints the ground of the banner, the goal and the number of partners.
 */
void
trl_paint_banner (const TrlBrush *brush)
{
  TrlBlueprint *blueprint = brush->painter->blueprint;
  g_autofree char *goal = trl_sentence_goal (blueprint);
  g_autofree char *partners = trl_sentence_partners (blueprint);
  TrlRect room = trl_rect_inset (&brush->rect, trl_brush_scale (brush, 20), trl_brush_scale (brush, 8));
  double size = trl_look_get_name_size (brush->look);
  double fits = room.height / trl_brush_scale (brush, 1.4);

  if (brush->look == TRL_LOOK_PLAIN)
    trl_marks_fill (brush->marks, &brush->rect, trl_brush_colour (brush, TRL_ROLE_BANNER));
  else
    trl_marks_rounded (brush->marks, &brush->rect, trl_brush_scale (brush, 10), TRL_CORNERS_ALL,
                       trl_brush_colour (brush, TRL_ROLE_BANNER));
  if (brush->look == TRL_LOOK_FULL)
    {
      paint_labelled (brush, 0, _("Goal"), goal);
      paint_labelled (brush, 1, _("Partners"), partners);
    }
  else if (size > 0 && fits >= (brush->look == TRL_LOOK_BAND ? size * BAND_LEAST : size))
    {
      size = MIN (size, fits);
      room.y = brush->rect.y + (brush->rect.height - size * 1.3 * trl_brush_scale (brush, 1)) / 2;
      trl_brush_large (brush, goal, TRUE, size, &room, 1, TRL_ALIGN_START, TRL_ROLE_BANNER_INK);
    }
  trl_brush_badge (brush, 10);
}

/**
 * trl_paint_row_name:
 * @brush: a brush
 *
 * Paints number, name and question of a row.
 */
void
trl_paint_row_name (const TrlBrush *brush)
{
  TrlRect name = trl_brush_part (brush, 0);
  TrlRect question = trl_brush_part (brush, 1);

  if (brush->look == TRL_LOOK_NAMES)
    {
      const char *words = trl_question_row_name (brush->box->row);

      trl_brush_large (brush, words, TRUE, trl_look_get_name_size (brush->look), &name, 1, TRL_ALIGN_START,
                       TRL_ROLE_ACCENT);
    }
  if (!trl_brush_has_text (brush))
    return;
  trl_brush_text (brush, trl_question_row_name (brush->box->row), TRL_STYLE_HEADING, &name, 2, TRL_ALIGN_START,
                  TRL_ROLE_ACCENT);
  trl_brush_text (brush, trl_question_row (brush->box->row), TRL_STYLE_SMALL, &question, 4, TRL_ALIGN_START,
                  TRL_ROLE_DIM);
}
