/* cell-plan.c: what a pasted table becomes: the kind of card for a row, the member for a column.
 *
 * All of it is guessed from the headings, by the words of the vocabulary and
 * of the catalogues, and all of it can be chosen otherwise. A column may also
 * become a card in the row's card: a bar or a benefit of a tier, the rate of
 * an incentive. No cell gets lost unless somebody wants it to: what is left
 * out or cannot be read goes, under its heading, to a member that takes words. */

#define G_LOG_DOMAIN "cell-plan"

#include "config.h"

#include "cell-plan.h"
#include "cell-read.h"

#include <glib/gi18n.h>
#include <string.h>

/* How free cards lie among each other, in board units; the board moves them apart where they are larger. */
#define STEP_ACROSS 224.0
#define STEP_DOWN   212.0
#define A_COLUMN    5

static const TrlKind kinds[] = {
  TRL_KIND_TIER, TRL_KIND_INCENTIVE, TRL_KIND_STEP, TRL_KIND_TYPE, TRL_KIND_METRIC, TRL_KIND_NOTE,
};

struct _TrlCellPlan
{
  TrlCells     *cells;
  TrlBlueprint *blueprint;
  TrlKind       kind;
  gboolean      header;
  gboolean      keeps_rest;
  GArray       *targets;     /* of TrlCellTarget, for the kind */
  guint        *columns;     /* of each, its target */
};

/**
 * trl_cell_plan_list_kinds:
 * @n_kinds: (out): how many
 *
 * Returns: (array length=n_kinds) (transfer none): the kinds of cards that rows can become
 */
const TrlKind *
trl_cell_plan_list_kinds (guint *n_kinds)
{
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = G_N_ELEMENTS (kinds);
  return kinds;
}

static void
add_entries (GArray       *targets,
             TrlCatalogue  catalogue,
             TrlMember     member,
             TrlSlot       slot)
{
  for (guint i = 0; i < trl_catalogue_get_size (catalogue); i++)
    {
      TrlCellTarget target = { member, slot, trl_catalogue_get (catalogue, i) };

      g_array_append_val (targets, target);
    }
}

static gboolean
is_offered (TrlMember member)
{
  const TrlMemberInfo *info = trl_member_get_info (member);

  return info->group != TRL_GROUP_HIDDEN && info->type != TRL_VALUE_LEVEL;
}

static GArray *
list_targets (TrlKind kind)
{
  GArray *targets = g_array_new (FALSE, TRUE, sizeof (TrlCellTarget));
  TrlCellTarget target = { TRL_MEMBER_NONE, TRL_SLOT_NONE, NULL };
  TrlMember end;

  g_array_append_val (targets, target);
  for (trl_kind_get_members (kind, &target.member, &end); target.member < end; target.member++)
    if (is_offered (target.member))
      g_array_append_val (targets, target);
  if (kind == TRL_KIND_INCENTIVE)
    {
      target = (TrlCellTarget) { TRL_RATE_VALUE, TRL_SLOT_RATES, NULL };
      g_array_append_val (targets, target);
      target = (TrlCellTarget) { TRL_CAP_VALUE, TRL_SLOT_CAPS, NULL };
      g_array_append_val (targets, target);
    }
  if (kind == TRL_KIND_TIER)
    {
      add_entries (targets, TRL_CATALOGUE_CRITERIA, TRL_CRITERION_VALUE, TRL_SLOT_CRITERIA);
      add_entries (targets, TRL_CATALOGUE_BENEFITS, TRL_BENEFIT_VALUE, TRL_SLOT_BENEFITS);
    }
  return targets;
}

/* Guesses */

