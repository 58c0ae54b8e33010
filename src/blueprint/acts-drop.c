/* acts-drop.c: what happens when a card is dropped: new or carried, inserted, linked, turned into another, parked. */

#define G_LOG_DOMAIN "acts"

#include "config.h"

#include "acts.h"
#include "acts-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The route that defaults are taken from: a partner that builds is set up as a
 * builder even when it also sells. */
static TrlRoute
leading_route (TrlEdit    *edit,
               const char *motion)
{
  guint routes = trl_acts_get_routes (trl_edit_get_blueprint (edit), motion);

  if (routes & TRL_ROUTE_BUILD)
    return TRL_ROUTE_BUILD;
  if (routes & TRL_ROUTE_DELIVER)
    return TRL_ROUTE_DELIVER;
  if (routes & TRL_ROUTE_TRANSACT)
    return TRL_ROUTE_TRANSACT;
  return routes & TRL_ROUTE_REFER ? TRL_ROUTE_REFER : TRL_ROUTE_DELIVER;
}

static void
init_tier (TrlEdit    *edit,
           const char *id)
{
  TrlCard *card = trl_edit_get (edit, id);
  const char *parent = trl_card_get_parent (card);
  g_autoptr (GPtrArray) tiers = NULL;

  if (*trl_card_get_name (card) == '\0')
    trl_edit_set_text (edit, id, TRL_TIER_NAME, _("New tier"));
  if (trl_card_get_slot (card) != TRL_SLOT_TIERS)
    return;
  /* Whoever climbs keeps what the rung below gave (domain 0.4). */
  tiers = trl_edit_get_children (edit, parent, TRL_SLOT_TIERS);
  if (!g_str_equal (trl_card_get_id (g_ptr_array_index (tiers, 0)), id))
    trl_edit_set_yes_no (edit, id, TRL_TIER_INHERITS, TRUE);
}

static void
init_criterion (TrlEdit        *edit,
                const char     *id,
                const TrlEntry *entry)
{
  int is = entry->direction > 0 ? TRL_IS_AT_LEAST : entry->direction < 0 ? TRL_IS_AT_MOST : TRL_IS_YES;

  trl_edit_set_choice (edit, id, TRL_CRITERION_IS, is);
  if (entry->unit != NULL)
    trl_edit_set_text (edit, id, TRL_CRITERION_UNIT, entry->unit);
  if (trl_unit_is_currency (entry->unit))
    trl_edit_set_choice (edit, id, TRL_CRITERION_PER, TRL_PERIOD_YEAR);
}

static void
init_benefit (TrlEdit        *edit,
              const char     *id,
              const TrlEntry *entry)
{
  if (entry->unit != NULL)
    trl_edit_set_text (edit, id, TRL_BENEFIT_UNIT, entry->unit);
  if (trl_unit_is_currency (entry->unit))
    trl_edit_set_choice (edit, id, TRL_BENEFIT_PER, TRL_PERIOD_YEAR);
  if (entry->scale != NULL)
    {
      g_auto (GStrv) scale = trl_entry_get_scale (entry);

      trl_edit_set_text (edit, id, TRL_BENEFIT_LEVEL, scale[1]);   /* scale[0] is none */
    }
}

/* One open rate for each rung of the ladder, or one for all. */
static void
init_rates (TrlEdit    *edit,
            const char *id,
            const char *unit)
{
  TrlCard *card = trl_edit_get (edit, id);
  g_autoptr (GPtrArray) tiers = NULL;
  guint n_rates = 1;

  if (trl_card_get_slot (card) == TRL_SLOT_INCENTIVES)
    {
      tiers = trl_edit_get_children (edit, trl_card_get_parent (card), TRL_SLOT_TIERS);
      n_rates = MAX (tiers->len, 1);
    }
  for (guint i = 0; i < n_rates; i++)
    {
      const char *rate = trl_edit_insert (edit, TRL_KIND_RATE, id, TRL_SLOT_RATES, TRL_END);

      if (n_rates > 1)
        trl_edit_set_text (edit, rate, TRL_RATE_TIER, trl_card_get_id (g_ptr_array_index (tiers, i)));
      trl_edit_set_text (edit, rate, TRL_RATE_UNIT, unit);
    }
}

