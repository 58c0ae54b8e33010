/* test-unknown.c: "Empty is never equal, unknown proves nothing."
 *
 * In every design of the fixtures, with nothing decided yet, some values are
 * made unknown, at random. Findings may go or become to-dos; no rule may find a
 * pitfall or a contradiction where it found none. */

#include "acts.h"
#include "reader.h"
#include "reviewer.h"

#include <string.h>

#define ROUNDS 12

/* Recruiting is early while decisions are open, and what nobody knows yet is not decided. That is all that this rule takes
 * from it: an unknown state of recruiting opens nothing. */
static const char * const finds_what_is_open = "RECRUIT-EARLY";

/* It is the event that pays which is wrong, whatever the sum will be; only a sum of nothing is none. */
static const char * const finds_the_event = "INC-REG-NO-CLOSE";

static GHashTable *offences;   /* rule → an example */
static gboolean forgot_recruiting;
static gboolean leaves_out;   /* whether values are taken out, and not made unknown */

/* Whom pay is for may be unknown: acts say so when the tier goes that it was for. */
static gboolean
says_whom (TrlMember member)
{
  return member == TRL_INCENTIVE_TIERS || member == TRL_INCENTIVE_TYPES || member == TRL_RATE_TIER || member == TRL_CAP_TIER;
}

static gboolean
can_be_unknown (const TrlMemberInfo *info)
{
  switch (info->type)
    {
    case TRL_VALUE_NUMBER:
    case TRL_VALUE_CHOICE:
    case TRL_VALUE_ENTRY:
    case TRL_VALUE_YES_NO:
    case TRL_VALUE_UNIT:
    case TRL_VALUE_LEVEL:
      return TRUE;
    case TRL_VALUE_NAME:
    case TRL_VALUE_TEXT:
    case TRL_VALUE_LINE:
    case TRL_VALUE_DATE:
    case TRL_VALUE_CURRENCY:
    case TRL_VALUE_REF:
    case TRL_VALUE_REFS:
    default:
      return FALSE;
    }
}

static void
collect (gpointer card,
         gpointer cards)
{
  g_ptr_array_add (cards, trl_card_ref (card));
}

/* What stands where something is not known, or (%NULL) not said. */
static TrlValue *
forgotten (void)
{
  return leaves_out ? NULL : trl_value_new_unknown (NULL);
}

static GPtrArray *
all_cards (TrlBlueprint *blueprint)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);

  trl_blueprint_foreach (blueprint, collect, cards);
  return cards;
}

/* Nothing is decided, and nothing has gone to review: what is absent is a to-do. */
static void
unripen (TrlBlueprint *blueprint)
{
  g_autoptr (GPtrArray) cards = all_cards (blueprint);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Open");

  for (guint i = 0; i < cards->len; i++)
    if (trl_card_get_kind (g_ptr_array_index (cards, i)) == TRL_KIND_DECISION)
      trl_edit_remove (edit, trl_card_get_id (g_ptr_array_index (cards, i)));
  trl_edit_set (edit, TRL_ROOT_ID, TRL_PROGRAM_STATUS, NULL);
  trl_edit_commit (edit);
}

/* What is decided, and who recruits, is said on purpose; the rest may be unknown. */
static gboolean
is_stance (TrlMember member)
{
  return member == TRL_PROGRAM_STATUS || member == TRL_DECISION_WHAT || member == TRL_DECISION_STATE;
}

/* Where nothing that is said is an answer: a unit is then the usual one, a metric without a role is a target, who sells is
 * as usual for the type, pay without a condition is paid without one. Whoever takes these out says something else. */
static gboolean
answers_by_silence (TrlMember member)
{
  static const TrlMember silent[] = {
    TRL_METRIC_ROLE, TRL_PROGRAM_RECRUITING, TRL_MOTION_RECRUITING, TRL_TIER_MDF, TRL_MOTION_STAGE, TRL_MOTION_GTM, TRL_MOTION_PARTNERS_NOW, TRL_MOTION_CATCH_ALL,
    TRL_MOTION_ONE_TIER, TRL_MOTION_FINDS, TRL_MOTION_SELLS, TRL_MOTION_SIGNS, TRL_MOTION_DELIVERS, TRL_MOTION_SUPPORTS,
    TRL_MOTION_RENEWS, TRL_TIER_RANKED, TRL_TIER_INHERITS, TRL_CRITERION_PER, TRL_CRITERION_WINDOW, TRL_BENEFIT_PER,
    TRL_INCENTIVE_CONDITION, TRL_INCENTIVE_STACKING, TRL_INCENTIVE_MONEY, TRL_INCENTIVE_PAYEE, TRL_INCENTIVE_TIERS,
    TRL_INCENTIVE_TYPES, TRL_RATE_TIER, TRL_RATE_FROM, TRL_RATE_UP_TO, TRL_RATE_ON, TRL_CAP_TIER, TRL_CAP_PER, TRL_CAP_OF,
  };

  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    if (member == silent[i])
      return TRUE;
  return trl_member_get_info (member)->type == TRL_VALUE_UNIT;
}

