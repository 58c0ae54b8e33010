/* test-wild.c: a figure that nobody meant breaks nothing.
 *
 * In every design of the fixtures, each number that somebody wrote becomes one
 * that a slip of the hand or a hostile file may hold. The review has to say
 * something that can be read, and a fix must not write what no file can hold. */

#include "reader.h"
#include "reviewer.h"
#include "writer.h"

#include <math.h>

static const double wild[] = { 1e300, -1e300, 1e-308 };

static void
collect (gpointer card,
         gpointer cards)
{
  g_ptr_array_add (cards, trl_card_ref (card));
}

static void
check_words (const char *where,
             const char *words)
{
  if (g_regex_match_simple ("\\b(inf|infinity|nan)\\b|∞", words, G_REGEX_CASELESS, 0))
    g_error ("%s: says \"%s\"", where, words);
}

static void
check_fix (const char   *where,
           TrlBlueprint *blueprint,
           TrlFinding   *finding,
           guint         index)
{
  g_autoptr (TrlEdit) edit = trl_finding_make_fix (finding, index, blueprint);
  g_autoptr (TrlChange) change = edit != NULL ? trl_edit_end (edit) : NULL;

  for (guint i = 0; change != NULL && i < trl_change_get_n_deltas (change); i++)
    {
      const TrlCard *card = trl_change_get_delta (change, i)->after;
      TrlMember member, end;
      double number;

      if (card == NULL)
        continue;
      trl_kind_get_members (trl_card_get_kind (card), &member, &end);
      for (; member < end; member++)
        if (trl_member_get_info (member)->type == TRL_VALUE_NUMBER && trl_card_get_number (card, member, &number) &&
            !isfinite (number))
          g_error ("%s: \"%s\" writes no number", where, trl_finding_get_fix_label (finding, index));
    }
}

static void
review_with (const char   *path,
             TrlBlueprint *blueprint,
             const char   *id,
             TrlMember     member,
             double        number)
{
  g_autofree char *where = g_strdup_printf ("%s, %s of %s as %g", path, trl_member_get_info (member)->path, id, number);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Go wild");
  g_autoptr (TrlChange) change = NULL, back = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  trl_edit_set_number (edit, id, member, number);
  change = trl_edit_end (edit);
  if (change == NULL)
    return;
  trl_blueprint_commit (blueprint, change);
  findings = trl_review (blueprint);
  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      check_words (where, trl_finding_get_title (finding));
      check_words (where, trl_finding_get_text (finding));
      for (guint f = 0; f < trl_finding_get_n_fixes (finding); f++)
        {
          check_words (where, trl_finding_get_fix_label (finding, f));
          check_fix (where, blueprint, finding, f);
        }
    }
  back = trl_change_reverse (change, TRL_ORIGIN_UNDO);
  trl_blueprint_commit (blueprint, back);
}

static void
review_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);
  g_autoptr (GPtrArray) cards = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);
  TrlBlueprint *blueprint;

  g_assert_no_error (error);
  blueprint = trl_reader_get_blueprint (reader);
  trl_blueprint_foreach (blueprint, collect, cards);
  for (guint i = 0; i < cards->len; i++)
    {
      const TrlCard *card = g_ptr_array_index (cards, i);
      TrlMember member, end;
      double number;

      trl_kind_get_members (trl_card_get_kind (card), &member, &end);
      for (; member < end; member++)
        if (trl_member_get_info (member)->type == TRL_VALUE_NUMBER && trl_card_get_number (card, member, &number))
          for (guint w = 0; w < G_N_ELEMENTS (wild); w++)
            review_with (path, blueprint, trl_card_get_id (card), member, wild[w]);
    }
}

static void
test_numbers (void)
{
  g_autoptr (GDir) folders = g_dir_open (FIXTURES, 0, NULL);
  const char *folder, *name;

  while ((folder = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *path = g_build_filename (FIXTURES, folder, NULL);
      g_autoptr (GDir) files = g_dir_open (path, 0, NULL);

      while (files != NULL && (name = g_dir_read_name (files)) != NULL)
        if (g_str_has_suffix (name, ".trellis"))
          {
            g_autofree char *file = g_build_filename (path, name, NULL);

            review_file (file);
          }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/wild/numbers", test_numbers);
  return g_test_run ();
}
