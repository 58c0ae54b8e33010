/* window-picture.c: what is selected, as a picture for documents and mails.
 *
 * Drawn by the hand that draws the board, in light colours whatever the screen
 * has, and offered as PNG and as SVG: whoever pastes takes what they can use. */

#define G_LOG_DOMAIN "window-picture"

#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "paint.h"
#include "publish.h"
#include "sheet.h"

#define MARGIN 8.0   /* board units round what is copied */

/* What all selected cards cover; everything when none is selected. */
static TrlRect
find_area (TrlWindow    *self,
           TrlBlueprint *blueprint,
           TrlLayout    *layout)
{
  const char * const *ids = trl_selection_get_ids (trl_desk_get_selection (self->desk));
  TrlRect area = { 0, 0, 0, 0 };

  for (; *ids != NULL; ids++)
    {
      const TrlBox *box = trl_blueprint_get (blueprint, *ids) != NULL ? trl_layout_find_shown (layout, blueprint, *ids) : NULL;
      const TrlBox *frame = box != NULL ? trl_layout_find_frame (layout, *ids, TRL_BOX_FRAME) : NULL;

      if (frame != NULL)
        box = frame;
      if (box != NULL && area.width > 0)
        trl_rect_union (&area, &box->rect);
      else if (box != NULL)
        area = box->rect;
    }
  if (area.width <= 0)
    area = trl_layout_get_bounds (layout);
  return trl_rect_inset (&area, -MARGIN, -MARGIN);
}

static GdkContentProvider *
make_provider (const TrlSheet *sheet,
               const char     *format)
{
  const TrlSheetFormat *info = trl_sheet_find_format (format);
  g_autoptr (GBytes) bytes = info->write (sheet, NULL);

  return bytes != NULL ? gdk_content_provider_new_for_bytes (info->media_type, bytes) : NULL;
}

/* Both forms of the picture; NULL when it is too large for either. */
static GdkContentProvider *
make_pictures (TrlWindow *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  const TrlTheme *theme = trl_theme_get (TRL_THEME_LIGHT);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (TrlTextMeasure) measure = trl_text_measure_new (1, rtl);
  g_autoptr (TrlLayout) layout = trl_layout_new (measure, NULL);
  g_autoptr (TrlMarks) marks = trl_marks_new ();
  TrlPainter painter = { blueprint, layout, theme, NULL, FALSE };
  TrlSheet sheet = { .marks = marks, .ground = *trl_theme_colour (theme, TRL_ROLE_BOARD), .title = _("Trellis") };
  GdkContentProvider *parts[2];
  guint n = 0;

  trl_layout_rebuild (layout, blueprint);
  sheet.area = find_area (self, blueprint, layout);
  trl_paint_all (&painter, &sheet.area, TRL_LOOK_FULL, marks);
  parts[n] = make_provider (&sheet, "png");
  n += parts[n] != NULL;
  parts[n] = make_provider (&sheet, "svg");
  n += parts[n] != NULL;
  return n > 0 ? gdk_content_provider_new_union (parts, n) : NULL;
}

/**
 * trl_window_copy_picture:
 * @self: a window with a design
 *
 * Puts what is selected on the clipboard as a picture; everything when nothing is.
 */
void
trl_window_copy_picture (TrlWindow *self)
{
  g_autoptr (GdkContentProvider) pictures = NULL;

  if (self->desk == NULL)
    return;
  pictures = make_pictures (self);
  if (pictures == NULL)
    {
      trl_window_say (self, _("Too large for a picture"));
      return;
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), pictures);
  trl_window_say (self, _("Copied as a picture"));
}
