/* palette.c: what can be put on the board, by the five decisions.
 *
 * One list with the sections as headings, so that the arrow keys walk through
 * all of it. A press that moves becomes a drag that the board's own tool
 * machine runs; Enter and double-click are its twin. */

#define G_LOG_DOMAIN "palette"

#include "config.h"

#include "palette.h"

#include <glib/gi18n.h>
#include <math.h>

#include "acts.h"
#include "scroller.h"
#include "scroll.h"
#include "search-text.h"
#include "swatch.h"

#define ITEM "trl-item"
#define SECTION "trl-section"

struct _TrlPalette
{
  GtkBox          parent_instance;

  TrlDesk        *desk;
  TrlBoard       *board;          /* weak; NULL in tests */
  GtkWidget      *search;
  GtkWidget      *list;
  GtkWidget      *nothing;
  GtkGesture     *drag;
  TrlPaletteItem *pressed;
  gboolean        dragging;
  gboolean        expanded[TRL_N_SECTIONS];
  char           *folded;
};

G_DEFINE_FINAL_TYPE (TrlPalette, trl_palette, GTK_TYPE_BOX)

static void
trl_palette_dispose (GObject *object)
{
  TrlPalette *self = TRL_PALETTE (object);

  g_clear_weak_pointer (&self->board);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_palette_parent_class)->dispose (object);
}

static void
trl_palette_finalize (GObject *object)
{
  TrlPalette *self = TRL_PALETTE (object);

  g_free (self->folded);
  G_OBJECT_CLASS (trl_palette_parent_class)->finalize (object);
}

static void
trl_palette_class_init (TrlPaletteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_palette_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_palette_finalize;
}

static TrlPaletteItem *
item_of (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), ITEM);
}

static TrlSection
section_of (GtkListBoxRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), SECTION));
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       user_data)
{
  TrlPalette *self = user_data;
  TrlPaletteItem *item = item_of (row);

  if (self->folded != NULL)
    return item != NULL && trl_palette_item_matches (item, self->folded);
  if (item == NULL)
    return !self->expanded[section_of (row)];
  return trl_palette_item_is_usual (item) || self->expanded[section_of (row)];
}

static void
set_heading (GtkListBoxRow *row,
             GtkListBoxRow *before,
             gpointer       user_data)
{
  GtkWidget *label;

  if (before != NULL && section_of (before) == section_of (row))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (trl_section_get_title (section_of (row)));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "palette-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
refilter (TrlPalette *self)
{
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
  gtk_widget_set_visible (self->nothing, trl_palette_get_n_shown (self) == 0);
}

static void
searched_cb (TrlPalette *self)
{
  g_clear_pointer (&self->folded, g_free);
  self->folded = trl_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  if (*self->folded == '\0')
    g_clear_pointer (&self->folded, g_free);
  refilter (self);
}

static GtkListBoxRow *
first_shown (TrlPalette *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (filter_row (row, self))
      return row;
  return NULL;
}

/* Enter in the search takes the first find. */
static void
search_entered_cb (TrlPalette *self)
{
  GtkListBoxRow *row = self->folded != NULL ? first_shown (self) : NULL;

  if (row != NULL)
    trl_palette_add (self, item_of (row));
}

static void
search_left_cb (TrlPalette *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->board != NULL)
    trl_board_focus_selected (self->board);
}

static gboolean
search_down_cb (GtkWidget *search,
                GVariant  *arguments,
                gpointer   user_data)
{
  GtkListBoxRow *row = first_shown (user_data);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
activated_cb (TrlPalette    *self,
              GtkListBoxRow *row)
{
  TrlPaletteItem *item = item_of (row);

  if (item != NULL)
    trl_palette_add (self, item);
  else
    {
      self->expanded[section_of (row)] = TRUE;
      refilter (self);
    }
}

/* The rest of a section is one click away, not two. */
static void
more_clicked_cb (GtkGestureClick *click,
                 int              n_press,
                 double           x,
                 double           y,
                 TrlPalette      *self)
{
  activated_cb (self, GTK_LIST_BOX_ROW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click))));
}

static void
to_board (TrlPalette *self,
          double     *x,
          double     *y)
{
  gtk_widget_translate_coordinates (self->list, GTK_WIDGET (self->board), *x, *y, x, y);
}

