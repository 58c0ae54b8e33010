/* start-page.c: recent designs, templates, and a blank board. */

#define G_LOG_DOMAIN "start-page"

#include "config.h"

#include "start-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "journal.h"
#include "recents.h"
#include "scroller.h"
#include "settings.h"
#include "template-picture.h"
#include "templates.h"
#include "wrap-layout.h"

#define PICTURE_WIDTH 272
#define PICTURE_HEIGHT 170

/* The newest that were not saved; the rest follows when these are opened or discarded. A start must stay in view. */
#define MOST_ORPHANS 3

struct _TrlStartPage
{
  GtkBox     parent_instance;

  GtkWidget *cards;
  GtkWidget *orphans_box;
  GtkWidget *orphans;
  GtkWidget *more_orphans;
  GtkWidget *recents_box;
  GtkWidget *recents;
};

G_DEFINE_FINAL_TYPE (TrlStartPage, trl_start_page, GTK_TYPE_BOX)

static void
trl_start_page_class_init (TrlStartPageClass *klass)
{
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GdkPaintable *
draw_template (const char *template)
{
  TrlThemeKind theme = adw_style_manager_get_dark (adw_style_manager_get_default ()) ? TRL_THEME_DARK : TRL_THEME_LIGHT;

  return trl_template_picture_new (template, theme, 2 * PICTURE_WIDTH, 2 * PICTURE_HEIGHT);
}

static GtkWidget *
make_picture (const char *template)
{
  g_autoptr (GdkPaintable) paintable = template != NULL ? draw_template (template) : NULL;
  GtkWidget *picture;

  if (paintable == NULL)
    {
      picture = gtk_image_new_from_icon_name (template != NULL ? "x-office-document-symbolic" : "list-add-symbolic");
      gtk_image_set_pixel_size (GTK_IMAGE (picture), 48);
    }
  else
    {
      GtkWidget *drawn = gtk_picture_new_for_paintable (paintable);

      gtk_picture_set_can_shrink (GTK_PICTURE (drawn), TRUE);
      picture = adw_clamp_new ();   /* the paintable has twice the pixels, for sharp screens */
      adw_clamp_set_maximum_size (ADW_CLAMP (picture), PICTURE_WIDTH);
      adw_clamp_set_child (ADW_CLAMP (picture), drawn);
    }
  gtk_widget_set_size_request (picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_widget_add_css_class (picture, "start-picture");
  return picture;
}

static void
add_card (TrlStartPage *self,
          const char   *template,
          const char   *title,
          const char   *description)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = make_label (description, "dim-label");

  gtk_label_set_max_width_chars (GTK_LABEL (line), 30);
  gtk_widget_add_css_class (text, "start-card-text");
  gtk_box_append (GTK_BOX (text), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (text), line);
  gtk_box_append (GTK_BOX (box), make_picture (template));
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "start-card");
  gtk_widget_set_overflow (button, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.start");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", template != NULL ? template : "");
  gtk_box_append (GTK_BOX (self->cards), button);
}

static void
recent_activated_cb (GtkListBox    *list,
                     GtkListBoxRow *row,
                     gpointer       user_data)
{
  gtk_widget_activate_action (GTK_WIDGET (list), "app.open-recent", "s", g_object_get_data (G_OBJECT (row), "trl-uri"));
}

static void
add_recent (TrlStartPage    *self,
            const TrlRecent *recent)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (recent->title, -1);
  g_autofree char *folder = g_markup_escape_text (recent->folder, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "trl-uri", g_strdup (recent->uri), g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->recents), row);
}

static GtkWidget *
make_list (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

static void
clear_list (GtkWidget *list)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
}

static void
add_orphan_button (GtkWidget  *row,
                   const char *label,
                   const char *action,
                   const char *path)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", path);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* "Nordwind Partner Program", "12 changes · 23 November 2026, 14:03" */
static void
add_orphan (TrlStartPage    *self,
            const TrlOrphan *orphan)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (orphan->time);
  g_autofree char *day = when != NULL ? g_date_time_format (when, _("%-d %B %Y")) : NULL;
  g_autofree char *clock = when != NULL ? g_date_time_format (when, "%H:%M") : NULL;
  g_autofree char *time = when != NULL ? g_strdup_printf ("%s, %s", day, clock) : g_strdup ("");
  g_autofree char *changes = g_strdup_printf (ngettext ("%u change", "%u changes", orphan->n_changes), orphan->n_changes);
  g_autofree char *line = orphan->n_changes > 0 ? g_strdup_printf ("%s · %s", changes, time) : g_strdup (time);
  g_autofree char *title = g_markup_escape_text (orphan->name != NULL ? orphan->name : _("Untitled Program"), -1);
  g_autofree char *subtitle = g_markup_escape_text (line, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_orphan_button (row, _("Open a Copy"), "win.recover", orphan->path);
  add_orphan_button (row, _("Discard"), "win.discard-orphan", orphan->path);
  gtk_list_box_append (GTK_LIST_BOX (self->orphans), row);
}

