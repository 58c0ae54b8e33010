/* test-story.c: the founder's first motion, laid out on a blank board by
 * hand, and again without touching the pointer.
 *
 * Every card is carried from the palette; only names and numbers are typed. In
 * the end the design has the cards and the numbers of the worked example. */

#include "play.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define BOARD "Board*"

/* What is carried where, what the board says to that, and what is typed on the
 * card that comes of it: F2, a name, Tab, a number. Without an item something
 * is typed on a card that is there. */
typedef struct
{
  const char *words;    /* by which the palette finds the item */
  const char *item;
  const char *onto;
  const char *hint;
  const char *card;
  const char *typed;
  gboolean    rare;       /* the palette shows it only to those who look for it */
} Row;

static const Row technology[] = {
  { "technology", "Technology, Partner type", BOARD, "New motion for Technology", "Motion Technology*", NULL },
  { "two-tier", "Two-tier ladder, Tier", "Motion Technology*", "Add to Technology · Tiers", "Tier Connected, Technology*", "Connected\n" },
  { NULL, NULL, NULL, NULL, "Criterion co-sell pipeline, Technology*", "250000\n" },
  { NULL, NULL, NULL, NULL, "Criterion joint customers, Technology*", "5\n" },
  { "live integration", "Live integration, Criterion", "Tier Strategic, Technology*", "Add to Strategic · Criteria", "Criterion live integration, Technology*", NULL, TRUE },
  { "marketing fund", "Marketing fund, Benefit", "Tier Strategic, Technology*", "Add to Strategic · Benefits", "Benefit marketing fund, Technology*", "5000\n", TRUE },
  { "co-sell", "Co-sell credit, Incentive", "Motion Technology*", "Add to Technology · Incentives", "Incentive Co-sell credit, Technology*", "Co-sell credit\t8\t12\n" },
  { "cap", "Cap, Cap", "Incentive Co-sell credit, Technology*", "Add to Co-sell credit · Caps", "Incentive Co-sell credit, Technology*", "4000\n", TRUE },
  { "sandbox", "Sandbox, Step", "Motion Technology*", "Add to Technology · Enablement", "Step Sandbox, Technology*", "Sandbox\t20\n", TRUE },
  { "certification", "Certification, Step", "Motion Technology*", "Add to Technology · Enablement", "Step Certification, Technology*", "Certified\t30\n" },
  { "listed", "Listed, Step", "Motion Technology*", "Add to Technology · Enablement", "Step Listed, Technology*", "Listed\t20\n", TRUE },
  { "first deal", "First deal, Step", "Motion Technology*", "Add to Technology · Enablement", "Step First deal, Technology*", "First deal\t50\n" },
  { "sourced pipeline", "Sourced pipeline, Metric", "Program*", "Add to the goal*", "Metric Sourced pipeline*", "Sourced pipeline\t1300000\n" },
  { NULL }
};

/* Where a new motion goes: in the middle of a bare board, or right of the one
 * that is there. */
static void
find_bare_place (Play       *play,
                 const char *beside,
                 TrlBox     *box)
{
  g_autoptr (TrlNode) node = NULL;

  trl_stage_key (play->stage, "ctrl+minus");
  node = trl_stage_find (play->stage, ATSPI_ROLE_INVALID, beside);
  trl_stage_box (play->stage, node, box);
  box->y += box->height / 2;
  if (strcmp (beside, BOARD) == 0)
    return;
  box->x += box->width + 20;
  box->width = 1;
}

/* Near its top a card is itself; further down may lie what it holds. */
static void
find_card_place (Play       *play,
                 const char *card,
                 TrlBox     *box)
{
  g_autoptr (TrlNode) node = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, card);

  trl_stage_box (play->stage, node, box);
  box->y += MIN (10, box->height / 2);
}

/* The whole board in view, and every card large enough to be taken. */
static void
step_back (Play *play)
{
  trl_stage_key (play->stage, "ctrl+1");
}

/* Carries an item of the palette onto a card, and drops it if the board says
 * what that would do. */
