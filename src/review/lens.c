/* lens.c: makes out of a blueprint what rules may look at.
 *
 * Every catalogue entry is looked up once for all rules. The arrays are kept
 * from motion to motion, so that a review allocates next to nothing. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "lens.h"

#include "acts.h"
#include "compare.h"
#include "terms.h"

#include <string.h>

#define LEAST_DEAL 0.01   /* less than a cent is no price, and nothing can be told as a share of it */

struct _TrlLens
{
  TrlBlueprint   *blueprint;     /* not owned */
  GArray         *types;         /* of TrlItem */
  GArray         *items;         /* of TrlItem: criteria and benefits of all tiers */
  GArray         *proofs;        /* of TrlItem: criteria of all credentials */
  GArray         *rungs;         /* of TrlRung */
  GPtrArray      *ladder;        /* of TrlRung */
  GArray         *steps;         /* of TrlStep: from each rung of the ladder to the next; the first is none */
  GArray         *pays;          /* of TrlPay */
  GArray         *strides;       /* of TrlStride */
  char           *basis;
  TrlMotionScope  scope;
};

TrlLens *
trl_lens_new (TrlBlueprint *blueprint)
{
  TrlLens *self = g_new0 (TrlLens, 1);

  self->blueprint = blueprint;
  self->types = g_array_new (FALSE, FALSE, sizeof (TrlItem));
  self->items = g_array_new (FALSE, FALSE, sizeof (TrlItem));
  self->proofs = g_array_new (FALSE, FALSE, sizeof (TrlItem));
  self->rungs = g_array_new (FALSE, FALSE, sizeof (TrlRung));
  self->ladder = g_ptr_array_new ();
  self->steps = g_array_new (FALSE, FALSE, sizeof (TrlStep));
  self->pays = g_array_new (FALSE, FALSE, sizeof (TrlPay));
  self->strides = g_array_new (FALSE, FALSE, sizeof (TrlStride));
  return self;
}

void
trl_lens_free (TrlLens *lens)
{
  if (lens == NULL)
    return;
  g_array_unref (lens->types);
  g_array_unref (lens->items);
  g_array_unref (lens->proofs);
  g_array_unref (lens->rungs);
  g_ptr_array_unref (lens->ladder);
  g_array_unref (lens->steps);
  g_array_unref (lens->pays);
  g_array_unref (lens->strides);
  g_free (lens->basis);
  g_free (lens);
}

static guint
ripe_bits (const GPtrArray *decisions)
{
  guint bits = 0;

  for (guint i = 0; i < decisions->len; i++)
    {
      TrlCard *card = g_ptr_array_index (decisions, i);
      int what = trl_card_get_choice (card, TRL_DECISION_WHAT);

      if (what >= 0 && trl_card_get_choice (card, TRL_DECISION_STATE) != TRL_DECIDED_RECHECK)
        bits |= 1u << what;
    }
  return bits;
}

static void
look_at_types (TrlLens *self,
               TrlCard *motion)
{
  const char * const *ids = trl_card_get_refs (motion, TRL_MOTION_TYPES);

  g_array_set_size (self->types, 0);
  for (; ids != NULL && *ids != NULL; ids++)
    {
      TrlCard *card = trl_blueprint_get (self->blueprint, *ids);
      TrlItem item = { card, NULL };

      if (card == NULL || trl_card_get_kind (card) != TRL_KIND_TYPE)
        continue;
      item.entry = trl_card_get_entry (card, TRL_TYPE_KIND);
      g_array_append_val (self->types, item);
    }
}

/* Cards that this version does not know may lie anywhere; no rule sees them. */
static guint
append_items (TrlLens    *self,
              GArray     *items,
              const char *tier,
              TrlSlot     slot,
              TrlKind     kind,
              TrlMember   member)
{
  const GPtrArray *cards = trl_blueprint_get_children (self->blueprint, tier, slot);
  guint before = items->len, n = 0;

  if (cards->len == 0)
    return 0;
  g_array_set_size (items, before + cards->len);
  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);

      if (trl_card_get_kind (card) == kind)
        g_array_index (items, TrlItem, before + n++) = (TrlItem) { card, trl_card_get_entry (card, member) };
    }
  items->len = before + n;
  return n;
}

