/* candidates.c: what a member may be set to, as ids and labels.
 *
 * Closed lists and catalogues give theirs; units add the program's currency;
 * levels are the scale of the card's entry; references are the cards of the
 * kind that fits, those of the own motion where the kind lives in motions. A
 * word that is none of them is kept as a candidate of its own. */

#define G_LOG_DOMAIN "candidates"

#include "config.h"

#include "candidates.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add (TrlCandidates *self,
     const char    *id,
     const char    *label)
{
  g_ptr_array_add (self->ids, g_strdup (id));
  g_ptr_array_add (self->labels, g_strdup (label));
}

static void
add_choices (TrlCandidates *self,
             TrlChoices     list)
{
  guint n;
  const TrlChoiceInfo *choices = trl_choices_get (list, &n);

  for (guint i = 0; i < n; i++)
    add (self, choices[i].id, trl_choice_get_label (list, i));
}

static void
add_catalogue (TrlCandidates *self,
               TrlCatalogue   catalogue)
{
  for (guint i = 0; i < trl_catalogue_get_size (catalogue); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (catalogue, i);

      add (self, entry->id, trl_entry_get_label (entry));
    }
}

static void
add_units (TrlCandidates *self,
           TrlBlueprint  *blueprint)
{
  const char *currency = trl_card_get_text (trl_blueprint_get_root (blueprint), TRL_PROGRAM_CURRENCY);

  if (currency != NULL)
    add (self, currency, currency);
  for (guint i = 0; i < trl_catalogue_get_size (TRL_CATALOGUE_UNITS); i++)
    {
      const TrlEntry *entry = trl_catalogue_get (TRL_CATALOGUE_UNITS, i);

      if (currency == NULL || i != TRL_UNITS_MONEY)
        add (self, entry->id, trl_entry_get_label (entry));
    }
}

static void
add_levels (TrlCandidates *self,
            TrlCard       *card)
{
  const TrlEntry *entry = trl_card_get_kind_entry (card);
  g_auto (GStrv) scale = entry != NULL ? trl_entry_get_scale (entry) : NULL;

  for (guint i = 0; scale != NULL && scale[i] != NULL; i++)
    {
      g_autofree char *label = g_strdelimit (g_strdup (scale[i]), "-", ' ');

      add (self, scale[i], label);
    }
}

static gboolean
lives_in_motion (TrlKind kind)
{
  return kind == TRL_KIND_TIER || kind == TRL_KIND_CRITERION || kind == TRL_KIND_BENEFIT ||
         kind == TRL_KIND_INCENTIVE || kind == TRL_KIND_CREDENTIAL || kind == TRL_KIND_STEP;
}

/* A card without a name is called by what it is. */
static char *
card_label (TrlBlueprint *blueprint,
            TrlCard      *card)
{
  const char *name = trl_card_get_name (card);
  const TrlEntry *entry = trl_card_get_kind_entry (card);

  if (name != NULL && *name != '\0')
    return g_strdup (name);
  if (entry != NULL)
    return g_strdup (trl_entry_get_label (entry));
  return g_strdup (trl_kind_get_label (trl_card_get_kind (card)));
}

typedef struct
{
  TrlCandidates *candidates;
  TrlBlueprint  *blueprint;
  TrlCard       *card;
  TrlCard       *motion;
  TrlKind        of;
} CardSearch;

static void
consider_card (gpointer data,
               gpointer user_data)
{
  TrlCard *card = data;
  CardSearch *search = user_data;
  TrlKind kind = trl_card_get_kind (card);
  const char *id = trl_card_get_id (card);
  g_autofree char *label = NULL;

  if (search->of != TRL_KIND_NONE ? kind != search->of
                                  : kind != TRL_KIND_TIER && kind != TRL_KIND_BENEFIT &&
                                    kind != TRL_KIND_INCENTIVE && kind != TRL_KIND_CREDENTIAL)
    return;
  if (g_str_equal (id, trl_card_get_id (search->card)))
    return;
  if (search->motion != NULL && lives_in_motion (kind) &&
      trl_blueprint_get_motion (search->blueprint, id) != search->motion)
    return;
  label = card_label (search->blueprint, card);
  add (search->candidates, id, label);
}

static void
add_cards (TrlCandidates *self,
           TrlBlueprint  *blueprint,
           TrlCard       *card,
           TrlKind        of)
{
  CardSearch search = {
    self, blueprint, card, trl_blueprint_get_motion (blueprint, trl_card_get_id (card)), of
  };

  trl_blueprint_foreach (blueprint, consider_card, &search);
}

/* What the card holds and no list offers is offered too: reading never loses. */
static void
add_held (TrlCandidates *self,
          TrlCard       *card,
          TrlMember      member)
{
  const TrlValue *value = trl_card_get_value (card, member);
  const char *text;

  if (trl_value_get_state (value) != TRL_STATE_KNOWN || trl_value_get_form (value) != TRL_FORM_TEXT)
    return;
  text = trl_value_get_text (value);
  if (text != NULL && trl_candidates_find (self, text) < 0)
    add (self, text, text);
}

/**
 * trl_candidates_new:
 * @blueprint: a blueprint
 * @card: a card
 * @member: a member of its kind: a choice, an entry, a unit, a level or a reference
 * @with_states: whether open, unknown and not applicable are among them
 *
 * Lists what a member may be set to.
 *
 * Returns: (transfer full): the candidates, in the order in which they are offered
 */
TrlCandidates *
trl_candidates_new (TrlBlueprint *blueprint,
                    TrlCard      *card,
                    TrlMember     member,
                    gboolean      with_states)
{
  const TrlMemberInfo *info = trl_member_get_info (member);
  TrlCandidates *self = g_new0 (TrlCandidates, 1);

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  if (with_states)
    add (self, TRL_CANDIDATE_OPEN, C_("value", "Open"));
  switch (info->type)
    {
    case TRL_VALUE_CHOICE:
      add_choices (self, info->of);
      break;
    case TRL_VALUE_ENTRY:
      add_catalogue (self, info->of);
      break;
    case TRL_VALUE_UNIT:
      add_units (self, blueprint);
      break;
    case TRL_VALUE_LEVEL:
      add_levels (self, card);
      break;
    default:
      add_cards (self, blueprint, card, info->of);
      break;
    }
  add_held (self, card, member);
  if (with_states)
    {
      add (self, TRL_CANDIDATE_UNKNOWN, C_("value", "? – find out"));
      add (self, TRL_CANDIDATE_NOT_APPLICABLE, C_("value", "– not applicable"));
    }
  return self;
}

/**
 * trl_candidates_free:
 * @self: (transfer full): candidates
 *
 * Frees them.
 */
void
trl_candidates_free (TrlCandidates *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

static gboolean
same_strings (GPtrArray *a,
              GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (strcmp (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
      return FALSE;
  return TRUE;
}

/**
 * trl_candidates_equal:
 * @a: (nullable): candidates
 * @b: (nullable): candidates
 *
 * Returns: whether both offer the same
 */
gboolean
trl_candidates_equal (const TrlCandidates *a,
                      const TrlCandidates *b)
{
  return a != NULL && b != NULL && same_strings (a->ids, b->ids) && same_strings (a->labels, b->labels);
}

/**
 * trl_candidates_find:
 * @self: candidates
 * @id: an id
 *
 * Returns: its index, -1 when it is not among them
 */
int
trl_candidates_find (const TrlCandidates *self,
                     const char          *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->ids, i), id) == 0)
      return i;
  return -1;
}
