/* table.h: a blueprint as a grid of words: who does what, and how far each decision has come. */
#pragma once

#include <gio/gio.h>

#include "blueprint.h"
#include "finding.h"
#include "theme.h"

G_BEGIN_DECLS

/**
 * TrlTableKind:
 * @TRL_TABLE_ROLES: rows find, sell, sign, deliver, support, renew and earn; columns are motions
 * @TRL_TABLE_DECISIONS: rows are the five decisions; columns are motions and the program
 *
 * The grids that a blueprint can be read as.
 */
typedef enum
{
  TRL_TABLE_ROLES,
  TRL_TABLE_DECISIONS,
  TRL_N_TABLES
} TrlTableKind;

/**
 * TrlTableCell:
 * @text: what stands there; never empty
 * @owner: the motion or program that the cell is about
 * @member: what a role's cell edits; @TRL_MEMBER_NONE otherwise
 * @decision: TRL_DECISION_* that a decision's cell declares; -1 otherwise
 * @state: TRL_DECIDED_*, or -1
 * @n_open: to-dos
 * @n_unknown: values that are marked unknown
 * @n_findings: errors, warnings and advice that nobody kept
 * @said: whether the design says anything here
 *
 * One cell. Where nothing can be said (a program has no tiers of its own),
 * @member and @decision are both none.
 */
typedef struct
{
  char       *text;
  char       *owner;
  TrlMember   member;
  int         decision;
  int         state;
  guint       n_open;
  guint       n_unknown;
  guint       n_findings;
  gboolean    said;
} TrlTableCell;

/**
 * TrlTable:
 *
 * A grid as it was when it was made; immutable.
 */
typedef struct _TrlTable TrlTable;

TrlTable           *trl_table_new            (TrlTableKind      kind,
                                              TrlBlueprint     *blueprint,
                                              const GPtrArray  *findings);
void                trl_table_free           (TrlTable         *table);

const char         *trl_table_kind_get_id    (TrlTableKind      kind);
const char         *trl_table_kind_get_label (TrlTableKind      kind);
TrlTableKind        trl_table_kind_find      (const char       *id);

TrlTableKind        trl_table_get_kind       (const TrlTable   *table);
const char         *trl_table_get_title      (const TrlTable   *table);
guint               trl_table_get_n_rows     (const TrlTable   *table);
guint               trl_table_get_n_columns  (const TrlTable   *table);
const char         *trl_table_get_row        (const TrlTable   *table,
                                              guint             row);
const char         *trl_table_get_column     (const TrlTable   *table,
                                              guint             column);
const TrlTableCell *trl_table_get_cell       (const TrlTable   *table,
                                              guint             row,
                                              guint             column);

/**
 * TrlTableFormat:
 * @id: the name on the command line, and the file name's ending
 * @media_type: what it is
 * @write: writes a table
 *
 * A format that can hold a table of words. What can hold a sheet can hold a
 * table as well, drawn.
 */
typedef struct
{
  const char *id;
  const char *media_type;
  GBytes   *(*write) (const TrlTable *table);
} TrlTableFormat;

const TrlTableFormat *trl_table_get_formats  (guint            *n_formats);
const TrlTableFormat *trl_table_find_format  (const char       *name);

GBytes             *trl_table_to_csv         (const TrlTable   *table);
GBytes             *trl_table_to_html        (const TrlTable   *table);
GBytes             *trl_table_to_markdown    (const TrlTable   *table);

GBytes             *trl_table_publish        (const TrlTable   *table,
                                              const char       *format,
                                              const char       *page,
                                              const TrlTheme   *theme,
                                              gboolean          right_to_left,
                                              GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlTable, trl_table_free)

G_END_DECLS
