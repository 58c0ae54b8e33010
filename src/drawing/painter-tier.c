/* painter-tier.c: a tier, what it asks and what it gives. */

#define G_LOG_DOMAIN "painter-tier"

#include "config.h"

#include "painter.h"

#include "questions.h"
#include "sentences.h"

#define TIER_RADIUS 8.0

/**
 * trl_paint_tier:
 * @brush: a brush
 *
 * Paints a tier with its name; criteria and benefits are painted by themselves.
 */
void
trl_paint_tier (const TrlBrush *brush)
{
  g_autofree char *name = NULL;
  TrlRect room = trl_brush_part (brush, 0);

  if (brush->look == TRL_LOOK_BAND || brush->look == TRL_LOOK_FAR)
    return;
  trl_brush_sheet (brush, TRL_ROLE_SUNKEN, TRL_ROLE_OUTLINE, TIER_RADIUS);
  name = trl_sentence_name (brush->box->card);
  if (brush->look == TRL_LOOK_FULL)
    trl_brush_text (brush, name, TRL_STYLE_NAME, &room, 2, TRL_ALIGN_START, TRL_ROLE_INK);
  else if (brush->look == TRL_LOOK_NAMES)
    trl_brush_large (brush, name, TRUE, trl_look_get_name_size (brush->look), &room, 1, TRL_ALIGN_START, TRL_ROLE_INK);
  trl_brush_badge (brush, TIER_RADIUS);
}

static gboolean
lies_in_tier (const TrlBrush *brush)
{
  TrlSlot slot = trl_card_get_slot (brush->box->card);

  return slot == TRL_SLOT_CRITERIA || slot == TRL_SLOT_BENEFITS;
}

/**
 * trl_paint_criterion:
 * @brush: a brush
 *
 * Paints what a partner must do, as a line of its tier; a parked one as a card.
 */
void
trl_paint_criterion (const TrlBrush *brush)
{
  g_autofree char *words = NULL;
  TrlRect room = trl_brush_part (brush, 0);

  if (!lies_in_tier (brush))
    {
      trl_paint_line (brush);
      return;
    }
  if (!trl_brush_has_text (brush))
    return;
  words = trl_sentence_criterion (brush->painter->blueprint, brush->box->card);
  trl_brush_text (brush, words, TRL_STYLE_SMALL, &room, 3, TRL_ALIGN_START,
                  brush->badge != NULL ? TRL_ROLE_FINDING_TEXT : TRL_ROLE_DIM);
}

/**
 * trl_paint_benefit:
 * @brush: a brush
 *
 * Paints what a partner gets, as a chip. Status alone and "none" are grey: they
 * change nothing that a partner receives. A parked one is a card.
 */
void
trl_paint_benefit (const TrlBrush *brush)
{
  const TrlEntry *entry = trl_card_get_kind_entry (brush->box->card);
  const char *level = trl_card_get_text (brush->box->card, TRL_BENEFIT_LEVEL);
  gboolean nothing = entry != NULL && level != NULL && trl_entry_find_level (entry, level) == 0;
  gboolean status = nothing || (entry != NULL && entry->compare == TRL_COMPARE_STATUS);
  g_autofree char *words = NULL;
  TrlRect room = trl_brush_part (brush, 0);

  if (!lies_in_tier (brush))
    {
      trl_paint_line (brush);
      return;
    }
  if (!trl_brush_has_text (brush))
    return;
  words = trl_benefit_words (brush->painter->blueprint, brush->box->card);
  trl_marks_rounded (brush->marks, &brush->rect, trl_brush_scale (brush, 5), TRL_CORNERS_ALL,
                     trl_brush_colour (brush, status ? TRL_ROLE_BADGE_GROUND : TRL_ROLE_CHIP));
  trl_brush_text (brush, words, TRL_STYLE_SMALL, &room, 3, TRL_ALIGN_START,
                  status ? TRL_ROLE_BADGE_INK : TRL_ROLE_CHIP_INK);
  trl_brush_badge (brush, 5);
}
