/* painter-step.c: a step from signed to productive. */

#define G_LOG_DOMAIN "painter-step"

#include "config.h"

#include "painter.h"

#include "sentences.h"

/* A chevron that points to where the path goes on. The first one is flat at
 * its beginning. */
static TrlPath *
make_chevron (const TrlBrush *brush)
{
  TrlPath *path = trl_path_new ();
  gboolean rtl = trl_text_measure_is_rtl (brush->painter->layout->measure);
  double point = trl_brush_scale (brush, STEP_POINT);
  double width = brush->rect.width - trl_brush_scale (brush, 3) + point;
  double height = brush->rect.height;
  double notch = brush->box->index == 0 ? 0 : point;
  double corners[6][2] = { { 0, 0 }, { width - point, 0 }, { width, height / 2 }, { width - point, height },
                           { 0, height }, { notch, height / 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (corners); i++)
    {
      double x = rtl ? brush->rect.width - corners[i][0] : corners[i][0];

      if (i == 0)
        trl_path_move (path, x, corners[i][1]);
      else
        trl_path_line (path, x, corners[i][1]);
    }
  trl_path_close (path);
  return path;
}

/**
 * trl_paint_step:
 * @brush: a brush
 *
 * Paints a step: name and days.
 */
void
trl_paint_step (const TrlBrush *brush)
{
  g_autoptr (TrlPath) chevron = NULL;
  g_autofree char *name = NULL;
  g_autofree char *days = NULL;
  TrlRect room = trl_brush_part (brush, 0);

  if (brush->look == TRL_LOOK_PLAIN)
    trl_marks_fill (brush->marks, &brush->rect, trl_brush_colour (brush, TRL_ROLE_STRIP));
  if (brush->look != TRL_LOOK_FULL)
    return;
  chevron = make_chevron (brush);
  trl_marks_path (brush->marks, chevron, brush->rect.x, brush->rect.y, 1, 0, trl_brush_colour (brush, TRL_ROLE_STRIP));
  name = trl_sentence_name (brush->box->card);
  days = trl_sentence_days (brush->box->card);
  trl_brush_text (brush, name, TRL_STYLE_SMALL, &room, 1, TRL_ALIGN_CENTRE, TRL_ROLE_INK);
  room = trl_brush_part (brush, 1);
  trl_brush_text (brush, days, TRL_STYLE_SMALL, &room, 1, TRL_ALIGN_CENTRE, TRL_ROLE_DIM);
  trl_brush_badge (brush, 4);
}
