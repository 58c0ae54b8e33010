/* test-acts.c: intents turned into edits. */

#include "config.h"

#include "history.h"
#include "random-design.h"

static TrlBlueprint *
new_blueprint (void)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();

  trl_blueprint_count_ids (blueprint);
  return blueprint;
}

static TrlCargo
cargo_of (TrlKind      kind,
          TrlCatalogue catalogue,
          int          number)
{
  TrlCargo cargo = { kind, trl_catalogue_get (catalogue, number), TRL_BUNDLE_NONE, NULL };

  return cargo;
}

static char *
add (TrlBlueprint *blueprint,
     TrlCargo      cargo,
     const char   *selected)
{
  char *id = NULL;
  g_autoptr (TrlEdit) edit = trl_act_add (blueprint, &cargo, selected, 0, 0, &id);

  g_assert_true (trl_edit_commit (edit));
  return id;
}

static char *
add_motion (TrlBlueprint *blueprint,
            int           type)
{
  return add (blueprint, cargo_of (TRL_KIND_TYPE, TRL_CATALOGUE_TYPES, type), NULL);
}

static guint
count (TrlBlueprint *blueprint,
       const char   *parent,
       TrlSlot       slot)
{
  return trl_blueprint_get_children (blueprint, parent, slot)->len;
}

static void
test_type_becomes_motion (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_RESELLER);
  TrlCard *card = trl_blueprint_get (blueprint, motion);

  g_test_summary ("A partner type on the board becomes a motion, in one entry");
  g_assert_cmpint (trl_card_get_kind (card), ==, TRL_KIND_MOTION);
  g_assert_cmpstr (trl_card_get_name (card), ==, "Reseller");
  g_assert_cmpint (trl_card_get_choice (card, TRL_MOTION_SIGNS), ==, TRL_PARTY_PARTNER);
  g_assert_cmpuint (trl_acts_get_routes (blueprint, motion), ==, TRL_ROUTE_TRANSACT);
  g_assert_cmpuint (trl_history_get_n_undo (history), ==, 1);
  trl_change_unref (trl_history_undo (history));
  g_assert_cmpuint (trl_blueprint_get_n_cards (blueprint), ==, 1);
}

static void
test_routes (void)
{
  static const struct { int type; guint routes; } cases[] = {
    { TRL_TYPES_TECHNOLOGY, TRL_ROUTE_BUILD },
    { TRL_TYPES_AGENCY, TRL_ROUTE_TRANSACT | TRL_ROUTE_DELIVER },   /* this one signs: it earns margin rightly */
    { TRL_TYPES_REFERRAL, TRL_ROUTE_REFER },
    { TRL_TYPES_RESELLER, TRL_ROUTE_TRANSACT },
  };
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();

  g_test_summary ("The route is read from the statement (domain 0.1)");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *motion = add_motion (blueprint, cases[i].type);

      g_assert_cmpuint (trl_acts_get_routes (blueprint, motion), ==, cases[i].routes);
    }
}

static void
test_bundles (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();

  g_test_summary ("Ladder and path bring two tiers that differ, and a path with business at its end, for every type");
  for (guint type = 0; type < trl_catalogue_get_size (TRL_CATALOGUE_TYPES); type++)
    {
      g_autofree char *motion = add_motion (blueprint, type);
      TrlCargo ladder = { TRL_KIND_TIER, NULL, TRL_BUNDLE_LADDER, NULL };
      TrlCargo path = { TRL_KIND_STEP, NULL, TRL_BUNDLE_PATH, NULL };
      g_autofree char *rung = add (blueprint, ladder, motion);
      g_autofree char *step = add (blueprint, path, motion);
      const GPtrArray *tiers = trl_blueprint_get_children (blueprint, motion, TRL_SLOT_TIERS);
      const GPtrArray *steps = trl_blueprint_get_children (blueprint, motion, TRL_SLOT_PATH);

      g_assert_cmpuint (tiers->len, ==, 2);
      g_assert_cmpuint (count (blueprint, trl_card_get_id (g_ptr_array_index (tiers, 1)), TRL_SLOT_CRITERIA), >, 0);
      g_assert_cmpuint (count (blueprint, trl_card_get_id (g_ptr_array_index (tiers, 1)), TRL_SLOT_BENEFITS), >, 0);
      g_assert_true (trl_card_get_yes (g_ptr_array_index (tiers, 1), TRL_TIER_INHERITS, FALSE));
      g_assert_cmpuint (steps->len, >=, 3);
      g_assert_true (trl_card_get_kind_entry (g_ptr_array_index (steps, steps->len - 1))->flags & TRL_ENTRY_COMMERCIAL);
    }
}

