/* commands.c: everything that can be done now, by typing a word of it.
 *
 * Actions come from the table of actions, cards that can be added from the
 * palette, cards that can be gone to from the design. What cannot be done now
 * is left out: a list to choose from is no manual. It is a dialog rather than
 * a popover, so that the keyboard goes back by itself to where it was. */

#define G_LOG_DOMAIN "commands"

#include "config.h"

#include "commands.h"

#include <glib/gi18n.h>

#include "actions.h"
#include "scroller.h"
#include "search-text.h"
#include "sentences.h"
#include "window-private.h"

#define MOST_SHOWN 60
#define WIDTH 520
#define HEIGHT 480
#define COMMAND "trl-command"

/* One thing that can be done; of @info, @item and @id one is set. */
typedef struct
{
  const TrlActionInfo *info;
  TrlPaletteItem      *item;
  char                *id;
  char                *label;
  char                *detail;
  char                *folded;   /* what a search looks in */
} Command;

struct _TrlCommands
{
  AdwWindow   parent_instance;

  TrlWindow  *window;
  GPtrArray  *commands;
  GtkWidget  *search;
  GtkWidget  *list;
};

G_DEFINE_FINAL_TYPE (TrlCommands, trl_commands, ADW_TYPE_WINDOW)

static void
command_free (Command *command)
{
  g_clear_object (&command->item);
  g_free (command->id);
  g_free (command->label);
  g_free (command->detail);
  g_free (command->folded);
  g_free (command);
}

static void
trl_commands_dispose (GObject *object)
{
  g_clear_weak_pointer (&TRL_COMMANDS (object)->window);
  G_OBJECT_CLASS (trl_commands_parent_class)->dispose (object);
}

static void
trl_commands_finalize (GObject *object)
{
  g_ptr_array_unref (TRL_COMMANDS (object)->commands);
  G_OBJECT_CLASS (trl_commands_parent_class)->finalize (object);
}

static void
trl_commands_class_init (TrlCommandsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = trl_commands_dispose;
  G_OBJECT_CLASS (klass)->finalize = trl_commands_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
add_actions (TrlCommands *self)
{
  guint n;
  const TrlActionInfo *table = trl_actions_get_table (&n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) accels = g_strsplit (table[i].accels, " ", 2);
      Command *command;
      guint key;
      GdkModifierType modifiers;

      if (g_strcmp0 (table[i].action, "win.commands") == 0 || !trl_actions_is_possible (&table[i], GTK_WIDGET (self->window)))
        continue;
      command = g_new0 (Command, 1);
      command->info = &table[i];
      command->label = g_strdup (g_dpgettext2 (NULL, "shortcut", table[i].label));
      if (accels[0] != NULL && gtk_accelerator_parse (accels[0], &key, &modifiers))
        command->detail = gtk_accelerator_get_label (key, modifiers);
      command->folded = trl_search_fold (command->label);
      g_ptr_array_add (self->commands, command);
    }
}

static void
add_palette (TrlCommands *self)
{
  g_autoptr (GPtrArray) items = trl_palette_items_new ();

  for (guint i = 0; i < items->len; i++)
    {
      TrlPaletteItem *item = g_ptr_array_index (items, i);
      Command *command = g_new0 (Command, 1);

      command->item = g_object_ref (item);
      /* Translators: something of the palette: "Add: Two-tier ladder". */
      command->label = g_strdup_printf (_("Add: %s"), trl_palette_item_get_label (item));
      command->detail = g_strdup (trl_kind_get_label (trl_palette_item_get_cargo (item)->kind));
      command->folded = trl_search_fold (command->label);
      g_ptr_array_add (self->commands, command);
    }
}

static void
add_cards (TrlCommands *self)
{
  TrlBlueprint *blueprint = trl_desk_get_blueprint (self->window->desk);
  g_autoptr (GPtrArray) cards = trl_search_list_cards (blueprint);

  for (guint i = 0; i < cards->len; i++)
    {
      TrlCard *card = g_ptr_array_index (cards, i);
      g_autofree char *sentence = trl_sentence_card (blueprint, card);
      Command *command = g_new0 (Command, 1);

      command->id = g_strdup (trl_card_get_id (card));
      /* Translators: a card of the board: "Go to: Gold". */
      command->label = g_strdup_printf (_("Go to: %s"), sentence);
      command->detail = g_strdup (trl_kind_get_label (trl_card_get_kind (card)));
      command->folded = trl_search_fold (command->label);
      g_ptr_array_add (self->commands, command);
    }
}

static void
add_row (TrlCommands *self,
         Command     *command)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (command->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, command->label, -1);
  if (command->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (command->detail);

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, command->detail, -1);
    }
  gtk_widget_add_css_class (row, "command");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), COMMAND, command);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Cards are many: nobody means one before a word of it is typed. */
static gboolean
is_wanted (const Command *command,
           const char    *words)
{
  if (*words == '\0')
    return command->id == NULL && (command->item == NULL || trl_palette_item_is_usual (command->item));
  return trl_search_matches (command->folded, words);
}

