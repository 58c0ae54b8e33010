/* layout-cards.c: how large cards are, and where their texts stand. */

#define G_LOG_DOMAIN "layout-cards"

#include "config.h"

#include "layout-private.h"

#include <glib/gi18n.h>

#include "questions.h"
#include "sentences.h"

#define NAME_LINES 2
#define FACT_LINES 3

static TrlItem *
add_card (TrlLayout     *self,
          TrlCluster    *cluster,
          TrlCard       *card,
          const TrlRect *rect)
{
  TrlItem *item = trl_cluster_add (cluster, TRL_BOX_CARD, card, trl_card_get_slot (card), TRL_ROW_NONE, rect);

  item->box.index = trl_blueprint_get_index (self->blueprint, trl_card_get_id (card));
  return item;
}

static TrlMember
value_member_of (const TrlCard *card)
{
  switch (trl_card_get_kind (card))
    {
    case TRL_KIND_CRITERION:
      return TRL_CRITERION_VALUE;
    case TRL_KIND_BENEFIT:
      return TRL_BENEFIT_VALUE;
    default:
      return trl_kind_get_name_member (trl_card_get_kind (card));
    }
}

/* A place inside of a tier for what it has none of, or not enough: its
 * question, or what its neighbour says. */
static TrlItem *
add_inner_slot (TrlCluster *cluster,
                TrlCard    *owner,
                TrlSlot     slot,
                double      x,
                double      y,
                double      width,
                double      height)
{
  return cluster != NULL ? trl_cluster_add (cluster, TRL_BOX_SLOT, owner, slot, TRL_ROW_TIERS,
                                            &(TrlRect) { x, y, width, height }) : NULL;
}

static double
add_criteria (TrlLayout  *self,
              TrlCluster *cluster,
              TrlCard    *tier,
              double      x,
              double      y,
              double      width)
{
  const GPtrArray *criteria = trl_blueprint_get_children (self->blueprint, trl_card_get_id (tier), TRL_SLOT_CRITERIA);
  guint n_criteria = criteria != NULL ? criteria->len : 0;
  guint n_shown = MIN (n_criteria, CRITERIA_SHOWN);
  double inset = trl_layout_scale (self, 10);
  double gap = trl_layout_scale (self, 3);
  double at = y;
  gsize slot_at = cluster != NULL ? cluster->items->len : 0;

  add_inner_slot (cluster, tier, TRL_SLOT_CRITERIA, x, y, width, 0);
  for (guint i = 0; i < n_shown; i++)
    {
      TrlCard *criterion = g_ptr_array_index (criteria, i);
      g_autofree char *words = trl_sentence_criterion (self->blueprint, criterion);
      double height = trl_layout_height_of (self, words, TRL_STYLE_SMALL, width - 2 * inset, FACT_LINES);

      if (cluster != NULL)
        trl_item_add_part (add_card (self, cluster, criterion, &(TrlRect) { x, at, width, height }), criterion,
                           value_member_of (criterion), inset, 0, width - 2 * inset, height);
      at += height + gap;
    }
  if (n_shown == 0 || n_criteria > n_shown)
    {
      g_autofree char *words = trl_question_slot (self->blueprint, tier, TRL_SLOT_CRITERIA);

      at += trl_layout_height_of (self, words, TRL_STYLE_SMALL, width - 2 * inset, 2) + gap;
    }
  if (cluster != NULL)
    {
      TrlItem *slot = &g_array_index (cluster->items, TrlItem, slot_at);

      slot->local.height = at - y;
      slot->box.hidden = n_criteria - n_shown;
    }
  return at - y;
}

