/* side.c: the panel at the right: details, review, outline.
 *
 * Pages with tabs. On a wide window the first page (the details) may stand in
 * a column of its own, so that one can edit and watch the review. */

#define G_LOG_DOMAIN "side"

#include "config.h"

#include "side.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_PAGES 4
#define COLUMN_WIDTH 350

typedef struct
{
  char      *name;
  GtkWidget *tab;
  GtkWidget *page;
} Page;

struct _TrlSide
{
  GtkBox     parent_instance;

  GtkWidget *column;      /* of the first page when it stands alone */
  GtkWidget *tabs;
  GtkWidget *split;
  GtkWidget *stack;
  Page       pages[MAX_PAGES];
  guint      n_pages;
  guint      shown;
  gboolean   wide;
};

G_DEFINE_FINAL_TYPE (TrlSide, trl_side, GTK_TYPE_BOX)

enum
{
  SIGNAL_SWITCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trl_side_finalize (GObject *object)
{
  TrlSide *self = TRL_SIDE (object);

  for (guint i = 0; i < self->n_pages; i++)
    {
      g_free (self->pages[i].name);
      g_object_unref (self->pages[i].page);
    }
  G_OBJECT_CLASS (trl_side_parent_class)->finalize (object);
}

static void
trl_side_class_init (TrlSideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = trl_side_finalize;

  /**
   * TrlSide::switched:
   * @self: the panel
   *
   * Emitted when another page is shown.
   */
  signals[SIGNAL_SWITCHED] = g_signal_new ("switched", TRL_TYPE_SIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 0);
}

static gboolean
wants_split (TrlSide *self)
{
  return self->wide && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->split));
}

static void
move_first (TrlSide  *self,
            gboolean  alone)
{
  GtkWidget *page = self->pages[0].page;

  if (trl_side_is_split (self) == alone)
    return;
  if (alone)
    {
      gtk_stack_remove (GTK_STACK (self->stack), page);
      gtk_box_append (GTK_BOX (self->column), page);
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->column), page);
      gtk_stack_add_named (GTK_STACK (self->stack), page, self->pages[0].name);
    }
  gtk_widget_set_visible (self->column, alone);
  gtk_widget_set_visible (self->pages[0].tab, !alone);
}

static void
arrange (TrlSide *self)
{
  gboolean split = wants_split (self);

  if (self->n_pages == 0)
    return;
  gtk_widget_set_visible (self->split, self->wide);
  move_first (self, split);
  if (split && self->shown == 0)
    trl_side_show (self, self->pages[1].name);
}

static void
split_cb (TrlSide *self)
{
  arrange (self);
}

static void
tab_cb (GtkToggleButton *tab,
        TrlSide         *self)
{
  for (guint i = 0; i < self->n_pages; i++)
    if (self->pages[i].tab == GTK_WIDGET (tab) && gtk_toggle_button_get_active (tab) && self->shown != i)
      {
        self->shown = i;
        gtk_stack_set_visible_child_name (GTK_STACK (self->stack), self->pages[i].name);
        g_signal_emit (self, signals[SIGNAL_SWITCHED], 0);
      }
}

/* A column is as wide as a line of reading; the board has the rest. */
static GtkWidget *
narrow_column (GtkWidget *column)
{
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), COLUMN_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_widget_set_size_request (column, 320, -1);
  g_object_bind_property (column, "visible", clamp, "visible", G_BINDING_SYNC_CREATE);
  return clamp;
}

