/* actions.c: every action with a key, declared once.
 *
 * The keys of the application, those of the window, the shortcuts window and a
 * test are all made from this table. GTK gives an application's keys to it
 * before a text field sees them; undo is the field's own while somebody types
 * (law E11), so such keys are the window's and come after the field. */

#define G_LOG_DOMAIN "actions"

#include "config.h"

#include "actions.h"

#include <glib/gi18n.h>

#include "scroller.h"
#include "window-private.h"

static const TrlActionInfo table[] = {
  { "app.new", "<Control>n", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "New design") },
  { "app.open", "<Control>o", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Open") },
  { "win.save", "<Control>s", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Save") },
  { "win.save-as", "<Control><Shift>s", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Save as") },
  { "win.export", "<Control>e", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Export") },
  { "win.undo", "<Control>z", TRL_ACTIONS_GENERAL, FALSE, NC_("shortcut", "Undo") },
  { "win.redo", "<Control><Shift>z <Control>y", TRL_ACTIONS_GENERAL, FALSE, NC_("shortcut", "Redo") },
  { "win.history", "<Control><Shift>h", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Everything that was done, to go back to it") },
  { "app.preferences", "<Control>comma", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Preferences") },
  { "win.show-help-overlay", "<Control>question F1", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Keyboard shortcuts") },
  { "win.close", "<Control>w", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Close the window") },
  { "app.quit", "<Control>q", TRL_ACTIONS_GENERAL, TRUE, NC_("shortcut", "Quit") },

  { "win.commands", "<Control>k", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Do anything, by a word of it") },
  { "win.find", "<Control>f", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Find on the board") },
  { "win.search", "<Control><Shift>f", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Search the palette") },
  { "win.next-pane", "F6", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Next pane") },
  { "win.previous-pane", "<Shift>F6", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Previous pane") },
  { "win.panels", "F9", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Show or hide the panels") },
  { "win.minimap", "<Control>m", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Show or hide the minimap") },
  { "win.fullscreen", "F11", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Full screen") },
  { "win.room-mode", "<Shift>F11", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Room mode") },
  { "win.side::details", "<Alt>1", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Details") },
  { "win.side::review", "<Alt>2", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Review") },
  { "win.side::outline", "<Alt>3", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Outline") },
  { "win.tables::who-does-what", "<Alt>5", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Who does what") },
  { "win.tables::decisions", "<Alt>6", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Where we stand") },
  { "win.side::open", "<Alt>4", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "What is open") },
  { "board.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Zoom in") },
  { "board.zoom-out", "<Control>minus <Control>KP_Subtract", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Zoom out") },
  { "board.zoom-100", "<Control>0 <Control>KP_0", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Zoom to 100 %") },
  { "board.fit", "<Control>1", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Fit everything") },
  { "board.fit-selection", "<Control>2", TRL_ACTIONS_VIEW, TRUE, NC_("shortcut", "Fit the selection") },

  { "win.present", "F5", TRL_ACTIONS_PRESENT, TRUE, NC_("shortcut", "Present") },
  { "win.approve", "", TRL_ACTIONS_PRESENT, FALSE, NC_("shortcut", "Approve") },
  { "win.next-finding", "F8", TRL_ACTIONS_PRESENT, TRUE, NC_("shortcut", "Next finding") },
  { "win.previous-finding", "<Shift>F8", TRL_ACTIONS_PRESENT, TRUE, NC_("shortcut", "Previous finding") },
  { "win.next-open", "F7", TRL_ACTIONS_PRESENT, TRUE, NC_("shortcut", "Next that is open") },
  { "win.previous-open", "<Shift>F7", TRL_ACTIONS_PRESENT, TRUE, NC_("shortcut", "Previous that is open") },
  { "win.timer", "<Control><Shift>t", TRL_ACTIONS_PRESENT, TRUE, NC_("shortcut", "Timer") },
  { "win.vote", "<Control><Shift>d", TRL_ACTIONS_PRESENT, TRUE, NC_("shortcut", "Start voting, or reveal the dots") },
  { NULL, "Right Page_Down space", TRL_ACTIONS_PRESENT, FALSE, NC_("shortcut", "Next slide, while presenting") },
  { NULL, "Left Page_Up", TRL_ACTIONS_PRESENT, FALSE, NC_("shortcut", "Previous slide, while presenting") },
  { NULL, "Up", TRL_ACTIONS_PRESENT, FALSE, NC_("shortcut", "A minute more, on the timer; with Shift five") },
  { NULL, "Escape", TRL_ACTIONS_PRESENT, FALSE, NC_("shortcut", "Back to the board") },

  { NULL, "Tab", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Next card") },
  { NULL, "<Control>Up", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Nearest card in a direction") },
  { NULL, "<Alt>Down", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Into a card") },
  { NULL, "<Alt>Up", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Out of a card") },
  { "board.rename", "Return F2", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Edit in place") },
  { "board.open", "<Alt>Return", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Details of the card") },
  { "board.new-sibling", "<Control>Return", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "New card beside it") },
  { "board.toggle-selected", "<Control>space", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Select it too, or no longer") },
  { "board.delete", "Delete", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Delete; what lies in a motion stays") },
  { "board.delete-all", "<Shift>Delete", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Delete with what lies in it") },
  { "board.duplicate", "<Control>d", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Duplicate") },
  { "board.cut", "<Control>x", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Cut") },
  { "board.copy", "<Control>c", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Copy") },
  { "win.copy-picture", "<Control><Shift>c", TRL_ACTIONS_CARDS, TRUE, NC_("shortcut", "Copy as a picture") },
  { "board.paste", "<Control>v", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Paste") },
  { "board.paste-as-one", "<Control><Shift>v", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Paste lines as one note") },
  { "board.move-to", "<Control><Shift>m", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Move to…") },
  { "board.park", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Park below the motions") },
  { "board.new-child", "<Control><Shift>Return", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "New card in it") },
  { "board.to-front", "<Control>bracketright", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Bring to the front") },
  { "board.to-back", "<Control>bracketleft", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Send to the back") },
  { "board.turn-link", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Turn a connector round") },
  { "board.connect-to", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Connect to…") },
  { NULL, "<Alt><Shift>Right", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "New connected note in a direction") },
  { "board.select-siblings", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Select siblings") },
  { "board.select-same-kind", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Select all of this kind") },
  { "board.copy-style", "<Control><Alt>c", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Copy the colour of a note") },
  { "board.paste-style", "<Control><Alt>v", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Paste the colour of a note") },
  { "board.align-left", "<Control><Shift>Left", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Align left edges") },
  { "board.align-centre", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Align centres") },
  { "board.align-right", "<Control><Shift>Right", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Align right edges") },
  { "board.align-top", "<Control><Shift>Up", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Align top edges") },
  { "board.align-middle", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Align middles") },
  { "board.align-bottom", "<Control><Shift>Down", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Align bottom edges") },
  { "board.distribute-across", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Distribute across") },
  { "board.distribute-down", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Distribute down") },
  { "board.line-up", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Line up") },
  { "board.tidy", "", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "Tidy up") },
  { "board.context-menu", "<Shift>F10 Menu", TRL_ACTIONS_CARDS, FALSE, NC_("shortcut", "What can be done") },

  { "board.new-note", "n", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "New note") },
  { "board.add-dot", "plus", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Add a dot to a note") },
  { "board.make-question", "", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Make a note a question") },
  { "board.make-decision", "", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Make a note a decision") },
  { "board.make-action", "", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Make a note an action") },
  { "board.remove-dot", "minus", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Take a dot from a note") },
  { "board.select-all", "<Control>a", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Select all") },
  { "board.repeat", "<Control><Shift>r", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Say again what was said last") },
  { "board.lock", "<Control>l", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Lock the structure: cards move, motions stay") },
  { "board.unlock", "<Control><Shift>l", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Unlock the structure") },
  { "win.snap", "<Control>apostrophe", TRL_ACTIONS_BOARD, TRUE, NC_("shortcut", "Snap, or no longer") },
  { "board.gather-parked", "", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Gather parked cards") },
  { "board.tool-select", "v", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Select with the pointer") },
  { "board.tool-hand", "h", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Move the board with the pointer") },
  { "board.tool-connect", "c", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Connect cards with the pointer") },
  { "board.tool-note", "", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Put a note with the pointer") },
  { NULL, "Escape", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Cancel, or select nothing") },
  { NULL, "Left", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Move what is selected, or the board") },
  { NULL, "space", TRL_ACTIONS_BOARD, FALSE, NC_("shortcut", "Hold and drag to move the board") },
};

static const char *group_titles[TRL_N_ACTIONS_GROUPS] = {
  NC_("shortcut group", "General"),
  NC_("shortcut group", "View"),
  NC_("shortcut group", "Review and Present"),
  NC_("shortcut group", "Cards"),
  NC_("shortcut group", "Board"),
};

/**
 * trl_actions_get_table:
 * @n_actions: (out): how many rows there are
 *
 * Returns: (transfer none) (array length=n_actions): every key and what it does
 */
const TrlActionInfo *
trl_actions_get_table (guint *n_actions)
{
  g_return_val_if_fail (n_actions != NULL, NULL);

  *n_actions = G_N_ELEMENTS (table);
  return table;
}

/* Keys that reach their action before any widget sees them. */
static gboolean
is_global (const TrlActionInfo *info)
{
  return info->action != NULL && info->in_text && *info->accels != '\0';
}

/* Keys that the board takes itself, while the keyboard is on it. */
static gboolean
is_of_board (const TrlActionInfo *info)
{
  return info->action == NULL || g_str_has_prefix (info->action, "board.");
}

/**
 * trl_actions_is_possible:
 * @info: a row of the table
 * @window: the window that it would act on
 *
 * Says whether an action makes sense now, for a list to choose from. Rows
 * without an action are keys only and never are.
 *
 * Returns: whether it can be activated
 */
gboolean
trl_actions_is_possible (const TrlActionInfo *info,
                         GtkWidget           *window)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  GActionGroup *group = NULL;

  g_return_val_if_fail (info != NULL && TRL_IS_WINDOW (window), FALSE);

  if (info->action == NULL || !g_action_parse_detailed_name (info->action, &name, &target, NULL))
    return FALSE;
  if (g_str_has_prefix (name, "win."))
    group = G_ACTION_GROUP (window);
  else if (g_str_has_prefix (name, "app."))
    group = G_ACTION_GROUP (gtk_window_get_application (GTK_WINDOW (window)));
  else if (TRL_WINDOW (window)->board != NULL)
    group = trl_board_get_actions (TRL_WINDOW (window)->board);
  return group != NULL && g_action_group_get_action_enabled (group, strchr (name, '.') + 1);
}

/**
 * trl_actions_set_accels:
 * @application: the application
 *
 * Gives the application the keys that work everywhere.
 */
void
trl_actions_set_accels (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) accels = NULL;

      if (!is_global (&table[i]))
        continue;
      accels = g_strsplit (table[i].accels, " ", -1);
      gtk_application_set_accels_for_action (application, table[i].action, (const char * const *) accels);
    }
}

static gboolean
is_typing (GtkWidget *window)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  return GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus);
}

static gboolean
run_action (GtkWidget *window,
            GVariant  *arguments,
            gpointer   user_data)
{
  const TrlActionInfo *info = user_data;

  return !is_typing (window) && gtk_widget_activate_action (window, info->action, NULL);
}

/**
 * trl_actions_add_shortcuts:
 * @window: a window
 *
 * Gives a window the keys that a text field has first.
 */
void
trl_actions_add_shortcuts (GtkWidget *window)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv) accels = NULL;

      if (is_of_board (&table[i]) || table[i].in_text)
        continue;
      accels = g_strsplit (table[i].accels, " ", -1);
      for (guint j = 0; accels[j] != NULL; j++)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                              gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[j]),
                                                                gtk_callback_action_new (run_action, (gpointer) &table[i], NULL)));
    }
  gtk_widget_add_controller (window, controller);
}

/* The rows of a column of the shortcuts window: what is seen on a screen of 700 pixels. */
#define MOST_ROWS 12
#define GROUP_XML "<child><object class=\"GtkShortcutsGroup\"><property name=\"title\">%s</property>"

/* A window as wide as the screen is no help: the keys that other programs taught are not shown beside the first.
 * What is no action has no other place that says all of its keys. */
static char *
choose_accels (const TrlActionInfo *info)
{
  const char *rest = info->action != NULL ? strchr (info->accels, ' ') : NULL;

  return rest != NULL ? g_strndup (info->accels, rest - info->accels) : g_strdup (info->accels);
}

static void
append_group (GString         *xml,
              TrlActionsGroup  group)
{
  g_autofree char *title = g_markup_escape_text (g_dpgettext2 (NULL, "shortcut group", group_titles[group]), -1);
  guint n_rows = 0;

  g_string_append_printf (xml, GROUP_XML, title);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *chosen = NULL;
      g_autofree char *accels = NULL;

      if (table[i].group != group || *table[i].accels == '\0')
        continue;
      if (n_rows++ % MOST_ROWS == 0 && n_rows > 1)   /* a group is never parted by GTK, a column never scrolled */
        {
          g_string_append (xml, "</object></child>");
          g_string_append_printf (xml, GROUP_XML, title);
        }
      chosen = choose_accels (&table[i]);
      label = g_markup_escape_text (g_dpgettext2 (NULL, "shortcut", table[i].label), -1);
      accels = g_markup_escape_text (chosen, -1);
      g_string_append_printf (xml,
                              "<child><object class=\"GtkShortcutsShortcut\">"
                              "<property name=\"title\">%s</property>"
                              "<property name=\"accelerator\">%s</property>"
                              "</object></child>", label, accels);
    }
  g_string_append (xml, "</object></child>");
}

/**
 * trl_actions_make_overlay:
 *
 * Makes the shortcuts window. GTK 4.8 fills one from XML only, so the table is
 * written as XML.
 *
 * Returns: (transfer full): a #GtkShortcutsWindow
 */
GtkWidget *
trl_actions_make_overlay (void)
{
  g_autoptr (GString) xml = g_string_new ("<interface><object class=\"GtkShortcutsWindow\" id=\"overlay\">"
                                          "<property name=\"modal\">true</property><child>"
                                          "<object class=\"GtkShortcutsSection\">"
                                          "<property name=\"section-name\">all</property>"
                                          "<property name=\"max-height\">" G_STRINGIFY (MOST_ROWS) "</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWidget *overlay;

  for (int group = 0; group < TRL_N_ACTIONS_GROUPS; group++)
    append_group (xml, group);
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, xml->len);
  overlay = g_object_ref (GTK_WIDGET (gtk_builder_get_object (builder, "overlay")));
  trl_scroller_tame (overlay);
  return overlay;
}
