/* board-drag.c: drags that start elsewhere, the ghost of what is dragged, and previews.
 *
 * A palette drag is a canvas drag of a card that is not there yet. Its ghost
 * is painted from a trial (law E9): the card is dropped, laid out, painted and
 * taken back, so that the ghost is what the drop will leave. */

#define G_LOG_DOMAIN "board-drag"

#include "config.h"

#include "board-private.h"
#include "ghost.h"
#include "marks-node.h"

#include <glib/gi18n.h>
#include <math.h>

/* A ghost leans a little, as something does that is held by a corner. */
#define GHOST_LEAN   -2.0
#define TAG_HEIGHT   44.0
#define TAG_PADDING  14.0
#define MOST_GHOST   420.0    /* board units; what is larger is carried as a tag with its name */

static void
draw_ghost (GtkWidget   *ghost,
            GtkSnapshot *snapshot,
            gpointer     data)
{
  trl_board_snapshot_ghost (data, snapshot, ghost);
}

/**
 * trl_board_get_ghost:
 * @self: a board
 *
 * Gives the widget in which what is dragged is drawn. The window lays it over
 * all its content; as long as nobody does, the board draws ghosts itself.
 *
 * Returns: (transfer none): the ghost
 */
GtkWidget *
trl_board_get_ghost (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  trl_ghost_set_draw (TRL_GHOST (self->ghost), draw_ghost, self);
  return self->ghost;
}

/* The boxes of a card and of what lies in it, moved so that the card is at 0, 0. */
static GskRenderNode *
paint_card (TrlBoard   *self,
            const char *id,
            TrlRect    *rect)
{
  TrlPainter painter = trl_board_get_painter (self);
  const TrlBox *card = trl_layout_find (self->layout, id);
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  g_autoptr (GPtrArray) boxes = NULL;

  if (card == NULL || card->kind != TRL_BOX_CARD || card->rect.width > MOST_GHOST)
    return NULL;
  boxes = trl_layout_query (self->layout, &card->rect);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);

      if (box == card || (box->depth > card->depth && box->motion == card->motion && trl_rect_encloses (&card->rect, &box->rect)))
        trl_paint_box (&painter, box, box->rect.x - card->rect.x, box->rect.y - card->rect.y, TRL_LOOK_FULL, marks);
    }
  *rect = (TrlRect) { 0, 0, card->rect.width, card->rect.height };
  return trl_marks_to_node (marks);
}

static const char *
cargo_words (const TrlCargo *cargo)
{
  if (cargo->bundle == TRL_BUNDLE_LADDER)
    return _("Two-tier ladder");
  if (cargo->bundle == TRL_BUNDLE_PATH)
    return _("Default path");
  return cargo->entry != NULL ? trl_entry_get_label (cargo->entry) : trl_kind_get_label (cargo->kind);
}

/* A tag with a name, for what would be too large to carry or is more than one card. */
static GskRenderNode *
paint_tag (TrlBoard   *self,
           const char *words,
           TrlRect    *rect)
{
  TrlTextSpec spec = { .text = words, .style = TRL_STYLE_NAME };
  g_autoptr (TrlText) text = trl_text_measure_lay_out (self->measure, &spec);
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  *rect = (TrlRect) { 0, 0, ceil (trl_text_get_width (text)) + 2 * TAG_PADDING, MAX (TAG_HEIGHT, trl_text_get_height (text) + TAG_PADDING) };
  trl_marks_rounded (marks, rect, 9, TRL_CORNERS_ALL, trl_theme_colour (self->theme, TRL_ROLE_SURFACE));
  trl_marks_border (marks, rect, 9, 1, 0, trl_theme_colour (self->theme, TRL_ROLE_OUTLINE));
  trl_marks_text (marks, text, TAG_PADDING, (rect->height - trl_text_get_height (text)) / 2, trl_theme_colour (self->theme, TRL_ROLE_INK));
  return trl_marks_to_node (marks);
}

typedef struct
{
  TrlBoard   *board;
  TrlChange  *change;
  const char *id;
} Trial;

static void
look_at_drop (TrlBlueprint *blueprint,
              gpointer      user_data)
{
  Trial *trial = user_data;
  TrlBoard *self = trial->board;

  trl_layout_update (self->layout, blueprint, trial->change);
  self->ghost_node = paint_card (self, trial->id, &self->ghost_rect);
}

