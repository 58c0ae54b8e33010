/* journal-recover.c: what was not saved, from the journals that nobody holds any more. */

#define G_LOG_DOMAIN "journal-recover"

#include "config.h"

#include "journal.h"
#include "journal-private.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "reader-private.h"

#define KEEP_UNREADABLE_DAYS 90

/* The next line that is whole, without its checksum; NULL at the end, or where
 * something is torn. Moves @at past it. */
static const char *
next_line (const char **at,
           const char  *end,
           gsize       *length)
{
  const char *start = *at;
  const char *stop = start < end ? memchr (start, '\n', end - start) : NULL;
  g_autofree char *sum = NULL;

  if (stop == NULL || stop - start <= TRL_JOURNAL_CHECKSUM + 1)
    return NULL;
  start += TRL_JOURNAL_CHECKSUM + 1;
  sum = trl_journal_checksum (start, stop - start);
  if (strncmp (sum, *at, TRL_JOURNAL_CHECKSUM) != 0)
    return NULL;

  *at = stop + 1;
  *length = stop - start;
  return start;
}

/* A line as tape. FALSE if it is none; otherwise the caller clears @reading. */
static gboolean
parse_line (const char *line,
            gsize       length,
            TrlReading *reading)
{
  TrlTape *tape = line != NULL ? trl_reader_scan (line, length, NULL) : NULL;

  if (tape == NULL)
    return FALSE;
  trl_reading_init (reading, tape);
  reading->exact = TRUE;
  return TRUE;
}

static char *
dup_member (const TrlTape *tape,
            const char    *name)
{
  guint at = trl_strict_find (tape, 0, name);

  return at != 0 && tape->tokens[at].type == TRL_TOKEN_STRING ? trl_strict_dup_text (tape, at) : NULL;
}

/* The token of a list of the line; 0 if there is none. */
static guint
find_list (const TrlTape *tape,
           const char    *name)
{
  guint at = trl_strict_find (tape, 0, name);

  return at != 0 && tape->tokens[at].type == TRL_TOKEN_ARRAY ? at : 0;
}

static GBytes *
map_journal (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return trl_reader_load (file, error);
}

void
trl_orphan_free (TrlOrphan *orphan)
{
  if (orphan == NULL)
    return;

  g_free (orphan->path);
  g_free (orphan->name);
  g_free (orphan->uri);
  g_free (orphan->aside);
  g_free (orphan);
}

/* What a line says that is no change; NULL for a change. */
static char *
read_aside (const char *line,
            gsize       length)
{
  static const char start[] = "{\"" TRL_JOURNAL_ASIDE "\"";
  TrlReading reading;
  char *words = NULL;

  if (length < strlen (start) || strncmp (line, start, strlen (start)) != 0 || !parse_line (line, length, &reading))
    return NULL;
  words = dup_member (reading.tape, TRL_JOURNAL_ASIDE);
  trl_reading_clear (&reading);
  return words;
}

static void
count_line (TrlOrphan  *orphan,
            const char *line,
            gsize       length)
{
  char *aside = read_aside (line, length);

  if (aside == NULL)
    {
      orphan->n_changes++;
      return;
    }
  g_free (orphan->aside);
  orphan->aside = aside;
  if (*aside == '\0')
    g_clear_pointer (&orphan->aside, g_free);
}

/* NULL if the journal holds nothing that could be offered. */
static TrlOrphan *
describe (const char *path)
{
  g_autoptr (GBytes) bytes = map_journal (path, NULL);
  TrlOrphan *orphan = NULL;
  TrlReading reading;
  struct stat info;
  const char *at, *end, *line;
  gsize length;
  guint version;

  if (bytes == NULL || g_stat (path, &info) != 0)
    return NULL;
  at = g_bytes_get_data (bytes, &length);
  end = at + length;
  line = next_line (&at, end, &length);
  if (!parse_line (line, length, &reading))
    return NULL;

  version = trl_strict_find (reading.tape, 0, "journal");
  if (version != 0
      && g_ascii_strtoull (reading.tape->text + reading.tape->tokens[version].start, NULL, 10) == TRL_JOURNAL_VERSION)
    {
      orphan = g_new0 (TrlOrphan, 1);
      orphan->path = g_strdup (path);
      orphan->name = dup_member (reading.tape, "name");
      orphan->uri = dup_member (reading.tape, "uri");
      orphan->time = info.st_mtime;
      if (orphan->name == NULL)
        orphan->name = g_strdup ("");
      while ((line = next_line (&at, end, &length)) != NULL)
        count_line (orphan, line, length);
    }
  trl_reading_clear (&reading);
  return orphan;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const TrlOrphan *x = *(const TrlOrphan * const *) a;
  const TrlOrphan *y = *(const TrlOrphan * const *) b;

  if (x->time != y->time)
    return x->time > y->time ? -1 : 1;
  return strcmp (x->path, y->path);
}

/* What nobody could read for so long, nobody will read. A later version of
 * Trellis may have written it, so it is not taken away at once. */
static void
forget_when_old (const char *path)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  struct stat info;

  if (g_lstat (path, &info) == 0 && S_ISREG (info.st_mode) && now - info.st_mtime > KEEP_UNREADABLE_DAYS * 24 * 60 * 60)
    g_unlink (path);
}

