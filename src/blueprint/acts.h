/* acts.h: intents turned into edits. Each act returns an edit that nobody has committed:
 * commit it (trl_edit_commit), or look at what it would do (trl_edit_end, trl_blueprint_try).
 * NULL means that there is nothing to do. @id_out gets the id of the card to select afterwards. */
#pragma once

#include "places.h"

G_BEGIN_DECLS

/**
 * TrlArrange:
 * @TRL_ARRANGE_LEFT: left edges in line; the first six align
 * @TRL_ARRANGE_CENTRE: centres across
 * @TRL_ARRANGE_RIGHT: right edges
 * @TRL_ARRANGE_TOP: top edges
 * @TRL_ARRANGE_MIDDLE: centres down
 * @TRL_ARRANGE_BOTTOM: bottom edges
 * @TRL_ARRANGE_ACROSS: equal gaps across, the outer two stay
 * @TRL_ARRANGE_DOWN: equal gaps down
 * @TRL_ARRANGE_LINE_UP: one row
 * @TRL_ARRANGE_TIDY: a grid, in reading order
 *
 * How free cards shall lie.
 */
typedef enum
{
  TRL_ARRANGE_LEFT,
  TRL_ARRANGE_CENTRE,
  TRL_ARRANGE_RIGHT,
  TRL_ARRANGE_TOP,
  TRL_ARRANGE_MIDDLE,
  TRL_ARRANGE_BOTTOM,
  TRL_ARRANGE_ACROSS,
  TRL_ARRANGE_DOWN,
  TRL_ARRANGE_LINE_UP,
  TRL_ARRANGE_TIDY
} TrlArrange;

/**
 * TrlSpot:
 * @id: a card
 * @x: its left edge
 * @y: its top edge
 * @width: how wide it is
 * @height: how tall it is
 *
 * Where a card is shown, in board units: only the layout knows.
 */
typedef struct
{
  const char *id;
  double      x;
  double      y;
  double      width;
  double      height;
} TrlSpot;

/* Drop @cargo on @place before the sibling at @index (TRL_END: last); x and y, in board units, count where it
 * ends up free on the board. The defaults of the place are given: a tier inherits, an incentive has the usual
 * trigger and basis and serves the target, a note's text is kept. */
/**
 * TrlNoteSize:
 * @text: what a note says
 * @width: (out): how wide it is, in board units
 * @height: (out): how high
 * @user_data: data of the caller
 *
 * Measures a note, which the blueprint cannot.
 */
typedef void (*TrlNoteSize) (const char *text,
                             double     *width,
                             double     *height,
                             gpointer    user_data);

TrlEdit *trl_act_drop            (TrlBlueprint        *blueprint,
                                  const TrlCargo      *cargo,
                                  const TrlPlace      *place,
                                  int                  index,
                                  double               x,
                                  double               y,
                                  char               **id_out);
/* The same for several cards of the board, in their order; all or none. */
TrlEdit *trl_act_drop_cards      (TrlBlueprint        *blueprint,
                                  const char * const  *ids,
                                  const TrlPlace      *place,
                                  int                  index,
                                  double               x,
                                  double               y);
/* What Enter in the palette does: drop it where it belongs for the card that is selected. */
TrlEdit *trl_act_add             (TrlBlueprint        *blueprint,
                                  const TrlCargo      *cargo,
                                  const char          *selected,
                                  double               x,
                                  double               y,
                                  char               **id_out);
TrlEdit *trl_act_duplicate       (TrlBlueprint        *blueprint,
                                  const char * const  *ids,
                                  char               **id_out);
/* A frame's cards are parked unless @with_contents. */
TrlEdit *trl_act_delete          (TrlBlueprint        *blueprint,
                                  const char * const  *ids,
                                  gboolean             with_contents);
/* Moves free cards and frames by board units; @key as in trl_edit_set_key(), or NULL. */
TrlEdit *trl_act_move_free       (TrlBlueprint        *blueprint,
                                  const TrlSpot       *spots,
                                  guint                n_spots,
                                  double               dx,
                                  double               dy,
                                  const char          *key);
/* A line from one card to another, with an arrow. */
TrlEdit *trl_act_connect         (TrlBlueprint        *blueprint,
                                  const char          *from,
                                  const char          *to,
                                  char               **id_out);
/* Either end of a line, put on another card. */
TrlEdit *trl_act_reconnect       (TrlBlueprint        *blueprint,
                                  const char          *link,
                                  TrlMember            end,
                                  const char          *id);
/* The arrow points the other way. */
TrlEdit *trl_act_turn_link       (TrlBlueprint        *blueprint,
                                  const char          *link);
/* A new note, connected with a card. */
TrlEdit *trl_act_add_connected   (TrlBlueprint        *blueprint,
                                  const char          *from,
                                  double               x,
                                  double               y,
                                  char               **id_out);
/* The line between two cards, whichever way; NULL when there is none. */
TrlCard *trl_acts_find_link      (TrlBlueprint        *blueprint,
                                  const char          *a,
                                  const char          *b);
/* Leaves copies of free cards at a distance. */
TrlEdit *trl_act_copy_free       (TrlBlueprint        *blueprint,
                                  const TrlSpot       *spots,
                                  guint                n_spots,
                                  double               dx,
                                  double               dy,
                                  char               **id_out);
/* Arranges free cards among themselves, as one entry. */
TrlEdit *trl_act_arrange         (TrlBlueprint        *blueprint,
                                  const TrlSpot       *spots,
                                  guint                n_spots,
                                  TrlArrange           how);
