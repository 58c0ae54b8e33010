/* test-reviewer.c: the machine of the review: live, in order, equal to a full review. */

#include "acts.h"
#include "reader.h"
#include "reviewer.h"
#include "templates.h"

#include <string.h>

static void
count_signal (TrlReviewer *reviewer,
              GPtrArray   *ids,
              gpointer     user_data)
{
  (*(guint *) user_data)++;
}

static TrlFinding *
find (const GPtrArray *findings,
      const char      *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (trl_finding_get_rule (g_ptr_array_index (findings, i))->id, rule))
      return g_ptr_array_index (findings, i);
  return NULL;
}

/* Commits an edit, which is used up. */
static gboolean
commit (TrlEdit *edit)
{
  gboolean changed;

  g_assert_nonnull (edit);
  changed = trl_edit_commit (edit);
  trl_edit_free (edit);
  return changed;
}

static void
set (TrlBlueprint *blueprint,
     const char   *id,
     TrlMember     member,
     TrlValue     *value)
{
  g_assert_true (commit (trl_act_set (blueprint, id, member, value, NULL)));
  trl_value_unref (value);
}

static void
test_blank (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);

  g_assert_cmpuint (trl_reviewer_get_findings (reviewer)->len, ==, 1);
  g_assert_cmpuint (trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_WARNING), ==, 0);
  g_assert_cmpuint (trl_reviewer_count (reviewer, NULL, TRL_DECISION_METRICS, TRL_SEVERITY_TODO), ==, 1);
  g_assert_cmpuint (trl_reviewer_count (reviewer, TRL_ROOT_ID, -1, TRL_SEVERITY_TODO), ==, 1);
  g_assert_cmpuint (trl_reviewer_get_for_card (reviewer, TRL_ROOT_ID)->len, ==, 1);
}

/* What stays the same keeps its object, and nobody hears of it. */
static void
test_live (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlFinding) finding = trl_finding_ref (g_ptr_array_index (trl_reviewer_get_findings (reviewer), 0));
  guint changes = 0;
  TrlEdit *fix;

  g_signal_connect (reviewer, "changed", G_CALLBACK (count_signal), &changes);
  set (blueprint, TRL_ROOT_ID, TRL_PROGRAM_GOAL, trl_value_new_text ("Grow"));
  g_assert_cmpuint (changes, ==, 0);
  g_assert_true (g_ptr_array_index (trl_reviewer_get_findings (reviewer), 0) == finding);

  fix = trl_finding_make_fix (finding, 0, blueprint);
  g_assert_nonnull (fix);
  g_assert_true (commit (fix));
  g_assert_cmpuint (changes, ==, 1);
  /* What is left is about the new target: what counts, and how much of it. */
  g_assert_cmpuint (trl_reviewer_get_findings (reviewer)->len, ==, 2);
  g_assert_cmpuint (trl_reviewer_count (reviewer, NULL, TRL_DECISION_METRICS, TRL_SEVERITY_TODO), ==, 2);
  g_assert_null (trl_reviewer_get_for_card (reviewer, TRL_ROOT_ID));
  g_assert_null (trl_finding_make_fix (finding, 0, blueprint));
}

