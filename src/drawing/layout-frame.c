/* layout-frame.c: how a motion, the banner and the names of rows are laid out. */

#define G_LOG_DOMAIN "layout-frame"

#include "config.h"

#include "layout-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "amounts.h"
#include "questions.h"
#include "sentences.h"

static const GPtrArray *
children_of (TrlLayout *self,
             TrlCard   *card,
             TrlSlot    slot)
{
  return trl_blueprint_get_children (self->blueprint, trl_card_get_id (card), slot);
}

static guint
count_of (const GPtrArray *cards)
{
  return cards != NULL ? cards->len : 0;
}

/* Everything from @first on belongs to the row; its y is counted from the row's top. */
static void
set_row (TrlCluster *cluster,
         guint       first,
         TrlRow      row)
{
  for (guint i = first; i < cluster->items->len; i++)
    g_array_index (cluster->items, TrlItem, i).box.row = row;
}

static TrlItem *
add_slot (TrlCluster *cluster,
          TrlCard    *motion,
          TrlSlot     slot,
          TrlRow      row,
          double      x,
          double      width,
          double      height)
{
  TrlItem *item = trl_cluster_add (cluster, TRL_BOX_SLOT, motion, slot, row, &(TrlRect) { x, 0, width, height });

  item->stretches = TRUE;
  return item;
}

/* The dashed box that asks the question of an empty row. */
static double
empty_height (TrlLayout  *self,
              const char *question,
              double      width)
{
  return trl_layout_height_of (self, question, TRL_STYLE_BODY, width - trl_layout_scale (self, 24), 3) +
         trl_layout_scale (self, 26);
}

static void
add_question (TrlLayout *self,
              TrlCluster *cluster,
              TrlCard    *motion,
              TrlSlot     slot,
              TrlRow      row,
              double      x,
              double      width)
{
  g_autofree char *question = trl_question_slot (self->blueprint, motion, slot);
  double height = empty_height (self, question, width);
  TrlItem *item = add_slot (cluster, motion, slot, row, x, width, height);

  trl_item_add_part (item, NULL, TRL_MEMBER_NONE, 0, 0, width, height);
  cluster->rows[row] = height;
}

static double
frame_width (TrlLayout *self,
             TrlCard   *motion)
{
  guint n_tiers = count_of (children_of (self, motion, TRL_SLOT_TIERS));
  double tiers = n_tiers * TIER_WIDTH + (MAX (n_tiers, 1) - 1) * CARD_GAP + 2 * FRAME_PADDING;

  return trl_layout_scale (self, CLAMP (tiers, FRAME_WIDTH, 8 * TIER_WIDTH));
}

/* The number of partners ends the line that says what the motion is. */
static void
add_partners_part (TrlLayout  *self,
                   TrlItem    *item,
                   TrlCard    *motion,
                   const char *what,
                   double      left,
                   double      top)
{
  g_autofree char *partners = NULL;
  double line = trl_layout_width_of (self, what, TRL_STYLE_SMALL);
  double width;

  if (trl_card_get_state (motion, TRL_MOTION_PARTNERS_NOW) == TRL_STATE_OPEN || line > item->box.parts[1].rect.width)
    return;
  partners = trl_amount_value (motion, TRL_MOTION_PARTNERS_NOW, TRL_MEMBER_NONE, "partners", NULL);
  width = trl_layout_width_of (self, partners, TRL_STYLE_SMALL);
  trl_item_add_part (item, NULL, TRL_MOTION_PARTNERS_NOW, left + line - width, top, width,
                     item->box.parts[1].rect.height);
}

