/* stage.c: the real program on a virtual screen: starting it, and the eyes. */

#define G_LOG_DOMAIN "stage"

#include "stage-private.h"

#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define POLL (20 * 1000)      /* in microseconds */

/* The program of the window that has just been looked for, if it has not come
 * up yet; NULL without one. */
static TrlNode *
find_application (TrlStage *self)
{
  g_autoptr (TrlNode) desktop = atspi_get_desktop (0);
  int count = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < count; i++)
    {
      g_autoptr (TrlNode) child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == (guint) self->pid &&
          atspi_accessible_get_child_count (child, NULL) > 0)
        return g_steal_pointer (&child);
    }
  return NULL;
}

static gboolean
has_ended (TrlStage *self)
{
  int status;

  if (self->ended)
    return TRUE;
  if (waitpid (self->pid, &status, WNOHANG) != self->pid)
    return FALSE;
  self->ended = TRUE;
  self->status = WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
  return TRUE;
}

/* libatspi complains when a program comes or goes while it looks. */
static void
drop_cb (const char     *domain,
         GLogLevelFlags  level,
         const char     *message,
         gpointer        data)
{
}

static gboolean
is_fatal_cb (const char     *domain,
             GLogLevelFlags  level,
             const char     *message,
             gpointer        data)
{
  return g_strcmp0 (domain, "dbind") != 0;
}

static gboolean look_for_leaks;

/**
 * trl_stage_look_for_leaks:
 * @yes: whether to look
 *
 * Under the sanitizers, programs that are opened from now on report at their
 * end what they leaked. That makes them several times slower: drivers keep no
 * frame pointers, and whose leak it is takes the slow way to see.
 */
void
trl_stage_look_for_leaks (gboolean yes)
{
  look_for_leaks = yes;
}

static char **
make_environment (void)
{
  char **environment = g_environ_setenv (g_get_environ (), "GTK_A11Y", "atspi", TRUE);
  const char *options = g_environ_getenv (environment, "ASAN_OPTIONS");

  if (options != NULL)
    {
      g_autofree char *more = g_strconcat (options, look_for_leaks ? ":fast_unwind_on_malloc=0" : ":detect_leaks=0", NULL);

      environment = g_environ_setenv (environment, "ASAN_OPTIONS", more, TRUE);
    }
  return environment;
}

static TrlScreen *
open_screen (void)
{
  if (g_getenv ("DISPLAY") != NULL)
    return trl_screen_open_x11 ();
  if (g_getenv ("WAYLAND_DISPLAY") != NULL)
    return trl_screen_open_wayland ();
  g_error ("There is no screen. Run this under tests/support/with-display");
}

/**
 * trl_stage_open:
 * @program: (nullable): path of the program; NULL is the one that was built
 * @arguments: (nullable) (array zero-terminated=1): what comes after its name
 *
 * Starts the program and waits until its first window can be seen.
 *
 * Returns: (transfer full): the stage
 */
TrlStage *
trl_stage_open (const char         *program,
                const char * const *arguments)
{
  TrlStage *self = g_new0 (TrlStage, 1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) environment = make_environment ();
  g_autoptr (GError) error = NULL;
  gint64 end = g_get_monotonic_time () + TRL_STAGE_PATIENCE;

  g_log_set_handler ("dbind", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION, drop_cb, NULL);
  g_test_log_set_fatal_handler (is_fatal_cb, NULL);
  atspi_init ();
  atspi_set_timeout (5000, 15000);
  self->screen = open_screen ();

  if (program == NULL)
    g_ptr_array_add (argv, g_test_build_filename (G_TEST_BUILT, "..", "src", "trellis", NULL));
  else
    g_ptr_array_add (argv, g_strdup (program));
  for (gsize i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdup (arguments[i]));
  g_ptr_array_add (argv, NULL);
  g_spawn_async (NULL, (char **) argv->pdata, environment,
                 G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &self->pid, &error);
  g_assert_no_error (error);

  while ((self->application = find_application (self)) == NULL)
    {
      if (has_ended (self))
        g_error ("The program ended with status %d before it showed a window", self->status);
      if (g_get_monotonic_time () > end)
        g_error ("The program shows no window");
      g_usleep (POLL);
    }
  /* What libatspi remembers from the first moment may never be put right. */
  atspi_accessible_set_cache_mask (self->application, ATSPI_CACHE_NONE);
  trl_stage_settle (self);
  return self;
}

/**
 * trl_stage_wait_end:
 * @self: a stage
 *
 * Waits until the program has ended by itself.
 *
 * Returns: its exit status, or the negative number of the signal
 */
int
trl_stage_wait_end (TrlStage *self)
{
  gint64 end = g_get_monotonic_time () + TRL_STAGE_PATIENCE;

  while (!has_ended (self))
    {
      if (g_get_monotonic_time () > end)
        g_error ("The program does not end");
      g_usleep (POLL);
    }
  return self->status;
}

