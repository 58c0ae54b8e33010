/* inc-double.c: the same is paid twice for the same. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
remove_second (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 0));

  trl_edit_remove (edit, trl_finding_get_cards (finding)[1]);
  return edit;
}

static TrlEdit *
pay_one (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  TrlEdit *edit = trl_edit_new (blueprint, trl_finding_get_fix_label (finding, 1));

  trl_edit_set_choice (edit, trl_finding_get_cards (finding)[1], TRL_INCENTIVE_STACKING, TRL_STACKING_INSTEAD);
  return edit;
}

/* Whatever makes two incentives two: another product, another person, other partners, another time. */
static const TrlMember telling[] = {
  TRL_INCENTIVE_PAYEE, TRL_INCENTIVE_MONEY, TRL_INCENTIVE_BASIS, TRL_INCENTIVE_SCOPE, TRL_INCENTIVE_CONDITION,
  TRL_INCENTIVE_TIERS, TRL_INCENTIVE_TYPES, TRL_INCENTIVE_ELIGIBILITY, TRL_INCENTIVE_WINDOW_FROM,
  TRL_INCENTIVE_WINDOW_UNTIL, TRL_INCENTIVE_REGION, TRL_INCENTIVE_MONTHS,
};

static const TrlMember rate_terms[] = {
  TRL_RATE_TIER, TRL_RATE_FROM, TRL_RATE_UP_TO, TRL_RATE_ON, TRL_RATE_VALUE, TRL_RATE_UNIT, TRL_RATE_SCOPE, TRL_RATE_REGION,
};

static gboolean
same_rates (const TrlPay *a,
            const TrlPay *b)
{
  gboolean known = FALSE;

  if (a->rates->len != b->rates->len)
    return FALSE;
  for (guint i = 0; i < a->rates->len; i++)
    for (guint m = 0; m < G_N_ELEMENTS (rate_terms); m++)
      {
        const TrlCard *x = g_ptr_array_index (a->rates, i), *y = g_ptr_array_index (b->rates, i);

        if (!trl_value_equal (trl_card_get_value (x, rate_terms[m]), trl_card_get_value (y, rate_terms[m])))
          return FALSE;
        known |= trl_card_get_number (x, TRL_RATE_VALUE, NULL);
      }
  /* Empty is never equal, unknown proves nothing. */
  return known;
}

static gboolean
has_precedence (const TrlPay *pay)
{
  return trl_card_get_state (pay->card, TRL_INCENTIVE_STACKING) != TRL_STATE_OPEN ||
         trl_card_get_state (pay->card, TRL_INCENTIVE_STACKS_WITH) != TRL_STATE_OPEN ||
         trl_card_get_state (pay->card, TRL_INCENTIVE_CAPPED_WITH) != TRL_STATE_OPEN;
}

static gboolean
are_twins (const TrlPay *a,
           const TrlPay *b)
{
  if (a->kind == NULL || a->kind != b->kind || a->trigger == NULL || a->trigger != b->trigger ||
      has_precedence (a) || has_precedence (b))
    return FALSE;
  /* What somebody still has to find out may be what tells them apart. */
  if (trl_pay_is_unclear (a) || trl_pay_is_unclear (b))
    return FALSE;
  for (guint m = 0; m < G_N_ELEMENTS (telling); m++)
    if (trl_card_get_state (a->card, telling[m]) == TRL_STATE_UNKNOWN || !trl_value_equal (trl_card_get_value (a->card, telling[m]), trl_card_get_value (b->card, telling[m])))
      return FALSE;
  return same_rates (a, b);
}

static void
report_twins (const TrlPay *one,
              const TrlPay *other,
              TrlReport    *report)
{
  const char *first = trl_words_card (one->card), *second = trl_words_card (other->card);
  const char *event = trl_entry_get_label (one->trigger);
  TrlDraft *draft = trl_report_open (report, trl_card_get_id (one->card));

  trl_draft_add_card (draft, trl_card_get_id (other->card));
  trl_draft_prove_text (draft, one->kind->id);
  trl_draft_prove_text (draft, one->trigger->id);
  trl_draft_set_label (draft, _("paid twice"));
  if (g_str_equal (first, second))
    /* Translators: an incentive and an event: "Margin is there twice, both at “closed-won”". */
    trl_draft_take_title (draft, g_strdup_printf (_("%s is there twice, both at “%s”"), first, event));
  else
    /* Translators: two incentives and an event: "Fee and Bonus pay the same at “closed-won”". */
    trl_draft_take_title (draft, g_strdup_printf (_("%s and %s pay the same at “%s”"), first, second, event));
  trl_draft_take_text (draft, g_strdup (_("Nothing says which of them comes first, so a partner can claim both for one deal. "
                                          "Are both meant?")));
  /* Translators: %s is an incentive. */
  trl_draft_add_fix_take (draft, remove_second, NULL, g_strdup_printf (_("Remove %s"), second));
  trl_draft_add_fix (draft, pay_one, NULL, _("Pay one or the other"));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  for (guint i = 0; i < scope->n_pays; i++)
    for (guint j = i + 1; j < scope->n_pays; j++)
      if (are_twins (&scope->pays[i], &scope->pays[j]))
        {
          report_twins (&scope->pays[i], &scope->pays[j], report);
          break;
        }
}

const TrlRule trl_rule_inc_double = {
  .id = "INC-DOUBLE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("The same pay twice"),
  .looks_for = N_("Two incentives of one motion with the same kind, event, rates and terms, and no word on which comes "
                  "first."),
  .source = N_("Experience: what is not ruled out is claimed twice."),
  /* xgettext:no-c-format */
  .fires = N_("Two referral fees of 10 % at closed-won, for all tiers."),
  .quiet = N_("A rate for new business and one for renewals; lines for two products; a bonus for a few months; any two "
              "rates that differ."),
  .mend = N_("Remove one, or say that one pays instead of the other."),
  .keep = N_("Keep it when both are meant, and say so."),
  .until = N_("When the two are of another kind or pay at another event."),
  .check_motion = check,
};
