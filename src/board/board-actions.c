/* board-actions.c: what the board can be told by name, and the keys for it.
 *
 * One table. Menus, the window and tests use the names; the keys work while
 * the keyboard is on the board, so that a field elsewhere keeps its own. */

#define G_LOG_DOMAIN "board-actions"

#include "config.h"

#include "board-private.h"

#include <glib/gi18n.h>

typedef enum
{
  NEEDS_NOTHING,     /* moves the camera, or says something: also with a card in the hand */
  NEEDS_DESIGN,      /* something is shown */
  NEEDS_EDIT,        /* a blueprint that may be edited */
  NEEDS_SELECTION,   /* something that is selected */
  NEEDS_BOTH,
  NEEDS_PART,        /* and a part of the program, not all of it */
  NEEDS_NOTE,        /* and it is a note */
  NEEDS_STYLE,       /* and a look was copied */
  NEEDS_TWO,         /* at least two that lie free */
  NEEDS_THREE,
  NEEDS_LANE,        /* the menu was opened on one */
  NEEDS_LINK,        /* a connector is selected, and nothing else */
  NEEDS_FREE,        /* a note or a parked card: they lie one over the other */
  NEEDS_LOCKED,
  NEEDS_UNLOCKED
} Needs;

typedef struct
{
  const char *name;
  Needs       needs;
  void      (*run) (TrlBoard *self);   /* NULL arranges */
  const char *keys;    /* with "|" between */
  TrlArrange  how;
} Row;

static void
zoom_in (TrlBoard *self)
{
  TrlCamera camera;

  trl_board_get_camera (self, &camera);
  trl_board_set_zoom (self, trl_camera_next_stop (&camera, 1));
  trl_board_tell_zoom (self);
}

static void
zoom_out (TrlBoard *self)
{
  TrlCamera camera;

  trl_board_get_camera (self, &camera);
  trl_board_set_zoom (self, trl_camera_next_stop (&camera, -1));
  trl_board_tell_zoom (self);
}

static void
zoom_100 (TrlBoard *self)
{
  trl_board_set_zoom (self, 1);
  trl_board_tell_zoom (self);
}

static void
fit (TrlBoard *self)
{
  trl_board_fit (self);
  trl_board_tell_zoom (self);
}

static void
fit_selection (TrlBoard *self)
{
  trl_board_fit_selection (self);
  trl_board_tell_zoom (self);
}

static gboolean
is_seen (TrlBoard   *self,
         const char *id)
{
  TrlRect seen = trl_camera_get_seen (&self->camera);
  TrlRect rect;

  return trl_board_get_card_rect (self, id, &rect) && trl_rect_overlaps (&seen, &rect);
}

/* Where the keyboard is when what is selected is gone: at what it lay in; on the bare board at a neighbour, the next one
 * first, if that can be seen, for nobody wants the board to jump. */
static char *
find_neighbour (TrlBoard *self)
{
  const char *first = trl_selection_get_first (self->selection);
  TrlCard *card = first != NULL ? trl_blueprint_get (self->blueprint, first) : NULL;
  const char *parent = card != NULL ? trl_card_get_parent (card) : NULL;
  const GPtrArray *siblings;
  int at;

  if (parent == NULL)
    return NULL;
  if (!g_str_equal (parent, TRL_ROOT_ID))
    return trl_selection_contains (self->selection, parent) ? NULL : g_strdup (parent);
  siblings = trl_blueprint_get_children (self->blueprint, parent, trl_card_get_slot (card));
  at = trl_blueprint_get_index (self->blueprint, first);
  for (int step = 1; siblings != NULL && step >= -1; step -= 2)
    for (int i = at + step; i >= 0 && i < (int) siblings->len; i += step)
      {
        const char *id = trl_card_get_id (g_ptr_array_index (siblings, i));

        if (!trl_selection_contains (self->selection, id) && is_seen (self, id))
          return g_strdup (id);
      }
  return NULL;
}

static void
delete_cards (TrlBoard *self,
              gboolean  with_contents)
{
  guint n = trl_selection_get_n (self->selection);
  g_autofree char *next = find_neighbour (self);
  g_autofree char *words = NULL;

  if (!trl_board_commit (self, trl_act_delete (self->blueprint, trl_selection_get_ids (self->selection), with_contents), NULL))
    return;
  if (next == NULL || trl_blueprint_get (self->blueprint, next) == NULL || !trl_leaves_focus (self->leaves, next))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  words = g_strdup_printf (ngettext ("Deleted a card", "Deleted %u cards", n), n);
  trl_board_emit_notice (self, words, TRUE);   /* with the way back in it; said once */
}

