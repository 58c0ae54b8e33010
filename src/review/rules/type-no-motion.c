/* type-no-motion.c: a partner type that goes nowhere. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>

static TrlEdit *
connect (TrlBlueprint *blueprint,
         TrlFinding   *finding,
         const char   *arg)
{
  g_autofree char *motion = NULL;

  return trl_act_connect_type (blueprint, trl_fix_card (finding), &motion);
}

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  for (guint i = 0; i < scope->types->len; i++)
    {
      const TrlCard *type = g_ptr_array_index (scope->types, i);
      const char *name = trl_words_card (type);
      TrlDraft *draft;

      if (trl_card_get_kind (type) != TRL_KIND_TYPE || trl_sums_uses_type (scope->sums, trl_card_get_id (type)))
        continue;
      draft = trl_report_open (report, trl_card_get_id (type));
      trl_draft_prove (draft, 0);
      trl_draft_set_label (draft, _("no motion"));
      trl_draft_take_title (draft, g_strdup_printf (_("No motion is there for %s yet"), name));
      trl_draft_take_text (draft, g_strdup (_("Nothing says who finds, sells and delivers with such partners, or how "
                                              "they earn. How do they go to market?")));
      trl_draft_add_fix (draft, connect, NULL, _("Give it a motion"));
      trl_draft_mark_safe (draft);
    }
}

const TrlRule trl_rule_type_no_motion = {
  .id = "TYPE-NO-MOTION",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TYPES,
  .ripens = TRUE,
  .title = N_("Partner type without a motion"),
  .looks_for = N_("Partner types that no motion lists."),
  .source = N_("“Decide which kinds of partners the program will run and write the distinct go-to-market motion for "
               "each.”"),
  .fires = N_("Influencers are on the board, and no motion says how they go to market."),
  .quiet = N_("A type that goes with everyone else in the referral track."),
  .mend = N_("Give the type a motion, add it to one, or remove it."),
  .keep = N_("Keep it for a type that is planned for later."),
  .until = N_("It stays kept as long as no motion lists the type."),
  .reads = TRL_PART_TYPES | TRL_PART_PROGRAM,
  .check_program = check,
};
