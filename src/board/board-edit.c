/* board-edit.c: typing on a card.
 *
 * One field at a time lies over the part of the card that it edits. Each
 * keystroke that can be read is committed with the visit's key, so that board,
 * review and journal see it at once and the history has one entry (law E11).
 * Escape keeps what was typed: it leaves the text, not the work. */

#define G_LOG_DOMAIN "board-edit"

#include "config.h"

#include "board-private.h"
#include "links.h"
#include "typing.h"
#include "typed.h"

#include <glib/gi18n.h>
#include <math.h>

#define LEAST_PIXELS  11.0   /* letters below that are not typed but zoomed in to first */
#define FIELD_GROWS   3.0    /* pixels round the part */

/* Where a member is on the board: the box and the part of it, or the box's top. */
static gboolean
find_part (TrlBoard   *self,
           const char *id,
           TrlMember   member,
           TrlRect    *rect)
{
  const TrlBox *box;
  const TrlBox *candidates[3];

  trl_board_ensure_layout (self);
  if (member == TRL_LINK_TEXT)
    {
      TrlCard *link = trl_blueprint_get (self->blueprint, id);

      return link != NULL && trl_link_get_label_rect (self->blueprint, self->layout, link, rect);
    }
  box = trl_layout_find_shown (self->layout, self->blueprint, id);
  if (box == NULL)
    return FALSE;
  candidates[0] = trl_layout_find_frame (self->layout, id, TRL_BOX_HEADER);
  candidates[1] = trl_layout_find_frame (self->layout, id, TRL_BOX_STATEMENT);
  candidates[2] = box;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    for (guint j = 0; candidates[i] != NULL && j < candidates[i]->n_parts; j++)
      {
        const TrlPart *part = &candidates[i]->parts[j];
        TrlCard *card = part->card != NULL ? part->card : candidates[i]->card;

        if (part->member != member || card == NULL || !g_str_equal (trl_card_get_id (card), id))
          continue;
        *rect = (TrlRect) { candidates[i]->rect.x + part->rect.x, candidates[i]->rect.y + part->rect.y,
                            part->rect.width, part->rect.height };
        return TRUE;
      }
  if (candidates[0] != NULL)
    box = candidates[0];
  *rect = (TrlRect) { box->rect.x + 8, box->rect.y + 6, MAX (box->rect.width - 16, 60), MIN (box->rect.height, 24) };
  return TRUE;
}

/**
 * trl_board_is_editing:
 * @self: a board
 *
 * Returns: whether somebody is typing on a card
 */
gboolean
trl_board_is_editing (TrlBoard *self)
{
  g_return_val_if_fail (TRL_IS_BOARD (self), FALSE);

  return self->editor != NULL;
}

/**
 * trl_board_place_editor:
 * @self: a board
 *
 * Keeps the field over its part. Called while the board is allocated.
 */
void
trl_board_place_editor (TrlBoard *self)
{
  TrlTyping *field = (TrlTyping *) self->editor;
  GtkAllocation allocation;
  int least_width, least_height;
  TrlRect rect;

  if (field == NULL)
    return;
  if (find_part (self, trl_typing_get_id (field), trl_typing_get_member (field), &rect))
    rect = trl_camera_rect_to_view (&self->camera, &rect);
  else
    rect = (TrlRect) { 0, 0, 120, 24 };
  rect = trl_rect_inset (&rect, -FIELD_GROWS, -FIELD_GROWS);
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  least_width = MAX (least_width, (int) ceil (rect.width));
  gtk_widget_measure (self->editor, GTK_ORIENTATION_VERTICAL, least_width, &least_height, NULL, NULL, NULL);
  allocation = (GtkAllocation) { CLAMP (floor (rect.x), -30000, 30000), CLAMP (floor (rect.y), -30000, 30000),
                                 MIN (least_width, 8000), CLAMP (MAX (least_height, (int) ceil (rect.height)), 1, 8000) };
  gtk_widget_size_allocate (self->editor, &allocation, -1);
}

