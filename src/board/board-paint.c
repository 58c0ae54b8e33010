/* board-paint.c: what the board draws: ground, cards, and what lies over them.
 *
 * Near, the visible boxes' kept nodes go into one container below one
 * transform; far, whole motions do. Where the processor draws, what looks as
 * in the last frame comes from pictures. Only the overlay is built anew in each
 * frame, and its size does not depend on the number of cards. */

#define G_LOG_DOMAIN "board-paint"

#include "config.h"

#include "board-private.h"
#include "marks-node.h"

#include <math.h>
#include <string.h>

/* More visible boxes than this are drawn from afar, whatever their size. */
#define MOST_NEAR_BOXES 400

#define DOT_STEP 24.0   /* board units between two dots */
#define DOT_SIZE 2.0    /* pixels */
#define LEAST_DOT_STEP 14.0   /* pixels; closer dots are noise */

/**
 * trl_board_get_look:
 * @self: a board
 *
 * Returns: how much of a card the zoom lets one read
 */
TrlLook
trl_board_get_look (TrlBoard *self)
{
  return self->layout != NULL ? trl_paint_level (self->layout, self->camera.scale) : TRL_LOOK_FULL;
}

static double
dot_step (TrlBoard *self)
{
  double step = round (DOT_STEP * self->camera.scale);

  return step >= LEAST_DOT_STEP ? step : 0;
}

static GskRenderNode *
make_ground (TrlBoard      *self,
             const TrlRect *rect)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  GdkRGBA ground = trl_colour_to_rgba (trl_theme_colour (self->theme, TRL_ROLE_BOARD));
  GdkRGBA dot = trl_colour_to_rgba (trl_theme_colour (self->theme, TRL_ROLE_DOT));
  graphene_rect_t bounds = trl_rect_to_graphene (rect);
  double step = dot_step (self);

  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  if (step > 0)
    {
      double x = floor (rect->x / step) * step, y = floor (rect->y / step) * step;

      gtk_snapshot_push_repeat (snapshot, &bounds, &GRAPHENE_RECT_INIT (x, y, step, step));
      gtk_snapshot_append_color (snapshot, &dot, &GRAPHENE_RECT_INIT (x, y, DOT_SIZE, DOT_SIZE));
      gtk_snapshot_pop (snapshot);
    }
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/* Kept from frame to frame: GSK takes a new pattern for a new picture, and
 * would draw the whole window anew while one card is dragged. Dots lie on
 * whole pixels, which is how a pattern is fast; a step that is rounded is
 * nothing that the eye sees. */
static void
snapshot_ground (TrlBoard      *self,
                 GtkSnapshot   *snapshot,
                 const TrlRect *rect)
{
  double step = dot_step (self);

  if (self->ground == NULL || memcmp (rect, &self->ground_rect, sizeof *rect) != 0 || self->ground_theme != self->theme ||
      self->ground_step != step)
    {
      g_clear_pointer (&self->ground, gsk_render_node_unref);
      self->ground = make_ground (self, rect);
      self->ground_rect = *rect;
      self->ground_step = step;
      self->ground_theme = self->theme;
    }
  gtk_snapshot_append_node (snapshot, self->ground);
}

/* What happens to a box while a gesture is under way. */
typedef struct
{
  gboolean moved;
  gboolean dimmed;
  double   dx;
  double   dy;
} Fate;

static gboolean
moves_along (TrlBoard     *self,
             const TrlBox *box)
{
  const char * const *moving = (const char * const *) self->tools.moving;
  TrlCard *card = box->motion != NULL ? box->motion : box->card;

  return moving != NULL && card != NULL && g_strv_contains (moving, trl_card_get_id (card));
}

/* What is carried, and what lies in it. */
static gboolean
is_carried (TrlBoard     *self,
            const TrlBox *box)
{
  const TrlCarry *carry = &self->tools.carry;

  if (carry->ids == NULL || box->card == NULL)
    return FALSE;
  for (TrlCard *card = box->card; card != NULL && trl_card_get_kind (card) != TRL_KIND_PROGRAM;
       card = trl_blueprint_get (self->blueprint, trl_card_get_parent (card)))
    if (trl_carry_has (carry, trl_card_get_id (card)))
      return TRUE;
  return FALSE;
}

static Fate
find_fate (TrlBoard     *self,
           const TrlBox *box)
{
  Fate fate = { FALSE, FALSE, 0, 0 };

  if (self->tools.current == TRL_TOOL_MOVE && moves_along (self, box))
    return (Fate) { TRUE, FALSE, self->tools.dx, self->tools.dy };
  if (self->tools.current == TRL_TOOL_CARRY && is_carried (self, box))
    fate.dimmed = TRUE;
  else if (trl_board_find_slide (self, box, &fate.dx, &fate.dy))
    fate.moved = fate.dx != 0 || fate.dy != 0;
  return fate;
}

