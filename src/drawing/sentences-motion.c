/* sentences-motion.c: a motion as short human text in the reader's language. */

#define G_LOG_DOMAIN "sentences-motion"

#include "config.h"

#include "sentences.h"

#include <glib/gi18n.h>
#include <string.h>

#include "amounts.h"

/* Who does what, as whole phrases, since languages bend verbs. */
static const struct
{
  TrlMember   member;
  gboolean    strong;    /* finding and signing tell one motion from another */
  const char *phrases[TRL_N_PARTY_CHOICES];
} roles[] = {
  { TRL_MOTION_FINDS, TRUE, {
      [TRL_PARTY_US] = NC_("statement", "we find"), [TRL_PARTY_PARTNER] = NC_("statement", "partner finds"),
      [TRL_PARTY_BOTH] = NC_("statement", "both find"),
      [TRL_PARTY_DISTRIBUTOR] = NC_("statement", "distributor finds") } },
  { TRL_MOTION_SELLS, FALSE, {
      [TRL_PARTY_US] = NC_("statement", "we sell"), [TRL_PARTY_PARTNER] = NC_("statement", "partner sells"),
      [TRL_PARTY_BOTH] = NC_("statement", "both sell"),
      [TRL_PARTY_DISTRIBUTOR] = NC_("statement", "distributor sells") } },
  { TRL_MOTION_SIGNS, TRUE, {
      [TRL_PARTY_US] = NC_("statement", "we sign"), [TRL_PARTY_PARTNER] = NC_("statement", "partner signs"),
      [TRL_PARTY_BOTH] = NC_("statement", "both sign"),
      [TRL_PARTY_DISTRIBUTOR] = NC_("statement", "distributor signs") } },
  { TRL_MOTION_DELIVERS, FALSE, {
      [TRL_PARTY_US] = NC_("statement", "we deliver"), [TRL_PARTY_PARTNER] = NC_("statement", "partner delivers"),
      [TRL_PARTY_BOTH] = NC_("statement", "both deliver"),
      [TRL_PARTY_DISTRIBUTOR] = NC_("statement", "distributor delivers") } },
  { TRL_MOTION_SUPPORTS, FALSE, {
      [TRL_PARTY_US] = NC_("statement", "we support"), [TRL_PARTY_PARTNER] = NC_("statement", "partner supports"),
      [TRL_PARTY_BOTH] = NC_("statement", "both support"),
      [TRL_PARTY_DISTRIBUTOR] = NC_("statement", "distributor supports") } },
};

/* The first letter of a sentence is a capital one where the script has them. */
static char *
capitalise (const char *words)
{
  g_autoptr (GString) out = g_string_new (NULL);

  if (*words != '\0')
    {
      g_string_append_unichar (out, g_unichar_totitle (g_utf8_get_char (words)));
      g_string_append (out, g_utf8_next_char (words));
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
phrase_for (const TrlCard *motion,
            guint          role)
{
  int party = trl_card_get_choice (motion, roles[role].member);

  if (party < 0 || roles[role].phrases[party] == NULL)
    return NULL;
  return g_dpgettext2 (GETTEXT_PACKAGE, "statement", roles[role].phrases[party]);
}

/* A sentence in people's own words leads up to its first semicolon, or comma. */
static guint
lead_of (const char *text)
{
  static const char * const ends[] = { ";", ",", ":", "." };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = strstr (text, ends[i]);

      if (end != NULL && end > text && end - text <= 60)
        return (guint) (end - text);
    }
  return 0;
}

/**
 * trl_sentence_statement:
 * @motion: a motion
 * @strong: (out caller-allocates): room for %TRL_STATEMENT_SPANS stretches that have weight
 * @n_strong: (out): how many there are
 *
 * Says how a motion works: "Partner finds, both sell, we sign, partner
 * delivers." What nobody has decided is left out.
 *
 * Returns: (transfer full) (nullable): the words, %NULL when nothing is decided
 */
char *
trl_sentence_statement (const TrlCard *motion,
                        TrlSpan       *strong,
                        guint         *n_strong)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *text;

  g_return_val_if_fail (motion != NULL && strong != NULL && n_strong != NULL, NULL);

  *n_strong = 0;
  text = trl_card_get_text (motion, TRL_MOTION_STATEMENT);
  if (text != NULL)
    {
      strong[0] = (TrlSpan) { 0, lead_of (text) };
      *n_strong = strong[0].end > 0;
      return g_strdup (text);
    }
  for (guint role = 0; role < G_N_ELEMENTS (roles); role++)
    {
      const char *phrase = phrase_for (motion, role);
      g_autofree char *first = NULL;

      if (phrase == NULL)
        continue;
      if (out->len == 0)
        phrase = first = capitalise (phrase);
      else
        g_string_append (out, C_("statement", ", "));
      if (roles[role].strong && *n_strong < TRL_STATEMENT_SPANS)
        strong[(*n_strong)++] = (TrlSpan) { out->len, out->len + strlen (phrase) };
      g_string_append (out, phrase);
    }
  if (out->len == 0)
    return NULL;
  g_string_append (out, C_("statement", "."));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
join (GString    *out,
      const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, " · ");
  g_string_append (out, words);
}

