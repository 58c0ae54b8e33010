/* kind-misfit.c: pay for a part that these partners do not play. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include "fixes.h"

#include <glib/gi18n.h>

/* The incentive that the first of the types usually lives on. */
static const TrlEntry *
find_usual (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_types; i++)
    if (scope->types[i].entry != NULL && scope->types[i].entry->incentive >= 0)
      return trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, scope->types[i].entry->incentive);
  return NULL;
}

/* What was paid in another unit is for somebody to find out. */
static void
refit_rates (TrlEdit        *edit,
             const char     *id,
             const TrlEntry *kind)
{
  g_autoptr (GPtrArray) rates = trl_edit_get_children (edit, id, TRL_SLOT_RATES);
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);

  for (guint i = 0; i < rates->len; i++)
    {
      const char *rate = trl_card_get_id (g_ptr_array_index (rates, i));

      if (g_strcmp0 (trl_card_get_text (g_ptr_array_index (rates, i), TRL_RATE_UNIT), kind->unit) == 0)
        continue;
      trl_edit_set_text (edit, rate, TRL_RATE_UNIT, kind->unit);
      trl_edit_set (edit, rate, TRL_RATE_VALUE, unknown);
      trl_edit_ask_for (edit, rate, TRL_RATE_VALUE);
    }
}

static TrlEdit *
pay_as_usual (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *kind)
{
  const char *id = trl_fix_card (finding);
  const TrlEntry *entry = trl_catalogue_find (TRL_CATALOGUE_INCENTIVES, kind);
  const TrlCard *card = trl_blueprint_get (blueprint, id);
  const TrlEntry *before = trl_card_get_entry (card, TRL_INCENTIVE_KIND);
  TrlEdit *edit = trl_edit_new (blueprint, _("Pay as is usual"));

  if (before != NULL && g_str_equal (trl_card_get_name (card), trl_entry_get_label (before)))
    trl_edit_set_text (edit, id, TRL_INCENTIVE_NAME, trl_entry_get_label (entry));
  trl_edit_set_entry (edit, id, TRL_INCENTIVE_KIND, entry->number);
  trl_edit_set_choice (edit, id, TRL_INCENTIVE_BASIS, entry->basis);
  trl_edit_set_entry (edit, id, TRL_INCENTIVE_TRIGGER, entry->trigger);
  refit_rates (edit, id, entry);
  return edit;
}

static gboolean
is_usual (const TrlMotionScope *scope,
          const TrlEntry       *kind)
{
  for (guint i = 0; i < scope->n_types; i++)
    if (scope->types[i].entry == NULL || scope->types[i].entry->incentive == kind->number ||
        (scope->types[i].entry->routes & kind->routes) != 0)
      return TRUE;
  return FALSE;
}

/* "transacts or delivers", of the parts that the pay is for; "transacts and delivers", of those that partners play. */
static char *
describe_routes (guint    routes,
                 gboolean any)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint bits = routes; bits != 0; bits &= bits - 1)
    g_ptr_array_add (words, g_utf8_strdown (trl_route_get_label (bits & -bits), -1));
  if (any && words->len == 2)
    /* Translators: two things that a partner does: "transacts or delivers". */
    return g_strdup_printf (C_("list", "%s or %s"), (char *) g_ptr_array_index (words, 0),
                            (char *) g_ptr_array_index (words, 1));
  return trl_words_list (words);
}

static void
report_pay (const TrlMotionScope *scope,
            TrlReport            *report,
            const TrlPay         *pay)
{
  const TrlEntry *usual = find_usual (scope);
  g_autofree char *for_whom = describe_routes (pay->kind->routes, TRUE), *who = describe_routes (scope->routes, FALSE);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (pay->card));

  trl_draft_prove_text (draft, pay->kind->id);
  trl_draft_prove (draft, scope->routes);
  trl_draft_set_label (draft, _("does not fit"));
  /* Translators: an incentive and a motion. */
  trl_draft_take_title (draft, g_strdup_printf (_("%s pays for a part that partners in %s do not play"),
                                                trl_words_card (pay->card), trl_words_card (scope->motion)));
  /* Translators: an incentive kind, then two lists such as "sells and delivers". */
  trl_draft_take_text (draft, g_strdup_printf (_("%s is for a partner that %s; here the partner %s, so few will ever earn it. "
                                                 "What should it earn by?"),
                                               trl_entry_get_label (pay->kind), for_whom, who));
  if (usual != NULL && usual != pay->kind && (usual->routes == 0 || (usual->routes & scope->routes) != 0))
    /* Translators: %s is an incentive, such as "Co-sell credit". */
    trl_draft_add_fix_take (draft, pay_as_usual, usual->id, g_strdup_printf (_("Use “%s”"), trl_entry_get_label (usual)));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  /* In a track for everyone else somebody may play every part. */
  if (scope->routes == 0 || scope->n_types == 0 || trl_card_get_yes (scope->motion, TRL_MOTION_CATCH_ALL, FALSE) ||
      trl_card_get_state (scope->motion, TRL_MOTION_CATCH_ALL) == TRL_STATE_UNKNOWN || !trl_scope_knows_routes (scope))
    return;
  for (guint i = 0; i < scope->n_pays; i++)
    {
      const TrlPay *pay = &scope->pays[i];

      if (pay->cash && pay->kind->routes != 0 && (pay->kind->routes & scope->routes) == 0 && !is_usual (scope, pay->kind))
        report_pay (scope, report, pay);
    }
}

const TrlRule trl_rule_kind_misfit = {
  .id = "KIND-MISFIT",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Pay for a part that partners do not play"),
  .looks_for = N_("Incentives for a part that these partners do not play, by the statement of the motion and by their "
                  "type."),
  .source = N_("“The structure they were dropped into finally fit what they could do.”"),
  .fires = N_("A margin for referrers, who never sign a customer."),
  .quiet = N_("A margin for agencies that deliver, a fee of any kind, a co-sell credit for those who build."),
  .mend = N_("Pay what partners of this type usually live on."),
  .keep = N_("Keep it when some of them do play that part."),
  .until = N_("When the incentive becomes another, or its motion earns in another way."),
  .check_motion = check,
};
