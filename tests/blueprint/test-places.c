/* test-places.c: what may lie where. */

#include "config.h"

#include "random-design.h"

typedef struct
{
  TrlBlueprint *blueprint;
  char         *motion;
} Fixture;

static void
setup (Fixture       *f,
       gconstpointer  data)
{
  TrlCargo agency = { TRL_KIND_TYPE, trl_catalogue_get (TRL_CATALOGUE_TYPES, TRL_TYPES_AGENCY), TRL_BUNDLE_NONE, NULL };
  g_autoptr (TrlEdit) edit = NULL;

  f->blueprint = trl_blueprint_new ();
  trl_blueprint_count_ids (f->blueprint);
  edit = trl_act_add (f->blueprint, &agency, NULL, 0, 0, &f->motion);
  trl_edit_commit (edit);
}

static void
teardown (Fixture       *f,
          gconstpointer  data)
{
  g_free (f->motion);
  g_assert_finalize_object (f->blueprint);
}

static void
test_lawful (Fixture       *f,
             gconstpointer  data)
{
  static const struct { TrlKind kind; TrlSlot slot; gboolean lawful; } cases[] = {
    { TRL_KIND_TIER, TRL_SLOT_TIERS, TRUE },
    { TRL_KIND_TIER, TRL_SLOT_INCENTIVES, FALSE },
    { TRL_KIND_INCENTIVE, TRL_SLOT_INCENTIVES, TRUE },
    { TRL_KIND_INCENTIVE, TRL_SLOT_PATH, FALSE },
    { TRL_KIND_STEP, TRL_SLOT_PATH, TRUE },
    { TRL_KIND_NOTE, TRL_SLOT_INCENTIVES, TRUE },
    { TRL_KIND_METRIC, TRL_SLOT_NONE, TRUE },
    { TRL_KIND_METRIC, TRL_SLOT_TIERS, FALSE },
    { TRL_KIND_MOTION, TRL_SLOT_TIERS, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TrlCargo cargo = { cases[i].kind, NULL, TRL_BUNDLE_NONE, NULL };
      TrlPlace place = trl_places_ask (f->blueprint, &cargo, f->motion, cases[i].slot);
      g_autofree char *reason = trl_place_explain (f->blueprint, &cargo, &place);

      g_assert_cmpint (place.lawful, ==, cases[i].lawful);
      g_assert_cmpint (reason == NULL, ==, cases[i].lawful);
    }
}

static void
test_words (Fixture       *f,
            gconstpointer  data)
{
  TrlCargo fee = { TRL_KIND_INCENTIVE, trl_catalogue_get (TRL_CATALOGUE_INCENTIVES, TRL_INCENTIVES_FLAT_FEE), TRL_BUNDLE_NONE, NULL };
  TrlPlace place = trl_places_ask (f->blueprint, &fee, f->motion, TRL_SLOT_INCENTIVES);
  g_autofree char *words = trl_place_describe (f->blueprint, &fee, &place);

  g_assert_cmpstr (words, ==, "Add to Agency · Incentives");
}

static void
test_list_agrees (Fixture       *f,
                  gconstpointer  data)
{
  g_autoptr (GRand) random = random_design_seed ();
  g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 80);

  g_test_summary ("Every place that is promised as lawful takes the card: the act succeeds and the card lies there");
  for (int kind = TRL_KIND_METRIC; kind <= TRL_KIND_NOTE; kind++)
    {
      TrlCargo cargo = { kind, NULL, TRL_BUNDLE_NONE, NULL };
      g_autoptr (GArray) places = trl_places_list (blueprint, &cargo);
      gboolean refused = FALSE;

      for (guint i = 0; i < places->len; i++)
        {
          TrlPlace *place = &g_array_index (places, TrlPlace, i);
          g_autoptr (TrlEdit) edit = trl_act_drop (blueprint, &cargo, place, 0, 1, 2, NULL);
          g_autofree char *words = trl_place_describe (blueprint, &cargo, place);

          g_assert_cmpint (edit != NULL, ==, place->lawful);
          g_assert_false (place->lawful && refused);   /* lawful ones first */
          g_assert_nonnull (words);
          refused |= !place->lawful;
        }
    }
}

static void
test_not_in_itself (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr (GRand) random = random_design_seed ();
  g_autoptr (TrlBlueprint) blueprint = random_design_new (random, 80);
  const GPtrArray *motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);

  for (guint i = 0; i < motions->len; i++)
    {
      const char *id = trl_card_get_id (g_ptr_array_index (motions, i));
      TrlCargo cargo = trl_cargo_for_card (blueprint, id);

      for (int slot = 1; slot < TRL_N_SLOTS; slot++)
        if (trl_slot_get_info (slot)->parent == TRL_KIND_MOTION)
          g_assert_false (trl_places_ask (blueprint, &cargo, id, slot).lawful);
    }
}

#define ADD(path, func) g_test_add ("/blueprint/places/" path, Fixture, NULL, setup, func, teardown)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("lawful", test_lawful);
  ADD ("words", test_words);
  ADD ("list-agrees", test_list_agrees);
  ADD ("not-in-itself", test_not_in_itself);
  return g_test_run ();
}