/* Whether a heading names a target. */
static gboolean
is_named (const TrlCellTarget *target,
          const char          *heading)
{
  const TrlMemberInfo *info;
  const char *last;

  if (target->member == TRL_MEMBER_NONE)
    return FALSE;
  if (target->entry != NULL)
    return trl_cell_same_words (heading, trl_entry_get_label (target->entry)) ||
           trl_cell_same_words (heading, target->entry->label) || trl_cell_same_words (heading, target->entry->id);
  info = trl_member_get_info (target->member);
  last = strrchr (info->path, '.');
  return trl_cell_same_words (heading, trl_member_get_label (target->member)) || trl_cell_same_words (heading, info->label) ||
         trl_cell_same_words (heading, info->path) || (last != NULL && trl_cell_same_words (heading, last + 1));
}

/* Whether a heading says what a row is: "Tier". */
static gboolean
names_kind (TrlKind     kind,
            const char *heading)
{
  const TrlKindInfo *info = trl_kind_get_info (kind);

  return trl_cell_same_words (heading, trl_kind_get_label (kind)) || trl_cell_same_words (heading, info->label) ||
         trl_cell_same_words (heading, info->name);
}

static guint
count_columns (TrlCellPlan *plan)
{
  return trl_cells_get_n_columns (plan->cells);
}

static const TrlCellTarget *
target_of (TrlCellPlan *plan,
           guint        column)
{
  return &g_array_index (plan->targets, TrlCellTarget, plan->columns[column]);
}

static gboolean
is_taken (TrlCellPlan *plan,
          guint        target)
{
  for (guint i = 0; i < count_columns (plan); i++)
    if (plan->columns[i] == target)
      return TRUE;
  return FALSE;
}

static guint
find_target (TrlCellPlan *plan,
             TrlMember    member)
{
  for (guint i = 1; i < plan->targets->len; i++)
    if (g_array_index (plan->targets, TrlCellTarget, i).member == member)
      return i;
  return 0;
}

/* What the cards are called by: their name, the text of a note. */
static TrlMember
find_naming (TrlKind kind)
{
  return kind == TRL_KIND_NOTE ? TRL_NOTE_TEXT : trl_kind_get_name_member (kind);
}

static const char *
heading_of (TrlCellPlan *plan,
            guint        column)
{
  return plan->header && trl_cells_get_n_rows (plan->cells) > 0 ? trl_cells_get (plan->cells, 0, column) : NULL;
}

static void
guess_column (TrlCellPlan *plan,
              guint        column)
{
  const char *heading = heading_of (plan, column);

  if (heading == NULL)
    return;
  for (guint i = 1; i < plan->targets->len; i++)
    if (is_named (&g_array_index (plan->targets, TrlCellTarget, i), heading) && !is_taken (plan, i))
      {
        plan->columns[column] = i;
        return;
      }
}

/* By the headings; what names the card is the column under its kind, or the first that is nothing else. */
static void
guess_columns (TrlCellPlan *plan)
{
  guint naming = find_target (plan, find_naming (plan->kind));

  memset (plan->columns, 0, count_columns (plan) * sizeof (guint));
  for (guint i = 0; i < count_columns (plan) && plan->header; i++)
    if (names_kind (plan->kind, heading_of (plan, i)) && !is_taken (plan, naming))
      plan->columns[i] = naming;
  for (guint i = 0; i < count_columns (plan); i++)
    if (plan->columns[i] == 0)
      guess_column (plan, i);
  for (guint i = 0; i < count_columns (plan) && !is_taken (plan, naming); i++)
    if (plan->columns[i] == 0)
      plan->columns[i] = naming;
}

static void
take_kind (TrlCellPlan *plan,
           TrlKind      kind)
{
  plan->kind = kind;
  g_clear_pointer (&plan->targets, g_array_unref);
  plan->targets = list_targets (kind);
  guess_columns (plan);
}

