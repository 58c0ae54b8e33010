/* board-overlay.c: what lies over the cards: selection, focus, the rubber band, places, the insertion mark.
 *
 * Drawn in pixels of the view, so that a line is as thin at 5 % as at 800 %. */

#define G_LOG_DOMAIN "board-overlay"

#include "config.h"

#include "board-private.h"
#include "links.h"
#include "marks-node.h"

#include <math.h>
#include <string.h>

#define RING_WIDTH   2.0
#define RING_GAP     2.0
#define RING_RADIUS  9.0
#define BAR_WIDTH    3.0
#define PILL_PADDING 8.0
#define HANDLE       6.0     /* half of what an end of a connector is taken by */
#define LEAST_HANDLES 0.25   /* from further away there are none */
#define GUIDE_FOOT   4.0     /* half of what ends a gap, in pixels */
#define PILL_WIDTH   380.0   /* of a reason, at most */

/* More rings than this are no help, and too many fresh nodes abort GTK 4.8. */
#define MOST_RINGS 1000

/* More places than this are shown without their own edge: too many to tell apart anyway. */
#define MOST_PLACES 60

static void
draw_ring (GtkSnapshot   *snapshot,
           const TrlRect *rect,
           double         gap,
           double         width,
           GdkRGBA        colour)
{
  TrlRect outer = trl_rect_inset (rect, -gap - width, -gap - width);
  graphene_rect_t bounds = trl_rect_to_graphene (&outer);
  float w = width;
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, MIN (RING_RADIUS, outer.height / 2));
  gtk_snapshot_append_border (snapshot, &rounded, (float[4]) { w, w, w, w }, (GdkRGBA[4]) { colour, colour, colour, colour });
}

static void
draw_tint (GtkSnapshot   *snapshot,
           const TrlRect *rect,
           GdkRGBA        colour)
{
  graphene_rect_t bounds = trl_rect_to_graphene (rect);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &bounds, MIN (RING_RADIUS, rect->height / 2));
  gtk_snapshot_push_rounded_clip (snapshot, &rounded);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
draw_dashes (GtkSnapshot   *snapshot,
             const TrlRect *rect,
             GdkRGBA        colour)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  TrlColour own = { colour.red, colour.green, colour.blue, colour.alpha };

  trl_marks_border (marks, rect, MIN (RING_RADIUS, rect->height / 2), 2, 6, &own);
  trl_marks_snapshot (marks, snapshot);
}

static GdkRGBA
role (TrlBoard *self,
      TrlRole   which,
      double    alpha)
{
  GdkRGBA colour = trl_colour_to_rgba (trl_theme_colour (self->theme, which));

  colour.alpha *= alpha;
  return colour;
}

/* What is seen of a card: from afar its motion, among names the card that it lies in. */
static const TrlBox *
find_seen (TrlBoard   *self,
           const char *id)
{
  const TrlBox *box = trl_layout_find (self->layout, id);
  TrlLook look = trl_board_get_look (self);

  if (box != NULL && box->motion != NULL && look >= TRL_LOOK_BAND)
    return trl_layout_find (self->layout, trl_card_get_id (box->motion));
  while (box != NULL && box->kind == TRL_BOX_CARD && box->depth > 0 && look == TRL_LOOK_NAMES)
    box = trl_layout_find (self->layout, trl_card_get_parent (box->card));
  return box;
}

/* Where it is now: it may be moving. */
static TrlRect
seen_rect (TrlBoard     *self,
           const TrlBox *box)
{
  const char * const *moving = (const char * const *) self->tools.moving;
  TrlCard *card = box->motion != NULL ? box->motion : box->card;
  TrlRect rect = box->rect;
  double dx = 0, dy = 0;

  if (self->tools.current == TRL_TOOL_MOVE && moving != NULL && g_strv_contains (moving, trl_card_get_id (card)))
    {
      dx = self->tools.dx;
      dy = self->tools.dy;
    }
  else
    trl_board_find_slide (self, box, &dx, &dy);
  rect.x += dx;
  rect.y += dy;
  return trl_camera_rect_to_view (&self->camera, &rect);
}

