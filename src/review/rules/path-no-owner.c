/* path-no-owner.c: steps that nobody answers for, or that end when somebody feels like it. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "terms.h"

#include <glib/gi18n.h>

typedef struct
{
  guint      n_steps;
  guint      n_gaps;      /* steps that lack something */
  guint      n_owner;     /* without an owner */
  guint      n_exit;
  gboolean   open;        /* something is missing, not only unknown */
} Gaps;

/* The test of an event or, where none is reached, of a kind of step. */
static const TrlEntry *
usual_test (const TrlCard *step)
{
  const TrlEntry *event = trl_card_get_entry (step, TRL_STEP_EVENT), *kind = trl_card_get_entry (step, TRL_STEP_KIND);

  if (event == NULL && kind != NULL && kind->trigger >= 0)
    event = trl_catalogue_get (TRL_CATALOGUE_EVENTS, kind->trigger);
  return event != NULL ? event : kind;
}

/* Fills what is missing: @owner answers, and a step is done when its event is there. */
static TrlEdit *
fill (TrlBlueprint *blueprint,
      TrlFinding   *finding,
      const char   *owner)
{
  const char * const *cards = trl_finding_get_cards (finding);
  TrlEdit *edit = trl_edit_new (blueprint, _("Owners and tests"));

  for (; *cards != NULL; cards++)
    {
      const TrlCard *step = trl_blueprint_get (blueprint, *cards);
      const TrlEntry *test = usual_test (step);

      if (trl_terms_state (step, TRL_STEP_OWNER) == TRL_STATE_OPEN)
        trl_fix_propose_text (edit, *cards, TRL_STEP_OWNER, owner);
      if (trl_terms_state (step, TRL_STEP_EXIT) == TRL_STATE_OPEN && test != NULL)
        trl_edit_set_text (edit, *cards, TRL_STEP_EXIT, trl_entry_get_help (test));
    }
  return edit;
}

static gboolean
is_gap (TrlState state)
{
  return state == TRL_STATE_OPEN || state == TRL_STATE_UNKNOWN;
}

static gboolean
is_recruiting (const TrlStride *stride)
{
  return stride->kind != NULL && (stride->kind->flags & TRL_ENTRY_RECRUITING) != 0;
}

/* Whether a step lacks something. */
static gboolean
has_gap (const TrlStride *stride)
{
  return !is_recruiting (stride) && (is_gap (trl_terms_state (stride->card, TRL_STEP_OWNER)) ||
                                     is_gap (trl_terms_state (stride->card, TRL_STEP_EXIT)));
}

static void
find_gaps (const TrlMotionScope *scope,
           Gaps                 *gaps)
{
  for (guint i = 0; i < scope->n_strides; i++)
    {
      const TrlStride *stride = &scope->strides[i];
      TrlState owner, test;

      if (is_recruiting (stride))
        continue;
      owner = trl_terms_state (stride->card, TRL_STEP_OWNER);
      test = trl_terms_state (stride->card, TRL_STEP_EXIT);
      gaps->n_steps++;
      gaps->n_gaps += is_gap (owner) || is_gap (test);
      gaps->n_owner += is_gap (owner);
      gaps->n_exit += is_gap (test);
      gaps->open |= owner == TRL_STATE_OPEN || test == TRL_STATE_OPEN;
    }
}

/* Who could answer for all of it: the owner of the motion, else of another step. */
static const char *
find_owner (const TrlMotionScope *scope)
{
  const char *owner = trl_card_get_text (scope->motion, TRL_MOTION_OWNER);

  for (guint i = 0; (owner == NULL || *owner == '\0') && i < scope->n_strides; i++)
    owner = trl_card_get_text (scope->strides[i].card, TRL_STEP_OWNER);
  return owner != NULL && *owner != '\0' ? owner : NULL;
}

