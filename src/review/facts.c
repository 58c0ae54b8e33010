/* facts.c: what a motion comes to, in a few numbers.
 *
 * Signatures are made of kinds, values and units, never of ids, names, order
 * or place. They add up, so that the order of items does not count, only that
 * of the tiers. A value that somebody still has to find out proves nothing: it
 * leaves the whole signature empty. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "lens.h"

#include "payout.h"
#include "terms.h"

#include <string.h>

static guint64
stir (guint64 seed,
      guint64 value)
{
  seed ^= value + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (seed << 6) + (seed >> 2);
  seed *= G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  return seed ^ (seed >> 33);
}

static guint64
stir_text (guint64     seed,
           const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (; text != NULL && *text != '\0'; text++)
    hash = (hash ^ (guint8) *text) * G_GUINT64_CONSTANT (0x100000001b3);
  return stir (seed, hash);
}

/* Letters and digits in small letters: what is left when only the wording differs. */
static guint64
stir_folded (guint64     seed,
             const char *text)
{
  g_autofree char *folded = NULL;
  GString *plain;

  if (text == NULL || *text == '\0')
    return stir (seed, 0);
  folded = g_utf8_casefold (text, -1);
  plain = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  seed = stir_text (seed, plain->str);
  g_string_free (plain, TRUE);
  return seed;
}

/* @unknown is set when somebody still has to find out the value. */
static guint64
stir_value (guint64         seed,
            const TrlValue *value,
            gboolean       *unknown)
{
  double number;
  guint64 bits;

  if (trl_value_get_form (value) != TRL_FORM_NUMBER)
    {
      *unknown |= trl_value_get_state (value) == TRL_STATE_UNKNOWN;
      return stir_text (stir (seed, 2 + trl_value_get_state (value)), trl_value_get_text (value));
    }
  number = trl_value_get_number (value);
  memcpy (&bits, &number, sizeof bits);
  return stir (seed, bits);
}

/* A card has few of its members, so it is asked for what it has. */
static guint64
stir_members (guint64          seed,
              const TrlCard   *card,
              const TrlMember *members,
              gboolean        *unknown)
{
  const TrlValue *value;
  TrlMember member;
  guint at = 0;

  while ((value = trl_card_next_value (card, &at, &member)) != NULL)
    for (guint i = 0; members[i] != TRL_MEMBER_NONE; i++)
      if (members[i] == member)
        {
          seed = stir_value (stir (seed, i), value, unknown);
          break;
        }
  return seed;
}

static const TrlMember criterion_members[] = {
  TRL_CRITERION_METRIC, TRL_CRITERION_IS, TRL_CRITERION_VALUE, TRL_CRITERION_UNIT, TRL_CRITERION_PER,
  TRL_CRITERION_WINDOW, TRL_CRITERION_OPTION, TRL_CRITERION_SCOPE, TRL_CRITERION_REGION, TRL_CRITERION_LEVEL,
  TRL_CRITERION_WEIGHT, TRL_MEMBER_NONE
};

static const TrlMember benefit_members[] = {
  TRL_BENEFIT_KIND, TRL_BENEFIT_VALUE, TRL_BENEFIT_UNIT, TRL_BENEFIT_PER, TRL_BENEFIT_LEVEL,
  TRL_BENEFIT_SCOPE, TRL_BENEFIT_REGION, TRL_MEMBER_NONE
};

static const TrlMember rate_members[] = {
  TRL_RATE_FROM, TRL_RATE_UP_TO, TRL_RATE_ON, TRL_RATE_VALUE, TRL_RATE_UNIT, TRL_RATE_SCOPE, TRL_RATE_REGION,
  TRL_MEMBER_NONE
};

static const TrlMember incentive_members[] = {
  TRL_INCENTIVE_KIND, TRL_INCENTIVE_BASIS, TRL_INCENTIVE_TRIGGER, TRL_INCENTIVE_CONDITION, TRL_MEMBER_NONE
};

