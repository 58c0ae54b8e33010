/* inc-none.c: nobody can tell how the partner earns. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "lens.h"
#include "terms.h"

#include <glib/gi18n.h>

/* Adds what is usual for the type; how much it pays is for somebody to find out. */
static TrlEdit *
add_usual (TrlBlueprint *blueprint,
           TrlFinding   *finding,
           const char   *kind)
{
  return trl_fix_add_pay (blueprint, trl_catalogue_find (TRL_CATALOGUE_INCENTIVES, kind),
                          trl_finding_get_motion (finding), -1);
}

/* The natural incentive of the first type that has one. */
static const TrlEntry *
find_usual (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_types; i++)
    if (scope->types[i].entry != NULL && scope->types[i].entry->incentive >= 0)
      return trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, scope->types[i].entry->incentive);
  return NULL;
}

/* Whether all of it is money from the partner to us. */
static gboolean
partner_pays (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_pays; i++)
    if (scope->pays[i].kind == NULL || (scope->pays[i].kind->flags & TRL_ENTRY_REVERSED) == 0)
      return FALSE;
  return scope->n_pays > 0;
}

static void
write_words (const TrlMotionScope *scope,
             TrlDraft             *draft)
{
  const char *name = trl_words_card (scope->motion);
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *names = NULL;

  if (scope->n_pays == 0)
    {
      /* Translators: %s is a motion. */
      trl_draft_take_title (draft, g_strdup_printf (_("Nothing in %s says how a partner earns"), name));
      trl_draft_take_text (draft, g_strdup (_("No incentive pays, and no business of the partner’s own is written down, so "
                                              "nothing tells a partner to put us first. What does it live on here?")));
      return;
    }
  cards = g_ptr_array_new ();
  for (guint i = 0; i < scope->n_pays; i++)
    g_ptr_array_add (cards, scope->pays[i].card);
  names = trl_words_cards (cards);
  /* Translators: a motion, then a list of incentives. */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s, %s is not something a partner lives on",
                                                          "In %s, %s are not something a partner lives on",
                                                          scope->n_pays), name, names));
  if (partner_pays (scope))
    trl_draft_take_text (draft, g_strdup (_("The partner pays here and is not paid, so nothing tells a partner to put us first. "
                                            "What does a partner earn when a deal is won?")));
  else
    trl_draft_take_text (draft, g_strdup (ngettext ("It helps with the work and pays for no business, so nothing tells a "
                                                    "partner to put us first. What does a partner earn when a deal is won?",
                                                    "They help with the work and pay for no business, so nothing tells a "
                                                    "partner to put us first. What does a partner earn when a deal is won?",
                                                    scope->n_pays)));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  const TrlEntry *usual;
  TrlDraft *draft;

  if (trl_scope_earns (scope))
    return;
  draft = trl_report_open (report, trl_card_get_id (scope->motion));
  trl_draft_prove (draft, scope->n_pays);
  trl_draft_set_label (draft, _("no pay"));
  write_words (scope, draft);
  usual = find_usual (scope);
  if (usual != NULL)
    /* Translators: %s is an incentive, such as "Margin". */
    trl_draft_add_fix_take (draft, add_usual, usual->id, g_strdup_printf (_("Add %s"), trl_entry_get_label (usual)));
}

const TrlRule trl_rule_inc_none = {
  .id = "INC-NONE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_INCENTIVES,
  .ripens = TRUE,
  .title = N_("No way for the partner to earn"),
  .looks_for = N_("Motions without pay in cash, without what partners of that type usually live on, and without a word "
                  "on what they earn by themselves."),
  .source = N_("“Decide how partners make money with you, margin, referral fees, co-sell credit.”"),
  .fires = N_("Agencies that get a marketing fund only."),
  .quiet = N_("A technology partner that sells more of its own product; customers who are paid in credit for customers that "
              "they bring."),
  .mend = N_("Add an incentive, or write down how the partner earns. For a type of your own nothing is usual, so nothing is "
             "proposed."),
  .keep = N_("Keep it for partners who want no money."),
  .until = N_("When an incentive is added to the motion or taken away."),
  .check_motion = check,
};
