/* board-private.h: the inside of the board, for the files of this room. */
#pragma once

#include "board.h"
#include "node-cache.h"
#include "text-measure.h"
#include "tiles.h"
#include "tools/toolbox.h"

G_BEGIN_DECLS

/* An animated move of the camera takes this long, in microseconds; siblings slide apart in less. */
#define TRL_BOARD_MOVE_US  (320 * G_TIME_SPAN_MILLISECOND)
#define TRL_BOARD_SLIDE_US (140 * G_TIME_SPAN_MILLISECOND)

/* What is carried has at least so much of its size, however far away the board is. */
#define TRL_BOARD_LEAST_GHOST 0.6

typedef struct _TrlLeaves TrlLeaves;

/* A card that gives way to what is being carried. */
typedef struct
{
  char   *id;
  TrlRect rect;       /* of the card, and of what lies in it */
  double  x;
  double  y;
  double  to_x;
  double  to_y;
} TrlSlide;

/* Something that is not drawn where and as it lies. */
typedef struct
{
  TrlRect rect;       /* of it at its place */
  double  dx;
  double  dy;
  double  dimmed;
} TrlAmiss;

/* A node that is good for as long as what it was made for is the same. */
typedef struct
{
  GBytes        *key;
  GskRenderNode *node;
} TrlKept;

struct _TrlBoard
{
  GtkWidget           parent_instance;

  /* What it shows. */
  TrlBlueprint       *blueprint;
  guint               listener;
  TrlHistory         *history;
  TrlReviewer        *reviewer;
  gulong              reviewer_handler;
  TrlSelection       *selection;
  TrlBoardCodec       codec;
  gboolean            has_codec;

  /* How it looks. */
  const TrlTheme     *theme;
  gboolean            room_mode;
  gboolean            read_only;
  double              text_scale;
  TrlTextMeasure     *measure;
  TrlLayout          *layout;
  gboolean            layout_stale;
  TrlBadges          *badges;
  gboolean            badges_stale;
  TrlNodeCache       *nodes;
  GskRenderNode      *preview;
  TrlTiles           *tiles;
  GArray             *spoilt;      /* of TrlRect: what looks otherwise than in the last frame, in board units */
  GArray             *amiss;       /* of TrlAmiss: what a gesture had moved or dimmed in the last frame */
  GskRenderNode      *ground;      /* the last one, and what it was made for */
  TrlRect             ground_rect;
  double              ground_step;
  const TrlTheme     *ground_theme;
  guint               n_nodes;     /* of the last frame, for tests and measures */

  /* The camera, and the move that it is on. */
  TrlCamera           camera;
  TrlCamera           move_from;
  TrlCamera           move_to;
  gint64              move_start;
  guint               move_tick;
  gboolean            fitted;      /* everything is shown, and no hand has moved it since */

  /* Gestures. */
  TrlToolbox          tools;
  TrlToolId           told_tool;      /* what the actions say is chosen */
  GtkWidget          *ghost;
  GskRenderNode      *ghost_node;  /* from 0, 0, in board units */
  TrlRect             ghost_rect;
  GskRenderNode      *ghost_shown; /* the same as it is shown, and at which scale */
  double              ghost_scale;
  TrlKept             places_shown;
  TrlKept             target_shown;
  GArray             *slides;      /* of TrlSlide */
  guint               slide_tick;
  gint64              slide_time;
  guint               scroll_tick;
  gint64              scroll_start;
  gint64              scroll_time;
  gboolean            menu_pending;  /* the second button is down and has not moved */
  GskRenderNode      *links;       /* the connectors, and what they were painted for */
  const TrlTheme     *links_theme;
  TrlLook             links_look;
  TrlManners          manners;
  TrlBallot           ballot;      /* while people vote */
  int                 style;       /* the colour that was copied */
  gboolean            has_style;
  char               *lane;        /* what the menu was opened on */
  TrlSlot             lane_slot;
  gboolean            space;
  gboolean            committing;
  TrlViewPoint        pointer;
  gboolean            pointer_in;
  TrlViewPoint        hover;       /* of a drag of the desktop */
  gboolean            hovering;    /* cards are carried by it */
  GtkGesture         *drag;
  const char         *cursor;      /* the shape that the pointer has */
  double              pinch_scale;
  TrlViewPoint        pinch_at;
  gboolean            pinching;
  double              glide_x;
  double              glide_y;
  gint64              glide_time;
  guint               n_presses;
  guint32             press_time;
  char               *hint;
  char               *said;        /* last, hint or notice */