/* Nothing is compared yet. */
static void
lay_steps (TrlLens *self)
{
  g_array_set_size (self->steps, self->ladder->len);
  for (guint i = 1; i < self->ladder->len; i++)
    {
      TrlStep *step = &g_array_index (self->steps, TrlStep, i);

      step->lower = g_ptr_array_index (self->ladder, i - 1);
      step->has_gain = step->has_climb = FALSE;
      ((TrlRung *) g_ptr_array_index (self->ladder, i))->step = step;
    }
}

static void
look_at_tiers (TrlLens    *self,
               const char *motion)
{
  const GPtrArray *tiers = trl_blueprint_get_children (self->blueprint, motion, TRL_SLOT_TIERS);
  guint at = 0;

  g_array_set_size (self->items, 0);
  g_array_set_size (self->rungs, 0);
  g_ptr_array_set_size (self->ladder, 0);
  for (guint i = 0; i < tiers->len; i++)
    {
      TrlRung rung = { .card = g_ptr_array_index (tiers, i) };
      const char *id = trl_card_get_id (rung.card);

      if (trl_card_get_kind (rung.card) != TRL_KIND_TIER)
        continue;
      rung.n_criteria = append_items (self, self->items, id, TRL_SLOT_CRITERIA, TRL_KIND_CRITERION, TRL_CRITERION_METRIC);
      rung.n_benefits = append_items (self, self->items, id, TRL_SLOT_BENEFITS, TRL_KIND_BENEFIT, TRL_BENEFIT_KIND);
      g_array_append_val (self->rungs, rung);
    }
  /* Only now do the arrays stay where they are. */
  for (guint i = 0; i < self->rungs->len; i++)
    {
      TrlRung *rung = &g_array_index (self->rungs, TrlRung, i);

      rung->criteria = (TrlItem *) (gpointer) self->items->data + at;
      rung->benefits = rung->criteria + rung->n_criteria;
      at += rung->n_criteria + rung->n_benefits;
      if (trl_card_get_yes (rung->card, TRL_TIER_RANKED, TRUE))
        g_ptr_array_add (self->ladder, rung);
    }
  lay_steps (self);
}

/* What credentials beside the tiers ask for. */
static void
look_at_credentials (TrlLens    *self,
                     const char *motion)
{
  const GPtrArray *credentials = trl_blueprint_get_children (self->blueprint, motion, TRL_SLOT_CREDENTIALS);

  g_array_set_size (self->proofs, 0);
  for (guint i = 0; i < credentials->len; i++)
    append_items (self, self->proofs, trl_card_get_id (g_ptr_array_index (credentials, i)), TRL_SLOT_CREDENTIAL_CRITERIA,
                  TRL_KIND_CRITERION, TRL_CRITERION_METRIC);
}

static gboolean
names_tier (const GPtrArray *lines,
            TrlMember        member)
{
  for (guint i = 0; i < lines->len; i++)
    if (trl_card_get_value (g_ptr_array_index (lines, i), member) != NULL)
      return TRUE;
  return FALSE;
}

