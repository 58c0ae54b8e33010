/* board.c: the whiteboard widget.
 *
 * The widget owns the camera and takes input; what lies where is the layout's
 * business, how it looks the painters', what may be done the tools', places'
 * and acts'. Files of this room named board-*.c are parts of this one object:
 * camera, painting, input, actions, drags, editing, access. */

#define G_LOG_DOMAIN "board"

#include "config.h"

#include "board-private.h"
#include "ghost.h"
#include "reviewer.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (TrlBoard, trl_board, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BLUEPRINT,
  PROP_THEME,
  PROP_ROOM_MODE,
  PROP_READ_ONLY,
  PROP_ZOOM,
  PROP_HINT,
  PROP_LOST,
  N_PROPS
};

enum
{
  SIGNAL_CAMERA_CHANGED,
  SIGNAL_NOTICE,
  SIGNAL_TOLD,
  SIGNAL_OPEN_CARD,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/**
 * trl_board_new:
 *
 * Makes a board that shows nothing yet.
 *
 * Returns: (transfer full): the board
 */
GtkWidget *
trl_board_new (void)
{
  return g_object_new (TRL_TYPE_BOARD, NULL);
}

/**
 * trl_board_get_blueprint:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): what it shows
 */
TrlBlueprint *
trl_board_get_blueprint (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  return self->blueprint;
}

/* What is gone cannot stay selected. */
static void
forget_gone (TrlBoard        *self,
             const TrlChange *change)
{
  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      if (delta->after == NULL)
        trl_selection_remove (self->selection, delta->id);
    }
}

static void
blueprint_changed (TrlBlueprint    *blueprint,
                   const TrlChange *change,
                   gpointer         user_data)
{
  TrlBoard *self = user_data;

  /* A change that is not the gesture's own pulls the ground from below it. */
  if (!self->committing)
    trl_board_cancel (self);
  g_clear_pointer (&self->preview, gsk_render_node_unref);
  g_clear_pointer (&self->links, gsk_render_node_unref);
  trl_board_relay (self, change);
  trl_board_drop_slides (self);
  self->badges_stale = TRUE;
  forget_gone (self, change);
  trl_board_update_actions (self);   /* what lies free now can be arranged */
  trl_leaves_update (self->leaves);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trl_board_can_edit:
 * @self: a board
 *
 * Returns: whether there is something to edit, and it may be
 */
gboolean
trl_board_can_edit (TrlBoard *self)
{
  return self->blueprint != NULL && !self->read_only;
}

static gboolean
commit (TrlBoard   *self,
        TrlEdit    *edit,
        const char *select)
{
  g_autoptr (TrlEdit) own = edit;
  g_autoptr (TrlChange) change = NULL;

  if (own == NULL || !trl_board_can_edit (self))
    return FALSE;
  change = trl_edit_end (own);
  if (change == NULL || !trl_board_may_commit (self, change))
    return FALSE;

  self->committing = TRUE;
  trl_blueprint_commit (self->blueprint, change);
  self->committing = FALSE;
  if (select != NULL && trl_blueprint_get (self->blueprint, select) != NULL)
    trl_selection_set_one (self->selection, select);
  return TRUE;
}

/**
 * trl_board_commit:
 * @self: a board
 * @edit: (transfer full) (nullable): what to do
 * @select: (nullable): what is selected afterwards
 *
 * Commits an edit; the one way in which the board changes a blueprint. A
 * gesture that is under way gives way: a paste may arrive late.
 *
 * Returns: whether anything changed
 */
gboolean
trl_board_commit (TrlBoard   *self,
                  TrlEdit    *edit,
                  const char *select)
{
  if (edit != NULL && self->tools.pressed)
    trl_board_cancel (self);
  return commit (self, edit, select);
}

/**
 * trl_board_set_blueprint:
 * @self: a board
 * @blueprint: (nullable): a blueprint
 *
 * Shows a blueprint, all of it. Undo needs its history, too.
 */
void
trl_board_set_blueprint (TrlBoard     *self,
                         TrlBlueprint *blueprint)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  if (self->blueprint == blueprint)
    return;

  if (self->blueprint != NULL)
    {
      trl_board_stop_edit (self, FALSE);
      trl_board_cancel (self);
      trl_blueprint_unlisten (self->blueprint, self->listener);
      trl_selection_clear (self->selection);
      self->tools.layout = NULL;
      g_clear_pointer (&self->layout, trl_layout_free);
    }
  g_set_object (&self->blueprint, blueprint);
  self->tools.blueprint = blueprint;
  if (blueprint != NULL)
    self->listener = trl_blueprint_listen (blueprint, TRL_STAGE_BOARD, blueprint_changed, self);
  trl_board_look_changed (self);
  trl_board_update_actions (self);
  trl_board_fit (self);
  trl_board_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLUEPRINT]);
}

