/* painter-motion.c: a motion: frame, head, statement, places, foot. */

#define G_LOG_DOMAIN "painter-motion"

#include "config.h"

#include "painter.h"

#include <glib/gi18n.h>

#include "questions.h"
#include "sentences.h"

#define FRAME_RADIUS 12.0

static guint
count_children (const TrlBrush *brush,
                TrlSlot         slot)
{
  const GPtrArray *cards = trl_blueprint_get_children (brush->painter->blueprint, trl_card_get_id (brush->box->card), slot);

  return cards != NULL ? cards->len : 0;
}

/* How many of the questions that a motion has to answer are still open. */
static guint
count_open (const TrlBrush *brush)
{
  TrlSpan strong[TRL_STATEMENT_SPANS];
  guint n_strong;
  g_autofree char *statement = trl_sentence_statement (brush->box->card, strong, &n_strong);

  return (statement == NULL) +
         (count_children (brush, TRL_SLOT_TIERS) == 0 && !trl_card_get_yes (brush->box->card, TRL_MOTION_ONE_TIER, FALSE)) +
         (count_children (brush, TRL_SLOT_INCENTIVES) == 0) + (count_children (brush, TRL_SLOT_PATH) == 0) +
         (trl_card_get_state (brush->box->card, TRL_MOTION_SERVES) == TRL_STATE_OPEN);
}

typedef struct
{
  char   *words;
  TrlIcon icon;
  TrlRole ink;
  gboolean has_icon;
  gboolean is_ready;
} State;

/* The worst that can be said about a motion, in a word or two. */
static State
find_state (const TrlBrush *brush)
{
  const char *id = trl_card_get_id (brush->box->card);
  guint n_errors = trl_badges_get_count (brush->painter->badges, id, TRL_BADGE_ERROR);
  guint n_warnings = trl_badges_get_count (brush->painter->badges, id, TRL_BADGE_WARNING);
  guint n_open = count_open (brush);

  if (n_errors > 0)
    return (State) { g_strdup_printf ("%u", n_errors + n_warnings), TRL_ICON_ERROR, TRL_ROLE_FINDING_TEXT, TRUE };
  if (n_warnings > 0)
    return (State) { g_strdup_printf ("%u", n_warnings), TRL_ICON_WARNING, TRL_ROLE_FINDING_TEXT, TRUE };
  if (n_open > 0)
    return (State) { g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open), TRL_ICON_READY, TRL_ROLE_DIM,
                     FALSE };
  return (State) { g_strdup (_("ready to recruit")), TRL_ICON_READY, TRL_ROLE_ACCENT, FALSE, TRUE };
}

static void
paint_state (const TrlBrush *brush,
             const State    *state,
             double          end,
             double          middle,
             double          width,
             double          size)
{
  TrlLayout *layout = brush->painter->layout;
  gboolean own_size = size <= 0;
  double height = own_size ? trl_layout_height_of (layout, state->words, TRL_STYLE_LABEL, 0, 1)
                           : size * 1.25 * trl_brush_scale (brush, 1);
  double words = own_size ? trl_layout_width_of (layout, state->words, TRL_STYLE_LABEL) + 1 : width;
  TrlRect room = trl_brush_rect (brush, end - words, middle - height / 2, words, height);
  double icon = own_size ? trl_brush_scale (brush, 14) : height * 0.8;

  if (own_size)
    trl_brush_text (brush, state->words, TRL_STYLE_LABEL, &room, 1, TRL_ALIGN_END, state->ink);
  else
    {
      room = trl_brush_rect (brush, end - width + (state->has_icon ? icon * 1.3 : 0), middle - height / 2,
                             width - (state->has_icon ? icon * 1.3 : 0), height);
      trl_brush_large (brush, state->words, TRUE, size, &room, 1, TRL_ALIGN_START, state->ink);
    }
  if (state->has_icon)
    {
      double start = own_size ? end - words - icon * 1.3 : end - width;
      TrlRect picture = trl_brush_rect (brush, start, middle - icon / 2, icon, icon);

      trl_icon_paint (brush->marks, state->icon, picture.x, picture.y, icon, trl_brush_colour (brush, state->ink));
    }
}

