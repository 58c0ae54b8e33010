/* journal-private.h: how a journal is laid out. */
#pragma once

#include "journal.h"

G_BEGIN_DECLS

#define TRL_JOURNAL_VERSION  1
#define TRL_JOURNAL_SUFFIX   ".journal"
#define TRL_JOURNAL_ASIDE    "aside"   /* the only member of a line that is no change */
#define TRL_JOURNAL_CHECKSUM 16   /* hexadecimal digits before each line */

char *trl_journal_checksum (const char *line,
                            gsize       length);
int   trl_journal_lock     (const char *path);

G_END_DECLS