static gboolean
may_forget (const TrlCard *card,
            TrlMember      member)
{
  return trl_card_get_state (card, member) == TRL_STATE_KNOWN && (says_whom (member) || can_be_unknown (trl_member_get_info (member))) &&
         !is_stance (member) && !(leaves_out && answers_by_silence (member));
}

static gboolean
is_recruiting (TrlMember member)
{
  return member == TRL_PROGRAM_RECRUITING || member == TRL_MOTION_RECRUITING;
}

static void
forget (TrlEdit       *edit,
        GRand         *random,
        const TrlCard *card)
{
  TrlMember member, end;

  trl_kind_get_members (trl_card_get_kind (card), &member, &end);
  for (; member < end; member++)
    {
      g_autoptr (TrlValue) unknown = NULL;

      if (!may_forget (card, member) || g_rand_int_range (random, 0, 6) > 0)
        continue;
      unknown = forgotten ();
      trl_edit_set (edit, trl_card_get_id (card), member, unknown);
    }
}

/* Findings that are said once for one cause: where the one that covers another falls apart, that stands for itself. */
static const char * const covers[][2] = {
  { "MODEL-ONE", "TIER-COPIED" },
  { "MODEL-ONE", "INC-COPIED" },
  { "TIER-COPIED", "MODEL-ONE" },     /* all that are known to be strangers are copies now, and nobody knows of the others */
  { "INC-COPIED", "MODEL-ONE" },
  { "INC-COUNTER", "INC-NO-METRIC" }, /* some pay may serve the target; that which does not still does not */
};

static gboolean
is_related (const TrlRule *old,
            const TrlRule *fresh)
{
  gboolean related = old == fresh;

  for (guint i = 0; i < G_N_ELEMENTS (covers) && !related; i++)
    related = g_str_equal (old->id, covers[i][0]) && g_str_equal (fresh->id, covers[i][1]);
  return related;
}

/* Whether a finding is the old one, shown at another of its cards; how many tiers there are is said of the ladder. */
static gboolean
is_shown_elsewhere (TrlFinding *old,
                    TrlFinding *fresh)
{
  return g_strv_contains (trl_finding_get_cards (old), trl_finding_get_cards (fresh)[0]) ||
         (g_str_equal (trl_finding_get_rule (fresh)->id, "TIER-MANY") &&
          g_strcmp0 (trl_finding_get_motion (old), trl_finding_get_motion (fresh)) == 0) ||
         (g_str_equal (trl_finding_get_rule (old)->id, "INC-COUNTER") &&
          g_strcmp0 (trl_finding_get_motion (old), trl_finding_get_motion (fresh)) == 0);
}

static gboolean
was_found (const GPtrArray *before,
           TrlFinding      *finding)
{
  for (guint i = 0; i < before->len; i++)
    {
      TrlFinding *old = g_ptr_array_index (before, i);

      /* A finding of the program may be shown at another card when fewer are concerned. */
      if (is_related (trl_finding_get_rule (old), trl_finding_get_rule (finding)) &&
          trl_finding_get_severity (old) <= TRL_SEVERITY_WARNING &&
          (trl_finding_get_motion (finding) == NULL ||
           is_shown_elsewhere (old, finding)))
        return TRUE;
    }
  return FALSE;
}

static void
compare (const char      *path,
         const GPtrArray *before,
         const GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (after, i);
      const char *rule = trl_finding_get_rule (finding)->id;

      if (trl_finding_get_severity (finding) <= TRL_SEVERITY_WARNING && !was_found (before, finding) &&
          (g_strcmp0 (rule, finds_what_is_open) != 0 || forgot_recruiting) &&
          !(leaves_out && g_str_equal (rule, finds_the_event) && strstr (path, "pays-nothing") != NULL) && !g_hash_table_contains (offences, rule))
        g_hash_table_insert (offences, g_strdup (rule),
                             g_strdup_printf ("%s: %s", path, trl_finding_get_title (finding)));
    }
}

