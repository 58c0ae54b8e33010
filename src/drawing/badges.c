/* badges.c: what the review has found, as the board shows it. */

#define G_LOG_DOMAIN "badges"

#include "config.h"

#include "badges.h"

#include "finding.h"

typedef struct
{
  TrlBadge badge;
  char    *label;
  TrlCard *motion;   /* only while badges are settled */
} Slip;

typedef struct
{
  guint counts[TRL_BADGE_ERROR + 1];
} Tally;

struct _TrlBadges
{
  GHashTable *slips;      /* card id → Slip */
  GHashTable *tallies;    /* motion id → Tally */
  GPtrArray  *findings;   /* of Finding, until they are settled */
};

typedef struct
{
  char        **cards;
  TrlBadgeLevel level;
  char         *label;
} Finding;

static void
slip_free (gpointer data)
{
  Slip *slip = data;

  g_free (slip->label);
  g_free (slip);
}

static void
finding_free (gpointer data)
{
  Finding *finding = data;

  g_strfreev (finding->cards);
  g_free (finding->label);
  g_free (finding);
}

/**
 * trl_badges_new:
 *
 * Returns: (transfer full): badges of a design without findings
 */
TrlBadges *
trl_badges_new (void)
{
  TrlBadges *self = g_new0 (TrlBadges, 1);

  self->slips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, slip_free);
  self->tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  return self;
}

/**
 * trl_badges_free:
 * @badges: (nullable) (transfer full): badges
 *
 * Frees them.
 */
void
trl_badges_free (TrlBadges *badges)
{
  if (badges == NULL)
    return;
  g_hash_table_unref (badges->slips);
  g_hash_table_unref (badges->tallies);
  g_ptr_array_unref (badges->findings);
  g_free (badges);
}

/**
 * trl_badges_add:
 * @badges: badges that are not settled yet
 * @cards: (array zero-terminated=1): what the finding is about; the first has the badge
 * @level: how grave it is
 * @label: a few words
 *
 * Adds a finding.
 */
void
trl_badges_add (TrlBadges          *badges,
                const char * const *cards,
                TrlBadgeLevel       level,
                const char         *label)
{
  Finding *finding;

  g_return_if_fail (badges != NULL && cards != NULL && label != NULL && level <= TRL_BADGE_ERROR);

  finding = g_new0 (Finding, 1);
  finding->cards = g_strdupv ((char **) cards);
  finding->level = level;
  finding->label = g_strdup (label);
  g_ptr_array_add (badges->findings, finding);
}

/* To-dos are asked by the empty places themselves; they have no badge. */
static TrlBadgeLevel
level_of (TrlSeverity severity)
{
  static const TrlBadgeLevel levels[TRL_N_SEVERITIES] = {
    [TRL_SEVERITY_ERROR] = TRL_BADGE_ERROR,
    [TRL_SEVERITY_WARNING] = TRL_BADGE_WARNING,
    [TRL_SEVERITY_ADVICE] = TRL_BADGE_ADVICE,
    [TRL_SEVERITY_TODO] = TRL_BADGE_TODO,
  };

  return levels[severity];
}

/**
 * trl_badges_new_for_findings:
 * @findings: (element-type TrlFinding): what the review has found
 * @blueprint: the blueprint that it was found in
 *
 * Makes settled badges of findings. What was kept with a reason has none.
 *
 * Returns: (transfer full): the badges
 */
TrlBadges *
trl_badges_new_for_findings (const GPtrArray *findings,
                             TrlBlueprint    *blueprint)
{
  TrlBadges *badges;

  g_return_val_if_fail (findings != NULL && TRL_IS_BLUEPRINT (blueprint), NULL);

  badges = trl_badges_new ();
  for (guint i = 0; i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      if (trl_finding_get_kept (finding) == NULL)
        trl_badges_add (badges, trl_finding_get_cards (finding), level_of (trl_finding_get_severity (finding)),
                        trl_finding_get_label (finding));
    }
  trl_badges_settle (badges, blueprint);
  return badges;
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const Finding *one = *(const Finding * const *) a;
  const Finding *other = *(const Finding * const *) b;

  return (int) other->level - (int) one->level;
}

static Tally *
tally_for (TrlBadges  *self,
           const char *motion)
{
  Tally *tally = g_hash_table_lookup (self->tallies, motion);

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      g_hash_table_insert (self->tallies, g_strdup (motion), tally);
    }
  return tally;
}