static void
delete_only (TrlBoard *self)
{
  delete_cards (self, FALSE);
}

static void
delete_all (TrlBoard *self)
{
  delete_cards (self, TRUE);
}

static gboolean
is_sibling (TrlCard    *card,
            const char *parent)
{
  return parent == NULL || g_strcmp0 (trl_card_get_parent (card), parent) == 0;
}

/* First the siblings of what is selected, then, when they all are, everything. */
static void
select_all (TrlBoard *self)
{
  g_autoptr (GPtrArray) stops = trl_board_list_cards (self, NULL);
  const char *first = trl_selection_get_first (self->selection);
  TrlCard *card = first != NULL ? trl_blueprint_get (self->blueprint, first) : NULL;
  const char *parent = card != NULL ? trl_card_get_parent (card) : NULL;

  for (int round = 0; round < 2; round++)
    {
      g_autoptr (GPtrArray) ids = g_ptr_array_new ();
      gboolean more = FALSE;

      for (guint i = 0; i < stops->len; i++)
        {
          const TrlBox *box = g_ptr_array_index (stops, i);

          if (box->kind == TRL_BOX_BANNER || !is_sibling (box->card, parent))
            continue;
          g_ptr_array_add (ids, (gpointer) trl_box_get_id (box));
          more |= !trl_selection_contains (self->selection, trl_box_get_id (box));
        }
      g_ptr_array_add (ids, NULL);
      if (more)
        {
          trl_selection_set (self->selection, (const char * const *) ids->pdata);
          trl_board_tell_selected (self);
          return;
        }
      parent = NULL;
    }
}

static void
copy (TrlBoard *self)
{
  trl_board_copy (self, FALSE);
}

static void
cut (TrlBoard *self)
{
  trl_board_copy (self, TRUE);
}

static void
paste (TrlBoard *self)
{
  trl_board_paste (self, FALSE);
}

static void
paste_as_one (TrlBoard *self)
{
  trl_board_paste (self, TRUE);
}

static void
edit (TrlBoard *self)
{
  g_autofree char *id = g_strdup (trl_selection_get_last (self->selection));

  if (!trl_board_start_edit (self, id, TRL_MEMBER_NONE))
    trl_board_emit_open (self, id);
}

static void
open_card (TrlBoard *self)
{
  g_autofree char *id = g_strdup (trl_selection_get_last (self->selection));

  trl_board_emit_open (self, id);
}

/* Where something new goes that has no place of its own: at the pointer, or in the middle of what is seen. */
static TrlScenePoint
free_point (TrlBoard *self)
{
  if (self->pointer_in)
    return trl_camera_to_scene (&self->camera, self->pointer);
  return trl_camera_get_centre (&self->camera);
}

static void
new_note (TrlBoard *self)
{
  TrlScenePoint at = free_point (self);
  g_autofree char *id = NULL;
  TrlEdit *edit = trl_act_add_note (self->blueprint, "", at.x, at.y, &id);

  if (trl_board_commit (self, edit, id))
    trl_board_start_edit (self, id, TRL_NOTE_TEXT);
}

/* Another card of the same kind, next to the one that is selected. */
static void
new_sibling (TrlBoard *self)
{
  const char *id = trl_selection_get_last (self->selection);
  TrlCard *card = trl_blueprint_get (self->blueprint, id);
  TrlCargo cargo = { trl_card_get_kind (card), NULL, TRL_BUNDLE_NONE, NULL };
  TrlPlace place = trl_places_ask (self->blueprint, &cargo, trl_card_get_parent (card), trl_card_get_slot (card));
  TrlScenePoint at = free_point (self);
  g_autofree char *made = NULL;
  TrlEdit *edit;

  if (cargo.kind == TRL_KIND_CRITERION || cargo.kind == TRL_KIND_BENEFIT || cargo.kind == TRL_KIND_INCENTIVE || cargo.kind == TRL_KIND_STEP)
    cargo.entry = trl_card_get_kind_entry (card);
  edit = trl_act_drop (self->blueprint, &cargo, &place, trl_blueprint_get_index (self->blueprint, id) + 1, at.x, at.y, &made);
  if (trl_board_commit (self, edit, made) && made != NULL)
    trl_board_start_edit (self, made, TRL_MEMBER_NONE);
}

static void
to_front (TrlBoard *self)
{
  trl_board_stack (self, TRUE);
}

static void
to_back (TrlBoard *self)
{
  trl_board_stack (self, FALSE);
}