static void
init_incentive (TrlEdit        *edit,
                const char     *id,
                const TrlEntry *entry)
{
  trl_edit_set_choice (edit, id, TRL_INCENTIVE_BASIS, entry->basis);
  trl_edit_set_entry (edit, id, TRL_INCENTIVE_TRIGGER, entry->trigger);
  trl_edit_set_choice (edit, id, TRL_INCENTIVE_MONEY,
                       entry->flags & TRL_ENTRY_REVERSED ? TRL_MONEY_PARTNER_PAYS : TRL_MONEY_WE_PAY);
  init_rates (edit, id, entry->unit);
}

/* The most that a deal pays, in the program's money: the usual cap. */
static void
init_cap (TrlEdit    *edit,
          const char *id)
{
  trl_edit_set_text (edit, id, TRL_CAP_UNIT, "money");
  trl_edit_set_choice (edit, id, TRL_CAP_PER, TRL_PERIOD_DEAL);
}

static void
init_step (TrlEdit        *edit,
           const char     *id,
           const TrlEntry *entry)
{
  trl_edit_set_number (edit, id, TRL_STEP_DAYS, entry->days);
  if (entry->trigger >= 0)
    trl_edit_set_entry (edit, id, TRL_STEP_EVENT, entry->trigger);
}

static void
init_metric (TrlEdit        *edit,
             const char     *id,
             const TrlEntry *entry)
{
  g_autoptr (GPtrArray) metrics = trl_edit_get_children (edit, TRL_ROOT_ID, TRL_SLOT_METRICS);
  guint n_targets = 0;

  for (guint i = 0; i < metrics->len; i++)
    n_targets += trl_card_get_choice (g_ptr_array_index (metrics, i), TRL_METRIC_ROLE) == TRL_ROLE_TARGET;
  /* One or two outcomes are the goal (seed, decision 5); what comes after that watches over them. */
  trl_edit_set_choice (edit, id, TRL_METRIC_ROLE, n_targets < 2 ? TRL_ROLE_TARGET : TRL_ROLE_GUARDRAIL);
  if (entry == NULL)
    return;
  trl_edit_set_text (edit, id, TRL_METRIC_DEFINITION, trl_entry_get_help (entry));
  trl_edit_set_text (edit, id, TRL_METRIC_TARGET_UNIT, entry->unit);
  if (trl_unit_is_currency (entry->unit))
    trl_edit_set_choice (edit, id, TRL_METRIC_TARGET_PER, TRL_PERIOD_YEAR);
}

static void
init_motion (TrlEdit        *edit,
             const char     *id,
             const TrlEntry *gtm)
{
  static const TrlMember roles[] = { TRL_MOTION_FINDS, TRL_MOTION_SELLS, TRL_MOTION_SIGNS,
                                     TRL_MOTION_DELIVERS, TRL_MOTION_SUPPORTS, TRL_MOTION_RENEWS };

  trl_edit_set_entry (edit, id, TRL_MOTION_GTM, gtm->number);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (gtm->roles[i] >= 0)
      trl_edit_set_choice (edit, id, roles[i], gtm->roles[i]);
}

