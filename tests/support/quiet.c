/* quiet.c: what libraries set up for themselves while they are loaded is no leak of ours.
 *
 * GLib's table of quarks outgrows its first block in programs with many
 * widgets, and the old block is left to lie, so that nobody has to lock it. The
 * leak has no name: GLib keeps no frame pointers. So the sanitizer looks away
 * from before the first library is set up until all of them are. */

#include <sanitizer/lsan_interface.h>

typedef void (*Hook) (int argc, char **argv, char **environment);

static void
look_away (int    argc,
           char **argv,
           char **environment)
{
  __lsan_disable ();
}

/* Runs before the constructors of any library. */
__attribute__ ((section (".preinit_array"), used)) static const Hook before = look_away;

/* Runs after them. */
__attribute__ ((constructor)) static void
look_again (void)
{
  __lsan_enable ();
}
