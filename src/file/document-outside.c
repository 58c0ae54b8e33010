/* document-outside.c: what others do to the file of a document while it is open.
 *
 * A monitor says that something happened; what happened is said by the content,
 * in a thread. So our own saving, a touched time and a checkout of the same
 * bytes are no news. */

#define G_LOG_DOMAIN "document-outside"

#include "config.h"

#include "document-private.h"

#include <string.h>

#include "reader.h"

/* How long others have to be quiet before their work is looked at. */
#define LOOK_DELAY_MS 250

void
trl_document_set_outside (TrlDocument *self,
                          TrlOutside   outside)
{
  if (outside == TRL_OUTSIDE_SAME)
    g_clear_pointer (&self->outside_hash, g_free);
  if (self->outside == outside)
    return;
  self->outside = outside;
  g_object_notify (G_OBJECT (self), "outside");
}

void
trl_document_unwatch (TrlDocument *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
}

/* One look at the file, in a thread: it may be large, and far away. */
typedef struct
{
  GFile *file;
  char  *known;
  char  *hash;      /* of what is there; NULL if it cannot be read */
  gboolean gone;
} Look;

static void
look_free (Look *look)
{
  g_object_unref (look->file);
  g_free (look->known);
  g_free (look->hash);
  g_free (look);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Look *look = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = trl_reader_load (look->file, &error);

  look->hash = bytes != NULL ? trl_document_hash (bytes) : NULL;
  look->gone = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_task_return_boolean (task, TRUE);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  TrlDocument *self = TRL_DOCUMENT (source);
  const Look *look = g_task_get_task_data (G_TASK (result));

  /* What we saved meanwhile was no news of others. */
  if (self->blueprint == NULL || self->saving || self->file == NULL || !g_file_equal (self->file, look->file)
      || g_strcmp0 (self->hash, look->known) != 0)
    return;
  if (look->gone)
    {
      self->differs = TRUE;
      trl_document_set_outside (self, TRL_OUTSIDE_GONE);
    }
  else if (look->hash != NULL && strcmp (look->hash, look->known) != 0)
    {
      g_free (self->outside_hash);
      self->outside_hash = g_strdup (look->hash);
      trl_document_set_outside (self, TRL_OUTSIDE_CHANGED);
    }
  else if (look->hash != NULL)
    {
      if (self->outside == TRL_OUTSIDE_GONE)
        self->differs = FALSE;   /* it is back, as it was */
      trl_document_set_outside (self, TRL_OUTSIDE_SAME);
    }
  trl_document_update_modified (self);
}

static gboolean
look_cb (gpointer user_data)
{
  TrlDocument *self = user_data;

  self->look_id = 0;
  trl_document_look_outside (self);
  return G_SOURCE_REMOVE;
}

/* Others write in several steps, and some take the file away for a moment: look when they are done. */
static void
file_changed_cb (TrlDocument *self)
{
  g_clear_handle_id (&self->look_id, g_source_remove);
  self->look_id = g_timeout_add (LOOK_DELAY_MS, look_cb, self);
}

/* Where nothing can be watched, a window looks when it becomes active, and saving looks in any case. */
void
trl_document_watch (TrlDocument *self)
{
  g_autoptr (GError) error = NULL;

  trl_document_unwatch (self);
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, &error);
  if (self->monitor == NULL)
    g_debug ("The file cannot be watched: %s", error->message);
  else
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
}

/**
 * trl_document_get_outside:
 * @document: a document
 *
 * Returns: what others did to the file, as far as was seen
 */
TrlOutside
trl_document_get_outside (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), TRL_OUTSIDE_SAME);

  return document->outside;
}

/**
 * trl_document_look_outside:
 * @document: a document
 *
 * Looks what others did to the file, without keeping anybody waiting. The
 * content counts, not the time, so our own saving is never taken for theirs.
 * #TrlDocument:outside tells the answer.
 */
void
trl_document_look_outside (TrlDocument *document)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  g_return_if_fail (TRL_IS_DOCUMENT (document));

  if (document->file == NULL || document->hash == NULL || document->saving)
    return;
  look = g_new0 (Look, 1);
  look->file = g_object_ref (document->file);
  look->known = g_strdup (document->hash);
  task = g_task_new (document, NULL, looked_cb, NULL);
  g_task_set_source_tag (task, trl_document_look_outside);
  g_task_set_task_data (task, look, (GDestroyNotify) look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/**
 * trl_document_keep_mine:
 * @document: a document whose file somebody else changed
 *
 * Keeps the design as it is here: the next save may replace what they wrote,
 * unless they write again.
 */
void
trl_document_keep_mine (TrlDocument *document)
{
  g_return_if_fail (TRL_IS_DOCUMENT (document));

  if (document->outside != TRL_OUTSIDE_CHANGED)
    return;
  g_free (document->hash);
  document->hash = g_steal_pointer (&document->outside_hash);
  document->differs = TRUE;
  trl_document_set_outside (document, TRL_OUTSIDE_SAME);
  trl_document_update_modified (document);
}