/* The beginnings of words first: "ex" means "Export" more than "Next". */
static void
searched_cb (TrlCommands *self)
{
  g_autofree char *words = trl_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (int good = 1; good >= 0; good--)
    for (guint i = 0; i < self->commands->len && n < MOST_SHOWN; i++)
      {
        Command *command = g_ptr_array_index (self->commands, i);

        if (!is_wanted (command, words) || trl_search_begins (command->folded, words) != good)
          continue;
        add_row (self, command);
        n++;
      }
  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
}

static void
run_action (TrlWindow           *window,
            const TrlActionInfo *info)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (info->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target);
}

/* The dialog goes first: what is done may want the keyboard, or a dialog of its own. */
static void
run (TrlCommands *self,
     Command     *command)
{
  g_autoptr (TrlWindow) window = g_object_ref (self->window);
  g_autoptr (TrlPaletteItem) item = command->item != NULL ? g_object_ref (command->item) : NULL;
  const TrlActionInfo *info = command->info;
  g_autofree char *id = g_strdup (command->id);

  gtk_window_destroy (GTK_WINDOW (self));
  if (info != NULL)
    run_action (window, info);
  else if (item != NULL)
    trl_palette_add (window->palette, item);
  else
    {
      trl_desk_reveal (window->desk, id);
      trl_board_look_at (window->board, id);
      gtk_widget_grab_focus (GTK_WIDGET (window->board));
    }
}

static void
activated_cb (TrlCommands   *self,
              GtkListBoxRow *row)
{
  run (self, g_object_get_data (G_OBJECT (row), COMMAND));
}

/* An entry tells of what is typed a moment later; Enter means the newest. */
static void
entered_cb (TrlCommands *self)
{
  searched_cb (self);
  trl_commands_run (self, 0);
}

static gboolean
down_cb (GtkWidget *search,
         GVariant  *arguments,
         gpointer   user_data)
{
  TrlCommands *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Up from the first row goes back to the word. */
static gboolean
left_list_cb (TrlCommands      *self,
              GtkDirectionType  direction)
{
  return direction == GTK_DIR_UP && gtk_widget_grab_focus (self->search);
}

static GtkWidget *
make_header (TrlCommands *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkEventController *down = gtk_shortcut_controller_new ();

  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Do anything, go anywhere"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the commands"), -1);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (self->search), 0);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  gtk_widget_set_hexpand (self->search, TRUE);
  g_signal_connect_object (self->search, "search-changed", G_CALLBACK (searched_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (gtk_window_close), self, G_CONNECT_SWAPPED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (down),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (down_cb, self, NULL)));
  gtk_widget_add_controller (self->search, down);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->search);
  return header;
}

static GtkWidget *
make_list (TrlCommands *self)
{
  GtkWidget *scroller = trl_scroller_new ();
  GtkWidget *nothing = gtk_label_new (_("Nothing like that"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Commands"), -1);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_widget_set_margin_top (nothing, 24);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), nothing);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "keynav-failed", G_CALLBACK (left_list_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
trl_commands_init (TrlCommands *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->commands = g_ptr_array_new_with_free_func ((GDestroyNotify) command_free);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_list (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * trl_commands_new:
 * @window: a window with a design
 *
 * Makes the list of what can be done in a window now. It goes with the window.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *
trl_commands_new (TrlWindow *window)
{
  TrlCommands *self;

  g_return_val_if_fail (TRL_IS_WINDOW (window) && !trl_window_is_empty (window), NULL);

  self = g_object_new (TRL_TYPE_COMMANDS, "transient-for", window, "modal", TRUE, "destroy-with-parent", TRUE,
                       "title", _("Commands"), "default-width", WIDTH, "default-height", HEIGHT, NULL);
  g_set_weak_pointer (&self->window, window);
  add_actions (self);
  add_palette (self);
  add_cards (self);
  searched_cb (self);
  gtk_widget_grab_focus (self->search);
  return GTK_WIDGET (self);
}

/**
 * trl_commands_search:
 * @self: a list of commands
 * @text: what is looked for; words in any order
 *
 * Shows only what fits, the best first.
 */
void
trl_commands_search (TrlCommands *self,
                     const char  *text)
{
  g_return_if_fail (TRL_IS_COMMANDS (self) && text != NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->search), text);
  searched_cb (self);
}

/**
 * trl_commands_get_n_shown:
 * @self: a list of commands
 *
 * Returns: how many there are to choose from
 */
guint
trl_commands_get_n_shown (TrlCommands *self)
{
  guint n = 0;

  g_return_val_if_fail (TRL_IS_COMMANDS (self), 0);

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), n) != NULL)
    n++;
  return n;
}

/**
 * trl_commands_run:
 * @self: a list of commands; it is gone afterwards
 * @position: which one, from 0
 *
 * Does what was chosen.
 *
 * Returns: whether there was such a command
 */
gboolean
trl_commands_run (TrlCommands *self,
                  guint        position)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TRL_IS_COMMANDS (self), FALSE);

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position);
  if (row == NULL || self->window == NULL)
    return FALSE;
  run (self, g_object_get_data (G_OBJECT (row), COMMAND));
  return TRUE;
}