/* A badge stands out of its card, so the ring would strike it through: it is drawn once more, over the ring. */
static void
draw_badge (TrlBoard      *self,
            GtkSnapshot   *snapshot,
            const TrlBox  *box,
            const TrlRect *rect)
{
  TrlPainter painter = trl_board_get_painter (self);
  const TrlBadge *badge = trl_badges_get (self->badges, trl_card_get_id (box->card));
  double out = TRL_BOX_OVERHANG * self->camera.scale;
  graphene_rect_t top = GRAPHENE_RECT_INIT (rect->x - out, rect->y - out, rect->width + 2 * out, 1.9 * out);
  GskRenderNode *node;

  if (badge == NULL || !badge->shown || box->kind != TRL_BOX_CARD || trl_board_get_look (self) != TRL_LOOK_FULL)
    return;
  node = trl_node_cache_get (self->nodes, &painter, box, TRL_LOOK_FULL);
  if (node == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &top);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (rect->x - box->rect.x * self->camera.scale),
                                                          round (rect->y - box->rect.y * self->camera.scale)));
  gtk_snapshot_scale (snapshot, self->camera.scale, self->camera.scale);
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

/* @drawn: what has a ring already; from afar many cards are one motion. */
static void
draw_selected (TrlBoard    *self,
               GtkSnapshot *snapshot,
               GHashTable  *drawn,
               const char  *id,
               gboolean     selected,
               gboolean     focused)
{
  TrlRect view = { 0, 0, self->camera.width, self->camera.height };
  const TrlBox *box = find_seen (self, id);
  TrlRect rect;

  if (box == NULL || (g_hash_table_contains (drawn, box) && !focused))
    return;
  rect = seen_rect (self, box);
  if (!trl_rect_overlaps (&rect, &view))
    return;
  g_hash_table_add (drawn, (gpointer) box);
  if (selected)
    draw_ring (snapshot, &rect, RING_GAP, RING_WIDTH, role (self, TRL_ROLE_ACCENT, 1));
  /* Keys show where they are by a second ring, further out. */
  if (focused)
    draw_ring (snapshot, &rect, RING_GAP + RING_WIDTH + 1, RING_WIDTH, role (self, TRL_ROLE_ACCENT, 0.5));
  draw_badge (self, snapshot, box, &rect);
}

static void
draw_selection (TrlBoard    *self,
                GtkSnapshot *snapshot)
{
  const char * const *ids = trl_selection_get_ids (self->selection);
  const char *focused = trl_leaves_get_focused (self->leaves);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  gboolean visible = root != NULL && gtk_window_get_focus_visible (GTK_WINDOW (root));
  g_autoptr (GHashTable) drawn = g_hash_table_new (NULL, NULL);

  for (guint i = 0; ids[i] != NULL && g_hash_table_size (drawn) < MOST_RINGS; i++)
    draw_selected (self, snapshot, drawn, ids[i], TRUE, visible && g_strcmp0 (ids[i], focused) == 0);
  if (visible && focused != NULL && !trl_selection_contains (self->selection, focused))
    draw_selected (self, snapshot, drawn, focused, FALSE, TRUE);
}

static void
draw_band (TrlBoard    *self,
           GtkSnapshot *snapshot)
{
  TrlRect rect = trl_camera_rect_to_view (&self->camera, &self->tools.band);

  draw_tint (snapshot, &rect, role (self, TRL_ROLE_ACCENT, 0.10));
  draw_ring (snapshot, &rect, -1, 1, role (self, TRL_ROLE_ACCENT, 0.8));
}

/* Where the ghost hides what is below it, in pixels of the view. */
static TrlRect
ghost_rect (TrlBoard *self)
{
  const TrlCarry *carry = &self->tools.carry;
  double scale = MAX (self->camera.scale, TRL_BOARD_LEAST_GHOST);
  TrlViewPoint at = self->tools.last.view;

  return (TrlRect) { at.x - carry->grab.x * scale - 4, at.y - carry->grab.y * scale - 8,
                     self->ghost_rect.width * scale + 8, self->ghost_rect.height * scale + 16 };
}

static TrlRect
keep_in_view (TrlBoard *self,
              TrlRect   rect)
{
  rect.x = round (CLAMP (rect.x, 4, MAX (4, self->camera.width - rect.width - 4)));
  rect.y = round (CLAMP (rect.y, 4, MAX (4, self->camera.height - rect.height - 4)));
  return rect;
}

typedef struct
{
  TrlText *text;
  double   width;
  double   height;
} Pill;