/* A finding that is kept does not count, and comes back when its figures change. */
static void
test_kept (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  const char *cards[] = { "metric-3", "metric-1", "metric-2", NULL };
  TrlFinding *finding;
  TrlEdit *edit;

  trl_blueprint_count_ids (blueprint);
  edit = trl_edit_new (blueprint, "Targets");
  for (guint i = 0; i < 3; i++)
    trl_edit_insert (edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
  g_assert_true (commit (edit));
  finding = find (trl_reviewer_get_findings (reviewer), "METRIC-MANY");
  g_assert_nonnull (finding);
  g_assert_cmpuint (trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_WARNING), ==, 1);

  edit = trl_act_keep (blueprint, "METRIC-MANY", trl_finding_get_cards (finding), "Fixed by the board", "Mara", "2026-11-23",
                       trl_finding_get_fingerprint (finding));
  g_assert_true (commit (edit));
  finding = find (trl_reviewer_get_findings (reviewer), "METRIC-MANY");
  g_assert_cmpstr (trl_finding_get_kept (finding), ==, "Fixed by the board");
  g_assert_cmpstr (trl_finding_get_kept_by (finding), ==, "Mara");
  g_assert_cmpuint (trl_reviewer_count (reviewer, NULL, -1, TRL_SEVERITY_WARNING), ==, 0);
  g_assert_cmpuint (trl_reviewer_count_kept (reviewer), ==, 1);
  g_assert_true (trl_finding_has_card (finding, cards[0]));

  edit = trl_edit_new (blueprint, "One more");
  trl_edit_insert (edit, TRL_KIND_METRIC, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
  g_assert_true (commit (edit));
  finding = find (trl_reviewer_get_findings (reviewer), "METRIC-MANY");
  g_assert_null (trl_finding_get_kept (finding));
  g_assert_cmpuint (trl_reviewer_count_kept (reviewer), ==, 0);
}

static TrlBlueprint *
founder (const char *name)
{
  g_autoptr (GBytes) bytes = trl_templates_load (trl_templates_find (name));
  g_autoptr (TrlReader) reader = trl_reader_read (bytes, NULL);

  return g_object_ref (trl_reader_get_blueprint (reader));
}

/* Duplicating to start is no pitfall yet; deciding that it stays so is. */
static void
test_duplicate (void)
{
  g_autoptr (TrlBlueprint) blueprint = founder ("founder-after");
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  const char *ids[] = { "motion-agency", NULL }, *types[] = { "type-referral", NULL };
  g_autofree char *copy = NULL;
  TrlFinding *finding;

  g_assert_true (commit (trl_act_duplicate (blueprint, ids, &copy)));
  g_assert_null (find (trl_reviewer_get_findings (reviewer), "TIER-COPIED"));
  set (blueprint, copy, TRL_MOTION_TYPES, trl_value_new_list (types));
  for (int decision = 0; decision < TRL_N_DECISION_CHOICES; decision++)
    {
      commit (trl_act_decide (blueprint, TRL_ROOT_ID, decision, -1, NULL, NULL));
      commit (trl_act_decide (blueprint, copy, decision, -1, NULL, NULL));
    }
  finding = find (trl_reviewer_get_findings (reviewer), "TIER-COPIED");
  g_assert_nonnull (finding);
  g_assert_cmpint (trl_finding_get_severity (finding), ==, TRL_SEVERITY_TODO);
  g_assert_true (commit (trl_act_decide (blueprint, copy, TRL_DECISION_TIERS, TRL_DECIDED_DECIDED, "Mara", NULL)));
  finding = find (trl_reviewer_get_findings (reviewer), "TIER-COPIED");
  g_assert_cmpint (trl_finding_get_severity (finding), ==, TRL_SEVERITY_WARNING);
  finding = find (trl_reviewer_get_findings (reviewer), "INC-COPIED");
  g_assert_cmpint (trl_finding_get_severity (finding), ==, TRL_SEVERITY_TODO);
}

/* The founder's story copied until there are a thousand motions; every seventh of them is for technology partners. */
static TrlBlueprint *
thousand_copies (void)
{
  TrlBlueprint *blueprint = founder ("founder-after");
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  TrlEdit *edit;

  while (motions->len < 1000)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();

      for (guint i = 0; i < motions->len && motions->len + i < 1000; i++)
        g_ptr_array_add (ids, (gpointer) trl_card_get_id (g_ptr_array_index (motions, i)));
      g_ptr_array_add (ids, NULL);
      g_assert_true (commit (trl_act_duplicate (blueprint, (const char * const *) ids->pdata, NULL)));
      motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
    }
  edit = trl_edit_new (blueprint, "Retype");
  for (guint i = 0; i < motions->len; i += 7)
    {
      const char *types[] = { "type-technology", NULL };
      g_autoptr (TrlValue) value = trl_value_new_list (types);

      trl_edit_set (edit, trl_card_get_id (g_ptr_array_index (motions, i)), TRL_MOTION_TYPES, value);
    }
  g_assert_true (commit (edit));
  return blueprint;
}

