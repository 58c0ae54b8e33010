/* check.h: what trellis check found in a file, and the formats that it is told in. */
#pragma once

#include "json-writer.h"
#include "reviewer.h"
#include "verb.h"

G_BEGIN_DECLS

/**
 * TrlChecked:
 * @name: the file, as it was named
 * @reader: what was read; where findings lie in the file is asked here
 * @findings: (element-type TrlFinding): all of them, kept ones too
 * @fixed: (element-type TrlFixed): what was mended
 *
 * One file and its review.
 */
typedef struct
{
  const char *name;
  TrlReader  *reader;
  GPtrArray  *findings;
  GPtrArray  *fixed;
} TrlChecked;

/**
 * TrlFixed:
 * @rule: the rule that spoke
 * @card: (nullable): where it spoke
 * @text: what was done
 * @line: where the card stood before
 * @column: likewise
 *
 * A safe fix that was applied.
 */
typedef struct
{
  const TrlRule *rule;
  char          *card;
  char          *text;
  guint          line;
  guint          column;
} TrlFixed;

/**
 * TrlCheckFormat:
 * @name: what is typed after --format=
 * @begin: begins the output
 * @add: adds a file
 * @add_unreadable: adds a file that is no design
 * @end: ends the output
 *
 * A way to tell what was found. Each puts it into @out; nothing is printed
 * before the end, for a flush a line costs more than the review.
 */
typedef struct
{
  const char *name;
  gpointer  (*begin)          (void);
  void      (*add)            (gpointer          state,
                               const TrlChecked *checked);
  void      (*add_unreadable) (gpointer          state,
                               const char       *name,
                               const GError     *error);
  char     *(*end)            (gpointer          state,
                               gsize            *length);
} TrlCheckFormat;

extern const TrlCheckFormat trl_check_text;
extern const TrlCheckFormat trl_check_json;
extern const TrlCheckFormat trl_check_sarif;

void       trl_check_locate     (const TrlChecked *checked,
                                 const char       *card,
                                 guint            *line,
                                 guint            *column,
                                 char            **pointer);
GPtrArray *trl_check_mend       (const char       *name,
                                 TrlReader        *reader);

/* Members of the object that is being written. */
void       trl_check_put_text   (TrlJsonWriter    *json,
                                 const char       *key,
                                 const char       *text);
void       trl_check_put_number (TrlJsonWriter    *json,
                                 const char       *key,
                                 guint             number);

G_END_DECLS
