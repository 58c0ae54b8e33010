/* screen-wayland.c: hands by the virtual pointer and keyboard of wlroots, and
 * what sway says of windows. */

#define G_LOG_DOMAIN "screen-wayland"

#include "screen.h"

#include <json-glib/json-glib.h>
#include <linux/input-event-codes.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wayland-client.h>
#include <xkbcommon/xkbcommon.h>

#include "screen-wayland-client.h"

/* evdev counts keys from 0, X and so xkbcommon from 8. */
#define FIRST_KEY 8

/* What a click of the wheel is in pixels of a touchpad. */
#define CLICK 15

typedef struct
{
  TrlScreen                               screen;
  struct wl_display                      *display;
  struct wl_registry                     *registry;
  struct wl_seat                         *seat;
  struct zwlr_virtual_pointer_manager_v1 *pointers;
  struct zwp_virtual_keyboard_manager_v1 *keyboards;
  struct zwlr_virtual_pointer_v1         *pointer;
  struct zwp_virtual_keyboard_v1         *keyboard;
  struct xkb_context                     *context;
  struct xkb_keymap                      *keymap;
  struct xkb_state                       *state;
  int                                     width;
  int                                     height;
} ScreenWayland;

static guint32
now (void)
{
  return (guint32) (g_get_monotonic_time () / 1000);
}

static void
wayland_sync (TrlScreen *screen)
{
  if (wl_display_roundtrip (((ScreenWayland *) screen)->display) < 0)
    g_error ("The compositor is gone");
}

static void
wayland_close (TrlScreen *screen)
{
  ScreenWayland *self = (ScreenWayland *) screen;

  zwlr_virtual_pointer_v1_destroy (self->pointer);
  zwp_virtual_keyboard_v1_destroy (self->keyboard);
  wayland_sync (screen);
  zwlr_virtual_pointer_manager_v1_destroy (self->pointers);
  zwp_virtual_keyboard_manager_v1_destroy (self->keyboards);
  wl_seat_destroy (self->seat);
  wl_registry_destroy (self->registry);
  wl_display_disconnect (self->display);
  xkb_state_unref (self->state);
  xkb_keymap_unref (self->keymap);
  xkb_context_unref (self->context);
  g_free (self);
}

static void
wayland_point (TrlScreen *screen,
               int        x,
               int        y)
{
  ScreenWayland *self = (ScreenWayland *) screen;

  zwlr_virtual_pointer_v1_motion_absolute (self->pointer, now (), MAX (x, 0), MAX (y, 0), self->width, self->height);
  zwlr_virtual_pointer_v1_frame (self->pointer);
}

static void
wayland_press (TrlScreen *screen,
               guint      button,
               gboolean   down)
{
  static const guint codes[] = { 0, BTN_LEFT, BTN_MIDDLE, BTN_RIGHT };
  ScreenWayland *self = (ScreenWayland *) screen;
  int clicks = button == 4 ? -1 : 1;

  if (button < G_N_ELEMENTS (codes))
    zwlr_virtual_pointer_v1_button (self->pointer, now (), codes[button], down);
  else if (down)
    {
      zwlr_virtual_pointer_v1_axis_source (self->pointer, WL_POINTER_AXIS_SOURCE_WHEEL);
      zwlr_virtual_pointer_v1_axis_discrete (self->pointer, now (), WL_POINTER_AXIS_VERTICAL_SCROLL,
                                             wl_fixed_from_int (clicks * CLICK), clicks);
    }
  zwlr_virtual_pointer_v1_frame (self->pointer);
}

/* Hands a keyboard to the compositor, which hands it on to the program before
 * the next key: an American one, and a key for one more symbol. */
static void
set_keymap (ScreenWayland *self,
            guint          symbol)
{
  char name[64] = "NoSymbol";
  g_autofree char *text = NULL;
  char *whole;
  gsize size;
  int file;

  if (symbol != XKB_KEY_NoSymbol)
    xkb_keysym_get_name (symbol, name, sizeof name);
  text = g_strdup_printf ("xkb_keymap { xkb_keycodes { include \"evdev+aliases(qwerty)\" }; xkb_types { include \"complete\" };"
                          " xkb_compat { include \"complete\" };"
                          " xkb_symbols { include \"pc+us+inet(evdev)\" key <FK24> { [ %s ] }; }; };", name);
  g_clear_pointer (&self->state, xkb_state_unref);
  g_clear_pointer (&self->keymap, xkb_keymap_unref);
  self->keymap = xkb_keymap_new_from_string (self->context, text, XKB_KEYMAP_FORMAT_TEXT_V1, XKB_KEYMAP_COMPILE_NO_FLAGS);
  g_assert_nonnull (self->keymap);
  self->state = xkb_state_new (self->keymap);

  whole = xkb_keymap_get_as_string (self->keymap, XKB_KEYMAP_FORMAT_TEXT_V1);
  size = strlen (whole) + 1;
  file = memfd_create ("keymap", MFD_CLOEXEC);
  g_assert_cmpint (write (file, whole, size), ==, size);
  zwp_virtual_keyboard_v1_keymap (self->keyboard, WL_KEYBOARD_KEYMAP_FORMAT_XKB_V1, file, (guint32) size);
  close (file);
  free (whole);
}

