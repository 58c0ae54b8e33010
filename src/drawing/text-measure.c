/* text-measure.c: how large a text is, the same on screen and on paper.
 *
 * The Pango context here is the only one that card text ever meets. Hinting is
 * off and glyphs lie between pixels, so that a line breaks at the same word at
 * every zoom, in a window and in a PDF. */

#define G_LOG_DOMAIN "text-measure"

#include "config.h"

#include "text-measure.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

/* The interface font of the desktop first, then whatever the system has. */
#define FAMILIES "Cantarell, Inter, sans-serif"

/* How many measured texts are kept. A board of 10,000 cards has fewer that
 * differ; when there are more, starting over costs less than keeping order. */
#define EXTENTS_KEPT 32768
#define LAYOUTS_KEPT 4096

static const struct
{
  double      size;    /* in units, at a text scale of 1 */
  PangoWeight weight;
} styles[TRL_N_STYLES] = {
  [TRL_STYLE_BANNER] = { 20, PANGO_WEIGHT_BOLD },
  [TRL_STYLE_TITLE] = { 20, PANGO_WEIGHT_BOLD },
  [TRL_STYLE_HEADING] = { 16, PANGO_WEIGHT_BOLD },
  [TRL_STYLE_NAME] = { 15, PANGO_WEIGHT_BOLD },
  [TRL_STYLE_BODY] = { 14, PANGO_WEIGHT_NORMAL },
  [TRL_STYLE_STRONG] = { 14, PANGO_WEIGHT_BOLD },
  [TRL_STYLE_NOTE] = { 15, PANGO_WEIGHT_NORMAL },
  [TRL_STYLE_SMALL] = { 14, PANGO_WEIGHT_NORMAL },
  [TRL_STYLE_LABEL] = { 14, PANGO_WEIGHT_BOLD },
};

struct _TrlText
{
  guint        ref_count;
  PangoLayout *layout;
  double       left;
  double       width;
  double       height;
  double       size;
  gboolean     strong;
};

typedef struct
{
  double width;
  double height;
} Extent;

struct _TrlTextMeasure
{
  guint         ref_count;
  double        scale;
  gboolean      rtl;
  PangoContext *context;
  PangoLayout  *scratch;    /* for extents, so that measuring makes no layout */
  GHashTable   *extents;    /* key of a spec → Extent */
  GHashTable   *layouts;    /* key of a spec → TrlText */
  GString      *key;
};

static const double pango_unit = 1.0 / PANGO_SCALE;

/**
 * trl_style_get_families:
 *
 * Returns: the font families of all styles, the wanted one first, as in CSS
 */
const char *
trl_style_get_families (void)
{
  return FAMILIES;
}

/**
 * trl_text_ref:
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (nullable): @text
 */
TrlText *
trl_text_ref (TrlText *text)
{
  if (text != NULL)
    text->ref_count++;
  return text;
}

/**
 * trl_text_unref:
 * @text: (nullable) (transfer full): a text
 *
 * Drops a reference.
 */
void
trl_text_unref (TrlText *text)
{
  if (text == NULL || --text->ref_count > 0)
    return;
  g_object_unref (text->layout);
  g_free (text);
}

/**
 * trl_text_get_layout:
 * @text: a text
 *
 * Returns: (transfer none): its layout, not to be changed
 */
PangoLayout *
trl_text_get_layout (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return text->layout;
}

/**
 * trl_text_get_left:
 * @text: a text
 *
 * Returns: how far its leftmost line lies from the left of its room, in units
 */
double
trl_text_get_left (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return text->left;
}

/**
 * trl_text_get_width:
 * @text: a text
 *
 * Returns: how wide its lines are together, in units
 */
double
trl_text_get_width (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return text->width;
}

/**
 * trl_text_get_height:
 * @text: a text
 *
 * Returns: how tall it is, in units
 */
double
trl_text_get_height (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return text->height;
}

/**
 * trl_text_get_baseline:
 * @text: a text
 *
 * Returns: how far the baseline of its first line lies below its top, in units
 */
double
trl_text_get_baseline (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return pango_layout_get_baseline (text->layout) * pango_unit;
}

/**
 * trl_text_get_size:
 * @text: a text
 *
 * Returns: the size of its font, in units
 */
double
trl_text_get_size (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return text->size;
}

/**
 * trl_text_is_strong:
 * @text: a text
 *
 * Returns: %TRUE if all of it has weight
 */
gboolean
trl_text_is_strong (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return text->strong;
}

