/* template-picture.h: a small picture of a template's board. */
#pragma once

#include <gtk/gtk.h>

#include "theme.h"

G_BEGIN_DECLS

GdkPaintable *trl_template_picture_new (const char   *name,
                                        TrlThemeKind  theme,
                                        int           width,
                                        int           height);

G_END_DECLS
