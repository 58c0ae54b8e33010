/* motion-no-type.c: a motion that is for nobody yet. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>

/* The kind of partner that usually goes to market like this; NULL when the motion does not say how. */
static const TrlEntry *
usual_type (const TrlCard *motion)
{
  const TrlEntry *gtm = trl_card_get_entry (motion, TRL_MOTION_GTM);

  for (guint i = 0; gtm != NULL && i < trl_catalogue_get_size (TRL_CATALOGUE_TYPES); i++)
    if (trl_catalogue_get (TRL_CATALOGUE_TYPES, i)->motion == gtm->number)
      return trl_catalogue_get (TRL_CATALOGUE_TYPES, i);
  return NULL;
}

/* A type of that kind that is there already is taken; else one is made. */
static TrlEdit *
attach (TrlBlueprint *blueprint,
        TrlFinding   *finding,
        const char   *kind)
{
  const GPtrArray *types = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_TYPES);
  const TrlEntry *entry = trl_catalogue_find (TRL_CATALOGUE_TYPES, kind);
  TrlEdit *edit = trl_fix_begin (blueprint, finding);
  const char *id = NULL;

  for (guint i = 0; i < types->len && id == NULL; i++)
    if (trl_card_get_kind (g_ptr_array_index (types, i)) == TRL_KIND_TYPE &&
        trl_card_get_entry (g_ptr_array_index (types, i), TRL_TYPE_KIND) == entry)
      id = trl_card_get_id (g_ptr_array_index (types, i));
  if (id == NULL)
    {
      id = trl_edit_insert (edit, TRL_KIND_TYPE, TRL_ROOT_ID, TRL_SLOT_TYPES, TRL_END);
      trl_edit_set_text (edit, id, TRL_TYPE_NAME, trl_entry_get_label (entry));
      trl_edit_set_entry (edit, id, TRL_TYPE_KIND, entry->number);
    }
  trl_edit_add_ref (edit, trl_fix_card (finding), TRL_MOTION_TYPES, id);
  trl_edit_set_name (edit, _("Give the motion a partner type"));
  return edit;
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  const TrlEntry *entry;
  TrlDraft *draft;

  if (scope->n_types > 0)
    return;
  draft = trl_report_open (report, trl_card_get_id (scope->motion));
  trl_draft_prove (draft, 0);
  trl_draft_set_label (draft, _("no partner type"));
  trl_draft_take_title (draft, g_strdup_printf (_("No partner type is in %s yet"), trl_words_card (scope->motion)));
  trl_draft_take_text (draft, g_strdup (_("Tiers, incentives and path depend on how a partner earns. Who is this motion "
                                          "for?")));
  entry = usual_type (scope->motion);
  if (entry != NULL)
    trl_draft_add_fix_take (draft, attach, entry->id,
                            /* Translators: a partner type: "It is for Technology". */
                            g_strdup_printf (_("It is for %s"), trl_entry_get_label (entry)));
}

const TrlRule trl_rule_motion_no_type = {
  .id = "MOTION-NO-TYPE",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TYPES,
  .ripens = TRUE,
  .title = N_("Motion without a partner type"),
  .looks_for = N_("Motions that list no partner type."),
  .source = N_("“Get the types right and the rest of the design has something to hang on.”"),
  .fires = N_("A co-sell motion with a ladder, and nobody knows whether for cloud or for software partners."),
  .quiet = N_("A motion for agencies, even when their kind is one of your own making."),
  .mend = N_("Attach the partner type that the motion is for; a motion that does not say how it goes to market has no usual one."),
  .keep = N_("Keep it for a motion that only stands for an idea."),
  .until = N_("It stays kept as long as the motion has no type."),
  .check_motion = check,
};
