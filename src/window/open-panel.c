/* open-panel.c: the list of what is open, at the side, to walk through at the end. */

#define G_LOG_DOMAIN "open-panel"

#include "config.h"

#include "open-items.h"
#include "scroller.h"
#include "wrap-layout.h"

#include <glib/gi18n.h>

struct _TrlOpenPanel
{
  GtkBox     parent_instance;

  TrlDesk   *desk;
  GPtrArray *items;
  GtkWidget *sum;
  GtkWidget *bar;        /* the ways through the list */
  GtkWidget *list;
  int        current;    /* -1 before the first step */
  guint      update_id;
};

G_DEFINE_FINAL_TYPE (TrlOpenPanel, trl_open_panel, GTK_TYPE_BOX)

static void
trl_open_panel_dispose (GObject *object)
{
  TrlOpenPanel *self = TRL_OPEN_PANEL (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_open_panel_parent_class)->dispose (object);
}

static void
trl_open_panel_class_init (TrlOpenPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_open_panel_dispose;
}

static void
next_cb (TrlOpenPanel *self)
{
  trl_open_panel_step (self, 1);
}

static void
previous_cb (TrlOpenPanel *self)
{
  trl_open_panel_step (self, -1);
}

static void
copy_cb (TrlOpenPanel *self)
{
  g_autofree char *text = trl_open_items_write (self->items);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  trl_desk_say (self->desk, _("Copied what is open"));
}

static void
row_cb (TrlOpenPanel  *self,
        GtkListBoxRow *row)
{
  self->current = gtk_list_box_row_get_index (row);
  trl_desk_reveal (self->desk, trl_open_panel_get_card (self));
}

static void
toggled_cb (GtkCheckButton *check,
            TrlOpenPanel   *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_LIST_BOX_ROW);

  if (gtk_check_button_get_active (check))
    trl_open_panel_resolve (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static void
add_button (TrlOpenPanel *self,
            const char   *label,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->bar), button);
}

static void
trl_open_panel_init (TrlOpenPanel *self)
{
  GtkWidget *scroller = trl_scroller_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->current = -1;
  self->sum = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_add_css_class (self->sum, "dim-label");
  gtk_widget_add_css_class (self->sum, "review-sum");
  gtk_box_append (GTK_BOX (self), self->sum);
  self->bar = trl_wrap_new (6);
  gtk_widget_add_css_class (self->bar, "side-bar");
  add_button (self, _("Previous"), G_CALLBACK (previous_cb));
  add_button (self, _("Next"), G_CALLBACK (next_cb));
  add_button (self, _("Copy List"), G_CALLBACK (copy_cb));
  gtk_box_append (GTK_BOX (self), self->bar);
  self->list = gtk_list_box_new ();
  gtk_widget_add_css_class (self->list, "open-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What is open"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_row (TrlOpenPanel      *self,
          const TrlOpenItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *head = g_strdup_printf ("%s%s%s%s%s", item->kind, item->facts != NULL ? " · " : "",
                                           item->facts != NULL ? item->facts : "", item->overdue ? " · " : "",
                                           item->overdue ? _("overdue") : "");

  if (item->is_note)
    {
      GtkWidget *check = gtk_check_button_new ();
      g_autofree char *spoken = g_strdup_printf (_("Resolved: %s"), item->text);

      gtk_widget_set_valign (check, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (check, _("Resolved"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (box), check);
    }
  gtk_widget_set_hexpand (lines, TRUE);
  add_label (lines, head, item->overdue ? "warning-text" : "field-label");
  add_label (lines, item->text, "open-text");
  gtk_box_append (GTK_BOX (box), lines);
  gtk_widget_add_css_class (box, "open-item");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, item->text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, head, -1);
  return row;
}

/* Not while a row that goes away still speaks. */
static gboolean
update_cb (gpointer user_data)
{
  TrlOpenPanel *self = user_data;

  self->update_id = 0;
  trl_open_panel_update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TrlOpenPanel *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

/**
 * trl_open_panel_new:
 * @desk: the desk
 *
 * Makes the list of what is open.
 *
 * Returns: (transfer floating): the panel
 */
GtkWidget *
trl_open_panel_new (TrlDesk *desk)
{
  TrlOpenPanel *self = g_object_new (TRL_TYPE_OPEN_PANEL, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  trl_open_panel_update (self);
  return GTK_WIDGET (self);
}

/**
 * trl_open_panel_update:
 * @self: the panel
 *
 * Lists anew. It does so by itself after every change.
 */
void
trl_open_panel_update (TrlOpenPanel *self)
{
  g_autofree char *today = trl_desk_today ();
  g_autofree char *sum = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (TRL_IS_OPEN_PANEL (self));

  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = trl_open_items_list (self->desk, today);
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < self->items->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (self->items, i)));
  self->current = MIN (self->current, (int) self->items->len - 1);
  if (self->current >= 0)
    gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->current));
  gtk_widget_set_visible (self->bar, self->items->len > 0);   /* there is nothing to walk through */
  sum = self->items->len == 0 ? g_strdup (_("Nothing is open."))
                              : g_strdup_printf (ngettext ("%u open", "%u open", self->items->len), self->items->len);
  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->sum)), sum) != 0)
    gtk_label_set_text (GTK_LABEL (self->sum), sum);
}

