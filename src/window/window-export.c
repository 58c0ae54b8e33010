/* window-export.c: the board as a file for people who do not have Trellis. */

#define G_LOG_DOMAIN "window-export"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "publish.h"

static GBytes *
publish (TrlWindow   *self,
         const char  *format,
         GError     **error)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  const GPtrArray *findings = trl_reviewer_get_findings (trl_desk_get_reviewer (self->desk));
  TrlPublishOptions options = {
    .format = format,
    .findings = findings,
    .right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
  };

  return trl_publish_board (blueprint, &options, error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (TrlWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) >= 0)
    trl_window_say (self, _("Exported"));
  else
    trl_window_say_wrong (self, _("The Board Was Not Exported"), error->message);
}

/* An export can be made again, so it is simply written in place of an older one. */
static void
write_to (TrlWindow *self,
          GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = strrchr (name, '.');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = publish (self, dot != NULL ? dot + 1 : "pdf", &error);
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GInputStream) in = NULL;

  if (bytes != NULL)
    out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  if (out == NULL)
    {
      trl_window_say_wrong (self, _("The Board Was Not Exported"), error->message);
      return;
    }
  in = g_memory_input_stream_new_from_bytes (bytes);
  g_output_stream_splice_async (G_OUTPUT_STREAM (out), in,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, written_cb, g_object_ref (self));
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           TrlWindow       *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  if (response == GTK_RESPONSE_ACCEPT && file != NULL)
    write_to (self, file);
  g_clear_object (&self->chooser);
}

/**
 * trl_window_export:
 * @self: a window with a design
 *
 * Asks for a file; its ending says what is written.
 */
void
trl_window_export (TrlWindow *self)
{
  GFile *file = self->document != NULL ? trl_document_get_file (self->document) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  GtkFileChooserNative *chooser;
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;
  guint n;
  const TrlSheetFormat *formats = trl_sheet_get_formats (&n);

  if (self->document == NULL)
    return;
  name = trl_document_dup_name (self->document);
  file_name = g_strdelimit (g_strconcat (name, ".pdf", NULL), "/", '-');
  chooser = gtk_file_chooser_native_new (_("Export Board"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _("_Export"), _("_Cancel"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *label = g_ascii_strup (formats[i].id, -1);

      gtk_file_filter_set_name (filter, label);
      gtk_file_filter_add_suffix (filter, formats[i].id);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  g_set_object (&self->chooser, chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}
