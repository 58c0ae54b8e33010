/* toolbox.h: the tools of the board: small state machines that get plain events.
 *
 * A person chooses a tool (select, hand, note); a press may hand over to
 * another until the release (rubber band, move, carry, pan). One file a tool,
 * one row in the table of toolbox.c. Nothing here needs a display. Tools
 * change selection and camera at once, the blueprint only at the release, by
 * one edit (laws E4 and E5: until then nothing was committed that Escape
 * would have to take back). */
#pragma once

#include "acts.h"
#include "camera.h"
#include "paint.h"
#include "selection.h"
#include "tools/snap.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_TOOL_SELECT,
  TRL_TOOL_HAND,
  TRL_TOOL_NOTE,
  TRL_TOOL_CONNECT,
  TRL_TOOL_BAND,
  TRL_TOOL_MOVE,
  TRL_TOOL_CARRY,
  TRL_N_TOOLS
} TrlToolId;

typedef enum
{
  TRL_HOLD_SHIFT   = 1 << 0,
  TRL_HOLD_CONTROL = 1 << 1,
  TRL_HOLD_ALT     = 1 << 2,
  TRL_HOLD_SPACE   = 1 << 3
} TrlHold;

/**
 * TrlToolEvent:
 * @view: where, in pixels of the view
 * @button: 1 main, 2 middle, 3 other
 * @n_press: 2 for the second of a double click
 * @hold: which keys are held
 * @time: when, in milliseconds; 0 when that is not known
 *
 * What a tool hears.
 */
typedef struct
{
  TrlViewPoint view;
  guint        button;
  guint        n_press;
  TrlHold      hold;
  guint32      time;
} TrlToolEvent;

typedef struct _TrlToolbox TrlToolbox;

/**
 * TrlToolHost:
 * @commit: commits an edit; takes it, which may be %NULL; @select is selected afterwards
 * @edit: starts editing a card in place
 * @pan: moves the board below the view, in pixels
 * @hint: says what the gesture would do, or why it would not
 *
 * What tools ask of whoever has them: the board, or a test.
 */
typedef struct
{
  gboolean (*commit) (TrlToolbox *box, TrlEdit *edit, const char *select, gpointer data);
  void     (*edit)   (TrlToolbox *box, const char *id, TrlMember member, gpointer data);
  void     (*pan)    (TrlToolbox *box, double dx, double dy, gpointer data);
  void     (*hint)   (TrlToolbox *box, const char *hint, gpointer data);
} TrlToolHost;

/**
 * TrlCarry:
 * @cargo: what is carried
 * @ids: (nullable): the cards of the board that are carried; %NULL for a new one
 * @foreign: (nullable): cards of another design; of #TrlCard
 * @grab: from the ghost's top left corner to the pointer, in board units
 * @home: where it lay, in board units
 * @snapped: how far from the pointer it snapped, in board units
 * @ghost: where the ghost is, in board units
 * @places: every place that could be meant; of #TrlPlace
 * @place: the place under the pointer
 * @over: whether the pointer is over a place at all
 * @from_outside: whether it is a new card
 * @locked_out: whether the structural lock refuses the place
 * @target: where that place is, in board units
 * @index: the index there, among the siblings that are not carried; %TRL_END when there is none
 * @gap: the index there, among all siblings: those from here on slide apart
 * @bar: the insertion mark, in board units
 * @has_bar: whether there is one
 * @text: (nullable): "Add to Referral · Incentives", or why not
 *
 * A card on its way.
 */
typedef struct
{
  TrlCargo       cargo;
  char          *id;
  char         **ids;
  GPtrArray     *foreign;
  TrlScenePoint  grab;
  TrlScenePoint  home;
  TrlScenePoint  snapped;
  TrlRect        ghost;
  GArray        *places;
  TrlPlace       place;
  gboolean       over;
  gboolean       from_outside;
  gboolean       locked_out;
  TrlRect        target;
  int            index;
  int            gap;
  TrlRect        bar;
  gboolean       has_bar;
  char          *text;
} TrlCarry;

/**
 * TrlToolbox:
 *
 * The tools, and the gesture that is under way. Whoever has it fills in the
 * first part and reads the rest to paint it.
 */
struct _TrlToolbox
{
  TrlBlueprint      *blueprint;
  TrlLayout         *layout;
  TrlSelection      *selection;
  const TrlCamera   *camera;
  const TrlToolHost *host;
  gpointer           host_data;
  double             threshold;   /* pixels that make a press a drag */
  gboolean           touch;       /* by a finger, which hides what it aims at */
  gboolean           read_only;
  gboolean           locked;      /* motions stay where they are */
  gboolean           snaps;       /* what is moved freely comes to lie in line with what is there */
  TrlLook            look;        /* how much of the cards is seen */

  TrlToolId          chosen;      /* by the person */
  TrlToolId          current;     /* in the gesture */
  gboolean           pressed;
  gboolean           dragged;
  TrlToolEvent       start;
  TrlToolEvent       last;
  TrlViewPoint       hand;        /* where the pointer is; Shift keeps @last to an axis */
  gboolean           quick;       /* the hand is on its way somewhere: nothing snaps */
  gboolean           copying;     /* Alt is held: a copy is left, the cards stay */
  TrlScenePoint      start_scene;
  char              *start_id;    /* the card under the press */
  char             **before;      /* what was selected before it */
  char              *dropped;     /* what the last drop left behind */

  TrlRect            band;        /* TRL_TOOL_BAND */
  char             **band_before; /* what it adds to */
  char             **moving;      /* TRL_TOOL_MOVE */
  double             dx;
  double             dy;
  TrlCarry           carry;       /* TRL_TOOL_CARRY */