/**
 * trl_stage_signal:
 * @self: a stage
 * @number: a signal, say SIGKILL
 *
 * Sends the program a signal.
 */
void
trl_stage_signal (TrlStage *self,
                  int       number)
{
  if (!has_ended (self))
    kill (self->pid, number);
}

/**
 * trl_stage_close:
 * @self: (transfer full): a stage
 *
 * Ends the program, with force if it is still there, and clears the stage.
 */
void
trl_stage_close (TrlStage *self)
{
  if (!has_ended (self))
    {
      kill (self->pid, SIGKILL);
      waitpid (self->pid, NULL, 0);
    }
  trl_stage_stop_listening (self);
  g_clear_object (&self->application);
  self->screen->close (self->screen);
  g_free (self);
}

static gboolean
node_extents (TrlNode *accessible,
              TrlBox  *box)
{
  g_autoptr (TrlComponent) component = atspi_accessible_get_component_iface (accessible);
  g_autofree AtspiRect *extents = NULL;

  if (component != NULL)
    extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL);
  if (extents == NULL)
    return FALSE;
  *box = (TrlBox) { extents->x, extents->y, extents->width, extents->height };
  return TRUE;
}

/* GTK 4.8 says of windows only that they are showing, and calls visible what
 * lies on a page of a stack that is turned away; such has no size. */
static gboolean
is_visible (TrlNode *accessible)
{
  g_autoptr (TrlStates) states = atspi_accessible_get_state_set (accessible);
  TrlBox box;

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_VISIBLE) &&
         (!node_extents (accessible, &box) || box.width > 0 || box.height > 0);
}

typedef struct
{
  AtspiRole       role;
  GPatternSpec   *pattern;
  AtspiStateType  state;         /* ATSPI_STATE_INVALID for any */
  GPtrArray      *found;
  guint           limit;
  GString        *words;         /* or NULL */
} Search;

/* What a node is called. From 4.10 on, GTK holds that a status has a text but
 * no name. */
static char *
read_name (TrlNode *node)
{
  char *name = atspi_accessible_get_name (node, NULL);

  if ((name == NULL || *name == '\0') && atspi_accessible_get_role (node, NULL) == ATSPI_ROLE_STATUS_BAR)
    {
      g_free (name);
      name = trl_stage_text (node);
    }
  return name != NULL ? name : g_strdup ("");
}

/* Each question goes to the program and back, so none is asked in vain. */
static gboolean
search_matches (Search  *search,
                TrlNode *node)
{
  if (search->role != ATSPI_ROLE_INVALID && search->role != atspi_accessible_get_role (node, NULL))
    return FALSE;
  if (search->pattern != NULL)
    {
      g_autofree char *name = read_name (node);

      if (!g_pattern_spec_match_string (search->pattern, name))
        return FALSE;
    }
  if (search->state != ATSPI_STATE_INVALID)
    {
      g_autoptr (TrlStates) states = atspi_accessible_get_state_set (node);

      return states != NULL && atspi_state_set_contains (states, search->state);
    }
  return TRUE;
}

static void
search_node (Search  *search,
             TrlNode *node,
             guint    depth)
{
  int count;

  if (depth > 0 && !is_visible (node))
    return;
  if (search->words != NULL)
    {
      g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
      g_autofree char *name = read_name (node);

      g_string_append_printf (search->words, "%*s%s \"%s\"\n", (int) depth * 2, "", role, name);
    }
  if (search->found != NULL && search_matches (search, node))
    g_ptr_array_add (search->found, g_object_ref (node));

  count = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < count && (search->found == NULL || search->found->len < search->limit); i++)
    {
      g_autoptr (TrlNode) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL)
        search_node (search, child, depth + 1);
    }
}

static GPtrArray *
find_all (TrlNode *within,
          AtspiRole        role,
          const char      *pattern,
          AtspiStateType   state,
          guint            limit)
{
  g_autoptr (GPatternSpec) spec = pattern != NULL ? g_pattern_spec_new (pattern) : NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  Search search = { role, spec, state, found, limit, NULL };

  /* What libatspi remembers may be older than what is shown. */
  atspi_accessible_clear_cache (within);
  search_node (&search, within, 0);
  return g_steal_pointer (&found);
}

/**
 * trl_stage_describe:
 * @self: a stage
 *
 * Puts what can be seen into words, a line a node.
 *
 * Returns: (transfer full): the words
 */
char *
trl_stage_describe (TrlStage *self)
{
  Search search = { ATSPI_ROLE_INVALID, NULL, ATSPI_STATE_INVALID, NULL, 0, g_string_new (NULL) };

  atspi_accessible_clear_cache (self->application);
  search_node (&search, self->application, 0);
  return g_string_free (search.words, FALSE);
}

