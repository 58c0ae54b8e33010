/* svg.c: a sheet as SVG with real text.
 *
 * Every line of text is one <text> element with the words as people wrote them,
 * at the place and width that Pango found, so that another font cannot break
 * the lines anew. */

#define G_LOG_DOMAIN "svg"

#include "config.h"

#include "sheet.h"

#include <pango/pango.h>
#include <string.h>

typedef struct
{
  GString *out;
  guint    n_clips;
} Writer;

static void
add_number (GString *out,
            double   number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (text, sizeof text, "%.3f", number);
  length = strlen (text);
  while (text[length - 1] == '0')
    length--;
  if (text[length - 1] == '.')
    length--;
  text[length] = '\0';
  g_string_append (out, strcmp (text, "-0") == 0 ? "0" : text);
}

static void
add_attribute (GString    *out,
               const char *name,
               double      number)
{
  g_string_append_printf (out, " %s=\"", name);
  add_number (out, number);
  g_string_append_c (out, '"');
}

/* XML has no way to write control characters, not even as a reference. */
static void
add_escaped (GString    *out,
             const char *text,
             gssize      length)
{
  const char *end = length < 0 ? text + strlen (text) : text + length;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (letter == '&')
        g_string_append (out, "&amp;");
      else if (letter == '<')
        g_string_append (out, "&lt;");
      else if (letter == '>')
        g_string_append (out, "&gt;");
      else if (letter == '"')
        g_string_append (out, "&quot;");
      else if (letter == '\t' || letter == '\n' || letter == '\r')
        g_string_append_c (out, ' ');
      else if (letter < 0x20 || letter == 0x7f || letter == 0xfffe || letter == 0xffff)
        g_string_append_unichar (out, 0xfffd);
      else
        g_string_append_unichar (out, letter);
    }
}

static void
add_paint (GString         *out,
           const char      *what,
           const TrlColour *colour)
{
  g_string_append_printf (out, " %s=\"#%02x%02x%02x\"", what, (guint) (colour->red * 255 + 0.5f),
                          (guint) (colour->green * 255 + 0.5f), (guint) (colour->blue * 255 + 0.5f));
  if (colour->alpha < 1)
    {
      g_string_append_printf (out, " %s-opacity=\"", what);
      add_number (out, colour->alpha);
      g_string_append_c (out, '"');
    }
}

static void
add_stroke (GString       *out,
            const TrlMark *mark)
{
  g_string_append (out, " fill=\"none\"");
  add_paint (out, "stroke", &mark->colour);
  add_attribute (out, "stroke-width", mark->line_width);
  if (mark->dash > 0)
    add_attribute (out, "stroke-dasharray", mark->dash);
}

static void
add_box (GString       *out,
         const TrlRect *rect,
         double         radius)
{
  g_string_append (out, "<rect");
  add_attribute (out, "x", rect->x);
  add_attribute (out, "y", rect->y);
  add_attribute (out, "width", rect->width);
  add_attribute (out, "height", rect->height);
  if (radius > 0)
    add_attribute (out, "rx", radius);
}

static void
add_step (GString      *out,
          char          letter,
          const double *points,
          guint         n_points)
{
  g_string_append_c (out, letter);
  for (guint i = 0; i < n_points * 2; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      add_number (out, points[i]);
    }
}

/* A box that is round at one end only has no element of its own. */
static void
add_half_rounded (GString       *out,
                  const TrlMark *mark)
{
  const TrlRect *box = &mark->rect;
  double r = mark->radius;
  double k = r * 0.4477;   /* where a quarter circle's handles lie, from its corner */
  gboolean top = mark->corners & TRL_CORNERS_TOP;
  double round = top ? box->y : box->y + box->height;
  double flat = top ? box->y + box->height : box->y;
  double d = top ? 1 : -1;
  double right = box->x + box->width;

  g_string_append (out, "<path d=\"");
  add_step (out, 'M', (double[]) { box->x, flat }, 1);
  add_step (out, 'L', (double[]) { box->x, round + d * r }, 1);
  add_step (out, 'C', (double[]) { box->x, round + d * k, box->x + k, round, box->x + r, round }, 3);
  add_step (out, 'L', (double[]) { right - r, round }, 1);
  add_step (out, 'C', (double[]) { right - k, round, right, round + d * k, right, round + d * r }, 3);
  add_step (out, 'L', (double[]) { right, flat }, 1);
  g_string_append (out, "Z\"");
  add_paint (out, "fill", &mark->colour);
  g_string_append (out, "/>\n");
}

