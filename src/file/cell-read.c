/* cell-read.c: one cell of a pasted table as the value of a member.
 *
 * Numbers, days and the states of a value are read as in any field
 * (value-text.c). A spreadsheet shows people words, so choices, entries, units
 * and references are looked for by their words here, in the language of the
 * program, in that of the file and in English. */

#define G_LOG_DOMAIN "cell-read"

#include "config.h"

#include "cell-read.h"
#include "value-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Only letters and digits count, in whatever case; all else parts words. What stands in brackets is left out at the end. */
static char *
plain_words (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *plain = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '(' && plain->len > 0)
        break;
      if (!g_unichar_isalnum (character))
        {
          space = plain->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (plain, ' ');
      space = FALSE;
      g_string_append_unichar (plain, character);
    }
  return g_string_free (plain, FALSE);
}

/**
 * trl_cell_same_words:
 * @a: a text
 * @b: (nullable): another
 *
 * Compares two texts as people do: "Deal size (USD)" is "deal-size".
 *
 * Returns: whether both say the same, and something
 */
gboolean
trl_cell_same_words (const char *a,
                     const char *b)
{
  g_autofree char *plain_a = NULL;
  g_autofree char *plain_b = NULL;

  if (a == NULL || b == NULL)
    return FALSE;
  plain_a = plain_words (a);
  plain_b = plain_words (b);
  return *plain_a != '\0' && g_str_equal (plain_a, plain_b);
}

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError     **error,
      const char  *format,
      ...)
{
  va_list words;

  va_start (words, format);
  if (error != NULL)
    *error = g_error_new_valist (G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, format, words);
  va_end (words);
  return FALSE;
}

static const char *
find_choice (TrlChoices  list,
             const char *text)
{
  guint n;
  const TrlChoiceInfo *choices = trl_choices_get (list, &n);

  for (guint i = 0; i < n; i++)
    if (trl_cell_same_words (text, trl_choice_get_label (list, i)) || trl_cell_same_words (text, choices[i].label) ||
        trl_cell_same_words (text, choices[i].id))
      return choices[i].id;
  return NULL;
}

static const char *
find_entry (TrlCatalogue  catalogue,
            const char   *text)
{
  for (guint i = 0; i < trl_catalogue_get_size (catalogue); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (catalogue, i);

      if (trl_cell_same_words (text, trl_entry_get_label (entry)) || trl_cell_same_words (text, entry->label) ||
          trl_cell_same_words (text, entry->id))
        return entry->id;
    }
  return NULL;
}

/**
 * trl_cell_find_level:
 * @entry: a benefit that comes in levels
 * @text: a text
 *
 * Returns: (transfer full) (nullable): the id of the level that the text names
 */
char *
trl_cell_find_level (const TrlEntry *entry,
                     const char     *text)
{
  g_auto (GStrv) scale = trl_entry_get_scale (entry);

  for (guint i = 0; scale != NULL && scale[i] != NULL; i++)
    if (trl_cell_same_words (text, scale[i]))
      return g_strdup (scale[i]);
  return NULL;
}

/**
 * trl_cell_read_yes:
 * @text: a text
 *
 * Returns: 1 for yes, 0 for no, -1 for anything else
 */
int
trl_cell_read_yes (const char *text)
{
  static const char *yes[] = { "yes", "y", "true", "x", "1" };
  static const char *no[] = { "no", "n", "false", "0" };

  if (strcmp (text, "✓") == 0 || strcmp (text, "✔") == 0 || trl_cell_same_words (text, C_("choice", "Yes")))
    return 1;
  if (trl_cell_same_words (text, C_("choice", "No")))
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    if (trl_cell_same_words (text, yes[i]))
      return 1;
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    if (trl_cell_same_words (text, no[i]))
      return 0;
  return -1;
}

