/* document.c: a design that is being worked on: blueprint, history, file and journal.
 *
 * Saving is what a person asks for; in between, the journal keeps every
 * commit. A document that was recovered is a copy: it is bound to no file, so
 * that nothing is replaced before somebody says where to save it. What is
 * saved is written and synced in a thread, as it was when saving began. */

#define G_LOG_DOMAIN "document"

#include "config.h"

#include "document.h"
#include "document-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "reader.h"
#include "safe-save.h"
#include "writer.h"

enum
{
  PROP_0,
  PROP_MODIFIED,
  PROP_NAME,
  PROP_FILE,
  PROP_OUTSIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (TrlDocument, trl_document, G_TYPE_OBJECT)
G_DEFINE_QUARK (trl-document-error-quark, trl_document_error)

/* What one thread needs to save, whatever happens to the document meanwhile. */
typedef struct
{
  GFile *file;
  char  *text;
  gsize  length;
  char  *expected;   /* (nullable): what the file must still hold, as a hash */
  guint  commits;
} SaveJob;

static char *
hash_of (const char *text,
         gsize       length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
}

char *
trl_document_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

static void
save_job_free (SaveJob *job)
{
  g_object_unref (job->file);
  g_free (job->text);
  g_free (job->expected);
  g_free (job);
}

void
trl_document_update_modified (TrlDocument *self)
{
  gboolean modified = trl_document_is_modified (self);

  if (self->was_modified == modified)
    return;
  self->was_modified = modified;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

static void
update_origin (TrlDocument *self)
{
  g_autofree char *name = trl_document_dup_name (self);
  g_autofree char *uri = NULL;

  if (self->file != NULL)
    uri = g_file_get_uri (self->file);
  else if (self->origin != NULL)
    uri = g_file_get_uri (self->origin);
  trl_journal_set_origin (self->journal, name, uri);
}

static void
history_changed_cb (TrlDocument *self)
{
  g_assert (TRL_IS_DOCUMENT (self));

  trl_document_update_modified (self);
}

static void
committed_cb (TrlBlueprint    *blueprint,
              const TrlChange *change,
              gpointer         user_data)
{
  TrlDocument *self = user_data;

  self->commits++;
  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    if (strcmp (trl_change_get_delta (change, i)->id, TRL_ROOT_ID) == 0)
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  trl_document_update_modified (self);
}

/* The name is told to the journal before the journal writes. */
static void
committing_cb (TrlBlueprint    *blueprint,
               const TrlChange *change,
               gpointer         user_data)
{
  update_origin (user_data);
}

static TrlDocument *
document_new (TrlBlueprint *blueprint)
{
  TrlDocument *self = g_object_new (TRL_TYPE_DOCUMENT, NULL);

  self->blueprint = g_object_ref (blueprint);
  self->history = trl_history_new (blueprint);
  self->was_modified = FALSE;
  trl_history_mark_saved (self->history);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (history_changed_cb), self, G_CONNECT_SWAPPED);
  self->listeners[0] = trl_blueprint_listen (blueprint, TRL_STAGE_HISTORY, committing_cb, self);
  self->journal = trl_journal_new (blueprint);
  self->listeners[1] = trl_blueprint_listen (blueprint, TRL_STAGE_PANELS, committed_cb, self);
  return self;
}

static void
trl_document_dispose (GObject *object)
{
  TrlDocument *self = TRL_DOCUMENT (object);

  for (guint i = 0; self->blueprint != NULL && i < G_N_ELEMENTS (self->listeners); i++)
    trl_blueprint_unlisten (self->blueprint, self->listeners[i]);
  trl_document_unwatch (self);
  g_clear_pointer (&self->journal, trl_journal_free);
  g_clear_pointer (&self->aside, g_free);
  g_clear_object (&self->history);
  g_clear_object (&self->blueprint);
  g_clear_pointer (&self->reader, trl_reader_free);
  g_clear_object (&self->file);
  g_clear_object (&self->origin);
  G_OBJECT_CLASS (trl_document_parent_class)->dispose (object);
}

static void
trl_document_finalize (GObject *object)
{
  TrlDocument *self = TRL_DOCUMENT (object);

  g_free (self->hash);
  g_free (self->outside_hash);
  g_free (self->recovered_name);
  G_OBJECT_CLASS (trl_document_parent_class)->finalize (object);
}

static void
trl_document_get_property (GObject    *object,
                           guint       property,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TrlDocument *self = TRL_DOCUMENT (object);

  switch (property)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, trl_document_is_modified (self));
      break;
    case PROP_NAME:
      g_value_take_string (value, trl_document_dup_name (self));
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_OUTSIDE:
      g_value_set_int (value, self->outside);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
trl_document_class_init (TrlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = trl_document_dispose;
  object_class->finalize = trl_document_finalize;
  object_class->get_property = trl_document_get_property;

  /**
   * TrlDocument:modified:
   *
   * Whether there is something that no file holds.
   */
  properties[PROP_MODIFIED] =
    g_param_spec_boolean ("modified", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * TrlDocument:name:
   *
   * What to call it in a title.
   */
  properties[PROP_NAME] =
    g_param_spec_string ("name", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * TrlDocument:file:
   *
   * Where it is saved; %NULL for a design that never was.
   */
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  /**
   * TrlDocument:outside:
   *
   * What others did to the file, a #TrlOutside.
   */
  properties[PROP_OUTSIDE] =
    g_param_spec_int ("outside", NULL, NULL, TRL_OUTSIDE_SAME, TRL_OUTSIDE_GONE, TRL_OUTSIDE_SAME,
                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
trl_document_init (TrlDocument *self)
{
}

/**
 * trl_document_new:
 *
 * Returns: (transfer full): a blank design
 */
TrlDocument *
trl_document_new (void)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();

  return document_new (blueprint);
}

/**
 * trl_document_new_for_template:
 * @info: a template
 *
 * Returns: (transfer full): a design that begins as the template; it has no file
 */
TrlDocument *
trl_document_new_for_template (const TrlTemplate *info)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TrlReader) reader = NULL;

  g_return_val_if_fail (info != NULL, NULL);

  bytes = trl_templates_load (info);
  reader = trl_reader_read (bytes, NULL);
  g_return_val_if_fail (reader != NULL, NULL);

  return document_new (trl_reader_get_blueprint (reader));
}

/**
 * trl_document_open:
 * @file: a file
 * @error: return location for a #TrlReaderError or #GIOErrorEnum
 *
 * Opens a design. What was mended while reading it is in
 * trl_document_get_repairs().
 *
 * Returns: (transfer full) (nullable): the document
 */
TrlDocument *
trl_document_open (GFile   *file,
                   GError **error)
{
  g_autoptr (TrlReader) reader = NULL;
  TrlDocument *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  reader = trl_reader_read_file (file, error);
  if (reader == NULL)
    return NULL;
  self = document_new (trl_reader_get_blueprint (reader));
  self->file = g_object_ref (file);
  self->hash = trl_document_hash (trl_reader_get_bytes (reader));
  trl_document_watch (self);
  self->reader = g_steal_pointer (&reader);
  return self;
}

/**
 * trl_document_recover:
 * @orphan: a journal that nobody holds
 * @error: return location for an error
 *
 * Opens what was not saved, as a copy without a file. The journal goes only
 * when the copy is in a journal of its own.
 *
 * Returns: (transfer full) (nullable): the document
 */
TrlDocument *
trl_document_recover (const TrlOrphan  *orphan,
                      GError          **error)
{
  g_autoptr (TrlBlueprint) blueprint = NULL;
  TrlDocument *self;

  g_return_val_if_fail (orphan != NULL, NULL);

  blueprint = trl_journal_recover (orphan, error);
  if (blueprint == NULL)
    return NULL;
  self = document_new (blueprint);
  self->recovered = TRUE;
  self->recovered_name = g_strdup (orphan->name);
  self->origin = orphan->uri != NULL ? g_file_new_for_uri (orphan->uri) : NULL;
  trl_document_update_modified (self);
  update_origin (self);
  self->aside = g_strdup (orphan->aside);
  trl_journal_set_aside (self->journal, self->aside);
  trl_journal_begin (self->journal);
  if (trl_journal_get_problem (self->journal) == NULL)
    trl_journal_discard (orphan);
  return self;
}

/**
 * trl_document_set_aside:
 * @document: a document
 * @words: (nullable): what is under way beside the design; %NULL when nothing is
 *
 * Keeps something that is no part of the design and must not be lost with the
 * program: a round of votes. It is in no file, and goes when the document is
 * closed.
 */
void
trl_document_set_aside (TrlDocument *document,
                        const char  *words)
{
  char *own = g_strdup (words);

  g_return_if_fail (TRL_IS_DOCUMENT (document));

  g_free (document->aside);
  document->aside = own;
  update_origin (document);
  trl_journal_set_aside (document->journal, own);
  if (own == NULL && !trl_document_is_modified (document))
    trl_journal_clear (document->journal);
}

/**
 * trl_document_get_aside:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): what was under way beside the design, also when that was recovered
 */
const char *
trl_document_get_aside (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return document->aside;
}

/**
 * trl_document_get_blueprint:
 * @document: a document
 *
 * Returns: (transfer none): its blueprint, the same as long as it lives
 */
TrlBlueprint *
trl_document_get_blueprint (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return document->blueprint;
}

/**
 * trl_document_get_history:
 * @document: a document
 *
 * Returns: (transfer none): its history
 */
TrlHistory *
trl_document_get_history (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return document->history;
}

/**
 * trl_document_get_file:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): where it is saved
 */
GFile *
trl_document_get_file (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return document->file;
}

/**
 * trl_document_get_origin:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): the file that a recovered design once
 *   came from; it is only a proposal for where to save it
 */
GFile *
trl_document_get_origin (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return document->origin;
}

/**
 * trl_document_dup_name:
 * @document: a document
 *
 * Returns: (transfer full): what to call it: the file without its ending, or
 *   the program's own name, or words for a new design
 */
char *
trl_document_dup_name (TrlDocument *document)
{
  const char *name;

  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  if (document->file != NULL)
    {
      char *base = g_file_get_basename (document->file);
      g_autofree char *shown = NULL;

      if (base != NULL && g_str_has_suffix (base, ".trellis"))
        base[strlen (base) - strlen (".trellis")] = '\0';
      shown = base;
      return g_filename_display_name (shown != NULL ? shown : "");
    }
  name = trl_card_get_name (trl_blueprint_get_root (document->blueprint));
  if (*name == '\0' && document->recovered_name != NULL)
    name = document->recovered_name;
  return g_strdup (*name != '\0' ? name : _("New design"));
}

/**
 * trl_document_is_modified:
 * @document: a document
 *
 * Returns: %TRUE if there is something that no file holds
 */
gboolean
trl_document_is_modified (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);

  return document->recovered || document->differs || !trl_history_is_saved (document->history);
}

/**
 * trl_document_is_saving:
 * @document: a document
 *
 * Returns: %TRUE while trl_document_save_async() is at work
 */
gboolean
trl_document_is_saving (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);

