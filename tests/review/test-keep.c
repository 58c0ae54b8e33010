/* test-keep.c: "Keep, because…": silent until what was kept changes, and then it says so.
 *
 * Every finding of every design of the fixtures is kept. A rename, another
 * order and another place leave it kept; another figure does not. */

#include "acts.h"
#include "reader.h"
#include "reviewer.h"

#include <string.h>

typedef void (*FixtureFunc) (const char *path);

static TrlBlueprint *
read_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);

  g_assert_no_error (error);
  return g_object_ref (trl_reader_get_blueprint (reader));
}

static void
for_each_fixture (FixtureFunc func)
{
  g_autoptr (GDir) folders = g_dir_open (FIXTURES, 0, NULL);
  const char *folder, *name;

  while ((folder = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *path = g_build_filename (FIXTURES, folder, NULL);
      g_autoptr (GDir) files = g_dir_open (path, 0, NULL);

      while (files != NULL && (name = g_dir_read_name (files)) != NULL)
        if (strstr (name, "fires") != NULL && g_str_has_suffix (name, ".trellis"))
          {
            g_autofree char *file = g_build_filename (path, name, NULL);

            func (file);
          }
    }
}

static TrlFinding *
find (TrlReviewer *reviewer,
      TrlFinding  *like)
{
  const GPtrArray *findings = trl_reviewer_get_findings (reviewer);

  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      if (trl_finding_get_rule (finding) == trl_finding_get_rule (like) &&
          g_str_equal (trl_finding_get_cards (finding)[0], trl_finding_get_cards (like)[0]))
        return finding;
    }
  return NULL;
}

static gboolean
commit (TrlEdit *edit)
{
  gboolean changed = trl_edit_commit (edit);

  trl_edit_free (edit);
  return changed;
}

static void
collect (gpointer card,
         gpointer cards)
{
  g_ptr_array_add (cards, trl_card_ref (card));
}

static GPtrArray *
all_cards (TrlBlueprint *blueprint)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);

  trl_blueprint_foreach (blueprint, collect, cards);
  return cards;
}

/* Another name, owner and place for every card. */
static void
rename_everything (TrlBlueprint *blueprint)
{
  g_autoptr (GPtrArray) cards = all_cards (blueprint);
  TrlEdit *edit = trl_edit_new (blueprint, "Rename");

  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      TrlMember member, end;

      trl_kind_get_members (trl_card_get_kind (card), &member, &end);
      for (; member < end; member++)
        if (trl_member_get_info (member)->type == TRL_VALUE_NAME && *trl_card_get_name (card) != '\0')
          {
            g_autofree char *name = g_strdup_printf ("%s, renamed", trl_card_get_name (card));

            if (g_strcmp0 (trl_card_get_text (card, member), trl_card_get_name (card)) == 0)
              trl_edit_set_text (edit, trl_card_get_id (card), member, name);
          }
      if (trl_card_get_kind (card) == TRL_KIND_MOTION)
        {
          trl_edit_set_number (edit, trl_card_get_id (card), TRL_MOTION_X, 4000 + i);
          trl_edit_set_text (edit, trl_card_get_id (card), TRL_MOTION_WHY, "Because");
        }
    }
  g_assert_true (commit (edit));
}

static void
keep_and_rename (const char *path)
{
  g_autoptr (TrlBlueprint) blueprint = read_file (path);
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (GPtrArray) before = trl_review (blueprint);

  for (guint i = 0; i < before->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (before, i);

      g_assert_true (commit (trl_finding_keep (finding, blueprint, "We know", "Ana", "2026-05-03")));
    }
  g_assert_cmpuint (trl_reviewer_count_kept (reviewer), ==, before->len);
  rename_everything (blueprint);
  for (guint i = 0; i < before->len; i++)
    {
      TrlFinding *now = find (reviewer, g_ptr_array_index (before, i));

      if (now == NULL || trl_finding_get_kept (now) == NULL)
        g_error ("%s: %s is not kept over a rename", path, trl_finding_get_title (g_ptr_array_index (before, i)));
      g_assert_cmpstr (trl_finding_get_kept (now), ==, "We know");
      g_assert_null (trl_finding_get_lapsed (now));
    }
}

