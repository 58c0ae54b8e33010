/* reviewer.c: the review of a blueprint, live.
 *
 * On a change the dirty motions are those that own a record before or after
 * it, or list a touched type. Their facts are taken out of the sums, read
 * anew and added, and their rules run; then the program rules that read what
 * was touched. When the brief differs, every motion is dirty. A full review is
 * the same machine with every motion dirty, which is why both are equal.
 * Findings that stay equal stay the same ones. */

#define G_LOG_DOMAIN "reviewer"

#include "config.h"

#include "reviewer.h"

#include "check-live.h"
#include "lens.h"
#include "report.h"
#include "shown.h"

#include <string.h>

/* What is known of one motion. */
typedef struct
{
  TrlFacts   facts;
  GPtrArray *findings;   /* NULL for none */
} Motion;

/* So many motions are reviewed side by side: one rule looks at all of them before the next one does, for the code of all
 * rules together is more than the processor keeps at hand, and was fetched anew for each motion. */
#define N_LOOKS 16

/* A motion that is looked at just now. */
typedef struct
{
  TrlLens              *lens;
  const TrlMotionScope *scope;
  Motion               *motion;
  GPtrArray            *fresh;   /* what is found */
  TrlTurn               turn;
} Look;

struct _TrlReviewer
{
  GObject       parent_instance;

  TrlBlueprint *blueprint;
  guint         listener;
  Look          looks[N_LOOKS];
  guint         n_looks;
  TrlReport    *report;
  TrlLens      *word_lens;    /* others of both, for words may be asked for in the middle of a review */
  TrlReport    *word_report;
  TrlSource     source;
  gboolean      words;        /* whether all findings get their words at once */
  TrlSums      *sums;
  TrlBrief      brief;
  TrlIds       *ids;          /* of motions */
  GHashTable   *motions;      /* id → Motion */
  TrlKept      *kept;
  GPtrArray   **program;      /* findings of each rule about the program */
  guint         n_rules;
  TrlShown     *shown;        /* NULL until somebody asks for the findings of a card */
  GPtrArray    *fresh;        /* what is found of the program just now */
  guint         totals[TRL_N_DECISION_CHOICES][TRL_N_SEVERITIES];
  guint         n_kept;
  GPtrArray    *list;         /* all findings in order; NULL until asked for */
  GPtrArray    *changed;      /* ids of cards whose findings changed; NULL when nobody is told */
  gboolean      check;        /* compare with a full review after every commit */
};

G_DEFINE_FINAL_TYPE (TrlReviewer, trl_reviewer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  return trl_finding_compare (*(TrlFinding * const *) a, *(TrlFinding * const *) b);
}

static void
count_finding (TrlReviewer *self,
               TrlFinding  *finding,
               int          by)
{
  if (trl_finding_get_kept (finding) != NULL)
    self->n_kept += by;
  else
    self->totals[trl_finding_get_decision (finding)][trl_finding_get_severity (finding)] += by;
}

static void
show_finding (TrlReviewer *self,
              TrlFinding  *finding)
{
  count_finding (self, finding, 1);
  trl_finding_set_source (finding, &self->source);
  if (self->shown != NULL)
    trl_shown_add (self->shown, finding);
  if (self->changed != NULL)
    g_ptr_array_add (self->changed, g_strdup (trl_finding_get_cards (finding)[0]));
}

static void
hide_finding (TrlReviewer *self,
              TrlFinding  *finding)
{
  count_finding (self, finding, -1);
  trl_finding_set_source (finding, NULL);
  if (self->shown != NULL)
    trl_shown_remove (self->shown, finding);
  if (self->changed != NULL)
    g_ptr_array_add (self->changed, g_strdup (trl_finding_get_cards (finding)[0]));
}

/* Where somebody has read a finding, what comes instead must be compared with what was read. */
static gboolean
wants_words (TrlReviewer     *self,
             const GPtrArray *old)
{
  for (guint i = 0; old != NULL && i < old->len; i++)
    if (trl_finding_is_worded (g_ptr_array_index (old, i)))
      return TRUE;
  return self->words;
}

