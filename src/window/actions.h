/* actions.h: every action with a key, declared once. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TRL_ACTIONS_GENERAL,
  TRL_ACTIONS_VIEW,
  TRL_ACTIONS_PRESENT,
  TRL_ACTIONS_CARDS,
  TRL_ACTIONS_BOARD,
  TRL_N_ACTIONS_GROUPS
} TrlActionsGroup;

/**
 * TrlActionInfo:
 * @action: (nullable): "app.quit", "win.save"; the board takes the keys of its own actions itself; %NULL for keys
 *   that are no action
 * @accels: the keys, with spaces between; none for what is only in menus and lists
 * @group: where the shortcuts window has it
 * @in_text: whether it works while somebody types; what a text field needs itself does not
 * @label: what it does; untranslated
 */
typedef struct
{
  const char      *action;
  const char      *accels;
  TrlActionsGroup  group;
  gboolean         in_text;
  const char      *label;
} TrlActionInfo;

const TrlActionInfo *trl_actions_get_table     (guint          *n_actions);
gboolean             trl_actions_is_possible   (const TrlActionInfo *info,
                                                GtkWidget     *window);
void                 trl_actions_set_accels    (GtkApplication *application);
void                 trl_actions_add_shortcuts (GtkWidget      *window);
GtkWidget           *trl_actions_make_overlay  (void);

G_END_DECLS
