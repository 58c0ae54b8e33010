/* test-paste.c: a table that is pasted shows the cards that it will become, and becomes them in one step. */

#include "config.h"

#include <adwaita.h>

#include "support.h"
#include "paste-dialog.h"
#include "writer.h"

#define TABLE "Tier\tPartners now\tReviewed every\tColour\n" \
              "Silver\t120\ta year\tgrey\n" \
              "Gold\tmany\ta quarter\tyellow\n"

static GtkWidget *
open_dialog (TrlDesk    *desk,
             const char *text)
{
  TrlCells *cells = trl_cells_read (text);
  GtkWidget *dialog;

  g_assert_nonnull (cells);
  dialog = trl_paste_dialog_new (NULL, desk, cells, text, "m", 100, 200);
  gtk_window_present (GTK_WINDOW (dialog));
  settle ();
  return dialog;
}

/* Counts widgets of a type that say something, or finds the one that does. */
static GtkWidget *
find_saying (GtkWidget  *root,
             GType       type,
             const char *words)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      GtkWidget *label = find_widget (root, GTK_TYPE_LABEL);

      if (label != NULL && g_pattern_match_simple (words, gtk_label_get_text (GTK_LABEL (label))))
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_saying (child, type, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
see (GtkWidget  *dialog,
     const char *words)
{
  g_assert_nonnull (find_saying (dialog, GTK_TYPE_LABEL, words));
}

static void
push (GtkWidget  *dialog,
      const char *words)
{
  GtkWidget *button = find_saying (dialog, GTK_TYPE_BUTTON, words);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static const char *
chosen (GtkWidget *drop_down)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down)));
}

/* The drop-down over a column, by its accessible name. */
static GtkWidget *
find_choice (GtkWidget  *root,
             const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_choice (child, name);

      if (found != NULL)
        return found;
    }
  if (GTK_IS_DROP_DOWN (root))
    {
      g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (root), GTK_ACCESSIBLE_PROPERTY_LABEL, name);

      return other == NULL ? root : NULL;
    }
  return NULL;
}

static void
choose (GtkWidget  *dialog,
        const char *name,
        const char *words)
{
  GtkWidget *drop_down = find_choice (dialog, name);
  GListModel *model;

  g_assert_nonnull (drop_down);
  model = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), words))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
          settle ();
          return;
        }
    }
  g_error ("\"%s\" is not among the choices of %s", words, name);
}

static guint
count_tiers (TrlDesk *desk)
{
  return trl_blueprint_get_children (trl_desk_get_blueprint (desk), "m", TRL_SLOT_TIERS)->len;
}

