/* timer.c: how much time is left, for everybody in the room.
 *
 * It is of the meeting, not of the design: no file and no undo knows of it. It
 * floats over the board in every mode, also while people present. Its end is a
 * colour and a word and no sound. What people do to it is told, and when five
 * minutes, one and none are left; the numerals never, for a screen reader would
 * say each second. */

#define G_LOG_DOMAIN "timer"

#include "config.h"

#include "timer.h"

#include <glib/gi18n.h>

#define MINUTE 60
#define EARLY (5 * MINUTE)    /* when the room is told for the first time */
#define LONGEST (99 * MINUTE + 59)
#define LOOKS_MS 200

struct _TrlTimer
{
  GtkBox     parent_instance;

  GtkWidget *numerals;
  GtkWidget *words;      /* "1 minute left", "Time is up" */
  GtkWidget *lengths;    /* what can be chosen while nothing runs */
  GtkWidget *running;    /* what can be done while it runs */
  GtkWidget *pause;
  gint64     end;        /* in microseconds of the monotonic clock; 0 while nothing runs */
  int        left;       /* in seconds; what is shown */
  gboolean   paused;
  guint      source;
};

G_DEFINE_FINAL_TYPE (TrlTimer, trl_timer, GTK_TYPE_BOX)

enum
{
  SIGNAL_TOLD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_set (TrlTimer *self)
{
  return self->end != 0 || self->paused;
}

static void
tell (TrlTimer   *self,
      const char *words)
{
  g_signal_emit (self, signals[SIGNAL_TOLD], 0, words);
}

/* Only what changes is told. */
static gboolean
set_words (TrlTimer   *self,
           const char *words)
{
  gboolean changes = g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->words)), words) != 0;

  gtk_widget_set_visible (self->words, *words != '\0');
  if (!changes)
    return FALSE;
  gtk_label_set_text (GTK_LABEL (self->words), words);
  if (*words != '\0')
    tell (self, words);
  return *words != '\0';
}

static void
tell_left (TrlTimer *self)
{
  /* Translators: time on a clock, minutes and seconds: "4:30 left" */
  g_autofree char *words = self->left % MINUTE != 0
                             ? g_strdup_printf (_("%d:%02d left"), self->left / MINUTE, self->left % MINUTE)
                             : g_strdup_printf (ngettext ("%d minute left", "%d minutes left", self->left / MINUTE),
                                                self->left / MINUTE);

  tell (self, words);
}

/* Whether they were told. */
static gboolean
choose_words (TrlTimer *self)
{
  gboolean over = is_set (self) && self->left == 0;
  gboolean told;

  if (!is_set (self))
    told = set_words (self, "");
  else if (over)
    told = set_words (self, _("Time is up"));
  else if (self->paused)
    told = set_words (self, _("Paused"));
  else if (self->left <= MINUTE)
    told = set_words (self, _("Last minute"));
  else
    told = set_words (self, "");
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "over");
  return told;
}

/* Whether there were words to be told. */
static gboolean
update (TrlTimer *self)
{
  /* Minutes and seconds, the same everywhere. */
  g_autofree char *text = g_strdup_printf ("%d:%02d", self->left / MINUTE, self->left % MINUTE);

  gtk_label_set_text (GTK_LABEL (self->numerals), text);
  gtk_widget_set_visible (self->numerals, is_set (self));
  gtk_widget_set_visible (self->lengths, !is_set (self));
  gtk_widget_set_visible (self->running, is_set (self));
  gtk_widget_set_sensitive (self->pause, self->left > 0);
  gtk_button_set_icon_name (GTK_BUTTON (self->pause), self->paused ? "media-playback-start-symbolic" : "media-playback-pause-symbolic");
  gtk_widget_set_tooltip_text (self->pause, self->paused ? _("Go On") : _("Pause"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->pause), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->paused ? _("Go on") : _("Pause"), -1);
  return choose_words (self);
}