static void
add_path (GString       *out,
          const TrlMark *mark)
{
  gsize n_steps;
  const TrlPathStep *steps = trl_path_get_steps (mark->path, &n_steps);

  g_string_append (out, "<path d=\"");
  for (gsize i = 0; i < n_steps; i++)
    {
      guint n_points = steps[i].verb == TRL_PATH_CURVE ? 3 : steps[i].verb == TRL_PATH_CLOSE ? 0 : 1;
      double points[6] = { 0 };

      for (guint p = 0; p < n_points; p++)
        {
          points[p * 2] = mark->rect.x + steps[i].points[p * 2] * mark->scale;
          points[p * 2 + 1] = mark->rect.y + steps[i].points[p * 2 + 1] * mark->scale;
        }
      add_step (out, "MLCZ"[steps[i].verb], points, n_points);
    }
  g_string_append_c (out, '"');
  if (mark->line_width > 0)
    {
      add_stroke (out, mark);
      g_string_append (out, " stroke-linejoin=\"round\"");
    }
  else
    add_paint (out, "fill", &mark->colour);
  g_string_append (out, "/>\n");
}

static int
compare_runs (gconstpointer a,
              gconstpointer b)
{
  const PangoLayoutRun *one = *(const PangoLayoutRun * const *) a;
  const PangoLayoutRun *other = *(const PangoLayoutRun * const *) b;

  return one->item->offset - other->item->offset;
}

static gboolean
is_strong (const PangoLayoutRun *run)
{
  PangoFontDescription *font = pango_font_describe (run->item->analysis.font);
  gboolean strong = pango_font_description_get_weight (font) >= PANGO_WEIGHT_SEMIBOLD;

  pango_font_description_free (font);
  return strong;
}

/* The words of a line in the order in which they are read, what an ellipsis
 * hides left out. */
static void
add_words (GString         *out,
           PangoLayoutLine *line,
           const char      *words,
           gboolean         strong)
{
  g_autoptr (GPtrArray) runs = g_ptr_array_new ();

  for (GSList *at = line->runs; at != NULL; at = at->next)
    g_ptr_array_add (runs, at->data);
  g_ptr_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const PangoLayoutRun *run = g_ptr_array_index (runs, i);
      gboolean heavier = is_strong (run) && !strong;

      if (heavier)
        g_string_append (out, "<tspan font-weight=\"700\">");
      if (run->item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS)
        g_string_append (out, "…");
      else
        add_escaped (out, words + run->item->offset, run->item->length);
      if (heavier)
        g_string_append (out, "</tspan>");
    }
}

static void
add_line (GString         *out,
          const TrlMark   *mark,
          PangoLayoutIter *iter)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  gboolean rtl = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  PangoRectangle logical;
  double left;
  double width;

  if (line->length == 0)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &logical);
  left = mark->rect.x + logical.x / (double) PANGO_SCALE;
  width = logical.width / (double) PANGO_SCALE;

  g_string_append (out, "<text");
  add_attribute (out, "x", rtl ? left + width : left);
  add_attribute (out, "y", mark->rect.y + pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE);
  add_attribute (out, "font-size", trl_text_get_size (mark->text));
  if (trl_text_is_strong (mark->text))
    g_string_append (out, " font-weight=\"700\"");
  if (rtl)
    g_string_append (out, " direction=\"rtl\"");
  add_attribute (out, "textLength", width);
  add_paint (out, "fill", &mark->colour);
  g_string_append_c (out, '>');
  add_words (out, line, pango_layout_get_text (trl_text_get_layout (mark->text)), trl_text_is_strong (mark->text));
  g_string_append (out, "</text>\n");
}

