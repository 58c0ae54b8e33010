/* window-clipboard.c: what the board, which sees no files, copies and takes as text. */

#define G_LOG_DOMAIN "window-clipboard"

#include "config.h"

#include "window-private.h"

#include "paste-dialog.h"
#include "reader.h"
#include "writer.h"

static char *
write_cards (GPtrArray *cards,
             gpointer   user_data)
{
  TrlWindow *self = user_data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (ids, (char *) trl_card_get_id (g_ptr_array_index (cards, i)));
  g_ptr_array_add (ids, NULL);
  return trl_writer_write_cards (trl_desk_get_blueprint (self->desk), (const char * const *) ids->pdata, NULL);
}

static GPtrArray *
read_cards (const char *text,
            gsize       length,
            gpointer    user_data)
{
  return trl_reader_read_cards (text, length, NULL);
}

/* A table becomes cards of which somebody says what they are. */
static gboolean
ask_about_table (const char    *text,
                 const char    *target,
                 TrlScenePoint  at,
                 gpointer       user_data)
{
  TrlWindow *self = user_data;
  TrlCells *cells = trl_cells_read (text);
  GtkWidget *dialog;

  if (cells == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->board));   /* a card that gets it back would be selected again */
  dialog = trl_paste_dialog_new (GTK_WINDOW (self), self->desk, cells, text, target, at.x, at.y);
  /* The keyboard goes on with what was pasted. */
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (trl_board_focus_selected), self->board, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/**
 * trl_window_init_clipboard:
 * @self: a window that has a board
 *
 * Lets the board copy cards and take cards, tables and lines.
 */
void
trl_window_init_clipboard (TrlWindow *self)
{
  trl_board_set_codec (self->board, &(TrlBoardCodec) { write_cards, read_cards, ask_about_table, TRL_MIME_TYPE_CARDS, self });
}
