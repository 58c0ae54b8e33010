/* journal.c: every commit on the disk, until the design is saved or closed.
 *
 * One file a document, begun with its first commit: a line with all records as
 * they were then, and a line a commit with the records before and after. Each
 * line stands behind a checksum of itself, so that one which was torn is seen.
 * A line is with the system when the commit returns, and with the disk as soon
 * as a thread of the journal has synced it, which it starts at once. The file
 * is locked while its program lives; a journal without a lock is an orphan.
 *
 * Beside the commits it keeps one text of whoever owns the document: a round of
 * votes that is under way is no part of the design, and must not be lost with
 * the program all the same.
 *
 * A journal never writes into the file of the design. */

#define G_LOG_DOMAIN "journal"

#include "config.h"

#include "journal.h"
#include "journal-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "json-writer.h"
#include "writer-private.h"

#define MAX_LENGTH (16 * 1024 * 1024)   /* begin anew when it gets longer than this */

struct _TrlJournal
{
  TrlBlueprint *blueprint;
  guint         listener;
  char         *name;
  char         *uri;
  char         *aside;      /* NULL for nothing */

  char         *path;       /* NULL until there is something to write */
  int           fd;
  goffset       length;
  GError       *problem;    /* why the last line could not be written */

  GThread      *syncer;
  GMutex        mutex;
  GCond         cond;
  guint         written;    /* lines, under the mutex */
  guint         synced;     /* of these, on the disk */
  gboolean      quit;
};

/* A digest that a torn or changed line does not have. */
char *
trl_journal_checksum (const char *line,
                      gsize       length)
{
  char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) line, length);

  sum[TRL_JOURNAL_CHECKSUM] = '\0';
  return sum;
}

/* Opens a journal and locks it; -1 while its program lives. */
int
trl_journal_lock (const char *path)
{
  int fd = open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      return -1;
    }
  return fd;
}

/**
 * trl_journal_get_folder:
 *
 * Returns: (transfer full): where journals are kept
 */
char *
trl_journal_get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "trellis", "journal", NULL);
}

static gpointer
sync_thread (gpointer data)
{
  TrlJournal *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->quit)
    if (self->synced == self->written)
      g_cond_wait (&self->cond, &self->mutex);
    else
      {
        guint written = self->written;

        g_mutex_unlock (&self->mutex);
        fdatasync (self->fd);
        g_mutex_lock (&self->mutex);
        self->synced = written;
        g_cond_broadcast (&self->cond);
      }
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/* Lets go of the file, which stays. */
static void
journal_close (TrlJournal *self)
{
  if (self->syncer != NULL)
    {
      g_mutex_lock (&self->mutex);
      self->quit = TRUE;
      g_cond_broadcast (&self->cond);
      g_mutex_unlock (&self->mutex);
      g_thread_join (g_steal_pointer (&self->syncer));
    }
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  self->quit = FALSE;
  self->written = self->synced = 0;
  self->length = 0;
}

static gboolean
note_problem (TrlJournal *self,
              int         code)
{
  g_clear_error (&self->problem);
  g_set_error (&self->problem, G_IO_ERROR, g_io_error_from_errno (code),
               _("Unsaved work is not protected at the moment: %s"), g_strerror (code));
  return FALSE;
}

/* Appends one line with its checksum, or nothing at all. */
static gboolean
append_line (TrlJournal    *self,
             TrlJsonWriter *json)
{
  gsize length;
  g_autofree char *text = trl_json_writer_end (json, &length);
  g_autofree char *sum = trl_journal_checksum (text, length);
  g_autoptr (GString) line = g_string_sized_new (length + TRL_JOURNAL_CHECKSUM + 3);
  gsize done = 0;

  g_string_append (line, sum);
  g_string_append_c (line, ' ');
  g_string_append_len (line, text, length);
  g_string_append_c (line, '\n');
  while (done < line->len)
    {
      gssize n = write (self->fd, line->str + done, line->len - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          int code = errno;

          /* What is torn off here would hide the lines that follow. */
          if (done > 0 && ftruncate (self->fd, self->length) == 0)
            lseek (self->fd, self->length, SEEK_SET);
          return note_problem (self, code);
        }
      done += n;
    }

  self->length += line->len;
  g_mutex_lock (&self->mutex);
  self->written++;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static void
write_one_record (gpointer card,
                  gpointer json)
{
  trl_writer_write_record (json, card);
}

/* The first line: all that there is. */
static gboolean
append_base (TrlJournal *self)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_COMPACT);

  trl_json_writer_begin_object (json);
  trl_json_writer_key (json, "journal");
  trl_json_writer_number (json, TRL_JOURNAL_VERSION);
  trl_json_writer_key (json, "name");
  trl_json_writer_string (json, self->name);
  if (self->uri != NULL)
    {
      trl_json_writer_key (json, "uri");
      trl_json_writer_string (json, self->uri);
    }
  trl_json_writer_key (json, "cards");
  trl_json_writer_begin_array (json);
  trl_blueprint_foreach (self->blueprint, write_one_record, json);
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
  return append_line (self, json);
}

