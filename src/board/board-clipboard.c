/* board-clipboard.c: cards on the clipboard, and lines of text from it. */

#define G_LOG_DOMAIN "board-clipboard"

#include "config.h"

#include "board-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* How deep a card lies among the others; what it lies in comes before it. */
static guint
depth_of (GPtrArray *cards,
          guint      at)
{
  const char *parent = trl_card_get_parent (g_ptr_array_index (cards, at));
  guint depth = 0;

  while (at-- > 0)
    if (g_strcmp0 (trl_card_get_id (g_ptr_array_index (cards, at)), parent) == 0)
      {
        parent = trl_card_get_parent (g_ptr_array_index (cards, at));
        depth++;
      }
  return depth;
}

/**
 * trl_board_write_outline:
 * @cards: (element-type TrlCard): cards, parents before children
 *
 * Writes cards for people and programs that know no cards: their names, a line
 * each, what lies in another behind a tab.
 *
 * Returns: (transfer full): the text
 */
char *
trl_board_write_outline (GPtrArray *cards)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      const TrlEntry *entry = trl_card_get_kind_entry (card);
      const char *name = trl_card_get_name (card);

      if (trl_card_get_kind (card) == TRL_KIND_LINK)
        continue;   /* a line is nothing without what it joins */
      if (*name == '\0' && entry != NULL)
        name = trl_entry_get_label (entry);
      if (*name == '\0')
        continue;
      for (guint depth = depth_of (cards, i); depth > 0; depth--)
        g_string_append_c (text, '\t');
      g_string_append_printf (text, "%s\n", name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * trl_board_copy:
 * @self: a board
 * @cut: whether the cards are taken away
 *
 * Puts what is selected on the clipboard: as cards for Trellis, as text for all others.
 */
void
trl_board_copy (TrlBoard *self,
                gboolean  cut)
{
  const char * const *ids = trl_selection_get_ids (self->selection);
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GdkContentProvider) content = NULL;

  if (self->blueprint == NULL || ids[0] == NULL)
    return;
  cards = trl_acts_collect (self->blueprint, ids);
  content = trl_board_offer_cards (self, cards, NULL);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  if (cut)
    trl_board_commit (self, trl_act_delete (self->blueprint, ids, TRUE), NULL);
  trl_board_tell (self, cut ? _("Cut") : _("Copied"));
}

/* New cards lie at the pointer, or in the middle of what is seen. */
static TrlScenePoint
paste_point (TrlBoard *self)
{
  if (self->pointer_in)
    return trl_camera_to_scene (&self->camera, self->pointer);
  return trl_camera_get_centre (&self->camera);
}

/* Said once: who wanted one note learns how, and who did not is left alone. */
static void
tell_of_lines (TrlBoard *self)
{
  static gboolean told;

  if (told)
    return;
  told = TRUE;
  trl_board_emit_notice (self, _("A note for each line; Ctrl+Shift+V makes one note of them"), TRUE);
}

static void
measure_note (const char *text,
              double     *width,
              double     *height,
              gpointer    user_data)
{
  trl_layout_measure_note (TRL_BOARD (user_data)->layout, text, width, height);
}

/* Lines become notes, all of them selected. */
static gboolean
take_lines (TrlBoard      *self,
            const char    *text,
            TrlScenePoint  at)
{
  g_auto (GStrv) ids = NULL;
  TrlEdit *edit;

  trl_board_ensure_layout (self);
  edit = trl_act_paste_lines (self->blueprint, text, at.x, at.y, measure_note, self, &ids);
  if (!trl_board_commit (self, edit, NULL))
    return FALSE;
  trl_selection_set (self->selection, (const char * const *) ids);
  trl_board_reveal (self, ids[0]);
  tell_of_lines (self);
  return TRUE;
}

/**
 * trl_board_take_text:
 * @self: a board that may be edited
 * @text: cards as text, or lines
 * @as_one: whether lines make one note and not one each
 * @target: (nullable): the card on which it was put
 * @at: where what has no other place goes, in board units
 *
 * Takes text from the clipboard or a drop: cards go where they belong, lines
 * become notes.
 *
 * Returns: whether anything came of it, or will once somebody has answered
 */
gboolean
trl_board_take_text (TrlBoard      *self,
                     const char    *text,
                     gboolean       as_one,
                     const char    *target,
                     TrlScenePoint  at)
{
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *stripped = g_strchomp (g_strdup (text));
  g_autofree char *id = NULL;
  TrlEdit *edit;

  if (*stripped == '\0')
    return FALSE;
  if (self->has_codec && self->codec.read != NULL && !as_one)
    cards = self->codec.read (text, strlen (text), self->codec.user_data);
  if (cards == NULL && !as_one && self->has_codec && self->codec.ask != NULL && !trl_acts_is_outline (stripped) &&
      self->codec.ask (text, target, at, self->codec.user_data))
    return TRUE;
  if (cards == NULL && !as_one && strchr (stripped, '\n') != NULL)
    return take_lines (self, stripped, at);
  if (cards != NULL)
    edit = trl_act_paste_cards (self->blueprint, cards, target, at.x, at.y, &id);
  else
    edit = trl_act_add_note (self->blueprint, stripped, at.x, at.y, &id);
  if (!trl_board_commit (self, edit, id))
    return FALSE;
  if (id != NULL)
    trl_board_reveal (self, id);
  return TRUE;
}

typedef struct
{
  GWeakRef board;
  gboolean as_one;
} Paste;

static void
paste_free (Paste *paste)
{
  g_weak_ref_clear (&paste->board);
  g_free (paste);
}

static void
take (Paste      *paste,
      const char *text)
{
  g_autoptr (TrlBoard) self = g_weak_ref_get (&paste->board);
  gboolean as_one = paste->as_one;

  paste_free (paste);
  if (self == NULL || text == NULL || !trl_board_can_edit (self))
    return;
  trl_board_cancel (self);
  trl_board_take_text (self, text, as_one, trl_selection_get_last (self->selection), paste_point (self));
}

static void
text_arrived (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  take (user_data, text);
}

static void
cards_arrived (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);

  take (user_data, value != NULL ? g_value_get_boxed (value) : NULL);
}

/**
 * trl_board_paste:
 * @self: a board
 * @as_one: whether lines make one note and not one each
 *
 * Pastes cards where they belong for what is selected, or text as notes.
 */
void
trl_board_paste (TrlBoard *self,
                 gboolean  as_one)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  Paste *paste = g_new0 (Paste, 1);
  GType type;

  g_weak_ref_init (&paste->board, self);
  paste->as_one = as_one;
  /* As one note it is text, whatever else it is. */
  type = as_one ? G_TYPE_INVALID : trl_board_find_card_type (self, gdk_clipboard_get_formats (clipboard));
  if (type != G_TYPE_INVALID)
    gdk_clipboard_read_value_async (clipboard, type, G_PRIORITY_DEFAULT, NULL, cards_arrived, paste);
  else
    gdk_clipboard_read_text_async (clipboard, NULL, text_arrived, paste);
}
