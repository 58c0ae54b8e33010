/* fixes.c: edits that several rules offer, and how the edit of a finding is made. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "fixes.h"

#include "acts.h"

#include <glib/gi18n.h>
#include "reviewer.h"

/* The card that the finding is shown at. */
const char *
trl_fix_card (TrlFinding *finding)
{
  return trl_finding_get_cards (finding)[0];
}

/* An edit that is called like the finding; set_name() can better it. */
TrlEdit *
trl_fix_begin (TrlBlueprint *blueprint,
               TrlFinding   *finding)
{
  return trl_edit_new (blueprint, trl_finding_get_title (finding));
}

/* Adds a card of a kind, with what is usual for it, as if it had been dropped there. */
TrlEdit *
trl_fix_add (TrlBlueprint   *blueprint,
             TrlKind         kind,
             const TrlEntry *entry,
             const char     *target,
             TrlSlot         slot)
{
  TrlCargo cargo = { .kind = kind, .entry = entry };
  TrlPlace place = trl_places_ask (blueprint, &cargo, target, slot);

  return place.lawful ? trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, NULL) : NULL;
}

/* Puts the cards of the finding beside the motion that they lie in, free on the board. */
TrlEdit *
trl_fix_park (TrlBlueprint *blueprint,
              TrlFinding   *finding,
              const char   *arg)
{
  const char * const *cards = trl_finding_get_cards (finding);
  TrlCargo cargo = trl_cargo_for_card (blueprint, cards[0]);
  TrlPlace board = trl_places_ask (blueprint, &cargo, TRL_ROOT_ID, TRL_SLOT_NONE);
  TrlCard *motion = trl_blueprint_get_motion (blueprint, cards[0]);
  double x = 0, y = 0;

  if (motion == NULL)
    return NULL;
  trl_card_get_number (motion, TRL_MOTION_X, &x);
  trl_card_get_number (motion, TRL_MOTION_Y, &y);
  return trl_act_drop_cards (blueprint, cards, &board, TRL_END, x, y - 160);
}

/* Sets a number that the rule can only propose: it is selected afterwards, ready to be typed over. */
void
trl_fix_propose (TrlEdit    *edit,
                 const char *id,
                 TrlMember   member,
                 double      number)
{
  trl_edit_set_number (edit, id, member, number);
  trl_edit_ask_for (edit, id, member);
}

/* The same with words. */
void
trl_fix_propose_text (TrlEdit    *edit,
                      const char *id,
                      TrlMember   member,
                      const char *text)
{
  trl_edit_set_text (edit, id, member, text);
  trl_edit_ask_for (edit, id, member);
}

static void
add_partners (TrlEdit    *edit,
              const char *from,
              const char *to,
              TrlMember   member)
{
  double a, b;

  if (trl_card_get_number (trl_edit_get (edit, from), member, &a) &&
      trl_card_get_number (trl_edit_get (edit, to), member, &b))
    trl_edit_set_number (edit, to, member, a + b);
}

static gboolean
gives (TrlEdit    *edit,
       const char *tier,
       const char *kind)
{
  g_autoptr (GPtrArray) benefits = trl_edit_get_children (edit, tier, TRL_SLOT_BENEFITS);

  for (guint i = 0; i < benefits->len; i++)
    if (g_strcmp0 (trl_card_get_text (g_ptr_array_index (benefits, i), TRL_BENEFIT_KIND), kind) == 0)
      return TRUE;
  return FALSE;
}

/* Takes a tier out of its ladder: its partners are in the one below then, and what the one @above it (nullable) had because
 * it inherits is given there by itself. */
static void
merge_tier (TrlEdit    *edit,
            const char *upper,
            const char *lower,
            const char *above)
{
  g_autoptr (GPtrArray) benefits = trl_edit_get_children (edit, upper, TRL_SLOT_BENEFITS);

  add_partners (edit, upper, lower, TRL_TIER_PARTNERS_NOW);
  add_partners (edit, upper, lower, TRL_TIER_PARTNERS_EXPECTED);
  for (guint i = 0; above != NULL && i < benefits->len; i++)
    {
      const TrlCard *benefit = g_ptr_array_index (benefits, i);

      if (trl_card_get_yes (trl_edit_get (edit, above), TRL_TIER_INHERITS, FALSE) &&
          !gives (edit, above, trl_card_get_text (benefit, TRL_BENEFIT_KIND)))
        trl_edit_place (edit, trl_card_get_id (benefit), above, TRL_SLOT_BENEFITS, TRL_END);
    }
  trl_edit_remove (edit, upper);
}

/* @arg: for each tier that goes, it, the one below and the one above that stay, "-" for none. */
TrlEdit *
trl_fix_merge_tiers (TrlBlueprint *blueprint,
                     TrlFinding   *finding,
                     const char   *arg)
{
  g_auto (GStrv) ids = g_strsplit (arg, " ", -1);
  TrlEdit *edit = trl_edit_new (blueprint, _("Merge tiers"));

  for (guint i = 0; ids[i] != NULL && ids[i + 1] != NULL && ids[i + 2] != NULL; i += 3)
    merge_tier (edit, ids[i], ids[i + 1], g_str_equal (ids[i + 2], "-") ? NULL : ids[i + 2]);
  return edit;
}

/**
 * trl_finding_make_fix:
 * @finding: a finding
 * @index: which fix
 * @blueprint: the blueprint as it is now
 *
 * Builds the edit that mends a finding, derived again from the blueprint as it
 * is now (law E12).
 *
 * Returns: (transfer full) (nullable): the edit, not committed; %NULL when the
 *   finding no longer holds or no longer offers this fix
 */
TrlEdit *
trl_finding_make_fix (TrlFinding   *finding,
                      guint         index,
                      TrlBlueprint *blueprint)
{
  g_autoptr (GPtrArray) now = NULL;
  const char *label;

  g_return_val_if_fail (finding != NULL && TRL_IS_BLUEPRINT (blueprint), NULL);
  g_return_val_if_fail (index < trl_finding_get_n_fixes (finding), NULL);

  /* What a live review holds was derived from the blueprint as it is now. */
  if (trl_finding_is_live (finding, blueprint))
    return trl_finding_run_fix (finding, index, blueprint);
  label = trl_finding_get_fix_label (finding, index);
  now = trl_review (blueprint);
  for (guint i = 0; i < now->len; i++)
    {
      TrlFinding *other = g_ptr_array_index (now, i);

      if (!trl_finding_same_cause (finding, other))
        continue;
      for (guint f = 0; f < trl_finding_get_n_fixes (other); f++)
        if (g_str_equal (label, trl_finding_get_fix_label (other, f)))
          return trl_finding_run_fix (other, f, blueprint);
    }
  return NULL;
}