  /* What stands over the cards. */
  GtkWidget          *editor;
  TrlLeaves          *leaves;
  GtkWidget          *popover;
  guint               nudges;      /* counts runs of arrow keys, each an entry */
  guint               visits;      /* counts visits of fields, each an entry */

  GSimpleActionGroup *actions;
};

/* board.c */
void     trl_board_set_hint          (TrlBoard        *self,
                                      const char      *hint);
void     trl_board_look_changed      (TrlBoard        *self);
gboolean trl_board_commit            (TrlBoard        *self,
                                      TrlEdit         *edit,
                                      const char      *select);
gboolean trl_board_can_edit          (TrlBoard        *self);

/* board-scene.c: layout, badges, what lies where. */
void     trl_board_ensure_layout     (TrlBoard        *self);
void     trl_board_relay             (TrlBoard        *self,
                                      const TrlChange *change);
void     trl_board_ensure_badges     (TrlBoard        *self);
void     trl_board_review_changed    (TrlBoard        *self);
gboolean trl_board_get_card_rect     (TrlBoard        *self,
                                      const char      *id,
                                      TrlRect         *rect);
gboolean trl_board_get_content       (TrlBoard        *self,
                                      TrlRect         *rect);
TrlPainter trl_board_get_painter     (TrlBoard        *self);
GPtrArray *trl_board_list_cards      (TrlBoard        *self,
                                      const TrlRect   *rect);

/* board-camera.c */
void     trl_board_move_camera       (TrlBoard        *self,
                                      const TrlCamera *to,
                                      gboolean         animate);
void     trl_board_camera_sized      (TrlBoard        *self,
                                      int              width,
                                      int              height);
void     trl_board_come_near         (TrlBoard        *self,
                                      const TrlRect   *rect,
                                      gboolean         animate);
void     trl_board_stop_move         (TrlBoard        *self);
void     trl_board_camera_moved      (TrlBoard        *self);
gboolean trl_board_wants_motion      (TrlBoard        *self);

/* board-still.c: which parts of the board look as in the last frame. */
void     trl_board_spoil             (TrlBoard        *self,
                                      const TrlRect   *seen);

/* board-paint.c, board-overlay.c, board-slide.c */
void     trl_board_snapshot          (GtkWidget       *widget,
                                      GtkSnapshot     *snapshot);
void     trl_board_snapshot_overlay  (TrlBoard        *self,
                                      GtkSnapshot     *snapshot);
void     trl_board_drop_kept         (TrlBoard        *self);
TrlLook  trl_board_get_look          (TrlBoard        *self);
gboolean trl_board_keeps_pictures    (TrlBoard        *self);
void     trl_board_snapshot_ghost    (TrlBoard        *self,
                                      GtkSnapshot     *snapshot,
                                      GtkWidget       *on);
GArray  *trl_board_make_slides       (void);
void     trl_board_aim_slides        (TrlBoard        *self);
void     trl_board_drop_slides       (TrlBoard        *self);
gboolean trl_board_find_slide        (TrlBoard        *self,
                                      const TrlBox    *box,
                                      double          *dx,
                                      double          *dy);

/* board-input.c */
void     trl_board_init_input        (TrlBoard        *self);
void     trl_board_gesture_changed   (TrlBoard        *self);
TrlHold  trl_board_to_hold           (TrlBoard        *self,
                                      GdkModifierType  state);

void     trl_board_pinch_begin       (TrlBoard        *self,
                                      TrlViewPoint     at);
void     trl_board_pinch             (TrlBoard        *self,
                                      double           scale,
                                      TrlViewPoint     at);

/* board-drag.c */
void     trl_board_make_ghost        (TrlBoard        *self);
void     trl_board_drop_ghost        (TrlBoard        *self);
void     trl_board_make_tag          (TrlBoard        *self,
                                      GPtrArray       *cards);

