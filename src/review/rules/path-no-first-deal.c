/* path-no-first-deal.c: a path that ends before any business is done. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"
#include "lens.h"
#include "terms.h"

#include <glib/gi18n.h>

static TrlEdit *
add_milestone (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *kind)
{
  return trl_fix_add (blueprint, TRL_KIND_STEP, trl_catalogue_find (TRL_CATALOGUE_STEPS, kind),
                      trl_finding_get_motion (finding), TRL_SLOT_PATH);
}

/* Business that can be seen: a deal or a lead that somebody brought, or something live at a customer. */
static gboolean
is_business (const TrlStride *stride)
{
  const TrlEntry *lead = trl_catalogue_get (TRL_CATALOGUE_EVENTS, TRL_EVENTS_LEAD_SUBMITTED);

  return (stride->kind != NULL && (stride->kind->flags & TRL_ENTRY_COMMERCIAL) != 0) ||
         (stride->event != NULL && ((stride->event->flags & TRL_ENTRY_COMMERCIAL) != 0 ||
                                    stride->event->ladder >= lead->ladder));
}

/* Whether it may be business and only nobody has said so in a word that we know. */
static gboolean
may_be_business (const TrlStride *stride)
{
  return trl_card_get_state (stride->card, TRL_STEP_EVENT) == TRL_STATE_UNKNOWN ||
         (stride->event == NULL && (stride->kind == NULL || trl_card_get_state (stride->card, TRL_STEP_EVENT) == TRL_STATE_KNOWN));
}

/* "35 days", from what the steps state; NULL when one of them states nothing. */
static char *
describe_days (const TrlMotionScope *scope,
               TrlDraft             *draft)
{
  double sum = 0, days;

  for (guint i = 0; i < scope->n_strides; i++)
    {
      if (!trl_card_get_number (scope->strides[i].card, TRL_STEP_DAYS, &days))
        return NULL;
      sum += days;
    }
  trl_draft_prove (draft, sum);
  return g_strdup_printf (ngettext ("%.0f day", "%.0f days", trl_format_plural (sum)), sum);
}

static void
write_words (const TrlMotionScope *scope,
             TrlDraft             *draft)
{
  const char *last = trl_words_card (scope->strides[scope->n_strides - 1].card);
  g_autofree char *days = describe_days (scope, draft);

  trl_draft_set_label (draft, _("no first deal"));
  /* Translators: a motion, then the last step of its path: "Agency's path ends with Training". */
  trl_draft_take_title (draft, g_strdup_printf (_("The path of %s ends with %s, before any deal"),
                                                trl_words_card (scope->motion), last));
  if (days != NULL)
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u step in %s makes partners ready, and none shows that they "
                                                           "sell. Which first piece of business tells that a partner is "
                                                           "productive?",
                                                           "%u steps in %s make partners ready, and none shows that they "
                                                           "sell. Which first piece of business tells that a partner is "
                                                           "productive?", scope->n_strides), scope->n_strides, days));
  else
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%u step makes partners ready, and none shows that they sell. "
                                                           "Which first piece of business tells that a partner is "
                                                           "productive?",
                                                           "%u steps make partners ready, and none shows that they sell. "
                                                           "Which first piece of business tells that a partner is "
                                                           "productive?", scope->n_strides), scope->n_strides));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  gboolean certain = TRUE;
  const TrlEntry *entry;
  const char *last;
  TrlDraft *draft;

  /* Nothing at all after the signature is another finding. A community that neither sells nor earns has no first deal to
   * come to: what its members bring is in the steps themselves. */
  if (!trl_scope_has_path (scope) || trl_scope_is_unpaid (scope))
    return;
  for (guint i = 0; i < scope->n_strides; i++)
    {
      if (is_business (&scope->strides[i]))
        return;
      certain = certain && !may_be_business (&scope->strides[i]);
    }

  last = trl_card_get_id (scope->strides[scope->n_strides - 1].card);
  draft = certain ? trl_report_open (report, last) : trl_report_open_as (report, TRL_SEVERITY_TODO, last);
  trl_draft_prove (draft, scope->n_strides);
  write_words (scope, draft);
  entry = trl_catalogue_get (TRL_CATALOGUE_STEPS, scope->routes == TRL_ROUTE_REFER ? TRL_STEPS_FIRST_REFERRAL
                                                                                   : TRL_STEPS_FIRST_DEAL);
  /* Translators: %s is a step, such as "First deal". */
  trl_draft_add_fix_take (draft, add_milestone, entry->id, g_strdup_printf (_("Add %s"), trl_entry_get_label (entry)));
}

const TrlRule trl_rule_path_no_first_deal = {
  .id = "PATH-NO-FIRST-DEAL",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_ENABLEMENT,
  .ripens = TRUE,
  .title = N_("A path without a first deal"),
  .looks_for = N_("Paths without a step that shows business: a first lead, a deal registered or won, an integration "
                  "live at a customer."),
  .source = N_("“Map how a partner goes from signed to productive … so activation is a designed path rather than a "
               "hope.”"),
  .fires = N_("Onboarding, training and certification with nothing after them."),
  .quiet = N_("A path that ends with a first referral, or with a milestone that reaches such an event; a community that nobody "
              "pays and that does not sell."),
  .mend = N_("Add the milestone, or say which event a step reaches."),
  .keep = N_("Keep it where the first deal is somebody else’s design."),
  .until = N_("When a step is added to the path or taken away."),
  .check_motion = check,
};
