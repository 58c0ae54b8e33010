/* board-exchange.c: drags that leave the window, and what is dropped from elsewhere.
 *
 * Inside of its window a drag is the board's own gesture. When the pointer
 * leaves the window, the gesture is cancelled and goes on as a drag of the
 * desktop. Whoever takes it gets a copy (law E14); what other programs drop
 * here becomes cards when it is cards, else a note for each line. */

#define G_LOG_DOMAIN "board-exchange"

#include "config.h"

#include "board-private.h"

#include <string.h>

static GdkContentProvider *
make_content (TrlBoard  *self,
              GPtrArray *cards)
{
  g_autofree char *text = self->codec.write (cards, self->codec.user_data);

  return text != NULL ? gdk_content_provider_new_typed (G_TYPE_STRING, text) : NULL;
}

/* Whether a point of the board lies outside of its window. */
static gboolean
is_outside (TrlBoard     *self,
            TrlViewPoint  at)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  double x, y;

  if (root == NULL || !gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (root), at.x, at.y, &x, &y))
    return FALSE;
  return x < 0 || y < 0 || x >= gtk_widget_get_width (GTK_WIDGET (root)) || y >= gtk_widget_get_height (GTK_WIDGET (root));
}

static void
set_icon (TrlBoard *self,
          GdkDrag  *drag)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkPaintable) picture = NULL;
  graphene_size_t size = GRAPHENE_SIZE_INIT (self->ghost_rect.width, self->ghost_rect.height);

  if (self->ghost_node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, self->ghost_node);
  picture = gtk_snapshot_free_to_paintable (g_steal_pointer (&snapshot), &size);
  gtk_drag_icon_set_from_paintable (drag, picture, size.width / 2, size.height / 2);
}

/* The desktop's drag is ours until it is over, one way or the other. */
static void
drag_finished (GdkDrag  *drag,
               gpointer  user_data)
{
  g_object_unref (drag);
}

static void
drag_cancelled (GdkDrag             *drag,
                GdkDragCancelReason  reason,
                gpointer             user_data)
{
  g_signal_handlers_disconnect_by_func (drag, drag_finished, NULL);
  g_object_unref (drag);
}

/**
 * trl_board_hand_over:
 * @self: a board with a drag under way
 * @gesture: the gesture that feeds it
 * @at: where the pointer is, in pixels of the board
 *
 * Hands a drag that leaves the window over to the desktop.
 *
 * Returns: whether it did; the gesture is over then
 */
gboolean
trl_board_hand_over (TrlBoard     *self,
                     GtkGesture   *gesture,
                     TrlViewPoint  at)
{
  TrlCarry *carry = &self->tools.carry;
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  GdkDevice *device = gtk_gesture_get_device (gesture);
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  GdkDrag *drag;

  if (self->tools.current != TRL_TOOL_CARRY || carry->ids == NULL || !self->has_codec || device == NULL || !is_outside (self, at))
    return FALSE;

  cards = trl_acts_collect (self->blueprint, (const char * const *) carry->ids);
  content = make_content (self, cards);
  drag = content != NULL ? gdk_drag_begin (surface, device, content, GDK_ACTION_COPY, 0, 0) : NULL;
  if (drag == NULL)
    return FALSE;
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (drag_finished), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled), NULL);
  set_icon (self, drag);
  trl_board_cancel (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (gesture));
  return TRUE;
}

static gboolean
dropped (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  TrlBoard *self = user_data;
  TrlScenePoint at = trl_camera_to_scene (&self->camera, (TrlViewPoint) { x, y });
  const TrlBox *box;

  if (!trl_board_can_edit (self) || !G_VALUE_HOLDS_STRING (value) || g_value_get_string (value) == NULL)
    return FALSE;
  trl_board_ensure_layout (self);
  box = trl_toolbox_hit (&self->tools, at);
  return trl_board_take_text (self, g_value_get_string (value), FALSE, box != NULL ? trl_box_get_id (box) : NULL, at);
}

/**
 * trl_board_init_exchange:
 * @self: a board
 *
 * Lets the board take what is dropped on it from elsewhere.
 */
void
trl_board_init_exchange (TrlBoard *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
