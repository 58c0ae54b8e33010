/* painter-line.c: cards that say what they are in a line or two. */

#define G_LOG_DOMAIN "painter-line"

#include "config.h"

#include "painter.h"

#include "sentences.h"

/**
 * trl_paint_line:
 * @brush: a brush
 *
 * Paints a card that says what it is in a line: credentials, types that no
 * motion has, parked criteria, benefits and metrics, cards of newer versions.
 */
void
trl_paint_line (const TrlBrush *brush)
{
  g_autofree char *words = NULL;
  TrlRect room = trl_brush_part (brush, 0);

  if (brush->look == TRL_LOOK_BAND || brush->look == TRL_LOOK_FAR)
    return;
  trl_brush_sheet (brush, TRL_ROLE_SURFACE, TRL_ROLE_OUTLINE, 8);
  words = trl_sentence_card (brush->painter->blueprint, brush->box->card);
  if (brush->look == TRL_LOOK_NAMES)
    trl_brush_large (brush, words, FALSE, trl_look_get_name_size (brush->look), &room, 1, TRL_ALIGN_START, TRL_ROLE_INK);
  if (brush->look == TRL_LOOK_FULL)
    trl_brush_text (brush, words, TRL_STYLE_BODY, &room, 3, TRL_ALIGN_START, TRL_ROLE_INK);
  trl_brush_badge (brush, 8);
}