/* What lies in a button is GTK's own, and newer ones show it. */
static gboolean
is_button (TrlNode *node)
{
  AtspiRole role = atspi_accessible_get_role (node, NULL);

  return role == ATSPI_ROLE_PUSH_BUTTON || role == ATSPI_ROLE_TOGGLE_BUTTON || role == ATSPI_ROLE_COMBO_BOX;
}

static void
list_unnamed (TrlNode    *node,
              const char *path,
              GString    *unnamed,
              guint      *n_focusable)
{
  g_autofree char *role = atspi_accessible_get_role_name (node, NULL);
  g_autofree char *name = read_name (node);
  g_autofree char *here = g_strdup_printf ("%s / %s \"%s\"", path, role, name);
  g_autoptr (TrlStates) states = atspi_accessible_get_state_set (node);
  int count = atspi_accessible_get_child_count (node, NULL);

  if (states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSABLE))
    {
      (*n_focusable)++;
      if (*name == '\0' && unnamed->len < 2000)
        g_string_append_printf (unnamed, "%s\n", here);
    }
  for (int i = 0; i < count && !is_button (node); i++)
    {
      g_autoptr (TrlNode) child = atspi_accessible_get_child_at_index (node, i, NULL);

      if (child != NULL && is_visible (child))
        list_unnamed (child, here, unnamed, n_focusable);
    }
}

/**
 * trl_stage_list_unnamed:
 * @self: a stage
 * @n_focusable: (out): how many nodes can be seen and can have the keyboard
 *
 * Lists those of them that a screen reader has no name for.
 *
 * Returns: (transfer full): a line each, with the way there; empty for none
 */
char *
trl_stage_list_unnamed (TrlStage *self,
                        guint    *n_focusable)
{
  GString *unnamed = g_string_new (NULL);

  *n_focusable = 0;
  atspi_accessible_clear_cache (self->application);
  list_unnamed (self->application, "", unnamed, n_focusable);
  return g_string_free (unnamed, FALSE);
}

G_NORETURN static void
give_up (TrlStage   *self,
         AtspiRole   role,
         const char *pattern,
         const char *what)
{
  g_autofree char *seen = NULL;

  if (has_ended (self))
    g_error ("The program ended with status %d; a test waited for \"%s\"", self->status, pattern);
  seen = trl_stage_describe (self);
  g_printerr ("%s", seen);
  g_error ("%s: %s \"%s\"", what, role == ATSPI_ROLE_INVALID ? "anything" : atspi_role_get_name (role),
           pattern != NULL ? pattern : "*");
}

/**
 * trl_stage_find_in:
 * @self: a stage
 * @within: what it lies in
 * @role: its role; ATSPI_ROLE_INVALID for any
 * @pattern: (nullable): its name, `*` and `?` stand for anything
 *
 * Waits until it can be seen. The first in reading order is meant.
 *
 * Returns: (transfer full): it
 */
TrlNode *
trl_stage_find_in (TrlStage        *self,
                   TrlNode *within,
                   AtspiRole        role,
                   const char      *pattern)
{
  gint64 end = g_get_monotonic_time () + TRL_STAGE_PATIENCE;

  while (!has_ended (self) && g_get_monotonic_time () < end)
    {
      g_autoptr (GPtrArray) found = find_all (within, role, pattern, ATSPI_STATE_INVALID, 1);

      if (found->len > 0)
        return g_object_ref (found->pdata[0]);
      g_usleep (POLL);
    }
  give_up (self, role, pattern, "Nowhere to be seen");
}

/**
 * trl_stage_find:
 * @self: a stage
 * @role: its role; ATSPI_ROLE_INVALID for any
 * @pattern: (nullable): its name, `*` and `?` stand for anything
 *
 * Waits until it can be seen anywhere in the program.
 *
 * Returns: (transfer full): it
 */
TrlNode *
trl_stage_find (TrlStage   *self,
                AtspiRole   role,
                const char *pattern)
{
  return trl_stage_find_in (self, self->application, role, pattern);
}

/**
 * trl_stage_count:
 * @self: a stage
 * @role: a role; ATSPI_ROLE_INVALID for any
 * @pattern: (nullable): a name with `*` and `?`
 *
 * Counts what can be seen now, without waiting.
 *
 * Returns: how many there are
 */
guint
trl_stage_count (TrlStage   *self,
                 AtspiRole   role,
                 const char *pattern)
{
  g_autoptr (GPtrArray) found = find_all (self->application, role, pattern, ATSPI_STATE_INVALID, G_MAXUINT);

  return found->len;
}

/**
 * trl_stage_wait_count:
 * @self: a stage
 * @role: a role; ATSPI_ROLE_INVALID for any
 * @pattern: (nullable): a name with `*` and `?`
 * @count: how many there must be; 0 waits until it is gone
 *
 * Waits until exactly so many can be seen.
 */