/* A few words on a ground of their own. */
static Pill
make_pill (TrlBoard   *self,
           const char *words)
{
  TrlTextSpec spec = { .text = words, .style = TRL_STYLE_LABEL };
  double width, height;
  Pill pill;

  trl_text_measure_extent (self->measure, &spec, &width, &height);
  if (width > PILL_WIDTH)
    spec.width = PILL_WIDTH;
  pill.text = trl_text_measure_lay_out (self->measure, &spec);
  pill.width = MIN (ceil (trl_text_get_width (pill.text)), PILL_WIDTH) + 2 * PILL_PADDING;
  pill.height = trl_text_get_height (pill.text) + PILL_PADDING;
  return pill;
}

static void
draw_pill (TrlBoard      *self,
           GtkSnapshot   *snapshot,
           Pill          *pill,
           const TrlRect *rect,
           TrlRole        ground,
           TrlRole        ink)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  trl_marks_rounded (marks, rect, MIN (rect->height / 2, 10), TRL_CORNERS_ALL, trl_theme_colour (self->theme, ground));
  trl_marks_text (marks, pill->text, rect->x + PILL_PADDING - trl_text_get_left (pill->text), rect->y + PILL_PADDING / 2,
                  trl_theme_colour (self->theme, ink));
  trl_marks_snapshot (marks, snapshot);
  g_clear_pointer (&pill->text, trl_text_unref);
}

/* The name of a place: in the middle of an empty one, else above or below it, wherever the ghost does not hide it. */
static void
draw_name (TrlBoard      *self,
           GtkSnapshot   *snapshot,
           const TrlRect *place,
           gboolean       empty)
{
  Pill pill = make_pill (self, self->tools.carry.text);
  TrlRect ghost = ghost_rect (self);
  double middle = place->x + place->width / 2 - pill.width / 2;
  double tops[] = { place->y + place->height / 2 - pill.height / 2, place->y - pill.height - 4,
                    place->y + place->height + 4, ghost.y - pill.height - 2, ghost.y + ghost.height + 2 };
  TrlRect rect;

  for (guint i = empty ? 0 : 1; i < G_N_ELEMENTS (tops); i++)
    {
      rect = keep_in_view (self, (TrlRect) { middle, tops[i], pill.width, pill.height });
      if (!trl_rect_overlaps (&rect, &ghost))
        break;
    }
  draw_pill (self, snapshot, &pill, &rect, TRL_ROLE_BANNER, TRL_ROLE_BANNER_INK);
}

/* What is said at the pointer lies below the ghost. */
static void
draw_remark (TrlBoard    *self,
             GtkSnapshot *snapshot,
             TrlRole      ground,
             TrlRole      ink)
{
  Pill pill = make_pill (self, self->tools.carry.text);
  TrlRect ghost = ghost_rect (self);
  TrlRect rect = keep_in_view (self, (TrlRect) { self->tools.last.view.x + 12, ghost.y + ghost.height + 4, pill.width, pill.height });

  draw_pill (self, snapshot, &pill, &rect, ground, ink);
}

/* Where a place is on the board: its slot, or the card that takes a link. */
static gboolean
place_rect (TrlBoard       *self,
            const TrlPlace *place,
            TrlRect        *rect)
{
  const TrlBox *box;

  if (g_str_equal (place->target, TRL_ROOT_ID))
    return FALSE;
  box = place->member == TRL_MEMBER_NONE ? trl_layout_find_slot (self->layout, place->target, place->slot) : NULL;
  if (box == NULL)
    box = trl_layout_find (self->layout, place->target);
  if (box == NULL)
    return FALSE;
  *rect = trl_camera_rect_to_view (&self->camera, &box->rect);
  return TRUE;
}

/* Appends the node that was made for the same before, or makes it: what a drag
 * passes over stays as it is for many frames, and GTK draws nothing anew where
 * it finds the same node again. */
static void
append_kept (TrlBoard     *self,
             GtkSnapshot  *snapshot,
             TrlKept      *kept,
             gconstpointer key,
             gsize         size,
             void        (*draw) (TrlBoard     *self,
                                  GtkSnapshot  *snapshot,
                                  gconstpointer key))
{
  g_autoptr (GBytes) now = g_bytes_new (key, size);

  if (kept->key == NULL || !g_bytes_equal (kept->key, now))
    {
      GtkSnapshot *own = gtk_snapshot_new ();

      g_clear_pointer (&kept->key, g_bytes_unref);
      g_clear_pointer (&kept->node, gsk_render_node_unref);
      draw (self, own, key);
      kept->node = gtk_snapshot_free_to_node (own);
      kept->key = g_steal_pointer (&now);
    }
  if (kept->node != NULL)
    gtk_snapshot_append_node (snapshot, kept->node);
}

