/* sentences.c: cards as short human text in the reader's language.
 *
 * The board, the outline and the names that assistive tools read all speak
 * through these. An unknown value is "?", a value that does not apply "–", an
 * open one "…": none of them is zero. */

#define G_LOG_DOMAIN "sentences"

#include "config.h"

#include "sentences.h"

#include <glib/gi18n.h>
#include <string.h>

#include "amounts.h"
#include "format.h"

/* Steps of the scales in the catalogue of benefits. */
static const char * const levels[] = {
  NC_("level", "none"), NC_("level", "listed"), NC_("level", "featured"), NC_("level", "promoted"),
  NC_("level", "top"), NC_("level", "some"), NC_("level", "priority"), NC_("level", "pooled"),
  NC_("level", "named"), NC_("level", "dedicated"), NC_("level", "community"), NC_("level", "standard"),
};

static void
join (GString    *out,
      const char *separator,
      const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, words);
}

/* " a year", " a deal", or nothing. */
static const char *
period_label (const TrlCard *card,
              TrlMember      member)
{
  int period = trl_card_get_choice (card, member);

  return period >= 0 ? trl_choice_get_label (TRL_CHOICES_PERIOD, period) : NULL;
}

/**
 * trl_sentence_currency:
 * @blueprint: a blueprint
 *
 * Returns: (nullable) (transfer none): the program's currency
 */
const char *
trl_sentence_currency (TrlBlueprint *blueprint)
{
  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  return trl_card_get_text (trl_blueprint_get_root (blueprint), TRL_PROGRAM_CURRENCY);
}

/**
 * trl_sentence_name:
 * @card: a card
 *
 * Says what a card is called: its name, else what the catalogue or the
 * vocabulary calls it.
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_name (const TrlCard *card)
{
  const char *name;
  const TrlEntry *entry;
  TrlMember member;

  g_return_val_if_fail (card != NULL, NULL);

  name = trl_card_get_name (card);
  if (*name != '\0')
    return g_strdup (name);
  entry = trl_card_get_kind_entry (card);
  if (entry != NULL)
    return g_strdup (trl_entry_get_label (entry));
  member = trl_kind_get_entry_member (trl_card_get_kind (card));
  name = member != TRL_MEMBER_NONE ? trl_card_get_text (card, member) : NULL;
  return g_strdup (name != NULL ? name : trl_kind_get_label (trl_card_get_kind (card)));
}

/* What counts, in words: the catalogue's, the card's own, or the kind's. */
static char *
entry_words (const TrlCard *card,
             TrlMember      member)
{
  const TrlEntry *entry = trl_card_get_entry (card, member);
  const char *raw = trl_card_get_text (card, member);

  if (entry != NULL)
    return g_strdup (trl_entry_get_label (entry));
  if (raw != NULL)
    return g_strdup (raw);
  return g_strdup (trl_card_get_state (card, member) == TRL_STATE_UNKNOWN ? "?" : "…");
}

static char *
criterion_bar (TrlBlueprint   *blueprint,
               const TrlCard  *criterion,
               const TrlEntry *entry)
{
  g_autofree char *what = entry_words (criterion, TRL_CRITERION_METRIC);
  g_autofree char *value = NULL;
  const char *unit = trl_card_get_text (criterion, TRL_CRITERION_UNIT);
  int is = trl_card_get_choice (criterion, TRL_CRITERION_IS);
  gboolean at_most = is == TRL_IS_AT_MOST || (is < 0 && entry != NULL && entry->direction < 0);
  double number;

  if (unit == NULL && entry != NULL)
    unit = entry->unit;
  /* "2 certified people": the words say already what is counted; and where no
   * bar applies, there is none to be above. */
  if ((g_strcmp0 (unit, "people") == 0 && !at_most) ||
      trl_card_get_state (criterion, TRL_CRITERION_VALUE) == TRL_STATE_NOT_APPLICABLE)
    {
      value = trl_amount_value (criterion, TRL_CRITERION_VALUE, TRL_MEMBER_NONE, NULL, NULL);
      return g_strdup_printf (C_("criterion", "%1$s %2$s"), value, what);
    }
  if (trl_card_get_number (criterion, TRL_CRITERION_VALUE, &number) &&
      trl_catalogue_find (TRL_CATALOGUE_UNITS, unit != NULL ? unit : "") != NULL &&
      g_strcmp0 (unit, "money") != 0 && g_strcmp0 (unit, "%") != 0 && g_strcmp0 (unit, "hours") != 0 &&
      g_strcmp0 (unit, "months") != 0 && g_strcmp0 (unit, "days") != 0)
    value = trl_format_number (number);
  else
    value = trl_amount_value (criterion, TRL_CRITERION_VALUE, TRL_CRITERION_UNIT, unit,
                              trl_sentence_currency (blueprint));
  return g_strdup_printf (at_most ? C_("criterion", "≤ %1$s %2$s") : C_("criterion", "≥ %1$s %2$s"), value, what);
}

