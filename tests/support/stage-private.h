/* stage-private.h: what eyes and hands share. */

#pragma once

#include "screen.h"

typedef AtspiStateSet TrlStates;
typedef AtspiComponent TrlComponent;
typedef AtspiText TrlText;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlStates, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlComponent, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TrlText, g_object_unref)

struct _TrlStage
{
  TrlScreen *screen;
  GPid       pid;
  TrlNode   *application;
  int        x;               /* where the pointer is */
  int        y;
  gboolean   ended;
  int        status;
  AtspiEventListener *listener;   /* or NULL */
  GPtrArray *heard;           /* what was said since, and not yet asked for */
  gboolean   heard_toast;     /* the last of them came from a toast */
};

void trl_stage_stop_listening (TrlStage *self);
