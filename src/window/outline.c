/* outline.c: the whole design as a tree.
 *
 * Everything that is on the board, in reading order, for the keyboard and for
 * screen readers. The selection is the board's; Alt+Up and Alt+Down change the
 * order. */

#define G_LOG_DOMAIN "outline"

#include "config.h"

#include "outline.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "outline-item.h"
#include "scroller.h"
#include "sentences.h"
#include "swatch.h"

/* Larger designs begin folded. */
#define UNFOLDED 600

struct _TrlOutline
{
  GtkBox              parent_instance;

  TrlDesk            *desk;
  TrlOutlineItem     *root;
  GtkTreeListModel   *tree;
  GtkSingleSelection *selection;
  GtkWidget          *view;
  gboolean            syncing;
};

G_DEFINE_FINAL_TYPE (TrlOutline, trl_outline, GTK_TYPE_BOX)

static void
trl_outline_dispose (GObject *object)
{
  TrlOutline *self = TRL_OUTLINE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->root);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_outline_parent_class)->dispose (object);
}

static void
trl_outline_class_init (TrlOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_outline_dispose;
}

static void
trl_outline_init (TrlOutline *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

static GListModel *
make_children_cb (gpointer object,
                  gpointer user_data)
{
  TrlOutlineItem *item = object;
  TrlOutline *self = user_data;
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  TrlCard *card = trl_blueprint_get (blueprint, trl_outline_item_get_id (item));

  if (card == NULL)
    return NULL;
  /* What can hold cards may be opened, also while it holds none: it may get some. */
  for (int slot = TRL_SLOT_NONE + 1; slot < TRL_N_SLOTS; slot++)
    if (trl_slot_get_info (slot)->parent == trl_card_get_kind (card))
      return trl_outline_item_get_children (item, blueprint);
  return NULL;
}

static TrlCargo
cargo_of (TrlCard *card)
{
  return (TrlCargo) { .kind = trl_card_get_kind (card), .entry = trl_card_get_kind_entry (card) };
}

static void
bind_item (TrlOutline     *self,
           GtkWidget      *expander,
           TrlOutlineItem *item)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  TrlCard *card = trl_blueprint_get (blueprint, trl_outline_item_get_id (item));
  GtkWidget *box = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  GtkWidget *swatch = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_next_sibling (swatch);
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;
  const char *kind;
  TrlCargo cargo;

  if (card == NULL)
    return;
  cargo = cargo_of (card);
  kind = trl_kind_get_label (cargo.kind);
  text = trl_sentence_card (blueprint, card);
  trl_swatch_set (swatch, &cargo);
  gtk_label_set_text (GTK_LABEL (label), text != NULL && *text != '\0' ? text : kind);
  /* Translators: a row of the outline as a screen reader says it: what it is, then what it says. */
  spoken = g_strdup_printf (_("%s %s"), kind, gtk_label_get_text (GTK_LABEL (label)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* The keyboard goes to the row round it, which GTK gives no name. */
  if (gtk_widget_get_parent (expander) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (expander)),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_tooltip_text (expander, spoken);
}

static void
item_changed_cb (TrlOutlineItem *item,
                 GtkWidget      *expander)
{
  TrlOutline *self = TRL_OUTLINE (gtk_widget_get_ancestor (expander, TRL_TYPE_OUTLINE));

  if (self != NULL)
    bind_item (self, expander, item);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *list_item,
          TrlOutline               *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), trl_swatch_new (NULL));
  gtk_box_append (GTK_BOX (box), label);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *list_item,
         TrlOutline               *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (TrlOutlineItem) item = gtk_tree_list_row_get_item (row);
  GtkWidget *expander = gtk_list_item_get_child (list_item);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), expander, 0);
  bind_item (self, expander, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *list_item,
           TrlOutline               *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (TrlOutlineItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
  GtkWidget *expander = gtk_list_item_get_child (list_item);

  if (item != NULL)
    g_signal_handlers_disconnect_by_func (item, item_changed_cb, expander);
  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), NULL);
}

static const char *
id_at (TrlOutline *self,
       guint       position)
{
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), position);
  g_autoptr (TrlOutlineItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item != NULL ? trl_outline_item_get_id (item) : NULL;   /* the tree keeps the item */
}

