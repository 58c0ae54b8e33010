/* sums.c: the sums over all motions, kept by adding and taking out one motion at a time. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "sums.h"

#include "classes.h"

#include <string.h>

struct _TrlSums
{
  TrlClasses *classes[TRL_N_SAMES];
  guint       speaking[TRL_N_MASKS];   /* motions with a ladder or pay, by routes */
  GHashTable *types;                   /* id → how many motions list it */
  GHashTable *choices;                 /* id → in how many that run on it is listed without a market that tells them apart */
  GHashTable *markets;                 /* id and market → how many motions that run on list the type there */
  GHashTable *serves;                  /* metric id → how many incentives name it */
  guint       events[64];
  guint       measures[64];
  guint       counters[64];
  guint       open[3][TRL_N_DECISION_CHOICES];
  guint       recruiting[3];
  guint       n_decided;
  TrlStaff    staff;
  gint64      pipeline;
  gint64      revenue;
  guint       n_no_pipeline;           /* motions that do not say what they bring */
  guint       n_no_revenue;
  guint       n_motions;
  guint       n_tiers;
  guint       n_incentives;
  guint       n_steps;
  guint       touched;
};

void
trl_facts_clear (TrlFacts *facts)
{
  g_clear_pointer (&facts->motion, trl_card_unref);
  g_clear_pointer (&facts->serves, g_strfreev);
  g_clear_pointer (&facts->keys, g_free);
}

static gboolean
strv_equal (char **a,
            char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char * const *) a, (const char * const *) b);
}

/* A motion without a name is called by its way to market. */
static gboolean
same_name (const TrlCard *a,
           const TrlCard *b)
{
  return a == b ||
         (g_str_equal (trl_card_get_name (a), trl_card_get_name (b)) &&
          trl_card_get_kind_entry (a) == trl_card_get_kind_entry (b));
}

static gboolean
same_place (const TrlCard *a,
            const TrlCard *b)
{
  return a == b ||
         (trl_card_get_rank (a) == trl_card_get_rank (b) &&
          trl_value_equal (trl_card_get_value (a, TRL_MOTION_TYPES), trl_card_get_value (b, TRL_MOTION_TYPES)));
}

static gboolean
same_market (const TrlCard *a,
             const TrlCard *b)
{
  static const TrlMember members[] = { TRL_MOTION_STAGE, TRL_MOTION_MARKET_SEGMENT, TRL_MOTION_MARKET_REGION };

  for (guint i = 0; a != b && i < G_N_ELEMENTS (members); i++)
    if (!trl_value_equal (trl_card_get_value (a, members[i]), trl_card_get_value (b, members[i])))
      return FALSE;
  return TRUE;
}

/* The parts in which another name is read. */
guint
trl_facts_sound_apart (const TrlFacts *a,
                       const TrlFacts *b)
{
  return same_name (a->motion, b->motion) ? 0
         : TRL_PART_LADDERS | TRL_PART_PAYS | TRL_PART_STATEMENTS | TRL_PART_PATHS | TRL_PART_CLAIMS;
}