static void
test_incentive_defaults (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_TECHNOLOGY);
  g_autofree char *rung = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_LADDER, NULL }, motion);
  g_autofree char *credit = add (blueprint, cargo_of (TRL_KIND_INCENTIVE, TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_CO_SELL_CREDIT), rung);
  TrlCard *card = trl_blueprint_get (blueprint, credit);

  g_test_summary ("A new incentive pays at its usual event, and has an open rate for each rung; a selected tier leads to its motion");
  g_assert_cmpstr (trl_card_get_parent (card), ==, motion);
  g_assert_cmpint (trl_card_get_entry (card, TRL_INCENTIVE_TRIGGER)->number, ==, TRL_EVENTS_CLOSED_WON);
  g_assert_cmpuint (count (blueprint, credit, TRL_SLOT_RATES), ==, 2);
}

static void
test_refit (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  TrlCargo ladder = { TRL_KIND_TIER, NULL, TRL_BUNDLE_LADDER, NULL };
  g_autofree char *from = add_motion (blueprint, TRL_TYPES_TECHNOLOGY);
  g_autofree char *to = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *a = add (blueprint, ladder, from);
  g_autofree char *b = add (blueprint, ladder, to);
  g_autofree char *credit = add (blueprint, cargo_of (TRL_KIND_INCENTIVE, TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_CO_SELL_CREDIT), from);
  TrlCargo cargo = trl_cargo_for_card (blueprint, credit);
  TrlPlace place = trl_places_ask (blueprint, &cargo, to, TRL_SLOT_INCENTIVES);
  g_autoptr (TrlEdit) edit = trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, NULL);
  const GPtrArray *tiers, *rates;

  g_test_summary ("E8: an incentive that changes motions speaks of the tiers of its new motion, in the same edit");
  trl_edit_commit (edit);
  tiers = trl_blueprint_get_children (blueprint, to, TRL_SLOT_TIERS);
  rates = trl_blueprint_get_children (blueprint, credit, TRL_SLOT_RATES);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (trl_card_get_ref (g_ptr_array_index (rates, i), TRL_RATE_TIER), ==,
                     trl_card_get_id (g_ptr_array_index (tiers, i)));
}

static void
test_note_becomes (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_REFERRAL);
  g_autofree char *note = NULL, *fee = NULL;
  g_autoptr (TrlEdit) edit = trl_act_add_note (blueprint, "Flat fee\nasked for by sales", 0, 0, &note);
  g_autoptr (TrlEdit) drop = NULL;
  TrlCargo cargo;
  TrlPlace place;

  g_test_summary ("A note dropped on a row becomes the card that belongs there, its text kept");
  trl_edit_commit (edit);
  cargo = trl_cargo_for_card (blueprint, note);
  place = trl_places_ask (blueprint, &cargo, motion, TRL_SLOT_INCENTIVES);
  drop = trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, &fee);
  trl_edit_commit (drop);
  g_assert_null (trl_blueprint_get (blueprint, note));
  g_assert_cmpint (trl_card_get_kind (trl_blueprint_get (blueprint, fee)), ==, TRL_KIND_INCENTIVE);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get (blueprint, fee)), ==, "Flat fee");
  g_assert_cmpstr (trl_card_get_text (trl_blueprint_get (blueprint, fee), TRL_INCENTIVE_WHY), ==, "asked for by sales");
}

static void
test_delete_parks (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *rung = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_LADDER, NULL }, motion);
  const char *ids[] = { motion, NULL };
  g_autoptr (TrlEdit) edit = trl_act_delete (blueprint, ids, FALSE);

  g_test_summary ("Delete a motion: its cards survive, parked");
  trl_edit_commit (edit);
  g_assert_null (trl_blueprint_get (blueprint, motion));
  g_assert_cmpuint (count (blueprint, TRL_ROOT_ID, TRL_SLOT_PARKED), ==, 3);   /* the type and two tiers */
  g_assert_cmpuint (count (blueprint, rung, TRL_SLOT_CRITERIA), >, 0);
}

