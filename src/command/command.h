/* command.h: the verbs of the program. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlExit:
 * @TRL_EXIT_CLEAN: everything was done, nothing was found
 * @TRL_EXIT_FINDINGS: findings at or above the level that was asked for
 * @TRL_EXIT_TROUBLE: a file that cannot be read or written, or wrong use
 *
 * What a verb tells the shell.
 */
typedef enum
{
  TRL_EXIT_CLEAN = 0,
  TRL_EXIT_FINDINGS = 1,
  TRL_EXIT_TROUBLE = 2
} TrlExit;

gboolean trl_command_is_verb (int     argc,
                              char  **argv);
int      trl_command_run     (int     argc,
                              char  **argv);

G_END_DECLS