static void
test_paste (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  TrlHistory *history = trl_desk_get_history (desk);
  g_autofree char *before = trl_writer_write (trl_desk_get_blueprint (desk), NULL);
  guint n_undo = trl_history_get_n_undo (history);
  GtkWidget *dialog = open_dialog (desk, TABLE);
  g_autofree char *after = NULL;

  g_assert_cmpstr (chosen (find_choice (dialog, "Each row becomes")), ==, "Tier");
  g_assert_cmpstr (chosen (find_choice (dialog, "“Tier” becomes")), ==, "Name");
  g_assert_cmpstr (chosen (find_choice (dialog, "“Partners now” becomes")), ==, "Partners now");
  g_assert_cmpstr (chosen (find_choice (dialog, "“Colour” becomes")), ==, "Leave out");
  see (dialog, "2 cards → m · Tiers");
  see (dialog, "1 cell cannot be read");
  see (dialog, "Not a number*");
  g_assert_cmpuint (trl_history_get_n_undo (history), ==, n_undo);

  push (dialog, "Paste");
  g_assert_cmpuint (count_tiers (desk), ==, 4);
  g_assert_cmpuint (trl_history_get_n_undo (history), ==, n_undo + 1);
  g_assert_cmpstr (trl_history_get_undo_name (history), ==, "Paste table");
  undo (desk);
  after = trl_writer_write (trl_desk_get_blueprint (desk), NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_cancel (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  g_autofree char *before = trl_writer_write (trl_desk_get_blueprint (desk), NULL);
  guint n_undo = trl_history_get_n_undo (trl_desk_get_history (desk));
  GtkWidget *dialog = open_dialog (desk, TABLE);
  g_autofree char *after = NULL;

  choose (dialog, "Each row becomes", "Note");
  choose (dialog, "Each row becomes", "Incentive");
  push (dialog, "Cancel");
  after = trl_writer_write (trl_desk_get_blueprint (desk), NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, n_undo);
}

/* A column that is chosen otherwise becomes that, and what is wrong with it is gone. */
static void
test_choose (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *dialog = open_dialog (desk, TABLE);
  const GPtrArray *tiers;

  choose (dialog, "“Partners now” becomes", "Grace");
  g_assert_null (find_saying (dialog, GTK_TYPE_LABEL, "*cannot be read"));
  choose (dialog, "“Colour” becomes", "Benefits: other");
  push (dialog, "Paste");
  tiers = trl_blueprint_get_children (trl_desk_get_blueprint (desk), "m", TRL_SLOT_TIERS);
  g_assert_cmpstr (trl_card_get_text (g_ptr_array_index (tiers, 3), TRL_TIER_GRACE), ==, "many");
  g_assert_cmpuint (trl_blueprint_get_children (trl_desk_get_blueprint (desk), trl_card_get_id (g_ptr_array_index (tiers, 3)),
                                                TRL_SLOT_BENEFITS)->len, ==, 1);
}

/* Without a header the first row is a card, too. */
static void
test_header (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *dialog = open_dialog (desk, TABLE);
  GtkWidget *check = find_saying (dialog, GTK_TYPE_CHECK_BUTTON, "*first row names*");

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  settle ();
  see (dialog, "3 cards → *");
  g_assert_nonnull (find_choice (dialog, "Column 2 becomes"));
  push (dialog, "Paste");
  g_assert_cmpuint (count_tiers (desk), ==, 5);
}

static void
test_lines (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *dialog = open_dialog (desk, TABLE);

  push (dialog, "A Note for Each*");
  g_assert_cmpuint (trl_blueprint_get_children (trl_desk_get_blueprint (desk), TRL_ROOT_ID, TRL_SLOT_NOTES)->len, ==, 3);
  g_assert_cmpuint (count_tiers (desk), ==, 2);
}

/* What stands in cells is text, whatever it looks like. */
static void
test_hostile (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *dialog = open_dialog (desk, HOSTILE "\t" HOSTILE "\nTier\t" HOSTILE "\n");

  see (dialog, HOSTILE);
  push (dialog, "Cancel");
}

/* As much as somebody may paste is shown at once and pasted in one step. */
static void
test_many (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  g_autoptr (GString) text = g_string_new ("Step\tDays\n");
  GtkWidget *dialog;

  for (int i = 0; i < 1000; i++)
    g_string_append_printf (text, "Step %d\t%d\n", i, i);
  dialog = open_dialog (desk, text->str);
  see (dialog, "and 950 more rows");
  push (dialog, "Paste");
  g_assert_cmpuint (trl_blueprint_get_children (trl_desk_get_blueprint (desk), "m", TRL_SLOT_PATH)->len, ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/paste/one entry, one undo", test_paste);
  g_test_add_func ("/window/paste/cancel leaves nothing", test_cancel);
  g_test_add_func ("/window/paste/a column is chosen otherwise", test_choose);
  g_test_add_func ("/window/paste/without a header", test_header);
  g_test_add_func ("/window/paste/as lines", test_lines);
  g_test_add_func ("/window/paste/cells are no markup", test_hostile);
  g_test_add_func ("/window/paste/a thousand rows", test_many);

  return g_test_run ();
}
