/* sentence-list.c: the cards in a slot of a card, each edited as a sentence.
 *
 * "at least · 100,000 · EUR · managed · a year": a row of small fields in the
 * order in which people say it. What a row does not say is the fine print of
 * the card itself, one click away. */

#define G_LOG_DOMAIN "sentence-list"

#include "config.h"

#include "sentence-list.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "field.h"
#include "wrap-layout.h"

#define ID "trl-id"
#define FIELDS "trl-fields"

struct _TrlSentences
{
  GtkBox     parent_instance;

  TrlDesk   *desk;
  TrlSlot    slot;
  char      *parent;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (TrlSentences, trl_sentences, GTK_TYPE_BOX)

/* The words of a sentence in the order in which they are said, up to TRL_MEMBER_NONE. */
static const TrlMember criterion_words[] = {
  TRL_CRITERION_IS, TRL_CRITERION_VALUE, TRL_CRITERION_UNIT, TRL_CRITERION_METRIC, TRL_CRITERION_PER, TRL_MEMBER_NONE
};
static const TrlMember benefit_words[] = {
  TRL_BENEFIT_KIND, TRL_BENEFIT_LEVEL, TRL_BENEFIT_VALUE, TRL_BENEFIT_UNIT, TRL_BENEFIT_PER, TRL_BENEFIT_TEXT, TRL_MEMBER_NONE
};
static const TrlMember rate_words[] = {
  TRL_RATE_VALUE, TRL_RATE_UNIT, TRL_RATE_ON, TRL_RATE_TIER, TRL_MEMBER_NONE
};
static const TrlMember cap_words[] = {
  TRL_CAP_VALUE, TRL_CAP_UNIT, TRL_CAP_PER, TRL_MEMBER_NONE
};
static const TrlMember exception_words[] = {
  TRL_EXCEPTION_WHO, TRL_EXCEPTION_WHAT, TRL_EXCEPTION_UNTIL, TRL_MEMBER_NONE
};

static const TrlMember *
words_of (TrlKind kind)
{
  switch (kind)
    {
    case TRL_KIND_CRITERION:
      return criterion_words;
    case TRL_KIND_BENEFIT:
      return benefit_words;
    case TRL_KIND_RATE:
      return rate_words;
    case TRL_KIND_CAP:
      return cap_words;
    case TRL_KIND_EXCEPTION:
      return exception_words;
    default:
      return NULL;
    }
}

/**
 * trl_sentences_get_slots:
 * @kind: a kind of card
 *
 * Gets the slots whose cards are edited as sentences of their parent.
 *
 * Returns: (nullable) (transfer none): the slots, ended by %TRL_SLOT_NONE
 */
const TrlSlot *
trl_sentences_get_slots (TrlKind kind)
{
  static const TrlSlot tier[] = { TRL_SLOT_CRITERIA, TRL_SLOT_BENEFITS, TRL_SLOT_NONE };
  static const TrlSlot credential[] = { TRL_SLOT_CREDENTIAL_CRITERIA, TRL_SLOT_CREDENTIAL_BENEFITS, TRL_SLOT_NONE };
  static const TrlSlot incentive[] = { TRL_SLOT_RATES, TRL_SLOT_CAPS, TRL_SLOT_NONE };
  static const TrlSlot program[] = { TRL_SLOT_EXCEPTIONS, TRL_SLOT_NONE };

  switch (kind)
    {
    case TRL_KIND_TIER:
      return tier;
    case TRL_KIND_CREDENTIAL:
      return credential;
    case TRL_KIND_INCENTIVE:
      return incentive;
    case TRL_KIND_PROGRAM:
      return program;
    default:
      return NULL;
    }
}

static void
trl_sentences_dispose (GObject *object)
{
  TrlSentences *self = TRL_SENTENCES (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_sentences_parent_class)->dispose (object);
}

static void
trl_sentences_finalize (GObject *object)
{
  TrlSentences *self = TRL_SENTENCES (object);

  g_free (self->parent);
  G_OBJECT_CLASS (trl_sentences_parent_class)->finalize (object);
}

static void
trl_sentences_class_init (TrlSentencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_sentences_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_sentences_finalize;
}

static void
trl_sentences_init (TrlSentences *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static void
add_cb (GtkButton    *button,
        TrlSentences *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  TrlCargo cargo = { .kind = trl_slot_get_info (self->slot)->child };
  TrlPlace place;

  if (self->parent == NULL)
    return;
  place = trl_places_ask (blueprint, &cargo, self->parent, self->slot);
  trl_desk_commit (self->desk, trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, NULL), NULL);
}

static void
remove_cb (GtkButton    *button,
           TrlSentences *self)
{
  const char *id = g_object_get_data (G_OBJECT (button), ID);
  const char *ids[] = { id, NULL };

  trl_desk_commit (self->desk, trl_act_delete (trl_desk_get_blueprint (self->desk), ids, TRUE), NULL);
}

static void
more_cb (GtkButton    *button,
         TrlSentences *self)
{
  trl_selection_set_one (trl_desk_get_selection (self->desk), g_object_get_data (G_OBJECT (button), ID));
}

static GtkWidget *
make_button (TrlSentences *self,
             const char   *icon,
             const char   *label,
             const char   *id,
             GCallback     callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "sentence-button");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), ID, g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
