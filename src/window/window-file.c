/* window-file.c: opening, saving and closing a design. */

#define G_LOG_DOMAIN "window-file"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "journal.h"
#include "reader.h"
#include "recents.h"

/* What happens once a save has come to its end. */
typedef struct
{
  TrlWindow *window;
  GFile     *file;      /* NULL: where it lies already */
  gboolean   closing;
} Saving;

static void save (TrlWindow    *self,
                  GFile        *file,
                  TrlSaveFlags  flags,
                  gboolean      closing);
static void save_as (TrlWindow *self,
                     gboolean   closing);

static void
saving_free (Saving *saving)
{
  g_clear_object (&saving->window);
  g_clear_object (&saving->file);
  g_free (saving);
}

static void
saving_gone (gpointer  data,
             GClosure *closure)
{
  saving_free (data);
}

static void
say_repairs (TrlWindow *self)
{
  const GPtrArray *repairs = trl_document_get_repairs (self->document);
  g_autofree char *text = NULL;

  if (repairs == NULL || repairs->len == 0)
    return;
  text = g_strdup_printf (ngettext ("%u thing was mended while reading; the file is as it was",
                                    "%u things were mended while reading; the file is as it was", repairs->len), repairs->len);
  trl_window_say (self, text);
}

/* Whoever opens a file again after a crash, and not by the start page, is told there too. */
static void
say_orphan (TrlWindow *self,
            GFile     *file)
{
  g_autoptr (GPtrArray) orphans = trl_journal_list_orphans ();
  g_autofree char *uri = g_file_get_uri (file);
  const TrlOrphan *last = NULL;
  AdwToast *toast;

  for (guint i = 0; i < orphans->len; i++)
    {
      const TrlOrphan *orphan = g_ptr_array_index (orphans, i);

      if (g_strcmp0 (orphan->uri, uri) == 0 && (last == NULL || orphan->time > last->time))
        last = orphan;
    }
  if (last == NULL)
    return;
  toast = adw_toast_new (_("There is work on this design that was not saved"));
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("Open a Copy"));
  adw_toast_set_action_name (toast, "win.recover");
  adw_toast_set_action_target_value (toast, g_variant_new_string (last->path));
  trl_window_add_toast (self, toast);
}

/**
 * trl_window_open:
 * @self: an empty window
 * @file: a design
 *
 * Opens a file; says what is wrong with one that cannot be read.
 *
 * Returns: whether it is open
 */
gboolean
trl_window_open (TrlWindow *self,
                 GFile     *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = NULL;

  g_return_val_if_fail (TRL_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (trl_window_is_empty (self), FALSE);

  document = trl_document_open (file, &error);
  if (document == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *text = g_strdup_printf ("%s\n\n%s", name, error->message);

      trl_window_say_wrong (self, _("This Design Cannot Be Opened"), text);
      return FALSE;
    }
  trl_window_take (self, document);
  trl_recents_add (file);
  say_repairs (self);
  say_orphan (self, file);
  return TRUE;
}

/**
 * trl_window_start:
 * @self: an empty window
 * @template_name: (nullable): a template, %NULL for a blank board
 *
 * Starts a design that lies nowhere yet.
 */
void
trl_window_start (TrlWindow  *self,
                  const char *template_name)
{
  const TrlTemplate *info = template_name != NULL ? trl_templates_find (template_name) : NULL;
  g_autoptr (TrlDocument) document = NULL;

  g_return_if_fail (TRL_IS_WINDOW (self));
  g_return_if_fail (trl_window_is_empty (self));

  document = info != NULL ? trl_document_new_for_template (info) : trl_document_new ();
  trl_window_take (self, document);
}

/**
 * trl_window_recover:
 * @self: an empty window
 * @orphan: work that was not saved
 *
 * Opens what a journal holds, as a copy that lies nowhere yet.
 */
void
trl_window_recover (TrlWindow       *self,
                    const TrlOrphan *orphan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlDocument) document = NULL;

  g_return_if_fail (TRL_IS_WINDOW (self));
  g_return_if_fail (trl_window_is_empty (self));

  document = trl_document_recover (orphan, &error);
  if (document == NULL)
    {
      trl_window_say_wrong (self, _("The Unsaved Work Cannot Be Read"), error->message);
      return;
    }
  trl_window_take (self, document);
}

static void
close_for_good (TrlWindow *self)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
overwrite_response_cb (AdwMessageDialog *dialog,
                       const char       *response,
                       Saving           *saving)
{
  if (g_str_equal (response, "overwrite"))
    save (saving->window, saving->file, TRL_SAVE_OVERWRITE, saving->closing);
  else if (g_str_equal (response, "save-as"))
    save_as (saving->window, saving->closing);
}

