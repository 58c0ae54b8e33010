/* finding-card.c: one finding in the review panel.
 *
 * Fact, evidence, what could be done. While the pointer or the focus is on a
 * fix the board shows lightly what it would do; nothing is committed before
 * the click, and the fix is then made again from the design as it is (law
 * E12). */

#define G_LOG_DOMAIN "finding-card"

#include "config.h"

#include "finding-card.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "wrap-layout.h"

#define FIX "trl-fix"

struct _TrlFindingCard
{
  GtkBox      parent_instance;

  TrlDesk    *desk;
  TrlBoard   *board;     /* weak; NULL in tests */
  TrlFinding *finding;
  GtkWidget  *title;
  GtkWidget  *reason;
};

G_DEFINE_FINAL_TYPE (TrlFindingCard, trl_finding_card, GTK_TYPE_BOX)

static void
preview (TrlFindingCard *self,
         TrlChange      *change)
{
  if (self->board != NULL)
    trl_board_preview (self->board, change);
}

static void
trl_finding_card_dispose (GObject *object)
{
  TrlFindingCard *self = TRL_FINDING_CARD (object);

  g_clear_weak_pointer (&self->board);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->finding, trl_finding_unref);
  G_OBJECT_CLASS (trl_finding_card_parent_class)->dispose (object);
}

static void
trl_finding_card_class_init (TrlFindingCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_finding_card_dispose;
}

static void
trl_finding_card_init (TrlFindingCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding");
}

static guint
fix_of (GtkWidget *button)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), FIX));
}

static void
show_fix (TrlFindingCard *self,
          GtkWidget      *button)
{
  g_autoptr (TrlEdit) edit = trl_finding_make_fix (self->finding, fix_of (button), trl_desk_get_blueprint (self->desk));
  g_autoptr (TrlChange) change = edit != NULL ? trl_edit_end (edit) : NULL;

  preview (self, change);
}

static void
entered_cb (GtkEventController *controller,
            double              x,
            double              y,
            TrlFindingCard     *self)
{
  show_fix (self, gtk_event_controller_get_widget (controller));
}

static void
focused_cb (GtkEventController *controller,
            TrlFindingCard     *self)
{
  show_fix (self, gtk_event_controller_get_widget (controller));
}

static void
left_cb (TrlFindingCard *self)
{
  preview (self, NULL);
}

static void
fix_cb (GtkButton      *button,
        TrlFindingCard *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  guint fix = fix_of (GTK_WIDGET (button));
  g_autoptr (TrlDesk) desk = g_object_ref (self->desk);
  g_autofree char *label = g_strdup (trl_finding_get_fix_label (self->finding, fix));
  g_autofree char *asked = NULL;
  TrlMember member = TRL_MEMBER_NONE;
  TrlEdit *edit;

  preview (self, NULL);
  trl_finding_card_show (self);
  edit = trl_finding_make_fix (self->finding, fix, blueprint);
  if (edit != NULL)
    asked = g_strdup (trl_edit_get_asked (edit, &member));
  if (trl_desk_commit (desk, edit, NULL))
    {
      trl_desk_say (desk, label);
      /* Typing is a visit of its own: undo takes back what was typed, then the fix. */
      trl_history_close_entry (trl_desk_get_history (desk));
      if (asked != NULL)
        trl_desk_type (desk, asked, member);
    }
  else
    trl_desk_say (desk, _("There is nothing left to mend here"));
}

static void
add_fix (TrlFindingCard *self,
         GtkWidget      *box,
         guint           index)
{
  GtkWidget *button = gtk_button_new_with_label (trl_finding_get_fix_label (self->finding, index));
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  if (index == 0)
    gtk_widget_add_css_class (button, "suggested-action");
  g_object_set_data (G_OBJECT (button), FIX, GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (fix_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (entered_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "enter", G_CALLBACK (focused_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, motion);
  gtk_widget_add_controller (button, focus);
  gtk_box_append (GTK_BOX (box), button);
}

static void
keep_cb (TrlFindingCard *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  g_autofree char *today = trl_desk_today ();
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  g_autoptr (TrlDesk) desk = g_object_ref (self->desk);

  if (*reason == '\0')
    {
      gtk_widget_grab_focus (self->reason);
      return;
    }
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (self->reason, GTK_TYPE_POPOVER)));
  trl_desk_commit (desk, trl_finding_keep (self->finding, blueprint, reason, g_get_real_name (), today), NULL);
}

static GtkWidget *
make_keep_button (TrlFindingCard *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *keep = gtk_button_new_with_label (_("Keep"));

  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Because…"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->reason), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Why it is kept"), -1);
  g_signal_connect_object (self->reason, "activate", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (keep, "suggested-action");
  gtk_widget_set_halign (keep, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), self->reason);
  gtk_box_append (GTK_BOX (box), keep);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (_("Keep, because…")));
  /* The button in the button has the keyboard; it has no name of its own when it is given a child. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Keep, because…"), -1);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* Gives up the reason: the finding counts again. */