/**
 * trl_board_drop_kept:
 * @self: a board
 *
 * Drops what was kept for a drag.
 */
void
trl_board_drop_kept (TrlBoard *self)
{
  g_clear_pointer (&self->places_shown.key, g_bytes_unref);
  g_clear_pointer (&self->places_shown.node, gsk_render_node_unref);
  g_clear_pointer (&self->target_shown.key, g_bytes_unref);
  g_clear_pointer (&self->target_shown.node, gsk_render_node_unref);
}

/* What the look of all places depends on; with the place that is shown by itself. */
typedef struct
{
  TrlCamera       camera;
  const TrlTheme *theme;
  const char     *target;
  gsize           slot;
  gsize           member;
} PlacesKey;

static void
draw_places (TrlBoard     *self,
             GtkSnapshot  *snapshot,
             gconstpointer key)
{
  const TrlCarry *carry = &self->tools.carry;
  TrlRect view = { 0, 0, self->camera.width, self->camera.height };
  guint n_drawn = 0;

  for (guint i = 0; i < carry->places->len; i++)
    {
      const TrlPlace *place = &g_array_index (carry->places, TrlPlace, i);
      TrlRect rect;

      if (!place->lawful)
        break;   /* lawful ones come first */
      if ((carry->over && trl_place_equal (place, &carry->place)) ||
          !place_rect (self, place, &rect) || !trl_rect_overlaps (&rect, &view))
        continue;
      draw_tint (snapshot, &rect, role (self, TRL_ROLE_ACCENT, 0.05));
      if (n_drawn++ < MOST_PLACES)
        draw_ring (snapshot, &rect, -1, 1, role (self, TRL_ROLE_ACCENT, 0.55));
    }
}

static void
snapshot_places (TrlBoard    *self,
                 GtkSnapshot *snapshot)
{
  const TrlCarry *carry = &self->tools.carry;
  PlacesKey key;

  memset (&key, 0, sizeof key);
  key.camera = self->camera;
  key.theme = self->theme;
  if (carry->over && carry->place.lawful)
    {
      key.target = carry->place.target;
      key.slot = carry->place.slot;
      key.member = carry->place.member;
    }
  append_kept (self, snapshot, &self->places_shown, &key, sizeof key, draw_places);
}

/* What the look of the place below the pointer depends on. */
typedef struct
{
  TrlRect         rect;
  TrlRect         bar;      /* without a width: none */
  const TrlTheme *theme;
  gsize           lawful;
} TargetKey;

static void
draw_target (TrlBoard     *self,
             GtkSnapshot  *snapshot,
             gconstpointer data)
{
  const TargetKey *key = data;

  if (!key->lawful)
    {
      draw_dashes (snapshot, &key->rect, role (self, TRL_ROLE_DIM, 1));
      return;
    }
  draw_tint (snapshot, &key->rect, role (self, TRL_ROLE_ACCENT, 0.12));
  draw_dashes (snapshot, &key->rect, role (self, TRL_ROLE_ACCENT, 1));
  if (key->bar.width > 0)
    draw_tint (snapshot, &key->bar, role (self, TRL_ROLE_ACCENT, 1));
}

/* As thick at every zoom. */
static TrlRect
bar_rect (TrlBoard *self)
{
  const TrlCarry *carry = &self->tools.carry;
  TrlRect bar = trl_camera_rect_to_view (&self->camera, &carry->bar);

  if (carry->bar.height > carry->bar.width)
    return (TrlRect) { bar.x + bar.width / 2 - BAR_WIDTH / 2, bar.y, BAR_WIDTH, bar.height };
  return (TrlRect) { bar.x, bar.y + bar.height / 2 - BAR_WIDTH / 2, bar.width, BAR_WIDTH };
}

