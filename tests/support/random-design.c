/* random-design.c: seeded random designs and edits, for property tests.
 *
 * Steps are drawn from the vocabulary, not from a list made for the tests: a
 * new kind, slot or member is tried from the day on that it has a row. */

#include "config.h"

#include "random-design.h"

#include <math.h>

static const char * const words[] = {
  "Gold", "Silver & Söhne", "<b>no markup</b>", "مرحبا", "≥ → ×", "\"quoted\" \\ back", "a, b; c", "%s %n", "=1+1", "日本"
};

static void
collect_card (gpointer card,
              gpointer user_data)
{
  g_ptr_array_add (user_data, card);
}

/* Any card as the edit leaves it, or NULL. */
static TrlCard *
pick_card (TrlEdit *edit,
           GRand   *random)
{
  g_autoptr (GPtrArray) cards = g_ptr_array_new ();

  trl_blueprint_foreach (trl_edit_get_blueprint (edit), collect_card, cards);
  return trl_edit_get (edit, trl_card_get_id (g_ptr_array_index (cards, g_rand_int_range (random, 0, cards->len))));
}

static TrlCard *
pick_card_of (TrlEdit *edit,
              GRand   *random,
              TrlKind  kind)
{
  for (int i = 0; i < 8; i++)
    {
      TrlCard *card = pick_card (edit, random);

      if (card != NULL && (kind == TRL_KIND_NONE || trl_card_get_kind (card) == kind))
        return card;
    }
  return NULL;
}

static TrlValue *
random_number (GRand *random)
{
  static const double numbers[] = { 0, 1, 0.1, 1e20, 1e-8, 123456.789, -3, 9007199254740991.0 };

  if (g_rand_boolean (random))
    return trl_value_new_number (g_rand_int_range (random, 0, 200));
  return trl_value_new_number (numbers[g_rand_int_range (random, 0, G_N_ELEMENTS (numbers))]);
}

static TrlValue *
random_choice (GRand               *random,
               const TrlMemberInfo *info)
{
  guint n;
  const TrlChoiceInfo *choices = trl_choices_get (info->of, &n);

  return trl_value_new_text (choices[g_rand_int_range (random, 0, n)].id);
}

static TrlValue *
random_entry (GRand               *random,
              const TrlMemberInfo *info)
{
  if (g_rand_int_range (random, 0, 10) == 0)
    return trl_value_new_text ("something-newer");
  return trl_value_new_text (trl_catalogue_get (info->of, g_rand_int_range (random, 0, trl_catalogue_get_size (info->of)))->id);
}

static TrlValue *
random_ref (TrlEdit             *edit,
            GRand               *random,
            const TrlMemberInfo *info)
{
  TrlCard *card = pick_card_of (edit, random, info->of);
  const char *ids[2] = { NULL, NULL };

  if (card == NULL)
    return NULL;
  ids[0] = trl_card_get_id (card);
  return info->type == TRL_VALUE_REF ? trl_value_new_text (ids[0]) : trl_value_new_list (ids);
}