static void
ask_to_overwrite (TrlWindow *self,
                  Saving    *saving)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Somebody Else Changed the File"), NULL);
  Saving *copy = g_new0 (Saving, 1);

  copy->window = g_object_ref (self);
  g_set_object (&copy->file, saving->file);
  copy->closing = saving->closing;
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog),
                               _("It is not as it was when you opened it. Saving over it would lose what they did."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "overwrite", _("_Overwrite"),
                                    "save-as", _("Save _As…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "overwrite", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save-as", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save-as");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (overwrite_response_cb), copy, saving_gone, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Saving *saving = user_data;
  TrlWindow *self = saving->window;
  g_autoptr (GError) error = NULL;

  if (trl_document_save_finish (TRL_DOCUMENT (source), result, &error))
    {
      trl_recents_add (trl_document_get_file (self->document));
      trl_window_update_title (self);
      if (saving->closing)
        close_for_good (self);
      else
        trl_window_say (self, _("Saved"));
    }
  else if (g_error_matches (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_CHANGED))
    ask_to_overwrite (self, saving);
  else if (g_error_matches (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_NO_FILE))
    save_as (self, saving->closing);
  else
    {
      g_autofree char *text = g_strdup_printf (_("%s\n\nThe file is as it was before, and your work is still here."), error->message);

      trl_window_say_wrong (self, _("The Design Was Not Saved"), text);
    }
  saving_free (saving);
}

static void
save (TrlWindow    *self,
      GFile        *file,
      TrlSaveFlags  flags,
      gboolean      closing)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  g_set_object (&saving->file, file);
  saving->closing = closing;
  trl_document_save_async (self->document, file, flags, saved_cb, saving);
}

static void
save_as_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     Saving          *saving)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  /* The file chooser has asked whether to replace. */
  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    save (saving->window, file, TRL_SAVE_OVERWRITE, saving->closing);
  g_clear_object (&saving->window->chooser);
}

