/* leaf.c: a widget over a card.
 *
 * On our baseline only widgets have a place in the accessible tree, so a card
 * that can be seen has one over it. It never paints, never takes the pointer,
 * and is allocated by translation only: under a scale the tree would report
 * sizes that nobody sees. */

#define G_LOG_DOMAIN "leaf"

#include "config.h"

#include "leaf.h"

struct _TrlLeaf
{
  GtkWidget parent_instance;

  char     *id;          /* NULL while it is idle */
  char     *name;
  char     *description;
  gboolean  invalid;
  gboolean  selected;
};

enum
{
  SIGNAL_FOCUSED,
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TrlLeaf, trl_leaf, GTK_TYPE_WIDGET)

static void
focus_card (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  gtk_widget_grab_focus (widget);
}

static void
open_card (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_OPENED], 0);
}

static void
focus_entered (GtkEventControllerFocus *controller,
               gpointer                 user_data)
{
  g_signal_emit (user_data, signals[SIGNAL_FOCUSED], 0);
}

static void
trl_leaf_finalize (GObject *object)
{
  TrlLeaf *self = TRL_LEAF (object);

  g_free (self->id);
  g_free (self->name);
  g_free (self->description);

  G_OBJECT_CLASS (trl_leaf_parent_class)->finalize (object);
}

static void
trl_leaf_class_init (TrlLeafClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = trl_leaf_finalize;

  /**
   * TrlLeaf::focused:
   * @self: the leaf
   *
   * The keyboard has come to the card.
   */
  signals[SIGNAL_FOCUSED] = g_signal_new ("focused", TRL_TYPE_LEAF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * TrlLeaf::opened:
   * @self: the leaf
   *
   * The card is to be edited.
   */
  signals[SIGNAL_OPENED] = g_signal_new ("opened", TRL_TYPE_LEAF, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "card.focus", NULL, focus_card);
  gtk_widget_class_install_action (widget_class, "card.open", NULL, open_card);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "leaf");
}

static void
trl_leaf_init (TrlLeaf *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect (focus, "enter", G_CALLBACK (focus_entered), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * trl_leaf_new:
 *
 * Makes a leaf for no card yet.
 *
 * Returns: (transfer full): the leaf
 */
GtkWidget *
trl_leaf_new (void)
{
  return g_object_new (TRL_TYPE_LEAF, NULL);
}

/**
 * trl_leaf_get_id:
 * @self: a leaf
 *
 * Returns: (transfer none) (nullable): the card that it stands for; %NULL while it is idle
 */
const char *
trl_leaf_get_id (TrlLeaf *self)
{
  g_return_val_if_fail (TRL_IS_LEAF (self), NULL);

  return self->id;
}

/**
 * trl_leaf_set_id:
 * @self: a leaf
 * @id: (nullable): the card that it stands for
 *
 * Gives a leaf a card, or lets it be idle: hidden from screen readers and keys.
 */
void
trl_leaf_set_id (TrlLeaf    *self,
                 const char *id)
{
  g_return_if_fail (TRL_IS_LEAF (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;

  g_free (self->id);
  self->id = g_strdup (id);
  gtk_widget_set_child_visible (GTK_WIDGET (self), id != NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), id != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, id == NULL, -1);
  if (id == NULL)
    trl_leaf_describe (self, "", "", FALSE, FALSE);
}

/**
 * trl_leaf_describe:
 * @self: a leaf
 * @name: what the card is and where: "Tier Gold, Agency, 1 warning"
 * @description: what is the matter with it
 * @invalid: whether something is
 * @selected: whether it is selected
 *
 * Tells screen readers of a card; only what changed is told.
 */
void
trl_leaf_describe (TrlLeaf    *self,
                   const char *name,
                   const char *description,
                   gboolean    invalid,
                   gboolean    selected)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  g_return_if_fail (TRL_IS_LEAF (self) && name != NULL && description != NULL);

  if (g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
  if (self->invalid != invalid)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_INVALID,
                                 invalid ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (self->selected != selected)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  self->invalid = invalid;
  self->selected = selected;
}