/* Whether a criterion sets a bar that could have been set otherwise. */
static gboolean
criterion_speaks (const TrlItem *item)
{
  return trl_card_get_number (item->card, TRL_CRITERION_VALUE, NULL);
}

static gboolean
benefit_speaks (const TrlItem *item)
{
  return item->entry != NULL && item->entry->compare != TRL_COMPARE_STATUS;
}

/* What is asked for; what the catalogue does not know is told apart by its words. */
static guint64
sign_criterion (const TrlItem *item,
                gboolean      *unknown)
{
  guint64 sum = stir_members (3, item->card, criterion_members, unknown);

  return item->entry != NULL ? sum : stir_folded (sum, trl_card_get_text (item->card, TRL_CRITERION_TEXT));
}

/* Room for a key for each criterion, benefit and rate. */
static void
make_room (TrlFacts             *facts,
           const TrlMotionScope *scope)
{
  guint n = 0;

  for (guint t = 0; t < scope->n_ladder; t++)
    n += scope->ladder[t]->n_criteria + scope->ladder[t]->n_benefits;
  for (guint i = 0; i < scope->n_pays; i++)
    n += scope->pays[i].rates->len;
  facts->keys = n > 0 ? g_new (guint64, n) : NULL;
}

/* Whether nobody has said yet what a line of a ladder is about, or how much of it: neither in numbers nor in words. Two of
 * these are not the same for that. */
static gboolean
is_blank (const TrlItem *item,
          TrlMember      kind,
          TrlMember      value,
          TrlMember      text)
{
  if (trl_card_get_text (item->card, text) != NULL)
    return FALSE;
  if (item->entry == NULL)
    return trl_card_get_value (item->card, kind) == NULL;
  if (item->entry->scale != NULL)
    return trl_card_get_value (item->card, TRL_BENEFIT_LEVEL) == NULL;
  return item->entry->unit != NULL && trl_card_get_value (item->card, value) == NULL;
}

static guint64
sign_ladder (TrlFacts             *facts,
             const TrlMotionScope *scope)
{
  guint64 seed = scope->n_ladder;
  gboolean speaks = FALSE, unknown = FALSE;

  for (guint t = 0; t < scope->n_ladder && !unknown; t++)
    {
      const TrlRung *rung = scope->ladder[t];
      guint64 sum = trl_card_get_yes (rung->card, TRL_TIER_INHERITS, FALSE);

      for (guint i = 0; i < rung->n_criteria; i++)
        {
          guint64 criterion = sign_criterion (&rung->criteria[i], &unknown);

          unknown = unknown || is_blank (&rung->criteria[i], TRL_CRITERION_METRIC, TRL_CRITERION_VALUE, TRL_CRITERION_TEXT);
          speaks |= criterion_speaks (&rung->criteria[i]);
          sum += criterion;
          facts->keys[facts->n_asks++] = stir (t, criterion);
        }
      seed = stir (seed, sum);
    }
  for (guint t = 0; t < scope->n_ladder && !unknown; t++)
    {
      const TrlRung *rung = scope->ladder[t];
      guint64 sum = 0;

      for (guint i = 0; i < rung->n_benefits; i++)
        {
          guint64 benefit = stir_members (5, rung->benefits[i].card, benefit_members, &unknown);

          unknown = unknown || is_blank (&rung->benefits[i], TRL_BENEFIT_KIND, TRL_BENEFIT_VALUE, TRL_BENEFIT_TEXT);
          if (!benefit_speaks (&rung->benefits[i]))
            continue;
          speaks = TRUE;
          benefit = stir_folded (benefit, trl_card_get_text (rung->benefits[i].card, TRL_BENEFIT_TEXT));
          sum += benefit;
          facts->keys[facts->n_asks + facts->n_gives++] = stir (t, benefit);
        }
      seed = stir (seed, sum);
    }
  return speaks && !unknown ? seed | 1 : 0;
}

