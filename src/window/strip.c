/* strip.c: the five decisions above the board.
 *
 * In less room it says less: names and warnings, then numerals and warnings,
 * then numerals and signs. The arrows show what depends on what: types before
 * tiers, incentives and enablement. The metric may be named at any time, so its
 * arrow only gathers what serves it. */

#define G_LOG_DOMAIN "strip"

#include "config.h"

#include "strip.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "decisions.h"

#define OWNER "trl-owner"
#define N_ARROWS 2

typedef struct
{
  GtkWidget *button;     /* a menu button with the popover that declares */
  GtkWidget *texts;
  GtkWidget *name;
  GtkWidget *warnings;
  GtkWidget *state;
} Chip;

/* What there is room for. */
typedef enum
{
  LEVEL_FULL,
  LEVEL_NAMES,      /* who never saw it must know what is counted; no arrows */
  LEVEL_NUMERALS,   /* and how many warnings */
  LEVEL_SIGNS,      /* and whether there are warnings; no arrows */
  N_LEVELS
} Level;

struct _TrlStrip
{
  GtkBox   parent_instance;

  TrlDesk *desk;
  Chip     chips[TRL_N_DECISION_CHOICES];
  GtkWidget *arrows[N_ARROWS];
  guint    update_id;
  int      available;    /* pixels that it may be wide; 0 for any number */
  Level    level;
};

G_DEFINE_FINAL_TYPE (TrlStrip, trl_strip, GTK_TYPE_BOX)

static void
trl_strip_dispose (GObject *object)
{
  TrlStrip *self = TRL_STRIP (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (trl_strip_parent_class)->dispose (object);
}

static void
trl_strip_class_init (TrlStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_strip_dispose;
}

static void
trl_strip_init (TrlStrip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
}

static int
decision_of (TrlStrip  *self,
             GtkWidget *widget)
{
  for (int i = 0; i < TRL_N_DECISION_CHOICES; i++)
    if (self->chips[i].button == widget)
      return i;
  return 0;
}

static void
decided_cb (GtkCheckButton *check,
            TrlStrip       *self)
{
  GtkWidget *menu = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_MENU_BUTTON);

  trl_decisions_set (self->desk, g_object_get_data (G_OBJECT (check), OWNER), decision_of (self, menu),
                     gtk_check_button_get_active (check) ? TRL_DECIDED_DECIDED : -1);
}

static const char *
owner_name (TrlStrip   *self,
            const char *id)
{
  const char *name;

  if (g_str_equal (id, TRL_ROOT_ID))
    return _("The whole program");
  name = trl_card_get_name (trl_blueprint_get (trl_desk_get_blueprint (self->desk), id));
  return name != NULL && *name != '\0' ? name : _("Motion without a name");
}

static void
add_check (TrlStrip   *self,
           GtkWidget  *box,
           const char *owner,
           int         decision)
{
  GtkWidget *check = gtk_check_button_new_with_label (owner_name (self, owner));
  int state = trl_acts_get_decided (trl_desk_get_blueprint (self->desk), owner, decision);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), state == TRL_DECIDED_DECIDED);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), state == TRL_DECIDED_RECHECK);
  g_object_set_data_full (G_OBJECT (check), OWNER, g_strdup (owner), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (decided_cb), self, 0);
  gtk_box_append (GTK_BOX (box), check);
}

/* A click goes where the decision is to be made, and offers to declare it made.
 * The list is new each time: motions come and go. */
static void
make_popover_cb (GtkMenuButton *button,
                 gpointer       user_data)
{
  TrlStrip *self = user_data;
  int decision = decision_of (self, GTK_WIDGET (button));
  g_autoptr (GPtrArray) owners = trl_decisions_get_owners (self->desk, decision);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Decided"));
  const char *id = trl_decisions_find_open (self->desk, decision);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (box), title);
  for (guint i = 0; i < owners->len; i++)
    add_check (self, box, g_ptr_array_index (owners, i), decision);
  if (owners->len == 0)
    gtk_box_append (GTK_BOX (box), gtk_label_new (_("There is no motion yet")));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
  if (id != NULL)
    trl_desk_reveal (self->desk, id);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
