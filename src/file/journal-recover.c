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

/* A line as tree and tape. The caller clears @reading. */
static JsonNode *
parse_line (const char  *line,
            gsize        length,
            TrlReading  *reading,
            GError     **error)
{
  TrlTape *tape = NULL;
  JsonNode *root = trl_reader_parse (line, length, &tape, error);

  if (root == NULL)
    return NULL;
  trl_reading_init (reading, tape);
  reading->exact = TRUE;
  if (JSON_NODE_HOLDS_OBJECT (root))
    return root;
  json_node_unref (root);
  trl_reading_clear (reading);
  return NULL;
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
  g_free (orphan);
}

/* NULL if the journal holds nothing that could be offered. */
static TrlOrphan *
describe (const char *path)
{
  g_autoptr (GBytes) bytes = map_journal (path, NULL);
  g_autoptr (JsonNode) root = NULL;
  TrlOrphan *orphan = NULL;
  TrlReading reading;
  struct stat info;
  const char *at, *end, *line;
  gsize length;

  if (bytes == NULL || g_stat (path, &info) != 0)
    return NULL;
  at = g_bytes_get_data (bytes, &length);
  end = at + length;
  line = next_line (&at, end, &length);
  root = line != NULL ? parse_line (line, length, &reading, NULL) : NULL;
  if (root == NULL)
    return NULL;

  if (json_object_get_int_member_with_default (json_node_get_object (root), "journal", 0) == TRL_JOURNAL_VERSION)
    {
      JsonObject *head = json_node_get_object (root);

      orphan = g_new0 (TrlOrphan, 1);
      orphan->path = g_strdup (path);
      orphan->name = g_strdup (json_object_get_string_member_with_default (head, "name", ""));
      orphan->uri = g_strdup (json_object_get_string_member_with_default (head, "uri", NULL));
      orphan->time = info.st_mtime;
      while (next_line (&at, end, &length) != NULL)
        orphan->n_changes++;
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

/**
 * trl_journal_list_orphans:
 *
 * Finds the work that was not saved when its program ended. Journals of
 * programs that live are left alone, and so are those that cannot be read.
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

      if (*name == '.' || !g_str_has_suffix (name, TRL_JOURNAL_SUFFIX))
        continue;
      fd = trl_journal_lock (path);
      if (fd < 0)
        continue;
      orphan = describe (path);
      if (orphan != NULL)
        g_ptr_array_add (orphans, orphan);
      close (fd);
    }
  g_ptr_array_sort (orphans, compare_newest_first);
  return orphans;
}

/* The record at @key of @object; NULL when there is none. */
static TrlCard *
read_record (TrlReading *reading,
             JsonObject *object,
             guint       token,
             const char *key)
{
  guint at = trl_strict_find (reading->tape, token, key);

  if (at == 0 || reading->tape->tokens[at].type != TRL_TOKEN_OBJECT)
    return NULL;
  return trl_reading_record (reading, json_object_get_object_member (object, key), at);
}

static GPtrArray *
new_card_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) trl_card_unref);
}

static TrlBlueprint *
read_base (TrlReading *reading,
           JsonObject *head)
{
  g_autoptr (TrlBlueprint) blueprint = trl_blueprint_new ();
  g_autoptr (GPtrArray) cards = new_card_array ();
  guint list = trl_strict_find (reading->tape, 0, "cards");
  JsonArray *array;
  guint at = list + 1;

  if (list == 0 || reading->tape->tokens[list].type != TRL_TOKEN_ARRAY)
    return NULL;
  array = json_object_get_array_member (head, "cards");
  for (guint i = 0; i < json_array_get_length (array); i++, at = reading->tape->tokens[at].next)
    {
      TrlCard *card = NULL;

      if (reading->tape->tokens[at].type == TRL_TOKEN_OBJECT)
        card = trl_reading_record (reading, json_array_get_object_element (array, i), at);
      if (card == NULL)
        return NULL;
      g_ptr_array_add (cards, card);
    }
  return trl_blueprint_load (blueprint, cards) ? g_steal_pointer (&blueprint) : NULL;
}

/* What one line changes; NULL if it makes no sense. */
static TrlChange *
read_change (TrlReading *reading,
             JsonObject *object)
{
  g_autoptr (GPtrArray) before = new_card_array ();
  g_autoptr (GPtrArray) after = new_card_array ();
  guint list = trl_strict_find (reading->tape, 0, "deltas");
  JsonArray *array;
  guint at = list + 1;

  if (list == 0 || reading->tape->tokens[list].type != TRL_TOKEN_ARRAY)
    return NULL;
  array = json_object_get_array_member (object, "deltas");
  for (guint i = 0; i < json_array_get_length (array); i++, at = reading->tape->tokens[at].next)
    {
      JsonObject *delta;
      TrlCard *old, *new;

      if (reading->tape->tokens[at].type != TRL_TOKEN_OBJECT)
        return NULL;
      delta = json_array_get_object_element (array, i);
      old = read_record (reading, delta, at, "before");
      new = read_record (reading, delta, at, "after");
      g_ptr_array_add (before, old);
      g_ptr_array_add (after, new);
      if ((old == NULL && new == NULL)
          || (old != NULL && new != NULL && strcmp (trl_card_get_id (old), trl_card_get_id (new)) != 0))
        return NULL;
    }
  return trl_change_new (json_object_get_string_member_with_default (object, "name", ""), NULL,
                         TRL_ORIGIN_RECOVERY, before, after);
}

/* Brings one line over. FALSE if it does not fit what came before it. */
static gboolean
replay (TrlBlueprint *blueprint,
        const char   *line,
        gsize         length)
{
  TrlReading reading;
  g_autoptr (JsonNode) root = parse_line (line, length, &reading, NULL);
  g_autoptr (TrlChange) change = NULL;
  gboolean fits;

  if (root == NULL)
    return FALSE;
  change = read_change (&reading, json_node_get_object (root));
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
  g_autoptr (JsonNode) root = NULL;
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
  root = line != NULL ? parse_line (line, length, &reading, NULL) : NULL;
  if (root != NULL)
    {
      blueprint = read_base (&reading, json_node_get_object (root));
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
