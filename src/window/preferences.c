/* preferences.c: the few things that people may want otherwise. */

#define G_LOG_DOMAIN "preferences"

#include "config.h"

#include "preferences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "scroller.h"
#include "settings.h"

static const char *schemes[] = { "system", "light", "dark", NULL };
static const char *scrolling[] = { "scroll", "zoom", NULL };

static gboolean
word_to_index (GValue   *value,
               GVariant *variant,
               gpointer  user_data)
{
  const char **words = user_data;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
index_to_word (const GValue       *value,
               const GVariantType *type,
               gpointer            user_data)
{
  const char **words = user_data;

  return g_variant_new_string (words[MIN (g_value_get_uint (value), g_strv_length ((char **) words) - 1)]);
}

/* A row with a few words to choose from. */
static void
add_choice (AdwPreferencesGroup *group,
            const char          *key,
            const char          *title,
            const char         **words,
            const char * const  *labels)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_settings_bind_with_mapping (trl_settings_get (), key, row, "selected", G_SETTINGS_BIND_DEFAULT,
                                word_to_index, index_to_word, words, NULL);
  adw_preferences_group_add (group, row);
}

static void
add_switch (AdwPreferencesGroup *group,
            const char          *key,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_settings_bind (trl_settings_get (), key, toggle, "active", G_SETTINGS_BIND_DEFAULT);
  adw_preferences_group_add (group, row);
}

static GtkWidget *
make_looks (void)
{
  const char *labels[] = { C_("colours", "As the system"), C_("colours", "Light"), C_("colours", "Dark"), NULL };
  GtkWidget *looks = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (looks), _("Looks"));
  add_choice (ADW_PREFERENCES_GROUP (looks), "color-scheme", _("Colours"), schemes, labels);
  return looks;
}

static GtkWidget *
make_hands (void)
{
  const char *labels[] = { C_("scrolling", "Moves the board"), C_("scrolling", "Zooms"), NULL };
  GtkWidget *hands = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (hands), _("Board"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (hands),
                                         _("With Ctrl, wheel and touchpad do the other thing. A pinch always zooms."));
  add_choice (ADW_PREFERENCES_GROUP (hands), "mouse-wheel", _("Mouse wheel"), scrolling, labels);
  add_choice (ADW_PREFERENCES_GROUP (hands), "touchpad", _("Touchpad"), scrolling, labels);
  add_switch (ADW_PREFERENCES_GROUP (hands), "snap", _("Snap"), _("Notes, parked cards and motions line up with each other"));
  add_switch (ADW_PREFERENCES_GROUP (hands), "letters", _("Letters Choose Tools"), _("V selects, H moves the board, N starts a note, C connects"));
  return hands;
}

/**
 * trl_preferences_show:
 * @parent: (nullable): the window that asks
 *
 * Shows the preferences.
 */
void
trl_preferences_show (GtkWindow *parent)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_looks ()));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (make_hands ()));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  trl_scroller_tame (window);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}