static double
add_benefits (TrlLayout  *self,
              TrlCluster *cluster,
              TrlCard    *tier,
              double      x,
              double      y,
              double      width)
{
  TrlCard *below = trl_tier_below (self->blueprint, tier);
  g_autoptr (GPtrArray) fresh = trl_tier_new_benefits (self->blueprint, tier, below);
  guint n_shown = MIN (fresh->len, BENEFITS_SHOWN);
  double inset = trl_layout_scale (self, 10);
  double pad = trl_layout_scale (self, 7);
  double gap = trl_layout_scale (self, 4);
  double room = width - 2 * inset;
  double at = y;
  gsize slot_at = cluster != NULL ? cluster->items->len : 0;

  add_inner_slot (cluster, tier, TRL_SLOT_BENEFITS, x, y, width, 0);
  for (guint i = 0; i < n_shown; i++)
    {
      TrlCard *benefit = g_ptr_array_index (fresh, i);
      g_autofree char *words = trl_benefit_words (self->blueprint, benefit);
      double height = trl_layout_height_of (self, words, TRL_STYLE_SMALL, room - 2 * pad, FACT_LINES) +
                      trl_layout_scale (self, 4);
      double chip = MIN (room, trl_layout_width_of (self, words, TRL_STYLE_SMALL) + 2 * pad + 1);

      if (cluster != NULL)
        trl_item_add_part (add_card (self, cluster, benefit, &(TrlRect) { x + inset, at, chip, height }), benefit,
                           value_member_of (benefit), pad, trl_layout_scale (self, 2), chip - 2 * pad,
                           height - trl_layout_scale (self, 4));
      at += height + gap;
    }
  if (fresh->len > n_shown || (below != NULL && trl_tier_is_cosmetic (fresh)) || n_shown == 0)
    {
      g_autofree char *words = trl_question_slot (self->blueprint, tier, TRL_SLOT_BENEFITS);

      at += trl_layout_height_of (self, words, TRL_STYLE_SMALL, room, 2) + gap;
    }
  if (cluster != NULL)
    {
      TrlItem *slot = &g_array_index (cluster->items, TrlItem, slot_at);

      slot->local.height = at - y;
      slot->box.hidden = fresh->len - n_shown;
    }
  return at - y;
}

/**
 * trl_layout_add_tier:
 * @self: a layout
 * @cluster: (nullable): where to append the boxes
 * @tier: a tier
 * @rect: where it lies; its height is not asked for while only measuring
 *
 * Lays out a tier: its name, what it asks, what it gives.
 *
 * Returns: how tall its content is
 */
double
trl_layout_add_tier (TrlLayout     *self,
                     TrlCluster    *cluster,
                     TrlCard       *tier,
                     const TrlRect *rect)
{
  g_autofree char *name = trl_sentence_name (tier);
  double pad = trl_layout_scale (self, 10);
  double inner = rect->width - 2 * pad;
  double name_height = trl_layout_height_of (self, name, TRL_STYLE_NAME, inner, NAME_LINES);
  double y = pad;

  if (cluster != NULL)
    trl_item_add_part (add_card (self, cluster, tier, rect), NULL, TRL_TIER_NAME, pad, y, inner, name_height);
  y += name_height + trl_layout_scale (self, 3);
  y += add_criteria (self, cluster, tier, rect->x, rect->y + y, rect->width);
  y += trl_layout_scale (self, 4);
  y += add_benefits (self, cluster, tier, rect->x, rect->y + y, rect->width);
  return y + trl_layout_scale (self, 7);
}

/* Where the rates stand in "Co-sell credit 8 → 12 %", so that each can be
 * edited; a title of two lines is edited as a whole. */
static void
add_rate_parts (TrlLayout  *self,
                TrlItem    *item,
                TrlCard    *incentive,
                const char *title,
                double      x,
                double      y,
                double      height)
{
  const GPtrArray *rates = trl_blueprint_get_children (self->blueprint, trl_card_get_id (incentive), TRL_SLOT_RATES);
  g_autofree char *name = trl_sentence_name (incentive);
  double name_width = trl_layout_width_of (self, name, TRL_STYLE_NAME);
  double width = trl_layout_width_of (self, title, TRL_STYLE_NAME) - name_width;
  guint n_rates = rates != NULL ? MIN (rates->len, TRL_BOX_N_PARTS - 2) : 0;

  trl_item_add_part (item, NULL, TRL_INCENTIVE_NAME, x, y, name_width, height);
  for (guint i = 0; i < n_rates; i++)
    trl_item_add_part (item, g_ptr_array_index (rates, i), TRL_RATE_VALUE, x + name_width + i * width / n_rates, y,
                       width / n_rates, height);
}

/**
 * trl_layout_add_incentive:
 * @self: a layout
 * @cluster: (nullable): where to append the box
 * @incentive: an incentive
 * @x: its left edge
 * @y: its top edge
 * @width: how wide it is
 *
 * Lays out an incentive: icon, name with rates, terms.
 *
 * Returns: how tall it is
 */