/**
 * trl_text_is_cut:
 * @text: a text
 *
 * Returns: %TRUE if an ellipsis stands for some of it
 */
gboolean
trl_text_is_cut (const TrlText *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return pango_layout_is_ellipsized (text->layout);
}

static PangoContext *
make_context (double   scale,
              gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96 * scale);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_WEAK_RTL : PANGO_DIRECTION_WEAK_LTR);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * trl_text_measure_new:
 * @text_scale: the desktop's text scale, 1 is 100 %
 * @right_to_left: whether the words of the program are written from the right
 *
 * Makes a text measure.
 *
 * Returns: (transfer full): the measure
 */
TrlTextMeasure *
trl_text_measure_new (double   text_scale,
                      gboolean right_to_left)
{
  TrlTextMeasure *self;

  g_return_val_if_fail (text_scale > 0 && text_scale < 100, NULL);

  self = g_new0 (TrlTextMeasure, 1);
  self->ref_count = 1;
  self->scale = text_scale;
  self->rtl = right_to_left;
  self->context = make_context (text_scale, right_to_left);
  self->scratch = pango_layout_new (self->context);
  self->extents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) trl_text_unref);
  self->key = g_string_new (NULL);
  return self;
}

/**
 * trl_text_measure_ref:
 * @measure: (nullable): a measure
 *
 * Returns: (transfer full) (nullable): @measure
 */
TrlTextMeasure *
trl_text_measure_ref (TrlTextMeasure *measure)
{
  if (measure != NULL)
    measure->ref_count++;
  return measure;
}

/**
 * trl_text_measure_unref:
 * @measure: (nullable) (transfer full): a measure
 *
 * Drops a reference.
 */
void
trl_text_measure_unref (TrlTextMeasure *measure)
{
  if (measure == NULL || --measure->ref_count > 0)
    return;
  g_hash_table_unref (measure->extents);
  g_hash_table_unref (measure->layouts);
  g_string_free (measure->key, TRUE);
  g_object_unref (measure->scratch);
  g_object_unref (measure->context);
  g_free (measure);
}

/**
 * trl_text_measure_get_scale:
 * @measure: a measure
 *
 * Returns: its text scale
 */
double
trl_text_measure_get_scale (TrlTextMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, 1);

  return measure->scale;
}

/**
 * trl_text_measure_is_rtl:
 * @measure: a measure
 *
 * Returns: %TRUE if the board starts at the right
 */
gboolean
trl_text_measure_is_rtl (TrlTextMeasure *measure)
{
  g_return_val_if_fail (measure != NULL, FALSE);

  return measure->rtl;
}

/**
 * trl_text_measure_get_size:
 * @measure: a measure
 * @style: a style
 *
 * Returns: how large its letters are, in units, text scale included
 */
double
trl_text_measure_get_size (TrlTextMeasure *measure,
                           TrlStyle        style)
{
  g_return_val_if_fail (measure != NULL && style < TRL_N_STYLES, 0);

  return styles[style].size * measure->scale;
}

static void
add_weight (PangoAttrList *attributes,
            const TrlSpan *span)
{
  PangoAttribute *attribute = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  attribute->start_index = span->start;
  attribute->end_index = span->end;
  pango_attr_list_insert (attributes, attribute);
}

/* Whether a text is read from the right: its first letter says so; a text
 * without letters is read as the program's words are. */
static gboolean
reads_from_right (const char *text,
                  gboolean    otherwise)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      if (!g_unichar_isalpha (letter))
        continue;
      switch ((int) g_unichar_get_script (letter))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
        case G_UNICODE_SCRIPT_NKO:
          return TRUE;
        default:
          return FALSE;
        }
    }
  return otherwise;
}

/* A text that reads from the right is kept at the right, and where the board
 * starts at the right everything is. Pango swaps left and right by itself for
 * texts that are read against the direction of their context. */
