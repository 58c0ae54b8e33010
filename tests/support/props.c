/* props.c: a small program for the test of the stage: a button that counts, a
 * menu, an entry, a box that says where it was dragged; and a stranger to whom
 * Trellis hands pictures: it says what it gets from the clipboard, and what is
 * dropped on its entry (a text) and its box (a picture). */

#include <gtk/gtk.h>

static GtkWidget *label;
static int clicks;

static void
clicked_cb (GtkButton *button,
            gpointer   data)
{
  g_autofree char *text = g_strdup_printf ("clicked %d", ++clicks);

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
typed_cb (GtkEditable *entry,
          gpointer     data)
{
  g_autofree char *text = g_strdup_printf ("typed %s", gtk_editable_get_text (entry));

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
dragged_cb (GtkGestureDrag *gesture,
            double          x,
            double          y,
            gpointer        data)
{
  g_autofree char *text = g_strdup_printf ("dragged %.0f %.0f", x, y);

  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
undone_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  gtk_label_set_text (GTK_LABEL (label), "undone");
}

static void
pasted_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) picture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_autofree char *text = NULL;

  text = picture == NULL
    ? g_strdup (error->message)
    : g_strdup_printf ("pasted %d × %d", gdk_texture_get_width (picture), gdk_texture_get_height (picture));
  gtk_label_set_text (GTK_LABEL (label), text);
}

static void
paste_cb (GtkButton *button,
          gpointer   data)
{
  gdk_clipboard_read_texture_async (gtk_widget_get_clipboard (GTK_WIDGET (button)), NULL, pasted_cb, NULL);
}

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       data)
{
  GdkTexture *picture = g_value_get_object (value);
  g_autofree char *text = g_strdup_printf ("dropped %d × %d", gdk_texture_get_width (picture), gdk_texture_get_height (picture));

  gtk_label_set_text (GTK_LABEL (label), text);
  return TRUE;
}

static void
activate_cb (GtkApplication *application,
             gpointer        data)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label ("Count");
  GtkWidget *paste = gtk_button_new_with_label ("Paste");
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *menu = gtk_menu_button_new ();
  g_autoptr (GMenu) items = g_menu_new ();
  GtkWidget *area = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG, NULL);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_TEXTURE, GDK_ACTION_COPY);
  GSimpleAction *undo = g_simple_action_new ("undo", NULL);

  g_signal_connect (undo, "activate", G_CALLBACK (undone_cb), NULL);
  g_action_map_add_action (G_ACTION_MAP (application), G_ACTION (undo));
  gtk_application_set_accels_for_action (application, "app.undo", (const char *[]) { "<Control><Shift>u", NULL });
  label = gtk_label_new ("ready");
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  g_signal_connect (paste, "clicked", G_CALLBACK (paste_cb), NULL);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), NULL);
  g_signal_connect (drag, "drag-end", G_CALLBACK (dragged_cb), NULL);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), NULL);
  gtk_widget_add_controller (area, GTK_EVENT_CONTROLLER (target));
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 200);
  gtk_accessible_update_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_LABEL, "Area", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, "Entry", -1);
  g_menu_append (items, "Undo it", "app.undo");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (menu), "Menu");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (menu), G_MENU_MODEL (items));
  gtk_widget_set_halign (menu, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), paste);
  gtk_box_append (GTK_BOX (box), menu);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), area);
  gtk_window_set_title (GTK_WINDOW (window), "Props");
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GtkApplication) application = gtk_application_new ("io.github.trellisdesign.Props", G_APPLICATION_NON_UNIQUE);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