static gboolean
makes (ScreenWayland *self,
       xkb_keycode_t  key,
       xkb_level_index_t level,
       guint          symbol)
{
  const xkb_keysym_t *symbols;

  return xkb_keymap_key_get_syms_by_level (self->keymap, key, 0, level, &symbols) == 1 && symbols[0] == symbol;
}

static guint
wayland_find_key (TrlScreen *screen,
                  guint      symbol,
                  gboolean  *shifted)
{
  ScreenWayland *self = (ScreenWayland *) screen;
  xkb_keycode_t last = xkb_keymap_max_keycode (self->keymap);

  for (int attempt = 0; attempt < 2; attempt++)
    {
      for (xkb_level_index_t level = 0; level < 2; level++)
        for (xkb_keycode_t key = xkb_keymap_min_keycode (self->keymap); key <= last; key++)
          if (makes (self, key, level, symbol))
            {
              *shifted = level == 1;
              return key;
            }
      set_keymap (self, symbol);
    }
  g_error ("No key can be lent to %x", symbol);
}

/* A virtual keyboard has to say itself what its modifiers are. */
static void
wayland_press_key (TrlScreen *screen,
                   guint      key,
                   gboolean   down)
{
  ScreenWayland *self = (ScreenWayland *) screen;

  zwp_virtual_keyboard_v1_key (self->keyboard, now (), key - FIRST_KEY, down);
  if (xkb_state_update_key (self->state, key, down ? XKB_KEY_DOWN : XKB_KEY_UP) != 0)
    zwp_virtual_keyboard_v1_modifiers (self->keyboard,
                                       xkb_state_serialize_mods (self->state, XKB_STATE_MODS_DEPRESSED),
                                       xkb_state_serialize_mods (self->state, XKB_STATE_MODS_LATCHED),
                                       xkb_state_serialize_mods (self->state, XKB_STATE_MODS_LOCKED),
                                       xkb_state_serialize_layout (self->state, XKB_STATE_LAYOUT_EFFECTIVE));
}

/* Everything that sway shows. */
static JsonNode *
read_tree (void)
{
  char *argv[] = { (char *) "swaymsg", (char *) "-r", (char *) "-t", (char *) "get_tree", NULL };
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *tree;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL, NULL, &error);
  g_assert_no_error (error);
  tree = json_from_string (said, &error);
  g_assert_no_error (error);
  return tree;
}

static void
read_box (JsonObject *node,
          const char *name,
          TrlBox     *box)
{
  JsonObject *rect = json_object_get_object_member (node, name);

  *box = (TrlBox) {
    (int) json_object_get_int_member (rect, "x"), (int) json_object_get_int_member (rect, "y"),
    (int) json_object_get_int_member (rect, "width"), (int) json_object_get_int_member (rect, "height")
  };
}

/* The window of the process in what a node holds, the one with the title if
 * there is one. */
static JsonObject *
search_tree (JsonObject *node,
             GPid        pid,
             const char *title)
{
  static const char * const holders[] = { "nodes", "floating_nodes" };
  JsonObject *found = NULL;

  if (json_object_has_member (node, "pid") && json_object_get_int_member (node, "pid") == pid)
    return node;
  for (guint h = 0; h < G_N_ELEMENTS (holders); h++)
    {
      JsonArray *nodes = json_object_get_array_member (node, holders[h]);

      for (guint i = 0; i < json_array_get_length (nodes); i++)
        {
          JsonObject *inner = search_tree (json_array_get_object_element (nodes, i), pid, title);

          if (inner != NULL && (found == NULL || g_strcmp0 (json_object_get_string_member (inner, "name"), title) == 0))
            found = inner;
        }
    }
  return found;
}

