/* painter-incentive.c: how a partner earns. */

#define G_LOG_DOMAIN "painter-incentive"

#include "config.h"

#include "painter.h"

#include <string.h>

#include "format.h"
#include "sentences.h"

#define INCENTIVE_RADIUS 8.0

/* What it is paid in: "%", or the sign of the currency. */
static char *
find_sign (const TrlBrush *brush)
{
  const TrlEntry *entry = trl_card_get_kind_entry (brush->box->card);
  const char *currency = trl_sentence_currency (brush->painter->blueprint);
  g_autofree char *zero = NULL;
  char *digit;

  if (entry == NULL || g_strcmp0 (entry->unit, "%") == 0)
    return g_strdup ("%");
  if (g_strcmp0 (entry->unit, "money") != 0 || currency == NULL)
    return g_strdup ("•");
  zero = trl_format_money_short (0, currency);
  digit = g_utf8_strchr (zero, -1, '0');
  if (digit != NULL)
    memmove (digit, digit + 1, strlen (digit));
  g_strstrip (zero);
  return g_utf8_strlen (zero, -1) <= 2 ? g_steal_pointer (&zero) : g_utf8_substring (zero, 0, 1);
}

static void
paint_sign (const TrlBrush *brush)
{
  g_autofree char *sign = find_sign (brush);
  double size = trl_brush_scale (brush, 28);
  TrlRect disc = trl_brush_rect (brush, trl_brush_scale (brush, 10), (brush->rect.height - size) / 2, size, size);
  double height = trl_layout_height_of (brush->painter->layout, sign, TRL_STYLE_LABEL, 0, 1);

  trl_marks_rounded (brush->marks, &disc, size / 2, TRL_CORNERS_ALL, trl_brush_colour (brush, TRL_ROLE_BADGE_GROUND));
  disc.y += (size - height) / 2;
  trl_brush_text (brush, sign, TRL_STYLE_LABEL, &disc, 1, TRL_ALIGN_CENTRE, TRL_ROLE_BADGE_INK);
}

/**
 * trl_paint_incentive:
 * @brush: a brush
 *
 * Paints an incentive: sign, name with rates, terms.
 */
void
trl_paint_incentive (const TrlBrush *brush)
{
  TrlBlueprint *blueprint = brush->painter->blueprint;
  g_autofree char *title = NULL;
  g_autofree char *terms = NULL;
  TrlRect room = trl_brush_part (brush, 0);
  TrlRect below = trl_brush_part (brush, brush->box->n_parts - 1);

  if (brush->look == TRL_LOOK_BAND || brush->look == TRL_LOOK_FAR)
    return;
  trl_brush_sheet (brush, TRL_ROLE_SURFACE, TRL_ROLE_OUTLINE, INCENTIVE_RADIUS);
  title = trl_sentence_incentive (blueprint, brush->box->card);
  room.x = below.x;
  room.width = below.width;
  if (brush->look == TRL_LOOK_NAMES)
    {
      double size = trl_look_get_name_size (brush->look);
      TrlRect line = trl_rect_inset (&brush->rect, trl_brush_scale (brush, 10), 0);

      line.y += (brush->rect.height - size * 1.25 * trl_brush_scale (brush, 1)) / 2;
      trl_brush_large (brush, title, TRUE, size, &line, 1, TRL_ALIGN_START, TRL_ROLE_INK);
    }
  if (brush->look == TRL_LOOK_FULL)
    {
      paint_sign (brush);
      terms = trl_sentence_incentive_terms (blueprint, brush->box->card);
      trl_brush_text (brush, title, TRL_STYLE_NAME, &room, 2, TRL_ALIGN_START, TRL_ROLE_INK);
      trl_brush_text (brush, terms, TRL_STYLE_SMALL, &below, 2, TRL_ALIGN_START, TRL_ROLE_DIM);
    }
  trl_brush_badge (brush, INCENTIVE_RADIUS);
}