/* How well the first row names what cards of a kind have; the kind itself counts for three. */
static guint
rate_kind (TrlCellPlan *plan,
           TrlKind      kind)
{
  g_autoptr (GArray) targets = list_targets (kind);
  guint score = 0;

  for (guint column = 0; column < count_columns (plan); column++)
    {
      const char *heading = trl_cells_get (plan->cells, 0, column);
      gboolean named = FALSE;

      for (guint i = 1; i < targets->len && !named; i++)
        named = is_named (&g_array_index (targets, TrlCellTarget, i), heading);
      score += names_kind (kind, heading) ? 3 : named;
    }
  return score;
}

static gboolean
is_number (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

/* Words above numbers are headings, whatever they say. */
static gboolean
has_words_above_numbers (const TrlCells *cells)
{
  gboolean numbers = FALSE;

  for (guint column = 0; column < trl_cells_get_n_columns (cells); column++)
    {
      gboolean below = trl_cells_get_n_rows (cells) > 1;

      if (is_number (trl_cells_get (cells, 0, column)))
        return FALSE;
      for (guint row = 1; row < trl_cells_get_n_rows (cells); row++)
        below = below && is_number (trl_cells_get (cells, row, column));
      numbers = numbers || below;
    }
  return numbers;
}

static void
guess (TrlCellPlan *plan)
{
  TrlKind best = TRL_KIND_NOTE;
  guint most = 0;

  if (trl_cells_get_n_rows (plan->cells) > 0)
    for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
      {
        guint score = rate_kind (plan, kinds[i]);

        if (score > most)
          best = kinds[i];
        most = MAX (most, score);
      }
  plan->header = trl_cells_get_n_rows (plan->cells) > 1 &&
                 (most > 0 || trl_cells_has_header (plan->cells) || has_words_above_numbers (plan->cells));
  take_kind (plan, best);
}

/**
 * trl_cell_plan_new:
 * @cells: (transfer full): a table
 * @blueprint: the design that it comes to
 *
 * Guesses what becomes of a table.
 *
 * Returns: (transfer full): the plan
 */
TrlCellPlan *
trl_cell_plan_new (TrlCells     *cells,
                   TrlBlueprint *blueprint)
{
  TrlCellPlan *plan;

  g_return_val_if_fail (cells != NULL && TRL_IS_BLUEPRINT (blueprint), NULL);

  plan = g_new0 (TrlCellPlan, 1);
  plan->cells = cells;
  plan->blueprint = g_object_ref (blueprint);
  plan->keeps_rest = TRUE;
  plan->columns = g_new0 (guint, trl_cells_get_n_columns (cells) + 1);
  guess (plan);
  return plan;
}

/**
 * trl_cell_plan_free:
 * @plan: (transfer full) (nullable): a plan
 *
 * Frees a plan and its table.
 */
void
trl_cell_plan_free (TrlCellPlan *plan)
{
  if (plan == NULL)
    return;
  trl_cells_free (plan->cells);
  g_object_unref (plan->blueprint);
  g_array_unref (plan->targets);
  g_free (plan->columns);
  g_free (plan);
}

/**
 * trl_cell_plan_get_cells:
 * @plan: a plan
 *
 * Returns: (transfer none): its table
 */
const TrlCells *
trl_cell_plan_get_cells (TrlCellPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return plan->cells;
}

/**
 * trl_cell_plan_get_kind:
 * @plan: a plan
 *
 * Returns: what a row becomes
 */
TrlKind
trl_cell_plan_get_kind (TrlCellPlan *plan)
{
  g_return_val_if_fail (plan != NULL, TRL_KIND_NOTE);

  return plan->kind;
}

/**
 * trl_cell_plan_set_kind:
 * @plan: a plan
 * @kind: a kind of trl_cell_plan_list_kinds()
 *
 * Makes each row a card of another kind; the columns are guessed anew.
 */
void
trl_cell_plan_set_kind (TrlCellPlan *plan,
                        TrlKind      kind)
{
  g_return_if_fail (plan != NULL && kind > TRL_KIND_NONE && kind < TRL_N_KINDS);

  if (kind != plan->kind)
    take_kind (plan, kind);
}

/**
 * trl_cell_plan_get_header:
 * @plan: a plan
 *
 * Returns: whether the first row names the columns
 */
gboolean
trl_cell_plan_get_header (TrlCellPlan *plan)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  return plan->header;
}

