/* fault-shim.c: makes the n-th call fail, or be the last one.
 *
 * Preloaded. FI_OP names the call, FI_N which of them, FI_ERRNO what it says;
 * a negative one kills the process instead. FI_DIR: only calls that are about
 * files in this folder count, so that the program's own traffic does not. */

/* Both names of each call are here: the plain one and the one for large files. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int fault_fired (void);

static int fired;

int
fault_fired (void)
{
  return fired;
}

static int
is_ours (const char *path)
{
  const char *folder = getenv ("FI_DIR");

  return folder != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static int
fd_is_ours (int fd)
{
  char link[64];
  char path[PATH_MAX];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length < 0)
    return 0;
  path[length] = '\0';
  return is_ours (path);
}

/* Whether this call shall fail. */
static int
strikes (const char *op,
         int         ours)
{
  static int seen;
  const char *wanted = getenv ("FI_OP");
  int code;

  if (!ours || wanted == NULL || strcmp (wanted, op) != 0 || ++seen != atoi (getenv ("FI_N")))
    return 0;
  fired = 1;
  code = atoi (getenv ("FI_ERRNO"));
  if (code < 0)
    raise (SIGKILL);
  errno = code;
  return 1;
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

ssize_t
write (int fd, const void *bytes, size_t length)
{
  if (strikes ("write", fd_is_ours (fd)))
    {
      /* A disk that fills up takes some of it first. */
      int code = errno;

      if (length > 1)
        {
          ssize_t written = REAL (write) (fd, bytes, length / 2);

          (void) written;
        }
      errno = code;
      return -1;
    }
  if (strikes ("short", fd_is_ours (fd)))
    return REAL (write) (fd, bytes, length > 1 ? length / 2 : length);
  return REAL (write) (fd, bytes, length);
}

int
fsync (int fd)
{
  return strikes ("fsync", fd_is_ours (fd)) ? -1 : REAL (fsync) (fd);
}

int
close (int fd)
{
  if (strikes ("close", fd_is_ours (fd)))
    {
      int code = errno;

      REAL (close) (fd);
      errno = code;
      return -1;
    }
  return REAL (close) (fd);
}

int
rename (const char *from, const char *to)
{
  return strikes ("rename", is_ours (to)) ? -1 : REAL (rename) (from, to);
}

int
fchmod (int fd, mode_t mode)
{
  return strikes ("fchmod", fd_is_ours (fd)) ? -1 : REAL (fchmod) (fd, mode);
}

int
ftruncate (int fd, off_t length)
{
  return strikes ("ftruncate", fd_is_ours (fd)) ? -1 : REAL (ftruncate) (fd, length);
}

int
ftruncate64 (int fd, off64_t length)
{
  return strikes ("ftruncate", fd_is_ours (fd)) ? -1 : REAL (ftruncate64) (fd, length);
}

int
unlink (const char *path)
{
  return strikes ("unlink", is_ours (path)) ? -1 : REAL (unlink) (path);
}

int
open (const char *path, int flags, ...)
{
  mode_t mode = 0;

  if (flags & (O_CREAT | O_TMPFILE))
    {
      va_list args;

      va_start (args, flags);
      mode = va_arg (args, mode_t);
      va_end (args);
    }
  if (strikes ((flags & O_CREAT) != 0 ? "create" : "open", is_ours (path)))
    return -1;
  return REAL (open) (path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  mode_t mode = 0;

  if (flags & (O_CREAT | O_TMPFILE))
    {
      va_list args;

      va_start (args, flags);
      mode = va_arg (args, mode_t);
      va_end (args);
    }
  return open (path, flags, mode);
}
