/* ghost.c: a widget in which what is dragged is drawn.
 *
 * A palette drag starts outside of the board, so its ghost cannot be drawn by
 * the board alone. The window puts this over everything; it never takes the
 * pointer and screen readers do not see it. */

#define G_LOG_DOMAIN "ghost"

#include "config.h"

#include "ghost.h"

struct _TrlGhost
{
  GtkWidget    parent_instance;

  TrlGhostDraw draw;
  gpointer     data;
};

G_DEFINE_FINAL_TYPE (TrlGhost, trl_ghost, GTK_TYPE_WIDGET)

static void
trl_ghost_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  TrlGhost *self = TRL_GHOST (widget);

  if (self->draw != NULL)
    self->draw (widget, snapshot, self->data);
}

static void
trl_ghost_class_init (TrlGhostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = trl_ghost_snapshot;
  gtk_widget_class_set_css_name (widget_class, "ghost");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
trl_ghost_init (TrlGhost *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
}

/**
 * trl_ghost_new:
 *
 * Makes a ghost that draws nothing yet.
 *
 * Returns: (transfer full): the ghost
 */
GtkWidget *
trl_ghost_new (void)
{
  return g_object_new (TRL_TYPE_GHOST, NULL);
}

/**
 * trl_ghost_set_draw:
 * @self: a ghost
 * @draw: (nullable): draws what is dragged
 * @data: handed to it
 *
 * Says who draws.
 */
void
trl_ghost_set_draw (TrlGhost     *self,
                    TrlGhostDraw  draw,
                    gpointer      data)
{
  g_return_if_fail (TRL_IS_GHOST (self));

  self->draw = draw;
  self->data = data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
