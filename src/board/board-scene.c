/* board-scene.c: the board's layout and badges, and what it asks of them. */

#define G_LOG_DOMAIN "board-scene"

#include "config.h"

#include "board-private.h"

#include "reviewer.h"
#include "typing.h"

/**
 * trl_board_get_painter:
 * @self: a board
 *
 * Returns: what painting needs; good until the next change
 */
TrlPainter
trl_board_get_painter (TrlBoard *self)
{
  return (TrlPainter) { self->blueprint, self->layout, self->theme, self->badges, self->ballot.give != NULL };
}

/**
 * trl_board_ensure_layout:
 * @self: a board with a blueprint
 *
 * Lays everything out when that has to be done.
 */
void
trl_board_ensure_layout (TrlBoard *self)
{
  TrlLayoutOptions options = { .room = self->room_mode };

  if (!self->layout_stale || self->blueprint == NULL)
    return;

  g_clear_pointer (&self->layout, trl_layout_free);
  g_clear_pointer (&self->measure, trl_text_measure_unref);
  self->measure = trl_text_measure_new (self->text_scale, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  self->layout = trl_layout_new (self->measure, &options);
  trl_layout_rebuild (self->layout, self->blueprint);
  trl_node_cache_clear (self->nodes);
  trl_tiles_clear (self->tiles);
  trl_board_drop_kept (self);
  trl_node_cache_relaid (self->nodes, self->layout, self->spoilt);
  self->tools.layout = self->layout;
  self->layout_stale = FALSE;
}

/**
 * trl_board_relay:
 * @self: a board
 * @change: what was committed
 *
 * Brings the layout up to date.
 */
void
trl_board_relay (TrlBoard        *self,
                 const TrlChange *change)
{
  if (self->layout_stale || self->layout == NULL)
    return;
  trl_layout_update (self->layout, self->blueprint, change);
  trl_board_drop_kept (self);
  trl_node_cache_relaid (self->nodes, self->layout, self->spoilt);
}

/* Nothing is flagged on a card while it is being typed, nor on what it lies in:
 * a rate that is not there yet is no fault of its incentive. */
static GPtrArray *
list_shown_findings (TrlBoard *self)
{
  const GPtrArray *all = trl_reviewer_get_findings (self->reviewer);
  const char *typed = self->editor != NULL ? trl_typing_get_id (TRL_TYPING (self->editor)) : NULL;
  TrlCard *card = trl_blueprint_get (self->blueprint, typed);
  const char *parent = card != NULL ? trl_card_get_parent (card) : NULL;
  GPtrArray *shown = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (all, i);
      const char *first = trl_finding_get_cards (finding)[0];

      if (first == NULL || typed == NULL || (!g_str_equal (first, typed) && g_strcmp0 (first, parent) != 0))
        g_ptr_array_add (shown, finding);
    }
  return shown;
}

/**
 * trl_board_review_changed:
 * @self: a board
 *
 * Has the badges looked at again before the next frame.
 */