static void
test_rename (void)
{
  g_test_summary ("Everything is kept, and stays so when everything is called otherwise and lies elsewhere");
  for_each_fixture (keep_and_rename);
}

static guint n_lapsed, n_held;

static gboolean
has_own_number (TrlCard   *card,
                TrlMember *number)
{
  TrlMember end;

  trl_kind_get_members (trl_card_get_kind (card), number, &end);
  for (; *number < end; (*number)++)
    if (trl_member_get_info (*number)->type == TRL_VALUE_NUMBER && trl_card_get_number (card, *number, NULL) &&
        *number != TRL_MOTION_X && *number != TRL_MOTION_Y && *number != TRL_NOTE_X && *number != TRL_NOTE_Y)
      return TRUE;
  return FALSE;
}

/* Triples each number in turn: what was kept counts again exactly when its figures are others. */
static void
change_numbers (const char *path)
{
  g_autoptr (TrlBlueprint) blueprint = read_file (path);
  g_autoptr (GPtrArray) cards = all_cards (blueprint), before = trl_review (blueprint);
  g_autoptr (TrlReviewer) reviewer = NULL;

  for (guint i = 0; i < before->len; i++)
    g_assert_true (commit (trl_finding_keep (g_ptr_array_index (before, i), blueprint, "We know", "Ana", "2026-05-03")));
  reviewer = trl_reviewer_new (blueprint);
  for (guint c = 0; c < cards->len; c++)
    {
      TrlCard *card = g_ptr_array_index (cards, c);
      g_autoptr (TrlChange) change = NULL, back = NULL;
      TrlMember member;
      double number;
      TrlEdit *edit;

      if (!has_own_number (card, &member))
        continue;
      trl_card_get_number (card, member, &number);
      edit = trl_edit_new (blueprint, "Triple");
      trl_edit_set_number (edit, trl_card_get_id (card), member, number * 3 + 1);
      change = trl_edit_end (edit);
      trl_edit_free (edit);
      trl_blueprint_commit (blueprint, change);
      for (guint i = 0; i < before->len; i++)
        {
          TrlFinding *old = g_ptr_array_index (before, i), *now = find (reviewer, old);

          if (now == NULL)
            continue;
          g_assert_true ((trl_finding_get_kept (now) == NULL) == (trl_finding_get_lapsed (now) != NULL));
          if (!g_str_equal (trl_finding_get_fingerprint (now), trl_finding_get_fingerprint (old)))
            g_assert_null (trl_finding_get_kept (now));
          if (trl_finding_get_lapsed (now) != NULL)
            {
              g_assert_true (g_str_has_prefix (trl_finding_get_lapsed (now), "Kept on 3 May 2026 by Ana because “We know”; since then "));
              n_lapsed++;
            }
          else
            n_held++;
        }
      back = trl_change_reverse (change, TRL_ORIGIN_UNDO);
      trl_blueprint_commit (blueprint, back);
    }
  g_assert_cmpuint (trl_reviewer_count_kept (reviewer), ==, before->len);
}

static void
test_figures (void)
{
  g_test_summary ("What was kept counts again exactly when its figures are others, and says so; undo keeps it again");
  for_each_fixture (change_numbers);
  g_test_message ("%u lapsed, %u held", n_lapsed, n_held);
  g_assert_cmpuint (n_lapsed, >, 20);
  g_assert_cmpuint (n_held, >, n_lapsed);
}

static TrlFinding *
find_rule (TrlReviewer *reviewer,
           const char  *rule)
{
  const GPtrArray *findings = trl_reviewer_get_findings (reviewer);

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (trl_finding_get_rule (g_ptr_array_index (findings, i))->id, rule))
      return g_ptr_array_index (findings, i);
  return NULL;
}