/**
 * trl_cell_plan_set_header:
 * @plan: a plan
 * @header: whether the first row names the columns
 *
 * Takes the first row for headings, or for a card like all others.
 */
void
trl_cell_plan_set_header (TrlCellPlan *plan,
                          gboolean     header)
{
  g_return_if_fail (plan != NULL);

  plan->header = header;
}

/**
 * trl_cell_plan_get_n_targets:
 * @plan: a plan
 *
 * Returns: how many things a column may become; depends on the kind
 */
guint
trl_cell_plan_get_n_targets (TrlCellPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->targets->len;
}

/**
 * trl_cell_plan_get_target:
 * @plan: a plan
 * @target: one of them
 *
 * Returns: (transfer none): what a column may become
 */
const TrlCellTarget *
trl_cell_plan_get_target (TrlCellPlan *plan,
                          guint        target)
{
  g_return_val_if_fail (plan != NULL && target < plan->targets->len, NULL);

  return &g_array_index (plan->targets, TrlCellTarget, target);
}

/**
 * trl_cell_plan_name_target:
 * @plan: a plan
 * @target: what a column may become
 *
 * Returns: (transfer full): what people call it
 */
char *
trl_cell_plan_name_target (TrlCellPlan *plan,
                           guint        target)
{
  const TrlCellTarget *info = trl_cell_plan_get_target (plan, target);

  g_return_val_if_fail (info != NULL, NULL);

  if (info->member == TRL_MEMBER_NONE)
    return g_strdup (C_("column of a table", "Leave out"));
  if (info->entry != NULL)   /* "Criteria: sourced revenue" */
    return g_strdup_printf ("%s: %s", trl_slot_get_label (info->slot), trl_entry_get_label (info->entry));
  return g_strdup (trl_member_get_label (info->member));
}

/**
 * trl_cell_plan_get_column:
 * @plan: a plan
 * @column: a column
 *
 * Returns: what it becomes, one of the targets
 */
guint
trl_cell_plan_get_column (TrlCellPlan *plan,
                          guint        column)
{
  g_return_val_if_fail (plan != NULL && column < count_columns (plan), 0);

  return plan->columns[column];
}

/**
 * trl_cell_plan_set_column:
 * @plan: a plan
 * @column: a column
 * @target: one of the targets
 *
 * Makes a column something else.
 */
void
trl_cell_plan_set_column (TrlCellPlan *plan,
                          guint        column,
                          guint        target)
{
  g_return_if_fail (plan != NULL && column < count_columns (plan) && target < plan->targets->len);

  plan->columns[column] = target;
}

/**
 * trl_cell_plan_get_rest:
 * @plan: a plan
 *
 * Returns: the member that takes what is left out or cannot be read: the text
 *   of a note, else where a card is from, else why it is
 */
TrlMember
trl_cell_plan_get_rest (TrlCellPlan *plan)
{
  static const char *paths[] = { "text", "source", "why" };
  TrlMember rest = TRL_MEMBER_NONE;

  g_return_val_if_fail (plan != NULL, TRL_MEMBER_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (paths) && rest == TRL_MEMBER_NONE; i++)
    rest = trl_member_find (plan->kind, paths[i]);
  return rest;
}

/**
 * trl_cell_plan_get_keeps_rest:
 * @plan: a plan
 *
 * Returns: whether what is left out or cannot be read is kept as words
 */
gboolean
trl_cell_plan_get_keeps_rest (TrlCellPlan *plan)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  return plan->keeps_rest;
}

/**
 * trl_cell_plan_set_keeps_rest:
 * @plan: a plan
 * @keeps: whether what is left out or cannot be read is kept as words
 *
 * Lets cells go, or keeps all of them.
 */
