/* motion-mixed.c: one motion for partners who earn in different ways. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "rules.h"

#include "acts.h"
#include "fixes.h"

#include <glib/gi18n.h>

static TrlEdit *
split (TrlBlueprint *blueprint,
       TrlFinding   *finding,
       const char   *arg)
{
  return trl_act_split_motion (blueprint, trl_fix_card (finding));
}

static TrlEdit *
catch_all (TrlBlueprint *blueprint,
           TrlFinding   *finding,
           const char   *arg)
{
  TrlEdit *edit = trl_fix_begin (blueprint, finding);

  trl_edit_set_yes_no (edit, trl_fix_card (finding), TRL_MOTION_CATCH_ALL, TRUE);
  trl_edit_set_name (edit, _("Take everyone else"));
  return edit;
}

/* What partners of the motion do by its statement: then that is how they earn, whatever their kind usually does. */
static guint
stated_routes (const TrlCard *motion)
{
  int signer = trl_card_get_choice (motion, TRL_MOTION_SIGNS);
  guint routes = 0;

  if (signer == TRL_PARTY_PARTNER || signer == TRL_PARTY_DISTRIBUTOR)
    routes |= TRL_ROUTE_TRANSACT;
  if (trl_card_get_choice (motion, TRL_MOTION_DELIVERS) == TRL_PARTY_PARTNER)
    routes |= TRL_ROUTE_DELIVER;
  return routes;
}

static gboolean
earn_apart (const TrlEntry *a,
            const TrlEntry *b,
            guint           stated)
{
  if (a == NULL || b == NULL || a->routes == 0 || b->routes == 0 || (a->routes & b->routes) != 0)
    return FALSE;
  return (a->routes & stated) == 0 || (b->routes & stated) == 0;
}

/* Each type with a word for how it earns: "Technology (builds)". */
static char *
describe_types (const TrlMotionScope *scope)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < scope->n_types; i++)
    {
      const TrlItem *type = &scope->types[i];
      guint routes = type->entry != NULL ? type->entry->routes : 0;
      g_autofree char *route = g_utf8_strdown (trl_route_get_label (routes & -routes), -1);

      if (routes == 0)
        g_ptr_array_add (words, g_strdup (trl_words_card (type->card)));
      else
        /* Translators: a partner type and how it earns: "Technology (builds)". */
        g_ptr_array_add (words, g_strdup_printf (_("%s (%s)"), trl_words_card (type->card), route));
    }
  return trl_words_list (words);
}

/* Whether it takes everyone else, and who does what in it, may be for somebody to find out. */
static gboolean
is_unknown (const TrlCard *motion)
{
  static const TrlMember members[] = {
    TRL_MOTION_CATCH_ALL, TRL_MOTION_GTM, TRL_MOTION_FINDS, TRL_MOTION_SELLS, TRL_MOTION_SIGNS, TRL_MOTION_DELIVERS
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (trl_card_get_state (motion, members[i]) == TRL_STATE_UNKNOWN)
      return TRUE;
  return FALSE;
}

static void
check (const TrlMotionScope *scope,
       TrlReport             *report)
{
  guint stated = stated_routes (scope->motion);
  g_autofree char *types = NULL;
  gboolean mixed = FALSE;
  TrlDraft *draft;

  if (scope->n_types < 2 || trl_card_get_yes (scope->motion, TRL_MOTION_CATCH_ALL, FALSE))
    return;
  for (guint a = 0; a < scope->n_types && !mixed; a++)
    for (guint b = a + 1; b < scope->n_types && !mixed; b++)
      mixed = earn_apart (scope->types[a].entry, scope->types[b].entry, stated);
  if (!mixed)
    return;

  types = describe_types (scope);
  if (is_unknown (scope->motion))
    draft = trl_report_open_as (report, TRL_SEVERITY_TODO, trl_card_get_id (scope->motion));
  else
    draft = trl_report_open (report, trl_card_get_id (scope->motion));
  for (guint i = 0; i < scope->n_types; i++)
    {
      trl_draft_add_card (draft, trl_card_get_id (scope->types[i].card));
      trl_draft_prove_text (draft, scope->types[i].entry != NULL ? scope->types[i].entry->id : NULL);
    }
  trl_draft_set_label (draft, _("mixed types"));
  trl_draft_take_title (draft, g_strdup_printf (ngettext ("In %s there is %u partner type that earns in another way",
                                                          "In %s there are %u partner types that earn in different ways",
                                                          scope->n_types),
                                                trl_words_card (scope->motion), scope->n_types));
  trl_draft_take_text (draft, g_strdup_printf (_("%s share one statement, one ladder, one incentive and one path, so each "
                                                 "of them fits at most one. Which of them needs a motion of its own?"),
                                               types));
  trl_draft_add_fix (draft, split, NULL, _("Split by type"));
  trl_draft_add_fix (draft, catch_all, NULL, _("It takes everyone else"));
}

const TrlRule trl_rule_motion_mixed = {
  .id = "MOTION-MIXED",
  .severity = TRL_SEVERITY_WARNING,
  .decision = TRL_DECISION_TYPES,
  .title = N_("Types that earn differently in one motion"),
  .looks_for = N_("A motion with partner types that share no way of earning, unless it takes everyone else."),
  .source = N_("“Different partner types monetize differently, so the design has to give each its own motion.”"),
  .fires = N_("Resellers and technology partners in one motion: one sells, the other builds."),
  .quiet = N_("A managed service provider beside a reseller: both sell. A small track that is marked as being for "
              "everyone else."),
  .mend = N_("Split the motion by type, or say that it takes everyone else."),
  .keep = N_("Keep it while two kinds start together and part later."),
  .until = N_("When the motion is for other kinds of partners."),
  .check_motion = check,
};
