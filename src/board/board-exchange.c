/* board-exchange.c: drags that leave the window, and what is dropped from elsewhere.
 *
 * Inside of its window a drag is the board's own gesture. When the pointer
 * leaves the window, the gesture is cancelled and goes on as a drag of the
 * desktop, which carries cards for Trellis, and a text and a picture for all
 * others. A board over which cards from elsewhere hover feeds them to the same
 * tool as its own, so that it shows the same places and takes them only there;
 * whoever takes them gets a copy (law E14). Text becomes a note for each line. */

#define G_LOG_DOMAIN "board-exchange"

#include "config.h"

#include "board-private.h"

#include <glib/gi18n.h>
#include <string.h>

#define SOURCE "trl-source"

/* What a drag of the desktop knows of where it comes from. */
typedef struct
{
  TrlBoard *board;   /* only to be compared with */
  char    **ids;
  double    width;   /* of its ghost, in board units */
  double    height;
} Source;

static void
source_free (Source *source)
{
  g_strfreev (source->ids);
  g_free (source);
}

/* Cards as the codec writes them: text, but not text for people. */
typedef char TrlCardText;

static TrlCardText *
card_text_copy (TrlCardText *text)
{
  return g_strdup (text);
}

GType trl_card_text_get_type (void);
G_DEFINE_BOXED_TYPE (TrlCardText, trl_card_text, card_text_copy, g_free)

static void
text_written (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GdkContentSerializer *serializer = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    gdk_content_serializer_return_success (serializer);
  else
    gdk_content_serializer_return_error (serializer, g_steal_pointer (&error));
}

static void
serialize (GdkContentSerializer *serializer)
{
  const char *text = g_value_get_boxed (gdk_content_serializer_get_value (serializer));

  g_output_stream_write_all_async (gdk_content_serializer_get_output_stream (serializer), text, strlen (text),
                                   gdk_content_serializer_get_priority (serializer),
                                   gdk_content_serializer_get_cancellable (serializer), text_written, serializer);
}

static void
text_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GdkContentDeserializer *deserializer = user_data;
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (source);
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    {
      gdk_content_deserializer_return_error (deserializer, g_steal_pointer (&error));
      return;
    }
  g_value_take_boxed (gdk_content_deserializer_get_value (deserializer),
                      g_strndup (g_memory_output_stream_get_data (stream), g_memory_output_stream_get_data_size (stream)));
  gdk_content_deserializer_return_success (deserializer);
}

static void
deserialize (GdkContentDeserializer *deserializer)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_output_stream_splice_async (stream, gdk_content_deserializer_get_input_stream (deserializer),
                                G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, gdk_content_deserializer_get_priority (deserializer),
                                gdk_content_deserializer_get_cancellable (deserializer), text_read, deserializer);
}

/**
 * trl_board_register_codec:
 * @self: a board that has a codec
 *
 * Lets other processes of Trellis have cards as cards.
 */
void
trl_board_register_codec (TrlBoard *self)
{
  static gsize done;

  if (self->codec.media_type == NULL || !g_once_init_enter (&done))
    return;
  gdk_content_register_serializer (trl_card_text_get_type (), self->codec.media_type, serialize, NULL, NULL);
  gdk_content_register_deserializer (self->codec.media_type, trl_card_text_get_type (), deserialize, NULL, NULL);
  g_once_init_leave (&done, 1);
}

/* What is carried, twice as large as on the board, for documents and mails. */
static GdkTexture *
take_picture (TrlBoard *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 2 * self->ghost_rect.width, 2 * self->ghost_rect.height);
  g_autoptr (GskTransform) twice = gsk_transform_scale (NULL, 2, 2);
  GskRenderNode *node;
  GdkTexture *texture;

  if (self->ghost_node == NULL || native == NULL)
    return NULL;
  node = gsk_transform_node_new (self->ghost_node, twice);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &bounds);
  gsk_render_node_unref (node);
  return texture;
}

/**
 * trl_board_offer_cards:
 * @self: a board
 * @cards: (element-type TrlCard): what is copied or dragged
 * @picture: (nullable): how it looks
 *
 * Offers cards to Trellis, and to all others what they can do something with:
 * an outline to read, and a picture.
 *
 * Returns: (transfer full) (nullable): the content
 */