static gboolean
look_cb (gpointer user_data)
{
  TrlTimer *self = user_data;

  trl_timer_look (self, g_get_monotonic_time ());
  if (self->end != 0 && self->left > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

/* Runs to an end that is so many seconds away. */
static void
run_for (TrlTimer *self,
         int       seconds)
{
  self->left = CLAMP (seconds, 0, LONGEST);
  if (!self->paused)
    {
      self->end = g_get_monotonic_time () + self->left * G_TIME_SPAN_SECOND;
      if (self->source == 0)
        self->source = g_timeout_add (LOOKS_MS, look_cb, self);
    }
  if (!update (self))
    tell_left (self);
}

/* The lengths go; who chose one by key finds what can be done now. */
static void
length_cb (GtkWidget *button,
           TrlTimer  *self)
{
  gboolean by_key = gtk_widget_is_focus (button);

  trl_timer_start (self, MINUTE * GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "trl-minutes")));
  if (by_key)
    gtk_widget_grab_focus (self->pause);
}

static void
longer_cb (TrlTimer *self)
{
  trl_timer_extend (self, MINUTE);
}

static void
pause_cb (TrlTimer *self)
{
  trl_timer_set_paused (self, !self->paused);
}

/* Up and down are a minute, with Shift five. */
static gboolean
key_pressed_cb (TrlTimer        *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  int minutes = (state & GDK_SHIFT_MASK) != 0 ? 5 : 1;

  if (!is_set (self) || (keyval != GDK_KEY_Up && keyval != GDK_KEY_Down))
    return FALSE;
  trl_timer_extend (self, (keyval == GDK_KEY_Up ? minutes : -minutes) * MINUTE);
  return TRUE;
}

static GtkWidget *
add_button (TrlTimer   *self,
            GtkWidget  *box,
            GtkWidget  *button,
            const char *tooltip,
            GCallback   callback)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_lengths (TrlTimer *self)
{
  static const int minutes[] = { 1, 3, 5, 10 };

  self->lengths = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      /* Translators: a length of time on a button, as short as can be read. */
      g_autofree char *label = g_strdup_printf (ngettext ("%d min", "%d min", minutes[i]), minutes[i]);
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), "trl-minutes", GINT_TO_POINTER (minutes[i]));
      g_signal_connect_object (button, "clicked", G_CALLBACK (length_cb), self, 0);
      gtk_box_append (GTK_BOX (self->lengths), button);
    }
  gtk_box_append (GTK_BOX (self), self->lengths);
}

static void
trl_timer_dispose (GObject *object)
{
  TrlTimer *self = TRL_TIMER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  G_OBJECT_CLASS (trl_timer_parent_class)->dispose (object);
}

static void
trl_timer_class_init (TrlTimerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_timer_dispose;

  /**
   * TrlTimer::told:
   * @self: the timer
   * @text: one short line, as people read it
   *
   * Something should be told: what somebody did to it, or that its end is near.
   */
  signals[SIGNAL_TOLD] = g_signal_new ("told", TRL_TYPE_TIMER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
trl_timer_init (TrlTimer *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "floating");
  gtk_widget_add_css_class (GTK_WIDGET (self), "timer");
  gtk_box_set_spacing (GTK_BOX (self), 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timer"), -1);
  self->numerals = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->numerals, "timer-numerals");
  gtk_box_append (GTK_BOX (self), self->numerals);
  self->words = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->words, "timer-words");
  gtk_box_append (GTK_BOX (self), self->words);
  add_lengths (self);
  self->running = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  add_button (self, self->running, gtk_button_new_with_label (_("+1 min")), _("One Minute More"), G_CALLBACK (longer_cb));
  self->pause = add_button (self, self->running, gtk_button_new (), _("Pause"), G_CALLBACK (pause_cb));
  gtk_box_append (GTK_BOX (self), self->running);
  add_button (self, GTK_WIDGET (self), gtk_button_new_from_icon_name ("window-close-symbolic"), _("Put the Timer Away"),
              G_CALLBACK (trl_timer_stop));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  update (self);
}