make_row (TrlSentences *self,
          TrlCard      *card)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *words = trl_wrap_new (4);
  GPtrArray *fields = g_ptr_array_new ();
  const TrlMember *member;

  for (member = words_of (trl_card_get_kind (card)); member != NULL && *member != TRL_MEMBER_NONE; member++)
    {
      GtkWidget *field = trl_field_new (self->desk, *member, TRUE);

      g_ptr_array_add (fields, field);
      gtk_box_append (GTK_BOX (words), field);
    }
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (row, "sentence");
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), make_button (self, "view-more-symbolic", _("Fine Print"), trl_card_get_id (card), G_CALLBACK (more_cb)));
  gtk_box_append (GTK_BOX (row), make_button (self, "user-trash-symbolic", _("Remove"), trl_card_get_id (card), G_CALLBACK (remove_cb)));
  g_object_set_data_full (G_OBJECT (row), ID, g_strdup (trl_card_get_id (card)), g_free);
  g_object_set_data_full (G_OBJECT (row), FIELDS, fields, (GDestroyNotify) g_ptr_array_unref);
  return row;
}

static void
show_row (GtkWidget *row,
          TrlCard   *card)
{
  GPtrArray *fields = g_object_get_data (G_OBJECT (row), FIELDS);

  for (guint i = 0; i < fields->len; i++)
    {
      TrlField *field = g_ptr_array_index (fields, i);

      trl_field_show (field, card);
      gtk_widget_set_visible (GTK_WIDGET (field), trl_field_fits (trl_field_get_member (field), card));
    }
}

/**
 * trl_sentences_new:
 * @desk: the desk
 * @slot: a slot
 *
 * Returns: (transfer floating): a list that shows nothing yet
 */
GtkWidget *
trl_sentences_new (TrlDesk *desk,
                   TrlSlot  slot)
{
  TrlSentences *self;
  GtkWidget *head, *title, *button;
  g_autofree char *label = NULL;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_SENTENCES, NULL);
  self->desk = g_object_ref (desk);
  self->slot = slot;

  head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  title = gtk_label_new (trl_slot_get_label (slot));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  /* Translators: a button; %s is a kind of card, for example "Benefit". */
  label = g_strdup_printf (_("Add %s"), trl_kind_get_label (trl_slot_get_info (slot)->child));
  button = make_button (self, "list-add-symbolic", label, NULL, G_CALLBACK (add_cb));
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), button);
  gtk_box_append (GTK_BOX (self), head);

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->list);
  return GTK_WIDGET (self);
}

static gboolean
is_row_of (GtkWidget *row,
           TrlCard   *card)
{
  return row != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (row), ID), trl_card_get_id (card)) == 0;
}

/* Rows that are right stay, so that the focus stays in them. */
static void
update_rows (TrlSentences    *self,
             const GPtrArray *cards)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);

      while (row != NULL && !is_row_of (row, card))
        {
          GtkWidget *gone = row;

          row = gtk_widget_get_next_sibling (row);
          gtk_box_remove (GTK_BOX (self->list), gone);
        }
      if (row == NULL)
        {
          row = make_row (self, card);
          gtk_box_append (GTK_BOX (self->list), row);
        }
      show_row (row, card);
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *gone = row;

      row = gtk_widget_get_next_sibling (row);
      gtk_box_remove (GTK_BOX (self->list), gone);
    }
}

/**
 * trl_sentences_show:
 * @self: a list of sentences
 * @parent: (nullable): the card whose slot is shown
 *
 * Shows the cards in the slot.
 */
void
trl_sentences_show (TrlSentences *self,
                    TrlCard      *parent)
{
  const char *id = parent != NULL ? trl_card_get_id (parent) : NULL;

  g_return_if_fail (TRL_IS_SENTENCES (self));

  if (g_strcmp0 (id, self->parent) != 0)
    {
      g_free (self->parent);
      self->parent = g_strdup (id);
    }
  update_rows (self, id != NULL ? trl_blueprint_get_children (trl_desk_get_blueprint (self->desk), id, self->slot) : NULL);
}