static void
release (gpointer finding)
{
  if (finding != NULL)
    trl_finding_unref (finding);
}

/* Puts what was found just now where @place points. What is equal stays the same. */
static void
replace_findings (TrlReviewer  *self,
                  GPtrArray   **place,
                  GPtrArray    *fresh)
{
  g_autoptr (GPtrArray) gone = NULL;
  guint at = 0;

  /* After most edits all is as it was. */
  if (trl_findings_stay (*place, fresh))
    {
      g_ptr_array_set_size (fresh, 0);
      return;
    }
  gone = g_steal_pointer (place);
  *place = g_ptr_array_new_full (fresh->len, release);
  for (guint i = 0; i < fresh->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (fresh, i), *same = trl_findings_steal_same (gone, &at, finding);

      g_ptr_array_add (*place, same != NULL ? same : finding);
      if (same != NULL)
        trl_finding_unref (finding);
      else
        show_finding (self, finding);
    }
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    if (g_ptr_array_index (gone, i) != NULL)
      hide_finding (self, g_ptr_array_index (gone, i));
  fresh->len = 0;   /* all of it was given away */
}

static void
motion_free (gpointer data)
{
  Motion *motion = data;

  trl_facts_clear (&motion->facts);
  g_clear_pointer (&motion->findings, g_ptr_array_unref);
  g_free (motion);
}

static gboolean
is_live (const TrlCard *card)
{
  return card != NULL && trl_card_get_kind (card) == TRL_KIND_MOTION && trl_card_get_slot (card) == TRL_SLOT_MOTIONS;
}

static void
drop_motion (TrlReviewer *self,
             const char  *id)
{
  Motion *motion = g_hash_table_lookup (self->motions, id);

  if (motion == NULL)
    return;
  for (guint i = 0; motion->findings != NULL && i < motion->findings->len; i++)
    hide_finding (self, g_ptr_array_index (motion->findings, i));
  trl_sums_remove (self->sums, &motion->facts);
  trl_sums_touch (self->sums, TRL_PART_ALL);
  g_hash_table_remove (self->motions, id);
}

/* Reads the facts of a motion and brings the sums up to date. */
static Motion *
add_facts (TrlReviewer          *self,
           const char           *id,
           const TrlMotionScope *scope)
{
  Motion *motion = g_hash_table_lookup (self->motions, id);
  TrlFacts facts;

  trl_facts_read (&facts, scope);
  facts.id = motion != NULL ? motion->facts.id : trl_ids_add (self->ids, id);
  if (motion == NULL)
    {
      motion = g_new0 (Motion, 1);
      motion->facts = facts;
      g_hash_table_insert (self->motions, (gpointer) facts.id, motion);
      trl_sums_add (self->sums, &motion->facts);
      trl_sums_touch (self->sums, TRL_PART_ALL);
      return motion;
    }
  trl_sums_touch (self->sums, trl_facts_differ (&motion->facts, &facts) | trl_facts_sound_apart (&motion->facts, &facts));
  trl_sums_replace (self->sums, &motion->facts, &facts);
  return motion;
}

/* Lets the rules look at the motions that wait, and keeps what they find. */
static void
review_looks (TrlReviewer *self)
{
  const TrlRule * const *rules = trl_rules_get (NULL);

  for (guint i = 0; i < self->n_rules; i++)
    {
      if (rules[i]->check_motion == NULL)
        continue;
      trl_report_begin (self->report, rules[i], i);
      for (guint l = 0; l < self->n_looks; l++)
        {
          trl_report_turn_to (self->report, &self->looks[l].turn);
          rules[i]->check_motion (self->looks[l].scope, self->report);
        }
      trl_report_end (self->report);
    }
  for (guint l = 0; l < self->n_looks; l++)
    {
      Look *look = &self->looks[l];

      g_ptr_array_set_size (look->fresh, trl_fold (look->fresh));
      trl_findings_sort (look->fresh);
      replace_findings (self, &look->motion->findings, look->fresh);
    }
  self->n_looks = 0;
}