static gboolean
append_aside (TrlJournal *self)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_COMPACT);

  trl_json_writer_begin_object (json);
  trl_json_writer_key (json, TRL_JOURNAL_ASIDE);
  trl_json_writer_string (json, self->aside != NULL ? self->aside : "");
  trl_json_writer_end_object (json);
  return append_line (self, json);
}

/* Begins a file. It gets its name only when it is locked and holds its first
 * line, so that nobody takes it for an orphan before. */
static gboolean
journal_open (TrlJournal *self)
{
  g_autofree char *folder = trl_journal_get_folder ();
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *hidden = g_strdup_printf ("%s/.%s", folder, id);
  g_autofree char *path = g_strdup_printf ("%s/%s" TRL_JOURNAL_SUFFIX, folder, id);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return note_problem (self, errno);
  self->fd = open (hidden, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (self->fd < 0)
    return note_problem (self, errno);
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    g_debug ("No lock: %s", g_strerror (errno));

  if (!append_base (self) || (self->aside != NULL && !append_aside (self)) || rename (hidden, path) != 0)
    {
      if (self->problem == NULL)
        note_problem (self, errno);
      g_unlink (hidden);
      journal_close (self);
      return FALSE;
    }
  self->path = g_steal_pointer (&path);
  self->syncer = g_thread_new ("journal", sync_thread, self);
  return TRUE;
}

/* Begins anew with what there is now; the old file goes only afterwards. */
static gboolean
journal_renew (TrlJournal *self)
{
  g_autofree char *old = g_steal_pointer (&self->path);

  journal_close (self);
  g_clear_error (&self->problem);
  if (!journal_open (self))
    {
      self->path = g_steal_pointer (&old);   /* better than nothing */
      return FALSE;
    }
  if (old != NULL)
    g_unlink (old);
  return TRUE;
}

static gboolean
append_change (TrlJournal      *self,
               const TrlChange *change)
{
  g_autoptr (TrlJsonWriter) json = trl_json_writer_new (TRL_JSON_COMPACT);

  trl_json_writer_begin_object (json);
  trl_json_writer_key (json, "name");
  trl_json_writer_string (json, trl_change_get_name (change));
  trl_json_writer_key (json, "origin");
  trl_json_writer_number (json, trl_change_get_origin (change));
  trl_json_writer_key (json, "deltas");
  trl_json_writer_begin_array (json);
  for (guint i = 0; i < trl_change_get_n_deltas (change); i++)
    {
      const TrlDelta *delta = trl_change_get_delta (change, i);

      trl_json_writer_begin_object (json);
      if (delta->before != NULL)
        {
          trl_json_writer_key (json, "before");
          trl_writer_write_record (json, delta->before);
        }
      if (delta->after != NULL)
        {
          trl_json_writer_key (json, "after");
          trl_writer_write_record (json, delta->after);
        }
      trl_json_writer_end_object (json);
    }
  trl_json_writer_end_array (json);
  trl_json_writer_end_object (json);
  return append_line (self, json);
}

static void
committed_cb (TrlBlueprint    *blueprint,
              const TrlChange *change,
              gpointer         user_data)
{
  TrlJournal *self = user_data;

  /* The first line may as well hold the design with this commit. */
  if (self->fd < 0 || self->problem != NULL || self->length > MAX_LENGTH || !append_change (self, change))
    journal_renew (self);
}

/**
 * trl_journal_new:
 * @blueprint: the blueprint to watch
 *
 * Begins to write down what is committed. There is no file before the first
 * commit.
 *
 * Returns: (transfer full): the journal
 */
TrlJournal *
trl_journal_new (TrlBlueprint *blueprint)
{
  TrlJournal *self;

  g_return_val_if_fail (TRL_IS_BLUEPRINT (blueprint), NULL);

  self = g_new0 (TrlJournal, 1);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->fd = -1;
  self->name = g_strdup ("");
  self->blueprint = g_object_ref (blueprint);
  self->listener = trl_blueprint_listen (blueprint, TRL_STAGE_JOURNAL, committed_cb, self);
  return self;
}

/**
 * trl_journal_free:
 * @journal: (nullable) (transfer full): a journal
 *
 * Stops writing. The file stays where it is: only trl_journal_clear() takes it
 * away.
 */
void
trl_journal_free (TrlJournal *journal)
{
  if (journal == NULL)
    return;

  trl_blueprint_unlisten (journal->blueprint, journal->listener);
  journal_close (journal);
  g_clear_object (&journal->blueprint);
  g_clear_error (&journal->problem);
  g_mutex_clear (&journal->mutex);
  g_cond_clear (&journal->cond);
  g_free (journal->path);
  g_free (journal->name);
  g_free (journal->uri);
  g_free (journal->aside);
  g_free (journal);
}

/**
 * trl_journal_set_origin:
 * @journal: a journal
 * @name: what the design is called
 * @uri: (nullable): the file that it is saved in
 *
 * Says what to tell a person who finds the journal. It holds for the next file
 * that is begun.
 */
void
trl_journal_set_origin (TrlJournal *journal,
                        const char *name,
                        const char *uri)
{
  g_return_if_fail (journal != NULL && name != NULL);

  g_free (journal->name);
  g_free (journal->uri);
  journal->name = g_strdup (name);
  journal->uri = g_strdup (uri);
}

/**
 * trl_journal_set_aside:
 * @journal: a journal
 * @words: (nullable): what is under way beside the design; %NULL when nothing is
 *
 * Keeps a text that is no part of the design, until it is replaced. Whoever
 * recovers the design finds it in #TrlOrphan.
 */
void
trl_journal_set_aside (TrlJournal *journal,
                       const char *words)
{
  char *own = g_strdup (words);

  g_return_if_fail (journal != NULL);

  g_free (journal->aside);
  journal->aside = own;
  if (journal->fd < 0 && own == NULL)
    return;
  if (journal->fd < 0 || journal->problem != NULL || !append_aside (journal))
    journal_renew (journal);
}

/**
 * trl_journal_clear:
 * @journal: a journal
 *
 * Takes the file away, after saving or closing. The next commit begins another.
 */
void
trl_journal_clear (TrlJournal *journal)
{
  g_return_if_fail (journal != NULL);

  if (journal->path != NULL)
    g_unlink (journal->path);   /* while it is still locked */
  g_clear_pointer (&journal->path, g_free);
  g_clear_error (&journal->problem);
  journal_close (journal);
}

/**
 * trl_journal_begin:
 * @journal: a journal
 *
 * Begins a file with what there is now, without waiting for a commit: for a
 * design that was recovered.
 */
void
trl_journal_begin (TrlJournal *journal)
{
  g_return_if_fail (journal != NULL);

  journal_renew (journal);
}

/**
 * trl_journal_sync:
 * @journal: a journal
 *
 * Waits until every line is on the disk. Usually a thread sees to it at once;
 * this is for programs that are about to be ended.
 */
void
trl_journal_sync (TrlJournal *journal)
{
  g_return_if_fail (journal != NULL);

  g_mutex_lock (&journal->mutex);
  while (journal->syncer != NULL && journal->synced != journal->written)
    g_cond_wait (&journal->cond, &journal->mutex);
  g_mutex_unlock (&journal->mutex);
}

/**
 * trl_journal_get_problem:
 * @journal: a journal
 *
 * Returns: (transfer none) (nullable): why the last commit is not written
 *   down; each further commit tries again
 */
const GError *
trl_journal_get_problem (TrlJournal *journal)
{
  g_return_val_if_fail (journal != NULL, NULL);

  return journal->problem;
}
