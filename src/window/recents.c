/* recents.c: the designs that were open before, as the desktop remembers them. */

#define G_LOG_DOMAIN "recents"

#include "config.h"

#include "recents.h"

#include <gtk/gtk.h>
#include <glib/gi18n.h>

#include "settings.h"
#include "writer.h"

#define MENU_LENGTH 8

static void
recent_free (gpointer data)
{
  TrlRecent *recent = data;

  g_free (recent->uri);
  g_free (recent->title);
  g_free (recent->folder);
  g_free (recent);
}

static char *
folder_of (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return folder != NULL ? g_file_get_uri (folder) : g_strdup ("");
  if (home != NULL && g_str_has_prefix (path, home))
    return g_strconcat ("~", path + strlen (home), NULL);
  return g_steal_pointer (&path);
}

static char *
title_of (GFile *file)
{
  char *name = g_file_get_basename (file);

  if (g_str_has_suffix (name, ".trellis"))
    name[strlen (name) - strlen (".trellis")] = '\0';
  return name;
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_visited (*(GtkRecentInfo **) a);
  GDateTime *second = gtk_recent_info_get_visited (*(GtkRecentInfo **) b);

  return g_date_time_compare (second, first);
}

static gboolean
is_design (GtkRecentInfo *info)
{
  return g_strcmp0 (gtk_recent_info_get_mime_type (info), TRL_MIME_TYPE) == 0 ||
         g_str_has_suffix (gtk_recent_info_get_uri (info), ".trellis");
}

/**
 * trl_recents_list:
 * @most: how many at most
 *
 * Lists designs that are still there, the latest first.
 *
 * Returns: (transfer full) (element-type TrlRecent): the designs
 */
GPtrArray *
trl_recents_list (guint most)
{
  GPtrArray *recents = g_ptr_array_new_with_free_func (recent_free);
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *link = all; link != NULL; link = link->next)
    {
      if (is_design (link->data) && gtk_recent_info_exists (link->data))
        g_ptr_array_add (infos, link->data);
      else
        gtk_recent_info_unref (link->data);
    }
  g_list_free (all);
  g_ptr_array_sort (infos, compare_visits);

  for (guint i = 0; i < infos->len && i < most; i++)
    {
      TrlRecent *recent = g_new0 (TrlRecent, 1);
      g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (g_ptr_array_index (infos, i)));

      recent->uri = g_file_get_uri (file);
      recent->title = title_of (file);
      recent->folder = folder_of (file);
      g_ptr_array_add (recents, recent);
    }
  return recents;
}

/**
 * trl_recents_add:
 * @file: a design
 *
 * Remembers that it was open.
 */
void
trl_recents_add (GFile *file)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .mime_type = (char *) TRL_MIME_TYPE,
    .app_name = (char *) "Trellis",
    .app_exec = (char *) "trellis %u"
  };

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * trl_recents_make_menu:
 *
 * Makes the menu of the button that opens designs.
 *
 * Returns: (transfer full): the menu
 */
GMenuModel *
trl_recents_make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  guint most = MIN (MENU_LENGTH, g_settings_get_int (trl_settings_get (), "recent-limit"));
  g_autoptr (GPtrArray) recents = trl_recents_list (most);

  g_menu_append (first, _("_Open File…"), "app.open");
  g_menu_append (first, _("_Start Page"), "app.start-page");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  for (guint i = 0; i < recents->len; i++)
    {
      TrlRecent *recent = g_ptr_array_index (recents, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (recent->title, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);   /* an underline is no mnemonic here */

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", recent->uri);
      g_menu_append_item (second, item);
    }
  g_menu_append_section (menu, recents->len > 0 ? _("Recent") : NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}