void
trl_stage_wait_count (TrlStage   *self,
                      AtspiRole   role,
                      const char *pattern,
                      guint       count)
{
  gint64 end = g_get_monotonic_time () + TRL_STAGE_PATIENCE;
  guint seen;

  while ((seen = trl_stage_count (self, role, pattern)) != count)
    {
      if (has_ended (self) || g_get_monotonic_time () > end)
        {
          g_autofree char *what = g_strdup_printf ("%u instead of %u", seen, count);

          give_up (self, role, pattern, what);
        }
      g_usleep (POLL);
    }
}

/**
 * trl_stage_focus:
 * @self: a stage
 *
 * Looks what has the keyboard focus now.
 *
 * Returns: (transfer full) (nullable): it
 */
TrlNode *
trl_stage_focus (TrlStage *self)
{
  g_autoptr (GPtrArray) found = find_all (self->application, ATSPI_ROLE_INVALID, NULL, ATSPI_STATE_FOCUSED, 1);

  return found->len > 0 ? g_object_ref (found->pdata[0]) : NULL;
}

/**
 * trl_stage_text:
 * @accessible: an entry or a label
 *
 * Reads what is written in it.
 *
 * Returns: (transfer full): the text; empty if it holds none
 */
char *
trl_stage_text (TrlNode *accessible)
{
  g_autoptr (TrlText) text = atspi_accessible_get_text_iface (accessible);
  char *words = text != NULL ? atspi_text_get_text (text, 0, -1, NULL) : NULL;

  return words != NULL ? words : g_strdup ("");
}

/* The outermost ancestor: the window as the program tells of it. */
static TrlNode *
find_top (TrlNode *accessible)
{
  TrlNode *top = g_object_ref (accessible);

  for (;;)
    {
      TrlNode *parent = atspi_accessible_get_parent (top, NULL);

      if (parent == NULL || atspi_accessible_get_role (parent, NULL) == ATSPI_ROLE_APPLICATION)
        {
          g_clear_object (&parent);
          return top;
        }
      g_object_unref (top);
      top = parent;
    }
}

/* If the accessible lies in a popover, moves its box to where that is. GTK
 * 4.8 reckons as if a popover lay at the corner of what it belongs to. */
static gboolean
place_in_popup (TrlStage *self,
                TrlNode  *accessible,
                TrlBox   *box)
{
  g_autoptr (TrlNode) node = g_object_ref (accessible);

  while (node != NULL && atspi_accessible_get_role (node, NULL) != ATSPI_ROLE_FRAME)
    {
      TrlNode *parent = atspi_accessible_get_parent (node, NULL);
      TrlBox inner;
      TrlBox outer;

      if (node_extents (node, &inner) && inner.width > 1 && (outer = inner, self->screen->find_popup (self->screen, &outer)))
        {
          box->x += outer.x - inner.x;
          box->y += outer.y - inner.y;
          g_clear_object (&parent);
          return TRUE;
        }
      g_object_unref (node);
      node = parent;
    }
  return FALSE;
}

/**
 * trl_stage_box:
 * @self: a stage
 * @accessible: what is looked at
 * @box: (out): where it is on the screen
 *
 * Looks where something is. Toolkits tell it within their window only, the
 * rest comes from the screen itself.
 */
void
trl_stage_box (TrlStage *self,
               TrlNode  *accessible,
               TrlBox   *box)
{
  g_autoptr (TrlNode) top = NULL;
  g_autofree char *title = NULL;
  TrlBox window = { 0 };
  TrlBox border;
  gboolean found;

  if (!node_extents (accessible, box))
    g_error ("It has no place on the screen");
  if (place_in_popup (self, accessible, box))
    return;

  top = find_top (accessible);
  title = atspi_accessible_get_name (top, NULL);
  found = self->screen->find_window (self->screen, self->pid, title, &window);
  g_assert_true (found);
  box->x += window.x;
  box->y += window.y;

  /* From 4.10 on GTK reckons from what a window holds, and tells the border
   * that the window draws itself as a place outside of that. */
  if (node_extents (top, &border))
    {
      box->x -= 2 * border.x;
      box->y -= 2 * border.y;
    }
}

/**
 * trl_stage_place:
 * @self: a stage
 * @window: a window, or something in it
 * @box: where it shall be on the screen
 *
 * Puts a window somewhere else, as its frame would.
 */
void
trl_stage_place (TrlStage     *self,
                 TrlNode      *window,
                 const TrlBox *box)
{
  g_autoptr (TrlNode) top = find_top (window);
  g_autofree char *title = atspi_accessible_get_name (top, NULL);

  self->screen->place (self->screen, self->pid, title, box);
  trl_stage_settle (self);
}
