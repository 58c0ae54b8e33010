/* test-tour.c: once around the window, at every size and in every mode, with real frames.
 *
 * Any warning of GTK, libadwaita or Trellis ends the program (the test
 * framework makes them fatal): whatever asks for a frame too early or gives a
 * label less than nothing fails here. TRL_TOUR=FOLDER keeps a picture of every
 * stop, for eyes. */

#include "config.h"

#include <adwaita.h>

#include "application.h"
#include "window-private.h"

typedef void (*Tour) (TrlWindow *window);

/* How often was looked; to name the pictures. */
static int stops;

/* How wide the window is to become; its edges may take some of it. */
static int wanted_width;

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
keep_picture (GtkWindow    *window,
              GdkPaintable *paintable,
              const char   *what)
{
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
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  path = g_strdup_printf ("%s/%02d-%s.png", g_getenv ("TRL_TOUR"), ++stops, what);
  gdk_texture_save_to_png (texture, path);
}

static gboolean
are_apart (TrlWindow *window)
{
  graphene_rect_t tools, zoom;

  if (window->board == NULL || !gtk_widget_get_mapped (window->tool_box) || !gtk_widget_get_mapped (window->zoom_box))
    return TRUE;
  g_assert_true (gtk_widget_compute_bounds (window->tool_box, GTK_WIDGET (window), &tools));
  g_assert_true (gtk_widget_compute_bounds (window->zoom_box, GTK_WIDGET (window), &zoom));
  return !graphene_rect_intersection (&tools, &zoom, NULL);
}

/* The bars at the bottom stand beside each other or above each other, but never in each other. A busy machine may not have
 * laid them out yet. */
static void
assert_apart (TrlWindow *window)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (!are_apart (window) && g_get_monotonic_time () < end)
    {
      gtk_widget_queue_draw (GTK_WIDGET (window));
      g_main_context_iteration (NULL, TRUE);
    }
  g_assert_true (are_apart (window));
}

/* Lets the window paint until nothing more waits: at least two frames, and no longer than a second. */
static void
look (TrlWindow  *window,
      const char *what)
{
  GtkWindow *top = GTK_WINDOW (window);
  GtkWidget *widget = GTK_WIDGET (window);
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  g_autoptr (GdkPaintable) paintable = NULL;
  GdkFrameClock *clock;
  gulong handler;
  guint timeout;
  gboolean late = FALSE;
  int frames = 0;

  settle:
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (other) == GTK_WINDOW (window) && gtk_widget_get_visible (GTK_WIDGET (other)))
        top = other;
    }
  if (!gtk_widget_get_mapped (GTK_WIDGET (top)))
    {
      g_main_context_iteration (NULL, TRUE);
      goto settle;
    }
  paintable = gtk_widget_paintable_new (GTK_WIDGET (top));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (top));
  handler = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &frames);
  timeout = g_timeout_add (1000, passed_cb, &late);
  while (!late && (frames < 2 || (!window->presenting && ABS (gtk_widget_get_width (widget) - wanted_width) > 60)))
    {
      gtk_widget_queue_draw (GTK_WIDGET (top));
      g_main_context_iteration (NULL, TRUE);
    }
  while (!late && g_main_context_iteration (NULL, FALSE))
    ;
  if (!late)
    g_source_remove (timeout);
  g_signal_handler_disconnect (clock, handler);
  keep_picture (top, paintable, what);
  assert_apart (window);
}

static void
run (TrlWindow  *window,
     const char *action,
     GVariant   *parameter)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), action, parameter);
}

static void
resize (TrlWindow *window,
        int        width,
        int        height)
{
  wanted_width = width;
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
}

/* A dialog that is larger than a small screen cannot be read. */
static void
assert_fits (GType type,
             int   width,
             int   height)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());
  guint n_seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) dialog = g_list_model_get_item (windows, i);

      if (!g_type_is_a (G_OBJECT_TYPE (dialog), type) || !gtk_widget_get_mapped (dialog))
        continue;
      g_test_message ("%s is %d × %d", g_type_name (type), gtk_widget_get_width (dialog), gtk_widget_get_height (dialog));
      g_assert_cmpint (gtk_widget_get_width (dialog), <=, width);
      g_assert_cmpint (gtk_widget_get_height (dialog), <=, height);
      n_seen++;
    }
  g_assert_cmpuint (n_seen, ==, 1);
}

