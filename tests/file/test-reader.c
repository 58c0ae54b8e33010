/* test-reader.c: from bytes to a blueprint and back. */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "edit.h"
#include "patience.h"
#include "reader.h"
#include "strict.h"
#include "writer.h"

#define HEAD "{\"format\":\"trellis-blueprint\",\"version\":1"

static TrlReader *
read_text (const char  *text,
           GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return trl_reader_read (bytes, error);
}

static TrlReader *
read_well (const char *text)
{
  g_autoptr (GError) error = NULL;
  TrlReader *reader = read_text (text, &error);

  g_assert_no_error (error);
  return reader;
}

/* Writes what was read from @text, twice, and gives it back. */
static char *
rewrite (const char *text)
{
  g_autoptr (TrlReader) reader = read_well (text);
  g_autofree char *once = trl_writer_write (trl_reader_get_blueprint (reader), NULL);
  g_autoptr (TrlReader) again = read_well (once);
  char *twice = trl_writer_write (trl_reader_get_blueprint (again), NULL);

  g_assert_cmpstr (once, ==, twice);
  g_assert_cmpuint (trl_reader_get_repairs (again)->len, ==, 0);
  return twice;
}

static void
assert_canonical (const char *text)
{
  g_autofree char *written = rewrite (text);

  g_assert_cmpstr (written, ==, text);
}

typedef struct
{
  const char *text;
  int         code;
  guint       line;
  guint       column;
  const char *pointer;
} Refused;

