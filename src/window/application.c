/* application.c: the program with windows.
 *
 * One window a document; a file that is open already shows its window. Without
 * a session bus GApplication runs on its own, and so does this. */

#define G_LOG_DOMAIN "application"

#include "config.h"

#include "application.h"

#include <glib/gi18n.h>

#include "about.h"
#include "actions.h"
#include "board.h"
#include "preferences.h"
#include "settings.h"
#include "trellis-window-resources.h"
#include "window.h"

struct _TrlApplication
{
  AdwApplication parent_instance;

  GtkFileChooserNative *chooser;
};

G_DEFINE_FINAL_TYPE (TrlApplication, trl_application, ADW_TYPE_APPLICATION)

static TrlWindow *
find_window (TrlApplication *self,
             GFile          *file)
{
  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link != NULL; link = link->next)
    {
      GFile *other = TRL_IS_WINDOW (link->data) ? trl_window_get_file (link->data) : NULL;

      if (other != NULL && g_file_equal (other, file))
        return link->data;
    }
  return NULL;
}

/* The active window when it has no design yet, else a new one. */
static TrlWindow *
get_empty_window (TrlApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (TRL_IS_WINDOW (active) && trl_window_is_empty (TRL_WINDOW (active)))
    return TRL_WINDOW (active);
  return trl_window_new (self);
}

/**
 * trl_application_open:
 * @self: the application
 * @file: a design
 *
 * Shows the window of a file, opens one when there is none.
 */
void
trl_application_open (TrlApplication *self,
                      GFile          *file)
{
  TrlWindow *window;

  g_return_if_fail (TRL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_FILE (file));

  window = find_window (self, file);
  if (window == NULL)
    {
      window = get_empty_window (self);
      gtk_window_present (GTK_WINDOW (window));
      trl_window_open (window, file);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
new_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  TrlWindow *window = get_empty_window (user_data);

  trl_window_start (window, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
start_page_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (GTK_WINDOW (get_empty_window (user_data)));
}

static void
chosen_cb (GtkNativeDialog *dialog,
           int              response,
           TrlApplication  *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      for (guint i = 0; i < g_list_model_get_n_items (files); i++)
        {
          g_autoptr (GFile) file = g_list_model_get_item (files, i);

          trl_application_open (self, file);
        }
    }
  g_clear_object (&self->chooser);
}

static void
open_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TrlApplication *self = user_data;
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    {
      gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
      return;
    }
  gtk_file_filter_set_name (filter, _("Partner Program Designs"));
  gtk_file_filter_add_suffix (filter, "trellis");
  self->chooser = gtk_file_chooser_native_new (_("Open Designs"), gtk_application_get_active_window (GTK_APPLICATION (self)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_recent_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  trl_application_open (user_data, file);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  trl_preferences_show (gtk_application_get_active_window (user_data));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  trl_about_show (gtk_application_get_active_window (user_data));
}

/* Each window asks about its own design; one that says no keeps the program. */
static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static const GActionEntry entries[] = {
  { "new", new_action },
  { "start-page", start_page_action },
  { "open", open_action },
  { "open-recent", open_recent_action, "s" },
  { "preferences", preferences_action },
  { "about", about_action },
  { "quit", quit_action },
};

static void
apply_colour_scheme (GSettings  *settings,
                     const char *key,
                     gpointer    user_data)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");
  const char *theme = g_getenv ("GTK_THEME");
  /* Somebody who forces a dark theme on GTK wants a dark board, too. */
  gboolean forced = theme != NULL && (g_str_has_suffix (theme, ":dark") || g_str_has_suffix (theme, "-dark"));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      forced || g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                      : g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                                       : ADW_COLOR_SCHEME_DEFAULT);
}

static void
trl_application_startup (GApplication *application)
{
  GSettings *settings;

  G_APPLICATION_CLASS (trl_application_parent_class)->startup (application);

  settings = trl_settings_get ();
  gtk_window_set_default_icon_name (APP_ID);
  if (trl_runs_from_build_folder ())
    gtk_icon_theme_add_search_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), BUILDDIR "/data/icons");
  trl_actions_set_accels (GTK_APPLICATION (application));
  g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (apply_colour_scheme), application, 0);
  apply_colour_scheme (settings, NULL, NULL);
}

static void
trl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  gtk_window_present (window != NULL ? window : GTK_WINDOW (trl_window_new (TRL_APPLICATION (application))));
}

static void
trl_application_open_files (GApplication  *application,
                            GFile        **files,
                            int            n_files,
                            const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    trl_application_open (TRL_APPLICATION (application), files[i]);
}

static void
trl_application_dispose (GObject *object)
{
  g_clear_object (&TRL_APPLICATION (object)->chooser);
  G_OBJECT_CLASS (trl_application_parent_class)->dispose (object);
}

static void
trl_application_class_init (TrlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = trl_application_dispose;
  application_class->startup = trl_application_startup;
  application_class->activate = trl_application_activate;
  application_class->open = trl_application_open_files;
}

static void
trl_application_init (TrlApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/**
 * trl_application_new:
 *
 * Returns: (transfer full): the application
 */
TrlApplication *
trl_application_new (void)
{
  /* A static library's resources register themselves only where they are linked whole; say it. */
  g_resources_register (trl_window_get_resource ());
  return g_object_new (TRL_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", APP_PATH,
                       NULL);
}

/**
 * trl_windows_run:
 * @argc: how many arguments there are
 * @argv: the arguments: files to open
 *
 * Runs the program with windows until the last one is closed.
 *
 * Returns: the exit status
 */
int
trl_windows_run (int    argc,
                 char **argv)
{
  g_autoptr (TrlApplication) application = NULL;

  trl_board_choose_renderer ();
  application = trl_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
