/* field.c: one member of one card, edited.
 *
 * A field is a label, an editor for the member's type, and a line for what is
 * wrong. Every keystroke that can be read is committed with a key of card,
 * member and visit, so that history squashes a visit into one entry (law E11);
 * leaving the field closes the entry. What cannot be read is said when the
 * field is left, never while somebody types. */

#define G_LOG_DOMAIN "field"

#include "config.h"

#include "field.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "editor.h"

struct _TrlField
{
  GtkBox           parent_instance;

  TrlDesk         *desk;
  TrlMember        member;
  gboolean         in_sentence;
  char            *card;
  guint            visit;
  gboolean         loading;
  gboolean         dirty;       /* something was committed in this visit */
  const TrlEditor *editor;
  GtkWidget       *widget;
  GtkWidget       *problem;
};

G_DEFINE_FINAL_TYPE (TrlField, trl_field, GTK_TYPE_BOX)

static guint visits;

const TrlEditor *
trl_editor_get (TrlValueType type)
{
  switch (type)
    {
    case TRL_VALUE_TEXT:
      return &trl_editor_text;
    case TRL_VALUE_YES_NO:
      return &trl_editor_yes_no;
    case TRL_VALUE_CHOICE:
    case TRL_VALUE_ENTRY:
    case TRL_VALUE_UNIT:
    case TRL_VALUE_LEVEL:
    case TRL_VALUE_REF:
      return &trl_editor_options;
    case TRL_VALUE_REFS:
      return &trl_editor_refs;
    case TRL_VALUE_NAME:
    case TRL_VALUE_LINE:
    case TRL_VALUE_NUMBER:
    case TRL_VALUE_DATE:
    case TRL_VALUE_CURRENCY:
    default:
      return &trl_editor_entry;
    }
}

static void
trl_field_dispose (GObject *object)
{
  TrlField *self = TRL_FIELD (object);

  if (self->desk != NULL && self->dirty)
    trl_history_close_entry (trl_desk_get_history (self->desk));
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_field_parent_class)->dispose (object);
}

static void
trl_field_finalize (GObject *object)
{
  TrlField *self = TRL_FIELD (object);

  g_free (self->card);
  G_OBJECT_CLASS (trl_field_parent_class)->finalize (object);
}

static void
trl_field_class_init (TrlFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_field_finalize;
}

static void
trl_field_init (TrlField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);
  self->visit = ++visits;
}

/* The widget knows its name itself; were it labelled by this too, both would be read. */
static void
add_label (TrlField *self)
{
  GtkWidget *label = gtk_label_new (trl_member_get_label (self->member));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "field-label");
  gtk_box_append (GTK_BOX (self), label);
}

static void
focus_left_cb (TrlField *self)
{
  trl_field_leave (self);
}

/**
 * trl_field_new:
 * @desk: the desk
 * @member: the member to edit
 * @in_sentence: whether it stands in a sentence, without a label of its own
 *
 * Returns: (transfer floating): a field that shows nothing yet
 */
GtkWidget *
trl_field_new (TrlDesk   *desk,
               TrlMember  member,
               gboolean   in_sentence)
{
  TrlField *self;
  GtkEventController *focus;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_FIELD, NULL);
  self->desk = g_object_ref (desk);
  self->member = member;
  self->in_sentence = in_sentence;
  self->editor = trl_editor_get (trl_member_get_info (member)->type);
  self->widget = self->editor->create (self);
  gtk_widget_set_tooltip_text (self->widget, trl_member_get_help (member));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, trl_member_get_label (member),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, trl_member_get_help (member), -1);
  if (!in_sentence)
    add_label (self);
  gtk_box_append (GTK_BOX (self), self->widget);

  self->problem = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_widget_add_css_class (self->problem, "field-problem");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (self), self->problem);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  return GTK_WIDGET (self);
}

/**
 * trl_field_show:
 * @self: a field
 * @card: (nullable): a card of the member's kind
 *
 * Shows what a card holds. Another card begins another visit.
 */
void
trl_field_show (TrlField *self,
                TrlCard  *card)
{
  const char *id = card != NULL ? trl_card_get_id (card) : NULL;

  g_return_if_fail (TRL_IS_FIELD (self));

  if (g_strcmp0 (id, self->card) != 0)
    {
      trl_field_leave (self);
      g_free (self->card);
      self->card = g_strdup (id);
      trl_field_set_problem (self, NULL);
    }
  gtk_widget_set_sensitive (self->widget, card != NULL);
  if (card == NULL)
    return;
  self->loading = TRUE;
  self->editor->show (self, self->widget, card);
  self->loading = FALSE;
}

static TrlCompare
compare_of (TrlCard *card)
{
  const TrlEntry *entry = trl_card_get_kind_entry (card);

  return entry != NULL ? entry->compare : TRL_COMPARE_TEXT;
}

/**
 * trl_field_fits:
 * @member: a member
 * @card: a card of its kind
 *
 * Says whether the member has anything to say for the card's catalogue entry:
 * a benefit on a scale has a level and no number. What is filled in is shown.
 *
 * Returns: whether a field for it should be seen
 */