static gboolean
can_fill (const TrlMotionScope *scope)
{
  for (guint i = 0; i < scope->n_strides; i++)
    {
      const TrlCard *step = scope->strides[i].card;

      if (!has_gap (&scope->strides[i]))
        continue;
      if (trl_terms_state (step, TRL_STEP_OWNER) == TRL_STATE_UNKNOWN ||
          trl_terms_state (step, TRL_STEP_EXIT) == TRL_STATE_UNKNOWN ||
          (trl_terms_state (step, TRL_STEP_EXIT) == TRL_STATE_OPEN && usual_test (step) == NULL))
        return FALSE;
    }
  return TRUE;
}

static char *
write_title (const TrlMotionScope *scope,
             const Gaps           *gaps)
{
  const char *name = trl_words_card (scope->motion);

  if (gaps->n_exit == 0)
    /* Translators: how many, of how many steps, a motion: "2 of the 4 steps of Agency have no owner". */
    return g_strdup_printf (ngettext ("%u of the %u steps of %s has no owner", "%u of the %u steps of %s have no owner",
                                      gaps->n_owner), gaps->n_owner, gaps->n_steps, name);
  if (gaps->n_owner == 0)
    return g_strdup_printf (ngettext ("%u of the %u steps of %s does not say when it is done",
                                      "%u of the %u steps of %s do not say when they are done", gaps->n_exit),
                            gaps->n_exit, gaps->n_steps, name);
  return g_strdup_printf (ngettext ("%u of the %u steps of %s has no owner or no test that ends it",
                                    "%u of the %u steps of %s have no owner or no test that ends them", gaps->n_gaps),
                          gaps->n_gaps, gaps->n_steps, name);
}

static void
report_gaps (const TrlMotionScope *scope,
             const Gaps           *gaps,
             TrlReport            *report)
{
  const char *owner = find_owner (scope), *id;
  TrlDraft *draft;
  guint i = 0;

  while (!has_gap (&scope->strides[i]))
    i++;
  id = trl_card_get_id (scope->strides[i].card);
  draft = gaps->open ? trl_report_open (report, id) : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
  for (i++; i < scope->n_strides; i++)
    if (has_gap (&scope->strides[i]))
      trl_draft_add_card (draft, trl_card_get_id (scope->strides[i].card));
  trl_draft_prove (draft, gaps->n_owner);
  trl_draft_prove (draft, gaps->n_exit);
  trl_draft_set_label (draft, gaps->n_owner > 0 ? _("no owner") : _("no test"));
  trl_draft_take_title (draft, write_title (scope, gaps));
  trl_draft_take_text (draft, g_strdup (_("A partner that gets stuck there finds nobody who notices. Who answers for each "
                                          "step, and what ends it?")));
  if (!can_fill (scope))
    return;
  if (gaps->n_owner > 0 && owner == NULL)
    trl_draft_add_fix (draft, fill, _("Partner manager"), _("Name who answers"));
  else if (gaps->n_owner > 0)
    /* Translators: %s is a person. */
    trl_draft_add_fix_take (draft, fill, owner, g_strdup_printf (_("%s answers for them"), owner));
  else
    trl_draft_add_fix (draft, fill, owner, _("Done when the event is there"));
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  Gaps gaps = { 0 };

  find_gaps (scope, &gaps);
  if (gaps.n_gaps > 0)
    report_gaps (scope, &gaps, report);
}

const TrlRule trl_rule_path_no_owner = {
  .id = "PATH-NO-OWNER",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_ENABLEMENT,
  .ripens = TRUE,
  .title = N_("Steps that nobody answers for"),
  .looks_for = N_("Steps after the signature with no owner, or with no test that tells when they are done."),
  .source = N_("“So activation is a designed path rather than a hope.”"),
  .fires = N_("Training, with nobody named and no word on when it is done."),
  .quiet = N_("Steps with a name and a test; steps before the signature."),
  .mend = N_("Name who answers for each step, and what ends it."),
  .keep = N_("Keep it while one person does everything."),
  .until = N_("When another number of steps has no owner or no test."),
  .check_motion = check,
};
