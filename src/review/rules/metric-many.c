/* metric-many.c: more targets than a program can serve. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

#define MAX_TARGETS 2

/* Makes guardrails of all targets but the first two, or of the one that @metric names. */
static TrlEdit *
make_guardrails (TrlBlueprint *blueprint,
                 TrlFinding   *finding,
                 const char   *metric)
{
  const char * const *cards = trl_finding_get_cards (finding);
  TrlEdit *edit = trl_edit_new (blueprint, _("Fewer targets"));

  if (metric != NULL)
    trl_edit_set_choice (edit, metric, TRL_METRIC_ROLE, TRL_ROLE_GUARDRAIL);
  /* The first card is the program. */
  for (guint i = 1 + MAX_TARGETS; metric == NULL && cards[i] != NULL; i++)
    trl_edit_set_choice (edit, cards[i], TRL_METRIC_ROLE, TRL_ROLE_GUARDRAIL);
  return edit;
}

static void
offer_fixes (TrlDraft        *draft,
             const GPtrArray *cards)
{
  g_autoptr (GPtrArray) first = NULL;
  g_autofree char *names = NULL;

  for (guint i = 0; cards->len == MAX_TARGETS + 1 && i < cards->len; i++)
    {
      const TrlCard *card = g_ptr_array_index (cards, i);

      trl_draft_add_fix_take (draft, make_guardrails, trl_card_get_id (card),
                              /* Translators: %s is a metric. */
                              g_strdup_printf (_("Make %s a guardrail"), trl_words_card (card)));
    }
  if (cards->len == MAX_TARGETS + 1)
    return;
  first = g_ptr_array_new ();
  for (guint i = 0; i < MAX_TARGETS; i++)
    g_ptr_array_add (first, g_ptr_array_index (cards, i));
  names = trl_words_cards (first);
  /* Translators: %s are two metrics: "Sourced pipeline and Retention". */
  trl_draft_add_fix_take (draft, make_guardrails, NULL, g_strdup_printf (_("Keep %s, the rest as guardrails"), names));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  const GArray *targets = scope->brief->targets;
  g_autoptr (GPtrArray) cards = NULL;
  g_autofree char *names = NULL;
  TrlDraft *draft;

  if (targets->len <= MAX_TARGETS)
    return;

  cards = g_ptr_array_new ();
  draft = trl_report_open (report, TRL_ROOT_ID);
  for (guint i = 0; i < targets->len; i++)
    {
      TrlCard *card = g_array_index (targets, TrlTarget, i).card;

      g_ptr_array_add (cards, card);
      trl_draft_add_card (draft, trl_card_get_id (card));
    }
  names = trl_words_cards (cards);
  trl_draft_prove (draft, targets->len);
  trl_draft_set_label (draft, _("many targets"));
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("The program aims at %u target", "The program aims at %u targets",
                                                          targets->len), targets->len));
  trl_draft_take_text (draft, g_strdup_printf (_("With %s all in front, nobody can tell which one gives way when two pull "
                                                 "apart. Which one or two come first, and which only have to hold?"), names));
  offer_fixes (draft, cards);
}

const TrlRule trl_rule_metric_many = {
  .id = "METRIC-MANY",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_METRICS,
  .title = N_("More than two targets"),
  .looks_for = N_("More than two metrics with the role of a target; one without a role counts too."),
  .source = N_("“Name the one or two outcomes the program exists to produce.”"),
  .fires = N_("Pipeline, revenue and retention as three targets."),
  .quiet = N_("Two targets and any number of guardrails."),
  .mend = N_("Make guardrails of those that only have to hold."),
  .keep = N_("Keep it when leadership has asked for each of them and says which comes first."),
  .until = N_("When there is a target more or less."),
  .reads = TRL_PART_PROGRAM,
  .check_program = check,
};
