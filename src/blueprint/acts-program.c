/* acts-program.c: what is decided about the program: decisions, approval, findings that are kept, routes. */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"

#include <glib/gi18n.h>
#include <string.h>

static TrlSlot
decided_slot (const char *owner)
{
  return g_str_equal (owner, TRL_ROOT_ID) ? TRL_SLOT_PROGRAM_DECIDED : TRL_SLOT_MOTION_DECIDED;
}

static TrlCard *
find_decision (TrlBlueprint *blueprint,
               const char   *owner,
               int           decision)
{
  const GPtrArray *cards = trl_blueprint_get_children (blueprint, owner, decided_slot (owner));

  for (guint i = 0; i < cards->len; i++)
    if (trl_card_get_choice (g_ptr_array_index (cards, i), TRL_DECISION_WHAT) == decision)
      return g_ptr_array_index (cards, i);
  return NULL;
}

/**
 * trl_acts_decides:
 * @owner: a motion, or %TRL_ROOT_ID for the program
 * @decision: TRL_DECISION_TYPES, …
 *
 * Says whose decision it is: the metrics are the program's alone, all others
 * are the motions'.
 *
 * Returns: whether @owner takes the decision
 */
gboolean
trl_acts_decides (const char *owner,
                  int         decision)
{
  g_return_val_if_fail (owner != NULL, FALSE);

  return g_str_equal (owner, TRL_ROOT_ID) == (decision == TRL_DECISION_METRICS);
}

/**
 * trl_acts_get_decided:
 * @blueprint: a blueprint
 * @owner: a motion, or %TRL_ROOT_ID for the program
 * @decision: TRL_DECISION_TYPES, …
 *
 * Returns: TRL_DECIDED_DECIDED, TRL_DECIDED_RECHECK, or -1 while it is open
 */
int
trl_acts_get_decided (TrlBlueprint *blueprint,
                      const char   *owner,
                      int           decision)
{
  TrlCard *card;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && owner != NULL, -1);

  card = find_decision (blueprint, owner, decision);
  return card != NULL ? trl_card_get_choice (card, TRL_DECISION_STATE) : -1;
}

/**
 * trl_act_decide:
 * @blueprint: a blueprint
 * @owner: a motion, or %TRL_ROOT_ID for the program
 * @decision: TRL_DECISION_TYPES, …
 * @state: TRL_DECIDED_DECIDED, TRL_DECIDED_RECHECK, or -1 to open it again
 * @by: (nullable): who decides
 * @on: (nullable): the day, as in ISO 8601
 *
 * Declares a decision decided: from then on what is missing is a warning and
 * no longer a to-do (domain 0.2).
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_decide (TrlBlueprint *blueprint,
                const char   *owner,
                int           decision,
                int           state,
                const char   *by,
                const char   *on)
{
  TrlCard *card;
  TrlEdit *edit;
  const char *id;

  g_return_val_if_fail (trl_blueprint_get (blueprint, owner) != NULL, NULL);
  g_return_val_if_fail (decision >= 0 && decision < TRL_N_DECISION_CHOICES, NULL);

  card = find_decision (blueprint, owner, decision);
  edit = trl_edit_new (blueprint, state == TRL_DECIDED_DECIDED ? _("Decide") : _("Open a decision again"));
  if (state < 0)
    {
      if (card != NULL)
        trl_edit_remove (edit, trl_card_get_id (card));
      return edit;
    }
  id = card != NULL ? trl_card_get_id (card)
                    : trl_edit_insert (edit, TRL_KIND_DECISION, owner, decided_slot (owner), TRL_END);
  trl_edit_set_choice (edit, id, TRL_DECISION_WHAT, decision);
  trl_edit_set_choice (edit, id, TRL_DECISION_STATE, state);
  trl_edit_set_text (edit, id, TRL_DECISION_BY, by);
  trl_edit_set_text (edit, id, TRL_DECISION_ON, on);
  /* Types come first: what was decided on others has to be looked at again. */
  if (state == TRL_DECIDED_DECIDED && !g_str_equal (owner, TRL_ROOT_ID) && decision != TRL_DECISION_TYPES &&
      decision != TRL_DECISION_METRICS)
    {
      g_autofree char *basis = trl_acts_get_basis (blueprint, owner);

      trl_edit_set_text (edit, id, TRL_DECISION_OF, basis);
    }
  return edit;
}