/* Whether every tier is reached by a composite score. */
static gboolean
is_scored (const TrlMotionScope *scope)
{
  for (guint t = 0; t < scope->n_ladder; t++)
    {
      const TrlRung *rung = scope->ladder[t];
      gboolean found = FALSE;

      for (guint i = 0; i < rung->n_criteria && !found; i++)
        found = rung->criteria[i].entry != NULL && rung->criteria[i].entry->number == TRL_CRITERIA_POINTS;
      if (!found)
        return FALSE;
    }
  return scope->n_ladder > 0;
}

/* A rate is for the nth tier, not for a tier of that id. */
static guint
rung_number (const TrlMotionScope *scope,
             const char           *tier)
{
  for (guint t = 0; tier != NULL && t < scope->n_rungs; t++)
    if (g_str_equal (trl_card_get_id (scope->rungs[t].card), tier))
      return t + 1;
  return 0;
}

static guint64
sign_pay (TrlFacts             *facts,
          const TrlMotionScope *scope)
{
  guint64 all = 0;
  gboolean speaks = FALSE, unknown = FALSE;

  for (guint i = 0; i < scope->n_pays && !unknown; i++)
    {
      const TrlPay *pay = &scope->pays[i];
      guint64 terms = stir_members (17, pay->card, incentive_members, &unknown), sum = 0;

      /* Two of which nobody has said what pays are not the same for that. */
      unknown = unknown || !trl_pay_knows_whom (pay) || pay->kind == NULL || trl_card_get_value (pay->card, TRL_INCENTIVE_TRIGGER) == NULL;
      for (guint r = 0; r < pay->rates->len; r++)
        {
          const TrlCard *rate = g_ptr_array_index (pay->rates, r);
          guint64 line = stir_members (stir (7, rung_number (scope, trl_card_get_ref (rate, TRL_RATE_TIER))),
                                       rate, rate_members, &unknown);

          unknown = unknown || trl_card_get_value (rate, TRL_RATE_VALUE) == NULL;
          speaks |= trl_card_get_number (rate, TRL_RATE_VALUE, NULL);
          sum += line;
          facts->keys[facts->n_asks + facts->n_gives + facts->n_rates++] = stir (terms, line);
        }
      all += stir (sum, terms);
    }
  return speaks && !unknown ? all | 1 : 0;
}

static const TrlMember step_members[] = {
  TRL_STEP_KIND, TRL_STEP_EVENT, TRL_STEP_SIDE, TRL_STEP_DAYS, TRL_STEP_HOURS, TRL_MEMBER_NONE
};

/* Steps come one after the other: here the order counts. What the usual path brings says nothing by itself. */
static guint64
sign_path (const TrlMotionScope *scope)
{
  guint64 seed = scope->n_strides;
  gboolean speaks = FALSE, unknown = FALSE;

  for (guint i = 0; i < scope->n_strides && !unknown; i++)
    {
      const TrlCard *step = scope->strides[i].card;

      speaks |= trl_card_get_number (step, TRL_STEP_DAYS, NULL) || trl_card_get_number (step, TRL_STEP_HOURS, NULL);
      seed = stir_members (seed, step, step_members, &unknown);
      seed = stir_folded (seed, trl_card_get_text (step, TRL_STEP_EXIT));
    }
  return speaks && !unknown && scope->n_strides > 1 ? seed | 1 : 0;
}

static const TrlMember role_members[] = {
  TRL_MOTION_FINDS, TRL_MOTION_SELLS, TRL_MOTION_SIGNS, TRL_MOTION_DELIVERS, TRL_MOTION_SUPPORTS, TRL_MOTION_RENEWS,
  TRL_MEMBER_NONE
};

static guint
count_known (const TrlCard   *card,
             const TrlMember *members)
{
  guint n = 0;

  for (; *members != TRL_MEMBER_NONE; members++)
    n += trl_card_get_state (card, *members) == TRL_STATE_KNOWN;
  return n;
}

static guint64
sign_statement (const TrlMotionScope *scope,
                gboolean              in_words)
{
  gboolean unknown = FALSE;
  guint64 seed = stir_members (11, scope->motion, role_members, &unknown);

  if (!in_words && (unknown || count_known (scope->motion, role_members) == 0))
    return 0;
  if (in_words)
    seed = stir_folded (seed, trl_card_get_text (scope->motion, TRL_MOTION_STATEMENT));
  return seed | 1;
}