/* Five tiers are kept: a sixth is another matter, and so is the way back to four. */
static void
test_sixth_tier (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  TrlEdit *edit = trl_edit_new (blueprint, "Five tiers");
  g_autofree char *motion = NULL, *sixth = NULL;
  TrlFinding *finding;

  motion = g_strdup (trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END));
  trl_edit_set_number (edit, motion, TRL_MOTION_PARTNERS_PLANNED, 200);
  for (guint i = 0; i < 5; i++)
    trl_edit_insert (edit, TRL_KIND_TIER, motion, TRL_SLOT_TIERS, TRL_END);
  g_assert_true (commit (edit));
  finding = find_rule (reviewer, "TIER-MANY");
  g_assert_true (commit (trl_finding_keep (finding, blueprint, "They are all full", "Ana", "2026-05-03")));
  finding = find_rule (reviewer, "TIER-MANY");
  g_assert_cmpstr (trl_finding_get_kept (finding), ==, "They are all full");
  {
    g_autofree char *who = trl_finding_describe_keeper (finding);

    g_assert_cmpstr (who, ==, "Ana, 3 May 2026");
  }

  edit = trl_edit_new (blueprint, "Sixth");
  sixth = g_strdup (trl_edit_insert (edit, TRL_KIND_TIER, motion, TRL_SLOT_TIERS, TRL_END));
  g_assert_true (commit (edit));
  finding = find_rule (reviewer, "TIER-MANY");
  g_assert_null (trl_finding_get_kept (finding));
  g_assert_cmpstr (trl_finding_get_lapsed (finding), ==,
                   "Kept on 3 May 2026 by Ana because “They are all full”; since then a tier was added.");

  /* Kept anew, the new reason takes the place of the old one. */
  g_assert_true (commit (trl_finding_keep (finding, blueprint, "Six is the law", NULL, NULL)));
  g_assert_cmpuint (trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_ACCEPTED)->len, ==, 1);
  edit = trl_edit_new (blueprint, "Back");
  trl_edit_remove (edit, sixth);
  g_assert_true (commit (edit));
  finding = find_rule (reviewer, "TIER-MANY");
  g_assert_cmpstr (trl_finding_get_lapsed (finding), ==, "Kept because “Six is the law”; since then a tier was taken away.");
}

/* The program's findings name cards of their own: a fourth target is another finding about the same. */
static void
test_fourth_target (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  TrlEdit *edit = trl_edit_new (blueprint, "Targets");

  for (guint i = 0; i < 3; i++)
    trl_edit_insert (edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
  g_assert_true (commit (edit));
  g_assert_true (commit (trl_finding_keep (find_rule (reviewer, "METRIC-MANY"), blueprint, "The board", "Mara", NULL)));
  edit = trl_edit_new (blueprint, "One more");
  trl_edit_insert (edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
  g_assert_true (commit (edit));
  g_assert_cmpstr (trl_finding_get_lapsed (find_rule (reviewer, "METRIC-MANY")), ==,
                   "Kept by Mara because “The board”; since then a metric was added.");
}

/* What early versions and people wrote down by hand is kept as it was. */
static void
test_old_file (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  TrlFinding *finding = find_rule (reviewer, "METRIC-NONE");
  g_autofree char *seen = g_strdup (trl_finding_get_fingerprint (finding));
  const char *words[] = { NULL, "", seen };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      finding = find_rule (reviewer, "METRIC-NONE");
      g_assert_true (commit (trl_act_keep (blueprint, "METRIC-NONE", trl_finding_get_cards (finding), "Later", NULL, NULL, words[i])));
      g_assert_cmpstr (trl_finding_get_kept (find_rule (reviewer, "METRIC-NONE")), ==, "Later");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRELLIS_CHECK_REVIEW", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/keep/rename", test_rename);
  g_test_add_func ("/review/keep/figures", test_figures);
  g_test_add_func ("/review/keep/sixth-tier", test_sixth_tier);
  g_test_add_func ("/review/keep/fourth-target", test_fourth_target);
  g_test_add_func ("/review/keep/old-file", test_old_file);
  return g_test_run ();
}
