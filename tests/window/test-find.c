/* test-find.c: what is typed is found, shown and selected, by keys alone.
 *
 * TRL_TOUR=FOLDER keeps a picture of every stop, for eyes. */

#include "config.h"

#include <adwaita.h>

#include "application.h"
#include "commands.h"
#include "search-text.h"
#include "support.h"
#include "window-private.h"

static void
test_fold (void)
{
  static const struct { const char *typed, *text; gboolean found; } cases[] = {
    { "CAFE", "Café", TRUE },
    { "café", "cafe", TRUE },
    { "strasse", "Straße", TRUE },
    { "  gold ", "Gold", TRUE },
    { "gold eur", "100,000 EUR for Gold", TRUE },
    { "", "anything", TRUE },
    { "<i>", HOSTILE, TRUE },
    { "silver", "Gold", FALSE },
    { "gold silver", "Gold", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = trl_search_fold (cases[i].typed);
      g_autofree char *text = trl_search_fold (cases[i].text);

      g_assert_cmpint (trl_search_matches (text, words), ==, cases[i].found);
    }
  g_assert_true (trl_search_begins ("export", "ex"));
  g_assert_false (trl_search_begins ("next", "ex"));
  g_assert_true (trl_search_begins ("ex next", "ex"));
}

static const char *
selected (TrlDesk *desk)
{
  return trl_selection_get_last (trl_desk_get_selection (desk));
}

/* Names, texts and what the board says of a card; around the end, and back. */
static void
test_bar (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *widget = g_object_ref_sink (trl_find_bar_new (desk));
  TrlFindBar *bar = TRL_FIND_BAR (widget);
  g_autoptr (TrlEdit) edit = trl_edit_new (trl_desk_get_blueprint (desk), "Rename");

  trl_edit_set_text (edit, "t2", TRL_TIER_NAME, "Café " HOSTILE);
  g_assert_true (trl_edit_commit (edit));
  trl_find_bar_open (bar);
  trl_find_bar_search (bar, "cafe");
  g_assert_cmpuint (trl_find_bar_get_n_found (bar), ==, 1);
  g_assert_cmpstr (selected (desk), ==, "t2");
  trl_find_bar_search (bar, "tier");
  g_assert_cmpuint (trl_find_bar_get_n_found (bar), ==, 2);
  g_assert_cmpstr (selected (desk), ==, "t2");
  trl_find_bar_step (bar, 1);
  g_assert_cmpstr (selected (desk), ==, "t1");
  trl_find_bar_step (bar, -1);
  g_assert_cmpstr (selected (desk), ==, "t2");
  trl_find_bar_search (bar, "no such card");
  g_assert_cmpuint (trl_find_bar_get_n_found (bar), ==, 0);
  trl_find_bar_step (bar, 1);
  g_assert_cmpstr (selected (desk), ==, "t2");
  /* What is undone is not found any more. */
  trl_find_bar_search (bar, "cafe");
  undo (desk);
  g_assert_cmpuint (trl_find_bar_get_n_found (bar), ==, 0);
  trl_find_bar_close (bar);
  g_assert_false (gtk_widget_get_visible (widget));
  g_object_unref (widget);
}

static gboolean
passed_cb (gpointer passed)
{
  *(gboolean *) passed = TRUE;
  return G_SOURCE_REMOVE;
}

static void
painted_cb (int *frames)
{
  ++*frames;
}

static void
keep_picture (GtkWidget  *top,
              const char *what)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (top);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *path = NULL;

  if (g_getenv ("TRL_TOUR") == NULL)
    return;
  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (top)), node, NULL);
  path = g_strdup_printf ("%s/find-%s.png", g_getenv ("TRL_TOUR"), what);
  gdk_texture_save_to_png (texture, path);
}

/* Lets a window paint: at least two frames, and no longer than a second. */
static void
look (GtkWidget  *top,
      const char *what)
{
  gboolean late = FALSE;
  int frames = 0;
  guint timeout;
  gulong handler;

  while (!gtk_widget_get_mapped (top))
    g_main_context_iteration (NULL, TRUE);
  handler = g_signal_connect_swapped (gtk_widget_get_frame_clock (top), "after-paint", G_CALLBACK (painted_cb), &frames);
  timeout = g_timeout_add (1000, passed_cb, &late);
  while (!late && frames < 2)
    {
      gtk_widget_queue_draw (top);
      g_main_context_iteration (NULL, TRUE);
    }
  while (!late && g_main_context_iteration (NULL, FALSE))
    ;
  if (!late)
    g_source_remove (timeout);
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (top), handler);
  keep_picture (top, what);
}

static void
run (TrlWindow  *window,
     const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, NULL);
}

