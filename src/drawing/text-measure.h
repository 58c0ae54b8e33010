/* text-measure.h: how large a text is, the same on screen and on paper. */
#pragma once

#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * TrlStyle:
 * @TRL_STYLE_BANNER: goal, target and partners of the program
 * @TRL_STYLE_TITLE: the name of a motion
 * @TRL_STYLE_HEADING: the name of a row
 * @TRL_STYLE_NAME: the name of a card
 * @TRL_STYLE_BODY: what a card says
 * @TRL_STYLE_STRONG: what a card says with weight
 * @TRL_STYLE_NOTE: a sticky note
 * @TRL_STYLE_SMALL: facts below a name, chips, days
 * @TRL_STYLE_LABEL: small with weight: badges, states
 *
 * The sizes of text that the board knows. The smallest is 14 units, so that
 * everything can be read down to 79 %.
 */
typedef enum
{
  TRL_STYLE_BANNER,
  TRL_STYLE_TITLE,
  TRL_STYLE_HEADING,
  TRL_STYLE_NAME,
  TRL_STYLE_BODY,
  TRL_STYLE_STRONG,
  TRL_STYLE_NOTE,
  TRL_STYLE_SMALL,
  TRL_STYLE_LABEL,
  TRL_N_STYLES
} TrlStyle;

typedef enum
{
  TRL_ALIGN_START,
  TRL_ALIGN_CENTRE,
  TRL_ALIGN_END
} TrlAlign;

/**
 * TrlSpan:
 *
 * A stretch of a text, in bytes, from start up to end.
 */
typedef struct
{
  guint start;
  guint end;
} TrlSpan;

/**
 * TrlTextSpec:
 * @text: valid UTF-8, of people or of translators; never markup
 * @style: its size and weight
 * @scale: 1, or how much larger than the style; 0 is 1
 * @width: the room in units, or 0 for as wide as it is
 * @lines: the most lines, or 0 for as many as it takes; what is too much ends
 *   in an ellipsis (with @lines of 1 nothing wraps)
 * @align: where in @width
 * @strong: (nullable): stretches with weight
 * @n_strong: how many
 *
 * What to lay out.
 */
typedef struct
{
  const char    *text;
  TrlStyle       style;
  double         scale;
  double         width;
  int            lines;
  TrlAlign       align;
  const TrlSpan *strong;
  guint          n_strong;
} TrlTextSpec;

/**
 * TrlText:
 *
 * A text that is laid out: immutable, reference-counted.
 */
typedef struct _TrlText TrlText;

TrlText     *trl_text_ref          (TrlText       *text);
void         trl_text_unref        (TrlText       *text);
PangoLayout *trl_text_get_layout   (const TrlText *text);
double       trl_text_get_left     (const TrlText *text);
double       trl_text_get_width    (const TrlText *text);
double       trl_text_get_height   (const TrlText *text);
double       trl_text_get_baseline (const TrlText *text);
double       trl_text_get_size     (const TrlText *text);
gboolean     trl_text_is_strong    (const TrlText *text);
gboolean     trl_text_is_cut       (const TrlText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlText, trl_text_unref)

/**
 * TrlTextMeasure:
 *
 * Measures and lays out text, in a Pango context of its own, so that lines
 * break at the same places everywhere. It remembers what it measured. Used by
 * one thread.
 */
typedef struct _TrlTextMeasure TrlTextMeasure;

TrlTextMeasure *trl_text_measure_new       (double              text_scale,
                                            gboolean            right_to_left);
TrlTextMeasure *trl_text_measure_ref       (TrlTextMeasure     *measure);
void            trl_text_measure_unref     (TrlTextMeasure     *measure);
double          trl_text_measure_get_scale (TrlTextMeasure     *measure);
gboolean        trl_text_measure_is_rtl    (TrlTextMeasure     *measure);
double          trl_text_measure_get_size  (TrlTextMeasure     *measure,
                                            TrlStyle            style);
void            trl_text_measure_extent    (TrlTextMeasure     *measure,
                                            const TrlTextSpec  *spec,
                                            double             *width,
                                            double             *height);
TrlText        *trl_text_measure_lay_out   (TrlTextMeasure     *measure,
                                            const TrlTextSpec  *spec);

const char     *trl_style_get_families     (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTextMeasure, trl_text_measure_unref)

G_END_DECLS