/* How far the head of a motion reaches down when it is seen from afar. */
static double
band_head_height (const TrlBrush *brush)
{
  const char *motion = trl_card_get_id (brush->box->card);
  const TrlBox *frame = trl_layout_find_frame (brush->painter->layout, motion, TRL_BOX_FRAME);
  const TrlBox *head = trl_layout_find_frame (brush->painter->layout, motion, TRL_BOX_HEADER);

  if (frame == NULL || head == NULL)
    return brush->rect.height;
  return MAX (head->rect.height, frame->rect.height * 0.3);
}

static void
paint_facts (const TrlBrush *brush,
             double          top,
             double          bottom)
{
  TrlBlueprint *blueprint = brush->painter->blueprint;
  TrlCard *motion = brush->box->card;
  double pad = trl_brush_scale (brush, 16);
  double size = trl_look_get_fact_size (brush->look);
  double line = trl_brush_scale (brush, size * 1.3);
  char *facts[3] = { trl_sentence_tiers (blueprint, motion), trl_sentence_earning (blueprint, motion),
                     trl_sentence_path (blueprint, motion) };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      TrlRect room = trl_brush_rect (brush, pad, top, brush->rect.width - 2 * pad, 0);

      if (top + line <= bottom)
        top += trl_brush_large (brush, facts[i] != NULL ? facts[i] : "…", FALSE, size, &room,
                                top + 2 * line <= bottom ? 2 : 1, TRL_ALIGN_START, TRL_ROLE_INK) + line * 0.15;
      g_free (facts[i]);
    }
}

/* Seen from afar: a line for each decision below the head, and the state; further
 * away the state only, and that it is ready as a picture only. */
static void
paint_band (const TrlBrush *brush)
{
  State state = find_state (brush);
  gboolean far = brush->look == TRL_LOOK_FAR;
  double size = far ? trl_look_get_name_size (brush->look) : trl_look_get_fact_size (brush->look);
  double pad = trl_brush_scale (brush, 16);
  double line = trl_brush_scale (brush, size * 1.25);
  double bottom = brush->rect.height - line - pad;

  if (far && state.is_ready)
    {
      g_free (state.words);
      state.words = g_strdup ("");
      state.has_icon = TRUE;
    }
  if (!far)
    paint_facts (brush, band_head_height (brush) + pad * 0.7, bottom);
  paint_state (brush, &state, brush->rect.width - pad, bottom + line / 2 + pad * 0.3, brush->rect.width - 2 * pad, size);
  g_free (state.words);
}

/**
 * trl_paint_frame:
 * @brush: a brush
 *
 * Paints the ground of a motion, and all of it when it is seen from afar.
 */
void
trl_paint_frame (const TrlBrush *brush)
{
  if (brush->look == TRL_LOOK_PLAIN)
    {
      trl_marks_fill (brush->marks, &brush->rect, trl_brush_colour (brush, TRL_ROLE_SURFACE));
      return;
    }
  trl_marks_rounded (brush->marks, &brush->rect, trl_brush_scale (brush, FRAME_RADIUS), TRL_CORNERS_ALL,
                     trl_brush_colour (brush, TRL_ROLE_SURFACE));
  trl_marks_border (brush->marks, &brush->rect, trl_brush_scale (brush, FRAME_RADIUS), trl_brush_scale (brush, 1), 0,
                    trl_brush_colour (brush, TRL_ROLE_FRAME_EDGE));
  if (brush->look == TRL_LOOK_BAND || brush->look == TRL_LOOK_FAR)
    paint_band (brush);
}

/* With names only, icon and name stand side by side. */
static void
paint_names_header (const TrlBrush *brush,
                    TrlIcon         icon,
                    const char     *name)
{
  double unit = trl_brush_scale (brush, 1);
  double size = trl_look_get_name_size (brush->look);
  double side = 36 * unit;
  TrlRect picture = trl_brush_rect (brush, 14 * unit, (brush->rect.height - side) / 2, side, side);
  TrlRect room = trl_brush_rect (brush, 62 * unit, 0, brush->rect.width - 70 * unit, 0);

  trl_icon_paint (brush->marks, icon, picture.x, picture.y, side, trl_brush_colour (brush, TRL_ROLE_ROUTE_INK));
  room.y += (brush->rect.height - size * 1.25 * unit) / 2;
  trl_brush_large (brush, name, TRUE, size, &room, 1, TRL_ALIGN_START, TRL_ROLE_ROUTE_INK);
}

