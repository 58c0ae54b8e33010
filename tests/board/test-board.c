/* test-board.c: the widget: what it draws, and what keys and drags do to it. */

#include "config.h"

#include "acts.h"
#include "board-private.h"
#include "design.h"
#include "leaf.h"
#include "marks-node.h"
#include "reviewer.h"
#include "writer.h"

typedef struct
{
  Design        design;
  TrlBlueprint *blueprint;
  TrlHistory   *history;
  TrlReviewer  *reviewer;
  TrlBoard     *board;
  GtkWidget    *window;
} Room;

/* Lets everything that is due happen. */
static void
settle (void)
{
  gint64 until = g_get_monotonic_time () + 60 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < until || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
show (Room *room)
{
  room->history = trl_history_new (room->blueprint);
  room->reviewer = trl_reviewer_new (room->blueprint);
  room->board = g_object_ref_sink (TRL_BOARD (trl_board_new ()));
  trl_board_set_history (room->board, room->history);
  trl_board_set_blueprint (room->board, room->blueprint);
  trl_board_set_reviewer (room->board, room->reviewer);
  room->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (room->window), 1400, 900);
  gtk_window_set_child (GTK_WINDOW (room->window), GTK_WIDGET (room->board));
  gtk_window_present (GTK_WINDOW (room->window));
  while (gtk_widget_get_width (GTK_WIDGET (room->board)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
set_up (Room          *room,
        gconstpointer  data)
{
  room->blueprint = design_new (&room->design);
  show (room);
}

static void
tear_down (Room          *room,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (room->window));
  settle ();
  g_assert_finalize_object (room->board);
  g_assert_finalize_object (room->reviewer);
  g_assert_finalize_object (room->history);
  g_assert_finalize_object (room->blueprint);
  design_clear (&room->design);
}

static guint
count_nodes (TrlBoard *board)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  guint n;

  GTK_WIDGET_GET_CLASS (board)->snapshot (GTK_WIDGET (board), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  n = trl_node_count (node);
  g_clear_pointer (&node, gsk_render_node_unref);
  return n;
}

/* After a few frames everything that holds still comes from pictures. */
static guint
count_still_nodes (TrlBoard *board)
{
  guint n = count_nodes (board), before;

  do
    {
      before = n;
      for (int i = 0; i < 8; i++)
        n = count_nodes (board);
    }
  while (n != before);
  return n;
}

/* A thousand motions of two tiers, two incentives and four steps; about ten thousand cards. */
static TrlBlueprint *
large_design (void)
{
  TrlBlueprint *blueprint = trl_blueprint_new ();
  g_autoptr (TrlEdit) edit = NULL;

  trl_blueprint_count_ids (blueprint);
  edit = trl_edit_new (blueprint, "Much");
  for (int i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Motion %d", i);
      g_autofree char *motion = g_strdup (trl_edit_insert (edit, TRL_KIND_MOTION, TRL_ROOT_ID, TRL_SLOT_MOTIONS, TRL_END));

      trl_edit_set_text (edit, motion, TRL_MOTION_NAME, name);
      trl_edit_set_number (edit, motion, TRL_MOTION_X, i % 40 * 380);
      trl_edit_set_number (edit, motion, TRL_MOTION_Y, 200 + i / 40 * 700);
      for (int j = 0; j < 2; j++)
        {
          g_autofree char *tier = g_strdup (trl_edit_insert (edit, TRL_KIND_TIER, motion, TRL_SLOT_TIERS, TRL_END));
          const char *incentive = trl_edit_insert (edit, TRL_KIND_INCENTIVE, motion, TRL_SLOT_INCENTIVES, TRL_END);

          trl_edit_set_text (edit, incentive, TRL_INCENTIVE_NAME, "Fee");
          trl_edit_set_text (edit, tier, TRL_TIER_NAME, j == 0 ? "Silver" : "Gold");
          trl_edit_set_entry (edit, trl_edit_insert (edit, TRL_KIND_CRITERION, tier, TRL_SLOT_CRITERIA, TRL_END), TRL_CRITERION_METRIC, 0);
        }
      for (int j = 0; j < 3; j++)
        trl_edit_set_text (edit, trl_edit_insert (edit, TRL_KIND_STEP, motion, TRL_SLOT_PATH, TRL_END), TRL_STEP_NAME, "Step");
    }
  trl_edit_commit (edit);
  return blueprint;
}

/* GTK 4.8's GL renderer aborts on tens of thousands of fresh nodes: at no zoom may a frame bring that many. */
static void
test_bounded (Room          *room,
              gconstpointer  data)
{
  static const double zooms[] = { 0.05, 0.08, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1, 2, 8 };

  room->blueprint = large_design ();
  show (room);
  g_assert_cmpuint (trl_blueprint_get_n_cards (room->blueprint), >=, 10000);
  g_action_group_activate_action (trl_board_get_actions (room->board), "select-all", NULL);
  g_assert_cmpuint (trl_selection_get_n (trl_board_get_selection (room->board)), >, 5000);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      TrlCamera camera;
      gint64 start;
      double first, again;
      guint n;

      trl_board_get_camera (room->board, &camera);
      camera.x = camera.y = 0;
      camera.scale = zooms[i];
      trl_board_set_camera (room->board, &camera, FALSE);
      start = g_get_monotonic_time ();
      n = count_nodes (room->board);
      first = (g_get_monotonic_time () - start) / 1000.0;
      start = g_get_monotonic_time ();
      count_nodes (room->board);
      again = (g_get_monotonic_time () - start) / 1000.0;
      g_test_message ("%.0f %%: %u nodes, %.1f ms, then %.2f ms", zooms[i] * 100, n, first, again);
      g_assert_cmpuint (n, <, 20000);
    }
}

static void
test_tab (Room          *room,
          gconstpointer  data)
{
  GtkWidget *widget = GTK_WIDGET (room->board);
  TrlSelection *selection = trl_board_get_selection (room->board);
  g_autoptr (GHashTable) met = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  gtk_widget_grab_focus (widget);
  while (gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    {
      const char *id = trl_selection_get_only (selection);

      g_assert_nonnull (id);
      g_assert_true (g_hash_table_add (met, g_strdup (id)));   /* none twice: no trap */
    }
  g_assert_true (g_hash_table_contains (met, room->design.agency));
  g_assert_true (g_hash_table_contains (met, room->design.gold));
  g_assert_true (g_hash_table_contains (met, room->design.criterion));
  g_assert_true (g_hash_table_contains (met, room->design.note));
  g_assert_true (gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD));
}

static GtkWidget *
find_leaf (Room       *room,
           const char *id)
{
  trl_board_fit_card (room->board, id);
  settle ();
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (room->board)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TRL_IS_LEAF (child) && g_strcmp0 (trl_leaf_get_id (TRL_LEAF (child)), id) == 0)
      return child;
  return NULL;
}

