/* journal-child.c: works on a design until somebody kills it.
 *
 * journal-child FILE|- CHANGES: opens the file or a blank design, commits, says
 * that it did, and waits. */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "document.h"
#include "edit.h"
#include "writer.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr (TrlDocument) document = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (argc != 3)
    return 2;
  file = g_file_new_for_path (argv[1]);
  document = strcmp (argv[1], "-") == 0 ? trl_document_new () : trl_document_open (file, NULL);
  if (document == NULL)
    return 1;

  n = atoi (argv[2]);
  for (guint i = 0; i < n; i++)
    {
      TrlBlueprint *blueprint = trl_document_get_blueprint (document);
      g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, "Work");
      g_autofree char *words = g_strdup_printf ("Note %u", i);
      const char *id;

      id = trl_edit_insert (edit, TRL_KIND_NOTE, TRL_ROOT_ID, TRL_SLOT_NOTES, i % 3 == 0 ? 0 : TRL_END);
      trl_edit_set_text (edit, id, TRL_NOTE_TEXT, words);
      trl_edit_set_text (edit, TRL_ROOT_ID, TRL_PROGRAM_NAME, words);
      trl_edit_commit (edit);
      if (i % 4 == 3)
        trl_change_unref (trl_history_undo (trl_document_get_history (document)));
    }

  text = trl_writer_write (trl_document_get_blueprint (document), NULL);
  g_print ("%s\nready\n", text);
  for (;;)
    pause ();
}