static void
add_header (TrlLayout  *self,
            TrlCluster *cluster,
            TrlCard    *motion)
{
  g_autofree char *name = trl_sentence_name (motion);
  g_autofree char *what = trl_sentence_motion (self->blueprint, motion);
  double left = trl_layout_scale (self, 62);
  double pad = trl_layout_scale (self, 11);
  double width = cluster->width - left - pad;
  double name_height = trl_layout_height_of (self, name, TRL_STYLE_TITLE, width, 2);
  double what_height = trl_layout_height_of (self, what, TRL_STYLE_SMALL, width, 2);
  TrlItem *item;

  cluster->header = MAX (2 * pad + name_height + what_height, trl_layout_scale (self, 62));
  item = trl_cluster_add (cluster, TRL_BOX_HEADER, motion, TRL_SLOT_NONE, TRL_ROW_NONE,
                          &(TrlRect) { 0, 0, cluster->width, cluster->header });
  trl_item_add_part (item, NULL, TRL_MOTION_NAME, left, pad, width, name_height);
  trl_item_add_part (item, NULL, TRL_MOTION_GTM, left, pad + name_height, width, what_height);
  add_partners_part (self, item, motion, what, left, pad + name_height);
}

static void
add_statement (TrlLayout  *self,
               TrlCluster *cluster,
               TrlCard    *motion,
               double      pad,
               double      inner)
{
  TrlSpan strong[TRL_STATEMENT_SPANS];
  guint n_strong;
  g_autofree char *words = trl_sentence_statement (motion, strong, &n_strong);
  TrlTextSpec spec;
  double height;
  TrlItem *item;

  if (words != NULL)
    {
      spec = trl_layout_spec (self, words, TRL_STYLE_BODY, inner - trl_layout_scale (self, 6), 5);
      spec.strong = strong;
      spec.n_strong = n_strong;
      trl_text_measure_extent (self->measure, &spec, NULL, &height);
    }
  else
    height = empty_height (self, trl_question_row (TRL_ROW_MOTION), inner);
  height = MAX (height, trl_layout_scale (self, 40));
  item = trl_cluster_add (cluster, TRL_BOX_STATEMENT, motion, TRL_SLOT_NONE, TRL_ROW_MOTION,
                          &(TrlRect) { pad, 0, inner, height });
  trl_item_add_part (item, NULL, TRL_MOTION_STATEMENT, trl_layout_scale (self, 3), 0,
                     inner - trl_layout_scale (self, 6), height);
  cluster->rows[TRL_ROW_MOTION] = height;
}

/* Stairs that rise towards the end of the line, each a step above the one
 * before, all standing on the floor of the row. */
static void
add_tiers (TrlLayout  *self,
           TrlCluster *cluster,
           TrlCard    *motion,
           double      pad,
           double      inner)
{
  const GPtrArray *tiers = children_of (self, motion, TRL_SLOT_TIERS);
  guint n_tiers = count_of (tiers);
  double gap = trl_layout_scale (self, CARD_GAP);
  g_autofree double *heights = g_new0 (double, n_tiers + 1);
  double width;
  double tallest = 0;
  guint first = cluster->items->len;

  if (n_tiers == 0)
    {
      add_question (self, cluster, motion, TRL_SLOT_TIERS, TRL_ROW_TIERS, pad, inner);
      return;
    }
  width = (inner - (n_tiers - 1) * gap) / n_tiers;
  for (guint i = 0; i < n_tiers; i++)
    {
      TrlCard *tier = g_ptr_array_index (tiers, i);
      gboolean climbs = trl_card_get_yes (tier, TRL_TIER_RANKED, TRUE) && i > 0;

      heights[i] = trl_layout_add_tier (self, NULL, tier, &(TrlRect) { 0, 0, width, 0 });
      if (climbs)
        heights[i] = MAX (heights[i], tallest + trl_layout_scale (self, STEP_RISE));
      tallest = MAX (tallest, heights[i]);
    }
  add_slot (cluster, motion, TRL_SLOT_TIERS, TRL_ROW_TIERS, pad, inner, tallest);
  for (guint i = 0; i < n_tiers; i++)
    trl_layout_add_tier (self, cluster, g_ptr_array_index (tiers, i),
                         &(TrlRect) { pad + i * (width + gap), tallest - heights[i], width, heights[i] });
  set_row (cluster, first, TRL_ROW_TIERS);
  cluster->rows[TRL_ROW_TIERS] = tallest;
}