/* Gives a new card what its entry and its place usually bring. */
void
trl_acts_init_card (TrlEdit        *edit,
                    const char     *id,
                    const TrlEntry *entry)
{
  TrlKind kind = trl_card_get_kind (trl_edit_get (edit, id));
  TrlMember name = trl_kind_get_name_member (kind);
  TrlMember entry_member = trl_kind_get_entry_member (kind);

  if (entry != NULL && entry_member != TRL_MEMBER_NONE)
    trl_edit_set_entry (edit, id, entry_member, entry->number);
  if (entry != NULL && name != TRL_MEMBER_NONE && trl_edit_get (edit, id) != NULL &&
      *trl_card_get_name (trl_edit_get (edit, id)) == '\0')
    trl_edit_set_text (edit, id, name, trl_entry_get_label (entry));

  if (kind == TRL_KIND_TIER)
    init_tier (edit, id);
  else if (kind == TRL_KIND_METRIC)
    init_metric (edit, id, entry);
  else if (kind == TRL_KIND_CAP)
    init_cap (edit, id);
  else if (kind == TRL_KIND_NOTE)
    trl_edit_set_choice (edit, id, TRL_NOTE_COLOUR, TRL_COLOUR_YELLOW);
  else if (entry == NULL)
    return;
  else if (kind == TRL_KIND_CRITERION)
    init_criterion (edit, id, entry);
  else if (kind == TRL_KIND_BENEFIT)
    init_benefit (edit, id, entry);
  else if (kind == TRL_KIND_INCENTIVE)
    init_incentive (edit, id, entry);
  else if (kind == TRL_KIND_STEP)
    init_step (edit, id, entry);
  else if (kind == TRL_KIND_MOTION)
    init_motion (edit, id, entry);
}