/* The place below the pointer: solid and named, or dashed with a reason. */
static void
snapshot_target (TrlBoard    *self,
                 GtkSnapshot *snapshot)
{
  const TrlCarry *carry = &self->tools.carry;
  gboolean lawful = carry->place.lawful, empty = FALSE;
  TargetKey key;

  if (carry->target.width <= 0)
    {
      draw_remark (self, snapshot, lawful ? TRL_ROLE_BANNER : TRL_ROLE_BADGE_INK, lawful ? TRL_ROLE_BANNER_INK : TRL_ROLE_SURFACE);
      return;
    }

  memset (&key, 0, sizeof key);
  key.rect = trl_camera_rect_to_view (&self->camera, &carry->target);
  key.theme = self->theme;
  key.lawful = lawful;
  if (lawful)
    empty = carry->gap <= 0 && carry->place.member == TRL_MEMBER_NONE &&
            trl_blueprint_get_children (self->blueprint, carry->place.target, carry->place.slot)->len == 0;
  if (lawful && carry->has_bar && !empty)
    key.bar = bar_rect (self);
  append_kept (self, snapshot, &self->target_shown, &key, sizeof key, draw_target);
  if (lawful)
    draw_name (self, snapshot, &key.rect, empty);
  else
    draw_remark (self, snapshot, TRL_ROLE_BADGE_INK, TRL_ROLE_SURFACE);
}

/* A connector follows its cards while the hand has them. */
static void
shift_end (const TrlBox *box,
           double       *dx,
           double       *dy,
           gpointer      user_data)
{
  TrlBoard *self = user_data;
  TrlCard *card = box->motion != NULL ? box->motion : box->card;

  if (self->tools.copying)
    return;
  if (self->tools.current == TRL_TOOL_MOVE && self->tools.moving != NULL &&
      g_strv_contains ((const char * const *) self->tools.moving, trl_card_get_id (card)))
    {
      *dx = self->tools.dx;
      *dy = self->tools.dy;
    }
  else if (self->tools.current == TRL_TOOL_CARRY && trl_carry_has (&self->tools.carry, trl_box_get_id (box)))
    {
      *dx = self->tools.carry.ghost.x - self->tools.carry.home.x;
      *dy = self->tools.carry.ghost.y - self->tools.carry.home.y;
    }
  else
    trl_board_find_slide (self, box, dx, dy);
}

static GskRenderNode *
make_links (TrlBoard *self,
            gboolean  moving)
{
  TrlPainter painter = trl_board_get_painter (self);
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  trl_paint_links (&painter, trl_board_get_look (self), moving ? shift_end : NULL, self, marks);
  return trl_marks_to_node (marks);
}

/* Kept from frame to frame unless a hand has something that may be connected. */
static void
draw_links (TrlBoard    *self,
            GtkSnapshot *snapshot)
{
  const GPtrArray *links = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS);
  gboolean moving = self->tools.current == TRL_TOOL_MOVE || self->tools.current == TRL_TOOL_CARRY || self->slides->len > 0;
  g_autoptr (GskRenderNode) own = NULL;

  if (links == NULL || links->len == 0)
    return;
  if (moving)
    own = make_links (self, TRUE);
  else if (self->links == NULL || self->links_theme != self->theme || self->links_look != trl_board_get_look (self))
    {
      g_clear_pointer (&self->links, gsk_render_node_unref);
      self->links = make_links (self, FALSE);
      self->links_theme = self->theme;
      self->links_look = trl_board_get_look (self);
    }
  if (own == NULL && self->links == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (round (-self->camera.x * self->camera.scale),
                                                          round (-self->camera.y * self->camera.scale)));
  gtk_snapshot_scale (snapshot, self->camera.scale, self->camera.scale);
  gtk_snapshot_append_node (snapshot, moving ? own : self->links);
  gtk_snapshot_restore (snapshot);
}

static void
draw_arrow (TrlBoard      *self,
            GtkSnapshot   *snapshot,
            const TrlLine *line)
{
  TrlViewPoint from = trl_camera_to_view (&self->camera, (TrlScenePoint) { line->x1, line->y1 });
  TrlViewPoint to = trl_camera_to_view (&self->camera, (TrlScenePoint) { line->x2, line->y2 });
  TrlLine own = { from.x, from.y, to.x, to.y };
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  trl_paint_arrow (&own, 3, 12, trl_theme_colour (self->theme, TRL_ROLE_ACCENT), marks);
  trl_marks_snapshot (marks, snapshot);
}