GdkContentProvider *
trl_board_offer_cards (TrlBoard   *self,
                       GPtrArray  *cards,
                       GdkTexture *picture)
{
  g_autofree char *text = self->has_codec ? self->codec.write (cards, self->codec.user_data) : NULL;
  g_autofree char *outline = trl_board_write_outline (cards);
  GdkContentProvider *parts[3];
  guint n = 0;

  if (text != NULL)
    parts[n++] = gdk_content_provider_new_typed (trl_card_text_get_type (), text);
  parts[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, outline);
  if (picture != NULL)
    parts[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, picture);
  return gdk_content_provider_new_union (parts, n);
}

/**
 * trl_board_find_card_type:
 * @self: a board
 * @formats: what somebody offers
 *
 * Returns: the type as which cards can be read from them; %G_TYPE_INVALID when they hold none
 */
GType
trl_board_find_card_type (TrlBoard          *self,
                          GdkContentFormats *formats)
{
  if (!self->has_codec || self->codec.read == NULL)
    return G_TYPE_INVALID;
  if (gdk_content_formats_contain_gtype (formats, trl_card_text_get_type ()) ||
      (self->codec.media_type != NULL && gdk_content_formats_contain_mime_type (formats, self->codec.media_type)))
    return trl_card_text_get_type ();
  return G_TYPE_INVALID;
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
  double scale = MAX (self->camera.scale, TRL_BOARD_LEAST_GHOST);
  graphene_size_t size = GRAPHENE_SIZE_INIT (self->ghost_rect.width * scale, self->ghost_rect.height * scale);

  if (self->ghost_node == NULL)
    return;
  gtk_snapshot_scale (snapshot, scale, scale);
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
  const char * const *ids = (const char * const *) (self->tools.current == TRL_TOOL_MOVE ? self->tools.moving : self->tools.carry.ids);
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (GTK_WIDGET (self)));
  GdkDevice *device = gtk_gesture_get_device (gesture);
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GdkTexture) picture = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  g_auto (GStrv) selected = NULL;
  GdkDrag *drag;
  Source *source;

  if (ids == NULL || !self->has_codec || device == NULL || !is_outside (self, at))
    return FALSE;

  cards = trl_acts_collect (self->blueprint, ids);
  if (self->ghost_node == NULL)
    trl_board_make_tag (self, cards);
  picture = take_picture (self);
  content = trl_board_offer_cards (self, cards, picture);
  drag = content != NULL ? gdk_drag_begin (surface, device, content, GDK_ACTION_COPY, 0, 0) : NULL;
  if (drag == NULL)
    return FALSE;
  g_signal_connect (drag, "dnd-finished", G_CALLBACK (drag_finished), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancelled), NULL);
  set_icon (self, drag);
  source = g_new (Source, 1);
  *source = (Source) { self, g_strdupv ((char **) ids), self->ghost_rect.width, self->ghost_rect.height };
  g_object_set_data_full (G_OBJECT (drag), SOURCE, source, (GDestroyNotify) source_free);
  selected = g_strdupv ((char **) trl_selection_get_ids (self->selection));
  trl_board_cancel (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (gesture));
  trl_selection_set (self->selection, (const char * const *) selected);   /* it is on its way still */
  return TRUE;
}

static TrlToolEvent
make_event (double x,
            double y)
{
  return (TrlToolEvent) { { x, y }, 1, 1, 0 };
}

/* The drag came back to the board that it left: the cards move, as if it had never been away. */
static gboolean
carry_own (TrlBoard           *self,
           const Source       *source,
           const TrlToolEvent *event)
{
  TrlCarry *carry = &self->tools.carry;
  TrlCargo cargo;

  if (trl_blueprint_get (self->blueprint, source->ids[0]) == NULL)
    return FALSE;
  cargo = trl_cargo_for_card (self->blueprint, source->ids[0]);
  trl_toolbox_carry_begin (&self->tools, &cargo, self->ghost_rect.width, self->ghost_rect.height, event);
  carry->ids = g_strdupv (source->ids);
  carry->id = g_strdup (source->ids[0]);
  carry->cargo.id = carry->id;
  trl_toolbox_motion (&self->tools, event);
  return TRUE;
}