double
trl_layout_add_incentive (TrlLayout  *self,
                          TrlCluster *cluster,
                          TrlCard    *incentive,
                          double      x,
                          double      y,
                          double      width)
{
  g_autofree char *title = trl_sentence_incentive (self->blueprint, incentive);
  g_autofree char *terms = trl_sentence_incentive_terms (self->blueprint, incentive);
  double pad = trl_layout_scale (self, 8);
  double left = trl_layout_scale (self, 48);
  double inner = width - left - pad;
  double title_height = trl_layout_height_of (self, title, TRL_STYLE_NAME, inner, NAME_LINES);
  double terms_height = trl_layout_height_of (self, terms, TRL_STYLE_SMALL, inner, 2);
  double height = 2 * pad + title_height + terms_height + trl_layout_scale (self, 1);
  TrlItem *item;

  if (cluster == NULL)
    return height;
  item = add_card (self, cluster, incentive, &(TrlRect) { x, y, width, height });
  if (trl_layout_width_of (self, title, TRL_STYLE_NAME) <= inner)
    add_rate_parts (self, item, incentive, title, left, pad, title_height);
  else
    trl_item_add_part (item, NULL, TRL_INCENTIVE_NAME, left, pad, inner, title_height);
  trl_item_add_part (item, NULL, TRL_INCENTIVE_TRIGGER, left, height - pad - terms_height, inner, terms_height);
  return height;
}

/**
 * trl_layout_step_height:
 * @self: a layout
 *
 * Returns: how tall a step of the path is
 */
double
trl_layout_step_height (TrlLayout *self)
{
  return trl_layout_height_of (self, "X", TRL_STYLE_SMALL, 0, 1) * 2 + trl_layout_scale (self, 9);
}

/**
 * trl_layout_add_step:
 * @self: a layout
 * @cluster: where to append the box
 * @step: a step
 * @rect: where it lies
 *
 * Lays out a step of the path: its name and its days.
 */
void
trl_layout_add_step (TrlLayout     *self,
                     TrlCluster    *cluster,
                     TrlCard       *step,
                     const TrlRect *rect)
{
  TrlItem *item = add_card (self, cluster, step, rect);
  double start = trl_layout_scale (self, item->box.index == 0 ? 4 : 9);   /* the first has no notch */
  double width = rect->width - start - trl_layout_scale (self, 5);
  double line = (rect->height - trl_layout_scale (self, 9)) / 2;
  double top = trl_layout_scale (self, 4);

  trl_item_add_part (item, NULL, TRL_STEP_NAME, start, top, width, line);
  trl_item_add_part (item, NULL, TRL_STEP_DAYS, start, top + line, width, line);
}

/**
 * trl_layout_add_line:
 * @self: a layout
 * @cluster: (nullable): where to append the box
 * @card: a card of any kind
 * @x: its left edge
 * @y: its top edge
 * @width: how wide it is
 *
 * Lays out a card that says what it is in a line or two.
 *
 * Returns: how tall it is
 */
double
trl_layout_add_line (TrlLayout  *self,
                     TrlCluster *cluster,
                     TrlCard    *card,
                     double      x,
                     double      y,
                     double      width)
{
  g_autofree char *words = trl_sentence_card (self->blueprint, card);
  double pad = trl_layout_scale (self, 8);
  double inner = width - 2 * pad;
  double height = trl_layout_height_of (self, words, TRL_STYLE_BODY, inner, FACT_LINES);

  if (cluster != NULL)
    trl_item_add_part (add_card (self, cluster, card, &(TrlRect) { x, y, width, height + 2 * pad }), card,
                       value_member_of (card), pad, pad, inner, height);
  return height + 2 * pad;
}

/**
 * trl_layout_stacks_foot:
 * @self: a layout
 * @words: the foot of a note
 * @room: how wide a line of it is
 *
 * Returns: whether the words stand below the dots, not beside them
 */
gboolean
trl_layout_stacks_foot (TrlLayout  *self,
                        const char *words,
                        double      room)
{
  return 2 * trl_layout_width_of (self, words, TRL_STYLE_SMALL) > room;
}

