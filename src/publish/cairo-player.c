/* cairo-player.c: plays marks to cairo, for PDF and PNG. */

#define G_LOG_DOMAIN "cairo-player"

#include "config.h"

#include "sheet.h"

#include <math.h>
#include <pango/pangocairo.h>

static void
set_colour (cairo_t         *cr,
            const TrlColour *colour)
{
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
}

static void
trace_rounded (cairo_t       *cr,
               const TrlRect *rect,
               double         radius,
               TrlCorners     corners)
{
  double top = corners & TRL_CORNERS_TOP ? radius : 0;
  double bottom = corners & TRL_CORNERS_BOTTOM ? radius : 0;
  double right = rect->x + rect->width;
  double foot = rect->y + rect->height;

  cairo_new_path (cr);
  cairo_arc (cr, right - top, rect->y + top, top, -G_PI_2, 0);
  cairo_arc (cr, right - bottom, foot - bottom, bottom, 0, G_PI_2);
  cairo_arc (cr, rect->x + bottom, foot - bottom, bottom, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + top, rect->y + top, top, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
set_line (cairo_t       *cr,
          const TrlMark *mark)
{
  cairo_set_line_width (cr, mark->line_width);
  cairo_set_dash (cr, &mark->dash, mark->dash > 0 ? 1 : 0, 0);
}

static void
play_border (cairo_t       *cr,
             const TrlMark *mark)
{
  TrlRect middle = trl_rect_inset (&mark->rect, mark->line_width / 2, mark->line_width / 2);

  set_line (cr, mark);
  trace_rounded (cr, &middle, MAX (0, mark->radius - mark->line_width / 2), TRL_CORNERS_ALL);
  cairo_stroke (cr);
}

static void
play_path (cairo_t       *cr,
           const TrlMark *mark)
{
  trl_mark_trace_path (mark, cr);
  if (mark->line_width > 0)
    {
      set_line (cr, mark);
      cairo_stroke (cr);
    }
  else
    cairo_fill (cr);
}

static void
play_link (cairo_t       *cr,
           const TrlMark *mark)
{
  g_autoptr (GString) attributes = g_string_new ("uri='");

  for (const char *at = mark->uri; *at != '\0'; at++)
    {
      if (*at == '\'' || *at == '\\')
        g_string_append_c (attributes, '\\');
      g_string_append_c (attributes, *at);
    }
  g_string_append_c (attributes, '\'');
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes->str);
}

static gboolean
is_drawable (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG)
      return FALSE;
  return TRUE;
}

/* Pango hands a run that is read from the right to cairo in reading order, and
 * cairo then jumps back and forth in the PDF; readers take each jump for a gap
 * between words. So such runs are handed over from left to right, each cluster
 * with its own letters; readers turn the order round themselves. */
static void
show_backward_run (cairo_t              *cr,
                   const char           *words,
                   const PangoLayoutRun *run,
                   double                x,
                   double                y)
{
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree cairo_glyph_t *glyphs = g_new0 (cairo_glyph_t, run->glyphs->num_glyphs);
  g_autofree cairo_text_cluster_t *clusters = g_new0 (cairo_text_cluster_t, run->glyphs->num_glyphs);
  PangoFont *font = run->item->analysis.font;
  int end = run->item->length;
  int n_glyphs = 0;
  int n_clusters = 0;

  for (int i = 0; i < run->glyphs->num_glyphs; i++)
    {
      const PangoGlyphInfo *glyph = &run->glyphs->glyphs[i];
      int start = run->glyphs->log_clusters[i];

      if (i == 0 || start != run->glyphs->log_clusters[i - 1])
        {
          clusters[n_clusters++].num_bytes = end - start;
          g_string_append_len (letters, words + run->item->offset + start, end - start);
          end = start;
        }
      if (glyph->glyph != PANGO_GLYPH_EMPTY)
        {
          glyphs[n_glyphs].index = glyph->glyph;
          glyphs[n_glyphs].x = x + glyph->geometry.x_offset / (double) PANGO_SCALE;
          glyphs[n_glyphs].y = y + glyph->geometry.y_offset / (double) PANGO_SCALE;
          clusters[n_clusters - 1].num_glyphs++;
          n_glyphs++;
        }
      x += glyph->geometry.width / (double) PANGO_SCALE;
    }
  cairo_set_scaled_font (cr, pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font)));
  cairo_show_text_glyphs (cr, letters->str, letters->len, glyphs, n_glyphs, clusters, n_clusters, 0);
}

static void
play_text (cairo_t       *cr,
           const TrlMark *mark)
{
  PangoLayout *layout = trl_text_get_layout (mark->text);
  const char *words = pango_layout_get_text (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutRun *run = pango_layout_iter_get_run_readonly (iter);
      PangoRectangle logical;
      double x;
      double y;

      if (run == NULL)
        continue;   /* the end of a line */
      pango_layout_iter_get_run_extents (iter, NULL, &logical);
      x = mark->rect.x + logical.x / (double) PANGO_SCALE;
      y = mark->rect.y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      if (run->item->analysis.level % 2 == 1 && is_drawable (run->glyphs) &&
          !(run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS))
        show_backward_run (cr, words, run, x, y);
      else
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_glyph_item (cr, words, run);
        }
    }
  while (pango_layout_iter_next_run (iter));
  pango_layout_iter_free (iter);
}

static void
play_mark (cairo_t       *cr,
           const TrlMark *mark)
{
  set_colour (cr, &mark->colour);
  switch (mark->kind)
    {
    case TRL_MARK_FILL:
      cairo_rectangle (cr, mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height);
      cairo_fill (cr);
      break;
    case TRL_MARK_ROUNDED:
      trace_rounded (cr, &mark->rect, mark->radius, mark->corners);
      cairo_fill (cr);
      break;
    case TRL_MARK_BORDER:
      play_border (cr, mark);
      break;
    case TRL_MARK_LINE:
      set_line (cr, mark);
      cairo_move_to (cr, mark->rect.x, mark->rect.y);
      cairo_line_to (cr, mark->rect.x + mark->rect.width, mark->rect.y + mark->rect.height);
      cairo_stroke (cr);
      break;
    case TRL_MARK_PATH:
      play_path (cr, mark);
      break;
    case TRL_MARK_TEXT:
      play_text (cr, mark);
      break;
    case TRL_MARK_CLIP:
      cairo_save (cr);
      cairo_rectangle (cr, mark->rect.x, mark->rect.y, mark->rect.width, mark->rect.height);
      cairo_clip (cr);
      break;
    case TRL_MARK_UNCLIP:
      cairo_restore (cr);
      break;
    case TRL_MARK_LINK:
      play_link (cr, mark);
      break;
    case TRL_MARK_UNLINK:
      cairo_tag_end (cr, CAIRO_TAG_LINK);
      break;
    default:
      break;
    }
}

/**
 * trl_cairo_play:
 * @marks: what to draw
 * @cr: where, in board units
 *
 * Draws marks with cairo. Text stays text where the surface can hold it.
 */
void
trl_cairo_play (const TrlMarks *marks,
                cairo_t        *cr)
{
  const TrlMark *all;
  gsize n_marks;

  g_return_if_fail (marks != NULL && cr != NULL);

  all = trl_marks_get (marks, &n_marks);
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (gsize i = 0; i < n_marks; i++)
    play_mark (cr, &all[i]);
  cairo_restore (cr);
}
