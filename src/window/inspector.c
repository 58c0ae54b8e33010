/* inspector.c: the details of the selected card.
 *
 * With nothing selected it shows the program. It looks again after every
 * change, but only at what is on it: the fields of one card. */

#define G_LOG_DOMAIN "inspector"

#include "config.h"

#include "inspector.h"

#include <glib/gi18n.h>

#include "details.h"
#include "scroller.h"

struct _TrlInspector
{
  GtkBox     parent_instance;

  TrlDesk   *desk;
  GtkWidget *kind;
  GtkWidget *name;
  GtkWidget *up;
  GtkWidget *findings;  /* what is wrong with the card, in a line each */
  GtkWidget *scroller;
  GtkWidget *form;      /* in the scroller, or NULL */
  char      *shown;
  guint      findings_id;
};

G_DEFINE_FINAL_TYPE (TrlInspector, trl_inspector, GTK_TYPE_BOX)

static void
trl_inspector_dispose (GObject *object)
{
  TrlInspector *self = TRL_INSPECTOR (object);

  g_clear_handle_id (&self->findings_id, g_source_remove);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_inspector_parent_class)->dispose (object);
}

static void
trl_inspector_finalize (GObject *object)
{
  TrlInspector *self = TRL_INSPECTOR (object);

  g_free (self->shown);
  G_OBJECT_CLASS (trl_inspector_parent_class)->finalize (object);
}

static void
trl_inspector_class_init (TrlInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_inspector_finalize;
}

/* The card that holds the shown one. */
static void
up_cb (TrlInspector *self)
{
  TrlCard *card = self->shown != NULL ? trl_blueprint_get (trl_desk_get_blueprint (self->desk), self->shown) : NULL;
  const char *parent = card != NULL ? trl_card_get_parent (card) : NULL;

  if (parent == NULL || g_str_equal (parent, TRL_ROOT_ID))
    trl_selection_clear (trl_desk_get_selection (self->desk));
  else
    trl_desk_reveal (self->desk, parent);
}

static void focus_left_cb (TrlInspector *self);

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
trl_inspector_init (TrlInspector *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkEventController *focus;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->kind = make_label ("dim-label");
  self->name = make_label ("title-4");
  gtk_box_append (GTK_BOX (titles), self->kind);
  gtk_box_append (GTK_BOX (titles), self->name);
  gtk_widget_set_hexpand (titles, TRUE);

  self->up = gtk_button_new_from_icon_name ("go-up-symbolic");
  gtk_widget_add_css_class (self->up, "flat");
  gtk_widget_set_valign (self->up, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->up, _("What Holds It"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->up), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What holds it"), -1);
  g_signal_connect_object (self->up, "clicked", G_CALLBACK (up_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (head), titles);
  gtk_box_append (GTK_BOX (head), self->up);
  gtk_widget_add_css_class (head, "inspector-head");
  gtk_box_append (GTK_BOX (self), head);

  self->findings = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_add_css_class (self->findings, "inspector-findings");
  gtk_widget_set_visible (self->findings, FALSE);
  gtk_box_append (GTK_BOX (self), self->findings);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);

  self->scroller = trl_scroller_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (self), self->scroller);
}

/* "Tier in Agency" */
static char *
describe (TrlInspector *self,
          TrlCard      *card)
{
  TrlCard *motion = trl_blueprint_get_motion (trl_desk_get_blueprint (self->desk), trl_card_get_id (card));
  const char *kind = trl_kind_get_label (trl_card_get_kind (card));
  const char *name = motion != NULL && motion != card ? trl_card_get_name (motion) : NULL;

  if (name == NULL)
    return g_strdup (kind);
  /* Translators: a kind of card and the motion that it is in: "Tier in Agency". */
  return g_strdup_printf (_("%s in %s"), kind, name);
}

static const char *
title_of (TrlCard *card)
{
  const char *name = trl_card_get_name (card);
  const TrlEntry *entry = trl_card_get_kind_entry (card);

  if (name != NULL && *name != '\0')
    return name;
  if (entry != NULL)
    return trl_entry_get_label (entry);
  return _("Without a name");
}

static void
finding_cb (GtkWidget *button,
            gpointer   user_data)
{
  gtk_widget_activate_action (button, "win.side", "s", "review");
}

static void
add_finding (TrlInspector *self,
             TrlFinding   *finding)
{
  g_autofree char *text = g_strdup_printf ("⚠ %s", trl_finding_get_title (finding));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = make_label ("warning-text");

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "inspector-finding");
  gtk_widget_set_tooltip_text (button, trl_finding_get_text (finding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (finding_cb), NULL);
  gtk_box_append (GTK_BOX (self->findings), button);
}

