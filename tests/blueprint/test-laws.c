/* test-laws.c: the laws of edits (E1–E13), over random designs. */

#include "config.h"

#include "history.h"
#include "random-design.h"

#define ASSERT_SAME(a, b) \
  G_STMT_START { g_autofree char *x = random_design_dump (a); g_assert_cmpstr (x, ==, b); } G_STMT_END

static void
collect_card (gpointer card,
              gpointer user_data)
{
  g_ptr_array_add (user_data, card);
}

/* E7 for the blueprint itself: indexes equal those of a blueprint rebuilt from the records. */
static void
assert_equals_rebuilt (TrlBlueprint *blueprint)
{
  g_autoptr (TrlBlueprint) rebuilt = trl_blueprint_new ();
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *text = random_design_dump (blueprint);

  trl_blueprint_foreach (blueprint, collect_card, cards);
  g_assert_cmpuint (cards->len, ==, trl_blueprint_get_n_cards (blueprint));
  g_assert_true (trl_blueprint_load (rebuilt, cards));
  ASSERT_SAME (rebuilt, text);

  for (guint i = 0; i < cards->len; i++)
    {
      const char *id = trl_card_get_id (g_ptr_array_index (cards, i));
      g_autoptr (GPtrArray) a = trl_blueprint_get_referrers (blueprint, id);
      g_autoptr (GPtrArray) b = trl_blueprint_get_referrers (rebuilt, id);

      g_assert_cmpuint (a->len, ==, b->len);
      for (guint j = 0; j < a->len; j++)
        g_assert_true (g_ptr_array_index (a, j) == g_ptr_array_index (b, j));
    }
}

static void
check_ref (TrlMember   member,
           const char *id,
           gpointer    blueprint)
{
  g_assert_nonnull (trl_blueprint_get (blueprint, id));
}

static void
check_refs (gpointer card,
            gpointer blueprint)
{
  trl_card_foreach_ref (card, check_ref, blueprint);
}

static void
test_reverse (void)
{
  g_autoptr (GRand) random = random_design_seed ();
  g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 60);

  g_test_summary ("E1: apply, then reverse, gives back the same; E7: indexes equal a rebuild; E12: no reference dangles");
  for (guint i = 0; i < random_design_rounds (1500); i++)
    {
      g_autofree char *before = random_design_dump (blueprint);
      g_autoptr (TrlEdit) edit = random_design_edit (blueprint, random);
      g_autoptr (TrlChange) change = trl_edit_end (edit);
      g_autoptr (TrlChange) back = NULL;
      g_autofree char *after = NULL;

      ASSERT_SAME (blueprint, before);   /* an edit does not touch its blueprint */
      if (change == NULL)
        continue;
      back = trl_change_reverse (change, TRL_ORIGIN_UNDO);
      trl_blueprint_commit (blueprint, change);
      after = random_design_dump (blueprint);
      trl_blueprint_commit (blueprint, back);
      ASSERT_SAME (blueprint, before);
      trl_blueprint_commit (blueprint, change);
      ASSERT_SAME (blueprint, after);
      trl_blueprint_foreach (blueprint, check_refs, blueprint);
      if (i % 50 == 0)
        assert_equals_rebuilt (blueprint);
    }
}

static void
test_squash (void)
{
  g_autoptr (GRand) random = random_design_seed ();
  g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 60);

  g_test_summary ("E2: squash (a, b) equals a, then b");
  for (guint i = 0; i < random_design_rounds (800); i++)
    {
      g_autofree char *before = random_design_dump (blueprint);
      g_autofree char *after = NULL;
      g_autoptr (TrlEdit) first = random_design_edit (blueprint, random);
      g_autoptr (TrlChange) a = trl_edit_end (first);
      g_autoptr (TrlEdit) second = NULL;
      g_autoptr (TrlChange) b = NULL, both = NULL, back = NULL;

      if (a == NULL)
        continue;
      trl_blueprint_commit (blueprint, a);
      second = random_design_edit (blueprint, random);
      b = trl_edit_end (second);
      if (b == NULL)
        continue;
      trl_blueprint_commit (blueprint, b);
      after = random_design_dump (blueprint);

      both = trl_change_squash (a, b);
      if (both == NULL)
        {
          g_assert_cmpstr (before, ==, after);
          continue;
        }
      back = trl_change_reverse (both, TRL_ORIGIN_UNDO);
      trl_blueprint_commit (blueprint, back);
      ASSERT_SAME (blueprint, before);
      trl_blueprint_commit (blueprint, both);
      ASSERT_SAME (blueprint, after);
    }
}

static void
test_nothing (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Nothing");
  const char *id;

  g_test_summary ("E3: a change that changes nothing leaves no entry");
  id = trl_edit_insert (edit, TRL_KIND_NOTE, TRL_ROOT_ID, TRL_SLOT_NOTES, TRL_END);
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, "A");
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, NULL);
  trl_edit_remove (edit, id);
  g_assert_false (trl_edit_commit (edit));
  g_assert_false (trl_history_can_undo (history));
}