  return document->saving;
}

/**
 * trl_document_get_repairs:
 * @document: a document
 *
 * Returns: (transfer none) (element-type TrlRepair) (nullable): what was
 *   mended when it was opened; %NULL when it did not come from a file
 */
const GPtrArray *
trl_document_get_repairs (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return document->reader != NULL ? trl_reader_get_repairs (document->reader) : NULL;
}

/**
 * trl_document_get_journal_problem:
 * @document: a document
 *
 * Returns: (transfer none) (nullable): why unsaved work is not protected at
 *   the moment
 */
const GError *
trl_document_get_journal_problem (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), NULL);

  return trl_journal_get_problem (document->journal);
}

static gboolean
holds_something_else (GFile      *file,
                      const char *expected,
                      const char *ours)
{
  g_autoptr (GBytes) bytes = trl_reader_load (file, NULL);
  g_autofree char *hash = bytes != NULL ? trl_document_hash (bytes) : NULL;

  return hash != NULL && strcmp (hash, expected) != 0 && g_strcmp0 (hash, ours) != 0;
}

/**
 * trl_document_is_changed_outside:
 * @document: a document
 *
 * Looks whether somebody else changed the file since it was opened or saved.
 * The content counts, not the time. A file that is gone was not changed.
 *
 * Returns: %TRUE if it holds something else
 */