static void
add_credentials (TrlLayout  *self,
                 TrlCluster *cluster,
                 TrlCard    *motion,
                 double      pad,
                 double      inner)
{
  const GPtrArray *credentials = children_of (self, motion, TRL_SLOT_CREDENTIALS);
  guint first = cluster->items->len;
  double top = cluster->rows[TRL_ROW_TIERS] + trl_layout_scale (self, CARD_GAP);
  double y = top;

  if (count_of (credentials) == 0)
    return;
  trl_cluster_add (cluster, TRL_BOX_SLOT, motion, TRL_SLOT_CREDENTIALS, TRL_ROW_TIERS, &(TrlRect) { pad, top, inner, 0 });
  for (guint i = 0; i < credentials->len; i++)
    y += trl_layout_add_line (self, cluster, g_ptr_array_index (credentials, i), pad, y, inner) +
         trl_layout_scale (self, 4);
  set_row (cluster, first, TRL_ROW_TIERS);
  g_array_index (cluster->items, TrlItem, first).local.height = y - top;
  cluster->rows[TRL_ROW_TIERS] = y;
}

static void
add_incentives (TrlLayout  *self,
                TrlCluster *cluster,
                TrlCard    *motion,
                double      pad,
                double      inner)
{
  const GPtrArray *incentives = children_of (self, motion, TRL_SLOT_INCENTIVES);
  guint first = cluster->items->len;
  double y = 0;

  if (count_of (incentives) == 0)
    {
      add_question (self, cluster, motion, TRL_SLOT_INCENTIVES, TRL_ROW_INCENTIVES, pad, inner);
      return;
    }
  add_slot (cluster, motion, TRL_SLOT_INCENTIVES, TRL_ROW_INCENTIVES, pad, inner, 0);
  for (guint i = 0; i < incentives->len; i++)
    {
      if (i > 0)
        y += trl_layout_scale (self, CARD_GAP);
      y += trl_layout_add_incentive (self, cluster, g_ptr_array_index (incentives, i), pad, y, inner);
    }
  set_row (cluster, first, TRL_ROW_INCENTIVES);
  cluster->rows[TRL_ROW_INCENTIVES] = y;
}

static void
add_path (TrlLayout  *self,
          TrlCluster *cluster,
          TrlCard    *motion,
          double      pad,
          double      inner)
{
  const GPtrArray *steps = children_of (self, motion, TRL_SLOT_PATH);
  guint n_steps = count_of (steps);
  guint n_lines;
  guint a_line;
  double height = trl_layout_step_height (self);
  double gap = trl_layout_scale (self, 5);
  guint first = cluster->items->len;

  if (n_steps == 0)
    {
      add_question (self, cluster, motion, TRL_SLOT_PATH, TRL_ROW_ENABLEMENT, pad, inner);
      return;
    }
  a_line = MAX (1, (guint) floor (inner / trl_layout_scale (self, STEP_WIDTH)));
  n_lines = (n_steps + a_line - 1) / a_line;
  a_line = (n_steps + n_lines - 1) / n_lines;   /* lines of about the same length */
  add_slot (cluster, motion, TRL_SLOT_PATH, TRL_ROW_ENABLEMENT, pad, inner, 0);
  for (guint i = 0; i < n_steps; i++)
    {
      double width = (inner - trl_layout_scale (self, STEP_POINT)) / a_line;   /* the last point sticks out */
      TrlRect rect = { pad + (i % a_line) * width, (i / a_line) * (height + gap), width, height };

      trl_layout_add_step (self, cluster, g_ptr_array_index (steps, i), &rect);
    }
  set_row (cluster, first, TRL_ROW_ENABLEMENT);
  cluster->rows[TRL_ROW_ENABLEMENT] = n_lines * (height + gap) - gap;
}

/**
 * trl_layout_make_frame:
 * @self: a layout
 * @motion: a motion
 *
 * Lays out a motion by rows, each from its own top; where the rows come to lie
 * is known when the frames beside it are.
 *
 * Returns: (transfer full): its cluster
 */