static void
save_as (TrlWindow *self,
         gboolean   closing)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (_("Save Design"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Save"), _("_Cancel"));
  g_autofree char *name = trl_document_dup_name (self->document);
  g_autofree char *file_name = g_strconcat (name, ".trellis", NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->closing = closing;
  g_strdelimit (file_name, "/", '-');
  gtk_file_filter_set_name (filter, _("Partner Program Designs"));
  gtk_file_filter_add_suffix (filter, "trellis");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  if (trl_document_get_file (self->document) != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (chooser), trl_document_get_file (self->document), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (save_as_response_cb), saving, saving_gone, 0);
  g_set_object (&self->chooser, chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

/**
 * trl_window_save:
 * @self: a window with a design
 * @ask: whether to ask where
 *
 * Saves the design; asks where when it lies nowhere yet.
 */
void
trl_window_save (TrlWindow *self,
                 gboolean   ask)
{
  g_return_if_fail (TRL_IS_WINDOW (self));

  if (self->document == NULL)
    return;
  trl_board_stop_edit (self->board, TRUE);
  if (ask || trl_document_get_file (self->document) == NULL)
    save_as (self, FALSE);
  else
    save (self, NULL, TRL_SAVE_NONE, FALSE);
}

static void
close_response_cb (AdwMessageDialog *dialog,
                   const char       *response,
                   TrlWindow        *self)
{
  if (g_str_equal (response, "discard"))
    close_for_good (self);
  else if (g_str_equal (response, "save") && trl_document_get_file (self->document) == NULL)
    save_as (self, TRUE);
  else if (g_str_equal (response, "save"))
    save (self, NULL, TRL_SAVE_NONE, TRUE);
}

static AdwMessageDialog *
ask_to_save (TrlWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"), NULL);
  g_autofree char *name = trl_document_dup_name (self->document);
  g_autofree char *body =
    g_strdup_printf (_("“%s” has changes that are in no file yet. Discarded changes are lost for good."), name);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_Discard"),
                                    "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  return ADW_MESSAGE_DIALOG (dialog);
}

/* Dots are in no file: a vote ends with its window. */
static AdwMessageDialog *
ask_to_end_vote (TrlWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("End the Vote?"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), _("The dots given so far are lost when the window closes."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "discard", _("_End and Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return ADW_MESSAGE_DIALOG (dialog);
}

/**
 * trl_window_may_close:
 * @self: a window
 *
 * Says whether nothing would be lost; asks when something would, and closes
 * the window itself once that is settled.
 *
 * Returns: whether the window may close now
 */
gboolean
trl_window_may_close (TrlWindow *self)
{
  AdwMessageDialog *dialog;
  gboolean is_modified, is_voting;

  if (self->document == NULL || self->closing)
    return TRUE;
  is_modified = trl_document_is_modified (self->document);
  is_voting = trl_voting_is_open (self->voting);
  if (!is_modified && !is_voting)
    return TRUE;

  dialog = is_modified ? ask_to_save (self) : ask_to_end_vote (self);
  if (is_modified && is_voting)
    {
      g_autofree char *body = g_strdup_printf ("%s\n\n%s", adw_message_dialog_get_body (dialog),
                                               _("The dots given so far are lost when the window closes."));

      adw_message_dialog_set_body (dialog, body);
    }
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (close_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return FALSE;
}

/* What the bar over the board asks. */
enum
{
  OUTSIDE_RELOAD,
  OUTSIDE_KEEP,
  OUTSIDE_SAVE,
  OUTSIDE_SAVE_AS
};

static void
reload_response_cb (AdwMessageDialog *dialog,
                    const char       *response,
                    TrlWindow        *self)
{
  if (g_str_equal (response, "reload"))
    trl_window_reload (self);
}

/* Nothing is lost for good, but it is out of sight. */
static void
ask_to_reload (TrlWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Take What Is in the File?"), NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), _("You have changes that are in no file. Undo would bring them back."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "reload", _("_Reload"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (reload_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
outside_response_cb (TrlWindow *self,
                     int        response)
{
  if (response == OUTSIDE_KEEP)
    trl_document_keep_mine (self->document);
  else if (response == OUTSIDE_SAVE)
    trl_window_save (self, FALSE);
  else if (response == OUTSIDE_SAVE_AS)
    trl_window_save (self, TRUE);
  else if (response == OUTSIDE_RELOAD && trl_document_is_modified (self->document))
    ask_to_reload (self);
  else if (response == OUTSIDE_RELOAD)
    trl_window_reload (self);
}

static GtkWidget *
make_outside_bar (TrlWindow  *self,
                  TrlOutside  outside)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (outside == TRL_OUTSIDE_GONE
                                      ? _("The file is not there any more. Your design is still here; saving writes it again.")
                                      : _("Somebody else changed the file."));

  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), GTK_MESSAGE_WARNING);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  if (outside == TRL_OUTSIDE_CHANGED)
    {
      gtk_info_bar_add_button (GTK_INFO_BAR (bar), _("_Reload"), OUTSIDE_RELOAD);
      gtk_info_bar_add_button (GTK_INFO_BAR (bar), _("_Keep Mine"), OUTSIDE_KEEP);
    }
  else
    gtk_info_bar_add_button (GTK_INFO_BAR (bar), _("_Save"), OUTSIDE_SAVE);
  gtk_info_bar_add_button (GTK_INFO_BAR (bar), _("Save _As…"), OUTSIDE_SAVE_AS);
  g_signal_connect_object (bar, "response", G_CALLBACK (outside_response_cb), self, G_CONNECT_SWAPPED);
  return bar;
}

static void
outside_changed_cb (TrlWindow *self)
{
  TrlOutside outside = trl_document_get_outside (self->document);
  GtkWidget *column = gtk_widget_get_parent (GTK_WIDGET (self->header_revealer));

  if (self->outside_bar != NULL)
    gtk_box_remove (GTK_BOX (column), self->outside_bar);
  self->outside_bar = outside != TRL_OUTSIDE_SAME ? make_outside_bar (self, outside) : NULL;
  if (self->outside_bar != NULL)
    gtk_box_insert_child_after (GTK_BOX (column), self->outside_bar, GTK_WIDGET (self->header_revealer));
}

/* Said once, until it is well again: work goes on. */
static void
check_journal (TrlWindow *self)
{
  const GError *problem = trl_document_get_journal_problem (self->document);

  if (problem != NULL && !self->told_journal)
    trl_window_say (self, problem->message);
  self->told_journal = problem != NULL;
}

/**
 * trl_window_watch_outside:
 * @self: a window with a design
 *
 * Says what others do to the file from now on, and when unsaved work is not
 * protected.
 */
void
trl_window_watch_outside (TrlWindow *self)
{
  g_signal_connect_object (self->document, "notify::outside", G_CALLBACK (outside_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (check_journal), self, G_CONNECT_SWAPPED);
}

/**
 * trl_window_check_outside:
 * @self: a window
 *
 * Looks whether somebody else changed the file: for places that cannot be watched.
 */
void
trl_window_check_outside (TrlWindow *self)
{
  if (self->document != NULL)
    trl_document_look_outside (self->document);
}

/**
 * trl_window_reload:
 * @self: a window with a design
 *
 * Takes what somebody else wrote into the file; it can be undone.
 */
void
trl_window_reload (TrlWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->document == NULL)
    return;
  if (!trl_document_reload (self->document, &error))
    trl_window_say_wrong (self, _("The File Cannot Be Read"), error->message);
  else
    trl_window_say (self, _("Taken from the file. Undo brings yours back."));
}
