/* type-two-motions.c: a partner type that two motions claim. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "fixes.h"

#include <glib/gi18n.h>

/* The first motion of the type takes those of whom nothing else is said: a rule to be typed over. */
static TrlEdit *
write_routing (TrlBlueprint *blueprint,
               TrlFinding   *finding,
               const char   *arg)
{
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  const char *type = trl_fix_card (finding);
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();
  g_autofree char *routing = NULL;
  TrlEdit *edit;

  for (guint i = 0; i < motions->len; i++)
    if (trl_card_get_kind (g_ptr_array_index (motions, i)) == TRL_KIND_MOTION &&
        trl_card_has_ref (g_ptr_array_index (motions, i), TRL_MOTION_TYPES, type))
      g_ptr_array_add (cards, g_ptr_array_index (motions, i));
  if (cards->len < 2)
    return NULL;
  edit = trl_edit_new (blueprint, _("Say who goes where"));
  /* Translators: two motions: "To Resell as a rule; to Service-led when both agree on it". */
  routing = g_strdup_printf (_("To %s as a rule; to %s when both agree on it"), trl_words_card (g_ptr_array_index (cards, 0)),
                             trl_words_card (g_ptr_array_index (cards, 1)));
  trl_fix_propose_text (edit, type, TRL_TYPE_ROUTING, routing);
  return edit;
}

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
      trl_draft_take_title (draft, g_strdup_printf (ngettext ("Partners of the type %s go through %u motion",
                                                              "Partners of the type %s go through %u motions", n), name, n));
      trl_draft_take_text (draft, g_strdup_printf (_("Nothing says who goes where, so each new one asks for a decision of its "
                                                     "own. What sends a partner of the type %s to one or the other?"), name));
      if (routing == TRL_STATE_OPEN)
        trl_draft_add_fix (draft, write_routing, NULL, _("Say who goes where"));
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
