/* table-grid.c: one table as a grid of cells that can be edited.
 *
 * A column is an item of a list that runs sideways, so that a thousand motions
 * cost what fits on the screen. All cells are equally high, else the rows of
 * columns that do not know of each other would not line up. */

#define G_LOG_DOMAIN "table-grid"

#include "config.h"

#include "table-grid.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "decisions.h"
#include "scroller.h"

#define CELLS "trl-cells"
#define WHAT "trl-what"

/* What an option stands for, beside the choices of its list. */
#define NOTHING -1
#define UNKNOWN -2

/* How wide a cell is, in letters. */
#define WIDTH 22

/* The most findings that a cell lists; the review panel has them all. */
#define FINDINGS 5

struct _TrlTableGrid
{
  GtkWidget     parent_instance;

  GtkWidget    *box;
  TrlDesk      *desk;
  TrlTableKind  kind;
  TrlTable     *table;
  GListStore   *columns;     /* of GtkStringObject: the owners */
  GPtrArray    *shown;       /* of GtkListItem: the columns on the screen */
  guint         update_id;
};

G_DEFINE_FINAL_TYPE (TrlTableGrid, trl_table_grid, GTK_TYPE_WIDGET)

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static const TrlTableCell *
cell_of (TrlTableGrid *self,
         GtkWidget    *button,
         guint        *row)
{
  GtkListItem *item = g_object_get_data (G_OBJECT (button), WHAT);
  GPtrArray *cells = g_object_get_data (G_OBJECT (item), CELLS);
  guint column = gtk_list_item_get_position (item);

  if (!g_ptr_array_find (cells, button, row) || column >= trl_table_get_n_columns (self->table))
    return NULL;
  return trl_table_get_cell (self->table, *row, column);
}

/* Choices */

typedef struct
{
  TrlTableGrid *self;
  char         *owner;
  TrlMember     member;
  int           decision;
  int           choice;     /* of its list, NOTHING or UNKNOWN */
} Option;

static void
option_free (gpointer  data,
             GClosure *closure)
{
  Option *option = data;

  g_free (option->owner);
  g_free (option);
}

static void
option_cb (GtkWidget *button,
           Option    *option)
{
  TrlTableGrid *self = option->self;
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  guint n_choices;
  const TrlChoiceInfo *parties = trl_choices_get (TRL_CHOICES_PARTY, &n_choices);
  g_autoptr (TrlValue) value = NULL;

  if (!gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
    return;
  if (option->decision >= 0)
    trl_decisions_set (self->desk, option->owner, option->decision, option->choice);
  else
    {
      if (option->choice == UNKNOWN)
        value = trl_value_new_unknown (NULL);
      else if (option->choice >= 0)
        value = trl_value_new_text (parties[option->choice].id);
      trl_desk_commit (self->desk, trl_act_set (blueprint, option->owner, option->member, value, NULL), NULL);
    }
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
add_option (TrlTableGrid       *self,
            GtkWidget          *box,
            GtkWidget          *group,
            const TrlTableCell *cell,
            int                 choice,
            gboolean            active,
            const char         *label)
{
  GtkWidget *check = gtk_check_button_new_with_label (label);
  Option *option = g_new0 (Option, 1);

  *option = (Option) { self, g_strdup (cell->owner), cell->member, cell->decision, choice };
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), GTK_CHECK_BUTTON (group));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_signal_connect_data (check, "toggled", G_CALLBACK (option_cb), option, option_free, 0);
  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static void
fill_role_options (TrlTableGrid       *self,
                   GtkWidget          *box,
                   const TrlTableCell *cell)
{
  TrlCard *motion = trl_blueprint_get (trl_desk_get_blueprint (self->desk), cell->owner);
  TrlState state = trl_card_get_state (motion, cell->member);
  gboolean said = trl_card_get_value (motion, cell->member) != NULL;
  int now = trl_card_get_choice (motion, cell->member);
  GtkWidget *group = NULL;

  for (int i = 0; i < TRL_N_PARTY_CHOICES; i++)
    {
      GtkWidget *option = add_option (self, box, group, cell, i, i == now, trl_choice_get_label (TRL_CHOICES_PARTY, i));

      group = group != NULL ? group : option;
    }
  add_option (self, box, group, cell, UNKNOWN, state == TRL_STATE_UNKNOWN, C_("table", "unknown"));
  add_option (self, box, group, cell, NOTHING, !said, C_("table", "not said"));
}

static void
fill_decision_options (TrlTableGrid       *self,
                       GtkWidget          *box,
                       const TrlTableCell *cell)
{
  GtkWidget *group = add_option (self, box, NULL, cell, TRL_DECIDED_DECIDED, cell->state == TRL_DECIDED_DECIDED,
                                 trl_choice_get_label (TRL_CHOICES_DECIDED, TRL_DECIDED_DECIDED));

  add_option (self, box, group, cell, TRL_DECIDED_RECHECK, cell->state == TRL_DECIDED_RECHECK,
              trl_choice_get_label (TRL_CHOICES_DECIDED, TRL_DECIDED_RECHECK));
  add_option (self, box, group, cell, NOTHING, cell->state < 0, C_("table", "undecided"));
}

static void
earns_cb (GtkEntry     *entry,
          TrlTableGrid *self)
{
  const char *owner = g_object_get_data (G_OBJECT (entry), WHAT);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  TrlValue *value = *text != '\0' ? trl_value_new_text (text) : NULL;

  trl_desk_commit (self->desk, trl_act_set (trl_desk_get_blueprint (self->desk), owner, TRL_MOTION_EARNS, value, NULL), NULL);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER)));
}