/* One look at a motion serves its facts and its rules; these are run when enough motions wait. */
static void
look_at_motion (TrlReviewer *self,
                const char  *id)
{
  TrlCard *card = trl_blueprint_get (self->blueprint, id);
  Look *look;

  if (!is_live (card))
    {
      drop_motion (self, id);
      return;
    }
  look = &self->looks[self->n_looks++];
  if (look->lens == NULL)
    {
      look->lens = trl_lens_new (self->blueprint);
      look->fresh = g_ptr_array_new_with_free_func (release);
    }
  look->scope = trl_lens_look (look->lens, card, &self->brief);
  look->motion = add_facts (self, id, look->scope);
  look->turn = (TrlTurn) { look->motion->facts.id, trl_card_get_id (card), look->scope->ripe,
                           wants_words (self, look->motion->findings), look->fresh };
  if (self->n_looks == N_LOOKS)
    review_looks (self);
}

static void
review_program (TrlReviewer *self,
                guint        parts)
{
  const TrlRule * const *rules = trl_rules_get (NULL);
  TrlProgramScope scope = trl_program_scope (self->blueprint, &self->brief, self->sums);
  TrlTurn turn = { .ripe = scope.ripe, .into = self->fresh };

  for (guint i = 0; i < self->n_rules; i++)
    if (rules[i]->check_program != NULL && (rules[i]->reads & parts) != 0)
      {
        turn.words = wants_words (self, self->program[i]);
        trl_report_begin (self->report, rules[i], i);
        trl_report_turn_to (self->report, &turn);
        rules[i]->check_program (&scope, self->report);
        trl_report_end (self->report);
        replace_findings (self, &self->program[i], self->fresh);
      }
}

/* Lets the rules speak once more, with words, of the motion or the program that a finding is about. */
static void
word_finding (gpointer    data,
              TrlFinding *finding)
{
  TrlReviewer *self = data;
  const TrlRule * const *rules = trl_rules_get (NULL);
  const char *id = trl_finding_get_motion (finding);
  Motion *motion = id != NULL ? g_hash_table_lookup (self->motions, id) : NULL;
  g_autoptr (GPtrArray) worded = g_ptr_array_new_with_free_func (release);
  const TrlMotionScope *scope = NULL;
  TrlProgramScope program;
  TrlTurn turn;
  TrlCard *card = id != NULL ? trl_blueprint_get (self->blueprint, id) : NULL;

  if (id != NULL && (motion == NULL || card == NULL))
    return;
  if (card != NULL)
    scope = trl_lens_look (self->word_lens, card, &self->brief);
  else
    program = trl_program_scope (self->blueprint, &self->brief, self->sums);
  turn = (TrlTurn) { id, card != NULL ? trl_card_get_id (card) : NULL, scope != NULL ? scope->ripe : program.ripe, TRUE, worded };
  for (guint i = 0; i < self->n_rules; i++)
    {
      if (scope != NULL ? rules[i]->check_motion == NULL : rules[i] != trl_finding_get_rule (finding))
        continue;
      trl_report_begin (self->word_report, rules[i], i);
      trl_report_turn_to (self->word_report, &turn);
      if (scope != NULL)
        rules[i]->check_motion (scope, self->word_report);
      else
        rules[i]->check_program (&program, self->word_report);
      trl_report_end (self->word_report);
      if (scope == NULL)
        trl_findings_take_words (self->program[i], worded);
    }
  if (scope != NULL)
    trl_findings_take_words (motion->findings, worded);
}

/* Reviews the motions that are dirty, and those that are gone; @every makes all of them dirty. */
static void
review_motions (TrlReviewer *self,
                GHashTable  *dirty,
                gboolean     every)
{
  const GPtrArray *motions = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, dirty);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!every || !is_live (trl_blueprint_get (self->blueprint, id)))
      look_at_motion (self, id);
  for (guint i = 0; every && i < motions->len; i++)
    look_at_motion (self, trl_card_get_id (g_ptr_array_index (motions, i)));
  review_looks (self);
}

