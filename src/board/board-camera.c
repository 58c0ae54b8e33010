/* board-camera.c: how the board moves its camera: at once, or in 320 ms. */

#define G_LOG_DOMAIN "board-camera"

#include "config.h"

#include "board-private.h"

#include <string.h>

/* The room left round what is fitted, and round what is revealed, in pixels. */
#define FIT_PADDING    28.0
#define REVEAL_MARGIN  24.0

/**
 * trl_board_wants_motion:
 * @self: a board
 *
 * Returns: whether the person lets things move
 */
gboolean
trl_board_wants_motion (TrlBoard *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

/* What is seen is something else now, and so is what lies below a hand that is still. */
static void
keep_in_hand (TrlBoard *self)
{
  self->tools.look = trl_board_get_look (self);
  if (self->tools.current == TRL_TOOL_HAND || !trl_toolbox_is_busy (&self->tools))
    return;
  trl_toolbox_again (&self->tools);
  trl_board_gesture_changed (self);
}

/**
 * trl_board_camera_moved:
 * @self: a board
 *
 * The camera is another: what stands over the cards follows them. What is seen
 * does at once, and leaves do in a move that takes its time: whoever asks where
 * a card is may not be told where it was a third of a second ago. Below a hand
 * that pans, leaves come after when it rests: an allocation in every frame
 * makes GTK ask the X server for the size of the desktop, and wait.
 */
void
trl_board_camera_moved (TrlBoard *self)
{
  keep_in_hand (self);
  if (self->move_tick != 0 || self->editor != NULL || self->popover != NULL)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  else
    trl_leaves_follow (self->leaves);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  trl_board_emit_camera (self);
}

static gboolean
move_tick (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TrlBoard *self = TRL_BOARD (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double progress;

  if (self->move_start == 0)
    self->move_start = now;
  progress = (double) (now - self->move_start) / TRL_BOARD_MOVE_US;
  self->camera = trl_camera_blend (&self->move_from, &self->move_to, progress);
  trl_board_camera_moved (self);
  if (progress < 1)
    return G_SOURCE_CONTINUE;

  self->move_tick = 0;
  return G_SOURCE_REMOVE;
}

/**
 * trl_board_stop_move:
 * @self: a board
 *
 * Ends an animated move where it is: a hand on the wheel wins.
 */
void
trl_board_stop_move (TrlBoard *self)
{
  if (self->move_tick == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->move_tick);
  self->move_tick = 0;
}

/**
 * trl_board_move_camera:
 * @self: a board
 * @to: where to; its size and insets are not used
 * @animate: whether it may take its time
 *
 * Moves the camera; at once when animations are off or nobody sees it.
 */
void
trl_board_move_camera (TrlBoard        *self,
                       const TrlCamera *to,
                       gboolean         animate)
{
  TrlCamera target = self->camera;

  target.x = to->x;
  target.y = to->y;
  target.scale = CLAMP (to->scale, TRL_CAMERA_MIN, TRL_CAMERA_MAX);
  self->fitted = FALSE;
  trl_board_stop_move (self);
  if (trl_camera_equal (&target, &self->camera))
    return;

  if (animate && gtk_widget_get_mapped (GTK_WIDGET (self)) && trl_board_wants_motion (self))
    {
      self->move_from = self->camera;
      self->move_to = target;
      self->move_start = 0;
      self->move_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), move_tick, NULL, NULL);
      return;
    }
  self->camera = target;
  trl_board_camera_moved (self);
}

/* A fit holds until a hand moves the camera: a window that is resized, or a
 * panel that comes, shows everything still. */