static void
append_box (GtkSnapshot   *snapshot,
            GskRenderNode *node,
            const Fate    *fate)
{
  if (node == NULL)
    return;
  if (!fate->moved && !fate->dimmed)
    {
      gtk_snapshot_append_node (snapshot, node);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (fate->dx, fate->dy));
  if (fate->dimmed)
    gtk_snapshot_push_opacity (snapshot, 0.35);
  gtk_snapshot_append_node (snapshot, node);
  if (fate->dimmed)
    gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* Card by card; what moves with the pointer comes last, over everything else. */
static void
snapshot_near (TrlBoard         *self,
               GtkSnapshot      *snapshot,
               const TrlPainter *painter,
               GPtrArray        *boxes,
               TrlLook           look)
{
  gboolean gesture = self->tools.current == TRL_TOOL_MOVE || self->tools.current == TRL_TOOL_CARRY || self->slides->len > 0;
  Fate still = { FALSE, FALSE, 0, 0 };

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);
      Fate fate = gesture ? find_fate (self, box) : still;

      if (self->tools.current != TRL_TOOL_MOVE || !fate.moved)
        append_box (snapshot, trl_node_cache_get (self->nodes, painter, box, look), &fate);
    }
  for (guint i = 0; self->tools.current == TRL_TOOL_MOVE && i < boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);
      Fate fate = find_fate (self, box);

      if (fate.moved)
        append_box (snapshot, trl_node_cache_get (self->nodes, painter, box, look), &fate);
    }
}

/* A frame that is moved over a distance stays painted where its boxes were found: look a little further. */
static TrlRect
reaching_into (TrlBoard      *self,
               const TrlRect *rect)
{
  TrlRect visible = trl_rect_inset (rect, -TRL_BOX_OVERHANG, -TRL_BOX_OVERHANG);

  if (self->tools.current == TRL_TOOL_MOVE)
    {
      TrlRect before = visible;

      before.x -= self->tools.dx;
      before.y -= self->tools.dy;
      trl_rect_union (&visible, &before);
    }
  return visible;
}

/* Boxes that are too many to read are drawn from afar, wherever in the window one looks. */
static TrlLook
find_look (TrlBoard      *self,
           const TrlRect *seen)
{
  TrlLook look = trl_board_get_look (self);
  TrlRect visible = reaching_into (self, seen);
  g_autoptr (GPtrArray) boxes = NULL;

  if (look >= TRL_LOOK_BAND)
    return look;
  boxes = trl_layout_query (self->layout, &visible);
  return boxes->len <= MOST_NEAR_BOXES ? look : TRL_LOOK_BAND;
}

static void
snapshot_cards (TrlBoard      *self,
                GtkSnapshot   *snapshot,
                const TrlRect *seen,
                TrlLook        look)
{
  TrlPainter painter = trl_board_get_painter (self);
  TrlRect visible = reaching_into (self, seen);
  g_autoptr (GPtrArray) boxes = NULL;

  if (look >= TRL_LOOK_BAND)
    {
      trl_node_cache_far (self->nodes, &painter, &visible, look, snapshot);
      return;
    }
  boxes = trl_layout_query (self->layout, &visible);
  snapshot_near (self, snapshot, &painter, boxes, look);
}

typedef struct
{
  TrlBoard *board;
  TrlLook   look;
} Sight;

/* Ground and cards of a part of the board; @rect is in pixels from its origin. */
static void
snapshot_part (GtkSnapshot   *snapshot,
               const TrlRect *rect,
               gpointer       user_data)
{
  Sight *sight = user_data;
  double scale = sight->board->camera.scale;
  TrlRect seen = { rect->x / scale, rect->y / scale, rect->width / scale, rect->height / scale };

  snapshot_ground (sight->board, snapshot, rect);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, scale, scale);
  snapshot_cards (sight->board, snapshot, &seen, sight->look);
  gtk_snapshot_restore (snapshot);
}

/**
 * trl_board_keeps_pictures:
 * @self: a board
 *
 * Pictures pay where the processor draws; on a display that has more than one
 * pixel for ours they might be scaled, so there everything is drawn afresh.
 *
 * Returns: whether what holds still is to be copied from pictures
 */
gboolean
trl_board_keeps_pictures (TrlBoard *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer) && gtk_widget_get_scale_factor (GTK_WIDGET (self)) == 1;
}

static void
snapshot_scene (TrlBoard    *self,
                GtkSnapshot *snapshot)
{
  /* Whole pixels keep text sharp; half a pixel is nothing to a hand. */
  double x = round (-self->camera.x * self->camera.scale);
  double y = round (-self->camera.y * self->camera.scale);
  TrlRect rect = { -x, -y, self->camera.width, self->camera.height };
  TrlRect seen = trl_camera_get_seen (&self->camera);
  Sight sight = { self, find_look (self, &seen) };
  TrlTileLook look = { self->camera.scale, sight.look, self->theme };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  trl_board_spoil (self, &seen);
  if (trl_board_keeps_pictures (self))
    trl_tiles_snapshot (self->tiles, snapshot, &look, &rect, snapshot_part, &sight);
  else
    snapshot_part (snapshot, &rect, &sight);
  gtk_snapshot_scale (snapshot, self->camera.scale, self->camera.scale);
  if (self->preview != NULL)
    gtk_snapshot_append_node (snapshot, self->preview);
  gtk_snapshot_restore (snapshot);
}

/**
 * trl_board_snapshot:
 * @widget: a board
 * @snapshot: where to draw
 *
 * Draws the board.
 */
void
trl_board_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TrlBoard *self = TRL_BOARD (widget);
  TrlRect view = { 0, 0, self->camera.width, self->camera.height };

  if (self->blueprint != NULL)
    {
      trl_board_ensure_layout (self);
      trl_board_ensure_badges (self);
      snapshot_scene (self, snapshot);
      trl_board_snapshot_overlay (self, snapshot);
      trl_node_cache_end_frame (self->nodes);
    }
  else
    {
      snapshot_ground (self, snapshot, &view);
    }
  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
}
