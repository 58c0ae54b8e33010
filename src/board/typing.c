/* typing.c: the field in which a part of a card is typed.
 *
 * One line, or lines for a note. Enter finishes a line and starts the next
 * note; Shift and Enter breaks a line there; Escape and Ctrl and Enter leave,
 * keeping what was typed; Tab goes to the next part. */

#define G_LOG_DOMAIN "typing"

#include "config.h"

#include "typing.h"

#include "text-measure.h"

struct _TrlTyping
{
  GtkWidget  parent_instance;

  GtkWidget *input;      /* a GtkText, or a GtkTextView for lines */
  char      *id;
  char      *key;
  TrlMember  member;
  gboolean   lines;
  gboolean   done;
  guint      left;       /* the focus went elsewhere */
  guint      emptied;    /* it was emptied, perhaps only to be filled again */
};

enum
{
  SIGNAL_TYPED,
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrlTyping, trl_typing, GTK_TYPE_WIDGET)

/**
 * trl_typing_flush:
 * @self: a field
 *
 * Says now what it has not said yet.
 */
void
trl_typing_flush (TrlTyping *self)
{
  g_return_if_fail (TRL_IS_TYPING (self));

  if (self->emptied == 0)
    return;
  g_clear_handle_id (&self->emptied, g_source_remove);
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static void
finish (TrlTyping     *self,
        TrlTypingDone  how)
{
  if (self->done)
    return;
  trl_typing_flush (self);
  self->done = TRUE;
  g_signal_emit (self, signals[SIGNAL_DONE], 0, how);
}

static gboolean
still_empty (gpointer user_data)
{
  TrlTyping *self = user_data;

  self->emptied = 0;
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
  return G_SOURCE_REMOVE;
}

/* Typing over a selection empties the field for a moment; that moment means nothing. */
static void
changed (TrlTyping *self)
{
  g_autofree char *text = trl_typing_get_text (self);

  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_clear_handle_id (&self->emptied, g_source_remove);
  if (*text == '\0')
    {
      self->emptied = g_idle_add (still_empty, self);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
}

static gboolean
key_pressed (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        state,
             gpointer               user_data)
{
  TrlTyping *self = user_data;
  GdkModifierType held = state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK);

  switch (keyval)
    {
    case GDK_KEY_Escape:
      finish (self, TRL_TYPING_LEFT);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      if (held == GDK_SHIFT_MASK && self->lines)
        return FALSE;
      finish (self, held == GDK_CONTROL_MASK ? TRL_TYPING_LEFT : TRL_TYPING_ENTER);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      if ((held & ~GDK_SHIFT_MASK) != 0)
        return FALSE;
      finish (self, held == 0 ? TRL_TYPING_NEXT : TRL_TYPING_PREVIOUS);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      finish (self, TRL_TYPING_PREVIOUS);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
finish_left (gpointer user_data)
{
  TrlTyping *self = user_data;

  self->left = 0;
  finish (self, TRL_TYPING_LEFT);
  return G_SOURCE_REMOVE;
}

/* Whoever hears of it takes the field away, and GTK is still on its way through it: a moment later it is done. */
static void
focus_left (GtkEventControllerFocus *controller,
            gpointer                 user_data)
{
  TrlTyping *self = user_data;

  if (!self->done && self->left == 0)
    self->left = g_idle_add_full (G_PRIORITY_HIGH_IDLE, finish_left, self, NULL);
}

static void
trl_typing_dispose (GObject *object)
{
  TrlTyping *self = TRL_TYPING (object);

  self->done = TRUE;
  g_clear_handle_id (&self->emptied, g_source_remove);
  g_clear_handle_id (&self->left, g_source_remove);
  g_clear_pointer (&self->input, gtk_widget_unparent);

  G_OBJECT_CLASS (trl_typing_parent_class)->dispose (object);
}

static void
trl_typing_finalize (GObject *object)
{
  TrlTyping *self = TRL_TYPING (object);

  g_free (self->id);
  g_free (self->key);

  G_OBJECT_CLASS (trl_typing_parent_class)->finalize (object);
}

static void
trl_typing_class_init (TrlTypingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = trl_typing_dispose;
  object_class->finalize = trl_typing_finalize;

  /**
   * TrlTyping::typed:
   * @self: the field
   *
   * Its text is another one.
   */
  signals[SIGNAL_TYPED] = g_signal_new ("typed", TRL_TYPE_TYPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrlTyping::done:
   * @self: the field
   * @how: a #TrlTypingDone
   *
   * The person is done with it. Emitted once.
   */
  signals[SIGNAL_DONE] = g_signal_new ("done", TRL_TYPE_TYPING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "typing");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
trl_typing_init (TrlTyping *self)
{
}

static void
make_line (TrlTyping  *self,
           const char *text)
{
  self->input = gtk_text_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->input), text);
  gtk_text_set_activates_default (GTK_TEXT (self->input), FALSE);
  g_signal_connect_object (self->input, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

static void
make_lines (TrlTyping  *self,
            const char *text)
{
  GtkTextBuffer *buffer;

  self->input = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->input), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->input), FALSE);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_set_enable_undo (buffer, FALSE);   /* what was there before is not undone in the field */
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
}

/**
 * trl_typing_new:
 * @id: the card
 * @member: what of it is typed
 * @text: what is there
 * @key: names this visit
 * @lines: whether it may have several lines
 *
 * Makes a field.
 *
 * Returns: (transfer full): the field
 */
GtkWidget *
trl_typing_new (const char *id,
                TrlMember   member,
                const char *text,
                const char *key,
                gboolean    lines)
{
  TrlTyping *self = g_object_new (TRL_TYPE_TYPING, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->id = g_strdup (id);
  self->member = member;
  self->key = g_strdup (key);
  self->lines = lines;
  if (lines)
    make_lines (self, text);
  else
    make_line (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_PROPERTY_LABEL, trl_member_get_label (member), -1);
  gtk_widget_set_parent (self->input, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  return GTK_WIDGET (self);
}

/**
 * trl_typing_start:
 * @self: a field that is on the board
 *
 * Brings the keyboard to it, all of its text selected.
 */
void
trl_typing_start (TrlTyping *self)
{
  g_return_if_fail (TRL_IS_TYPING (self));

  gtk_widget_grab_focus (self->input);
  if (self->lines)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &end, &start);
      return;
    }
  gtk_editable_select_region (GTK_EDITABLE (self->input), 0, -1);
}

/**
 * trl_typing_get_id:
 * @self: a field
 *
 * Returns: (transfer none): the card
 */
const char *
trl_typing_get_id (TrlTyping *self)
{
  g_return_val_if_fail (TRL_IS_TYPING (self), NULL);

  return self->id;
}

/**
 * trl_typing_get_member:
 * @self: a field
 *
 * Returns: what of the card is typed
 */
TrlMember
trl_typing_get_member (TrlTyping *self)
{
  g_return_val_if_fail (TRL_IS_TYPING (self), TRL_MEMBER_NONE);

  return self->member;
}

/**
 * trl_typing_get_key:
 * @self: a field
 *
 * Returns: (transfer none): the name of this visit, for one entry of the history
 */
const char *
trl_typing_get_key (TrlTyping *self)
{
  g_return_val_if_fail (TRL_IS_TYPING (self), NULL);

  return self->key;
}

/**
 * trl_typing_get_text:
 * @self: a field
 *
 * Returns: (transfer full): what is typed
 */
char *
trl_typing_get_text (TrlTyping *self)
{
  g_return_val_if_fail (TRL_IS_TYPING (self), NULL);

  if (self->lines)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->input));
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    }
  return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->input)));
}