/**
 * trl_sentence_criterion:
 * @blueprint: a blueprint
 * @criterion: a criterion
 *
 * Says what a partner must do: "≥ $250k co-sell pipeline a year".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_criterion (TrlBlueprint  *blueprint,
                        const TrlCard *criterion)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *bar = NULL;
  const TrlEntry *entry;
  const char *text;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && criterion != NULL, NULL);

  entry = trl_card_get_entry (criterion, TRL_CRITERION_METRIC);
  text = trl_card_get_text (criterion, TRL_CRITERION_TEXT);
  if (trl_card_get_state (criterion, TRL_CRITERION_METRIC) == TRL_STATE_OPEN && text != NULL)
    return g_strdup (text);
  if (trl_card_get_choice (criterion, TRL_CRITERION_IS) == TRL_IS_YES || (entry != NULL && entry->direction == 0))
    bar = entry_words (criterion, TRL_CRITERION_METRIC);
  else
    bar = criterion_bar (blueprint, criterion, entry);
  g_string_append (out, bar);
  join (out, " ", period_label (criterion, TRL_CRITERION_PER));
  join (out, ", ", trl_card_get_text (criterion, TRL_CRITERION_LEVEL));
  join (out, ", ", trl_card_get_text (criterion, TRL_CRITERION_SCOPE));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static const char *
level_label (const char *level)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (strcmp (levels[i], level) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "level", level);
  return level;
}

static char *
benefit_on_scale (const TrlCard  *benefit,
                  const TrlEntry *entry)
{
  const char *level = trl_card_get_text (benefit, TRL_BENEFIT_LEVEL);
  const char *what = trl_entry_get_label (entry);

  if (level == NULL)
    return g_strdup_printf (C_("benefit", "%1$s %2$s"),
                            trl_card_get_state (benefit, TRL_BENEFIT_LEVEL) == TRL_STATE_UNKNOWN ? "?" : "…", what);
  if (trl_entry_find_level (entry, level) == 0)
    /* Translators: a benefit that is not given: "no manager" */
    return g_strdup_printf (C_("benefit", "no %s"), what);
  if (entry->number == TRL_BENEFITS_DIRECTORY)
    return g_strdup (level_label (level));
  /* Translators: 1 is a level, 2 a benefit: "named manager", "priority support" */
  return g_strdup_printf (C_("benefit", "%1$s %2$s"), level_label (level), what);
}