static void
make_orphans (TrlStartPage *self)
{
  self->orphans_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->orphans = make_list (_("Work that was not saved"));
  gtk_box_append (GTK_BOX (self->orphans_box), make_label (_("Work That Was Not Saved"), "title-4"));
  gtk_box_append (GTK_BOX (self->orphans_box),
                  make_label (_("Trellis ended before it was saved. Nothing has been written over your files."), "dim-label"));
  gtk_box_append (GTK_BOX (self->orphans_box), self->orphans);
  self->more_orphans = make_label ("", "dim-label");
  gtk_box_append (GTK_BOX (self->orphans_box), self->more_orphans);
}

static GtkWidget *
make_open_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Open File…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.open");
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static void
make_recents (TrlStartPage *self)
{
  self->recents_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->recents = make_list (_("Recent designs"));
  g_signal_connect (self->recents, "row-activated", G_CALLBACK (recent_activated_cb), NULL);
  gtk_box_append (GTK_BOX (self->recents_box), make_label (_("Recent Designs"), "title-4"));
  gtk_box_append (GTK_BOX (self->recents_box), self->recents);
}

static void
add_templates (TrlStartPage *self)
{
  guint n;
  const TrlTemplate *templates = trl_templates_get_all (&n);

  add_card (self, NULL, _("Blank Board"), _("Begin with the first question: which kinds of partners?"));
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (templates[i].name, "blank"))
      add_card (self, templates[i].name, trl_templates_get_title (&templates[i]),
                trl_templates_get_description (&templates[i]));
}

static void
trl_start_page_init (TrlStartPage *self)
{
  GtkWidget *scroller = trl_scroller_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->cards = trl_wrap_new (18);
  make_orphans (self);
  make_recents (self);
  add_templates (self);

  gtk_box_append (GTK_BOX (column), make_label (_("Design the program first, then recruit"), "title-1"));
  gtk_box_append (GTK_BOX (column), make_label (_("Lay out partner types, motions, tiers, incentives and the path to the first deal on one board."), "dim-label"));
  gtk_box_append (GTK_BOX (column), self->orphans_box);
  gtk_box_append (GTK_BOX (column), self->cards);
  gtk_box_append (GTK_BOX (column), make_open_button ());
  gtk_box_append (GTK_BOX (column), self->recents_box);
  gtk_widget_add_css_class (column, "start-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 980);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 980);   /* room for three cards side by side */
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "board-page");
  gtk_box_append (GTK_BOX (self), scroller);
  trl_start_page_refresh (self);
}

/**
 * trl_start_page_new:
 *
 * Returns: (transfer floating): a start page
 */
GtkWidget *
trl_start_page_new (void)
{
  return g_object_new (TRL_TYPE_START_PAGE, NULL);
}

/**
 * trl_start_page_refresh:
 * @self: a start page
 *
 * Lists the recent designs, and what was not saved, anew.
 */
void
trl_start_page_refresh (TrlStartPage *self)
{
  g_autoptr (GPtrArray) recents = trl_recents_list (g_settings_get_int (trl_settings_get (), "recent-limit"));
  g_autoptr (GPtrArray) orphans = trl_journal_list_orphans ();
  g_autofree char *more = NULL;
  guint n_more;

  g_return_if_fail (TRL_IS_START_PAGE (self));

  clear_list (self->orphans);
  n_more = orphans->len > MOST_ORPHANS ? orphans->len - MOST_ORPHANS : 0;
  for (guint i = 0; i < orphans->len - n_more; i++)
    add_orphan (self, g_ptr_array_index (orphans, i));
  more = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);
  gtk_label_set_text (GTK_LABEL (self->more_orphans), more);
  gtk_widget_set_visible (self->more_orphans, n_more > 0);
  gtk_widget_set_visible (self->orphans_box, orphans->len > 0);

  clear_list (self->recents);
  for (guint i = 0; i < recents->len; i++)
    add_recent (self, g_ptr_array_index (recents, i));
  gtk_widget_set_visible (self->recents_box, recents->len > 0);
}
