/* editor-entry.c: one line: names, words, numbers with their unit, days, currencies. */

#define G_LOG_DOMAIN "editor-entry"

#include "config.h"

#include "editor.h"

#include <glib/gi18n.h>

#include "acts.h"
#include "value-text.h"

static const char *
get_currency (TrlField *field)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (trl_field_get_desk (field));
  const char *currency = trl_card_get_text (trl_blueprint_get_root (blueprint), TRL_PROGRAM_CURRENCY);

  return currency != NULL ? currency : "";
}

/* What a number is counted in, as it stands behind it; NULL when another field says it. */
static const char *
get_unit (TrlField *field)
{
  const TrlMemberInfo *info = trl_field_get_info (field);

  if (info->type != TRL_VALUE_NUMBER)
    return NULL;
  switch (info->unit)
    {
    case TRL_UNIT_MONEY:
      return get_currency (field);
    case TRL_UNIT_PERCENT:
      return "%";
    case TRL_UNIT_PARTNERS:
      return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_PARTNERS));
    case TRL_UNIT_PEOPLE:
      return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_PEOPLE));
    case TRL_UNIT_DEALS:
      return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_DEALS));
    case TRL_UNIT_POINTS:
      return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_POINTS));
    case TRL_UNIT_HOURS:
      return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_HOURS));
    case TRL_UNIT_DAYS:
      return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_DAYS));
    case TRL_UNIT_MONTHS:
      return trl_entry_get_label (trl_catalogue_get (TRL_CATALOGUE_UNITS, TRL_UNITS_MONTHS));
    case TRL_UNIT_NONE:
    case TRL_UNIT_COUNT:
    case TRL_UNIT_BY_CARD:
    case TRL_UNIT_BOARD:
    default:
      return NULL;
    }
}

static GtkEntry *
get_entry (GtkWidget *widget)
{
  return GTK_ENTRY (GTK_IS_ENTRY (widget) ? widget : gtk_widget_get_first_child (widget));
}

/* Reads what stands there; NULL and no error when the text cannot be read. */
static gboolean
read_entry (TrlField   *field,
            GtkEntry   *entry,
            TrlValue  **value,
            GError    **error)
{
  return trl_value_text_parse (trl_field_get_info (field), gtk_editable_get_text (GTK_EDITABLE (entry)), value, error);
}

static void
changed_cb (GtkEntry *entry,
            TrlField *field)
{
  TrlValue *value = NULL;

  if (trl_field_is_loading (field))
    return;
  if (!read_entry (field, entry, &value, NULL))
    return;
  trl_field_set_problem (field, NULL);
  trl_field_set_value (field, value);
}

static void
show_text (TrlField *field,
           GtkEntry *entry,
           TrlCard  *card)
{
  TrlMember member = trl_field_get_member (field);
  g_autofree char *text = trl_value_text_format (trl_member_get_info (member), trl_card_get_value (card, member));

  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (entry))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* The moment to say what is wrong, and to write a number the way it is written. */
static void
left_cb (GtkEventController *controller,
         TrlField           *field)
{
  GtkEntry *entry = GTK_ENTRY (gtk_event_controller_get_widget (controller));
  g_autoptr (TrlValue) value = NULL;
  g_autoptr (GError) error = NULL;
  TrlCard *card = trl_field_get_card (field);

  if (!read_entry (field, entry, &value, &error))
    trl_field_set_problem (field, error->message);
  else if (card != NULL)
    trl_field_show (field, card);
}

static void
activated_cb (GtkEntry *entry,
              TrlField *field)
{
  trl_field_leave (field);
}

static void
day_chosen_cb (GtkCalendar *calendar,
               GtkEntry    *entry)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER)));
}

static GtkWidget *
make_calendar_button (GtkWidget *entry)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), entry, 0);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a day"), -1);
  return button;
}

static GtkWidget *
make_entry (TrlField *field)
{
  const TrlMemberInfo *info = trl_field_get_info (field);
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  gboolean number = info->type == TRL_VALUE_NUMBER;

  gtk_widget_set_hexpand (entry, !number && info->type != TRL_VALUE_DATE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), number || info->type == TRL_VALUE_CURRENCY ? 8 : 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), number ? 12 : -1);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
  if (number)
    gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_FREE_FORM);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), field, 0);
  g_signal_connect_object (entry, "activate", G_CALLBACK (activated_cb), field, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (left_cb), field, 0);
  gtk_widget_add_controller (entry, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, trl_member_get_label (trl_field_get_member (field)), -1);
  return entry;
}

static GtkWidget *
entry_create (TrlField *field)
{
  const TrlMemberInfo *info = trl_field_get_info (field);
  GtkWidget *entry = make_entry (field);
  GtkWidget *box;

  if (get_unit (field) == NULL && info->type != TRL_VALUE_DATE)
    return entry;

  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), entry);
  if (info->type == TRL_VALUE_DATE)
    {
      gtk_widget_set_hexpand (entry, TRUE);
      gtk_box_append (GTK_BOX (box), make_calendar_button (entry));
    }
  else
    {
      GtkWidget *unit = gtk_label_new (NULL);

      gtk_widget_add_css_class (unit, "dim-label");
      gtk_box_append (GTK_BOX (box), unit);
    }
  return box;
}

static void
entry_show (TrlField  *field,
            GtkWidget *widget,
            TrlCard   *card)
{
  TrlMember member = trl_field_get_member (field);
  GtkEntry *entry = get_entry (widget);
  g_autoptr (TrlValue) typed = NULL;
  const char *unit = get_unit (field);
  gboolean typing = gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN;

  if (unit != NULL && widget != GTK_WIDGET (entry))
    gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (widget)), unit);

  /* "12.50" stays as it is being typed as long as it says what the card holds. */
  if (typing && read_entry (field, entry, &typed, NULL) && trl_value_equal (typed, trl_card_get_value (card, member)))
    return;
  show_text (field, entry, card);
}

const TrlEditor trl_editor_entry = { entry_create, entry_show };