static void
test_duplicate_motion (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_TECHNOLOGY);
  g_autofree char *rung = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_LADDER, NULL }, motion);
  g_autofree char *credit = add (blueprint, cargo_of (TRL_KIND_INCENTIVE, TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_CO_SELL_CREDIT), motion);
  g_autofree char *copy = NULL;
  const char *ids[] = { motion, NULL };
  g_autoptr (TrlEdit) edit = trl_act_duplicate (blueprint, ids, &copy);
  const GPtrArray *incentives, *rates, *tiers;
  TrlCargo type = cargo_of (TRL_KIND_TYPE, TRL_CATALOGUE_TYPES, TRL_TYPES_AGENCY);
  g_autoptr (TrlEdit) link = NULL;
  TrlPlace place;

  g_test_summary ("A duplicate refers to its own cards, knows its origin, and takes the first type that it is given");
  trl_edit_commit (edit);
  g_assert_cmpstr (trl_card_get_ref (trl_blueprint_get (blueprint, copy), TRL_MOTION_COPIED_FROM), ==, motion);
  incentives = trl_blueprint_get_children (blueprint, copy, TRL_SLOT_INCENTIVES);
  tiers = trl_blueprint_get_children (blueprint, copy, TRL_SLOT_TIERS);
  rates = trl_blueprint_get_children (blueprint, trl_card_get_id (g_ptr_array_index (incentives, 0)), TRL_SLOT_RATES);
  g_assert_cmpstr (trl_card_get_ref (g_ptr_array_index (rates, 1), TRL_RATE_TIER), ==,
                   trl_card_get_id (g_ptr_array_index (tiers, 1)));

  place = trl_places_ask (blueprint, &type, copy, TRL_SLOT_NONE);
  link = trl_act_drop (blueprint, &type, &place, TRL_END, 0, 0, NULL);
  trl_edit_commit (link);
  g_assert_cmpuint (g_strv_length ((char **) trl_card_get_refs (trl_blueprint_get (blueprint, copy), TRL_MOTION_TYPES)), ==, 1);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get (blueprint, copy)), ==, "Agency");
}

static void
test_copy_paste (void)
{
  g_autoptr (GRand) random = random_design_seed ();

  g_test_summary ("E13: paste makes new ids and leaves no reference dangling; undo takes it back");
  for (guint i = 0; i < random_design_rounds (60); i++)
    {
      g_autoptr (TrlBlueprint) source = random_design_new (random, 60);
      g_autoptr (TrlBlueprint) target = random_design_new (random, 30);
      g_autoptr (TrlHistory) history = trl_history_new (target);
      const GPtrArray *motions = trl_blueprint_get_children (source, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
      g_autofree char *before = random_design_dump (target);
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) cards = NULL;
      g_autoptr (TrlEdit) edit = NULL;
      const char *ids[2] = { NULL, NULL };
      guint n = trl_blueprint_get_n_cards (target);

      if (motions->len == 0)
        continue;
      ids[0] = trl_card_get_id (g_ptr_array_index (motions, 0));
      cards = trl_acts_collect (source, ids);
      edit = trl_act_paste_cards (target, cards, NULL, 5, 6, NULL);
      g_assert_true (trl_edit_commit (edit));
      g_assert_cmpuint (trl_blueprint_get_n_cards (target), ==, n + cards->len);
      trl_change_unref (trl_history_undo (history));
      after = random_design_dump (target);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_cut_paste (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_TECHNOLOGY);
  g_autofree char *rung = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_LADDER, NULL }, motion);
  const char *ids[] = { rung, NULL };
  g_autoptr (GPtrArray) cards = trl_acts_collect (blueprint, ids);
  g_autoptr (TrlEdit) cut = trl_act_delete (blueprint, ids, TRUE);
  g_autoptr (TrlEdit) paste = NULL, again = NULL;
  g_autofree char *first = NULL, *second = NULL;

  g_test_summary ("E13: cut and paste keeps the ids that are free; pasted once more, they are new");
  trl_edit_commit (cut);
  paste = trl_act_paste_cards (blueprint, cards, motion, 0, 0, &first);
  trl_edit_commit (paste);
  g_assert_cmpstr (first, ==, rung);
  again = trl_act_paste_cards (blueprint, cards, motion, 0, 0, &second);
  trl_edit_commit (again);
  g_assert_cmpstr (second, !=, rung);
  g_assert_cmpuint (count (blueprint, motion, TRL_SLOT_TIERS), ==, 3);
}

static void
test_paste_lines (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autoptr (GString) text = g_string_new ("\r\n  \n");
  g_autoptr (TrlEdit) edit = NULL;

  g_test_summary ("Forty lines become forty notes, in one entry");
  for (int i = 0; i < 40; i++)
    g_string_append_printf (text, "line %d\n", i);
  edit = trl_act_paste_lines (blueprint, text->str, 0, 0, NULL, NULL, NULL);
  trl_edit_commit (edit);
  g_assert_cmpuint (count (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES), ==, 40);
  g_assert_cmpuint (trl_history_get_n_undo (history), ==, 1);
}

static double
number_of (TrlBlueprint *blueprint,
           const char   *id,
           TrlMember     member)
{
  double number = 0;

  g_assert_true (trl_card_get_number (trl_blueprint_get (blueprint, id), member, &number));
  return number;
}

