/* document-private.h: what the files of the document share. */
#pragma once

#include "document.h"
#include "reader.h"

G_BEGIN_DECLS

struct _TrlDocument
{
  GObject       parent_instance;

  TrlBlueprint *blueprint;
  TrlHistory   *history;
  TrlJournal   *journal;
  TrlReader    *reader;         /* (nullable): what it was opened from */
  guint         listeners[2];

  GFile        *file;           /* (nullable): where it is saved */
  char         *aside;          /* (nullable): what is under way beside the design */
  char         *hash;           /* (nullable): of what is in that file, as far as we know */
  GFile        *origin;         /* (nullable): where a recovered design came from */
  char         *recovered_name; /* (nullable) */
  guint         commits;

  GFileMonitor *monitor;    /* (nullable): of the file */
  guint         look_id;    /* a look that waits until others are done */
  TrlOutside    outside;
  char         *outside_hash; /* (nullable): of what others wrote */

  gboolean      recovered;  /* and not saved since */
  gboolean      differs;    /* from the file, by what others did to it */
  gboolean      saving;
  gboolean      was_modified;
};

char *trl_document_hash            (GBytes      *bytes);
void  trl_document_update_modified (TrlDocument *document);
void  trl_document_watch           (TrlDocument *document);
void  trl_document_unwatch         (TrlDocument *document);
void  trl_document_set_outside     (TrlDocument *document,
                                    TrlOutside   outside);

G_END_DECLS