static void
look_at_pays (TrlLens    *self,
              const char *motion)
{
  const GPtrArray *incentives = trl_blueprint_get_children (self->blueprint, motion, TRL_SLOT_INCENTIVES);

  g_array_set_size (self->pays, 0);
  for (guint i = 0; i < incentives->len; i++)
    {
      TrlPay pay = { .card = g_ptr_array_index (incentives, i) };
      const char *id = trl_card_get_id (pay.card);
      int money;

      if (trl_card_get_kind (pay.card) != TRL_KIND_INCENTIVE)
        continue;
      money = trl_card_get_choice (pay.card, TRL_INCENTIVE_MONEY);
      pay.kind = trl_card_get_entry (pay.card, TRL_INCENTIVE_KIND);
      pay.trigger = trl_card_get_entry (pay.card, TRL_INCENTIVE_TRIGGER);
      pay.condition = trl_card_get_entry (pay.card, TRL_INCENTIVE_CONDITION);
      pay.rates = trl_blueprint_get_children (self->blueprint, id, TRL_SLOT_RATES);
      pay.caps = trl_blueprint_get_children (self->blueprint, id, TRL_SLOT_CAPS);
      pay.cash = pay.kind != NULL && (pay.kind->flags & TRL_ENTRY_CASH) != 0 &&
                 money != TRL_MONEY_PARTNER_PAYS && money != TRL_MONEY_PASS_THROUGH &&
                 trl_card_get_state (pay.card, TRL_INCENTIVE_MONEY) != TRL_STATE_UNKNOWN;
      pay.alike = trl_card_get_value (pay.card, TRL_INCENTIVE_TIERS) == NULL && !names_tier (pay.rates, TRL_RATE_TIER) &&
                  !names_tier (pay.caps, TRL_CAP_TIER);
      g_array_append_val (self->pays, pay);
    }
}

static void
look_at_path (TrlLens    *self,
              const char *motion)
{
  const GPtrArray *steps = trl_blueprint_get_children (self->blueprint, motion, TRL_SLOT_PATH);

  g_array_set_size (self->strides, 0);
  for (guint i = 0; i < steps->len; i++)
    {
      TrlStride stride = { .card = g_ptr_array_index (steps, i) };

      if (trl_card_get_kind (stride.card) != TRL_KIND_STEP)
        continue;
      stride.kind = trl_card_get_entry (stride.card, TRL_STEP_KIND);
      stride.event = trl_card_get_entry (stride.card, TRL_STEP_EVENT);
      if (stride.event == NULL && stride.kind != NULL && stride.kind->trigger >= 0 &&
          trl_card_get_state (stride.card, TRL_STEP_EVENT) == TRL_STATE_OPEN)
        stride.event = trl_catalogue_get (TRL_CATALOGUE_EVENTS, stride.kind->trigger);
      g_array_append_val (self->strides, stride);
    }
}

/* Only a decision that says what it rests on makes anybody look. */
static void
look_at_decisions (TrlLens        *self,
                   const char     *motion,
                   TrlMotionScope *scope)
{
  const GPtrArray *cards = trl_blueprint_get_children (self->blueprint, motion, TRL_SLOT_MOTION_DECIDED);

  scope->ripe = ripe_bits (cards);
  g_clear_pointer (&self->basis, g_free);
  for (guint i = 0; i < cards->len && self->basis == NULL; i++)
    if (trl_card_get_text (g_ptr_array_index (cards, i), TRL_DECISION_OF) != NULL)
      self->basis = trl_acts_get_basis (self->blueprint, motion);
  scope->basis = self->basis;
  scope->decided = (TrlCard * const *) cards->pdata;
  scope->n_decided = cards->len;
}

static double
number_or (const TrlCard *card,
           TrlMember      member,
           double         otherwise)
{
  /* What somebody still has to find out is not what another value says. */
  if (trl_card_get_state (card, member) == TRL_STATE_UNKNOWN)
    return -1;
  trl_card_get_number (card, member, &otherwise);
  return otherwise;
}

/**
 * trl_lens_look:
 * @lens: a lens
 * @motion: a motion of its blueprint
 * @brief: what motions may know of the program
 *
 * Collects what rules may see of a motion.
 *
 * Returns: (transfer none): good until the lens looks elsewhere or the blueprint changes
 */