  char              *connect_from;  /* TRL_TOOL_CONNECT */
  char              *connect_to;
  char              *connect_link;  /* whose end is in hand; NULL for a new one */
  TrlMember          connect_end;

  GArray            *guides;      /* why it lies where it lies; of TrlGuide */
  char              *copy;        /* the last free copy, and where its original was: for "again, as far" */
  TrlScenePoint      copied_at;
};

/**
 * TrlTool:
 *
 * A row of the table. A function that is %NULL does nothing.
 */
typedef struct
{
  const char *name;
  const char *cursor;      /* a CSS name, while it is in use */
  void      (*press)   (TrlToolbox *box, const TrlToolEvent *event);
  void      (*motion)  (TrlToolbox *box, const TrlToolEvent *event);
  void      (*release) (TrlToolbox *box, const TrlToolEvent *event);
} TrlTool;

/* So near a line or its end is on it, in pixels: for a pointer, and for a finger. */
#define TRL_HIT_MARGIN       8.0
#define TRL_HIT_MARGIN_TOUCH 12.0

/* Half of a plus beside a note, in pixels. */
#define TRL_PLUS_RADIUS 10.0

/* The sides of a note: above, to the right, below, to the left. */
typedef struct
{
  int dx;
  int dy;
} TrlSide;

extern const TrlSide trl_sides[4];

extern const TrlTool trl_tool_select;
extern const TrlTool trl_tool_hand;
extern const TrlTool trl_tool_note;
extern const TrlTool trl_tool_connect;
extern const TrlTool trl_tool_band;
extern const TrlTool trl_tool_move;
extern const TrlTool trl_tool_carry;

void           trl_toolbox_init        (TrlToolbox         *box);
void           trl_toolbox_clear       (TrlToolbox         *box);
void           trl_toolbox_choose      (TrlToolbox         *box,
                                        TrlToolId           tool);
const char    *trl_toolbox_get_cursor  (TrlToolbox         *box);
gboolean       trl_toolbox_is_busy     (TrlToolbox         *box);
gboolean       trl_toolbox_press       (TrlToolbox         *box,
                                        const TrlToolEvent *event);
void           trl_toolbox_motion      (TrlToolbox         *box,
                                        const TrlToolEvent *event);
void           trl_toolbox_release     (TrlToolbox         *box,
                                        const TrlToolEvent *event);
gboolean       trl_toolbox_cancel      (TrlToolbox         *box);
void           trl_toolbox_hold        (TrlToolbox         *box,
                                        TrlHold             hold);
void           trl_toolbox_again       (TrlToolbox         *box);

/* A drag that starts elsewhere: the same machine with a cargo. */
void           trl_toolbox_carry_begin (TrlToolbox         *box,
                                        const TrlCargo     *cargo,
                                        double              width,
                                        double              height,
                                        const TrlToolEvent *event);
void           trl_toolbox_take_begin  (TrlToolbox         *box,
                                        GPtrArray          *cards,
                                        double              width,
                                        double              height,
                                        const TrlToolEvent *event);

/* For the tools. */
void           trl_toolbox_hand_over   (TrlToolbox         *box,
                                        TrlToolId           tool,
                                        const TrlToolEvent *event);
void           trl_toolbox_snap        (TrlToolbox         *box,
                                        const TrlToolEvent *event,
                                        const char * const *ids,
                                        const TrlRect      *rect,
                                        double             *dx,
                                        double             *dy);
GArray        *trl_toolbox_list_spots  (TrlToolbox         *box,
                                        const char * const *ids);
gboolean       trl_toolbox_move_free   (TrlToolbox         *box,
                                        GArray             *spots,
                                        double              dx,
                                        double              dy);
gboolean       trl_toolbox_duplicate   (TrlToolbox         *box);
TrlScenePoint  trl_toolbox_to_scene    (TrlToolbox         *box,
                                        const TrlToolEvent *event);
const TrlBox  *trl_toolbox_hit         (TrlToolbox         *box,
                                        TrlScenePoint       point);
gboolean       trl_toolbox_commit      (TrlToolbox         *box,
                                        TrlEdit            *edit,
                                        const char         *select);
void           trl_toolbox_hint        (TrlToolbox         *box,
                                        const char         *hint);
const char    *trl_toolbox_say_locked  (void);
double         trl_toolbox_get_reach   (TrlToolbox         *box);
const char    *trl_toolbox_hit_link    (TrlToolbox         *box,
                                        TrlScenePoint       point);
TrlCard       *trl_toolbox_get_link    (TrlToolbox         *box);
gboolean       trl_toolbox_go_beside   (TrlToolbox         *box,
                                        const char         *id,
                                        int                 dx,
                                        int                 dy,
                                        gboolean            make);
gboolean       trl_toolbox_get_plus    (TrlToolbox         *box,
                                        guint               side,
                                        TrlViewPoint       *at);
int            trl_toolbox_hit_plus    (TrlToolbox         *box,
                                        TrlViewPoint        at);
gboolean       trl_connect_take_new    (TrlToolbox         *box);
TrlMember      trl_connect_hit_end     (TrlToolbox         *box);
gboolean       trl_connect_take_end    (TrlToolbox         *box);
gboolean       trl_toolbox_is_free     (TrlToolbox         *box,
                                        const char         *id);
void           trl_carry_start         (TrlToolbox         *box,
                                        const TrlToolEvent *event);
gboolean       trl_carry_has           (const TrlCarry     *carry,
                                        const char         *id);

G_END_DECLS
