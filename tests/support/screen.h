/* screen.h: what a screen gives to hands and eyes. X and Wayland have one each;
 * everything above is the same for both. */

#pragma once

#include "stage.h"

G_BEGIN_DECLS

/* A hand takes its time: a frame of the screen, in microseconds. */
#define TRL_SCREEN_FRAME (16 * 1000)

typedef struct _TrlScreen TrlScreen;

struct _TrlScreen
{
  void     (*close)       (TrlScreen    *self);

  /* Waits until what was done has reached the program. */
  void     (*sync)        (TrlScreen    *self);

  /* Places are pixels of the screen, buttons those of X: 1 is the left one, 4
   * and 5 are a click of the wheel up and down. */
  void     (*point)       (TrlScreen    *self,
                           int           x,
                           int           y);
  void     (*press)       (TrlScreen    *self,
                           guint         button,
                           gboolean      down);

  /* Which key makes a symbol (XKB_KEY_*), and whether with Shift. If none does,
   * one is lent to it. */
  guint    (*find_key)    (TrlScreen    *self,
                           guint         symbol,
                           gboolean     *shifted);
  void     (*press_key)   (TrlScreen    *self,
                           guint         key,
                           gboolean      down);

  /* Where a window stands, without the shadow that it draws itself: among
   * those of a process, the one with this title. */
  gboolean (*find_window) (TrlScreen    *self,
                           GPid          pid,
                           const char   *title,
                           TrlBox       *box);

  /* Where a popover of this size stands. */
  gboolean (*find_popup)  (TrlScreen    *self,
                           TrlBox       *box);

  /* Puts a window somewhere else, as its frame would. */
  void     (*place)       (TrlScreen    *self,
                           GPid          pid,
                           const char   *title,
                           const TrlBox *box);
};

TrlScreen *trl_screen_open_x11     (void);
TrlScreen *trl_screen_open_wayland (void);

G_END_DECLS
