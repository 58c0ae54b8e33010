/* document.h: a design that is being worked on: blueprint, history, file and journal. */
#pragma once

#include <gio/gio.h>

#include "blueprint.h"
#include "history.h"
#include "journal.h"
#include "templates.h"

G_BEGIN_DECLS

/**
 * TrlDocumentError:
 * @TRL_DOCUMENT_ERROR_NO_FILE: the design has no file yet: ask for one
 * @TRL_DOCUMENT_ERROR_CHANGED: somebody else changed the file since it was opened: ask before it is overwritten
 * @TRL_DOCUMENT_ERROR_BUSY: it is being saved at this moment
 */
typedef enum
{
  TRL_DOCUMENT_ERROR_NO_FILE,
  TRL_DOCUMENT_ERROR_CHANGED,
  TRL_DOCUMENT_ERROR_BUSY
} TrlDocumentError;

#define TRL_DOCUMENT_ERROR (trl_document_error_quark ())
GQuark trl_document_error_quark (void);

/**
 * TrlSaveFlags:
 * @TRL_SAVE_OVERWRITE: also over what somebody else wrote
 */
typedef enum
{
  TRL_SAVE_NONE      = 0,
  TRL_SAVE_OVERWRITE = 1 << 0
} TrlSaveFlags;

/**
 * TrlOutside:
 * @TRL_OUTSIDE_SAME: the file holds what we know
 * @TRL_OUTSIDE_CHANGED: somebody else wrote something else into it
 * @TRL_OUTSIDE_GONE: it was deleted or moved away
 *
 * What others did to the file of a document.
 */
typedef enum
{
  TRL_OUTSIDE_SAME,
  TRL_OUTSIDE_CHANGED,
  TRL_OUTSIDE_GONE
} TrlOutside;

#define TRL_TYPE_DOCUMENT (trl_document_get_type ())
G_DECLARE_FINAL_TYPE (TrlDocument, trl_document, TRL, DOCUMENT, GObject)

TrlDocument     *trl_document_new              (void);
TrlDocument     *trl_document_new_for_template (const TrlTemplate    *info);
TrlDocument     *trl_document_open             (GFile                *file,
                                                GError              **error);
TrlDocument     *trl_document_recover          (const TrlOrphan      *orphan,
                                                GError              **error);

TrlBlueprint    *trl_document_get_blueprint    (TrlDocument          *document);
TrlHistory      *trl_document_get_history      (TrlDocument          *document);
GFile           *trl_document_get_file         (TrlDocument          *document);
GFile           *trl_document_get_origin       (TrlDocument          *document);
char            *trl_document_dup_name         (TrlDocument          *document);
gboolean         trl_document_is_modified      (TrlDocument          *document);
gboolean         trl_document_is_saving        (TrlDocument          *document);
const GPtrArray *trl_document_get_repairs      (TrlDocument          *document);
const GError    *trl_document_get_journal_problem (TrlDocument       *document);
void             trl_document_set_aside        (TrlDocument          *document,
                                                const char           *words);
const char      *trl_document_get_aside        (TrlDocument          *document);
gboolean         trl_document_is_changed_outside (TrlDocument        *document);
TrlOutside       trl_document_get_outside     (TrlDocument          *document);
void             trl_document_look_outside    (TrlDocument          *document);
void             trl_document_keep_mine       (TrlDocument          *document);

gboolean         trl_document_save             (TrlDocument          *document,
                                                GFile                *file,
                                                TrlSaveFlags          flags,
                                                GError              **error);
void             trl_document_save_async       (TrlDocument          *document,
                                                GFile                *file,
                                                TrlSaveFlags          flags,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean         trl_document_save_finish      (TrlDocument          *document,
                                                GAsyncResult         *result,
                                                GError              **error);
gboolean         trl_document_reload           (TrlDocument          *document,
                                                GError              **error);
void             trl_document_close            (TrlDocument          *document);

G_END_DECLS