static void
drag_begin_cb (TrlPalette *self,
               double      x,
               double      y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), y);

  self->pressed = row != NULL ? item_of (row) : NULL;
  self->dragging = FALSE;
}

/* A finger on the list scrolls it; it has to mean the card. */
static gboolean
is_drag (TrlPalette *self,
         double      dx,
         double      dy)
{
  gboolean touch = gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (self->drag)) != NULL;
  int threshold = 8;

  g_object_get (gtk_widget_get_settings (self->list), "gtk-dnd-drag-threshold", &threshold, NULL);
  return hypot (dx, dy) >= trl_drag_threshold (threshold, touch, TRUE);
}

static void
drag_update_cb (TrlPalette *self,
                double      dx,
                double      dy)
{
  double x, y;

  if (self->pressed == NULL || self->board == NULL)
    return;
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y);
  if (!self->dragging)
    {
      double start_x = x, start_y = y;

      if (!is_drag (self, dx, dy))
        return;
      self->dragging = TRUE;
      gtk_gesture_set_state (self->drag, GTK_EVENT_SEQUENCE_CLAIMED);
      to_board (self, &start_x, &start_y);
      trl_board_drag_begin (self->board, trl_palette_item_get_cargo (self->pressed), start_x, start_y);
    }
  x += dx;
  y += dy;
  to_board (self, &x, &y);
  trl_board_drag_update (self->board, x, y,
                         gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (self->drag)));
}

static void
drag_end_cb (TrlPalette *self,
             double      dx,
             double      dy)
{
  double x, y;

  if (!self->dragging || self->board == NULL)
    return;
  self->dragging = FALSE;
  self->pressed = NULL;
  gtk_gesture_drag_get_start_point (GTK_GESTURE_DRAG (self->drag), &x, &y);
  x += dx;
  y += dy;
  to_board (self, &x, &y);
  trl_board_drag_drop (self->board, x, y);
}

static void
drag_cancelled_cb (TrlPalette *self)
{
  trl_palette_cancel_drag (self);
}

static void
make_search (TrlPalette *self)
{
  GtkEventController *down = gtk_shortcut_controller_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the palette"), -1);
  gtk_widget_add_css_class (self->search, "palette-search");
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search), 8);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (search_entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (search_left_cb), self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (down),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (search_down_cb, self, NULL)));
  gtk_widget_add_controller (self->search, down);
  /* Who types a word and Enter at once means that word. */
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_box_append (GTK_BOX (self), self->search);
}

static void
make_list (TrlPalette *self)
{
  GtkWidget *scroller = trl_scroller_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->list), FALSE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), set_heading, self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Palette"), -1);
  gtk_widget_add_css_class (self->list, "palette-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect_object (self->drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-update", G_CALLBACK (drag_update_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "drag-end", G_CALLBACK (drag_end_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->drag, "cancel", G_CALLBACK (drag_cancelled_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (self->drag));

  self->nothing = gtk_label_new (_("Nothing like that"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_set_visible (self->nothing, FALSE);

  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);   /* as wide as its words */
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self), scroller);
}

static void
trl_palette_init (TrlPalette *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "palette");
  make_search (self);
  make_list (self);
}

static void
add_row (TrlPalette     *self,
         TrlPaletteItem *item)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (trl_palette_item_get_label (item));
  const TrlCargo *cargo = trl_palette_item_get_cargo (item);
  /* Translators: how a screen reader names an entry of the palette: "Technology, Partner type". */
  g_autofree char *spoken = g_strdup_printf (_("%s, %s"), trl_palette_item_get_label (item), trl_kind_get_label (cargo->kind));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* What is always there makes the palette as wide as its words; what comes and goes does not move the board. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), trl_palette_item_is_usual (item) ? 22 : 15);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), trl_swatch_new (cargo));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_add_css_class (row, "palette-entry");
  gtk_widget_set_tooltip_text (row, trl_palette_item_get_help (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, trl_palette_item_get_help (item), -1);
  g_object_set_data_full (G_OBJECT (row), ITEM, g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), SECTION, GINT_TO_POINTER (trl_palette_item_get_section (item)));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
