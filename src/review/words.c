/* words.c: how findings name cards and lists. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "words.h"

#include <glib/gi18n.h>

/* What people call a card: its name, else what it is an instance of, else its kind. */
const char *
trl_words_card (const TrlCard *card)
{
  const char *name = trl_card_get_name (card);
  const TrlEntry *entry;

  if (*name != '\0')
    return name;
  entry = trl_card_get_kind_entry (card);
  return entry != NULL ? trl_entry_get_label (entry) : trl_kind_get_label (trl_card_get_kind (card));
}

/* The first of the words; the rest is counted when there are many. */
static char *
list_words (const GPtrArray *words,
            guint            n_all)
{
  guint n = n_all > TRL_MAX_NAMES ? TRL_MAX_NAMES - 1 : n_all;
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (i == 0)
        g_string_append (list, word);
      else if (i + 1 == n_all)
        /* Translators: between the last two items of a list of names. */
        g_string_append_printf (list, C_("list", " and %s"), word);
      else
        /* Translators: between the other items of a list of names. */
        g_string_append_printf (list, C_("list", ", %s"), word);
    }
  if (n_all > n)
    g_string_append_printf (list, ngettext (" and %u more", " and %u more", n_all - n), n_all - n);
  return g_string_free (list, FALSE);
}

/* "Technology, Agency and Referral" */
char *
trl_words_list (const GPtrArray *words)
{
  return list_words (words, words->len);
}

/* The names of cards, as a list. */
char *
trl_words_cards (const GPtrArray *cards)
{
  return trl_words_first_cards (cards, cards->len);
}

/* The same of @n cards of which only the first TRL_MAX_NAMES are at hand. */
char *
trl_words_first_cards (const GPtrArray *first,
                       guint            n)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < MIN (first->len, TRL_MAX_NAMES); i++)
    g_ptr_array_add (names, (gpointer) trl_words_card (g_ptr_array_index (first, i)));
  return list_words (names, n);
}

/* What the decision is called within a sentence. */
const char *
trl_words_decision (int decision)
{
  switch (decision)
    {
    case TRL_DECISION_TYPES:
      return C_("decision", "types with their motions");
    case TRL_DECISION_TIERS:
      return C_("decision", "tiers");
    case TRL_DECISION_INCENTIVES:
      return C_("decision", "incentives");
    case TRL_DECISION_ENABLEMENT:
      return C_("decision", "enablement");
    case TRL_DECISION_METRICS:
    default:
      return C_("decision", "metrics");
    }
}
