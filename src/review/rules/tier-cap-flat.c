/* tier-cap-flat.c: rates that differ and caps that make them equal. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "compare.h"
#include "fixes.h"
#include "format.h"
#include "payout.h"
#include "terms.h"

#include <glib/gi18n.h>

/* The cap that is the tier's own; %NULL when there is none. */
static const char *
find_own_cap (TrlBlueprint *blueprint,
              const char   *incentive,
              const char   *tier)
{
  const GPtrArray *caps = trl_blueprint_get_children (blueprint, incentive, TRL_SLOT_CAPS);

  for (guint i = 0; i < caps->len; i++)
    if (g_strcmp0 (trl_card_get_ref (g_ptr_array_index (caps, i), TRL_CAP_TIER), tier) == 0)
      return trl_card_get_id (g_ptr_array_index (caps, i));
  return NULL;
}

/* @arg: tiers and their new caps, with spaces between. */
static TrlEdit *
raise_caps (TrlBlueprint *blueprint,
            TrlFinding   *finding,
            const char   *arg)
{
  g_auto (GStrv) words = g_strsplit (arg, " ", -1);
  const char *incentive = trl_fix_card (finding);
  TrlEdit *edit = trl_edit_new (blueprint, _("Raise the cap"));

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i += 2)
    {
      const char *id = find_own_cap (blueprint, incentive, words[i]);

      if (id == NULL)
        {
          id = trl_edit_insert (edit, TRL_KIND_CAP, incentive, TRL_SLOT_CAPS, TRL_END);
          trl_edit_set_text (edit, id, TRL_CAP_TIER, words[i]);
          trl_edit_set_choice (edit, id, TRL_CAP_PER, TRL_PERIOD_DEAL);
        }
      trl_edit_set_number (edit, id, TRL_CAP_VALUE, g_ascii_strtod (words[i + 1], NULL));
      trl_edit_set_text (edit, id, TRL_CAP_UNIT, "money");
      /* One can be typed over at once: the first. */
      if (i == 0)
        trl_edit_ask_for (edit, id, TRL_CAP_VALUE);
    }
  return edit;
}

typedef struct
{
  const TrlPay  *pay;
  const TrlRung *lower;
  const TrlRung *upper;
  guint          step;      /* the place of the upper one in the ladder */
  TrlPayout      low;
  TrlPayout      high;
  double         size;
} Pair;

/* Whether the upper tier has the better rate and yet is paid the same at that size. */
static gboolean
is_flat (const TrlMotionScope *scope,
         Pair                 *pair,
         double                size)
{
  pair->size = size;
  pair->low = trl_payout_read (pair->pay->card, pair->pay->rates, pair->pay->caps, trl_card_get_id (pair->lower->card),
                               size, TRL_BUSINESS_NEW, scope->brief->currency);
  pair->high = trl_payout_read (pair->pay->card, pair->pay->rates, pair->pay->caps, trl_card_get_id (pair->upper->card),
                                size, TRL_BUSINESS_NEW, scope->brief->currency);
  return pair->low.known && pair->high.known && g_strcmp0 (pair->low.currency, pair->high.currency) == 0 &&
         pair->high.uncapped > pair->low.uncapped && pair->low.amount == pair->high.amount;
}

/* The tier and all above it that the cap holds down, each with what it would be paid without: else the next step would be
 * one down. */
static char *
list_caps (const TrlMotionScope *scope,
           const Pair           *pair)
{
  GString *list = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = pair->step; i < scope->n_ladder; i++)
    {
      const char *tier = trl_card_get_id (scope->ladder[i]->card);
      TrlPayout payout = trl_payout_read (pair->pay->card, pair->pay->rates, pair->pay->caps, tier, pair->size,
                                          TRL_BUSINESS_NEW, scope->brief->currency);

      if (payout.known && payout.amount < payout.uncapped)
        g_string_append_printf (list, "%s%s %s", list->len > 0 ? " " : "", tier,
                                g_ascii_dtostr (number, sizeof number, payout.uncapped));
    }
  return g_string_free (list, FALSE);
}