static void
test_names (Room          *room,
            gconstpointer  data)
{
  GtkWidget *leaf = find_leaf (room, room->design.connected);
  graphene_rect_t bounds;

  g_assert_nonnull (leaf);
  gtk_test_accessible_assert_property (leaf, GTK_ACCESSIBLE_PROPERTY_LABEL, "Tier Connected, Technology");
  g_assert_true (gtk_widget_get_focusable (leaf));
  g_assert_false (gtk_widget_get_can_target (leaf));
  g_assert_true (gtk_widget_compute_bounds (leaf, GTK_WIDGET (room->board), &bounds));
  g_assert_cmpfloat (bounds.size.width, >, 60);
  g_assert_true (gtk_widget_activate_action (leaf, "card.focus", NULL));
  g_assert_cmpstr (trl_selection_get_only (trl_board_get_selection (room->board)), ==, room->design.connected);
}

static void
test_drag (Room          *room,
           gconstpointer  data)
{
  TrlCargo cargo = { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL };
  g_autofree char *before = trl_writer_write (room->blueprint, NULL);
  g_autofree char *cancelled = NULL;
  g_autofree char *undone = NULL;
  const char *dropped;

  trl_board_drag_begin (room->board, &cargo, -40, 200);
  trl_board_drag_update (room->board, 300, 300, 0);
  g_assert_nonnull (trl_board_get_hint (room->board));
  count_nodes (room->board);
  trl_board_drag_cancel (room->board);
  g_assert_null (trl_board_get_hint (room->board));
  cancelled = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (cancelled, ==, before);
  g_assert_false (trl_history_can_undo (room->history));

  trl_board_drag_begin (room->board, &cargo, -40, 200);
  trl_board_drag_update (room->board, 1300, 880, 0);
  dropped = trl_board_drag_drop (room->board, 1300, 880);
  g_assert_nonnull (dropped);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
  g_assert_true (trl_board_is_editing (room->board));   /* a new card asks for its name */
  trl_board_undo (room->board);
  undone = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (undone, ==, before);
}

