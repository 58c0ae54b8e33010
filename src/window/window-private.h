/* window-private.h: what the files of the window share. */
#pragma once

#include "board.h"
#include "desk.h"
#include "inspector.h"
#include "palette.h"
#include "side.h"
#include "window.h"

G_BEGIN_DECLS

struct _TrlWindow
{
  AdwApplicationWindow parent_instance;

  /* Of the template. */
  AdwToastOverlay *toasts;
  GtkRevealer     *header_revealer;
  AdwWindowTitle  *title;
  GtkMenuButton   *open_button;
  GtkButton       *undo_button;
  GtkButton       *redo_button;
  GtkWidget       *present_button;
  GtkWidget       *room_button;
  GtkStack        *pages;
  AdwBin          *start_bin;
  AdwBin          *board_bin;
  GtkRevealer     *palette_revealer;
  AdwBin          *palette_bin;
  GtkWidget       *top_box;
  GtkWidget       *centre_box;
  GtkWidget       *bottom_box;
  GtkLabel        *hint;
  GtkWidget       *tool_box;
  GtkWidget       *zoom_box;
  GtkButton       *zoom_button;
  GtkRevealer     *side_revealer;
  AdwBin          *side_bin;

  /* Of the design; NULL on the start page. */
  GFile           *file;
  TrlDesk         *desk;
  TrlBoard        *board;
  TrlSide         *side;
  TrlPalette      *palette;
  TrlInspector    *inspector;

  gboolean         panels;
  gboolean         room_mode;
  gboolean         presenting;
  int              width_class;
  guint            arrange_id;
};

void trl_window_init_actions   (TrlWindow    *self);
void trl_window_update_actions (TrlWindow    *self);
void trl_window_take           (TrlWindow    *self,
                                TrlBlueprint *blueprint,
                                GFile        *file);
void trl_window_update_title   (TrlWindow    *self);
void trl_window_arrange        (TrlWindow    *self);
void trl_window_say            (TrlWindow    *self,
                                const char   *text);
void trl_window_say_wrong      (TrlWindow    *self,
                                const char   *heading,
                                const char   *text);

G_END_DECLS