gboolean
trl_field_fits (TrlMember  member,
                TrlCard   *card)
{
  g_return_val_if_fail (card != NULL, FALSE);

  if (trl_card_get_state (card, member) != TRL_STATE_OPEN)
    return TRUE;
  switch (member)
    {
    case TRL_BENEFIT_VALUE:
    case TRL_BENEFIT_UNIT:
    case TRL_BENEFIT_PER:
      return compare_of (card) == TRL_COMPARE_QUANTITY;
    case TRL_BENEFIT_LEVEL:
      return compare_of (card) == TRL_COMPARE_ORDINAL;
    case TRL_BENEFIT_TEXT:
      return compare_of (card) == TRL_COMPARE_TEXT || compare_of (card) == TRL_COMPARE_STATUS;
    case TRL_CRITERION_VALUE:
    case TRL_CRITERION_UNIT:
    case TRL_CRITERION_PER:
      return trl_card_get_choice (card, TRL_CRITERION_IS) != TRL_IS_YES;
    default:
      return TRUE;
    }
}

/**
 * trl_field_get_desk:
 * @self: a field
 *
 * Returns: (transfer none): its desk
 */
TrlDesk *
trl_field_get_desk (TrlField *self)
{
  g_return_val_if_fail (TRL_IS_FIELD (self), NULL);

  return self->desk;
}

/**
 * trl_field_get_card:
 * @self: a field
 *
 * Returns: (nullable) (transfer none): the card, as it is now
 */
TrlCard *
trl_field_get_card (TrlField *self)
{
  g_return_val_if_fail (TRL_IS_FIELD (self), NULL);

  return self->card != NULL ? trl_blueprint_get (trl_desk_get_blueprint (self->desk), self->card) : NULL;
}

/**
 * trl_field_get_member:
 * @self: a field
 *
 * Returns: the member that it edits
 */
TrlMember
trl_field_get_member (TrlField *self)
{
  g_return_val_if_fail (TRL_IS_FIELD (self), TRL_MEMBER_NONE);

  return self->member;
}

/**
 * trl_field_get_info:
 * @self: a field
 *
 * Returns: (transfer none): what the vocabulary says of its member
 */
const TrlMemberInfo *
trl_field_get_info (TrlField *self)
{
  g_return_val_if_fail (TRL_IS_FIELD (self), NULL);

  return trl_member_get_info (self->member);
}

/**
 * trl_field_get_in_sentence:
 * @self: a field
 *
 * Returns: whether it stands in a sentence
 */
gboolean
trl_field_get_in_sentence (TrlField *self)
{
  g_return_val_if_fail (TRL_IS_FIELD (self), FALSE);

  return self->in_sentence;
}

/**
 * trl_field_is_loading:
 * @self: a field
 *
 * Returns: whether the editor is being filled, so that nothing it says is somebody's edit
 */
gboolean
trl_field_is_loading (TrlField *self)
{
  g_return_val_if_fail (TRL_IS_FIELD (self), FALSE);

  return self->loading;
}

/**
 * trl_field_set_value:
 * @self: a field
 * @value: (nullable) (transfer full): the value, %NULL leaves the member open
 *
 * Commits a value. All values of one visit are one entry of the history.
 */
void
trl_field_set_value (TrlField *self,
                     TrlValue *value)
{
  g_autofree char *key = NULL;
  g_autoptr (TrlValue) owned = value;
  TrlCard *card;
  TrlEdit *edit;

  g_return_if_fail (TRL_IS_FIELD (self));

  card = trl_field_get_card (self);
  if (card == NULL || self->loading || trl_value_equal (owned, trl_card_get_value (card, self->member)))
    return;
  key = g_strdup_printf ("%s/%d/%u", self->card, self->member, self->visit);
  edit = trl_act_set (trl_desk_get_blueprint (self->desk), self->card, self->member, owned, key);
  if (trl_desk_commit (self->desk, edit, NULL))
    self->dirty = TRUE;
}

/**
 * trl_field_set_problem:
 * @self: a field
 * @text: (nullable): what is wrong, %NULL when nothing is
 *
 * Says beside the field what is wrong with what was typed.
 */
void
trl_field_set_problem (TrlField   *self,
                       const char *text)
{
  g_return_if_fail (TRL_IS_FIELD (self));

  gtk_label_set_text (GTK_LABEL (self->problem), text != NULL ? text : "");
  gtk_widget_set_visible (self->problem, text != NULL);
  if (text != NULL)
    gtk_widget_add_css_class (self->widget, "error");
  else
    gtk_widget_remove_css_class (self->widget, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->widget), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/**
 * trl_field_leave:
 * @self: a field
 *
 * Ends the visit: what was typed is one entry from now on.
 */
void
trl_field_leave (TrlField *self)
{
  g_return_if_fail (TRL_IS_FIELD (self));

  if (!self->dirty)
    return;
  self->dirty = FALSE;
  self->visit = ++visits;
  trl_history_close_entry (trl_desk_get_history (self->desk));
}
