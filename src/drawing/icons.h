/* icons.h: our own little pictures, as path data on a square of 24 units. */
#pragma once

#include "marks.h"

G_BEGIN_DECLS

typedef enum
{
  TRL_ICON_BUILD,
  TRL_ICON_TRANSACT,
  TRL_ICON_DELIVER,
  TRL_ICON_REFER,
  TRL_ICON_NO_ROUTE,
  TRL_ICON_TARGET,
  TRL_ICON_WARNING,
  TRL_ICON_ERROR,
  TRL_ICON_ADVICE,
  TRL_ICON_READY,
  TRL_N_ICONS
} TrlIcon;

TrlPath *trl_icon_get_path (TrlIcon          icon);
void     trl_icon_paint    (TrlMarks        *marks,
                            TrlIcon          icon,
                            double           x,
                            double           y,
                            double           size,
                            const TrlColour *colour);

G_END_DECLS