static void
move_to (TrlBoard *self)
{
  trl_board_show_move_to (self);
}

static void
context_menu (TrlBoard *self)
{
  trl_board_show_menu (self, NULL);
}

static void
vote (TrlBoard *self,
      int       by)
{
  g_autofree char *id = g_strdup (trl_selection_get_only (self->selection));

  if (self->ballot.give != NULL)
    self->ballot.give (id, by, self->ballot.user_data);
  else
    trl_board_commit (self, trl_act_vote (self->blueprint, id, by), NULL);
}

static void
add_dot (TrlBoard *self)
{
  vote (self, 1);
}

static void
remove_dot (TrlBoard *self)
{
  vote (self, -1);
}

/* A question, a decision, an action: with whom and until when it is, the details say. */
static void
set_kind (TrlBoard *self,
          int       kind)
{
  g_autofree char *id = g_strdup (trl_selection_get_only (self->selection));
  TrlEdit *edit = trl_edit_new (self->blueprint, trl_choice_get_label (TRL_CHOICES_NOTE, kind));

  trl_edit_set_choice (edit, id, TRL_NOTE_KIND, kind);
  trl_board_commit (self, edit, NULL);
}

static void
make_question (TrlBoard *self)
{
  set_kind (self, TRL_NOTE_QUESTION);
}

static void
make_decision (TrlBoard *self)
{
  set_kind (self, TRL_NOTE_DECISION);
}

static void
make_action_note (TrlBoard *self)
{
  set_kind (self, TRL_NOTE_ACTION);
}

static void
toggle_selected (TrlBoard *self)
{
  const char *id = trl_leaves_get_focused (self->leaves);

  if (id != NULL)
    trl_selection_toggle (self->selection, id);
}

static void
choose_tool (TrlBoard  *self,
             TrlToolId  tool)
{
  trl_toolbox_choose (&self->tools, tool);
  trl_board_gesture_changed (self);
}

static void
tool_select (TrlBoard *self)
{
  choose_tool (self, TRL_TOOL_SELECT);
}

static void
tool_hand (TrlBoard *self)
{
  choose_tool (self, TRL_TOOL_HAND);
}

static void
tool_note (TrlBoard *self)
{
  choose_tool (self, TRL_TOOL_NOTE);
}

static void
tool_connect (TrlBoard *self)
{
  trl_toolbox_choose (&self->tools, TRL_TOOL_CONNECT);
  trl_board_gesture_changed (self);
}

static void
lock (TrlBoard *self)
{
  trl_board_set_locked (self, TRUE);
}

static void
unlock (TrlBoard *self)
{
  trl_board_set_locked (self, FALSE);
}