/* Brings everything up to date, given the motions whose cards or types changed.
 *
 * Which targets are served is known only when all facts are: motions are
 * reviewed as if that stayed as it was, and once more in the rare case that it
 * did not. */
static void
update (TrlReviewer *self,
        GHashTable  *dirty)
{
  TrlBrief brief = { 0 };
  gboolean every;
  guint parts;

  trl_brief_read (&brief, self->blueprint);
  every = self->brief.targets == NULL || !trl_brief_equal (&self->brief, &brief);
  if (every)
    {
      trl_sums_touch (self->sums, TRL_PART_ALL);
      trl_sums_forget_notes (self->sums);
      trl_brief_serve (&brief, self->brief.targets != NULL ? self->sums : NULL);
    }
  else
    {
      trl_brief_served_as (&brief, &self->brief);
    }
  trl_brief_clear (&self->brief);
  self->brief = brief;

  review_motions (self, dirty, every);
  if (trl_brief_serve (&self->brief, self->sums))
    {
      trl_sums_touch (self->sums, TRL_PART_SERVES);
      review_motions (self, dirty, TRUE);
    }
  parts = trl_sums_steal_touched (self->sums);
  if (parts != 0)
    review_program (self, parts);
}

/* A record as it was before the change. */
static TrlCard *
card_before (TrlReviewer *self,
             GHashTable  *deltas,
             const char  *id)
{
  const TrlDelta *delta = g_hash_table_lookup (deltas, id);

  return delta != NULL ? delta->before : trl_blueprint_get (self->blueprint, id);
}

static void
add_motion_before (TrlReviewer *self,
                   GHashTable  *deltas,
                   TrlCard     *card,
                   GHashTable  *dirty)
{
  while (card != NULL && trl_card_get_kind (card) != TRL_KIND_MOTION)
    card = trl_card_get_parent (card) != NULL ? card_before (self, deltas, trl_card_get_parent (card)) : NULL;
  if (card != NULL)
    g_hash_table_add (dirty, g_strdup (trl_card_get_id (card)));
}

static void
add_motion_after (TrlReviewer *self,
                  const char  *id,
                  GHashTable  *dirty)
{
  TrlCard *motion = trl_blueprint_get_motion (self->blueprint, id);

  if (motion != NULL)
    g_hash_table_add (dirty, g_strdup (trl_card_get_id (motion)));
}

/* What was kept, or is no longer, is looked at again where it lies. */
static void
add_kept_motions (TrlReviewer *self,
                  TrlCard     *card,
                  GHashTable  *dirty)
{
  const char * const *ids = card != NULL ? trl_card_get_refs (card, TRL_ACCEPTED_CARDS) : NULL;

  for (; ids != NULL && *ids != NULL; ids++)
    add_motion_after (self, *ids, dirty);
}

static void
add_delta (TrlReviewer    *self,
           GHashTable     *deltas,
           const TrlDelta *delta,
           GHashTable     *dirty)
{
  TrlKind kind = trl_card_get_kind (delta->after != NULL ? delta->after : delta->before);

  if (kind == TRL_KIND_TYPE)
    {
      g_autoptr (GPtrArray) motions = trl_blueprint_get_referrers (self->blueprint, delta->id);

      for (guint i = 0; i < motions->len; i++)
        add_motion_after (self, trl_card_get_id (g_ptr_array_index (motions, i)), dirty);
    }
  if (kind == TRL_KIND_ACCEPTED)
    {
      add_kept_motions (self, delta->before, dirty);
      add_kept_motions (self, delta->after, dirty);
      trl_sums_touch (self->sums, TRL_PART_ALL);
      trl_sums_forget_notes (self->sums);
    }
  if (delta->before != NULL)
    add_motion_before (self, deltas, delta->before, dirty);
  if (delta->after != NULL)
    add_motion_after (self, delta->id, dirty);
  if (kind == TRL_KIND_PROGRAM ||
      (delta->before != NULL && g_strcmp0 (trl_card_get_parent (delta->before), TRL_ROOT_ID) == 0) ||
      (delta->after != NULL && g_strcmp0 (trl_card_get_parent (delta->after), TRL_ROOT_ID) == 0))
    trl_sums_touch (self->sums, TRL_PART_PROGRAM);
}

