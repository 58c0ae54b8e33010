/* table.c: a blueprint as a grid of words.
 *
 * Both grids read the blueprint and the findings that the review has, and
 * nothing else, so that window, paper and command line say the same. */

#define G_LOG_DOMAIN "table"

#include "config.h"

#include "table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "acts.h"
#include "sentences.h"
#include "sheet.h"

struct _TrlTable
{
  TrlTableKind  kind;
  TrlBlueprint *blueprint;
  char         *title;
  GPtrArray    *rows;       /* (element-type utf8) */
  GPtrArray    *columns;    /* (element-type utf8) */
  GPtrArray    *cells;      /* (element-type TrlTableCell), row after row */
};

static const struct { const char *id; const char *label; } kinds[TRL_N_TABLES] = {
  [TRL_TABLE_ROLES] = { "who-does-what", NC_("table", "Who Does What") },
  [TRL_TABLE_DECISIONS] = { "decisions", NC_("table", "Where We Stand") },
};

static const struct { TrlMember member; const char *label; } roles[] = {
  { TRL_MOTION_FINDS, NC_("role", "Find") },
  { TRL_MOTION_SELLS, NC_("role", "Sell") },
  { TRL_MOTION_SIGNS, NC_("role", "Sign") },
  { TRL_MOTION_DELIVERS, NC_("role", "Deliver") },
  { TRL_MOTION_SUPPORTS, NC_("role", "Support") },
  { TRL_MOTION_RENEWS, NC_("role", "Renew") },
  { TRL_MOTION_EARNS, NC_("role", "Earn") },
};

static void
cell_free (gpointer data)
{
  TrlTableCell *cell = data;

  g_free (cell->text);
  g_free (cell->owner);
  g_free (cell);
}

/**
 * trl_table_free:
 * @table: (transfer full): a table
 *
 * Frees a table.
 */