static TrlCard *
find_note (TrlBlueprint *blueprint,
           const char   *text)
{
  const GPtrArray *notes = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES);

  for (guint i = 0; i < notes->len; i++)
    if (g_str_equal (trl_card_get_name (g_ptr_array_index (notes, i)), text))
      return g_ptr_array_index (notes, i);
  g_error ("no note says %s", text);
}

static void
test_outline (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_act_paste_lines (blueprint, "- Referral\n\t- Who pays?\n\t\t* Finance\n\t- When?\n- Resale\n",
                                                  100, 50, NULL, NULL, NULL);
  static const struct { const char *below, *above; } pairs[] = {
    { "Who pays?", "Referral" }, { "Finance", "Who pays?" }, { "When?", "Referral" }
  };

  g_test_summary ("Lines that stand below others become notes that are connected with them, none over another");
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpuint (count (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES), ==, 5);
  g_assert_cmpuint (count (blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS), ==, 3);
  g_assert_cmpuint (trl_history_get_n_undo (history), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      TrlCard *above = find_note (blueprint, pairs[i].above), *below = find_note (blueprint, pairs[i].below);
      TrlCard *link = trl_acts_find_link (blueprint, trl_card_get_id (above), trl_card_get_id (below));

      g_assert_nonnull (link);
      g_assert_cmpstr (trl_card_get_ref (link, TRL_LINK_TO), ==, trl_card_get_id (below));
      g_assert_cmpfloat (number_of (blueprint, trl_card_get_id (below), TRL_NOTE_X), >, number_of (blueprint, trl_card_get_id (above), TRL_NOTE_X) + 180);
    }
  g_assert_cmpfloat (number_of (blueprint, trl_card_get_id (find_note (blueprint, "Who pays?")), TRL_NOTE_Y), ==, 50);
  g_assert_cmpfloat (number_of (blueprint, trl_card_get_id (find_note (blueprint, "When?")), TRL_NOTE_Y), >=, 50 + 106 + 10);
  g_assert_cmpfloat (number_of (blueprint, trl_card_get_id (find_note (blueprint, "Resale")), TRL_NOTE_Y), >=, 50 + 2 * 116);
  g_assert_cmpfloat (number_of (blueprint, trl_card_get_id (find_note (blueprint, "Resale")), TRL_NOTE_X), ==, 100);

  g_assert_true (trl_acts_is_outline ("a\n\tb\n"));
  g_assert_true (trl_acts_is_outline ("a\n  b\n  c"));
  g_assert_false (trl_acts_is_outline ("a\nb\n"));
  g_assert_false (trl_acts_is_outline ("Tier\tFee\nGold\t10\n\t12\n"));   /* a table with an empty cell */
  g_assert_false (trl_acts_is_outline ("\tFee\n\t12\n"));
}

static void
test_decide (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autoptr (TrlEdit) decide = trl_act_decide (blueprint, motion, TRL_DECISION_TIERS, TRL_DECIDED_DECIDED, "Anna", "2026-11-23");
  g_autoptr (TrlEdit) reopen = NULL;

  trl_edit_commit (decide);
  g_assert_cmpint (trl_acts_get_decided (blueprint, motion, TRL_DECISION_TIERS), ==, TRL_DECIDED_DECIDED);
  g_assert_cmpint (trl_acts_get_decided (blueprint, motion, TRL_DECISION_INCENTIVES), ==, -1);
  reopen = trl_act_decide (blueprint, motion, TRL_DECISION_TIERS, -1, NULL, NULL);
  trl_edit_commit (reopen);
  g_assert_cmpint (trl_acts_get_decided (blueprint, motion, TRL_DECISION_TIERS), ==, -1);
}

static void
test_split (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_TECHNOLOGY);
  TrlCargo agency = cargo_of (TRL_KIND_TYPE, TRL_CATALOGUE_TYPES, TRL_TYPES_AGENCY);
  TrlPlace place = trl_places_ask (blueprint, &agency, motion, TRL_SLOT_NONE);
  g_autoptr (TrlEdit) join = trl_act_drop (blueprint, &agency, &place, TRL_END, 0, 0, NULL);
  g_autoptr (TrlEdit) split = NULL;
  const GPtrArray *motions;

  g_test_summary ("Split gives each type a motion of its own, in the order of the types");
  trl_edit_commit (join);
  split = trl_act_split_motion (blueprint, motion);
  trl_edit_commit (split);
  motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_assert_cmpuint (motions->len, ==, 2);
  g_assert_cmpstr (trl_card_get_name (g_ptr_array_index (motions, 1)), ==, "Agency");
}