gboolean
trl_document_is_changed_outside (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);

  return document->file != NULL && document->hash != NULL
         && holds_something_else (document->file, document->hash, NULL);
}

/* NULL with an error if it cannot be saved now. */
static SaveJob *
save_job_new (TrlDocument   *self,
              GFile         *file,
              TrlSaveFlags   flags,
              GError       **error)
{
  SaveJob *job;

  if (self->saving)
    {
      g_set_error_literal (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_BUSY, _("It is being saved already"));
      return NULL;
    }
  if (file == NULL && self->file == NULL)
    {
      g_set_error_literal (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_NO_FILE, _("This design has no file yet"));
      return NULL;
    }

  job = g_new0 (SaveJob, 1);
  job->file = g_object_ref (file != NULL ? file : self->file);
  job->text = trl_writer_write (self->blueprint, &job->length);
  job->commits = self->commits;
  if (self->file != NULL && g_file_equal (job->file, self->file) && !(flags & TRL_SAVE_OVERWRITE))
    job->expected = g_strdup (self->hash);
  return job;
}

static gboolean
save_job_run (const SaveJob  *job,
              GError        **error)
{
  g_autofree char *ours = hash_of (job->text, job->length);

  if (job->expected != NULL && holds_something_else (job->file, job->expected, ours))
    {
      g_set_error_literal (error, TRL_DOCUMENT_ERROR, TRL_DOCUMENT_ERROR_CHANGED,
                           _("Somebody else changed the file since it was opened. Nothing was written."));
      return FALSE;
    }
  return trl_safe_save_file (job->file, job->text, job->length, error);
}