static void
tell (TrlReviewer *self)
{
  g_autoptr (GPtrArray) ids = g_steal_pointer (&self->changed);

  if (ids->len == 0)
    return;
  g_signal_emit (self, signals[CHANGED], 0, ids);
}

static void
on_change (TrlBlueprint    *blueprint,
           const TrlChange *change,
           gpointer         user_data)
{
  TrlReviewer *self = user_data;
  g_autoptr (GHashTable) dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) deltas = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean kept = FALSE;

  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      g_hash_table_insert (deltas, (gpointer) delta->id, (gpointer) delta);
      kept |= trl_card_get_kind (delta->after != NULL ? delta->after : delta->before) == TRL_KIND_ACCEPTED;
    }
  self->changed = g_ptr_array_new_with_free_func (g_free);
  if (kept)
    trl_kept_read (self->kept);
  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    add_delta (self, deltas, trl_change_get_delta (change, i), dirty);
  g_clear_pointer (&self->list, g_ptr_array_unref);   /* a motion may only have moved */
  update (self, dirty);
  if (self->check)
    trl_check_live (self, self->blueprint);
  tell (self);
}

static void
trl_reviewer_dispose (GObject *object)
{
  TrlReviewer *self = TRL_REVIEWER (object);

  if (self->listener != 0)
    trl_blueprint_unlisten (self->blueprint, self->listener);
  self->listener = 0;
  g_clear_object (&self->blueprint);
  G_OBJECT_CLASS (trl_reviewer_parent_class)->dispose (object);
}

typedef void (*FindingFunc) (TrlFinding *finding,
                             gpointer    data);

static void
foreach_finding (TrlReviewer *self,
                 FindingFunc  func,
                 gpointer     data)
{
  GHashTableIter iter;
  gpointer motion;

  for (guint i = 0; i < self->n_rules; i++)
    if (self->program[i] != NULL)
      g_ptr_array_foreach (self->program[i], (GFunc) func, data);
  g_hash_table_iter_init (&iter, self->motions);
  while (g_hash_table_iter_next (&iter, NULL, &motion))
    if (((Motion *) motion)->findings != NULL)
      g_ptr_array_foreach (((Motion *) motion)->findings, (GFunc) func, data);
}

static void
forget_source (TrlFinding *finding,
               gpointer    data)
{
  trl_finding_set_source (finding, NULL);
}

static void
trl_reviewer_finalize (GObject *object)
{
  TrlReviewer *self = TRL_REVIEWER (object);

  foreach_finding (self, forget_source, NULL);   /* they may outlive the review */
  for (guint i = 0; i < self->n_rules; i++)
    g_clear_pointer (&self->program[i], g_ptr_array_unref);
  g_free (self->program);
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->changed, g_ptr_array_unref);
  g_clear_pointer (&self->fresh, g_ptr_array_unref);
  g_clear_pointer (&self->shown, trl_shown_free);
  g_clear_pointer (&self->sums, trl_sums_free);
  g_clear_pointer (&self->motions, g_hash_table_unref);
  g_clear_pointer (&self->kept, trl_kept_free);
  g_clear_pointer (&self->report, trl_report_free);
  for (guint l = 0; l < N_LOOKS; l++)
    {
      g_clear_pointer (&self->looks[l].lens, trl_lens_free);
      g_clear_pointer (&self->looks[l].fresh, g_ptr_array_unref);
    }
  g_clear_pointer (&self->word_report, trl_report_free);
  g_clear_pointer (&self->word_lens, trl_lens_free);
  g_clear_pointer (&self->ids, trl_ids_unref);
  trl_brief_clear (&self->brief);
  G_OBJECT_CLASS (trl_reviewer_parent_class)->finalize (object);
}

