/* hands.c: the pointer and the keyboard of a stage. */

#define G_LOG_DOMAIN "hands"

#include "stage-private.h"

#include <string.h>
#include <xkbcommon/xkbcommon.h>

/* How many frames a hand takes from one place to another. */
#define STEPS 12

static void
flush (TrlStage *self)
{
  self->screen->sync (self->screen);
  g_usleep (TRL_SCREEN_FRAME);
}

/**
 * trl_stage_settle:
 * @self: a stage
 *
 * Waits until the program has had the time to answer what was done: it turns
 * its main loop at least twice and draws in between.
 */
void
trl_stage_settle (TrlStage *self)
{
  for (int i = 0; i < 3; i++)
    {
      flush (self);
      atspi_accessible_clear_cache (self->application);
      atspi_accessible_get_child_count (self->application, NULL);
    }
}

/**
 * trl_stage_point:
 * @self: a stage
 * @x: pixels from the left of the screen
 * @y: pixels from its top
 *
 * Puts the pointer there at once.
 */
void
trl_stage_point (TrlStage *self,
                 int       x,
                 int       y)
{
  self->screen->point (self->screen, x, y);
  self->x = x;
  self->y = y;
  flush (self);
}

/**
 * trl_stage_where:
 * @self: a stage
 * @x: (out): pixels from the left of the screen
 * @y: (out): pixels from its top
 *
 * Tells where the hand has left the pointer.
 */
void
trl_stage_where (TrlStage *self,
                 int      *x,
                 int      *y)
{
  *x = self->x;
  *y = self->y;
}

/**
 * trl_stage_press:
 * @self: a stage
 * @button: 1 is the left one
 *
 * Presses a button and holds it.
 */
void
trl_stage_press (TrlStage *self,
                 guint     button)
{
  self->screen->press (self->screen, button, TRUE);
  flush (self);
}

/**
 * trl_stage_release:
 * @self: a stage
 * @button: 1 is the left one
 *
 * Lets a button go.
 */
void
trl_stage_release (TrlStage *self,
                   guint     button)
{
  self->screen->press (self->screen, button, FALSE);
  flush (self);
}

static void
point_at (TrlStage        *self,
          TrlNode *accessible)
{
  TrlBox box;

  trl_stage_box (self, accessible, &box);
  trl_stage_point (self, box.x + box.width / 2, box.y + box.height / 2);
}

/**
 * trl_stage_click:
 * @self: a stage
 * @accessible: what is clicked, in its middle
 *
 * Clicks once with the left button.
 */
void
trl_stage_click (TrlStage        *self,
                 TrlNode *accessible)
{
  point_at (self, accessible);
  trl_stage_press (self, 1);
  trl_stage_release (self, 1);
  trl_stage_settle (self);
}

/**
 * trl_stage_double_click:
 * @self: a stage
 * @accessible: what is clicked, in its middle
 *
 * Clicks twice with the left button.
 */
void
trl_stage_double_click (TrlStage        *self,
                        TrlNode *accessible)
{
  point_at (self, accessible);
  for (int i = 0; i < 2; i++)
    {
      trl_stage_press (self, 1);
      trl_stage_release (self, 1);
    }
  trl_stage_settle (self);
}

/**
 * trl_stage_drag_to:
 * @self: a stage
 * @x: pixels from the left of the screen
 * @y: pixels from its top
 *
 * Moves the pointer there as a hand does, a step a frame. What is held stays
 * held: press before, release after, look in between.
 */
void
trl_stage_drag_to (TrlStage *self,
                   int       x,
                   int       y)
{
  int from_x = self->x;
  int from_y = self->y;

  for (int i = 1; i <= STEPS; i++)
    trl_stage_point (self, from_x + (x - from_x) * i / STEPS, from_y + (y - from_y) * i / STEPS);
  trl_stage_settle (self);
}

/**
 * trl_stage_drag:
 * @self: a stage
 * @from: what is taken, in its middle
 * @to: where it is dropped, in its middle
 *
 * Drags one thing onto another.
 */