TrlCluster *
trl_layout_make_frame (TrlLayout *self,
                       TrlCard   *motion)
{
  TrlCluster *cluster = trl_cluster_new (trl_card_get_id (motion));
  double pad = trl_layout_scale (self, FRAME_PADDING);
  double inner;
  TrlItem *item;

  cluster->is_frame = TRUE;
  cluster->width = frame_width (self, motion);
  inner = cluster->width - 2 * pad;
  item = trl_cluster_add (cluster, TRL_BOX_FRAME, motion, TRL_SLOT_NONE, TRL_ROW_NONE,
                          &(TrlRect) { 0, 0, cluster->width, 0 });
  item->stretches = TRUE;
  add_header (self, cluster, motion);
  add_statement (self, cluster, motion, pad, inner);
  add_tiers (self, cluster, motion, pad, inner);
  add_credentials (self, cluster, motion, pad, inner);
  add_incentives (self, cluster, motion, pad, inner);
  add_path (self, cluster, motion, pad, inner);
  cluster->footer = trl_layout_height_of (self, "X", TRL_STYLE_SMALL, 0, 1) + trl_layout_scale (self, 12);
  item = trl_cluster_add (cluster, TRL_BOX_FOOTER, motion, TRL_SLOT_NONE, TRL_ROW_NONE,
                          &(TrlRect) { pad, 0, inner, cluster->footer });
  trl_item_add_part (item, NULL, TRL_MOTION_SERVES, trl_layout_scale (self, 10), 0,
                     inner - trl_layout_scale (self, 130), cluster->footer);
  return cluster;
}

static double
add_banner_metrics (TrlLayout  *self,
                    TrlCluster *cluster,
                    TrlCard    *root,
                    double      left,
                    double      width)
{
  const GPtrArray *metrics = children_of (self, root, TRL_SLOT_METRICS);
  guint first = cluster->items->len;
  double label = trl_layout_height_of (self, "X", TRL_STYLE_SMALL, 0, 1);
  double pad = trl_layout_scale (self, 14);
  double y = pad;
  TrlItem *item;

  item = trl_cluster_add (cluster, TRL_BOX_SLOT, root, TRL_SLOT_METRICS, TRL_ROW_NONE, &(TrlRect) { left, 0, width, 0 });
  for (guint i = 0; i < count_of (metrics); i++)
    {
      TrlCard *metric = g_ptr_array_index (metrics, i);
      g_autofree char *words = trl_sentence_metric (self->blueprint, metric);
      gboolean target = trl_card_get_choice (metric, TRL_METRIC_ROLE) != TRL_ROLE_GUARDRAIL;
      TrlStyle style = target ? TRL_STYLE_BANNER : TRL_STYLE_SMALL;
      double inner = width - trl_layout_scale (self, 26);
      double height = trl_layout_height_of (self, words, style, inner, 2);
      double whole = height + label;

      item = trl_cluster_add (cluster, TRL_BOX_CARD, metric, TRL_SLOT_METRICS, TRL_ROW_NONE,
                              &(TrlRect) { left, y, width, whole });
      item->box.index = i;
      trl_item_add_part (item, NULL, TRL_METRIC_NAME, 0, 0, inner, label);
      trl_item_add_part (item, NULL, TRL_METRIC_TARGET_VALUE, trl_layout_scale (self, target ? 24 : 0), label, inner,
                         height);
      y += whole + trl_layout_scale (self, 3);
    }
  if (count_of (metrics) == 0)
    {
      g_autofree char *words = trl_question_slot (self->blueprint, root, TRL_SLOT_METRICS);

      y += label + trl_layout_height_of (self, words, TRL_STYLE_BANNER, width, 2);
    }
  g_array_index (cluster->items, TrlItem, first).local.height = y + pad;
  return y + pad;
}

static double
add_banner_part (TrlLayout  *self,
                 TrlItem    *item,
                 const char *words,
                 TrlMember   member,
                 double      left,
                 double      width)
{
  double label = trl_layout_height_of (self, "X", TRL_STYLE_SMALL, 0, 1);
  double pad = trl_layout_scale (self, 14);
  double height = trl_layout_height_of (self, words, TRL_STYLE_BANNER, width, 3);

  trl_item_add_part (item, NULL, member, left, pad + label, width, height);
  return 2 * pad + label + height;
}