static const Row rows[] = {
  { "zoom-in", NEEDS_NOTHING, zoom_in, "<Control>plus|<Control>equal|<Control>KP_Add" },
  { "zoom-out", NEEDS_NOTHING, zoom_out, "<Control>minus|<Control>KP_Subtract" },
  { "zoom-100", NEEDS_NOTHING, zoom_100, "<Control>0|<Control>KP_0" },
  { "fit", NEEDS_NOTHING, fit, "<Control>1" },
  { "fit-selection", NEEDS_NOTHING, fit_selection, "<Control>2" },
  { "delete", NEEDS_PART, delete_only, "Delete|BackSpace|KP_Delete" },
  { "delete-all", NEEDS_PART, delete_all, "<Shift>Delete" },
  { "duplicate", NEEDS_PART, trl_board_duplicate, "<Control>d" },
  { "select-all", NEEDS_DESIGN, select_all, "<Control>a" },
  { "toggle-selected", NEEDS_DESIGN, toggle_selected, "<Control>space" },
  { "copy", NEEDS_SELECTION, copy, "<Control>c" },
  { "cut", NEEDS_PART, cut, "<Control>x" },
  { "paste", NEEDS_EDIT, paste, "<Control>v" },
  { "paste-as-one", NEEDS_EDIT, paste_as_one, "<Control><Shift>v" },
  { "rename", NEEDS_BOTH, edit, "Return|KP_Enter|F2" },
  { "open", NEEDS_SELECTION, open_card, "<Alt>Return" },
  { "new-note", NEEDS_EDIT, new_note, "n" },
  { "new-sibling", NEEDS_PART, new_sibling, "<Control>Return" },
  { "new-child", NEEDS_BOTH, trl_board_add_child, "<Control><Shift>Return" },
  { "move-to", NEEDS_PART, move_to, "<Control><Shift>m" },
  { "context-menu", NEEDS_DESIGN, context_menu, "<Shift>F10|Menu" },
  { "add-dot", NEEDS_NOTE, add_dot, "plus|KP_Add" },
  { "remove-dot", NEEDS_NOTE, remove_dot, "minus|KP_Subtract" },
  { "make-question", NEEDS_NOTE, make_question, NULL },
  { "make-decision", NEEDS_NOTE, make_decision, NULL },
  { "make-action", NEEDS_NOTE, make_action_note, NULL },
  { "align-left", NEEDS_TWO, NULL, "<Control><Shift>Left", TRL_ARRANGE_LEFT },
  { "align-centre", NEEDS_TWO, NULL, NULL, TRL_ARRANGE_CENTRE },
  { "align-right", NEEDS_TWO, NULL, "<Control><Shift>Right", TRL_ARRANGE_RIGHT },
  { "align-top", NEEDS_TWO, NULL, "<Control><Shift>Up", TRL_ARRANGE_TOP },
  { "align-middle", NEEDS_TWO, NULL, NULL, TRL_ARRANGE_MIDDLE },
  { "align-bottom", NEEDS_TWO, NULL, "<Control><Shift>Down", TRL_ARRANGE_BOTTOM },
  { "distribute-across", NEEDS_THREE, NULL, NULL, TRL_ARRANGE_ACROSS },
  { "distribute-down", NEEDS_THREE, NULL, NULL, TRL_ARRANGE_DOWN },
  { "line-up", NEEDS_TWO, NULL, NULL, TRL_ARRANGE_LINE_UP },
  { "tidy", NEEDS_TWO, NULL, NULL, TRL_ARRANGE_TIDY },
  { "to-front", NEEDS_FREE, to_front, "<Control>bracketright|<Control><Shift>bracketright" },
  { "to-back", NEEDS_FREE, to_back, "<Control>bracketleft|<Control><Shift>bracketleft" },
  { "park", NEEDS_PART, trl_board_park, NULL },
  { "gather-parked", NEEDS_EDIT, trl_board_gather, NULL },
  { "select-siblings", NEEDS_SELECTION, trl_board_select_siblings, NULL },
  { "select-same-kind", NEEDS_SELECTION, trl_board_select_same_kind, NULL },
  { "copy-style", NEEDS_NOTE, trl_board_copy_style, "<Control><Alt>c" },
  { "paste-style", NEEDS_STYLE, trl_board_paste_style, "<Control><Alt>v" },
  { "repeat", NEEDS_NOTHING, trl_board_repeat, "<Control><Shift>r" },
  { "lock", NEEDS_UNLOCKED, lock, "<Control>l" },
  { "unlock", NEEDS_LOCKED, unlock, "<Control><Shift>l" },
  { "fill-lane", NEEDS_LANE, trl_board_fill_lane, NULL },
  { "select-lane", NEEDS_LANE, trl_board_select_lane, NULL },
  { "tool-select", NEEDS_DESIGN, tool_select, "v" },
  { "tool-hand", NEEDS_DESIGN, tool_hand, "h" },
  { "tool-note", NEEDS_EDIT, tool_note, NULL },
  { "tool-connect", NEEDS_EDIT, tool_connect, "c" },
  { "connect-to", NEEDS_BOTH, trl_board_show_connect_to, NULL },
  { "turn-link", NEEDS_LINK, trl_board_turn_link, NULL },
};

/* Tools that a person chooses; their actions are on while they are chosen. */
static const struct
{
  TrlToolId   tool;
  const char *action;
} tools[] = {
  { TRL_TOOL_SELECT, "tool-select" },
  { TRL_TOOL_HAND, "tool-hand" },
  { TRL_TOOL_NOTE, "tool-note" },
  { TRL_TOOL_CONNECT, "tool-connect" },
};

static const Row *
find_row (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].name, name))
      return &rows[i];
  return NULL;
}

static gboolean
has_note (TrlBoard *self)
{
  const char *id = trl_selection_get_only (self->selection);
  TrlCard *card = id != NULL && self->blueprint != NULL ? trl_blueprint_get (self->blueprint, id) : NULL;

  return card != NULL && trl_card_get_kind (card) == TRL_KIND_NOTE;
}

static gboolean
has_part (TrlBoard *self)
{
  guint n = trl_selection_get_n (self->selection);

  return n > 1 || (n == 1 && !trl_selection_contains (self->selection, TRL_ROOT_ID));
}