/**
 * trl_sentence_motion:
 * @blueprint: a blueprint
 * @motion: a motion
 *
 * Says what a motion is in a line: "Build with and co-sell · 10 partners".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_motion (TrlBlueprint  *blueprint,
                     const TrlCard *motion)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const TrlEntry *entry;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && motion != NULL, NULL);

  entry = trl_card_get_entry (motion, TRL_MOTION_GTM);
  join (out, entry != NULL ? trl_entry_get_label (entry) : trl_card_get_text (motion, TRL_MOTION_GTM));
  if (trl_card_get_yes (motion, TRL_MOTION_CATCH_ALL, FALSE))
    join (out, _("everyone else"));
  if (trl_card_get_state (motion, TRL_MOTION_PARTNERS_NOW) != TRL_STATE_OPEN)
    {
      g_autofree char *partners = trl_amount_value (motion, TRL_MOTION_PARTNERS_NOW, TRL_MEMBER_NONE, "partners", NULL);

      join (out, partners);
    }
  if (out->len == 0)
    g_string_append (out, _("How does the sale happen?"));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * trl_sentence_serves:
 * @blueprint: a blueprint
 * @motion: a motion
 *
 * Returns: (transfer full) (nullable): the names of the metrics that it
 *   serves, %NULL when there are none
 */
char *
trl_sentence_serves (TrlBlueprint  *blueprint,
                     const TrlCard *motion)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char * const *metrics;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && motion != NULL, NULL);

  metrics = trl_card_get_refs (motion, TRL_MOTION_SERVES);
  for (guint i = 0; metrics != NULL && metrics[i] != NULL; i++)
    {
      TrlCard *metric = trl_blueprint_get (blueprint, metrics[i]);
      g_autofree char *name = metric != NULL ? trl_sentence_name (metric) : NULL;

      join (out, name);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/**
 * trl_sentence_tiers:
 * @blueprint: a blueprint
 * @motion: a motion
 *
 * Says in a line which tiers there are: "2 tiers: Silver, Gold".
 *
 * Returns: (transfer full) (nullable): the words, %NULL without a tier
 */
char *
trl_sentence_tiers (TrlBlueprint  *blueprint,
                    const TrlCard *motion)
{
  const GPtrArray *tiers;
  guint n_tiers;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && motion != NULL, NULL);

  tiers = trl_blueprint_get_children (blueprint, trl_card_get_id (motion), TRL_SLOT_TIERS);
  n_tiers = tiers != NULL ? tiers->len : 0;
  return n_tiers > 0 ? g_strdup_printf (ngettext ("%u tier", "%u tiers", n_tiers), n_tiers) : NULL;
}

/**
 * trl_sentence_path:
 * @blueprint: a blueprint
 * @motion: a motion
 *
 * Says in a line how long the path is: "4 steps · 120 days". Days that nobody
 * knows make it "? days".
 *
 * Returns: (transfer full) (nullable): the words, %NULL without a step
 */