static char *
add_note (TrlBlueprint *blueprint,
          double        x,
          double        y)
{
  char *id = NULL;
  g_autoptr (TrlEdit) edit = trl_act_add_note (blueprint, "Here", x, y, &id);

  g_assert_true (trl_edit_commit (edit));
  return id;
}

static double
place_of (TrlBlueprint *blueprint,
          const char   *id,
          TrlMember     member)
{
  double number = G_MAXDOUBLE;

  trl_card_get_number (trl_blueprint_get (blueprint, id), member, &number);
  return number;
}

static void
test_arrange (void)
{
  static const struct { TrlArrange how; double x[3], y[3]; } cases[] = {
    { TRL_ARRANGE_LEFT, { 0, 0, 0 }, { 0, 130, 40 } },
    { TRL_ARRANGE_CENTRE, { 300, 250, 275 }, { 0, 130, 40 } },
    { TRL_ARRANGE_RIGHT, { 600, 500, 550 }, { 0, 130, 40 } },
    { TRL_ARRANGE_TOP, { 0, 500, 150 }, { 0, 0, 0 } },
    { TRL_ARRANGE_MIDDLE, { 0, 500, 150 }, { 65, 65, 65 } },
    { TRL_ARRANGE_BOTTOM, { 0, 500, 150 }, { 130, 130, 130 } },
    { TRL_ARRANGE_ACROSS, { 0, 500, 225 }, { 0, 130, 40 } },
    { TRL_ARRANGE_DOWN, { 0, 500, 150 }, { 0, 130, 65 } },
    { TRL_ARRANGE_LINE_UP, { 0, 298, 124 }, { 0, 0, 0 } },
    { TRL_ARRANGE_TIDY, { 0, 0, 224 }, { 0, 124, 0 } },
  };

  g_test_summary ("Align six, distribute two, line up and tidy: one entry each, and none when nothing is to do");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
      g_autofree char *a = add_note (blueprint, 0, 0);
      g_autofree char *b = add_note (blueprint, 500, 130);
      g_autofree char *c = add_note (blueprint, 150, 40);
      TrlSpot spots[] = { { a, 0, 0, 100, 100 }, { b, 500, 130, 200, 100 }, { c, 150, 40, 150, 100 } };
      g_autoptr (TrlHistory) history = trl_history_new (blueprint);
      g_autoptr (TrlEdit) edit = trl_act_arrange (blueprint, spots, 3, cases[i].how);

      g_test_message ("case %u", i);
      g_assert_true (trl_edit_commit (edit));
      g_assert_cmpuint (trl_history_get_n_undo (history), ==, 1);
      for (guint j = 0; j < 3; j++)
        {
          g_assert_cmpfloat (place_of (blueprint, spots[j].id, TRL_NOTE_X), ==, cases[i].x[j]);
          g_assert_cmpfloat (place_of (blueprint, spots[j].id, TRL_NOTE_Y), ==, cases[i].y[j]);
          spots[j].x = cases[i].x[j];
          spots[j].y = cases[i].y[j];
        }
      trl_edit_free (edit);
      edit = trl_act_arrange (blueprint, spots, 3, cases[i].how);
      g_assert_false (trl_edit_commit (edit));
      g_assert_null (trl_act_arrange (blueprint, spots, 1, cases[i].how));
    }
}

static void
test_delete_tier (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *low = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL }, motion);
  g_autofree char *high = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL }, motion);
  g_autoptr (TrlEdit) pay = trl_edit_new (blueprint, "Pay");
  const char *incentive = trl_edit_insert (pay, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
  const char *low_rate = trl_edit_insert (pay, TRL_KIND_RATE, incentive, TRL_SLOT_RATES, TRL_END);
  const char *high_rate = trl_edit_insert (pay, TRL_KIND_RATE, incentive, TRL_SLOT_RATES, TRL_END);
  const char *ids[] = { high, NULL };
  g_autoptr (TrlEdit) edit = NULL;

  g_test_summary ("The rate of a tier that goes does not become one for every tier");
  trl_edit_set_text (pay, low_rate, TRL_RATE_TIER, low);
  trl_edit_set_text (pay, high_rate, TRL_RATE_TIER, high);
  trl_edit_commit (pay);
  edit = trl_act_delete (blueprint, ids, TRUE);
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpuint (count (blueprint, incentive, TRL_SLOT_RATES), ==, 1);
  g_assert_nonnull (trl_blueprint_get (blueprint, low_rate));
  g_assert_null (trl_blueprint_get (blueprint, high_rate));
}

