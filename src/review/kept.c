/* kept.c: findings that somebody keeps with a reason, and for how long.
 *
 * A finding is known by its rule and its cards. What is written down with the
 * reason is what the design said then, in three parts:
 *
 *   the fingerprint   the figures that the rule gave as its proof, so that
 *                     each rule says itself what is material: four tiers, or
 *                     the pay of a deal; never a name, an order or a place
 *   the subject       for a rule that gives no figures: all numbers, choices
 *                     and units of the cards that it speaks of, and of what
 *                     lies in them; "-" where the figures suffice
 *   the counts        how many cards of each sort there were, for the sentence
 *                     that says what has changed since
 *
 * The first two decide; the third only finds words. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "kept.h"

#include "acts.h"
#include "report.h"

#include <glib/gi18n.h>
#include <string.h>

struct _TrlKept
{
  TrlBlueprint *blueprint;    /* not owned */
  GHashTable   *by_cards;     /* rule and all cards → TrlCard */
  GHashTable   *by_first;     /* rule and first card → TrlCard */
  GHashTable   *rules;        /* set of ids */
};

/* The kinds that make a difference to a motion's decisions; the program's findings count their own cards. */
static const struct
{
  int     decision;
  TrlSlot slot;
  TrlSlot inner;
  TrlKind kind;
} counted[] = {
  { TRL_DECISION_TIERS, TRL_SLOT_TIERS, TRL_SLOT_NONE, TRL_KIND_TIER },
  { TRL_DECISION_TIERS, TRL_SLOT_TIERS, TRL_SLOT_CRITERIA, TRL_KIND_CRITERION },
  { TRL_DECISION_TIERS, TRL_SLOT_TIERS, TRL_SLOT_BENEFITS, TRL_KIND_BENEFIT },
  { TRL_DECISION_INCENTIVES, TRL_SLOT_INCENTIVES, TRL_SLOT_NONE, TRL_KIND_INCENTIVE },
  { TRL_DECISION_INCENTIVES, TRL_SLOT_INCENTIVES, TRL_SLOT_RATES, TRL_KIND_RATE },
  { TRL_DECISION_INCENTIVES, TRL_SLOT_INCENTIVES, TRL_SLOT_CAPS, TRL_KIND_CAP },
  { TRL_DECISION_ENABLEMENT, TRL_SLOT_PATH, TRL_SLOT_NONE, TRL_KIND_STEP },
};

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The rule and its cards in any order. */
static char *
key_of_cards (const char         *rule,
              const char * const *cards)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GString *key = g_string_new (rule);

  for (; cards != NULL && *cards != NULL; cards++)
    g_ptr_array_add (sorted, (gpointer) *cards);
  g_ptr_array_sort (sorted, compare_ids);
  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (key, "\n%s", (const char *) g_ptr_array_index (sorted, i));
  return g_string_free (key, FALSE);
}

static char *
key_of_first (const char         *rule,
              const char * const *cards)
{
  return g_strdup_printf ("%s\n%s", rule, cards != NULL && *cards != NULL ? *cards : "");
}

TrlKept *
trl_kept_new (TrlBlueprint *blueprint)
{
  TrlKept *self = g_new0 (TrlKept, 1);

  self->blueprint = blueprint;
  self->by_cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) trl_card_unref);
  self->by_first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) trl_card_unref);
  self->rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  trl_kept_read (self);
  return self;
}

void
trl_kept_free (TrlKept *kept)
{
  if (kept == NULL)
    return;
  g_hash_table_unref (kept->by_cards);
  g_hash_table_unref (kept->by_first);
  g_hash_table_unref (kept->rules);
  g_free (kept);
}

/* Reads anew what is kept. */
void
trl_kept_read (TrlKept *kept)
{
  const GPtrArray *cards = trl_blueprint_get_children (kept->blueprint, TRL_ROOT_ID, TRL_SLOT_ACCEPTED);

  g_hash_table_remove_all (kept->by_cards);
  g_hash_table_remove_all (kept->by_first);
  g_hash_table_remove_all (kept->rules);
  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      const char *rule = trl_card_get_text (card, TRL_ACCEPTED_RULE);
      const char * const *about = trl_card_get_refs (card, TRL_ACCEPTED_CARDS);

      if (rule == NULL)
        continue;
      g_hash_table_add (kept->rules, g_strdup (rule));
      g_hash_table_insert (kept->by_cards, key_of_cards (rule, about), trl_card_ref (card));
      g_hash_table_insert (kept->by_first, key_of_first (rule, about), trl_card_ref (card));
    }
}

