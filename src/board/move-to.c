/* move-to.c: "Move to…" and the context menu: what a pointer does by dragging, by other means.
 *
 * The list is the one that a drag asks (places), so that neither can promise
 * what the other refuses: lawful places first, then those that refuse, with
 * the reason. */

#define G_LOG_DOMAIN "move-to"

#include "config.h"

#include "board-private.h"
#include "scroller.h"
#include "sentences.h"

#include <glib/gi18n.h>

#define MOST_PLACES  300
#define LIST_WIDTH   360
#define LIST_HEIGHT  420
#define REASON_CHARS 52

/* What a row of the list keeps. */
#define SEARCHED "trl-searched"

static gboolean
unparent_later (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Its own closing is still under way: it goes when that is done. */
static void
popover_closed (GtkWidget *popover,
                TrlBoard  *self)
{
  if (self->popover != popover)
    return;
  self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_later, g_object_ref (popover), g_object_unref);
}

static void
show_popover (TrlBoard           *self,
              GtkWidget          *popover,
              const TrlViewPoint *at)
{
  const char *id = trl_selection_get_last (self->selection);
  GdkRectangle pointing = { self->camera.width / 2, self->camera.height / 2, 1, 1 };
  TrlRect rect;

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  if (at != NULL)
    {
      pointing = (GdkRectangle) { at->x, at->y, 1, 1 };
    }
  else if (id != NULL && trl_board_get_card_rect (self, id, &rect))
    {
      TrlRect seen = trl_camera_get_free (&self->camera);

      trl_board_reveal (self, id);
      rect.x = CLAMP (rect.x + rect.width / 2, seen.x, seen.x + seen.width);
      rect.y = CLAMP (rect.y + rect.height / 2, seen.y, seen.y + seen.height);
      rect = trl_camera_rect_to_view (&self->camera, &rect);
      pointing = (GdkRectangle) { rect.x, rect.y, 1, 1 };
    }
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &pointing);
  g_signal_connect (popover, "closed", G_CALLBACK (popover_closed), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (g_strstrip (normal), -1) : g_strdup ("");
}

static GtkWidget *
make_row (TrlBoard       *self,
          const TrlCargo *cargo,
          const TrlPlace *place)
{
  g_autofree char *name = trl_place_describe (self->blueprint, cargo, place);
  g_autofree char *reason = trl_place_explain (self->blueprint, cargo, place);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (reason != NULL)
    {
      GtkWidget *why = gtk_label_new (reason);

      gtk_label_set_xalign (GTK_LABEL (why), 0);
      gtk_label_set_wrap (GTK_LABEL (why), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (why), REASON_CHARS);
      gtk_widget_add_css_class (why, "caption");
      gtk_widget_add_css_class (why, "dim-label");
      gtk_box_append (GTK_BOX (box), why);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason, -1);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), place->lawful);
  gtk_widget_set_sensitive (label, place->lawful);
  g_object_set_data_full (G_OBJECT (row), SEARCHED, fold (name), g_free);
  g_object_set_data_full (G_OBJECT (row), "target", g_strdup (place->target), g_free);
  g_object_set_data (G_OBJECT (row), "slot", GINT_TO_POINTER (place->member != TRL_MEMBER_NONE ? TRL_SLOT_NONE : place->slot));
  return row;
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       search)
{
  g_autofree char *wanted = fold (gtk_editable_get_text (search));

  return strstr (g_object_get_data (G_OBJECT (row), SEARCHED), wanted) != NULL;
}

static GtkListBoxRow *
first_lawful (GtkListBox *list,
              GtkWidget  *search)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (gtk_list_box_row_get_activatable (row) && filter_row (row, search))
      return row;
  return NULL;
}

static void
searched (GtkWidget  *search,
          GtkListBox *list)
{
  gtk_list_box_invalidate_filter (list);
}

/* Enter in the search takes the first place that was found. */
static void
search_entered (GtkWidget  *search,
                GtkListBox *list)
{
  GtkListBoxRow *row = first_lawful (list, search);

  if (row != NULL)
    g_signal_emit_by_name (list, "row-activated", row);
}