/**
 * trl_journal_list_orphans:
 *
 * Finds the work that was not saved when its program ended. Journals of
 * programs that live are left alone. Those that cannot be read lie for another
 * ninety days; those that can are never taken away.
 *
 * Returns: (transfer full) (element-type TrlOrphan): the newest first
 */
GPtrArray *
trl_journal_list_orphans (void)
{
  g_autofree char *folder = trl_journal_get_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *orphans = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_orphan_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      TrlOrphan *orphan;
      int fd;

      /* A hidden one was never finished: its program ended in the middle of the first line. */
      if (*name != '.' && !g_str_has_suffix (name, TRL_JOURNAL_SUFFIX))
        continue;
      fd = trl_journal_lock (path);
      if (fd < 0)
        continue;
      orphan = *name != '.' ? describe (path) : NULL;
      if (orphan != NULL)
        g_ptr_array_add (orphans, orphan);
      else
        forget_when_old (path);
      close (fd);
    }
  g_ptr_array_sort (orphans, compare_newest_first);
  return orphans;
}

/* The record at @key of the object at @token; NULL when there is none. */
static TrlCard *
read_record (TrlReading *reading,
             guint       token,
             const char *key)
{
  guint at = trl_strict_find (reading->tape, token, key);

  return at != 0 && reading->tape->tokens[at].type == TRL_TOKEN_OBJECT ? trl_reading_record (reading, at) : NULL;
}

static GPtrArray *
new_card_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);
}

static TrlBlueprint *
read_base (TrlReading *reading)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (GPtrArray) cards = new_card_array ();
  const TrlToken *tokens = reading->tape->tokens;
  guint list = find_list (reading->tape, "cards");

  if (list == 0)
    return NULL;
  for (guint at = list + 1; at < tokens[list].next; at = tokens[at].next)
    {
      TrlCard *card = tokens[at].type == TRL_TOKEN_OBJECT ? trl_reading_record (reading, at) : NULL;

      if (card == NULL)
        return NULL;
      g_ptr_array_add (cards, card);
    }
  return trl_blueprint_load (blueprint, cards) ? g_steal_pointer (&blueprint) : NULL;
}

/* What one line changes; NULL if it makes no sense. */
static TrlChange *
read_change (TrlReading *reading)
{
  g_autoptr (GPtrArray) before = new_card_array ();
  g_autoptr (GPtrArray) after = new_card_array ();
  const TrlToken *tokens = reading->tape->tokens;
  guint list = find_list (reading->tape, "deltas");
  g_autofree char *name = dup_member (reading->tape, "name");

  if (list == 0)
    return NULL;
  for (guint at = list + 1; at < tokens[list].next; at = tokens[at].next)
    {
      TrlCard *old = read_record (reading, at, "before");
      TrlCard *new = read_record (reading, at, "after");

      g_ptr_array_add (before, old);
      g_ptr_array_add (after, new);
      if ((old == NULL && new == NULL)
          || (old != NULL && new != NULL && strcmp (trl_card_get_id (old), trl_card_get_id (new)) != 0))
        return NULL;
    }
  return trl_change_new (name != NULL ? name : "", NULL, TRL_ORIGIN_RECOVERY, before, after);
}

/* Brings one line over. FALSE if it does not fit what came before it. */
static gboolean
replay (TrlBlueprint *blueprint,
        const char   *line,
        gsize         length)
{
  TrlReading reading;
  g_autoptr (TrlChange) change = NULL;
  g_autofree char *aside = read_aside (line, length);
  gboolean fits;

  if (aside != NULL)
    return TRUE;
  if (!parse_line (line, length, &reading))
    return FALSE;
  change = read_change (&reading);
  fits = change != NULL && trl_blueprint_can_commit (blueprint, change);
  if (fits)
    trl_blueprint_commit (blueprint, change);
  trl_reading_clear (&reading);
  return fits;
}

/**
 * trl_journal_recover:
 * @orphan: a journal that nobody holds
 * @error: return location for an error
 *
 * Makes the design as it was when its program ended, as a copy: neither the
 * journal nor the file of the design is touched. A line that is torn, and
 * whatever follows it, is left out.
 *
 * Returns: (transfer full) (nullable): the blueprint
 */
TrlBlueprint *
trl_journal_recover (const TrlOrphan  *orphan,
                     GError          **error)
{
  g_autoptr (GBytes) bytes = NULL;
  TrlBlueprint *blueprint = NULL;
  TrlReading reading;
  const char *at, *end, *line;
  gsize length;

  g_return_val_if_fail (orphan != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = map_journal (orphan->path, error);
  if (bytes == NULL)
    return NULL;
  at = g_bytes_get_data (bytes, &length);
  end = at + length;

  line = next_line (&at, end, &length);
  if (parse_line (line, length, &reading))
    {
      blueprint = read_base (&reading);
      trl_reading_clear (&reading);
    }
  if (blueprint == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("What was kept of this design cannot be read any more"));
      return NULL;
    }

  while ((line = next_line (&at, end, &length)) != NULL)
    if (!replay (blueprint, line, length))
      break;
  return blueprint;
}

/**
 * trl_journal_discard:
 * @orphan: a journal that nobody holds
 *
 * Takes a journal away for good.
 */
void
trl_journal_discard (const TrlOrphan *orphan)
{
  int fd;

  g_return_if_fail (orphan != NULL);

  fd = trl_journal_lock (orphan->path);
  if (fd < 0)
    return;
  g_unlink (orphan->path);
  close (fd);
}
