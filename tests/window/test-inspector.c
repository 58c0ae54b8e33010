/* test-inspector.c: editing in the details: one entry a visit, four states, sentences. */

#include "config.h"

#include "details.h"
#include "editor.h"
#include "inspector.h"
#include "sentence-list.h"
#include "support.h"

static GtkWidget *
open_inspector (TrlDesk    *desk,
                const char *id)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *inspector = trl_inspector_new (desk);

  gtk_window_set_child (GTK_WINDOW (window), inspector);
  trl_selection_set_one (trl_desk_get_selection (desk), id);
  return inspector;
}

static GtkEditable *
get_entry (GtkWidget *inspector,
           TrlMember  member)
{
  GtkWidget *field = trl_inspector_get_field (TRL_INSPECTOR (inspector), member);

  g_assert_nonnull (field);
  return GTK_EDITABLE (find_widget (field, GTK_TYPE_ENTRY));
}

static TrlCard *
get_card (TrlDesk    *desk,
          const char *id)
{
  return trl_blueprint_get (trl_desk_get_blueprint (desk), id);
}

static void
close_inspector (GtkWidget *inspector)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (inspector)));
}

static void
test_one_entry (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *inspector = open_inspector (desk, "t1");
  guint before = trl_history_get_n_undo (trl_desk_get_history (desk));
  const char *typed[] = { "G", "Go", "Gol", "Gold" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    gtk_editable_set_text (get_entry (inspector, TRL_TIER_NAME), typed[i]);
  g_assert_cmpstr (trl_card_get_name (get_card (desk, "t1")), ==, "Gold");
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before + 1);

  undo (desk);
  g_assert_cmpstr (trl_card_get_name (get_card (desk, "t1")), ==, "t1");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (inspector, TRL_TIER_NAME)), ==, "t1");
  close_inspector (inspector);
}

static void
test_visits (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *inspector = open_inspector (desk, "t1");
  guint before = trl_history_get_n_undo (trl_desk_get_history (desk));

  gtk_editable_set_text (get_entry (inspector, TRL_TIER_NAME), "Silver");
  trl_field_leave (TRL_FIELD (trl_inspector_get_field (TRL_INSPECTOR (inspector), TRL_TIER_NAME)));
  gtk_editable_set_text (get_entry (inspector, TRL_TIER_NAME), "Gold");
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before + 2);
  close_inspector (inspector);
}

static void
test_unknown (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *inspector = open_inspector (desk, "t1");

  gtk_editable_set_text (get_entry (inspector, TRL_TIER_PARTNERS_NOW), "?");
  g_assert_cmpint (trl_card_get_state (get_card (desk, "t1"), TRL_TIER_PARTNERS_NOW), ==, TRL_STATE_UNKNOWN);
  gtk_editable_set_text (get_entry (inspector, TRL_TIER_PARTNERS_NOW), "");
  g_assert_cmpint (trl_card_get_state (get_card (desk, "t1"), TRL_TIER_PARTNERS_NOW), ==, TRL_STATE_OPEN);
  close_inspector (inspector);
}

/* What cannot be read is not committed and not flagged while it is typed. */
static void
test_wrong_number (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *inspector = open_inspector (desk, "t1");
  double number = 0;
  int end = 2;

  gtk_editable_set_text (get_entry (inspector, TRL_TIER_PARTNERS_NOW), "12");
  gtk_editable_insert_text (get_entry (inspector, TRL_TIER_PARTNERS_NOW), "x", 1, &end);
  g_assert_true (trl_card_get_number (get_card (desk, "t1"), TRL_TIER_PARTNERS_NOW, &number));
  g_assert_cmpfloat (number, ==, 12);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (get_entry (inspector, TRL_TIER_PARTNERS_NOW)), "error"));
  close_inspector (inspector);
}

static void
test_hostile (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *inspector = open_inspector (desk, "t1");

  gtk_editable_set_text (get_entry (inspector, TRL_TIER_NAME), HOSTILE);
  settle ();
  g_assert_cmpstr (trl_card_get_name (get_card (desk, "t1")), ==, HOSTILE);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (inspector, TRL_TIER_NAME)), ==, HOSTILE);
  close_inspector (inspector);
}

/* Every kind has a form: at most eight members above the fine print, and each member of it has a field. */
static void
test_every_kind (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();

  for (int kind = TRL_KIND_NONE + 1; kind < TRL_N_KINDS; kind++)
    {
      GtkWidget *details = g_object_ref_sink (trl_details_new (desk, kind));
      TrlMember member, end;

      for (trl_kind_get_members (kind, &member, &end); member < end; member++)
        {
          gboolean hidden = trl_member_get_info (member)->group == TRL_GROUP_HIDDEN;

          if (trl_member_get_info (member)->group != TRL_GROUP_ESSENTIAL || hidden)
            g_assert_true ((trl_details_get_field (TRL_DETAILS (details), member) == NULL) == hidden);
        }
      g_object_unref (details);
    }
}

static void
test_sentences (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = trl_sentences_new (desk, TRL_SLOT_CRITERIA);
  GtkWidget *entry;

  gtk_window_set_child (GTK_WINDOW (window), list);
  trl_sentences_show (TRL_SENTENCES (list), get_card (desk, "t1"));
  entry = find_widget (list, GTK_TYPE_ENTRY);
  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "$100k");
  g_assert_cmpint (trl_card_get_state (get_card (desk, "c1"), TRL_CRITERION_VALUE), ==, TRL_STATE_KNOWN);
  gtk_editable_set_text (GTK_EDITABLE (entry), "?");
  g_assert_cmpint (trl_card_get_state (get_card (desk, "c1"), TRL_CRITERION_VALUE), ==, TRL_STATE_UNKNOWN);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_labels (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *inspector = open_inspector (desk, "t1");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (inspector, TRL_TIER_NAME)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, trl_member_get_label (TRL_TIER_NAME));
  close_inspector (inspector);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/inspector/one visit is one entry", test_one_entry);
  g_test_add_func ("/window/inspector/two visits are two entries", test_visits);
  g_test_add_func ("/window/inspector/a question mark is unknown", test_unknown);
  g_test_add_func ("/window/inspector/nothing is flagged while typing", test_wrong_number);
  g_test_add_func ("/window/inspector/names are themselves", test_hostile);
  g_test_add_func ("/window/inspector/every kind has its fields", test_every_kind);
  g_test_add_func ("/window/inspector/criteria are sentences", test_sentences);
  g_test_add_func ("/window/inspector/fields say what they are", test_labels);
  return g_test_run ();
}