/* board-keys.c */
void     trl_board_init_keys         (TrlBoard        *self);
gboolean trl_board_focus             (GtkWidget       *widget,
                                      GtkDirectionType direction);
void     trl_board_select_only       (TrlBoard        *self,
                                      const char      *id);

/* board-arrange.c */
guint    trl_board_count_free        (TrlBoard        *self);
void     trl_board_arrange           (TrlBoard        *self,
                                      TrlArrange       how);
void     trl_board_park              (TrlBoard        *self);
void     trl_board_gather            (TrlBoard        *self);
void     trl_board_select_siblings   (TrlBoard        *self);
void     trl_board_select_same_kind  (TrlBoard        *self);
void     trl_board_copy_style        (TrlBoard        *self);
void     trl_board_paste_style       (TrlBoard        *self);
void     trl_board_duplicate         (TrlBoard        *self);
gboolean trl_board_can_stack         (TrlBoard        *self);
void     trl_board_stack             (TrlBoard        *self,
                                      gboolean         front);
void     trl_board_turn_link         (TrlBoard        *self);
void     trl_board_add_child         (TrlBoard        *self);
void     trl_board_fill_lane         (TrlBoard        *self);
void     trl_board_select_lane       (TrlBoard        *self);

/* board-manners.c */
void     trl_board_repeat            (TrlBoard        *self);
void     trl_board_say               (TrlBoard        *self,
                                      const char      *words);

/* board-edit.c */
void     trl_board_place_editor      (TrlBoard        *self);

/* board-clipboard.c */
void     trl_board_copy              (TrlBoard        *self,
                                      gboolean         cut);
void     trl_board_paste             (TrlBoard        *self,
                                      gboolean         as_one);

gboolean trl_board_take_text         (TrlBoard        *self,
                                      const char      *text,
                                      gboolean         as_one,
                                      const char      *target,
                                      TrlScenePoint    at);

GdkContentProvider *
         trl_board_offer_cards       (TrlBoard        *self,
                                      GPtrArray       *cards,
                                      GdkTexture      *picture);
GType    trl_board_find_card_type    (TrlBoard          *self,
                                      GdkContentFormats *formats);
char    *trl_board_write_outline     (GPtrArray       *cards);

/* board-exchange.c */
void     trl_board_register_codec    (TrlBoard        *self);
void     trl_board_init_exchange     (TrlBoard        *self);
gboolean trl_board_hand_over         (TrlBoard        *self,
                                      GtkGesture      *gesture,
                                      TrlViewPoint     at);

/* move-to.c */
void     trl_board_show_move_to      (TrlBoard        *self);
void     trl_board_show_connect_to   (TrlBoard        *self);
void     trl_board_show_menu         (TrlBoard        *self,
                                      const TrlViewPoint *at);

/* leaves.c: widgets over the cards, for screen readers and focus. */
TrlLeaves *trl_leaves_new            (TrlBoard        *board);
void       trl_leaves_free           (TrlLeaves       *leaves);
void       trl_leaves_update         (TrlLeaves       *leaves);
void       trl_leaves_follow         (TrlLeaves       *leaves);
void       trl_leaves_allocate       (TrlLeaves       *leaves);
gboolean   trl_leaves_focus          (TrlLeaves       *leaves,
                                      const char      *id);
const char *trl_leaves_get_focused   (TrlLeaves       *leaves);

/* board-actions.c */
void     trl_board_init_actions      (TrlBoard        *self);
void     trl_board_update_actions    (TrlBoard        *self);
void     trl_board_update_tool       (TrlBoard        *self);

/* Emits signals. */
void     trl_board_emit_camera       (TrlBoard        *self);
void     trl_board_tell_selected     (TrlBoard        *self);
void     trl_board_tell_zoom         (TrlBoard        *self);
void     trl_board_tell              (TrlBoard        *self,
                                      const char      *text);
void     trl_board_emit_notice       (TrlBoard        *self,
                                      const char      *text,
                                      gboolean         can_undo);
void     trl_board_emit_open         (TrlBoard        *self,
                                      const char      *id);

G_END_DECLS