static void
carry (Play      *play,
       const Row *row)
{
  g_autoptr (TrlNode) item = NULL;
  TrlBox box, target;

  step_back (play);
  if (g_str_has_prefix (row->hint, "New motion"))
    find_bare_place (play, row->onto, &target);
  else
    find_card_place (play, row->onto, &target);
  if (row->rare)
    {
      trl_stage_key (play->stage, "ctrl+shift+f");
      trl_stage_type (play->stage, row->words);
    }
  item = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, row->item);
  trl_stage_box (play->stage, item, &box);
  trl_stage_point (play->stage, box.x + box.width / 2, box.y + box.height / 2);
  trl_stage_press (play->stage, 1);
  trl_stage_drag_to (play->stage, target.x + target.width / 2, target.y);
  see (play, TRL_STAGE_VOICE, row->hint);
  trl_stage_release (play->stage, 1);
  trl_stage_settle (play->stage);
  if (row->rare)
    leave_palette (play);
}

static void
lay_by_hand (Play      *play,
             const Row *row)
{
  for (; row->card != NULL; row++)
    {
      g_test_message ("by hand: %s", row->item != NULL ? row->item : row->card);
      if (row->item != NULL)
        carry (play, row);
      else
        {
          g_autoptr (TrlNode) card = NULL;

          step_back (play);
          card = trl_stage_find (play->stage, ATSPI_ROLE_LIST_ITEM, row->card);
          trl_stage_click (play->stage, card);
        }
      see_card (play, row->card);
      if (row->typed != NULL)
        {
          trl_stage_key (play->stage, "F2");
          trl_stage_type (play->stage, row->typed);
        }
    }
}

/* Looks something up in the palette and adds it to what is selected, or to the
 * nearest card around that which takes it. */
static void
look_up (Play      *play,
         const Row *row)
{
  trl_stage_key (play->stage, "ctrl+shift+f");
  trl_stage_type (play->stage, row->words);
  step_to (play, "Down", row->item);
  trl_stage_key (play->stage, "Return");
  leave_palette (play);
}

static void
lay_by_keys (Play      *play,
             const Row *row)
{
  for (; row->card != NULL; row++)
    {
      g_test_message ("by keys: %s", row->item != NULL ? row->item : row->card);
      if (row->item == NULL)
        step_to (play, "Tab", row->card);
      else
        look_up (play, row);
      see_card (play, row->card);
      if (row->typed != NULL)
        {
          trl_stage_key (play->stage, "F2");
          trl_stage_type (play->stage, row->typed);
        }
    }
}

/* A hand drops where it likes, and ids are random: both are left out of the
 * comparison, ids by their order. */
static char *
compared (const char *text)
{
  g_autoptr (GRegex) place = g_regex_new ("\\n *\"board\": \\{[^}]*\\},?", 0, 0, NULL);
  g_autoptr (GRegex) id = g_regex_new ("\"id\": \"([^\"]*)\"", 0, 0, NULL);
  g_autofree char *rest = g_regex_replace_literal (place, text, -1, 0, "", 0, NULL);
  g_autoptr (GString) all = g_string_new (rest);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (id, rest, 0, &match);
  for (guint i = 1; g_match_info_matches (match); i++)
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *old = g_strdup_printf ("\"%s\"", name);
      g_autofree char *new = g_strdup_printf ("\"%u\"", i);

      g_string_replace (all, old, new, 0);
      g_match_info_next (match, NULL);
    }
  return g_string_free (g_steal_pointer (&all), FALSE);
}

/* Presses undo for as long as there is something to undo. */
static void
undo_all (Play *play)
{
  while (is_sensitive (play, "Undo"))
    trl_stage_key (play->stage, "ctrl+z");
}

static void
add_member (GString    *words,
            JsonObject *card,
            const char *name)
{
  JsonNode *node = json_object_get_member (card, name);

  if (node == NULL)
    return;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    g_string_append_printf (words, " %s", json_node_get_string (node));
  else
    g_string_append_printf (words, " %g", json_node_get_double (node));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char **) a, *(char **) b);
}