/* Seen from afar the head reaches into the frame, and the icon stands above the name. */
static void
paint_band_header (const TrlBrush *brush,
                   TrlIcon         icon,
                   double          height,
                   const char     *name)
{
  double unit = trl_brush_scale (brush, 1);
  double size = trl_look_get_name_size (brush->look) * unit;
  double pad = 14 * unit;
  double line = size * 1.25;
  double side = MIN (56 * unit, height - line - 2 * pad);
  TrlRect picture = trl_brush_rect (brush, pad, pad, side, side);
  TrlRect room = trl_brush_rect (brush, pad, height - line - pad * 0.5, brush->rect.width - 1.5 * pad, 0);

  if (side > 20 * unit)
    trl_icon_paint (brush->marks, icon, picture.x, picture.y, side, trl_brush_colour (brush, TRL_ROLE_ROUTE_INK));
  trl_brush_large (brush, name, TRUE, size / unit, &room, 1, TRL_ALIGN_START, TRL_ROLE_ROUTE_INK);
}

static void
paint_large_header (const TrlBrush *brush,
                    TrlRole         role,
                    const char     *name)
{
  TrlRoute route = trl_motion_get_route (brush->painter->blueprint, brush->box->card);
  TrlRect ground = brush->rect;

  if (brush->look != TRL_LOOK_NAMES)
    ground.height = band_head_height (brush);
  trl_marks_rounded (brush->marks, &ground, trl_brush_scale (brush, FRAME_RADIUS), TRL_CORNERS_TOP,
                     trl_brush_colour (brush, role));
  if (brush->look == TRL_LOOK_NAMES)
    paint_names_header (brush, trl_route_get_icon (route), name);
  else
    paint_band_header (brush, trl_route_get_icon (route), ground.height, name);
}

/**
 * trl_paint_header:
 * @brush: a brush
 *
 * Paints the head of a motion in the hue of its route: icon, name, what it is.
 */
void
trl_paint_header (const TrlBrush *brush)
{
  TrlBlueprint *blueprint = brush->painter->blueprint;
  TrlCard *motion = brush->box->card;
  TrlRoute route = trl_motion_get_route (blueprint, motion);
  TrlRole role = trl_route_get_role (route);
  g_autofree char *name = trl_sentence_name (motion);
  g_autofree char *what = NULL;
  TrlColour shade = trl_colour_fade (trl_brush_colour (brush, TRL_ROLE_ROUTE_SHADE), 0.18);
  double tile = trl_brush_scale (brush, 36);
  double icon = trl_brush_scale (brush, 24);
  double top = (brush->rect.height - tile) / 2;
  TrlRect picture;
  TrlRect room;

  if (brush->look == TRL_LOOK_PLAIN)
    {
      trl_marks_fill (brush->marks, &brush->rect, trl_brush_colour (brush, role));
      return;
    }
  if (brush->look != TRL_LOOK_FULL)
    {
      paint_large_header (brush, role, name);
      return;
    }
  trl_marks_rounded (brush->marks, &brush->rect, trl_brush_scale (brush, FRAME_RADIUS), TRL_CORNERS_TOP,
                     trl_brush_colour (brush, role));
  picture = trl_brush_rect (brush, trl_brush_scale (brush, 14), top, tile, tile);
  trl_marks_rounded (brush->marks, &picture, trl_brush_scale (brush, 6), TRL_CORNERS_ALL, &shade);
  picture = trl_rect_inset (&picture, (tile - icon) / 2, (tile - icon) / 2);
  trl_icon_paint (brush->marks, trl_route_get_icon (route), picture.x, picture.y, icon,
                  trl_brush_colour (brush, TRL_ROLE_ROUTE_INK));
  what = trl_sentence_motion (blueprint, motion);
  room = trl_brush_part (brush, 0);
  trl_brush_text (brush, name, TRL_STYLE_TITLE, &room, 2, TRL_ALIGN_START, TRL_ROLE_ROUTE_INK);
  room = trl_brush_part (brush, 1);
  trl_brush_text (brush, what, TRL_STYLE_SMALL, &room, 2, TRL_ALIGN_START, TRL_ROLE_ROUTE_INK);
  trl_brush_badge (brush, 0);
}

