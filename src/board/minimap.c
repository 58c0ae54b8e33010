/* minimap.c: the motions and cards in a corner, and what of them is seen.
 *
 * Frames are boxes and cards are blocks of one picture, kept as one node until
 * the design or its review changes; a move of the camera draws one rectangle
 * more, however many cards there are. When everything is
 * in view there is nothing to show, and a map that nobody wants hears nothing.
 * The pointer takes the board along; the keyboard does not come here, because
 * all that is done here is done by keys on the board itself. */

#define G_LOG_DOMAIN "minimap"

#include "config.h"

#include "board-private.h"
#include "marks-node.h"
#include "minimap.h"
#include "reviewer.h"

#include <glib/gi18n.h>
#include <string.h>

#define WIDTH  208
#define HEIGHT 136
#define MARGIN 8.0     /* pixels round the motions */

/* More cards than these are a grey mass in their frames: then only what lies free is drawn. */
#define MOST_BLOCKS 4000

struct _TrlMinimap
{
  GtkWidget      parent_instance;

  TrlBoard      *board;
  TrlBlueprint  *blueprint;   /* that it listens to */
  guint          listener;
  TrlReviewer   *reviewer;
  gboolean       wanted;
  guint          idle;
  GskRenderNode *frames;      /* in pixels of the map */
  TrlRect        shown;       /* what the map shows, in board units */
  double         scale;       /* pixels a board unit */
  TrlScenePoint  grip;        /* from the pointer to the middle of what is seen */
  TrlViewPoint   pressed;
};

G_DEFINE_FINAL_TYPE (TrlMinimap, trl_minimap, GTK_TYPE_WIDGET)

static void
forget_frames (TrlMinimap *self)
{
  g_clear_pointer (&self->frames, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What lies on the board, and what of the board is seen, in board units. */
static gboolean
look (TrlMinimap *self,
      TrlRect    *content,
      TrlRect    *seen)
{
  TrlCamera camera;

  trl_board_get_camera (self->board, &camera);
  if (camera.width <= 0 || !trl_board_get_content (self->board, content))
    return FALSE;
  *seen = trl_camera_get_free (&camera);
  return TRUE;
}

static gboolean
lies_in (const TrlRect *inner,
         const TrlRect *outer)
{
  return inner->x >= outer->x - 1 && inner->y >= outer->y - 1 && inner->x + inner->width <= outer->x + outer->width + 1 &&
         inner->y + inner->height <= outer->y + outer->height + 1;
}

static gboolean
update_idle (gpointer user_data)
{
  TrlMinimap *self = user_data;
  TrlRect content, seen;

  self->idle = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), self->wanted && look (self, &content, &seen) && !lies_in (&content, &seen));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* Not at once: sizes may be under way, and nothing may be shown or hidden then. */
static void
update (TrlMinimap *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_idle, self, NULL);
}

static void
reviewed (TrlReviewer *reviewer,
          GPtrArray   *ids,
          gpointer     user_data)
{
  forget_frames (user_data);
}

static void
redrawn (TrlMinimap *self)
{
  forget_frames (self);
  update (self);
}

static void
changed (TrlBlueprint    *blueprint,
         const TrlChange *change,
         gpointer         user_data)
{
  redrawn (user_data);
}

static void
stop_listening (TrlMinimap *self)
{
  g_signal_handlers_disconnect_by_data (self->board, self);
  if (self->reviewer != NULL)
    g_signal_handlers_disconnect_by_data (self->reviewer, self);
  if (self->blueprint != NULL)
    trl_blueprint_unlisten (self->blueprint, self->listener);
  g_clear_object (&self->reviewer);
  g_clear_object (&self->blueprint);
}