static gboolean
has_text (const TrlCard *card,
          TrlMember      member)
{
  const char *text = trl_card_get_text (card, member);

  return text != NULL && *text != '\0';
}

/* Whether somebody wrote down who does what, or said it in words. */
gboolean
trl_scope_is_written (const TrlMotionScope *scope)
{
  return has_text (scope->motion, TRL_MOTION_STATEMENT) || count_known (scope->motion, role_members) > 0;
}

/* Whether anybody has worked on the motion: what is asked of a blank one first is enough to begin with. */
gboolean
trl_scope_has_begun (const TrlMotionScope *scope)
{
  return scope->n_rungs + scope->n_pays + scope->n_strides > 0 || (scope->ripe & 1u << TRL_DECISION_TYPES) != 0;
}

/* Credit for business that was done is pay in another coin: customers who bring customers are paid so. Seats and courses for
 * signing are not. */
static gboolean
is_credit_for_business (const TrlPay *pay)
{
  return pay->kind->number == TRL_INCENTIVES_NON_CASH && pay->trigger != NULL && pay->trigger->ladder >= 0 &&
         !trl_event_is_before (pay->trigger->number, TRL_EVENTS_CLOSED_WON);
}

/* Whether there is a way in which the partner earns: our money, its own business, or what its type usually lives on. */
gboolean
trl_scope_earns (const TrlMotionScope *scope)
{
  if (has_text (scope->motion, TRL_MOTION_EARNS))
    return TRUE;
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlEntry *kind = scope->pays[i].kind;

      int payee = trl_card_get_choice (scope->pays[i].card, TRL_INCENTIVE_PAYEE);

      /* What our own sellers get, and what the partner pays us, is not what it earns. */
      if (payee == TRL_PAYEE_OWN_REP ||
          trl_card_get_choice (scope->pays[i].card, TRL_INCENTIVE_MONEY) == TRL_MONEY_PARTNER_PAYS)
        continue;
      /* Who speaks for us without money has enough of what it can give to others. */
      for (guint t = 0; kind != NULL && t < scope->n_types; t++)
        if (scope->types[t].entry != NULL && scope->types[t].entry->incentive == kind->number)
          return TRUE;
      /* A kind that the catalogue does not know, or that is not chosen yet, is given the benefit of the doubt. What the
       * customer gets makes selling easier, and the partner no richer. */
      if (payee != TRL_PAYEE_CUSTOMER &&
          (kind == NULL || (kind->flags & TRL_ENTRY_CASH) != 0 || is_credit_for_business (&scope->pays[i])))
        return TRUE;
    }
  return FALSE;
}

/* Registrations a year that the tiers state; -1 when they do not. */
double
trl_scope_registrations (const TrlMotionScope *scope)
{
  double sum = 0, active, each;

  for (guint i = 0; i < scope->n_rungs; i++)
    {
      if (!trl_card_get_number (scope->rungs[i].card, TRL_TIER_ACTIVE, &active) ||
          !trl_card_get_number (scope->rungs[i].card, TRL_TIER_REGISTRATIONS, &each))
        return -1;
      sum += active * each;
    }
  return scope->n_rungs > 0 ? sum : -1;
}

/* Whether anything happens after the signature. */
gboolean
trl_scope_has_path (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_strides; i++)
    if (scope->strides[i].kind == NULL || (scope->strides[i].kind->flags & TRL_ENTRY_RECRUITING) == 0)
      return TRUE;
  return FALSE;
}

/* Fewer than ten partners need no tiers, nor do those who only refer (domain 3.5, traps 3 and 28). */
static gboolean
tiers_are_open (const TrlMotionScope *scope)
{
  return scope->n_rungs == 0 && !trl_card_get_yes (scope->motion, TRL_MOTION_ONE_TIER, FALSE) &&
         scope->routes != TRL_ROUTE_REFER && !(scope->size >= 0 && scope->size < 10);
}