/**
 * trl_board_get_history:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): its history
 */
TrlHistory *
trl_board_get_history (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  return self->history;
}

/**
 * trl_board_set_history:
 * @self: a board
 * @history: (nullable): the history of its blueprint
 *
 * Lets the board close entries and undo.
 */
void
trl_board_set_history (TrlBoard   *self,
                       TrlHistory *history)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  g_set_object (&self->history, history);
}

/**
 * trl_board_get_reviewer:
 * @self: a board
 *
 * Returns: (transfer none) (nullable): whose findings it shows
 */
TrlReviewer *
trl_board_get_reviewer (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  return self->reviewer;
}

/* It speaks before the board has heard of the commit, so nothing is looked up yet. */
static void
findings_changed (TrlReviewer *reviewer,
                  GPtrArray   *ids,
                  gpointer     user_data)
{
  TrlBoard *self = user_data;

  self->badges_stale = TRUE;
  trl_leaves_update (self->leaves);   /* names of cards count their findings */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trl_board_set_reviewer:
 * @self: a board
 * @reviewer: (nullable): whose findings it shows
 *
 * Puts badges on the cards.
 */
void
trl_board_set_reviewer (TrlBoard    *self,
                        TrlReviewer *reviewer)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  if (self->reviewer == reviewer)
    return;

  if (self->reviewer != NULL)
    g_clear_signal_handler (&self->reviewer_handler, self->reviewer);
  g_set_object (&self->reviewer, reviewer);
  if (reviewer != NULL)
    self->reviewer_handler = g_signal_connect (reviewer, "changed", G_CALLBACK (findings_changed), self);
  self->badges_stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trl_board_get_selection:
 * @self: a board
 *
 * Returns: (transfer none): which cards are selected; others may share it
 */
TrlSelection *
trl_board_get_selection (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  return self->selection;
}

/**
 * trl_board_set_codec:
 * @self: a board
 * @codec: (nullable): how cards become text and back
 *
 * Lets cards be copied and pasted; without it only text is.
 */
void
trl_board_set_codec (TrlBoard            *self,
                     const TrlBoardCodec *codec)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  self->has_codec = codec != NULL;
  if (codec == NULL)
    return;
  self->codec = *codec;
  trl_board_register_codec (self);
}

/**
 * trl_board_get_theme:
 * @self: a board
 *
 * Returns: its theme
 */
TrlThemeKind
trl_board_get_theme (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), TRL_THEME_LIGHT);

  return self->theme->kind;
}

/**
 * trl_board_set_theme:
 * @self: a board
 * @theme: a theme
 *
 * Paints with other colours. The board knows no desktop settings; the window
 * tells it.
 */
void
trl_board_set_theme (TrlBoard     *self,
                     TrlThemeKind  theme)
{
  g_return_if_fail (TRL_IS_BOARD (self) && theme < TRL_N_THEMES);

  if (self->theme->kind == theme)
    return;

  self->theme = trl_theme_get (theme);
  trl_node_cache_clear (self->nodes);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THEME]);
}

/**
 * trl_board_get_room_mode:
 * @self: a board
 *
 * Returns: whether letters are large enough for a room
 */
gboolean
trl_board_get_room_mode (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), FALSE);

  return self->room_mode;
}

/**
 * trl_board_set_room_mode:
 * @self: a board
 * @room_mode: whether letters are large enough for a room
 *
 * Lays the board out for people who sit far away, or for one at a desk.
 */
