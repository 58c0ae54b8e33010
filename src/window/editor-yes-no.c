/* editor-yes-no.c: yes, no, or somebody has to find out; none of them is still open. */

#define G_LOG_DOMAIN "editor-yes-no"

#include "config.h"

#include "editor.h"

#include <glib/gi18n.h>

static void
toggled_cb (GtkToggleButton *button,
            TrlField        *field)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (button));
  GtkWidget *yes = gtk_widget_get_first_child (box);
  GtkWidget *no = gtk_widget_get_next_sibling (yes);
  TrlValue *value = NULL;

  if (trl_field_is_loading (field))
    return;
  if (gtk_toggle_button_get_active (button))
    {
      if (GTK_WIDGET (button) == yes)
        value = trl_value_new_yes_no (TRUE);
      else if (GTK_WIDGET (button) == no)
        value = trl_value_new_yes_no (FALSE);
      else
        value = trl_value_new_unknown (NULL);
    }
  trl_field_set_value (field, value);
  trl_field_leave (field);
}

static void
add_button (TrlField   *field,
            GtkWidget  *box,
            const char *label,
            const char *spoken)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);
  g_autofree char *name = g_strdup_printf ("%s: %s", trl_member_get_label (trl_field_get_member (field)), spoken);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), field, 0);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
yes_no_create (TrlField *field)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_START);
  add_button (field, box, C_("choice", "Yes"), C_("choice", "Yes"));
  add_button (field, box, C_("choice", "No"), C_("choice", "No"));
  add_button (field, box, "?", _("unknown"));
  return box;
}

static void
yes_no_show (TrlField  *field,
             GtkWidget *widget,
             TrlCard   *card)
{
  const TrlValue *value = trl_card_get_value (card, trl_field_get_member (field));
  TrlState state = trl_value_get_state (value);
  gboolean yes = state == TRL_STATE_KNOWN && trl_value_get_number (value) != 0;
  gboolean no = state == TRL_STATE_KNOWN && !yes;
  GtkWidget *button = gtk_widget_get_first_child (widget);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), yes);
  button = gtk_widget_get_next_sibling (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), no);
  button = gtk_widget_get_next_sibling (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), state == TRL_STATE_UNKNOWN);
}

const TrlEditor trl_editor_yes_no = { yes_no_create, yes_no_show };