/* The design needs no journal now; what is under way beside it still does. */
static void
clear_journal (TrlDocument *self)
{
  trl_journal_clear (self->journal);
  if (self->aside != NULL)
    trl_journal_begin (self->journal);
}

/* What is true now that the file holds what @job wrote. */
static void
settle (TrlDocument   *self,
        const SaveJob *job)
{
  gboolean moved = self->file == NULL || !g_file_equal (self->file, job->file);

  g_set_object (&self->file, job->file);
  g_free (self->hash);
  self->hash = hash_of (job->text, job->length);
  self->recovered = FALSE;
  self->differs = FALSE;
  trl_document_set_outside (self, TRL_OUTSIDE_SAME);
  if (moved || self->monitor == NULL)
    trl_document_watch (self);
  update_origin (self);

  if (self->commits == job->commits)
    {
      trl_history_mark_saved (self->history);
      clear_journal (self);
    }
  else
    trl_journal_begin (self->journal);   /* somebody went on working meanwhile */

  trl_document_update_modified (self);
  if (moved)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
    }
}

/**
 * trl_document_save:
 * @document: a document
 * @file: (nullable): where to save it from now on; %NULL: where it was
 * @flags: see #TrlSaveFlags
 * @error: return location for a #TrlDocumentError or #GIOErrorEnum
 *
 * Saves the document and waits for it. After a failure the file, the edits and
 * the journal are as they were.
 *
 * Returns: %TRUE if the file holds the design
 */