/* A finding counts once in each frame that it touches. */
static void
count_finding (TrlBadges     *self,
               TrlBlueprint  *blueprint,
               const Finding *finding)
{
  g_autoptr (GHashTable) motions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; finding->cards[i] != NULL; i++)
    {
      TrlCard *motion = trl_blueprint_get (blueprint, finding->cards[i]) != NULL ?
                        trl_blueprint_get_motion (blueprint, finding->cards[i]) : NULL;

      if (motion != NULL && g_hash_table_add (motions, (gpointer) trl_card_get_id (motion)))
        tally_for (self, trl_card_get_id (motion))->counts[finding->level]++;
    }
}

/* Rates and caps are texts of their incentive, so it has their badge. */
static const char *
find_bearer (TrlBlueprint *blueprint,
             const char   *id)
{
  TrlCard *card = trl_blueprint_get (blueprint, id);
  TrlKind kind = card != NULL ? trl_card_get_kind (card) : TRL_KIND_NONE;

  return kind == TRL_KIND_RATE || kind == TRL_KIND_CAP ? trl_card_get_parent (card) : id;
}

static void
stick (TrlBadges     *self,
       TrlBlueprint  *blueprint,
       const Finding *finding,
       GPtrArray     *slips)
{
  const char *id = finding->cards[0] != NULL ? find_bearer (blueprint, finding->cards[0]) : NULL;
  TrlCard *card = id != NULL ? trl_blueprint_get (blueprint, id) : NULL;
  Slip *slip;

  if (card == NULL || finding->level == TRL_BADGE_TODO || g_hash_table_contains (self->slips, id))
    return;
  slip = g_new0 (Slip, 1);
  slip->label = g_strdup (finding->label);
  slip->badge = (TrlBadge) { finding->level, slip->label, FALSE };
  slip->motion = trl_blueprint_get_motion (blueprint, id);
  g_ptr_array_add (slips, slip);
  g_hash_table_insert (self->slips, g_strdup (id), slip);
}

/* The gravest labels of a frame are shown; one that is there already waits
 * until all others had their turn, since it tells nothing new. */
static void
choose_shown (GPtrArray *slips)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint turn = 0; turn < 2; turn++)
    for (guint i = 0; i < slips->len; i++)
      {
        Slip *slip = g_ptr_array_index (slips, i);
        guint n_shown = GPOINTER_TO_UINT (g_hash_table_lookup (counts, slip->motion));
        g_autofree char *key = g_strdup_printf ("%p %s", (void *) slip->motion, slip->label);

        if (slip->badge.shown || (slip->motion != NULL && n_shown >= TRL_BADGES_A_FRAME) ||
            (turn == 0 && g_hash_table_contains (said, key)))
          continue;
        slip->badge.shown = TRUE;
        g_hash_table_insert (counts, slip->motion, GUINT_TO_POINTER (n_shown + 1));
        g_hash_table_add (said, g_steal_pointer (&key));
      }
  for (guint i = 0; i < slips->len; i++)
    ((Slip *) g_ptr_array_index (slips, i))->motion = NULL;   /* its record may go */
}

/**
 * trl_badges_settle:
 * @badges: badges with all their findings
 * @blueprint: what they are about
 *
 * Decides which cards show which badge: the gravest of a card, and the three
 * gravest of a frame; the others are counted.
 */
void
trl_badges_settle (TrlBadges    *badges,
                   TrlBlueprint *blueprint)
{
  g_autoptr (GPtrArray) slips = g_ptr_array_new ();

  g_return_if_fail (badges != NULL && TRL_IS_BLUEPRINT (blueprint));

  g_ptr_array_sort (badges->findings, compare_findings);
  for (guint i = 0; i < badges->findings->len; i++)
    {
      count_finding (badges, blueprint, g_ptr_array_index (badges->findings, i));
      stick (badges, blueprint, g_ptr_array_index (badges->findings, i), slips);
    }
  choose_shown (slips);
  g_ptr_array_set_size (badges->findings, 0);
}

/**
 * trl_badges_get:
 * @badges: (nullable): settled badges
 * @id: a card
 *
 * Returns: (nullable) (transfer none): its badge
 */
const TrlBadge *
trl_badges_get (const TrlBadges *badges,
                const char      *id)
{
  const Slip *slip;

  if (badges == NULL)
    return NULL;
  slip = g_hash_table_lookup (badges->slips, id);
  return slip != NULL ? &slip->badge : NULL;
}

/**
 * trl_badges_get_count:
 * @badges: (nullable): settled badges
 * @motion: a motion
 * @level: a level
 *
 * Returns: how many findings of that level touch the motion
 */
guint
trl_badges_get_count (const TrlBadges *badges,
                      const char      *motion,
                      TrlBadgeLevel    level)
{
  const Tally *tally;

  if (badges == NULL)
    return 0;
  tally = g_hash_table_lookup (badges->tallies, motion);
  return tally != NULL ? tally->counts[level] : 0;
}
