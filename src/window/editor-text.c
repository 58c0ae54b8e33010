/* editor-text.c: lines of text. */

#define G_LOG_DOMAIN "editor-text"

#include "config.h"

#include "editor.h"
#include "scroller.h"
#include "value-text.h"

static GtkTextBuffer *
get_buffer (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (widget))));
}

static char *
get_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
changed_cb (GtkTextBuffer *buffer,
            TrlField      *field)
{
  g_autofree char *text = NULL;
  TrlValue *value = NULL;

  if (trl_field_is_loading (field))
    return;
  text = get_text (buffer);
  if (trl_value_text_parse (trl_field_get_info (field), text, &value, NULL))
    trl_field_set_value (field, value);
}

static GtkWidget *
text_create (TrlField *field)
{
  GtkWidget *scroller = trl_scroller_new ();
  GtkWidget *view = gtk_text_view_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 6);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 6);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 60);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 200);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (scroller, "field-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, trl_member_get_label (trl_field_get_member (field)), -1);
  g_signal_connect_object (get_buffer (scroller), "changed", G_CALLBACK (changed_cb), field, 0);
  return scroller;
}

static void
text_show (TrlField  *field,
           GtkWidget *widget,
           TrlCard   *card)
{
  GtkTextBuffer *buffer = get_buffer (widget);
  g_autofree char *shown = get_text (buffer);
  const char *text = trl_card_get_text (card, trl_field_get_member (field));

  if (g_strcmp0 (shown, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
}

const TrlEditor trl_editor_text = { text_create, text_show };
