/* templates.h: designs to start from. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * TrlTemplate:
 * @name: as the command line calls it, never translated
 * @title: untranslated; context "template"
 * @description: one line, untranslated
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *description;
} TrlTemplate;

const TrlTemplate *trl_templates_get_all         (guint             *n_templates);
const TrlTemplate *trl_templates_find            (const char        *name);
const char        *trl_templates_get_title       (const TrlTemplate *info);
const char        *trl_templates_get_description (const TrlTemplate *info);
GBytes            *trl_templates_load            (const TrlTemplate *info);

G_END_DECLS