static guint64
stir (guint64     hash,
      const char *text)
{
  for (; text != NULL && *text != '\0'; text++)
    hash = (hash ^ (guint8) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash * G_GUINT64_CONSTANT (0x100000001b3);
}

/* Names, words, people, dates and places are not what a design says of its figures. */
static gboolean
is_material (const TrlMemberInfo *info,
             TrlMember            member)
{
  switch (info->type)
    {
    case TRL_VALUE_NUMBER:
      return member != TRL_MOTION_X && member != TRL_MOTION_Y;
    case TRL_VALUE_YES_NO:
    case TRL_VALUE_CHOICE:
    case TRL_VALUE_ENTRY:
    case TRL_VALUE_UNIT:
    case TRL_VALUE_CURRENCY:
    case TRL_VALUE_LEVEL:
      return TRUE;
    case TRL_VALUE_NAME:
    case TRL_VALUE_TEXT:
    case TRL_VALUE_LINE:
    case TRL_VALUE_DATE:
    case TRL_VALUE_REF:
    case TRL_VALUE_REFS:
    default:
      return FALSE;
    }
}

static guint64
digest_values (const TrlCard *card)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  TrlMember member, end;

  trl_kind_get_members (trl_card_get_kind (card), &member, &end);
  for (; member < end; member++)
    {
      const TrlMemberInfo *info = trl_member_get_info (member);
      const TrlValue *value = trl_card_get_value (card, member);
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      if (value == NULL || !is_material (info, member))
        continue;
      hash = stir (hash, info->path);
      if (trl_value_get_form (value) == TRL_FORM_NUMBER)
        hash = stir (hash, g_ascii_dtostr (number, sizeof number, trl_value_get_number (value)));
      else
        hash = stir (hash + trl_value_get_state (value), trl_value_get_text (value));
    }
  return hash;
}

/* A card and what lies in it; the order of siblings does not count. */
static guint64
digest_card (TrlBlueprint  *blueprint,
             const TrlCard *card)
{
  static const TrlSlot slots[] = { TRL_SLOT_CRITERIA, TRL_SLOT_BENEFITS, TRL_SLOT_RATES, TRL_SLOT_CAPS };
  guint64 hash = digest_values (card);

  for (guint s = 0; s < G_N_ELEMENTS (slots); s++)
    {
      const GPtrArray *children = trl_blueprint_get_children (blueprint, trl_card_get_id (card), slots[s]);

      for (guint i = 0; i < children->len; i++)
        hash += digest_values (g_ptr_array_index (children, i)) * (s + 3);
    }
  return hash;
}

/* A motion is far more than what a rule says of it, and so is the program: of these only what is counted is material.
 * A finding of the program is not looked at again for a change inside of a motion, so it may not ask for one. */
static char *
describe_subject (TrlBlueprint *blueprint,
                  TrlFinding   *finding)
{
  const char *motion = trl_finding_get_motion (finding);
  guint64 hash = 0;

  if (trl_finding_is_proved (finding) || motion == NULL)
    return g_strdup ("-");
  for (const char * const *id = trl_finding_get_cards (finding); *id != NULL; id++)
    {
      const TrlCard *card = trl_blueprint_get (blueprint, *id);

      if (card != NULL && !g_str_equal (*id, motion) &&
          trl_blueprint_get_motion (blueprint, *id) == trl_blueprint_get (blueprint, motion))
        hash += digest_card (blueprint, card);
    }
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", hash);
}

static void
append_count (GString *out,
              TrlKind  kind,
              guint    n)
{
  g_string_append_printf (out, " %s=%u", trl_kind_get_info (kind)->name, n);
}

static void
append_motion_counts (GString      *out,
                      TrlBlueprint *blueprint,
                      TrlFinding   *finding)
{
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    {
      const GPtrArray *cards;
      guint n = 0;

      if (counted[i].decision != trl_finding_get_decision (finding))
        continue;
      cards = trl_blueprint_get_children (blueprint, trl_finding_get_motion (finding), counted[i].slot);
      for (guint c = 0; c < cards->len; c++)
        n += counted[i].inner == TRL_SLOT_NONE
               ? 1 : trl_blueprint_get_children (blueprint, trl_card_get_id (g_ptr_array_index (cards, c)),
                                                 counted[i].inner)->len;
      append_count (out, counted[i].kind, n);
    }
}

static void
append_own_counts (GString      *out,
                   TrlBlueprint *blueprint,
                   TrlFinding   *finding)
{
  static const TrlKind kinds[] = { TRL_KIND_MOTION, TRL_KIND_TYPE, TRL_KIND_METRIC };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n = 0;

      for (const char * const *id = trl_finding_get_cards (finding); *id != NULL; id++)
        {
          const TrlCard *card = trl_blueprint_get (blueprint, *id);

          n += card != NULL && trl_card_get_kind (card) == kinds[k];
        }
      append_count (out, kinds[k], n);
    }
}