void
trl_cell_plan_set_keeps_rest (TrlCellPlan *plan,
                              gboolean     keeps)
{
  g_return_if_fail (plan != NULL);

  plan->keeps_rest = keeps;
}

/**
 * trl_cell_plan_get_first_row:
 * @plan: a plan
 *
 * Returns: the first row that becomes a card
 */
guint
trl_cell_plan_get_first_row (TrlCellPlan *plan)
{
  g_return_val_if_fail (plan != NULL, 0);

  return plan->header ? 1 : 0;
}

/* Words can stand one behind the other, all else is said once. */
static gboolean
takes_words (TrlMember member)
{
  TrlValueType type = trl_member_get_info (member)->type;

  return type == TRL_VALUE_NAME || type == TRL_VALUE_TEXT || type == TRL_VALUE_LINE;
}

static gboolean
is_said_before (TrlCellPlan *plan,
                guint        row,
                guint        column)
{
  const TrlCellTarget *target = target_of (plan, column);

  if (target->slot != TRL_SLOT_NONE || takes_words (target->member))
    return FALSE;
  for (guint i = 0; i < column; i++)
    if (plan->columns[i] == plan->columns[column] && *trl_cells_get (plan->cells, row, i) != '\0')
      return TRUE;
  return FALSE;
}

/* Reads a cell for where its column goes. A bar or a benefit takes any words, so nothing of it is wrong. */
static gboolean
read_cell (TrlCellPlan  *plan,
           guint         row,
           guint         column,
           TrlValue    **value,
           char        **unit,
           char        **problem)
{
  const TrlCellTarget *target = target_of (plan, column);
  g_autoptr (GError) error = NULL;

  *value = NULL;
  *unit = NULL;
  if (is_said_before (plan, row, column))
    {
      *problem = g_strdup (_("Another column says this already"));
      return FALSE;
    }
  if (trl_cell_read (plan->blueprint, target->member, heading_of (plan, column), trl_cells_get (plan->cells, row, column),
                     value, unit, &error) ||
      target->entry != NULL)
    return TRUE;
  *problem = g_strdup (error->message);
  return FALSE;
}

/**
 * trl_cell_plan_check:
 * @plan: a plan
 * @row: a row that becomes a card
 * @column: a column
 *
 * Returns: (transfer full) (nullable): why a cell cannot be read, if it cannot
 */
char *
trl_cell_plan_check (TrlCellPlan *plan,
                     guint        row,
                     guint        column)
{
  g_autoptr (TrlValue) value = NULL;
  g_autofree char *unit = NULL;
  char *problem = NULL;

  g_return_val_if_fail (plan != NULL && column < count_columns (plan), NULL);

  if (target_of (plan, column)->member != TRL_MEMBER_NONE && *trl_cells_get (plan->cells, row, column) != '\0')
    read_cell (plan, row, column, &value, &unit, &problem);
  return problem;
}

/* Cards */

/* One row that is becoming a card. */
typedef struct
{
  TrlCellPlan *plan;
  guint        row;
  TrlCard     *card;
  GPtrArray   *inner;     /* of TrlCard: what lies in it */
  GString     *rest;
} Making;

static void
set_text (TrlCard    *card,
          TrlMember   member,
          const char *text)
{
  g_autoptr (TrlValue) value = trl_value_new_text (text);

  trl_card_init_value (card, member, value);
}

/* Puts words behind those that are there: a line each where there is room for lines. */
static void
add_text (TrlCard    *card,
          TrlMember   member,
          const char *text)
{
  const char *before = trl_card_get_text (card, member);
  gboolean lines = trl_member_get_info (member)->type == TRL_VALUE_TEXT;
  g_autofree char *both = before != NULL && *before != '\0' ? g_strconcat (before, lines ? "\n" : "; ", text, NULL) : g_strdup (text);

  if (!lines)
    g_strdelimit (both, "\n\r", ' ');
  set_text (card, member, both);
}