void
trl_table_free (TrlTable *table)
{
  g_clear_object (&table->blueprint);
  g_free (table->title);
  g_ptr_array_unref (table->rows);
  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

static TrlTableCell *
add_cell (TrlTable   *self,
          const char *owner)
{
  TrlTableCell *cell = g_new0 (TrlTableCell, 1);

  cell->owner = g_strdup (owner);   /* the card may go while the table stays */
  cell->member = TRL_MEMBER_NONE;
  cell->decision = -1;
  cell->state = -1;
  g_ptr_array_add (self->cells, cell);
  return cell;
}

/* Who does it, as it is written; what is not written is a dash, never a guess. */
static char *
word_for_role (TrlCard   *motion,
               TrlMember  member)
{
  switch (trl_card_get_state (motion, member))
    {
    case TRL_STATE_UNKNOWN:
      return g_strdup (C_("table", "unknown"));
    case TRL_STATE_NOT_APPLICABLE:
      return g_strdup (C_("table", "nobody"));
    default:
      break;
    }
  if (trl_card_get_value (motion, member) == NULL)
    return g_strdup ("–");
  return g_strdup (trl_choice_get_label (TRL_CHOICES_PARTY, trl_card_get_choice (motion, member)));
}

/* What the partner lives on: its own business first, then what we pay. */
static char *
word_for_earning (TrlBlueprint *blueprint,
                  TrlCard      *motion)
{
  const GPtrArray *incentives = trl_blueprint_get_children (blueprint, trl_card_get_id (motion), TRL_SLOT_INCENTIVES);
  const char *own = trl_card_get_text (motion, TRL_MOTION_EARNS);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (own != NULL && *own != '\0')
    g_ptr_array_add (words, g_strdup (own));
  for (guint i = 0; incentives != NULL && i < incentives->len; i++)
    g_ptr_array_add (words, trl_sentence_incentive (blueprint, g_ptr_array_index (incentives, i)));
  if (words->len == 0)
    g_ptr_array_add (words, g_strdup ("–"));
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("; ", (char **) words->pdata);
}

static void
fill_roles (TrlTable        *self,
            const GPtrArray *motions)
{
  for (guint row = 0; row < G_N_ELEMENTS (roles); row++)
    {
      g_ptr_array_add (self->rows, g_strdup (g_dpgettext2 (NULL, "role", roles[row].label)));
      for (guint i = 0; i < motions->len; i++)
        {
          TrlCard *motion = g_ptr_array_index (motions, i);
          TrlTableCell *cell = add_cell (self, trl_card_get_id (motion));

          cell->member = roles[row].member;
          cell->text = roles[row].member == TRL_MOTION_EARNS ? word_for_earning (self->blueprint, motion)
                                                              : word_for_role (motion, roles[row].member);
          cell->said = !g_str_equal (cell->text, "–");
        }
    }
}

static guint
count_unknown (TrlBlueprint *blueprint,
               TrlCard      *card,
               gboolean      deep)
{
  TrlKind kind = trl_card_get_kind (card);
  TrlMember first, end;
  guint n = 0;

  trl_kind_get_members (kind, &first, &end);
  for (TrlMember member = first; member < end; member++)
    n += trl_card_get_state (card, member) == TRL_STATE_UNKNOWN;
  for (TrlSlot slot = TRL_SLOT_NONE + 1; deep && slot < TRL_N_SLOTS; slot++)
    {
      const GPtrArray *children = trl_slot_get_info (slot)->parent == kind
                                    ? trl_blueprint_get_children (blueprint, trl_card_get_id (card), slot) : NULL;

      for (guint i = 0; children != NULL && i < children->len; i++)
        n += count_unknown (blueprint, g_ptr_array_index (children, i), TRUE);
    }
  return n;
}

static guint
count_unknown_below (TrlBlueprint *blueprint,
                     const char   *owner,
                     TrlSlot       slot)
{
  const GPtrArray *children = trl_blueprint_get_children (blueprint, owner, slot);
  guint n = 0;

  for (guint i = 0; children != NULL && i < children->len; i++)
    n += count_unknown (blueprint, g_ptr_array_index (children, i), TRUE);
  return n;
}

static guint
count_unknown_for (TrlBlueprint *blueprint,
                   const char   *owner,
                   int           decision)
{
  TrlCard *card = trl_blueprint_get (blueprint, owner);
  gboolean program = g_str_equal (owner, TRL_ROOT_ID);

  switch (decision)
    {
    case TRL_DECISION_TYPES:
      return count_unknown (blueprint, card, FALSE) + (program ? count_unknown_below (blueprint, owner, TRL_SLOT_TYPES) : 0);
    case TRL_DECISION_TIERS:
      return count_unknown_below (blueprint, owner, TRL_SLOT_TIERS) + count_unknown_below (blueprint, owner, TRL_SLOT_CREDENTIALS);
    case TRL_DECISION_INCENTIVES:
      return count_unknown_below (blueprint, owner, TRL_SLOT_INCENTIVES);
    case TRL_DECISION_ENABLEMENT:
      return count_unknown_below (blueprint, owner, TRL_SLOT_PATH);
    default:
      return program ? count_unknown_below (blueprint, owner, TRL_SLOT_METRICS) : 0;
    }
}

/* What the review says of each owner and decision, in one pass: there may be a thousand motions. */
typedef struct
{
  guint n_open;
  guint n_findings;
} Count;

static GHashTable *
count_findings (const GPtrArray *findings)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (findings, i);
      const char *motion = trl_finding_get_motion (finding);
      int decision = trl_finding_get_decision (finding);
      Count *count;

      if (trl_finding_get_kept (finding) != NULL || decision < 0 || decision >= TRL_N_DECISION_CHOICES)
        continue;
      motion = motion != NULL ? motion : TRL_ROOT_ID;
      count = g_hash_table_lookup (counts, motion);
      if (count == NULL)
        {
          count = g_new0 (Count, TRL_N_DECISION_CHOICES);
          g_hash_table_insert (counts, g_strdup (motion), count);
        }
      if (trl_finding_get_severity (finding) == TRL_SEVERITY_TODO)
        count[decision].n_open++;
      else
        count[decision].n_findings++;
    }
  return counts;
}

