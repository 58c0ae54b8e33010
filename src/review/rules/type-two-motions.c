/* type-two-motions.c: a partner type that two motions claim. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include <glib/gi18n.h>

static void
check (const TrlProgramScope *scope,
       TrlReport             *report)
{
  for (guint i = 0; i < scope->types->len; i++)
    {
      const TrlCard *type = g_ptr_array_index (scope->types, i);
      const char *name = trl_words_card (type), *id = trl_card_get_id (type);
      TrlState routing = trl_card_get_state (type, TRL_TYPE_ROUTING);
      guint n = trl_sums_count_type (scope->sums, id);
      TrlDraft *draft;

      if (trl_card_get_kind (type) != TRL_KIND_TYPE || n < 2 ||
          routing == TRL_STATE_KNOWN || routing == TRL_STATE_NOT_APPLICABLE)
        continue;
      draft = routing == TRL_STATE_OPEN ? trl_report_open (report, id)
                                        : trl_report_open_as (report, TRL_SEVERITY_TODO, id);
      trl_draft_prove (draft, n);
      trl_draft_set_label (draft, _("two motions"));
      trl_draft_take_title (draft, g_strdup_printf (ngettext ("%s partners go through %u motion",
                                                              "%s partners go through %u motions", n), name, n));
      trl_draft_take_text (draft, g_strdup_printf (_("Nothing says who goes where, so each new one asks for a decision of its "
                                                     "own. What sends a partner of the type %s to one or the other?"), name));
    }
}

const TrlRule trl_rule_type_two_motions = {
  .id = "TYPE-TWO-MOTIONS",
  .severity = TRL_SEVERITY_ADVICE,
  .decision = TRL_DECISION_TYPES,
  .title = N_("A type in two motions"),
  .looks_for = N_("Partner types that two motions list, where neither a rule at the type nor markets of their own say "
                  "who goes where."),
  .source = N_("“Deliberate design assigns each type its own motion.”"),
  .fires = N_("Agencies in a resell motion and in a service-led one."),
  .quiet = N_("“Software goes to the software path, services to the other”; one motion for Europe and one for Asia; a "
              "motion that is being retired."),
  .mend = N_("Say at the type who goes where, or make two types of it."),
  .keep = N_("Keep it while a pilot runs beside the old motion."),
  .until = N_("When the type is in a motion more or less."),
  .reads = TRL_PART_TYPES | TRL_PART_PROGRAM,
  .check_program = check,
};