/**
 * trl_act_approve:
 * @blueprint: a blueprint
 * @by: who approves
 * @on: the day, as in ISO 8601
 * @conditions: (nullable): what the approval depends on
 * @fingerprint: (nullable): what exactly is approved
 * @cards: (nullable): the same card by card, so that later changes can be counted
 *
 * Approves the design.
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_approve (TrlBlueprint *blueprint,
                 const char   *by,
                 const char   *on,
                 const char   *conditions,
                 const char   *fingerprint,
                 const char   *cards)
{
  TrlEdit *edit;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  edit = trl_edit_new (blueprint, _("Approve the design"));
  trl_edit_set_choice (edit, TRL_ROOT_ID, TRL_PROGRAM_STATUS, TRL_STATUS_APPROVED);
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_APPROVAL_BY, by);
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_APPROVAL_ON, on);
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_APPROVAL_CONDITIONS, conditions);
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_APPROVAL_OF, fingerprint);
  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_APPROVAL_CARDS, cards);
  return edit;
}

static void
drop_kept (TrlEdit            *edit,
           const char         *rule,
           const char * const *cards)
{
  const GPtrArray *kept = trl_blueprint_get_children (trl_edit_get_blueprint (edit), TRL_ROOT_ID, TRL_SLOT_ACCEPTED);

  for (guint i = 0; i < kept->len; i++)
    {
      const TrlCard *card = g_ptr_array_index (kept, i);
      const char * const *about = trl_card_get_refs (card, TRL_ACCEPTED_CARDS);

      if (g_strcmp0 (trl_card_get_text (card, TRL_ACCEPTED_RULE), rule) == 0 && about != NULL && cards[0] != NULL &&
          g_strcmp0 (about[0], cards[0]) == 0)
        trl_edit_remove (edit, trl_card_get_id (card));
    }
}

/**
 * trl_act_keep:
 * @blueprint: a blueprint
 * @rule: the rule whose finding is kept
 * @cards: (array zero-terminated=1): what the finding is about
 * @reason: why it is kept
 * @by: (nullable): who keeps it
 * @on: (nullable): the day, as in ISO 8601
 * @seen: (nullable): what the design said when it was kept
 *
 * Keeps a finding with a reason. The reason stays visible wherever the review
 * is. It takes the place of one that was given before for the same rule and
 * the same first card: that one no longer holds, or the finding were not open.
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_keep (TrlBlueprint       *blueprint,
              const char         *rule,
              const char * const *cards,
              const char         *reason,
              const char         *by,
              const char         *on,
              const char         *seen)
{
  g_autoptr (TrlValue) refs = NULL;
  TrlEdit *edit;
  const char *id;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && rule != NULL && reason != NULL, NULL);

  edit = trl_edit_new (blueprint, _("Keep a finding"));
  drop_kept (edit, rule, cards);
  id = trl_edit_insert (edit, TRL_KIND_ACCEPTED, TRL_ROOT_ID, TRL_SLOT_ACCEPTED, TRL_END);
  trl_edit_set_text (edit, id, TRL_ACCEPTED_RULE, rule);
  refs = trl_value_new_list (cards);
  trl_edit_set (edit, id, TRL_ACCEPTED_CARDS, refs);
  trl_edit_set_text (edit, id, TRL_ACCEPTED_REASON, reason);
  trl_edit_set_text (edit, id, TRL_ACCEPTED_BY, by);
  trl_edit_set_text (edit, id, TRL_ACCEPTED_ON, on);
  trl_edit_set_text (edit, id, TRL_ACCEPTED_SEEN, seen);
  return edit;
}

static guint
routes_of_types (TrlBlueprint *blueprint,
                 TrlCard      *motion)
{
  guint routes = 0;

  for (const char * const *type = trl_card_get_refs (motion, TRL_MOTION_TYPES); *type != NULL; type++)
    {
      TrlCard *card = trl_blueprint_get (blueprint, *type);
      const TrlEntry *entry = card != NULL ? trl_card_get_kind_entry (card) : NULL;

      routes |= entry != NULL ? entry->routes : 0;
    }
  return routes;
}

/**
 * trl_acts_get_routes:
 * @blueprint: a blueprint
 * @motion: the id of a motion
 *
 * Reads the money route of a motion from its statement; the routes of its
 * types count where the statement does not say who signs (domain 0.1).
 * Whether a partner builds is told by how it goes to market or by its type,
 * never by the statement: an integration is "delivered" too.
 *
 * Returns: a set of #TrlRoute
 */
