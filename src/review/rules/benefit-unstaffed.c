/* benefit-unstaffed.c: more is promised than there are people. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>
#include <math.h>

static TrlEdit *
plan_managers (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *n)
{
  TrlEdit *edit = trl_edit_new (blueprint, _("Plan the partner managers"));

  trl_fix_propose (edit, TRL_ROOT_ID, TRL_PROGRAM_MANAGERS, g_ascii_strtod (n, NULL));
  return edit;
}

/* A dedicated manager is one for one partner; a named one looks after several, and takes the hours that are stated. */
static double
managers_needed (const TrlStaff *staff,
                 double          hours)
{
  double by_partner = staff->dedicated / 1000.0, by_hours = hours > 0 ? staff->hours / 1000.0 / hours : 0;

  return ceil (MAX (MAX (by_partner, by_hours), staff->named > 0 ? 1 : 0));
}

static void
write_words (const TrlProgramScope *scope,
             TrlDraft              *draft,
             const TrlStaff        *staff,
             double                 managers,
             double                 hours)
{
  g_autofree char *wanted = trl_format_number (staff->hours / 1000.0), *there = trl_format_number (managers * hours);
  double dedicated = staff->dedicated / 1000.0, named = staff->named / 1000.0;
  gulong n = trl_format_whole (dedicated > managers ? dedicated : named);
  g_autofree char *promised = trl_format_number (n), *people = trl_format_number (managers);

  if (dedicated > managers)
    /* Translators: partners, then managers. */
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s partner is promised a manager of its own, against %s that the "
                                                           "program has. Who will have none?",
                                                           "%s partners are promised a manager of their own, against %s that "
                                                           "the program has. Who will have none?", n), promised, people));
  else if (staff->hours / 1000.0 > managers * hours && hours > 0)
    /* Translators: partners, hours that are needed and hours that are there. */
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s partner is promised a manager by name, which takes %s hours a "
                                                           "year; %s are there. Who will wait?",
                                                           "%s partners are promised a manager by name, which takes %s hours a "
                                                           "year; %s are there. Who will wait?", n), promised, wanted, there));
  else
    trl_draft_take_text (draft, g_strdup_printf (ngettext ("%s partner is promised a manager by name, and nobody is there. Who "
                                                           "will it be?",
                                                           "%s partners are promised a manager by name, and nobody is there. "
                                                           "Who will it be?", n), promised));
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  TrlStaff staff = trl_sums_get_staff (scope->sums);
  double managers, hours = 0, needed;
  char arg[G_ASCII_DTOSTR_BUF_SIZE];
  TrlDraft *draft;

  if (!trl_card_get_number (scope->root, TRL_PROGRAM_MANAGERS, &managers))
    return;
  trl_card_get_number (scope->root, TRL_PROGRAM_MANAGER_HOURS, &hours);
  if (hours < 1)   /* a year: that is nobody's work, so the hours say nothing */
    hours = 0;
  needed = managers_needed (&staff, hours);
  if (needed <= managers)
    return;
  draft = trl_report_open (report, TRL_ROOT_ID);
  trl_draft_prove (draft, managers);
  trl_draft_prove (draft, needed);
  trl_draft_set_label (draft, _("not enough people"));
  if (managers > 0)
    trl_draft_take_title (draft, g_strdup_printf (ngettext ("The tiers promise more than %.0f partner manager can keep",
                                                            "The tiers promise more than %.0f partner managers can keep",
                                                            trl_format_plural (managers)), managers));
  else
    trl_draft_take_title (draft, g_strdup (_("The tiers promise managers, and there is none")));
  write_words (scope, draft, &staff, managers, hours);
  trl_draft_add_fix_take (draft, plan_managers, g_ascii_dtostr (arg, sizeof arg, needed),
                          g_strdup_printf (ngettext ("Plan %.0f partner manager", "Plan %.0f partner managers",
                                                     trl_format_plural (needed)), needed));
}

const TrlRule trl_rule_benefit_unstaffed = {
  .id = "BENEFIT-UNSTAFFED",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TIERS,
  .title = N_("Managers that are promised and not there"),
  .looks_for = N_("Tiers that promise a named or dedicated manager, partners expected there, hours for an active "
                  "partner, and the managers that are stated."),
  .source = N_("“Make sure every tier changes what the partner actually receives.”"),
  .fires = N_("Six partners in a tier with a dedicated manager, and two managers in all."),
  .quiet = N_("Eight partners with a named manager at 60 hours a year each, and two managers of 1,600 hours; programs "
              "that state no managers."),
  .mend = N_("Plan more managers, promise a pooled one, or expect fewer partners there."),
  .keep = N_("Keep it while the positions are approved and not filled."),
  .until = N_("When more or less is promised, or more or fewer people are there."),
  .reads = TRL_PART_PROGRAM | TRL_PART_STAFF,
  .check_program = check,
};
