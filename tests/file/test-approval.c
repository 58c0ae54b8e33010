/* test-approval.c: how far a design has moved from what was approved. */

#include "config.h"

#include <string.h>

#include "approval.h"
#include "document.h"
#include "random-design.h"
#include "reader.h"
#include "writer.h"

static void
approve (TrlBlueprint *blueprint)
{
  g_autofree char *fingerprint = trl_writer_fingerprint (blueprint);
  g_autofree char *cards = trl_approval_describe_cards (blueprint);
  g_autoptr (TrlEdit) edit = trl_act_approve (blueprint, "Ada", "2026-11-23", NULL, fingerprint, cards);

  trl_edit_commit (edit);
}

/* As another machine would see it: written, and read again. */
static int
count_elsewhere (TrlBlueprint *blueprint)
{
  gsize length;
  char *text = trl_writer_write (blueprint, &length);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
  g_autoptr (TrlReader) reader = trl_reader_read (bytes, NULL);

  g_assert_nonnull (reader);
  if (trl_reader_get_repairs (reader)->len > 0)
    return trl_approval_count_changes (blueprint);   /* what was mended is a change */
  return trl_approval_count_changes (trl_reader_get_blueprint (reader));
}

static void
assert_changes (TrlBlueprint *blueprint,
                int           expected)
{
  g_assert_cmpint (trl_approval_count_changes (blueprint), ==, expected);
  g_assert_cmpint (count_elsewhere (blueprint), ==, expected);
}

static TrlBlueprint *
read_template (void)
{
  g_autoptr (TrlDocument) document = trl_document_new_for_template (trl_templates_find ("founder-after"));

  return g_object_ref (trl_document_get_blueprint (document));
}

static void
set_name (TrlBlueprint *blueprint,
          const char   *id,
          TrlMember     member,
          const char   *name)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Name");

  trl_edit_set_text (edit, id, member, name);
  g_assert_true (trl_edit_commit (edit));
}

static void
place (TrlBlueprint *blueprint,
       const char   *id,
       const char   *parent,
       TrlSlot       slot,
       int           index)
{
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Move");

  trl_edit_place (edit, id, parent, slot, index);
  g_assert_true (trl_edit_commit (edit));
}

static const char *
nth (TrlBlueprint *blueprint,
     const char   *parent,
     TrlSlot       slot,
     guint         i)
{
  return trl_card_get_id (g_ptr_array_index (trl_blueprint_get_children (blueprint, parent, slot), i));
}

static void
test_counts (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  const char *referral = "motion-referral";
  g_autoptr (TrlEdit) remove = NULL;
  g_autoptr (TrlEdit) add = NULL;
  const char *added;

  approve (blueprint);
  assert_changes (blueprint, 0);

  /* One card, however often. */
  set_name (blueprint, referral, TRL_MOTION_NAME, "Friends");
  set_name (blueprint, referral, TRL_MOTION_NAME, "Friends of the house");
  assert_changes (blueprint, 1);
  set_name (blueprint, TRL_ROOT_ID, TRL_PROGRAM_NAME, "Südwind");
  assert_changes (blueprint, 2);
  set_name (blueprint, referral, TRL_MOTION_NAME, "Referral");
  assert_changes (blueprint, 1);

  /* Where it lies on the board is not what was approved. */
  add = trl_edit_new (blueprint, "Move");
  trl_edit_set_number (add, referral, TRL_MOTION_X, 4321);
  g_assert_true (trl_edit_commit (add));
  assert_changes (blueprint, 1);

  /* A frame that goes, with all that lies in it. */
  remove = trl_edit_new (blueprint, "Remove");
  trl_edit_remove (remove, referral);
  g_assert_true (trl_edit_commit (remove));
  assert_changes (blueprint, 2);
  trl_change_unref (trl_history_undo (history));
  assert_changes (blueprint, 1);
  trl_change_unref (trl_history_redo (history));
  assert_changes (blueprint, 2);

  /* One that comes with something in it. */
  g_clear_pointer (&add, trl_edit_free);
  add = trl_edit_new (blueprint, "Add");
  added = trl_edit_insert (add, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, 0);
  trl_edit_insert (add, TRL_KIND_TIER, added, TRL_SLOT_TIERS, 0);
  trl_edit_insert (add, TRL_KIND_TIER, added, TRL_SLOT_TIERS, 0);
  g_assert_true (trl_edit_commit (add));
  assert_changes (blueprint, 3);

  approve (blueprint);
  assert_changes (blueprint, 0);
}

static void
test_order (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ();
  const char *motion = "motion-technology";
  guint n = trl_blueprint_get_children (blueprint, motion, TRL_SLOT_PATH)->len;
  g_autofree char *first = g_strdup (nth (blueprint, motion, TRL_SLOT_PATH, 0));
  g_autofree char *second = g_strdup (nth (blueprint, motion, TRL_SLOT_PATH, 1));
  g_autofree char *tier = g_strdup (nth (blueprint, motion, TRL_SLOT_TIERS, 0));

  g_assert_cmpuint (n, >, 3);
  approve (blueprint);

  /* One card was moved, though all the others lie one further. */
  place (blueprint, first, motion, TRL_SLOT_PATH, TRL_END);
  assert_changes (blueprint, 1);
  place (blueprint, second, motion, TRL_SLOT_PATH, TRL_END);
  assert_changes (blueprint, 2);
  place (blueprint, first, motion, TRL_SLOT_PATH, 0);
  place (blueprint, second, motion, TRL_SLOT_PATH, 1);
  assert_changes (blueprint, 0);

  /* Elsewhere, with all that lies in it. */
  place (blueprint, tier, "motion-agency", TRL_SLOT_TIERS, 0);
  assert_changes (blueprint, 1);
}

