/* painter-metric.c: a metric: on the banner, or parked. */

#define G_LOG_DOMAIN "painter-metric"

#include "config.h"

#include "painter.h"

#include <glib/gi18n.h>

#include "sentences.h"

/**
 * trl_paint_metric:
 * @brush: a brush
 *
 * Paints a metric on the banner: a target large, a guardrail small; a parked
 * one as a line.
 */
void
trl_paint_metric (const TrlBrush *brush)
{
  g_autofree char *words = NULL;
  gboolean target = trl_card_get_choice (brush->box->card, TRL_METRIC_ROLE) != TRL_ROLE_GUARDRAIL;
  TrlRect label = trl_brush_part (brush, 0);
  TrlRect room = trl_brush_part (brush, 1);
  double line = trl_layout_height_of (brush->painter->layout, "X", TRL_STYLE_BANNER, 0, 1);
  double icon = trl_brush_scale (brush, 18);
  TrlRect picture = trl_brush_rect (brush, 0, label.height + (line - icon) / 2, icon, icon);

  if (trl_card_get_slot (brush->box->card) != TRL_SLOT_METRICS)
    {
      trl_paint_line (brush);
      return;
    }
  if (!trl_brush_has_text (brush))
    return;
  words = trl_sentence_metric (brush->painter->blueprint, brush->box->card);
  trl_brush_text (brush, target ? _("Target metric") : _("Guardrail"), TRL_STYLE_SMALL, &label, 1, TRL_ALIGN_START,
                  TRL_ROLE_BANNER_DIM);
  if (target)
    trl_icon_paint (brush->marks, TRL_ICON_TARGET, picture.x, picture.y, icon,
                    trl_brush_colour (brush, TRL_ROLE_BANNER_INK));
  trl_brush_text (brush, words, target ? TRL_STYLE_BANNER : TRL_STYLE_SMALL, &room, 2, TRL_ALIGN_START,
                  TRL_ROLE_BANNER_INK);
}