static const Refused refused[] = {
  { "", TRL_READER_ERROR_INVALID, 1, 1, "" },
  { " \n", TRL_READER_ERROR_INVALID, 2, 1, "" },
  { HEAD, TRL_READER_ERROR_INVALID, 1, 42, "/version" },
  { "[1e400]", TRL_READER_ERROR_INVALID, 1, 2, "/0" },
  { "{}", TRL_READER_ERROR_NOT_A_BLUEPRINT, 1, 1, "" },
  { "[]", TRL_READER_ERROR_NOT_A_BLUEPRINT, 1, 1, "" },
  { "1", TRL_READER_ERROR_NOT_A_BLUEPRINT, 1, 1, "" },
  { "\"trellis-blueprint\"", TRL_READER_ERROR_NOT_A_BLUEPRINT, 1, 1, "" },
  { "{\"format\":\"canvas\"}", TRL_READER_ERROR_NOT_A_BLUEPRINT, 1, 11, "/format" },
  { "{\"format\":\"trellis-blueprint\"}", TRL_READER_ERROR_INVALID, 1, 1, "" },
  { "{\"format\":\"trellis-blueprint\",\"version\":\"1\"}", TRL_READER_ERROR_INVALID, 1, 41, "/version" },
  { "{\"format\":\"trellis-blueprint\",\"version\":0}", TRL_READER_ERROR_INVALID, 1, 41, "/version" },
  { "{\"format\":\"trellis-blueprint\",\"version\":1.5}", TRL_READER_ERROR_INVALID, 1, 41, "/version" },
  { "{\"format\":\"trellis-blueprint\",\"version\":2}", TRL_READER_ERROR_TOO_NEW, 1, 41, "/version" },
  { "{\"format\":\"trellis-blueprint\",\"version\":1e300}", TRL_READER_ERROR_TOO_NEW, 1, 41, "/version" },
  { HEAD ",\"program\":[]}", TRL_READER_ERROR_INVALID, 1, 53, "/program" },
  { HEAD ",\n\"program\":{\"name\":5}}", TRL_READER_ERROR_INVALID, 2, 19, "/program/name" },
  { HEAD ",\"motions\":{}}", TRL_READER_ERROR_INVALID, 1, 53, "/motions" },
  { HEAD ",\"motions\":[1]}", TRL_READER_ERROR_INVALID, 1, 54, "/motions/0" },
  { HEAD ",\"motions\":[{\"id\":7}]}", TRL_READER_ERROR_INVALID, 1, 60, "/motions/0/id" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"deal\":{\"size\":\"much\"}}]}", TRL_READER_ERROR_INVALID, 1, 79, "/motions/0/deal/size" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"deal\":{\"size\":9007199254740993}}]}", TRL_READER_ERROR_INVALID, 1, 79, "/motions/0/deal/size" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"catchAll\":1}]}", TRL_READER_ERROR_INVALID, 1, 75, "/motions/0/catchAll" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"types\":[1]}]}", TRL_READER_ERROR_INVALID, 1, 73, "/motions/0/types/0" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"types\":\"t\"}]}", TRL_READER_ERROR_INVALID, 1, 72, "/motions/0/types" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"owner\":{\"who\":\"me\"}}]}", TRL_READER_ERROR_INVALID, 1, 72, "/motions/0/owner" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"owner\":{}}]}", TRL_READER_ERROR_INVALID, 1, 72, "/motions/0/owner" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"owner\":{\"unknown\":1}}]}", TRL_READER_ERROR_INVALID, 1, 72, "/motions/0/owner" },
  { HEAD ",\"motions\":[{\"id\":\"m\",\"owner\":{\"unknown\":\"Ann\",\"by\":\"May\"}}]}",
    TRL_READER_ERROR_INVALID, 1, 72, "/motions/0/owner" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      const Refused *c = &refused[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (TrlReader) reader = read_text (c->text, &error);
      g_autofree char *place = NULL;
      const char *pointer;
      guint line, column;

      g_test_message ("%s: %s", c->text, error != NULL ? error->message : "read");
      g_assert_null (reader);
      g_assert_error (error, TRL_READER_ERROR, c->code);
      g_assert_true (trl_reader_error_get_place (error, &line, &column, &pointer));
      g_assert_cmpuint (line, ==, c->line);
      g_assert_cmpuint (column, ==, c->column);
      g_assert_cmpstr (pointer, ==, c->pointer);
      place = g_strdup_printf ("Line %u, column %u: %s", line, column, trl_reader_error_get_text (error));
      g_assert_true (g_str_has_prefix (error->message, place));
    }
}

/* Good JSON that is nothing of ours, of each kind of the parsing suite. */
static void
test_other_json (void)
{
  static const char * const texts[] = {
    "[]", "[[] ]", "[1,null,false,\"\"]", "{\"a\":[]}", "null", "-0", "0.5e-3", "\"\\uD834\\uDD1E\"", " [true]\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (texts[i], &error));
      g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_NOT_A_BLUEPRINT);
    }
}