/**
 * trl_layout_make_banner:
 * @self: a layout
 * @width: how wide it may be
 *
 * Lays out the banner: goal, metrics, partners.
 *
 * Returns: (transfer full): its cluster
 */
TrlCluster *
trl_layout_make_banner (TrlLayout *self,
                        double     width)
{
  TrlCluster *cluster = trl_cluster_new ("");
  TrlCard *root = trl_blueprint_get_root (self->blueprint);
  g_autofree char *goal = trl_sentence_goal (self->blueprint);
  g_autofree char *partners = trl_sentence_partners (self->blueprint);
  double pad = trl_layout_scale (self, 20);
  double inner = width - 2 * pad;
  double goal_width = inner * 0.40 - pad;
  double metric_left = pad + inner * 0.40;
  double last_left = pad + inner * 0.76;
  double heights[3];
  double half;
  TrlItem *item;

  cluster->width = width;
  item = trl_cluster_add (cluster, TRL_BOX_BANNER, root, TRL_SLOT_NONE, TRL_ROW_NONE, &(TrlRect) { 0, 0, width, 0 });
  heights[0] = add_banner_part (self, item, goal, TRL_PROGRAM_GOAL, pad, goal_width);
  heights[1] = add_banner_part (self, item, partners, TRL_PROGRAM_PARTNERS_NOW, last_left, width - pad - last_left);
  half = MIN (trl_layout_width_of (self, partners, TRL_STYLE_BANNER), width - pad - last_left) / 2;   /* a long text is wrapped */
  trl_item_add_part (item, NULL, TRL_PROGRAM_PARTNERS_PLANNED, last_left + half, trl_layout_scale (self, 14),
                     MAX (width - pad - last_left - half, 0), heights[1] - trl_layout_scale (self, 28));
  heights[2] = add_banner_metrics (self, cluster, root, metric_left, last_left - metric_left - pad / 2);
  cluster->height = MAX (heights[0], MAX (heights[1], heights[2]));
  g_array_index (cluster->items, TrlItem, 0).local.height = cluster->height;
  g_array_index (cluster->items, TrlItem, 1).local.height = cluster->height;
  return cluster;
}

/**
 * trl_layout_row_name_height:
 * @self: a layout
 * @row: a row
 *
 * Returns: how tall the name of the row and its question are together
 */
double
trl_layout_row_name_height (TrlLayout *self,
                            TrlRow     row)
{
  double width = trl_layout_scale (self, ROW_NAME_WIDTH);

  return trl_layout_height_of (self, trl_question_row_name (row), TRL_STYLE_HEADING, width, 2) +
         trl_layout_height_of (self, trl_question_row (row), TRL_STYLE_SMALL, width, 4);
}

/**
 * trl_layout_make_rows:
 * @self: a layout
 * @id: a name for the cluster
 * @frame: the first frame of the line, which is placed already
 *
 * Lays out the names of the rows beside a line of frames.
 *
 * Returns: (transfer full): their cluster
 */
TrlCluster *
trl_layout_make_rows (TrlLayout        *self,
                      const char       *id,
                      const TrlCluster *frame)
{
  TrlCluster *cluster = trl_cluster_new (id);

  cluster->width = trl_layout_scale (self, ROW_NAME_WIDTH);
  for (TrlRow row = 0; row < TRL_N_ROWS; row++)
    {
      double name = trl_layout_height_of (self, trl_question_row_name (row), TRL_STYLE_HEADING, cluster->width, 2);
      double question = trl_layout_height_of (self, trl_question_row (row), TRL_STYLE_SMALL, cluster->width, 4);
      TrlItem *item = trl_cluster_add (cluster, TRL_BOX_ROW_NAME, NULL, TRL_SLOT_NONE, row,
                                       &(TrlRect) { 0, frame->spot.tops[row], cluster->width, name + question });

      trl_item_add_part (item, NULL, TRL_MEMBER_NONE, 0, 0, cluster->width, name);
      trl_item_add_part (item, NULL, TRL_MEMBER_NONE, 0, name, cluster->width, question);
      cluster->height = frame->spot.tops[row] + name + question;
    }
  return cluster;
}