static void
add_text (GString       *out,
          const TrlMark *mark)
{
  PangoLayoutIter *iter = pango_layout_get_iter (trl_text_get_layout (mark->text));

  do
    add_line (out, mark, iter);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Nothing that could run is ever linked to. */
static void
add_link (GString    *out,
          const char *uri)
{
  static const char * const safe[] = { "https:", "http:", "mailto:", "#" };

  g_string_append (out, "<a");
  for (guint i = 0; i < G_N_ELEMENTS (safe); i++)
    if (g_ascii_strncasecmp (uri, safe[i], strlen (safe[i])) == 0)
      {
        g_string_append (out, " href=\"");
        add_escaped (out, uri, -1);
        g_string_append_c (out, '"');
      }
  g_string_append (out, ">\n");
}

static void
add_clip (Writer        *self,
          const TrlRect *rect)
{
  g_string_append_printf (self->out, "<clipPath id=\"clip%u\">", self->n_clips);
  add_box (self->out, rect, 0);
  g_string_append_printf (self->out, "/></clipPath><g clip-path=\"url(#clip%u)\">\n", self->n_clips);
  self->n_clips++;
}

static void
add_shape (GString       *out,
           const TrlMark *mark)
{
  TrlRect middle = trl_rect_inset (&mark->rect, mark->line_width / 2, mark->line_width / 2);

  if (mark->kind == TRL_MARK_ROUNDED && mark->corners != TRL_CORNERS_ALL)
    {
      add_half_rounded (out, mark);
      return;
    }
  if (mark->kind == TRL_MARK_BORDER)
    {
      add_box (out, &middle, MAX (0, mark->radius - mark->line_width / 2));
      add_stroke (out, mark);
    }
  else
    {
      add_box (out, &mark->rect, mark->kind == TRL_MARK_ROUNDED ? mark->radius : 0);
      add_paint (out, "fill", &mark->colour);
    }
  g_string_append (out, "/>\n");
}

static void
add_straight (GString       *out,
              const TrlMark *mark)
{
  g_string_append (out, "<line");
  add_attribute (out, "x1", mark->rect.x);
  add_attribute (out, "y1", mark->rect.y);
  add_attribute (out, "x2", mark->rect.x + mark->rect.width);
  add_attribute (out, "y2", mark->rect.y + mark->rect.height);
  add_stroke (out, mark);
  g_string_append (out, "/>\n");
}

static void
add_mark (Writer        *self,
          const TrlMark *mark)
{
  switch (mark->kind)
    {
    case TRL_MARK_FILL:
    case TRL_MARK_ROUNDED:
    case TRL_MARK_BORDER:
      add_shape (self->out, mark);
      break;
    case TRL_MARK_LINE:
      add_straight (self->out, mark);
      break;
    case TRL_MARK_PATH:
      add_path (self->out, mark);
      break;
    case TRL_MARK_TEXT:
      add_text (self->out, mark);
      break;
    case TRL_MARK_CLIP:
      add_clip (self, &mark->rect);
      break;
    case TRL_MARK_UNCLIP:
      g_string_append (self->out, "</g>\n");
      break;
    case TRL_MARK_LINK:
      add_link (self->out, mark->uri);
      break;
    case TRL_MARK_UNLINK:
      g_string_append (self->out, "</a>\n");
      break;
    default:
      break;
    }
}

static void
add_head (GString        *out,
          const TrlSheet *sheet)
{
  double width;
  double height;
  double x;
  double y;
  double fit = trl_sheet_get_fit (sheet, &x, &y);
  TrlRect page;

  trl_sheet_get_paper (sheet, &width, &height);
  page = (TrlRect) { sheet->area.x - x / fit, sheet->area.y - y / fit, width / fit, height / fit };

  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\"");
  g_string_append_printf (out, " font-family=\"%s\" width=\"", trl_style_get_families ());
  add_number (out, width);
  g_string_append (out, "pt\" height=\"");
  add_number (out, height);
  g_string_append (out, "pt\" viewBox=\"");
  add_step (out, ' ', (double[]) { page.x, page.y, page.width, page.height }, 2);
  g_string_append (out, "\">\n<title>");
  add_escaped (out, sheet->title != NULL ? sheet->title : "", -1);
  g_string_append (out, "</title>\n");
  add_box (out, &page, 0);
  add_paint (out, "fill", &sheet->ground);
  g_string_append (out, "/>\n");
}

/**
 * trl_sheet_to_svg:
 * @sheet: what to write
 * @error: return location for an error; there is none
 *
 * Writes a sheet as SVG.
 *
 * Returns: (transfer full): the file
 */
GBytes *
trl_sheet_to_svg (const TrlSheet  *sheet,
                  GError         **error)
{
  Writer self = { g_string_new (NULL), 0 };
  const TrlMark *marks;
  gsize n_marks;

  g_return_val_if_fail (sheet != NULL, NULL);

  add_head (self.out, sheet);
  marks = trl_marks_get (sheet->marks, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    add_mark (&self, &marks[i]);
  g_string_append (self.out, "</svg>\n");
  return g_string_free_to_bytes (self.out);
}
