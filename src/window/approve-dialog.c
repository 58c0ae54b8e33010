/* approve-dialog.c: approving a design: what is still open, who approves, on what conditions. */

#define G_LOG_DOMAIN "approve-dialog"

#include "config.h"

#include "approve-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "acts.h"
#include "approval.h"
#include "decisions.h"
#include "writer.h"

#define DESK "trl-desk"
#define BY "trl-by"
#define CONDITIONS "trl-conditions"

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  TrlDesk *desk = g_object_get_data (G_OBJECT (dialog), DESK);
  GtkEditable *by = g_object_get_data (G_OBJECT (dialog), BY);
  GtkEditable *conditions = g_object_get_data (G_OBJECT (dialog), CONDITIONS);
  TrlBlueprint *blueprint = trl_desk_get_blueprint (desk);
  g_autofree char *today = trl_desk_today ();
  g_autofree char *fingerprint = NULL;
  g_autofree char *cards = NULL;

  if (!g_str_equal (response, "approve"))
    return;
  fingerprint = trl_writer_fingerprint (blueprint);
  cards = trl_approval_describe_cards (blueprint);
  if (trl_desk_commit (desk, trl_act_approve (blueprint, gtk_editable_get_text (by), today,
                                              gtk_editable_get_text (conditions), fingerprint, cards), NULL))
    trl_desk_say (desk, _("Approved"));
}

/* One line for each decision that is not decided or has warnings. */
static void
add_open (GtkWidget *box,
          TrlDesk   *desk)
{
  gboolean any = FALSE;

  for (int decision = 0; decision < TRL_N_DECISION_CHOICES; decision++)
    {
      TrlProgress progress;
      g_autofree char *state = NULL;
      g_autofree char *warnings = NULL;
      g_autofree char *text = NULL;
      GtkWidget *label;

      trl_decisions_get_progress (desk, decision, &progress);
      if (trl_progress_is_decided (&progress) && progress.warnings == 0 && progress.open == 0)
        continue;
      any = TRUE;
      state = trl_progress_describe (&progress);
      warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", progress.warnings), progress.warnings);
      text = g_strdup_printf ("%d · %s: %s%s%s", decision + 1, trl_choice_get_label (TRL_CHOICES_DECISION, decision), state,
                              progress.warnings > 0 ? " · " : "", progress.warnings > 0 ? warnings : "");
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (GTK_BOX (box), label);
    }
  if (!any)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("Nothing is open.")));
}

static GtkWidget *
add_entry (GtkWidget  *box,
           const char *label,
           const char *text)
{
  GtkWidget *title = gtk_label_new (label);
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "field-label");
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), entry);
  return entry;
}

/**
 * trl_approve_dialog_show:
 * @parent: the window
 * @desk: the desk
 *
 * Lists what is open and takes who approves and on what conditions. It guides
 * and does not block: a design with open questions can be approved.
 */
void
trl_approve_dialog_show (GtkWindow *parent,
                         TrlDesk   *desk)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, _("Approve This Design?"), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  g_return_if_fail (TRL_IS_DESK (desk));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), _("From then on the window says how far the design has moved from what was approved."));
  add_open (box, desk);
  g_object_set_data (G_OBJECT (dialog), BY, add_entry (box, _("Approved by"), g_get_real_name ()));
  g_object_set_data (G_OBJECT (dialog), CONDITIONS, add_entry (box, _("Conditions"), ""));
  g_object_set_data_full (G_OBJECT (dialog), DESK, g_object_ref (desk), g_object_unref);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "approve", _("_Approve"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "approve", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "approve");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