static void
trl_side_init (TrlSide *self)
{
  GtkWidget *main_column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  gtk_widget_add_css_class (GTK_WIDGET (self), "side");
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);   /* whatever its pages want */
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->column, "side-column");
  gtk_widget_set_visible (self->column, FALSE);
  gtk_box_append (GTK_BOX (self), narrow_column (self->column));

  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_box_set_homogeneous (GTK_BOX (self->tabs), FALSE);
  gtk_widget_set_hexpand (self->tabs, TRUE);
  self->split = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->split), "view-dual-symbolic");
  gtk_widget_add_css_class (self->split, "flat");
  gtk_widget_set_visible (self->split, FALSE);
  gtk_widget_set_tooltip_text (self->split, _("Details Beside the Rest"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->split), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Details beside the rest"), -1);
  g_signal_connect_object (self->split, "toggled", G_CALLBACK (split_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (bar, "side-bar");
  gtk_box_append (GTK_BOX (bar), self->tabs);
  gtk_box_append (GTK_BOX (bar), self->split);

  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (main_column), bar);
  gtk_box_append (GTK_BOX (main_column), self->stack);
  gtk_box_append (GTK_BOX (self), narrow_column (main_column));
}

/**
 * trl_side_new:
 *
 * Returns: (transfer floating): a panel without pages
 */
GtkWidget *
trl_side_new (void)
{
  return g_object_new (TRL_TYPE_SIDE, NULL);
}

/**
 * trl_side_add:
 * @self: a panel
 * @name: what code calls the page
 * @label: what its tab says
 * @page: the page
 *
 * Adds a page; four at most.
 */
void
trl_side_add (TrlSide    *self,
              const char *name,
              const char *label,
              GtkWidget  *page)
{
  Page *slot;

  g_return_if_fail (TRL_IS_SIDE (self));
  g_return_if_fail (self->n_pages < MAX_PAGES);

  slot = &self->pages[self->n_pages++];
  slot->name = g_strdup (name);
  slot->page = g_object_ref_sink (page);
  slot->tab = gtk_toggle_button_new_with_label (label);
  gtk_widget_add_css_class (slot->tab, "flat");
  gtk_widget_add_css_class (slot->tab, "side-tab");
  gtk_widget_set_hexpand (slot->tab, TRUE);
  if (self->n_pages > 1)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (slot->tab), GTK_TOGGLE_BUTTON (self->pages[0].tab));
  else
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (slot->tab), TRUE);
  g_signal_connect_object (slot->tab, "toggled", G_CALLBACK (tab_cb), self, 0);
  gtk_box_append (GTK_BOX (self->tabs), slot->tab);
  gtk_stack_add_named (GTK_STACK (self->stack), page, name);
}

static Page *
find_page (TrlSide    *self,
           const char *name)
{
  for (guint i = 0; i < self->n_pages; i++)
    if (g_strcmp0 (self->pages[i].name, name) == 0)
      return &self->pages[i];
  return NULL;
}

/**
 * trl_side_set_label:
 * @self: a panel
 * @name: a page
 * @label: what its tab says
 *
 * Renames a tab.
 */
void
trl_side_set_label (TrlSide    *self,
                    const char *name,
                    const char *label)
{
  Page *page;

  g_return_if_fail (TRL_IS_SIDE (self));

  page = find_page (self, name);
  g_return_if_fail (page != NULL);
  gtk_button_set_label (GTK_BUTTON (page->tab), label);
}

/**
 * trl_side_show:
 * @self: a panel
 * @name: a page
 *
 * Shows a page.
 */
void
trl_side_show (TrlSide    *self,
               const char *name)
{
  Page *page;

  g_return_if_fail (TRL_IS_SIDE (self));

  page = find_page (self, name);
  if (page == NULL || (page == &self->pages[0] && trl_side_is_split (self)))
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (page->tab), TRUE);
}

/**
 * trl_side_get_shown:
 * @self: a panel
 *
 * Returns: (transfer none): the name of the page that is shown
 */
const char *
trl_side_get_shown (TrlSide *self)
{
  g_return_val_if_fail (TRL_IS_SIDE (self), NULL);

  return self->n_pages > 0 ? self->pages[self->shown].name : NULL;
}

/**
 * trl_side_set_wide:
 * @self: a panel
 * @wide: whether the window has room for two columns
 *
 * Offers two columns, or goes back to one.
 */
void
trl_side_set_wide (TrlSide  *self,
                   gboolean  wide)
{
  g_return_if_fail (TRL_IS_SIDE (self));

  if (self->wide == wide)
    return;
  self->wide = wide;
  arrange (self);
}

/**
 * trl_side_is_split:
 * @self: a panel
 *
 * Returns: whether the first page stands in a column of its own
 */
gboolean
trl_side_is_split (TrlSide *self)
{
  g_return_val_if_fail (TRL_IS_SIDE (self), FALSE);

  return self->n_pages > 0 && gtk_widget_get_parent (self->pages[0].page) == self->column;
}