/* Drops the cargo on the bare board, looks and takes it back. */
static void
try_drop (TrlBoard *self)
{
  const TrlCargo *cargo = &self->tools.carry.cargo;
  TrlPlace place = trl_places_ask (self->blueprint, cargo, TRL_ROOT_ID, TRL_SLOT_NONE);
  g_autoptr (TrlEdit) edit = NULL;
  g_autoptr (TrlChange) change = NULL;
  g_autoptr (TrlChange) back = NULL;
  g_autofree char *id = NULL;
  Trial trial;

  if (!place.lawful || cargo->bundle != TRL_BUNDLE_NONE || cargo->kind == TRL_KIND_TYPE || cargo->kind == TRL_KIND_MOTION)
    return;
  edit = trl_act_drop (self->blueprint, cargo, &place, TRL_END, -10000, -10000, &id);
  change = edit != NULL ? trl_edit_end (edit) : NULL;
  if (change == NULL)
    return;
  trial = (Trial) { self, change, id };
  trl_blueprint_try (self->blueprint, change, look_at_drop, &trial);
  back = trl_change_reverse (change, TRL_ORIGIN_USER);
  trl_board_relay (self, back);
}

/**
 * trl_board_make_ghost:
 * @self: a board whose tool carries something
 *
 * Paints what is carried, for as long as it is carried.
 */
void
trl_board_make_ghost (TrlBoard *self)
{
  TrlCarry *carry = &self->tools.carry;

  trl_board_drop_ghost (self);
  if (carry->id != NULL)
    self->ghost_node = paint_card (self, carry->id, &self->ghost_rect);
  else
    try_drop (self);
  if (self->ghost_node == NULL)
    self->ghost_node = paint_tag (self, cargo_words (&carry->cargo), &self->ghost_rect);
}

/**
 * trl_board_make_tag:
 * @self: a board with a drag that leaves the window
 * @cards: (element-type TrlCard): what is dragged
 *
 * Paints a tag for what was no ghost so far: a frame, which moves as it is.
 */
void
trl_board_make_tag (TrlBoard  *self,
                    GPtrArray *cards)
{
  TrlCard *first = g_ptr_array_index (cards, 0);
  const char *name = trl_card_get_name (first);

  trl_board_drop_ghost (self);
  self->ghost_node = paint_tag (self, *name != '\0' ? name : trl_kind_get_label (trl_card_get_kind (first)), &self->ghost_rect);
}

/**
 * trl_board_drop_ghost:
 * @self: a board
 *
 * Nothing is carried any more.
 */
void
trl_board_drop_ghost (TrlBoard *self)
{
  g_clear_pointer (&self->ghost_node, gsk_render_node_unref);
  g_clear_pointer (&self->ghost_shown, gsk_render_node_unref);
  trl_board_drop_kept (self);
  gtk_widget_queue_draw (self->ghost);
}

/* A pile says how many. */
static void
snapshot_count (TrlBoard    *self,
                GtkSnapshot *snapshot,
                guint        n)
{
  g_autofree char *words = g_strdup_printf ("%u", n);
  TrlTextSpec spec = { .text = words, .style = TRL_STYLE_LABEL };
  g_autoptr (TrlText) text = trl_text_measure_lay_out (self->measure, &spec);
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  double side = MAX (trl_text_get_width (text), trl_text_get_height (text)) + 8;
  TrlRect disc = { self->ghost_rect.width - side / 2, -side / 2, side, side };

  trl_marks_rounded (marks, &disc, side / 2, TRL_CORNERS_ALL, trl_theme_colour (self->theme, TRL_ROLE_BANNER));
  trl_marks_text (marks, text, disc.x + (side - trl_text_get_width (text)) / 2, disc.y + (side - trl_text_get_height (text)) / 2,
                  trl_theme_colour (self->theme, TRL_ROLE_BANNER_INK));
  trl_marks_snapshot (marks, snapshot);
}

/* A shadow of a few pale boxes: a blurred one would be computed anew for every
 * step of the hand. */