/* Law E10. */
static void
test_undo_in_drag (Room          *room,
                   gconstpointer  data)
{
  TrlCargo cargo = { TRL_KIND_TIER, NULL, TRL_BUNDLE_NONE, NULL };
  g_autoptr (TrlEdit) edit = trl_act_set (room->blueprint, room->design.gold, TRL_TIER_NAME, NULL, NULL);

  g_assert_true (trl_edit_commit (edit));
  trl_board_drag_begin (room->board, &cargo, 40, 200);
  trl_board_drag_update (room->board, 300, 300, 0);
  trl_board_undo (room->board);
  g_assert_null (trl_board_drag_drop (room->board, 300, 300));
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get (room->blueprint, room->design.gold)), ==, "Gold");
  g_assert_true (trl_history_can_redo (room->history));
  g_assert_cmpstr (trl_selection_get_only (trl_board_get_selection (room->board)), ==, room->design.gold);
}

static GtkEditable *
find_input (Room *room)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (room->board)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TEXT (gtk_widget_get_first_child (child)))
      return GTK_EDITABLE (gtk_widget_get_first_child (child));
  return NULL;
}

/* Law E11. */
static void
test_typing (Room          *room,
             gconstpointer  data)
{
  GtkEditable *input;

  g_assert_true (trl_board_start_edit (room->board, room->design.gold, TRL_MEMBER_NONE));
  input = find_input (room);
  g_assert_nonnull (input);
  g_assert_cmpstr (gtk_editable_get_text (input), ==, "Gold");
  gtk_editable_set_text (input, "P");
  gtk_editable_set_text (input, "Pl");
  gtk_editable_set_text (input, "Platinum");
  trl_board_stop_edit (room->board, TRUE);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get (room->blueprint, room->design.gold)), ==, "Platinum");
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);

  g_assert_true (trl_board_start_edit (room->board, room->design.step, TRL_STEP_DAYS));
  gtk_editable_set_text (find_input (room), "?");
  trl_board_stop_edit (room->board, TRUE);
  g_assert_cmpint (trl_card_get_state (trl_blueprint_get (room->blueprint, room->design.step), TRL_STEP_DAYS), ==, TRL_STATE_UNKNOWN);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 2);

  g_assert_true (trl_board_start_edit (room->board, room->design.step, TRL_STEP_DAYS));
  gtk_editable_set_text (find_input (room), "soon");
  g_assert_nonnull (trl_board_get_hint (room->board));
  trl_board_stop_edit (room->board, TRUE);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 2);
}

static void
act (Room       *room,
     const char *name)
{
  g_action_group_activate_action (trl_board_get_actions (room->board), name, NULL);
}