static char *
benefit_quantity (TrlBlueprint   *blueprint,
                  const TrlCard  *benefit,
                  const TrlEntry *entry)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *what = entry_words (benefit, TRL_BENEFIT_KIND);
  g_autofree char *value = trl_amount_value (benefit, TRL_BENEFIT_VALUE, TRL_BENEFIT_UNIT,
                                             entry != NULL ? entry->unit : NULL,
                                             trl_sentence_currency (blueprint));

  if (entry != NULL && entry->direction < 0)
    /* Translators: 1 is a benefit, 2 a time: "support answers in 48 h" */
    g_string_append_printf (out, C_("benefit", "%1$s in %2$s"), what, value);
  else
    g_string_append_printf (out, C_("benefit", "%1$s %2$s"), value, what);
  join (out, " ", period_label (benefit, TRL_BENEFIT_PER));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * trl_sentence_benefit:
 * @blueprint: a blueprint
 * @benefit: a benefit
 *
 * Says what a partner gets: "named manager", "support answers in 48 h".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_benefit (TrlBlueprint  *blueprint,
                      const TrlCard *benefit)
{
  const TrlEntry *entry;
  const char *text;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && benefit != NULL, NULL);

  entry = trl_card_get_entry (benefit, TRL_BENEFIT_KIND);
  text = trl_card_get_text (benefit, TRL_BENEFIT_TEXT);
  if (trl_card_get_state (benefit, TRL_BENEFIT_VALUE) != TRL_STATE_OPEN)
    return benefit_quantity (blueprint, benefit, entry);
  if (text != NULL)
    return g_strdup (text);
  if (entry != NULL && entry->compare == TRL_COMPARE_ORDINAL)
    return benefit_on_scale (benefit, entry);
  if (entry != NULL && entry->compare == TRL_COMPARE_QUANTITY)
    return benefit_quantity (blueprint, benefit, entry);
  return entry_words (benefit, TRL_BENEFIT_KIND);
}

/* Rates of one business, in the order of the tiers that they are for. */
static GPtrArray *
collect_rates (TrlBlueprint  *blueprint,
               const TrlCard *incentive,
               int            business)
{
  const GPtrArray *rates = trl_blueprint_get_children (blueprint, trl_card_get_id (incentive), TRL_SLOT_RATES);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; rates != NULL && i < rates->len; i++)
    {
      TrlCard *rate = g_ptr_array_index (rates, i);
      int on = trl_card_get_choice (rate, TRL_RATE_ON);

      if (on == business || (on < 0 && business == TRL_BUSINESS_NEW))
        g_ptr_array_add (chosen, rate);
    }
  return chosen;
}

/* What follows the last digit. */
static const char *
unit_of (const char *words)
{
  const char *after = words;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isdigit (g_utf8_get_char (at)))
      after = g_utf8_next_char (at);
  return after;
}

/* "8 %" and "12 %" become "8 → 12 %": a unit that both have is said once. */
static char *
drop_common_unit (const char *words,
                  const char *next)
{
  const char *unit = unit_of (words);

  if (unit != words && g_unichar_isspace (g_utf8_get_char (unit)) && strcmp (unit, unit_of (next)) == 0)
    return g_strndup (words, unit - words);
  return g_strdup (words);
}

/**
 * trl_sentence_rates:
 * @blueprint: a blueprint
 * @incentive: an incentive
 * @business: a choice of %TRL_CHOICES_BUSINESS
 *
 * Says what is paid, from the lowest tier up: "8 → 12 %".
 *
 * Returns: (transfer full) (nullable): the words, %NULL when there is no rate
 */