static void
report_pair (const TrlMotionScope *scope,
             TrlReport             *report,
             const Pair            *pair,
             TrlSeverity            severity)
{
  TrlDraft *draft = trl_report_open_as (report, severity, trl_card_get_id (pair->pay->card));
  const char *currency = pair->high.currency, *above = trl_words_card (pair->upper->card);
  g_autofree char *low = trl_format_with_unit (pair->low.rate, pair->low.unit, scope->brief->currency);
  g_autofree char *high = trl_format_with_unit (pair->high.rate, pair->high.unit, scope->brief->currency);
  g_autofree char *paid = trl_format_with_unit (pair->high.amount, currency, scope->brief->currency);
  g_autofree char *size = trl_format_money (pair->size, scope->brief->currency);
  g_autofree char *usual = trl_format_money (scope->deal, scope->brief->currency);
  g_autofree char *cap = trl_format_with_unit (pair->high.uncapped, currency, scope->brief->currency);
  g_autofree char *arg = list_caps (scope, pair);

  trl_draft_add_card (draft, trl_card_get_id (pair->upper->card));
  trl_draft_add_card (draft, trl_card_get_id (pair->lower->card));
  trl_draft_prove (draft, pair->size);
  trl_draft_prove (draft, pair->high.amount);
  trl_draft_prove (draft, pair->high.rate);
  trl_draft_set_label (draft, _("cap levels rates"));
  if (severity == TRL_SEVERITY_WARNING)
    {
      /* Translators: a rate and its tier, twice: "12 % in Gold pays no more than 8 % in Silver". */
      trl_draft_take_title (draft, g_strdup_printf (_("%s in %s pays no more than %s in %s"), high, above, low,
                                                    trl_words_card (pair->lower->card)));
      trl_draft_take_text (draft, g_strdup_printf (_("On a usual deal of %s both pay %s, because of the cap. Should the cap "
                                                     "rise with the tier?"), size, paid));
    }
  else
    {
      trl_draft_take_title (draft, g_strdup_printf (_("On large deals %s in %s pays no more than %s in %s"), high, above,
                                                    low, trl_words_card (pair->lower->card)));
      trl_draft_take_text (draft, g_strdup_printf (_("At %s, the usual size, they differ; at %s both pay %s, because of the "
                                                     "cap. Are large deals to be worth less in %s?"),
                                                   usual, size, paid, above));
    }
  if (g_strcmp0 (currency, scope->brief->currency) == 0)
    trl_draft_add_fix_take (draft, raise_caps, arg,
                            /* Translators: a tier and an amount: "Cap Gold at $6,000". */
                            g_strdup_printf (_("Cap %s at %s"), above, cap));
}

/* The first step of the ladder that is flat at that size: the others have the same cause. */
static gboolean
find_flat (const TrlMotionScope *scope,
           Pair                 *pair,
           double                size)
{
  for (pair->step = 1; pair->step < scope->n_ladder; pair->step++)
    {
      pair->lower = scope->ladder[pair->step - 1];
      pair->upper = scope->ladder[pair->step];
      if (trl_rungs_are_steps (pair->lower, pair->upper) && is_flat (scope, pair, size))
        return TRUE;
    }
  return FALSE;
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  if (scope->deal <= 0)
    return;
  for (guint p = 0; p < scope->n_pays; p++)
    {
      Pair pair = { .pay = &scope->pays[p] };

      /* Unknown proves nothing. */
      if (!pair.pay->cash || pair.pay->caps->len == 0 || trl_pay_is_unclear (pair.pay))
        continue;
      if (find_flat (scope, &pair, scope->deal))
        report_pair (scope, report, &pair, TRL_SEVERITY_WARNING);
      else if (find_flat (scope, &pair, 2 * scope->deal))
        report_pair (scope, report, &pair, TRL_SEVERITY_ADVICE);
    }
}

const TrlRule trl_rule_tier_cap_flat = {
  .id = "TIER-CAP-FLAT",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("A cap that levels the tiers"),
  .looks_for = N_("What a usual deal, and one of twice the size, pays in each tier after caps."),
  .source = N_("“Make sure every tier changes what the partner actually receives.”"),
  /* xgettext:no-c-format */
  .fires = N_("12 % in Gold and 8 % in Silver, both capped at $4,000, on deals of $50,000."),
  .quiet = N_("A cap that rises with the tier, equal rates, and motions whose deal size nobody has stated."),
  .mend = N_("Raise the cap of the higher tier."),
  .keep = N_("Keep it when large deals are rare."),
  .until = N_("When the deal size, a rate or a cap changes what a deal pays."),
  .check_motion = check,
};