/* The member of a kind that says what a number of it is counted in. */
static TrlMember
find_unit_member (TrlKind kind)
{
  TrlMember member, end;

  for (trl_kind_get_members (kind, &member, &end); member < end; member++)
    if (trl_member_get_info (member)->type == TRL_VALUE_UNIT)
      return member;
  return TRL_MEMBER_NONE;
}

static void
set_number (TrlCard    *card,
            TrlMember   member,
            TrlValue   *value,
            const char *unit)
{
  TrlMember unit_member = find_unit_member (trl_card_get_kind (card));

  trl_card_init_value (card, member, value);
  if (unit != NULL && trl_member_get_info (member)->unit == TRL_UNIT_BY_CARD && unit_member != TRL_MEMBER_NONE)
    set_text (card, unit_member, unit);
}

static TrlCard *
add_inner (Making              *making,
           const TrlCellTarget *target)
{
  g_autofree char *id = g_strdup_printf ("%s-%u", trl_card_get_id (making->card), making->inner->len + 1);
  TrlCard *inner = trl_card_new (trl_slot_get_info (target->slot)->child, id);

  trl_card_init_place (inner, trl_card_get_id (making->card), target->slot, making->inner->len + 1);
  if (target->entry != NULL)
    set_text (inner, trl_kind_get_entry_member (trl_card_get_kind (inner)), target->entry->id);
  g_ptr_array_add (making->inner, inner);
  return inner;
}

static void
make_bar (Making              *making,
          const TrlCellTarget *target,
          const char          *text,
          TrlValue            *value,
          const char          *unit)
{
  static const char *is[] = { "at-most", "yes", "at-least" };
  int yes = trl_cell_read_yes (text);
  TrlCard *bar;

  if (target->entry->direction == 0 && yes == 0)
    return;
  bar = add_inner (making, target);
  set_text (bar, TRL_CRITERION_IS, is[CLAMP (target->entry->direction, -1, 1) + 1]);
  if (target->entry->direction != 0 && value != NULL)
    set_number (bar, TRL_CRITERION_VALUE, value, unit != NULL ? unit : target->entry->unit);
  else if (yes != 1)
    add_text (bar, TRL_CRITERION_TEXT, text);
}

static void
make_benefit (Making              *making,
              const TrlCellTarget *target,
              const char          *text,
              TrlValue            *value,
              const char          *unit)
{
  g_autofree char *level = target->entry->scale != NULL ? trl_cell_find_level (target->entry, text) : NULL;
  gboolean counted = target->entry->compare == TRL_COMPARE_QUANTITY;
  int yes = counted ? -1 : trl_cell_read_yes (text);
  TrlCard *benefit;

  if (yes == 0)
    return;
  benefit = add_inner (making, target);
  if (level != NULL)
    set_text (benefit, TRL_BENEFIT_LEVEL, level);
  else if (counted && value != NULL)
    set_number (benefit, TRL_BENEFIT_VALUE, value, unit != NULL ? unit : target->entry->unit);
  else if (yes != 1)
    add_text (benefit, TRL_BENEFIT_TEXT, text);
}

static void
keep (Making     *making,
      guint       column,
      const char *text)
{
  const char *heading = heading_of (making->plan, column);

  if (!making->plan->keeps_rest)
    return;
  if (making->rest->len > 0)
    g_string_append_c (making->rest, '\n');
  if (heading != NULL && *heading != '\0')
    g_string_append_printf (making->rest, "%s: ", heading);
  g_string_append (making->rest, text);
}