/* A line for each card in an array: what it is, and the members asked for. */
static void
add_cards (GString    *words,
           JsonObject *parent,
           const char *slot,
           gboolean    in_order,
           ...)
{
  JsonArray *cards = json_object_has_member (parent, slot) ? json_object_get_array_member (parent, slot) : NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; cards != NULL && i < json_array_get_length (cards); i++)
    {
      GString *line = g_string_new (slot);
      const char *name;
      va_list names;

      va_start (names, in_order);
      while ((name = va_arg (names, const char *)) != NULL)
        add_member (line, json_array_get_object_element (cards, i), name);
      va_end (names);
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  if (!in_order)
    g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (words, "%s\n", (const char *) lines->pdata[i]);
}

static void
add_motion (GString    *words,
            JsonObject *motion)
{
  static const char *const holders[] = { "tiers", "incentives" };

  g_string_append_printf (words, "motion %s\n", json_object_get_string_member (motion, "name"));
  for (guint h = 0; h < G_N_ELEMENTS (holders); h++)
    {
      JsonArray *cards = json_object_get_array_member (motion, holders[h]);

      for (guint i = 0; i < json_array_get_length (cards); i++)
        {
          JsonObject *card = json_array_get_object_element (cards, i);

          g_string_append_printf (words, "%s %s\n", holders[h], json_object_get_string_member (card, "name"));
          add_cards (words, card, "criteria", FALSE, "metric", "is", "value", "per", NULL);
          add_cards (words, card, "benefits", FALSE, "kind", "level", "value", "unit", "per", NULL);
          add_cards (words, card, "rates", TRUE, "value", "unit", NULL);
          add_cards (words, card, "cap", TRUE, "value", "unit", "per", NULL);
        }
    }
  add_cards (words, motion, "path", TRUE, "kind", "name", "days", NULL);
}

/* The design in words: the cards and their numbers, without what no hand can
 * place or type on the board (owners, conditions, assumptions). */
static char *
design_in_words (const char         *text,
                 const char * const *names)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  JsonArray *motions;

  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  motions = json_object_get_array_member (root, "motions");
  for (guint i = 0; i < json_array_get_length (motions); i++)
    if (g_strv_contains (names, json_object_get_string_member (json_array_get_object_element (motions, i), "name")))
      add_motion (words, json_array_get_object_element (motions, i));
  add_cards (words, root, "metrics", TRUE, "kind", "role", "name", NULL);
  add_member (words, json_object_get_object_member (json_array_get_object_element (json_object_get_array_member (root, "metrics"), 0), "target"), "value");
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_like_the_example (const char         *text,
                         const char * const *names)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "templates", "founder-after.trellis", NULL);
  g_autofree char *example = read_file (file);
  g_autofree char *is = design_in_words (text, names);
  g_autofree char *should = design_in_words (example, names);

  g_assert_cmpstr (is, ==, should);
}

/* Lays motions out in both ways: the files are equal, they are like the
 * example, and when everything is undone the file is as it was. */
static void
tell (const char * const *names,
      const Row * const  *motions)
{
  Play hand = { NULL }, keys = { NULL };
  g_autofree char *by_hand = NULL, *by_keys = NULL;
  g_autofree char *one = NULL, *other = NULL, *after = NULL;

  play_begin (&hand, NULL);
  for (guint i = 0; motions[i] != NULL; i++)
    lay_by_hand (&hand, motions[i]);
  by_hand = save (&hand);
  assert_like_the_example (by_hand, names);
  undo_all (&hand);
  after = save (&hand);
  g_assert_cmpstr (after, ==, hand.before);
  play_end (&hand);

  play_begin (&keys, NULL);
  for (guint i = 0; motions[i] != NULL; i++)
    lay_by_keys (&keys, motions[i]);
  by_keys = save (&keys);
  one = compared (by_hand);
  other = compared (by_keys);
  g_assert_cmpstr (one, ==, other);
  play_end (&keys);
}

static void
test_technology (void)
{
  const char *names[] = { "Technology", NULL };
  const Row *motions[] = { technology, NULL };

  tell (names, motions);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/window/story/technology", test_technology);
  return g_test_run ();
}