static void
test_actions (Room          *room,
              gconstpointer  data)
{
  TrlSelection *selection = trl_board_get_selection (room->board);
  guint n = trl_blueprint_get_n_cards (room->blueprint);
  g_autofree char *before = trl_writer_write (room->blueprint, NULL);
  g_autofree char *after = NULL;

  g_assert_false (g_action_group_get_action_enabled (trl_board_get_actions (room->board), "delete"));
  trl_selection_set_one (selection, room->design.gold);
  g_assert_true (g_action_group_get_action_enabled (trl_board_get_actions (room->board), "delete"));
  act (room, "duplicate");
  g_assert_cmpuint (trl_blueprint_get_n_cards (room->blueprint), >, n);
  g_assert_cmpstr (trl_selection_get_only (selection), !=, room->design.gold);
  act (room, "delete");
  g_assert_cmpuint (trl_blueprint_get_n_cards (room->blueprint), ==, n);
  trl_selection_set_one (selection, room->design.note);
  act (room, "add-dot");
  act (room, "add-dot");
  act (room, "remove-dot");
  g_assert_cmpuint (trl_history_get_n_undo (room->history), >=, 4);
  trl_selection_set_one (selection, room->design.agency);
  act (room, "delete");
  g_assert_null (trl_blueprint_get (room->blueprint, room->design.agency));
  g_assert_nonnull (trl_blueprint_get (room->blueprint, room->design.gold));   /* a frame's cards are parked */
  while (trl_history_can_undo (room->history))
    trl_board_undo (room->board);
  after = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* The program is all of it: it is neither deleted nor parked, and nothing is offered that would do nothing. */
static void
test_program_stays (Room          *room,
                    gconstpointer  data)
{
  static const char *verbs[] = { "delete", "delete-all", "duplicate", "cut", "park", "move-to", "new-sibling" };
  GActionGroup *actions = trl_board_get_actions (room->board);
  g_autofree char *before = trl_writer_write (room->blueprint, NULL);
  g_autofree char *after = NULL;

  trl_selection_set_one (trl_board_get_selection (room->board), TRL_ROOT_ID);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_assert_false (g_action_group_get_action_enabled (actions, verbs[i]));
  g_assert_true (g_action_group_get_action_enabled (actions, "rename"));
  g_assert_true (g_action_group_get_action_enabled (actions, "copy"));
  trl_selection_add (trl_board_get_selection (room->board), room->design.gold);
  g_assert_true (g_action_group_get_action_enabled (actions, "park"));
  after = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
}

static gboolean
can (Room       *room,
     const char *name)
{
  return g_action_group_get_action_enabled (trl_board_get_actions (room->board), name);
}

/* The lock: contents move, motions do not, whoever asks; it is no entry of the history. */
static void
test_lock (Room          *room,
           gconstpointer  data)
{
  TrlSelection *selection = trl_board_get_selection (room->board);

  g_assert_false (can (room, "unlock"));
  act (room, "lock");
  g_assert_true (trl_board_get_locked (room->board));
  g_assert_false (can (room, "lock"));
  trl_selection_set_one (selection, room->design.agency);
  act (room, "delete");
  act (room, "delete-all");
  act (room, "duplicate");
  g_assert_nonnull (trl_blueprint_get (room->blueprint, room->design.agency));
  g_assert_false (trl_history_can_undo (room->history));
  g_assert_nonnull (strstr (trl_board_get_hint (room->board), "locked"));
  trl_selection_set_one (selection, room->design.gold);
  act (room, "park");
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
  trl_board_undo (room->board);
  g_assert_true (trl_board_get_locked (room->board));
  act (room, "unlock");
  trl_selection_set_one (selection, room->design.agency);
  act (room, "delete");
  g_assert_null (trl_blueprint_get (room->blueprint, room->design.agency));
}

static void
test_like (Room          *room,
           gconstpointer  data)
{
  TrlSelection *selection = trl_board_get_selection (room->board);

  trl_selection_set_one (selection, room->design.gold);
  act (room, "select-siblings");
  g_assert_cmpuint (trl_selection_get_n (selection), ==, 2);
  g_assert_true (trl_selection_contains (selection, room->design.silver));
  act (room, "select-same-kind");
  g_assert_cmpuint (trl_selection_get_n (selection), ==, 4);
  g_assert_false (can (room, "tidy"));   /* they do not lie free */
  act (room, "park");
  g_assert_true (can (room, "tidy"));
  act (room, "tidy");
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 2);
  act (room, "gather-parked");
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 3);
}