/* The parts in which two sets of facts add up differently. */
guint
trl_facts_differ (const TrlFacts *a,
                  const TrlFacts *b)
{
  guint parts = 0;

  if (!same_place (a->motion, b->motion))
    parts |= TRL_PART_LADDERS | TRL_PART_PAYS | TRL_PART_STATEMENTS | TRL_PART_PATHS | TRL_PART_CLAIMS | TRL_PART_TYPES;
  if (!same_market (a->motion, b->motion))
    parts |= TRL_PART_TYPES;
  if (a->routes != b->routes || a->copied != b->copied)
    parts |= TRL_PART_LADDERS | TRL_PART_PAYS | TRL_PART_PATHS;
  if (a->same[TRL_SAME_PATH] != b->same[TRL_SAME_PATH])
    parts |= TRL_PART_PATHS;
  if (memcmp (&a->staff, &b->staff, sizeof a->staff) != 0)
    parts |= TRL_PART_STAFF;
  if (a->same[TRL_SAME_LADDER] != b->same[TRL_SAME_LADDER])
    parts |= TRL_PART_LADDERS;
  if (a->same[TRL_SAME_PAY] != b->same[TRL_SAME_PAY])
    parts |= TRL_PART_PAYS;
  if (a->type_routes != b->type_routes || a->ripe != b->ripe || a->in_words != b->in_words ||
      a->same[TRL_SAME_STATEMENT] != b->same[TRL_SAME_STATEMENT])
    parts |= TRL_PART_STATEMENTS;
  if (a->ripe != b->ripe)
    parts |= TRL_PART_PATHS;
  if (a->same[TRL_SAME_CLAIM] != b->same[TRL_SAME_CLAIM] || a->ripe != b->ripe)
    parts |= TRL_PART_CLAIMS;
  if (a->pipeline != b->pipeline || a->revenue != b->revenue)
    parts |= TRL_PART_FUNNELS;
  if (a->open != b->open || a->recruiting != b->recruiting)
    parts |= TRL_PART_OPEN;
  if (a->n_incentives != b->n_incentives || a->n_tiers != b->n_tiers || a->n_steps != b->n_steps ||
      a->events != b->events || a->measures != b->measures || a->counters != b->counters || !strv_equal (a->serves, b->serves))
    parts |= TRL_PART_SERVES;
  return parts;
}

TrlSums *
trl_sums_new (void)
{
  TrlSums *self = g_new0 (TrlSums, 1);

  for (guint same = 0; same < TRL_N_SAMES; same++)
    self->classes[same] = trl_classes_new (same);
  self->types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->markets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->serves = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->touched = TRL_PART_ALL;
  return self;
}

void
trl_sums_free (TrlSums *sums)
{
  if (sums == NULL)
    return;
  for (guint same = 0; same < TRL_N_SAMES; same++)
    trl_classes_free (sums->classes[same]);
  g_hash_table_unref (sums->types);
  g_hash_table_unref (sums->choices);
  g_hash_table_unref (sums->markets);
  g_hash_table_unref (sums->serves);
  g_free (sums);
}

/* Returns how many there are now. */
static guint
count_id (GHashTable *table,
          const char *id,
          int         by)
{
  guint *n = g_hash_table_lookup (table, id);

  if (n == NULL)
    {
      n = g_new0 (guint, 1);
      g_hash_table_insert (table, g_strdup (id), n);
    }
  *n += by;
  if (*n > 0)
    return *n;
  g_hash_table_remove (table, id);
  return 0;
}

static const char *
text_of (const TrlCard *card,
         TrlMember      member)
{
  const char *text = trl_card_get_text (card, member);

  return text != NULL ? text : "";
}

/* Two motions for one type leave a choice, unless each has a market of its own or one of them is on its way out. */
static void
count_choice (TrlSums       *self,
              const TrlCard *motion,
              const char    *type,
              int            by)
{
  const char *segment = text_of (motion, TRL_MOTION_MARKET_SEGMENT), *region = text_of (motion, TRL_MOTION_MARKET_REGION);
  g_autofree char *key = NULL;
  guint n;

  if (trl_card_get_choice (motion, TRL_MOTION_STAGE) == TRL_STAGE_RETIRING)
    return;
  key = g_strdup_printf ("%s\n%s\n%s", type, segment, region);
  n = count_id (self->markets, key, by);
  /* The first motion of a market of its own leaves no choice; its market makes the difference. */
  if (*segment == '\0' && *region == '\0')
    count_id (self->choices, type, by);
  else if (by > 0 ? n == 2 : n == 1)
    count_id (self->choices, type, 2 * by);
  else if (by > 0 ? n > 2 : n > 1)
    count_id (self->choices, type, by);
}

static void
count_staff (TrlSums        *self,
             const TrlStaff *staff,
             int             by)
{
  self->staff.dedicated += by * staff->dedicated;
  self->staff.named += by * staff->named;
  self->staff.hours += by * staff->hours;
}