const TrlMotionScope *
trl_lens_look (TrlLens        *lens,
               TrlCard        *motion,
               const TrlBrief *brief)
{
  const char *id = trl_card_get_id (motion);
  TrlMotionScope *scope = &lens->scope;

  /* What is asked of the motion itself comes first: the blueprint has it at hand. */
  scope->routes = trl_acts_get_routes (lens->blueprint, id);
  look_at_decisions (lens, id, scope);
  look_at_path (lens, id);
  look_at_pays (lens, id);
  look_at_tiers (lens, id);
  look_at_credentials (lens, id);
  look_at_types (lens, motion);
  scope->motion = motion;
  scope->brief = brief;
  /* What the program had decided does not speak of a duplicate that came later (domain 0.2). */
  if (brief->reviewed || trl_card_get_ref (motion, TRL_MOTION_COPIED_FROM) == NULL)
    scope->ripe |= brief->ripe;
  scope->types = (const TrlItem *) (gpointer) lens->types->data;
  scope->n_types = lens->types->len;
  scope->rungs = (const TrlRung *) (gpointer) lens->rungs->data;
  scope->n_rungs = lens->rungs->len;
  scope->ladder = (const TrlRung **) lens->ladder->pdata;
  scope->n_ladder = lens->ladder->len;
  scope->proofs = (const TrlItem *) (gpointer) lens->proofs->data;
  scope->n_proofs = lens->proofs->len;
  scope->pays = (const TrlPay *) (gpointer) lens->pays->data;
  scope->n_pays = lens->pays->len;
  scope->strides = (const TrlStride *) (gpointer) lens->strides->data;
  scope->n_strides = lens->strides->len;
  scope->size = number_or (motion, TRL_MOTION_PARTNERS_PLANNED,
                           number_or (motion, TRL_MOTION_PARTNERS_NOW, brief->size));
  scope->deal = number_or (motion, TRL_MOTION_DEAL_SIZE, -1);
  if (scope->deal > 0 && scope->deal < LEAST_DEAL)
    scope->deal = -1;
  return scope;
}

/* The day on which it comes into force, was approved or was last decided; 0 when nobody has said. */
static guint
read_start (TrlBlueprint *blueprint)
{
  TrlCard *root = trl_blueprint_get_root (blueprint);
  const GPtrArray *decisions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_PROGRAM_DECIDED);
  guint start = trl_terms_day (root, TRL_PROGRAM_EFFECTIVE);

  if (start == 0)
    start = trl_terms_day (root, TRL_PROGRAM_APPROVAL_ON);
  if (start != 0)
    return start;
  for (guint i = 0; i < decisions->len; i++)
    if (trl_card_get_kind (g_ptr_array_index (decisions, i)) == TRL_KIND_DECISION)
      start = MAX (start, trl_terms_day (g_ptr_array_index (decisions, i), TRL_DECISION_ON));
  return start;
}

static void
add_target (TrlBrief *brief,
            TrlCard  *card)
{
  TrlTarget target = { trl_card_ref (card), trl_card_get_entry (card, TRL_METRIC_KIND), FALSE };

  g_array_append_val (brief->targets, target);
}

static void
clear_target (gpointer data)
{
  trl_card_unref (((TrlTarget *) data)->card);
}

/**
 * trl_brief_read:
 * @brief: (out caller-allocates): zeroed memory
 * @blueprint: a blueprint
 *
 * Reads what motion rules may know of the program, all but what is served: see
 * trl_brief_serve(). A metric without a role counts as a target: somebody named
 * it.
 */