static void
search_left (GtkWidget  *search,
             GtkPopover *popover)
{
  gtk_popover_popdown (popover);
}

static gboolean
search_down (GtkWidget *search,
             GVariant  *arguments,
             gpointer   list)
{
  GtkListBoxRow *row = first_lawful (list, search);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* Text that is typed while the keyboard is in the list goes to the search. */
static gboolean
typed_in_list (GtkEventControllerKey *keys,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               gpointer               search)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || letter == 0 || !g_unichar_isgraph (letter))
    return FALSE;
  gtk_widget_grab_focus (search);
  return gtk_event_controller_key_forward (keys, GTK_WIDGET (gtk_editable_get_delegate (search)));
}

/* Whatever is typed narrows the list, wherever the keyboard is: hundreds of places are no list to walk through. */
static GtkWidget *
make_search (GtkWidget *popover,
             GtkWidget *list)
{
  GtkWidget *search = gtk_search_entry_new ();
  GtkEventController *down = gtk_shortcut_controller_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *nothing = gtk_label_new (_("No such place"));

  g_object_set (search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search the places"), -1);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (search), 0);
  g_signal_connect (search, "search-changed", G_CALLBACK (searched), list);
  g_signal_connect (search, "activate", G_CALLBACK (search_entered), list);
  g_signal_connect (search, "stop-search", G_CALLBACK (search_left), popover);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (down),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, 0),
                                                          gtk_callback_action_new (search_down, list, NULL)));
  gtk_widget_add_controller (search, down);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (typed_in_list), search);
  gtk_widget_add_controller (list, keys);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (list), filter_row, search, NULL);
  gtk_widget_set_margin_top (nothing, 12);
  gtk_widget_set_margin_bottom (nothing, 12);
  gtk_widget_add_css_class (nothing, "dim-label");
  gtk_list_box_set_placeholder (GTK_LIST_BOX (list), nothing);
  return search;
}

static void
row_activated (GtkListBox    *list,
               GtkListBoxRow *row,
               gpointer       user_data)
{
  TrlBoard *self = user_data;
  const char *target = g_object_get_data (G_OBJECT (row), "target");
  TrlSlot slot = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "slot"));
  g_autofree char *id = g_strdup (trl_selection_get_last (self->selection));
  g_autofree char *there = NULL;
  const char * const *ids = trl_selection_get_ids (self->selection);
  TrlScenePoint at = trl_camera_get_centre (&self->camera);
  TrlEdit *edit = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (id != NULL && trl_blueprint_get (self->blueprint, id) != NULL && trl_blueprint_get (self->blueprint, target) != NULL)
    {
      TrlCargo cargo = trl_cargo_for_card (self->blueprint, id);
      TrlPlace place = trl_places_ask (self->blueprint, &cargo, target, slot);

      edit = ids[1] != NULL ? trl_act_drop_cards (self->blueprint, ids, &place, TRL_END, at.x, at.y)
                            : trl_act_drop (self->blueprint, &cargo, &place, TRL_END, at.x, at.y, &there);
    }
  if (trl_board_commit (self, edit, there) && there != NULL)
    {
      trl_board_reveal (self, there);
      trl_leaves_focus (self->leaves, there);
    }
}

static GtkWidget *
make_list (TrlBoard       *self,
           const TrlCargo *cargo)
{
  g_autoptr (GArray) places = trl_places_list (self->blueprint, cargo);
  GtkWidget *list = gtk_list_box_new ();

  for (guint i = 0; i < MIN (places->len, MOST_PLACES); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), make_row (self, cargo, &g_array_index (places, TrlPlace, i)));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Move to"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated), self);
  return list;
}

/* Opens a list with a search above it. */
static void
show_list (TrlBoard  *self,
           GtkWidget *list)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = trl_scroller_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_HEIGHT);
  gtk_widget_set_size_request (scroller, MIN (LIST_WIDTH, MAX (120, (int) self->camera.width - 40)), -1);
  gtk_box_append (GTK_BOX (box), make_search (popover, list));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  show_popover (self, popover, NULL);
}

