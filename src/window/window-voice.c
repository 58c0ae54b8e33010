/* window-voice.c: how a window tells what happened: to those who see it in a toast or the board's hint, to all by its voice.
 *
 * Whoever does something says it once, to the desk or the board. A change for
 * which nobody has words is called by its name, as undo would call it; unless
 * somebody types, for a field says itself what is typed in it. */

#define G_LOG_DOMAIN "window-voice"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

/* From 1.6 on libadwaita announces a toast when it appears, but not when it says something else. */
static gboolean
speaks_itself (gboolean is_new)
{
  return is_new && (adw_get_major_version () > 1 || adw_get_minor_version () >= 6);
}

static void
told_cb (TrlWindow  *self,
         const char *text)
{
  trl_voice_tell (self->voice, text);
}

/* Who did not catch it asks the board to say it again. */
static void
spoke_cb (TrlWindow  *self,
          const char *text)
{
  trl_board_remember (self->board, text);
}

static void
toast_gone_cb (TrlWindow *self,
               AdwToast  *toast)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

/* One toast, which says the latest: ten undos in a row are no queue of ten. It
 * is told anew rather than dismissed: libadwaita 1.2 crashes over a toast that
 * is dismissed while it still comes in. */
static void
tell (TrlWindow  *self,
      const char *text,
      gboolean    can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  gboolean is_new = self->toast == NULL;

  if (is_new)
    {
      self->toast = adw_toast_new (escaped);
      adw_toast_set_timeout (self->toast, 4);
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_gone_cb), self, G_CONNECT_SWAPPED);
    }
  adw_toast_set_title (self->toast, escaped);
  adw_toast_set_button_label (self->toast, can_undo ? _("Undo") : NULL);
  adw_toast_set_action_name (self->toast, can_undo ? "win.undo" : NULL);
  if (is_new)
    adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->toast));
  if (speaks_itself (is_new))
    trl_voice_keep (self->voice, text);
  else
    trl_voice_say (self->voice, text);
  if (self->board != NULL)
    trl_board_remember (self->board, text);
}

/**
 * trl_window_say:
 * @self: a window
 * @text: one short line
 *
 * Tells people what happened, in a toast that goes by itself.
 */
void
trl_window_say (TrlWindow  *self,
                const char *text)
{
  tell (self, text, FALSE);
}

/**
 * trl_window_add_toast:
 * @self: a window
 * @toast: (transfer full): a toast of its own, with a button say
 *
 * Shows a toast beside the usual one, and says it.
 */
void
trl_window_add_toast (TrlWindow *self,
                      AdwToast  *toast)
{
  if (speaks_itself (TRUE))
    trl_voice_keep (self->voice, adw_toast_get_title (toast));
  else
    trl_voice_say (self->voice, adw_toast_get_title (toast));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/**
 * trl_window_say_wrong:
 * @self: a window
 * @heading: what did not work
 * @text: what that means and what can be done
 *
 * Tells people of trouble, in a dialog that waits.
 */
void
trl_window_say_wrong (TrlWindow  *self,
                      const char *heading,
                      const char *text)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), text);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
noticed_cb (TrlWindow  *self,
            const char *text,
            gboolean    can_undo)
{
  tell (self, text, can_undo);
}

static void
hinted_cb (TrlWindow *self)
{
  const char *hint = trl_board_get_hint (self->board);
  gboolean has_words = hint != NULL && *hint != '\0';

  gtk_label_set_text (self->hint, has_words ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), has_words);
  if (has_words)
    trl_voice_hint (self->voice, hint);
  else
    trl_voice_hush (self->voice);
}

/* A field says itself what is typed or chosen in it. */
static gboolean
is_in_field (TrlWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return trl_board_is_editing (self->board) ||
         (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->inspector)));
}

/* Once for a run of one key, as the history has it. */
static void
changed_cb (TrlWindow       *self,
            const TrlChange *change)
{
  TrlOrigin origin = trl_change_get_origin (change);
  const char *key = trl_change_get_key (change);
  gboolean goes_on = key != NULL && g_strcmp0 (key, self->spoken_key) == 0;

  g_free (self->spoken_key);
  self->spoken_key = g_strdup (key);
  if ((origin == TRL_ORIGIN_USER || origin == TRL_ORIGIN_FIX) && !goes_on && !is_in_field (self))
    trl_voice_say_else (self->voice, trl_change_get_name (change));
}

/* The review speaks when it has more or less to warn of, after what made it so. */
static void
reviewed_cb (TrlWindow *self)
{
  guint n = trl_review_panel_get_n_open (self->review);
  g_autofree char *words = NULL;

  if (n == self->spoken_warnings)
    return;
  self->spoken_warnings = n;
  words = n == 0 ? g_strdup (_("Nothing to warn of"))
                 : g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", n), n);
  trl_voice_add (self->voice, words);
}

/**
 * trl_window_make_voice:
 * @self: a window that is not shown yet
 *
 * Gives a window its voice, before anything happens in it.
 */
void
trl_window_make_voice (TrlWindow *self)
{
  self->voice = TRL_VOICE (trl_voice_new ());
  gtk_overlay_add_overlay (self->stage, GTK_WIDGET (self->voice));
}

/**
 * trl_window_start_voice:
 * @self: a window that shows a design
 *
 * Listens to all that has something to say.
 */
void
trl_window_start_voice (TrlWindow *self)
{
  g_signal_connect_object (self->board, "notify::hint", G_CALLBACK (hinted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "notice", G_CALLBACK (noticed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "said", G_CALLBACK (trl_window_say), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->voice, "spoke", G_CALLBACK (spoke_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->timer, "told", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  self->spoken_warnings = trl_review_panel_get_n_open (self->review);
  g_signal_connect_object (self->review, "changed", G_CALLBACK (reviewed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->presenter, "ended", G_CALLBACK (trl_voice_hush), self->voice, G_CONNECT_SWAPPED);
}