/* Sway tells a window's number, and where it draws it: without the shadow. */
static gboolean
look_up (GPid        pid,
         const char *title,
         TrlBox     *box,
         gint64     *id)
{
  g_autoptr (JsonNode) tree = read_tree ();
  JsonObject *window = search_tree (json_node_get_object (tree), pid, title);
  TrlBox inner;

  if (window == NULL)
    return FALSE;
  read_box (window, "rect", box);
  read_box (window, "window_rect", &inner);
  *box = (TrlBox) { box->x + inner.x, box->y + inner.y, inner.width, inner.height };
  *id = json_object_get_int_member (window, "id");
  return TRUE;
}

static gboolean
wayland_find_window (TrlScreen  *screen,
                     GPid        pid,
                     const char *title,
                     TrlBox     *box)
{
  gint64 id;

  return look_up (pid, title, box, &id);
}

/* Nobody but the program and the compositor knows where a popover stands. */
static gboolean
wayland_find_popup (TrlScreen *screen,
                    TrlBox    *box)
{
  return FALSE;
}

/* A program that draws no frame of its own gets one from sway, which would count as its place. */
static void
wayland_place (TrlScreen    *screen,
               GPid          pid,
               const char   *title,
               const TrlBox *box)
{
  gint64 end = g_get_monotonic_time () + TRL_STAGE_PATIENCE;
  g_autofree char *command = NULL;
  char *argv[] = { (char *) "swaymsg", NULL, NULL };
  g_autoptr (GError) error = NULL;
  TrlBox is;
  gint64 id;
  gboolean found = look_up (pid, title, &is, &id);

  g_assert_true (found);
  argv[1] = command = g_strdup_printf ("[con_id=%" G_GINT64_FORMAT "] border none, resize set %d px %d px, move absolute position %d px %d px",
                                       id, box->width, box->height, box->x, box->y);
  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  while (look_up (pid, title, &is, &id) && memcmp (&is, box, sizeof is) != 0)
    {
      if (g_get_monotonic_time () > end)
        g_error ("\"%s\" is not placed: it is at %d, %d, %d × %d", title, is.x, is.y, is.width, is.height);
      g_usleep (TRL_SCREEN_FRAME);
    }
}

static void
global_cb (void               *data,
           struct wl_registry *registry,
           guint32             number,
           const char         *interface,
           guint32             version)
{
  ScreenWayland *self = data;

  if (strcmp (interface, wl_seat_interface.name) == 0)
    self->seat = wl_registry_bind (registry, number, &wl_seat_interface, 1);
  else if (strcmp (interface, zwlr_virtual_pointer_manager_v1_interface.name) == 0)
    self->pointers = wl_registry_bind (registry, number, &zwlr_virtual_pointer_manager_v1_interface, 1);
  else if (strcmp (interface, zwp_virtual_keyboard_manager_v1_interface.name) == 0)
    self->keyboards = wl_registry_bind (registry, number, &zwp_virtual_keyboard_manager_v1_interface, 1);
}

static void
global_remove_cb (void               *data,
                  struct wl_registry *registry,
                  guint32             number)
{
}

static void
measure (ScreenWayland *self)
{
  g_autoptr (JsonNode) tree = read_tree ();
  TrlBox box;

  read_box (json_node_get_object (tree), "rect", &box);
  self->width = box.width;
  self->height = box.height;
}

/**
 * trl_screen_open_wayland:
 *
 * Opens the Wayland screen of the environment, which must be sway's.
 *
 * Returns: (transfer full): the screen
 */
TrlScreen *
trl_screen_open_wayland (void)
{
  static const struct wl_registry_listener listener = { global_cb, global_remove_cb };
  ScreenWayland *self = g_new0 (ScreenWayland, 1);

  self->screen = (TrlScreen) {
    wayland_close, wayland_sync, wayland_point, wayland_press, wayland_find_key, wayland_press_key,
    wayland_find_window, wayland_find_popup, wayland_place
  };
  self->display = wl_display_connect (NULL);
  if (self->display == NULL)
    g_error ("The Wayland screen does not open");
  self->registry = wl_display_get_registry (self->display);
  wl_registry_add_listener (self->registry, &listener, self);
  wayland_sync (&self->screen);
  if (self->seat == NULL || self->pointers == NULL || self->keyboards == NULL)
    g_error ("The compositor lends no pointer and no keyboard");
  measure (self);
  self->pointer = zwlr_virtual_pointer_manager_v1_create_virtual_pointer (self->pointers, self->seat);
  self->keyboard = zwp_virtual_keyboard_manager_v1_create_virtual_keyboard (self->keyboards, self->seat);
  self->context = xkb_context_new (XKB_CONTEXT_NO_FLAGS);
  set_keymap (self, XKB_KEY_NoSymbol);
  wayland_sync (&self->screen);
  return &self->screen;
}
