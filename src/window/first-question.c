/* first-question.c: what a blank board asks: "Which kinds of partners will you run?"
 *
 * The first decision (seed, decision 1). It shows itself while the board is
 * blank and goes with the first card. */

#define G_LOG_DOMAIN "first-question"

#include "config.h"

#include "first-question.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "swatch.h"

#define ENTRY "trl-entry"
#define COLUMNS 2

struct _TrlFirstQuestion
{
  GtkBox   parent_instance;

  TrlDesk *desk;
};

G_DEFINE_FINAL_TYPE (TrlFirstQuestion, trl_first_question, GTK_TYPE_BOX)

static void
trl_first_question_dispose (GObject *object)
{
  g_clear_object (&TRL_FIRST_QUESTION (object)->desk);
  G_OBJECT_CLASS (trl_first_question_parent_class)->dispose (object);
}

static void
trl_first_question_class_init (TrlFirstQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_first_question_dispose;
}

static void
trl_first_question_init (TrlFirstQuestion *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "first-question");
}

static void
chosen_cb (GtkButton        *button,
           TrlFirstQuestion *self)
{
  g_autoptr (TrlDesk) desk = g_object_ref (self->desk);
  TrlCargo cargo = { .kind = TRL_KIND_TYPE, .entry = g_object_get_data (G_OBJECT (button), ENTRY) };
  g_autofree char *id = NULL;
  TrlEdit *edit = trl_act_add (trl_desk_get_blueprint (desk), &cargo, NULL, 0, 0, &id);

  trl_desk_commit (desk, edit, id);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_type (TrlFirstQuestion *self,
           const TrlEntry   *entry)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *help = make_label (trl_entry_get_help (entry), "dim-label");
  TrlCargo cargo = { .kind = TRL_KIND_TYPE, .entry = entry };
  GtkWidget *swatch = trl_swatch_new (&cargo);

  gtk_widget_set_halign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (swatch, "large");
  gtk_label_set_max_width_chars (GTK_LABEL (help), 20);
  gtk_widget_set_size_request (box, 160, -1);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), make_label (trl_entry_get_label (entry), "title-4"));
  gtk_box_append (GTK_BOX (box), help);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "first-type");
  g_object_set_data (G_OBJECT (button), ENTRY, (gpointer) entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, trl_entry_get_label (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, trl_entry_get_help (entry), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chosen_cb), self, 0);
  return button;
}

static void
changed_cb (TrlFirstQuestion *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), trl_first_question_is_needed (self->desk));
}

/**
 * trl_first_question_is_needed:
 * @desk: the desk
 *
 * Returns: whether its board is blank
 */
gboolean
trl_first_question_is_needed (TrlDesk *desk)
{
  g_return_val_if_fail (TRL_IS_DESK (desk), FALSE);

  return trl_blueprint_get_n_cards (trl_desk_get_blueprint (desk)) <= 1;   /* the program itself is one */
}

/**
 * trl_first_question_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): the question, seen while the board is blank
 */
GtkWidget *
trl_first_question_new (TrlDesk *desk)
{
  TrlFirstQuestion *self;
  GtkWidget *types = gtk_grid_new ();
  int n = 0;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_FIRST_QUESTION, NULL);
  self->desk = g_object_ref (desk);
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_TYPES); i++)
    if (trl_catalogue_get (TRL_CATALOGUE_TYPES, i)->usual)
      {
        gtk_grid_attach (GTK_GRID (types), make_type (self, trl_catalogue_get (TRL_CATALOGUE_TYPES, i)), n % COLUMNS, n / COLUMNS, 1, 1);
        n++;
      }
  gtk_grid_set_column_spacing (GTK_GRID (types), 12);
  gtk_grid_set_row_spacing (GTK_GRID (types), 12);
  gtk_grid_set_column_homogeneous (GTK_GRID (types), TRUE);
  gtk_box_append (GTK_BOX (self), make_label (_("Which kinds of partners will you run?"), "title-1"));
  gtk_box_append (GTK_BOX (self), make_label (_("Each kind gets a motion of its own. Everything else follows from this."), "dim-label"));
  gtk_box_append (GTK_BOX (self), types);
  gtk_box_append (GTK_BOX (self), make_label (_("More kinds are in the palette. Or press N and write a note."), "dim-label"));
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
