/* stage-private.h: what eyes and hands share. */

#pragma once

#include "stage.h"

#include <X11/Xlib.h>

typedef AtspiStateSet TrlStates;
typedef AtspiComponent TrlComponent;
typedef AtspiText TrlText;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlStates, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlText, g_object_unref)

struct _TrlStage
{
  Display         *display;
  GPid             pid;
  TrlNode *application;
  KeySym           lent;          /* the character that has a borrowed key */
  gboolean         ended;
  int              status;
};