/* What we pay is edited on the board; here it is the partner's own business. */
static void
fill_earning (TrlTableGrid       *self,
              GtkWidget          *box,
              const TrlTableCell *cell)
{
  TrlCard *motion = trl_blueprint_get (trl_desk_get_blueprint (self->desk), cell->owner);
  const char *now = trl_card_get_text (motion, TRL_MOTION_EARNS);
  GtkWidget *label = gtk_label_new_with_mnemonic (_("_Own business of the partner"));
  GtkWidget *entry = gtk_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), now != NULL ? now : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 32);
  g_object_set_data_full (G_OBJECT (entry), WHAT, g_strdup (cell->owner), g_free);
  g_signal_connect_object (entry, "activate", G_CALLBACK (earns_cb), self, 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
}

static void
reveal_cb (GtkWidget    *button,
           TrlTableGrid *self)
{
  trl_desk_reveal (self->desk, g_object_get_data (G_OBJECT (button), WHAT));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER)));
}

static void
add_reveal (TrlTableGrid *self,
            GtkWidget    *box,
            const char   *id,
            const char   *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *text = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 48);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), WHAT, g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (reveal_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
}

/* What the review says of this cell, each a way to the card. */
static void
add_findings (TrlTableGrid       *self,
              GtkWidget          *box,
              const TrlTableCell *cell,
              int                 decision)
{
  TrlReviewer *reviewer = trl_desk_get_reviewer (self->desk);
  const GPtrArray *findings = reviewer != NULL ? trl_reviewer_get_findings (reviewer) : NULL;
  guint n = 0;

  for (guint i = 0; findings != NULL && i < findings->len && n < FINDINGS; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      const char *motion = trl_finding_get_motion (finding);
      const char * const *cards = trl_finding_get_cards (finding);

      if (trl_finding_get_decision (finding) != decision || trl_finding_get_kept (finding) != NULL ||
          !g_str_equal (motion != NULL ? motion : TRL_ROOT_ID, cell->owner) || cards == NULL || cards[0] == NULL)
        continue;
      add_reveal (self, box, cards[0], trl_finding_get_title (finding));
      n++;
    }
}

static void
make_popover_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  TrlTableGrid *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  guint row;
  const TrlTableCell *cell = cell_of (self, GTK_WIDGET (button), &row);

  if (cell != NULL && cell->member == TRL_MOTION_EARNS)
    fill_earning (self, box, cell);
  else if (cell != NULL && cell->member != TRL_MEMBER_NONE)
    fill_role_options (self, box, cell);
  else if (cell != NULL && cell->decision >= 0)
    fill_decision_options (self, box, cell);
  if (cell != NULL && self->kind == TRL_TABLE_DECISIONS)
    add_findings (self, box, cell, row);
  if (cell != NULL && !g_str_equal (cell->owner, TRL_ROOT_ID))
    add_reveal (self, box, cell->owner, _("Show on the Board"));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* Columns */

/* What is cut in its cell can be read whole beside it; what is not cut is not said twice. */
static gboolean
query_tooltip_cb (GtkWidget  *button,
                  int         x,
                  int         y,
                  gboolean    keyboard,
                  GtkTooltip *tooltip,
                  gpointer    user_data)
{
  GtkLabel *label = GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button)));

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          TrlTableGrid       *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GPtrArray *cells = g_ptr_array_new ();
  GtkWidget *head = make_label ("table-head");

  gtk_box_append (GTK_BOX (box), head);
  for (guint row = 0; row < trl_table_get_n_rows (self->table); row++)
    {
      GtkWidget *button = gtk_menu_button_new ();
      GtkWidget *label = make_label (NULL);

      gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
      gtk_widget_set_halign (gtk_widget_get_parent (label), GTK_ALIGN_FILL);   /* GTK centres what is in a menu button */
      gtk_widget_set_has_tooltip (button, TRUE);
      g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover_cb, self, NULL);
      gtk_widget_add_css_class (button, "table-cell");
      gtk_widget_add_css_class (button, "flat");
      g_object_set_data (G_OBJECT (button), WHAT, item);
      g_ptr_array_add (cells, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  g_object_set_data_full (G_OBJECT (item), CELLS, cells, (GDestroyNotify) g_ptr_array_unref);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_selectable (item, FALSE);
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_cell (TrlTableGrid       *self,
             GtkWidget          *button,
             const TrlTableCell *cell,
             guint               row,
             const char         *column)
{
  /* Translators: a cell of a table for a screen reader: motion, what is asked, answer. */
  g_autofree char *spoken = g_strdup_printf (C_("table", "%1$s, %2$s: %3$s"), column, trl_table_get_row (self->table, row), cell->text);

  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (button))), cell->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (button, cell->member != TRL_MEMBER_NONE || cell->decision >= 0 || cell->said);
  set_class (button, "dim", !cell->said);
  set_class (button, "decided", cell->state == TRL_DECIDED_DECIDED && cell->n_findings == 0);
  set_class (button, "warned", cell->n_findings > 0 || cell->state == TRL_DECIDED_RECHECK);
}