/* A thousand copies are one finding that names some and counts the rest. */
static void
test_many_copies (void)
{
  g_autoptr (TrlBlueprint) blueprint = thousand_copies ();
  g_autoptr (GPtrArray) findings = trl_review (blueprint);
  g_autoptr (TrlReviewer) reviewer = NULL;
  guint n_copied = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_equal (trl_finding_get_rule (finding)->id, "TIER-COPIED"))
        continue;
      n_copied++;
      g_assert_cmpuint (g_strv_length ((char **) trl_finding_get_cards (finding)), >, 100);
      g_assert_nonnull (strstr (trl_finding_get_title (finding), " more have the same ladder"));
    }
  g_assert_cmpuint (n_copied, >=, 1);
  g_assert_cmpuint (n_copied, <=, 3);
  reviewer = trl_reviewer_new (blueprint);
  g_assert_cmpuint (trl_reviewer_get_findings (reviewer)->len, ==, findings->len);
}

/* An edit in one of them makes the finding anew and takes over the ids of all others as they are: what it costs hardly grows
 * with their number. They stay as long as somebody holds the finding. */
static void
test_copies_share_ids (void)
{
  g_autoptr (TrlBlueprint) blueprint = thousand_copies ();
  g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
  g_autoptr (TrlFinding) before = trl_finding_ref (find (trl_reviewer_get_findings (reviewer), "TIER-COPIED"));
  g_autoptr (TrlFinding) after = NULL;
  const char * const *cards = trl_finding_get_cards (before);
  guint n = g_strv_length ((char **) cards);
  const GPtrArray *tiers = trl_blueprint_get_children (blueprint, cards[n - 1], TRL_SLOT_TIERS);
  g_autofree char *last = g_strdup (cards[n - 1]);
  TrlEdit *edit = trl_edit_new (blueprint, "One tier less");

  trl_edit_remove (edit, trl_card_get_id (g_ptr_array_index (tiers, 0)));
  g_assert_true (commit (edit));
  after = trl_finding_ref (find (trl_reviewer_get_findings (reviewer), "TIER-COPIED"));
  g_assert_true (after != before);
  g_assert_cmpuint (g_strv_length ((char **) trl_finding_get_cards (after)), ==, n - 1);
  g_assert_false (trl_finding_has_card (after, last));
  for (guint i = 0; i < n - 1; i++)
    g_assert_true (trl_finding_get_cards (after)[i] == cards[i]);

  g_clear_object (&reviewer);
  g_clear_object (&blueprint);
  g_assert_cmpstr (cards[n - 1], ==, last);
}

/* The register is sound: ids are unique and findable, every rule has words and looks at something. */
static void
test_register (void)
{
  guint n_rules;
  const TrlRule * const *rules = trl_rules_get (&n_rules);

  g_assert_cmpuint (n_rules, >=, 28);
  for (guint i = 0; i < n_rules; i++)
    {
      g_autofree char *small = g_ascii_strdown (rules[i]->id, -1);

      g_assert_true (trl_rule_find (rules[i]->id) == rules[i]);
      g_assert_true (trl_rule_find (small) == rules[i]);
      g_assert_true (rules[i]->check_motion != NULL || rules[i]->check_program != NULL);
      g_assert_true (rules[i]->check_program == NULL || rules[i]->reads != 0);
      g_assert_cmpuint (strlen (trl_rule_get_title (rules[i])), >, 0);
      for (TrlPagePart part = 0; part < TRL_PAGE_FOLDS; part++)
        if (!g_str_has_suffix (trl_rule_get_page (rules[i], part), part == TRL_PAGE_SOURCE ? "" : ".") ||
            *trl_rule_get_page (rules[i], part) == '\0')
          g_error ("%s: its page lacks \"%s\"", rules[i]->id, trl_page_get_label (part));
    }
  /* What folds into what is read from the table that folds. */
  g_assert_nonnull (strstr (trl_rule_get_page (trl_rule_find ("KIND-MISFIT"), TRL_PAGE_FOLDS),
                            trl_rule_get_title (trl_rule_find ("MOTION-MIXED"))));
  g_assert_nonnull (strstr (trl_rule_get_page (trl_rule_find ("MOTION-MIXED"), TRL_PAGE_FOLDS),
                            trl_rule_get_title (trl_rule_find ("KIND-MISFIT"))));
  g_assert_cmpstr (trl_rule_get_page (trl_rule_find ("PAY-TOO-LATE"), TRL_PAGE_FOLDS), ==, "");
  g_assert_null (trl_rule_find ("TIER"));
  g_assert_null (trl_rule_find (NULL));
}

