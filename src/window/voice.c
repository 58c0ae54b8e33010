/* voice.c: what happens, in words, for who does not see it.
 *
 * One widget a window that paints nothing. From GTK 4.14 on it announces what
 * it says. GTK 4.8 has no announcements: there it is a status, which screen
 * readers read when its name changes. It is there all the time, because 4.8
 * tells nobody of a status that comes and goes with its words, as the board's
 * hint does, nor of a toast. Newer GTK lets no status have a name, so there it
 * is a group: who walks through the window finds in it what was said last.
 *
 * What is said in one turn of the main loop is one sentence, said once, even
 * when the board, the desk and the review each have a part in it. */

#define G_LOG_DOMAIN "voice"

#include "config.h"

#include "voice.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TrlVoice
{
  GtkWidget  parent_instance;

  char      *words;      /* what was said last; "" for nothing */
  GPtrArray *sayings;    /* what will be said when this turn is over */
  char      *hint;       /* said after them: what the hand would do now */
  char      *told;       /* then how it is now */
  char      *otherwise;  /* said when there is neither */
  char      *more;       /* said last */
  char      *elsewhere;  /* a toast says this itself; it is only kept */
  guint      source;
};

G_DEFINE_FINAL_TYPE (TrlVoice, trl_voice, GTK_TYPE_WIDGET)

#if GTK_CHECK_VERSION (4, 14, 0)
#define ROLE GTK_ACCESSIBLE_ROLE_GROUP
#else
#define ROLE GTK_ACCESSIBLE_ROLE_STATUS
#endif

enum
{
  SIGNAL_SPOKE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_words (TrlVoice   *self,
           const char *words)
{
  char *own = g_strdup (words);

  g_free (self->words);
  self->words = own;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, own, -1);
}

#if GTK_CHECK_VERSION (4, 14, 0)
/* GTK's own test backend knows no announcements, and ends the program over one. */
static gboolean
can_announce (TrlVoice *self)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (self));

  return context != NULL && strcmp (G_OBJECT_TYPE_NAME (context), "GtkTestATContext") != 0;
}
#endif

static void
announce (TrlVoice   *self,
          const char *sentence)
{
#if GTK_CHECK_VERSION (4, 14, 0)
  /* Newer than the oldest GTK that this is written for; the condition above is the guard. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (can_announce (self))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), sentence, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}

static void
append (GString    *sentence,
        const char *words)
{
  if (*words == '\0')
    return;
  if (sentence->len > 0)
    /* Translators: between two things that a screen reader says one after the other */
    g_string_append (sentence, C_("spoken", "; "));
  g_string_append (sentence, words);
}

/* The words of this turn, in their order. */
static char *
take_sentence (TrlVoice *self)
{
  GString *sentence = g_string_new (NULL);

  for (guint i = 0; i < self->sayings->len; i++)
    append (sentence, g_ptr_array_index (self->sayings, i));
  if (self->hint != NULL)
    append (sentence, self->hint);
  if (self->told != NULL)
    append (sentence, self->told);
  if (sentence->len == 0 && self->otherwise != NULL && self->elsewhere == NULL)
    append (sentence, self->otherwise);
  if (self->more != NULL)
    append (sentence, self->more);
  g_ptr_array_set_size (self->sayings, 0);
  g_clear_pointer (&self->hint, g_free);
  g_clear_pointer (&self->told, g_free);
  g_clear_pointer (&self->otherwise, g_free);
  g_clear_pointer (&self->more, g_free);
  return g_string_free (sentence, FALSE);
}

static gboolean
speak_cb (gpointer user_data)
{
  TrlVoice *self = user_data;
  g_autofree char *sentence = take_sentence (self);
  g_autoptr (GString) words = g_string_new (self->elsewhere);

  self->source = 0;
  g_clear_pointer (&self->elsewhere, g_free);
  append (words, sentence);
  /* The same again is heard again. */
  if (g_str_equal (words->str, self->words))
    set_words (self, "");
  set_words (self, words->str);
  if (*sentence == '\0')
    return G_SOURCE_REMOVE;
  announce (self, sentence);
  g_signal_emit (self, signals[SIGNAL_SPOKE], 0, sentence);
  return G_SOURCE_REMOVE;
}

/* After the panels, which take their turn when nothing else waits, and not before there is a window to be heard in. */
static void
speak_soon (TrlVoice *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, speak_cb, self, NULL);
}

/* GTK 4.8 tells nothing of a widget that no screen reader has asked for, and none asks for what it has not heard of. What
 * has had the keyboard is told of. That is over before the window is the one that people work in. */
static void
mapped_cb (TrlVoice  *self,
           GtkWindow *window)
{
  GtkWidget *before = gtk_root_get_focus (GTK_ROOT (window));
  g_autoptr (GtkWidget) focus = before != NULL ? g_object_ref (before) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_grab_focus (widget);
  gtk_window_set_focus (window, focus);
  gtk_widget_set_focusable (widget, FALSE);
  if (self->sayings->len > 0 || self->hint != NULL || self->told != NULL || self->otherwise != NULL || self->more != NULL || self->elsewhere != NULL)
    speak_soon (self);
}

