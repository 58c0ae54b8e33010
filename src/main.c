/* main.c: picks a verb or a window, nothing else. */

#include "config.h"

#include "application.h"
#include "command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

/* Where the catalogues lie: those of the build folder for the program that
 * lies there, else the installed ones. */
static const char *
find_catalogues (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, BUILDDIR "/") ? BUILDDIR "/po" : LOCALEDIR;
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  /* Where nobody chose a language there is no reason to write in ASCII. */
  if (strcmp (setlocale (LC_CTYPE, NULL), "C") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, find_catalogues ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return trl_command_is_verb (argc, argv) ? trl_command_run (argc, argv) : trl_windows_run (argc, argv);
}