static gboolean
shows (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget);
}

/* What is always in the palette can be read there. */
static void
assert_whole (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    g_error ("“%s” is cut", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

/* At 1024 there is room for one panel at a time, and the board stays the larger part. */
static void
tour_sizes (TrlWindow *window)
{
  static const struct { int width, height; } sizes[] = {
    { 1640, 980 }, { 1366, 768 }, { 1024, 640 }, { 800, 600 }, { 360, 640 }, { 1600, 1000 }
  };

  int bottom;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      resize (window, sizes[i].width, sizes[i].height);
      look (window, "size");
      if (shows (GTK_WIDGET (window->palette)))
        assert_whole (GTK_WIDGET (window->palette));
      run (window, "side-first", NULL);
      look (window, "size-side");
      run (window, "side-first", NULL);
      run (window, "panels", NULL);
      look (window, "size-bare");
      run (window, "panels", NULL);
    }
  resize (window, 1024, 640);
  look (window, "tight");
  bottom = gtk_widget_get_margin_bottom (window->zoom_box);
  run (window, "panels", NULL);
  run (window, "panels", NULL);
  look (window, "tight-again");
  g_assert_cmpint (gtk_widget_get_margin_bottom (window->zoom_box), ==, bottom);   /* the bar does not climb */
  g_assert_true (shows (GTK_WIDGET (window->palette)));
  g_assert_false (shows (GTK_WIDGET (window->side)));
  g_assert_true (shows (GTK_WIDGET (window->side_button)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 1024);
  run (window, "side", g_variant_new_string ("details"));
  look (window, "tight-side");
  g_assert_false (shows (GTK_WIDGET (window->palette)));
  g_assert_true (shows (GTK_WIDGET (window->side)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window->board)), >, 600);
  run (window, "search", NULL);
  look (window, "tight-palette");
  g_assert_true (shows (GTK_WIDGET (window->palette)));
  g_assert_false (shows (GTK_WIDGET (window->side)));
}

/* Panels over Room mode with F9; what was there before comes back. */
static void
tour_room (TrlWindow *window)
{
  run (window, "room-mode", NULL);
  look (window, "room");
  g_assert_false (shows (GTK_WIDGET (window->palette)));
  run (window, "panels", NULL);
  look (window, "room-panels");
  g_assert_true (shows (GTK_WIDGET (window->palette)));
  run (window, "panels", NULL);
  look (window, "room");
  g_assert_false (shows (GTK_WIDGET (window->palette)));
  run (window, "room-mode", NULL);
  look (window, "board");
  g_assert_true (shows (GTK_WIDGET (window->palette)));
}

static void
tour_talk (TrlWindow *window)
{
  gtk_window_set_focus_visible (GTK_WINDOW (window), TRUE);
  run (window, "present", NULL);
  look (window, "present");
  g_assert_false (gtk_window_get_focus_visible (GTK_WINDOW (window)));
  for (int i = 1; i < trl_presenter_get_n_slides (window->presenter); i++)
    {
      trl_presenter_go (window->presenter, i);
      look (window, "slide");
    }
  trl_presenter_stop (window->presenter);
  look (window, "board");
}

static void
close_dialogs (TrlWindow *window)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = g_list_model_get_n_items (windows); i-- > 0; )
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i);

      if (other != GTK_WINDOW (window) && gtk_window_get_transient_for (other) == GTK_WINDOW (window))
        gtk_window_close (other);
    }
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* A message dialog of libadwaita 1.7 asks its own heading how high it is at a
 * width that it does not have yet, and GTK 4.18 warns of that. */
static gboolean shows_message;