/**
 * trl_typing_set_wrong:
 * @self: a field
 * @wrong: whether what is typed cannot be read
 *
 * Says so, to the eye and to screen readers.
 */
void
trl_typing_set_wrong (TrlTyping *self,
                      gboolean   wrong)
{
  g_return_if_fail (TRL_IS_TYPING (self));

  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->input), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
append_colour (GString         *css,
               const char      *format,
               const TrlColour *colour)
{
  g_autofree char *name = g_strdup_printf ("#%02x%02x%02x", (guint) (colour->red * 255 + 0.5f),
                                           (guint) (colour->green * 255 + 0.5f), (guint) (colour->blue * 255 + 0.5f));

  g_string_append (css, format);
  g_string_append (css, name);
  g_string_append (css, "; ");
}

/**
 * trl_typing_set_look:
 * @self: a field
 * @theme: the board's colours
 * @pixels: how large its letters are
 *
 * Makes it look like the card that it lies on.
 */
void
trl_typing_set_look (TrlTyping      *self,
                     const TrlTheme *theme,
                     double          pixels)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autoptr (GString) css = g_string_new ("* { padding: 1px 3px; min-height: 0; border-radius: 5px; ");
  char size[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (TRL_IS_TYPING (self));

  append_colour (css, "background: ", trl_theme_colour (theme, TRL_ROLE_SURFACE));
  append_colour (css, "color: ", trl_theme_colour (theme, TRL_ROLE_INK));
  append_colour (css, "caret-color: ", trl_theme_colour (theme, TRL_ROLE_INK));
  append_colour (css, "outline: 2px solid ", trl_theme_colour (theme, TRL_ROLE_ACCENT));
  g_string_append_printf (css, "outline-offset: 0; font-family: %s; font-size: %spx; }",
                          trl_style_get_families (), g_ascii_formatd (size, sizeof size, "%.1f", pixels));
  gtk_css_provider_load_from_data (provider, css->str, -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (self->input), GTK_STYLE_PROVIDER (provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
}
