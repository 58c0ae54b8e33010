/* publish.h: a whole board on paper. */
#pragma once

#include <gio/gio.h>

#include "badges.h"
#include "sheet.h"
#include "theme.h"

G_BEGIN_DECLS

/**
 * TrlPage:
 * @id: its name on the command line, never translated
 * @width: how wide it is, in points; 0 is as large as the board
 * @height: how tall it is
 *
 * A size of paper, lying on its long side.
 */
typedef struct
{
  const char *id;
  double      width;
  double      height;
} TrlPage;

/**
 * TrlPublishOptions:
 * @format: (nullable): a name of trl_sheet_get_formats(); %NULL is "pdf"
 * @page: (nullable): a name of trl_publish_get_pages(); %NULL is "a3", or the
 *   board's own size for pictures
 * @theme: (nullable): the colours; %NULL is light
 * @badges: (nullable): other badges than those of @findings
 * @text_scale: 1, or how much larger text is; 0 is 1
 * @right_to_left: whether the words of the program are written from the right
 * @findings: (nullable) (element-type TrlFinding): what the review has found: badges, and the
 *   list of what was kept with a reason
 *
 * How a board is published.
 */
typedef struct
{
  const char      *format;
  const char      *page;
  const TrlTheme  *theme;
  const TrlBadges *badges;
  double           text_scale;
  gboolean         right_to_left;
  const GPtrArray *findings;
} TrlPublishOptions;

const TrlPage *trl_publish_get_pages (guint                    *n_pages);
const TrlPage *trl_publish_find_page (const char               *name,
                                      GError                  **error);
GBytes        *trl_publish_board     (TrlBlueprint             *blueprint,
                                      const TrlPublishOptions  *options,
                                      GError                  **error);
gboolean       trl_publish_write     (TrlBlueprint             *blueprint,
                                      const TrlPublishOptions  *options,
                                      GOutputStream            *out,
                                      GError                  **error);

G_END_DECLS