/* Over all others that lie free, or below them. */
TrlEdit *trl_act_stack           (TrlBlueprint        *blueprint,
                                  const char * const  *ids,
                                  gboolean             front);
/* Puts cards into the strip of parked cards, below all motions. */
TrlEdit *trl_act_park            (TrlBlueprint        *blueprint,
                                  const char * const  *ids);
TrlEdit *trl_act_set_style       (TrlBlueprint        *blueprint,
                                  const char * const  *ids,
                                  int                  colour);
/* Whether a change adds, removes or moves motions: what the structural lock refuses. */
gboolean trl_acts_move_structure (const TrlChange     *change);
/* One place up (-1) or down (+1) among its siblings. */
TrlEdit *trl_act_shift           (TrlBlueprint        *blueprint,
                                  const char          *id,
                                  int                  by);
/* Sets a member; NULL leaves it open. @key as in trl_edit_set_key(), or NULL. */
TrlEdit *trl_act_set             (TrlBlueprint        *blueprint,
                                  const char          *id,
                                  TrlMember            member,
                                  TrlValue            *value,
                                  const char          *key);
TrlEdit *trl_act_add_note        (TrlBlueprint        *blueprint,
                                  const char          *text,
                                  double               x,
                                  double               y,
                                  char               **id_out);
/* A note that looks like another. */
TrlEdit *trl_act_add_note_like   (TrlBlueprint        *blueprint,
                                  const char          *like,
                                  double               x,
                                  double               y,
                                  char               **id_out);
/* A note for each line, with 10 units between; those that are indented are connected with what they stand below. */
TrlEdit *trl_act_paste_lines     (TrlBlueprint        *blueprint,
                                  const char          *text,
                                  double               x,
                                  double               y,
                                  TrlNoteSize          size,
                                  gpointer             user_data,
                                  char              ***ids_out);
gboolean trl_acts_is_outline     (const char          *text);
/* Cards as a fragment: parents before children; roots are those whose parent is not among them. Ids that are taken
 * give way to new ones (E13: cut and paste keeps them), references to cards that are neither among them nor in the blueprint are dropped. Roots go to @place when
 * it is lawful for them, else to the board. */
TrlEdit *trl_act_paste_cards     (TrlBlueprint        *blueprint,
                                  GPtrArray           *cards,
                                  const char          *target,
                                  double               x,
                                  double               y,
                                  char               **id_out);
/* Cards of another design into one place; NULL when it refuses one of them. */
TrlEdit *trl_act_take_cards      (TrlBlueprint        *blueprint,
                                  GPtrArray           *cards,
                                  const TrlPlace      *place,
                                  int                  index,
                                  double               x,
                                  double               y,
                                  char               **id_out);
TrlPlace trl_acts_ask_foreign    (TrlBlueprint        *blueprint,
                                  GPtrArray           *cards,
                                  const char          *target,
                                  TrlSlot              slot,
                                  TrlCargo            *refused);
/* "Serves, Tier": what they refer to that will not come along; NULL if nothing. */
char    *trl_acts_name_dropped   (TrlBlueprint        *blueprint,
                                  GPtrArray           *cards);
/* The cards with everything in them, parents before children: what copy puts on the clipboard; of TrlCard. */
GPtrArray *trl_acts_collect      (TrlBlueprint        *blueprint,
                                  const char * const  *ids);
TrlEdit *trl_act_vote            (TrlBlueprint        *blueprint,
                                  const char          *note,
                                  int                  by);
/* Declares one of the five decisions of a motion, or of the program (TRL_ROOT_ID), decided, to be re-checked, or
 * (-1) open. @on is an ISO day. */
TrlEdit *trl_act_decide          (TrlBlueprint        *blueprint,
                                  const char          *owner,
                                  int                  decision,
                                  int                  state,
                                  const char          *by,
                                  const char          *on);
/* The state of that decision: TRL_DECIDED_DECIDED, TRL_DECIDED_RECHECK or -1. */
gboolean trl_acts_decides        (const char          *owner,
                                  int                  decision);
int      trl_acts_get_decided    (TrlBlueprint        *blueprint,
                                  const char          *owner,
                                  int                  decision);
TrlEdit *trl_act_approve         (TrlBlueprint        *blueprint,
                                  const char          *by,
                                  const char          *on,
                                  const char          *conditions,
                                  const char          *fingerprint,
                                  const char          *cards);
/* Keeps a finding with a reason. */
TrlEdit *trl_act_keep            (TrlBlueprint        *blueprint,
                                  const char          *rule,
                                  const char * const  *cards,
                                  const char          *reason,
                                  const char          *by,
                                  const char          *on,
                                  const char          *seen);
TrlEdit *trl_act_connect_type    (TrlBlueprint        *blueprint,
                                  const char          *type,
                                  char               **motion_out);
/* One motion for each type of @motion; the first keeps the motion, the others get a blank one of their own beside it. */
TrlEdit *trl_act_split_motion    (TrlBlueprint        *blueprint,
                                  const char          *motion);
/* What the tiers, incentives and enablement of a motion rest on: how its types earn and who does what; free with g_free(). */
char    *trl_acts_get_basis      (TrlBlueprint        *blueprint,
                                  const char          *motion);
/* What is usual for its types in the place of what each motion has; @decisions: a bit for each of tiers, incentives and
 * enablement. */
TrlEdit *trl_act_refill          (TrlBlueprint        *blueprint,
                                  const char * const  *motions,
                                  guint                decisions);
/* The routes of a motion: read from its statement when that says enough, else from its types (domain 0.1). */
guint    trl_acts_get_routes     (TrlBlueprint        *blueprint,
                                  const char          *motion);

G_END_DECLS