/* The selected line is drawn over its own label: the label comes once more. */
static void
draw_label (TrlBoard         *self,
            GtkSnapshot      *snapshot,
            const TrlPainter *painter,
            TrlCard          *link,
            const TrlLine    *line)
{
  TrlViewPoint origin = trl_camera_to_view (&self->camera, (TrlScenePoint) { 0, 0 });
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  if (trl_board_get_look (self) != TRL_LOOK_FULL)
    return;
  trl_paint_link_label (painter, link, line, marks);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (origin.x, origin.y));
  gtk_snapshot_scale (snapshot, self->camera.scale, self->camera.scale);
  trl_marks_snapshot (marks, snapshot);
  gtk_snapshot_restore (snapshot);
}

/* Where an end can be taken in hand. */
static void
draw_handle (TrlBoard    *self,
             GtkSnapshot *snapshot,
             double       x,
             double       y)
{
  TrlViewPoint at = trl_camera_to_view (&self->camera, (TrlScenePoint) { x, y });
  double half = self->tools.touch ? HANDLE * TRL_HIT_MARGIN_TOUCH / TRL_HIT_MARGIN : HANDLE;
  TrlRect disc = { at.x - half, at.y - half, 2 * half, 2 * half };
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  trl_marks_rounded (marks, &disc, half, TRL_CORNERS_ALL, trl_theme_colour (self->theme, TRL_ROLE_SURFACE));
  trl_marks_border (marks, &disc, half, 2, 0, trl_theme_colour (self->theme, TRL_ROLE_ACCENT));
  trl_marks_snapshot (marks, snapshot);
}

/* Where a note is continued. */
static void
draw_plus (TrlBoard    *self,
           GtkSnapshot *snapshot)
{
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  const TrlColour *ink = trl_theme_colour (self->theme, TRL_ROLE_ACCENT);
  TrlViewPoint at;

  for (guint side = 0; side < 4; side++)
    {
      TrlRect disc;

      if (!trl_toolbox_get_plus (&self->tools, side, &at))
        continue;
      at = (TrlViewPoint) { round (at.x), round (at.y) };
      disc = (TrlRect) { at.x - TRL_PLUS_RADIUS, at.y - TRL_PLUS_RADIUS, 2 * TRL_PLUS_RADIUS, 2 * TRL_PLUS_RADIUS };
      trl_marks_rounded (marks, &disc, TRL_PLUS_RADIUS, TRL_CORNERS_ALL, trl_theme_colour (self->theme, TRL_ROLE_SURFACE));
      trl_marks_border (marks, &disc, TRL_PLUS_RADIUS, 1, 0, ink);
      trl_marks_line (marks, at.x - 4, at.y, at.x + 4, at.y, 2, 0, ink);
      trl_marks_line (marks, at.x, at.y - 4, at.x, at.y + 4, 2, 0, ink);
    }
  trl_marks_snapshot (marks, snapshot);
}

static void
draw_selected_links (TrlBoard    *self,
                     GtkSnapshot *snapshot)
{
  const char * const *ids = trl_selection_get_ids (self->selection);
  TrlPainter painter = trl_board_get_painter (self);

  for (guint i = 0; ids[i] != NULL && i < MOST_PLACES; i++)
    {
      TrlCard *card = trl_blueprint_get (self->blueprint, ids[i]);
      TrlLine line;

      if (card == NULL || trl_card_get_kind (card) != TRL_KIND_LINK ||
          !trl_link_get_line (&painter, trl_board_get_look (self), card, shift_end, self, &line))
        continue;
      draw_arrow (self, snapshot, &line);
      draw_label (self, snapshot, &painter, card, &line);
      if (card != trl_toolbox_get_link (&self->tools) || !trl_board_can_edit (self) || self->camera.scale < LEAST_HANDLES)
        continue;
      draw_handle (self, snapshot, line.x1, line.y1);
      draw_handle (self, snapshot, line.x2, line.y2);
    }
}

