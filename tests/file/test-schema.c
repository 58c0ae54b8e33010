/* test-schema.c: the published schema is the one that the vocabulary makes. */

#include "config.h"

#include <string.h>

#include "schema.h"

static void
test_published (void)
{
  g_autofree char *path = g_build_filename (SOURCEDIR, "data", "trellis-blueprint.schema.json", NULL);
  g_autofree char *published = NULL;
  g_autofree char *made = trl_schema_write (NULL);

  g_assert_true (g_file_get_contents (path, &published, NULL, NULL));
  if (strcmp (published, made) != 0)
    {
      g_test_message ("trellis schema > data/trellis-blueprint.schema.json");
      g_test_fail ();
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/published", test_published);
  return g_test_run ();
}