static void
refit (TrlBoard *self)
{
  TrlCamera before = self->camera;
  TrlRect content;

  if (!self->fitted || self->move_tick != 0 || !trl_board_get_content (self, &content))
    return;
  trl_camera_fit (&self->camera, &content, FIT_PADDING, 1);
  if (trl_camera_equal (&before, &self->camera))
    return;
  keep_in_hand (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  trl_board_emit_camera (self);
}

/**
 * trl_board_camera_sized:
 * @self: a board
 * @width: in pixels
 * @height: in pixels
 *
 * Tells the camera how large the view is. What was fitted, and not moved
 * since, is fitted to the new size.
 */
void
trl_board_camera_sized (TrlBoard *self,
                        int       width,
                        int       height)
{
  self->camera.width = width;
  self->camera.height = height;
  self->move_to.width = width;
  self->move_to.height = height;
  if (width > 0 && height > 0)
    refit (self);
}

/* Where the camera is going, or is. */
static TrlCamera
camera_goal (TrlBoard *self)
{
  TrlCamera goal = self->move_tick != 0 ? self->move_to : self->camera;

  goal.insets = self->camera.insets;
  return goal;
}

/**
 * trl_board_get_camera:
 * @self: a board
 * @camera: (out): the camera
 *
 * Gives the camera, so that it can be gone back to.
 */
void
trl_board_get_camera (TrlBoard  *self,
                      TrlCamera *camera)
{
  g_return_if_fail (TRL_IS_BOARD (self) && camera != NULL);

  *camera = camera_goal (self);
}

/**
 * trl_board_set_camera:
 * @self: a board
 * @camera: a camera; its size and insets are not used
 * @animate: whether it may take 320 ms
 *
 * Moves the camera.
 */
void
trl_board_set_camera (TrlBoard        *self,
                      const TrlCamera *camera,
                      gboolean         animate)
{
  g_return_if_fail (TRL_IS_BOARD (self) && camera != NULL);

  trl_board_move_camera (self, camera, animate);
}

/**
 * trl_board_set_insets:
 * @self: a board
 * @insets: what panels cover of the board, in pixels
 *
 * Tells what lies over the board, so that fit and reveal stay clear of it.
 */
void
trl_board_set_insets (TrlBoard        *self,
                      const TrlInsets *insets)
{
  g_return_if_fail (TRL_IS_BOARD (self) && insets != NULL);

  if (memcmp (&self->camera.insets, insets, sizeof *insets) == 0)
    return;
  self->camera.insets = *insets;
  self->move_to.insets = *insets;
  if (self->camera.width > 0)
    refit (self);
}

/**
 * trl_board_get_zoom:
 * @self: a board
 *
 * Returns: the scale that is shown or moved to; 1 is 100 %
 */
double
trl_board_get_zoom (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), 1);

  return camera_goal (self).scale;
}

/**
 * trl_board_set_zoom:
 * @self: a board
 * @scale: from 0.05 to 8; 1 is 100 %
 *
 * Zooms at the middle of what is seen.
 */
void
trl_board_set_zoom (TrlBoard *self,
                    double    scale)
{
  TrlCamera camera;

  g_return_if_fail (TRL_IS_BOARD (self));

  camera = camera_goal (self);
  trl_camera_zoom (&camera, scale);
  trl_board_move_camera (self, &camera, TRUE);
}

static void
fit_rect (TrlBoard      *self,
          const TrlRect *rect)
{
  TrlCamera camera = camera_goal (self);

  trl_camera_fit (&camera, rect, FIT_PADDING, 1);
  trl_board_move_camera (self, &camera, TRUE);
}

/**
 * trl_board_fit:
 * @self: a board
 *
 * Shows everything, never larger than 100 %.
 */
void
trl_board_fit (TrlBoard *self)
{
  TrlRect content;

  g_return_if_fail (TRL_IS_BOARD (self));

  if (self->camera.width > 0 && trl_board_get_content (self, &content))
    fit_rect (self, &content);
  self->fitted = TRUE;
}

/**
 * trl_board_fit_selection:
 * @self: a board
 *
 * Shows what is selected, never larger than 100 %; everything when nothing is.
 */