/* Brings a bundle: the rows of defaults-table.h for the motion's route. */
static const char *
insert_ladder (TrlEdit    *edit,
               const char *motion,
               int         index)
{
  TrlRoute route = leading_route (edit, motion);
  const char *rungs[2] = { NULL, NULL };

  for (int i = 0; i < 2; i++)
    rungs[i] = trl_edit_insert (edit, TRL_KIND_TIER, motion, TRL_SLOT_TIERS, index < 0 ? TRL_END : index + i);

#define LADDER(ROUTE, lower, upper) \
  if (route == TRL_ROUTE_##ROUTE) \
    { \
      trl_edit_set_text (edit, rungs[0], TRL_TIER_NAME, g_dpgettext2 (GETTEXT_PACKAGE, "tier", lower)); \
      trl_edit_set_text (edit, rungs[1], TRL_TIER_NAME, g_dpgettext2 (GETTEXT_PACKAGE, "tier", upper)); \
    }
#define BAR(ROUTE, rung, CRITERION, value) \
  if (route == TRL_ROUTE_##ROUTE) \
    trl_acts_insert_bar (edit, rungs[rung], TRL_CRITERIA_##CRITERION, value);
#define GIFT(ROUTE, rung, BENEFIT, level, value) \
  if (route == TRL_ROUTE_##ROUTE) \
    trl_acts_insert_gift (edit, rungs[rung], TRL_BENEFITS_##BENEFIT, level, value);
#define STEP(ROUTE, KIND, days)
#include "defaults-table.h"
#undef LADDER
#undef BAR
#undef GIFT
#undef STEP

  trl_acts_init_card (edit, rungs[0], NULL);
  trl_acts_init_card (edit, rungs[1], NULL);
  return rungs[0];
}

static const char *
insert_step (TrlEdit    *edit,
             const char *motion,
             int         number,
             int         days,
             int         index)
{
  const char *step = trl_edit_insert (edit, TRL_KIND_STEP, motion, TRL_SLOT_PATH, index);

  trl_acts_init_card (edit, step, trl_catalogue_get (TRL_CATALOGUE_STEPS, number));
  trl_edit_set_number (edit, step, TRL_STEP_DAYS, days);
  return step;
}

static const char *
insert_path (TrlEdit    *edit,
             const char *motion,
             int         index)
{
  TrlRoute route = leading_route (edit, motion);
  const char *first = NULL;
  const char *step;
  int n_steps = 0;

#define LADDER(ROUTE, lower, upper)
#define BAR(ROUTE, rung, CRITERION, value)
#define GIFT(ROUTE, rung, BENEFIT, level, value)
#define STEP(ROUTE, KIND, days) \
  if (route == TRL_ROUTE_##ROUTE) \
    { \
      step = insert_step (edit, motion, TRL_STEPS_##KIND, days, index < 0 ? TRL_END : index + n_steps); \
      first = n_steps++ == 0 ? step : first; \
    }
#include "defaults-table.h"
#undef LADDER
#undef BAR
#undef GIFT
#undef STEP

  return first;
}

/* Where the next frame finds room: right of all that are there. */
static void
place_frame (TrlEdit    *edit,
             const char *id,
             double      x,
             double      y)
{
  trl_edit_set_number (edit, id, TRL_MOTION_X, x);
  trl_edit_set_number (edit, id, TRL_MOTION_Y, y);
}

static void
set_free_place (TrlEdit    *edit,
                const char *id,
                double      x,
                double      y)
{
  TrlKind kind = trl_card_get_kind (trl_edit_get (edit, id));

  trl_edit_set_number (edit, id, trl_kind_get_x_member (kind), x);
  trl_edit_set_number (edit, id, trl_kind_get_y_member (kind), y);
}

static void
clear_free_place (TrlEdit    *edit,
                  const char *id)
{
  TrlKind kind = trl_card_get_kind (trl_edit_get (edit, id));

  trl_edit_set (edit, id, trl_kind_get_x_member (kind), NULL);
  trl_edit_set (edit, id, trl_kind_get_y_member (kind), NULL);
}

/* A new type: the card, and, unless it joins one, a motion of its own (seed, decision 1). */
static const char *
insert_type (TrlEdit        *edit,
             const TrlEntry *entry)
{
  const char *type = trl_edit_insert (edit, TRL_KIND_TYPE, TRL_ROOT_ID, TRL_SLOT_TYPES, TRL_END);

  trl_acts_init_card (edit, type, entry);
  return type;
}

static const char *
insert_motion_for_type (TrlEdit    *edit,
                        const char *type,
                        int         index,
                        double      x,
                        double      y)
{
  TrlCard *card = trl_card_ref (trl_edit_get (edit, type));
  const TrlEntry *entry = trl_card_get_kind_entry (card);
  const char *motion = trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, index);

  trl_edit_set_text (edit, motion, TRL_MOTION_NAME, trl_card_get_name (card));
  trl_edit_add_ref (edit, motion, TRL_MOTION_TYPES, type);
  if (entry != NULL)
    trl_acts_init_card (edit, motion, trl_catalogue_get (TRL_CATALOGUE_MOTIONS, entry->motion));
  place_frame (edit, motion, x, y);
  trl_card_unref (card);
  return motion;
}

/* A duplicated motion takes the first type that it is given as its own. */
static void
link_type (TrlEdit    *edit,
           const char *motion,
           const char *type)
{
  TrlCard *card = trl_edit_get (edit, motion);
  TrlCard *origin = trl_edit_get (edit, trl_card_get_ref (card, TRL_MOTION_COPIED_FROM));
  const TrlEntry *entry = trl_card_get_kind_entry (trl_edit_get (edit, type));

  if (origin != NULL && trl_value_equal (trl_card_get_value (card, TRL_MOTION_TYPES),
                                         trl_card_get_value (origin, TRL_MOTION_TYPES)))
    {
      trl_edit_set (edit, motion, TRL_MOTION_TYPES, NULL);
      trl_edit_set_text (edit, motion, TRL_MOTION_NAME, trl_card_get_name (trl_edit_get (edit, type)));
      if (entry != NULL)
        trl_acts_init_card (edit, motion, trl_catalogue_get (TRL_CATALOGUE_MOTIONS, entry->motion));
    }
  trl_edit_add_ref (edit, motion, TRL_MOTION_TYPES, type);
}

static const char *
drop_link (TrlEdit        *edit,
           const TrlCargo *cargo,
           const TrlPlace *place)
{
  const char *id = cargo->id;

  if (cargo->kind == TRL_KIND_TYPE)
    {
      if (id == NULL)
        id = insert_type (edit, cargo->entry);
      else if (trl_card_get_slot (trl_edit_get (edit, id)) != TRL_SLOT_TYPES)
        {
          trl_edit_place (edit, id, TRL_ROOT_ID, TRL_SLOT_TYPES, TRL_END);
          clear_free_place (edit, id);
        }
      link_type (edit, place->target, id);
      return place->target;
    }

  if (id == NULL)
    {
      id = trl_edit_insert (edit, cargo->kind, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
      trl_acts_init_card (edit, id, cargo->entry);
    }
  else if (trl_card_get_slot (trl_edit_get (edit, id)) == TRL_SLOT_PARKED)
    {
      trl_edit_place (edit, id, TRL_ROOT_ID, TRL_SLOT_METRICS, TRL_END);
      clear_free_place (edit, id);
    }
  trl_edit_add_ref (edit, place->target, place->member, id);
  return id;
}

static gboolean
is_free_slot (TrlSlot slot)
{
  return slot == TRL_SLOT_PARKED || slot == TRL_SLOT_NOTES || slot == TRL_SLOT_MOTIONS;
}

static const char *
drop_new (TrlEdit        *edit,
          const TrlCargo *cargo,
          const TrlPlace *place,
          int             index,
          double          x,
          double          y)
{
  const char *id;

  if (cargo->kind == TRL_KIND_TYPE && place->becomes == TRL_KIND_MOTION)
    return insert_motion_for_type (edit, insert_type (edit, cargo->entry), index, x, y);
  if (cargo->bundle == TRL_BUNDLE_LADDER && place->slot == TRL_SLOT_TIERS)
    return insert_ladder (edit, place->target, index);
  if (cargo->bundle == TRL_BUNDLE_PATH && place->slot == TRL_SLOT_PATH)
    return insert_path (edit, place->target, index);

  id = trl_edit_insert (edit, cargo->kind, place->target, place->slot, index);
  trl_acts_init_card (edit, id, cargo->entry);
  if (is_free_slot (place->slot))
    set_free_place (edit, id, x, y);
  return id;
}

/* The first line of a note names the card; the rest says why. */
static const char *
drop_note (TrlEdit        *edit,
           const TrlCargo *cargo,
           const TrlPlace *place,
           int             index,
           double          x,
           double          y)
{
  g_autoptr (TrlCard) note = trl_card_ref (trl_edit_get (edit, cargo->id));
  const char *text = trl_card_get_name (note);
  const char *line_end = strchr (text, '\n');
  g_autofree char *first = line_end != NULL ? g_strndup (text, line_end - text) : g_strdup (text);
  g_autofree char *rest = line_end != NULL ? g_strstrip (g_strdup (line_end)) : NULL;
  const char *id = trl_edit_insert (edit, place->becomes, place->target, place->slot, index);
  TrlMember name = trl_kind_get_name_member (place->becomes);
  TrlMember why = trl_member_find (place->becomes, "why");

  if (name == TRL_MEMBER_NONE)
    name = trl_member_find (place->becomes, "text");
  g_strdelimit (g_strstrip (first), "\r\t", ' ');
  trl_edit_set_text (edit, id, name, first);
  if (rest != NULL && why != TRL_MEMBER_NONE)
    trl_edit_set_text (edit, id, why, g_strdelimit (rest, "\r\n\t", ' '));
  trl_acts_init_card (edit, id, NULL);
  if (place->becomes == TRL_KIND_MOTION)
    place_frame (edit, id, x, y);
  trl_acts_move_links (edit, cargo->id, id);
  trl_edit_remove (edit, cargo->id);
  return id;
}

static const char *
drop_card (TrlEdit        *edit,
           const TrlCargo *cargo,
           const TrlPlace *place,
           int             index,
           double          x,
           double          y)
{
  g_autofree char *from = g_strdup (trl_card_get_parent (trl_edit_get (edit, cargo->id)));

  if (place->becomes == TRL_KIND_MOTION && cargo->kind == TRL_KIND_TYPE)
    {
      if (trl_card_get_slot (trl_edit_get (edit, cargo->id)) != TRL_SLOT_TYPES)
        trl_edit_place (edit, cargo->id, TRL_ROOT_ID, TRL_SLOT_TYPES, TRL_END);
      clear_free_place (edit, cargo->id);
      return insert_motion_for_type (edit, cargo->id, index, x, y);
    }

  trl_edit_place (edit, cargo->id, place->target, place->slot, index);
  if (is_free_slot (place->slot))
    set_free_place (edit, cargo->id, x, y);
  else
    clear_free_place (edit, cargo->id);
  if (!g_str_equal (from, place->target))
    trl_acts_refit_refs (edit, cargo->id, from, place->target);
  return cargo->id;
}

/* Drops one cargo in a place that takes it. Gives the card to select. */
const char *
trl_acts_drop_one (TrlEdit        *edit,
                   const TrlCargo *cargo,
                   const TrlPlace *place,
                   int             index,
                   double          x,
                   double          y)
{
  if (place->member != TRL_MEMBER_NONE)
    return drop_link (edit, cargo, place);
  if (cargo->id == NULL)
    return drop_new (edit, cargo, place, index, x, y);
  if (cargo->kind == TRL_KIND_NOTE && place->becomes != TRL_KIND_NOTE)
    return drop_note (edit, cargo, place, index, x, y);
  return drop_card (edit, cargo, place, index, x, y);
}

static char *
name_drop (TrlBlueprint   *blueprint,
           const TrlCargo *cargo)
{
  g_autofree char *name = trl_acts_display_name (blueprint, cargo);

  /* Translators: names of entries in the undo menu; %s is the name of a card */
  return cargo->id != NULL ? g_strdup_printf (_("Move %s"), name) : g_strdup_printf (_("Add %s"), name);
}

/**
 * trl_act_drop:
 * @blueprint: a blueprint
 * @cargo: what is dropped
 * @place: a lawful place, as asked for this cargo
 * @index: the place among the siblings as they are without it, or %TRL_END
 * @x: where it lies if it lies free on the board, in board units
 * @y: the same, downwards
 * @id_out: (out) (optional) (transfer full): the card to select afterwards
 *
 * Drops a cargo: a new card gets the defaults of its entry and its place, a
 * carried card moves with everything in it, a note becomes what belongs there.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when the place is not lawful
 */
TrlEdit *
trl_act_drop (TrlBlueprint    *blueprint,
              const TrlCargo  *cargo,
              const TrlPlace  *place,
              int              index,
              double           x,
              double           y,
              char           **id_out)
{
  g_autofree char *name = NULL;
  TrlEdit *edit;
  const char *id;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && cargo != NULL && place != NULL, NULL);

  if (!place->lawful)
    return NULL;
  name = name_drop (blueprint, cargo);
  edit = trl_edit_new (blueprint, name);
  id = trl_acts_drop_one (edit, cargo, place, index, x, y);
  if (id_out != NULL)
    *id_out = g_strdup (id);
  return edit;
}

/**
 * trl_act_drop_cards:
 * @blueprint: a blueprint
 * @ids: (array zero-terminated=1): cards of the board
 * @place: a place, as asked for one of them
 * @index: the place among the siblings as they are without them, or %TRL_END
 * @x: where the first lies if they lie free on the board, in board units
 * @y: the same, downwards
 *
 * Drops several cards in one place, in the order given; all or none.
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when the place refuses one of them
 */
TrlEdit *
trl_act_drop_cards (TrlBlueprint       *blueprint,
                    const char * const *ids,
                    const TrlPlace     *place,
                    int                 index,
                    double              x,
                    double              y)
{
  g_autoptr (TrlEdit) edit = NULL;
  guint n = g_strv_length ((char **) ids);

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && place != NULL, NULL);

  edit = trl_edit_new (blueprint, n == 1 ? _("Move a card") : _("Move cards"));
  for (guint i = 0; i < n; i++)
    {
      TrlCargo cargo = trl_cargo_for_card (blueprint, ids[i]);
      TrlPlace own = trl_places_ask (blueprint, &cargo, place->target,
                                     place->member != TRL_MEMBER_NONE ? TRL_SLOT_NONE : place->slot);

      if (!own.lawful)
        return NULL;
      trl_acts_drop_one (edit, &cargo, &own, index < 0 ? TRL_END : index + (int) i, x + i * 24, y + i * 24);
    }
  return g_steal_pointer (&edit);
}

/* The nearest card, from the selected one outwards, that takes the cargo. */
TrlPlace
trl_acts_find_home (TrlBlueprint   *blueprint,
                    const TrlCargo *cargo,
                    const char     *selected)
{
  TrlPlace place;

  if (cargo->kind == TRL_KIND_METRIC)
    return trl_places_ask (blueprint, cargo, TRL_ROOT_ID, TRL_SLOT_METRICS);
  if (cargo->kind != TRL_KIND_TYPE && cargo->kind != TRL_KIND_NOTE)
    for (TrlCard *card = trl_blueprint_get (blueprint, selected); card != NULL;
         card = trl_blueprint_get (blueprint, trl_card_get_parent (card)))
      {
        place = trl_places_ask (blueprint, cargo, trl_card_get_id (card), TRL_SLOT_NONE);
        if (place.lawful && place.slot != TRL_SLOT_PARKED)
          return place;
      }
  return trl_places_ask (blueprint, cargo, TRL_ROOT_ID, TRL_SLOT_NONE);
}

/**
 * trl_act_add:
 * @blueprint: a blueprint
 * @cargo: what is added
 * @selected: (nullable): the selected card
 * @x: where it lies if it lies free on the board, in board units
 * @y: the same, downwards
 * @id_out: (out) (optional) (transfer full): the card to select afterwards
 *
 * Adds a cargo where it belongs: in the selected card or the nearest one
 * around it that takes it, else on the board.
 *
 * Returns: (transfer full) (nullable): the edit
 */
TrlEdit *
trl_act_add (TrlBlueprint    *blueprint,
             const TrlCargo  *cargo,
             const char      *selected,
             double           x,
             double           y,
             char           **id_out)
{
  TrlPlace place;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && cargo != NULL, NULL);

  place = trl_acts_find_home (blueprint, cargo, selected);
  return trl_act_drop (blueprint, cargo, &place, TRL_END, x, y, id_out);
}

/**
 * trl_act_connect_type:
 * @blueprint: a blueprint
 * @type: the id of a type
 * @motion_out: (out) (optional) (transfer full): the new motion
 *
 * Gives a type that is in no motion a motion of its own, right of the others.
 *
 * Returns: (transfer full): the edit
 */
TrlEdit *
trl_act_connect_type (TrlBlueprint  *blueprint,
                      const char    *type,
                      char         **motion_out)
{
  TrlEdit *edit;
  const char *motion;

  g_return_val_if_fail (trl_blueprint_get (blueprint, type) != NULL, NULL);

  edit = trl_edit_new (blueprint, _("Create a motion"));
  motion = insert_motion_for_type (edit, type, TRL_END, trl_acts_next_frame_x (blueprint), 0);
  if (motion_out != NULL)
    *motion_out = g_strdup (motion);
  return edit;
}

/**
 * trl_act_split_motion:
 * @blueprint: a blueprint
 * @motion: the id of a motion
 *
 * Gives each type of a motion a motion of its own. The first type keeps the
 * motion with everything in it; what the others get is to be designed, not
 * copied (seed, pitfall 1).
 *
 * Returns: (transfer full) (nullable): the edit; %NULL when there is but one type
 */
TrlEdit *
trl_act_split_motion (TrlBlueprint *blueprint,
                      const char   *motion)
{
  TrlCard *card = trl_blueprint_get (blueprint, motion);
  const char * const *types;
  double x = trl_acts_next_frame_x (blueprint), y = 0;
  TrlEdit *edit;
  int index;

  g_return_val_if_fail (card != NULL && trl_card_get_kind (card) == TRL_KIND_MOTION, NULL);

  types = trl_card_get_refs (card, TRL_MOTION_TYPES);
  if (types[0] == NULL || types[1] == NULL)
    return NULL;

  trl_card_get_number (card, TRL_MOTION_Y, &y);
  index = trl_blueprint_get_index (blueprint, motion);
  edit = trl_edit_new (blueprint, _("One motion for each type"));
  for (guint i = 1; types[i] != NULL; i++, x += TRL_FRAME_STEP)
    {
      trl_edit_remove_ref (edit, motion, TRL_MOTION_TYPES, types[i]);
      insert_motion_for_type (edit, types[i], index + (int) i, x, y);
    }
  return edit;
}