static GLogWriterOutput
write_cb (GLogLevelFlags   level,
          const GLogField *fields,
          gsize            n_fields,
          gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (shows_message && g_str_equal (fields[i].key, "MESSAGE") &&
        g_str_has_prefix (fields[i].value, "Trying to measure GtkLabel"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, user_data);
}

static void
tour_dialogs (TrlWindow *window)
{
  static const char *pages[] = { "details", "review", "outline" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      run (window, "side", g_variant_new_string (pages[i]));
      look (window, pages[i]);
    }
  run (window, "next-finding", NULL);
  look (window, "finding");
  shows_message = TRUE;
  run (window, "approve", NULL);
  look (window, "approve");
  close_dialogs (window);
  shows_message = FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window))), "preferences", NULL);
  look (window, "preferences");
  close_dialogs (window);
  run (window, "show-help-overlay", NULL);
  look (window, "shortcuts");
  assert_fits (GTK_TYPE_SHORTCUTS_WINDOW, 1024, 700);
  close_dialogs (window);
  g_action_group_activate_action (trl_board_get_actions (window->board), "select-all", NULL);
  g_action_group_activate_action (trl_board_get_actions (window->board), "move-to", NULL);
  look (window, "move-to");
  g_action_group_activate_action (trl_board_get_actions (window->board), "context-menu", NULL);
  look (window, "menu");
  g_action_group_activate_action (trl_board_get_actions (window->board), "delete", NULL);
  look (window, "deleted");
  g_assert_null (trl_board_get_hint (window->board));   /* the toast says it, once */
  g_assert_nonnull (window->toast);
  run (window, "undo", NULL);
  look (window, "undone");
}

static gboolean
is_on (TrlWindow  *window,
       const char *tool)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (trl_board_get_actions (window->board), tool);

  return g_variant_get_boolean (state);
}

/* The tool box shows which tool is chosen. */
static void
tour_tools (TrlWindow *window)
{
  GActionGroup *actions = trl_board_get_actions (window->board);
  GtkWidget *select = gtk_widget_get_first_child (window->tool_box);
  GtkWidget *hand = gtk_widget_get_next_sibling (select);

  g_assert_true (is_on (window, "tool-select"));
  g_action_group_activate_action (actions, "tool-hand", NULL);
  look (window, "hand");
  g_assert_true (is_on (window, "tool-hand"));
  g_assert_false (is_on (window, "tool-select"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (hand)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (select)));
  g_signal_emit_by_name (select, "clicked");
  look (window, "select");
  g_assert_true (is_on (window, "tool-select"));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (hand)));
}

/* What fits the board fits again when there is more on it; the zoom beside it follows. */
static void
tour_refit (TrlWindow *window)
{
  TrlEdit *edit = trl_edit_new (trl_desk_get_blueprint (window->desk), "Motions");
  g_autofree char *before = g_strdup (gtk_menu_button_get_label (window->zoom_button));

  for (guint i = 0; i < 8; i++)
    trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END);
  trl_desk_commit (window->desk, edit, NULL);
  for (guint i = 0; i < 20 && g_str_equal (gtk_menu_button_get_label (window->zoom_button), before); i++)
    look (window, "refit");
  g_assert_cmpstr (gtk_menu_button_get_label (window->zoom_button), !=, before);
}

/* The minimap comes and goes with its action, and stands where a line of text ends. */
static void
tour_map (TrlWindow *window)
{
  GtkWidget *map = GTK_WIDGET (window->minimap);
  gboolean rtl = gtk_widget_get_direction (map) == GTK_TEXT_DIR_RTL;
  double x, y;

  trl_board_set_zoom (window->board, 2);
  look (window, "no-map");
  g_assert_false (gtk_widget_get_visible (map));
  run (window, "minimap", NULL);
  look (window, "map");
  g_assert_true (gtk_widget_get_visible (map));
  g_assert_true (gtk_widget_translate_coordinates (map, GTK_WIDGET (window->overlay), gtk_widget_get_width (map) / 2, 0, &x, &y));
  g_assert_true (rtl == (x < gtk_widget_get_width (GTK_WIDGET (window->overlay)) / 2.0));
  trl_board_fit (window->board);
  look (window, "map-of-all");
  g_assert_false (gtk_widget_get_visible (map));
  run (window, "minimap", NULL);
}

