/* order-inc-first.c: pay was chosen before anybody said for whom. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>

static char *
name_pays (const TrlMotionScope *scope)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  for (guint i = 0; i < scope->n_pays; i++)
    g_ptr_array_add (cards, scope->pays[i].card);
  return trl_words_cards (cards);
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  g_autofree char *names = NULL;
  TrlDraft *draft;

  if (scope->n_types > 0 || scope->n_pays == 0)
    return;
  draft = trl_report_open (report, trl_card_get_id (scope->pays[0].card));
  for (guint i = 1; i < scope->n_pays; i++)
    trl_draft_add_card (draft, trl_card_get_id (scope->pays[i].card));
  if (trl_draft_wants_words (draft))
    names = name_pays (scope);
  trl_draft_prove (draft, scope->n_pays);
  trl_draft_set_label (draft, _("pay before type"));
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s was chosen before a partner type",
                                                          "%s were chosen before a partner type", scope->n_pays), names));
  trl_draft_take_text (draft, g_strdup_printf (ngettext ("Nobody can say yet whom it fits: %s has no partner type, and types "
                                                         "earn in different ways. Which kind of partner is it for?",
                                                         "Nobody can say yet whom they fit: %s has no partner type, and types "
                                                         "earn in different ways. Which kind of partner are they for?",
                                                         scope->n_pays), trl_words_card (scope->motion)));
  trl_draft_add_fix (draft, trl_fix_park, NULL, ngettext ("Park it", "Park them", scope->n_pays));
}

const TrlRule trl_rule_order_inc_first = {
  .id = "ORDER-INC-FIRST",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .title = N_("Incentives before types"),
  .looks_for = N_("An incentive in a motion that has no partner type."),
  .source = N_("“Choosing incentives before defining partner types produces a compensation model that fits nobody.”"),
  /* xgettext:no-c-format */
  .fires = N_("A margin of 20 % before anybody said for whom."),
  .quiet = N_("A type of your own kind is there, or the incentive lies parked."),
  .mend = N_("Attach the partner type, or park the incentive."),
  .keep = N_("Keep it when a contract fixes the pay already."),
  .until = N_("When an incentive is added to the motion or taken away."),
  .check_motion = check,
};
