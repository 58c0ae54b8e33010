/* test-actions.c: keys, actions and the shortcuts window say the same. */

#include "config.h"

#include <adwaita.h>

#include "actions.h"
#include "application.h"
#include "board.h"
#include "window.h"

/* Of several keys of an action it has the first. */
static GtkWidget *
find_shortcut (GtkWidget  *root,
               const char *accels)
{
  if (GTK_IS_SHORTCUTS_SHORTCUT (root))
    {
      g_autofree char *own = NULL;

      g_object_get (root, "accelerator", &own, NULL);
      if (own != NULL && g_str_has_prefix (accels, own) && (accels[strlen (own)] == ' ' || accels[strlen (own)] == '\0'))
        return root;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shortcut (child, accels);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Every row of the table is in the shortcuts window. */
static void
test_overlay (void)
{
  GtkWidget *overlay = trl_actions_make_overlay ();
  guint n;
  const TrlActionInfo *table = trl_actions_get_table (&n);

  for (guint i = 0; i < n; i++)
    if (*table[i].accels != '\0' && find_shortcut (overlay, table[i].accels) == NULL)
      g_error ("%s (%s) is not in the shortcuts window", table[i].label, table[i].accels);
  gtk_window_destroy (GTK_WINDOW (overlay));
  g_object_unref (overlay);
}

/* Every key can be parsed, and no key means two things in one place. */
static void
test_keys (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n;
  const TrlActionInfo *table = trl_actions_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accels = g_strsplit (table[i].accels, " ", -1);

      for (guint j = 0; accels[j] != NULL; j++)
        {
          guint key;
          GdkModifierType modifiers;

          g_assert_true (gtk_accelerator_parse (accels[j], &key, &modifiers));
          if (table[i].action == NULL)
            continue;
          g_assert_false (g_hash_table_contains (seen, accels[j]));
          g_hash_table_add (seen, g_strdup (accels[j]));
        }
    }
}

static GActionGroup *
find_board_actions (GtkWidget *root)
{
  if (TRL_IS_BOARD (root))
    return trl_board_get_actions (TRL_BOARD (root));
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GActionGroup *found = find_board_actions (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Every action of the table exists in a window with a design, and the application has its keys. */
static void
activated_cb (GApplication *application,
              gpointer      user_data)
{
  TrlWindow *window = trl_window_new (TRL_APPLICATION (application));
  guint n, n_possible = 0;
  const TrlActionInfo *table = trl_actions_get_table (&n);

  g_assert_true (trl_window_is_empty (window));
  trl_window_start (window, "founder-after");
  g_assert_false (trl_window_is_empty (window));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (table[i].action == NULL)
        continue;
      g_assert_true (g_action_parse_detailed_name (table[i].action, &name, &target, NULL));
      if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (application), name + 4));
      else if (g_str_has_prefix (name, "win."))
        g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), name + 4));
      else
        g_assert_true (g_action_group_has_action (find_board_actions (GTK_WIDGET (window)), name + strlen ("board.")));
      n_possible += trl_actions_is_possible (&table[i], GTK_WIDGET (window));
      if (table[i].in_text)
        {
          g_auto (GStrv) accels = gtk_application_get_accels_for_action (GTK_APPLICATION (application), table[i].action);

          g_assert_nonnull (accels[0]);
        }
    }
  /* Nothing is selected: what needs a card is there, but not now. */
  g_assert_cmpuint (n_possible, >, 20);
  g_assert_cmpuint (n_possible, <, n);
  *(gboolean *) user_data = TRUE;
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window (void)
{
  TrlApplication *application = trl_application_new ();
  gboolean ran = FALSE;

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activated_cb), &ran);
  g_signal_connect_swapped (application, "activate", G_CALLBACK (g_application_quit), application);
  g_application_run (G_APPLICATION (application), 0, NULL);
  g_assert_true (ran);
  g_object_unref (application);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/actions/the shortcuts window has every key", test_overlay);
  g_test_add_func ("/window/actions/no key means two things", test_keys);
  g_test_add_func ("/window/actions/every action exists", test_window);
  return g_test_run ();
}
