/* bench-start.c: from the command to a window on the screen, against GTK's own widget factory.
 *
 * Seen from outside, alike for both: a window of some size is mapped. Memory
 * is what the process holds a second later. */

#include "config.h"

#include "bench.h"

#include <X11/Xlib.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

#define N_STARTS 5
#define LEAST_WIDTH 400

static guint
count_windows (Display *display,
               Window   window,
               int      depth)
{
  Window root, parent, *children = NULL;
  XWindowAttributes attributes;
  unsigned int n_children = 0;
  guint n = 0;

  if (XGetWindowAttributes (display, window, &attributes) && depth > 0 &&
      attributes.map_state == IsViewable && attributes.width >= LEAST_WIDTH)
    n = 1;
  if (depth < 2 && XQueryTree (display, window, &root, &parent, &children, &n_children))
    for (unsigned int i = 0; i < n_children; i++)
      n += count_windows (display, children[i], depth + 1);
  if (children != NULL)
    XFree (children);
  return n;
}

static int
ignore_error (Display     *display,
              XErrorEvent *event)
{
  return 0;   /* a window went while it was looked at */
}

static double
resident_mb (GPid pid)
{
  g_autofree char *name = g_strdup_printf ("/proc/%d/statm", (int) pid);
  g_autofree char *text = NULL;
  long size, resident = 0;

  if (g_file_get_contents (name, &text, NULL, NULL))
    sscanf (text, "%ld %ld", &size, &resident);
  return resident * 4096.0 / (1024 * 1024);
}

/* Starts a program once; milliseconds until its window is there, and what it holds. */
static double
start_once (Display *display,
            char   **argv,
            double  *mb)
{
  guint before = count_windows (display, DefaultRootWindow (display), 0);
  gint64 begin = g_get_monotonic_time ();
  double ms;
  GPid pid;

  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, NULL))
    return -1;
  while (count_windows (display, DefaultRootWindow (display), 0) <= before && g_get_monotonic_time () - begin < 20 * G_USEC_PER_SEC)
    g_usleep (2000);
  ms = (g_get_monotonic_time () - begin) / 1000.0;
  g_usleep (G_USEC_PER_SEC);
  *mb = resident_mb (pid);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  while (count_windows (display, DefaultRootWindow (display), 0) > before)
    g_usleep (10000);
  return ms;
}

void
bench_start (const char *program,
             const char *design)
{
  char *ours[] = { (char *) program, (char *) design, NULL };
  char *factory[] = { (char *) "gtk4-widget-factory", NULL };
  g_autofree char *found = g_find_program_in_path (factory[0]);
  Display *display = XOpenDisplay (NULL);
  double ms[N_STARTS], floor_ms[N_STARTS], mb = 0, floor_mb = 0;
  int best = 0, floor_best = 0;

  if (display == NULL)
    return;
  XSetErrorHandler (ignore_error);
  start_once (display, ours, &mb);   /* warm */
  for (int i = 0; i < N_STARTS; i++)
    {
      ms[i] = start_once (display, ours, &mb);
      floor_ms[i] = found != NULL ? start_once (display, factory, &floor_mb) : 0;
      best = ms[i] < ms[best] ? i : best;
      floor_best = floor_ms[i] < floor_ms[floor_best] ? i : floor_best;
    }
  bench_report (&(BenchRow) { "start to window, the example", 50, ms[best], "ms", found != NULL ? "widget factory" : NULL, floor_ms[floor_best], found != NULL ? 1.15 : 0 });
  bench_report (&(BenchRow) { "memory of the window", 50, mb, "MB", found != NULL ? "widget factory" : NULL, floor_mb, 0 });
  XCloseDisplay (display);
}
