/* safe-save.c: the old file or the new one, never neither.
 *
 * GIO's own way of replacing a file destroys the good one when a write fails,
 * and truncates in place through a link. So: follow links to the real file,
 * write a hidden neighbour of it with the same mode, bring it to the disk, read
 * it back, and only then rename it over the old one. Where a single file is
 * mounted, as in a sandbox, renaming is refused; then the new bytes stay in the
 * neighbour until the old file is overwritten in place and verified.
 *
 * A hard link is broken by this: the other names keep the old content. */

#define G_LOG_DOMAIN "safe-save"

#include "config.h"

#include "safe-save.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "strict.h"

#define MAX_LINKS 40

/* What happened, and that nothing is lost. */
static gboolean
fail (GError     **error,
      int          code,
      const char  *what)
{
  if (error != NULL && *error == NULL)
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                 /* Translators: what went wrong, then the reason that the system gives. */
                 _("%s: %s. The file on the disk is as it was."), what, g_strerror (code));
  return FALSE;
}

/* Where @path leads in the end, be there a file or not. */
static char *
follow_links (const char *path)
{
  g_autofree char *at = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (at, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&at);
      folder = g_path_get_dirname (at);
      g_free (at);
      at = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
    }
  return g_steal_pointer (&at);
}

static gboolean
write_all (int         fd,
           const char *bytes,
           gsize       length)
{
  while (length > 0)
    {
      gssize n = write (fd, bytes, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      bytes += n;
      length -= n;
    }
  return TRUE;
}

/* Closing an interrupted file again could close somebody else's. */
static gboolean
close_checked (int fd)
{
  return close (fd) == 0 || errno == EINTR;
}

/* Owner, access lists and the like: as far as we may. */
static void
copy_attributes (const char        *from,
                 int                to,
                 const struct stat *info)
{
  char names[4096];
  char value[4096];
  gssize length = listxattr (from, names, sizeof names);

  if (fchown (to, info->st_uid, info->st_gid) != 0)
    g_debug ("The owner cannot be kept: %s", g_strerror (errno));
  for (const char *name = names; length > 0 && name < names + length; name += strlen (name) + 1)
    {
      gssize size = getxattr (from, name, value, sizeof value);

      if (size >= 0 && fsetxattr (to, name, value, size, 0) != 0)
        g_debug ("%s cannot be kept: %s", name, g_strerror (errno));
    }
}

/* Writes the neighbour. NULL with an error; then it is gone again. */
static char *
write_neighbour (const char        *path,
                 const struct stat *old,
                 const char        *bytes,
                 gsize              length,
                 GError           **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_build_filename (folder, ".trellis-XXXXXX", NULL);
  int fd = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0666);
  int code = 0;

  if (fd < 0)
    {
      fail (error, errno, _("Nothing can be written into this folder"));
      return NULL;
    }

  if (old != NULL)
    copy_attributes (path, fd, old);
  if (old != NULL && fchmod (fd, old->st_mode & 07777) != 0)
    code = errno;
  else if (!write_all (fd, bytes, length) || fsync (fd) != 0)
    code = errno;
  if (!close_checked (fd) && code == 0)
    code = errno;
  if (code == 0)
    return g_steal_pointer (&name);

  g_unlink (name);
  fail (error, code, _("The file could not be written"));
  return NULL;
}

static gboolean
holds (const char *path,
       const char *bytes,
       gsize       length)
{
  g_autofree char *text = NULL;
  gsize its_length;

  return g_file_get_contents (path, &text, &its_length, NULL)
         && its_length == length && memcmp (text, bytes, length) == 0;
}

/* The last resort where renaming is refused: the neighbour keeps the new bytes
 * until the file has them too. */
static gboolean
overwrite (const char  *path,
           const char  *neighbour,
           const char  *bytes,
           gsize        length,
           GError     **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean good;
  int code;

  if (fd < 0)
    {
      code = errno;
      g_unlink (neighbour);
      return fail (error, code, _("The file could not be opened for writing"));
    }

  good = write_all (fd, bytes, length) && ftruncate (fd, length) == 0 && fsync (fd) == 0;
  code = errno;
  if (!close_checked (fd) && good)
    {
      good = FALSE;
      code = errno;
    }
  if (good && holds (path, bytes, length))
    {
      g_unlink (neighbour);
      return TRUE;
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("The file could not be written to its end: %s. All of it is in “%s”."),
               good ? _("it reads back differently") : g_strerror (code), neighbour);
  return FALSE;
}

