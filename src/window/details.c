/* details.c: the fields of one kind of card.
 *
 * Made from the vocabulary: the essential members, eight at most, then who
 * does what in a motion, then the cards that are read as sentences, then the
 * fine print. The fine print is made when somebody opens it: a motion has
 * forty members there. */

#define G_LOG_DOMAIN "details"

#include "config.h"

#include "details.h"

#include <glib/gi18n.h>

#include "field.h"
#include "sentence-list.h"

struct _TrlDetails
{
  GtkBox     parent_instance;

  TrlDesk   *desk;
  TrlKind    kind;
  char      *card;
  GPtrArray *fields;      /* of TrlField, owned by the boxes */
  GPtrArray *sentences;   /* of TrlSentences, owned by the boxes */
  GtkWidget *fine;        /* an expander, or NULL */
  GtkWidget *fine_box;
  gboolean   fine_made;
};

G_DEFINE_FINAL_TYPE (TrlDetails, trl_details, GTK_TYPE_BOX)

static void
trl_details_dispose (GObject *object)
{
  TrlDetails *self = TRL_DETAILS (object);

  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_details_parent_class)->dispose (object);
}

static void
trl_details_finalize (GObject *object)
{
  TrlDetails *self = TRL_DETAILS (object);

  g_free (self->card);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->sentences);
  G_OBJECT_CLASS (trl_details_parent_class)->finalize (object);
}

static void
trl_details_class_init (TrlDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_details_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_details_finalize;
}

static void
trl_details_init (TrlDetails *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->fields = g_ptr_array_new ();
  self->sentences = g_ptr_array_new ();
}

static void
add_field (TrlDetails   *self,
           GtkWidget *box,
           TrlMember  member)
{
  GtkWidget *field = trl_field_new (self->desk, member, FALSE);

  g_ptr_array_add (self->fields, field);
  gtk_box_append (GTK_BOX (box), field);
}

/* Members of a group, in the order of the table. The essential ones past the eighth are fine print. */
static void
add_group (TrlDetails   *self,
           GtkWidget *box,
           TrlGroup   group)
{
  TrlMember member, end;
  guint essential = 0;

  for (trl_kind_get_members (self->kind, &member, &end); member < end; member++)
    {
      TrlGroup own = trl_member_get_info (member)->group;

      if (own == TRL_GROUP_ESSENTIAL && ++essential > TRL_DETAILS_ESSENTIAL)
        own = TRL_GROUP_FINE;
      if (own == group)
        add_field (self, box, member);
    }
}

static GtkWidget *
add_heading (TrlDetails    *self,
             const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_box_append (GTK_BOX (self), label);
  return label;
}

static gboolean
has_group (TrlKind  kind,
           TrlGroup group)
{
  TrlMember member, end;

  for (trl_kind_get_members (kind, &member, &end); member < end; member++)
    if (trl_member_get_info (member)->group == group)
      return TRUE;
  return FALSE;
}

static void
fine_opened_cb (TrlDetails *self)
{
  TrlCard *card;

  if (self->fine_made || !gtk_expander_get_expanded (GTK_EXPANDER (self->fine)))
    return;
  self->fine_made = TRUE;
  add_group (self, self->fine_box, TRL_GROUP_FINE);
  card = self->card != NULL ? trl_blueprint_get (trl_desk_get_blueprint (self->desk), self->card) : NULL;
  if (card != NULL)
    trl_details_show (self, card);
}

static void
add_fine_print (TrlDetails *self)
{
  self->fine = gtk_expander_new (_("Fine Print"));
  self->fine_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->fine_box, 12);
  gtk_expander_set_child (GTK_EXPANDER (self->fine), self->fine_box);
  g_signal_connect_object (self->fine, "notify::expanded", G_CALLBACK (fine_opened_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->fine);
}