/* The connector that is being drawn: to the card below the pointer, or to the pointer. */
static void
draw_connecting (TrlBoard    *self,
                 GtkSnapshot *snapshot)
{
  const TrlBox *from = find_seen (self, self->tools.connect_from);
  const TrlBox *to = self->tools.connect_to != NULL ? find_seen (self, self->tools.connect_to) : NULL;
  TrlScenePoint at = trl_camera_to_scene (&self->camera, self->tools.last.view);
  TrlRect point = { at.x, at.y, 0, 0 };
  TrlLine line;

  if (from == NULL)
    return;
  line = trl_line_between (&from->rect, to != NULL ? &to->rect : &point);
  if (self->tools.connect_end == TRL_LINK_FROM)   /* the end that stays is where the arrow points */
    line = (TrlLine) { line.x2, line.y2, line.x1, line.y1 };
  draw_arrow (self, snapshot, &line);
  if (to != NULL)
    {
      TrlRect rect = trl_camera_rect_to_view (&self->camera, &to->rect);

      draw_ring (snapshot, &rect, RING_GAP, RING_WIDTH, role (self, TRL_ROLE_ACCENT, 1));
    }
}

/* Why it lies where it lies: lines that edges share, and gaps that are equal, with a foot at both ends. */
static void
draw_guides (TrlBoard    *self,
             GtkSnapshot *snapshot)
{
  const GArray *guides = self->tools.guides;
  const TrlColour *colour = trl_theme_colour (self->theme, TRL_ROLE_ACCENT);
  g_autoptr (TrlMarks) marks = trl_marks_new ();

  for (guint i = 0; i < guides->len; i++)
    {
      const TrlGuide *guide = &g_array_index (guides, TrlGuide, i);
      TrlViewPoint from = trl_camera_to_view (&self->camera, (TrlScenePoint) { guide->x1, guide->y1 });
      TrlViewPoint to = trl_camera_to_view (&self->camera, (TrlScenePoint) { guide->x2, guide->y2 });
      double foot_x = guide->x1 == guide->x2 ? GUIDE_FOOT : 0, foot_y = GUIDE_FOOT - foot_x;

      trl_marks_line (marks, round (from.x) + 0.5, round (from.y) + 0.5, round (to.x) + 0.5, round (to.y) + 0.5, 1,
                      guide->is_gap ? 0 : 4, colour);
      if (!guide->is_gap)
        continue;
      trl_marks_line (marks, from.x - foot_x, from.y - foot_y, from.x + foot_x, from.y + foot_y, 1.5, 0, colour);
      trl_marks_line (marks, to.x - foot_x, to.y - foot_y, to.x + foot_x, to.y + foot_y, 1.5, 0, colour);
    }
  trl_marks_snapshot (marks, snapshot);
}

/* While Alt is held, what is taken along is a copy: here the original stays. */
static void
draw_originals (TrlBoard    *self,
                GtkSnapshot *snapshot)
{
  const char * const *ids = (const char * const *) (self->tools.current == TRL_TOOL_MOVE ? self->tools.moving : self->tools.carry.ids);

  for (guint i = 0; ids != NULL && ids[i] != NULL && i < MOST_PLACES; i++)
    {
      const TrlBox *box = find_seen (self, ids[i]);
      TrlRect rect;

      if (box == NULL)
        continue;
      rect = trl_camera_rect_to_view (&self->camera, &box->rect);
      draw_dashes (snapshot, &rect, role (self, TRL_ROLE_ACCENT, 1));
    }
}

/**
 * trl_board_snapshot_overlay:
 * @self: a board
 * @snapshot: where to draw
 *
 * Draws what lies over the cards.
 */
void
trl_board_snapshot_overlay (TrlBoard    *self,
                            GtkSnapshot *snapshot)
{
  const TrlToolbox *tools = &self->tools;

  draw_links (self, snapshot);
  draw_selection (self, snapshot);
  draw_selected_links (self, snapshot);
  if (!tools->pressed && tools->chosen == TRL_TOOL_SELECT && !trl_board_is_editing (self) && self->ballot.give == NULL)
    draw_plus (self, snapshot);
  if (tools->current == TRL_TOOL_CONNECT && tools->dragged && tools->connect_from != NULL)
    draw_connecting (self, snapshot);
  if (tools->current == TRL_TOOL_BAND && tools->dragged)
    draw_band (self, snapshot);
  if (tools->copying)
    draw_originals (self, snapshot);
  if (tools->guides != NULL && tools->guides->len > 0)
    draw_guides (self, snapshot);
  if (tools->current == TRL_TOOL_CARRY && tools->carry.places != NULL)
    {
      snapshot_places (self, snapshot);
      if (tools->carry.over && tools->carry.text != NULL)
        snapshot_target (self, snapshot);
      if (gtk_widget_get_parent (self->ghost) == NULL)
        trl_board_snapshot_ghost (self, snapshot, NULL);
    }
}