static GtkWidget *
find_list (GtkWidget *root)
{
  if (GTK_IS_LIST_BOX (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_list (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The connector tool's twin for the keyboard: a list; what is connected is let go of by the same row. */
static void
test_connect_to (Room          *room,
                 gconstpointer  data)
{
  TrlSelection *selection = trl_board_get_selection (room->board);
  GtkWidget *list;

  for (int round = 0; round < 2; round++)
    {
      trl_selection_set_one (selection, room->design.note);
      act (room, "connect-to");
      list = find_list (GTK_WIDGET (room->board));
      g_assert_nonnull (list);
      g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
      g_assert_cmpuint (trl_blueprint_get_children (room->blueprint, TRL_ROOT_ID, TRL_SLOT_LINKS)->len, ==, round == 0);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 2);
}

/* Without a pointer a connector points elsewhere, and the other way. */
static void
test_reconnect (Room          *room,
                gconstpointer  data)
{
  g_autofree char *link = NULL;
  g_autoptr (TrlEdit) edit = trl_act_connect (room->blueprint, room->design.note, room->design.gold, &link);
  GtkWidget *list;
  TrlCard *card;
  const char *to;

  g_assert_true (trl_edit_commit (edit));
  trl_selection_set_one (trl_board_get_selection (room->board), link);
  act (room, "turn-link");
  card = trl_blueprint_get (room->blueprint, link);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_FROM), ==, room->design.gold);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_TO), ==, room->design.note);

  act (room, "connect-to");
  list = find_list (GTK_WIDGET (room->board));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0));
  card = trl_blueprint_get (room->blueprint, link);
  to = trl_card_get_ref (card, TRL_LINK_TO);
  g_assert_cmpstr (to, !=, room->design.note);
  g_assert_cmpstr (to, !=, room->design.gold);
  g_assert_cmpstr (trl_card_get_ref (card, TRL_LINK_FROM), ==, room->design.gold);
  g_assert_cmpstr (trl_selection_get_only (trl_board_get_selection (room->board)), ==, link);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 3);
}

/* Ctrl, Shift and Enter: what the card lacks first; and what holds nothing says so. */
static void
test_new_child (Room          *room,
                gconstpointer  data)
{
  const GPtrArray *tiers = trl_blueprint_get_children (room->blueprint, room->design.agency, TRL_SLOT_TIERS);
  guint n_tiers = tiers->len, n_benefits;
  const char *made;

  trl_selection_set_one (trl_board_get_selection (room->board), room->design.gold);
  n_benefits = trl_blueprint_get_children (room->blueprint, room->design.gold, TRL_SLOT_CRITERIA)->len +
               trl_blueprint_get_children (room->blueprint, room->design.gold, TRL_SLOT_BENEFITS)->len;
  act (room, "new-child");
  g_assert_true (trl_board_is_editing (room->board));
  made = trl_selection_get_only (trl_board_get_selection (room->board));
  g_assert_cmpstr (trl_card_get_parent (trl_blueprint_get (room->blueprint, made)), ==, room->design.gold);
  g_assert_cmpuint (trl_blueprint_get_children (room->blueprint, room->design.gold, TRL_SLOT_CRITERIA)->len +
                    trl_blueprint_get_children (room->blueprint, room->design.gold, TRL_SLOT_BENEFITS)->len, ==, n_benefits + 1);
  g_assert_cmpuint (trl_blueprint_get_children (room->blueprint, room->design.agency, TRL_SLOT_TIERS)->len, ==, n_tiers);
  trl_board_stop_edit (room->board, TRUE);

  trl_selection_set_one (trl_board_get_selection (room->board), room->design.note);
  act (room, "new-child");
  g_assert_cmpstr (trl_board_get_hint (room->board), ==, "Nothing lies in such a card");
}

/* What a line says is typed on the line. */
static void
test_link_label (Room          *room,
                 gconstpointer  data)
{
  TrlSelection *selection = trl_board_get_selection (room->board);
  g_autofree char *link = NULL;
  g_autoptr (TrlEdit) edit = trl_act_connect (room->blueprint, room->design.note, room->design.gold, &link);

  g_assert_true (trl_edit_commit (edit));
  trl_selection_set_one (selection, link);
  act (room, "rename");
  g_assert_true (trl_board_is_editing (room->board));
  gtk_editable_set_text (find_input (room), "pays for");
  settle ();
  trl_board_stop_edit (room->board, TRUE);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get (room->blueprint, link)), ==, "pays for");
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 2);
  trl_board_undo (room->board);
  g_assert_cmpstr (trl_card_get_name (trl_blueprint_get (room->blueprint, link)), ==, "");
}