/* Three capital letters are a currency only when they are one: SLA and OEM stand in headings, too. */
static gboolean
is_currency (const char *word,
             const char *own)
{
  static const char codes[] = "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF INR JPY KRW MXN NOK NZD PLN RON SEK SGD TRY USD ZAR";

  return strlen (word) == 3 && strspn (word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 3 &&
         (g_strcmp0 (word, own) == 0 || strstr (codes, word) != NULL);
}

/* What a number is counted in, as it stands around the digits: "20 %", "$250k", "30 days", "EUR 500". */
static char *
find_unit (TrlBlueprint *blueprint,
           const char   *text)
{
  static const struct { const char *sign; const char *code; } signs[] = {
    { "$", "USD" }, { "€", "EUR" }, { "£", "GBP" }, { "¥", "JPY" }, { "₹", "INR" },
  };
  const char *own = trl_card_get_text (trl_blueprint_get_root (blueprint), TRL_PROGRAM_CURRENCY);
  g_auto (GStrv) words = NULL;

  if (strchr (text, '%') != NULL)
    return g_strdup ("%");
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strstr (text, signs[i].sign) != NULL)   /* every dollar is written so */
      return g_strdup (i == 0 && own != NULL && strlen (own) == 3 && own[2] == 'D' ? own : signs[i].code);
  words = g_strsplit_set (text, " ()[]/,.:0123456789", -1);
  for (char **word = words; *word != NULL; word++)
    {
      if (is_currency (*word, own))
        return g_strdup (*word);
      if (**word != '\0' && find_entry (TRL_CATALOGUE_UNITS, *word) != NULL)
        return g_strdup (find_entry (TRL_CATALOGUE_UNITS, *word));
    }
  return NULL;
}

/* Takes the words around a number away when they are a unit and nothing else. */
static char *
without_unit (const char *text,
              const char *unit)
{
  const char *start = text, *end = text + strlen (text);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  while (g_ascii_isalpha (*start))
    start++;
  while (end > start && g_ascii_isalpha (end[-1]))
    end--;
  before = g_strndup (text, start - text);
  after = g_strdup (end);
  if ((*before != '\0' && !g_str_equal (before, unit)) ||
      (*after != '\0' && !g_str_equal (after, unit) && g_strcmp0 (find_entry (TRL_CATALOGUE_UNITS, after), unit) != 0))
    return g_strdup (text);
  return g_strndup (start, end - start);
}

static gboolean
read_number (TrlBlueprint         *blueprint,
             const TrlMemberInfo  *info,
             const char           *heading,
             const char           *text,
             TrlValue            **value,
             char                **unit,
             GError              **error)
{
  g_autofree char *found = find_unit (blueprint, text);
  g_autofree char *bare = found != NULL ? without_unit (text, found) : g_strdup (text);

  if (!trl_value_text_parse (info, bare, value, error))
    return FALSE;
  if (found == NULL && heading != NULL)
    found = find_unit (blueprint, heading);
  if (trl_value_get_state (*value) == TRL_STATE_KNOWN)
    *unit = g_steal_pointer (&found);
  return TRUE;
}

/* As the locale writes days; two digits are no year. */
static gboolean
read_day (const TrlMemberInfo  *info,
          const char           *text,
          TrlValue            **value,
          GError              **error)
{
  g_autoptr (GDate) date = g_date_new ();
  char iso[16];

  if (trl_value_text_parse (info, text, value, NULL))
    return TRUE;
  g_date_set_parse (date, text);
  if (!g_date_valid (date) || g_date_get_year (date) < 1970)
    return trl_value_text_parse (info, text, value, error);
  g_date_strftime (iso, sizeof iso, "%Y-%m-%d", date);
  *value = trl_value_new_text (iso);
  return TRUE;
}

typedef struct
{
  const char *name;
  TrlKind     kind;
  const char *id;
} Search;

static void
consider (gpointer data,
          gpointer user_data)
{
  TrlCard *card = data;
  Search *search = user_data;

  if (search->id == NULL && (search->kind == TRL_KIND_NONE || trl_card_get_kind (card) == search->kind) &&
      trl_cell_same_words (search->name, trl_card_get_name (card)))
    search->id = trl_card_get_id (card);
}

