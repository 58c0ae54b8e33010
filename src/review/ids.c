/* ids.c: ids of motions that stay as long as anybody names them. */

#define G_LOG_DOMAIN "review"

#include "config.h"

#include "ids.h"

struct _TrlIds
{
  guint         ref_count;
  GStringChunk *letters;
};

TrlIds *
trl_ids_new (void)
{
  TrlIds *self = g_new0 (TrlIds, 1);

  self->ref_count = 1;
  self->letters = g_string_chunk_new (4096);
  return self;
}

TrlIds *
trl_ids_ref (TrlIds *ids)
{
  ids->ref_count++;
  return ids;
}

void
trl_ids_unref (TrlIds *ids)
{
  if (--ids->ref_count > 0)
    return;
  g_string_chunk_free (ids->letters);
  g_free (ids);
}

/* Other letters each time; what came and went stays as long as the rest does, for it may come back. */
const char *
trl_ids_add (TrlIds     *ids,
             const char *id)
{
  return g_string_chunk_insert (ids->letters, id);
}