/* What the design says now of what the finding looks at; see above. */
static char *
describe (TrlBlueprint *blueprint,
          TrlFinding   *finding)
{
  g_autofree char *subject = describe_subject (blueprint, finding);
  GString *out = g_string_new (trl_finding_get_fingerprint (finding));

  g_string_append_printf (out, " %s", subject);
  if (trl_finding_get_motion (finding) != NULL)
    append_motion_counts (out, blueprint, finding);
  else
    append_own_counts (out, blueprint, finding);
  return g_string_free (out, FALSE);
}

/* Whether what was written down says the same of the figures. Nothing was written down by early versions and by hand. */
static gboolean
still_holds (const char *seen,
             const char *now)
{
  g_auto (GStrv) a = NULL, b = NULL;

  if (seen == NULL || *seen == '\0')
    return TRUE;
  a = g_strsplit (seen, " ", 3);
  b = g_strsplit (now, " ", 3);
  return g_str_equal (a[0], b[0]) && (a[1] == NULL || g_str_equal (a[1], b[1]));
}

/* "a tier was added" */
static char *
word_added (TrlKind kind,
            guint   n)
{
  switch ((int) kind)
    {
    case TRL_KIND_TIER:
      return g_strdup_printf (ngettext ("a tier was added", "%u tiers were added", n), n);
    case TRL_KIND_CRITERION:
      return g_strdup_printf (ngettext ("a criterion was added", "%u criteria were added", n), n);
    case TRL_KIND_BENEFIT:
      return g_strdup_printf (ngettext ("a benefit was added", "%u benefits were added", n), n);
    case TRL_KIND_INCENTIVE:
      return g_strdup_printf (ngettext ("an incentive was added", "%u incentives were added", n), n);
    case TRL_KIND_RATE:
      return g_strdup_printf (ngettext ("a rate was added", "%u rates were added", n), n);
    case TRL_KIND_CAP:
      return g_strdup_printf (ngettext ("a cap was added", "%u caps were added", n), n);
    case TRL_KIND_STEP:
      return g_strdup_printf (ngettext ("a step was added", "%u steps were added", n), n);
    case TRL_KIND_MOTION:
      return g_strdup_printf (ngettext ("a motion was added", "%u motions were added", n), n);
    case TRL_KIND_TYPE:
      return g_strdup_printf (ngettext ("a partner type was added", "%u partner types were added", n), n);
    case TRL_KIND_METRIC:
      return g_strdup_printf (ngettext ("a metric was added", "%u metrics were added", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

/* "a tier was taken away" */
static char *
word_gone (TrlKind kind,
           guint   n)
{
  switch ((int) kind)
    {
    case TRL_KIND_TIER:
      return g_strdup_printf (ngettext ("a tier was taken away", "%u tiers were taken away", n), n);
    case TRL_KIND_CRITERION:
      return g_strdup_printf (ngettext ("a criterion was taken away", "%u criteria were taken away", n), n);
    case TRL_KIND_BENEFIT:
      return g_strdup_printf (ngettext ("a benefit was taken away", "%u benefits were taken away", n), n);
    case TRL_KIND_INCENTIVE:
      return g_strdup_printf (ngettext ("an incentive was taken away", "%u incentives were taken away", n), n);
    case TRL_KIND_RATE:
      return g_strdup_printf (ngettext ("a rate was taken away", "%u rates were taken away", n), n);
    case TRL_KIND_CAP:
      return g_strdup_printf (ngettext ("a cap was taken away", "%u caps were taken away", n), n);
    case TRL_KIND_STEP:
      return g_strdup_printf (ngettext ("a step was taken away", "%u steps were taken away", n), n);
    case TRL_KIND_MOTION:
      return g_strdup_printf (ngettext ("a motion was taken away", "%u motions were taken away", n), n);
    case TRL_KIND_TYPE:
      return g_strdup_printf (ngettext ("a partner type was taken away", "%u partner types were taken away", n), n);
    case TRL_KIND_METRIC:
      return g_strdup_printf (ngettext ("a metric was taken away", "%u metrics were taken away", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static int
count_in (char      **parts,
          TrlKind     kind)
{
  const char *name = trl_kind_get_info (kind)->name;
  gsize length = strlen (name);

  for (; *parts != NULL; parts++)
    if (g_str_has_prefix (*parts, name) && (*parts)[length] == '=')
      return CLAMP (g_ascii_strtoll (*parts + length + 1, NULL, 10), 0, G_MAXINT);
  return -1;
}

/* The first count that differs tells it best: a tier more brings its criteria along. */
static char *
word_change (const char *seen,
             const char *now)
{
  static const TrlKind kinds[] = {
    TRL_KIND_TIER, TRL_KIND_CRITERION, TRL_KIND_BENEFIT, TRL_KIND_INCENTIVE, TRL_KIND_RATE, TRL_KIND_CAP, TRL_KIND_STEP,
    TRL_KIND_MOTION, TRL_KIND_TYPE, TRL_KIND_METRIC
  };
  g_auto (GStrv) before = g_strsplit (seen, " ", -1), after = g_strsplit (now, " ", -1);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      int a = count_in (before, kinds[k]), b = count_in (after, kinds[k]);

      if (a >= 0 && b > a)
        return word_added (kinds[k], b - a);
      if (b >= 0 && a > b)
        return word_gone (kinds[k], a - b);
    }
  return g_strdup (_("its figures have changed"));
}

static char *
word_lapsed (const TrlCard *card,
             const char    *now)
{
  const char *seen = trl_card_get_text (card, TRL_ACCEPTED_SEEN);
  const char *reason = trl_card_get_text (card, TRL_ACCEPTED_REASON);
  const char *by = trl_card_get_text (card, TRL_ACCEPTED_BY);
  g_autofree char *day = trl_kept_format_day (trl_card_get_text (card, TRL_ACCEPTED_ON));
  g_autofree char *change = word_change (seen != NULL ? seen : "", now);

  if (reason == NULL)
    reason = "";
  if (day != NULL && by != NULL && *by != '\0')
    /* Translators: "Kept on 3 May 2026 by Ana because “they asked for it”; since then a tier was added." */
    return g_strdup_printf (_("Kept on %s by %s because “%s”; since then %s."), day, by, reason, change);
  if (day != NULL)
    return g_strdup_printf (_("Kept on %s because “%s”; since then %s."), day, reason, change);
  if (by != NULL && *by != '\0')
    return g_strdup_printf (_("Kept by %s because “%s”; since then %s."), by, reason, change);
  return g_strdup_printf (_("Kept because “%s”; since then %s."), reason, change);
}

/* "3 May 2026"; what is no day is said as it is; NULL for nothing. */
char *
trl_kept_format_day (const char *day)
{
  g_autofree char *time = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (day == NULL || *day == '\0')
    return NULL;
  time = g_strconcat (day, "T00:00:00Z", NULL);
  date = g_date_time_new_from_iso8601 (time, NULL);
  /* Translators: a day, see g_date_time_format(): "3 May 2026" */
  return date != NULL ? g_date_time_format (date, _("%-d %B %Y")) : g_strdup (day);
}

/* Whether a finding of the rule is kept, or was: only then is it worth asking of each of them, for a finding can be about a
 * thousand cards. */
gboolean
trl_kept_knows (TrlKept       *kept,
                const TrlRule *rule)
{
  return g_hash_table_size (kept->rules) > 0 && g_hash_table_contains (kept->rules, rule->id);
}

/* The card that keeps the finding, or NULL. When one kept it and does no longer, @lapsed says so. */
TrlCard *
trl_kept_judge (TrlKept     *kept,
                TrlFinding  *finding,
                char       **lapsed)
{
  g_autofree char *key = NULL, *first = NULL, *now = NULL;
  const char * const *cards;
  const char *rule;
  TrlCard *card;

  rule = trl_finding_get_rule (finding)->id;
  cards = trl_finding_get_cards (finding);
  key = key_of_cards (rule, cards);
  card = g_hash_table_lookup (kept->by_cards, key);
  now = describe (kept->blueprint, finding);
  if (card != NULL && still_holds (trl_card_get_text (card, TRL_ACCEPTED_SEEN), now))
    return card;
  if (card == NULL)
    {
      first = key_of_first (rule, cards);
      card = g_hash_table_lookup (kept->by_first, first);
    }
  if (card != NULL)
    *lapsed = word_lapsed (card, now);
  return NULL;
}

/**
 * trl_finding_keep:
 * @finding: a finding
 * @blueprint: the blueprint as it is now
 * @reason: why it is kept
 * @by: (nullable): who keeps it
 * @on: (nullable): the day, as in ISO 8601
 *
 * Keeps a finding until what it rests on changes.
 *
 * Returns: (transfer full): the edit, not committed
 */
TrlEdit *
trl_finding_keep (TrlFinding   *finding,
                  TrlBlueprint *blueprint,
                  const char   *reason,
                  const char   *by,
                  const char   *on)
{
  g_autofree char *seen = NULL;

  g_return_val_if_fail (finding != NULL && TRL_IS_BLUEPRINT (blueprint) && reason != NULL, NULL);

  seen = describe (blueprint, finding);
  return trl_act_keep (blueprint, trl_finding_get_rule (finding)->id, trl_finding_get_cards (finding), reason, by, on, seen);
}