/**
 * trl_board_show_move_to:
 * @self: a board with something selected
 *
 * Lists where the selected card may go, and why not elsewhere.
 */
void
trl_board_show_move_to (TrlBoard *self)
{
  const char *id = trl_selection_get_last (self->selection);
  TrlCargo cargo;

  if (id == NULL || trl_blueprint_get (self->blueprint, id) == NULL)
    return;
  cargo = trl_cargo_for_card (self->blueprint, id);
  show_list (self, make_list (self, &cargo));
}

static gboolean
is_link (TrlBoard   *self,
         const char *id)
{
  TrlCard *card = id != NULL ? trl_blueprint_get (self->blueprint, id) : NULL;

  return card != NULL && trl_card_get_kind (card) == TRL_KIND_LINK;
}

static void
connect_row_activated (GtkListBox    *list,
                       GtkListBoxRow *row,
                       gpointer       user_data)
{
  TrlBoard *self = user_data;
  const char *to = g_object_get_data (G_OBJECT (row), "target");
  g_autofree char *from = g_strdup (trl_selection_get_last (self->selection));
  const char *gone[] = { NULL, NULL };
  g_autofree char *made = NULL;
  TrlCard *link;
  TrlEdit *edit;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (from == NULL || trl_blueprint_get (self->blueprint, from) == NULL || trl_blueprint_get (self->blueprint, to) == NULL)
    return;
  if (is_link (self, from))
    {
      trl_board_commit (self, trl_act_reconnect (self->blueprint, from, TRL_LINK_TO, to), from);
      return;
    }
  link = trl_acts_find_link (self->blueprint, from, to);
  gone[0] = link != NULL ? trl_card_get_id (link) : NULL;
  edit = link != NULL ? trl_act_delete (self->blueprint, gone, FALSE) : trl_act_connect (self->blueprint, from, to, &made);
  if (!trl_board_commit (self, edit, made) || made == NULL)
    return;
  /* The connector is selected, and no card: a card would select itself when the keyboard comes back to it. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  trl_board_tell (self, _("Connected. Enter names the connector."));
}

/* A card that can be connected with; one that is says so, and is let go of by choosing it again. */
static GtkWidget *
make_connect_row (TrlBoard     *self,
                  const TrlBox *box,
                  const char   *from)
{
  const char *id = trl_box_get_id (box);
  TrlCard *link = trl_acts_find_link (self->blueprint, from, id);
  g_autofree char *name = trl_sentence_name (box->card);
  g_autofree char *motion = box->motion != NULL && box->motion != box->card ? trl_sentence_name (box->motion) : NULL;
  g_autofree char *own = motion != NULL ? g_strdup_printf ("%s · %s", motion, name) : g_strdup (name);
  /* Translators: %s is a card that is connected with the selected one */
  g_autofree char *words = link != NULL ? g_strdup_printf (_("%s (connected: choose it to disconnect)"), own) : g_strdup (own);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), SEARCHED, fold (words), g_free);
  g_object_set_data_full (G_OBJECT (row), "target", g_strdup (id), g_free);
  return row;
}

/**
 * trl_board_show_connect_to:
 * @self: a board with something selected
 *
 * Lists the cards that the selected one can be connected with, in reading
 * order: the connector tool without a pointer. A connector can point to those
 * that it does not begin at.
 */