static void
test_undo_all (void)
{
  g_autoptr (GRand) random = random_design_seed ();
  g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 20);
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autofree char *blank = random_design_dump (blueprint);
  g_autofree char *full = NULL;

  g_test_summary ("Undo everything and it equals the start; redo everything and it equals the end; in any mix between");
  trl_history_mark_saved (history);
  for (guint i = 0; i < random_design_rounds (1500); i++)
    {
      int dice = g_rand_int_range (random, 0, 10);
      g_autoptr (TrlChange) done = NULL;

      if (dice < 2)
        done = trl_history_undo (history);
      else if (dice < 3)
        done = trl_history_redo (history);
      else
        {
          g_autoptr (TrlEdit) edit = random_design_edit (blueprint, random);

          if (dice == 9)
            trl_edit_set_key (edit, "typing");
          trl_edit_commit (edit);
        }
    }
  full = random_design_dump (blueprint);
  for (TrlChange *change; (change = trl_history_undo (history)) != NULL; trl_change_unref (change)) ;
  ASSERT_SAME (blueprint, blank);
  g_assert_true (trl_history_is_saved (history));
  for (TrlChange *change; (change = trl_history_redo (history)) != NULL; trl_change_unref (change)) ;
  /* Whatever had been undone at the end is redone, too: compare one step at a time. */
  while (trl_history_can_undo (history))
    {
      g_autofree char *now = random_design_dump (blueprint);

      if (g_str_equal (now, full))
        return;
      trl_change_unref (trl_history_undo (history));
    }
  g_assert_not_reached ();
}

static void
test_typing (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  const char *typed[] = { "N", "No", "Nor", "Nord" };
  g_autoptr (TrlChange) undone = NULL;

  g_test_summary ("E4, E11: one field edited is one entry, until the field is left");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (TrlValue) value = trl_value_new_text (typed[i]);
      g_autoptr (TrlEdit) edit = trl_act_set (blueprint, TRL_ROOT_ID, TRL_PROGRAM_NAME, value, "program/name/1");

      trl_edit_commit (edit);
      if (i == 2)
        trl_history_close_entry (history);
    }
  g_assert_cmpuint (trl_history_get_n_undo (history), ==, 2);
  undone = trl_history_undo (history);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get_root (blueprint)), ==, "Nor");
}

typedef struct
{
  GString *heard;
  char     letter;
} Hearing;

static void
hear (TrlBlueprint    *blueprint,
      const TrlChange *change,
      gpointer         user_data)
{
  Hearing *hearing = user_data;

  g_string_append_c (hearing->heard, hearing->letter);
}

static void
test_stages (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (GString) heard = g_string_new (NULL);
  Hearing panels = { heard, 'p' }, board = { heard, 'b' }, journal = { heard, 'j' }, review = { heard, 'r' };
  g_autoptr (TrlEdit) edit = NULL;
  guint listener;

  g_test_summary ("E8: listeners hear in the order of the stages");
  trl_blueprint_listen (blueprint, TRL_STAGE_PANELS, hear, &panels);
  trl_blueprint_listen (blueprint, TRL_STAGE_BOARD, hear, &board);
  listener = trl_blueprint_listen (blueprint, TRL_STAGE_JOURNAL, hear, &journal);
  trl_blueprint_listen (blueprint, TRL_STAGE_REVIEW, hear, &review);

  edit = trl_act_add_note (blueprint, "a", 0, 0, NULL);
  trl_edit_commit (edit);
  g_assert_cmpstr (heard->str, ==, "jrbp");

  trl_blueprint_unlisten (blueprint, listener);
  g_clear_pointer (&edit, trl_edit_free);
  edit = trl_act_add_note (blueprint, "b", 0, 0, NULL);
  trl_edit_commit (edit);
  g_assert_cmpstr (heard->str, ==, "jrbprbp");
}

static void
look (TrlBlueprint *blueprint,
      gpointer      user_data)
{
  *(guint *) user_data = trl_blueprint_get_n_cards (blueprint);
}

static void
test_try (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (GString) heard = g_string_new (NULL);
  Hearing board = { heard, 'b' };
  g_autoptr (TrlEdit) edit = NULL;
  g_autoptr (TrlChange) change = NULL;
  guint seen = 0;

  g_test_summary ("E9: try applies, looks and takes back; nobody hears");
  trl_blueprint_listen (blueprint, TRL_STAGE_BOARD, hear, &board);
  edit = trl_act_add_note (blueprint, "a", 0, 0, NULL);
  change = trl_edit_end (edit);
  trl_blueprint_try (blueprint, change, look, &seen);
  g_assert_cmpuint (seen, ==, 2);
  g_assert_cmpuint (trl_blueprint_get_n_cards (blueprint), ==, 1);
  g_assert_cmpstr (heard->str, ==, "");
}

static void
test_ranks (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  const GPtrArray *notes;

  g_test_summary ("A place between two siblings can be found any number of times");
  trl_blueprint_count_ids (blueprint);
  for (int i = 0; i < 300; i++)
    {
      g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Insert");

      trl_edit_insert (edit, TRL_KIND_NOTE, TRL_ROOT_ID, TRL_SLOT_NOTES, i == 0 ? 0 : 1);
      trl_edit_commit (edit);
    }
  notes = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES);
  g_assert_cmpstr (trl_card_get_id (g_ptr_array_index (notes, 0)), ==, "note-1");
  for (int i = 1; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("note-%d", 301 - i);

      g_assert_cmpstr (trl_card_get_id (g_ptr_array_index (notes, i)), ==, id);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blueprint/laws/reverse", test_reverse);
  g_test_add_func ("/blueprint/laws/squash", test_squash);
  g_test_add_func ("/blueprint/laws/nothing", test_nothing);
  g_test_add_func ("/blueprint/laws/undo-all", test_undo_all);
  g_test_add_func ("/blueprint/laws/typing", test_typing);
  g_test_add_func ("/blueprint/laws/stages", test_stages);
  g_test_add_func ("/blueprint/laws/try", test_try);
  g_test_add_func ("/blueprint/laws/ranks", test_ranks);
  return g_test_run ();
}