/* The bar lies clear of the strip, has the keyboard, and gives it back. */
static void
drive_find (TrlWindow *window)
{
  GtkWidget *bar = GTK_WIDGET (window->find_bar);
  GtkWidget *search = find_widget (bar, GTK_TYPE_SEARCH_ENTRY);
  graphene_rect_t of_bar, of_strip;

  run (window, "find");
  look (GTK_WIDGET (window), "opened");
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), search));
  g_assert_true (gtk_widget_compute_bounds (bar, GTK_WIDGET (window), &of_bar));
  if (gtk_widget_get_mapped (GTK_WIDGET (window->strip)))
    {
      g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (window->strip), GTK_WIDGET (window), &of_strip));
      g_assert_false (graphene_rect_intersection (&of_bar, &of_strip, NULL));
    }
  gtk_editable_set_text (GTK_EDITABLE (search), "referral");
  g_signal_emit_by_name (search, "activate");   /* at once: that is the new word, and its first card */
  g_assert_cmpuint (trl_find_bar_get_n_found (window->find_bar), >, 1);
  look (GTK_WIDGET (window), gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL ? "rtl" : "found");
  g_assert_nonnull (selected (window->desk));
  g_signal_emit_by_name (search, "stop-search");
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_nonnull (selected (window->desk));
  g_assert_false (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), bar));
}

static TrlCommands *
open_commands (TrlWindow  *window,
               const char *text)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  run (window, "commands");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) top = g_list_model_get_item (windows, i);

      if (TRL_IS_COMMANDS (top))
        {
          look (GTK_WIDGET (top), "commands");
          trl_commands_search (TRL_COMMANDS (top), text);
          look (GTK_WIDGET (top), text);
          return TRL_COMMANDS (top);
        }
    }
  g_assert_not_reached ();
}

static guint
count_dialogs (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

/* Every row has a name for screen readers. */
static void
assert_named (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         gtk_label_get_text (GTK_LABEL (find_widget (widget, GTK_TYPE_LABEL))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

/* An action, a card of the palette, a card of the board; what cannot be done is not there. */
static void
drive_commands (TrlWindow *window)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (window->desk);
  guint before = trl_blueprint_get_n_cards (blueprint), tops = count_dialogs ();
  TrlCommands *commands = open_commands (window, "");

  g_assert_cmpuint (trl_commands_get_n_shown (commands), >, 20);
  assert_named (GTK_WIDGET (commands));
  trl_commands_search (commands, "no such thing");
  g_assert_cmpuint (trl_commands_get_n_shown (commands), ==, 0);
  g_assert_false (trl_commands_run (commands, 0));
  g_signal_emit_by_name (find_widget (GTK_WIDGET (commands), GTK_TYPE_SEARCH_ENTRY), "stop-search");
  g_assert_cmpuint (count_dialogs (), ==, tops);

  commands = open_commands (window, "mode room");
  g_assert_cmpuint (trl_commands_get_n_shown (commands), >=, 1);
  g_assert_true (trl_commands_run (commands, 0));
  g_assert_true (window->room_mode);
  run (window, "room-mode");

  commands = open_commands (window, "add sticky");
  g_signal_emit_by_name (find_widget (GTK_WIDGET (commands), GTK_TYPE_SEARCH_ENTRY), "activate");
  g_assert_cmpuint (trl_blueprint_get_n_cards (blueprint), ==, before + 1);
  undo (window->desk);

  trl_selection_clear (trl_desk_get_selection (window->desk));
  commands = open_commands (window, "go agency");
  g_assert_true (trl_commands_run (commands, 0));
  g_assert_nonnull (selected (window->desk));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (window->board)) ||
                 gtk_root_get_focus (GTK_ROOT (window)) == GTK_WIDGET (window->board));
  g_assert_cmpuint (count_dialogs (), ==, tops);
}

static void
drive (TrlWindow *window)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  int usual;

  drive_find (window);
  drive_commands (window);
  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  look (GTK_WIDGET (window), "large-text");
  drive_find (window);
  drive_commands (window);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  /* A talk is no place to look for cards. */
  run (window, "find");
  run (window, "present");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->find_bar)));
  run (window, "find");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->find_bar)));
}

static void
activated_cb (GApplication *application,
              gpointer      user_data)
{
  TrlWindow *window = trl_window_new (TRL_APPLICATION (application));

  gtk_window_set_default_size (GTK_WINDOW (window), 1366, 768);
  gtk_window_present (GTK_WINDOW (window));
  trl_window_start (window, "founder-after");
  look (GTK_WIDGET (window), "window");
  drive (window);
  gtk_window_destroy (GTK_WINDOW (window));
  *(gboolean *) user_data = TRUE;
  g_application_quit (application);
}

static void
test_window (void)
{
  TrlApplication *application = trl_application_new ();
  gboolean ran = FALSE;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), &ran);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_assert_true (ran);
  g_object_unref (application);
}

static void
test_window_rtl (void)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_window ();
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/find/case, accents and the order of words do not matter", test_fold);
  g_test_add_func ("/window/find/cards are found and selected", test_bar);
  g_test_add_func ("/window/find/in the window, also with large text", test_window);
  g_test_add_func ("/window/find/in the window, right to left", test_window_rtl);
  return g_test_run ();
}
