/* window-private.h: what the files of the window share. */
#pragma once

#include "board.h"
#include "desk.h"
#include "find-bar.h"
#include "inspector.h"
#include "minimap.h"
#include "open-items.h"
#include "palette.h"
#include "presenter.h"
#include "review-panel.h"
#include "side.h"
#include "strip.h"
#include "table.h"
#include "timer.h"
#include "voice.h"
#include "voting.h"
#include "window.h"

G_BEGIN_DECLS

struct _TrlWindow
{
  AdwApplicationWindow parent_instance;

  /* Of the template. */
  AdwToastOverlay *toasts;
  GtkOverlay      *stage;          /* what is dragged is drawn over all of it */
  GtkRevealer     *header_revealer;
  GtkOverlay      *overlay;
  AdwHeaderBar    *header;
  AdwWindowTitle  *title;
  GtkMenuButton   *open_button;
  GtkButton       *undo_button;
  GtkButton       *redo_button;
  GtkWidget       *menu_button;
  GtkWidget       *present_button;
  GtkWidget       *room_button;
  GtkWidget       *side_button;
  GtkStack        *pages;
  AdwBin          *start_bin;
  AdwBin          *board_bin;
  GtkRevealer     *palette_revealer;
  AdwBin          *palette_bin;
  GtkWidget       *top_box;
  GtkWidget       *centre_box;
  GtkWidget       *bottom_box;
  GtkLabel        *hint;
  GtkWidget       *tool_box;
  GtkWidget       *lost_button;
  GtkWidget       *zoom_box;
  GtkMenuButton   *zoom_button;
  GtkRevealer     *side_revealer;
  AdwBin          *side_bin;

  /* Of the design; NULL on the start page. */
  TrlDocument     *document;
  TrlDesk         *desk;
  TrlBoard        *board;
  TrlSide         *side;
  TrlStrip        *strip;
  TrlPalette      *palette;
  TrlFindBar      *find_bar;
  TrlInspector    *inspector;
  TrlReviewPanel  *review;
  TrlPresenter    *presenter;
  TrlMinimap      *minimap;
  GtkWidget       *session_box;    /* floats at the top of the board */
  TrlTimer        *timer;
  TrlVoting       *voting;
  TrlOpenPanel    *open;

  gboolean         panels;         /* wanted, with F9 */
  gboolean         side_first;     /* where there is room for one panel only, the side is it, not the palette */
  gboolean         room_mode;
  gboolean         had_panels;     /* before room mode */
  TrlCamera        camera;         /* before room mode */
  gboolean         presenting;
  gboolean         was_fullscreen; /* before presenting */
  int              width;          /* for which it is arranged */
  guint            arrange_id;
  guint            zoom_id;
  gboolean         closing;        /* nothing is asked any more */
  GtkWidget       *outside_bar;    /* (nullable): what others did to the file */
  gboolean         told_journal;   /* that unsaved work is not protected */
  GtkFileChooserNative *chooser;
  AdwToast        *toast;          /* the one that is shown */
  TrlVoice        *voice;
  char            *spoken_key;     /* (nullable): of the last change: a run of a key is said once */
  guint            spoken_warnings;
};

void trl_window_init_actions   (TrlWindow    *self);
void trl_window_update_actions (TrlWindow    *self);
void trl_window_update_manners (TrlWindow *self);
void trl_window_init_clipboard (TrlWindow    *self);
void trl_window_take           (TrlWindow    *self,
                                TrlDocument  *document);
void trl_window_save           (TrlWindow    *self,
                                gboolean      ask);
gboolean trl_window_may_close  (TrlWindow    *self);
void trl_window_watch_outside  (TrlWindow    *self);
void trl_window_check_outside  (TrlWindow    *self);
void trl_window_reload         (TrlWindow    *self);
void trl_window_present        (TrlWindow    *self);
void trl_window_export         (TrlWindow    *self,
                                TrlTableKind  what);
void trl_window_init_session_actions (TrlWindow *self);
void trl_window_make_session   (TrlWindow    *self);
void trl_window_arrange_session (TrlWindow   *self,
                                int           start,
                                int           top);
void trl_window_watch_zoom     (TrlWindow    *self);
void trl_window_show_zoom      (TrlWindow    *self);
void trl_window_copy_picture   (TrlWindow    *self);
void trl_window_make_minimap   (TrlWindow    *self);
void trl_window_arrange_minimap (TrlWindow   *self,
                                int           bottom);
void trl_window_update_title   (TrlWindow    *self);
void trl_window_arrange        (TrlWindow    *self);
void trl_window_show_panel     (TrlWindow    *self,
                                gboolean      side);
void trl_window_make_voice     (TrlWindow    *self);
void trl_window_start_voice    (TrlWindow    *self);
void trl_window_add_toast      (TrlWindow    *self,
                                AdwToast     *toast);
void trl_window_say            (TrlWindow    *self,
                                const char   *text);
void trl_window_say_wrong      (TrlWindow    *self,
                                const char   *heading,
                                const char   *text);

G_END_DECLS