static void
start_listening (TrlMinimap *self)
{
  g_signal_connect_swapped (self->board, "camera-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->board, "notify::theme", G_CALLBACK (redrawn), self);
  g_signal_connect_swapped (self->board, "notify::room-mode", G_CALLBACK (redrawn), self);
  g_set_object (&self->blueprint, trl_board_get_blueprint (self->board));
  g_set_object (&self->reviewer, trl_board_get_reviewer (self->board));
  if (self->blueprint != NULL)
    self->listener = trl_blueprint_listen (self->blueprint, TRL_STAGE_PANELS, changed, self);
  if (self->reviewer != NULL)
    g_signal_connect (self->reviewer, "changed", G_CALLBACK (reviewed), self);
}

/**
 * trl_minimap_set_wanted:
 * @self: a minimap
 * @wanted: whether it is shown when not everything is in view
 *
 * Shows or hides the map. What is not wanted costs nothing.
 */
void
trl_minimap_set_wanted (TrlMinimap *self,
                        gboolean    wanted)
{
  g_return_if_fail (TRL_IS_MINIMAP (self));

  if (self->wanted == !!wanted)
    return;
  self->wanted = !!wanted;
  if (self->wanted)
    start_listening (self);
  else
    stop_listening (self);
  redrawn (self);
}

/* Painting */

static graphene_rect_t
to_map (TrlMinimap    *self,
        const TrlRect *rect)
{
  return GRAPHENE_RECT_INIT (MARGIN + (rect->x - self->shown.x) * self->scale, MARGIN + (rect->y - self->shown.y) * self->scale,
                             MAX (rect->width * self->scale, 1), MAX (rect->height * self->scale, 1));
}

/* Motions in which the review has found something that is more than a to-do and that nobody keeps. */
static GHashTable *
list_found (TrlMinimap *self)
{
  GHashTable *found = g_hash_table_new (g_str_hash, g_str_equal);
  const GPtrArray *findings = self->reviewer != NULL ? trl_reviewer_get_findings (self->reviewer) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      const char *first = trl_finding_get_cards (finding)[0];
      TrlCard *motion = first != NULL ? trl_blueprint_get_motion (self->blueprint, first) : NULL;

      if (motion != NULL && trl_finding_get_kept (finding) == NULL &&
          trl_finding_get_severity (finding) < TRL_SEVERITY_TODO)
        g_hash_table_add (found, (char *) trl_card_get_id (motion));
    }
  return found;
}

static void
append_frame (TrlMinimap  *self,
              GtkSnapshot *snapshot,
              TrlCard     *motion,
              gboolean     found)
{
  const TrlTheme *theme = trl_theme_get (trl_board_get_theme (self->board));
  const TrlBox *frame = trl_layout_find_frame (self->board->layout, trl_card_get_id (motion), TRL_BOX_FRAME);
  const TrlBox *head = trl_layout_find_frame (self->board->layout, trl_card_get_id (motion), TRL_BOX_HEADER);
  GdkRGBA ground = trl_colour_to_rgba (trl_theme_colour (theme, found ? TRL_ROLE_ADVICE : TRL_ROLE_STRIP));
  GdkRGBA hue = trl_colour_to_rgba (trl_theme_colour (theme, trl_route_get_role (trl_motion_get_route (self->blueprint, motion))));
  graphene_rect_t rect;

  if (frame == NULL)
    return;
  rect = to_map (self, &frame->rect);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  if (head == NULL)
    return;
  rect = to_map (self, &head->rect);
  gtk_snapshot_append_color (snapshot, &hue, &rect);
}

static void
fill_block (TrlMinimap *self,
            cairo_t    *cr,
            TrlRole     role,
            TrlRect     rect)
{
  GdkRGBA colour = trl_colour_to_rgba (trl_theme_colour (trl_theme_get (trl_board_get_theme (self->board)), role));
  graphene_rect_t block = to_map (self, &rect);

  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_rectangle (cr, block.origin.x, block.origin.y, block.size.width, block.size.height);
  cairo_fill (cr);
}

/* Every card that does not lie in another, as a block. */
static void
draw_blocks (TrlMinimap *self,
             cairo_t    *cr)
{
  g_autoptr (GPtrArray) boxes = trl_layout_query (self->board->layout, &self->shown);

  for (guint i = 0; i < boxes->len; i++)
    {
      const TrlBox *box = g_ptr_array_index (boxes, i);

      if (box->kind == TRL_BOX_CARD && box->depth == 0 && (box->motion == NULL || boxes->len <= MOST_BLOCKS))
        fill_block (self, cr, box->motion == NULL ? TRL_ROLE_EMPTY_EDGE : TRL_ROLE_OUTLINE, box->rect);
    }
}

/* One picture of all of them, whatever their number. */
static void
append_blocks (TrlMinimap  *self,
               GtkSnapshot *snapshot)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  gsize stride = cairo_image_surface_get_stride (surface);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  cairo_scale (cr, scale, scale);
  draw_blocks (self, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), stride * height * scale);
  cairo_surface_destroy (surface);
  texture = gdk_memory_texture_new (width * scale, height * scale, GDK_MEMORY_DEFAULT, bytes, stride);
  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, width, height));
}

static void
make_frames (TrlMinimap    *self,
             const TrlRect *shown,
             double         scale)
{
  const GPtrArray *motions = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_autoptr (GHashTable) found = list_found (self);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  g_clear_pointer (&self->frames, gsk_render_node_unref);
  self->shown = *shown;
  self->scale = scale;
  for (guint i = 0; motions != NULL && i < motions->len; i++)
    {
      TrlCard *motion = g_ptr_array_index (motions, i);

      append_frame (self, snapshot, motion, g_hash_table_contains (found, trl_card_get_id (motion)));
    }
  append_blocks (self, snapshot);
  self->frames = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

/* The map shows all of the board; the frames are made again only when that, or the size, is another. */
static void
ensure_frames (TrlMinimap    *self,
               const TrlRect *content)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  double scale = MIN (width / content->width, height / content->height);
  TrlRect shown = *content;

  shown.x -= (width / scale - content->width) / 2;
  shown.y -= (height / scale - content->height) / 2;
  shown.width = width / scale;
  shown.height = height / scale;
  if (self->frames == NULL || memcmp (&shown, &self->shown, sizeof shown) != 0)
    make_frames (self, &shown, scale);
}