/* The keyboard stays where it is, so where the walk stands is told. */
static void
tell_current (TrlOpenPanel *self)
{
  const TrlOpenItem *item = g_ptr_array_index (self->items, self->current);
  /* Translators: which of the things that are open is shown: "2 of 7" */
  g_autofree char *where = g_strdup_printf (_("%d of %u"), self->current + 1, self->items->len);
  g_autofree char *words = g_strdup_printf ("%s: %s, %s", item->kind, item->text, where);

  trl_desk_tell (self->desk, words);
}

/**
 * trl_open_panel_step:
 * @self: the panel
 * @by: 1 for the next, -1 for the one before
 *
 * Walks on, round and round, and shows the card.
 */
void
trl_open_panel_step (TrlOpenPanel *self,
                     int           by)
{
  int n;

  g_return_if_fail (TRL_IS_OPEN_PANEL (self));

  n = self->items->len;
  if (n == 0)
    {
      trl_desk_say (self->desk, _("Nothing is open"));
      return;
    }
  self->current = self->current < 0 ? (by > 0 ? 0 : n - 1) : (self->current + by + n) % n;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), self->current));
  trl_desk_reveal (self->desk, trl_open_panel_get_card (self));
  tell_current (self);
}

/**
 * trl_open_panel_get_n:
 * @self: the panel
 *
 * Returns: how much is open
 */
guint
trl_open_panel_get_n (TrlOpenPanel *self)
{
  g_return_val_if_fail (TRL_IS_OPEN_PANEL (self), 0);

  return self->items->len;
}

/**
 * trl_open_panel_get_card:
 * @self: the panel
 *
 * Returns: (nullable): the card at which the walk stands
 */
const char *
trl_open_panel_get_card (TrlOpenPanel *self)
{
  g_return_val_if_fail (TRL_IS_OPEN_PANEL (self), NULL);

  return self->current >= 0 ? ((TrlOpenItem *) g_ptr_array_index (self->items, self->current))->card : NULL;
}

/**
 * trl_open_panel_resolve:
 * @self: the panel
 * @index: which item; a note
 *
 * Says that nothing is open there any more, as one entry of the history.
 */
void
trl_open_panel_resolve (TrlOpenPanel *self,
                        guint         index)
{
  const TrlOpenItem *item;
  TrlEdit *edit;

  g_return_if_fail (TRL_IS_OPEN_PANEL (self) && index < self->items->len);

  item = g_ptr_array_index (self->items, index);
  if (!item->is_note)
    return;
  edit = trl_edit_new (trl_desk_get_blueprint (self->desk), _("Resolve a note"));
  trl_edit_set_yes_no (edit, item->card, TRL_NOTE_RESOLVED, TRUE);
  trl_desk_commit (self->desk, edit, NULL);
}