static void
field_typed (TrlTyping *field,
             TrlBoard *self)
{
  const char *id = trl_typing_get_id (field);
  TrlMember member = trl_typing_get_member (field);
  g_autofree char *text = trl_typing_get_text (field);
  g_autoptr (TrlValue) value = NULL;
  gboolean readable = trl_typed_read (member, text, &value);

  trl_typing_set_wrong (field, !readable);
  trl_board_set_hint (self, readable ? NULL : _("This is not a number. Type ? when somebody has to find out."));
  if (readable && trl_blueprint_get (self->blueprint, id) != NULL)
    trl_board_commit (self, trl_act_set (self->blueprint, id, member, value, trl_typing_get_key (field)), NULL);
}

/* An empty note that somebody opened and left again is not worth keeping. */
static void
drop_empty_note (TrlBoard   *self,
                 const char *id)
{
  TrlCard *card = trl_blueprint_get (self->blueprint, id);
  const char *ids[] = { id, NULL };

  if (card != NULL && trl_card_get_kind (card) == TRL_KIND_NOTE && *trl_card_get_name (card) == '\0')
    trl_board_commit (self, trl_act_delete (self->blueprint, ids, FALSE), NULL);
}

/**
 * trl_board_stop_edit:
 * @self: a board
 * @keep: %FALSE when the blueprint is going away
 *
 * Ends typing. What could be read is in the blueprint already.
 */
