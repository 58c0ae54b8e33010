/* test-tables.c: who does what and where we stand, edited in their cells. */

#include "config.h"

#include "support.h"
#include "table-grid.h"

#include "acts.h"

/* A cell by what stands in it first, an option or a button by its words. */
static GtkWidget *
find_labelled (GtkWidget  *root,
               GType       type,
               const char *words)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    {
      GtkWidget *label = find_widget (root, GTK_TYPE_LABEL);

      if (label != NULL && g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), words))
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_labelled (child, type, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
open_grid (TrlDesk      *desk,
           TrlTableKind  kind)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *grid = trl_table_grid_new (desk, kind);

  gtk_window_set_child (GTK_WINDOW (window), grid);
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 600);
  gtk_window_present (GTK_WINDOW (window));
  while (find_widget (grid, GTK_TYPE_MENU_BUTTON) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle ();
  return grid;
}

static void
close_grid (GtkWidget *grid)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (grid)));
}

/* What stands in a cell fills it, or short words would not begin below the head. */
static void
test_aligned (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *grid = open_grid (desk, TRL_TABLE_ROLES);
  GtkWidget *cell = find_widget (grid, GTK_TYPE_MENU_BUTTON);

  g_assert_cmpint (gtk_widget_get_width (gtk_menu_button_get_child (GTK_MENU_BUTTON (cell))), ==,
                   gtk_widget_get_width (gtk_widget_get_first_child (cell)));
  close_grid (grid);
}

static void
choose (GtkWidget  *grid,
        const char *cell,
        const char *option)
{
  GtkWidget *button = find_labelled (grid, GTK_TYPE_MENU_BUTTON, cell);
  GtkWidget *check;

  g_assert_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  check = find_labelled (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_CHECK_BUTTON, option);
  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  settle ();
}

static TrlCard *
get_motion (TrlDesk *desk)
{
  return trl_blueprint_get (trl_desk_get_blueprint (desk), "m");
}

/* A choice is one undo entry, and the cell says it. */
static void
test_role (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *grid = open_grid (desk, TRL_TABLE_ROLES);
  guint before = trl_history_get_n_undo (trl_desk_get_history (desk));

  choose (grid, "–", "Partner");
  g_assert_cmpint (trl_card_get_choice (get_motion (desk), TRL_MOTION_FINDS), ==, TRL_PARTY_PARTNER);
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before + 1);
  g_assert_nonnull (find_labelled (grid, GTK_TYPE_MENU_BUTTON, "Partner"));

  choose (grid, "Partner", "unknown");
  g_assert_cmpint (trl_card_get_state (get_motion (desk), TRL_MOTION_FINDS), ==, TRL_STATE_UNKNOWN);
  choose (grid, "unknown", "not said");
  g_assert_null (trl_card_get_value (get_motion (desk), TRL_MOTION_FINDS));

  for (int i = 0; i < 3; i++)
    undo (desk);
  settle ();
  g_assert_cmpint (trl_card_get_state (get_motion (desk), TRL_MOTION_FINDS), ==, TRL_STATE_OPEN);
  close_grid (grid);
}

static void
test_decision (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *grid = open_grid (desk, TRL_TABLE_DECISIONS);
  GtkWidget *label = find_widget (find_widget (grid, GTK_TYPE_MENU_BUTTON), GTK_TYPE_LABEL);
  g_autofree char *first = g_strdup (gtk_label_get_text (GTK_LABEL (label)));

  g_assert_null (find_labelled (grid, GTK_TYPE_MENU_BUTTON, "✓ decided"));
  choose (grid, first, "Decided");
  g_assert_cmpint (trl_acts_get_decided (trl_desk_get_blueprint (desk), "m", TRL_DECISION_TYPES), ==, TRL_DECIDED_DECIDED);
  g_assert_nonnull (find_labelled (grid, GTK_TYPE_MENU_BUTTON, "✓ decided"));
  choose (grid, "✓ decided", "To re-check");
  g_assert_cmpint (trl_acts_get_decided (trl_desk_get_blueprint (desk), "m", TRL_DECISION_TYPES), ==, TRL_DECIDED_RECHECK);
  close_grid (grid);
}

/* What happens on the board is seen here: names, new motions, motions that go. */
static void
test_follows (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  TrlBlueprint *blueprint = trl_desk_get_blueprint (desk);
  const char *ids[] = { "m", NULL };
  g_autoptr (TrlValue) name = trl_value_new_text (HOSTILE);
  GtkWidget *grid = open_grid (desk, TRL_TABLE_ROLES);

  trl_desk_commit (desk, trl_act_set (blueprint, "m", TRL_MOTION_NAME, name, NULL), NULL);
  settle ();
  g_assert_nonnull (find_labelled (grid, GTK_TYPE_LABEL, HOSTILE));
  trl_desk_commit (desk, trl_act_delete (blueprint, ids, TRUE), NULL);
  settle ();
  g_assert_null (find_labelled (grid, GTK_TYPE_LABEL, HOSTILE));
  undo (desk);
  while (find_labelled (grid, GTK_TYPE_LABEL, HOSTILE) == NULL)
    g_main_context_iteration (NULL, TRUE);
  close_grid (grid);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/tables/aligned", test_aligned);
  g_test_add_func ("/window/tables/role", test_role);
  g_test_add_func ("/window/tables/decision", test_decision);
  g_test_add_func ("/window/tables/follows", test_follows);
  return g_test_run ();
}