static void
update_column (TrlTableGrid *self,
               GtkListItem  *item)
{
  GPtrArray *cells = g_object_get_data (G_OBJECT (item), CELLS);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *head = gtk_widget_get_first_child (box);
  guint column = gtk_list_item_get_position (item);

  if (column >= trl_table_get_n_columns (self->table))
    return;
  gtk_label_set_text (GTK_LABEL (head), trl_table_get_column (self->table, column));
  /* The keyboard can go to what GTK puts round a column, too. */
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    trl_table_get_column (self->table, column), -1);
  for (guint row = 0; row < cells->len; row++)
    update_cell (self, g_ptr_array_index (cells, row), trl_table_get_cell (self->table, row, column), row,
                 trl_table_get_column (self->table, column));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         TrlTableGrid       *self)
{
  g_ptr_array_add (self->shown, item);
  update_column (self, item);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           TrlTableGrid       *self)
{
  g_ptr_array_remove (self->shown, item);
}

static gboolean
same_columns (TrlTableGrid *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->columns));

  if (n != trl_table_get_n_columns (self->table))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (self->columns), i);

      if (!g_str_equal (gtk_string_object_get_string (item), trl_table_get_cell (self->table, 0, i)->owner))
        return FALSE;
    }
  return TRUE;
}

static void
update (TrlTableGrid *self)
{
  TrlReviewer *reviewer = trl_desk_get_reviewer (self->desk);
  g_autoptr (GPtrArray) items = NULL;

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->table, trl_table_free);
  self->table = trl_table_new (self->kind, trl_desk_get_blueprint (self->desk),
                               reviewer != NULL ? trl_reviewer_get_findings (reviewer) : NULL);
  if (same_columns (self))
    {
      for (guint i = 0; i < self->shown->len; i++)
        update_column (self, g_ptr_array_index (self->shown, i));
      return;
    }
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < trl_table_get_n_columns (self->table); i++)
    g_ptr_array_add (items, gtk_string_object_new (trl_table_get_cell (self->table, 0, i)->owner));
  g_list_store_splice (self->columns, 0, g_list_model_get_n_items (G_LIST_MODEL (self->columns)), items->pdata, items->len);
}

static gboolean
update_cb (gpointer user_data)
{
  TrlTableGrid *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TrlTableGrid *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
trl_table_grid_dispose (GObject *object)
{
  TrlTableGrid *self = TRL_TABLE_GRID (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->columns);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_table_grid_parent_class)->dispose (object);
}

static void
trl_table_grid_finalize (GObject *object)
{
  TrlTableGrid *self = TRL_TABLE_GRID (object);

  g_clear_pointer (&self->table, trl_table_free);
  g_ptr_array_unref (self->shown);
  G_OBJECT_CLASS (trl_table_grid_parent_class)->finalize (object);
}

static void
trl_table_grid_class_init (TrlTableGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_table_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_table_grid_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
trl_table_grid_init (TrlTableGrid *self)
{
  self->shown = g_ptr_array_new ();
  self->columns = g_list_store_new (GTK_TYPE_STRING_OBJECT);
}

/* The names of the rows stay where they are while the motions scroll. */
static GtkWidget *
make_rows (TrlTableGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (box, FALSE);
  gtk_box_append (GTK_BOX (box), make_label ("table-head"));
  for (guint row = 0; row < trl_table_get_n_rows (self->table); row++)
    {
      GtkWidget *label = make_label ("table-row");

      gtk_label_set_text (GTK_LABEL (label), trl_table_get_row (self->table, row));
      gtk_box_append (GTK_BOX (box), label);
    }
  return box;
}

/**
 * trl_table_grid_new:
 * @desk: the desk
 * @kind: which table
 *
 * Shows a table and keeps it up to date. A cell opens with Enter or a click
 * and changes the design; each change is one undo entry.
 *
 * Returns: (transfer floating): the grid
 */
GtkWidget *
trl_table_grid_new (TrlDesk      *desk,
                    TrlTableKind  kind)
{
  TrlTableGrid *self;
  GtkListItemFactory *factory;
  GtkWidget *list;
  GtkWidget *scroller;

  g_return_val_if_fail (TRL_IS_DESK (desk) && kind < TRL_N_TABLES, NULL);

  self = g_object_new (TRL_TYPE_TABLE_GRID, NULL);
  self->desk = g_object_ref (desk);
  self->kind = kind;
  update (self);
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->columns)))), factory);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (list), GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (list, "table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, trl_table_kind_get_label (kind), -1);
  scroller = trl_scroller_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_hexpand (scroller, TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), make_rows (self));
  gtk_box_append (GTK_BOX (self->box), scroller);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