static guint
open_decisions (const TrlMotionScope *scope)
{
  guint open = 0;

  if (scope->n_types == 0 || !trl_scope_is_written (scope))
    open |= 1u << TRL_DECISION_TYPES;
  if (tiers_are_open (scope))
    open |= 1u << TRL_DECISION_TIERS;
  if (!trl_scope_earns (scope))
    open |= 1u << TRL_DECISION_INCENTIVES;
  if (!trl_scope_has_path (scope))
    open |= 1u << TRL_DECISION_ENABLEMENT;
  return open;
}

static void
collect_serves (TrlFacts             *facts,
                const TrlMotionScope *scope)
{
  GPtrArray *serves = NULL;

  for (guint i = 0; i < scope->n_pays; i++)
    {
      const char * const *ids = trl_card_get_refs (scope->pays[i].card, TRL_INCENTIVE_SERVES);

      for (; ids != NULL && *ids != NULL; ids++)
        {
          if (serves == NULL)
            serves = g_ptr_array_new ();
          g_ptr_array_add (serves, g_strdup (*ids));
        }
      if (scope->pays[i].trigger != NULL)
        facts->events |= G_GUINT64_CONSTANT (1) << scope->pays[i].trigger->number;
      if (scope->pays[i].condition != NULL)
        facts->events |= G_GUINT64_CONSTANT (1) << scope->pays[i].condition->number;
      /* A share of every month is paid for the month in which the customer is still there. */
      if (scope->pays[i].kind != NULL && trl_pay_is_for_staying (&scope->pays[i]))
        facts->events |= G_GUINT64_CONSTANT (1) << TRL_EVENTS_RENEWED;
    }
  if (serves != NULL)
    {
      g_ptr_array_add (serves, NULL);
      facts->serves = (char **) g_ptr_array_free (serves, FALSE);
    }
}

static void
collect_criterion (TrlFacts       *facts,
                   const TrlEntry *entry)
{
  int metric = entry != NULL ? trl_criterion_get_metric (entry) : -1;

  if (metric >= 0)
    facts->measures |= G_GUINT64_CONSTANT (1) << metric;
  if (entry != NULL && entry->trigger > 0)
    facts->events |= G_GUINT64_CONSTANT (1) << entry->trigger;
  /* What falls when a customer leaves is a reason to keep it. */
  if (entry != NULL && (entry->flags & TRL_ENTRY_STANDING) != 0)
    facts->events |= G_GUINT64_CONSTANT (1) << TRL_EVENTS_RENEWED;
}

static void
collect_criteria (TrlFacts             *facts,
                  const TrlMotionScope *scope)
{
  G_STATIC_ASSERT (TRL_N_METRICS <= 64 && TRL_N_EVENTS <= 64);

  for (guint t = 0; t < scope->n_rungs; t++)
    for (guint i = 0; i < scope->rungs[t].n_criteria; i++)
      collect_criterion (facts, scope->rungs[t].criteria[i].entry);
  for (guint i = 0; i < scope->n_proofs; i++)
    collect_criterion (facts, scope->proofs[i].entry);
}

static void
collect_counters (TrlFacts             *facts,
                  const TrlMotionScope *scope)
{
  gboolean late;

  for (guint i = 0; i < scope->brief->targets->len && trl_pay_counters (scope, &late); i++)
    {
      const TrlTarget *target = &g_array_index (scope->brief->targets, TrlTarget, i);

      if (target->kind != NULL && trl_scope_is_for (scope, target))
        facts->counters |= G_GUINT64_CONSTANT (1) << target->kind->number;
    }
}