static void
test_preview (Room          *room,
              gconstpointer  data)
{
  const char *ids[] = { room->design.gold, NULL };
  g_autoptr (TrlEdit) edit = trl_act_delete (room->blueprint, ids, FALSE);
  g_autoptr (TrlChange) change = trl_edit_end (edit);
  g_autofree char *before = trl_writer_write (room->blueprint, NULL);
  g_autofree char *after = NULL;
  guint without = count_still_nodes (room->board);

  trl_board_preview (room->board, change);
  g_assert_cmpuint (count_still_nodes (room->board), >, without);
  trl_board_preview (room->board, NULL);
  g_assert_cmpuint (count_still_nodes (room->board), ==, without);
  after = trl_writer_write (room->blueprint, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (trl_history_can_undo (room->history));
}

/* Forty lines from somebody's list: a note each, in one entry. */
static void
test_paste (Room          *room,
            gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (room->board));
  guint n = trl_blueprint_get_children (room->blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES)->len;
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 1; i <= 40; i++)
    g_string_append_printf (text, "Idea %d\n", i);
  gdk_clipboard_set_text (clipboard, text->str);
  act (room, "paste");
  settle ();
  g_assert_cmpuint (trl_blueprint_get_children (room->blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES)->len, ==, n + 40);
  g_assert_cmpuint (trl_history_get_n_undo (room->history), ==, 1);
  trl_board_undo (room->board);

  act (room, "paste-as-one");
  settle ();
  g_assert_cmpuint (trl_blueprint_get_children (room->blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES)->len, ==, n + 1);

  /* Without a codec a copy is the cards' names. */
  trl_selection_set_one (trl_board_get_selection (room->board), room->design.gold);
  act (room, "cut");
  g_assert_null (trl_blueprint_get (room->blueprint, room->design.gold));
  act (room, "paste");
  settle ();
  g_assert_cmpuint (trl_blueprint_get_children (room->blueprint, TRL_ROOT_ID, TRL_SLOT_NOTES)->len, >=, n + 2);
}

/* However long a line is, no note lies over another; all of them are selected, to be moved together. */
static void
test_paste_long (Room          *room,
                 gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char * const *ids;

  for (int i = 1; i <= 12; i++)
    {
      for (int word = 0; word < i * 12; word++)
        g_string_append (text, "margin ");
      g_string_append_c (text, '\n');
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (room->board)), text->str);
  act (room, "paste");
  settle ();
  ids = trl_selection_get_ids (trl_board_get_selection (room->board));
  g_assert_cmpuint (g_strv_length ((char **) ids), ==, 12);
  for (guint i = 0; ids[i] != NULL; i++)
    for (guint j = 0; j < i; j++)
      {
        TrlRect a, b;

        g_assert_true (trl_board_get_card_rect (room->board, ids[i], &a));
        g_assert_true (trl_board_get_card_rect (room->board, ids[j], &b));
        g_assert_false (trl_rect_overlaps (&a, &b));
      }
}

/* What is copied is words to whoever takes words, and cards to a board. */
static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
write_codec (GPtrArray *cards,
             gpointer   user_data)
{
  return g_strdup_printf ("%u cards for machines", cards->len);
}

static GPtrArray *
read_codec (const char *text,
            gsize       length,
            gpointer    user_data)
{
  guint *n_read = user_data;

  if (!g_str_has_suffix (text, "cards for machines"))
    return NULL;
  ++*n_read;
  return g_ptr_array_new ();
}

static void
test_copy_words (Room          *room,
                 gconstpointer  data)
{
  guint n_read = 0;
  TrlBoardCodec codec = { write_codec, read_codec, NULL, "application/x-test-cards", &n_read };
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (room->board));
  g_autofree char *text = NULL;

  trl_board_set_codec (room->board, &codec);
  trl_selection_set_one (trl_board_get_selection (room->board), room->design.gold);
  act (room, "copy");
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, trl_card_get_name (trl_blueprint_get (room->blueprint, room->design.gold))));
  g_assert_null (strstr (text, "machines"));
  act (room, "paste");
  settle ();
  g_assert_cmpuint (n_read, ==, 1);
}