/**
 * trl_paint_statement:
 * @brush: a brush
 *
 * Paints the motion in one sentence, or the question for it.
 */
void
trl_paint_statement (const TrlBrush *brush)
{
  TrlSpan strong[TRL_STATEMENT_SPANS];
  guint n_strong;
  g_autofree char *words = NULL;
  g_autoptr (TrlText) text = NULL;
  TrlRect room = trl_brush_part (brush, 0);
  TrlTextSpec spec;

  if (!trl_brush_has_text (brush))
    return;
  words = trl_sentence_statement (brush->box->card, strong, &n_strong);
  if (words == NULL)
    {
      trl_brush_question (brush, trl_question_row (TRL_ROW_MOTION), &brush->rect);
      return;
    }
  spec = trl_layout_spec (brush->painter->layout, words, TRL_STYLE_BODY, room.width, 5);
  spec.strong = strong;
  spec.n_strong = n_strong;
  text = trl_text_measure_lay_out (brush->painter->layout->measure, &spec);
  trl_marks_text (brush->marks, text, room.x, room.y, trl_brush_colour (brush, TRL_ROLE_INK));
}

/* What a place within a card says when it is empty, or when it has more than it shows. */
static void
paint_inner_slot (const TrlBrush *brush)
{
  g_autofree char *words = NULL;
  const TrlBadge *badge = trl_badges_get (brush->painter->badges, trl_card_get_id (brush->box->card));
  double inset = trl_brush_scale (brush, 10);
  TrlRect room = trl_rect_inset (&brush->rect, inset, 0);
  double height;
  const GPtrArray *children;
  g_autoptr (GPtrArray) fresh = NULL;
  gboolean is_empty;

  children = trl_blueprint_get_children (brush->painter->blueprint, trl_card_get_id (brush->box->card), brush->box->slot);
  is_empty = children == NULL || children->len == 0;
  if (brush->box->slot == TRL_SLOT_BENEFITS)
    {
      TrlCard *below = trl_tier_below (brush->painter->blueprint, brush->box->card);

      fresh = trl_tier_new_benefits (brush->painter->blueprint, brush->box->card, below);
      is_empty = fresh->len == 0 || (below != NULL && brush->box->hidden == 0 && trl_tier_is_cosmetic (fresh));
    }
  if (!is_empty && brush->box->hidden == 0)
    return;
  if (is_empty)
    words = trl_question_slot (brush->painter->blueprint, brush->box->card, brush->box->slot);
  else
    words = g_strdup_printf (ngettext ("and %u more", "and %u more", brush->box->hidden), brush->box->hidden);
  height = trl_layout_height_of (brush->painter->layout, words, TRL_STYLE_SMALL, room.width, 2);
  room.y += brush->rect.height - height - trl_brush_scale (brush, 3);
  trl_brush_text (brush, words, TRL_STYLE_SMALL, &room, 2, TRL_ALIGN_START,
                  badge != NULL && is_empty ? TRL_ROLE_FINDING_TEXT : TRL_ROLE_DIM);
}

/* With only names shown, the path is a line: its steps are too narrow. */
static void
paint_path_line (const TrlBrush *brush)
{
  g_autofree char *words = trl_sentence_path (brush->painter->blueprint, brush->box->card);
  double size = trl_look_get_name_size (brush->look);
  TrlRect room = trl_rect_inset (&brush->rect, trl_brush_scale (brush, 10), 0);
  TrlRect ground = brush->rect;

  if (words == NULL)
    return;
  ground.height = trl_layout_step_height (brush->painter->layout);
  trl_marks_rounded (brush->marks, &ground, trl_brush_scale (brush, 6), TRL_CORNERS_ALL,
                     trl_brush_colour (brush, TRL_ROLE_STRIP));
  room.y += (ground.height - size * 1.25 * trl_brush_scale (brush, 1)) / 2;
  trl_brush_large (brush, words, FALSE, size, &room, 1, TRL_ALIGN_START, TRL_ROLE_INK);
}