make_chip (TrlStrip *self,
           int       decision)
{
  Chip *chip = &self->chips[decision];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *states = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *numeral = g_strdup_printf ("%d", decision + 1);
  GtkWidget *number = gtk_label_new (numeral);

  gtk_widget_add_css_class (number, "decision-number");
  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  chip->texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (chip->texts, GTK_ALIGN_CENTER);
  chip->warnings = make_label (NULL, "warning-text");
  gtk_label_set_ellipsize (GTK_LABEL (chip->warnings), PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (chip->warnings, "decision-state");
  chip->state = make_label (NULL, "decision-state");
  gtk_box_append (GTK_BOX (states), chip->warnings);
  gtk_box_append (GTK_BOX (states), chip->state);
  chip->name = make_label (trl_choice_get_label (TRL_CHOICES_DECISION, decision), NULL);
  gtk_box_append (GTK_BOX (chip->texts), chip->name);
  gtk_box_append (GTK_BOX (chip->texts), states);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), chip->texts);

  chip->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (chip->button), box);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (chip->button), make_popover_cb, self, NULL);
  gtk_widget_add_css_class (chip->button, "decision");
  gtk_box_append (GTK_BOX (self), chip->button);
}

static GtkWidget *
add_arrow (TrlStrip *self)
{
  GtkWidget *arrow = gtk_label_new (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "←" : "→");

  gtk_widget_add_css_class (arrow, "decision-arrow");
  gtk_box_append (GTK_BOX (self), arrow);
  return arrow;
}

static void
update_chip (TrlStrip *self,
             int       decision)
{
  Chip *chip = &self->chips[decision];
  const char *label = trl_choice_get_label (TRL_CHOICES_DECISION, decision);
  gboolean full = self->level == LEVEL_FULL;
  gboolean named = full || self->level == LEVEL_NAMES;
  TrlProgress progress;
  g_autofree char *state = NULL;
  g_autofree char *sign = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *spoken = NULL;

  trl_decisions_get_progress (self->desk, decision, &progress);
  state = trl_progress_describe (&progress);
  sign = self->level == LEVEL_SIGNS ? g_strdup ("⚠") : g_strdup_printf (full ? "⚠ %u ·" : "⚠ %u", progress.warnings);
  gtk_widget_set_visible (chip->name, named);
  gtk_widget_set_visible (chip->state, full || progress.warnings == 0);
  gtk_label_set_text (GTK_LABEL (chip->state), full ? state : trl_progress_is_decided (&progress) ? "✓" : "–");
  gtk_label_set_text (GTK_LABEL (chip->warnings), sign);
  gtk_widget_set_visible (chip->warnings, progress.warnings > 0);

  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", progress.warnings), progress.warnings);
  spoken = g_strdup_printf ("%d. %s, %s, %s", decision + 1, label, state, warnings);
  gtk_widget_set_tooltip_text (chip->button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * trl_strip_set_available:
 * @self: a strip
 * @available: pixels that it may be wide
 *
 * Says less in less room; all of it stays for the pointer and for screen readers.
 */
void
trl_strip_set_available (TrlStrip *self,
                         int       available)
{
  g_return_if_fail (TRL_IS_STRIP (self));

  if (self->available == available)
    return;
  self->available = available;
  trl_strip_update (self);
}

/**
 * trl_strip_update:
 * @self: a strip
 *
 * Shows how far each decision has come now. Happens by itself before the next frame.
 */
void
trl_strip_update (TrlStrip *self)
{
  g_return_if_fail (TRL_IS_STRIP (self));

  g_clear_handle_id (&self->update_id, g_source_remove);
  for (self->level = LEVEL_FULL; self->level < N_LEVELS; self->level++)
    {
      int wanted;

      for (int i = 0; i < TRL_N_DECISION_CHOICES; i++)
        update_chip (self, i);
      if (self->level == LEVEL_NAMES)
        gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
      for (int i = 0; i < N_ARROWS; i++)
        gtk_widget_set_visible (self->arrows[i], self->level == LEVEL_FULL || self->level == LEVEL_NUMERALS);
      gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
      if (self->level == LEVEL_SIGNS || self->available == 0 || wanted <= self->available)
        break;
    }
}

static gboolean
update_cb (gpointer user_data)
{
  TrlStrip *self = user_data;

  self->update_id = 0;
  trl_strip_update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TrlStrip *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/**
 * trl_strip_new:
 * @desk: the desk
 *
 * Returns: (transfer floating): a strip of the five decisions
 */
GtkWidget *
trl_strip_new (TrlDesk *desk)
{
  TrlStrip *self;
  guint n_arrows = 0;

  g_return_val_if_fail (TRL_IS_DESK (desk), NULL);

  self = g_object_new (TRL_TYPE_STRIP, NULL);
  self->desk = g_object_ref (desk);
  for (int i = 0; i < TRL_N_DECISION_CHOICES; i++)
    {
      make_chip (self, i);
      if (i == TRL_DECISION_TYPES || i == TRL_DECISION_ENABLEMENT)
        self->arrows[n_arrows++] = add_arrow (self);
    }
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  trl_strip_update (self);
  return GTK_WIDGET (self);
}