void
trl_board_set_room_mode (TrlBoard *self,
                         gboolean  room_mode)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  if (self->room_mode == !!room_mode)
    return;

  self->room_mode = !!room_mode;
  trl_board_look_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOM_MODE]);
}

/**
 * trl_board_get_read_only:
 * @self: a board
 *
 * Returns: whether it can only be looked at
 */
gboolean
trl_board_get_read_only (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), FALSE);

  return self->read_only;
}

/**
 * trl_board_set_read_only:
 * @self: a board
 * @read_only: whether it can only be looked at
 *
 * Takes no edits; selecting and moving about still work.
 */
void
trl_board_set_read_only (TrlBoard *self,
                         gboolean  read_only)
{
  g_return_if_fail (TRL_IS_BOARD (self));

  if (self->read_only == !!read_only)
    return;

  self->read_only = !!read_only;
  self->tools.read_only = self->read_only;
  trl_board_stop_edit (self, TRUE);
  trl_board_cancel (self);
  trl_board_update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}

/**
 * trl_board_get_actions:
 * @self: a board
 *
 * Returns: (transfer none): its actions; the board itself has them as "board"
 */
GActionGroup *
trl_board_get_actions (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

/**
 * trl_board_look_changed:
 * @self: a board
 *
 * Everything has to be laid out and painted anew.
 */
void
trl_board_look_changed (TrlBoard *self)
{
  trl_board_stop_edit (self, TRUE);
  trl_board_cancel (self);
  self->layout_stale = TRUE;
  self->badges_stale = TRUE;
  g_clear_pointer (&self->links, gsk_render_node_unref);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * trl_board_emit_camera:
 * @self: a board
 *
 * Tells that the camera has moved.
 */
void
trl_board_emit_camera (TrlBoard *self)
{
  g_signal_emit (self, signals[SIGNAL_CAMERA_CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOST]);
}

/**
 * trl_board_emit_notice:
 * @self: a board
 * @text: what happened
 * @can_undo: whether to have undo at hand
 *
 * Tells what just happened: the window shows a toast.
 */
void
trl_board_emit_notice (TrlBoard   *self,
                       const char *text,
                       gboolean    can_undo)
{
  trl_board_remember (self, text);
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, text, can_undo);
}

/**
 * trl_board_tell:
 * @self: a board
 * @text: what happened
 *
 * Tells what everybody sees anyhow to those who do not see it.
 */
void
trl_board_tell (TrlBoard   *self,
                const char *text)
{
  trl_board_remember (self, text);
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, text);
}

/**
 * trl_board_emit_open:
 * @self: a board
 * @id: a card
 *
 * Asks for the card's details to be shown.
 */
void
trl_board_emit_open (TrlBoard   *self,
                     const char *id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_CARD], 0, id);
}

static void
trl_board_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  TrlBoard *self = TRL_BOARD (widget);

  trl_board_camera_sized (self, width, height);
  trl_leaves_allocate (self->leaves);
  trl_board_place_editor (self);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
trl_board_direction_changed (GtkWidget        *widget,
                             GtkTextDirection  previous)
{
  trl_board_look_changed (TRL_BOARD (widget));
}

/* The desktop's text size, as a factor of what the board's text has by itself. */
static void
text_size_changed (TrlBoard *self)
{
  int dpi = -1;
  double scale = 1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    scale = CLAMP (dpi / 1024.0 / 96.0, 0.5, 3);
  if (scale == self->text_scale)
    return;
  self->text_scale = scale;
  trl_board_look_changed (self);
}

static void
trl_board_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trl_board_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (text_size_changed), widget, G_CONNECT_SWAPPED);
  text_size_changed (TRL_BOARD (widget));
}

static void
trl_board_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_settings (widget), text_size_changed, widget);

  GTK_WIDGET_CLASS (trl_board_parent_class)->unroot (widget);
}

static void
trl_board_measure (GtkWidget      *widget,
                   GtkOrientation  orientation,
                   int             for_size,
                   int            *minimum,
                   int            *natural,
                   int            *minimum_baseline,
                   int            *natural_baseline)
{
  *minimum = 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 960 : 640;
}