/* Said where it is mended; not while it is being typed: the list waits until the field is left. */
static void
show_findings (TrlInspector *self,
               TrlCard      *card)
{
  TrlReviewer *reviewer = trl_desk_get_reviewer (self->desk);
  g_autoptr (GPtrArray) about = reviewer != NULL ? trl_reviewer_get_about (reviewer, trl_card_get_id (card)) : NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->findings)) != NULL)
    gtk_box_remove (GTK_BOX (self->findings), child);
  for (guint i = 0; about != NULL && i < about->len; i++)
    {
      TrlFinding *finding = g_ptr_array_index (about, i);

      if (trl_finding_get_kept (finding) == NULL && trl_finding_get_severity (finding) != TRL_SEVERITY_TODO)
        add_finding (self, finding);
    }
  gtk_widget_set_visible (self->findings, gtk_widget_get_first_child (self->findings) != NULL);
}

static gboolean
is_typed_in (TrlInspector *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

static gboolean
findings_later_cb (gpointer user_data)
{
  TrlInspector *self = user_data;
  TrlCard *card = self->shown != NULL ? trl_blueprint_get (trl_desk_get_blueprint (self->desk), self->shown) : NULL;

  self->findings_id = 0;
  if (card != NULL && !is_typed_in (self))
    show_findings (self, card);
  return G_SOURCE_REMOVE;
}

/* Later: the line that has the focus must not go while GTK takes the focus from it. */
static void
focus_left_cb (TrlInspector *self)
{
  if (self->findings_id == 0)
    self->findings_id = g_idle_add (findings_later_cb, self);
}

static void
show_card (TrlInspector *self,
           TrlCard      *card)
{
  g_autofree char *kind = describe (self, card);

  gtk_label_set_text (GTK_LABEL (self->kind), kind);
  gtk_label_set_text (GTK_LABEL (self->name), title_of (card));
  gtk_widget_set_visible (self->up, trl_card_get_parent (card) != NULL);

  if (self->form == NULL || trl_details_get_kind (TRL_DETAILS (self->form)) != trl_card_get_kind (card))
    {
      self->form = trl_details_new (self->desk, trl_card_get_kind (card));
      gtk_widget_add_css_class (self->form, "inspector-form");
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->form);
    }
  if (g_strcmp0 (self->shown, trl_card_get_id (card)) != 0)
    {
      g_free (self->shown);
      self->shown = g_strdup (trl_card_get_id (card));
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
    }
  trl_details_show (TRL_DETAILS (self->form), card);
  if (!is_typed_in (self))
    show_findings (self, card);
}

static void
show_many (TrlInspector *self,
           guint         n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u card selected", "%u cards selected", n), n);

  gtk_label_set_text (GTK_LABEL (self->kind), "");
  gtk_label_set_text (GTK_LABEL (self->name), text);
  gtk_widget_set_visible (self->up, FALSE);
  gtk_widget_set_visible (self->findings, FALSE);
  self->form = NULL;
  g_clear_pointer (&self->shown, g_free);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), NULL);
}

static void
refresh (TrlInspector *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  TrlSelection *selection = trl_desk_get_selection (self->desk);
  const char *id = trl_selection_get_only (selection);
  TrlCard *card = id != NULL ? trl_blueprint_get (blueprint, id) : NULL;

  if (trl_selection_get_n (selection) > 1)
    show_many (self, trl_selection_get_n (selection));
  else
    show_card (self, card != NULL ? card : trl_blueprint_get_root (blueprint));
}

static void
changed_cb (TrlInspector *self)
{
  refresh (self);
}

/* Whatever had the focus before, all of the value is selected. */
static void
type_cb (TrlInspector *self,
         const char   *id,
         int           member)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus;

  trl_inspector_open (self, id, member);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_editable_select_region (GTK_EDITABLE (focus), 0, -1);
}

/**
 * trl_inspector_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): an inspector of what is selected
 */
GtkWidget *
trl_inspector_new (TrlDesk *desk)
{
  TrlInspector *self;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_INSPECTOR, NULL);
  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "type", G_CALLBACK (type_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (trl_desk_get_selection (desk), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);
  return GTK_WIDGET (self);
}

/**
 * trl_inspector_get_field:
 * @self: an inspector
 * @member: a member of the shown card's kind
 *
 * Returns: (nullable) (transfer none): the field that edits it
 */
GtkWidget *
trl_inspector_get_field (TrlInspector *self,
                         TrlMember     member)
{
  g_return_val_if_fail (TRL_IS_INSPECTOR (self), NULL);

  return self->form != NULL ? trl_details_get_field (TRL_DETAILS (self->form), member) : NULL;
}

/**
 * trl_inspector_open:
 * @self: an inspector
 * @id: a card
 * @member: a member of its kind, or %TRL_MEMBER_NONE
 *
 * Selects a card and puts the cursor in the field of a member.
 */
void
trl_inspector_open (TrlInspector *self,
                    const char   *id,
                    TrlMember     member)
{
  GtkWidget *field;

  g_return_if_fail (TRL_IS_INSPECTOR (self));
  g_return_if_fail (id != NULL);

  if (g_str_equal (id, TRL_ROOT_ID))
    trl_selection_clear (trl_desk_get_selection (self->desk));
  else
    trl_selection_set_one (trl_desk_get_selection (self->desk), id);
  field = member != TRL_MEMBER_NONE ? trl_inspector_get_field (self, member) : NULL;
  if (field != NULL)
    gtk_widget_child_focus (field, GTK_DIR_TAB_FORWARD);
}
