/* board.h: the whiteboard: a widget that shows a blueprint and edits it. */
#pragma once

#include <gtk/gtk.h>

#include "camera.h"
#include "history.h"
#include "places.h"
#include "selection.h"
#include "theme.h"

G_BEGIN_DECLS

/* Of the review room (reviewer.h). */
typedef struct _TrlReviewer TrlReviewer;

#define TRL_TYPE_BOARD (trl_board_get_type ())
G_DECLARE_FINAL_TYPE (TrlBoard, trl_board, TRL, BOARD, GtkWidget)

/**
 * TrlBoardCodec:
 * @write: the cards, parents before children, as text for the clipboard
 * @read: (nullable): cards from a text of the clipboard, or %NULL when the
 *   text is no cards of ours; of TrlCard
 * @ask: (nullable): takes a text about which somebody is asked first, such as
 *   a table: what it was put on, and where; or says that there is nothing to ask
 * @media_type: of that text, beside "text/plain"
 *
 * How cards become text and back. The board sees no files, so the window, which
 * does, hands it this. The functions give the caller what they return.
 */
typedef struct
{
  char      *(*write) (GPtrArray  *cards,
                       gpointer    user_data);
  GPtrArray *(*read)  (const char *text,
                       gsize       length,
                       gpointer    user_data);
  gboolean   (*ask)   (const char    *text,
                       const char    *target,
                       TrlScenePoint  at,
                       gpointer       user_data);
  const char *media_type;
  gpointer    user_data;
} TrlBoardCodec;

/**
 * TrlManners:
 * @wheel_zooms: whether a mouse wheel zooms, and moves the board with Ctrl; else the other way round
 * @touchpad_zooms: the same for a touchpad
 * @snaps: whether what is moved freely comes to lie in line with what is there
 * @letters: whether single letters do something: V, H, N, C
 *
 * How a person wants the board to behave.
 */
typedef struct
{
  gboolean wheel_zooms;
  gboolean touchpad_zooms;
  gboolean snaps;
  gboolean letters;
} TrlManners;

/**
 * TrlBallot:
 * @give: takes dots for a note, or, with a negative number, takes them back
 *
 * Where dots go while a round of voting runs, instead of to the notes. Until
 * it is over the notes show none.
 */
typedef struct
{
  void   (*give) (const char *note,
                  int         by,
                  gpointer    user_data);
  gpointer user_data;
} TrlBallot;

GtkWidget      *trl_board_new             (void);

TrlBlueprint   *trl_board_get_blueprint   (TrlBoard            *self);
void            trl_board_set_blueprint   (TrlBoard            *self,
                                           TrlBlueprint        *blueprint);
TrlHistory     *trl_board_get_history     (TrlBoard            *self);
void            trl_board_set_history     (TrlBoard            *self,
                                           TrlHistory          *history);
TrlReviewer    *trl_board_get_reviewer    (TrlBoard            *self);
void            trl_board_set_reviewer    (TrlBoard            *self,
                                           TrlReviewer         *reviewer);
TrlSelection   *trl_board_get_selection   (TrlBoard            *self);
void            trl_board_set_codec       (TrlBoard            *self,
                                           const TrlBoardCodec *codec);

/* Looks. */
TrlThemeKind    trl_board_get_theme       (TrlBoard            *self);
void            trl_board_set_theme       (TrlBoard            *self,
                                           TrlThemeKind         theme);
gboolean        trl_board_get_room_mode   (TrlBoard            *self);
void            trl_board_set_room_mode   (TrlBoard            *self,
                                           gboolean             room_mode);
gboolean        trl_board_get_read_only   (TrlBoard            *self);
void            trl_board_set_read_only   (TrlBoard            *self,
                                           gboolean             read_only);

void            trl_board_set_manners     (TrlBoard            *self,
                                           const TrlManners    *manners);
void            trl_board_set_ballot      (TrlBoard            *self,
                                           const TrlBallot     *ballot);
gboolean        trl_board_get_locked      (TrlBoard            *self);
void            trl_board_set_locked      (TrlBoard            *self,
                                           gboolean             locked);
gboolean        trl_board_may_commit      (TrlBoard            *self,
                                           const TrlChange     *change);

/* Camera. Insets are what panels that lie over the board cover, in pixels. */
void            trl_board_get_camera      (TrlBoard            *self,
                                           TrlCamera           *camera);
void            trl_board_set_camera      (TrlBoard            *self,
                                           const TrlCamera     *camera,
                                           gboolean             animate);
void            trl_board_set_insets      (TrlBoard            *self,
                                           const TrlInsets     *insets);
double          trl_board_get_zoom        (TrlBoard            *self);
void            trl_board_set_zoom        (TrlBoard            *self,
                                           double               scale);
void            trl_board_fit             (TrlBoard            *self);
void            trl_board_fit_selection   (TrlBoard            *self);
void            trl_board_fit_card        (TrlBoard            *self,
                                           const char          *id);
void            trl_board_reveal          (TrlBoard            *self,
                                           const char          *id);
void            trl_board_look_at         (TrlBoard            *self,
                                           const char          *id);
gboolean        trl_board_is_lost         (TrlBoard            *self);

/* Editing. */
gboolean        trl_board_start_edit      (TrlBoard            *self,
                                           const char          *id,
                                           TrlMember            member);
void            trl_board_stop_edit       (TrlBoard            *self,
                                           gboolean             keep);
gboolean        trl_board_is_editing      (TrlBoard            *self);
const char     *trl_board_add             (TrlBoard            *self,
                                           const TrlCargo      *cargo);
void            trl_board_remember        (TrlBoard            *self,
                                           const char          *words);
void            trl_board_focus_selected  (TrlBoard            *self);
void            trl_board_undo            (TrlBoard            *self);
void            trl_board_redo            (TrlBoard            *self);
void            trl_board_travel          (TrlBoard            *self,
                                           guint                n_done);
gboolean        trl_board_cancel          (TrlBoard            *self);
void            trl_board_preview         (TrlBoard            *self,
                                           TrlChange           *change);

/* Drags that start elsewhere: the palette, another window. x and y are pixels of the board widget, which may lie outside of it. */
void            trl_board_drag_begin      (TrlBoard            *self,
                                           const TrlCargo      *cargo,
                                           double               x,
                                           double               y);
void            trl_board_drag_update     (TrlBoard            *self,
                                           double               x,
                                           double               y,
                                           GdkModifierType      state);
const char     *trl_board_drag_drop       (TrlBoard            *self,
                                           double               x,
                                           double               y);
void            trl_board_drag_cancel     (TrlBoard            *self);
GtkWidget      *trl_board_get_ghost       (TrlBoard            *self);

/* What the gesture under way would do, or why it would not; what just happened. For a status line and screen readers. */
const char     *trl_board_get_hint        (TrlBoard            *self);

/* Actions "zoom-in", "fit", "delete", …; the window may insert the group as "board", too. */
GActionGroup   *trl_board_get_actions     (TrlBoard            *self);

/* Before GTK starts: the cairo renderer where there is no GPU. */
void            trl_board_choose_renderer (void);

G_END_DECLS
