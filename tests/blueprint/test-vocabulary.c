/* test-vocabulary.c: what every row of the tables must keep, whoever adds one. */

#include "config.h"

#include "vocabulary.h"

static void
test_paths (void)
{
  g_test_summary ("No two members or slots of a kind share a path, and none stands in the way of another");
  for (int a = 1; a < TRL_N_MEMBERS; a++)
    for (int b = a + 1; b < TRL_N_MEMBERS; b++)
      {
        const TrlMemberInfo *x = trl_member_get_info (a), *y = trl_member_get_info (b);
        g_autofree char *inner = g_strconcat (x->path, ".", NULL);

        if (x->kind != y->kind)
          continue;
        g_assert_cmpstr (x->path, !=, y->path);
        g_assert_false (g_str_has_prefix (y->path, inner));
      }
  for (int slot = 1; slot < TRL_N_SLOTS; slot++)
    g_assert_cmpint (trl_member_find (trl_slot_get_info (slot)->parent, trl_slot_get_info (slot)->path), ==, TRL_MEMBER_NONE);
}

static void
test_members (void)
{
  g_test_summary ("Members of a kind stand together, have words, and at most eight are essential");
  for (int kind = 1; kind < TRL_N_KINDS; kind++)
    {
      TrlMember first, end;
      guint n_essential = 0;

      trl_kind_get_members (kind, &first, &end);
      g_assert_cmpint (first, <, end);
      for (TrlMember member = first; member < end; member++)
        {
          const TrlMemberInfo *info = trl_member_get_info (member);

          g_assert_cmpint (info->kind, ==, kind);
          g_assert_true (info->label != NULL && info->help != NULL && *info->label != '\0' && *info->help != '\0');
          n_essential += info->group == TRL_GROUP_ESSENTIAL;
        }
      g_assert_cmpuint (n_essential, <=, 8);
      g_assert_cmpint (trl_kind_from_name (trl_kind_get_info (kind)->name), ==, kind);
      g_assert_cmpint (trl_kind_get_x_member (kind) == TRL_MEMBER_NONE, ==, kind == TRL_KIND_PROGRAM);
    }
}

static void
test_catalogues (void)
{
  g_test_summary ("Every entry is found by its id; every unit and level that it names exists");
  for (int catalogue = 1; catalogue < TRL_N_CATALOGUES; catalogue++)
    for (guint i = 0; i < trl_catalogue_get_size (catalogue); i++)
      {
        const TrlEntry *entry = trl_catalogue_get (catalogue, i);
        g_auto (GStrv) scale = trl_entry_get_scale (entry);

        g_assert_cmpint (entry->number, ==, (int) i);
        g_assert_true (trl_catalogue_find (catalogue, entry->id) == entry);
        if (entry->unit != NULL)
          g_assert_nonnull (trl_catalogue_find (TRL_CATALOGUE_UNITS, entry->unit));
        if (catalogue == TRL_CATALOGUE_BENEFITS && entry->compare == TRL_COMPARE_ORDINAL)
          g_assert_cmpuint (g_strv_length (scale), >=, 2);
        for (guint j = 0; scale[j] != NULL; j++)
          g_assert_cmpint (trl_entry_find_level (entry, scale[j]), ==, (int) j);
      }
}

static void
test_ladder (void)
{
  g_test_summary ("The ladder of events (domain 2.5): registered is before closed-won, a training is before any business");
  g_assert_true (trl_event_is_before (TRL_EVENTS_DEAL_REGISTERED, TRL_EVENTS_CLOSED_WON));
  g_assert_true (trl_event_is_before (TRL_EVENTS_TRAINED, TRL_EVENTS_CLOSED_WON));
  g_assert_false (trl_event_is_before (TRL_EVENTS_RENEWED, TRL_EVENTS_CLOSED_WON));
  g_assert_false (trl_event_is_before (TRL_EVENTS_CLOSED_WON, TRL_EVENTS_CLOSED_WON));
}

static void
test_choices (void)
{
  g_test_summary ("Choices are found by their ids, in their order");
  for (int list = 1; list < TRL_N_CHOICES; list++)
    {
      guint n;
      const TrlChoiceInfo *choices = trl_choices_get (list, &n);

      g_assert_cmpuint (n, >=, 2);
      for (guint i = 0; i < n; i++)
        g_assert_cmpint (trl_choices_find (list, choices[i].id), ==, (int) i);
    }
  g_assert_cmpint (trl_choices_find (TRL_CHOICES_STATUS, "in-review"), ==, TRL_STATUS_IN_REVIEW);
  g_assert_cmpint (trl_choices_find (TRL_CHOICES_STATUS, NULL), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blueprint/vocabulary/paths", test_paths);
  g_test_add_func ("/blueprint/vocabulary/members", test_members);
  g_test_add_func ("/blueprint/vocabulary/catalogues", test_catalogues);
  g_test_add_func ("/blueprint/vocabulary/ladder", test_ladder);
  g_test_add_func ("/blueprint/vocabulary/choices", test_choices);
  return g_test_run ();
}