/**
 * trl_paint_slot:
 * @brush: a brush
 *
 * Paints a place for cards: nothing while it holds some, else its question.
 */
void
trl_paint_slot (const TrlBrush *brush)
{
  g_autofree char *words = NULL;
  TrlRect rect = brush->rect;

  if (brush->look == TRL_LOOK_NAMES && brush->box->slot == TRL_SLOT_PATH)
    paint_path_line (brush);
  if (!trl_brush_has_text (brush))
    return;
  if (brush->box->slot == TRL_SLOT_CRITERIA || brush->box->slot == TRL_SLOT_BENEFITS)
    {
      paint_inner_slot (brush);
      return;
    }
  if (count_children (brush, brush->box->slot) > 0 || brush->box->slot == TRL_SLOT_CREDENTIALS)
    return;
  words = trl_question_slot (brush->painter->blueprint, brush->box->card, brush->box->slot);
  if (brush->box->slot == TRL_SLOT_METRICS)
    {
      rect = trl_rect_inset (&rect, 0, trl_brush_scale (brush, 14));
      rect.y += trl_brush_text (brush, _("Target metric"), TRL_STYLE_SMALL, &rect, 1, TRL_ALIGN_START,
                                TRL_ROLE_BANNER_DIM);
      trl_brush_text (brush, words, TRL_STYLE_BANNER, &rect, 2, TRL_ALIGN_START, TRL_ROLE_BANNER_DIM);
      return;
    }
  rect = trl_brush_part (brush, 0);
  trl_brush_question (brush, words, &rect);
}

/**
 * trl_paint_footer:
 * @brush: a brush
 *
 * Paints what a motion serves, and its state.
 */
void
trl_paint_footer (const TrlBrush *brush)
{
  TrlLayout *layout = brush->painter->layout;
  g_autofree char *serves = NULL;
  State state;
  double pad = trl_brush_scale (brush, 10);
  double icon = trl_brush_scale (brush, 13);
  double line = trl_layout_height_of (layout, "X", TRL_STYLE_SMALL, 0, 1);
  double top = (brush->rect.height - line) / 2;
  double lead;
  double end;
  TrlRect room;

  if (!trl_brush_has_text (brush))
    return;
  trl_marks_rounded (brush->marks, &brush->rect, trl_brush_scale (brush, 6), TRL_CORNERS_ALL,
                     trl_brush_colour (brush, TRL_ROLE_STRIP));
  state = find_state (brush);
  paint_state (brush, &state, brush->rect.width - pad, brush->rect.height / 2, 0, 0);
  end = brush->rect.width - 2 * pad - trl_layout_width_of (layout, state.words, TRL_STYLE_LABEL) -
        (state.has_icon ? icon * 1.5 : 0);
  g_free (state.words);

  serves = trl_sentence_serves (brush->painter->blueprint, brush->box->card);
  lead = trl_layout_width_of (layout, _("serves"), TRL_STYLE_SMALL) + 1;
  if (serves == NULL)
    {
      room = trl_brush_rect (brush, pad, top, end - pad, line);
      trl_brush_text (brush, _("Which target does it serve?"), TRL_STYLE_SMALL, &room, 1, TRL_ALIGN_START, TRL_ROLE_DIM);
      return;
    }
  room = trl_brush_rect (brush, pad, top, lead, line);
  trl_brush_text (brush, _("serves"), TRL_STYLE_SMALL, &room, 1, TRL_ALIGN_START, TRL_ROLE_INK);
  room = trl_brush_rect (brush, pad + lead + icon * 0.35, (brush->rect.height - icon) / 2, icon, icon);
  trl_icon_paint (brush->marks, TRL_ICON_TARGET, room.x, room.y, icon, trl_brush_colour (brush, TRL_ROLE_INK));
  room = trl_brush_rect (brush, pad + lead + icon * 1.75, top, end - pad - lead - icon * 1.75, line);
  trl_brush_text (brush, serves, TRL_STYLE_SMALL, &room, 1, TRL_ALIGN_START, TRL_ROLE_INK);
}