static void
append_seen (TrlMinimap    *self,
             GtkSnapshot   *snapshot,
             const TrlRect *seen)
{
  const TrlTheme *theme = trl_theme_get (trl_board_get_theme (self->board));
  GdkRGBA edge = trl_colour_to_rgba (trl_theme_colour (theme, TRL_ROLE_ACCENT));
  GdkRGBA ground = edge;
  graphene_rect_t rect = to_map (self, seen);
  GskRoundedRect outline;

  ground.alpha = 0.08;
  gsk_rounded_rect_init_from_rect (&outline, &rect, 2);
  gtk_snapshot_append_color (snapshot, &ground, &rect);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 2, 2, 2, 2 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
trl_minimap_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  TrlMinimap *self = TRL_MINIMAP (widget);
  TrlRect content, seen;

  if (self->blueprint == NULL || !look (self, &content, &seen))
    return;
  ensure_frames (self, &content);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget)));
  if (self->frames != NULL)
    gtk_snapshot_append_node (snapshot, self->frames);
  append_seen (self, snapshot, &seen);
  gtk_snapshot_pop (snapshot);
}

static void
trl_minimap_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

/* Hands */

static TrlScenePoint
to_scene (TrlMinimap *self,
          double      x,
          double      y)
{
  return (TrlScenePoint) { self->shown.x + (x - MARGIN) / self->scale, self->shown.y + (y - MARGIN) / self->scale };
}

static void
centre_at (TrlMinimap    *self,
           TrlScenePoint  at)
{
  TrlCamera camera;
  TrlScenePoint centre;

  trl_board_get_camera (self->board, &camera);
  centre = trl_camera_get_centre (&camera);
  camera.x += at.x + self->grip.x - centre.x;
  camera.y += at.y + self->grip.y - centre.y;
  trl_board_set_camera (self->board, &camera, FALSE);
}

/* A press beside what is seen goes there; one inside takes it where it is held. */
static void
drag_begin (TrlMinimap *self,
            double      x,
            double      y)
{
  TrlScenePoint at, centre;
  TrlCamera camera;
  TrlRect seen;

  if (self->frames == NULL)
    return;
  at = to_scene (self, x, y);
  trl_board_get_camera (self->board, &camera);
  seen = trl_camera_get_free (&camera);
  centre = trl_camera_get_centre (&camera);
  self->pressed = (TrlViewPoint) { x, y };
  self->grip = (TrlScenePoint) { 0, 0 };
  if (at.x >= seen.x && at.y >= seen.y && at.x < seen.x + seen.width && at.y < seen.y + seen.height)
    self->grip = (TrlScenePoint) { centre.x - at.x, centre.y - at.y };
  else
    centre_at (self, at);
}

static void
drag_update (TrlMinimap *self,
             double      x,
             double      y)
{
  if (self->frames != NULL)
    centre_at (self, to_scene (self, self->pressed.x + x, self->pressed.y + y));
}

static void
trl_minimap_dispose (GObject *object)
{
  TrlMinimap *self = TRL_MINIMAP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->board != NULL)
    stop_listening (self);
  g_clear_object (&self->board);
  g_clear_pointer (&self->frames, gsk_render_node_unref);
  G_OBJECT_CLASS (trl_minimap_parent_class)->dispose (object);
}

static void
trl_minimap_class_init (TrlMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trl_minimap_dispose;
  widget_class->snapshot = trl_minimap_snapshot;
  widget_class->measure = trl_minimap_measure;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
trl_minimap_init (TrlMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Minimap"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _("The motions, and what of them is in view. Keys do the same: arrows move the board, "
                                    "Ctrl and arrows walk the cards, Ctrl+1 shows everything."), -1);
}

/**
 * trl_minimap_new:
 * @board: the board that it is a map of; has its blueprint and its reviewer
 *
 * Makes a map that nobody wants yet.
 *
 * Returns: (transfer full): the map
 */
GtkWidget *
trl_minimap_new (TrlBoard *board)
{
  TrlMinimap *self;

  g_return_val_if_fail (TRL_IS_BOARD (board), NULL);

  self = g_object_new (TRL_TYPE_MINIMAP, NULL);
  self->board = g_object_ref (board);
  return GTK_WIDGET (self);
}