static void
count_bits (guint   *counts,
            guint64  bits,
            int      by)
{
  for (; bits != 0; bits &= bits - 1)
    counts[__builtin_ctzll (bits)] += by;
}

/* @stays: a bit for each class that is left as it is. */
static void
count (TrlSums  *self,
       TrlFacts *facts,
       guint     stays,
       int       by)
{
  const char * const *types = trl_card_get_refs (facts->motion, TRL_MOTION_TYPES);

  for (guint same = 0; same < TRL_N_SAMES; same++)
    if ((stays & 1u << same) == 0)
      trl_classes_count (self->classes[same], facts, by);
  if (facts->same[TRL_SAME_LADDER] != 0 || facts->same[TRL_SAME_PAY] != 0)
    self->speaking[facts->routes] += by;
  for (; types != NULL && *types != NULL; types++)
    {
      count_id (self->types, *types, by);
      count_choice (self, facts->motion, *types, by);
    }
  count_staff (self, &facts->staff, by);
  self->n_decided += facts->ripe != 0 ? by : 0;
  for (char **id = facts->serves; id != NULL && *id != NULL; id++)
    count_id (self->serves, *id, by);
  count_bits (self->events, facts->events, by);
  count_bits (self->measures, facts->measures, by);
  count_bits (self->counters, facts->counters, by);
  count_bits (self->open[facts->recruiting + 1], facts->open, by);
  self->recruiting[facts->recruiting + 1] += by;
  self->pipeline += by * MAX (facts->pipeline, 0);
  self->revenue += by * MAX (facts->revenue, 0);
  self->n_no_pipeline += by * (facts->pipeline < 0);
  self->n_no_revenue += by * (facts->revenue < 0);
  self->n_motions += by;
  self->n_tiers += by * (int) facts->n_tiers;
  self->n_incentives += by * (int) facts->n_incentives;
  self->n_steps += by * (int) facts->n_steps;
}

/* Adds a motion; @facts stay the caller's and must stay where they are until they are taken out. */
void
trl_sums_add (TrlSums  *sums,
              TrlFacts *facts)
{
  count (sums, facts, 0, 1);
}

void
trl_sums_remove (TrlSums  *sums,
                 TrlFacts *facts)
{
  count (sums, facts, 0, -1);
}

/* Puts what a motion comes to now in the place of what it came to; @facts take over @now. */
void
trl_sums_replace (TrlSums  *sums,
                  TrlFacts *facts,
                  TrlFacts *now)
{
  gboolean differ = trl_facts_differ (facts, now) != 0;
  guint stays = 0;

  for (guint same = 0; same < TRL_N_SAMES; same++)
    if (!differ || trl_classes_mean_same (sums->classes[same], facts, now))
      {
        stays |= 1u << same;
        trl_classes_renew (sums->classes[same], facts, now);
      }
  if (differ)
    count (sums, facts, stays, -1);
  trl_facts_clear (facts);
  *facts = *now;
  if (differ)
    count (sums, facts, stays, 1);
}

/* See trl_classes_forget_notes(). */
void
trl_sums_forget_notes (TrlSums *sums)
{
  for (guint same = 0; same < TRL_N_SAMES; same++)
    trl_classes_forget_notes (sums->classes[same]);
}

/* Says that program rules that read these parts must look again. */
void
trl_sums_touch (TrlSums *sums,
                guint    parts)
{
  sums->touched |= parts;
}

guint
trl_sums_steal_touched (TrlSums *sums)
{
  guint touched = sums->touched;

  sums->touched = 0;
  return touched;
}

guint
trl_sums_get_n_motions (TrlSums *sums)
{
  return sums->n_motions;
}

guint
trl_sums_get_n_tiers (TrlSums *sums)
{
  return sums->n_tiers;
}

guint
trl_sums_get_n_incentives (TrlSums *sums)
{
  return sums->n_incentives;
}

guint
trl_sums_get_n_steps (TrlSums *sums)
{
  return sums->n_steps;
}