char *
trl_sentence_rates (TrlBlueprint  *blueprint,
                    const TrlCard *incentive,
                    int            business)
{
  g_autoptr (GPtrArray) rates = NULL;
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) out = g_string_new (NULL);
  const TrlEntry *entry;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && incentive != NULL, NULL);

  entry = trl_card_get_kind_entry (incentive);
  rates = collect_rates (blueprint, incentive, business);
  for (guint i = 0; i < rates->len; i++)
    {
      g_autofree char *value = trl_amount_value (g_ptr_array_index (rates, i), TRL_RATE_VALUE, TRL_RATE_UNIT,
                                                 entry != NULL ? entry->unit : NULL,
                                                 trl_sentence_currency (blueprint));

      if (words->len == 0 || strcmp (g_ptr_array_index (words, words->len - 1), value) != 0)
        g_ptr_array_add (words, g_steal_pointer (&value));
    }
  for (guint i = 0; i < words->len; i++)
    {
      const char *value = g_ptr_array_index (words, i);
      g_autofree char *bare = i + 1 < words->len ? drop_common_unit (value, g_ptr_array_index (words, i + 1))
                                                 : g_strdup (value);

      join (out, " → ", bare);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

/**
 * trl_sentence_incentive:
 * @blueprint: a blueprint
 * @incentive: an incentive
 *
 * Says how a partner earns: "Co-sell credit 8 → 12 %".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_incentive (TrlBlueprint  *blueprint,
                        const TrlCard *incentive)
{
  g_autofree char *name = NULL;
  g_autofree char *rates = NULL;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && incentive != NULL, NULL);

  name = trl_sentence_name (incentive);
  rates = trl_sentence_rates (blueprint, incentive, TRL_BUSINESS_NEW);
  return g_strdup_printf (C_("incentive", "%1$s %2$s"), name, rates != NULL ? rates : "…");
}

/* How many terms the fine print has; where it was read from is none. */
static guint
count_terms (const TrlCard *card)
{
  TrlMember first;
  TrlMember end;
  guint n_terms = 0;

  trl_kind_get_members (trl_card_get_kind (card), &first, &end);
  for (TrlMember member = first; member < end; member++)
    {
      const TrlMemberInfo *info = trl_member_get_info (member);

      if (info->group == TRL_GROUP_FINE && strcmp (info->path, "source") != 0 && strcmp (info->path, "why") != 0 &&
          strcmp (info->path, "owner") != 0 && trl_card_get_state (card, member) == TRL_STATE_KNOWN)
        n_terms++;
    }
  return n_terms;
}

static void
add_caps (GString       *out,
          TrlBlueprint  *blueprint,
          const TrlCard *incentive)
{
  const GPtrArray *caps = trl_blueprint_get_children (blueprint, trl_card_get_id (incentive), TRL_SLOT_CAPS);

  for (guint i = 0; caps != NULL && i < caps->len && i < 2; i++)
    {
      const TrlCard *cap = g_ptr_array_index (caps, i);
      g_autofree char *value = trl_amount_value (cap, TRL_CAP_VALUE, TRL_CAP_UNIT, "money",
                                                 trl_sentence_currency (blueprint));
      g_autofree char *words = g_strdup_printf (C_("incentive", "cap %s"), value);
      int per = trl_card_get_choice (cap, TRL_CAP_PER);

      join (out, " · ", words);
      if (per >= 0 && per != TRL_PERIOD_DEAL)
        join (out, " ", trl_choice_get_label (TRL_CHOICES_PERIOD, per));
    }
}

static void
add_trigger (GString       *out,
             const TrlCard *incentive)
{
  TrlState state = trl_card_get_state (incentive, TRL_INCENTIVE_TRIGGER);
  g_autofree char *trigger = entry_words (incentive, TRL_INCENTIVE_TRIGGER);

  if (state == TRL_STATE_OPEN)
    g_string_append (out, _("paid when?"));
  else if (state != TRL_STATE_NOT_APPLICABLE)
    /* Translators: %s is an event: "at closed-won" */
    g_string_append_printf (out, C_("incentive", "at %s"), trigger);
  if (trl_card_get_state (incentive, TRL_INCENTIVE_CONDITION) == TRL_STATE_KNOWN)
    {
      g_autofree char *condition = entry_words (incentive, TRL_INCENTIVE_CONDITION);

      /* Translators: %s is an event: "at deal registered, if closed-won" */
      g_string_append_printf (out, C_("incentive", ", if %s"), condition);
    }
}

/**
 * trl_sentence_incentive_terms:
 * @blueprint: a blueprint
 * @incentive: an incentive
 *
 * Says when it pays and how much at most: "at closed-won · cap $4,000".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_incentive_terms (TrlBlueprint  *blueprint,
                              const TrlCard *incentive)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *renewals = NULL;
  guint n_terms;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && incentive != NULL, NULL);

  add_trigger (out, incentive);
  renewals = trl_sentence_rates (blueprint, incentive, TRL_BUSINESS_RENEWAL);
  if (renewals != NULL)
    {
      g_autofree char *words = g_strdup_printf (C_("incentive", "renewals %s"), renewals);

      join (out, " · ", words);
    }
  add_caps (out, blueprint, incentive);
  n_terms = count_terms (incentive);
  if (n_terms > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u term", "%u terms", n_terms), n_terms);

      join (out, " · ", words);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * trl_sentence_days:
 * @step: a step
 *
 * Says how long a step takes: "20 d".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_days (const TrlCard *step)
{
  g_autofree char *number = NULL;

  g_return_val_if_fail (step != NULL, NULL);

  number = trl_amount_value (step, TRL_STEP_DAYS, TRL_MEMBER_NONE, NULL, NULL);
  if (trl_card_get_state (step, TRL_STEP_DAYS) == TRL_STATE_NOT_APPLICABLE)
    return g_steal_pointer (&number);
  /* Translators: days, shortened */
  return g_strdup_printf (C_("step", "%s d"), number);
}