/* An approval of another program, or one that somebody mangled, says nothing wrong. */
static void
test_unknown (void)
{
  static const char * const mangled[] = { NULL, "", "0abcdefg", "not a list of cards", "0abcdefgh0abcdefgh" };

  for (guint i = 0; i < G_N_ELEMENTS (mangled); i++)
    {
      g_autoptr (TrlBlueprint) blueprint = read_template ();
      g_autoptr (TrlEdit) edit = NULL;

      approve (blueprint);
      edit = trl_edit_new (blueprint, "Mangle");
      trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_APPROVAL_CARDS, mangled[i]);
      trl_edit_commit (edit);
      assert_changes (blueprint, 0);
      set_name (blueprint, TRL_ROOT_ID, TRL_PROGRAM_NAME, "Südwind");
      assert_changes (blueprint, TRL_APPROVAL_UNCOUNTED);
    }
}

/* Unapproved designs have nothing to be compared with. */
static void
test_never (void)
{
  g_autoptr (TrlBlueprint) blueprint = read_template ();

  g_assert_cmpint (trl_approval_count_changes (blueprint), ==, TRL_APPROVAL_UNCOUNTED);
}

/* What the letters mean is a part of the format: if this fails, every design
 * that was ever approved would look changed. */
static void
test_golden (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autofree char *letters = NULL;

  trl_blueprint_count_ids (blueprint);
  set_name (blueprint, TRL_ROOT_ID, TRL_PROGRAM_NAME, "Nordwind");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Add");
      const char *id = trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, i);

      trl_edit_set_text (edit, id, TRL_MOTION_NAME, "Agency");
      trl_edit_insert (edit, TRL_KIND_TIER, id, TRL_SLOT_TIERS, 0);
      trl_edit_commit (edit);
    }
  letters = trl_approval_describe_cards (blueprint);
  g_assert_cmpstr (letters, ==, "d9e10fc7d0ExDKS7p/1D5T6sNLh2qxrqjK+L1S/KAPTPz2A1z4mH5G");
}

/* Random hands also write into the approval itself. */
static gboolean
touches_approval (TrlChange *change)
{
  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      if (g_str_equal (delta->id, TRL_ROOT_ID)
          && (g_strcmp0 (trl_card_get_text (delta->before, TRL_PROGRAM_APPROVAL_OF),
                         trl_card_get_text (delta->after, TRL_PROGRAM_APPROVAL_OF)) != 0
              || g_strcmp0 (trl_card_get_text (delta->before, TRL_PROGRAM_APPROVAL_CARDS),
                            trl_card_get_text (delta->after, TRL_PROGRAM_APPROVAL_CARDS)) != 0))
        return TRUE;
    }
  return FALSE;
}

/* Random work after an approval: nothing changed is no change; something is at
 * least one and at most as many as cards were touched; undone, it is none
 * again; and all of it is the same after saving and opening. */
static void
test_random (void)
{
  g_autoptr (GRand) random = random_design_seed ();
  guint uncounted = 0, counted = 0;

  for (guint round = 0; round < random_design_rounds (200); round++)
    {
      g_autoptr (TrlBlueprint) blueprint = random_design_new (random, g_rand_int_range (random, 1, 60));
      g_autoptr (TrlHistory) history = trl_history_new (blueprint);
      g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *before = NULL;
      int changes;

      approve (blueprint);
      before = trl_writer_fingerprint (blueprint);
      for (int n = g_rand_int_range (random, 1, 8); n > 0; n--)
        {
          g_autoptr (TrlEdit) edit = random_design_edit (blueprint, random);
          g_autoptr (TrlChange) change = trl_edit_end (edit);
          g_autofree char *after = NULL;

          if (change == NULL || touches_approval (change))
            continue;
          for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
            g_hash_table_add (touched, g_strdup (trl_change_get_delta (change, i)->id));
          trl_blueprint_commit (blueprint, change);
          trl_history_close_entry (history);
          after = trl_writer_fingerprint (blueprint);
          changes = trl_approval_count_changes (blueprint);
          g_assert_cmpint (changes == 0, ==, strcmp (before, after) == 0);
          g_assert_cmpint (changes, <=, (int) g_hash_table_size (touched));
          g_assert_cmpint (count_elsewhere (blueprint), ==, changes);
          uncounted += changes == TRL_APPROVAL_UNCOUNTED;
          counted += changes > 0;
        }
      while (trl_history_get_n_undo (history) > 1)
        trl_change_unref (trl_history_undo (history));
      g_assert_cmpint (trl_approval_count_changes (blueprint), ==, 0);
    }
  g_test_message ("%u counted, %u not", counted, uncounted);
  g_assert_cmpuint (uncounted, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file/approval/counts", test_counts);
  g_test_add_func ("/file/approval/order", test_order);
  g_test_add_func ("/file/approval/unknown", test_unknown);
  g_test_add_func ("/file/approval/never", test_never);
  g_test_add_func ("/file/approval/golden", test_golden);
  g_test_add_func ("/file/approval/random", test_random);
  return g_test_run ();
}
