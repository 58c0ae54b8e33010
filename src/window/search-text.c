/* search-text.c: what people type, compared with what cards and commands say.
 *
 * Who looks for "cafe" means "Café" too: case and accents are folded away on
 * both sides. Words are looked for one by one, in any order. */

#define G_LOG_DOMAIN "search-text"

#include "config.h"

#include "search-text.h"

#include <string.h>

#include "outline-item.h"
#include "sentences.h"

/**
 * trl_search_fold:
 * @text: a text
 *
 * Takes case, accents and the room around it from a text, so that two texts
 * can be compared as people compare them.
 *
 * Returns: (transfer full): the folded text
 */
char *
trl_search_fold (const char *text)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *plain = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  g_strstrip (plain->str);
  return g_string_free (plain, FALSE);
}

/**
 * trl_search_matches:
 * @haystack: a text, folded
 * @words: what is looked for, folded; words with spaces between
 *
 * Returns: whether each word is found, in any order; nothing is found everywhere
 */
gboolean
trl_search_matches (const char *haystack,
                    const char *words)
{
  g_auto (GStrv) each = NULL;

  g_return_val_if_fail (haystack != NULL && words != NULL, FALSE);

  each = g_strsplit (words, " ", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (strstr (haystack, each[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
begins_a_word (const char *haystack,
               const char *word)
{
  for (const char *at = strstr (haystack, word); at != NULL; at = strstr (at + 1, word))
    if (at == haystack || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

/**
 * trl_search_begins:
 * @haystack: a text, folded
 * @words: what is looked for, folded; words with spaces between
 *
 * Says whether a find is a good one: "ex" means "Export" more than "Next".
 *
 * Returns: whether each word is the beginning of a word
 */
gboolean
trl_search_begins (const char *haystack,
                   const char *words)
{
  g_auto (GStrv) each = NULL;

  g_return_val_if_fail (haystack != NULL && words != NULL, FALSE);

  each = g_strsplit (words, " ", -1);
  for (guint i = 0; each[i] != NULL; i++)
    if (*each[i] != '\0' && !begins_a_word (haystack, each[i]))
      return FALSE;
  return TRUE;
}

/**
 * trl_search_dup_text:
 * @blueprint: a blueprint
 * @card: a card of it
 *
 * Gathers what a search looks in: what kind of card it is, what the board says
 * of it, and every text that somebody wrote into it.
 *
 * Returns: (transfer full): the text, folded
 */
char *
trl_search_dup_text (TrlBlueprint *blueprint,
                     TrlCard      *card)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  TrlMember first, end;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && card != NULL, NULL);

  name = trl_sentence_name (card);
  sentence = trl_sentence_card (blueprint, card);
  g_string_printf (text, "%s\n%s\n%s", trl_kind_get_label (trl_card_get_kind (card)), name != NULL ? name : "",
                   sentence != NULL ? sentence : "");
  trl_kind_get_members (trl_card_get_kind (card), &first, &end);
  for (TrlMember member = first; member < end; member++)
    {
      TrlValueType type = trl_member_get_info (member)->type;
      gboolean is_text = type == TRL_VALUE_NAME || type == TRL_VALUE_TEXT || type == TRL_VALUE_LINE;
      const char *written = is_text ? trl_card_get_text (card, member) : NULL;

      if (written != NULL)
        g_string_append_printf (text, "\n%s", written);
    }
  return trl_search_fold (text->str);
}

/* Cards that have a place on the board of their own; rates stand in the sentence of their incentive. Of connectors those that
 * say something. */
static gboolean
is_seen (TrlCard *card)
{
  switch (trl_card_get_kind (card))
    {
    case TRL_KIND_RATE:
    case TRL_KIND_CAP:
    case TRL_KIND_EXCEPTION:
    case TRL_KIND_FOREIGN:
      return FALSE;
    case TRL_KIND_LINK:
      return trl_card_get_text (card, TRL_LINK_TEXT) != NULL;
    default:
      return TRUE;
    }
}

static void
list_in (TrlBlueprint *blueprint,
         const char   *id,
         GPtrArray    *cards)
{
  g_autoptr (GPtrArray) children = trl_outline_list_children (blueprint, id);

  for (guint i = 0; i < children->len; i++)
    {
      TrlCard *card = trl_blueprint_get (blueprint, g_ptr_array_index (children, i));

      if (is_seen (card))
        g_ptr_array_add (cards, trl_card_ref (card));
      list_in (blueprint, g_ptr_array_index (children, i), cards);
    }
}

/**
 * trl_search_list_cards:
 * @blueprint: a blueprint
 *
 * Lists the cards that can be gone to, in the order of the outline.
 *
 * Returns: (transfer full) (element-type TrlCard): the cards
 */
GPtrArray *
trl_search_list_cards (TrlBlueprint *blueprint)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), cards);

  list_in (blueprint, TRL_ROOT_ID, cards);
  return cards;
}