void
trl_board_fit_selection (TrlBoard *self)
{
  const char * const *ids;
  TrlRect all;
  gboolean found = FALSE;

  g_return_if_fail (TRL_IS_BOARD (self));

  ids = trl_selection_get_ids (self->selection);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      TrlRect rect;

      if (!trl_board_get_card_rect (self, ids[i], &rect))
        continue;
      if (found)
        trl_rect_union (&all, &rect);
      else
        all = rect;
      found = TRUE;
    }
  if (found)
    fit_rect (self, &all);
  else
    trl_board_fit (self);
}

/**
 * trl_board_tell_zoom:
 * @self: a board
 *
 * Tells how large everything is now, or will be when it has moved there: after
 * a key. The wheel and fingers tell nothing.
 */
void
trl_board_tell_zoom (TrlBoard *self)
{
  /* As on the button between - and +. */
  g_autofree char *words = g_strdup_printf ("%.0f %%", 100 * trl_board_get_zoom (self));

  trl_board_tell (self, words);
}

/**
 * trl_board_fit_card:
 * @self: a board
 * @id: a card
 *
 * Shows one card as large as it fits, never larger than 100 %: a slide of it.
 */
void
trl_board_fit_card (TrlBoard   *self,
                    const char *id)
{
  TrlRect rect;

  g_return_if_fail (TRL_IS_BOARD (self) && id != NULL);

  if (trl_board_get_card_rect (self, id, &rect))
    fit_rect (self, &rect);
}

/**
 * trl_board_reveal:
 * @self: a board
 * @id: a card
 *
 * Moves as little as it takes to show a card.
 */
void
trl_board_reveal (TrlBoard   *self,
                  const char *id)
{
  TrlCamera camera;
  TrlRect rect;

  g_return_if_fail (TRL_IS_BOARD (self) && id != NULL);

  if (self->camera.width <= 0 || !trl_board_get_card_rect (self, id, &rect))
    return;
  camera = camera_goal (self);
  if (trl_camera_reveal (&camera, &rect, REVEAL_MARGIN))
    trl_board_move_camera (self, &camera, TRUE);
}

/**
 * trl_board_come_near:
 * @self: a board that is laid out
 * @rect: in board units
 * @animate: whether it may take its time
 *
 * Comes near enough for letters to be read. What is seen as a whole is near enough.
 */
void
trl_board_come_near (TrlBoard      *self,
                     const TrlRect *rect,
                     gboolean       animate)
{
  TrlCamera camera = camera_goal (self);

  if (camera.width <= 0)
    return;
  if (trl_paint_level (self->layout, camera.scale) != TRL_LOOK_FULL)
    trl_camera_zoom_at (&camera, 1, trl_camera_to_view (&camera, (TrlScenePoint) { rect->x + rect->width / 2, rect->y + rect->height / 2 }));
  if (trl_camera_reveal (&camera, rect, REVEAL_MARGIN) || camera.scale != camera_goal (self).scale)
    trl_board_move_camera (self, &camera, animate);
}

/**
 * trl_board_look_at:
 * @self: a board
 * @id: a card
 *
 * Shows a card so that it can be read: what was too small is zoomed in to.
 */
void
trl_board_look_at (TrlBoard   *self,
                   const char *id)
{
  TrlRect rect;

  g_return_if_fail (TRL_IS_BOARD (self) && id != NULL);

  if (trl_board_get_card_rect (self, id, &rect))
    trl_board_come_near (self, &rect, TRUE);
}

/**
 * trl_board_is_lost:
 * @self: a board
 *
 * Returns: whether there is something on the board and nothing of it is seen
 */
gboolean
trl_board_is_lost (TrlBoard *self)
{
  TrlRect content;
  TrlRect seen;

  g_return_val_if_fail (TRL_IS_BOARD (self), FALSE);

  if (self->camera.width <= 0 || !trl_board_get_content (self, &content))
    return FALSE;
  seen = trl_camera_get_free (&self->camera);
  return !trl_rect_overlaps (&content, &seen);
}