void
trl_board_review_changed (TrlBoard *self)
{
  self->badges_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trl_board_ensure_badges:
 * @self: a board
 *
 * Brings the badges up to date with the review.
 */
void
trl_board_ensure_badges (TrlBoard *self)
{
  g_autoptr (GPtrArray) shown = NULL;

  if (!self->badges_stale || self->blueprint == NULL)
    return;

  self->badges_stale = FALSE;
  g_clear_pointer (&self->badges, trl_badges_free);
  trl_node_cache_reviewed (self->nodes);
  if (self->reviewer == NULL)
    return;
  shown = list_shown_findings (self);
  self->badges = trl_badges_new_for_findings (shown, self->blueprint);
}

static gboolean
get_box_rect (TrlBoard   *self,
              const char *id,
              TrlRect    *rect)
{
  const TrlBox *box = id != NULL ? trl_layout_find_shown (self->layout, self->blueprint, id) : NULL;

  if (box != NULL)
    *rect = box->rect;
  return box != NULL;
}

/* A connector is where the cards are that it connects. */
static gboolean
get_link_rect (TrlBoard *self,
               TrlCard  *link,
               TrlRect  *rect)
{
  TrlRect end;

  if (!get_box_rect (self, trl_card_get_ref (link, TRL_LINK_FROM), rect) ||
      !get_box_rect (self, trl_card_get_ref (link, TRL_LINK_TO), &end))
    return FALSE;
  trl_rect_union (rect, &end);
  return TRUE;
}

/**
 * trl_board_get_card_rect:
 * @self: a board
 * @id: a card
 * @rect: (out): where it lies, in board units
 *
 * Finds a card, or the smallest thing shown that it is a part of; of a
 * connector, what it connects.
 *
 * Returns: whether it is shown at all
 */
gboolean
trl_board_get_card_rect (TrlBoard   *self,
                         const char *id,
                         TrlRect    *rect)
{
  TrlCard *card = self->blueprint != NULL ? trl_blueprint_get (self->blueprint, id) : NULL;

  if (card == NULL)
    return FALSE;
  trl_board_ensure_layout (self);
  if (trl_card_get_kind (card) == TRL_KIND_LINK)
    return get_link_rect (self, card, rect);
  return get_box_rect (self, id, rect);
}

/**
 * trl_board_get_content:
 * @self: a board
 * @rect: (out): in board units
 *
 * Returns: whether there is anything on the board
 */
gboolean
trl_board_get_content (TrlBoard *self,
                       TrlRect  *rect)
{
  if (self->blueprint == NULL)
    return FALSE;
  trl_board_ensure_layout (self);
  *rect = trl_layout_get_bounds (self->layout);
  return rect->width > 0 && rect->height > 0;
}

/* The banner, then frames, then what lies free. */
static int
reading_order (const TrlBox *box)
{
  if (box->kind == TRL_BOX_BANNER)
    return 0;
  return box->motion != NULL ? 1 : 2;
}

/* The head of a frame comes before its rows. */
static int
reading_row (const TrlBox *box)
{
  return box->kind == TRL_BOX_HEADER ? -1 : (int) box->row;
}

/* Rows first, then along them in the direction of reading. */
static int
compare_reading (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const TrlBox *first = *(const TrlBox **) a, *second = *(const TrlBox **) b;
  gboolean rtl = GPOINTER_TO_INT (user_data);
  double step;

  if (first->motion != second->motion && first->motion != NULL && second->motion != NULL)
    return trl_card_get_rank (first->motion) < trl_card_get_rank (second->motion) ? -1 : 1;
  if (reading_order (first) != reading_order (second))
    return reading_order (first) - reading_order (second);
  if (reading_row (first) != reading_row (second))
    return reading_row (first) - reading_row (second);
  /* Stairs share a foot, so tops do not tell rows apart. */
  step = first->rect.y + first->rect.height <= second->rect.y ? -1
       : second->rect.y + second->rect.height <= first->rect.y ? 1 : 0;
  if (step == 0)
    step = rtl ? second->rect.x + second->rect.width - first->rect.x - first->rect.width : first->rect.x - second->rect.x;
  if (step == 0)
    step = first->rect.y - second->rect.y;
  if (step == 0)
    step = (int) first->depth - (int) second->depth;
  return step < 0 ? -1 : step > 0;
}

/* What keys and screen readers meet: the head of each frame, and cards. */
static gboolean
is_stop (const TrlBox *box)
{
  return box->card != NULL &&
         (box->kind == TRL_BOX_CARD || box->kind == TRL_BOX_HEADER || box->kind == TRL_BOX_BANNER);
}

/* Sorts cards as people read them. Only neighbours are compared by place, so
 * that the order is one: banner, motion by motion and row by row, the rest. */
static void
sort_reading (TrlBoard  *self,
              GPtrArray *boxes)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  /* Insertion sort: stable, and content with an order that is none in odd cases. */
  for (guint i = 1; i < boxes->len; i++)
    {
      gpointer box = g_ptr_array_index (boxes, i);
      guint at = i;

      while (at > 0 && compare_reading (&boxes->pdata[at - 1], &box, GINT_TO_POINTER (rtl)) > 0)
        {
          boxes->pdata[at] = boxes->pdata[at - 1];
          at--;
        }
      boxes->pdata[at] = box;
    }
}

/**
 * trl_board_list_cards:
 * @self: a board
 * @rect: (nullable): in board units; %NULL for everything
 *
 * Lists what keys can reach, in reading order.
 *
 * Returns: (transfer container): boxes, good until the next change
 */
GPtrArray *
trl_board_list_cards (TrlBoard      *self,
                      const TrlRect *rect)
{
  GPtrArray *stops = g_ptr_array_new ();
  g_autoptr (GPtrArray) boxes = NULL;

  if (self->blueprint == NULL)
    return stops;
  trl_board_ensure_layout (self);
  boxes = rect != NULL ? trl_layout_query (self->layout, rect) : trl_layout_get_boxes (self->layout);
  for (guint i = 0; i < boxes->len; i++)
    if (is_stop (g_ptr_array_index (boxes, i)))
      g_ptr_array_add (stops, g_ptr_array_index (boxes, i));
  sort_reading (self, stops);
  return stops;
}