static TrlValue *
random_value (TrlEdit             *edit,
              GRand               *random,
              const TrlMemberInfo *info)
{
  gboolean has_states = info->type != TRL_VALUE_NAME && info->type != TRL_VALUE_TEXT && info->group != TRL_GROUP_HIDDEN;

  if (g_rand_int_range (random, 0, 10) == 0)
    return NULL;
  if (has_states && g_rand_int_range (random, 0, 12) == 0)
    return trl_value_new_unknown (g_rand_boolean (random) ? "Anna" : NULL);
  if (has_states && g_rand_int_range (random, 0, 12) == 0)
    return trl_value_new_not_applicable ();

  switch (info->type)
    {
    case TRL_VALUE_NUMBER:
      return random_number (random);
    case TRL_VALUE_YES_NO:
      return trl_value_new_yes_no (g_rand_boolean (random));
    case TRL_VALUE_DATE:
      return trl_value_new_text ("2026-11-23");
    case TRL_VALUE_CHOICE:
      return random_choice (random, info);
    case TRL_VALUE_ENTRY:
      return random_entry (random, info);
    case TRL_VALUE_UNIT:
      return trl_value_new_text (g_rand_boolean (random) ? "%" : "money");
    case TRL_VALUE_CURRENCY:
      return trl_value_new_text (g_rand_boolean (random) ? "EUR" : "USD");
    case TRL_VALUE_REF:
    case TRL_VALUE_REFS:
      return random_ref (edit, random, info);
    case TRL_VALUE_NAME:
    case TRL_VALUE_TEXT:
    case TRL_VALUE_LINE:
    case TRL_VALUE_LEVEL:
    default:
      return trl_value_new_text (words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
    }
}

static void
step_set (TrlEdit *edit,
          GRand   *random)
{
  TrlCard *card = pick_card (edit, random);
  g_autoptr (TrlValue) value = NULL;
  TrlMember first, end, member;

  if (card == NULL || trl_card_get_kind (card) == TRL_KIND_FOREIGN)
    return;
  trl_kind_get_members (trl_card_get_kind (card), &first, &end);
  member = g_rand_int_range (random, first, end);
  value = random_value (edit, random, trl_member_get_info (member));
  trl_edit_set (edit, trl_card_get_id (card), member, value);
}

static TrlSlot
random_slot (GRand   *random,
             TrlKind  parent)
{
  TrlSlot slots[TRL_N_SLOTS];
  guint n = 0;

  for (int slot = 1; slot < TRL_N_SLOTS; slot++)
    if (trl_slot_get_info (slot)->parent == parent)
      slots[n++] = slot;
  return n > 0 ? slots[g_rand_int_range (random, 0, n)] : TRL_SLOT_NONE;
}

static void
step_insert (TrlEdit *edit,
             GRand   *random)
{
  TrlCard *parent = pick_card (edit, random);
  TrlSlot slot = parent != NULL ? random_slot (random, trl_card_get_kind (parent)) : TRL_SLOT_NONE;
  TrlKind kind;

  if (slot == TRL_SLOT_NONE)
    return;
  kind = trl_slot_get_info (slot)->child;
  if (kind == TRL_KIND_NONE)
    kind = g_rand_boolean (random) ? TRL_KIND_TIER : TRL_KIND_INCENTIVE;
  trl_edit_insert (edit, kind, trl_card_get_id (parent), slot, g_rand_int_range (random, -1, 6));
}

static void
step_remove (TrlEdit *edit,
             GRand   *random)
{
  TrlCard *card = pick_card (edit, random);

  if (card != NULL && trl_card_get_kind (card) != TRL_KIND_PROGRAM)
    trl_edit_remove (edit, trl_card_get_id (card));
}

static gboolean
lies_in (TrlEdit    *edit,
         const char *id,
         const char *ancestor)
{
  for (TrlCard *card = trl_edit_get (edit, id); card != NULL; card = trl_edit_get (edit, trl_card_get_parent (card)))
    if (g_str_equal (trl_card_get_id (card), ancestor))
      return TRUE;
  return FALSE;
}

static void
step_place (TrlEdit *edit,
            GRand   *random)
{
  TrlCard *card = pick_card (edit, random);
  TrlCard *parent = pick_card (edit, random);
  TrlSlot slot;

  if (card == NULL || parent == NULL || trl_card_get_kind (card) == TRL_KIND_PROGRAM)
    return;
  if (g_rand_boolean (random))
    parent = trl_edit_get (edit, trl_card_get_parent (card));   /* reorder */
  slot = trl_slot_for_child (trl_card_get_kind (parent), trl_card_get_kind (card));
  if (slot != TRL_SLOT_NONE && !lies_in (edit, trl_card_get_id (parent), trl_card_get_id (card)))
    trl_edit_place (edit, trl_card_get_id (card), trl_card_get_id (parent), slot, g_rand_int_range (random, -1, 6));
}

void
random_design_step (TrlEdit *edit,
                    GRand   *random)
{
  int dice = g_rand_int_range (random, 0, 20);

  if (dice < 8)
    step_insert (edit, random);
  else if (dice < 15)
    step_set (edit, random);
  else if (dice < 19)
    step_place (edit, random);
  else
    step_remove (edit, random);
}

TrlEdit *
random_design_edit (TrlBlueprint *blueprint,
                    GRand        *random)
{
  TrlEdit *edit = trl_edit_new (blueprint, "Random");

  for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
    random_design_step (edit, random);
  return edit;
}

TrlBlueprint *
random_design_new (GRand *random,
                   guint  n_edits)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();

  trl_blueprint_count_ids (blueprint);
  for (guint i = 0; i < n_edits; i++)
    {
      g_autoptr (TrlEdit) edit = random_design_edit (blueprint, random);

      trl_edit_commit (edit);
    }
  return blueprint;
}

static void
dump_value (GString  *out,
            TrlValue *value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (out, "%d ", trl_value_get_state (value));
  if (trl_value_get_form (value) == TRL_FORM_NUMBER)
    g_string_append (out, g_ascii_dtostr (number, sizeof number, trl_value_get_number (value)));
  if (trl_value_get_text (value) != NULL)
    g_string_append (out, trl_value_get_text (value));
  if (trl_value_get_owner (value) != NULL)
    g_string_append (out, trl_value_get_owner (value));
  for (const char * const *item = trl_value_get_list (value); *item != NULL; item++)
    g_string_append_printf (out, "%s,", *item);
}

static void
dump_card (gpointer data,
           gpointer user_data)
{
  TrlCard *card = data;
  GString *out = user_data;
  TrlMember first, end;

  g_string_append_printf (out, "%s in %s slot %d\n", trl_card_get_id (card),
                          trl_card_get_parent (card) != NULL ? trl_card_get_parent (card) : "-",
                          trl_card_get_slot (card));
  trl_kind_get_members (trl_card_get_kind (card), &first, &end);
  for (TrlMember member = first; member < end; member++)
    if (trl_card_get_value (card, member) != NULL)
      {
        g_string_append_printf (out, "  %s: ", trl_member_get_info (member)->path);
        dump_value (out, trl_card_get_value (card, member));
        g_string_append_c (out, '\n');
      }
}

char *
random_design_dump (TrlBlueprint *blueprint)
{
  GString *out = g_string_new (NULL);

  trl_blueprint_foreach (blueprint, dump_card, out);
  return g_string_free (out, FALSE);
}

GRand *
random_design_seed (void)
{
  const char *given = g_getenv ("TRL_TEST_SEED");
  gboolean fresh = g_getenv ("TRL_TEST_LONG") != NULL;
  guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10) : fresh ? g_random_int () : 20261123;

  g_test_message ("TRL_TEST_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}

guint
random_design_rounds (guint usual)
{
  return g_getenv ("TRL_TEST_LONG") != NULL ? usual * 100 : usual;
}