/* 0 none, 1 by name, 2 of its own: the manager that a tier promises, by itself or because it inherits. */
static int
promised_manager (const TrlMotionScope *scope,
                  const TrlRung        *rung)
{
  const TrlEntry *kind = trl_catalogue_get (TRL_CATALOGUE_BENEFITS, TRL_BENEFITS_MANAGER);
  int named = trl_entry_find_level (kind, "named");

  for (;; rung--)
    {
      for (guint i = 0; i < rung->n_benefits; i++)
        if (rung->benefits[i].entry == kind)
          return MAX (trl_entry_find_level (kind, trl_card_get_text (rung->benefits[i].card, TRL_BENEFIT_LEVEL)) -
                      named + 1, 0);
      if (rung == scope->rungs || !trl_card_get_yes (rung->card, TRL_TIER_INHERITS, FALSE))
        return 0;
    }
}

static void
collect_staff (TrlFacts             *facts,
               const TrlMotionScope *scope)
{
  double hours = 0;

  trl_card_get_number (scope->motion, TRL_MOTION_HOURS_ACTIVE, &hours);
  for (guint i = 0; i < scope->n_rungs; i++)
    {
      int manager = promised_manager (scope, &scope->rungs[i]);
      double partners;

      if (manager == 0 || !trl_card_get_number (scope->rungs[i].card, TRL_TIER_PARTNERS_EXPECTED, &partners) ||
          partners < 0 || partners > 1e9 || hours < 0 || hours > 1e6)
        continue;
      facts->staff.named += (gint64) (partners * 1000);
      facts->staff.hours += (gint64) (partners * hours * 1000);
      if (manager > 1)
        facts->staff.dedicated += (gint64) (partners * 1000);
    }
}

/* The statement of a duplicate is still that of its origin when the way to market does not fit its types: then the
 * types tell how it earns. */
static gboolean
statement_is_stale (const TrlFacts *facts)
{
  const TrlEntry *gtm = trl_card_get_entry (facts->motion, TRL_MOTION_GTM);

  return facts->type_routes != 0 && gtm != NULL && gtm->routes != 0 && (gtm->routes & facts->type_routes) == 0 &&
         trl_card_get_ref (facts->motion, TRL_MOTION_COPIED_FROM) != NULL;
}

/* Pay for a deal that the partner brought. */
static gboolean
pays_for_deals (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_pays; i++)
    if (scope->pays[i].cash && scope->pays[i].trigger != NULL && scope->pays[i].trigger->ladder >= 0 &&
        trl_event_is_before (scope->pays[i].trigger->number, TRL_EVENTS_ACTIVATED))
      return TRUE;
  return FALSE;
}

/* Motions for one market in which partners find and are paid for deals, and none says who gets a deal that two found. */
static guint64
sign_claim (const TrlMotionScope *scope)
{
  static const TrlMember rules[] = {
    TRL_MOTION_ATTRIBUTION_DAYS, TRL_MOTION_REGISTRATION_DAYS, TRL_MOTION_CONFLICT, TRL_MOTION_EXCLUSIVE
  };
  int finds = trl_card_get_choice (scope->motion, TRL_MOTION_FINDS);
  guint64 seed = 13;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (trl_card_get_state (scope->motion, rules[i]) != TRL_STATE_OPEN)
      return 0;
  if ((finds != TRL_PARTY_PARTNER && finds != TRL_PARTY_BOTH) || !pays_for_deals (scope))
    return 0;
  seed = stir_folded (seed, trl_card_get_text (scope->motion, TRL_MOTION_MARKET_SEGMENT));
  return stir_folded (seed, trl_card_get_text (scope->motion, TRL_MOTION_MARKET_REGION)) | 1;
}

/* How often a year the period comes round; -1 when that cannot be told. */
static double
times_a_year (int per)
{
  switch (per)
    {
    case TRL_PERIOD_WEEK:
      return 52;
    case TRL_PERIOD_MONTH:
      return 12;
    case TRL_PERIOD_QUARTER:
      return 4;
    case TRL_PERIOD_HALF_YEAR:
      return 2;
    case TRL_PERIOD_YEAR:
      return 1;
    default:
      return -1;
    }
}