/**
 * trl_timer_new:
 *
 * Makes a timer that asks how long.
 *
 * Returns: (transfer floating): the timer
 */
GtkWidget *
trl_timer_new (void)
{
  return g_object_new (TRL_TYPE_TIMER, "orientation", GTK_ORIENTATION_HORIZONTAL, NULL);
}

/**
 * trl_timer_start:
 * @self: a timer
 * @seconds: how long; at most 99 minutes and 59 seconds
 *
 * Begins anew and shows itself.
 */
void
trl_timer_start (TrlTimer *self,
                 int       seconds)
{
  g_return_if_fail (TRL_IS_TIMER (self) && seconds > 0);

  self->paused = FALSE;
  run_for (self, seconds);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/**
 * trl_timer_extend:
 * @self: a timer
 * @seconds: how much more, or less
 *
 * Gives more time, also after the end; a pause stays one.
 */
void
trl_timer_extend (TrlTimer *self,
                  int       seconds)
{
  g_return_if_fail (TRL_IS_TIMER (self));

  if (!is_set (self))
    return;
  if (!self->paused)
    trl_timer_look (self, g_get_monotonic_time ());
  run_for (self, self->left + seconds);
}

/**
 * trl_timer_set_paused:
 * @self: a timer
 * @paused: whether time stands still
 *
 * Halts the time, or lets it go on.
 */
void
trl_timer_set_paused (TrlTimer *self,
                      gboolean  paused)
{
  g_return_if_fail (TRL_IS_TIMER (self));

  if (!is_set (self) || self->paused == paused || self->left == 0)
    return;
  self->paused = paused;
  if (paused)
    self->end = 0;
  run_for (self, self->left);
}

/**
 * trl_timer_stop:
 * @self: a timer
 *
 * Ends it and puts it away.
 */
void
trl_timer_stop (TrlTimer *self)
{
  g_return_if_fail (TRL_IS_TIMER (self));

  g_clear_handle_id (&self->source, g_source_remove);
  self->end = 0;
  self->left = 0;
  self->paused = FALSE;
  update (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * trl_timer_look:
 * @self: a timer
 * @now: what time it is, in microseconds of the monotonic clock
 *
 * Shows what is left. It does so by itself; a test need not wait.
 */
void
trl_timer_look (TrlTimer *self,
                gint64    now)
{
  gboolean is_early;
  int left;

  g_return_if_fail (TRL_IS_TIMER (self));

  if (self->end == 0)
    return;
  /* A second that has begun is still shown. */
  left = (MAX (self->end - now, 0) + G_TIME_SPAN_SECOND - 1) / G_TIME_SPAN_SECOND;
  if (left == self->left)
    return;
  is_early = self->left > EARLY && left <= EARLY;
  self->left = left;
  if (!update (self) && is_early)
    tell_left (self);
}

/**
 * trl_timer_get_left:
 * @self: a timer
 *
 * Returns: the seconds that are left
 */
int
trl_timer_get_left (TrlTimer *self)
{
  g_return_val_if_fail (TRL_IS_TIMER (self), 0);

  return self->left;
}

/**
 * trl_timer_is_over:
 * @self: a timer
 *
 * Returns: whether it ran and its time is up
 */
gboolean
trl_timer_is_over (TrlTimer *self)
{
  g_return_val_if_fail (TRL_IS_TIMER (self), FALSE);

  return is_set (self) && self->left == 0;
}

/**
 * trl_timer_get_words:
 * @self: a timer
 *
 * Returns: what it says beside the numerals, and to screen readers; "" for nothing
 */
const char *
trl_timer_get_words (TrlTimer *self)
{
  g_return_val_if_fail (TRL_IS_TIMER (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->words));
}