static const char whole[] =
  "{\n"
  "  \"format\": \"trellis-blueprint\",\n"
  "  \"version\": 1,\n"
  "  \"program\": {\n"
  "    \"name\": \"Nordwind\",\n"
  "    \"status\": \"draft\",\n"
  "    \"currency\": \"EUR\",\n"
  "    \"partners\": { \"now\": 30, \"planned\": \"unknown\" },\n"
  "    \"decided\": [\n"
  "      { \"id\": \"d-1\", \"what\": \"types\", \"state\": \"decided\", \"by\": \"Ann\", \"on\": \"2026-11-23\" }\n"
  "    ]\n"
  "  },\n"
  "  \"metrics\": [\n"
  "    {\n"
  "      \"id\": \"k-1\",\n"
  "      \"name\": \"Pipeline\",\n"
  "      \"kind\": \"sourced-pipeline\",\n"
  "      \"baseline\": { \"unknown\": \"Finance\" }\n"
  "    }\n"
  "  ],\n"
  "  \"types\": [\n"
  "    { \"id\": \"t-1\", \"kind\": \"agency\" }\n"
  "  ],\n"
  "  \"motions\": [\n"
  "    {\n"
  "      \"id\": \"m-1\",\n"
  "      \"name\": \"Agency\",\n"
  "      \"types\": [\"t-1\"],\n"
  "      \"catchAll\": false,\n"
  "      \"serves\": [\"k-1\"],\n"
  "      \"deal\": { \"size\": 20000, \"grossMargin\": \"n/a\" },\n"
  "      \"board\": { \"x\": 0, \"y\": -12.5 },\n"
  "      \"tiers\": [\n"
  "        {\n"
  "          \"id\": \"tier-1\",\n"
  "          \"name\": \"Silver\",\n"
  "          \"criteria\": [\n"
  "            { \"id\": \"c-1\", \"metric\": \"certified-people\", \"is\": \"at-least\", \"value\": 2, \"unit\": \"people\" }\n"
  "          ]\n"
  "        }\n"
  "      ],\n"
  "      \"incentives\": [\n"
  "        {\n"
  "          \"id\": \"i-1\",\n"
  "          \"kind\": \"margin\",\n"
  "          \"rates\": [\n"
  "            { \"id\": \"r-1\", \"tier\": \"tier-1\", \"value\": 20, \"unit\": \"%\" }\n"
  "          ]\n"
  "        }\n"
  "      ]\n"
  "    }\n"
  "  ],\n"
  "  \"parked\": [\n"
  "    {\n"
  "      \"card\": \"tier\",\n"
  "      \"id\": \"tier-2\",\n"
  "      \"name\": \"unknown\",\n"
  "      \"board\": { \"x\": 40, \"y\": 900 }\n"
  "    }\n"
  "  ],\n"
  "  \"notes\": [\n"
  "    { \"id\": \"n-1\", \"text\": \"Who owns this?\\nAsk.\", \"votes\": 3 }\n"
  "  ]\n"
  "}\n";

static void
test_whole (void)
{
  g_autoptr (TrlReader) reader = read_well (whole);
  TrlBlueprint *blueprint = trl_reader_get_blueprint (reader);
  TrlCard *motion = trl_blueprint_get (blueprint, "m-1");
  TrlCard *metric = trl_blueprint_get (blueprint, "k-1");
  TrlCard *root = trl_blueprint_get_root (blueprint);
  double number;

  g_assert_cmpuint (trl_reader_get_repairs (reader)->len, ==, 0);
  g_assert_cmpuint (trl_blueprint_get_n_cards (blueprint), ==, 11);
  g_assert_cmpstr (trl_card_get_text (root, TRL_PROGRAM_NAME), ==, "Nordwind");
  g_assert_cmpint (trl_card_get_state (root, TRL_PROGRAM_PARTNERS_PLANNED), ==, TRL_STATE_UNKNOWN);
  g_assert_cmpint (trl_card_get_state (motion, TRL_MOTION_DEAL_GROSS_MARGIN), ==, TRL_STATE_NOT_APPLICABLE);
  g_assert_true (trl_card_get_number (motion, TRL_MOTION_DEAL_SIZE, &number));
  g_assert_cmpfloat (number, ==, 20000);
  g_assert_true (trl_card_has_ref (motion, TRL_MOTION_TYPES, "t-1"));
  g_assert_false (trl_card_get_yes (motion, TRL_MOTION_CATCH_ALL, TRUE));
  g_assert_cmpstr (trl_value_get_owner (trl_card_get_value (metric, TRL_METRIC_BASELINE)), ==, "Finance");
  g_assert_cmpstr (trl_card_get_text (trl_blueprint_get (blueprint, "tier-2"), TRL_TIER_NAME), ==, "unknown");
  g_assert_cmpint (trl_card_get_slot (trl_blueprint_get (blueprint, "tier-2")), ==, TRL_SLOT_PARKED);
  g_assert_cmpstr (trl_card_get_parent (trl_blueprint_get (blueprint, "r-1")), ==, "i-1");
  assert_canonical (whole);
}