/* What the funnel brings in a year, in hundredths. Where the sourced share is open all of it counts: at best. */
static void
read_funnel (TrlFacts             *facts,
             const TrlMotionScope *scope)
{
  TrlFunnel funnel = trl_funnel_read (scope->motion, trl_scope_registrations (scope));
  double times = times_a_year (funnel.per), share = 100;

  facts->pipeline = facts->revenue = -1;
  trl_card_get_number (scope->motion, TRL_MOTION_SOURCED_SHARE, &share);
  if (scope->deal < 0 || times < 0 || trl_card_get_state (scope->motion, TRL_MOTION_SOURCED_SHARE) == TRL_STATE_UNKNOWN ||
      trl_card_get_state (scope->motion, TRL_MOTION_FUNNEL_PER) == TRL_STATE_UNKNOWN)
    return;
  /* No design sells more than this, or a larger share than all of it; what claims to is not added up. */
  if (share < 0 || share > 100)
    return;
  if (funnel.accepted >= 0 && funnel.accepted * scope->deal * times < 1e13)
    facts->pipeline = (gint64) (funnel.accepted * scope->deal * share * times + 0.5);
  if (funnel.won >= 0 && funnel.won * scope->deal * times < 1e13)
    facts->revenue = (gint64) (funnel.won * scope->deal * share * times + 0.5);
}

/**
 * trl_facts_read:
 * @facts: (out caller-allocates): zeroed or cleared memory
 * @scope: a motion
 *
 * Reads what a motion comes to.
 */
void
trl_facts_read (TrlFacts             *facts,
                const TrlMotionScope *scope)
{
  gboolean in_words = has_text (scope->motion, TRL_MOTION_STATEMENT);

  memset (facts, 0, sizeof *facts);
  facts->motion = trl_card_ref (scope->motion);
  facts->routes = scope->routes;
  for (guint i = 0; i < scope->n_types; i++)
    if (scope->types[i].entry != NULL)
      facts->type_routes |= scope->types[i].entry->routes;
  if (statement_is_stale (facts))
    facts->routes = facts->type_routes;
  /* Two motions are strangers only where both say how they earn: unknown proves nothing. */
  if (!trl_scope_knows_routes (scope))
    facts->routes = 0;
  facts->in_words = in_words;
  make_room (facts, scope);
  facts->same[TRL_SAME_LADDER] = sign_ladder (facts, scope);
  facts->same[TRL_SAME_PAY] = sign_pay (facts, scope);
  facts->scored = is_scored (scope);
  if (facts->same[TRL_SAME_LADDER] != 0 && facts->same[TRL_SAME_PAY] != 0)
    facts->same[TRL_SAME_MODEL] = stir (facts->same[TRL_SAME_LADDER], facts->same[TRL_SAME_PAY]) | 1;
  facts->same[TRL_SAME_STATEMENT] = sign_statement (scope, in_words);
  facts->same[TRL_SAME_PATH] = sign_path (scope);
  facts->same[TRL_SAME_CLAIM] = sign_claim (scope);
  facts->ripe = scope->ripe;
  if (trl_card_get_ref (scope->motion, TRL_MOTION_COPIED_FROM) != NULL)
    facts->copied = ~scope->ripe & ((1u << TRL_N_DECISION_CHOICES) - 1);
  facts->open = open_decisions (scope);
  facts->recruiting = trl_card_get_choice (scope->motion, TRL_MOTION_RECRUITING);
  /* Who has still to find out whether recruiting is open has not opened it, whatever the program says. */
  if (trl_card_get_state (scope->motion, TRL_MOTION_RECRUITING) == TRL_STATE_UNKNOWN)
    facts->recruiting = TRL_RECRUITING_ON_HOLD;
  facts->n_incentives = scope->n_pays;
  facts->n_tiers = scope->n_rungs;
  facts->n_steps = scope->n_strides;
  collect_staff (facts, scope);
  collect_serves (facts, scope);
  collect_criteria (facts, scope);
  collect_counters (facts, scope);
  read_funnel (facts, scope);
  for (guint i = 0; i < scope->n_strides; i++)
    if (scope->strides[i].event != NULL)
      facts->events |= G_GUINT64_CONSTANT (1) << scope->strides[i].event->number;
}
