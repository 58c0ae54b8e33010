/* template-picture.c: a small picture of a template's board. */

#define G_LOG_DOMAIN "template-picture"

#include "config.h"

#include "template-picture.h"

GdkPaintable *
trl_template_picture_new (const char *name,
                          int         width,
                          int         height)
{
  return NULL;
}