static void
trl_reviewer_class_init (TrlReviewerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trl_reviewer_dispose;
  object_class->finalize = trl_reviewer_finalize;

  /**
   * TrlReviewer::changed:
   * @reviewer: the reviewer
   * @ids: (element-type utf8): the cards at which other findings are shown now; one may come twice
   *
   * Findings came, went or changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
trl_reviewer_init (TrlReviewer *self)
{
  trl_rules_get (&self->n_rules);
  self->program = g_new0 (GPtrArray *, self->n_rules);
  self->ids = trl_ids_new ();
  self->report = trl_report_new (self->ids);
  self->word_report = trl_report_new (self->ids);
  self->source.word = word_finding;
  self->source.data = self;
  self->sums = trl_sums_new ();
  self->motions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, motion_free);
  self->fresh = g_ptr_array_new_with_free_func (release);
}

static TrlReviewer *
reviewer_new_deaf (TrlBlueprint *blueprint,
                   gboolean      words)
{
  g_autoptr (GHashTable) dirty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  TrlReviewer *self = g_object_new (TRL_TYPE_REVIEWER, NULL);

  self->blueprint = g_object_ref (blueprint);
  self->source.blueprint = blueprint;
  self->words = words;
  self->word_lens = trl_lens_new (blueprint);
  self->kept = trl_kept_new (blueprint);
  trl_report_set_kept (self->report, self->kept);
  trl_report_set_live (self->report, TRUE);
  trl_report_set_kept (self->word_report, self->kept);
  update (self, dirty);
  return self;
}

/**
 * trl_reviewer_new:
 * @blueprint: a blueprint
 *
 * Reviews a blueprint and follows it from now on.
 *
 * Returns: (transfer full): the reviewer
 */
TrlReviewer *
trl_reviewer_new (TrlBlueprint *blueprint)
{
  TrlReviewer *self;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  self = reviewer_new_deaf (blueprint, FALSE);
  self->check = trl_wants_check_live ();
  self->listener = trl_blueprint_listen (blueprint, TRL_STAGE_REVIEW, on_change, self);
  return self;
}

static void
append_findings (GPtrArray       *list,
                 const GPtrArray *findings)
{
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    g_ptr_array_add (list, g_ptr_array_index (findings, i));
}

/* The motions and the rules hold the findings. */
static GPtrArray *
make_list (TrlReviewer *self)
{
  const GPtrArray *motions = trl_blueprint_get_children (self->blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  GPtrArray *list = g_ptr_array_sized_new (motions->len * 8);

  for (guint i = 0; i < self->n_rules; i++)
    append_findings (list, self->program[i]);
  g_ptr_array_sort (list, compare_findings);
  for (guint i = 0; i < motions->len; i++)
    {
      Motion *motion = g_hash_table_lookup (self->motions, trl_card_get_id (g_ptr_array_index (motions, i)));

      append_findings (list, motion != NULL ? motion->findings : NULL);
    }
  return list;
}

/**
 * trl_reviewer_get_findings:
 * @reviewer: a reviewer
 *
 * Returns: (transfer none) (element-type TrlFinding): all findings, kept ones
 *   too: those of the program first, then motion by motion in their order; in
 *   each the heaviest first, then by decision. Valid until the next commit
 */
const GPtrArray *
trl_reviewer_get_findings (TrlReviewer *reviewer)
{
  g_return_val_if_fail (TRL_IS_REVIEWER (reviewer), NULL);

  if (reviewer->list == NULL)
    reviewer->list = make_list (reviewer);
  return reviewer->list;
}

static void
add_shown (TrlFinding *finding,
           gpointer    shown)
{
  trl_shown_add (shown, finding);
}

/**
 * trl_reviewer_get_for_card:
 * @reviewer: a reviewer
 * @id: the id of a card
 *
 * Returns: (transfer none) (nullable) (element-type TrlFinding): the findings
 *   that are shown at the card, the heaviest first, kept ones too; %NULL for
 *   none. Valid until the next commit
 */
const GPtrArray *
trl_reviewer_get_for_card (TrlReviewer *reviewer,
                           const char  *id)
{
  g_return_val_if_fail (TRL_IS_REVIEWER (reviewer) && id != NULL, NULL);

  if (reviewer->shown == NULL)
    {
      reviewer->shown = trl_shown_new ();
      foreach_finding (reviewer, add_shown, reviewer->shown);
    }
  return trl_shown_get (reviewer->shown, id);
}

/**
 * trl_reviewer_get_about:
 * @reviewer: a reviewer
 * @id: the id of a card
 *
 * Returns: (transfer container) (element-type TrlFinding): the findings that
 *   are about the card in any way, wherever they are shown
 */
GPtrArray *
trl_reviewer_get_about (TrlReviewer *reviewer,
                        const char  *id)
{
  const GPtrArray *all;
  GPtrArray *about;

  g_return_val_if_fail (TRL_IS_REVIEWER (reviewer) && id != NULL, NULL);

  all = trl_reviewer_get_findings (reviewer);
  about = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    if (trl_finding_has_card (g_ptr_array_index (all, i), id))
      g_ptr_array_add (about, g_ptr_array_index (all, i));
  return about;
}

static guint
count_in (const GPtrArray *findings,
          int              decision,
          TrlSeverity      severity)
{
  guint n = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);

      n += trl_finding_get_kept (finding) == NULL && trl_finding_get_severity (finding) == severity &&
           (decision < 0 || trl_finding_get_decision (finding) == decision);
    }
  return n;
}

