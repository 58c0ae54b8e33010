/* sheet.h: marks on a sheet of paper, and the formats that can write one. */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "marks.h"

G_BEGIN_DECLS

#define TRL_PUBLISH_ERROR (trl_publish_error_quark ())

/**
 * TrlPublishError:
 * @TRL_PUBLISH_ERROR_FORMAT: no format has that name
 * @TRL_PUBLISH_ERROR_PAGE: no page has that name
 * @TRL_PUBLISH_ERROR_TOO_LARGE: the board is larger than the format can hold
 * @TRL_PUBLISH_ERROR_FAILED: the format's writer gave up
 *
 * Why nothing was published.
 */
typedef enum
{
  TRL_PUBLISH_ERROR_FORMAT,
  TRL_PUBLISH_ERROR_PAGE,
  TRL_PUBLISH_ERROR_TOO_LARGE,
  TRL_PUBLISH_ERROR_FAILED
} TrlPublishError;

/**
 * TrlSheet:
 * @marks: what is drawn
 * @area: the part of the board that is shown, in units
 * @width: how wide the paper is, in points; 0 makes the paper as large as @area
 * @height: how tall the paper is, in points
 * @margin: what stays empty at each edge, in points
 * @ground: the colour of the paper
 * @title: the name of what is drawn
 *
 * One sheet. @area is scaled to fit into the paper and lies in its middle.
 */
typedef struct
{
  TrlMarks   *marks;
  TrlRect     area;
  double      width;
  double      height;
  double      margin;
  TrlColour   ground;
  const char *title;
} TrlSheet;

/**
 * TrlSheetFormat:
 * @id: the name on the command line, and the file name's ending
 * @media_type: what it is
 * @write: writes a sheet
 *
 * A format that can hold a sheet.
 */
typedef struct
{
  const char *id;
  const char *media_type;
  GBytes   *(*write) (const TrlSheet  *sheet,
                      GError         **error);
} TrlSheetFormat;

GQuark                trl_publish_error_quark  (void);
gboolean              trl_format_is_meant      (const char      *id,
                                                const char      *name);
const TrlSheetFormat *trl_sheet_get_formats    (guint           *n_formats);
const TrlSheetFormat *trl_sheet_find_format    (const char      *name);
void                  trl_sheet_get_paper      (const TrlSheet  *sheet,
                                                double          *width,
                                                double          *height);
double                trl_sheet_get_fit        (const TrlSheet  *sheet,
                                                double          *x,
                                                double          *y);

GBytes               *trl_sheet_to_pdf         (const TrlSheet  *sheet,
                                                GError         **error);
GBytes               *trl_sheet_to_png         (const TrlSheet  *sheet,
                                                GError         **error);
GBytes               *trl_sheet_to_svg         (const TrlSheet  *sheet,
                                                GError         **error);

void                  trl_cairo_play           (const TrlMarks  *marks,
                                                cairo_t         *cr);

G_END_DECLS