static void
forget_one (const char      *path,
            TrlBlueprint    *blueprint,
            const GPtrArray *before,
            const char      *id,
            TrlMember        member)
{
  g_autoptr (TrlValue) unknown = forgotten ();
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Forget one");
  g_autofree char *where = g_strdup_printf ("%s, %s of %s", path, trl_member_get_info (member)->path, id);
  g_autoptr (TrlChange) change = NULL, back = NULL;
  g_autoptr (GPtrArray) after = NULL;

  trl_edit_set (edit, id, member, unknown);
  change = trl_edit_end (edit);
  trl_blueprint_commit (blueprint, change);
  after = trl_review (blueprint);
  forgot_recruiting = is_recruiting (member);
  compare (where, before, after);
  forgot_recruiting = FALSE;
  back = trl_change_reverse (change, TRL_ORIGIN_UNDO);
  trl_blueprint_commit (blueprint, back);
}

/* One value after the other: what a rule takes from a single one shows here at every run. */
static void
forget_each (const char      *path,
             TrlBlueprint    *blueprint,
             const GPtrArray *before)
{
  g_autoptr (GPtrArray) cards = all_cards (blueprint);

  for (guint i = 0; i < cards->len; i++)
    {
      const TrlCard *card = g_ptr_array_index (cards, i);
      TrlMember member, end;

      trl_kind_get_members (trl_card_get_kind (card), &member, &end);
      for (; member < end; member++)
        if (may_forget (card, member))
          forget_one (path, blueprint, before, trl_card_get_id (card), member);
    }
}

static void
forget_in_file (const char *path,
                GRand      *random)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TrlReader) reader = trl_reader_read_file (file, &error);
  TrlBlueprint *blueprint;
  g_autoptr (GPtrArray) before = NULL;

  g_assert_no_error (error);
  blueprint = trl_reader_get_blueprint (reader);
  unripen (blueprint);
  before = trl_review (blueprint);
  forget_each (path, blueprint, before);
  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autoptr (GPtrArray) cards = all_cards (blueprint), after = NULL;
      g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Forget");
      g_autoptr (TrlChange) change = NULL, back = NULL;

      for (guint i = 0; i < cards->len; i++)
        forget (edit, random, g_ptr_array_index (cards, i));
      change = trl_edit_end (edit);
      if (change == NULL)
        continue;
      trl_blueprint_commit (blueprint, change);
      after = trl_review (blueprint);
      compare (path, before, after);
      back = trl_change_reverse (change, TRL_ORIGIN_UNDO);
      trl_blueprint_commit (blueprint, back);
    }
}

static void
forget_everywhere (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GDir) folders = g_dir_open (FIXTURES, 0, NULL);
  const char *folder, *name;
  GHashTableIter iter;
  gpointer rule, example;

  g_test_message ("seed %u", seed);
  offences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while ((folder = g_dir_read_name (folders)) != NULL)
    {
      g_autofree char *path = g_build_filename (FIXTURES, folder, NULL);
      g_autoptr (GDir) files = g_dir_open (path, 0, NULL);

      while (files != NULL && (name = g_dir_read_name (files)) != NULL)
        if (g_str_has_suffix (name, ".trellis"))
          {
            g_autofree char *file = g_build_filename (path, name, NULL);

            forget_in_file (file, random);
          }
    }
  g_hash_table_iter_init (&iter, offences);
  while (g_hash_table_iter_next (&iter, &rule, &example))
    g_test_message ("%s finds something in what nobody knows: %s", (char *) rule, (char *) example);
  g_assert_cmpuint (g_hash_table_size (offences), ==, 0);
  g_hash_table_unref (offences);
}

static void
test_unknown (void)
{
  leaves_out = FALSE;
  forget_everywhere ();
}

/* The same with values that nobody has written down yet. */
static void
test_missing (void)
{
  leaves_out = TRUE;
  forget_everywhere ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/unknown/proves nothing", test_unknown);
  g_test_add_func ("/review/unknown/missing proves nothing", test_missing);
  return g_test_run ();
}