/**
 * trl_reviewer_count:
 * @reviewer: a reviewer
 * @owner: (nullable): a motion, %TRL_ROOT_ID for the program's own, %NULL for everything
 * @decision: TRL_DECISION_*, or -1 for all
 * @severity: a severity
 *
 * Counts findings that are not kept.
 *
 * Returns: how many there are
 */
guint
trl_reviewer_count (TrlReviewer *reviewer,
                    const char  *owner,
                    int          decision,
                    TrlSeverity  severity)
{
  Motion *motion;
  guint n = 0;

  g_return_val_if_fail (TRL_IS_REVIEWER (reviewer), 0);
  g_return_val_if_fail (decision < TRL_N_DECISION_CHOICES && severity < TRL_N_SEVERITIES, 0);

  if (owner == NULL)
    {
      for (int d = 0; d < TRL_N_DECISION_CHOICES; d++)
        n += decision < 0 || d == decision ? reviewer->totals[d][severity] : 0;
      return n;
    }
  if (g_str_equal (owner, TRL_ROOT_ID))
    {
      for (guint i = 0; i < reviewer->n_rules; i++)
        n += count_in (reviewer->program[i], decision, severity);
      return n;
    }
  motion = g_hash_table_lookup (reviewer->motions, owner);
  return motion != NULL ? count_in (motion->findings, decision, severity) : 0;
}

/**
 * trl_reviewer_count_kept:
 * @reviewer: a reviewer
 *
 * Returns: how many findings are kept with a reason
 */
guint
trl_reviewer_count_kept (TrlReviewer *reviewer)
{
  g_return_val_if_fail (TRL_IS_REVIEWER (reviewer), 0);

  return reviewer->n_kept;
}

/**
 * trl_review:
 * @blueprint: a blueprint
 *
 * Reviews a blueprint once, from scratch.
 *
 * Returns: (transfer full) (element-type TrlFinding): all findings, in the
 *   order of trl_reviewer_get_findings()
 */
GPtrArray *
trl_review (TrlBlueprint *blueprint)
{
  g_autoptr (TrlReviewer) reviewer = NULL;
  GPtrArray *list;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  reviewer = reviewer_new_deaf (blueprint, TRUE);
  list = make_list (reviewer);
  /* The review goes, and what it found stays with the caller. */
  for (guint i = 0; i < list->len; i++)
    trl_finding_ref (g_ptr_array_index (list, i));
  g_ptr_array_set_free_func (list, release);
  return list;
}
