/* test-templates.c: each template is a file as Trellis would write it. */

#include "config.h"

#include <string.h>

#include "reader.h"
#include "templates.h"
#include "writer.h"

static TrlReader *
open_template (const char *name)
{
  g_autoptr (GBytes) bytes = trl_templates_load (trl_templates_find (name));
  g_autoptr (GError) error = NULL;
  TrlReader *reader = trl_reader_read (bytes, &error);

  g_assert_no_error (error);
  return reader;
}

static void
test_canonical (void)
{
  guint n;
  const TrlTemplate *all = trl_templates_get_all (&n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TrlReader) reader = open_template (all[i].name);
      g_autofree char *text = NULL;
      gsize length;

      g_assert_cmpuint (trl_reader_get_repairs (reader)->len, ==, 0);
      text = trl_writer_write (trl_reader_get_blueprint (reader), &length);
      g_assert_cmpmem (text, length, g_bytes_get_data (trl_reader_get_bytes (reader), NULL),
                       g_bytes_get_size (trl_reader_get_bytes (reader)));
      g_assert_cmpstr (trl_templates_get_title (&all[i]), !=, "");
      g_assert_cmpstr (trl_templates_get_description (&all[i]), !=, "");
      g_assert_true (trl_templates_find (all[i].name) == &all[i]);
    }
  g_assert_null (trl_templates_find ("nothing"));
}

/* Words that a catalogue does not have would be kept silently; a template has none. */
static void
assert_known_words (gpointer data,
                    gpointer user_data)
{
  TrlCard *card = data;
  TrlMember first, end;

  g_assert_cmpint (trl_card_get_kind (card), !=, TRL_KIND_FOREIGN);
  g_assert_cmpuint (trl_card_get_n_extras (card), ==, 0);
  trl_kind_get_members (trl_card_get_kind (card), &first, &end);
  for (TrlMember member = first; member < end; member++)
    {
      const TrlMemberInfo *info = trl_member_get_info (member);
      const char *text = trl_card_get_text (card, member);
      const TrlEntry *entry = trl_card_get_kind_entry (card);

      if (text == NULL)
        continue;
      if (info->type == TRL_VALUE_CHOICE && trl_choices_find (info->of, text) < 0)
        g_error ("%s is no choice of %s", text, info->path);
      if (info->type == TRL_VALUE_ENTRY && trl_catalogue_find (info->of, text) == NULL)
        g_error ("%s is in no catalogue of %s", text, info->path);
      if (info->type == TRL_VALUE_LEVEL && (entry == NULL || trl_entry_find_level (entry, text) < 0))
        g_error ("%s is no level of %s", text, trl_card_get_id (card));
      if (info->type == TRL_VALUE_UNIT && !trl_unit_is_currency (text)
          && trl_catalogue_find (TRL_CATALOGUE_UNITS, text) == NULL)
        g_error ("%s is no unit", text);
    }
}

static void
test_words (void)
{
  g_autoptr (TrlReader) before = open_template ("founder-before");
  g_autoptr (TrlReader) after = open_template ("founder-after");

  trl_blueprint_foreach (trl_reader_get_blueprint (before), assert_known_words, NULL);
  trl_blueprint_foreach (trl_reader_get_blueprint (after), assert_known_words, NULL);
}

/* The seed's story, as it must stand there. */
static void
test_story (void)
{
  g_autoptr (TrlReader) before = open_template ("founder-before");
  g_autoptr (TrlReader) after = open_template ("founder-after");
  TrlBlueprint *b = trl_reader_get_blueprint (before);
  TrlBlueprint *a = trl_reader_get_blueprint (after);
  const GPtrArray *motions = trl_blueprint_get_children (b, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  double sum = 0, step = 0;

  g_assert_cmpuint (motions->len, ==, 1);
  g_assert_cmpuint (trl_blueprint_get_children (b, TRL_ROOT_ID, TRL_SLOT_TYPES)->len, ==, 3);
  g_assert_cmpuint (trl_blueprint_get_children (b, TRL_ROOT_ID, TRL_SLOT_METRICS)->len, ==, 0);

  motions = trl_blueprint_get_children (a, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  g_assert_cmpuint (motions->len, ==, 3);
  for (guint i = 0; i < motions->len; i++)
    {
      const char *id = trl_card_get_id (g_ptr_array_index (motions, i));
      double partners, x;

      g_assert_cmpuint (trl_blueprint_get_children (a, id, TRL_SLOT_TIERS)->len, ==, 2);
      g_assert_cmpuint (trl_blueprint_get_children (a, id, TRL_SLOT_INCENTIVES)->len, ==, 1);
      g_assert_cmpuint (trl_blueprint_get_children (a, id, TRL_SLOT_PATH)->len, >=, 3);
      g_assert_true (trl_card_get_number (g_ptr_array_index (motions, i), TRL_MOTION_PARTNERS_NOW, &partners));
      g_assert_true (trl_card_get_number (g_ptr_array_index (motions, i), TRL_MOTION_X, &x));
      step = i == 1 ? x : step;
      g_assert_cmpfloat (x, ==, step * i);   /* side by side, evenly */
      sum += partners;
    }
  g_assert_cmpfloat (sum, ==, 30);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/templates/canonical", test_canonical);
  g_test_add_func ("/templates/words", test_words);
  g_test_add_func ("/templates/story", test_story);
  return g_test_run ();
}
