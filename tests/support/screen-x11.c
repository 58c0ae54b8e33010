/* screen-x11.c: hands by XTest, and what a window manager says of windows. */

#define G_LOG_DOMAIN "screen-x11"

#include "screen.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

typedef struct
{
  TrlScreen  screen;
  Display   *display;
  KeySym     lent;        /* the character that has a borrowed key */
} Screen11;

static void
x11_close (TrlScreen *screen)
{
  Screen11 *self = (Screen11 *) screen;

  XCloseDisplay (self->display);
  g_free (self);
}

static void
x11_sync (TrlScreen *screen)
{
  XSync (((Screen11 *) screen)->display, False);
}

static void
x11_point (TrlScreen *screen,
           int        x,
           int        y)
{
  XTestFakeMotionEvent (((Screen11 *) screen)->display, -1, x, y, CurrentTime);
}

static void
x11_press (TrlScreen *screen,
           guint      button,
           gboolean   down)
{
  XTestFakeButtonEvent (((Screen11 *) screen)->display, button, down, CurrentTime);
}

/* A key that no keyboard has, lent to a character that ours does not have. */
static KeyCode
lend_key (Screen11 *self,
          KeySym    symbol)
{
  int first;
  int last;

  XDisplayKeycodes (self->display, &first, &last);
  for (int code = last; code >= first; code--)
    {
      KeySym old = XkbKeycodeToKeysym (self->display, code, 0, 0);

      if (old == NoSymbol || old == self->lent)
        {
          KeySym symbols[2] = { symbol, symbol };

          XChangeKeyboardMapping (self->display, code, 2, symbols, 1);
          XSync (self->display, False);
          self->lent = symbol;
          g_usleep (10 * TRL_SCREEN_FRAME);      /* the program reads its new keyboard */
          return code;
        }
    }
  g_error ("No key is free");
}

static guint
x11_find_key (TrlScreen *screen,
              guint      symbol,
              gboolean  *shifted)
{
  Screen11 *self = (Screen11 *) screen;
  KeyCode code = XKeysymToKeycode (self->display, symbol);

  if (code == 0)
    code = lend_key (self, symbol);
  *shifted = XkbKeycodeToKeysym (self->display, code, 0, 0) != symbol &&
             XkbKeycodeToKeysym (self->display, code, 0, 1) == symbol;
  return code;
}

static void
x11_press_key (TrlScreen *screen,
               guint      key,
               gboolean   down)
{
  XTestFakeKeyEvent (((Screen11 *) screen)->display, key, down, CurrentTime);
}

/* A property of a window: bytes, or 32-bit numbers, each a long. */
static void *
window_property (Display    *display,
                 Window      window,
                 const char *property,
                 Atom        type,
                 gulong     *count)
{
  Atom actual;
  int format;
  gulong left;
  unsigned char *data = NULL;

  *count = 0;
  if (XGetWindowProperty (display, window, XInternAtom (display, property, False), 0, 1024, False, type,
                          &actual, &format, count, &left, &data) != Success)
    return NULL;
  return data;
}

static Window
look_up (Screen11   *self,
         GPid        process,
         const char *title)
{
  Window found = None;
  gulong count;
  unsigned long *windows;

  windows = window_property (self->display, DefaultRootWindow (self->display), "_NET_CLIENT_LIST_STACKING", XA_WINDOW, &count);
  for (gulong i = 0; i < count; i++)
    {
      Atom utf8 = XInternAtom (self->display, "UTF8_STRING", False);
      gulong n;
      gulong length;
      unsigned long *pid = window_property (self->display, windows[i], "_NET_WM_PID", XA_CARDINAL, &n);
      char *name = window_property (self->display, windows[i], "_NET_WM_NAME", utf8, &length);

      if (n == 1 && pid[0] == (gulong) process &&
          (found == None || g_strcmp0 (name, title) == 0))
        found = windows[i];
      g_clear_pointer (&name, XFree);
      g_clear_pointer (&pid, XFree);
    }
  g_clear_pointer (&windows, XFree);
  return found;
}

static gboolean
x11_find_window (TrlScreen  *screen,
                 GPid        pid,
                 const char *title,
                 TrlBox     *box)
{
  Screen11 *self = (Screen11 *) screen;
  Window window = look_up (self, pid, title);
  XWindowAttributes size;
  Window child;
  gulong count;
  unsigned long *frame;

  if (window == None || !XGetWindowAttributes (self->display, window, &size))
    return FALSE;
  *box = (TrlBox) { 0, 0, size.width, size.height };
  XTranslateCoordinates (self->display, window, DefaultRootWindow (self->display), 0, 0, &box->x, &box->y, &child);
  frame = window_property (self->display, window, "_GTK_FRAME_EXTENTS", XA_CARDINAL, &count);
  if (count == 4)
    {
      box->x += (int) frame[0];
      box->y += (int) frame[2];
      box->width -= (int) (frame[0] + frame[1]);
      box->height -= (int) (frame[2] + frame[3]);
    }
  g_clear_pointer (&frame, XFree);
  return TRUE;
}

/* Popovers are windows that no window manager knows. */
static gboolean
x11_find_popup (TrlScreen *screen,
                TrlBox    *box)
{
  Display *display = ((Screen11 *) screen)->display;
  Window root;
  Window parent;
  Window *windows = NULL;
  unsigned int count = 0;
  gboolean found = FALSE;

  XQueryTree (display, DefaultRootWindow (display), &root, &parent, &windows, &count);
  for (unsigned int i = count; i > 0 && !found; i--)
    {
      XWindowAttributes window;

      found = XGetWindowAttributes (display, windows[i - 1], &window) && window.override_redirect &&
              window.map_state == IsViewable && window.width == box->width && window.height == box->height;
      if (found)
        {
          box->x = window.x;
          box->y = window.y;
        }
    }
  g_clear_pointer (&windows, XFree);
  return found;
}

static void
x11_place (TrlScreen    *screen,
           GPid          pid,
           const char   *title,
           const TrlBox *box)
{
  Screen11 *self = (Screen11 *) screen;
  Window window = look_up (self, pid, title);

  g_assert_true (window != None);
  XMoveResizeWindow (self->display, window, box->x, box->y, box->width, box->height);
  XSync (self->display, False);
}

/**
 * trl_screen_open_x11:
 *
 * Opens the X screen of the environment.
 *
 * Returns: (transfer full): the screen
 */
TrlScreen *
trl_screen_open_x11 (void)
{
  Screen11 *self = g_new0 (Screen11, 1);

  self->screen = (TrlScreen) {
    x11_close, x11_sync, x11_point, x11_press, x11_find_key, x11_press_key, x11_find_window, x11_find_popup, x11_place
  };
  self->display = XOpenDisplay (NULL);
  if (self->display == NULL)
    g_error ("The X screen does not open");
  return &self->screen;
}