static gboolean
carry_foreign (TrlBoard           *self,
               const GValue       *value,
               const TrlToolEvent *event)
{
  const char *text = G_VALUE_HOLDS_STRING (value) ? g_value_get_string (value) : g_value_get_boxed (value);
  g_autoptr (GPtrArray) cards = NULL;

  if (text != NULL && self->codec.read != NULL)
    cards = self->codec.read (text, strlen (text), self->codec.user_data);
  if (cards == NULL || cards->len == 0)
    return FALSE;
  trl_toolbox_take_begin (&self->tools, cards, self->ghost_rect.width, self->ghost_rect.height, event);
  return TRUE;
}

/* What hovers has told what it is: at once when it is of this program, else in
 * a moment. Cards are carried from here on. */
static void
take_up (TrlBoard      *self,
         GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;
  const Source *source = drag != NULL ? g_object_get_data (G_OBJECT (drag), SOURCE) : NULL;
  TrlToolEvent event = make_event (self->hover.x, self->hover.y);

  if (value == NULL || !trl_board_can_edit (self) || self->tools.pressed)
    return;
  trl_board_stop_edit (self, TRUE);
  trl_board_ensure_layout (self);
  self->ghost_rect = (TrlRect) { 0, 0, source != NULL ? source->width : 0, source != NULL ? source->height : 0 };
  self->hovering = source != NULL && source->board == self ? carry_own (self, source, &event) : carry_foreign (self, value, &event);
}

static void
value_arrived (GtkDropTarget *target,
               GParamSpec    *pspec,
               gpointer       user_data)
{
  TrlBoard *self = user_data;

  take_up (self, target);
  if (self->hovering)
    trl_board_gesture_changed (self);
}

/* Cards are refused where their place refuses them; text, and what nobody knows yet, is welcome. */
static GdkDragAction
hovering (GtkDropTarget *target,
          double         x,
          double         y,
          gpointer       user_data)
{
  TrlBoard *self = user_data;
  TrlToolEvent event = make_event (x, y);

  self->hover = event.view;
  if (!trl_board_can_edit (self))
    return 0;
  if (!self->hovering)
    take_up (self, target);
  if (!self->hovering)
    return GDK_ACTION_COPY;
  trl_toolbox_motion (&self->tools, &event);
  trl_board_gesture_changed (self);
  return self->tools.carry.over && self->tools.carry.place.lawful ? GDK_ACTION_COPY : 0;
}

/* Taken elsewhere, or given up: as if it had never been here. */
static void
hovered_away (GtkDropTarget *target,
              gpointer       user_data)
{
  TrlBoard *self = user_data;

  if (self->hovering)
    trl_board_cancel (self);
  self->hovering = FALSE;
}

/* Puts down what was carried here. What does not come along is named. */
static gboolean
put_down (TrlBoard *self,
          double    x,
          double    y)
{
  GPtrArray *cards = self->tools.carry.foreign;
  g_autofree char *names = cards != NULL ? trl_acts_name_dropped (self->blueprint, cards) : NULL;
  gboolean lawful = self->tools.carry.over && self->tools.carry.place.lawful;
  TrlToolEvent event = make_event (x, y);

  self->hovering = FALSE;
  trl_toolbox_release (&self->tools, &event);
  trl_board_gesture_changed (self);
  if (lawful && names != NULL)
    {
      /* Translators: %s are names of fields: "Serves, Tier" */
      g_autofree char *text = g_strdup_printf (_("Copied without what is not in this design: %s"), names);

      trl_board_emit_notice (self, text, TRUE);
    }
  return lawful;
}

static gboolean
dropped (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  TrlBoard *self = user_data;

  if (!trl_board_can_edit (self))
    return FALSE;
  if (self->hovering)
    return put_down (self, x, y);
  if (!G_VALUE_HOLDS_STRING (value) || g_value_get_string (value) == NULL)
    return FALSE;
  trl_board_ensure_layout (self);
  return trl_board_take_text (self, g_value_get_string (value), FALSE, NULL,
                              trl_camera_to_scene (&self->camera, (TrlViewPoint) { x, y }));
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
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { trl_card_text_get_type (), G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (hovering), self);
  g_signal_connect (target, "motion", G_CALLBACK (hovering), self);
  g_signal_connect (target, "leave", G_CALLBACK (hovered_away), self);
  g_signal_connect (target, "notify::value", G_CALLBACK (value_arrived), self);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
