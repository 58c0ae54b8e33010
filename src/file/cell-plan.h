/* cell-plan.h: what a pasted table becomes: the kind of card for a row, the member for a column. */
#pragma once

#include "blueprint.h"
#include "cells.h"

G_BEGIN_DECLS

/**
 * TrlCellTarget:
 * @member: the member that a cell of the column becomes; %TRL_MEMBER_NONE when the column is left out
 * @slot: %TRL_SLOT_NONE, or where in the row's card a card is made that has @member
 * @entry: (nullable): what that card is ("sourced revenue")
 *
 * Where a column goes. Plain data; @entry belongs to the catalogue.
 */
typedef struct
{
  TrlMember       member;
  TrlSlot         slot;
  const TrlEntry *entry;
} TrlCellTarget;

/**
 * TrlCellPlan:
 *
 * A table, and what becomes of each part of it.
 */
typedef struct _TrlCellPlan TrlCellPlan;

TrlCellPlan         *trl_cell_plan_new           (TrlCells            *cells,
                                                  TrlBlueprint        *blueprint);
void                 trl_cell_plan_free          (TrlCellPlan         *plan);
const TrlCells      *trl_cell_plan_get_cells     (TrlCellPlan         *plan);

const TrlKind       *trl_cell_plan_list_kinds    (guint               *n_kinds);
TrlKind              trl_cell_plan_get_kind      (TrlCellPlan         *plan);
void                 trl_cell_plan_set_kind      (TrlCellPlan         *plan,
                                                  TrlKind              kind);
gboolean             trl_cell_plan_get_header    (TrlCellPlan         *plan);
void                 trl_cell_plan_set_header    (TrlCellPlan         *plan,
                                                  gboolean             header);

/* What a column may become; the first is to leave it out. */
guint                trl_cell_plan_get_n_targets (TrlCellPlan         *plan);
const TrlCellTarget *trl_cell_plan_get_target    (TrlCellPlan         *plan,
                                                  guint                target);
char                *trl_cell_plan_name_target   (TrlCellPlan         *plan,
                                                  guint                target);
guint                trl_cell_plan_get_column    (TrlCellPlan         *plan,
                                                  guint                column);
void                 trl_cell_plan_set_column    (TrlCellPlan         *plan,
                                                  guint                column,
                                                  guint                target);

/* Where cells go that are left out or cannot be read. */
TrlMember            trl_cell_plan_get_rest      (TrlCellPlan         *plan);
gboolean             trl_cell_plan_get_keeps_rest (TrlCellPlan        *plan);
void                 trl_cell_plan_set_keeps_rest (TrlCellPlan        *plan,
                                                  gboolean             keeps);

guint                trl_cell_plan_get_first_row (TrlCellPlan         *plan);
char                *trl_cell_plan_check         (TrlCellPlan         *plan,
                                                  guint                row,
                                                  guint                column);
GPtrArray           *trl_cell_plan_make_cards    (TrlCellPlan         *plan,
                                                  guint                most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlCellPlan, trl_cell_plan_free)

G_END_DECLS
