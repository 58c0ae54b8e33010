/* verb.h: what the files of this room share. */
#pragma once

#include "command.h"
#include "reader.h"

G_BEGIN_DECLS

/**
 * TrlVerb:
 * @name: what is typed, never translated
 * @usage: what may follow it, never translated
 * @summary: one line, untranslated
 * @options: its options
 * @run: does it, with the arguments that are left
 *
 * A row of the table of verbs.
 */
typedef struct
{
  const char         *name;
  const char         *usage;
  const char         *summary;
  const GOptionEntry *options;
  int               (*run) (char **arguments);
} TrlVerb;

extern const GOptionEntry trl_check_options[];
extern const GOptionEntry trl_export_options[];
extern const GOptionEntry trl_new_options[];

int        trl_verb_check     (char        **arguments);
int        trl_verb_export    (char        **arguments);
int        trl_verb_new       (char        **arguments);
int        trl_verb_templates (char        **arguments);
int        trl_verb_format    (char        **arguments);
int        trl_verb_schema    (char        **arguments);
int        trl_verb_rules     (char        **arguments);

/* Messages go to standard error, data to standard output. "-" is standard input and standard output. */
void       trl_say            (const char   *format,
                               ...) G_GNUC_PRINTF (1, 2);
void       trl_append_line    (GString      *out,
                               const char   *words);
int        trl_say_usage      (const char   *verb,
                               const char   *format,
                               ...) G_GNUC_PRINTF (2, 3);
gboolean   trl_paints         (int           fd);
TrlReader *trl_read_input     (const char   *name,
                               GError      **error);
void       trl_say_unreadable (const char   *name,
                               const GError *error);
void       trl_say_repairs    (const char   *name,
                               TrlReader    *reader);
gboolean   trl_write_design   (const char   *name,
                               const char   *text,
                               gsize         length);
gboolean   trl_write_output   (const char   *name,
                               const void   *data,
                               gsize         length);

G_END_DECLS