void
trl_board_show_connect_to (TrlBoard *self)
{
  const char *from = trl_selection_get_last (self->selection);
  g_autoptr (GPtrArray) stops = trl_board_list_cards (self, NULL);
  TrlCard *link = trl_toolbox_get_link (&self->tools);
  const char *own = link != NULL ? trl_card_get_ref (link, TRL_LINK_FROM) : from;
  GtkWidget *list = gtk_list_box_new ();
  guint n = 0;

  for (guint i = 0; i < stops->len && n < MOST_PLACES; i++)
    {
      const TrlBox *box = g_ptr_array_index (stops, i);

      if (box->kind == TRL_BOX_BANNER || g_strcmp0 (trl_box_get_id (box), own) == 0)
        continue;
      gtk_list_box_append (GTK_LIST_BOX (list), make_connect_row (self, box, from));
      n++;
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Connect to"), -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (connect_row_activated), self);
  show_list (self, list);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  /* What makes no sense now is not there: a short menu is read, a long one is not. */
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static void
append_arrange (GMenu *menu)
{
  g_autoptr (GMenu) all = g_menu_new ();
  g_autoptr (GMenu) align = g_menu_new ();
  g_autoptr (GMenu) spread = g_menu_new ();

  append (align, _("Align _Left"), "board.align-left");
  append (align, _("Align _Centres"), "board.align-centre");
  append (align, _("Align _Right"), "board.align-right");
  append (align, _("Align _Top"), "board.align-top");
  append (align, _("Align _Middles"), "board.align-middle");
  append (align, _("Align _Bottom"), "board.align-bottom");
  g_menu_append_section (all, NULL, G_MENU_MODEL (align));
  append (spread, _("Distribute _Across"), "board.distribute-across");
  append (spread, _("Distribute _Down"), "board.distribute-down");
  append (spread, _("Line _Up"), "board.line-up");
  append (spread, _("T_idy Up"), "board.tidy");
  g_menu_append_section (all, NULL, G_MENU_MODEL (spread));
  g_menu_append_submenu (menu, _("_Arrange"), G_MENU_MODEL (all));
}

static void
append_selecting (GMenu *menu)
{
  append (menu, _("Select Sib_lings"), "board.select-siblings");
  append (menu, _("Select All of This _Kind"), "board.select-same-kind");
}

static void
append_deleting (GMenu *menu,
                 gboolean is_motion)
{
  if (is_motion)
    {
      append (menu, _("De_lete, Keep Its Cards"), "board.delete");
      append (menu, _("Delete with All Cards"), "board.delete-all");
    }
  else
    append (menu, _("De_lete"), "board.delete");
}

static GMenuModel *
make_link_menu (void)
{
  GMenu *menu = g_menu_new ();

  append (menu, _("_Details"), "board.open");
  append (menu, _("_Point It Elsewhere…"), "board.connect-to");
  append (menu, _("_Turn It Round"), "board.turn-link");
  append (menu, _("De_lete"), "board.delete");
  return G_MENU_MODEL (menu);
}

static GMenuModel *
make_card_menu (TrlBoard   *self,
                const char *id)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();
  g_autoptr (GMenu) third = g_menu_new ();
  TrlKind kind = trl_card_get_kind (trl_blueprint_get (self->blueprint, id));

  append (first, _("_Edit"), "board.rename");
  append (first, _("_Details"), "board.open");
  append (first, _("_New Card Beside It"), "board.new-sibling");
  if (kind == TRL_KIND_MOTION || kind == TRL_KIND_TIER || kind == TRL_KIND_CREDENTIAL)
    append (first, _("New Card _in It"), "board.new-child");
  append (first, _("D_uplicate"), "board.duplicate");
  append (first, _("_Move to…"), "board.move-to");
  append (first, _("Co_nnect to…"), "board.connect-to");
  if (kind != TRL_KIND_MOTION && kind != TRL_KIND_NOTE)
    append (first, _("Par_k"), "board.park");
  if (kind == TRL_KIND_NOTE)
    {
      append (first, _("Make It a _Question"), "board.make-question");
      append (first, _("Make It a Dec_ision"), "board.make-decision");
      append (first, _("Make It an Act_ion"), "board.make-action");
      append (first, _("_Add a Dot"), "board.add-dot");
      append (first, _("_Remove a Dot"), "board.remove-dot");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  append (second, _("Cu_t"), "board.cut");
  append (second, _("_Copy"), "board.copy");
  append (second, _("_Paste"), "board.paste");
  append (second, _("Copy as _Picture"), "win.copy-picture");
  append (second, _("Copy St_yle"), "board.copy-style");
  append (second, _("Paste Style"), "board.paste-style");
  append_deleting (second, kind == TRL_KIND_MOTION);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  append_selecting (third);
  if (trl_board_count_free (self) >= 2)
    append_arrange (third);
  append (third, _("Bring to the _Front"), "board.to-front");
  append (third, _("Send to the _Back"), "board.to-back");
  append (third, _("Show _It"), "board.fit-selection");
  if (kind == TRL_KIND_MOTION)
    {
      append (third, _("Lock the _Structure"), "board.lock");
      append (third, _("Unlock the _Structure"), "board.unlock");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));
  return G_MENU_MODEL (menu);
}

/* The bare board, or the lane of a motion, which also says what belongs there. */
static GMenuModel *
make_board_menu (TrlBoard *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) lane = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  if (self->lane != NULL)
    {
      /* Translators: %s is a kind of card: "Add Here: Tier" */
      g_autofree char *words = g_strdup_printf (_("_Add Here: %s"), trl_kind_get_label (trl_slot_get_info (self->lane_slot)->child));

      append (lane, words, "board.fill-lane");
      append (lane, _("Select All _Here"), "board.select-lane");
      g_menu_append_section (menu, trl_slot_get_label (self->lane_slot), G_MENU_MODEL (lane));
    }
  append (first, _("New _Note"), "board.new-note");
  append (first, _("_Paste"), "board.paste");
  append (first, _("Select _All"), "board.select-all");
  append (first, _("_Gather Parked Cards"), "board.gather-parked");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  append (second, _("Show _Everything"), "board.fit");
  append (second, _("_100 %"), "board.zoom-100");
  append (second, _("Lock the _Structure"), "board.lock");
  append (second, _("Unlock the _Structure"), "board.unlock");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}