/* Who takes it on and until when is read whole: words that leave the dots no room go below them, in as many lines as
 * they need. The dots themselves change nothing, or a note would tell how many it has while people vote. */
static double
foot_height (TrlLayout     *self,
             const TrlCard *note)
{
  g_autofree char *words = trl_sentence_note_foot (note);
  double room = trl_layout_scale (self, NOTE_WIDTH) - 2 * trl_layout_scale (self, 12);
  double foot = trl_layout_scale (self, NOTE_FOOT);

  return trl_layout_stacks_foot (self, words, room) ? foot + trl_layout_height_of (self, words, TRL_STYLE_SMALL, room, 0) : foot;
}

static double
note_height (TrlLayout  *self,
             const char *text,
             double      foot)
{
  double pad = trl_layout_scale (self, 12);
  double height = trl_layout_height_of (self, text != NULL ? text : "X", TRL_STYLE_NOTE,
                                        trl_layout_scale (self, NOTE_WIDTH) - 2 * pad, 0);

  return MAX (2 * pad + height + foot, trl_layout_scale (self, 106));
}

/**
 * trl_layout_measure_note:
 * @layout: a layout
 * @text: (nullable): what it would say
 * @width: (out): how wide a note is, in board units
 * @height: (out): how high
 *
 * Measures a note before there is one.
 */
void
trl_layout_measure_note (TrlLayout  *layout,
                         const char *text,
                         double     *width,
                         double     *height)
{
  g_return_if_fail (layout != NULL && width != NULL && height != NULL);

  *width = trl_layout_scale (layout, NOTE_WIDTH);
  *height = note_height (layout, text, trl_layout_scale (layout, NOTE_FOOT));
}

static double
add_note (TrlLayout  *self,
          TrlCluster *cluster,
          TrlCard    *note)
{
  double pad = trl_layout_scale (self, 12);
  double width = trl_layout_scale (self, NOTE_WIDTH);
  double foot = foot_height (self, note);
  double whole = note_height (self, trl_card_get_text (note, TRL_NOTE_TEXT), foot);

  trl_item_add_part (add_card (self, cluster, note, &(TrlRect) { 0, 0, width, whole }), NULL, TRL_NOTE_TEXT, pad, pad,
                     width - 2 * pad, whole - 2 * pad - foot);
  return whole;
}

static double
free_width (TrlLayout *self,
            TrlCard   *card)
{
  switch (trl_card_get_kind (card))
    {
    case TRL_KIND_NOTE:
      return trl_layout_scale (self, NOTE_WIDTH);
    case TRL_KIND_TIER:
      return trl_layout_scale (self, 164);
    case TRL_KIND_INCENTIVE:
      return trl_layout_scale (self, FRAME_WIDTH - 2 * FRAME_PADDING);
    case TRL_KIND_STEP:
      return trl_layout_scale (self, 110);
    default:
      return trl_layout_scale (self, 204);
    }
}

/**
 * trl_layout_make_free:
 * @self: a layout
 * @card: a card that lies on the board on its own
 *
 * Lays out a note, a parked card or a type that is in no motion.
 *
 * Returns: (transfer full): its cluster
 */
TrlCluster *
trl_layout_make_free (TrlLayout *self,
                      TrlCard   *card)
{
  TrlCluster *cluster = trl_cluster_new (trl_card_get_id (card));
  double width = free_width (self, card);
  TrlRect rect = { 0, 0, width, 0 };

  cluster->width = width;
  switch (trl_card_get_kind (card))
    {
    case TRL_KIND_NOTE:
      cluster->height = add_note (self, cluster, card);
      break;
    case TRL_KIND_TIER:
      cluster->height = rect.height = trl_layout_add_tier (self, NULL, card, &rect);
      trl_layout_add_tier (self, cluster, card, &rect);
      break;
    case TRL_KIND_INCENTIVE:
      cluster->height = trl_layout_add_incentive (self, cluster, card, 0, 0, width);
      break;
    case TRL_KIND_STEP:
      cluster->height = rect.height = trl_layout_step_height (self);
      trl_layout_add_step (self, cluster, card, &rect);
      break;
    default:
      cluster->height = trl_layout_add_line (self, cluster, card, 0, 0, width);
      break;
    }
  return cluster;
}