static void
snapshot_shadow (TrlBoard    *self,
                 GtkSnapshot *snapshot)
{
  GdkRGBA colour = { 0, 0, 0, 0.045 };

  for (double spread = 1; spread <= 9; spread += 2)
    {
      TrlRect rect = trl_rect_inset (&self->ghost_rect, -spread, -spread);
      graphene_rect_t bounds;
      GskRoundedRect rounded;

      rect.y += 5;
      bounds = trl_rect_to_graphene (&rect);
      gsk_rounded_rect_init_from_rect (&rounded, &bounds, 8 + spread);
      gtk_snapshot_push_rounded_clip (snapshot, &rounded);
      gtk_snapshot_append_color (snapshot, &colour, &bounds);
      gtk_snapshot_pop (snapshot);
    }
}

/* As it is carried: leaning, with its shadow. The corner that lies at 0, 0 is the card's. */
static GskRenderNode *
make_shown (TrlBoard *self,
            double    scale)
{
  const TrlCarry *carry = &self->tools.carry;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_rotate (snapshot, GHOST_LEAN);
  snapshot_shadow (self, snapshot);
  gtk_snapshot_append_node (snapshot, self->ghost_node);
  if (carry->ids != NULL && g_strv_length (carry->ids) > 1)
    snapshot_count (self, snapshot, g_strv_length (carry->ids));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  return trl_board_keeps_pictures (self) ? trl_node_to_picture (node) : g_steal_pointer (&node);
}

/**
 * trl_board_snapshot_ghost:
 * @self: a board
 * @snapshot: where to draw
 * @on: (nullable): the ghost widget; %NULL for the board itself
 *
 * Draws what is carried, where the pointer holds it.
 */
void
trl_board_snapshot_ghost (TrlBoard    *self,
                          GtkSnapshot *snapshot,
                          GtkWidget   *on)
{
  const TrlCarry *carry = &self->tools.carry;
  double scale = MAX (self->camera.scale, TRL_BOARD_LEAST_GHOST);
  graphene_point_t at;

  if (self->ghost_node == NULL || self->tools.current != TRL_TOOL_CARRY)
    return;
  /* Held where it was grabbed, whatever its size. */
  graphene_point_init (&at, self->tools.last.view.x - carry->grab.x * scale + carry->snapped.x * self->camera.scale,
                       self->tools.last.view.y - carry->grab.y * scale + carry->snapped.y * self->camera.scale);
  if (on != NULL && !gtk_widget_compute_point (GTK_WIDGET (self), on, &at, &at))
    return;
  if (self->ghost_shown == NULL || self->ghost_scale != scale)
    {
      g_clear_pointer (&self->ghost_shown, gsk_render_node_unref);
      self->ghost_shown = make_shown (self, scale);
      self->ghost_scale = scale;
    }

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (at.x), round (at.y)));
  gtk_snapshot_append_node (snapshot, self->ghost_shown);
  gtk_snapshot_restore (snapshot);
}

static TrlToolEvent
make_event (double          x,
            double          y,
            GdkModifierType state)
{
  TrlToolEvent event = { { x, y }, 1, 1, 0, 0 };

  event.hold = ((state & GDK_SHIFT_MASK) != 0 ? TRL_HOLD_SHIFT : 0) |
               ((state & GDK_CONTROL_MASK) != 0 ? TRL_HOLD_CONTROL : 0) |
               ((state & GDK_ALT_MASK) != 0 ? TRL_HOLD_ALT : 0);
  return event;
}

/**
 * trl_board_drag_begin:
 * @self: a board
 * @cargo: what is dragged
 * @x: where the pointer is, in pixels of the board; may be outside of it
 * @y: the same
 *
 * Starts a drag of a new card.
 */
void
trl_board_drag_begin (TrlBoard       *self,
                      const TrlCargo *cargo,
                      double          x,
                      double          y)
{
  TrlToolEvent event = make_event (x, y, 0);

  g_return_if_fail (TRL_IS_BOARD (self) && cargo != NULL);

  if (!trl_board_can_edit (self))
    return;
  trl_board_stop_edit (self, TRUE);
  trl_board_ensure_layout (self);
  trl_toolbox_carry_begin (&self->tools, cargo, 0, 0, &event);
  trl_board_make_ghost (self);
  self->tools.carry.grab = (TrlScenePoint) { self->ghost_rect.width / 2, self->ghost_rect.height / 2 };
  self->tools.carry.ghost.width = self->ghost_rect.width;
  self->tools.carry.ghost.height = self->ghost_rect.height;
  trl_board_gesture_changed (self);
}