static void
test_delete_only_tier (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *low = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL }, motion);
  g_autofree char *high = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL }, motion);
  g_autoptr (TrlEdit) pay = trl_edit_new (blueprint, "Pay");
  const char *one = trl_edit_insert (pay, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
  const char *both = trl_edit_insert (pay, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
  const char *all = trl_edit_insert (pay, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);
  const char *ids[] = { high, NULL };
  g_autoptr (TrlEdit) edit = NULL;
  g_autoptr (TrlChange) undone = NULL;

  g_test_summary ("Pay that was for one tier only is not for every tier when that one goes: for whom it is, is to be decided");
  trl_edit_add_ref (pay, one, TRL_INCENTIVE_TIERS, high);
  trl_edit_add_ref (pay, both, TRL_INCENTIVE_TIERS, low);
  trl_edit_add_ref (pay, both, TRL_INCENTIVE_TIERS, high);
  trl_edit_commit (pay);
  edit = trl_act_delete (blueprint, ids, TRUE);
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpint (trl_card_get_state (trl_blueprint_get (blueprint, one), TRL_INCENTIVE_TIERS), ==, TRL_STATE_UNKNOWN);
  g_assert_true (trl_card_has_ref (trl_blueprint_get (blueprint, both), TRL_INCENTIVE_TIERS, low));
  g_assert_cmpint (trl_card_get_state (trl_blueprint_get (blueprint, all), TRL_INCENTIVE_TIERS), ==, TRL_STATE_OPEN);

  undone = trl_history_undo (history);
  g_assert_true (trl_card_has_ref (trl_blueprint_get (blueprint, one), TRL_INCENTIVE_TIERS, high));
}

static void
test_refit_lost_rung (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *from = add_motion (blueprint, TRL_TYPES_TECHNOLOGY);
  g_autofree char *to = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *tier = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_LADDER, NULL }, from);
  g_autofree char *credit = add (blueprint, cargo_of (TRL_KIND_INCENTIVE, TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_CO_SELL_CREDIT), from);
  const GPtrArray *tiers = trl_blueprint_get_children (blueprint, from, TRL_SLOT_TIERS);
  g_autoptr (TrlEdit) only = trl_edit_new (blueprint, "Only the upper one");
  TrlCargo cargo;
  TrlPlace place;
  g_autoptr (TrlEdit) edit = NULL;
  const GPtrArray *rates;

  g_test_summary ("E8: what was for a rung that the new motion does not have is for somebody to decide, not for all");
  trl_edit_add_ref (only, credit, TRL_INCENTIVE_TIERS, trl_card_get_id (g_ptr_array_index (tiers, 1)));
  trl_edit_commit (only);
  cargo = trl_cargo_for_card (blueprint, credit);
  place = trl_places_ask (blueprint, &cargo, to, TRL_SLOT_INCENTIVES);
  edit = trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, NULL);
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpint (trl_card_get_state (trl_blueprint_get (blueprint, credit), TRL_INCENTIVE_TIERS), ==, TRL_STATE_UNKNOWN);
  rates = trl_blueprint_get_children (blueprint, credit, TRL_SLOT_RATES);
  for (guint i = 0; i < rates->len; i++)
    g_assert_cmpint (trl_card_get_state (g_ptr_array_index (rates, i), TRL_RATE_TIER), ==, TRL_STATE_UNKNOWN);
}

static void
test_strip (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *tier = add (blueprint, (TrlCargo) { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL }, motion);
  g_autofree char *note = add_note (blueprint, 0, 0);
  const char *ids[] = { tier, motion, note, NULL };
  g_autoptr (TrlEdit) edit = trl_act_park (blueprint, ids);

  g_test_summary ("Parked cards have no place of their own; motions and notes are not parked");
  g_assert_true (trl_edit_commit (edit));
  g_assert_cmpuint (count (blueprint, TRL_ROOT_ID, TRL_SLOT_PARKED), ==, 1);
  g_assert_cmpfloat (place_of (blueprint, tier, TRL_TIER_X), ==, G_MAXDOUBLE);
  g_assert_cmpuint (count (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES), ==, 1);
}

static void
test_structure (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *other = add_motion (blueprint, TRL_TYPES_RESELLER);
  const char *ids[] = { motion, NULL };
  TrlSpot spot = { motion, 0, 0, 10, 10 };
  g_autoptr (TrlEdit) moved = trl_act_move_free (blueprint, &spot, 1, 10, 0, NULL);
  g_autoptr (TrlEdit) gone = trl_act_delete (blueprint, ids, TRUE);
  g_autoptr (TrlEdit) shifted = trl_act_shift (blueprint, motion, 1);
  g_autoptr (TrlEdit) copied = trl_act_duplicate (blueprint, ids, NULL);
  g_autoptr (TrlValue) name = trl_value_new_text ("Other");
  g_autoptr (TrlEdit) named = trl_act_set (blueprint, motion, TRL_MOTION_NAME, name, NULL);
  TrlEdit *edits[] = { moved, gone, shifted, copied, named };

  g_test_summary ("The lock refuses what moves, adds or removes a motion, and nothing else");
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (TrlChange) change = trl_edit_end (edits[i]);

      g_assert_cmpint (trl_acts_move_structure (change), ==, edits[i] != named);
    }
}