/* Whether any motion lists the type. */
gboolean
trl_sums_uses_type (TrlSums    *sums,
                    const char *type)
{
  return g_hash_table_contains (sums->types, type);
}

/* In how many motions the type is listed in a way that leaves the choice between them open. */
guint
trl_sums_count_type (TrlSums    *sums,
                     const char *type)
{
  const guint *n = g_hash_table_lookup (sums->choices, type);

  return n != NULL ? *n : 0;
}

/* In how many motions something is decided. */
guint
trl_sums_get_n_decided (TrlSums *sums)
{
  return sums->n_decided;
}

/* The people that all motions promise together. */
TrlStaff
trl_sums_get_staff (TrlSums *sums)
{
  return sums->staff;
}

/* What all motions bring in a year, at best; FALSE when one of them does not say. Whole numbers, so that adding and
 * taking out come to the same. */
gboolean
trl_sums_get_pipeline (TrlSums *sums,
                       double  *pipeline)
{
  *pipeline = sums->pipeline / 100.0;
  return sums->n_motions > 0 && sums->n_no_pipeline == 0;
}

gboolean
trl_sums_get_revenue (TrlSums *sums,
                      double  *revenue)
{
  *revenue = sums->revenue / 100.0;
  return sums->n_motions > 0 && sums->n_no_revenue == 0;
}

/* In how many motions that recruit the decision is open; @recruiting is what the program says for those that say nothing. */
guint
trl_sums_get_n_open (TrlSums  *sums,
                     gboolean  recruiting,
                     int       decision)
{
  return sums->open[TRL_RECRUITING_OPEN + 1][decision] + (recruiting ? sums->open[0][decision] : 0);
}

/* How many motions recruit. */
guint
trl_sums_get_n_recruiting (TrlSums  *sums,
                           gboolean  recruiting)
{
  return sums->recruiting[TRL_RECRUITING_OPEN + 1] + (recruiting ? sums->recruiting[0] : 0);
}

/* Whether an incentive, a criterion or a step anywhere serves the metric (domain 3.6). */
gboolean
trl_sums_serves (TrlSums        *sums,
                 const char     *metric,
                 const TrlEntry *kind)
{
  if (g_hash_table_contains (sums->serves, metric))
    return TRUE;
  if (kind == NULL)
    return FALSE;
  if (sums->measures[kind->number] > 0)
    return TRUE;
  for (guint64 bits = kind->served_by; bits != 0; bits &= bits - 1)
    if (sums->events[__builtin_ctzll (bits)] > 0)
      return TRUE;
  return FALSE;
}

/* Whether all pay of some motion pulls against targets of that kind. */
gboolean
trl_sums_counters (TrlSums        *sums,
                   const TrlEntry *kind)
{
  return kind != NULL && sums->counters[kind->number] > 0;
}

/* The classes of motions that are the same in something. */
TrlClasses *
trl_sums_get_classes (TrlSums *sums,
                      TrlSame  same)
{
  return sums->classes[same];
}

/* A bit for each set of routes by which some motion speaks that shares nothing with what some other one speaks by. */
static guint
find_speaking_strangers (TrlSums *self)
{
  guint masks = 0;

  for (guint mask = 0; mask < TRL_N_MASKS; mask++)
    masks |= self->speaking[mask] > 0 ? 1u << mask : 0;
  return masks & trl_masks_get_all_strangers (masks);
}

/* The one model that all motions that should differ are forced into, or NULL. */
TrlClass *
trl_sums_get_model (TrlSums *sums)
{
  /* Beside it no other class can have motions that should differ. */
  const GPtrArray *suspects = trl_classes_get_suspects (sums->classes[TRL_SAME_MODEL]);
  TrlClass *klass = suspects->len == 1 ? g_ptr_array_index (suspects, 0) : NULL;
  guint strangers = find_speaking_strangers (sums);

  for (; klass != NULL && strangers != 0; strangers &= strangers - 1)
    {
      guint mask = __builtin_ctz (strangers);

      if (sums->speaking[mask] != trl_class_count_mask (klass, mask))
        return NULL;
    }
  return klass;
}