void
trl_stage_drag (TrlStage        *self,
                TrlNode *from,
                TrlNode *to)
{
  TrlBox target;

  trl_stage_box (self, to, &target);
  point_at (self, from);
  trl_stage_press (self, 1);
  trl_stage_drag_to (self, target.x + target.width / 2, target.y + target.height / 2);
  trl_stage_release (self, 1);
  trl_stage_settle (self);
}

/**
 * trl_stage_scroll:
 * @self: a stage
 * @steps: how many clicks of the wheel; up is negative
 *
 * Turns the wheel where the pointer is.
 */
void
trl_stage_scroll (TrlStage *self,
                  int       steps)
{
  guint button = steps < 0 ? 4 : 5;

  for (int i = 0; i < ABS (steps); i++)
    {
      trl_stage_press (self, button);
      trl_stage_release (self, button);
    }
  trl_stage_settle (self);
}

static guint
find_key (TrlStage *self,
          guint     symbol)
{
  gboolean shifted;

  return self->screen->find_key (self->screen, symbol, &shifted);
}

static void
stroke (TrlStage *self,
        guint     symbol)
{
  guint shift = find_key (self, XKB_KEY_Shift_L);
  gboolean shifted;
  guint key = self->screen->find_key (self->screen, symbol, &shifted);

  if (shifted)
    self->screen->press_key (self->screen, shift, TRUE);
  self->screen->press_key (self->screen, key, TRUE);
  self->screen->press_key (self->screen, key, FALSE);
  if (shifted)
    self->screen->press_key (self->screen, shift, FALSE);
  flush (self);
}

/**
 * trl_stage_key:
 * @self: a stage
 * @keys: the name of a key, with `ctrl+`, `shift+`, `alt+` before it:
 *   "Return", "ctrl+shift+z", "F5"
 *
 * Presses a key and lets it go.
 */
void
trl_stage_key (TrlStage   *self,
               const char *keys)
{
  g_auto (GStrv) parts = g_strsplit (keys, "+", -1);
  guint count = g_strv_length (parts);
  guint symbol = xkb_keysym_from_name (parts[count - 1], XKB_KEYSYM_NO_FLAGS);
  const struct { const char *name; guint symbol; } modifiers[] = {
    { "ctrl", XKB_KEY_Control_L }, { "shift", XKB_KEY_Shift_L }, { "alt", XKB_KEY_Alt_L }
  };

  if (symbol == XKB_KEY_NoSymbol)
    g_error ("No key is named \"%s\"", parts[count - 1]);
  for (int down = 1; down >= 0; down--)
    {
      for (guint i = 0; i + 1 < count; i++)
        for (guint m = 0; m < G_N_ELEMENTS (modifiers); m++)
          if (strcmp (parts[i], modifiers[m].name) == 0)
            self->screen->press_key (self->screen, find_key (self, modifiers[m].symbol), down);
      if (down)
        stroke (self, symbol);
    }
  trl_stage_settle (self);
}

/**
 * trl_stage_hold:
 * @self: a stage
 * @key: the name of a key, "Control_L"
 * @down: whether it is pressed or let go
 *
 * Presses a key and keeps it down, or lets it go.
 */
void
trl_stage_hold (TrlStage   *self,
                const char *key,
                gboolean    down)
{
  self->screen->press_key (self->screen, find_key (self, xkb_keysym_from_name (key, XKB_KEYSYM_NO_FLAGS)), down);
  flush (self);
}

/**
 * trl_stage_type:
 * @self: a stage
 * @text: UTF-8; a line feed is Return, a tab is Tab
 *
 * Types a text, character by character.
 */
void
trl_stage_type (TrlStage   *self,
                const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      stroke (self, c == '\n' ? XKB_KEY_Return : c == '\t' ? XKB_KEY_Tab : xkb_utf32_to_keysym (c));
    }
  trl_stage_settle (self);
}