static void
test_places (void)
{
  g_autoptr (TrlReader) reader = read_well (whole);
  const struct { const char *id; TrlMember member; guint line, column; const char *pointer; } cases[] = {
    { TRL_ROOT_ID, TRL_MEMBER_NONE, 1, 1, "" },
    { TRL_ROOT_ID, TRL_PROGRAM_NAME, 5, 13, "/program/name" },
    { TRL_ROOT_ID, TRL_PROGRAM_PARTNERS_NOW, 8, 26, "/program/partners/now" },
    { TRL_ROOT_ID, TRL_PROGRAM_GOAL, 4, 14, "/program" },
    { "m-1", TRL_MEMBER_NONE, 25, 5, "/motions/0" },
    { "m-1", TRL_MOTION_DEAL_SIZE, 31, 25, "/motions/0/deal/size" },
    { "r-1", TRL_RATE_VALUE, 47, 55, "/motions/0/incentives/0/rates/0/value" },
    { "n-1", TRL_NOTE_TEXT, 62, 28, "/notes/0/text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *pointer = NULL;
      guint line, column;

      g_assert_true (trl_reader_locate (reader, cases[i].id, cases[i].member, &line, &column, &pointer));
      g_assert_cmpstr (pointer, ==, cases[i].pointer);
      g_assert_cmpuint (line, ==, cases[i].line);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
  g_assert_false (trl_reader_locate (reader, "nobody", TRL_MEMBER_NONE, NULL, NULL, NULL));
}

/* Members and cards of a later version stand where they stood, at every level. */
static const char future[] =
  "{\n"
  "  \"$schema\": \"https://example.org/schema\",\n"
  "  \"format\": \"trellis-blueprint\",\n"
  "  \"minor\": [1, 2.50, 1E5, 9007199254740993],\n"
  "  \"version\": 1,\n"
  "  \"generator\": { \"name\": \"Other\", \"id\": \"m-1\" },\n"
  "  \"program\": {\n"
  "    \"before\": null,\n"
  "    \"name\": \"Nordwind\",\n"
  "    \"motto\": \"up\",\n"
  "    \"second\": \"follows motto\",\n"
  "    \"strategy\": { \"why\": true, \"where\": \"DACH\", \"horizon\": 3 }\n"
  "  },\n"
  "  \"motions\": [\n"
  "    {\n"
  "      \"first\": {},\n"
  "      \"id\": \"m-1\",\n"
  "      \"after-id\": [],\n"
  "      \"name\": \"Agency\",\n"
  "      \"deal\": { \"size\": 20000, \"spread\": [1, 2] },\n"
  "      \"tempo\": { \"x\": 1 },\n"
  "      \"tiers\": [\n"
  "        { \"id\": \"tier-1\", \"name\": \"Silver\" },\n"
  "        { \"card\": \"ring\", \"id\": \"ring-1\", \"inside\": [{ \"card\": \"tier\" }] },\n"
  "        { \"id\": \"tier-2\", \"name\": \"Gold\", \"shine\": 5 }\n"
  "      ],\n"
  "      \"orbit\": \"after tiers\"\n"
  "    }\n"
  "  ],\n"
  "  \"parked\": [\n"
  "    { \"card\": \"comet\", \"id\": \"comet-1\", \"tail\": 1.0, \"board\": { \"x\": 5, \"y\": 6 } },\n"
  "    { \"card\": \"note\", \"id\": \"note-1\", \"text\": \"a\" }\n"
  "  ],\n"
  "  \"appendix\": { \"deep\": [[[\"ä\"]]] }\n"
  "}\n";

/* As it is laid out when lists of objects and lists in lists are no leaves. */
static char *
laid_out (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (TrlReader) reader = trl_reader_read (bytes, NULL);

  g_assert_nonnull (reader);
  return trl_writer_write (trl_reader_get_blueprint (reader), NULL);
}

/* The text without blanks: what stands where, whatever the layout. */
static char *
squeeze (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean inside = FALSE;

  for (; *text != '\0'; text++)
    {
      inside ^= *text == '"';
      if (inside || !g_ascii_isspace (*text))
        g_string_append_c (out, *text);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
assert_same_text (const char *a,
                  const char *b)
{
  g_autofree char *x = squeeze (a);
  g_autofree char *y = squeeze (b);

  g_assert_cmpstr (x, ==, y);
}

static void
test_unknown (void)
{
  g_autofree char *written = laid_out (future);
  g_autofree char *again = rewrite (written);

  assert_same_text (written, future);
  g_assert_cmpstr (again, ==, written);
}

static void
test_unknown_after_edit (void)
{
  g_autoptr (TrlReader) reader = read_well (future);
  TrlBlueprint *blueprint = trl_reader_get_blueprint (reader);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Edit");
  g_autoptr (GString) expected = g_string_new (future);
  g_autofree char *written = NULL;

  trl_edit_set_text (edit, "tier-2", TRL_TIER_NAME, "Platinum");
  trl_edit_set (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, NULL);
  trl_edit_set_number (edit, "comet-1", TRL_FOREIGN_X, 55);
  trl_edit_set_text (edit, "note-1", TRL_NOTE_TEXT, "b");
  g_assert_true (trl_edit_commit (edit));

  g_string_replace (expected, "Gold", "Platinum", 0);
  g_string_replace (expected, "    \"name\": \"Nordwind\",\n", "", 0);
  g_string_replace (expected, "\"x\": 5", "\"x\": 55", 0);
  g_string_replace (expected, "\"text\": \"a\"", "\"text\": \"b\"", 0);
  written = trl_writer_write (blueprint, NULL);
  assert_same_text (written, expected->str);
}

static void
assert_repairs (const char *text,
                guint       n,
                const char *pointer,
                const char *expected)
{
  g_autoptr (TrlReader) reader = read_well (text);
  const GPtrArray *repairs = trl_reader_get_repairs (reader);
  g_autofree char *written = rewrite (text);

  for (guint i = 0; i < repairs->len; i++)
    {
      const TrlRepair *repair = g_ptr_array_index (repairs, i);

      g_test_message ("%u:%u %s %s", repair->line, repair->column, repair->pointer, repair->text);
    }
  g_assert_cmpuint (repairs->len, ==, n);
  g_assert_cmpstr (((TrlRepair *) g_ptr_array_index (repairs, 0))->pointer, ==, pointer);
  assert_same_text (written, expected);
}

static void
test_repairs (void)
{
  assert_repairs (HEAD ",\"types\":[{\"kind\":\"agency\"},{\"id\":\"type-1\"},{\"id\":\"\"}]}", 2, "/types/0",
                  HEAD ",\"types\":[{\"id\":\"type-2\",\"kind\":\"agency\"},{\"id\":\"type-1\"},{\"id\":\"type-3\"}]}");
  assert_repairs (HEAD ",\"types\":[{\"id\":\"a\"},{\"id\":\"a\",\"kind\":\"msp\"}],\"motions\":[{\"id\":\"m\",\"types\":[\"a\"]}]}",
                  1, "/types/1/id",
                  HEAD ",\"types\":[{\"id\":\"a\"},{\"id\":\"type-1\",\"kind\":\"msp\"}],\"motions\":[{\"id\":\"m\",\"types\":[\"a\"]}]}");
  assert_repairs (HEAD ",\"types\":[{\"id\":\"program\"}]}", 1, "/types/0/id",
                  HEAD ",\"types\":[{\"id\":\"type-1\"}]}");
  assert_repairs (HEAD ",\"motions\":[{\"id\":\"m\",\"types\":[\"x\",\"m\"],\"copiedFrom\":\"m2\"}]}", 3, "/motions/0",
                  HEAD ",\"motions\":[{\"id\":\"m\",\"types\":[]}]}");
  assert_repairs (HEAD ",\"notes\":[{\"id\":\"n\",\"text\":null,\"board\":{\"x\":1e9,\"y\":-1e300}}]}", 3, "/notes/0/text",
                  HEAD ",\"notes\":[{\"id\":\"n\",\"board\":{\"x\":10000000,\"y\":-10000000}}]}");
}

/* A word that no list has, and a day that is none, are kept. */
static void
test_kept_words (void)
{
  const char *text = HEAD ",\"program\":{\"status\":\"frozen\",\"effective\":\"next spring\"},"
                     "\"types\":[{\"id\":\"t\",\"kind\":\"astronaut\"}]}";
  g_autofree char *written = rewrite (text);

  assert_same_text (written, text);
}

/* Every member of every kind, in each of its states. */
static void
test_every_member (void)
{
  for (int state = TRL_STATE_KNOWN; state <= TRL_STATE_NOT_APPLICABLE; state++)
    for (int member = TRL_MEMBER_NONE + 1; member < TRL_N_MEMBERS; member++)
      {
        const TrlMemberInfo *info = trl_member_get_info (member);
        g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
        g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Edit");
        g_autoptr (TrlValue) value = NULL;
        g_autoptr (TrlCard) type = trl_card_new (TRL_KIND_TYPE, "t");
        g_autoptr (TrlReader) reader = NULL;
        g_autofree char *id = NULL;
        g_autofree char *text = NULL;
        const char * const items[] = { "t", NULL };

        if (info->kind == TRL_KIND_FOREIGN)
          continue;
        trl_edit_insert_card (edit, type, TRL_ROOT_ID, TRL_SLOT_TYPES, TRL_END);
        id = g_strdup (info->kind == TRL_KIND_PROGRAM ? TRL_ROOT_ID
                       : trl_edit_insert (edit, info->kind, TRL_ROOT_ID, TRL_SLOT_PARKED, TRL_END));

        if (state == TRL_STATE_UNKNOWN)
          value = trl_value_new_unknown (member % 2 ? "Ann" : NULL);
        else if (state == TRL_STATE_NOT_APPLICABLE)
          value = trl_value_new_not_applicable ();
        else if (info->type == TRL_VALUE_NUMBER)
          value = trl_value_new_number (member + 0.25);
        else if (info->type == TRL_VALUE_YES_NO)
          value = trl_value_new_yes_no (member % 2);
        else if (info->type == TRL_VALUE_REFS && info->of == TRL_KIND_TYPE)
          value = trl_value_new_list (items);
        else if (info->type == TRL_VALUE_REFS)
          value = trl_value_new_list (items + 1);
        else if (info->type == TRL_VALUE_REF)
          value = trl_value_new_unknown ("whoever refers");
        else
          value = trl_value_new_text ("a \"b\"\\\n\tä");
        trl_edit_set (edit, id, member, value);
        trl_edit_commit (edit);

        text = trl_writer_write (blueprint, NULL);
        reader = read_well (text);
        g_assert_cmpuint (trl_reader_get_repairs (reader)->len, ==, 0);
        if (!trl_value_equal (trl_card_get_value (trl_blueprint_get (trl_reader_get_blueprint (reader), id), member), value))
          g_error ("%s of %s does not come back: %s", info->path, trl_kind_get_info (info->kind)->name, text);
      }
}

static void
test_fragment (void)
{
  g_autoptr (TrlReader) reader = read_well (future);
  TrlBlueprint *blueprint = trl_reader_get_blueprint (reader);
  const char * const ids[] = { "m-1", "note-1", "comet-1", "nobody", NULL };
  g_autofree char *text = trl_writer_write_cards (blueprint, ids, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cards = trl_reader_read_cards (text, strlen (text), &error);
  TrlCard *motion, *gold;

  g_assert_no_error (error);
  g_assert_cmpuint (cards->len, ==, 6);
  motion = g_ptr_array_index (cards, 0);
  gold = g_ptr_array_index (cards, 3);
  g_assert_null (trl_card_get_parent (motion));
  g_assert_cmpint (trl_card_get_kind (g_ptr_array_index (cards, 2)), ==, TRL_KIND_FOREIGN);
  g_assert_cmpstr (trl_card_get_id (gold), ==, "tier-2");
  g_assert_cmpstr (trl_card_get_parent (gold), ==, "m-1");
  g_assert_cmpint (trl_card_get_slot (gold), ==, TRL_SLOT_TIERS);
  g_assert_cmpuint (trl_card_get_n_extras (gold), ==, 1);
  g_assert_cmpint (trl_card_get_kind (g_ptr_array_index (cards, 4)), ==, TRL_KIND_NOTE);

  g_assert_null (trl_reader_read_cards (future, strlen (future), &error));
  g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_NOT_A_BLUEPRINT);
  g_clear_error (&error);
#define FRAGMENT(rest) "{\"format\":\"trellis-cards\"" rest "}"
  g_assert_null (trl_reader_read_cards (FRAGMENT (",\"version\":2,\"cards\":[]"), strlen (FRAGMENT (",\"version\":2,\"cards\":[]")), &error));
  g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_TOO_NEW);
  g_clear_error (&error);
  g_assert_null (trl_reader_read_cards (FRAGMENT (",\"version\":1"), strlen (FRAGMENT (",\"version\":1")), &error));
  g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (trl_reader_read_cards ("plain words", 11, &error));
  g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_INVALID);
}

static void
test_fingerprint (void)
{
  g_autoptr (TrlReader) reader = read_well (whole);
  TrlBlueprint *blueprint = trl_reader_get_blueprint (reader);
  g_autofree char *before = trl_writer_fingerprint (blueprint);
  g_autofree char *after = NULL;
  g_autofree char *moved = NULL;
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Approve");
  g_autoptr (TrlEdit) other = trl_edit_new (blueprint, "Edit");

  trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_APPROVAL_OF, before);
  trl_edit_set_choice (edit, TRL_ROOT_ID, TRL_PROGRAM_STATUS, TRL_STATUS_APPROVED);
  trl_edit_set_number (edit, "m-1", TRL_MOTION_X, 700);
  trl_edit_commit (edit);
  moved = trl_writer_fingerprint (blueprint);
  g_assert_cmpstr (before, ==, moved);

  trl_edit_set_number (other, "r-1", TRL_RATE_VALUE, 25);
  trl_edit_commit (other);
  after = trl_writer_fingerprint (blueprint);
  g_assert_cmpstr (before, !=, after);
}

static GBytes *
load (const char  *path,
      GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return trl_reader_load (file, error);
}

static void
test_no_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("trellis-XXXXXX", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_autoptr (GError) error = NULL;
  gint64 start = trl_test_clock ();

  g_assert_null (load (folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_null (load (fifo, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_null (load ("/dev/zero", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_null (load (missing, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (trl_test_clock () - start, <, trl_test_patience (G_USEC_PER_SEC));
  g_unlink (fifo);
  g_rmdir (folder);
}

/* No byte that is cut off or changed makes anything but a blueprint or an error. */
static void
test_damaged (void)
{
  guint read = 0;

  for (gsize i = 0; i < sizeof future; i++)
    for (guint way = 0; way < 3; way++)
      {
        g_autofree char *text = g_memdup2 (future, sizeof future);
        g_autoptr (GBytes) bytes = NULL;
        g_autoptr (GError) error = NULL;
        g_autoptr (TrlReader) reader = NULL;

        if (way > 0)
          text[i] = way == 1 ? text[i] ^ (1 << g_test_rand_int_range (0, 8)) : "{}[],:\"\\0"[g_test_rand_int_range (0, 9)];
        bytes = g_bytes_new (text, way == 0 ? i : sizeof future - 1);
        reader = trl_reader_read (bytes, &error);
        g_assert_true ((reader != NULL) == (error == NULL));
        read += reader != NULL;
        if (reader != NULL)
          g_free (trl_writer_write (trl_reader_get_blueprint (reader), NULL));
      }
  g_test_message ("%u of %u damaged texts could be read", read, 3 * (guint) sizeof future);
}

static GString *
large (guint motions)
{
  GString *text = g_string_new (HEAD ",\"types\":[{\"id\":\"t\",\"kind\":\"agency\"}],\"motions\":[");

  for (guint i = 0; i < motions; i++)
    g_string_append_printf (text,
      "%s{\"id\":\"m%u\",\"name\":\"Motion %u\",\"types\":[\"t\"],\"deal\":{\"size\":20000},\"board\":{\"x\":%u,\"y\":0},\n"
      "\"tiers\":[{\"id\":\"a%u\",\"name\":\"Silver\",\"criteria\":[{\"id\":\"c%u\",\"metric\":\"certified-people\",\"is\":\"at-least\",\"value\":2}]},\n"
      "{\"id\":\"b%u\",\"name\":\"Gold\",\"benefits\":[{\"id\":\"d%u\",\"kind\":\"mdf\",\"value\":5000,\"unit\":\"money\"}]}],\n"
      "\"incentives\":[{\"id\":\"i%u\",\"kind\":\"margin\",\"rates\":[{\"id\":\"r%u\",\"tier\":\"b%u\",\"value\":20,\"unit\":\"%%\"}]}]}",
      i > 0 ? ",\n" : "", i, i, i * 560, i, i, i, i, i, i, i);
  return g_string_append (text, "]}");
}

static void
test_speed (void)
{
  g_autoptr (GString) text = large (2000);
  gint64 start = trl_test_clock (), middle, end;
  g_autoptr (TrlReader) reader = read_well (text->str);
  g_autofree char *written = NULL;
  gsize length;

  middle = trl_test_clock ();
  written = trl_writer_write (trl_reader_get_blueprint (reader), &length);
  end = trl_test_clock ();
  g_test_message ("%u cards, %.1f MB: read in %.0f ms, written in %.0f ms",
                  trl_blueprint_get_n_cards (trl_reader_get_blueprint (reader)), text->len / 1e6,
                  (middle - start) / 1e3, (end - middle) / 1e3);
  g_assert_cmpint (end - start, <, trl_test_patience (3 * G_USEC_PER_SEC));
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (HEAD ",\"notes\":[{}");
  g_autoptr (GError) error = NULL;
  gint64 start;

  for (guint i = 0; i < TRL_READER_MAX_CARDS; i++)
    g_string_append (text, ",{}");
  g_string_append (text, "]}");
  start = trl_test_clock ();
  g_assert_null (read_text (text->str, &error));
  g_assert_error (error, TRL_READER_ERROR, TRL_READER_ERROR_INVALID);
  g_assert_cmpint (trl_test_clock () - start, <, trl_test_patience (3 * G_USEC_PER_SEC));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reader/refused", test_refused);
  g_test_add_func ("/reader/other-json", test_other_json);
  g_test_add_func ("/reader/whole", test_whole);
  g_test_add_func ("/reader/places", test_places);
  g_test_add_func ("/reader/unknown", test_unknown);
  g_test_add_func ("/reader/unknown-after-edit", test_unknown_after_edit);
  g_test_add_func ("/reader/repairs", test_repairs);
  g_test_add_func ("/reader/kept-words", test_kept_words);
  g_test_add_func ("/reader/every-member", test_every_member);
  g_test_add_func ("/reader/fragment", test_fragment);
  g_test_add_func ("/reader/fingerprint", test_fingerprint);
  g_test_add_func ("/reader/no-file", test_no_file);
  g_test_add_func ("/reader/damaged", test_damaged);
  g_test_add_func ("/reader/too-many", test_too_many);
  g_test_add_func ("/reader/speed", test_speed);
  return g_test_run ();
}