gboolean
trl_document_save (TrlDocument   *document,
                   GFile         *file,
                   TrlSaveFlags   flags,
                   GError       **error)
{
  SaveJob *job;
  gboolean saved;

  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  job = save_job_new (document, file, flags, error);
  if (job == NULL)
    return FALSE;
  saved = save_job_run (job, error);
  if (saved)
    settle (document, job);
  save_job_free (job);
  return saved;
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (save_job_run (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * trl_document_save_async:
 * @document: a document
 * @file: (nullable): where to save it from now on; %NULL: where it was
 * @flags: see #TrlSaveFlags
 * @callback: called when it is saved or not; it must call trl_document_save_finish()
 * @user_data: data for @callback
 *
 * Saves the document as it is now, without keeping anybody waiting.
 */
void
trl_document_save_async (TrlDocument         *document,
                         GFile               *file,
                         TrlSaveFlags         flags,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  GError *error = NULL;
  SaveJob *job;

  g_return_if_fail (TRL_IS_DOCUMENT (document));

  task = g_task_new (document, NULL, callback, user_data);
  g_task_set_source_tag (task, trl_document_save_async);
  job = save_job_new (document, file, flags, &error);
  if (job == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  document->saving = TRUE;
  g_task_set_task_data (task, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (task, save_in_thread);
}

/**
 * trl_document_save_finish:
 * @document: a document
 * @result: what the callback got
 * @error: return location for a #TrlDocumentError or #GIOErrorEnum
 *
 * Ends trl_document_save_async().
 *
 * Returns: %TRUE if the file holds the design as it was when saving began
 */
gboolean
trl_document_save_finish (TrlDocument   *document,
                          GAsyncResult  *result,
                          GError       **error)
{
  const SaveJob *job;

  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, document), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (job != NULL)
    document->saving = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  settle (document, job);
  return TRUE;
}

typedef struct
{
  TrlBlueprint *other;
  GPtrArray    *before;
  GPtrArray    *after;
} Comparison;

static void
note_before (gpointer data,
             gpointer user_data)
{
  Comparison *comparison = user_data;

  g_ptr_array_add (comparison->before, data);
  g_ptr_array_add (comparison->after, trl_blueprint_get (comparison->other, trl_card_get_id (data)));
}

static void
note_new (gpointer data,
          gpointer user_data)
{
  Comparison *comparison = user_data;

  if (trl_blueprint_get (comparison->other, trl_card_get_id (data)) != NULL)
    return;
  g_ptr_array_add (comparison->before, NULL);
  g_ptr_array_add (comparison->after, data);
}

/**
 * trl_document_reload:
 * @document: a document
 * @error: return location for a #TrlReaderError or #GIOErrorEnum
 *
 * Takes what somebody else wrote into the file. It can be undone.
 *
 * Returns: %TRUE if the design is now as in the file
 */
gboolean
trl_document_reload (TrlDocument  *document,
                     GError      **error)
{
  g_autoptr (TrlReader) reader = NULL;
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  g_autoptr (TrlChange) change = NULL;
  Comparison comparison = { NULL, before, after };

  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (document->file != NULL, FALSE);

  reader = trl_reader_read_file (document->file, error);
  if (reader == NULL)
    return FALSE;
  comparison.other = trl_reader_get_blueprint (reader);
  trl_blueprint_foreach (document->blueprint, note_before, &comparison);
  comparison.other = document->blueprint;
  trl_blueprint_foreach (trl_reader_get_blueprint (reader), note_new, &comparison);

  change = trl_change_new (_("Reload"), NULL, TRL_ORIGIN_RELOAD, before, after);
  if (change != NULL)
    trl_blueprint_commit (document->blueprint, change);
  g_free (document->hash);
  document->hash = trl_document_hash (trl_reader_get_bytes (reader));
  g_clear_pointer (&document->reader, trl_reader_free);
  document->reader = g_steal_pointer (&reader);
  document->differs = FALSE;
  trl_document_set_outside (document, TRL_OUTSIDE_SAME);
  trl_history_mark_saved (document->history);
  clear_journal (document);
  trl_document_update_modified (document);
  return TRUE;
}

/**
 * trl_document_close:
 * @document: a document
 *
 * Lets unsaved work go: the journal is taken away. A document that is dropped
 * without this is offered again at the next start.
 */
void
trl_document_close (TrlDocument *document)
{
  g_return_if_fail (TRL_IS_DOCUMENT (document));

  g_clear_pointer (&document->aside, g_free);
  trl_journal_set_aside (document->journal, NULL);
  trl_journal_clear (document->journal);
}
