/* history-list.c: everything that was done, the latest first, to go back to any of it.
 *
 * Undo takes one step; after twenty minutes of talk nobody wants to press it
 * thirty times to find out where the room took the wrong turn. Going there is
 * undo or redo as often as it takes, so nothing is lost by looking. */

#define G_LOG_DOMAIN "history-list"

#include "config.h"

#include "history-list.h"

#include "scroller.h"

#include <glib/gi18n.h>

#define WIDTH  320
#define HEIGHT 420

typedef struct
{
  GtkWidget *popover;
  TrlBoard  *board;
  guint      n;        /* entries */
  guint      n_done;   /* of which so many are not undone */
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  g_object_unref (list->board);
  g_free (list);
}

/* How many entries are done once one has gone to a row: the uppermost is the latest. */
static guint
done_at (const List *list,
         guint       position)
{
  return list->n - position;
}

static void
setup (GtkListItemFactory *factory,
       GtkListItem        *item,
       gpointer            user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind (GtkListItemFactory *factory,
      GtkListItem        *item,
      gpointer            user_data)
{
  const List *list = user_data;
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  guint done = done_at (list, gtk_list_item_get_position (item));
  g_autofree char *words = NULL;

  if (done == list->n_done)
    /* Translators: a row of the history: %s is the last thing that was done: "Move Gold · now" */
    words = g_strdup_printf (_("%s · now"), name);
  else if (done > list->n_done)
    /* Translators: a row of the history: %s is something that was undone: "Move Gold · undone" */
    words = g_strdup_printf (_("%s · undone"), name);
  gtk_label_set_text (GTK_LABEL (label), words != NULL ? words : name);
  if (done > list->n_done)
    gtk_widget_add_css_class (label, "dim-label");
  else
    gtk_widget_remove_css_class (label, "dim-label");
  if (done == list->n_done)
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static void
activated (GtkListView *view,
           guint        position,
           gpointer     user_data)
{
  const List *list = user_data;
  g_autoptr (TrlBoard) board = g_object_ref (list->board);
  guint done = done_at (list, position);

  gtk_popover_popdown (GTK_POPOVER (list->popover));
  gtk_widget_grab_focus (GTK_WIDGET (board));
  trl_board_travel (board, done);
}

static GtkWidget *
make_view (List       *list,
           TrlHistory *history)
{
  g_auto (GStrv) names = trl_history_list_names (history, &list->n_done);
  GtkStringList *model = gtk_string_list_new (NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSingleSelection *selection;
  GtkWidget *view;

  list->n = g_strv_length (names);
  for (guint i = list->n; i > 0; i--)
    gtk_string_list_append (model, names[i - 1]);
  gtk_string_list_append (model, _("Before all of this"));
  selection = gtk_single_selection_new (G_LIST_MODEL (model));
  gtk_single_selection_set_selected (selection, list->n - list->n_done);
  g_signal_connect (factory, "setup", G_CALLBACK (setup), list);
  g_signal_connect (factory, "bind", G_CALLBACK (bind), list);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("History"), -1);
  g_signal_connect (view, "activate", G_CALLBACK (activated), list);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  return view;
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen in it is still on its way. */
static void
closed (GtkPopover *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (popover), g_object_unref);
}

/**
 * trl_history_list_show:
 * @button: what the list hangs on
 * @board: the board, which undoes and shows what it undid
 * @history: what was done
 *
 * Lists what was done; a row brings the design to where it was after it.
 */
void
trl_history_list_show (GtkWidget  *button,
                       TrlBoard   *board,
                       TrlHistory *history)
{
  List *list = g_new0 (List, 1);
  GtkWidget *scroller = trl_scroller_new ();
  GtkWidget *view;

  g_return_if_fail (GTK_IS_WIDGET (button) && TRL_IS_BOARD (board) && TRL_IS_HISTORY (history));

  list->popover = gtk_popover_new ();
  list->board = g_object_ref (board);
  g_object_set_data_full (G_OBJECT (list->popover), "list", list, list_free);
  view = make_view (list, history);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (list->popover), scroller);
  gtk_widget_set_parent (list->popover, button);
  g_signal_connect (list->popover, "closed", G_CALLBACK (closed), NULL);
  gtk_popover_popup (GTK_POPOVER (list->popover));
  gtk_widget_grab_focus (view);
}

static void
pressed (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)), "win.history", NULL);
}

/**
 * trl_history_list_offer:
 * @button: a button that undoes or does again
 *
 * Lets the second mouse button, and a finger that rests, open the list there.
 */
void
trl_history_list_offer (GtkWidget *button)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *rest = gtk_gesture_long_press_new ();

  g_return_if_fail (GTK_IS_WIDGET (button));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), NULL);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (rest), GTK_PHASE_CAPTURE);
  g_signal_connect (rest, "pressed", G_CALLBACK (pressed), NULL);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (rest));
}