guint
trl_acts_get_routes (TrlBlueprint *blueprint,
                     const char   *motion)
{
  TrlCard *card;
  const TrlEntry *gtm;
  guint routes = 0, hints;
  int signer;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), 0);

  card = trl_blueprint_get (blueprint, motion);
  if (card == NULL || trl_card_get_kind (card) != TRL_KIND_MOTION)
    return 0;

  hints = routes_of_types (blueprint, card);
  gtm = trl_card_get_entry (card, TRL_MOTION_GTM);
  signer = trl_card_get_choice (card, TRL_MOTION_SIGNS);
  if (signer < 0)
    return hints != 0 || gtm == NULL ? hints : gtm->routes;

  if (hints == 0 && gtm != NULL)
    hints = gtm->routes;
  if (signer == TRL_PARTY_PARTNER || signer == TRL_PARTY_DISTRIBUTOR)
    routes |= TRL_ROUTE_TRANSACT;
  if (hints & TRL_ROUTE_BUILD)
    routes |= TRL_ROUTE_BUILD;
  else if (trl_card_get_choice (card, TRL_MOTION_DELIVERS) == TRL_PARTY_PARTNER)
    routes |= TRL_ROUTE_DELIVER;
  if (routes == 0 && trl_card_get_choice (card, TRL_MOTION_FINDS) == TRL_PARTY_PARTNER)
    routes |= TRL_ROUTE_REFER;
  return routes != 0 ? routes : hints;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * trl_acts_get_basis:
 * @blueprint: a blueprint
 * @motion: the id of a motion
 *
 * Sums up what the tiers, incentives and enablement of a motion rest on: the
 * kinds of its types and who does what. Names and sentences do not count.
 *
 * Returns: (transfer full): a fingerprint, the same on every machine
 */
char *
trl_acts_get_basis (TrlBlueprint *blueprint,
                    const char   *motion)
{
  static const TrlMember roles[] = { TRL_MOTION_FINDS, TRL_MOTION_SELLS, TRL_MOTION_SIGNS,
                                     TRL_MOTION_DELIVERS, TRL_MOTION_SUPPORTS, TRL_MOTION_RENEWS };
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  TrlCard *card;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && motion != NULL, NULL);

  card = trl_blueprint_get (blueprint, motion);
  if (card == NULL || trl_card_get_kind (card) != TRL_KIND_MOTION)
    return g_strdup ("");
  for (const char * const *type = trl_card_get_refs (card, TRL_MOTION_TYPES); *type != NULL; type++)
    {
      TrlCard *other = trl_blueprint_get (blueprint, *type);
      const char *kind = other != NULL ? trl_card_get_text (other, TRL_TYPE_KIND) : NULL;

      g_ptr_array_add (kinds, (gpointer) (kind != NULL ? kind : ""));
    }
  g_ptr_array_sort (kinds, compare_texts);
  for (guint i = 0; i < kinds->len; i++)
    g_string_append_printf (text, "%s|", (const char *) g_ptr_array_index (kinds, i));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const char *party = trl_card_get_text (card, roles[i]);

      g_string_append_printf (text, "%s|", party != NULL ? party : "");
    }
  return g_strdup_printf ("%08x", g_str_hash (text->str));
}

/**
 * trl_act_vote:
 * @blueprint: a blueprint
 * @note: a note
 * @by: how many dots more, or less
 *
 * Puts dots on a note, or takes them away; there are never less than none.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when it is no note
 */
TrlEdit *
trl_act_vote (TrlBlueprint *blueprint,
              const char   *note,
              int           by)
{
  TrlCard *card;
  TrlEdit *edit;
  double votes = 0;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && note != NULL, NULL);

  card = trl_blueprint_get (blueprint, note);
  if (card == NULL || trl_card_get_kind (card) != TRL_KIND_NOTE)
    return NULL;
  trl_card_get_number (card, TRL_NOTE_VOTES, &votes);
  edit = trl_edit_new (blueprint, by < 0 ? _("Take a dot away") : _("Add a dot"));
  if (votes + by > 0)
    trl_edit_set_number (edit, note, TRL_NOTE_VOTES, votes + by);
  else
    trl_edit_set (edit, note, TRL_NOTE_VOTES, NULL);
  return edit;
}