static char *
word_for_decision (const TrlTableCell *cell)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (cell->state == TRL_DECIDED_DECIDED)
    g_ptr_array_add (parts, g_strdup (C_("table", "✓ decided")));
  else if (cell->state == TRL_DECIDED_RECHECK)
    g_ptr_array_add (parts, g_strdup (C_("table", "↻ to re-check")));
  if (cell->n_findings > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("⚠ %u finding", "⚠ %u findings", cell->n_findings), cell->n_findings));
  if (cell->n_open > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u open", "%u open", cell->n_open), cell->n_open));
  if (cell->n_unknown > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u unknown", "%u unknown", cell->n_unknown), cell->n_unknown));
  if (parts->len == 0)
    g_ptr_array_add (parts, g_strdup (cell->decision >= 0 ? C_("table", "undecided") : "–"));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
add_decision (TrlTable   *self,
              const char *owner,
              int         decision,
              GHashTable *counts)
{
  TrlTableCell *cell = add_cell (self, owner);
  const Count *count = g_hash_table_lookup (counts, owner);

  if (trl_acts_decides (owner, decision))
    {
      cell->decision = decision;
      cell->state = trl_acts_get_decided (self->blueprint, owner, decision);
    }
  cell->n_unknown = count_unknown_for (self->blueprint, owner, decision);
  if (count != NULL)
    {
      cell->n_open = count[decision].n_open;
      cell->n_findings = count[decision].n_findings;
    }
  cell->text = word_for_decision (cell);
  cell->said = !g_str_equal (cell->text, "–");
}

static void
fill_decisions (TrlTable        *self,
                const GPtrArray *motions,
                const GPtrArray *findings)
{
  g_autoptr (GHashTable) counts = count_findings (findings);

  for (int decision = 0; decision < TRL_N_DECISION_CHOICES; decision++)
    {
      g_ptr_array_add (self->rows, g_strdup_printf ("%d %s", decision + 1, trl_choice_get_label (TRL_CHOICES_DECISION, decision)));
      for (guint i = 0; i < motions->len; i++)
        add_decision (self, trl_card_get_id (g_ptr_array_index (motions, i)), decision, counts);
      add_decision (self, TRL_ROOT_ID, decision, counts);
    }
  g_ptr_array_add (self->columns, g_strdup (C_("table", "Whole program")));
}

/**
 * trl_table_new:
 * @kind: which grid
 * @blueprint: a blueprint
 * @findings: (nullable) (element-type TrlFinding): what the review has found
 *
 * Reads a blueprint as a grid.
 *
 * Returns: (transfer full): the table
 */
TrlTable *
trl_table_new (TrlTableKind     kind,
               TrlBlueprint    *blueprint,
               const GPtrArray *findings)
{
  const GPtrArray *motions;
  g_autofree char *name = NULL;
  TrlTable *self;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint) && kind < TRL_N_TABLES, NULL);

  self = g_new0 (TrlTable, 1);
  self->kind = kind;
  self->blueprint = g_object_ref (blueprint);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  name = trl_sentence_name (trl_blueprint_get_root (blueprint));
  /* Translators: a table's name and the program's, "Who Does What · Nordwind". */
  self->title = g_strdup_printf (C_("table", "%1$s · %2$s"), trl_table_kind_get_label (kind), name);
  motions = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_MOTIONS);
  for (guint i = 0; i < motions->len; i++)
    g_ptr_array_add (self->columns, trl_sentence_name (g_ptr_array_index (motions, i)));
  if (kind == TRL_TABLE_ROLES)
    fill_roles (self, motions);
  else
    fill_decisions (self, motions, findings);
  return self;
}

/**
 * trl_table_kind_get_id:
 * @kind: which grid
 *
 * Returns: its name on the command line, never translated
 */
const char *
trl_table_kind_get_id (TrlTableKind kind)
{
  g_return_val_if_fail (kind < TRL_N_TABLES, NULL);

  return kinds[kind].id;
}

/**
 * trl_table_kind_get_label:
 * @kind: which grid
 *
 * Returns: its name in the reader's language
 */
const char *
trl_table_kind_get_label (TrlTableKind kind)
{
  g_return_val_if_fail (kind < TRL_N_TABLES, NULL);

  return g_dpgettext2 (NULL, "table", kinds[kind].label);
}

/**
 * trl_table_kind_find:
 * @id: a name of trl_table_kind_get_id()
 *
 * Returns: the grid, or %TRL_N_TABLES if there is none of that name
 */
TrlTableKind
trl_table_kind_find (const char *id)
{
  TrlTableKind kind = 0;

  g_return_val_if_fail (id != NULL, TRL_N_TABLES);

  while (kind < TRL_N_TABLES && !g_str_equal (kinds[kind].id, id))
    kind++;
  return kind;
}

/**
 * trl_table_get_kind:
 * @table: a table
 *
 * Returns: which grid it is
 */
TrlTableKind
trl_table_get_kind (const TrlTable *table)
{
  return table->kind;
}

/**
 * trl_table_get_title:
 * @table: a table
 *
 * Returns: (transfer none): its name and the program's
 */
const char *
trl_table_get_title (const TrlTable *table)
{
  return table->title;
}

/**
 * trl_table_get_n_rows:
 * @table: a table
 *
 * Returns: how many rows, without the head
 */
guint
trl_table_get_n_rows (const TrlTable *table)
{
  return table->rows->len;
}

/**
 * trl_table_get_n_columns:
 * @table: a table
 *
 * Returns: how many columns, without the names of the rows
 */
guint
trl_table_get_n_columns (const TrlTable *table)
{
  return table->columns->len;
}

/**
 * trl_table_get_row:
 * @table: a table
 * @row: a row
 *
 * Returns: (transfer none): its name
 */
const char *
trl_table_get_row (const TrlTable *table,
                   guint           row)
{
  g_return_val_if_fail (row < table->rows->len, NULL);

  return g_ptr_array_index (table->rows, row);
}

/**
 * trl_table_get_column:
 * @table: a table
 * @column: a column
 *
 * Returns: (transfer none): its name
 */
const char *
trl_table_get_column (const TrlTable *table,
                      guint           column)
{
  g_return_val_if_fail (column < table->columns->len, NULL);

  return g_ptr_array_index (table->columns, column);
}

/**
 * trl_table_get_cell:
 * @table: a table
 * @row: a row
 * @column: a column
 *
 * Returns: (transfer none): what stands there
 */
const TrlTableCell *
trl_table_get_cell (const TrlTable *table,
                    guint           row,
                    guint           column)
{
  g_return_val_if_fail (row < table->rows->len && column < table->columns->len, NULL);

  return g_ptr_array_index (table->cells, row * table->columns->len + column);
}