static PangoAlignment
find_alignment (TrlTextMeasure    *self,
                const TrlTextSpec *spec)
{
  gboolean text_rtl = reads_from_right (spec->text, self->rtl);
  gboolean at_right = self->rtl || text_rtl;

  if (spec->align == TRL_ALIGN_CENTRE)
    return PANGO_ALIGN_CENTER;
  if (spec->align == TRL_ALIGN_END)
    at_right = !at_right;
  if (text_rtl != self->rtl)
    at_right = !at_right;
  return at_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

static void
fill_layout (TrlTextMeasure    *self,
             const TrlTextSpec *spec,
             PangoLayout       *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoFontDescription *font = pango_font_description_new ();
  double scale = spec->scale > 0 ? spec->scale : 1;

  pango_font_description_set_family_static (font, FAMILIES);
  pango_font_description_set_weight (font, styles[spec->style].weight);
  pango_font_description_set_size (font, lround (styles[spec->style].size * scale * 0.75 * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  for (guint i = 0; i < spec->n_strong; i++)
    add_weight (attributes, &spec->strong[i]);
  pango_layout_set_attributes (layout, attributes);

  pango_layout_set_text (layout, spec->text, -1);
  pango_layout_set_width (layout, spec->width > 0 ? lround (spec->width * PANGO_SCALE) : -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, find_alignment (self, spec));
  pango_layout_set_single_paragraph_mode (layout, spec->lines == 1);
  pango_layout_set_height (layout, spec->lines > 0 ? -spec->lines : -1);
  pango_layout_set_ellipsize (layout, spec->lines > 0 && spec->width > 0 ? PANGO_ELLIPSIZE_END
                                                                         : PANGO_ELLIPSIZE_NONE);
}

static const char *
make_key (TrlTextMeasure    *self,
          const TrlTextSpec *spec)
{
  g_string_printf (self->key, "%d %d %d %ld %ld", spec->style, spec->lines, spec->align,
                   lround (spec->width * 64), lround (spec->scale * 1024));
  for (guint i = 0; i < spec->n_strong; i++)
    g_string_append_printf (self->key, " %u-%u", spec->strong[i].start, spec->strong[i].end);
  g_string_append_c (self->key, '\n');
  g_string_append (self->key, spec->text);
  return self->key->str;
}

/**
 * trl_text_measure_extent:
 * @measure: a measure
 * @spec: what to measure
 * @width: (out) (optional): how wide its lines are, in units
 * @height: (out) (optional): how tall it is
 *
 * Says how large a text will be without keeping a layout of it.
 */
void
trl_text_measure_extent (TrlTextMeasure    *measure,
                         const TrlTextSpec *spec,
                         double            *width,
                         double            *height)
{
  const char *key;
  Extent *extent;

  g_return_if_fail (measure != NULL && spec != NULL && spec->text != NULL);

  key = make_key (measure, spec);
  extent = g_hash_table_lookup (measure->extents, key);
  if (extent == NULL)
    {
      PangoRectangle logical;

      fill_layout (measure, spec, measure->scratch);
      pango_layout_get_extents (measure->scratch, NULL, &logical);
      if (g_hash_table_size (measure->extents) >= EXTENTS_KEPT)
        g_hash_table_remove_all (measure->extents);
      extent = g_new (Extent, 1);
      extent->width = logical.width * pango_unit;
      extent->height = logical.height * pango_unit;
      g_hash_table_insert (measure->extents, g_strdup (key), extent);
    }
  if (width != NULL)
    *width = extent->width;
  if (height != NULL)
    *height = extent->height;
}

static TrlText *
make_text (TrlTextMeasure    *self,
           const TrlTextSpec *spec)
{
  TrlText *text = g_new0 (TrlText, 1);
  double scale = spec->scale > 0 ? spec->scale : 1;
  PangoRectangle logical;

  text->ref_count = 1;
  text->layout = pango_layout_new (self->context);
  fill_layout (self, spec, text->layout);
  pango_layout_get_extents (text->layout, NULL, &logical);
  text->left = logical.x * pango_unit;
  text->width = logical.width * pango_unit;
  text->height = logical.height * pango_unit;
  text->size = styles[spec->style].size * scale * self->scale;
  text->strong = styles[spec->style].weight >= PANGO_WEIGHT_BOLD;
  return text;
}

/**
 * trl_text_measure_lay_out:
 * @measure: a measure
 * @spec: what to lay out
 *
 * Lays a text out. The same spec gives the same text for as long as it is
 * remembered.
 *
 * Returns: (transfer full): the text
 */
TrlText *
trl_text_measure_lay_out (TrlTextMeasure    *measure,
                          const TrlTextSpec *spec)
{
  const char *key;
  TrlText *text;

  g_return_val_if_fail (measure != NULL && spec != NULL && spec->text != NULL, NULL);

  key = make_key (measure, spec);
  text = g_hash_table_lookup (measure->layouts, key);
  if (text == NULL)
    {
      text = make_text (measure, spec);
      if (g_hash_table_size (measure->layouts) >= LAYOUTS_KEPT)
        g_hash_table_remove_all (measure->layouts);
      g_hash_table_insert (measure->layouts, g_strdup (key), text);
    }
  return trl_text_ref (text);
}