static void
texture_cb (GObject      *clipboard,
            GAsyncResult *result,
            gpointer      texture)
{
  g_autoptr (GError) error = NULL;

  *(GdkTexture **) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

/* What is selected goes to the clipboard as pixels and as a drawing. */
static void
tour_picture (TrlWindow *window)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autoptr (GdkTexture) all = NULL;
  g_autoptr (GdkTexture) one = NULL;
  GdkTexture **textures[] = { &all, &one };

  trl_selection_clear (trl_desk_get_selection (window->desk));
  for (guint i = 0; i < G_N_ELEMENTS (textures); i++)
    {
      run (window, "copy-picture", NULL);
      g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
      g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/svg+xml"));
      gdk_clipboard_read_texture_async (clipboard, NULL, texture_cb, textures[i]);
      while (*textures[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      if (g_getenv ("TRL_TOUR") != NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s/copied-%u.png", g_getenv ("TRL_TOUR"), i);

          gdk_texture_save_to_png (*textures[i], path);
        }
      g_action_group_activate_action (trl_board_get_actions (window->board), "select-all", NULL);
      trl_selection_set_one (trl_desk_get_selection (window->desk),
                             trl_selection_get_first (trl_desk_get_selection (window->desk)));
    }
  g_assert_cmpint (gdk_texture_get_width (one), >, 40);
  g_assert_cmpint (gdk_texture_get_height (one), >, 20);
  g_assert_cmpint (gdk_texture_get_width (one), <, gdk_texture_get_width (all));
}

/* Twice the size of text: nothing is cut off, the window still fits its screen. */
static void
tour_text (TrlWindow *window)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  int usual;

  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  resize (window, 1640, 980);
  look (window, "large-text");
  tour_room (window);
  tour_talk (window);
  resize (window, 1024, 640);
  look (window, "large-text-tight");
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 1024);
  run (window, "side", g_variant_new_string ("details"));
  look (window, "large-text-side");
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  look (window, "usual-text");
}

static void
activated_cb (GApplication *application,
              gpointer      user_data)
{
  TrlWindow *window = trl_window_new (TRL_APPLICATION (application));
  Tour tour = *(Tour *) user_data;

  resize (window, 1640, 980);
  gtk_window_present (GTK_WINDOW (window));
  look (window, "start");
  trl_window_start (window, "founder-before");
  look (window, "opened");
  tour (window);
  gtk_window_destroy (GTK_WINDOW (window));
  *(Tour *) user_data = NULL;
  g_application_quit (application);
}

static void
test_tour (gconstpointer data)
{
  Tour tour = (Tour) data;
  TrlApplication *application = trl_application_new ();

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), &tour);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_assert_null (tour);
  g_object_unref (application);
}

/* The same from right to left. */
static void
test_tour_rtl (gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  test_tour (data);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int   argc,
      char *argv[])
{
  g_log_set_writer_func (write_cb, NULL, NULL);
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/window/tour/sizes", tour_sizes, test_tour);
  g_test_add_data_func ("/window/tour/room mode", tour_room, test_tour);
  g_test_add_data_func ("/window/tour/presenting", tour_talk, test_tour);
  g_test_add_data_func ("/window/tour/panels and dialogs", tour_dialogs, test_tour);
  g_test_add_data_func ("/window/tour/tools", tour_tools, test_tour);
  g_test_add_data_func ("/window/tour/refit", tour_refit, test_tour);
  g_test_add_data_func ("/window/tour/minimap", tour_map, test_tour);
  g_test_add_data_func ("/window/tour/picture", tour_picture, test_tour);
  g_test_add_data_func ("/window/tour/large text", tour_text, test_tour);
  g_test_add_data_func ("/window/tour/right to left: sizes", tour_sizes, test_tour_rtl);
  g_test_add_data_func ("/window/tour/right to left: presenting", tour_talk, test_tour_rtl);
  g_test_add_data_func ("/window/tour/right to left: minimap", tour_map, test_tour_rtl);
  return g_test_run ();
}