static gboolean
makes_sense (TrlBoard  *self,
             const Row *row)
{
  gboolean selected = trl_selection_get_n (self->selection) > 0;

  switch (row->needs)
    {
    case NEEDS_EDIT:
      return trl_board_can_edit (self);
    case NEEDS_SELECTION:
      return self->blueprint != NULL && selected;
    case NEEDS_BOTH:
      return trl_board_can_edit (self) && selected;
    case NEEDS_PART:
      return trl_board_can_edit (self) && has_part (self);
    case NEEDS_NOTE:
      return trl_board_can_edit (self) && has_note (self);
    case NEEDS_STYLE:
      return trl_board_can_edit (self) && selected && self->has_style;
    case NEEDS_TWO:
      return trl_board_can_edit (self) && trl_board_count_free (self) >= 2;
    case NEEDS_THREE:
      return trl_board_can_edit (self) && trl_board_count_free (self) >= 3;
    case NEEDS_LANE:
      return trl_board_can_edit (self) && self->lane != NULL;
    case NEEDS_LINK:
      return trl_board_can_edit (self) && trl_toolbox_get_link (&self->tools) != NULL;
    case NEEDS_FREE:
      return trl_board_can_edit (self) && trl_board_can_stack (self);
    case NEEDS_LOCKED:
      return trl_board_can_edit (self) && self->tools.locked;
    case NEEDS_UNLOCKED:
      return trl_board_can_edit (self) && !self->tools.locked;
    case NEEDS_NOTHING:
    case NEEDS_DESIGN:
    default:
      return self->blueprint != NULL;
    }
}

/* With a card in the hand only the camera hears commands: what would they be about? Undo and Escape let go of it. */
static void
run (TrlBoard  *self,
     const Row *row)
{
  if (row->needs != NEEDS_NOTHING && trl_toolbox_is_busy (&self->tools))
    return;
  if (row->run != NULL)
    row->run (self);
  else
    trl_board_arrange (self, row->how);
}

static void
activate (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  TrlBoard *self = user_data;
  const Row *row = find_row (g_action_get_name (G_ACTION (action)));

  if (!makes_sense (self, row))
    return;
  trl_board_stop_edit (self, TRUE);
  if (makes_sense (self, row))
    run (self, row);
}

/* Whoever dictates or hits keys by accident can turn letters off (WCAG 2.1.4); with Ctrl and Alt keys stay. */
static gboolean
is_letter (const Row *row)
{
  return row->keys[1] == '\0';
}

/* Keys that mean something else while text is typed never get here from a field, but they do from the board's own. */
static gboolean
run_shortcut (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  TrlBoard *self = TRL_BOARD (widget);
  const Row *row = user_data;

  if (trl_board_is_editing (self) || !makes_sense (self, row) || (is_letter (row) && !self->manners.letters))
    return FALSE;
  run (self, row);
  return TRUE;
}

static GSimpleAction *
make_action (const Row *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (tools[i].action, row->name))
      return g_simple_action_new_stateful (row->name, NULL, g_variant_new_boolean (tools[i].tool == TRL_TOOL_SELECT));
  return g_simple_action_new (row->name, NULL);
}

/**
 * trl_board_update_tool:
 * @self: a board
 *
 * Says which tool is chosen, so that buttons and screen readers can show it.
 */
void
trl_board_update_tool (TrlBoard *self)
{
  if (self->told_tool == self->tools.chosen)
    return;
  self->told_tool = self->tools.chosen;
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), tools[i].action);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (tools[i].tool == self->tools.chosen));
    }
}

/**
 * trl_board_init_actions:
 * @self: a board
 *
 * Gives the board its actions and their keys.
 */
void
trl_board_init_actions (TrlBoard *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  self->actions = g_simple_action_group_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSimpleAction) action = make_action (&rows[i]);
      g_auto (GStrv) triggers = g_strsplit (rows[i].keys != NULL ? rows[i].keys : "", "|", -1);

      g_signal_connect (action, "activate", G_CALLBACK (activate), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      for (guint j = 0; triggers[j] != NULL; j++)
        gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                              gtk_shortcut_new (gtk_shortcut_trigger_parse_string (triggers[j]),
                                                                gtk_callback_action_new (run_shortcut, (gpointer) &rows[i], NULL)));
    }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "board", G_ACTION_GROUP (self->actions));
  trl_board_update_actions (self);
}

/**
 * trl_board_update_actions:
 * @self: a board
 *
 * Says which actions make sense now.
 */
void
trl_board_update_actions (TrlBoard *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), rows[i].name);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), makes_sense (self, &rows[i]));
    }
}
