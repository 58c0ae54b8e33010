/* catchall-big.c: the track for everyone else holds most of them. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"
#include "format.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_SHARE  0.4   /* of the roster */
#define FEW         10.0  /* partners, of whom a share says nothing */

/* Who goes where is to be found out: the numbers are, too. */
static TrlEdit *
split (TrlBlueprint *blueprint,
       TrlFinding   *finding,
       const char   *arg)
{
  TrlEdit *edit = trl_act_split_motion (blueprint, trl_fix_card (finding));
  g_autoptr (TrlValue) unknown = trl_value_new_unknown (NULL);

  if (edit != NULL)
    trl_edit_set (edit, trl_fix_card (finding), TRL_MOTION_PARTNERS_NOW, unknown);
  return edit;
}

static void
check (const TrlMotionScope *scope,
       TrlReport            *report)
{
  double here, all = scope->brief->now;
  g_autofree char *taken = NULL, *roster = NULL, *percent = NULL;
  TrlDraft *draft;

  if (!trl_card_get_yes (scope->motion, TRL_MOTION_CATCH_ALL, FALSE) || all < FEW ||
      !trl_card_get_number (scope->motion, TRL_MOTION_PARTNERS_NOW, &here) || here > all || here <= MOST_SHARE * all)
    return;
  taken = trl_format_number (here);
  roster = trl_format_number (all);
  percent = trl_format_percent (round (100 * here / all));
  draft = trl_report_open (report, trl_card_get_id (scope->motion));
  trl_draft_prove (draft, here);
  trl_draft_prove (draft, all);
  trl_draft_set_label (draft, _("most are the rest"));
  /* Translators: two numbers, then a motion: "14 of 30 partners are in Referral as “everyone else”". */
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s of %s partner is in %s as “everyone else”",
                                                          "%s of %s partners are in %s as “everyone else”", trl_format_plural (all)),
                                                taken, roster, trl_words_card (scope->motion)));
  trl_draft_take_text (draft, g_strdup_printf (_("What fits everyone fits few, and %s of the roster is more than a rest. "
                                                 "Which group among them is large enough for a motion of its own?"),
                                               percent));
  if (scope->n_types > 1)
    trl_draft_add_fix (draft, split, NULL, _("Split by type"));
}

const TrlRule trl_rule_catchall_big = {
  .id = "CATCHALL-BIG",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .title = N_("The track for everyone else is the largest"),
  /* xgettext:no-c-format */
  .looks_for = N_("A track for everyone else that holds more than 40 % of the partners, from ten partners on."),
  .source = N_("“… and a small referral track for everyone else.”"),
  .fires = N_("The referral track takes 16 of 30 partners."),
  .quiet = N_("12 of 30 partners, fewer than ten partners in all, and programs whose size nobody has stated."),
  .mend = N_("Make the largest group among them a type with a motion of its own. Where the track holds only one type, say first which "
             "groups there are."),
  .keep = N_("Keep it when most partners really only pass on a name."),
  .until = N_("When either number of partners changes."),
  .check_motion = check,
};