static void
test_connect (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_AGENCY);
  g_autofree char *a = add_note (blueprint, 0, 0);
  g_autofree char *b = add_note (blueprint, 500, 0);
  g_autofree char *link = NULL, *tier = NULL;
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_act_connect (blueprint, a, b, &link);
  g_autoptr (TrlEdit) drop = NULL, gone = NULL;
  TrlCargo cargo;
  TrlPlace place;
  const char *ids[] = { NULL, NULL };

  g_test_summary ("A connector stays with its cards, also with what a note becomes, and goes with either");
  g_assert_true (trl_edit_commit (edit));
  g_assert_null (trl_act_connect (blueprint, b, a, NULL));   /* they are connected */
  g_assert_null (trl_act_connect (blueprint, a, a, NULL));
  g_assert_null (trl_act_connect (blueprint, a, link, NULL));

  cargo = trl_cargo_for_card (blueprint, b);
  place = trl_places_ask (blueprint, &cargo, motion, TRL_SLOT_TIERS);
  drop = trl_act_drop (blueprint, &cargo, &place, TRL_END, 0, 0, &tier);
  g_assert_true (trl_edit_commit (drop));
  g_assert_cmpstr (trl_card_get_ref (trl_blueprint_get (blueprint, link), TRL_LINK_TO), ==, tier);

  ids[0] = tier;
  gone = trl_act_delete (blueprint, ids, FALSE);
  g_assert_true (trl_edit_commit (gone));
  g_assert_null (trl_blueprint_get (blueprint, link));
  g_assert_cmpuint (trl_history_get_n_undo (history), ==, 3);
  trl_change_unref (trl_history_undo (history));
  g_assert_cmpstr (trl_card_get_ref (trl_blueprint_get (blueprint, link), TRL_LINK_TO), ==, tier);
}

static void
commit (TrlEdit *edit)
{
  g_autoptr (TrlEdit) own = edit;

  g_assert_true (trl_edit_commit (own));
}

static const GPtrArray *
list_links (TrlBlueprint *blueprint)
{
  return trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS);
}

static void
assert_joins (TrlCard    *link,
              const char *from,
              const char *to)
{
  g_assert_cmpstr (trl_card_get_ref (link, TRL_LINK_FROM), ==, from);
  g_assert_cmpstr (trl_card_get_ref (link, TRL_LINK_TO), ==, to);
  g_assert_cmpstr (trl_card_get_text (link, TRL_LINK_TEXT), ==, "before");
}

/* Cards that are copied together stay connected among each other, also what lies in them, also elsewhere; a line to a
 * card that is not copied is not. */
static void
test_copy_links (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new (), other = trl_blueprint_new ();
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *link = NULL, *first = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  const GPtrArray *notes;
  const char *ids[3] = { NULL };

  trl_blueprint_count_ids (blueprint);
  trl_blueprint_count_ids (other);
  commit (trl_act_add_note (blueprint, "a", 0, 0, &a));
  commit (trl_act_add_note (blueprint, "b", 300, 100, &b));
  commit (trl_act_add_note (blueprint, "c", 600, 0, &c));
  commit (trl_act_connect (blueprint, a, b, &link));
  commit (trl_act_connect (blueprint, b, c, NULL));
  {
    g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Name");

    trl_edit_set_text (edit, link, TRL_LINK_TEXT, "before");
    g_assert_true (trl_edit_commit (edit));
  }
  ids[0] = a;
  ids[1] = b;
  commit (trl_act_duplicate (blueprint, ids, &first));
  g_assert_cmpuint (list_links (blueprint)->len, ==, 3);
  g_assert_cmpuint (trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_PARKED)->len, ==, 0);

  cards = trl_acts_collect (blueprint, ids);
  g_assert_cmpuint (cards->len, ==, 3);
  commit (trl_act_paste_cards (other, cards, NULL, 1000, 1000, NULL));
  notes = trl_blueprint_get_children (other, TRL_ROOT_ID, TRL_SLOT_NOTES);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_cmpuint (list_links (other)->len, ==, 1);
  assert_joins (g_ptr_array_index (list_links (other), 0), trl_card_get_id (g_ptr_array_index (notes, 0)),
                trl_card_get_id (g_ptr_array_index (notes, 1)));
  g_assert_cmpfloat (number_of (other, trl_card_get_id (g_ptr_array_index (notes, 1)), TRL_NOTE_X), ==, 1300);
  g_assert_cmpfloat (number_of (other, trl_card_get_id (g_ptr_array_index (notes, 1)), TRL_NOTE_Y), ==, 1100);

  commit (trl_act_paste_cards (other, cards, NULL, 0, 0, NULL));
  g_assert_cmpuint (list_links (other)->len, ==, 2);
  assert_joins (g_ptr_array_index (list_links (other), 1), trl_card_get_id (g_ptr_array_index (notes, 2)),
                trl_card_get_id (g_ptr_array_index (notes, 3)));
}