/* Which lane of which motion is below the pointer. */
static void
find_lane (TrlBoard           *self,
           const TrlViewPoint *at)
{
  const TrlBox *slot = NULL;

  g_clear_pointer (&self->lane, g_free);
  if (at != NULL)
    {
      TrlScenePoint point = trl_camera_to_scene (&self->camera, *at);

      slot = trl_layout_hit_slot (self->layout, point.x, point.y);
    }
  if (slot != NULL && trl_slot_get_info (slot->slot)->child != TRL_KIND_NONE)
    {
      self->lane = g_strdup (trl_card_get_id (slot->card));
      self->lane_slot = slot->slot;
    }
  trl_board_update_actions (self);
}

/**
 * trl_board_show_menu:
 * @self: a board
 * @at: (nullable): where the pointer is; %NULL for the menu of what is selected
 *
 * Selects what is below the pointer and opens its menu.
 */
void
trl_board_show_menu (TrlBoard           *self,
                     const TrlViewPoint *at)
{
  g_autoptr (GMenuModel) model = NULL;
  GtkWidget *popover;

  if (self->blueprint == NULL)
    return;
  trl_board_ensure_layout (self);
  trl_board_stop_edit (self, TRUE);
  if (at != NULL)
    {
      const TrlBox *box = trl_toolbox_hit (&self->tools, trl_camera_to_scene (&self->camera, *at));
      const char *id = box != NULL && box->kind != TRL_BOX_FRAME && box->kind != TRL_BOX_SLOT ? trl_box_get_id (box) : NULL;

      if (id == NULL)
        id = trl_toolbox_hit_link (&self->tools, trl_camera_to_scene (&self->camera, *at));
      if (!trl_selection_contains (self->selection, id))
        trl_board_select_only (self, id);
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  find_lane (self, at);
  if (is_link (self, trl_selection_get_last (self->selection)))
    model = make_link_menu ();
  else if (trl_selection_get_last (self->selection) != NULL)
    model = make_card_menu (self, trl_selection_get_last (self->selection));
  else
    model = make_board_menu (self);
  popover = gtk_popover_menu_new_from_model (model);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  show_popover (self, popover, at);
}
