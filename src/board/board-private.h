/* board-private.h: the inside of the board, for the files of this room. */
#pragma once

#include "board.h"
#include "text-measure.h"

G_BEGIN_DECLS

/* An animated move of the camera takes this long, in microseconds. */
#define TRL_BOARD_MOVE_US (320 * G_TIME_SPAN_MILLISECOND)

struct _TrlBoard
{
  GtkWidget           parent_instance;

  /* What it shows. */
  TrlBlueprint       *blueprint;
  guint               listener;
  TrlHistory         *history;
  TrlReviewer        *reviewer;
  TrlSelection       *selection;
  TrlBoardCodec       codec;
  gboolean            has_codec;

  /* How it looks. */
  const TrlTheme     *theme;
  gboolean            room_mode;
  gboolean            read_only;
  double              text_scale;

  /* The camera, and the move that it is on. */
  TrlCamera           camera;
  TrlCamera           move_from;
  TrlCamera           move_to;
  gint64              move_start;
  guint               move_tick;
  gboolean            fit_when_sized;

  GtkWidget          *ghost;
  GSimpleActionGroup *actions;
  char               *hint;
};

/* board.c */
void     trl_board_set_hint          (TrlBoard        *self,
                                      const char      *hint);
void     trl_board_look_changed      (TrlBoard        *self);

/* board-camera.c */
void     trl_board_move_camera       (TrlBoard        *self,
                                      const TrlCamera *to,
                                      gboolean         animate);
void     trl_board_camera_sized      (TrlBoard        *self,
                                      int              width,
                                      int              height);
void     trl_board_stop_move         (TrlBoard        *self);
gboolean trl_board_wants_motion      (TrlBoard        *self);
gboolean trl_board_get_card_rect     (TrlBoard        *self,
                                      const char      *id,
                                      TrlRect         *rect);
gboolean trl_board_get_content       (TrlBoard        *self,
                                      TrlRect         *rect);

/* board-actions.c */
void     trl_board_init_actions      (TrlBoard        *self);
void     trl_board_update_actions    (TrlBoard        *self);
void     trl_board_install_keys      (GtkWidgetClass  *widget_class);

/* Emits signals. */
void     trl_board_emit_camera       (TrlBoard        *self);
void     trl_board_emit_notice       (TrlBoard        *self,
                                      const char      *text);
void     trl_board_emit_open         (TrlBoard        *self,
                                      const char      *id);

G_END_DECLS