/* A window that grows still shows everything, until a hand has moved the camera. */
static void
test_fit_holds (Room          *room,
                gconstpointer  data)
{
  TrlCamera camera, later;
  TrlInsets insets = { 300, 60, 0, 60 };

  trl_board_get_camera (room->board, &camera);
  trl_board_set_insets (room->board, &insets);
  trl_board_get_camera (room->board, &later);
  g_assert_cmpfloat (later.scale, <=, camera.scale);
  g_assert_cmpfloat (later.x, <, camera.x);
  later.x += 10;
  trl_board_set_camera (room->board, &later, FALSE);
  insets.left = 0;
  trl_board_set_insets (room->board, &insets);
  trl_board_get_camera (room->board, &camera);
  g_assert_cmpfloat (camera.x, ==, later.x);
}

static void
test_lost (Room          *room,
           gconstpointer  data)
{
  TrlCamera camera;

  g_assert_false (trl_board_is_lost (room->board));
  trl_board_get_camera (room->board, &camera);
  camera.x += 90000;
  trl_board_set_camera (room->board, &camera, FALSE);
  g_assert_true (trl_board_is_lost (room->board));
  trl_board_reveal (room->board, room->design.gold);
  settle ();
  while (trl_board_is_lost (room->board))
    g_main_context_iteration (NULL, TRUE);
}

/* What is looked for is shown so that it can be read, and not moved about when it is. */
static void
test_look_at (Room          *room,
              gconstpointer  data)
{
  TrlCamera far, near, again;

  g_object_set (gtk_widget_get_settings (GTK_WIDGET (room->board)), "gtk-enable-animations", FALSE, NULL);
  trl_board_set_zoom (room->board, 0.15);
  trl_board_get_camera (room->board, &far);
  trl_board_look_at (room->board, room->design.gold);
  trl_board_get_camera (room->board, &near);
  g_assert_cmpfloat (near.scale, ==, 1);
  trl_board_look_at (room->board, room->design.gold);
  trl_board_look_at (room->board, room->design.silver);
  trl_board_get_camera (room->board, &again);
  g_assert_true (trl_camera_equal (&near, &again));
  trl_board_set_zoom (room->board, 3);
  trl_board_look_at (room->board, room->design.gold);
  g_assert_cmpfloat (trl_board_get_zoom (room->board), ==, 3);
}

#define ADD(path, test) g_test_add ("/board/widget/" path, Room, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/board/widget/the nodes of a frame are bounded at every zoom", Room, NULL, NULL, test_bounded, tear_down);
  ADD ("Tab meets each card once and goes on", test_tab);
  ADD ("a card has a name that says what and where", test_names);
  ADD ("a palette drag is one entry, or none", test_drag);
  ADD ("E10 undo cancels a drag first, and shows what it did", test_undo_in_drag);
  ADD ("E11 typing is one entry a visit", test_typing);
  ADD ("actions do and undo", test_actions);
  ADD ("the program itself is neither deleted nor parked", test_program_stays);
  ADD ("the structural lock", test_lock);
  ADD ("siblings, the same kind, the strip", test_like);
  ADD ("connect to, without a pointer", test_connect_to);
  ADD ("a connector points elsewhere, without a pointer", test_reconnect);
  ADD ("a new card in a card", test_new_child);
  ADD ("a connector is named on the line", test_link_label);
  ADD ("E9 a preview leaves no trace", test_preview);
  ADD ("lines that are pasted are a note each", test_paste);
  ADD ("long lines lie beside each other", test_paste_long);
  ADD ("a copy is words for those who read", test_copy_words);
  ADD ("a fit holds until a hand moves the camera", test_fit_holds);
  ADD ("what is looked for can be read", test_look_at);
  ADD ("lost, and back", test_lost);

  return g_test_run ();
}
