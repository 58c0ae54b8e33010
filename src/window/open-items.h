/* open-items.h: what is open, to walk through at the end of a meeting. */
#pragma once

#include <gtk/gtk.h>

#include "desk.h"

G_BEGIN_DECLS

/**
 * TrlOpenItem:
 * @card: what it is about
 * @kind: "Question", "Decision", "To-do"
 * @text: what is open
 * @facts: (nullable): who takes it on, until when
 * @overdue: whether its day has passed
 * @is_note: whether it is a note, which can be resolved
 */
typedef struct
{
  char     *card;
  char     *kind;
  char     *text;
  char     *facts;
  gboolean  overdue;
  gboolean  is_note;
} TrlOpenItem;

GPtrArray *trl_open_items_list  (TrlDesk    *desk,
                                 const char *today);
char      *trl_open_items_write (GPtrArray  *items);

#define TRL_TYPE_OPEN_PANEL (trl_open_panel_get_type ())
G_DECLARE_FINAL_TYPE (TrlOpenPanel, trl_open_panel, TRL, OPEN_PANEL, GtkBox)

GtkWidget  *trl_open_panel_new      (TrlDesk      *desk);
void        trl_open_panel_update   (TrlOpenPanel *self);
void        trl_open_panel_step     (TrlOpenPanel *self,
                                     int           by);
guint       trl_open_panel_get_n    (TrlOpenPanel *self);
const char *trl_open_panel_get_card (TrlOpenPanel *self);
void        trl_open_panel_resolve  (TrlOpenPanel *self,
                                     guint         index);

G_END_DECLS
