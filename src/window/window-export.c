/* window-export.c: the board, or a table of it, as a file for people who do not have Trellis. */

#define G_LOG_DOMAIN "window-export"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "publish.h"
#include "table.h"

/* Said to a file chooser: which table it is for. */
#define TABLE "trl-table"

static GBytes *
publish (TrlWindow    *self,
         TrlTableKind  what,
         const char   *format,
         GError      **error)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  const GPtrArray *findings = trl_reviewer_get_findings (trl_desk_get_reviewer (self->desk));
  TrlPublishOptions options = {
    .format = format,
    .findings = findings,
    .right_to_left = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
  };

  if (what < TRL_N_TABLES)
    {
      g_autoptr (TrlTable) table = trl_table_new (what, blueprint, findings);

      return trl_table_publish (table, format, NULL, NULL, options.right_to_left, error);
    }
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
    trl_window_say_wrong (self, _("Nothing Was Exported"), error->message);
}

/* An export can be made again, so it is simply written in place of an older one. */
static void
write_to (TrlWindow    *self,
          TrlTableKind  what,
          GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = strrchr (name, '.');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = publish (self, what, dot != NULL ? dot + 1 : "pdf", &error);
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GInputStream) in = NULL;

  if (bytes != NULL)
    out = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  if (out == NULL)
    {
      trl_window_say_wrong (self, _("Nothing Was Exported"), error->message);
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
    write_to (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), TABLE)), file);
  g_clear_object (&self->chooser);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *ending)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *label = g_ascii_strup (ending, -1);

  gtk_file_filter_set_name (filter, label);
  gtk_file_filter_add_suffix (filter, ending);
  gtk_file_chooser_add_filter (chooser, filter);
}

/* What is mostly wanted comes first: paper of the board, a spreadsheet of a table. */
static void
add_filters (GtkFileChooser *chooser,
             gboolean        table)
{
  guint n_sheets, n_tables;
  const TrlSheetFormat *sheets = trl_sheet_get_formats (&n_sheets);
  const TrlTableFormat *tables = trl_table_get_formats (&n_tables);

  for (guint i = 0; table && i < n_tables; i++)
    add_filter (chooser, tables[i].id);
  for (guint i = 0; i < n_sheets; i++)
    add_filter (chooser, sheets[i].id);
}

/**
 * trl_window_export:
 * @self: a window with a design
 * @what: a table, or %TRL_N_TABLES for the board
 *
 * Asks for a file; its ending says what is written.
 */
void
trl_window_export (TrlWindow    *self,
                   TrlTableKind  what)
{
  gboolean table = what < TRL_N_TABLES;
  GFile *file = self->document != NULL ? trl_document_get_file (self->document) : NULL;
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autoptr (GtkFileChooserNative) chooser = NULL;
  g_autofree char *name = NULL;
  g_autofree char *file_name = NULL;

  if (self->document == NULL)
    return;
  name = trl_document_dup_name (self->document);
  file_name = table ? g_strdup_printf ("%s, %s.csv", name, trl_table_kind_get_label (what)) : g_strconcat (name, ".pdf", NULL);
  g_strdelimit (file_name, "/", '-');
  chooser = gtk_file_chooser_native_new (table ? _("Export Table") : _("Export Board"), GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), _("_Cancel"));
  add_filters (GTK_FILE_CHOOSER (chooser), table);
  g_object_set_data (G_OBJECT (chooser), TABLE, GUINT_TO_POINTER (what));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file_name);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  g_set_object (&self->chooser, chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
