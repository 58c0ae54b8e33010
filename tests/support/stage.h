/* stage.h: the real program on a virtual screen, with eyes and hands.
 *
 * The eyes are its accessible tree, the hands are a real pointer and keyboard
 * (see screen.h). Nothing here knows how Trellis is built inside: a test sees
 * and does what a person sees and does. Must run under
 * tests/support/with-display; X and Wayland look the same from here, except
 * that on Wayland nobody tells where a popover stands: walk in it with keys.
 *
 * Whatever is waited for is waited for at most TRL_STAGE_PATIENCE; then the
 * test fails and says what was there instead. */

#pragma once

#include <atspi/atspi.h>
#include <glib.h>

G_BEGIN_DECLS

#define TRL_STAGE_PATIENCE (60 * G_USEC_PER_SEC)

typedef struct _TrlStage TrlStage;

/* Something that can be seen. (A name of our own, because some versions of
 * libatspi know g_autoptr and some do not.) */
typedef AtspiAccessible TrlNode;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlNode, g_object_unref)

/* Where something is, in pixels of the screen. */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} TrlBox;

TrlStage        *trl_stage_open      (const char         *program,
                                      const char * const *arguments);
void             trl_stage_look_for_leaks (gboolean       yes);
void             trl_stage_close     (TrlStage           *self);
int              trl_stage_wait_end  (TrlStage           *self);
void             trl_stage_signal    (TrlStage           *self,
                                      int                 number);

TrlNode *trl_stage_find      (TrlStage           *self,
                                      AtspiRole           role,
                                      const char         *pattern);
TrlNode *trl_stage_find_in   (TrlStage           *self,
                                      TrlNode    *within,
                                      AtspiRole           role,
                                      const char         *pattern);
guint            trl_stage_count     (TrlStage           *self,
                                      AtspiRole           role,
                                      const char         *pattern);
void             trl_stage_wait_count (TrlStage          *self,
                                       AtspiRole          role,
                                       const char        *pattern,
                                       guint              count);
TrlNode *trl_stage_focus     (TrlStage           *self);
char            *trl_stage_describe  (TrlStage           *self);
char            *trl_stage_list_unnamed (TrlStage        *self,
                                      guint              *n_focusable);
char            *trl_stage_text      (TrlNode    *accessible);
void             trl_stage_box       (TrlStage           *self,
                                      TrlNode    *accessible,
                                      TrlBox             *box);
void             trl_stage_place     (TrlStage           *self,
                                      TrlNode            *window,
                                      const TrlBox       *box);

void             trl_stage_point     (TrlStage           *self,
                                      int                 x,
                                      int                 y);
void             trl_stage_where     (TrlStage           *self,
                                      int                *x,
                                      int                *y);
void             trl_stage_press     (TrlStage           *self,
                                      guint               button);
void             trl_stage_release   (TrlStage           *self,
                                      guint               button);
void             trl_stage_click     (TrlStage           *self,
                                      TrlNode    *accessible);
void             trl_stage_double_click (TrlStage        *self,
                                         TrlNode *accessible);
void             trl_stage_drag_to   (TrlStage           *self,
                                      int                 x,
                                      int                 y);
void             trl_stage_drag      (TrlStage           *self,
                                      TrlNode    *from,
                                      TrlNode    *to);
void             trl_stage_scroll    (TrlStage           *self,
                                      int                 steps);
void             trl_stage_key       (TrlStage           *self,
                                      const char         *keys);
void             trl_stage_hold      (TrlStage           *self,
                                      const char         *key,
                                      gboolean            down);
void             trl_stage_type      (TrlStage           *self,
                                      const char         *text);
void             trl_stage_settle    (TrlStage           *self);

void             trl_stage_listen    (TrlStage           *self);
void             trl_stage_forget    (TrlStage           *self);
void             trl_stage_hear      (TrlStage           *self,
                                      const char         *pattern);
char            *trl_stage_list_heard (TrlStage          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlStage, trl_stage_close)

G_END_DECLS