/* Names of cards, with commas between. */
static gboolean
read_refs (TrlBlueprint         *blueprint,
           const TrlMemberInfo  *info,
           const char           *text,
           TrlValue            **value,
           GError              **error)
{
  g_auto (GStrv) names = g_strsplit_set (text, ",;\n", -1);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (char **name = names; *name != NULL; name++)
    {
      Search search = { g_strstrip (*name), info->of, NULL };

      if (*search.name == '\0')
        continue;
      trl_blueprint_foreach (blueprint, consider, &search);
      if (search.id == NULL)
        return fail (error, _("Nothing here is called “%s”"), search.name);
      g_ptr_array_add (ids, (char *) search.id);
    }
  g_ptr_array_add (ids, NULL);
  if (ids->len > 1)
    *value = info->type == TRL_VALUE_REF ? trl_value_new_text (g_ptr_array_index (ids, 0))
                                         : trl_value_new_list ((const char * const *) ids->pdata);
  return TRUE;
}

/* What is one of a list, by its word. */
static gboolean
read_word (const TrlMemberInfo  *info,
           const char           *text,
           TrlValue            **value,
           GError              **error)
{
  const char *id = NULL;
  int yes;

  if (!trl_value_text_parse (info, text, value, error) || trl_value_get_state (*value) != TRL_STATE_KNOWN)
    return *value != NULL || *text == '\0';
  g_clear_pointer (value, trl_value_unref);
  if (info->type == TRL_VALUE_YES_NO)
    {
      yes = trl_cell_read_yes (text);
      if (yes < 0)
        return fail (error, _("“%s” is neither yes nor no"), text);
      *value = trl_value_new_yes_no (yes);
      return TRUE;
    }
  if (info->type == TRL_VALUE_CHOICE)
    id = find_choice (info->of, text);
  else
    id = find_entry (info->type == TRL_VALUE_UNIT ? TRL_CATALOGUE_UNITS : info->of, text);
  if (id == NULL && info->type == TRL_VALUE_UNIT && trl_unit_is_currency (text))
    id = text;
  if (id == NULL)
    return fail (error, _("“%s” is none of the choices"), text);
  *value = trl_value_new_text (id);
  return TRUE;
}

/**
 * trl_cell_read:
 * @blueprint: where references are looked for
 * @member: what the cell becomes
 * @heading: (nullable): what stands above the column
 * @text: what stands in the cell, without space around it
 * @value: (out) (nullable) (transfer full): the value, %NULL for an open one
 * @unit: (out) (nullable) (transfer full): what the number is counted in, as far as cell or heading say it
 * @error: (nullable): where to say what cannot be read
 *
 * Reads a cell.
 *
 * Returns: whether it can be read
 */
gboolean
trl_cell_read (TrlBlueprint  *blueprint,
               TrlMember      member,
               const char    *heading,
               const char    *text,
               TrlValue     **value,
               char         **unit,
               GError       **error)
{
  const TrlMemberInfo *info = trl_member_get_info (member);

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && text != NULL, FALSE);
  g_return_val_if_fail (value != NULL && unit != NULL, FALSE);

  *value = NULL;
  *unit = NULL;
  switch (info->type)
    {
    case TRL_VALUE_NUMBER:
      return read_number (blueprint, info, heading, text, value, unit, error);
    case TRL_VALUE_DATE:
      return read_day (info, text, value, error);
    case TRL_VALUE_YES_NO:
    case TRL_VALUE_CHOICE:
    case TRL_VALUE_ENTRY:
    case TRL_VALUE_UNIT:
      return read_word (info, text, value, error);
    case TRL_VALUE_REF:
    case TRL_VALUE_REFS:
      return read_refs (blueprint, info, text, value, error);
    case TRL_VALUE_NAME:
    case TRL_VALUE_TEXT:
    case TRL_VALUE_LINE:
    case TRL_VALUE_CURRENCY:
    case TRL_VALUE_LEVEL:
    default:
      return trl_value_text_parse (info, text, value, error);
    }
}