static void
take_cell (Making *making,
           guint   column)
{
  TrlCellPlan *plan = making->plan;
  const TrlCellTarget *target = target_of (plan, column);
  const char *text = trl_cells_get (plan->cells, making->row, column);
  g_autoptr (TrlValue) value = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *problem = NULL;

  if (*text == '\0')
    return;
  if (target->member == TRL_MEMBER_NONE || !read_cell (plan, making->row, column, &value, &unit, &problem))
    keep (making, column, text);
  else if (target->slot == TRL_SLOT_CRITERIA)
    make_bar (making, target, text, value, unit);
  else if (target->slot == TRL_SLOT_BENEFITS)
    make_benefit (making, target, text, value, unit);
  else if (target->slot != TRL_SLOT_NONE)
    set_number (add_inner (making, target), target->member, value, unit);
  else if (takes_words (target->member) && trl_value_get_form (value) == TRL_FORM_TEXT)
    add_text (making->card, target->member, trl_value_get_text (value));
  else
    set_number (making->card, target->member, value, unit);
}

/* A card whose name is the word of a catalogue is that, unless a column says otherwise. */
static void
guess_entry (Making *making)
{
  TrlCard *card = making->card;
  TrlMember member = trl_kind_get_entry_member (trl_card_get_kind (card));
  g_autoptr (TrlValue) value = NULL;
  g_autofree char *unit = NULL;

  if (member != TRL_MEMBER_NONE && trl_card_get_state (card, member) == TRL_STATE_OPEN && *trl_card_get_name (card) != '\0' &&
      trl_cell_read (making->plan->blueprint, member, NULL, trl_card_get_name (card), &value, &unit, NULL) && value != NULL)
    trl_card_init_value (card, member, value);
}

static gboolean
is_empty_row (TrlCellPlan *plan,
              guint        row)
{
  for (guint column = 0; column < count_columns (plan); column++)
    if (*trl_cells_get (plan->cells, row, column) != '\0')
      return FALSE;
  return TRUE;
}

/* Rows that come to lie free fill columns of five, as lines do. */
static void
lay (TrlCard *card,
     guint    n)
{
  g_autoptr (TrlValue) x = trl_value_new_number (STEP_ACROSS * (n / A_COLUMN));
  g_autoptr (TrlValue) y = trl_value_new_number (STEP_DOWN * (n % A_COLUMN));

  trl_card_init_value (card, trl_kind_get_x_member (trl_card_get_kind (card)), x);
  trl_card_init_value (card, trl_kind_get_y_member (trl_card_get_kind (card)), y);
}

static void
make_row (TrlCellPlan *plan,
          guint        row,
          GPtrArray   *cards,
          guint        n)
{
  g_autofree char *id = g_strdup_printf ("row-%u", row + 1);
  g_autoptr (GPtrArray) inner = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);
  g_autoptr (GString) rest = g_string_new (NULL);
  Making making = { plan, row, trl_card_new (plan->kind, id), inner, rest };

  lay (making.card, n);
  if (plan->kind == TRL_KIND_NOTE)
    set_text (making.card, TRL_NOTE_COLOUR, "yellow");
  for (guint column = 0; column < count_columns (plan); column++)
    take_cell (&making, column);
  if (rest->len > 0)
    add_text (making.card, trl_cell_plan_get_rest (plan), rest->str);
  guess_entry (&making);
  g_ptr_array_add (cards, making.card);
  while (inner->len > 0)
    g_ptr_array_add (cards, g_ptr_array_steal_index (inner, 0));
}

/**
 * trl_cell_plan_make_cards:
 * @plan: a plan
 * @most: how many rows at most
 *
 * Makes the cards that a table becomes, to be pasted (trl_act_paste_cards()).
 * An empty row becomes none.
 *
 * Returns: (transfer full) (element-type TrlCard): the cards, parents before children
 */
GPtrArray *
trl_cell_plan_make_cards (TrlCellPlan *plan,
                          guint        most)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);
  guint n = 0;

  g_return_val_if_fail (plan != NULL, cards);

  for (guint row = trl_cell_plan_get_first_row (plan); row < trl_cells_get_n_rows (plan->cells) && n < most; row++)
    if (!is_empty_row (plan, row))
      make_row (plan, row, cards, n++);
  return cards;
}
