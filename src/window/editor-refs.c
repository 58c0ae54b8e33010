/* editor-refs.c: some of the cards of a kind, ticked in a list. */

#define G_LOG_DOMAIN "editor-refs"

#include "config.h"

#include "editor.h"

#include <glib/gi18n.h>

#include "candidates.h"
#include "scroller.h"

#define ID "trl-id"

static void
ticked_cb (GtkCheckButton *button,
           TrlField       *field)
{
  TrlCard *card = trl_field_get_card (field);
  const char *id = g_object_get_data (G_OBJECT (button), ID);
  const char * const *held;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (trl_field_is_loading (field) || card == NULL)
    return;
  held = trl_card_get_refs (card, trl_field_get_member (field));
  for (guint i = 0; held != NULL && held[i] != NULL; i++)
    if (!g_str_equal (held[i], id))
      g_ptr_array_add (ids, (char *) held[i]);
  if (gtk_check_button_get_active (button))
    g_ptr_array_add (ids, (char *) id);
  g_ptr_array_add (ids, NULL);
  trl_field_set_value (field, ids->len > 1 ? trl_value_new_list ((const char * const *) ids->pdata) : NULL);
}

static GtkWidget *
get_list (GtkWidget *button)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  GtkWidget *scroller = gtk_popover_get_child (popover);
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));

  return gtk_viewport_get_child (GTK_VIEWPORT (viewport));
}

static GtkWidget *
refs_create (TrlField *field)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = trl_scroller_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), label);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static void
add_tick (TrlField   *field,
          GtkWidget  *list,
          const char *id,
          const char *label,
          gboolean    active)
{
  GtkWidget *tick = gtk_check_button_new_with_label (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), active);
  g_object_set_data_full (G_OBJECT (tick), ID, g_strdup (id), g_free);
  g_signal_connect_object (tick, "toggled", G_CALLBACK (ticked_cb), field, 0);
  gtk_box_append (GTK_BOX (list), tick);
}

/* Ticks that are right already stay, so that the focus stays on them. */
static gboolean
update_ticks (GtkWidget           *list,
              const TrlCandidates *now,
              TrlCard             *card,
              TrlMember            member)
{
  GtkWidget *tick = gtk_widget_get_first_child (list);

  for (guint i = 0; i < now->ids->len; i++, tick = gtk_widget_get_next_sibling (tick))
    {
      if (tick == NULL || !GTK_IS_CHECK_BUTTON (tick) ||
          g_strcmp0 (g_object_get_data (G_OBJECT (tick), ID), g_ptr_array_index (now->ids, i)) != 0)
        return FALSE;
      gtk_check_button_set_label (GTK_CHECK_BUTTON (tick), g_ptr_array_index (now->labels, i));
      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), trl_card_has_ref (card, member, g_ptr_array_index (now->ids, i)));
    }
  return tick == NULL;
}

static void
refs_show (TrlField  *field,
           GtkWidget *widget,
           TrlCard   *card)
{
  TrlMember member = trl_field_get_member (field);
  TrlBlueprint *blueprint = trl_desk_get_blueprint (trl_field_get_desk (field));
  g_autoptr (TrlCandidates) now = trl_candidates_new (blueprint, card, member, FALSE);
  g_autoptr (GString) names = g_string_new (NULL);
  GtkWidget *list = get_list (widget);
  gboolean kept = now->ids->len > 0 && update_ticks (list, now, card, member);
  GtkWidget *child;

  while (!kept && (child = gtk_widget_get_first_child (list)) != NULL)
    gtk_box_remove (GTK_BOX (list), child);
  for (guint i = 0; i < now->ids->len; i++)
    {
      gboolean held = trl_card_has_ref (card, member, g_ptr_array_index (now->ids, i));

      if (!kept)
        add_tick (field, list, g_ptr_array_index (now->ids, i), g_ptr_array_index (now->labels, i), held);
      if (held)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (char *) g_ptr_array_index (now->labels, i));
    }
  if (now->ids->len == 0)
    gtk_box_append (GTK_BOX (list), gtk_label_new (_("There is nothing to choose from yet")));
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (GTK_MENU_BUTTON (widget))),
                      names->len > 0 ? names->str : C_("value", "Open"));
}

const TrlEditor trl_editor_refs = { refs_create, refs_show };