static void
add_sentences (TrlDetails *self)
{
  const TrlSlot *slot;

  for (slot = trl_sentences_get_slots (self->kind); slot != NULL && *slot != TRL_SLOT_NONE; slot++)
    {
      GtkWidget *sentences = trl_sentences_new (self->desk, *slot);

      g_ptr_array_add (self->sentences, sentences);
      gtk_box_append (GTK_BOX (self), sentences);
    }
}

/**
 * trl_details_new:
 * @desk: the desk
 * @kind: a kind of card
 *
 * Returns: (transfer floating): a sheet of details that shows nothing yet
 */
GtkWidget *
trl_details_new (TrlDesk *desk,
              TrlKind  kind)
{
  TrlDetails *self;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_DETAILS, NULL);
  self->desk = g_object_ref (desk);
  self->kind = kind;
  add_group (self, GTK_WIDGET (self), TRL_GROUP_ESSENTIAL);
  if (has_group (kind, TRL_GROUP_STATEMENT))
    {
      add_heading (self, _("Who Does What"));
      add_group (self, GTK_WIDGET (self), TRL_GROUP_STATEMENT);
    }
  add_sentences (self);
  if (has_group (kind, TRL_GROUP_FINE))
    add_fine_print (self);
  return GTK_WIDGET (self);
}

/**
 * trl_details_get_kind:
 * @self: a sheet of details
 *
 * Returns: the kind of cards that it can show
 */
TrlKind
trl_details_get_kind (TrlDetails *self)
{
  g_return_val_if_fail (TRL_IS_DETAILS (self), TRL_KIND_NONE);

  return self->kind;
}

static guint
count_fine_print (TrlCard *card)
{
  TrlMember member, end;
  guint count = 0;

  for (trl_kind_get_members (trl_card_get_kind (card), &member, &end); member < end; member++)
    if (trl_member_get_info (member)->group == TRL_GROUP_FINE && trl_card_get_state (card, member) != TRL_STATE_OPEN)
      count++;
  return count;
}

/**
 * trl_details_show:
 * @self: a sheet of details
 * @card: a card of its kind
 *
 * Shows what a card holds.
 */
void
trl_details_show (TrlDetails *self,
               TrlCard *card)
{
  g_return_if_fail (TRL_IS_DETAILS (self));
  g_return_if_fail (card != NULL);

  if (g_strcmp0 (self->card, trl_card_get_id (card)) != 0)
    {
      g_free (self->card);
      self->card = g_strdup (trl_card_get_id (card));
    }
  for (guint i = 0; i < self->fields->len; i++)
    {
      TrlField *field = g_ptr_array_index (self->fields, i);

      trl_field_show (field, card);
      gtk_widget_set_visible (GTK_WIDGET (field), trl_field_fits (trl_field_get_member (field), card));
    }
  for (guint i = 0; i < self->sentences->len; i++)
    trl_sentences_show (g_ptr_array_index (self->sentences, i), card);
  if (self->fine != NULL)
    {
      guint terms = count_fine_print (card);
      g_autofree char *label = terms > 0 ? g_strdup_printf (_("Fine Print · %u"), terms) : g_strdup (_("Fine Print"));

      gtk_expander_set_label (GTK_EXPANDER (self->fine), label);
    }
}

/**
 * trl_details_get_field:
 * @self: a sheet of details
 * @member: a member of its kind
 *
 * Finds the field of a member; opens the fine print when it is there.
 *
 * Returns: (nullable) (transfer none): the #TrlField
 */
GtkWidget *
trl_details_get_field (TrlDetails   *self,
                    TrlMember  member)
{
  g_return_val_if_fail (TRL_IS_DETAILS (self), NULL);

  if (self->fine != NULL && trl_member_get_info (member)->group == TRL_GROUP_FINE)
    gtk_expander_set_expanded (GTK_EXPANDER (self->fine), TRUE);
  for (guint i = 0; i < self->fields->len; i++)
    if (trl_field_get_member (g_ptr_array_index (self->fields, i)) == member)
      return g_ptr_array_index (self->fields, i);
  return NULL;
}
