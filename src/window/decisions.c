/* decisions.c: how far each of the five decisions has come.
 *
 * Tiers, incentives and enablement are decided motion by motion; which types
 * there are, with their motions, and what all of it is for, by the program and
 * by each motion too. */

#define G_LOG_DOMAIN "decisions"

#include "config.h"

#include "decisions.h"

#include <glib/gi18n.h>

#include "acts.h"

/**
 * trl_decisions_get_owners:
 * @desk: the desk
 * @decision: TRL_DECISION_*
 *
 * Lists who decides it: the program where it is about the whole, and the motions.
 *
 * Returns: (transfer container) (element-type utf8): ids, the program first
 */
GPtrArray *
trl_decisions_get_owners (TrlDesk *desk,
                          int      decision)
{
  const GPtrArray *motions = trl_blueprint_get_children (trl_desk_get_blueprint (desk), TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  GPtrArray *owners = g_ptr_array_new ();

  if (trl_acts_decides (TRL_ROOT_ID, decision))
    g_ptr_array_add (owners, (char *) TRL_ROOT_ID);
  for (guint i = 0; motions != NULL && i < motions->len; i++)
    {
      const char *motion = trl_card_get_id (g_ptr_array_index (motions, i));

      if (trl_acts_decides (motion, decision))
        g_ptr_array_add (owners, (char *) motion);
    }
  return owners;
}

/**
 * trl_decisions_get_progress:
 * @desk: the desk
 * @decision: TRL_DECISION_*
 * @progress: (out caller-allocates): what to fill in
 *
 * Says how far a decision has come.
 */
void
trl_decisions_get_progress (TrlDesk     *desk,
                            int          decision,
                            TrlProgress *progress)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (desk);
  TrlReviewer *reviewer = trl_desk_get_reviewer (desk);
  g_autoptr (GPtrArray) owners = trl_decisions_get_owners (desk, decision);

  *progress = (TrlProgress) { .owners = owners->len };
  for (guint i = 0; i < owners->len; i++)
    {
      int state = trl_acts_get_decided (blueprint, g_ptr_array_index (owners, i), decision);

      progress->decided += state == TRL_DECIDED_DECIDED;
      progress->recheck += state == TRL_DECIDED_RECHECK;
    }
  if (reviewer == NULL)
    return;
  progress->open = trl_reviewer_count (reviewer, NULL, decision, TRL_SEVERITY_TODO);
  for (int severity = TRL_SEVERITY_ERROR; severity < TRL_SEVERITY_TODO; severity++)
    progress->warnings += trl_reviewer_count (reviewer, NULL, decision, severity);
}

/**
 * trl_progress_is_decided:
 * @progress: how far it has come
 *
 * Returns: whether all have declared it decided and nothing is open
 */
gboolean
trl_progress_is_decided (const TrlProgress *progress)
{
  return progress->owners > 0 && progress->decided == progress->owners;
}

/**
 * trl_progress_describe:
 * @progress: how far it has come
 *
 * Says it in a few words, without the warnings: "decided", "2 of 3 decided · 1 open".
 *
 * Returns: (transfer full): the words
 */
char *
trl_progress_describe (const TrlProgress *progress)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (trl_progress_is_decided (progress))
    g_ptr_array_add (parts, g_strdup (_("✓ decided")));
  else if (progress->decided > 0)
    /* Translators: so many motions of so many. */
    g_ptr_array_add (parts, g_strdup_printf (_("%u of %u decided"), progress->decided, progress->owners));
  if (progress->recheck > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u to re-check", "%u to re-check", progress->recheck), progress->recheck));
  if (progress->open > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u open", "%u open", progress->open), progress->open));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (progress->owners > 0 ? _("undecided") : _("not begun")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

/**
 * trl_decisions_set:
 * @desk: the desk
 * @owner: a motion, or %TRL_ROOT_ID
 * @decision: TRL_DECISION_*
 * @state: %TRL_DECIDED_DECIDED, %TRL_DECIDED_RECHECK, or -1 for open
 *
 * Declares a decision decided, to be looked at again, or open.
 *
 * Returns: whether something changed
 */
gboolean
trl_decisions_set (TrlDesk    *desk,
                   const char *owner,
                   int         decision,
                   int         state)
{
  g_autofree char *today = trl_desk_today ();

  return trl_desk_commit (desk, trl_act_decide (trl_desk_get_blueprint (desk), owner, decision, state,
                                                g_get_real_name (), today), NULL);
}

static TrlSlot
slot_of (int decision)
{
  switch (decision)
    {
    case TRL_DECISION_TIERS:
      return TRL_SLOT_TIERS;
    case TRL_DECISION_INCENTIVES:
      return TRL_SLOT_INCENTIVES;
    case TRL_DECISION_ENABLEMENT:
      return TRL_SLOT_PATH;
    default:
      return TRL_SLOT_NONE;
    }
}

static const char *
first_finding (TrlReviewer *reviewer,
               int          decision)
{
  const GPtrArray *findings = reviewer != NULL ? trl_reviewer_get_findings (reviewer) : NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      const char * const *cards = trl_finding_get_cards (finding);

      if (trl_finding_get_decision (finding) == decision && trl_finding_get_kept (finding) == NULL &&
          cards != NULL && cards[0] != NULL && !g_str_equal (cards[0], TRL_ROOT_ID))
        return cards[0];
    }
  return NULL;
}

/**
 * trl_decisions_find_open:
 * @desk: the desk
 * @decision: TRL_DECISION_*
 *
 * Finds where to go for a decision: to its first finding, else to its first card.
 *
 * Returns: (nullable) (transfer none): a card
 */
const char *
trl_decisions_find_open (TrlDesk *desk,
                         int      decision)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (desk);
  const char *id = first_finding (trl_desk_get_reviewer (desk), decision);
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  const GPtrArray *metrics = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_METRICS);

  if (id != NULL)
    return id;
  if (decision == TRL_DECISION_METRICS)
    return metrics != NULL && metrics->len > 0 ? trl_card_get_id (g_ptr_array_index (metrics, 0)) : NULL;
  for (guint i = 0; motions != NULL && i < motions->len; i++)
    {
      const char *motion = trl_card_get_id (g_ptr_array_index (motions, i));
      const GPtrArray *cards = slot_of (decision) != TRL_SLOT_NONE
                                 ? trl_blueprint_get_children (blueprint, motion, slot_of (decision)) : NULL;

      if (slot_of (decision) == TRL_SLOT_NONE)
        return motion;
      if (cards != NULL && cards->len > 0)
        return trl_card_get_id (g_ptr_array_index (cards, 0));
    }
  return motions != NULL && motions->len > 0 ? trl_card_get_id (g_ptr_array_index (motions, 0)) : NULL;
}