void
trl_brief_read (TrlBrief     *brief,
                TrlBlueprint *blueprint)
{
  TrlCard *root = trl_blueprint_get_root (blueprint);
  const GPtrArray *metrics = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_METRICS);
  const char *currency = trl_card_get_text (root, TRL_PROGRAM_CURRENCY);
  int status = trl_card_get_choice (root, TRL_PROGRAM_STATUS);

  brief->targets = g_array_new (FALSE, FALSE, sizeof (TrlTarget));
  g_array_set_clear_func (brief->targets, clear_target);
  for (guint i = 0; i < metrics->len; i++)
    {
      TrlCard *metric = g_ptr_array_index (metrics, i);

      if (trl_card_get_kind (metric) == TRL_KIND_METRIC &&
          (trl_card_get_state (metric, TRL_METRIC_ROLE) == TRL_STATE_OPEN ||
           trl_card_get_choice (metric, TRL_METRIC_ROLE) == TRL_ROLE_TARGET))
        add_target (brief, metric);
      else if (trl_card_get_kind (metric) == TRL_KIND_METRIC)
        brief->vague |= trl_card_get_state (metric, TRL_METRIC_ROLE) == TRL_STATE_UNKNOWN;
    }
  brief->currency = g_intern_string (currency != NULL ? currency : "");
  brief->size = number_or (root, TRL_PROGRAM_PARTNERS_PLANNED, number_or (root, TRL_PROGRAM_PARTNERS_NOW, -1));
  brief->now = number_or (root, TRL_PROGRAM_PARTNERS_NOW, -1);
  brief->recruiting = trl_card_get_choice (root, TRL_PROGRAM_RECRUITING);
  brief->ripe = ripe_bits (trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_PROGRAM_DECIDED));
  brief->reviewed = status == TRL_STATUS_IN_REVIEW || status == TRL_STATUS_APPROVED;
  brief->start = read_start (blueprint);
  /* A program that goes to review, or has passed it, has nothing that is merely not there yet. */
  if (brief->reviewed)
    brief->ripe = (1u << TRL_N_DECISION_CHOICES) - 1;
}

/* Whether two briefs read the same to a motion rule, but for what is served. */
gboolean
trl_brief_equal (const TrlBrief *a,
                 const TrlBrief *b)
{
  if (a->targets->len != b->targets->len || a->vague != b->vague || a->currency != b->currency || a->size != b->size || a->now != b->now ||
      a->recruiting != b->recruiting || a->ripe != b->ripe || a->reviewed != b->reviewed || a->start != b->start)
    return FALSE;
  for (guint i = 0; i < a->targets->len; i++)
    {
      const TrlTarget *x = &g_array_index (a->targets, TrlTarget, i), *y = &g_array_index (b->targets, TrlTarget, i);

      if (x->kind != y->kind ||
          !g_str_equal (trl_card_get_id (x->card), trl_card_get_id (y->card)) ||
          !g_str_equal (trl_card_get_name (x->card), trl_card_get_name (y->card)) ||
          !trl_value_equal (trl_card_get_value (x->card, TRL_METRIC_BY), trl_card_get_value (y->card, TRL_METRIC_BY)))
        return FALSE;
    }
  return TRUE;
}

/* Brings up to date which targets are served (all, as long as nothing is known); tells whether that made a difference. */
gboolean
trl_brief_serve (TrlBrief *brief,
                 TrlSums  *sums)
{
  gboolean changed = FALSE;

  for (guint i = 0; i < brief->targets->len; i++)
    {
      TrlTarget *target = &g_array_index (brief->targets, TrlTarget, i);
      gboolean served = sums == NULL || trl_sums_serves (sums, trl_card_get_id (target->card), target->kind);

      changed |= served != target->served;
      target->served = served;
    }
  return changed;
}

/* Takes over what was served in an equal brief. */
void
trl_brief_served_as (TrlBrief       *brief,
                     const TrlBrief *before)
{
  for (guint i = 0; i < brief->targets->len; i++)
    g_array_index (brief->targets, TrlTarget, i).served = g_array_index (before->targets, TrlTarget, i).served;
}

void
trl_brief_clear (TrlBrief *brief)
{
  g_clear_pointer (&brief->targets, g_array_unref);
}

/* What program rules may see. */
TrlProgramScope
trl_program_scope (TrlBlueprint   *blueprint,
                   const TrlBrief *brief,
                   TrlSums        *sums)
{
  TrlProgramScope scope = {
    .root = trl_blueprint_get_root (blueprint),
    .brief = brief,
    .ripe = brief->ripe,
    .reviewed = brief->reviewed,
    .types = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_TYPES),
    .metrics = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_METRICS),
    .parked = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_PARKED),
    .notes = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES),
    .exceptions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_EXCEPTIONS),
    .sums = sums,
  };

  return scope;
}