static void
reopen_cb (TrlFindingCard *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->desk);
  const GPtrArray *kept = trl_blueprint_get_children (blueprint, TRL_ROOT_ID, TRL_SLOT_ACCEPTED);
  const char * const *cards = trl_finding_get_cards (self->finding);
  g_autoptr (TrlEdit) edit = trl_edit_new (blueprint, _("Look at it again"));

  for (guint i = 0; kept != NULL && i < kept->len; i++)
    {
      TrlCard *card = g_ptr_array_index (kept, i);
      const char * const *of = trl_card_get_refs (card, TRL_ACCEPTED_CARDS);

      if (g_strcmp0 (trl_card_get_text (card, TRL_ACCEPTED_RULE), trl_finding_get_rule (self->finding)->id) == 0 &&
          (of == NULL || cards == NULL ? of == cards : g_strv_equal (of, cards)))
        trl_edit_remove (edit, trl_card_get_id (card));
    }
  trl_desk_commit (self->desk, g_steal_pointer (&edit), NULL);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_kept (TrlFindingCard *self)
{
  /* Translators: a reason in quotation marks. */
  g_autofree char *reason = g_strdup_printf (_("“%s”"), trl_finding_get_kept (self->finding));
  g_autofree char *who = trl_finding_describe_keeper (self->finding);
  GtkWidget *reopen = gtk_button_new_with_label (_("Look Again"));

  gtk_box_append (GTK_BOX (self), make_label (reason, "kept"));
  if (who != NULL)
    gtk_box_append (GTK_BOX (self), make_label (who, "dim-label"));
  gtk_widget_add_css_class (reopen, "flat");
  gtk_widget_set_halign (reopen, GTK_ALIGN_START);
  g_signal_connect_object (reopen, "clicked", G_CALLBACK (reopen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), reopen);
}

static void
add_actions (TrlFindingCard *self)
{
  GtkWidget *box = trl_wrap_new (6);

  for (guint i = 0; i < trl_finding_get_n_fixes (self->finding); i++)
    add_fix (self, box, i);
  if (trl_finding_get_severity (self->finding) != TRL_SEVERITY_TODO)
    gtk_box_append (GTK_BOX (box), make_keep_button (self));
  gtk_box_append (GTK_BOX (self), box);
}

/**
 * trl_finding_card_new:
 * @desk: the desk
 * @board: (nullable): where fixes are shown before they are done
 * @finding: a finding
 *
 * Returns: (transfer floating): its card
 */
GtkWidget *
trl_finding_card_new (TrlDesk    *desk,
                      TrlBoard   *board,
                      TrlFinding *finding)
{
  TrlFindingCard *self;
  const char *text;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);
  g_return_val_if_fail (finding != NULL, NULL);

  self = g_object_new (TRL_TYPE_FINDING_CARD, NULL);
  self->desk = g_object_ref (desk);
  self->finding = trl_finding_ref (finding);
  g_set_weak_pointer (&self->board, board);

  self->title = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->title), make_label (trl_finding_get_title (finding), "finding-title"));
  gtk_widget_add_css_class (self->title, "flat");
  gtk_widget_add_css_class (self->title, "finding-head");
  gtk_widget_set_tooltip_text (self->title, _("Show on the Board"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LABEL, trl_finding_get_title (finding),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  trl_severity_get_label (trl_finding_get_severity (finding)), -1);
  g_signal_connect_object (self->title, "clicked", G_CALLBACK (trl_finding_card_show), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->title);

  text = trl_finding_get_text (finding);
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (self), make_label (text, NULL));
  if (trl_finding_get_lapsed (finding) != NULL)
    gtk_box_append (GTK_BOX (self), make_label (trl_finding_get_lapsed (finding), "kept"));
  if (trl_finding_get_kept (finding) != NULL)
    add_kept (self);
  else
    add_actions (self);
  return GTK_WIDGET (self);
}

/**
 * trl_finding_card_get_finding:
 * @self: a card
 *
 * Returns: (transfer none): its finding
 */
TrlFinding *
trl_finding_card_get_finding (TrlFindingCard *self)
{
  g_return_val_if_fail (TRL_IS_FINDING_CARD (self), NULL);

  return self->finding;
}

/**
 * trl_finding_card_show:
 * @self: a card
 *
 * Selects and reveals what the finding is about.
 */
void
trl_finding_card_show (TrlFindingCard *self)
{
  const char * const *cards;

  g_return_if_fail (TRL_IS_FINDING_CARD (self));

  cards = trl_finding_get_cards (self->finding);
  if (cards == NULL || cards[0] == NULL || g_str_equal (cards[0], TRL_ROOT_ID))
    trl_selection_clear (trl_desk_get_selection (self->desk));
  else
    trl_desk_reveal (self->desk, cards[0]);
}

/**
 * trl_finding_card_set_current:
 * @self: a card
 * @current: whether it is the one that F8 came to
 *
 * Marks the card, and moves the focus to it.
 */
void
trl_finding_card_set_current (TrlFindingCard *self,
                              gboolean        current)
{
  g_return_if_fail (TRL_IS_FINDING_CARD (self));

  if (current)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "current");
      gtk_widget_grab_focus (self->title);
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}