static const char *
nth_note (TrlBlueprint *blueprint,
          guint         n)
{
  return trl_card_get_name (g_ptr_array_index (trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES), n));
}

static void
stack (TrlBlueprint *blueprint,
       guint         first,
       guint         second,
       gboolean      front)
{
  const GPtrArray *notes = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES);
  const char *ids[] = { trl_card_get_id (g_ptr_array_index (notes, first)), trl_card_get_id (g_ptr_array_index (notes, second)), NULL };
  g_autoptr (TrlEdit) edit = trl_act_stack (blueprint, ids, front);

  g_assert_true (trl_edit_commit (edit));
}

static void
test_stack (void)
{
  g_autoptr (TrlBlueprint) blueprint = new_blueprint ();
  g_autoptr (TrlHistory) history = trl_history_new (blueprint);
  g_autoptr (TrlEdit) edit = trl_act_paste_lines (blueprint, "a\nb\nc\nd", 0, 0, NULL, NULL, NULL);
  g_autofree char *motion = add_motion (blueprint, TRL_TYPES_RESELLER);
  const char *fixed[] = { motion, NULL };

  g_test_summary ("Notes come over or below the others, keep their order among themselves, and motions have none");
  g_assert_true (trl_edit_commit (edit));
  stack (blueprint, 2, 0, TRUE);
  g_assert_cmpstr (nth_note (blueprint, 2), ==, "a");
  g_assert_cmpstr (nth_note (blueprint, 3), ==, "c");
  stack (blueprint, 3, 1, FALSE);
  g_assert_cmpstr (nth_note (blueprint, 0), ==, "d");
  g_assert_cmpstr (nth_note (blueprint, 1), ==, "c");
  g_assert_cmpstr (nth_note (blueprint, 3), ==, "a");
  trl_change_unref (trl_history_undo (history));
  trl_change_unref (trl_history_undo (history));
  g_assert_cmpstr (nth_note (blueprint, 0), ==, "a");
  g_assert_null (trl_act_stack (blueprint, fixed, TRUE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blueprint/acts/type-becomes-motion", test_type_becomes_motion);
  g_test_add_func ("/blueprint/acts/routes", test_routes);
  g_test_add_func ("/blueprint/acts/bundles", test_bundles);
  g_test_add_func ("/blueprint/acts/incentive-defaults", test_incentive_defaults);
  g_test_add_func ("/blueprint/acts/refit", test_refit);
  g_test_add_func ("/blueprint/acts/note-becomes", test_note_becomes);
  g_test_add_func ("/blueprint/acts/delete-parks", test_delete_parks);
  g_test_add_func ("/blueprint/acts/arrange", test_arrange);
  g_test_add_func ("/blueprint/acts/stack", test_stack);
  g_test_add_func ("/blueprint/acts/connect", test_connect);
  g_test_add_func ("/blueprint/acts/delete-tier", test_delete_tier);
  g_test_add_func ("/blueprint/acts/delete-only-tier", test_delete_only_tier);
  g_test_add_func ("/blueprint/acts/refit-lost-rung", test_refit_lost_rung);
  g_test_add_func ("/blueprint/acts/strip", test_strip);
  g_test_add_func ("/blueprint/acts/structure", test_structure);
  g_test_add_func ("/blueprint/acts/duplicate-motion", test_duplicate_motion);
  g_test_add_func ("/blueprint/acts/copy-paste", test_copy_paste);
  g_test_add_func ("/blueprint/acts/copy-links", test_copy_links);
  g_test_add_func ("/blueprint/acts/cut-paste", test_cut_paste);
  g_test_add_func ("/blueprint/acts/paste-lines", test_paste_lines);
  g_test_add_func ("/blueprint/acts/outline", test_outline);
  g_test_add_func ("/blueprint/acts/decide", test_decide);
  g_test_add_func ("/blueprint/acts/split", test_split);
  return g_test_run ();
}
