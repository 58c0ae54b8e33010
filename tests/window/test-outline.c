/* test-outline.c: the outline is the design: order, selection, and equal to one made afresh (law E7). */

#include "config.h"

#include "acts.h"
#include "outline.h"
#include "support.h"

static char *
rows_of (GtkWidget *outline)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < trl_outline_get_n (TRL_OUTLINE (outline)); i++)
    g_string_append_printf (rows, "%s ", trl_outline_get_id (TRL_OUTLINE (outline), i));
  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static void
test_order (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *outline = g_object_ref_sink (trl_outline_new (desk));
  g_autofree char *rows = rows_of (outline);

  g_assert_cmpstr (rows, ==, "m t1 c1 b1 t2 i1 ");
  g_object_unref (outline);
}

static void
test_shift (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  GtkWidget *outline = g_object_ref_sink (trl_outline_new (desk));
  guint before = trl_history_get_n_undo (trl_desk_get_history (desk));
  g_autofree char *rows = NULL;

  trl_selection_set_one (trl_desk_get_selection (desk), "t2");
  g_assert_true (trl_outline_shift (TRL_OUTLINE (outline), -1));
  rows = rows_of (outline);
  g_assert_cmpstr (rows, ==, "m t2 t1 c1 b1 i1 ");
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, before + 1);
  g_assert_true (trl_selection_contains (trl_desk_get_selection (desk), "t2"));
  g_assert_false (trl_outline_shift (TRL_OUTLINE (outline), -1));
  g_object_unref (outline);
}

static TrlCard *
pick (TrlBlueprint *blueprint,
      GRand        *rand)
{
  const char *ids[] = { "m", "t1", "t2", "c1", "b1", "i1" };

  return trl_blueprint_get (blueprint, ids[g_rand_int_range (rand, 0, G_N_ELEMENTS (ids))]);
}

static void
change_something (TrlDesk *desk,
                  GRand   *rand)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (desk);
  TrlCard *card = pick (blueprint, rand);
  const char *ids[] = { card != NULL ? trl_card_get_id (card) : NULL, NULL };

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      undo (desk);
      break;
    case 1:
      redo (desk);
      break;
    case 2:
      if (card != NULL)
        trl_desk_commit (desk, trl_act_shift (blueprint, ids[0], g_rand_boolean (rand) ? 1 : -1), NULL);
      break;
    case 3:
      if (card != NULL)
        trl_desk_commit (desk, trl_act_delete (blueprint, ids, g_rand_boolean (rand)), NULL);
      break;
    default:
      if (card != NULL)
        trl_desk_commit (desk, trl_act_duplicate (blueprint, ids, NULL), NULL);
      break;
    }
}

/* After any changes it shows what one made afresh shows. */
static void
test_equals_fresh (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int round = 0; round < 8; round++)
    {
      g_autoptr (TrlDesk) desk = make_desk ();
      GtkWidget *outline = g_object_ref_sink (trl_outline_new (desk));

      for (int i = 0; i < 25 && trl_blueprint_get_n_cards (trl_desk_get_blueprint (desk)) < 300; i++)
        {
          GtkWidget *fresh;
          g_autofree char *rows = NULL, *fresh_rows = NULL;

          change_something (desk, rand);
          fresh = g_object_ref_sink (trl_outline_new (desk));
          rows = rows_of (outline);
          fresh_rows = rows_of (fresh);
          g_assert_cmpstr (rows, ==, fresh_rows);
          g_object_unref (fresh);
        }
      g_object_unref (outline);
    }
}

static gboolean
refuse_motions (const TrlChange *change,
                gpointer         user_data)
{
  return !trl_acts_move_structure (change);
}

/* What the gate refuses is not done: motions stay, what lies in them does not have to. */
static void
test_gate (void)
{
  g_autoptr (TrlDesk) desk = make_desk ();
  TrlBlueprint *blueprint = trl_desk_get_blueprint (desk);
  guint n_undo = trl_history_get_n_undo (trl_desk_get_history (desk));
  const char *motion[] = { "m", NULL };

  trl_desk_set_gate (desk, refuse_motions, NULL);
  g_assert_false (trl_desk_commit (desk, trl_act_delete (blueprint, motion, FALSE), NULL));
  g_assert_false (trl_desk_commit (desk, trl_act_duplicate (blueprint, motion, NULL), NULL));
  g_assert_nonnull (trl_blueprint_get (blueprint, "m"));
  g_assert_cmpuint (trl_history_get_n_undo (trl_desk_get_history (desk)), ==, n_undo);
  g_assert_true (trl_desk_commit (desk, trl_act_shift (blueprint, "t1", 1), NULL));
  trl_desk_set_gate (desk, NULL, NULL);
  g_assert_true (trl_desk_commit (desk, trl_act_delete (blueprint, motion, FALSE), NULL));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/outline/reading order", test_order);
  g_test_add_func ("/window/outline/Alt and an arrow change the order", test_shift);
  g_test_add_func ("/window/outline/the structural lock holds here, too", test_gate);
  g_test_add_func ("/window/outline/E7 equals one made afresh", test_equals_fresh);
  return g_test_run ();
}