/* Random designs: few values for each member, so that motions often become the same. */

static void
collect (gpointer card,
         gpointer cards)
{
  g_ptr_array_add (cards, card);
}

static TrlCard *
pick_card (TrlBlueprint *blueprint,
           GRand        *random)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  trl_blueprint_foreach (blueprint, collect, cards);
  return g_ptr_array_index (cards, g_rand_int_range (random, 0, cards->len));
}

/* An id of any card of the kind, or of none. */
static const char *
pick_id (TrlBlueprint *blueprint,
         GRand        *random,
         TrlKind       kind)
{
  for (guint i = 0; i < 20; i++)
    {
      TrlCard *card = pick_card (blueprint, random);

      if (kind == TRL_KIND_NONE || trl_card_get_kind (card) == kind)
        return trl_card_get_id (card);
    }
  return NULL;
}

static TrlValue *
random_value (TrlBlueprint *blueprint,
              GRand        *random,
              TrlMember     member)
{
  static const char * const words[] = { "money", "%", "Alpha", "Beta" };
  static const double numbers[] = { 0, 1, 2, 10, 500, 20000 };
  const TrlMemberInfo *info = trl_member_get_info (member);
  const char *ids[3] = { NULL, NULL, NULL };

  if (g_rand_int_range (random, 0, 8) == 0)
    return g_rand_boolean (random) ? NULL : trl_value_new_unknown (NULL);
  switch (info->type)
    {
    case TRL_VALUE_NUMBER:
      return trl_value_new_number (numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]);
    case TRL_VALUE_YES_NO:
      return trl_value_new_yes_no (g_rand_boolean (random));
    case TRL_VALUE_CHOICE:
      {
        guint n;
        const TrlChoiceInfo *choices = trl_choices_get (info->of, &n);

        return trl_value_new_text (choices[g_rand_int_range (random, 0, n)].id);
      }
    case TRL_VALUE_ENTRY:
      return trl_value_new_text (trl_catalogue_get (info->of, g_rand_int_range (random, 0,
                                 MIN (trl_catalogue_get_size (info->of), 6)))->id);
    case TRL_VALUE_REF:
      ids[0] = pick_id (blueprint, random, info->of);
      return ids[0] != NULL ? trl_value_new_text (ids[0]) : NULL;
    case TRL_VALUE_REFS:
      ids[0] = pick_id (blueprint, random, info->of);
      if (g_rand_boolean (random))
        ids[1] = pick_id (blueprint, random, info->of);
      if (g_strcmp0 (ids[0], ids[1]) == 0)
        ids[1] = NULL;
      return ids[0] != NULL ? trl_value_new_list (ids) : NULL;
    default:
      return trl_value_new_text (words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
}

static void
set_random (TrlEdit *edit,
            GRand   *random,
            TrlCard *card)
{
  TrlMember first, end;
  g_autoptr (TrlValue) value = NULL;

  trl_kind_get_members (trl_card_get_kind (card), &first, &end);
  first = g_rand_int_range (random, first, end);
  value = random_value (trl_edit_get_blueprint (edit), random, first);
  trl_edit_set (edit, trl_card_get_id (card), first, value);
}

static gboolean
is_above (TrlBlueprint *blueprint,
          const char   *id,
          const char   *below)
{
  for (; below != NULL; below = trl_card_get_parent (trl_blueprint_get (blueprint, below)))
    if (g_str_equal (id, below))
      return TRUE;
  return FALSE;
}

/* Puts a card into a slot of a random card that takes its kind. */
static void
move_random (TrlEdit *edit,
             GRand   *random,
             TrlCard *card)
{
  TrlBlueprint *blueprint = trl_edit_get_blueprint (edit);
  TrlCard *target = pick_card (blueprint, random);
  TrlSlot slot = trl_slot_for_child (trl_card_get_kind (target), trl_card_get_kind (card));

  if (trl_card_get_parent (card) == NULL || slot == TRL_SLOT_NONE ||
      is_above (blueprint, trl_card_get_id (card), trl_card_get_id (target)))
    return;
  trl_edit_place (edit, trl_card_get_id (card), trl_card_get_id (target), slot, g_rand_boolean (random) ? 0 : TRL_END);
}

static void
insert_random (TrlEdit *edit,
               GRand   *random)
{
  TrlCard *parent = pick_card (trl_edit_get_blueprint (edit), random);
  TrlKind kind = g_rand_int_range (random, TRL_KIND_METRIC, TRL_KIND_FOREIGN);
  TrlSlot slot = trl_slot_for_child (trl_card_get_kind (parent), kind);
  const char *id;

  if (slot == TRL_SLOT_NONE)
    return;
  id = trl_edit_insert (edit, kind, trl_card_get_id (parent), slot, g_rand_boolean (random) ? 0 : TRL_END);
  for (guint i = 0; i < 6; i++)
    set_random (edit, random, trl_edit_get (edit, id));
}

/* Another partner type for a motion, often one that earns differently. */
static TrlEdit *
retype (TrlBlueprint *blueprint,
        GRand        *random)
{
  const char *motion = pick_id (blueprint, random, TRL_KIND_MOTION), *types[2] = { NULL, NULL };
  TrlEdit *edit = trl_edit_new (blueprint, "Retype");
  g_autoptr (TrlValue) value = NULL;

  types[0] = pick_id (blueprint, random, TRL_KIND_TYPE);
  if (motion == NULL || types[0] == NULL)
    return edit;
  value = trl_value_new_list (types);
  trl_edit_set (edit, motion, TRL_MOTION_TYPES, value);
  /* The statement would say how it earns, and duplicates share it. */
  trl_edit_set (edit, motion, TRL_MOTION_SIGNS, NULL);
  return edit;
}

static TrlEdit *
random_edit (TrlBlueprint *blueprint,
             GRand        *random)
{
  TrlCard *card = pick_card (blueprint, random);
  const char *ids[] = { trl_card_get_id (card), NULL };
  guint n_cards = trl_blueprint_get_n_cards (blueprint);
  int what = g_rand_int_range (random, 0, 40);
  TrlEdit *edit;

  if (what <= 2 && n_cards < 350)
    {
      ids[0] = pick_id (blueprint, random, TRL_KIND_MOTION);
      return ids[0] != NULL ? trl_act_duplicate (blueprint, ids, NULL) : trl_edit_new (blueprint, "Nothing");
    }
  if (what <= 6)
    return retype (blueprint, random);
  edit = trl_edit_new (blueprint, "Random");
  if (what <= 8 && trl_card_get_parent (card) != NULL)
    trl_edit_remove (edit, trl_card_get_id (card));
  else if (what <= 14)
    move_random (edit, random, card);
  else if (what <= 22 && n_cards < 350)
    for (guint i = 0; i < 4; i++)
      insert_random (edit, random);
  else
    set_random (edit, random, card);
  return edit;
}

/* From nothing, or from the founder's story before or after. */
static TrlBlueprint *
begin (guint round)
{
  static const char * const names[] = { "founder-before", "founder-after" };

  return round % 3 == 2 ? trl_blueprint_new () : founder (names[round % 3]);
}

static void
note_rules (TrlReviewer *reviewer,
            guint       *n_reported)
{
  guint n_rules;
  const TrlRule * const *rules = trl_rules_get (&n_rules);

  for (guint r = 0; r < n_rules; r++)
    n_reported[r] += find (trl_reviewer_get_findings (reviewer), rules[r]->id) != NULL;
}

/* What the reviewer does after every commit: it ends the program when it differs from a full review. */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint n_changes = 0, n_reported[128] = { 0 }, n_rules;
  const TrlRule * const *rules = trl_rules_get (&n_rules);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 15; round++)
    {
      g_autoptr (TrlBlueprint) blueprint = begin (round);
      g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);
      g_autoptr (TrlChange) last = NULL;

      trl_blueprint_count_ids (blueprint);
      for (guint i = 0; i < 400; i++)
        {
          g_autoptr (TrlEdit) edit = last == NULL || g_rand_int_range (random, 0, 6) > 0 ? random_edit (blueprint, random) : NULL;
          TrlChange *change = edit != NULL ? trl_edit_end (edit) : trl_change_reverse (last, TRL_ORIGIN_UNDO);

          if (change == NULL)
            continue;
          trl_blueprint_commit (blueprint, change);
          g_clear_pointer (&last, trl_change_unref);
          last = change;
          n_changes++;
          note_rules (reviewer, n_reported);
        }
    }
  g_test_message ("%u changes", n_changes);
  g_assert_cmpuint (n_changes, >, 2500);
  /* A rule that never reported was not tested. */
  for (guint r = 0; r < n_rules; r++)
    if (n_reported[r] == 0)
      g_test_message ("%s was never found", rules[r]->id);
}

