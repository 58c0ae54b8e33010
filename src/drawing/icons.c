/* icons.c: our own little pictures, as path data on a square of 24 units.
 *
 * No icon theme: paper has none, and a picture must look the same in both. All
 * are drawn with one pen. */

#define G_LOG_DOMAIN "icons"

#include "config.h"

#include "icons.h"

#define PEN 2.0

static const char * const data[TRL_N_ICONS] = {
  /* two things that fit together */
  [TRL_ICON_BUILD] = "M 4 9 L 15 9 L 15 20 L 4 20 Z M 9 9 L 9 4 L 20 4 L 20 15 L 15 15",
  /* goods one way, money the other */
  [TRL_ICON_TRANSACT] = "M 4 8 L 20 8 M 16 4 L 20 8 L 16 12 M 20 16 L 4 16 M 8 12 L 4 16 L 8 20",
  /* work that is done */
  [TRL_ICON_DELIVER] = "M 5 4 L 19 4 L 19 21 L 5 21 Z M 9 2.5 L 15 2.5 M 8.5 13 L 11 15.5 L 15.5 10",
  /* somebody who points the way */
  [TRL_ICON_REFER] = "M 5 7.5 C 5 3.5 11 3.5 11 7.5 C 11 11.5 5 11.5 5 7.5 Z M 2.5 20 C 2.5 13 13.5 13 13.5 20 "
                     "M 14 8 L 22 8 M 18.5 4.5 L 22 8 L 18.5 11.5",
  [TRL_ICON_NO_ROUTE] = "M 3 12 C 3 0 21 0 21 12 C 21 24 3 24 3 12 Z M 8 12 L 16 12",
  [TRL_ICON_TARGET] = "M 2.5 12 C 2.5 -0.7 21.5 -0.7 21.5 12 C 21.5 24.7 2.5 24.7 2.5 12 Z "
                      "M 7.5 12 C 7.5 6 16.5 6 16.5 12 C 16.5 18 7.5 18 7.5 12 Z",
  [TRL_ICON_WARNING] = "M 12 3 L 22 20.5 L 2 20.5 Z M 12 9.5 L 12 14 M 12 16.2 L 12 17.8",
  [TRL_ICON_ERROR] = "M 8 2.5 L 16 2.5 L 21.5 8 L 21.5 16 L 16 21.5 L 8 21.5 L 2.5 16 L 2.5 8 Z "
                     "M 8.5 8.5 L 15.5 15.5 M 15.5 8.5 L 8.5 15.5",
  [TRL_ICON_ADVICE] = "M 2.5 12 C 2.5 -0.7 21.5 -0.7 21.5 12 C 21.5 24.7 2.5 24.7 2.5 12 Z "
                      "M 12 11 L 12 17 M 12 6.5 L 12 8",
  [TRL_ICON_READY] = "M 4 12.5 L 10 18.5 L 20.5 6",
};

/**
 * trl_icon_get_path:
 * @icon: a picture
 *
 * Returns: (transfer none): its path, on a square of 24 units
 */
TrlPath *
trl_icon_get_path (TrlIcon icon)
{
  static TrlPath *paths[TRL_N_ICONS];

  g_return_val_if_fail (icon < TRL_N_ICONS, NULL);

  if (paths[icon] == NULL)
    paths[icon] = trl_path_parse (data[icon]);
  return paths[icon];
}

/**
 * trl_icon_paint:
 * @marks: where to append it
 * @icon: a picture
 * @x: its left edge
 * @y: its top edge
 * @size: how wide and tall it is, in units
 * @colour: its colour
 *
 * Paints a picture.
 */
void
trl_icon_paint (TrlMarks        *marks,
                TrlIcon          icon,
                double           x,
                double           y,
                double           size,
                const TrlColour *colour)
{
  trl_marks_path (marks, trl_icon_get_path (icon), x, y, size / 24, PEN * size / 24, colour);
}