add_more (TrlPalette *self,
          TrlSection  section)
{
  GtkWidget *row, *label;
  GtkGesture *click;
  const char *text = trl_section_get_more (section);

  if (text == NULL)
    return;
  row = gtk_list_box_row_new ();
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_widget_add_css_class (row, "palette-more");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data (G_OBJECT (row), SECTION, GINT_TO_POINTER (section));
  click = gtk_gesture_click_new ();
  g_signal_connect_object (click, "released", G_CALLBACK (more_clicked_cb), self, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (click));
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/**
 * trl_palette_new:
 * @desk: the desk
 * @board: (nullable): where drags go; without one only the keyboard adds
 *
 * Returns: (transfer floating): a palette
 */
GtkWidget *
trl_palette_new (TrlDesk  *desk,
                 TrlBoard *board)
{
  TrlPalette *self;
  g_autoptr (GPtrArray) items = trl_palette_items_new ();

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_PALETTE, NULL);
  self->desk = g_object_ref (desk);
  g_set_weak_pointer (&self->board, board);
  /* The usual ones first, then the rest, so that "More…" stands where the rest begins. */
  for (int section = 0; section < TRL_N_SECTIONS; section++)
    {
      for (guint i = 0; i < items->len; i++)
        if (trl_palette_item_get_section (g_ptr_array_index (items, i)) == (TrlSection) section &&
            trl_palette_item_is_usual (g_ptr_array_index (items, i)))
          add_row (self, g_ptr_array_index (items, i));
      add_more (self, section);
      for (guint i = 0; i < items->len; i++)
        if (trl_palette_item_get_section (g_ptr_array_index (items, i)) == (TrlSection) section &&
            !trl_palette_item_is_usual (g_ptr_array_index (items, i)))
          add_row (self, g_ptr_array_index (items, i));
    }
  return GTK_WIDGET (self);
}

/**
 * trl_palette_focus:
 * @self: a palette
 *
 * Puts the cursor in the search.
 */
void
trl_palette_focus (TrlPalette *self)
{
  g_return_if_fail (TRL_IS_PALETTE (self));

  gtk_widget_grab_focus (self->search);
}

/**
 * trl_palette_search:
 * @self: a palette
 * @text: what is searched for
 *
 * Shows only what fits.
 */
void
trl_palette_search (TrlPalette *self,
                    const char *text)
{
  g_return_if_fail (TRL_IS_PALETTE (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  searched_cb (self);
}

/**
 * trl_palette_get_n_shown:
 * @self: a palette
 *
 * Returns: how many entries can be seen, without those that ask for more
 */
guint
trl_palette_get_n_shown (TrlPalette *self)
{
  GtkListBoxRow *row;
  guint n = 0;

  g_return_val_if_fail (TRL_IS_PALETTE (self), 0);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (item_of (row) != NULL && filter_row (row, self))
      n++;
  return n;
}

/**
 * trl_palette_add:
 * @self: a palette
 * @item: an entry
 *
 * Adds a card where it belongs for what is selected: the twin of a drag.
 *
 * Returns: whether something was added
 */
gboolean
trl_palette_add (TrlPalette     *self,
                 TrlPaletteItem *item)
{
  TrlBlueprint *blueprint;
  g_autofree char *id = NULL;
  const char * const *selected;
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_PALETTE (self), FALSE);
  g_return_val_if_fail (TRL_IS_PALETTE_ITEM (item), FALSE);

  if (self->board != NULL)
    return trl_board_add (self->board, trl_palette_item_get_cargo (item)) != NULL;

  blueprint = trl_desk_get_blueprint (self->desk);
  selected = trl_selection_get_ids (trl_desk_get_selection (self->desk));
  edit = trl_act_add (blueprint, trl_palette_item_get_cargo (item), selected[0], 0, 0, &id);
  return trl_desk_commit (self->desk, edit, id);
}

/**
 * trl_palette_cancel_drag:
 * @self: a palette
 *
 * Ends a drag without a trace.
 *
 * Returns: whether there was one
 */
gboolean
trl_palette_cancel_drag (TrlPalette *self)
{
  gboolean was = self->dragging;

  g_return_val_if_fail (TRL_IS_PALETTE (self), FALSE);

  self->dragging = FALSE;
  self->pressed = NULL;
  if (was && self->board != NULL)
    {
      trl_board_drag_cancel (self->board);
      gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
    }
  return was;
}
