/* save-child.c: saves once, so that somebody else may watch it fail.
 *
 * save-child PATH TEXT: exit status 0 saved, 1 not saved, 10 more when a fault
 * of the shim struck. */

#include "config.h"

#include <dlfcn.h>
#include <string.h>

#include "safe-save.h"

int
main (int   argc,
      char *argv[])
{
  int (*fired) (void) = (int (*) (void)) dlsym (RTLD_DEFAULT, "fault_fired");
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  gboolean saved;

  if (argc != 3 || !g_file_get_contents (argv[2], &text, &length, NULL))
    return 99;
  saved = trl_safe_save (argv[1], text, length, &error);
  if (saved != (error == NULL))
    return 98;
  if (error != NULL)
    g_print ("%s\n", error->message);
  return (saved ? 0 : 1) + (fired != NULL && fired () ? 10 : 0);
}