/**
 * trl_sentence_metric_value:
 * @blueprint: a blueprint
 * @metric: a metric
 *
 * Says what a metric is to reach: "$1.3M a year".
 *
 * Returns: (transfer full) (nullable): the words, %NULL while it is open
 */
char *
trl_sentence_metric_value (TrlBlueprint  *blueprint,
                           const TrlCard *metric)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *value = NULL;
  const TrlEntry *entry;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && metric != NULL, NULL);

  if (trl_card_get_state (metric, TRL_METRIC_TARGET_VALUE) == TRL_STATE_OPEN)
    return NULL;
  entry = trl_card_get_kind_entry (metric);
  value = trl_amount_value (metric, TRL_METRIC_TARGET_VALUE, TRL_METRIC_TARGET_UNIT,
                            entry != NULL ? entry->unit : NULL, trl_sentence_currency (blueprint));
  g_string_append (out, value);
  join (out, " ", period_label (metric, TRL_METRIC_TARGET_PER));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * trl_sentence_metric:
 * @blueprint: a blueprint
 * @metric: a metric
 *
 * Says what a metric is and where it is to be: "Sourced pipeline · $1.3M a year".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_metric (TrlBlueprint  *blueprint,
                     const TrlCard *metric)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && metric != NULL, NULL);

  name = trl_sentence_name (metric);
  value = trl_sentence_metric_value (blueprint, metric);
  return value != NULL ? g_strdup_printf ("%s · %s", name, value) : g_steal_pointer (&name);
}

/**
 * trl_sentence_partners:
 * @blueprint: a blueprint
 *
 * Says how many partners there are: "30 now · 200 planned".
 *
 * Returns: (transfer full): the words
 */
char *
trl_sentence_partners (TrlBlueprint *blueprint)
{
  g_autofree char *now = NULL;
  g_autofree char *planned = NULL;
  TrlCard *root;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  root = trl_blueprint_get_root (blueprint);
  now = trl_amount_value (root, TRL_PROGRAM_PARTNERS_NOW, TRL_MEMBER_NONE, NULL, NULL);
  planned = trl_amount_value (root, TRL_PROGRAM_PARTNERS_PLANNED, TRL_MEMBER_NONE, NULL, NULL);
  return g_strdup_printf (_("%1$s now · %2$s planned"), now, planned);
}

/**
 * trl_sentence_note_foot:
 * @note: a note
 *
 * Returns: (transfer full): what the note is, who takes it on, and until when; "" for an idea
 */
char *
trl_sentence_note_foot (const TrlCard *note)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *facts[3] = { NULL };
  int kind;

  g_return_val_if_fail (note != NULL, NULL);

  kind = trl_card_get_choice (note, TRL_NOTE_KIND);
  if (kind >= 0 && kind != TRL_NOTE_IDEA)
    facts[0] = trl_choice_get_label (TRL_CHOICES_NOTE, kind);
  facts[1] = trl_card_get_text (note, TRL_NOTE_OWNER);
  facts[2] = trl_card_get_text (note, TRL_NOTE_DUE);
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    if (facts[i] != NULL)
      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", facts[i]);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * trl_sentence_goal:
 * @blueprint: a blueprint
 *
 * Returns: (transfer full): the goal of the program, or the question for it
 */
char *
trl_sentence_goal (TrlBlueprint *blueprint)
{
  TrlCard *root;
  const char *goal;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  root = trl_blueprint_get_root (blueprint);
  goal = trl_card_get_text (root, TRL_PROGRAM_GOAL);
  if (goal != NULL)
    return g_strdup (goal);
  if (trl_card_get_state (root, TRL_PROGRAM_GOAL) == TRL_STATE_UNKNOWN)
    return g_strdup ("?");
  return g_strdup (_("What do partners bring that you would not get alone?"));
}