/* Makes the new name last. The new file is there whether this works or not. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0 || fsync (fd) != 0)
    g_debug ("The folder cannot be brought to the disk: %s", g_strerror (errno));
  if (fd >= 0)
    close (fd);
}

/* FALSE with an error if what is there cannot be replaced. */
static gboolean
check_target (const char   *path,
              struct stat  *info,
              gboolean     *there,
              GError      **error)
{
  *there = stat (path, info) == 0;
  if (!*there && errno != ENOENT)
    return fail (error, errno, _("The file cannot be reached"));
  if (*there && S_ISDIR (info->st_mode))
    return fail (error, EISDIR, _("There is a folder of this name"));
  if (*there && !S_ISREG (info->st_mode))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("There is something of this name that is no ordinary file. Nothing was written."));
      return FALSE;
    }
  if (*there && access (path, W_OK) != 0)
    return fail (error, errno, _("The file may not be changed"));
  return TRUE;
}

/* What we could not read again must not replace what we can. */
static gboolean
check_bytes (const char  *bytes,
             gsize        length,
             GError     **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (TrlTape) tape = trl_strict_read (bytes, length, &problem);

  if (tape != NULL)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("This design could not be read again: %s. The file on the disk is as it was."), problem->message);
  return FALSE;
}

/**
 * trl_safe_save:
 * @path: the file to write; links are followed
 * @bytes: (array length=length): JSON
 * @length: its length in bytes
 * @error: return location for a #GIOErrorEnum that says what happened and what is safe
 *
 * Replaces a file at once and for good: whatever happens, there is the old
 * file or the new one. Mode, owner and access lists are kept as far as they
 * may be.
 *
 * Returns: %TRUE if the new file is there
 */
gboolean
trl_safe_save (const char  *path,
               const char  *bytes,
               gsize        length,
               GError     **error)
{
  g_autofree char *target = NULL;
  g_autofree char *neighbour = NULL;
  struct stat info;
  gboolean there;
  int code;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  target = follow_links (path);
  if (!check_bytes (bytes, length, error) || !check_target (target, &info, &there, error))
    return FALSE;
  neighbour = write_neighbour (target, there ? &info : NULL, bytes, length, error);
  if (neighbour == NULL)
    return FALSE;
  if (!holds (neighbour, bytes, length))
    {
      g_unlink (neighbour);
      return fail (error, EIO, _("The file reads back differently than it was written"));
    }

  if (rename (neighbour, target) == 0)
    {
      sync_folder (target);
      return TRUE;
    }
  code = errno;
  if ((code == EBUSY || code == EXDEV) && there)
    return overwrite (target, neighbour, bytes, length, error);
  g_unlink (neighbour);
  return fail (error, code, _("The new file could not take the place of the old one"));
}

/* A file that is no path of this machine: a share, a phone. */
static gboolean
save_remote (GFile       *file,
             const char  *bytes,
             gsize        length,
             GError     **error)
{
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GBytes) there = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, error);
  if (stream == NULL)
    return FALSE;
  if (!g_output_stream_write_all (G_OUTPUT_STREAM (stream), bytes, length, NULL, NULL, error))
    {
      /* A stream that is closed after it was cancelled does not replace the file. */
      g_cancellable_cancel (stop);
      g_output_stream_close (G_OUTPUT_STREAM (stream), stop, NULL);
      return FALSE;
    }
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, error))
    return FALSE;

  there = g_file_load_bytes (file, NULL, NULL, error);
  if (there == NULL)
    return FALSE;
  if (g_bytes_get_size (there) == length && memcmp (g_bytes_get_data (there, NULL), bytes, length) == 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                       _("The file reads back differently than it was written. Save it elsewhere as well."));
  return FALSE;
}

/**
 * trl_safe_save_file:
 * @file: the file to write
 * @bytes: (array length=length): JSON
 * @length: its length in bytes
 * @error: return location for a #GIOErrorEnum
 *
 * Like trl_safe_save(), also for files that are no path of this machine. There
 * it does what it can and compares what has arrived.
 *
 * Returns: %TRUE if the new file is there
 */
gboolean
trl_safe_save_file (GFile       *file,
                    const char  *bytes,
                    gsize        length,
                    GError     **error)
{
  g_return_val_if_fail (G_IS_FILE (file) && bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_file_peek_path (file) != NULL)
    return trl_safe_save (g_file_peek_path (file), bytes, length, error);
  return check_bytes (bytes, length, error) && save_remote (file, bytes, length, error);
}
