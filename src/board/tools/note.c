/* note.c: the note tool: a click leaves a note and starts typing. */

#define G_LOG_DOMAIN "tool-note"

#include "config.h"

#include "toolbox.h"

/* A new note lies with its middle below the pointer; this is half of its side. */
#define HALF_NOTE 100.0

static void
note_release (TrlToolbox         *box,
              const TrlToolEvent *event)
{
  TrlScenePoint point = trl_toolbox_to_scene (box, event);
  g_autofree char *id = NULL;
  TrlEdit *edit;

  if (box->read_only)
    return;
  edit = trl_act_add_note (box->blueprint, "", point.x - HALF_NOTE, point.y - HALF_NOTE, &id);
  if (trl_toolbox_commit (box, edit, id))
    box->host->edit (box, id, TRL_NOTE_TEXT, box->host_data);
  box->chosen = TRL_TOOL_SELECT;   /* one note, then back: rooms forget which tool is in hand */
}

const TrlTool trl_tool_note = {
  .name = "note",
  .cursor = "crosshair",
  .release = note_release,
};