static void
trl_board_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  TrlBoard *self = TRL_BOARD (object);

  switch (prop_id)
    {
    case PROP_BLUEPRINT:
      g_value_set_object (value, self->blueprint);
      break;
    case PROP_THEME:
      g_value_set_int (value, self->theme->kind);
      break;
    case PROP_ROOM_MODE:
      g_value_set_boolean (value, self->room_mode);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, trl_board_get_zoom (self));
      break;
    case PROP_HINT:
      g_value_set_string (value, self->hint);
      break;
    case PROP_LOST:
      g_value_set_boolean (value, trl_board_is_lost (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trl_board_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  TrlBoard *self = TRL_BOARD (object);

  switch (prop_id)
    {
    case PROP_BLUEPRINT:
      trl_board_set_blueprint (self, g_value_get_object (value));
      break;
    case PROP_THEME:
      trl_board_set_theme (self, g_value_get_int (value));
      break;
    case PROP_ROOM_MODE:
      trl_board_set_room_mode (self, g_value_get_boolean (value));
      break;
    case PROP_READ_ONLY:
      trl_board_set_read_only (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
trl_board_dispose (GObject *object)
{
  TrlBoard *self = TRL_BOARD (object);
  GtkWidget *child;

  trl_board_stop_move (self);
  trl_board_set_blueprint (self, NULL);
  trl_board_set_history (self, NULL);
  trl_board_set_reviewer (self, NULL);
  trl_board_drop_slides (self);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->leaves, trl_leaves_free);
  trl_ghost_set_draw (TRL_GHOST (self->ghost), NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (trl_board_parent_class)->dispose (object);
}

static void
trl_board_finalize (GObject *object)
{
  TrlBoard *self = TRL_BOARD (object);

  trl_toolbox_clear (&self->tools);
  g_clear_pointer (&self->ghost_node, gsk_render_node_unref);
  g_clear_pointer (&self->ghost_shown, gsk_render_node_unref);
  trl_board_drop_kept (self);
  g_clear_pointer (&self->preview, gsk_render_node_unref);
  g_clear_pointer (&self->links, gsk_render_node_unref);
  g_clear_pointer (&self->ground, gsk_render_node_unref);
  g_clear_pointer (&self->nodes, trl_node_cache_free);
  g_clear_pointer (&self->tiles, trl_tiles_free);
  g_clear_pointer (&self->spoilt, g_array_unref);
  g_clear_pointer (&self->amiss, g_array_unref);
  g_clear_pointer (&self->badges, trl_badges_free);
  g_clear_pointer (&self->layout, trl_layout_free);
  g_clear_pointer (&self->measure, trl_text_measure_unref);
  g_clear_pointer (&self->slides, g_array_unref);
  g_clear_object (&self->ghost);
  g_clear_object (&self->selection);
  g_clear_object (&self->actions);
  g_free (self->hint);
  g_free (self->said);
  g_free (self->lane);

  G_OBJECT_CLASS (trl_board_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags both = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * TrlBoard:blueprint: (nullable)
   *
   * What it shows.
   */
  properties[PROP_BLUEPRINT] = g_param_spec_object ("blueprint", NULL, NULL, TRL_TYPE_BLUEPRINT, both);
  /**
   * TrlBoard:theme:
   *
   * A #TrlThemeKind.
   */
  properties[PROP_THEME] = g_param_spec_int ("theme", NULL, NULL, 0, TRL_N_THEMES - 1, TRL_THEME_LIGHT, both);
  /**
   * TrlBoard:room-mode:
   *
   * Whether letters are large enough for a room.
   */
  properties[PROP_ROOM_MODE] = g_param_spec_boolean ("room-mode", NULL, NULL, FALSE, both);
  /**
   * TrlBoard:read-only:
   *
   * Whether it can only be looked at.
   */
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, both);
  /**
   * TrlBoard:zoom:
   *
   * The scale; 1 is 100 %.
   */
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, TRL_CAMERA_MIN, TRL_CAMERA_MAX, 1, read);
  /**
   * TrlBoard:hint: (nullable)
   *
   * What the gesture under way would do, why it would not, or what happened.
   */
  properties[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, read);
  /**
   * TrlBoard:lost:
   *
   * Whether nothing of what is on the board is seen: time for a way back.
   */
  properties[PROP_LOST] = g_param_spec_boolean ("lost", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
install_signals (void)
{
  /**
   * TrlBoard::camera-changed:
   * @self: the board
   *
   * The camera moved.
   */
  signals[SIGNAL_CAMERA_CHANGED] =
    g_signal_new ("camera-changed", TRL_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrlBoard::notice:
   * @self: the board
   * @text: what happened
   * @can_undo: whether "Undo" stands beside it
   *
   * Something happened that a toast should tell.
   */
  signals[SIGNAL_NOTICE] =
    g_signal_new ("notice", TRL_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  /**
   * TrlBoard::told:
   * @self: the board
   * @text: what happened
   *
   * Something happened that can be seen, and that a screen reader should say.
   */
  signals[SIGNAL_TOLD] =
    g_signal_new ("told", TRL_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * TrlBoard::open-card:
   * @self: the board
   * @id: a card
   *
   * Asks for the details of a card that has nothing to edit in place.
   */
  signals[SIGNAL_OPEN_CARD] =
    g_signal_new ("open-card", TRL_TYPE_BOARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trl_board_class_init (TrlBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trl_board_dispose;
  object_class->finalize = trl_board_finalize;
  object_class->get_property = trl_board_get_property;
  object_class->set_property = trl_board_set_property;

  widget_class->measure = trl_board_measure;
  widget_class->size_allocate = trl_board_size_allocate;
  widget_class->snapshot = trl_board_snapshot;
  widget_class->focus = trl_board_focus;
  widget_class->direction_changed = trl_board_direction_changed;
  widget_class->root = trl_board_root;
  widget_class->unroot = trl_board_unroot;

  install_properties (object_class);
  install_signals ();
  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static gboolean
host_commit (TrlToolbox *box,
             TrlEdit    *edit,
             const char *select,
             gpointer    data)
{
  return commit (data, edit, select);   /* the gesture's own */
}

static void
host_edit (TrlToolbox *box,
           const char *id,
           TrlMember   member,
           gpointer    data)
{
  if (!trl_board_start_edit (data, id, member))
    trl_board_emit_open (data, id);
}

static void
host_pan (TrlToolbox *box,
          double      dx,
          double      dy,
          gpointer    data)
{
  TrlBoard *self = data;

  self->fitted = FALSE;
  trl_camera_pan (&self->camera, dx, dy);
  trl_board_camera_moved (self);
}

static void
host_hint (TrlToolbox *box,
           const char *hint,
           gpointer    data)
{
  trl_board_set_hint (data, hint);
}

static const TrlToolHost tool_host = { host_commit, host_edit, host_pan, host_hint };

static void
selection_changed (TrlBoard *self)
{
  trl_board_update_actions (self);
  trl_leaves_update (self->leaves);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
trl_board_init (TrlBoard *self)
{
  trl_camera_init (&self->camera);
  self->theme = trl_theme_get (TRL_THEME_LIGHT);
  self->selection = trl_selection_new ();
  self->text_scale = 1;
  self->layout_stale = TRUE;
  self->nodes = trl_node_cache_new ();
  self->tiles = trl_tiles_new ();
  self->spoilt = g_array_new (FALSE, FALSE, sizeof (TrlRect));
  self->amiss = g_array_new (FALSE, FALSE, sizeof (TrlAmiss));
  self->slides = trl_board_make_slides ();
  self->ghost = g_object_ref_sink (trl_ghost_new ());
  self->leaves = trl_leaves_new (self);

  self->manners.snaps = self->manners.letters = TRUE;
  trl_toolbox_init (&self->tools);
  self->tools.selection = self->selection;
  self->tools.camera = &self->camera;
  self->tools.host = &tool_host;
  self->tools.host_data = self;

  g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed), self, G_CONNECT_SWAPPED);
  trl_board_init_actions (self);
  trl_board_init_input (self);
  trl_board_init_keys (self);
  trl_board_init_exchange (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Board"), -1);
}
