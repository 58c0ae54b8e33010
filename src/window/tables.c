/* tables.c: who does what, and how far each decision has come, as grids that can be edited.
 *
 * A window of its own, so that it can stand on the second screen, or beside
 * the board, while people talk. */

#define G_LOG_DOMAIN "tables"

#include "config.h"

#include "tables.h"

#include <glib/gi18n.h>

#include "table-grid.h"

struct _TrlTables
{
  AdwWindow parent_instance;

  GtkStack *stack;
};

G_DEFINE_FINAL_TYPE (TrlTables, trl_tables, ADW_TYPE_WINDOW)

static void
export_cb (TrlTables *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-table", "s", gtk_stack_get_visible_child_name (self->stack));
}

static void
trl_tables_class_init (TrlTablesClass *klass)
{
}

/* The keys of the window that it belongs to: what is done here is undone here. */
static void
add_keys (TrlTables *self)
{
  static const struct { const char *keys; const char *action; } keys[] = {
    { "<Control>z", "action(win.undo)" },
    { "<Control><Shift>z|<Control>y", "action(win.redo)" },
    { "Escape|<Control>w", "action(window.close)" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i].keys),
                                                            gtk_shortcut_action_parse_string (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
trl_tables_init (TrlTables *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *export = gtk_button_new_with_mnemonic (_("_Export…"));

  /* GTK 4.8 calls it by its text with the underscore, too. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (export), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (export)))), -1);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->stack);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), switcher);
  g_signal_connect_swapped (export, "clicked", G_CALLBACK (export_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), export);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 1080, -1);
  add_keys (self);
}

static TrlTables *
find_shown (GtkWindow *parent)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (TRL_IS_TABLES (window) && gtk_window_get_transient_for (window) == parent)
        return TRL_TABLES (window);
    }
  return NULL;
}

/**
 * trl_tables_show:
 * @parent: the window of the design
 * @desk: its desk
 * @kind: the table to begin with
 *
 * Shows the tables of a design; a design's tables are shown once.
 */
void
trl_tables_show (GtkWindow    *parent,
                 TrlDesk      *desk,
                 TrlTableKind  kind)
{
  TrlTables *self;

  g_return_if_fail (GTK_IS_WINDOW (parent) && TRL_IS_DESK (desk) && kind < TRL_N_TABLES);

  self = find_shown (parent);
  if (self == NULL)
    {
      self = g_object_new (TRL_TYPE_TABLES, "transient-for", parent, "destroy-with-parent", TRUE, "title", _("Tables"), NULL);
      gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (parent));
      for (int i = 0; i < TRL_N_TABLES; i++)
        gtk_stack_add_titled (self->stack, trl_table_grid_new (desk, i), trl_table_kind_get_id (i), trl_table_kind_get_label (i));
    }
  gtk_stack_set_visible_child_name (self->stack, trl_table_kind_get_id (kind));
  gtk_window_present (GTK_WINDOW (self));
}