/**
 * trl_board_drag_update:
 * @self: a board
 * @x: where the pointer is, in pixels of the board; may be outside of it
 * @y: the same
 * @state: which keys are held
 *
 * Goes on with a drag. Outside of the board no place is meant.
 */
void
trl_board_drag_update (TrlBoard        *self,
                       double           x,
                       double           y,
                       GdkModifierType  state)
{
  TrlToolEvent event = make_event (x, y, state);

  g_return_if_fail (TRL_IS_BOARD (self));

  if (!self->tools.pressed)
    return;
  trl_toolbox_motion (&self->tools, &event);
  trl_board_gesture_changed (self);
}

/**
 * trl_board_drag_drop:
 * @self: a board
 * @x: where the pointer was let go, in pixels of the board
 * @y: the same
 *
 * Ends a drag; outside of the board it was none.
 *
 * Returns: (transfer none) (nullable): the card that it left behind, if it did
 */
const char *
trl_board_drag_drop (TrlBoard *self,
                     double    x,
                     double    y)
{
  TrlToolEvent event;

  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  if (!self->tools.pressed)
    return NULL;
  event = self->tools.last;
  event.view = (TrlViewPoint) { x, y };
  trl_toolbox_release (&self->tools, &event);
  trl_board_drop_ghost (self);
  trl_board_gesture_changed (self);
  return self->tools.dropped;
}

/**
 * trl_board_drag_cancel:
 * @self: a board
 *
 * Ends a drag as if it had never begun.
 */
void
trl_board_drag_cancel (TrlBoard *self)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  trl_board_cancel (self);
}

/**
 * trl_board_cancel:
 * @self: a board
 *
 * Cancels the gesture that is under way, as Escape does.
 *
 * Returns: whether there was one
 */
gboolean
trl_board_cancel (TrlBoard *self)
{
  gboolean busy;

  g_return_val_if_fail (TRL_IS_BOARD (self), FALSE);

  busy = trl_toolbox_cancel (&self->tools);
  trl_board_drop_ghost (self);
  trl_board_gesture_changed (self);
  return busy;
}

/* Paints every frame and free card that a change touches, as it would be. */
static void
look_at_change (TrlBlueprint *blueprint,
                gpointer      user_data)
{
  Trial *trial = user_data;
  TrlBoard *self = trial->board;
  TrlPainter painter = trl_board_get_painter (self);
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  g_autoptr (GHashTable) touched = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) boxes = NULL;
  TrlRect visible = trl_camera_get_seen (&self->camera);

  trl_layout_update (self->layout, blueprint, trial->change);
  for (guint i = 0; i < trl_change_get_n_deltas (trial->change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (trial->change, i);
      TrlCard *motion = delta->after != NULL ? trl_blueprint_get_motion (blueprint, delta->id) : NULL;

      if (delta->after == NULL && delta->before != NULL)
        g_hash_table_add (touched, (gpointer) trl_card_get_parent (delta->before));
      g_hash_table_add (touched, (gpointer) (motion != NULL ? trl_card_get_id (motion) : delta->id));
    }
  painter.badges = NULL;   /* what the review would say is not known yet */
  boxes = trl_layout_query (self->layout, &visible);
  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);
      TrlCard *owner = box->motion != NULL ? box->motion : box->card;

      if (owner != NULL && g_hash_table_contains (touched, trl_card_get_id (owner)))
        trl_paint_box (&painter, box, box->rect.x, box->rect.y, trl_board_get_look (self), marks);
    }
  self->preview = trl_marks_to_node (marks);
}

/**
 * trl_board_preview:
 * @self: a board
 * @change: (nullable): what to show lightly; %NULL ends it
 *
 * Shows what a change would do, without doing it (law E9).
 */
void
trl_board_preview (TrlBoard  *self,
                   TrlChange *change)
{
  g_autoptr (TrlChange) back = NULL;
  Trial trial = { self, change, NULL };

  g_return_if_fail (TRL_IS_BOARD (self));

  g_clear_pointer (&self->preview, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (change == NULL || self->blueprint == NULL || !trl_blueprint_can_commit (self->blueprint, change))
    return;

  trl_board_ensure_layout (self);
  trl_blueprint_try (self->blueprint, change, look_at_change, &trial);
  back = trl_change_reverse (change, TRL_ORIGIN_USER);
  trl_board_relay (self, back);
}
