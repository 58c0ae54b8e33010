/* layout.h: where everything of a blueprint lies on the board.
 *
 * How the board uses it:
 *
 *   measure = trl_text_measure_new (text_scale, rtl);
 *   layout = trl_layout_new (measure, &options);
 *   trl_layout_rebuild (layout, blueprint);               on load
 *   trl_layout_update (layout, blueprint, change);        at TRL_STAGE_BOARD
 *
 *   draw:  boxes = trl_layout_query (layout, &visible);   in painting order
 *          for each box: a node cached by box->key and box->serial, made with
 *            trl_paint_box (painter, box, 0, 0, look, marks)  (paint.h)
 *          and moved to (box->rect.x, box->rect.y). A new serial means that
 *          the box has to be painted again; a box that only moved keeps it.
 *          Marks may stand out of the box by TRL_BOX_OVERHANG on every side.
 *   hit:   box = trl_layout_hit (layout, x, y);  part = trl_box_find_part (box, x, y);
 *   drop:  trl_layout_hit_slot () names the innermost slot under the pointer;
 *          trl_layout_find_gap () the index there and where the bar goes;
 *          ask places whether it is lawful.
 *
 * Boxes live until the next rebuild or update. */
#pragma once

#include "edit.h"
#include "marks.h"

G_BEGIN_DECLS

/* How far a badge may stand out of its box, in units at a text scale of 1. */
#define TRL_BOX_OVERHANG 16.0
#define TRL_BOX_N_PARTS 6

/**
 * TrlBoxKind:
 * @TRL_BOX_BANNER: goal, targets and partners of the program
 * @TRL_BOX_ROW_NAME: number, name and question of a row, beside the frames
 * @TRL_BOX_FRAME: the ground of a motion
 * @TRL_BOX_HEADER: the head of a motion; frames are moved by it only
 * @TRL_BOX_STATEMENT: the motion in one sentence
 * @TRL_BOX_SLOT: a place for cards; empty, it asks its question
 * @TRL_BOX_CARD: a card
 * @TRL_BOX_FOOTER: what a motion serves, and its state
 */
typedef enum
{
  TRL_BOX_BANNER,
  TRL_BOX_ROW_NAME,
  TRL_BOX_FRAME,
  TRL_BOX_HEADER,
  TRL_BOX_STATEMENT,
  TRL_BOX_SLOT,
  TRL_BOX_CARD,
  TRL_BOX_FOOTER
} TrlBoxKind;

/**
 * TrlRow:
 *
 * The rows of a frame, by the decision that they are about.
 */
typedef enum
{
  TRL_ROW_MOTION,
  TRL_ROW_TIERS,
  TRL_ROW_INCENTIVES,
  TRL_ROW_ENABLEMENT,
  TRL_N_ROWS,
  TRL_ROW_NONE = TRL_N_ROWS
} TrlRow;

/**
 * TrlPart:
 * @card: (nullable): the card that is edited here when it is not the box's own (a rate of an incentive)
 * @member: what is edited here; %TRL_MEMBER_NONE for a text that is only shown
 * @rect: where, from the box's top left corner
 *
 * A text of a box that can be edited in place.
 */
typedef struct
{
  TrlCard   *card;
  TrlMember  member;
  TrlRect    rect;
} TrlPart;

/**
 * TrlBox:
 * @kind: what it is
 * @card: (nullable): the card that it shows; the motion for the boxes of a frame, the tier for its slots,
 *   the program for the banner; %NULL for row names
 * @slot: a card's or slot's slot
 * @row: the row of the frame that it lies in
 * @index: a card's place among its siblings
 * @depth: 1 for what lies in another card, else 0
 * @rect: where it lies on the board, in units
 * @key: the same for the same box after an update
 * @serial: another one whenever it has to be painted anew
 * @motion: (nullable): the motion that it belongs to
 * @hidden: how many children it does not show ("and 3 more")
 *
 * Something that lies on the board.
 */
typedef struct
{
  TrlBoxKind  kind;
  TrlCard    *card;
  TrlCard    *motion;
  TrlSlot     slot;
  TrlRow      row;
  int         index;
  guint       depth;
  TrlRect     rect;
  guint64     key;
  guint       serial;
  guint       hidden;
  guint       n_parts;
  TrlPart     parts[TRL_BOX_N_PARTS];
} TrlBox;

/**
 * TrlLayoutOptions:
 * @room: larger letters for a room: names 32, facts 24 units
 */
typedef struct
{
  gboolean room;
} TrlLayoutOptions;

/**
 * TrlLayout:
 *
 * Where everything lies: a pure function of a blueprint, a text measure and
 * options. Updating gives the same as building it from scratch.
 */
typedef struct _TrlLayout TrlLayout;

TrlLayout      *trl_layout_new          (TrlTextMeasure         *measure,
                                         const TrlLayoutOptions *options);
void            trl_layout_free         (TrlLayout              *layout);
void            trl_layout_rebuild      (TrlLayout              *layout,
                                         TrlBlueprint           *blueprint);
void            trl_layout_update       (TrlLayout              *layout,
                                         TrlBlueprint           *blueprint,
                                         const TrlChange        *change);

TrlTextMeasure *trl_layout_get_measure  (TrlLayout              *layout);
void            trl_layout_measure_note (TrlLayout              *layout,
                                         const char             *text,
                                         double                 *width,
                                         double                 *height);
gboolean        trl_layout_is_room      (TrlLayout              *layout);
TrlRect         trl_layout_get_bounds   (TrlLayout              *layout);
GPtrArray      *trl_layout_get_boxes    (TrlLayout              *layout);
GPtrArray      *trl_layout_query        (TrlLayout              *layout,
                                         const TrlRect          *visible);
guint           trl_layout_get_n_boxes  (TrlLayout              *layout);

const TrlBox   *trl_layout_find         (TrlLayout              *layout,
                                         const char             *id);
const TrlBox   *trl_layout_find_shown   (TrlLayout              *layout,
                                         TrlBlueprint           *blueprint,
                                         const char             *id);
const TrlBox   *trl_layout_find_slot    (TrlLayout              *layout,
                                         const char             *target,
                                         TrlSlot                 slot);
const TrlBox   *trl_layout_find_frame   (TrlLayout              *layout,
                                         const char             *motion,
                                         TrlBoxKind              kind);
const TrlBox   *trl_layout_hit          (TrlLayout              *layout,
                                         double                  x,
                                         double                  y);
const TrlBox   *trl_layout_hit_slot     (TrlLayout              *layout,
                                         double                  x,
                                         double                  y);
int             trl_layout_find_gap     (TrlLayout              *layout,
                                         const TrlBox           *slot,
                                         double                  x,
                                         double                  y,
                                         TrlRect                *bar);
const TrlPart  *trl_box_find_part       (const TrlBox           *box,
                                         double                  x,
                                         double                  y);
const char     *trl_box_get_id          (const TrlBox           *box);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlLayout, trl_layout_free)

G_END_DECLS