char *
trl_sentence_path (TrlBlueprint  *blueprint,
                   const TrlCard *motion)
{
  const GPtrArray *steps;
  g_autofree char *days = NULL;
  g_autofree char *count = NULL;
  gboolean known = TRUE;
  double sum = 0;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && motion != NULL, NULL);

  steps = trl_blueprint_get_children (blueprint, trl_card_get_id (motion), TRL_SLOT_PATH);
  if (steps == NULL || steps->len == 0)
    return NULL;
  for (guint i = 0; i < steps->len; i++)
    {
      const TrlCard *step = g_ptr_array_index (steps, i);
      double number = 0;

      if (trl_card_get_number (step, TRL_STEP_DAYS, &number))
        sum += number;
      else if (trl_card_get_state (step, TRL_STEP_DAYS) != TRL_STATE_NOT_APPLICABLE)
        known = FALSE;
    }
  days = known ? trl_amount_quantity (sum, "days", NULL) : g_strdup (_("? days"));
  count = g_strdup_printf (ngettext ("%u step", "%u steps", steps->len), steps->len);
  return g_strdup_printf ("%s · %s", count, days);
}

/**
 * trl_sentence_earning:
 * @blueprint: a blueprint
 * @motion: a motion
 *
 * Says in a line how partners earn: "8 → 12 % at closed-won".
 *
 * Returns: (transfer full) (nullable): the words, %NULL without an incentive
 */
char *
trl_sentence_earning (TrlBlueprint  *blueprint,
                      const TrlCard *motion)
{
  const GPtrArray *incentives;
  g_autofree char *rates = NULL;
  const TrlCard *first;
  const TrlEntry *trigger;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && motion != NULL, NULL);

  incentives = trl_blueprint_get_children (blueprint, trl_card_get_id (motion), TRL_SLOT_INCENTIVES);
  if (incentives == NULL || incentives->len == 0)
    return NULL;
  if (incentives->len > 1)
    return g_strdup_printf (ngettext ("%u incentive", "%u incentives", incentives->len), incentives->len);
  first = g_ptr_array_index (incentives, 0);
  rates = trl_sentence_rates (blueprint, first, TRL_BUSINESS_NEW);
  trigger = trl_card_get_entry (first, TRL_INCENTIVE_TRIGGER);
  if (rates == NULL || trigger == NULL)
    return trl_sentence_incentive (blueprint, first);
  /* Translators: 1 is what is paid, 2 the event: "8 → 12 % at closed-won" */
  return g_strdup_printf (C_("incentive", "%1$s at %2$s"), rates, trl_entry_get_label (trigger));
}

/**
 * trl_sentence_card:
 * @blueprint: a blueprint
 * @card: a card of any kind
 *
 * Says what a card is in a few words, for lists, the outline and assistive
 * tools: "Gold", "≥ $250k co-sell pipeline a year", "Training, 15 d".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_card (TrlBlueprint  *blueprint,
                   const TrlCard *card)
{
  g_autofree char *name = NULL;
  g_autofree char *days = NULL;
  const char *text;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && card != NULL, NULL);

  switch (trl_card_get_kind (card))
    {
    case TRL_KIND_CRITERION:
      return trl_sentence_criterion (blueprint, card);
    case TRL_KIND_BENEFIT:
      return trl_sentence_benefit (blueprint, card);
    case TRL_KIND_INCENTIVE:
      return trl_sentence_incentive (blueprint, card);
    case TRL_KIND_METRIC:
      return trl_sentence_metric (blueprint, card);
    case TRL_KIND_STEP:
      name = trl_sentence_name (card);
      days = trl_sentence_days (card);
      return g_strdup_printf (C_("step", "%1$s, %2$s"), name, days);
    case TRL_KIND_NOTE:
      text = trl_card_get_text (card, TRL_NOTE_TEXT);
      return g_strdup (text != NULL ? text : trl_kind_get_label (TRL_KIND_NOTE));
    case TRL_KIND_RATE:
      return trl_amount_value (card, TRL_RATE_VALUE, TRL_RATE_UNIT, "%", trl_sentence_currency (blueprint));
    case TRL_KIND_CAP:
      return trl_amount_value (card, TRL_CAP_VALUE, TRL_CAP_UNIT, "money", trl_sentence_currency (blueprint));
    default:
      return trl_sentence_name (card);
    }
}