void
trl_board_stop_edit (TrlBoard *self,
                     gboolean  keep)
{
  GtkWidget *field;
  g_autofree char *id = NULL;
  gboolean had_focus;

  g_return_if_fail (TRL_IS_BOARD (self));

  if (self->editor == NULL)
    return;
  if (keep)
    trl_typing_flush (TRL_TYPING (self->editor));
  field = g_steal_pointer (&self->editor);   /* losing focus would end it once more */
  id = g_strdup (trl_typing_get_id (TRL_TYPING (field)));
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == field;
  trl_board_set_hint (self, NULL);
  if (self->history != NULL)
    trl_history_close_entry (self->history);
  if (keep && had_focus && !trl_leaves_focus (self->leaves, id))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_unparent (field);
  trl_board_review_changed (self);
  if (keep)
    drop_empty_note (self, id);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The fields of a card, in the order in which they lie on it. */
static TrlMember
find_neighbour (TrlBoard   *self,
                const char *id,
                TrlMember   member,
                int         step,
                char      **neighbour)
{
  const TrlBox *box = trl_layout_find_shown (self->layout, self->blueprint, id);
  const TrlBox *head = trl_layout_find_frame (self->layout, id, TRL_BOX_HEADER);
  int at = -1;

  box = head != NULL ? head : box;
  for (guint i = 0; box != NULL && i < box->n_parts; i++)
    {
      TrlCard *card = box->parts[i].card != NULL ? box->parts[i].card : box->card;

      if (box->parts[i].member == member && g_str_equal (trl_card_get_id (card), id))
        at = i;
    }
  if (at < 0)
    return TRL_MEMBER_NONE;
  for (int i = at + step; i >= 0 && i < (int) box->n_parts; i += step)
    {
      const TrlPart *part = &box->parts[i];

      if (part->member == TRL_MEMBER_NONE || !trl_typed_can_edit (part->member))
        continue;
      *neighbour = g_strdup (trl_card_get_id (part->card != NULL ? part->card : box->card));
      return part->member;
    }
  return TRL_MEMBER_NONE;
}

/* Enter in a note starts the next one, below it. */
static void
start_next_note (TrlBoard   *self,
                 const char *id)
{
  trl_board_ensure_layout (self);
  if (trl_toolbox_go_beside (&self->tools, id, 0, 1, TRUE))
    trl_board_reveal (self, trl_selection_get_only (self->selection));
}

/* Tab in a note goes on in the one beside it, where a line of text would go on; backwards there has to be one. */
static gboolean
go_to_next_note (TrlBoard   *self,
                 const char *id,
                 gboolean    forward)
{
  int onwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  trl_board_ensure_layout (self);
  return trl_toolbox_go_beside (&self->tools, id, forward ? onwards : -onwards, 0, forward);
}

static void
field_done (TrlTyping     *field,
            TrlTypingDone  how,
            TrlBoard     *self)
{
  g_autofree char *id = g_strdup (trl_typing_get_id (field));
  g_autofree char *text = trl_typing_get_text (field);
  g_autofree char *next = NULL;
  TrlMember member = trl_typing_get_member (field);
  TrlMember other = TRL_MEMBER_NONE;

  if (self->editor != GTK_WIDGET (field))
    return;
  if (how == TRL_TYPING_NEXT || how == TRL_TYPING_PREVIOUS)
    other = find_neighbour (self, id, member, how == TRL_TYPING_NEXT ? 1 : -1, &next);
  trl_board_stop_edit (self, TRUE);
  if (other != TRL_MEMBER_NONE)
    trl_board_start_edit (self, next, other);
  else if (how == TRL_TYPING_ENTER && member == TRL_NOTE_TEXT && *text != '\0')
    start_next_note (self, id);
  else if (member == TRL_NOTE_TEXT && *text != '\0' && (how == TRL_TYPING_NEXT || how == TRL_TYPING_PREVIOUS) &&
           go_to_next_note (self, id, how == TRL_TYPING_NEXT))
    return;
  else if (how == TRL_TYPING_NEXT || how == TRL_TYPING_PREVIOUS)
    gtk_widget_child_focus (GTK_WIDGET (self), how == TRL_TYPING_NEXT ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

/* The letters that a part of a card has on the board, in pixels. */
static double
letter_pixels (TrlBoard  *self,
               TrlMember  member)
{
  TrlStyle style = TRL_STYLE_SMALL;

  if (member == TRL_NOTE_TEXT)
    style = TRL_STYLE_NOTE;
  else if (member == TRL_LINK_TEXT)
    style = TRL_STYLE_LABEL;
  else if (member == TRL_MOTION_NAME)
    style = TRL_STYLE_TITLE;
  else if (trl_member_get_info (member)->kind == TRL_KIND_PROGRAM)
    style = TRL_STYLE_BANNER;
  else if (trl_member_get_info (member)->type == TRL_VALUE_NAME && trl_member_get_info (member)->kind != TRL_KIND_STEP)
    style = TRL_STYLE_NAME;
  return CLAMP (trl_text_measure_get_size (self->measure, style) * self->camera.scale, LEAST_PIXELS, 96);
}

/**
 * trl_board_start_edit:
 * @self: a board
 * @id: a card
 * @member: what to edit; %TRL_MEMBER_NONE for what is typed first
 *
 * Starts typing on a card, all of the old text selected.
 *
 * Returns: whether there is something to type
 */
gboolean
trl_board_start_edit (TrlBoard   *self,
                      const char *id,
                      TrlMember   member)
{
  g_autofree char *own = g_strdup (id);
  g_autofree char *text = NULL;
  g_autofree char *key = NULL;
  TrlCard *card;
  TrlRect rect;

  g_return_val_if_fail (TRL_IS_BOARD (self) && id != NULL, FALSE);

  trl_board_stop_edit (self, TRUE);
  card = trl_board_can_edit (self) ? trl_blueprint_get (self->blueprint, own) : NULL;
  if (card == NULL)
    return FALSE;
  if (member == TRL_MEMBER_NONE)
    member = trl_typed_first (card);
  if (member == TRL_MEMBER_NONE || !trl_typed_can_edit (member) || !find_part (self, own, member, &rect))
    return FALSE;

  trl_selection_set_one (self->selection, own);
  trl_board_come_near (self, &rect, FALSE);
  text = trl_typed_write (card, member);
  key = g_strdup_printf ("type-%s-%d-%u", own, member, self->visits++);
  if (self->history != NULL)
    trl_history_close_entry (self->history);
  self->editor = trl_typing_new (own, member, text, key, member == TRL_NOTE_TEXT);
  trl_typing_set_look (TRL_TYPING (self->editor), self->theme, letter_pixels (self, member));
  g_signal_connect (self->editor, "typed", G_CALLBACK (field_typed), self);
  g_signal_connect (self->editor, "done", G_CALLBACK (field_done), self);
  gtk_widget_insert_before (self->editor, GTK_WIDGET (self), NULL);
  trl_board_review_changed (self);
  trl_typing_start (TRL_TYPING (self->editor));
  return TRUE;
}
