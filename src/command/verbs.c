/* verbs.c: the table of verbs, and how one is picked, explained and run. */

#define G_LOG_DOMAIN "command"

#include "config.h"

#include "verb.h"

#include <glib/gi18n.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const GOptionEntry no_options[] = { G_OPTION_ENTRY_NULL };

static const TrlVerb verbs[] = {
  { "check", "[--format=text|json|sarif] [--fail-on=error|warning|advice|never] [--fix [--dry-run]] FILE…",
    N_("Review designs and say what was found"), trl_check_options, trl_verb_check },
  { "export", "[--page=board|a4|a3|letter] [--theme=light|dark] FILE --output=OUT.{pdf,svg,png}",
    N_("Write the board as PDF, SVG or PNG"), trl_export_options, trl_verb_export },
  { "new", "[--template=NAME] --output=FILE",
    N_("Begin a design"), trl_new_options, trl_verb_new },
  { "templates", "",
    N_("List the templates, the name first"), no_options, trl_verb_templates },
  { "format", "FILE…",
    N_("Rewrite designs in their canonical form"), no_options, trl_verb_format },
  { "schema", "",
    N_("Write the JSON Schema of a design"), no_options, trl_verb_schema },
  { "rules", "[ID]",
    N_("List the rules of the review, or explain one"), no_options, trl_verb_rules },
};

static const TrlVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_strcmp0 (verbs[i].name, name) == 0)
      return &verbs[i];
  return NULL;
}

static gboolean
is_general_option (const char *argument)
{
  return g_strcmp0 (argument, "--help") == 0 || g_strcmp0 (argument, "-h") == 0 ||
         g_strcmp0 (argument, "--version") == 0;
}

/**
 * trl_command_is_verb:
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments, the program's name first
 *
 * Returns: %TRUE if the program was called to do something without a window.
 *   A file that is named like a verb is opened by "./check".
 */
gboolean
trl_command_is_verb (int    argc,
                     char **argv)
{
  return argc > 1 && (find_verb (argv[1]) != NULL || is_general_option (argv[1]));
}

/* Orders to the terminal, line ends, and what turns the direction of all that follows. */
static gboolean
takes_over (gunichar letter)
{
  return g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029 ||
         (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069);
}

static gsize
skip_plain (const char *words)
{
  gsize n = 0;

  while (words[n] >= ' ' && words[n] < 0x7f)
    n++;
  return n;
}

/**
 * trl_append_line:
 * @out: a line that is being written
 * @words: what comes next in it
 *
 * Appends words that may hold anything, as names in a design from elsewhere
 * do. A line stays one line, so that nobody can write one of ours, and the
 * terminal gets no orders. Bytes that are not UTF-8, as file names may have,
 * stay as they are.
 */
void
trl_append_line (GString    *out,
                 const char *words)
{
  for (const char *at = words; *at != '\0';)
    {
      gsize n = skip_plain (at);     /* most of it, taken at once */
      gunichar letter;
      gboolean whole;

      g_string_append_len (out, at, n);
      at += n;
      if (*at == '\0')
        break;
      letter = g_utf8_get_char_validated (at, -1);
      whole = letter < 0x110000;
      n = whole ? g_utf8_next_char (at) - at : 1;
      if (whole && g_unichar_isspace (letter) && g_unichar_iscntrl (letter))
        g_string_append_c (out, ' ');
      else if (whole && takes_over (letter))
        g_string_append (out, "\357\277\275");   /* U+FFFD */
      else
        g_string_append_len (out, at, n);
      at += n;
    }
}

/**
 * trl_say:
 * @format: a message as for printf()
 * @...: what it speaks of
 *
 * Tells people something, on standard error, in one line.
 */
void
trl_say (const char *format,
         ...)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *words = NULL;
  va_list arguments;

  va_start (arguments, format);
  words = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  trl_append_line (line, words);
  g_string_append_c (line, '\n');
  fputs (line->str, stderr);
}

/**
 * trl_say_usage:
 * @verb: the name of a verb
 * @format: what is wrong, as for printf()
 * @...: what it speaks of
 *
 * Says how a verb was called wrongly, and where help is.
 *
 * Returns: %TRL_EXIT_TROUBLE
 */
int
trl_say_usage (const char *verb,
               const char *format,
               ...)
{
  g_autofree char *what = NULL;
  va_list arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  trl_say ("trellis %s: %s", verb, what);
  trl_say (_("See \"trellis %s --help\"."), verb);
  return TRL_EXIT_TROUBLE;
}

/**
 * trl_paints:
 * @fd: a file descriptor
 *
 * Returns: %TRUE if colours are welcome there: a terminal, and nobody asked for none
 */
gboolean
trl_paints (int fd)
{
  const char *no_colour = g_getenv ("NO_COLOR");

  return isatty (fd) && (no_colour == NULL || *no_colour == '\0') && g_strcmp0 (g_getenv ("TERM"), "dumb") != 0;
}

static void
print_help (void)
{
  g_print ("%s\n  trellis [FILE…]\n", _("Usage:"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  trellis %s%s%s\n      %s\n", verbs[i].name, *verbs[i].usage != '\0' ? " " : "", verbs[i].usage,
             _(verbs[i].summary));
  g_print ("  trellis --version\n\n%s\n%s\n",
           _("With files, or with nothing, Trellis opens windows. With a verb it needs no display."),
           _("Exit status: 0 clean, 1 findings at or above the level asked for, 2 unreadable or wrong use."));
}

static void
print_version (void)
{
  g_print ("trellis %s\n", APP_VERSION);
  g_print ("GLib %u.%u.%u\n", glib_major_version, glib_minor_version, glib_micro_version);
}

static int
run_verb (const TrlVerb *verb,
          int            argc,
          char         **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (verb->usage);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("trellis ", verb->name, NULL);
  g_auto (GStrv) arguments = g_new0 (char *, argc);
  g_autofree char *old_name = g_strdup (g_get_prgname ());
  int exit_code;

  arguments[0] = g_strdup (program);
  for (int i = 2; i < argc; i++)
    arguments[i - 1] = g_strdup (argv[i]);

  g_set_prgname (program);   /* "Usage: trellis check …" */
  g_option_context_set_summary (context, _(verb->summary));
  g_option_context_add_main_entries (context, verb->options, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    exit_code = trl_say_usage (verb->name, "%s", error->message);
  else
    exit_code = verb->run (arguments + 1);
  g_set_prgname (old_name);
  return exit_code;
}

/**
 * trl_command_run:
 * @argc: how many arguments there are
 * @argv: (array length=argc): the arguments, the program's name first
 *
 * Runs a verb. Needs no display, no session bus and no home directory.
 *
 * Returns: what to tell the shell, see #TrlExit
 */
int
trl_command_run (int    argc,
                 char **argv)
{
  const TrlVerb *verb = argc > 1 ? find_verb (argv[1]) : NULL;

  if (verb != NULL)
    return run_verb (verb, argc, argv);
  if (argc > 1 && g_str_equal (argv[1], "--version"))
    print_version ();
  else
    print_help ();
  return TRL_EXIT_CLEAN;
}