/* Whether a reviewer holds what a full review finds, word by word, and shows it where it belongs. */
static void
assert_full (TrlReviewer *reviewer,
             TrlBlueprint *blueprint)
{
  const GPtrArray *live = trl_reviewer_get_findings (reviewer);
  g_autoptr (GPtrArray) full = trl_review (blueprint);

  g_assert_cmpuint (live->len, ==, full->len);
  for (guint i = 0; i < live->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (live, i);
      const GPtrArray *shown = trl_reviewer_get_for_card (reviewer, trl_finding_get_cards (finding)[0]);

      if (!trl_finding_equal (finding, g_ptr_array_index (full, i)))
        g_error ("finding %u is \"%s\" live and \"%s\" in a full review", i, trl_finding_get_title (finding),
                 trl_finding_get_title (g_ptr_array_index (full, i)));
      g_assert_true (g_ptr_array_find ((GPtrArray *) shown, finding, NULL));
    }
}

/* The same where words are read now and then only: of what nobody has read only the facts are kept up to date, and what a
 * change does not touch is not looked at. */
static void
test_seldom_read (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  g_setenv ("TRELLIS_CHECK_REVIEW", "0", TRUE);
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (TrlBlueprint) blueprint = begin (round);
      g_autoptr (TrlReviewer) reviewer = trl_reviewer_new (blueprint);

      trl_blueprint_count_ids (blueprint);
      for (guint i = 0; i < 400; i++)
        {
          g_autoptr (TrlEdit) edit = random_edit (blueprint, random);

          trl_edit_commit (edit);
          /* Some are read in between, so that old and fresh ones with and without words meet. */
          if (g_rand_int_range (random, 0, 5) == 0)
            {
              const GPtrArray *live = trl_reviewer_get_findings (reviewer);

              for (guint n = 0; n < 3 && live->len > 0; n++)
                trl_finding_get_text (g_ptr_array_index (live, g_rand_int_range (random, 0, live->len)));
            }
          if (g_rand_int_range (random, 0, 12) == 0)
            assert_full (reviewer, blueprint);
        }
      assert_full (reviewer, blueprint);
    }
  g_setenv ("TRELLIS_CHECK_REVIEW", "1", TRUE);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TRELLIS_CHECK_REVIEW", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/reviewer/blank", test_blank);
  g_test_add_func ("/review/reviewer/live", test_live);
  g_test_add_func ("/review/reviewer/kept", test_kept);
  g_test_add_func ("/review/reviewer/duplicate", test_duplicate);
  g_test_add_func ("/review/reviewer/many-copies", test_many_copies);
  g_test_add_func ("/review/reviewer/copies-share-ids", test_copies_share_ids);
  g_test_add_func ("/review/reviewer/register", test_register);
  g_test_add_func ("/review/reviewer/random", test_random);
  g_test_add_func ("/review/reviewer/seldom-read", test_seldom_read);
  return g_test_run ();
}
