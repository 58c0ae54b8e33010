/* board-slide.c: cards slide apart where something would be inserted.
 *
 * A gap opens in 140 ms, the cards before it give way to one side, those
 * after it to the other; without animations it is there at once. Nothing of
 * the blueprint or the layout changes (law E5). */

#define G_LOG_DOMAIN "board-slide"

#include "config.h"

#include "board-private.h"

#include <math.h>

/* How far each side gives way, in board units. */
#define SLIDE_ACROSS 9.0
#define SLIDE_DOWN   5.0

static void
slide_clear (gpointer data)
{
  TrlSlide *slide = data;

  g_free (slide->id);
}

static TrlSlide *
find_slide (TrlBoard   *self,
            const char *id)
{
  for (guint i = 0; i < self->slides->len; i++)
    {
      TrlSlide *slide = &g_array_index (self->slides, TrlSlide, i);

      if (g_str_equal (slide->id, id))
        return slide;
    }
  return NULL;
}

static double
approach (double from,
          double to,
          double step)
{
  return fabs (to - from) <= step ? to : from + (to > from ? step : -step);
}

static gboolean
step_slides (TrlBoard *self,
             double    share)
{
  gboolean moving = FALSE;

  for (guint i = self->slides->len; i > 0; i--)
    {
      TrlSlide *slide = &g_array_index (self->slides, TrlSlide, i - 1);

      slide->x = approach (slide->x, slide->to_x, SLIDE_ACROSS * share);
      slide->y = approach (slide->y, slide->to_y, SLIDE_DOWN * share);
      if (slide->x != slide->to_x || slide->y != slide->to_y)
        moving = TRUE;
      else if (slide->x == 0 && slide->y == 0)
        g_array_remove_index_fast (self->slides, i - 1);
    }
  return moving;
}

static gboolean
slide_tick (GtkWidget     *widget,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  TrlBoard *self = TRL_BOARD (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double share = self->slide_time == 0 ? 0 : (double) (now - self->slide_time) / TRL_BOARD_SLIDE_US;

  self->slide_time = now;
  gtk_widget_queue_draw (widget);
  if (step_slides (self, share))
    return G_SOURCE_CONTINUE;
  self->slide_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
start_slides (TrlBoard *self)
{
  if (!trl_board_wants_motion (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      step_slides (self, 1000);
      return;
    }
  if (self->slide_tick != 0)
    return;
  self->slide_time = 0;
  self->slide_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), slide_tick, NULL, NULL);
}

static void
aim (TrlBoard     *self,
     const TrlBox *box,
     double        to_x,
     double        to_y)
{
  TrlSlide *slide = find_slide (self, trl_box_get_id (box));

  if (slide == NULL)
    {
      TrlSlide fresh = { .id = g_strdup (trl_box_get_id (box)), .rect = box->rect };

      g_array_append_val (self->slides, fresh);
      slide = &g_array_index (self->slides, TrlSlide, self->slides->len - 1);
    }
  slide->rect = box->rect;
  slide->to_x = to_x;
  slide->to_y = to_y;
}

/**
 * trl_board_make_slides:
 *
 * Makes the list of what gives way.
 *
 * Returns: (transfer full) (element-type TrlSlide): an empty list that owns its ids
 */
GArray *
trl_board_make_slides (void)
{
  GArray *slides = g_array_new (FALSE, FALSE, sizeof (TrlSlide));

  g_array_set_clear_func (slides, slide_clear);
  return slides;
}

/**
 * trl_board_aim_slides:
 * @self: a board
 *
 * Lets the cards beside the insertion mark give way, and all others go back.
 */
void
trl_board_aim_slides (TrlBoard *self)
{
  const TrlCarry *carry = &self->tools.carry;
  const GPtrArray *siblings = NULL;
  gboolean across = carry->bar.height > carry->bar.width;

  for (guint i = 0; i < self->slides->len; i++)
    {
      TrlSlide *slide = &g_array_index (self->slides, TrlSlide, i);

      slide->to_x = slide->to_y = 0;
    }
  if (self->tools.current == TRL_TOOL_CARRY && carry->has_bar && carry->place.lawful)
    siblings = trl_blueprint_get_children (self->blueprint, carry->place.target, carry->place.slot);
  for (guint i = 0; siblings != NULL && i < siblings->len; i++)
    {
      const TrlBox *box = trl_layout_find (self->layout, trl_card_get_id (g_ptr_array_index (siblings, i)));
      double side = (int) i < carry->gap ? -1 : 1;

      if (box != NULL)
        aim (self, box, across ? side * SLIDE_ACROSS : 0, across ? 0 : side * SLIDE_DOWN);
    }
  if (self->slides->len > 0)
    start_slides (self);
}

/**
 * trl_board_drop_slides:
 * @self: a board
 *
 * Everything is where it is: the layout has changed.
 */
void
trl_board_drop_slides (TrlBoard *self)
{
  if (self->slide_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->slide_tick);
  self->slide_tick = 0;
  g_array_set_size (self->slides, 0);
}

/**
 * trl_board_find_slide:
 * @self: a board
 * @box: a box
 * @dx: (out): how far it is from its place, in board units
 * @dy: (out): the same, downwards
 *
 * Returns: whether the box, or the card that it lies in, gives way
 */
gboolean
trl_board_find_slide (TrlBoard     *self,
                      const TrlBox *box,
                      double       *dx,
                      double       *dy)
{
  for (guint i = 0; i < self->slides->len; i++)
    {
      TrlSlide *slide = &g_array_index (self->slides, TrlSlide, i);

      if (box->kind == TRL_BOX_FRAME || !trl_rect_encloses (&slide->rect, &box->rect))
        continue;
      *dx = slide->x;
      *dy = slide->y;
      return TRUE;
    }
  return FALSE;
}
