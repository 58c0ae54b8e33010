/* wrap-layout.c: children in lines, like words in a text.
 *
 * GtkFlowBox makes columns of one width and takes the focus; sentences and
 * rows of buttons want neither. Each child gets its natural size, the last
 * one of a line as much as is left when it expands. */

#define G_LOG_DOMAIN "wrap-layout"

#include "config.h"

#include "wrap-layout.h"

struct _TrlWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (TrlWrapLayout, trl_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *first;
  GtkWidget *end;      /* the first child of the next line, or NULL */
  int        width;
  int        height;
} Line;

static int
natural_width (GtkWidget *child,
               int        most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return MAX (minimum, MIN (natural, most));
}

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Takes as many children as fit into @width, one at least. */
static Line
take_line (TrlWrapLayout *self,
           GtkWidget     *first,
           int            width)
{
  Line line = { .first = first };
  GtkWidget *child;

  for (child = first; child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int wide = natural_width (child, width);
      int height;

      if (child != first && line.width + self->spacing + wide > width)
        break;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, wide, NULL, &height, NULL, NULL);
      line.width += wide + (child != first ? self->spacing : 0);
      line.height = MAX (line.height, height);
    }
  line.end = child;
  return line;
}

static GtkSizeRequestMode
get_request_mode (GtkLayoutManager *manager,
                  GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (TrlWrapLayout *self,
               GtkWidget     *widget,
               int           *minimum,
               int           *natural)
{
  GtkWidget *child;

  *minimum = *natural = 0;
  for (child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int least, wide;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wide, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += wide + (*natural > 0 ? self->spacing : 0);
    }
}

static void
measure (GtkLayoutManager *manager,
         GtkWidget        *widget,
         GtkOrientation    orientation,
         int               for_size,
         int              *minimum,
         int              *natural,
         int              *minimum_baseline,
         int              *natural_baseline)
{
  TrlWrapLayout *self = TRL_WRAP_LAYOUT (manager);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  while (child != NULL)
    {
      Line line = take_line (self, child, for_size < 0 ? G_MAXINT / 2 : for_size);

      height += line.height + (height > 0 ? self->spacing : 0);
      child = line.end;
    }
  *minimum = *natural = height;
}

static void
allocate_line (TrlWrapLayout *self,
               const Line    *line,
               int            width,
               int            y,
               gboolean       mirrored)
{
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end; child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      GtkWidget *next = next_shown (gtk_widget_get_next_sibling (child));
      int wide = natural_width (child, width);

      if (next == line->end && gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        wide = MAX (wide, width - x);
      gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - wide : x, y, wide, line->height }, -1);
      x += wide + self->spacing;
    }
}

static void
allocate (GtkLayoutManager *manager,
          GtkWidget        *widget,
          int               width,
          int               height,
          int               baseline)
{
  TrlWrapLayout *self = TRL_WRAP_LAYOUT (manager);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  while (child != NULL)
    {
      Line line = take_line (self, child, width);

      allocate_line (self, &line, width, y, mirrored);
      y += line.height + self->spacing;
      child = line.end;
    }
}

static void
trl_wrap_layout_class_init (TrlWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = get_request_mode;
  layout_class->measure = measure;
  layout_class->allocate = allocate;
}

static void
trl_wrap_layout_init (TrlWrapLayout *self)
{
}

/**
 * trl_wrap_layout_new:
 * @spacing: pixels between children and between lines
 *
 * Returns: (transfer full): a layout for any container without one of its own
 */
GtkLayoutManager *
trl_wrap_layout_new (int spacing)
{
  TrlWrapLayout *self = g_object_new (TRL_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  return GTK_LAYOUT_MANAGER (self);
}

/**
 * trl_wrap_new:
 * @spacing: pixels between children and between lines
 *
 * Makes a box whose children flow into lines.
 *
 * Returns: (transfer floating): a #GtkBox with a #TrlWrapLayout
 */
GtkWidget *
trl_wrap_new (int spacing)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);

  gtk_widget_set_layout_manager (box, trl_wrap_layout_new (spacing));
  return box;
}