/* Unfolds what holds the card and gives its position. */
static guint
find_position (TrlOutline *self,
               const char *id)
{
  TrlCard *card = trl_blueprint_get (trl_desk_get_blueprint (self->desk), id);
  const char *parent = card != NULL ? trl_card_get_parent (card) : NULL;
  guint from = 0;

  if (card == NULL)
    return GTK_INVALID_LIST_POSITION;
  if (parent != NULL && !g_str_equal (parent, TRL_ROOT_ID))
    {
      g_autoptr (GtkTreeListRow) row = NULL;

      from = find_position (self, parent);
      if (from == GTK_INVALID_LIST_POSITION)
        return from;
      row = g_list_model_get_item (G_LIST_MODEL (self->tree), from);
      gtk_tree_list_row_set_expanded (row, TRUE);
    }
  for (guint i = from; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    if (g_strcmp0 (id_at (self, i), id) == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selection (TrlOutline *self)
{
  const char *id = trl_selection_get_only (trl_desk_get_selection (self->desk));
  guint position;

  if (self->syncing || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->syncing = TRUE;
  position = id != NULL ? find_position (self, id) : GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (self->selection, position);
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
  self->syncing = FALSE;
}

static void
chosen_cb (TrlOutline *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  const char *id = position != GTK_INVALID_LIST_POSITION ? id_at (self, position) : NULL;

  if (self->syncing || id == NULL)
    return;
  self->syncing = TRUE;
  trl_desk_reveal (self->desk, id);
  self->syncing = FALSE;
}

/* The rows whose cards are in the change, and the rows of what holds them. */
static void
touch (TrlOutline *self,
       GHashTable *ids)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  g_autoptr (GPtrArray) touched = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (TrlOutlineItem) item = gtk_tree_list_row_get_item (row);

      if (g_hash_table_contains (ids, trl_outline_item_get_id (item)))
        g_ptr_array_add (touched, g_steal_pointer (&item));
    }
  for (guint i = 0; i < touched->len; i++)
    trl_outline_item_update (g_ptr_array_index (touched, i), blueprint);
}

static void
changed_cb (TrlOutline *self,
            TrlChange  *change)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      g_hash_table_add (ids, (char *) delta->id);
      if (delta->before != NULL && trl_card_get_parent (delta->before) != NULL)
        g_hash_table_add (ids, (char *) trl_card_get_parent (delta->before));
      if (delta->after != NULL && trl_card_get_parent (delta->after) != NULL)
        g_hash_table_add (ids, (char *) trl_card_get_parent (delta->after));
    }
  self->syncing = TRUE;
  trl_outline_item_update (self->root, trl_desk_get_blueprint (self->desk));
  touch (self, ids);
  self->syncing = FALSE;
  show_selection (self);
}

static void
delete_selected (TrlOutline *self)
{
  const char *id = trl_selection_get_only (trl_desk_get_selection (self->desk));
  const char *ids[] = { id, NULL };

  if (id != NULL)
    trl_desk_commit (self->desk, trl_act_delete (trl_desk_get_blueprint (self->desk), ids, FALSE), NULL);
}

static gboolean
key_pressed_cb (TrlOutline      *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    trl_outline_shift (self, keyval == GDK_KEY_Up ? -1 : 1);
  else if (modifiers == 0 && keyval == GDK_KEY_Delete)
    delete_selected (self);
  else
    return FALSE;
  return TRUE;
}

static GtkListItemFactory *
make_factory (TrlOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

static void
make_view (TrlOutline *self)
{
  GtkWidget *scroller = trl_scroller_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->view = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), make_factory (self));
  gtk_widget_add_css_class (self->view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outline"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
}

/**
 * trl_outline_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): an outline of its design
 */
GtkWidget *
trl_outline_new (TrlDesk *desk)
{
  TrlOutline *self;
  GListModel *first;
  gboolean unfolded;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_OUTLINE, NULL);
  self->desk = g_object_ref (desk);
  self->root = trl_outline_item_new (TRL_ROOT_ID);
  unfolded = trl_blueprint_get_n_cards (trl_desk_get_blueprint (desk)) < UNFOLDED;
  first = trl_outline_item_get_children (self->root, trl_desk_get_blueprint (desk));
  self->tree = gtk_tree_list_model_new (first, FALSE, unfolded, make_children_cb, self, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->tree)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  make_view (self);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (trl_desk_get_selection (desk), "changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (show_selection), NULL);
  return GTK_WIDGET (self);
}

/**
 * trl_outline_get_n:
 * @self: an outline
 *
 * Returns: how many rows are unfolded
 */
guint
trl_outline_get_n (TrlOutline *self)
{
  g_return_val_if_fail (TRL_IS_OUTLINE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->tree));
}

/**
 * trl_outline_get_id:
 * @self: an outline
 * @position: a row
 *
 * Returns: (nullable) (transfer none): the card of that row
 */
const char *
trl_outline_get_id (TrlOutline *self,
                    guint       position)
{
  g_return_val_if_fail (TRL_IS_OUTLINE (self), NULL);

  return id_at (self, position);
}

/**
 * trl_outline_shift:
 * @self: an outline
 * @by: -1 up, 1 down
 *
 * Moves the selected card one place among its siblings.
 *
 * Returns: whether it moved
 */
gboolean
trl_outline_shift (TrlOutline *self,
                   int         by)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (TRL_IS_OUTLINE (self), FALSE);

  id = g_strdup (trl_selection_get_only (trl_desk_get_selection (self->desk)));
  if (id == NULL)
    return FALSE;
  return trl_desk_commit (self->desk, trl_act_shift (trl_desk_get_blueprint (self->desk), id, by), id);
}