static void
trl_voice_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (trl_voice_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "map", G_CALLBACK (mapped_cb), widget,
                           G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

static void
trl_voice_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), mapped_cb, widget);
  GTK_WIDGET_CLASS (trl_voice_parent_class)->unroot (widget);
}

static void
trl_voice_dispose (GObject *object)
{
  TrlVoice *self = TRL_VOICE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  G_OBJECT_CLASS (trl_voice_parent_class)->dispose (object);
}

static void
trl_voice_finalize (GObject *object)
{
  TrlVoice *self = TRL_VOICE (object);

  g_free (self->words);
  g_free (self->hint);
  g_free (self->told);
  g_free (self->otherwise);
  g_free (self->more);
  g_free (self->elsewhere);
  g_ptr_array_unref (self->sayings);
  G_OBJECT_CLASS (trl_voice_parent_class)->finalize (object);
}

static void
trl_voice_class_init (TrlVoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_voice_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_voice_finalize;
  GTK_WIDGET_CLASS (klass)->root = trl_voice_root;
  GTK_WIDGET_CLASS (klass)->unroot = trl_voice_unroot;

  /**
   * TrlVoice::spoke:
   * @self: the voice
   * @words: what it said
   *
   * Something was said.
   */
  signals[SIGNAL_SPOKE] = g_signal_new ("spoke", TRL_TYPE_VOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), ROLE);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "voice");
}

static void
trl_voice_init (TrlVoice *self)
{
  set_words (self, "");    /* or it would be called by its type */
  self->sayings = g_ptr_array_new_with_free_func (g_free);
  /* What has no size is not there for those who look at the tree. */
  gtk_widget_set_size_request (GTK_WIDGET (self), 1, 1);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * trl_voice_new:
 *
 * Makes a voice that has said nothing.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
trl_voice_new (void)
{
  return g_object_new (TRL_TYPE_VOICE, NULL);
}

/**
 * trl_voice_say:
 * @self: a voice
 * @words: one short line, as people read it
 *
 * Says something when this turn of the main loop is over. The same words twice
 * in a turn are said once.
 */
void
trl_voice_say (TrlVoice   *self,
               const char *words)
{
  g_return_if_fail (TRL_IS_VOICE (self) && words != NULL);

  if (*words == '\0' || g_ptr_array_find_with_equal_func (self->sayings, words, g_str_equal, NULL))
    return;
  g_ptr_array_add (self->sayings, g_strdup (words));
  speak_soon (self);
}

static void
replace (TrlVoice    *self,
         char       **place,
         const char  *words)
{
  char *own = g_strdup (words);

  g_free (*place);
  *place = own;
  speak_soon (self);
}

/**
 * trl_voice_hint:
 * @self: a voice
 * @words: one short line, as people read it
 *
 * Says what the hand would do where it is. Over what it passed in the same
 * turn nothing is said.
 */
void
trl_voice_hint (TrlVoice   *self,
                const char *words)
{
  g_return_if_fail (TRL_IS_VOICE (self) && words != NULL);

  replace (self, &self->hint, words);
}

/**
 * trl_voice_tell:
 * @self: a voice
 * @words: one short line, as people read it
 *
 * Says how something is now; what was told earlier in the same turn is not so
 * any more.
 */
void
trl_voice_tell (TrlVoice   *self,
                const char *words)
{
  g_return_if_fail (TRL_IS_VOICE (self) && words != NULL);

  replace (self, &self->told, words);
}

/**
 * trl_voice_say_else:
 * @self: a voice
 * @words: one short line, as people read it
 *
 * Says something unless somebody has better words for it in the same turn.
 */
void
trl_voice_say_else (TrlVoice   *self,
                    const char *words)
{
  g_return_if_fail (TRL_IS_VOICE (self) && words != NULL);

  replace (self, &self->otherwise, words);
}

/**
 * trl_voice_add:
 * @self: a voice
 * @words: one short line, as people read it
 *
 * Says something after what else is said in this turn.
 */
void
trl_voice_add (TrlVoice   *self,
               const char *words)
{
  g_return_if_fail (TRL_IS_VOICE (self) && words != NULL);

  replace (self, &self->more, words);
}

/**
 * trl_voice_keep:
 * @self: a voice
 * @words: one short line, as people read it
 *
 * Keeps something that is said elsewhere in this turn, as a toast of new
 * libadwaita says itself: it is not said twice, and neither is what would be
 * said otherwise, but it is the last that was said.
 */
void
trl_voice_keep (TrlVoice   *self,
                const char *words)
{
  g_return_if_fail (TRL_IS_VOICE (self) && words != NULL);

  replace (self, &self->elsewhere, words);
}

/**
 * trl_voice_hush:
 * @self: a voice
 *
 * Takes back what was said last, for who reads the window and not the news:
 * it is not so any more.
 */
void
trl_voice_hush (TrlVoice *self)
{
  g_return_if_fail (TRL_IS_VOICE (self));

  if (self->source == 0 && *self->words != '\0')
    set_words (self, "");
}

/**
 * trl_voice_get_words:
 * @self: a voice
 *
 * Returns: (transfer none): what was said last
 */
const char *
trl_voice_get_words (TrlVoice *self)
{
  g_return_val_if_fail (TRL_IS_VOICE (self), NULL);

  return self->words;
}
