/* editor-options.c: one of a list: choices, catalogue entries, units, levels, one card. */

#define G_LOG_DOMAIN "editor-options"

#include "config.h"

#include "editor.h"

#include <glib/gi18n.h>

#include "candidates.h"

#define CANDIDATES "trl-candidates"

/* From this many on a list can be searched. */
#define SEARCHABLE 9

static void
chosen_cb (GtkDropDown *drop_down,
           GParamSpec  *pspec,
           TrlField    *field)
{
  TrlCandidates *candidates = g_object_get_data (G_OBJECT (drop_down), CANDIDATES);
  guint index = gtk_drop_down_get_selected (drop_down);
  const char *id;
  TrlValue *value = NULL;

  if (trl_field_is_loading (field) || candidates == NULL || index >= candidates->ids->len)
    return;
  id = g_ptr_array_index (candidates->ids, index);
  if (g_str_equal (id, TRL_CANDIDATE_UNKNOWN))
    value = trl_value_new_unknown (NULL);
  else if (g_str_equal (id, TRL_CANDIDATE_NOT_APPLICABLE))
    value = trl_value_new_not_applicable ();
  else if (!g_str_equal (id, TRL_CANDIDATE_OPEN))
    value = trl_value_new_text (id);
  trl_field_set_value (field, value);
  trl_field_leave (field);
}

static void
setup_label_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                gpointer                  user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (GPOINTER_TO_INT (user_data))
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 3);
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_label_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               gpointer                  user_data)
{
  GtkStringObject *string = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (string));
}

static GtkListItemFactory *
make_factory (gboolean narrow)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_label_cb), GINT_TO_POINTER (narrow));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_label_cb), NULL);
  return factory;
}

static GtkWidget *
options_create (TrlField *field)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));
  g_autoptr (GtkListItemFactory) narrow = make_factory (TRUE);
  g_autoptr (GtkListItemFactory) wide = make_factory (FALSE);

  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop_down), narrow);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop_down), wide);
  gtk_widget_set_hexpand (drop_down, !trl_field_get_in_sentence (field));
  /* Newer GTK names a drop-down after what is chosen; it is the member that it is named after. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (chosen_cb), field, 0);
  return drop_down;
}

static const char *
held_id (const TrlValue *value)
{
  switch (trl_value_get_state (value))
    {
    case TRL_STATE_KNOWN:
      return trl_value_get_text (value);
    case TRL_STATE_UNKNOWN:
      return TRL_CANDIDATE_UNKNOWN;
    case TRL_STATE_NOT_APPLICABLE:
      return TRL_CANDIDATE_NOT_APPLICABLE;
    case TRL_STATE_OPEN:
    default:
      return TRL_CANDIDATE_OPEN;
    }
}

static void
options_show (TrlField  *field,
              GtkWidget *widget,
              TrlCard   *card)
{
  TrlMember member = trl_field_get_member (field);
  TrlBlueprint *blueprint = trl_desk_get_blueprint (trl_field_get_desk (field));
  TrlCandidates *shown = g_object_get_data (G_OBJECT (widget), CANDIDATES);
  g_autoptr (TrlCandidates) now = trl_candidates_new (blueprint, card, member, TRUE);
  int index = trl_candidates_find (now, held_id (trl_card_get_value (card, member)));

  if (!trl_candidates_equal (shown, now))
    {
      g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

      for (guint i = 0; i < now->labels->len; i++)
        gtk_string_list_append (labels, g_ptr_array_index (now->labels, i));
      gtk_drop_down_set_model (GTK_DROP_DOWN (widget), G_LIST_MODEL (labels));
      gtk_drop_down_set_enable_search (GTK_DROP_DOWN (widget), now->ids->len >= SEARCHABLE);
      g_object_set_data_full (G_OBJECT (widget), CANDIDATES, g_steal_pointer (&now), (GDestroyNotify) trl_candidates_free);
    }
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), index >= 0 ? (guint) index : 0);
}

const TrlEditor trl_editor_options = { options_create, options_show };
